"""Do real projects' rules give the answers that are known?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from kipbot.core.calendar import Unit, period_end
from kipbot.core.judge import VoteTimes, judge_vote
from kipbot.core.tally import Claim, Tally
from kipbot.core.verdict import Standing
from tests.core.voting import ballot, ballots, judge, shipped, tally, unclear

S = Standing
EST = timezone(timedelta(hours=-5))


@pytest.mark.parametrize(
    ("project", "kind", "about", "votes", "standing"),
    [
        pytest.param("kafka", "proposal", "", tally("+" * 9, "+" * 5), S.PASSING, id="a KIP with 9 binding and 5 other +1"),
        pytest.param("kafka", "proposal", "", tally("+++", "+"), S.PASSING, id="a KIP with 4 +1 of which 3 bind"),
        pytest.param("kafka", "proposal", "", tally("++"), S.SHORT, id="a KIP with a marked and an unmarked committer is 2 of 3"),
        pytest.param("kafka", "proposal", "", tally("+", unseen=["a", "b"]), S.UNRESOLVED, id="a summary makes a lower bound"),
        pytest.param("kafka", "proposal", "", tally("+++-"), S.PASSING, id="a KIP with +3 and one binding -1 passes"),
        pytest.param("spark", "proposal", "", tally("+++-"), S.VETOED, id="an SPIP with +3 and one binding -1 does not"),
        pytest.param("kafka", "release", "", tally("+++-"), S.PASSING, id="a release with +3 -1 passes"),
        pytest.param("kafka", "release", "", tally("+++---"), S.CONTESTED, id="a release with +3 -3 fails"),
        pytest.param("kafka", "release", "", tally("++", "+++++"), S.SHORT, id="a release needs three of the PMC"),
        pytest.param("cassandra", "release", "", tally("++++-"), S.VETOED, id="one -1 of the PMC stops a Cassandra release"),
        pytest.param("arrow", "release", "", tally("+++"), S.PASSING, id="an Arrow release with +3"),
        pytest.param("arrow", "release", "", tally("++++--"), S.SHORT, id="an Arrow release with +4 -2 is net 2"),
        pytest.param("arrow", "release", "", tally("+++++--"), S.PASSING, id="an Arrow release with +5 -2 is net 3"),
        pytest.param("orc", "code_change", "", tally("+"), S.PASSING, id="ORC code needs one +1"),
        pytest.param("orc", "code_change", "", tally("+-"), S.VETOED, id="and no -1"),
        pytest.param("orc", "code_change", "", tally(""), S.SHORT, id="and silence is not enough"),
        pytest.param("hadoop", "release_plan", "", tally(""), S.PASSING, id="a Hadoop plan stands unless somebody objects"),
        pytest.param("hadoop", "release_plan", "", tally("+++-"), S.VETOED, id="and falls if somebody does"),
        pytest.param("hadoop", "codebase", "", tally("++-"), S.PASSING, id="Hadoop lazy two thirds: twice as many"),
        pytest.param("hadoop", "codebase", "", tally("+++--"), S.CONTESTED, id="Hadoop lazy two thirds: not twice as many"),
        pytest.param("hadoop", "codebase", "", tally("++"), S.SHORT, id="Hadoop lazy two thirds: two votes are not three"),
        pytest.param("hadoop", "code_change", "", tally("+"), S.PASSING, id="Hadoop code with one +1"),
        pytest.param("hadoop", "branch_merge", "", tally("++"), S.SHORT, id="a Hadoop branch needs three"),
        pytest.param("pulsar", "proposal", "", tally("+++-"), S.PASSING, id="a PIP is a lazy majority"),
        pytest.param("kafka", "code_change", "", tally("+"), S.PASSING, id="Kafka code by lazy approval"),
        pytest.param("kafka", "code_change", "", tally("+-"), S.SHORT, id="the first -1 makes it a vote for three"),
        pytest.param("kafka", "poll", "", tally("+++++"), S.SHORT, id="a poll approves nothing"),
        pytest.param("kafka", "other", "New committer: Ada", tally("+++"), S.UNRESOLVED, id="a vote on people is never tallied"),
        pytest.param("maven", "release", "", tally("++++", doubtful=[unclear("tester", binding=False)]), S.PASSING, id="Maven: four and a tester"),
        pytest.param("maven", "release", "", tally("", "-"), S.SHORT, id="Maven: a -1 that does not bind blocks nothing"),
    ],
)  # fmt: skip
def test_a_vote_of_a_project_stands(project: str, kind: str, about: str, votes: Tally, standing: Standing) -> None:
    assert judge(shipped(project, kind, about=about), votes, hours=500).standing is standing


def test_one_person_from_two_addresses_is_one_vote() -> None:
    earlier = ballot("ada", hours=1)
    counted = (ballot("ada", hours=2, message_id="<2@example.net>"), *ballots("+"))
    assert judge(shipped("kafka", "proposal"), Tally(counted=counted, superseded=(earlier,))).standing is S.SHORT


def test_a_claim_of_weight_moves_nothing() -> None:
    votes = Tally(counted=(*ballots("++"), ballot("guest", binding=False, claim=Claim.BINDING)))
    assert judge(shipped("kafka", "proposal"), votes).standing is S.SHORT


@pytest.mark.parametrize(
    ("at", "votes", "standing"),
    [
        pytest.param("2019-01-15", tally("+++-"), S.PASSING, id="a FLIP of early 2019 was a lazy majority"),
        pytest.param("2020-01-15", tally("+++-"), S.UNRESOLVED, id="today its -1 waits for a reason"),
        pytest.param(
            "2020-01-15", Tally(counted=(*ballots("+++"), ballot("eve", "-", reason="it breaks jobs"))), S.VETOED, id="and with one is a veto"
        ),
        pytest.param("2020-01-15", tally("+++"), S.PASSING, id="three and no veto are Flink's consensus"),
    ],
)  # fmt: skip
def test_flink_is_judged_by_the_rule_of_its_day(at: str, votes: Tally, standing: Standing) -> None:
    rule = shipped("flink", "proposal", at=datetime.fromisoformat(at).replace(tzinfo=UTC))
    assert judge(rule, votes).standing is standing


def test_flink_bylaws_need_two_thirds_of_those_who_may_vote() -> None:
    rule = shipped("flink", "bylaws")
    assert judge(rule, tally("+" * 17), hours=500, electorate_size=27).standing is S.SHORT
    assert judge(rule, tally("+" * 18), hours=500, electorate_size=27).standing is S.PASSING
    # After the silent ones have been pinged three times they leave the electorate of this vote.
    assert judge(rule, tally("+" * 17), hours=500, electorate_size=25).standing is S.PASSING


# --- Cassandra: a roll call of 27 -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "votes", "roll_call", "standing"),
    [
        pytest.param("proposal", tally("+" * 14), 27, S.PASSING, id="14 of 27 in favour"),
        pytest.param("proposal", tally("+" * 13), 27, S.SHORT, id="13 of 27 in favour"),
        pytest.param("proposal", tally("+" * 14), None, S.UNRESOLVED, id="no roll call known"),
        pytest.param("bylaws", tally("+" * 10 + "-" * 4), 27, S.PASSING, id="governance: 14 take part, 10 in favour"),
        pytest.param("bylaws", tally("+" * 9 + "-" * 5), 27, S.CONTESTED, id="governance: 14 take part, 9 in favour"),
        pytest.param("bylaws", tally("+" * 13), 27, S.SHORT, id="governance: 13 take part, all in favour"),
        pytest.param("bylaws", tally("+" * 10 + "0" * 4), 27, S.PASSING, id="governance: who abstains takes part"),
    ],
)
def test_cassandra_counts_by_its_roll_call(kind: str, votes: Tally, roll_call: int | None, standing: Standing) -> None:
    assert judge(shipped("cassandra", kind), votes, roll_call=roll_call).standing is standing


# --- periods --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("project", "kind", "hours"),
    [
        pytest.param("kafka", "proposal", 72, id="a KIP 72 hours"),
        pytest.param("pulsar", "proposal", 48, id="a PIP 48 hours"),
        pytest.param("hadoop", "release", 120, id="a Hadoop release five days"),
        pytest.param("hadoop", "other", 168, id="any other Hadoop vote seven days"),
        pytest.param("iceberg", "release", 120, id="Iceberg from Wednesday: 72 hours and a weekend"),
        pytest.param("zookeeper", "release", 120, id="ZooKeeper from Wednesday: three business days and a weekend"),
        pytest.param("orc", "release", 72, id="ORC 72 hours"),
    ],
)
def test_a_vote_opened_on_a_wednesday_is_open_for(project: str, kind: str, hours: int) -> None:
    rule = shipped(project, kind)
    wednesday = datetime(2026, 9, 30, 15, tzinfo=UTC)
    assert period_end(wednesday, rule.period.length, rule.period.unit) == wednesday + timedelta(hours=hours)


# Kafka, from the tag of the last candidate to the final tag, in hours.
@pytest.mark.parametrize(
    "hours", [pytest.param(73.1, id="3.8.0"), pytest.param(75.0, id="2.8.1"), pytest.param(94.3, id="3.2.3"), 766]
)
def test_kafka_releases_kept_to_72_calendar_hours(hours: float) -> None:
    assert judge(shipped("kafka", "release"), tally("+++"), hours=hours).standing is S.PASSING


def _kafka(opened: datetime, ended: datetime, **period: Any) -> Standing:
    rule = shipped("kafka", "release")
    rule = rule.model_copy(update={"period": rule.period.model_copy(update=period)})
    return judge_vote(rule, tally("+++"), VoteTimes(opened.astimezone(UTC)), ended, subject="4.4.0 RC1").standing


def test_kafka_3_8_0_passes_in_business_hours_as_well() -> None:
    opened = datetime(2024, 7, 23, 9, tzinfo=UTC)  # RC3, a Tuesday; the final tag on Friday
    ended = opened + timedelta(hours=73, minutes=6)
    assert _kafka(opened, ended) is S.PASSING
    assert _kafka(opened, ended, unit=Unit.WEEKEND_FREE_HOURS) is S.PASSING


def test_kafka_2_7_0_rc6_passes_by_the_calendar_and_fails_with_weekends_excluded() -> None:
    opened, ended = datetime(2020, 12, 16, 8, 58, tzinfo=EST), datetime(2020, 12, 19, 11, 50, tzinfo=EST)
    assert _kafka(opened, ended) is S.PASSING
    assert _kafka(opened, ended, unit=Unit.WEEKEND_FREE_HOURS) is S.PENDING


def test_a_result_after_69_85_hours_comes_too_early() -> None:
    assert judge(shipped("maven", "release"), tally("+++++"), hours=69.85).standing is S.PENDING
    assert judge(shipped("maven", "release"), tally("+++++"), hours=70.84).standing is S.PENDING
    assert judge(shipped("maven", "release"), tally("+++++"), hours=77.51).standing is S.PASSING


@pytest.mark.parametrize(
    ("rounds", "hours"),
    [
        pytest.param([], 72, id="rc1"),
        pytest.param([24], 48, id="rc2 after 24 hours of rc1"),
        pytest.param([70], 24, id="rc2 after 70 hours of rc1"),
        pytest.param([12, 24], 36, id="rc3 after 12 and 24 hours"),
        pytest.param([12, 24, 36], 24, id="rc4 after 12, 24 and 36 hours"),
    ],
)
def test_airflow_candidates_share_72_hours(rounds: list[int], hours: int) -> None:
    rule = shipped("airflow", "release")
    earlier = tuple(timedelta(hours=hour) for hour in rounds)
    assert judge(rule, tally("+++"), hours=hours - 0.1, earlier_rounds=earlier).standing is S.PENDING
    assert judge(rule, tally("+++"), hours=hours, earlier_rounds=earlier).standing is S.PASSING
    assert judge(rule, tally("++"), hours=500, earlier_rounds=earlier).standing is S.SHORT


def test_airflow_says_why_a_candidate_may_be_shorter() -> None:
    verdict = judge(shipped("airflow", "release"), tally("+++"), hours=1, earlier_rounds=(timedelta(hours=24),)).verdict
    assert "at least 48 h, as earlier candidates were open for 24 h" in verdict.reason


def test_who_binds_differs_from_vote_to_vote() -> None:
    binding = {
        (project, kind): shipped(project, kind).binding
        for project, kind in [("kafka", "proposal"), ("kafka", "release"), ("airflow", "proposal"), ("spark", "proposal")]
    }
    assert binding == {
        ("kafka", "proposal"): ("committer",),
        ("kafka", "release"): ("pmc",),
        ("airflow", "proposal"): ("pmc", "committer"),
        ("spark", "proposal"): ("pmc",),
    }
