"""Does a project's rule keep what the rules it extends insist on?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

from kipbot.core.calendar import say_hours
from kipbot.core.rules import VoteRule
from kipbot.core.terms import FloorKey


class Weakness(NamedTuple):
    """One value below the floor: which, in what words, and whether the floor is a MUST."""

    key: FloorKey
    said: str
    must: bool


def find_weaknesses(rule: VoteRule, floor: VoteRule) -> tuple[Weakness, ...]:
    """Where `rule` asks for less than `floor` insists on. Asking for more is always right."""
    keys = [(key, True) for key in floor.floor.must] + [(key, False) for key in floor.floor.should]
    found = ((key, must, _COMPARE[key](rule, floor)) for key, must in keys)
    return tuple(Weakness(key, said, must) for key, must, said in found if said)


def _quorum(rule: VoteRule, floor: VoteRule) -> str:
    sure, needed = max(rule.quorum or 0, rule.net or 0), floor.quorum or 0
    return f"asks for {sure or 'no'} binding +1, less than the {needed} of the floor" if sure < needed else ""


def _majority(rule: VoteRule, floor: VoteRule) -> str:
    half = rule.share is not None and rule.share.of.startswith("cast") and _beyond_half(rule)
    sure = rule.majority or rule.net or (rule.ratio or 0) > 1 or rule.no_minus or rule.unanimous or half
    # A `no_minus` vote still needs somebody in favour: that is the quorum's part of the floor.
    if floor.majority and _knows_no_minus(rule):
        return "takes no -1 (ballots.values), so that nobody can vote against it"
    return "" if sure or not floor.majority else "does not ask for more +1 than -1"


def _beyond_half(rule: VoteRule) -> bool:
    share = rule.share
    return share is not None and (share.fraction * 2 > 1 or (share.fraction * 2 == 1 and share.more_than is not None))


def _binding(rule: VoteRule, floor: VoteRule) -> str:
    others: list[str] = [role for role in rule.binding if role not in floor.binding]
    others += ["whoever wrote the change"] * (rule.primary_author_binds and not floor.primary_author_binds)
    return f"lets ballots of {', '.join(others)} bind, which the floor does not" if others else ""


def _period(rule: VoteRule, floor: VoteRule) -> str:
    """Days and hours that count only on working days are never shorter than calendar ones.

    A poll or an emergency vote that ends it early makes no vote pass here before its time, as no mail shows it.
    """
    if rule.period.early_close == "by_caller" and floor.period.length and floor.period.early_close != "by_caller":
        return f"lets its caller end it at any time, before the {say_hours(floor.period.length)} of the floor"
    least = rule.period.length
    if rule.period.cumulative is not None:
        least = min(least, timedelta(hours=rule.period.cumulative.floor_hours))
    short = least < floor.period.length
    return (
        f"may be as short as {say_hours(least)}, less than the {say_hours(floor.period.length)} of the floor" if short else ""
    )


def _knows_no_minus(rule: VoteRule) -> bool:
    """Whether a -1 weighs nothing, as the rule's ballots have no such value."""
    return "-1" not in rule.ballots.values


def _veto(rule: VoteRule, floor: VoteRule) -> str:
    if floor.veto.allowed and _knows_no_minus(rule):
        return "takes no -1 (ballots.values), so that nobody can veto a code change"
    return "" if rule.veto.allowed or rule.no_minus or not floor.veto.allowed else "lets no binding -1 stop a code change"


_COMPARE: dict[FloorKey, Callable[[VoteRule, VoteRule], str]] = {
    "quorum": _quorum,
    "majority": _majority,
    "binding": _binding,
    "period": _period,
    "veto": _veto,
}
