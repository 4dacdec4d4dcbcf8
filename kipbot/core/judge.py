"""What does the rule make of a vote at this moment, what makes it pass, and when?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from kipbot.core.checks import binding, count, veto
from kipbot.core.checks.case import Case, VoteTimes, weigh
from kipbot.core.checks.discussion import (
    check_discussion,
    check_implementations,
    check_notice,
    check_shepherd,
    tell_notice,
    tell_shepherd,
)
from kipbot.core.checks.doubt import Wild, check_doubt, extremes, find_wild, find_wild_strangers
from kipbot.core.checks.emeritus import check_emeritus, if_emeritus
from kipbot.core.checks.path import say_path
from kipbot.core.checks.period import check_period, ends_at
from kipbot.core.checks.values import check_change, check_poll, check_values, check_venue
from kipbot.core.discussed import Discussed
from kipbot.core.electorate import BY_ROLE, Electorate
from kipbot.core.rules import VoteRule
from kipbot.core.statements import NOTHING_TOLD, Statements
from kipbot.core.tally import Choice, Tally
from kipbot.core.verdict import Outcome, Standing, Verdict

__all__ = ["VoteTimes", "VoteVerdict", "judge_vote"]

OUTCOMES = {
    Standing.PASSING: Outcome.MET,
    Standing.PENDING: Outcome.WAITING,
    Standing.SHORT: Outcome.WAITING,
    Standing.CONTESTED: Outcome.FAILED,
    Standing.VETOED: Outcome.FAILED,
    Standing.UNRESOLVED: Outcome.UNCLEAR,
}

# What the count alone decides, in the order in which people ask.
CONDITIONS: tuple[Callable[[Case], Verdict | None], ...] = (
    check_poll,
    check_venue,
    check_discussion,
    check_notice,
    check_shepherd,
    check_implementations,
    count.check_quorum,
    count.check_net,
    count.check_total,
    count.check_participation,
    count.check_all_voted,
    count.check_share_of_electorate,
    count.check_majority,
    count.check_ratio,
    count.check_share_of_cast,
    count.check_unanimous,
    veto.check_veto,
    veto.check_no_minus,
)


class Doubts(NamedTuple):
    """Whether the answer could change by what doubtful ballots mean, by somebody not named, by somebody silent."""

    turned: bool
    missed: bool
    silent: bool


@dataclass(frozen=True, slots=True)
class VoteVerdict:
    """The standing of a vote, the tree of results behind it, and the moment before which it cannot close (aware, UTC)."""

    standing: Standing
    verdict: Verdict
    closes_at: datetime | None = None


def judge_vote(  # noqa: PLR0913 - what is known of a vote comes from six places
    rule: VoteRule,
    tally: Tally,
    vote: VoteTimes,
    as_of: datetime,
    *,
    subject: str,
    electorate_size: int | None = None,
    roll_call: int | None = None,
    electorate: Electorate = BY_ROLE,
    discussed: Discussed | None = None,
    told: Statements = NOTHING_TOLD,
) -> VoteVerdict:
    """Judge one vote as of a moment (aware): only counted ballots move it, and doubt that could turn it makes it unresolved.

    `electorate_size` is how many may vote, `roll_call` how many answered the last roll call, for rules that ask for a
    share of them; where a rule asks and nobody knows, the vote is unresolved. `electorate` is who is left out,
    `discussed` the discussion before the call, `told` what else the mail says that the rule asks for.
    """
    rule = _rule_at_work(rule, tally)
    roll_call = electorate.roll_call_size if roll_call is None else roll_call
    counts = weigh(rule, tally.counted)
    case = Case(rule, tally, counts, vote, as_of, subject, electorate_size, roll_call, electorate, discussed, told)
    wild = tuple(person for person in find_wild(rule, tally) if not binding.is_left_out(case, person.key))
    conditions = _conditions(case)
    doubts = Doubts(_could_turn(case, wild, conditions), _could_miss(case, wild), _could_be_silent(case, wild))
    parts = _parts(case, wild, doubts, conditions)
    standing = _standing(parts, doubts)
    return VoteVerdict(standing, _root(case, standing, parts, wild if doubts.turned else ()), ends_at(case))


def _rule_at_work(rule: VoteRule, tally: Tally) -> VoteRule:
    """The rule itself, or the one that takes over with the first binding -1 (lazy approval)."""
    if rule.escalation is not None and tally.cast(Choice.AGAINST, binding=True):
        return rule.escalation
    return rule


def _conditions(case: Case) -> list[Verdict]:
    return [part for check in CONDITIONS if (part := check(case)) is not None]


def _meets(case: Case) -> bool | None:
    """Whether the count meets the rule, the period aside; `None` where a number that decides is not known."""
    return _are_met(_conditions(case))


def _are_met(conditions: list[Verdict]) -> bool | None:
    outcomes = {part.outcome for part in conditions}
    if outcomes & {Outcome.WAITING, Outcome.FAILED}:
        return False
    return None if Outcome.UNCLEAR in outcomes else True


def _could_turn(case: Case, wild: tuple[Wild, ...], conditions: list[Verdict]) -> bool:
    """Whether pass and not pass are both possible, depending on what the doubtful ballots mean."""
    if case.rule.venue == "private":
        return True
    answers = {_are_met(conditions)}
    if wild or find_wild_strangers(case.rule, case.tally):
        answers |= {_meets(replace(case, counts=counts)) for counts in extremes(case, wild)}
    return None in answers or len(answers) > 1


def _could_miss(case: Case, wild: tuple[Wild, ...]) -> bool:
    """Whether leaving out (or letting in) somebody whom the rule speaks of and nobody has named could change the answer."""
    if not binding.say_unknown(case):
        return False
    return any(_meets(other) is not _meets(each) for each in _as_doubted(case, wild) for other in binding.others(each))


def _as_doubted(case: Case, wild: tuple[Wild, ...]) -> tuple[Case, ...]:
    """The vote as counted, and as it would be if all doubt fell one way."""
    counts = dict.fromkeys((case.counts, *extremes(case, wild)))
    return tuple(replace(case, counts=each) for each in counts)


def _could_be_silent(case: Case, wild: tuple[Wild, ...]) -> bool:
    """Whether the answer could change if those who were silent for long are emeritus, whoever is meant otherwise."""
    silence = case.electorate.silence
    if silence is None or not silence.people:
        return False
    cases = _as_doubted(case, wild)
    named = (*cases, *(other for each in cases for other in binding.others(each)))
    for each in named:
        meets = _meets(each)
        if any(_meets(other) is not meets for other in if_emeritus(each)):
            return True
    return False


def _parts(case: Case, wild: tuple[Wild, ...], doubts: Doubts, conditions: list[Verdict]) -> tuple[Verdict, ...]:
    known = {part.rule for part in conditions if not part.holds}
    shown = (
        *(part for part in (tell_notice(case), tell_shepherd(case)) if part is not None and part.rule not in known),
        check_period(case),
        check_values(case),
        check_change(case),
        binding.check_binding(case, turns=doubts.missed),
        check_emeritus(case, turns=doubts.silent),
        check_doubt(case, wild, turns=doubts.turned),
    )
    return (*conditions, *(part for part in shown if part is not None))


def _standing(parts: tuple[Verdict, ...], doubts: Doubts) -> Standing:
    """Doubt comes first, then what only a withdrawal mends, then what is missing, then time."""
    failing = {part.rule for part in parts if part.outcome in (Outcome.FAILED, Outcome.WAITING)} - {"period"}
    untimed = any(part.rule == "period" and part.outcome is Outcome.UNCLEAR for part in parts)
    if any(doubts) or (not failing and untimed):
        return Standing.UNRESOLVED
    if "veto" in failing:
        return Standing.VETOED
    if failing - {"majority"}:
        return Standing.SHORT
    if failing:
        return (
            Standing.CONTESTED if any(p.rule == "majority" and p.outcome is Outcome.FAILED for p in parts) else Standing.SHORT
        )
    return Standing.PENDING if any(not part.holds for part in parts if part.rule == "period") else Standing.PASSING


def _root(case: Case, standing: Standing, parts: tuple[Verdict, ...], wild: tuple[Wild, ...]) -> Verdict:
    times = [part.recheck_at for part in parts if part.recheck_at is not None]
    evidence = tuple(dict.fromkeys(mid for part in parts for mid in part.evidence))
    return Verdict(
        subject=case.subject,
        rule=case.rule.name,
        outcome=OUTCOMES[standing],
        reason=_say(standing, parts),
        evidence=evidence,
        because=case.rule.because,
        recheck_at=min(times, default=None),
        passes_when=None if standing is Standing.PASSING else say_path(case, standing, wild, _meets),
        parts=parts,
    )


def _say(standing: Standing, parts: tuple[Verdict, ...]) -> str:
    """The one line: what is missing first, else what was met; the period always."""
    missing = [part for part in parts if not part.holds] if standing is not Standing.PASSING else []
    # "0 of 3 binding +1" says it all: that nought is not more than nought need not be added.
    if any(part.rule == "quorum" for part in missing):
        missing = [part for part in missing if part.rule != "majority" or part.outcome is Outcome.FAILED]
    told = missing or [part for part in parts if part.rule != "values"]
    return f"{standing}: " + ", ".join(part.reason for part in told)
