"""Which values may a ballot have, and what becomes of the others?"""

from __future__ import annotations

from datetime import timedelta

import pytest

from kipbot.core.checks.case import written_value
from kipbot.core.docket import Judged, judge_all
from kipbot.core.report import show_vote
from kipbot.core.rules import RuleSet
from kipbot.core.state import fold
from kipbot.core.statements import Chosen, Statements
from kipbot.core.tally import Tally
from kipbot.core.verdict import Outcome, Standing
from tests.core.test_state import ROSTER, START, mail
from tests.core.voting import ballot, ballots, judge, part_of, rule_of, tally, unclear

S = Standing
RELEASE = {"values": ["+1", "0", "-1"], "fractions": "never_binding"}


@pytest.mark.parametrize(
    ("value", "words", "written"),
    [
        pytest.param("0", "+0 (binding)", "+0", id="plus nought"),
        pytest.param("0", "I am -0 on this", "-0", id="minus nought"),
        pytest.param("0", "\u22120 from me", "-0", id="with a true minus sign"),
        pytest.param("0", "0, no time to test", "0", id="plain"),
        pytest.param("0", "I abstain", "0", id="in words"),
        pytest.param("0", "0. It takes 1-0 to win", "0", id="another number behind it"),
        pytest.param("+", "+1, and -0 for the docs", "+1", id="a +1 is one"),
        pytest.param("-", "-1", "-1", id="a -1 is one"),
    ],
)
def test_the_value_as_it_was_written(value: str, words: str, written: str) -> None:
    one = ballot("ada", value)
    assert written_value(type(one)(one.voter, one.choice, one.cast_at, one.message_id, words)) == written


def plus_nought(voter: str) -> Tally:
    one = ballot(voter, "0")
    return Tally(counted=(*ballots("++"), type(one)(one.voter, one.choice, one.cast_at, one.message_id, "+0", True)))


HALF = {"of": "electorate", "at_least": [1, 2]}


def test_a_value_that_the_rule_does_not_know_weighs_nothing() -> None:
    takes = rule_of(quorum=2, participation=HALF)
    refuses = rule_of(quorum=2, participation=HALF, ballots=RELEASE)
    assert judge(takes, plus_nought("ada"), electorate_size=6).standing is S.PASSING
    verdict = judge(refuses, plus_nought("ada"), electorate_size=6)
    assert verdict.standing is S.SHORT
    part = part_of(verdict, "values")
    assert part.reason == "+0 of Ada: weighs nothing, as the values of this vote are +1, 0, -1"
    assert (part.outcome, part.evidence) == (Outcome.MET, ("<ada@example.org>",))


@pytest.mark.parametrize(
    ("allowed", "votes", "standing"),
    [
        pytest.param({"values": ["+1", "0"]}, "++--", S.PASSING, id="a vote without -1: objections weigh nothing"),
        pytest.param({"values": ["+1", "-1"]}, "++00", S.SHORT, id="a vote without 0: who abstains does not take part"),
        pytest.param({}, "++00", S.PASSING, id="every value, and they do"),
        pytest.param({"values": ["+1", "0", "-1"]}, "++00", S.PASSING, id="a plain 0 is among them"),
    ],
)
def test_the_values_of_a_vote(allowed: dict[str, object], votes: str, standing: Standing) -> None:
    rule = rule_of(quorum=2, majority=True, participation={"of": "electorate", "at_least": [2, 6]}, ballots=allowed)
    zeros = rule_of(quorum=2, participation={"of": "electorate", "at_least": [4, 6]}, ballots=allowed)
    assert judge(zeros if "0" in votes else rule, tally(votes), electorate_size=6).standing is standing


def test_a_fraction_takes_part_only_where_it_may_bind() -> None:
    votes = Tally(counted=(*ballots("++"), ballot("ada", fraction="+0.5")))
    shown, never = (rule_of(quorum=2, participation=HALF, ballots={"fractions": how}) for how in ("shown", "never_binding"))
    assert judge(shown, votes, electorate_size=6).standing is S.PASSING
    assert judge(never, votes, electorate_size=6).standing is S.SHORT
    assert part_of(judge(never, votes, electorate_size=6), "values").reason == "+0.5 of Ada: a fraction does not bind here"
    doubted = Tally(counted=ballots("++"), unclear=(unclear("ada", fraction="+0.5"),))
    assert judge(never, doubted, electorate_size=6).standing is S.SHORT
    assert judge(shown, doubted, electorate_size=6).standing is S.UNRESOLVED


# --- a choice among options

RULES = RuleSet.model_validate(
    {
        "schema": 1, "project": "mine",
        "votes": {
            "plan": {
                "applies_to": ["release_plan"], "matches": ["release plan"], "ballots": {"options": True}, "binding": ["pmc"], "quorum": 3,
                "confidence": "primary", "because": "https://example.org/plan",
            },
        },
    }
)  # fmt: skip


def choose(*words: tuple[str, str]) -> Judged:
    call = mail("call", "mira", 0, "Please say which of the two you want.", "[VOTE] Release plan for 4.4", answers="")
    votes = [
        mail(f"m{place}", who, place + 1, said, "Re: [VOTE] Release plan for 4.4") for place, (who, said) in enumerate(words)
    ]
    (judged,) = judge_all(fold([call, *votes], RULES, ROSTER), ROSTER, START + timedelta(hours=100))
    return judged


def test_a_choice_among_options_approves_none() -> None:
    judged = choose(
        ("tomas", "+1 for Option 1"), ("wei", "+1 for option 1."), ("mira", "I prefer Opt-2"), ("wei", "+1 for option #1")
    )
    assert judged.verdict is not None and judged.verdict.standing is S.SHORT
    part = part_of(judged.verdict, "poll")
    assert (
        part.reason
        == "a choice among options shows what people prefer; it approves nothing (chosen: option 1 by 2, option 2 by 1)"
    )
    assert part.evidence == ("<m0@mail.example>", "<m3@mail.example>", "<m2@mail.example>")
    assert judged.verdict.verdict.passes_when is None
    assert judged.thread.tally == Tally()
    assert [one["option"] for one in show_vote(judged)["choices"]] == ["Option 1", "option #1", "Opt-2"]


def test_a_choice_that_is_announced_as_passed_has_approved_nothing() -> None:
    judged = choose(("tomas", "+1 for Option 1"), ("wei", "+1 for option 1"), ("mira", "The vote has passed."))
    assert judged.state == "open"
    assert judged.differences[-1] == "announced as passed; it shows what people prefer, and approves nothing"
    assert choose(("tomas", "+1 for Option 1"), ("mira", "The vote has failed.")).differences == ()


def test_a_value_without_an_option_chooses_none() -> None:
    judged = choose(("tomas", "+1"), ("wei", "+1"), ("mira", "+1"))
    assert judged.verdict is not None and judged.verdict.standing is S.SHORT
    assert {one.doubt for one in judged.thread.tally.unclear} == {"a value without an option"}


def test_a_poll_tells_what_was_chosen() -> None:
    choices = tuple(
        Chosen(option, voter, f"<{voter}@example.org>")
        for option, voter in (("Opt. B", "a"), ("option b", "b"), ("Option A", "c"))
    )
    verdict = judge(rule_of(applies_to=["poll"], poll=True), tally(""), told=Statements(choices=choices))
    assert part_of(verdict, "poll").reason.endswith("(chosen: option b by 2, option a by 1)")
