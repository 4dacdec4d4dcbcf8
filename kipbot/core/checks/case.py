"""What does a check look at, and how do the counted ballots weigh under a rule?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from kipbot.core.discussed import Discussed
from kipbot.core.electorate import BY_ROLE, Electorate
from kipbot.core.opening import Ended, Start
from kipbot.core.rules import VoteRule
from kipbot.core.statements import NOTHING_TOLD, Statements
from kipbot.core.tally import Ballot, Choice, Tally
from kipbot.core.verdict import Outcome, Verdict

_ZERO = re.compile(r"(?<![\w.,])([+\-\u2212\u2013])\s?0(?![\w.,]\d)")


@dataclass(frozen=True, slots=True)
class VoteTimes:
    """When a vote ran. Times are aware and UTC; `earlier_rounds` is how long earlier candidates were open.

    `opened_known` is false when the call itself was never seen, only mail that answers it, or (`call_undated`) has no date.
    `start` is what the period begins with, where that is not the opening; `ended_early` is the caller's word that ended the
    vote before its period was over.
    """

    opened_at: datetime
    announced_end: datetime | None = None
    earlier_rounds: tuple[timedelta, ...] = ()
    opened_known: bool = True
    call_undated: bool = False
    start: Start | None = None
    ended_early: Ended | None = None

    @property
    def starts_at(self) -> datetime:
        """The moment from which the period counts."""
        return self.opened_at if self.start is None else self.start.at


@dataclass(frozen=True, slots=True)
class Counts:
    """How many ballots weigh how much: binding +1, binding -1, binding neither, and -1 that do not bind.

    `vetoes` are the binding -1 that stop a vote where vetoes are allowed.
    """

    plus: int = 0
    minus: int = 0
    zero: int = 0
    other_minus: int = 0
    vetoes: int = 0

    def with_more_plus(self, more: int) -> Counts:
        """The same count after `more` binding +1."""
        return Counts(self.plus + more, self.minus, self.zero, self.other_minus, self.vetoes)

    def less(self, other: Counts) -> Counts:
        """The same count without what others weigh; numbers may be below nought, where it is a difference."""
        return Counts(
            self.plus - other.plus,
            self.minus - other.minus,
            self.zero - other.zero,
            self.other_minus - other.other_minus,
            self.vetoes - other.vetoes,
        )


@dataclass(frozen=True, slots=True)
class Case:
    """One vote before its rule at one moment."""

    rule: VoteRule
    tally: Tally
    counts: Counts
    times: VoteTimes
    as_of: datetime
    subject: str
    electorate_size: int | None = None
    roll_call: int | None = None
    electorate: Electorate = BY_ROLE
    discussed: Discussed | None = None
    told: Statements = NOTHING_TOLD

    def against(self) -> int:
        """The -1 that weigh in a majority: binding ones, or any where the rule says so."""
        return self.counts.minus + (self.counts.other_minus if self.rule.minus_scope == "any" else 0)

    def verdict(self, rule: str, outcome: Outcome, reason: str, evidence: Iterable[str] = ()) -> Verdict:
        """A named part of the answer, with the rule's link."""
        return Verdict(self.subject, rule, outcome, reason, tuple(dict.fromkeys(evidence)), self.rule.because)

    def whole(self, of: str) -> int | None:
        """How many a share is measured by; `None` where nobody has said how many may vote."""
        cast = self.counts.plus + self.counts.minus
        sizes = {"cast": cast, "cast_with_abstentions": cast + self.counts.zero, "roll_call": self.roll_call}
        return sizes.get(of, self.electorate_size)


def weigh(rule: VoteRule, ballots: Iterable[Ballot]) -> Counts:
    """What counted ballots weigh under a rule. A fraction and a 0 count for neither side; a -1 that needs a reason and has none
    weighs nothing, nor does a value that the rule does not know.
    """
    plus = minus = zero = other_minus = vetoes = 0
    for ballot in ballots:
        choice = weighing_choice(ballot)
        if not is_taken(rule, ballot):
            continue
        if not ballot.binding:
            other_minus += choice is Choice.AGAINST
        elif choice is Choice.FOR:
            plus += 1
        elif choice is Choice.AGAINST and not lacks_reason(rule, ballot):
            minus += 1
            vetoes += rule.veto.allowed
        else:
            zero += 1
    return Counts(plus, minus, zero, other_minus, vetoes)


def weighing_choice(ballot: Ballot) -> Choice | None:
    """The choice as it weighs: a fraction is never +1 or -1 (https://www.apache.org/foundation/voting.html)."""
    return Choice.ABSTAIN if ballot.fraction is not None else ballot.choice


def is_taken(rule: VoteRule, ballot: Ballot) -> bool:
    """Whether the rule knows the value (`ballots`): a release may ask for exactly +1, 0 or -1, and take neither +0 nor +0.5."""
    allowed = rule.ballots
    if ballot.fraction is not None:
        return allowed.fractions != "never_binding"
    return allowed.takes_all or ballot.choice is None or written_value(ballot) in allowed.values


def written_value(ballot: Ballot) -> str:
    """The value as the mail wrote it, as far as that matters: "+0" and "-0" are told from "0"."""
    if ballot.fraction is not None:
        return ballot.fraction
    sign = _ZERO.search(ballot.words[:1000]) if ballot.choice is Choice.ABSTAIN else None
    if sign is not None:
        return "+0" if sign[1] == "+" else "-0"
    return str(ballot.choice or "")


def lacks_reason(rule: VoteRule, ballot: Ballot) -> bool:
    """Whether a -1 would be a veto but gives no justification: such a veto is invalid and has no weight."""
    return rule.veto.allowed and rule.veto.needs_reason and weighing_choice(ballot) is Choice.AGAINST and not ballot.reason


def message_ids(ballots: Iterable[Ballot]) -> tuple[str, ...]:
    """The mails of some ballots."""
    return tuple(ballot.message_id for ballot in ballots)


def say_voter(ballot: Ballot) -> str:
    """A voter as people know them."""
    return ballot.voter.name or ballot.voter.person or ballot.voter.address
