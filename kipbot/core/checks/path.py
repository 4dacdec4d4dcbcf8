"""What is the nearest way for a vote to pass, and when?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kipbot.core.calendar import stamp
from kipbot.core.checks.binding import say_unknown
from kipbot.core.checks.case import Case, say_voter
from kipbot.core.checks.discussion import say_lacking
from kipbot.core.checks.doubt import Wild, say_wild
from kipbot.core.checks.emeritus import if_emeritus, say_silent
from kipbot.core.checks.period import ends_at, say_doors
from kipbot.core.checks.veto import challenged, stopping
from kipbot.core.verdict import Standing

MOST_MORE = 200  # further +1 that are tried; no project has more voters
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def say_path(case: Case, standing: Standing, wild: tuple[Wild, ...], meets: Callable[[Case], bool | None]) -> str | None:
    """The nearest way to passing: what has to be settled, withdrawn or added, and the moment: "one more binding +1, then at ...Z"."""
    if case.rule.chooses or case.rule.venue == "private":
        return None
    steps = _settle(case, wild, meets) if standing is Standing.UNRESOLVED else [*_withdraw(case), *_add(case, meets)]
    steps += _wait(case)
    first, *rest = steps or ["with a rule that can be met"]
    return ", then ".join([first, *rest])


def _wait(case: Case) -> list[str]:
    """The moment at which the period is over, or what would tell it."""
    end, start, early = ends_at(case), case.times.start, case.times.ended_early
    if end is None:
        what = "it is known when the call was sent" if case.times.call_undated else "the call of the vote is found"
        return [f"when {what} and its period is over"]
    if case.as_of < end:
        sooner = early is not None and early.at <= case.as_of
        return [f"at {stamp(end)}" + (f", or now if it is known that there was {say_doors(case.rule)}" if sooner else "")]
    return ["when it is known when the list had the call"] if start is not None and not start.known else []


def _settle(case: Case, wild: tuple[Wild, ...], meets: Callable[[Case], bool | None]) -> list[str]:
    """What is not known, and who can say. Some answer to it makes the vote pass, else it would not be unresolved."""
    sizes = (("electorate", case.electorate_size), ("roll call", case.roll_call))
    steps = [f"the size of the {what} is known" for what, size in sizes if size is None and _asks_for(case, what)]
    steps += say_lacking(case)
    steps += [f"the challenged veto is withdrawn: the -1 of {name}" for name in _challenged(case)]
    if (unknown := say_unknown(case)) and not steps and not wild:
        steps.append(f"it is known {unknown}")
    if not steps and any(meets(other) is not meets(case) for other in if_emeritus(case)):
        steps.append(f"it is known whether {say_silent(case)} is emeritus")
    doubtful = say_wild(case, wild)
    return [*steps, f"a human settles {doubtful}"] if doubtful else steps


def _challenged(case: Case) -> list[str]:
    vetoes = stopping(case)
    mails = {one.veto for one in challenged(case, vetoes)}
    return list(dict.fromkeys(say_voter(ballot) for ballot in vetoes if ballot.message_id in mails))


def _asks_for(case: Case, what: str) -> bool:
    rule = case.rule
    shares = {share.of for share in (rule.share, rule.participation) if share is not None}
    return what.replace(" ", "_") in shares or (what == "electorate" and rule.all_must_vote)


def _withdraw(case: Case) -> list[str]:
    stopped_by = stopping(case)
    names = ", ".join(dict.fromkeys(say_voter(ballot) for ballot in stopped_by))
    return [f"the -1 of {names} {'is' if len(stopped_by) == 1 else 'are'} withdrawn"] if stopped_by else []


def _add(case: Case, meets: Callable[[Case], bool | None]) -> list[str]:
    """The least number of further binding +1 that would do, once what stops the vote is gone."""
    free = case.counts
    if stopping(case):
        free = replace(free, minus=0, vetoes=0, other_minus=0)
    for more in range(MOST_MORE + 1):
        if meets(replace(case, counts=free.with_more_plus(more))) is not False:
            return [say_more(more)] if more else []
    return ["by more binding +1 than can be expected"]


def say_more(more: int) -> str:
    """ "one more binding +1", "two more binding +1"."""
    return f"{_NUMBERS[more] if more < len(_NUMBERS) else more} more binding +1"
