"""What time is it? The only place that asks; everything else is given the moment as an argument."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """This moment, aware and UTC."""
    return datetime.now(UTC)
