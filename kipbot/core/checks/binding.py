"""Who is left out of the vote, or let in, though their role says otherwise?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from kipbot.core.checks.case import Case, Counts, message_ids, weighing_choice
from kipbot.core.checks.period import closes_at
from kipbot.core.electorate import Reminder
from kipbot.core.tally import Choice
from kipbot.core.verdict import Outcome, Verdict

_MOST_NAMED = 5
_WHO = {
    "subject": "whom the vote is about",
    "author": "who wrote the change",
    "primary author": "who wrote the change",
    "silent": "whether all reminders reached those who did not vote",
}
_EFFECT = {
    "subject": "their ballot does not bind",
    "author": "their +1 does not bind",
    "primary author": "their ballot binds",
    "silent": "they would not be waited for",
}


def check_binding(case: Case, *, turns: bool) -> Verdict | None:
    """Whose ballots bind (`exclude`, `active_only`, `primary_author_binds`, `electorate_adjust`): who was left out or let in, and why.

    Where the rule speaks of somebody whom title and call do not name, any one voter may be that person. If that could turn
    the answer, it is unclear.
    """
    people = case.electorate
    said = [*_say_left_out(case), *(f"{person} wrote the change, so their ballot binds" for person in people.also)]
    unknown = say_unknown(case)
    if unknown and turns:
        said.append(f"nobody can tell {unknown}, which could turn it ({', '.join(_EFFECT[what] for what in _unknown(case))})")
    elif unknown:
        said.append(f"nobody can tell {unknown}, which cannot turn it")
    if not said:
        return None
    concerned = {one.person for one in people.left_out} | {*people.also}
    evidence = message_ids(ballot for ballot in case.tally.counted if ballot.voter.person in concerned)
    evidence += tuple(one.message_id for one in _pings(case)) if "silent" in _unknown(case) else ()
    return case.verdict("binding", Outcome.UNCLEAR if turns else Outcome.MET, ", ".join(said), evidence)


def say_unknown(case: Case) -> str:
    """Whom somebody has to name: "who wrote the change"."""
    return " and ".join(_WHO[what] for what in _unknown(case))


def _unknown(case: Case) -> tuple[str, ...]:
    """What the rule makes depend on somebody or something that no mail tells for sure."""
    adjust = case.rule.electorate_adjust
    reminded = adjust is not None and case.electorate_size is not None and len(_pings(case)) >= adjust.pings
    return case.electorate.unknown + ("silent",) * reminded


def _pings(case: Case) -> tuple[Reminder, ...]:
    """Reminders that lie as far apart as the rule asks, the first of them after the period (Flink)."""
    adjust, end = case.rule.electorate_adjust, closes_at(case.rule, case.times)
    pings: list[Reminder] = []
    for one in case.electorate.reminders if adjust is not None and end is not None else ():
        since = pings[-1].at + timedelta(days=adjust.days_apart) if pings and adjust is not None else end
        if since is not None and since <= one.at <= case.as_of:
            pings.append(one)
    return tuple(pings)


def _say_left_out(case: Case) -> Iterator[str]:
    """Those left out who voted, by name, and how many more there are."""
    voted = {ballot.voter.person for ballot in (*case.tally.counted, *case.tally.unclear)}
    here = [one for one in case.electorate.left_out if one.person in voted or not one.by_roster]
    for one in here[:_MOST_NAMED]:
        yield f"the {'+1' if one.keeps_minus else 'ballot'} of {one.name} does not bind, as {one.why}"
    if len(here) > _MOST_NAMED:
        yield f"nor do those of {len(here) - _MOST_NAMED} more"


def is_left_out(case: Case, key: str) -> bool:
    """Whether this voter's ballots weigh nothing, whatever they mean."""
    return any(f"id:{one.person}" == key and not one.keeps_minus for one in case.electorate.left_out)


def others(case: Case) -> Iterator[Case]:
    """The vote if one of the voters, or somebody who may vote and did not, were the person whom nobody has named."""
    for what in _unknown(case):
        if what == "silent":
            voted = case.counts.plus + case.counts.minus + case.counts.zero
            yield replace(case, electorate_size=min(voted, case.electorate_size or 0))
            continue
        if what == "primary author":
            yield from (replace(case, counts=counts) for counts in _let_in(case))
            continue
        size = None if case.electorate_size is None else max(case.electorate_size - 1, 0)
        for counts in (case.counts, *_left_out(case.counts, keeps_minus=what == "author")):
            yield replace(case, counts=counts, electorate_size=size)


def _left_out(counts: Counts, *, keeps_minus: bool) -> Iterator[Counts]:
    """The count when one ballot that binds does not."""
    if counts.plus:
        yield replace(counts, plus=counts.plus - 1)
    if counts.zero:
        yield replace(counts, zero=counts.zero - 1)
    if counts.minus and not keeps_minus:
        left = replace(counts, minus=counts.minus - 1, vetoes=max(counts.vetoes - 1, 0))
        yield replace(left, other_minus=counts.other_minus + 1)  # it may count for what anybody's -1 counts


def _let_in(case: Case) -> Iterator[Counts]:
    """The count with one ballot more that binds, of somebody who holds no role."""
    counts = case.counts
    choices = {weighing_choice(ballot) for ballot in case.tally.counted if not ballot.binding}
    if Choice.FOR in choices:
        yield counts.with_more_plus(1)
    if Choice.AGAINST in choices:
        vetoes = counts.vetoes + case.rule.veto.allowed
        yield replace(counts, minus=counts.minus + 1, other_minus=max(counts.other_minus - 1, 0), vetoes=vetoes)
