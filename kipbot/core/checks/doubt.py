"""Which doubtful ballots are there, and what would the count be if they all fell one way?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from kipbot.core.checks.case import Case, Counts, is_taken, lacks_reason, say_voter, weigh, weighing_choice
from kipbot.core.checks.veto import waiting_for_reason
from kipbot.core.rules import VoteRule
from kipbot.core.tally import Ballot, Choice, Tally
from kipbot.core.verdict import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Wild:
    """One person who may have voted otherwise than counted: what is counted of them, and what may be.

    `choices` holds what the doubtful mails may mean; `None` is no vote at all, or a vote withdrawn.
    """

    key: str
    counted: Ballot | None
    choices: frozenset[Choice | None]
    ballots: tuple[Ballot, ...] = ()


ANY = frozenset({Choice.FOR, Choice.AGAINST, None})


def find_wild(rule: VoteRule, tally: Tally) -> tuple[Wild, ...]:
    """Everybody whose ballot could bind and is in doubt, one entry a person however many mails.

    In doubt are: unclear ballots of voters who bind; ballots, counted or unclear, of senders who may be a roster person;
    roster people whom a summary names and whose mail was not seen; and a -1 that waits for the reason that would make it a veto.
    """
    counted = {ballot.voter.key: ballot for ballot in tally.counted}
    found: dict[str, list[tuple[Ballot, frozenset[Choice | None]]]] = {}
    for ballot, choices in _doubtful(rule, tally):
        key = f"id:{ballot.voter.may_be}" if ballot.voter.may_be else ballot.voter.key
        if not _overtaken(rule, ballot, counted.get(key)):
            found.setdefault(key, []).append((ballot, choices))
    known = [_join(key, mails, counted) for key, mails in found.items()]
    unseen = [f"id:{person}" for person in tally.unseen]
    return (*known, *(Wild(key, None, ANY) for key in dict.fromkeys(unseen) if key not in counted and key not in found))


def _doubtful(rule: VoteRule, tally: Tally) -> Iterator[tuple[Ballot, frozenset[Choice | None]]]:
    """Each mail in doubt, and what it may mean."""
    for ballot in tally.unclear:
        if ballot.binding or ballot.voter.doubt:
            yield ballot, _meanings(rule, ballot)
    for ballot in tally.counted:
        if ballot.voter.doubt and not ballot.binding:
            yield ballot, frozenset({weighing_choice(ballot)})
        elif ballot.binding and lacks_reason(rule, ballot):
            yield ballot, frozenset({Choice.AGAINST})


def _overtaken(rule: VoteRule, ballot: Ballot, now: Ballot | None) -> bool:
    """Whether the person's later clear word stands over this one; where the first word stands, their earlier one."""
    if now is None or now is ballot:
        return False
    return now.cast_at < ballot.cast_at if rule.vote_change == "never" else now.cast_at > ballot.cast_at


def _join(key: str, mails: list[tuple[Ballot, frozenset[Choice | None]]], counted: dict[str, Ballot]) -> Wild:
    """All the doubtful mails of one person."""
    itself = next((ballot for ballot, _ in mails if counted.get(ballot.voter.key) is ballot), None)
    # Where the person has no ballot, their doubtful one may be counted, but for less than it would weigh.
    choices = frozenset(choice for _, meanings in mails for choice in meanings)
    return Wild(key, counted.get(key) or itself, choices, tuple(ballot for ballot, _ in mails))


def find_wild_strangers(rule: VoteRule, tally: Tally) -> tuple[Ballot, ...]:
    """Unclear ballots of people who cannot bind: they matter only where any -1 counts."""
    if rule.minus_scope != "any":
        return ()
    return tuple(ballot for ballot in tally.unclear if not ballot.binding and not ballot.voter.doubt)


