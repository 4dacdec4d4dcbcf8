"""From when does a period count, and what ends a vote before it is over?"""

from __future__ import annotations

from datetime import timedelta

import pytest

from kipbot.core.docket import Judged, judge_all
from kipbot.core.facts import MailReceived
from kipbot.core.opening import Ended, Start, find_start
from kipbot.core.rules import RuleSet
from kipbot.core.state import fold
from kipbot.core.verdict import Outcome, Standing
from kipbot.settings.floor import find_weaknesses
from tests.core.test_state import CALL, ROSTER, START, mail
from tests.core.voting import OPENED, judge, part_of, rule_of, tally

S = Standing
EARLY = Ended(OPENED + timedelta(hours=40), "<r@example.org>")


@pytest.mark.parametrize(
    ("period", "hours", "standing", "said"),
    [
        pytest.param({"early_close": "by_caller"}, 41, S.PASSING, "ended early by its caller Thu 2026-10-01 01:00 UTC, as the rule allows", id="by its caller"),
        pytest.param({"early_close": "by_caller"}, 39, S.PENDING, "open until", id="not before they did"),
        pytest.param(
            {"early_close": "by_poll"}, 41, S.UNRESOLVED,
            "ended early by its caller Thu 2026-10-01 01:00 UTC, open until Fri 2026-10-02 09:00 UTC; the rule allows it after a poll, "
            "and whether there was one is not known from the mail", id="by a poll that nobody sees",
        ),
        pytest.param({"waived_by": "emergency_vote"}, 41, S.UNRESOLVED, "ended early by its caller", id="by an emergency vote that nobody sees"),
        pytest.param({"waived_by": "emergency_vote"}, 73, S.PASSING, "the period ended", id="what is over needs no waiver"),
        pytest.param({"early_close": "by_poll", "waived_by": "emergency_vote"}, 41, S.UNRESOLVED, "ended early by its caller", id="either"),
    ],
)  # fmt: skip
def test_an_early_end_is_judged_by_what_the_rule_lets_end_it(
    period: dict[str, str], hours: float, standing: Standing, said: str
) -> None:
    rule = rule_of(quorum=3, period={"hours": 72, **period})
    verdict = judge(rule, tally("+++"), hours=hours, ended_early=EARLY)
    part = part_of(verdict, "period")
    assert verdict.standing is standing
    assert part.reason.startswith(said)
    assert judge(rule, tally("++"), hours=hours, ended_early=EARLY).standing is S.SHORT
    if standing is S.UNRESOLVED:
        assert part.evidence == ("<r@example.org>",)
        assert part.recheck_at == OPENED + timedelta(hours=72)
        path = verdict.verdict.passes_when or ""
        assert path.startswith("at 2026-10-02T09:00Z, or now if it is known that there was a")


def test_only_its_caller_may_go_below_the_floor() -> None:
    floor = rule_of(quorum=3, floor={"should": ["period"]})
    by_caller = rule_of(quorum=3, period={"hours": 72, "early_close": "by_caller"})
    (weakness,) = find_weaknesses(by_caller, floor)
    assert weakness.said == "lets its caller end it at any time, before the 72 h of the floor"
    for period in ({"early_close": "by_poll"}, {"waived_by": "emergency_vote"}):
        assert find_weaknesses(rule_of(quorum=3, period={"hours": 72, **period}), floor) == ()


def vote(period: dict[str, object], *more: MailReceived, hours: float = 100, call: MailReceived = CALL) -> Judged:
    rule = {
        "applies_to": ["proposal"], "quorum": 3, "majority": True, "binding": ["committer"], "confidence": "primary",
        "because": "https://example.org/bylaws", "period": {"hours": 72, **period},
    }  # fmt: skip
    rules = RuleSet.model_validate({"schema": 1, "project": "mine", "proposals": [{"prefix": "KIP"}], "votes": {"kip": rule}})
    votes = [mail("a", "tomas", 1, "+1"), mail("b", "wei", 2, "+1"), mail("c", "ana", 3, "+1")]
    mails = [each for each in (call, *votes, *more) if each.at is None or each.at <= START + timedelta(hours=hours)]
    (one,) = judge_all(fold(mails, rules, ROSTER), ROSTER, START + timedelta(hours=hours))
    return one


RESULT = mail("r", "mira", 40, "The vote has passed with 3 binding +1 votes.", "[RESULT] [VOTE] KIP-7: Leases", answers="")
LATE = mail("l", "mira", 50, "-1\n\nIt loses writes.")


