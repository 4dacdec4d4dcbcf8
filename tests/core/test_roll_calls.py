"""Which roll call measures a vote?"""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from kipbot.core.roster import RollCallHeld, Roster

FIRST, SECOND = RollCallHeld(date(2026, 1, 31), count=27), RollCallHeld(date(2026, 7, 15), count=31)
ROSTER = Roster(roll_calls=(SECOND, FIRST))


@pytest.mark.parametrize(
    ("at", "every_months", "found"),
    [
        pytest.param("2026-01-30T23:59Z", 6, None, id="none has been held yet"),
        pytest.param("2026-01-31T00:00Z", 6, FIRST, id="from the first minute of its day"),
        pytest.param("2026-07-14T23:59Z", 6, FIRST, id="until the next one"),
        pytest.param("2026-07-15T00:00Z", 6, SECOND, id="the next one"),
        pytest.param("2027-01-15T23:59Z", 6, SECOND, id="to the last minute of six months"),
        pytest.param("2027-01-16T00:00Z", 6, None, id="then a newer one is missing"),
        pytest.param("2030-01-01T00:00Z", None, SECOND, id="for good, where none is due"),
        pytest.param("2026-02-28T23:59Z", 1, FIRST, id="a month after the 31st of January is the end of February"),
        pytest.param("2026-03-01T00:00Z", 1, None, id="and then over"),
    ],
)
def test_the_last_roll_call_before_the_vote_counts(at: str, every_months: int | None, found: RollCallHeld | None) -> None:
    assert ROSTER.roll_call(datetime.fromisoformat(at).astimezone(UTC), every_months) == found
