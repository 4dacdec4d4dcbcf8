"""When was the newest of all mails received?

Every mail must be asked, also those that nobody reads; so the usual form of a stamp is compared as text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from kipbot.mail.dates import read_date_bytes
from kipbot.mail.headers import split_headers
from kipbot.mail.received import BY, decide, is_own, read_list_id

# The usual stamp in UTC, behind the last semicolon of its field.
_STAMP = re.compile(
    rb";\s{1,5}([A-Z][a-z][a-z], (?:\d\d| ?\d) [A-Z][a-z][a-z] \d{4}) ((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d) [+-]0000(?!\d)[^\n;]*(?:\n(?![ \t])|\Z)"
)
_FIELD_START = re.compile(rb"\n[^ \t]")
_RECEIVED = re.compile(rb"\n[Rr](?i:eceived)[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)")
_MAX_HOP_BYTES = 1900
_MAX_DAYS = 8_192
_MAX_LISTS = 256
_MAX_HOSTS = 1_024
_MOST_AHEAD = timedelta(days=7)


@lru_cache(maxsize=_MAX_LISTS)
def _read_name(list_id: bytes) -> str:
    return read_list_id(split_headers(b"List-Id:" + list_id + b"\n\n"))


def choose_newest(stamped: datetime | None, dated: Collection[datetime]) -> tuple[datetime | None, datetime | None]:
    """The newest moment of an archive, and one that is told but not believed: a Date long after all that a server has stamped.

    Anybody can date a mail as they like; one from 2038 would end every vote.
    """
    latest = max(dated, default=None)
    if stamped is None or latest is None or latest <= stamped:
        return stamped or latest, None
    near = max((moment for moment in dated if moment <= stamped + _MOST_AHEAD), default=stamped)
    return max(stamped, near), latest if latest > near else None


class Newest:
    """The newest moment of the mails that were shown to it: as servers stamped them, and apart as their senders dated them."""

    def __init__(self) -> None:
        self._moment: datetime | None = None
        self.dated: dict[int, datetime] = {}  # by day, of mails that only their sender's Date tells
        self._day = 0
        self._clock = b""
        self._days: dict[bytes, int] = {}
        self._hosts: dict[bytes, dict[bytes, bool]] = {}

    def see(self, data: bytes, begin: int, stop: int, fields: Mapping[bytes, bytes]) -> None:
        """Look at the header block `data[begin:stop]` of one mail, of which `fields` holds List-Id and Date."""
        hop = self._find_own_hop(data, begin, stop, fields[b"List-Id"]) if b"List-Id" in fields else None
        if hop is None:
            self.date(data, begin, stop, fields)
            return
        day, clock = hop.groups()
        number = self._days.get(day) or self._read_day(day)
        if not number:
            self.date(data, begin, stop, fields)
        elif number > self._day or (number == self._day and clock > self._clock):
            self._day, self._clock = number, clock

    def date(self, data: bytes, begin: int, stop: int, fields: Mapping[bytes, bytes]) -> datetime | None:
        """The moment of one mail as a datetime; None where it has none that can be read."""
        list_id = ""
        if b"List-Id" in fields:
            list_id = _read_name(fields[b"List-Id"])
        elif data.find(b"\nMailing-List:", begin, stop) >= 0:
            list_id = read_list_id(split_headers(data, data.find(b"\n", begin, stop) + 1, stop))
        hops = (found[1] for found in _RECEIVED.finditer(data, begin, stop))
        moment = decide(hops, list_id)
        if moment is None:
            return self._note_dated(read_date_bytes(fields.get(b"Date", b"")))
        if self._moment is None or moment > self._moment:
            self._moment = moment
        return moment

    def _note_dated(self, moment: datetime | None) -> datetime | None:
        if moment is not None:
            day = moment.toordinal()
            self.dated[day] = max(moment, self.dated.get(day, moment))
        return moment

    def tell(self) -> datetime | None:
        """The newest moment so far that a server stamped."""
        if not self._day:
            return self._moment
        hour, minute, second = (int(part) for part in self._clock.split(b":"))
        stamped = datetime.fromordinal(self._day).replace(hour=hour, minute=minute, second=second, tzinfo=UTC)
        return stamped if self._moment is None or stamped > self._moment else self._moment

    def _find_own_hop(self, data: bytes, begin: int, stop: int, list_id: bytes) -> re.Match[bytes] | None:
        """The topmost Received of the list's own host, as `decide` would choose it; None where its form is not the usual one."""
        hosts = self._hosts.get(list_id)
        if hosts is None:
            if len(self._hosts) >= _MAX_LISTS:
                self._hosts.clear()
            hosts = self._hosts[list_id] = {}
        above = begin
        for by in BY.finditer(data, begin, stop):
            known = hosts.get(by[1])
            if known is None:
                known = self._know(hosts, by[1], list_id)
            at = by.start()
            if known:
                top = data.rfind(b"\nReceived:", above, at)
                if not 0 <= top > at - _MAX_HOP_BYTES:
                    return None
                hop = _STAMP.search(data, at, stop)
                return hop if hop is not None and _FIELD_START.search(data, top + 1, hop.start()) is None else None
            above = at
        return None

    def _know(self, hosts: dict[bytes, bool], host: bytes, list_id: bytes) -> bool:
        if len(hosts) >= _MAX_HOSTS:
            hosts.clear()
        answer = hosts[host] = is_own(host, _read_name(list_id))
        return answer

    def _read_day(self, day: bytes) -> int:
        if len(self._days) >= _MAX_DAYS:
            self._days.clear()
        moment = read_date_bytes(day + b" 00:00:00 +0000")
        answer = self._days[day] = moment.toordinal() if moment else 0
        return answer