@pytest.mark.parametrize(
    ("early_close", "hours", "state", "standing", "late", "differs"),
    [
        pytest.param("by_caller", 45, "passed", S.PASSING, "late", False, id="its caller may: passed at once"),
        pytest.param("by_caller", 100, "passed", S.PASSING, "late", False, id="and what comes later is late"),
        pytest.param("by_poll", 45, "open", S.UNRESOLVED, "counted", True, id="a poll that nobody sees: not yet"),
        pytest.param("by_poll", 100, "open", S.PASSING, "counted", True, id="and what comes within the period counts"),
        pytest.param("never", 45, "open", S.PENDING, "counted", True, id="nobody may: as if it had not been said"),
    ],
)  # fmt: skip
def test_a_result_before_its_time(
    early_close: str, hours: float, state: str, standing: Standing, late: str, differs: bool
) -> None:
    judged = vote({"early_close": early_close}, RESULT, LATE, hours=hours)
    assert judged.verdict is not None
    assert (judged.state, judged.verdict.standing) == (state, standing)
    assert [one.status.value for one in judged.thread.ballots if one.voter.person == "mira"] == [late] * (hours > 50)
    assert any("before the period ends" in one for one in judged.differences) is differs


def test_a_vote_called_off_early_needs_no_rule() -> None:
    off = mail("x", "mira", 10, "I cancel this vote.", "[CANCELLED] [VOTE] KIP-7: Leases", answers="")
    assert vote({"early_close": "by_poll"}, off).state == "cancelled"


# --- from when


def call(sent: float | None, received: float | None, filed: float | None = None) -> MailReceived:
    moments = {"sent_at": sent, "received_at": received, "filed_at": filed}
    values = {name: None if hours is None else OPENED + timedelta(hours=hours) for name, hours in moments.items()}
    return MailReceived("<c@example.org>", "c", "[VOTE] KIP-1", CALL.sender, **values)


@pytest.mark.parametrize(
    ("starts", "sent", "received", "start"),
    [
        pytest.param("first_message", -60, 0, None, id="the first message: when the list received it"),
        pytest.param("mail_sent", -0.001, 0, None, id="sent a moment before"),
        pytest.param("mail_sent", -60, 0, (0, "counted from its receipt, though the call is dated Sat 2026-09-26 21:00 UTC"), id="an old date proves nothing"),
        pytest.param("mail_sent", 0.5, 0, None, id="a clock that is a little ahead"),
        pytest.param("mail_sent", 999, 0, (0, "counted from its receipt, though the call is dated Tue 2026-11-10 00:00 UTC"), id="a date that cannot be"),
        pytest.param("mail_sent", 0, None, None, id="its date is all there is"),
        pytest.param("archive_posting", -60, 0, (0, ""), id="the archive's own moment"),
        pytest.param("archive_posting", 0, None, (0, "no server says when the list had the call, only its date is known"), id="which nobody knows"),
        pytest.param("archive_posting", None, None, None, id="no moment at all"),
    ],
)  # fmt: skip
def test_a_period_begins(starts: str, sent: float | None, received: float | None, start: tuple[float, str] | None) -> None:
    rule = rule_of(quorum=3, period={"hours": 72, "starts": starts})
    found = find_start(rule, call(sent, received))
    assert (found and (found.at, found.note)) == (start and (OPENED + timedelta(hours=start[0]), start[1]))


def test_what_the_archive_noted_is_its_own_moment() -> None:
    rule = rule_of(quorum=3, period={"hours": 72, "starts": "archive_posting"})
    assert find_start(rule, call(None, None, 2)) == Start(OPENED + timedelta(hours=2))


def test_a_period_whose_beginning_nobody_knows_is_never_over() -> None:
    rule = rule_of(quorum=3)
    unknown = Start(OPENED, "no server says when the list had the call, only its date is known", known=False)
    waiting, after = (judge(rule, tally("+++"), hours=hours, start=unknown) for hours in (50, 100))
    assert (waiting.standing, after.standing) == (S.PENDING, S.UNRESOLVED)
    assert part_of(after, "period").outcome is Outcome.UNCLEAR
    assert "only its date is known" in after.verdict.reason
    assert after.verdict.passes_when == "when it is known when the list had the call"
    assert judge(rule, tally("++"), hours=100, start=unknown).standing is S.SHORT


def test_a_period_counts_from_its_start_and_not_from_the_call() -> None:
    later = Start(OPENED + timedelta(hours=3))
    verdict = judge(rule_of(quorum=3), tally("+++"), hours=74, start=later)
    assert (verdict.standing, verdict.closes_at) == (S.PENDING, OPENED + timedelta(hours=75))
    assert judge(rule_of(quorum=3), tally("+++"), hours=75, start=later).standing is S.PASSING


def test_the_whole_way_from_the_call() -> None:
    dated = MailReceived(CALL.message_id, "call", CALL.subject, CALL.sender, sent_at=START, lines=CALL.lines)
    posted, sent = (vote({"starts": starts}, call=dated) for starts in ("archive_posting", "mail_sent"))
    assert posted.verdict is not None and posted.verdict.standing is S.UNRESOLVED
    assert sent.verdict is not None and sent.verdict.standing is S.PASSING


def test_holidays_that_nobody_named_are_told_with_the_end() -> None:
    rule = rule_of(quorum=3, period={"hours": 72, "extended_over_holidays": True})
    assert part_of(judge(rule, tally("+++")), "period").reason.endswith("; holidays make it longer, but the rule names none")
