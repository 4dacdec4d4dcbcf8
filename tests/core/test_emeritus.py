"""Who may be emeritus because nobody heard of them, and what does that do to the answer?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kipbot.core.activity import Activity, Silence, find_silence, gather_activity
from kipbot.core.calendar import months_before
from kipbot.core.docket import Judged, judge_all
from kipbot.core.electorate import Electorate
from kipbot.core.people.persons import Person, Role
from kipbot.core.roster import Roster
from kipbot.core.rules import RuleSet, VoteRule
from kipbot.core.state import fold
from kipbot.core.verdict import Outcome, Standing
from tests.core.test_electorate import RULES_OF_COUNT
from tests.core.test_state import START, mail
from tests.core.voting import OPENED, judge, part_of, rule_of, tally

S = Standing
OLD = date(2015, 3, 1)


def person(id_: str, *roles: Role) -> Person:
    return Person(id_, id_.title(), (), (f"{id_}@apache.org",), roles=roles or (Role("pmc", OLD, None),))


@pytest.mark.parametrize(
    ("at", "months", "before"),
    [
        pytest.param("2026-09-29", 6, "2026-03-29", id="within a year"),
        pytest.param("2026-03-31", 1, "2026-02-28", id="the last of a shorter month"),
        pytest.param("2026-01-15", 12, "2025-01-15", id="a year"),
        pytest.param("2026-01-15", 1, "2025-12-15", id="over the new year"),
        pytest.param("0001-02-15", 6, "0001-01-01", id="before the calendar begins"),
    ],
)
def test_months_are_counted_back(at: str, months: int, before: str) -> None:
    assert months_before(datetime.fromisoformat(at), months) == datetime.fromisoformat(before)


def days(*before: float) -> tuple[datetime, ...]:
    return tuple(sorted(OPENED - timedelta(days=day) for day in before))


@pytest.mark.parametrize(
    ("who", "wrote", "silent"),
    [
        pytest.param(person("ada"), (), True, id="no mail at all"),
        pytest.param(person("ada"), days(300, 200), True, id="mail of long ago"),
        pytest.param(person("ada"), days(100), False, id="mail within six months"),
        pytest.param(person("ada"), days(0), False, id="the call itself"),
        pytest.param(person("ada"), days(-1), True, id="mail after the call only"),
        pytest.param(person("ada", Role("pmc", date(2026, 7, 1), None)), (), False, id="chosen within six months"),
        pytest.param(person("ada", Role("pmc", OLD, None), Role("active", date(2026, 1, 1), None)), (), False, id="active by the roster"),
        pytest.param(person("ada", Role("committer", OLD, None)), (), None, id="no role that binds"),
        pytest.param(person("ada", Role("pmc", OLD, None), Role("mentor", date(2026, 12, 1), None)), (), True, id="a role of later"),
    ],
)  # fmt: skip
def test_silence_is_no_mail_in_any_vote(who: Person, wrote: tuple[datetime, ...], silent: bool | None) -> None:
    found = find_silence(Activity({"ada": wrote}, OPENED - timedelta(days=400)), [who], ["pmc"], OPENED, 6)
    assert found.people == ((("ada", "Ada"),) if silent else ())
    assert found.is_told


def test_mail_of_less_than_the_months_tells_no_silence() -> None:
    activity = gather_activity([(None, OPENED - timedelta(days=9)), ("ada", None), ("ada", OPENED)])
    assert activity == Activity({"ada": (OPENED,)}, OPENED - timedelta(days=9))
    assert not find_silence(activity, [], ["pmc"], OPENED, 6).is_told
    assert not find_silence(gather_activity([]), [], ["pmc"], OPENED, 6).is_told


# --- what it does to the answer


def silence(*people: str, told: bool = True) -> Electorate:
    reach = OPENED - timedelta(days=400 if told else 10)
    named = tuple((one, one.title()) for one in people)
    return Electorate(silence=Silence(6, OPENED - timedelta(days=182), reach, named))


@pytest.mark.parametrize(
    ("values", "votes", "silent", "standing"),
    [
        pytest.param({"quorum": 3}, "+++", ["voter0"], S.UNRESOLVED, id="one of three was silent"),
        pytest.param({"quorum": 3}, "++++", ["voter0"], S.PASSING, id="one of four was, and three are left"),
        pytest.param({"quorum": 3}, "++++", ["voter0", "voter1"], S.UNRESOLVED, id="two of four were"),
        pytest.param({"quorum": 3}, "++", ["voter0"], S.SHORT, id="two are too few, emeritus or not"),
        pytest.param({"quorum": 3}, "+++", ["other"], S.PASSING, id="who did not vote does not matter where nobody is waited for"),
        pytest.param({"quorum": 1, "majority": True}, "+-", ["voter1"], S.UNRESOLVED, id="the -1 may weigh nothing"),
        pytest.param(
            {"quorum": 1, "veto": {"allowed": True, "needs_reason": False}}, "+-", ["voter1"], S.UNRESOLVED, id="nor the veto",
        ),
    ],
)  # fmt: skip
def test_who_was_silent_may_be_emeritus(values: dict[str, object], votes: str, silent: list[str], standing: Standing) -> None:
    rule = rule_of(emeritus_after_months=6, **values)
    assert judge(rule, tally(votes), electorate=silence(*silent)).standing is standing


@pytest.mark.parametrize(
    ("votes", "silent", "standing"),
    [
        pytest.param("++++", ["other1", "other2"], S.SHORT, id="four of seven active are less than two thirds"),
        pytest.param("++++", ["other1", "other2", "other3"], S.UNRESOLVED, id="four of six are two thirds"),
        pytest.param("++++++", ["other1", "other2", "other3"], S.PASSING, id="six of nine are anyway"),
        pytest.param("++++++", ["voter0"], S.UNRESOLVED, id="five of eight are not"),
        pytest.param("", ["other1", "other2", "other3"], S.SHORT, id="nobody is for it"),
    ],
)
def test_who_was_silent_may_not_be_waited_for(votes: str, silent: list[str], standing: Standing) -> None:
    rule = rule_of(share={"of": "electorate", "at_least": [2, 3]}, emeritus_after_months=6)
    assert judge(rule, tally(votes), electorate_size=9, electorate=silence(*silent)).standing is standing


def test_the_answer_says_who_was_silent_and_what_that_may_do() -> None:
    rule = rule_of(quorum=3, emeritus_after_months=6)
    verdict = judge(rule, tally("+++"), electorate=silence("voter0"))
    part = part_of(verdict, "emeritus")
    heard = "no mail of Voter0 in a vote of the 6 months before the call"
    assert part.reason == f"{heard}; who is emeritus is not known from the mail and could turn it"
    assert (part.outcome, part.evidence, part.because) == (
        Outcome.UNCLEAR,
        ("<voter0@example.org>",),
        "https://example.org/bylaws",
    )
    assert part.reason in verdict.verdict.reason
    assert verdict.verdict.passes_when == "it is known whether Voter0 is emeritus"
    calm = part_of(judge(rule, tally("++++"), electorate=silence("voter0")), "emeritus")
    assert (calm.outcome, calm.reason) == (Outcome.MET, f"{heard}, which cannot turn it")


def test_where_the_mail_does_not_go_back_far_enough_the_roster_decides_and_the_answer_says_so() -> None:
    rule = rule_of(quorum=3, emeritus_after_months=6)
    verdict = judge(rule, tally("+++"), electorate=silence("voter0", "voter1", "voter2", told=False))
    said = (
        "whether Voter0, Voter1 or Voter2 was silent for 6 months is not known from the mail, which begins Sat 2026-09-19 09:00 UTC; "
        "the roster decides"
    )
    assert verdict.standing is S.PASSING
    assert part_of(verdict, "emeritus").reason == said and said in verdict.verdict.reason


@settings(deadline=None)  # each example is a few hundred verdicts
@given(st.sampled_from(RULES_OF_COUNT), st.text("+-0", max_size=5), st.integers(0, 2), st.data())
def test_an_answer_is_given_only_where_it_is_the_same_whoever_is_emeritus(
    rule: VoteRule, values: str, others: int, data: st.DataObject
) -> None:
    """Each subset of those who were silent may be emeritus: if one of them turns the answer, none is given."""
    size = len(values) + others
    silent = (
        data.draw(st.lists(st.sampled_from([f"voter{place}" for place in range(len(values))]), unique=True)) if values else []
    )
    away = [f"other{place}" for place in range(others)]
    told = judge(rule, tally(values), electorate_size=size, electorate=silence(*silent, *away)).standing
    answers = set()
    for number in range(1 << len(silent)):
        out = {int(one.removeprefix("voter")) for place, one in enumerate(silent) if number >> place & 1}
        kept = "".join(value for place, value in enumerate(values) if place not in out)
        left = "".join(values[place] for place in sorted(out))
        for less in range(others + 1):
            verdict = judge(rule, tally(kept, left), electorate_size=size - len(out) - less)
            answers.add(verdict.standing is S.PASSING)
    assert told is S.UNRESOLVED or answers == {told is S.PASSING}


# --- the whole way, from mail

RULES = RuleSet.model_validate(
    {
        "schema": 1, "project": "mine", "proposals": [{"prefix": "KIP"}],
        "votes": {
            "kip": {
                "applies_to": ["proposal"], "quorum": 3, "majority": True, "binding": ["pmc"], "emeritus_after_months": 6,
                "confidence": "primary", "because": "https://example.org/kip",
            },
        },
    }
)  # fmt: skip
ROSTER = Roster(tuple(person(one) for one in ("ada", "ben", "cho", "dag")))
MONTH = 30 * 24


def vote(*earlier: tuple[str, float]) -> Judged:
    """Three +1 of Ada, Ben and Cho; before it a vote in which some spoke so many hours ago."""
    before = [
        mail(
            f"e{place}",
            who,
            -hours,
            "+1" if place else "Please vote on KIP-1.",
            "[VOTE] KIP-1: Old",
            answers="e0" if place else "",
        )
        for place, (who, hours) in enumerate(earlier)
    ]
    now = [mail("call", "dag", 0, "Please vote on KIP-7.", "[VOTE] KIP-7: Leases", answers="")]
    now += [mail(f"m{who}", who, 5, "+1") for who in ("ada", "ben", "cho")]
    judged = judge_all(fold([*before, *now], RULES, ROSTER), ROSTER, START + timedelta(hours=100))
    return next(one for one in judged if one.thread.title == "KIP-7")


@pytest.mark.parametrize(
    ("earlier", "standing", "outcome"),
    [
        pytest.param([("dag", 8 * MONTH), ("ada", 2 * MONTH), ("ben", 3 * MONTH), ("cho", MONTH)], S.PASSING, None, id="all spoke in the months before"),
        pytest.param([("dag", 8 * MONTH), ("ada", 2 * MONTH), ("ben", 3 * MONTH), ("cho", 7 * MONTH)], S.UNRESOLVED, Outcome.UNCLEAR, id="one spoke too long ago"),
        pytest.param([("dag", 2 * MONTH), ("ada", 2 * MONTH), ("ben", MONTH)], S.PASSING, Outcome.MET, id="the mail tells of two months only"),
    ],
)  # fmt: skip
def test_the_mail_of_earlier_votes_shows_who_was_there(
    earlier: list[tuple[str, float]], standing: Standing, outcome: Outcome | None
) -> None:
    judged = vote(*earlier)
    assert judged.verdict is not None and judged.verdict.standing is standing
    shown = [part for part in judged.verdict.verdict.parts if part.rule == "emeritus"]
    assert [part.outcome for part in shown] == ([outcome] if outcome is not None else [])
    assert all("Cho" in part.reason for part in shown)


def test_an_automatic_answer_is_no_sign_of_anybody() -> None:
    """Cho's mail program answered in a vote two months ago that Cho is away."""
    wrote = [mail("e0", "dag", -8 * MONTH, "Please vote on KIP-1.", "[VOTE] KIP-1: Old", answers="")]
    wrote += [mail(f"e{who}", who, -MONTH, "+1", "Re: [VOTE] KIP-2: Newer", answers="e1") for who in ("ada", "ben")]
    away = mail("e2", "cho", -2 * MONTH, "I am out of office.", "Re: [VOTE] KIP-1: Old", answers="e0")
    now = [mail("call", "dag", 0, "Please vote on KIP-7.", "[VOTE] KIP-7: Leases", answers="")]
    now += [mail(f"m{who}", who, 5, "+1") for who in ("ada", "ben", "cho")]
    for automatic, standing in ((None, S.PASSING), ("auto-replied", S.UNRESOLVED)):
        mails = [*wrote, replace(away, automatic=automatic), *now]
        judged = judge_all(fold(mails, RULES, ROSTER), ROSTER, START + timedelta(hours=100))
        told = next(one.verdict for one in judged if one.thread.title == "KIP-7")
        assert told is not None and told.standing is standing
