"""What does a check look at, and how do the counted ballots weigh under a rule?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from kipbot.core.discussed import Discussed
from kipbot.core.electorate import BY_ROLE, Electorate
from kipbot.core.rules import VoteRule
from kipbot.core.tally import Ballot, Choice, Tally
from kipbot.core.verdict import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class VoteTimes:
    """When a vote ran. Times are aware and UTC; `earlier_rounds` is how long earlier candidates were open.

    `opened_known` is false when the call itself was never seen, only mail that answers it, or (`call_undated`) has no date.
    """

    opened_at: datetime
    announced_end: datetime | None = None
    earlier_rounds: tuple[timedelta, ...] = ()
    opened_known: bool = True
    call_undated: bool = False


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
    """What counted ballots weigh under a rule. A fraction and a 0 count for neither side; a -1 that needs a reason and has none weighs nothing."""
    plus = minus = zero = other_minus = vetoes = 0
    for ballot in ballots:
        choice = weighing_choice(ballot)
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


def lacks_reason(rule: VoteRule, ballot: Ballot) -> bool:
    """Whether a -1 would be a veto but gives no justification: such a veto is invalid and has no weight."""
    return rule.veto.allowed and rule.veto.needs_reason and weighing_choice(ballot) is Choice.AGAINST and not ballot.reason


def message_ids(ballots: Iterable[Ballot]) -> tuple[str, ...]:
    """The mails of some ballots."""
    return tuple(ballot.message_id for ballot in ballots)


def say_voter(ballot: Ballot) -> str:
    """A voter as people know them."""
    return ballot.voter.name or ballot.voter.person or ballot.voter.address
