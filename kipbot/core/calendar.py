"""When is a period over, in calendar hours, business days or hours without weekends?"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

SATURDAY = 5
DAY = timedelta(days=1)
WEEK = timedelta(days=7)
NEVER = datetime.max.replace(tzinfo=UTC)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")  # not strftime: that speaks the language of the machine


class Unit(StrEnum):
    """What a period is counted in. Days run from midnight to midnight UTC."""

    CALENDAR = "calendar"  # every hour counts (Kafka: measured on 31 releases)
    BUSINESS_DAYS = "business_days"  # Monday to Friday (ZooKeeper, BookKeeper)
    WEEKEND_FREE_HOURS = "weekend_free_hours"  # hours of Monday to Friday (Iceberg)


def period_end(opened: datetime, length: timedelta, unit: Unit = Unit.CALENDAR, holidays: Collection[date] = ()) -> datetime:
    """The moment at which a period opened at `opened` (aware) has lasted `length`; in UTC.

    Time on a day that does not count stands still: three business days from Saturday noon end on Wednesday at 24:00.
    `holidays` are the days (UTC) that count for nothing. A moment beyond the calendar is its last one.
    """
    at, left = opened.astimezone(UTC), length
    try:
        if unit is not Unit.CALENDAR and not holidays:
            weeks = max(0, left // (5 * DAY) - 1)
            at, left = at + weeks * WEEK, left - weeks * 5 * DAY
        while left > timedelta(0):
            at, left = _spend(at, left, unit, holidays)
    except OverflowError:
        return NEVER
    return at


def elapsed(opened: datetime, at: datetime, unit: Unit = Unit.CALENDAR, holidays: Collection[date] = ()) -> timedelta:
    """How much of a period has passed between two moments (both aware); negative never, nought before the opening."""
    opened, at = opened.astimezone(UTC), at.astimezone(UTC)
    if at <= opened:
        return timedelta(0)
    if unit is Unit.CALENDAR:
        counted = at - opened
    else:
        weeks = (at - opened) // WEEK
        counted = weeks * 5 * DAY + _working_time(opened + weeks * WEEK, at)
    return counted - sum(
        (_overlap(day, opened, at) for day in set(holidays) if _works(day, unit)),
        start=timedelta(0),
    )


def months_before(at: datetime, months: int) -> datetime:
    """The same day so many months earlier, or the last of that month; of the first year of the calendar its first moment."""
    years, month = divmod(at.year * 12 + at.month - 1 - months, 12)
    if years < 1:
        return at.replace(year=1, month=1, day=1)
    return at.replace(year=years, month=month + 1, day=min(at.day, monthrange(years, month + 1)[1]))


def _spend(at: datetime, left: timedelta, unit: Unit, holidays: Collection[date]) -> tuple[datetime, timedelta]:
    """One step: to the end of the period, or to the next midnight."""
    if unit is Unit.CALENDAR and not holidays:
        return at + left, timedelta(0)
    midnight = _midnight(at.date()) + DAY
    if not _works(at.date(), unit) or at.date() in holidays:
        return midnight, left
    spent = min(left, midnight - at)
    return at + spent, left - spent


def _working_time(start: datetime, end: datetime) -> timedelta:
    """Time on Mondays to Fridays, over less than a week."""
    worked = timedelta(0)
    while start < end:
        stop = end if start.date() == end.date() else _midnight(start.date() + DAY)
        worked += stop - start if start.weekday() < SATURDAY else timedelta(0)
        start = stop
    return worked


def _works(day: date, unit: Unit) -> bool:
    return unit is Unit.CALENDAR or day.weekday() < SATURDAY


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)


def _overlap(day: date, start: datetime, end: datetime) -> timedelta:
    begin = _midnight(day)
    over = min(end - begin, DAY) - max(start - begin, timedelta(0))
    return max(over, timedelta(0))


def say_time(at: datetime) -> str:
    """A moment as people read it: "Fri 2026-10-02 09:00 UTC"; seconds are rounded up, so that nobody comes too early."""
    at = _up_to_the_minute(at.astimezone(UTC))
    return f"{WEEKDAYS[at.weekday()]} {at:%Y-%m-%d %H:%M} UTC"


def stamp(at: datetime) -> str:
    """A moment as data, to the minute, rounded up: "2026-10-02T09:00Z"."""
    return f"{_up_to_the_minute(at.astimezone(UTC)):%Y-%m-%dT%H:%MZ}"


def say_hours(length: timedelta) -> str:
    """A length of time in hours with at most one decimal, rounded down: "72 h", "73.1 h"."""
    tenths = length // timedelta(minutes=6)
    return f"{tenths // 10}.{tenths % 10} h" if tenths % 10 else f"{tenths // 10} h"


def _up_to_the_minute(at: datetime) -> datetime:
    whole = at.replace(second=0, microsecond=0)
    return whole if whole == at or NEVER - whole < timedelta(minutes=2) else whole + timedelta(minutes=1)
