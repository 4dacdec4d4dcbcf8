"""Votes to judge, made in few words: one letter for each voter and ballot."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from kipbot.core.judge import VoteTimes, VoteVerdict, judge_vote
from kipbot.core.rules import VoteRule
from kipbot.core.tally import Ballot, Choice, Status, Tally, Voter
from kipbot.core.verdict import Verdict
from kipbot.settings.rulebook import load_rules, shipped_rules

OPENED = datetime(2026, 9, 29, 9, tzinfo=UTC)  # a Tuesday
CHOICES = {"+": Choice.FOR, "-": Choice.AGAINST, "0": Choice.ABSTAIN, "?": None}


def ballot(voter: str, value: str = "+", *, binding: bool = True, person: str | None = "same", **more: Any) -> Ballot:
    """One ballot of "ada"; `person` None is somebody whom the roster does not know."""
    known = voter if person == "same" else person
    who = Voter(known, voter.title(), f"{voter}@example.org", more.pop("identity", None), more.pop("may_be", None))
    at = OPENED + timedelta(hours=more.pop("hours", 1))
    message_id = more.pop("message_id", f"<{voter}@example.org>")
    return Ballot(who, CHOICES[value], at, message_id, value, binding, **more)


def ballots(values: str, *, binding: bool = True, name: str = "voter") -> tuple[Ballot, ...]:
    """ "++-" is two voters for and one against."""
    return tuple(ballot(f"{name}{number}", value, binding=binding) for number, value in enumerate(values))


def unclear(voter: str, value: str = "?", **more: Any) -> Ballot:
    """A mail that may be a vote."""
    return ballot(voter, value, status=Status.UNCLEAR, **more)


def tally(values: str, others: str = "", *, doubtful: Iterable[Ballot] = (), unseen: Iterable[str] = ()) -> Tally:
    """Binding values, values that do not bind, unclear ballots, and people only named."""
    counted = ballots(values) + ballots(others, binding=False, name="guest")
    return Tally(counted=counted, unclear=tuple(doubtful), unseen=tuple(unseen))


def shipped(project: str, kind: str, *, at: datetime = OPENED, about: str = "") -> VoteRule:
    """A rule that kipbot brings."""
    rule = load_rules(shipped_rules() / project).rule_for(kind, at, about=about)
    assert rule is not None
    return rule


def rule_of(**values: Any) -> VoteRule:
    """A rule with what every rule needs."""
    needed = {"applies_to": ["proposal"], "binding": ["pmc"], "confidence": "primary", "because": "https://example.org/bylaws"}
    return VoteRule.model_validate({"name": "rule", **needed, **values})


def judge(rule: VoteRule, votes: Tally, *, hours: float = 100, **more: Any) -> VoteVerdict:
    """The verdict so many hours after the opening."""
    times = VoteTimes(
        OPENED,
        more.pop("announced_end", None),
        more.pop("earlier_rounds", ()),
        more.pop("opened_known", True),
        start=more.pop("start", None),
        ended_early=more.pop("ended_early", None),
    )
    return judge_vote(rule, votes, times, OPENED + timedelta(hours=hours), subject="KIP-1", **more)


def part_of(verdict: VoteVerdict, rule: str) -> Verdict:
    """The part of a verdict that has this name."""
    return next(part for part in verdict.verdict.parts if part.rule == rule)
