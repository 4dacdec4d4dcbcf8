"""How far from UTC is a time zone that people write in mail? Fixed tables and the summer-time rules by hand: no files are read."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

_HOURS = {
    "utc": 0, "gmt": 0, "z": 0, "zulu": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "mez": 1, "cest": 2, "mesz": 2, "eet": 2, "eest": 3,
    "msk": 3, "ist": 5.5, "hkt": 8, "sgt": 8, "awst": 8, "beijing time": 8, "北京时间": 8, "jst": 9, "kst": 9, "aest": 10, "aedt": 11,
    "nzst": 12, "nzdt": 13, "brt": -3, "edt": -4, "est": -5, "cdt": -5, "cst": -6, "mdt": -6, "mst": -7, "pdt": -7, "pst": -8,
    "aoe": -12, "anywhere on earth": -12,
}  # fmt: skip
_AMERICAN = {
    "pt": -8, "pacific time": -8, "pacific": -8, "mt": -7, "mountain time": -7, "ct": -6, "central time": -6, "et": -5, "eastern time": -5, "eastern": -5,
}  # fmt: skip
_EUROPEAN = {"central european time": 1, "berlin time": 1, "cet/cest": 1, "cet*": 1, "uk": 0, "uk time": 0, "london time": 0}
_ALL = sorted({*_HOURS, *_AMERICAN, *_EUROPEAN} - {"cet*", "uk", "z"}, key=len, reverse=True)
ZONE_WORDS = r"(?:" + "|".join(re.escape(word) for word in _ALL) + r")(?!\w)(?! ?[+-]\d)"
_OFFSET = re.compile(r"(?:utc|gmt)? ?([+-])(\d{1,2})(?::?(\d{2}))?")


def offset_of(zone: str, local: datetime) -> timedelta | None:
    """The distance from UTC of a zone's word or offset ("PT", "CEST", "+02:00") at a local time; None for an unknown one."""
    word = zone.strip().casefold()
    if word in _HOURS:
        return timedelta(hours=_HOURS[word])
    if word in _AMERICAN:
        return timedelta(hours=_AMERICAN[word] + _american_summer(local))
    if word in _EUROPEAN:
        return timedelta(hours=_EUROPEAN[word] + _european_summer(local))
    match = _OFFSET.fullmatch(word)
    if match is None:
        return None
    offset = timedelta(hours=int(match.group(2)), minutes=int(match.group(3) or 0))
    return (offset if match.group(1) == "+" else -offset) if offset <= timedelta(hours=14) else None


def _american_summer(local: datetime) -> bool:
    """Second Sunday of March, 2:00, to first Sunday of November, 2:00 (Energy Policy Act of 2005)."""
    start, end = _sunday(local.year, 3, 8), _sunday(local.year, 11, 1)
    return (
        datetime.combine(start, datetime.min.time()) + timedelta(hours=2)
        <= local.replace(tzinfo=None)
        < (datetime.combine(end, datetime.min.time()) + timedelta(hours=2))
    )


def _european_summer(local: datetime) -> bool:
    """Last Sunday of March to last Sunday of October (Directive 2000/84/EC), to the hour of the change."""
    start, end = _sunday(local.year, 3, 25), _sunday(local.year, 10, 25)
    return (
        datetime.combine(start, datetime.min.time()) + timedelta(hours=2)
        <= local.replace(tzinfo=None)
        < (datetime.combine(end, datetime.min.time()) + timedelta(hours=3))
    )


def _sunday(year: int, month: int, earliest: int) -> date:
    """The first Sunday on or after a day of a month."""
    day = date(year, month, earliest)
    return day + timedelta(days=(6 - day.weekday()) % 7)
