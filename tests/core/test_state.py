"""Which mails make which vote, whatever the order in which they come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kipbot.core.docket import judge_all
from kipbot.core.facts import Line, LineKind, Mailbox, MailReceived
from kipbot.core.people.persons import Person, Role
from kipbot.core.report import show_vote
from kipbot.core.roster import Roster
from kipbot.core.state import fold
from kipbot.core.thread import VoteThread
from kipbot.settings.rulebook import load_rules, shipped_rules

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
RULES = load_rules(Path(shipped_rules()) / "kafka")
SINCE = date(2020, 1, 1)


def person(id_: str, name: str, *roles: str) -> Person:
    return Person(id=id_, name=name, emails=(f"{id_}@apache.org",), roles=tuple(Role(role, SINCE, None) for role in roles))


ROSTER = Roster(
    (
        person("mira", "Mira Okafor", "committer", "pmc"),
        person("tomas", "Tomás Lind", "committer", "pmc"),
        person("wei", "Wei Zhang", "committer", "pmc"),
        person("ana", "Ana Duarte", "committer"),
    )
)


def mail(
    id_: str, who: str, hours: float, words: str, subject: str = "Re: [VOTE] KIP-7: Leases", answers: str = "call"
) -> MailReceived:
    """A mail of the list; `answers` is the id of the mail that it answers, empty for none."""
    address = who if "@" in who else f"{who}@apache.org"
    parents = (f"<{answers}@mail.example>",) if answers else ()
    return MailReceived(
        message_id=f"<{id_}@mail.example>",
        digest=id_,
        subject=subject,
        sender=Mailbox(who, address),
        received_at=START + timedelta(hours=hours),
        in_reply_to=parents,
        references=parents,
        lines=tuple(Line(LineKind.OWN, line) for line in words.split("\n")),
    )


CALL = mail("call", "mira", 0, "Please vote on KIP-7.", "[VOTE] KIP-7: Leases", answers="")
STORY = (
    CALL,
    mail("a", "tomas", 2, "+1 (binding)"),
    mail("b", "wei", 3, "-1\n\nIt loses leases on restart."),
    mail("c", "wei", 30, "Thanks for the fix, changing my vote to +1.", answers="b"),
    mail("d", "stranger@example.org", 31, "+1 (binding)"),
    mail("e", "ana", 40, "+1 if the docs are updated"),
    mail("f", "mira", 41, "+1 from me as well"),
    mail("g", "mira", 74, "The vote has passed with 3 binding +1 votes.", "[RESULT] [VOTE] KIP-7: Leases", answers=""),
    mail("h", "ana", 75, "+1", answers="g"),
    mail("x", "tomas", 5, "+1, good idea", "[DISCUSS] KIP-8: Tiers", answers=""),
)


def read(mails: Sequence[MailReceived]) -> list[dict[str, object]]:
    threads = fold(mails, RULES, ROSTER)
    return [show_vote(judged) for judged in judge_all(threads, ROSTER, START + timedelta(hours=80))]


def only(mails: Sequence[MailReceived]) -> VoteThread:
    (thread,) = fold(mails, RULES, ROSTER)
    return thread


def test_the_story_is_read_as_a_person_reads_it() -> None:
    (vote,) = read(STORY)
    assert (vote["subject"], vote["state"], vote["standing"]) == ("KIP-7", "passed", "passing")
    statuses = {entry["message_id"][1:2]: (entry["value"], entry["binding"], entry["status"]) for entry in vote["votes"]}  # type: ignore[index, attr-defined]
    assert statuses == {
        "a": ("+1", True, "counted"),
        "b": ("-1", True, "superseded"),
        "c": ("+1", True, "counted"),
        "d": ("+1", False, "counted"),
        "e": ("+1", True, "unclear"),
        "f": ("+1", True, "counted"),
        "h": ("+1", True, "late"),
    }


@settings(max_examples=60, deadline=None)
@given(st.permutations(STORY))
def test_any_order_of_arrival_gives_the_same_verdicts(mails: list[MailReceived]) -> None:
    assert read(mails) == read(STORY)


@pytest.mark.parametrize(
    "late_reply",
    [
        pytest.param(
            replace(mail("i", "ana", 10, "+1"), in_reply_to=(), references=()), id="without references, by the subject"
        ),
        pytest.param(
            mail("i", "ana", 10, "+1", "AW: [EXTERNAL] [VOTE] KIP-7 : leases!", answers="gone"),
            id="its parent was never archived",
        ),
        pytest.param(mail("i", "ana", 10, "+1", "Re: KIP-7: Leases"), id="the tag was dropped, the reference is there"),
        pytest.param(mail("i", "ana", 10, "+1\n", "[VOTE] KIP-7: Leases"), id="the client drops Re:"),
    ],
)
def test_a_reply_finds_its_vote(late_reply: MailReceived) -> None:
    thread = only([CALL, late_reply])
    assert [(ballot.voter.person, ballot.status.value) for ballot in thread.ballots] == [("ana", "counted")]


@pytest.mark.parametrize(
    ("stray", "ballots"),
    [
        pytest.param(
            mail("i", "ana", 10, "+1", "[DISCUSS] Re: [VOTE] KIP-7: Leases"), 0, id="a side discussion under the vote"
        ),
        pytest.param(mail("i", "ana", 10, "+1", "Fwd: [VOTE] KIP-7: Leases"), 0, id="a forward"),
        pytest.param(replace(mail("i", "ana", 10, "+1"), automatic="a relay"), 0, id="a machine"),
        pytest.param(replace(mail("i", "ana", 10, "+1"), troubles=("digest",)), 0, id="a digest"),
    ],
)
def test_what_is_no_ballot_here(stray: MailReceived, ballots: int) -> None:
    assert len(only([CALL, stray]).ballots) == ballots


@pytest.mark.parametrize("trouble", ["encrypted", "text and HTML disagree", "From is ambiguous"])
def test_a_mail_that_cannot_be_relied_on_is_unclear(trouble: str) -> None:
    thread = only([CALL, replace(mail("i", "ana", 10, "+1"), troubles=(trouble,))])
    assert [ballot.status.value for ballot in thread.ballots] == ["unclear"]


def test_a_reply_whose_call_was_never_archived_makes_a_vote_of_unknown_age() -> None:
    thread = only([mail("a", "tomas", 2, "+1 (binding)", answers="gone")])
    assert (thread.root, thread.opened_at, thread.caller) == ("<gone@mail.example>", None, None)


def test_a_new_candidate_starts_from_nothing() -> None:
    first = mail("rc1", "mira", 0, "Please vote.", "[VOTE] 4.4.0 RC1", answers="")
    second = mail("rc2", "mira", 24, "Please vote.", "[VOTE] 4.4.0 RC2", answers="rc1")
    mails = [first, mail("a", "tomas", 2, "+1", "Re: [VOTE] 4.4.0 RC1", answers="rc1"), second]
    old, new = read(mails)
    assert (old["subject"], old["state"]) == ("4.4.0 RC1", "superseded")
    assert (new["subject"], new["state"], new["votes"]) == ("4.4.0 RC2", "open", [])


def test_a_result_of_somebody_else_closes_nothing_and_is_shown() -> None:
    (vote,) = read([*STORY[:7], mail("g", "tomas", 74, "The vote has passed.", "[RESULT] [VOTE] KIP-7: Leases", answers="")])
    assert vote["state"] == "open"
    announcement = vote["announcement"]
    assert isinstance(announcement, dict)
    assert not announcement["by_caller"]
    assert "closes nothing" in announcement["differences"][-1]


def test_votes_in_a_discussion_make_no_vote() -> None:
    assert fold([STORY[-1]], RULES, ROSTER) == ()
