"""When is a period over?"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kipbot.core.calendar import NEVER, Unit, elapsed, period_end, say_hours, say_time, stamp

EST = timezone(timedelta(hours=-5))
RC6 = datetime(2020, 12, 16, 8, 58, tzinfo=EST)  # Kafka 2.7.0 RC6, a Wednesday
FINAL = datetime(2020, 12, 19, 11, 50, tzinfo=EST)  # and its final tag, a Saturday


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("opened", "length", "unit", "end"),
    [
        pytest.param("2026-09-29T09:00", {"hours": 72}, Unit.CALENDAR, "2026-10-02T09:00", id="calendar hours run through"),
        pytest.param(
            "2026-10-02T09:00", {"hours": 72}, Unit.CALENDAR, "2026-10-05T09:00", id="a weekend counts in the calendar"
        ),
        pytest.param(
            "2026-10-02T09:00", {"hours": 72}, Unit.WEEKEND_FREE_HOURS, "2026-10-07T09:00", id="a weekend stands still"
        ),
        pytest.param("2026-10-03T12:00", {"hours": 24}, Unit.WEEKEND_FREE_HOURS, "2026-10-06T00:00", id="opened on a Saturday"),
        pytest.param(
            "2026-10-02T15:00", {"days": 1}, Unit.BUSINESS_DAYS, "2026-10-05T15:00", id="a business day over a weekend"
        ),
        pytest.param("2026-10-02T00:00", {"days": 1}, Unit.BUSINESS_DAYS, "2026-10-03T00:00", id="a whole Friday is a day"),
        pytest.param("2026-09-28T08:00", {"days": 30}, Unit.BUSINESS_DAYS, "2026-11-09T08:00", id="six weeks of business days"),
        pytest.param("2026-10-03T12:00", {"hours": 0}, Unit.WEEKEND_FREE_HOURS, "2026-10-03T12:00", id="no length, no wait"),
    ],
)
def test_a_period_ends(opened: str, length: dict[str, int], unit: Unit, end: str) -> None:
    assert period_end(utc(opened), timedelta(**length), unit) == utc(end)


def test_a_holiday_stands_still() -> None:
    holidays = [date(2026, 10, 1)]
    assert period_end(utc("2026-09-30T09:00"), timedelta(days=3), Unit.BUSINESS_DAYS, holidays) == utc("2026-10-06T09:00")
    assert period_end(utc("2026-09-30T09:00"), timedelta(days=3), Unit.CALENDAR, holidays) == utc("2026-10-04T09:00")


def test_kafka_2_7_0_rc6_was_open_long_enough_by_the_calendar_and_not_without_weekends() -> None:
    assert say_hours(elapsed(RC6, FINAL)) == "74.8 h"  # 74 h 52 min
    assert say_hours(elapsed(RC6, FINAL, Unit.WEEKEND_FREE_HOURS)) == "58 h"
    assert period_end(RC6, timedelta(hours=72)) <= FINAL
    assert period_end(RC6, timedelta(hours=72), Unit.WEEKEND_FREE_HOURS) > FINAL


def test_a_moment_beyond_the_calendar_is_its_last_one() -> None:
    assert period_end(utc("9999-12-30T00:00"), timedelta(days=30)) == NEVER
    assert period_end(utc("9999-12-30T00:00"), timedelta(days=30), Unit.BUSINESS_DAYS) == NEVER
    assert say_time(NEVER).startswith("Fri 9999-12-31")


def test_times_are_said_in_utc_and_rounded_up() -> None:
    assert say_time(RC6) == "Wed 2020-12-16 13:58 UTC"
    assert stamp(utc("2026-10-02T08:59:01")) == "2026-10-02T09:00Z"


MOMENTS = st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
LENGTHS = st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=60))
HOLIDAYS = st.frozensets(st.dates(min_value=date(2000, 1, 1), max_value=date(2000, 3, 1)), max_size=8)


@given(opened=MOMENTS, length=LENGTHS, unit=st.sampled_from(Unit))
def test_at_its_end_exactly_the_length_has_passed(opened: datetime, length: timedelta, unit: Unit) -> None:
    assert elapsed(opened, period_end(opened, length, unit), unit) == length


@given(hours=st.integers(0, 24 * 60), length=LENGTHS, unit=st.sampled_from(Unit), holidays=HOLIDAYS)
def test_holidays_are_left_out_of_both(hours: int, length: timedelta, unit: Unit, holidays: frozenset[date]) -> None:
    opened = datetime(2000, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    assert elapsed(opened, period_end(opened, length, unit, holidays), unit, holidays) == length


@given(opened=MOMENTS, length=LENGTHS, offset=st.integers(-12, 14))
def test_the_zone_in_which_a_moment_is_written_changes_nothing(opened: datetime, length: timedelta, offset: int) -> None:
    elsewhere = opened.astimezone(timezone(timedelta(hours=offset)))
    for unit in Unit:
        assert period_end(elsewhere, length, unit) == period_end(opened, length, unit)
