"""What does a letter hold before it is written down, and how is another one quoted in it?"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from benchmarks.words import Person

LIST = "dev@kafka.apache.org"
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(slots=True)
class Letter:
    """A mail before it is written down. Times in seconds since 1970; `shown` is its whole visible text once written."""

    id: str
    at: int
    who: Person
    subject: str
    own: list[str]
    parent: Letter | None = None
    references: list[str] = field(default_factory=list)
    machine: str = ""  # jira, github or jenkins: who really sent it
    vote: Vote | None = None
    below: bool = False  # the answer stands below the quote
    via: bool = False  # the list rewrote From
    other_address: bool = False
    shown: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Vote:
    """What a mail truly casts; `value` is None where nobody could say for sure."""

    thread: str
    value: str | None
    binding: bool


def write_date(at: int, hours: int) -> str:
    """A Date field's value, so many hours east of Greenwich."""
    moment = time.gmtime(at + hours * 3600)
    clock = f"{moment.tm_hour:02d}:{moment.tm_min:02d}:{moment.tm_sec:02d}"
    sign = "-" if hours < 0 else "+"
    return f"{_DAYS[moment.tm_wday]}, {moment.tm_mday:2d} {_MONTHS[moment.tm_mon - 1]} {moment.tm_year} {clock} {sign}{abs(hours):02d}00"


def write_ctime(day: time.struct_time) -> str:
    """The date of a "From " line."""
    clock = f"{day.tm_hour:02d}:{day.tm_min:02d}:{day.tm_sec:02d}"
    return f"{_DAYS[day.tm_wday]} {_MONTHS[day.tm_mon - 1]} {day.tm_mday:2d} {clock} {day.tm_year}"


def attribution(letter: Letter, parent: Letter) -> tuple[list[str], bool]:
    """The lines above a quotation, and whether its lines are marked with ">"."""
    moment = time.gmtime(parent.at + letter.who.offset * 3600)
    return _ATTRIBUTIONS[letter.who.client](parent, moment)


def _sender(parent: Letter) -> str:
    return f"{parent.who.name} <{parent.who.address}>"


def _clock(moment: time.struct_time) -> str:
    return f"{moment.tm_hour % 12 or 12}:{moment.tm_min:02d} {'AM' if moment.tm_hour < 12 else 'PM'}"


def _gmail(parent: Letter, moment: time.struct_time) -> tuple[list[str], bool]:
    day = f"{_DAYS[moment.tm_wday]}, {_MONTHS[moment.tm_mon - 1]} {moment.tm_mday}, {moment.tm_year}"
    line = f"On {day} at {_clock(moment)} {_sender(parent)}"
    return ([f"{line} wrote:", ""] if len(line) < 66 else [line, "wrote:", ""]), True


def _thunderbird(parent: Letter, moment: time.struct_time) -> tuple[list[str], bool]:
    return [f"On {moment.tm_mon}/{moment.tm_mday}/{moment.tm_year % 100:02d} {_clock(moment)}, {parent.who.name} wrote:"], True


def _mutt(parent: Letter, moment: time.struct_time) -> tuple[list[str], bool]:
    day = f"{_DAYS[moment.tm_wday]}, {_MONTHS[moment.tm_mon - 1]} {moment.tm_mday:02d}, {moment.tm_year}"
    return [f"On {day} at {moment.tm_hour:02d}:{moment.tm_min:02d}:00 +0000, {parent.who.name} wrote:"], True


def _apple(parent: Letter, moment: time.struct_time) -> tuple[list[str], bool]:
    day = f"{_MONTHS[moment.tm_mon - 1]} {moment.tm_mday}, {moment.tm_year}"
    return [f"> On {day}, at {_clock(moment)}, {_sender(parent)} wrote:", ">"], True


def _german(parent: Letter, moment: time.struct_time) -> tuple[list[str], bool]:
    day = f"{moment.tm_mday:02d}.{moment.tm_mon:02d}.{moment.tm_year % 100:02d}"
    return [f"Am {day} um {moment.tm_hour:02d}:{moment.tm_min:02d} schrieb {parent.who.name}:"], True


def _chinese(parent: Letter, moment: time.struct_time) -> tuple[list[str], bool]:
    half = "上午" if moment.tm_hour < 12 else "下午"
    day = f"{moment.tm_year}年{moment.tm_mon}月{moment.tm_mday}日周{'一二三四五六日'[moment.tm_wday]}"
    return [f"{_sender(parent)} 于{day} {half}{moment.tm_hour % 12 or 12}:{moment.tm_min:02d}写道：", ""], True


def _header_block(opening: str, parent: Letter, moment: time.struct_time) -> list[str]:
    day = f"{_DAYS[moment.tm_wday]}, {_MONTHS[moment.tm_mon - 1]} {moment.tm_mday}, {moment.tm_year} {_clock(moment)}"
    return [opening, f"From: {_sender(parent)}", f"Sent: {day}", f"To: {LIST}", f"Subject: {parent.subject}", ""]


def _outlook(parent: Letter, moment: time.struct_time) -> tuple[list[str], bool]:
    return _header_block("-----Original Message-----", parent, moment), False


def _mobile(parent: Letter, moment: time.struct_time) -> tuple[list[str], bool]:
    return _header_block("________________________________", parent, moment), False


_ATTRIBUTIONS: dict[str, Callable[[Letter, time.struct_time], tuple[list[str], bool]]] = {
    "gmail": _gmail,
    "thunderbird": _thunderbird,
    "mutt": _mutt,
    "apple": _apple,
    "german": _german,
    "chinese": _chinese,
    "outlook": _outlook,
    "mobile": _mobile,
}
