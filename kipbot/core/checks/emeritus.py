"""May somebody be emeritus because nobody heard of them for long?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from math import prod

from kipbot.core.activity import Silence
from kipbot.core.calendar import say_time
from kipbot.core.checks.case import Case, Counts, message_ids, weigh
from kipbot.core.tally import Ballot
from kipbot.core.verdict import Outcome, Verdict

_MOST_NAMED = 3
_MOST_TRIED = 64


def check_emeritus(case: Case, *, turns: bool) -> Verdict | None:
    """Who was silent for so many months before the call may be emeritus (`emeritus_after_months`): their ballot would not bind, and
    nobody would wait for it. Mail of votes shows who spoke there, not who worked elsewhere, so that this is a doubt and no answer.
    """
    silence, voted = case.electorate.silence, _silent_ballots(case)
    others = _silent_others(case)
    if silence is None or not (voted or others):
        return None
    who, evidence = _say_who(case, voted, others), message_ids(voted)
    if not silence.is_told:
        begins = f"begins {say_time(silence.reach)}" if silence.reach is not None else "has no date"
        reason = f"whether {who} was silent for {silence.months} months is not known from the mail, which {begins}; the roster decides"
        return case.verdict("emeritus", Outcome.MET, reason, evidence)
    heard = f"no mail of {who} in a vote of the {silence.months} months before the call"
    if turns:
        return case.verdict(
            "emeritus", Outcome.UNCLEAR, f"{heard}; who is emeritus is not known from the mail and could turn it", evidence
        )
    return case.verdict("emeritus", Outcome.MET, f"{heard}, which cannot turn it", evidence)


def say_silent(case: Case) -> str:
    """Of whom it has to be known whether they are emeritus."""
    return _say_who(case, _silent_ballots(case), _silent_others(case))


def if_emeritus(case: Case) -> Iterator[Case]:
    """The vote if some of those who were silent are emeritus: however many of each kind, as it does not matter which of them.

    Where those are too many to try, all or none of each kind: of an answer that passes each condition fails there first.
    """
    silence = case.electorate.silence
    if silence is None or not silence.is_told:
        return
    kinds: dict[Counts, list[Ballot]] = {}
    for ballot in _silent_ballots(case):
        kinds.setdefault(weigh(case.rule, (ballot,)), []).append(ballot)
    groups, others = list(kinds.values()), len(_silent_others(case))
    for *taken, silent in product(*_numbers([*map(len, groups), others])):
        left_out = tuple(ballot for group, number in zip(groups, taken, strict=True) for ballot in group[:number])
        if left_out or silent:
            yield replace(case, counts=_without(case, left_out), electorate_size=_shrink(case, len(left_out) + silent))


def _numbers(sizes: list[int]) -> list[Sequence[int]]:
    """How many of each kind are tried."""
    few = prod(size + 1 for size in sizes) <= _MOST_TRIED
    return [range(size + 1) if few else sorted({0, size}) for size in sizes]


def _without(case: Case, left_out: tuple[Ballot, ...]) -> Counts:
    """The counts without some ballots; what no longer binds may still count where anybody's -1 does."""
    lost = weigh(case.rule, left_out)
    return _at_least_nought(case.counts.less(replace(lost, other_minus=-lost.minus)))


def _at_least_nought(counts: Counts) -> Counts:
    """A ballot that another doubt has taken away already cannot go twice."""
    return Counts(*(max(0, number) for number in (counts.plus, counts.minus, counts.zero, counts.other_minus, counts.vetoes)))


def _shrink(case: Case, by: int) -> int | None:
    return None if case.electorate_size is None else max(0, case.electorate_size - by)


def _silent_ballots(case: Case) -> tuple[Ballot, ...]:
    silent = _ids(case.electorate.silence)
    return tuple(ballot for ballot in case.tally.counted if ballot.binding and ballot.voter.person in silent)


def _silent_others(case: Case) -> tuple[str, ...]:
    """The names of those who did not vote either; they matter only where it matters how many may vote."""
    if case.electorate_size is None or case.electorate.silence is None:
        return ()
    voted = {ballot.voter.person for ballot in case.tally.counted}
    return tuple(name for person, name in case.electorate.silence.people if person not in voted)


def _ids(silence: Silence | None) -> frozenset[str]:
    return frozenset(person for person, _ in silence.people) if silence is not None else frozenset()


def _say_who(case: Case, voted: tuple[Ballot, ...], others: tuple[str, ...]) -> str:
    known = dict(case.electorate.silence.people) if case.electorate.silence is not None else {}
    names = list(dict.fromkeys([*(known[ballot.voter.person or ""] for ballot in voted), *others]))
    named, more = names[:_MOST_NAMED], len(names) - _MOST_NAMED
    return (
        f"{', '.join(named)} or {more} more"
        if more > 0
        else " or ".join([", ".join(named[:-1]), named[-1]] if named[1:] else named)
    )
