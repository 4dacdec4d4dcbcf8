"""How many answered the roll call that was in force when a vote was called?"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from kipbot.core.people.persons import Mistake


@dataclass(frozen=True, slots=True)
class RollCallHeld:
    """A roll call of a project: the day (UTC) from which it counts, and who answered, or how many did."""

    on: date
    answered: tuple[str, ...] = ()
    count: int | None = None

    @property
    def size(self) -> int:
        """How many answered."""
        return len(self.answered) if self.count is None else self.count


def in_force(calls: Iterable[RollCallHeld], at: datetime, every_months: int | None = None) -> RollCallHeld | None:
    """The last roll call on or before the day of a moment (aware); None where there is none, or where the next one was due.

    A number that ought to have been renewed is not relied on: the newer roll call may only be missing here.
    """
    day = at.astimezone(UTC).date()
    last = max((call for call in calls if call.on <= day), key=lambda call: call.on, default=None)
    if last is None or every_months is None or day <= _months_later(last.on, every_months):
        return last
    return None


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = min(day.year + years, date.max.year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def find_roll_call_mistakes(calls: Iterable[RollCallHeld], ids: Collection[str]) -> Iterator[Mistake]:
    """What cannot be: two roll calls on one day, somebody who is not in the roster, an answer twice."""
    days: set[date] = set()
    for place, call in enumerate(calls):
        here = ("roll_calls", place)
        if call.on in days:
            yield Mistake((*here, "at"), f"there is a roll call of {call.on} already")
        days.add(call.on)
        for number, person in enumerate(call.answered):
            if person not in ids:
                yield Mistake(
                    (*here, "answered", number), f"{person!r} is the id of nobody in the roster; or give the size alone"
                )
            if person in call.answered[:number]:
                yield Mistake((*here, "answered", number), f"{person!r} answers a second time")
