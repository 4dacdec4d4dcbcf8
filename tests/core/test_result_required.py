"""What does a rule still ask for after a vote that passes?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from kipbot.core.docket import Judged, judge_all
from kipbot.core.facts import MailReceived
from kipbot.core.rules import RuleSet
from kipbot.core.state import fold
from kipbot.core.verdict import Outcome, Standing
from tests.core.test_state import CALL, ROSTER, START, mail

VOTES = [mail("a", "tomas", 1, "+1"), mail("b", "wei", 2, "+1"), mail("c", "ana", 3, "+1")]
RESULT = "[RESULT] [VOTE] KIP-7: Leases"
PASSED = "The vote has passed with 3 binding +1 votes."


def judged(required: list[str], *more: tuple[str, float], hours: float = 100, letters: Sequence[MailReceived] = ()) -> Judged:
    rule = {
        "applies_to": ["proposal"], "quorum": 3, "majority": True, "binding": ["committer"], "confidence": "primary",
        "because": "https://example.org/bylaws", "result_required": required,
    }  # fmt: skip
    rules = RuleSet.model_validate({"schema": 1, "project": "mine", "proposals": [{"prefix": "KIP"}], "votes": {"kip": rule}})
    results = [mail(f"r{place}", who, at, PASSED, RESULT, answers="") for place, (who, at) in enumerate(more)]
    (one,) = judge_all(fold([CALL, *VOTES, *results, *letters], rules, ROSTER), ROSTER, START + timedelta(hours=hours))
    return one


@pytest.mark.parametrize(
    ("required", "results", "outcome", "said"),
    [
        pytest.param(["mail"], [], Outcome.WAITING, "the result has to be announced by mail", id="not announced yet"),
        pytest.param(["mail"], [("mira", 80)], Outcome.MET, "the result was announced Thu 2026-03-05 17:00 UTC", id="announced"),
        pytest.param(
            ["mail"], [("mira", 50)], Outcome.WAITING,
            "the result has to be announced by mail; Wed 2026-03-04 11:00 UTC it was, but the rule did not bear it out then", id="too early",
        ),
        pytest.param(
            ["mail"], [("wei", 80)], Outcome.WAITING,
            "the result has to be announced by mail; Thu 2026-03-05 17:00 UTC it was, but by somebody who did not call the vote", id="by another",
        ),
    ],
)  # fmt: skip
def test_the_tree_says_what_is_owed(required: list[str], results: list[tuple[str, float]], outcome: Outcome, said: str) -> None:
    vote = judged(required, *results)
    assert vote.verdict is not None and vote.verdict.standing is Standing.PASSING
    part = vote.verdict.verdict.parts[-1]
    assert (part.rule, part.outcome, part.reason) == ("result", outcome, said)
    assert part.because == "https://example.org/bylaws"
    assert part.evidence == tuple(f"<r{place}@mail.example>" for place in range(len(results)))


def test_a_strangers_cancellation_is_no_result() -> None:
    off = mail("x", "stranger@example.org", 80, "I cancel this vote.", "[CANCELLED] [VOTE] KIP-7: Leases", answers="")
    verdict = judged(["mail"], letters=[off]).verdict
    assert verdict is not None
    part = verdict.verdict.parts[-1]
    assert (part.rule, part.outcome, part.reason, part.evidence) == (
        "result",
        Outcome.WAITING,
        "the result has to be announced by mail",
        (),
    )


def test_nothing_is_owed_before_a_vote_passes() -> None:
    verdict = judged(["mail"], hours=50).verdict
    assert verdict is not None and "result" not in {part.rule for part in verdict.verdict.parts}


WIKI = "the result has to be told on the wiki; whether it was is not known from the mail"
MERGED = "the result has to be told by merging its pull request; whether it was is not known from the mail"
DONE = "the result was told on the wiki, says mira Fri 2026-03-06 03:00 UTC"


@pytest.mark.parametrize(
    ("required", "who", "words", "outcome", "said"),
    [
        pytest.param("wiki", "mira", "I have updated the KIP page.", Outcome.MET, DONE, id="the caller says that it was done"),
        pytest.param("wiki", "mira", "The wiki is updated.", Outcome.MET, DONE, id="in other words"),
        pytest.param("wiki", "mira", "I will update the wiki.", Outcome.UNCLEAR, WIKI, id="what is to come is not done"),
        pytest.param("wiki", "mira", "The wiki has not been updated.", Outcome.UNCLEAR, WIKI, id="what was left undone"),
        pytest.param("wiki", "mira", "Can the wiki be updated?", Outcome.UNCLEAR, WIKI, id="a question"),
        pytest.param("wiki", "zoe@example.org", "I have updated the KIP page.", Outcome.UNCLEAR, WIKI, id="a stranger says so"),
        pytest.param("wiki", "mira", "Thanks to all.", Outcome.UNCLEAR, WIKI, id="nobody speaks of it"),
        pytest.param("pull_request", "mira", "Thanks to all.", Outcome.UNCLEAR, MERGED, id="nor of the pull request"),
        pytest.param(
            "pull_request", "ana", "I merged the pull request.", Outcome.MET,
            "the result was told by merging its pull request, says ana Fri 2026-03-06 03:00 UTC", id="somebody of the roster merged it",
        ),
    ],
)  # fmt: skip
def test_a_mail_can_tell_what_was_done_elsewhere(required: str, who: str, words: str, outcome: Outcome, said: str) -> None:
    vote = judged(["mail", required], ("mira", 80), letters=[mail("l", who, 90, words)])
    assert vote.verdict is not None and vote.verdict.standing is Standing.PASSING
    of_mail, elsewhere = vote.verdict.verdict.parts[-2:]
    assert (of_mail.rule, of_mail.outcome) == ("result", Outcome.MET)
    assert (elsewhere.rule, elsewhere.outcome, elsewhere.reason) == ("result", outcome, said)
    assert elsewhere.evidence == (("<l@mail.example>",) if outcome is Outcome.MET else ())


def test_what_was_done_before_the_result_told_no_result() -> None:
    vote = judged(["wiki"], ("mira", 80), letters=[mail("l", "mira", 20, "I have updated the KIP page.")])
    assert vote.verdict is not None and vote.verdict.verdict.parts[-1].outcome is Outcome.UNCLEAR
