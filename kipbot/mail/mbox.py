"""Where does each mail of an mbox begin and end?"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO

BLOCK_BYTES = 128 * 1024  # larger blocks fall out of the processor's cache and are a third slower
MAX_MAIL_BYTES = 8 << 20
_LOOK_AHEAD = 2048

_ASCTIME = rb"[A-Z][a-z]{2} {1,2}\d{1,2} \d{1,2}:\d\d(?::\d\d)?(?: [A-Z]{1,5}| [+-]\d{4})? \d{4}"
_RFC_DATE = rb"\d{1,2} [A-Z][a-z]{2} \d{4} \d{1,2}:\d\d"
_WHEN = (
    rb"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? {1,2}(?:"
    + _ASCTIME
    + rb"|"
    + _RFC_DATE
    + rb")|\d{4}-\d\d-\d\d[T ]\d\d:\d\d)"
)
# The next line must be a field: a line of prose that begins with "From" is never followed by one.
_NEXT = rb"[^\n]{0,60}(?:\n(?=[!-9;-~]{1,100}[ \t]*:|>?From |\r?\Z)|\Z)"
_STRICT = rb"(?:[^\s@]+@[^\s@]+|[^\s=]*=\S*@\S+|-|MAILER-DAEMON) {1,3}" + _WHEN + _NEXT
_LOOSE = rb"(?:(?<=\n\nFrom )|(?<=\n\r\nFrom )|(?<=\A\nFrom ))(?:[^\n]{0,300}? )?" + _WHEN + _NEXT
# One expression with a literal beginning: its search is faster than bytes.find for "\nFrom ", and fastest where that
# beginning is rare, as a line end is not.
_SEPARATOR = re.compile(rb"From (?<=\nFrom )(?:" + _STRICT + rb"|" + _LOOSE + rb")")
_LENGTH = re.compile(rb"^Content-Length:[ \t]*(\d{1,9})\s*$", re.I | re.M)
_BLANK_LINE = re.compile(rb"\n\r?\n")


def find_separator(block: bytes, begin: int = 0) -> int:
    """The line end before the next line that parts two mails of an mbox, or -1. A sentence that begins with "From" is none."""
    found = _SEPARATOR.search(block, begin + 1)
    return found.start() - 1 if found else -1


def ends_in_headers(tail: bytes) -> bool:
    """Whether the last mail in the last bytes of an mbox has fields and no blank line behind them."""
    tail = b"\n" + tail
    last, at = -1, find_separator(tail)
    while at >= 0:
        last, at = at, find_separator(tail, at + 6)
    fields = tail[last + 1 :].partition(b"\n")[2]
    return last >= 0 and bool(fields.strip()) and _BLANK_LINE.search(b"\n" + fields) is None


class Reading:
    """One pass over a stream of mails, block by block. `trouble` says why it ended early."""

    def __init__(self, stream: BinaryIO, *, counted: bool = False) -> None:
        self.stream = stream
        self.counted = counted
        self.trouble: str | None = None

    def spans(self, start: int = 0, stop: int | None = None) -> Iterator[tuple[bytes, int, int, int]]:
        """(block, begin, end, place) of each mail that begins in [start, stop): `block[begin:end]` is the mail with its
        separator line, `place` the offset of the mail in the stream.

        Memory is bounded: a mail beyond MAX_MAIL_BYTES is cut there. Unreadable bytes end the pass and are told in `trouble`.
        """
        if stop is None:
            yield from self._cut(start)
            return
        for data, begin, end, place in self._cut(start):
            if place >= stop:
                return
            yield data, begin, end, place

    def _cut(self, start: int) -> Iterator[tuple[bytes, int, int, int]]:
        base = max(0, start - 4)
        if base:
            self.stream.seek(base)
        data = b""
        begin = -1 if start else 0  # -1 while the next separator is looked for
        search = max(0, start - base - 1)
        more = True
        counted, find = self.counted, _SEPARATOR.search
        while more:
            block = self._read()
            data += block
            more = bool(block)
            limit = len(data) - _LOOK_AHEAD if more else len(data)
            at = self._next(data, begin, search, limit)
            while 0 <= at < limit:
                if begin >= 0:
                    yield data, begin, at + 1, base + begin
                begin = at + 1
                if counted:
                    at = self._next(data, begin, at + 6, limit)
                else:
                    found = find(data, at + 7)
                    at = found.start() - 1 if found else -1
            if begin >= 0 and len(data) - begin > MAX_MAIL_BYTES:
                yield data, begin, begin + MAX_MAIL_BYTES, base + begin
                begin = -1
            search = max(search, limit)
            drop = begin if begin >= 0 else max(0, search - 4)
            data, base, search = data[drop:], base + drop, search - drop
            begin = min(begin, 0)
        if begin == 0 and data:
            yield data, 0, len(data), base

    def _next(self, data: bytes, begin: int, search: int, limit: int) -> int:
        """The line end before the next separator, or a place at or after `limit` where more must be read first, or -1."""
        if self.counted and begin >= 0:
            search = max(search, self._declared_end(data, begin, limit))
        return find_separator(data, search)

    def _declared_end(self, data: bytes, begin: int, limit: int) -> int:
        """Where Content-Length ends the mail, if a separator or the end of the file is there; else 0 (mboxcl2)."""
        blank = _BLANK_LINE.search(data, begin, min(len(data), begin + 64 * 1024))
        if blank is None:
            return 0
        length = _LENGTH.search(data, begin, blank.start() + 1)
        if length is None:
            return 0
        end = blank.end() + int(length[1])
        if end >= limit:
            more = limit < len(data)
            return end if (more and end - begin < MAX_MAIL_BYTES) or (not more and end <= len(data) + 1) else 0
        at = _SEPARATOR.search(data, end, min(len(data), end + _LOOK_AHEAD))
        return at.start() - 1 if at and at.start() <= end + 3 else 0

    def _read(self) -> bytes:
        """A block; of a damaged archive what could be read before the damage, and then nothing more."""
        pieces: list[bytes] = []
        room = 0 if self.trouble else BLOCK_BYTES
        try:
            while room and (piece := self._read_some(room)):
                pieces.append(piece)
                room -= len(piece)
        except (EOFError, gzip.BadGzipFile, zlib.error):
            self.trouble = "the compressed file is damaged or ends too early"
        except OSError as error:
            self.trouble = f"cannot be read further ({error.strerror or error})"
        return b"".join(pieces)

    def _read_some(self, room: int) -> bytes:
        """Unpacked bytes come piece by piece: a whole block would be lost with the damage in it."""
        return self.stream.read1(room) if isinstance(self.stream, gzip.GzipFile) else self.stream.read(room)
