"""What do subject and words together announce, and does no text break the reader?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kipbot.core.announcement.reader import Announcement, read_announcement
from kipbot.core.facts import Line, LineKind
from kipbot.core.subject import Subject, Tag

TITLE = "KIP-77: Cut the log in two"
CALL = Subject(f"[VOTE] {TITLE}", TITLE, (Tag.VOTE,), proposals=("KIP-77",))
REPLY = Subject(f"Re: [VOTE] {TITLE}", TITLE, (Tag.VOTE,), is_reply=True, proposals=("KIP-77",))
RESULT = Subject(f"[RESULT] [VOTE] {TITLE}", TITLE, (Tag.RESULT, Tag.VOTE), proposals=("KIP-77",))
AFTER_RESULT = Subject(f"Re: [RESULT] [VOTE] {TITLE}", TITLE, (Tag.RESULT, Tag.VOTE), is_reply=True, proposals=("KIP-77",))
RC1 = Subject("Re: [VOTE] 3.9.0 RC1", "3.9.0 RC1", (Tag.VOTE,), is_reply=True, version="3.9.0", candidate=1)
RC2_CALL = Subject("[VOTE] 3.9.0 RC2", "3.9.0 RC2", (Tag.VOTE,), version="3.9.0", candidate=2)
CANCELED = Subject("[CANCELED] [VOTE] 3.9.0 RC1", "3.9.0 RC1", (Tag.CANCEL, Tag.VOTE), version="3.9.0", candidate=1)
AFTER_CANCEL = Subject("Re: [CANCELED] [VOTE] 3.9.0 RC1", "3.9.0 RC1", (Tag.CANCEL, Tag.VOTE), is_reply=True, candidate=1)


def lines_of(text: str) -> tuple[Line, ...]:
    """Lines of a mail; what begins with ">" is quoted."""
    return tuple(
        Line(LineKind.QUOTE, row[2:], 1) if row.startswith(">") else Line(LineKind.OWN, row) for row in text.split("\n")
    )


def read(subject: Subject, text: str, *, in_vote_thread: bool = True) -> Announcement | None:
    return read_announcement(subject, lines_of(text), in_vote_thread=in_vote_thread)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        pytest.param(CALL, "The vote passes if at least 3 +1 PMC votes are cast.", id="a call states its rule"),
        pytest.param(
            CALL, "The KIP will be considered accepted when 72 hours are over.", id="a call says when it would be accepted"
        ),
        pytest.param(
            RC2_CALL, "RC1 vote was cancelled, so here is RC2.\n\nPlease vote.", id="a call tells of the round before"
        ),
        pytest.param(RC2_CALL, "The previous vote failed. This is the next candidate.", id="a call tells of a failed round"),
        pytest.param(
            CALL, "So far +1 from Ann, Bo, Cy in the discussion, no need to vote again.", id="a call carries votes over"
        ),
        pytest.param(AFTER_RESULT, "Congrats!", id="applause below a result"),
        pytest.param(AFTER_RESULT, "Thanks for running this, Ann!", id="thanks below a result"),
        pytest.param(AFTER_RESULT, "Great to see this vote passed, congrats!", id="joy below a result"),
        pytest.param(AFTER_RESULT, "+1, nice work.", id="a +1 below a result"),
        pytest.param(
            AFTER_RESULT, "> The vote has passed with 3 binding +1\n\nCould you update the wiki?", id="a quoted result"
        ),
        pytest.param(AFTER_CANCEL, "Thanks for finding this!", id="thanks below a cancellation"),
        pytest.param(AFTER_CANCEL, "+1 for cancelling", id="support for a cancellation"),
        pytest.param(
            Subject("[ANNOUNCE] Foo 3.9.0 released", "Foo 3.9.0 released", (Tag.ANNOUNCE,), version="3.9.0"),
            "The vote has passed and the release is out.",
            id="a release is announced",
        ),
        pytest.param(
            Subject("Re: [DISCUSS] KIP-9: Sinks", "KIP-9: Sinks", (Tag.DISCUSS,), is_reply=True, proposals=("KIP-9",)),
            "The vote has passed.",
            id="a discussion hears of the vote",
        ),
        pytest.param(
            Subject("Weekly notes", "Weekly notes"), "The vote has passed with 3 binding +1.", id="a mail about other things"
        ),
    ],
)
def test_other_mails_that_announce_nothing(subject: Subject, text: str) -> None:
    assert read(subject, text, in_vote_thread=Tag.VOTE in subject.tags) is None


@pytest.mark.parametrize(
    ("subject", "text", "expected"),
    [
        pytest.param(CANCELED, "Found a bug in KAFKA-1.", ("cancel", "cancelled", True), id="the tag alone cancels"),
        pytest.param(
            CANCELED, "I'm going to cancel this vote.", ("cancel", "cancelled", True), id="the tag makes a plan a fact"
        ),
        pytest.param(AFTER_CANCEL, "This vote is cancelled.", ("cancel", "cancelled", True), id="a reply that cancels itself"),
        pytest.param(
            RC1,
            "I'll cancel the vote and roll out another release.",
            ("cancel", None, False),
            id="a plan is not yet a cancellation",
        ),
        pytest.param(RC1, "I'm going to cancel this vote.", ("cancel", None, False), id="going to cancel"),
        pytest.param(
            RC1,
            "RC1 has failed due to the LICENSE issue.",
            ("result", "failed", False),
            id="a candidate that failed may fail elsewhere",
        ),
        pytest.param(RESULT, "", ("result", None, False), id="an empty result"),
        pytest.param(RESULT, "Thanks everybody, I will proceed.", ("result", None, False), id="a result without an outcome"),
        pytest.param(
            RESULT, "The schedule is adopted as proposed.", ("result", "passed", True), id="a result without a number"
        ),
        pytest.param(RESULT, "2 binding +1", ("result", "failed", False), id="a result short of the quorum, without words"),
        pytest.param(
            RESULT, "+1: 5 binding, 1 non-binding\n0: 0\n-1: 0", ("result", "passed", True), id="a result of numbers alone"
        ),
        pytest.param(RESULT, "This vote is cancelled, see below.", ("cancel", "cancelled", True), id="a result that cancels"),
        pytest.param(
            AFTER_RESULT,
            "I tallied wrongly, the result is 3 binding +1.",
            ("correction", None, True),
            id="a reply that corrects",
        ),
        pytest.param(REPLY, "The vote is now closed.", ("result", None, True), id="closed, and no word of the outcome"),
        pytest.param(REPLY, "I think the vote has passed.", ("result", "passed", False), id="somebody thinks so"),
        pytest.param(REPLY, "Since the vote has passed, I'll merge.", ("result", "passed", False), id="looking back"),
        pytest.param(
            REPLY,
            "I'm going to close the vote now. We have 3 binding votes.",
            ("result", "passed", True),
            id="closing now, with the count",
        ),
        pytest.param(
            REPLY, "I tallied wrongly, correcting the result: 0 binding.", ("correction", None, True), id="a correction"
        ),
        pytest.param(
            Subject("[Vote] Results of formal vote on Foo - Correction", "Foo", (Tag.VOTE, Tag.RESULT, Tag.CORRECTION)),
            "I made an error. The correct tally is 0 binding and 4 non-binding +1.",
            ("correction", None, True),
            id="a correction by its subject",
        ),
        pytest.param(
            Subject("[VOTE][PASSED] Release Foo 1.2", "Release Foo 1.2", (Tag.VOTE,)),
            "4 binding +1s",
            ("result", "passed", True),
            id="PASSED in the subject",
        ),
        pytest.param(
            Subject("[VOTE][FAILED] Release Foo 1.2", "Release Foo 1.2", (Tag.VOTE,)),
            "Sorry.",
            ("result", "failed", True),
            id="FAILED in the subject",
        ),
        pytest.param(
            Subject("[WITHDRAWN] [VOTE] Foo", "Foo", (Tag.VOTE,)),
            "see below",
            ("cancel", "cancelled", True),
            id="WITHDRAWN in the subject",
        ),
        pytest.param(
            Subject("[VOTE RESULT] Foo", "Foo"),
            "The vote carries with +1 from Ann, Bo, Cy",
            ("result", "passed", True),
            id="VOTE RESULT in the subject",
        ),
        pytest.param(
            Subject("[EXTENDED] [VOTE] Foo", "Foo", (Tag.VOTE, Tag.EXTEND)),
            "until Monday",
            ("extend", None, True),
            id="EXTENDED in the subject",
        ),
    ],
)
def test_the_subject_and_the_words_together(subject: Subject, text: str, expected: tuple[str, str | None, bool]) -> None:
    found = read(subject, text)
    assert found is not None
    assert (found.kind, found.outcome, found.certain) == expected


def test_words_of_the_title_decide_nothing() -> None:
    title = "KIP-8: Handle failed tasks"
    subject = Subject(f"Re: [VOTE] {title}", title, (Tag.VOTE,), is_reply=True, proposals=("KIP-8",))
    found = read(subject, f"The vote on {title} has passed.")
    assert found is not None and found.outcome == "passed"
    assert read(subject, f"+1 for {title}") is None


def test_a_title_that_ends_in_a_telling_word_is_no_result() -> None:
    title = "KIP-88: Report why a connection was closed"
    subject = Subject(f"Re: [VOTE] {title}", title, (Tag.VOTE,), is_reply=True, proposals=("KIP-88",))
    assert read(subject, "+1 (binding)") is None


def test_the_deciding_sentence_is_kept() -> None:
    found = read(REPLY, "Hi all,\n\nthanks for voting! The vote has now\npassed with 3 binding +1. I will merge.")
    assert found is not None
    assert found.words == "The vote has now passed with 3 binding +1."


@settings(max_examples=150, deadline=None)
@given(
    text=st.text(
        alphabet=st.sampled_from(list("+-01 \n\t|:;,.()[]*&voteKIP77passdbinglR\u6295\u7968\u901a\u8fc7é?")), max_size=400
    )
    | st.text(max_size=200),
    subject=st.sampled_from([CALL, REPLY, RESULT, AFTER_RESULT, RC1, CANCELED]),
)
def test_no_text_breaks_the_reader(text: str, subject: Subject) -> None:
    found = read(subject, text)
    assert found is None or found.outcome in ("passed", "failed", "cancelled", None)


@pytest.mark.parametrize(
    "unit", ["+1 ", "((", "the vote passed ", "not enough ", "a-", "[ ", "\t|", "投票通过", "-_.!", "vote until "]
)
def test_a_hostile_mail_is_cut_short(unit: str) -> None:
    read(RESULT, unit * (400_000 // len(unit)))
    read(RESULT, "\n".join([unit * 8] * 20_000))
