"""What does the rule make of a vote, and what makes it pass?"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kipbot.core.tally import Ballot, Claim, Status, Tally
from kipbot.core.verdict import Outcome, Standing, Verdict
from tests.core.voting import OPENED, ballot, ballots, judge, rule_of, tally, unclear

LAZY_MAJORITY = rule_of(quorum=3, majority=True)
CONSENSUS = rule_of(quorum=3, veto={"allowed": True})
NO_MINUS = rule_of(quorum=3, no_minus=True)
S = Standing


def part(verdict: Verdict, rule: str) -> Verdict:
    return next(one for one in verdict.parts if one.rule == rule)


@pytest.mark.parametrize(
    ("rule", "votes", "hours", "standing"),
    [
        pytest.param(LAZY_MAJORITY, tally(""), 100, S.SHORT, id="nobody voted"),
        pytest.param(LAZY_MAJORITY, tally("++", "+++"), 100, S.SHORT, id="ballots that do not bind make no quorum"),
        pytest.param(LAZY_MAJORITY, tally("++00"), 100, S.SHORT, id="a nought makes no quorum"),
        pytest.param(LAZY_MAJORITY, tally("+++"), 71.9, S.PENDING, id="quorum met, the period is not over"),
        pytest.param(LAZY_MAJORITY, tally("+++"), 72, S.PASSING, id="seventy-two hours exactly are enough"),
        pytest.param(LAZY_MAJORITY, tally("+++-"), 100, S.PASSING, id="a -1 under lazy majority is a vote against, no veto"),
        pytest.param(LAZY_MAJORITY, tally("+++---"), 100, S.CONTESTED, id="as many -1 as +1"),
        pytest.param(LAZY_MAJORITY, tally("+++---"), 1, S.CONTESTED, id="contested is said before the period is over"),
        pytest.param(LAZY_MAJORITY, tally("+-"), 100, S.SHORT, id="a quorum that is missing is said before the majority"),
        pytest.param(LAZY_MAJORITY, tally("+++", "-----"), 100, S.PASSING, id="a -1 that does not bind does not weigh"),
        pytest.param(
            rule_of(quorum=3, majority=True, minus_scope="any"),
            tally("+++", "---"),
            100,
            S.CONTESTED,
            id="unless any -1 counts",
        ),
        pytest.param(CONSENSUS, tally("+++0"), 100, S.PASSING, id="a nought is no veto"),
        pytest.param(NO_MINUS, tally("++++-"), 100, S.VETOED, id="one -1 stops it where none may stand"),
        pytest.param(NO_MINUS, tally("+++", "-"), 100, S.PASSING, id="a -1 that does not bind stops nothing"),
        pytest.param(rule_of(no_minus=True), tally(""), 100, S.PASSING, id="silence is assent where the rule says so"),
        pytest.param(rule_of(net=3), tally("++++-"), 100, S.PASSING, id="net three of four and one"),
        pytest.param(rule_of(net=3), tally("+++-"), 100, S.SHORT, id="net two is short of three"),
        pytest.param(rule_of(ratio=2, min_total=3), tally("++-"), 100, S.PASSING, id="twice as many"),
        pytest.param(rule_of(ratio=2, min_total=3), tally("+++--"), 100, S.CONTESTED, id="not twice as many"),
        pytest.param(rule_of(ratio=2, min_total=3), tally("++"), 100, S.SHORT, id="too few for lazy two thirds"),
        pytest.param(rule_of(unanimous=True), tally("++0"), 100, S.CONTESTED, id="a nought breaks unanimity"),
        pytest.param(rule_of(unanimous=True), tally("++"), 100, S.PASSING, id="all said +1"),
        pytest.param(rule_of(unanimous=True), tally(""), 100, S.SHORT, id="nobody is not everybody"),
        pytest.param(rule_of(quorum=3, period={"ends": "quorum_only"}), tally("+++"), 0, S.PASSING, id="no least time"),
        pytest.param(rule_of(applies_to=["poll"], poll=True), tally("+++"), 100, S.SHORT, id="a poll approves nothing"),
        pytest.param(rule_of(quorum=3, venue="private"), tally("+++"), 100, S.UNRESOLVED, id="a private vote is never tallied"),
    ],
)
def test_a_vote_stands(rule: Any, votes: Tally, hours: float, standing: Standing) -> None:
    assert judge(rule, votes, hours=hours).standing is standing


@pytest.mark.parametrize(
    ("share", "values", "sizes", "standing"),
    [
        pytest.param({"of": "electorate", "at_least": [2, 3]}, "++++++", {"electorate_size": 9}, S.PASSING, id="two thirds"),
        pytest.param({"of": "electorate", "at_least": [2, 3]}, "+++++", {"electorate_size": 9}, S.SHORT, id="one less"),
        pytest.param({"of": "electorate", "at_least": [2, 3]}, "+++++", {}, S.UNRESOLVED, id="nobody knows how many may vote"),
        pytest.param({"of": "electorate", "at_least": [2, 3]}, "0", {}, S.SHORT, id="no +1 is too few of any number"),
        pytest.param({"of": "electorate", "at_least": [2, 3]}, "", {"electorate_size": 0}, S.SHORT, id="an empty electorate"),
        pytest.param(
            {"of": "roll_call", "more_than": [1, 2]}, "++", {"electorate_size": 3}, S.UNRESOLVED, id="a roll call not taken"
        ),
        pytest.param({"of": "cast", "at_least": [2, 3]}, "++-00", {}, S.PASSING, id="of the votes for and against"),
        pytest.param({"of": "cast_with_abstentions", "at_least": [2, 3]}, "++-00", {}, S.CONTESTED, id="of all ballots"),
        pytest.param({"of": "cast", "at_least": [2, 3]}, "", {}, S.SHORT, id="of nothing"),
    ],
)
def test_a_share_is_measured(share: dict[str, Any], values: str, sizes: dict[str, int], standing: Standing) -> None:
    assert judge(rule_of(share=share), tally(values), **sizes).standing is standing


def test_everybody_must_vote() -> None:
    rule = rule_of(all_must_vote=True, no_minus=True)
    assert judge(rule, tally("++0"), electorate_size=3).standing is S.PASSING
    assert judge(rule, tally("++"), electorate_size=3).standing is S.SHORT
    assert judge(rule, tally("++")).standing is S.UNRESOLVED


# --- vetoes ---------------------------------------------------------------------------------------------------------------


def test_a_binding_minus_with_a_reason_vetoes() -> None:
    votes = Tally(counted=(*ballots("++++"), ballot("eve", "-", reason="it loses data")))
    found = judge(CONSENSUS, votes)
    assert found.standing is S.VETOED
    assert found.verdict.outcome is Outcome.FAILED
    assert part(found.verdict, "veto").reason == "vetoed by Eve"
    assert part(found.verdict, "veto").evidence == ("<eve@example.org>",)
    assert found.verdict.passes_when == "the -1 of Eve is withdrawn"


def test_a_veto_without_a_reason_is_weightless_and_waits_for_it() -> None:
    found = judge(CONSENSUS, Tally(counted=(*ballots("+++"), ballot("eve", "-"))))
    assert found.standing is S.UNRESOLVED
    assert part(found.verdict, "veto").holds
    assert "the -1 of Eve, which waits for its reason" in part(found.verdict, "doubt").reason


def test_a_veto_without_a_reason_does_not_matter_while_the_vote_is_short() -> None:
    assert judge(CONSENSUS, Tally(counted=(*ballots("++"), ballot("eve", "-")))).standing is S.SHORT


def test_a_veto_needs_no_reason_where_the_rule_asks_for_none() -> None:
    rule = rule_of(quorum=3, veto={"allowed": True, "needs_reason": False})
    assert judge(rule, tally("+++-")).standing is S.VETOED


def test_a_veto_by_somebody_who_does_not_bind_is_none() -> None:
    votes = Tally(counted=(*ballots("+++"), ballot("eve", "-", binding=False, reason="it loses data")))
    assert judge(CONSENSUS, votes).standing is S.PASSING


def test_what_stops_a_vote_and_what_it_lacks_are_both_named() -> None:
    votes = Tally(counted=(ballot("ada"), ballot("eve", "-", reason="it loses data")))
    found = judge(CONSENSUS, votes, hours=1)
    assert found.verdict.passes_when == "the -1 of Eve is withdrawn, then two more binding +1, then at 2026-10-02T09:00Z"


def test_the_first_minus_calls_the_rule_that_takes_over() -> None:
    lazy = rule_of(quorum=1, period={"hours": 0}).escalating_to(rule_of(name="vote", quorum=3, majority=True))
    assert judge(lazy, tally("+")).standing is S.PASSING
    assert judge(lazy, tally("+", "-")).standing is S.PASSING
    after = judge(lazy, tally("+-"))
    assert (after.standing, after.verdict.rule) == (S.SHORT, "vote")


# --- doubt ----------------------------------------------------------------------------------------------------------------


def doubtful(voter: str, value: str = "+", **more: Any) -> Ballot:
    """A counted ballot of somebody who may be a roster person."""
    return ballot(voter, value, binding=False, person=None, identity="has a roster name, from an unknown address", **more)


@pytest.mark.parametrize(
    ("votes", "standing"),
    [
        pytest.param(tally("++", doubtful=[unclear("eve")]), S.UNRESOLVED, id="an unclear ballot could make the quorum"),
        pytest.param(tally("+", doubtful=[unclear("eve")]), S.SHORT, id="one unclear ballot cannot make two"),
        pytest.param(tally("+", doubtful=[unclear("eve"), unclear("bob")]), S.UNRESOLVED, id="two unclear voters can"),
        pytest.param(
            tally("+", doubtful=[unclear("eve"), unclear("eve", message_id="<2@example.org>")]), S.SHORT, id="two mails of one voter cannot"
        ),
        pytest.param(tally("+++", doubtful=[unclear("eve")]), S.PASSING, id="one -1 would not turn three +1"),
        pytest.param(tally("+++--", doubtful=[unclear("eve")]), S.UNRESOLVED, id="a third -1 would"),
        pytest.param(tally("++", doubtful=[unclear("eve", binding=False)]), S.SHORT, id="who cannot bind cannot turn it"),
        pytest.param(
            tally("++", doubtful=[unclear("eve", binding=False, identity="two people have this name")]), S.UNRESOLVED, id="who may bind can"
        ),
        pytest.param(tally("+++", doubtful=[unclear("voter0", hours=2)]), S.UNRESOLVED, id="a later unclear mail may take a +1 back"),
        pytest.param(tally("+++", doubtful=[unclear("voter0", hours=0)]), S.PASSING, id="an earlier unclear mail is overtaken"),
        pytest.param(tally("++++", doubtful=[unclear("voter0", hours=2)]), S.PASSING, id="a +1 taken back that is not needed"),
        pytest.param(tally("+++", doubtful=[unclear("voter0", hours=2, fraction="+0.5")]), S.UNRESOLVED, id="a fraction may replace a +1"),
        pytest.param(tally("++", doubtful=[unclear("eve", fraction="+0.9")]), S.SHORT, id="a fraction is never a +1"),
        pytest.param(tally("++", unseen=["eve"]), S.UNRESOLVED, id="somebody only named in a summary may have voted"),
        pytest.param(tally("+++", unseen=["eve"]), S.PASSING, id="and does not matter when it is enough without"),
        pytest.param(tally("++", unseen=["voter1"]), S.SHORT, id="whose mail was seen is not unseen"),
        pytest.param(Tally(counted=(*ballots("++"), doubtful("eve"))), S.UNRESOLVED, id="a +1 that may be a roster person's"),
        pytest.param(Tally(counted=(*ballots("+++"), doubtful("eve"))), S.PASSING, id="is not needed"),
        pytest.param(Tally(counted=(*ballots("+++--"), doubtful("eve"))), S.PASSING, id="a doubtful +1 is never a -1"),
        pytest.param(Tally(counted=(*ballots("++++---"), doubtful("eve", "-"))), S.UNRESOLVED, id="a doubtful -1 may weigh"),
        pytest.param(
            Tally(counted=(*ballots("++"), doubtful("eve", may_be="voter0", hours=2))), S.SHORT, id="who may be a voter already counted adds nothing"
        ),
        pytest.param(
            Tally(counted=(*ballots("+++"), doubtful("eve", "-", may_be="voter0", hours=2))), S.UNRESOLVED, id="but may have changed their mind"
        ),
        pytest.param(tally("+++---", doubtful=[unclear("eve")]), S.UNRESOLVED, id="contested, and one more would settle it"),
    ],
)  # fmt: skip
def test_doubt_that_could_turn_the_vote_makes_it_unresolved(votes: Tally, standing: Standing) -> None:
    assert judge(LAZY_MAJORITY, votes).standing is standing


def test_a_strangers_unclear_ballot_can_turn_it_only_where_any_minus_counts() -> None:
    votes = tally("+++", "--", doubtful=[unclear("eve", binding=False, person=None)])
    assert judge(LAZY_MAJORITY, votes).standing is S.PASSING
    assert judge(rule_of(quorum=3, majority=True, minus_scope="any"), votes).standing is S.UNRESOLVED


def test_an_unclear_mail_of_a_voter_with_veto_right_can_turn_a_consensus() -> None:
    assert judge(CONSENSUS, tally("+++++", doubtful=[unclear("eve")])).standing is S.UNRESOLVED


def test_doubt_about_who_took_part_matters_for_participation() -> None:
    rule = rule_of(share={"of": "cast", "at_least": [1, 2]}, participation={"of": "roll_call", "at_least": [1, 2]})
    votes = tally("++++-", doubtful=[unclear("voter4", hours=2)])
    assert judge(rule, votes, roll_call=10).standing is S.UNRESOLVED
    assert judge(rule, votes, roll_call=8).standing is S.PASSING


def test_the_doubtful_ballots_are_named() -> None:
    found = judge(LAZY_MAJORITY, tally("++", doubtful=[unclear("eve", doubt="an open condition")], unseen=["bob"]), hours=1)
    doubt = part(found.verdict, "doubt")
    assert doubt.evidence == ("<eve@example.org>",)
    assert "the ballot of Eve (an open condition)" in doubt.reason
    assert "the ballot of bob (a summary names them, their mail was not seen)" in doubt.reason
    assert found.verdict.outcome is Outcome.UNCLEAR
    assert found.verdict.passes_when is not None
    assert found.verdict.passes_when.startswith("a human settles the ballot of Eve")
    assert found.verdict.passes_when.endswith(", then at 2026-10-02T09:00Z")


def test_a_flood_of_strangers_is_one_line() -> None:
    flood = [unclear(f"eve{number}", identity="may be ada") for number in range(500)]
    assert part(judge(LAZY_MAJORITY, tally("", doubtful=flood)).verdict, "doubt").reason.endswith("and 497 more")


# --- time -----------------------------------------------------------------------------------------------------------------


def test_an_open_vote_says_what_is_missing_and_until_when() -> None:
    found = judge(LAZY_MAJORITY, tally("++"), hours=1)
    assert found.verdict.reason == "short: 2 of 3 binding +1, open until Fri 2026-10-02 09:00 UTC"
    assert found.verdict.passes_when == "one more binding +1, then at 2026-10-02T09:00Z"
    assert found.verdict.recheck_at == found.closes_at == OPENED + timedelta(hours=72)
    assert found.verdict.because == "https://example.org/bylaws"


def test_a_vote_that_has_quorum_waits_for_the_time_only() -> None:
    found = judge(LAZY_MAJORITY, tally("+++"), hours=1)
    assert found.verdict.passes_when == "at 2026-10-02T09:00Z"
    assert found.verdict.outcome is Outcome.WAITING


def test_a_vote_that_passes_needs_nothing_more() -> None:
    found = judge(LAZY_MAJORITY, tally("+++"))
    assert (found.verdict.passes_when, found.verdict.recheck_at) == (None, None)
    assert found.verdict.holds
    assert all(one.holds for one in found.verdict.parts)


def test_a_short_vote_after_its_period_is_still_open() -> None:
    found = judge(LAZY_MAJORITY, tally("+"), hours=5000)
    assert (found.standing, found.verdict.passes_when) == (S.SHORT, "two more binding +1")


@pytest.mark.parametrize(
    ("announced", "end"),
    [
        pytest.param(168, 168, id="a call may announce a longer period"),
        pytest.param(48, 72, id="and not a shorter one"),
    ],
)
def test_the_period_ends_at_the_later_of_rule_and_call(announced: int, end: int) -> None:
    found = judge(LAZY_MAJORITY, tally("+++"), hours=70, announced_end=OPENED + timedelta(hours=announced))
    assert found.closes_at == OPENED + timedelta(hours=end)
    assert found.standing is S.PENDING


@pytest.mark.parametrize(
    ("values", "standing"),
    [
        pytest.param("+++", S.UNRESOLVED, id="the period cannot be shown to be over"),
        pytest.param("++", S.SHORT, id="what is short is short"),
        pytest.param("+++---", S.CONTESTED, id="what is contested is contested"),
    ],
)
def test_a_vote_whose_call_was_not_seen_never_passes(values: str, standing: Standing) -> None:
    found = judge(LAZY_MAJORITY, tally(values), hours=5000, opened_known=False)
    assert (found.standing, found.closes_at) == (standing, None)
    assert part(found.verdict, "period").outcome is Outcome.UNCLEAR
    assert found.verdict.passes_when is not None
    assert found.verdict.passes_when.endswith("when the call of the vote is found and its period is over")


def test_before_its_opening_a_vote_is_not_over() -> None:
    assert judge(LAZY_MAJORITY, tally("+++"), hours=-1).standing is S.PENDING


# --- values ---------------------------------------------------------------------------------------------------------------


def test_a_fraction_counts_for_neither_side() -> None:
    votes = Tally(counted=(*ballots("++"), ballot("eve", "+", fraction="+0.9"), ballot("bob", "-", fraction="-0.5")))
    found = judge(LAZY_MAJORITY, votes)
    assert found.standing is S.SHORT
    assert part(found.verdict, "values").reason == "+0.9 of Eve, -0.5 of Bob: a fraction counts for neither side"
    release = rule_of(applies_to=["release"], quorum=3, majority=True, ballots={"fractions": "never_binding"})
    assert part(judge(release, votes).verdict, "values").reason.endswith("a fraction does not bind here")


def test_what_a_mail_claims_of_itself_moves_nothing() -> None:
    claimed = tuple(ballot(f"guest{n}", binding=False, claim=Claim.BINDING) for n in range(9))
    assert judge(LAZY_MAJORITY, Tally(counted=claimed)).standing is S.SHORT


def test_only_counted_ballots_move_a_verdict() -> None:
    gone = ballots("+++", name="gone")
    votes = Tally(counted=ballots("++"), superseded=gone, withdrawn=gone, late=gone)
    assert judge(LAZY_MAJORITY, votes).standing is S.SHORT


# --- properties -----------------------------------------------------------------------------------------------------------

RULES = [
    LAZY_MAJORITY,
    CONSENSUS,
    NO_MINUS,
    rule_of(net=3),
    rule_of(ratio=2, min_total=3),
    rule_of(quorum=3, majority=True, minus_scope="any"),
    rule_of(share={"of": "electorate", "at_least": [2, 3]}),
    rule_of(share={"of": "cast", "more_than": [1, 2]}, participation={"of": "roll_call", "at_least": [1, 2]}),
]
VALUES = st.text(alphabet="+-0", max_size=9)
DOUBTS = st.lists(
    st.sampled_from([unclear("eve"), unclear("voter0", hours=2), unclear("bob", binding=False), doubtful("ann")]), max_size=4
)
VOTES = st.builds(
    lambda values, others, doubts: Tally(
        counted=(*tally(values, others).counted, *{one for one in doubts if one.status is Status.COUNTED}),
        unclear=tuple(one for one in doubts if one.status is Status.UNCLEAR),
    ),
    VALUES,
    VALUES,
    DOUBTS,
)
SIZES = {"electorate_size": 9, "roll_call": 9}


@given(rule=st.sampled_from(RULES), votes=VOTES, order=st.randoms(use_true_random=False))
def test_the_order_of_ballots_changes_no_standing(rule: Any, votes: Tally, order: Any) -> None:
    counted, doubts = list(votes.counted), list(votes.unclear)
    order.shuffle(counted)
    order.shuffle(doubts)
    shuffled = Tally(counted=tuple(counted), unclear=tuple(doubts))
    assert judge(rule, votes, **SIZES).standing is judge(rule, shuffled, **SIZES).standing


@given(votes=VOTES)
def test_one_more_binding_plus_never_stops_a_passing_lazy_majority(votes: Tally) -> None:
    if judge(LAZY_MAJORITY, votes).standing is S.PASSING:
        more = Tally(counted=(*votes.counted, ballot("zoe")), unclear=votes.unclear)
        assert judge(LAZY_MAJORITY, more).standing is S.PASSING


@given(rule=st.sampled_from(RULES), votes=VOTES)
def test_one_more_binding_minus_never_makes_a_vote_pass(rule: Any, votes: Tally) -> None:
    # Where votes of either sort make up a total, a -1 can complete it: two +1 and a -1 are lazy two thirds, two +1 are not.
    if not (rule.participation or rule.min_total) and judge(rule, votes, **SIZES).standing is not S.PASSING:
        more = Tally(counted=(*votes.counted, ballot("zoe", "-", reason="no")), unclear=votes.unclear)
        assert judge(rule, more, **SIZES).standing is not S.PASSING


@given(rule=st.sampled_from(RULES), votes=VOTES, others=VALUES)
def test_ballots_that_do_not_bind_never_make_a_vote_pass(rule: Any, votes: Tally, others: str) -> None:
    more = Tally(counted=(*votes.counted, *ballots(others, binding=False, name="crowd")), unclear=votes.unclear)
    if judge(rule, more, **SIZES).standing is S.PASSING:
        assert judge(rule, votes, **SIZES).standing is S.PASSING


@given(rule=st.sampled_from(RULES), votes=VOTES)
def test_doubt_never_makes_a_vote_pass(rule: Any, votes: Tally) -> None:
    if judge(rule, votes, **SIZES).standing is S.PASSING:
        assert judge(rule, Tally(counted=votes.counted), **SIZES).standing is S.PASSING


@given(rule=st.sampled_from(RULES), votes=VOTES, meanings=st.lists(st.sampled_from("+-0"), min_size=4, max_size=4))
def test_a_vote_that_passes_passes_whatever_the_doubtful_ballots_mean(rule: Any, votes: Tally, meanings: list[str]) -> None:
    if judge(rule, votes, **SIZES).standing is not S.PASSING:
        return
    settled = {one.voter.key: one for one in votes.counted if not one.voter.doubt}
    settled |= {
        one.voter.key: ballot(one.voter.person or "", value, binding=one.binding, reason="no")
        for one, value in zip(votes.unclear, meanings, strict=False)
    }
    assert judge(rule, Tally(counted=tuple(settled.values())), **SIZES).standing is S.PASSING


@given(rule=st.sampled_from(RULES), votes=VOTES, hours=st.floats(0, 200))
def test_time_moves_a_vote_from_pending_to_passing_only(rule: Any, votes: Tally, hours: float) -> None:
    early, late = judge(rule, votes, hours=hours, **SIZES), judge(rule, votes, hours=500, **SIZES)
    assert early.standing is late.standing or (early.standing, late.standing) == (S.PENDING, S.PASSING)
    assert (early.verdict.recheck_at is not None) == (hours < 72)