def extremes(case: Case, wild: tuple[Wild, ...]) -> tuple[Counts, ...]:
    """The counts if all doubt fell one way: best for the vote, worst for it, fewest voters, most voters.

    Each condition on its own gains most by one of these and loses most by another, so an answer that is the same
    in all of them is the answer.
    """
    base = weigh(case.rule, case.tally.counted)
    strangers = len({ballot.voter.key for ballot in find_wild_strangers(case.rule, case.tally)})
    best, worst, fewest, most = (
        _fall(case.rule, base, wild, pick) for pick in (_favour, lambda d: -_favour(d), lambda d: -_voters(d), _voters)
    )
    return best, replace(worst, other_minus=worst.other_minus + strangers), fewest, most


def check_doubt(case: Case, wild: tuple[Wild, ...], *, turns: bool) -> Verdict | None:
    """Whether what is unclear could turn the answer (`doubt`)."""
    strangers = find_wild_strangers(case.rule, case.tally)
    if not turns:
        unclear = len(case.tally.unclear)
        said = f"{unclear} unclear ballot{'s' * (unclear != 1)} cannot turn it"
        return case.verdict("doubt", Outcome.MET, said, (b.message_id for b in case.tally.unclear)) if unclear else None
    if not wild and not strangers:
        return None  # a number is unknown, or the vote is private: the part that says so is there already
    evidence = [ballot.message_id for person in wild for ballot in person.ballots] + [b.message_id for b in strangers]
    return case.verdict("doubt", Outcome.UNCLEAR, f"could be turned by {say_wild(case, wild)}", evidence)


def say_wild(case: Case, wild: tuple[Wild, ...]) -> str:
    """Whose ballots are in doubt, and why, at most three of them by name."""
    waiting = {ballot.message_id for ballot in waiting_for_reason(case)}
    said = [_say(person, waiting) for person in wild]
    said += [f"the unclear ballot of {say_voter(b)}" for b in find_wild_strangers(case.rule, case.tally)]
    more = f" and {len(said) - 3} more" if len(said) > 3 else ""
    return ", ".join(said[:3]) + more


def _say(person: Wild, waiting: set[str]) -> str:
    if not person.ballots:
        return f"the ballot of {person.key.removeprefix('id:')} (a summary names them, their mail was not seen)"
    ballot = person.ballots[-1]
    if ballot.message_id in waiting:
        return f"the -1 of {say_voter(ballot)}, which waits for its reason"
    why = ballot.doubt or ballot.voter.doubt
    return f"the ballot of {say_voter(ballot)}" + (f" ({why})" if why else "")


def _meanings(rule: VoteRule, ballot: Ballot) -> frozenset[Choice | None]:
    # A fraction is known to be neither +1 nor -1; all that it can do is to take the place of an earlier ballot.
    if ballot.fraction is None:
        return ANY
    return frozenset({Choice.ABSTAIN if is_taken(rule, ballot) else None})


def _fall(rule: VoteRule, base: Counts, wild: tuple[Wild, ...], pick: Callable[[Counts], int]) -> Counts:
    """The counts when each doubtful person's mail means what `pick` likes most."""
    for person in wild:
        old = weigh(rule, () if person.counted is None else (person.counted,))
        moves = [_one(rule, choice).less(old) for choice in person.choices]
        base = _add_up(base, max([Counts(), *moves], key=pick))
    return base


def _one(rule: VoteRule, choice: Choice | None) -> Counts:
    """One binding ballot; a -1 is taken to have its reason."""
    against = choice is Choice.AGAINST
    return Counts(choice is Choice.FOR, against, choice is Choice.ABSTAIN, 0, against and rule.veto.allowed)


def _favour(counts: Counts) -> int:
    return counts.plus - counts.minus - counts.other_minus - counts.vetoes


def _voters(counts: Counts) -> int:
    return counts.plus + counts.minus + counts.zero


def _add_up(one: Counts, other: Counts) -> Counts:
    return one.less(Counts().less(other))
