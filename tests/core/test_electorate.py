"""Who is left out of a vote, or let in, and what does that do to the answer?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kipbot.core.docket import Judged, judge_all
from kipbot.core.electorate import Call, Electorate, LeftOut, Reminder, find_electorate, may_remind
from kipbot.core.facts import Line, LineKind
from kipbot.core.people.persons import Person, Role
from kipbot.core.roster import RollCallHeld, Roster
from kipbot.core.rules import RuleSet, VoteRule
from kipbot.core.state import fold
from kipbot.core.tally import Tally, Voter
from kipbot.core.verdict import Standing
from tests.core.test_state import START, mail
from tests.core.voting import OPENED, ballot, judge, rule_of, tally

S = Standing
SINCE = date(2020, 1, 1)


def person(id_: str, name: str, *roles: str) -> Person:
    return Person(id_, name, (), (f"{id_}@apache.org",), roles=tuple(Role(role, SINCE, None) for role in roles))


ROSTER = Roster(
    (
        person("ada", "Ada Quill", "pmc"),
        person("ben", "Ben Okoro", "pmc"),
        person("cho", "Chloé Dupont", "pmc"),
        person("dag", "Dag Lind", "pmc", "emeritus"),
        person("ivo", "Ivo Petrov"),
    )
)


def electorate(rule: VoteRule, title: str = "", *lines: str) -> Electorate:
    own = tuple(Line(LineKind.OWN, line) for line in lines)
    return find_electorate(rule, ROSTER, Call(title, own, Voter("ben", "Ben Okoro", "ben@apache.org")), OPENED)


@pytest.mark.parametrize(
    ("title", "left_out", "unknown"),
    [
        pytest.param("Remove Ada Quill from the PMC", ["ada"], (), id="the whole name stands in the title"),
        pytest.param("Remove QUILL, Ada", ["ada"], (), id="in whatever order and case"),
        pytest.param("Remove Chloe Dupont", ["cho"], (), id="without its accents"),
        pytest.param("Remove committer (ada)", ["ada"], (), id="the id in brackets"),
        pytest.param("Remove ada@apache.org", ["ada"], (), id="the address"),
        pytest.param("Remove Ada Quill and Ben Okoro", ["ada", "ben"], (), id="two people"),
        pytest.param("Remove Ada from the PMC", [], ("subject",), id="half a name names nobody"),
        pytest.param("Remove an inactive member", [], ("subject",), id="no name at all"),
    ],
)
def test_the_subject_of_a_vote_stands_in_its_title(title: str, left_out: list[str], unknown: tuple[str, ...]) -> None:
    found = electorate(rule_of(quorum=3, exclude=["subject"]), title)
    assert ([one.person for one in found.left_out], found.unknown) == (left_out, unknown)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        pytest.param("Author: Ada Quill", ["ada"], id="a line says so"),
        pytest.param("The patch was written", None, id="a line that says half"),
        pytest.param("Patch by Ada Quill and Chloé Dupont", ["ada", "cho"], id="two authors"),
        pytest.param("Contributed by Zoe Stranger", [], id="a stranger wrote it"),
        pytest.param("Written by Ada Quil", None, id="a name that is nearly somebody's"),
        pytest.param("Please vote on merging my patch.", ["ben"], id="the caller says it is theirs"),
        pytest.param("My vote is +1.", None, id="my vote is no patch"),
        pytest.param("Please vote on merging the branch.", None, id="nobody is named"),
    ],
)
def test_the_author_of_a_change_is_whom_the_call_names(line: str, authors: list[str] | None) -> None:
    found = electorate(rule_of(quorum=3, exclude=["author"]), "Merge the branch", line)
    assert [one.person for one in found.left_out] == (authors or [])
    assert found.unknown == (("author",) if authors is None else ())
    assert all(one.keeps_minus for one in found.left_out)
    primary = electorate(rule_of(quorum=3, primary_author_binds=True), "Merge the branch", line)
    assert (primary.left_out, list(primary.also)) == ((), authors or [])
    assert primary.unknown == (("primary author",) if authors is None else ())


def test_only_a_rule_that_asks_leaves_anybody_out() -> None:
    assert electorate(rule_of(quorum=3), "Remove Ada Quill", "Author: Ada Quill") == Electorate()
    assert [one.person for one in electorate(rule_of(quorum=3, active_only=True)).left_out] == ["dag"]


def test_a_rule_that_knows_emeriti_leaves_out_those_of_the_roster() -> None:
    assert [one.person for one in electorate(rule_of(quorum=3, emeritus_after_months=6)).left_out] == ["dag"]


def test_those_left_out_are_not_counted_among_those_who_may_vote() -> None:
    rule = rule_of(all_must_vote=True, exclude=["subject"], active_only=True)
    assert electorate(rule, "Remove Ada Quill").size(rule, ROSTER, OPENED) == 2
    also = rule_of(quorum=3, primary_author_binds=True)
    assert electorate(also, "", "Author: Ivo Petrov").size(also, ROSTER, OPENED) == 5


def test_those_left_out_are_not_counted_among_those_who_answered_the_roll_call() -> None:
    out = (LeftOut("ada", "Ada Quill", "the vote is about them"), LeftOut("ivo", "Ivo Petrov", "they wrote the change"))
    named = Electorate(out, roll_call=RollCallHeld(SINCE, answered=("ada", "ben", "cho")))
    assert named.roll_call_size == 2
    assert Electorate(out, roll_call=RollCallHeld(SINCE, count=27)).roll_call_size == 27
    assert Electorate(out).roll_call_size is None


# --- what it does to the answer

SUBJECT, AUTHOR, PRIMARY = (Electorate(unknown=(what,)) for what in ("subject", "author", "primary author"))


@pytest.mark.parametrize(
    ("values", "votes", "who", "standing"),
    [
        pytest.param({"quorum": 3}, "+++", SUBJECT, S.UNRESOLVED, id="one of three may be the one voted on"),
        pytest.param({"quorum": 3}, "++++", SUBJECT, S.PASSING, id="one of four may, and three are left"),
        pytest.param({"quorum": 3}, "++", SUBJECT, S.SHORT, id="two are too few, whoever it is"),
        pytest.param({"quorum": 1, "majority": True}, "++--", SUBJECT, S.UNRESOLVED, id="without one -1 it would pass"),
        pytest.param({"quorum": 1, "majority": True}, "++--", AUTHOR, S.CONTESTED, id="the -1 of an author weighs"),
        pytest.param({"quorum": 1, "veto": {"allowed": True, "needs_reason": False}}, "+-", AUTHOR, S.VETOED, id="their veto as well"),
        pytest.param({"quorum": 1}, "+", AUTHOR, S.UNRESOLVED, id="one +1 on a change, perhaps of its author"),
        pytest.param({"quorum": 1}, "++", AUTHOR, S.PASSING, id="two +1 on a change, at most one of them its author's"),
        pytest.param({"quorum": 3}, "++", PRIMARY, S.SHORT, id="nobody voted who could be let in"),
    ],
)  # fmt: skip
def test_somebody_unnamed_may_be_any_voter(values: dict[str, object], votes: str, who: Electorate, standing: Standing) -> None:
    assert judge(rule_of(**values), tally(votes), electorate=who).standing is standing


def test_a_primary_author_may_be_any_voter_without_a_role() -> None:
    rule = rule_of(quorum=3, primary_author_binds=True)
    assert judge(rule, tally("++", "+"), electorate=PRIMARY).standing is S.UNRESOLVED
    assert judge(rule, tally("+++", "+"), electorate=PRIMARY).standing is S.PASSING
    assert judge(rule, tally("+++", "-"), electorate=PRIMARY).standing is S.PASSING
    vetoes = rule_of(quorum=3, veto={"allowed": True}, primary_author_binds=True)
    assert judge(vetoes, tally("+++", "-"), electorate=PRIMARY).standing is S.UNRESOLVED


def test_somebody_unnamed_may_be_one_who_did_not_vote() -> None:
    rule = rule_of(all_must_vote=True)
    assert judge(rule, tally("+++"), electorate_size=4, electorate=SUBJECT).standing is S.UNRESOLVED
    assert judge(rule, tally("+++"), electorate_size=9, electorate=SUBJECT).standing is S.SHORT


def test_the_answer_says_who_is_left_out_and_why() -> None:
    out = Electorate((LeftOut("voter0", "Ada Quill", "the vote is about them"),))
    votes = Tally(counted=(ballot("voter0", binding=False), *tally("+++").counted[1:]))
    verdict = judge(rule_of(quorum=2), votes, electorate=out).verdict
    part = next(part for part in verdict.parts if part.rule == "binding")
    assert part.reason == "the ballot of Ada Quill does not bind, as the vote is about them"
    assert (part.evidence, part.because) == (("<voter0@example.org>",), "https://example.org/bylaws")


def test_the_answer_says_whom_nobody_has_named() -> None:
    verdict = judge(rule_of(quorum=1), tally("+"), electorate=AUTHOR).verdict
    assert "nobody can tell who wrote the change, which could turn it (their +1 does not bind)" in verdict.reason
    assert verdict.passes_when == "it is known who wrote the change"
    calm = judge(rule_of(quorum=1), tally("++"), electorate=AUTHOR).verdict
    assert "nobody can tell who wrote the change, which cannot turn it" in calm.reason


RULES_OF_COUNT = [
    rule_of(quorum=3),
    rule_of(quorum=1, majority=True),
    rule_of(quorum=1, majority=True, minus_scope="any"),
    rule_of(quorum=1, veto={"allowed": True, "needs_reason": False}),
    rule_of(no_minus=True, minus_scope="any"),
    rule_of(all_must_vote=True, unanimous=True),
    rule_of(share={"of": "electorate", "at_least": [2, 3]}),
    rule_of(share={"of": "cast_with_abstentions", "more_than": [1, 2]}, min_total=2),
    rule_of(ratio=2, participation={"of": "electorate", "at_least": [1, 2]}),
]


@given(st.sampled_from(RULES_OF_COUNT), st.text("+-0", max_size=6), st.integers(0, 2))
def test_an_answer_without_the_name_is_the_answer_with_any_name(rule: VoteRule, values: str, silent: int) -> None:
    size = len(values) + silent
    told = judge(rule, tally(values), electorate_size=size, electorate=SUBJECT).standing
    others = [(values, "", size)]  # somebody who may not vote, then each voter, then one who did not vote
    others += [(values[:place] + values[place + 1 :], one, size - 1) for place, one in enumerate(values)]
    others += [(values, "", size - 1)] * bool(silent)
    answers = {judge(rule, tally(*votes), electorate_size=of).standing is S.PASSING for *votes, of in others}
    assert answers == ({told is S.PASSING} if told is not S.UNRESOLVED else {True, False})


# --- silent voters


@pytest.mark.parametrize(
    ("words", "reminds"),
    [
        pytest.param("Friendly ping, we need two thirds of the PMC.", True, id="a ping"),
        pytest.param("A gentle reminder.", True, id="a reminder"),
        pytest.param("We are still waiting for Ben and Cho.", True, id="still waiting"),
        pytest.param("Thanks for the explanation.", False, id="any other word"),
    ],
)
def test_a_reminder_is_told_by_its_words(words: str, reminds: bool) -> None:
    assert may_remind([Line(LineKind.OWN, words)]) is reminds
    assert not may_remind([Line(LineKind.QUOTE, words)])


@pytest.mark.parametrize(
    ("days", "votes", "standing"),
    [
        pytest.param([4, 11, 18], "++++", S.UNRESOLVED, id="three reminders a week apart, and four of nine"),
        pytest.param([4, 11, 18], "++++++", S.PASSING, id="six of nine are two thirds anyway"),
        pytest.param([4, 11, 18], "", S.SHORT, id="of those who did not vote nobody was for it"),
        pytest.param([4, 11, 17.9], "++++", S.SHORT, id="too soon after another"),
        pytest.param([4, 5, 6, 11, 18], "++++", S.UNRESOLVED, id="those between count for nothing"),
        pytest.param([2, 9, 16], "++++", S.SHORT, id="the first came within the period"),
        pytest.param([4, 11, 32], "++++", S.SHORT, id="the last is yet to come"),
        pytest.param([], "++++", S.SHORT, id="no reminder"),
    ],
)
def test_silent_voters_may_have_left_after_reminders(days: list[float], votes: str, standing: Standing) -> None:
    rule = rule_of(share={"of": "electorate", "at_least": [2, 3]}, electorate_adjust={"pings": 3, "days_apart": 7})
    people = Electorate(reminders=tuple(Reminder(OPENED + timedelta(days=day), f"<p{day}@example.org>") for day in days))
    verdict = judge(rule, tally(votes), hours=30 * 24, electorate_size=9, electorate=people)
    assert verdict.standing is standing
    if standing is S.UNRESOLVED:
        assert verdict.verdict.passes_when == "it is known whether all reminders reached those who did not vote"
        assert "<p18@example.org>" in verdict.verdict.evidence


# --- the whole way, from mail

RULES = RuleSet.model_validate(
    {
        "schema": 1,
        "project": "mine",
        "votes": {
            "removal": {
                "applies_to": ["pmc_remove"], "matches": ["^remove "], "all_must_vote": True, "unanimous": True,
                "exclude": ["subject"], "active_only": True, "binding": ["pmc"], "confidence": "primary", "because": "https://example.org/removal",
            },
            "merge": {
                "applies_to": ["branch_merge"], "matches": ["^merge "], "quorum": 2, "majority": True,
                "exclude": ["author"], "binding": ["pmc"], "confidence": "primary", "because": "https://example.org/merge",
            },
        },
    }
)  # fmt: skip


def vote(title: str, call: str, *words: tuple[str, str]) -> Judged:
    subject = f"[VOTE] {title}"
    mails = [mail("call", "ben", 0, call, subject, answers="")]
    mails += [mail(f"m{place}", who, place + 1, said, f"Re: {subject}") for place, (who, said) in enumerate(words)]
    (judged,) = judge_all(fold(mails, RULES, ROSTER), ROSTER, START + timedelta(hours=100))
    return judged


def test_who_is_voted_on_neither_binds_nor_is_waited_for() -> None:
    judged = vote(
        "Remove Ada Quill", "Please vote.", ("ada", "-1, I am still here"), ("ben", "+1"), ("cho", "+1"), ("dag", "+1")
    )
    assert judged.verdict is not None and judged.verdict.standing is S.PASSING
    assert {one.voter.person: one.binding for one in judged.thread.ballots} == {
        "ada": False,
        "ben": True,
        "cho": True,
        "dag": False,
    }
    told = judged.verdict.verdict.reason
    assert "the ballot of Ada Quill does not bind, as the vote is about them" in told
    assert "the ballot of Dag Lind does not bind, as they are emeritus by the roster" in told


@pytest.mark.parametrize(
    ("call", "words", "standing"),
    [
        pytest.param("Author: Ada Quill", [("ada", "+1"), ("ben", "+1")], S.SHORT, id="the +1 of the author counts for nothing"),
        pytest.param("Author: Ada Quill", [("cho", "+1"), ("ben", "+1")], S.PASSING, id="two others are enough"),
        pytest.param("Author: Ada Quill", [("cho", "+1"), ("ben", "+1"), ("ada", "-1\n\nIt loses writes."), ("dag", "-1")], S.CONTESTED, id="the -1 of the author counts"),
        pytest.param("Please vote.", [("cho", "+1"), ("ben", "+1")], S.UNRESOLVED, id="one of two may be the author"),
    ],
)  # fmt: skip
def test_the_author_of_a_change_does_not_approve_it(call: str, words: list[tuple[str, str]], standing: Standing) -> None:
    judged = vote("Merge the tiering branch", call, *words)
    assert judged.verdict is not None and judged.verdict.standing is standing
