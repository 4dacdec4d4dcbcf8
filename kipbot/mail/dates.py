"""Which moment does a date written in a header mean?"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

FIRST_YEAR = 1990
LAST_YEAR = 2100

_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_ENGLISH, 1)} | {
    # What mail programs write that localise the month against RFC 5322.
    "mai": 5, "mär": 3, "mrz": 3, "okt": 10, "dez": 12, "ene": 1, "abr": 4, "ago": 8, "dic": 12, "fév": 2, "avr": 4, "aoû": 8,
    "déc": 12, "mag": 5, "giu": 6, "lug": 7, "set": 9, "ott": 10, "gen": 1, "mrt": 3, "mei": 5, "fev": 2, "out": 10,
}  # fmt: skip
_LETTER_ZONES = {
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0, "cet": 60, "cest": 120, "met": 60, "mest": 120, "mez": 60, "mesz": 120,
    "bst": 60, "eet": 120, "eest": 180, "msk": 180, "ist": 330, "jst": 540, "kst": 540, "hkt": 480, "sgt": 480, "aest": 600,
    "aedt": 660, "nzst": 720, "nzdt": 780, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360,
    "pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "west": 60, "sast": 120, "brt": -180,
}  # fmt: skip
_CLOCK = r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?\s{0,3}([AaPp]\.?[Mm]\.?(?![A-Za-z]))?"
_ZONE = r"\s{0,5}((?:GMT|UTC|UT)?\s{0,2}[+-]\s?\d{1,2}:?\d{0,2}|[A-Za-z]{1,5}(?![a-z]))?"
# 1 Nov 2017 06:04:52 +0000
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[ ./-]{1,4}([^\W\d_]{3})[^\W\d_]{0,9}\.?,?[ ./-]{1,4}(\d{2,4}),?\s{1,5}" + _CLOCK + _ZONE
)
# Wed Nov  1 06:04:52 UTC 2017
_YEAR_LAST = re.compile(r"([^\W\d_]{3})[^\W\d_]{0,9}\.?\s{1,4}(\d{1,2}),?\s{1,4}" + _CLOCK + _ZONE + r"\s{1,4}(\d{4})")
# Nov 1, 2017 06:04 PM
_MONTH_FIRST = re.compile(
    r"([^\W\d_]{3})[^\W\d_]{0,9}\.?\s{1,4}(\d{1,2}),?\s{1,4}(\d{4}),?\s{1,5}(?:at\s{1,3})?" + _CLOCK + _ZONE
)
# 2017-11-01T06:04:52Z
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[T\s]\s{0,3}" + _CLOCK + _ZONE)
_NUMBER_ZONE = re.compile(r"([+-])\s?(\d{1,2}):?(\d{2})?\Z")
_FAST = re.compile(
    rb"(?:[A-Z][a-z][a-z], {1,2})?(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)([0-5]\d)(?!\d)"
)
_FAST_MONTH = {name.capitalize().encode(): number for number, name in enumerate(_ENGLISH, 1)}


def read_date(text: str) -> datetime | None:
    """The moment, aware and in UTC; None where it cannot be read or lies outside the years of mail.

    A missing or unknown zone is taken as UTC (RFC 5322 4.3); two-digit years follow RFC 5322 4.3.
    """
    text = text[:200]
    try:
        if found := _DAY_FIRST.search(text):
            day, month, year, *clock, zone = found.groups()
            return _moment((year, _MONTHS[month.lower()], day), clock, zone)
        if found := _YEAR_FIRST.search(text):
            year, month, day, *clock, zone = found.groups()
            return _moment((year, month, day), clock, zone)
        if found := _YEAR_LAST.search(text):
            month, day, *clock, zone, year = found.groups()
            return _moment((year, _MONTHS[month.lower()], day), clock, zone)
        if found := _MONTH_FIRST.search(text):
            month, day, year, *clock, zone = found.groups()
            return _moment((year, _MONTHS[month.lower()], day), clock, zone)
    except (ValueError, KeyError, OverflowError):
        return None
    return None


def read_date_bytes(raw: bytes) -> datetime | None:
    """The same for header bytes; the form that nearly all mail has is read without a detour."""
    found = _FAST.match(raw.lstrip())
    if found is None:
        return read_date(raw[:400].decode("utf-8", "replace").replace("\r", " ").replace("\n", " "))
    day, month, year, hour, minute, second, sign, zone_hours, zone_minutes = found.groups()
    offset = int(zone_hours) * 60 + int(zone_minutes)
    if offset > 15 * 60:
        return None
    try:
        local = datetime(int(year), _FAST_MONTH[month], int(day), int(hour), int(minute), min(int(second), 59), tzinfo=UTC)
    except ValueError:
        return None
    return _within(local - timedelta(minutes=-offset if sign == b"-" else offset))


def _moment(day: tuple[str, str | int, str], clock: list[str | None], zone: str | None) -> datetime | None:
    year, month, date = (int(value) for value in day)
    if year < 100:
        year += 2000 if year < 50 else 1900
    elif year < 1000:
        year += 1900
    hour, minute, second, half = clock
    hours = int(hour or 0)
    if half:
        hours = hours % 12 + (12 if half[0] in "pP" else 0)
    offset = _read_zone(zone)
    if offset is None:
        return None
    local = datetime(year, month, date, hours, int(minute or 0), min(int(second or 0), 59), tzinfo=timezone(offset))
    return _within(local.astimezone(UTC))


def _read_zone(zone: str | None) -> timedelta | None:
    if zone is None:
        return timedelta(0)
    if found := _NUMBER_ZONE.search(zone.strip()):
        minutes = int(found[2]) * 60 + int(found[3] or 0)
        if minutes > 15 * 60:
            return None
        return timedelta(minutes=-minutes if found[1] == "-" else minutes)
    return timedelta(minutes=_LETTER_ZONES.get(zone.strip().lower(), 0))


def _within(moment: datetime) -> datetime | None:
    return moment if FIRST_YEAR <= moment.year <= LAST_YEAR else None
