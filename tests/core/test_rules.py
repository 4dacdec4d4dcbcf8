"""Which rule does a vote follow, and what may a rule say?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from kipbot.core.patterns import check_pattern, compile_pattern
from kipbot.core.rules import Period, ProposalPattern, RuleSet, Share, VoteRule
from kipbot.settings.rulebook import load_rules, shipped_rules
from tests.core.voting import OPENED, rule_of


@pytest.mark.parametrize(
    ("project", "kind", "about", "name"),
    [
        pytest.param(
            "kafka",
            "proposal",
            "KIP-7: Bylaws for topics",
            "kip",
            id="a proposal follows the proposal rule, whatever its title",
        ),
        pytest.param("kafka", "release", "4.4.0 RC2", "release", id="a release"),
        pytest.param("kafka", "other", "4.4 release plan", "release_plan", id="a release plan is known by its title"),
        pytest.param("kafka", "other", "Amend the bylaws", "bylaws", id="the bylaws"),
        pytest.param("kafka", "other", "Move the site to git", "decision", id="anything else is a decision as the ASF has it"),
        pytest.param("kafka", "bylaws", "", "bylaws", id="an action can be asked for by name"),
        pytest.param("kafka", "code_change", "", "code", id="a code change starts with lazy approval"),
        pytest.param("kafka", "other", "New committer: Ada", "new_people", id="people are voted on in private"),
        pytest.param(
            "kafka", "other", "Make it easier for a new committer", "decision", id="a vote about committers is not one"
        ),
        pytest.param("kafka", "poll", "Which date?", "poll", id="a poll"),
        pytest.param("maven", "proposal", "Maven 4 needs Java 17", "decision", id="a proposal where there is no rule for them"),
        pytest.param("hadoop", "other", "Merge HDFS-1 to trunk", "branch_merge", id="a branch merge"),
        pytest.param("iceberg", "proposal", "Spec: add a type", "spec_change", id="a change of the spec"),
        pytest.param("iceberg", "proposal", "Java 17", "decision", id="a proposal that changes no spec"),
    ],
)
def test_a_vote_follows_its_rule(project: str, kind: str, about: str, name: str) -> None:
    rule = load_rules(shipped_rules() / project).rule_for(kind, OPENED, about=about)
    assert rule is not None
    assert rule.name == name


def test_a_vote_is_judged_by_the_rule_in_force_when_it_opened() -> None:
    flink = load_rules(shipped_rules() / "flink")
    before, after = datetime(2019, 7, 31, 23, 59, tzinfo=UTC), datetime(2019, 8, 1, tzinfo=UTC)
    names = [rule.name for at in (before, after) if (rule := flink.rule_for("proposal", at)) is not None]
    assert names == ["flip_until_2019", "flip"]


@pytest.mark.parametrize(
    ("project", "kinds"),
    [
        pytest.param("kafka", ["proposal", "release", "code_change", "release_plan", "bylaws"], id="Kafka: active committers, active PMC"),
        pytest.param("flink", ["proposal", "code_change", "bylaws"], id="Flink: active committers"),
        pytest.param("zookeeper", ["code_change", "release_plan", "bylaws"], id="ZooKeeper: active committers"),
    ],
)  # fmt: skip
def test_who_is_emeritus_does_not_bind_where_the_bylaws_say_active(project: str, kinds: list[str]) -> None:
    rules = load_rules(shipped_rules() / project)
    for kind in kinds:
        rule = rules.rule_for(kind, OPENED, about="Release plan, or bylaws")
        assert rule is not None and rule.active_only
        assert rule.escalation is None or rule.escalation.active_only


def test_no_rule_is_none_and_not_a_guess() -> None:
    rules = RuleSet.model_validate({"schema": 1, "project": "lone", "asf": False, "votes": {"a": rule_of(quorum=1)}})
    assert rules.rule_for("release", OPENED) is None
    assert rules.rule_for("nonsense", OPENED) is None


def test_lazy_approval_knows_the_rule_that_takes_over() -> None:
    rule = load_rules(shipped_rules() / "kafka").rule_for("code_change", OPENED)
    assert rule is not None
    assert rule.escalation is not None
    assert rule.escalation.name == "code_vote"


@pytest.mark.parametrize(
    ("share", "whole", "needed"),
    [
        pytest.param({"more_than": (1, 2)}, 27, 14, id="more than half of 27"),
        pytest.param({"more_than": (1, 2)}, 28, 15, id="more than half of 28 is not half"),
        pytest.param({"at_least": (1, 2)}, 27, 14, id="at least half of 27"),
        pytest.param({"at_least": (1, 2)}, 28, 14, id="at least half of 28 is half"),
        pytest.param({"at_least": (2, 3)}, 27, 18, id="two thirds of 27"),
        pytest.param({"at_least": (2, 3)}, 28, 19, id="two thirds of 28 are rounded up"),
        pytest.param({"at_least": (66, 100)}, 14, 10, id="66 percent of 14"),
    ],
)
def test_a_share_needs_so_many(share: dict[str, Any], whole: int, needed: int) -> None:
    assert Share(of="electorate", **share).needed(whole) == needed


@pytest.mark.parametrize(
    ("rounds", "hours"),
    [
        pytest.param([], 72, id="the first candidate"),
        pytest.param([24], 48, id="after 24 hours 48 are left"),
        pytest.param([70], 24, id="never less than 24"),
        pytest.param([12, 24], 36, id="two rounds are added up"),
        pytest.param([12, 24, 36], 24, id="and a fourth has its floor"),
        pytest.param([700], 24, id="a very long round saves no more than others"),
    ],
)
def test_candidates_share_a_period(rounds: list[int], hours: int) -> None:
    period = Period.model_validate({"hours": 72, "cumulative": {"hours": 72, "floor_hours": 24}})
    assert period.least(tuple(timedelta(hours=hour) for hour in rounds)) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        pytest.param({}, "asks for nothing", id="a rule must ask for something"),
        pytest.param(
            {"quorum": 1, "ballots": {"values": [1, 0, -1]}}, "must be quoted", id="values that YAML reads as numbers"
        ),
        pytest.param({"quorum": 1, "ballots": {"values": []}}, "or nobody can vote for it", id="no values at all"),
        pytest.param(
            {"quorum": 1, "discussion": {"shepherd_within_days": 30}},
            "needs the role of a shepherd",
            id="days for a shepherd whom nobody asks for",
        ),
        pytest.param({"quorum": 0}, "greater than or equal to 1", id="a quorum of nought is none"),
        pytest.param({"quorum": 1, "binding": []}, "says not whose ballots bind", id="a rule says who binds"),
        pytest.param({"quorum": 1, "period": {"hours": 1, "days": 1}}, "hours or days, not both", id="one length"),
        pytest.param({"quorum": 1, "period": {}}, "needs hours or days", id="a length"),
        pytest.param({"quorum": 1, "from": "2020-01-01", "to": "2020-01-01"}, "which is never", id="in force for no day"),
        pytest.param({"quorum": 1, "because": "the bylaws"}, "match pattern", id="because is a link"),
        pytest.param({"share": {"of": "cast"}}, "either at_least or more_than", id="a share has a bound"),
        pytest.param({"share": {"of": "cast", "at_least": [3, 2]}}, "at most the whole", id="no share is more than all"),
        pytest.param({"quorum": 1, "confidence_of": {"qourum": "inferred"}}, "no value of a rule", id="confidence in a value"),
        pytest.param({"quorum": 1, "matches": ["(a+)+"]}, "repeats a group", id="a pattern that can hang"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(values: dict[str, Any], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        rule_of(**values)


def test_every_inferred_value_is_named() -> None:
    rule = rule_of(quorum=3, majority=True, confidence="inferred", confidence_of={"quorum": "primary", "period": "recalled"})
    assert rule.unsure() == ("majority (inferred)", "binding (inferred)", "period (recalled)")


@pytest.mark.parametrize("title", ["KIP-71: Streams", "kip 71 - streams", "[VOTE] KIP71", "KIP\u201171"])
def test_a_prefix_is_enough_for_a_proposal_pattern(title: str) -> None:
    found = compile_pattern(ProposalPattern(prefix="KIP").expression).search(title)
    assert found is not None
    assert found[1] == "71"


def test_a_proposal_pattern_has_one_group() -> None:
    with pytest.raises(ValidationError, match="exactly one group"):
        ProposalPattern(prefix="KIP", pattern=r"KIP-\d{1,6}")


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+", "(a|a)*", "((a))*", "(?:a?){9}", "a+b+c+", "a{1,50}b{1,50}c{1,50}", "a?" * 9, r"(a)\1", "(?P<x>a)(?P=x)", "(", "a" * 201,
        "(a)(a)(a)(a)(a)", "a{0,9}" * 5,
    ],
)  # fmt: skip
def test_a_pattern_that_could_hang_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"pattern|repeat|refers|has more"):
        check_pattern(pattern)


@pytest.mark.parametrize("pattern", [r"\bKIP[-\s]?(\d+)\b", r"\(a\)+", "[*+(|]+x", r"(\d{1,6})?$", r"(?i)\brelease plan\b"])
def test_a_plain_pattern_is_taken(pattern: str) -> None:
    assert check_pattern(pattern) == pattern


def test_a_pattern_looks_at_the_start_of_a_title_only() -> None:
    rule = rule_of(quorum=1, matches=["needle"])
    assert not rule.fits("x" * 300 + "needle")
    assert rule.fits("Needle" + "x" * 300)


def test_a_rule_cannot_be_changed() -> None:
    rule = rule_of(quorum=3)
    with pytest.raises(ValidationError):
        rule.quorum = 1  # type: ignore[misc]
    assert isinstance(rule, VoteRule)


def test_holidays_that_nobody_has_named_are_told() -> None:
    longer = {"hours": 72, "extended_over_holidays": True}
    assert rule_of(quorum=3, period=longer).undated() == ("period.extended_over_holidays",)
    assert rule_of(quorum=3, period={**longer, "holidays": ["2026-12-25"]}).undated() == ()
