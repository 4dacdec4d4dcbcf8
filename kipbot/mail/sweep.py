"""Which mails of a stretch of an archive may matter, found without parsing the others?

One pass over the bytes: the place of each mail, hashes of its ids, its subject and its date go into compact columns;
only mails whose subject is wanted are read.
"""

from __future__ import annotations

import gzip
import re
import zlib
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import BinaryIO, cast

from kipbot.core.facts import MailReceived
from kipbot.mail.archives import Form, Source, why
from kipbot.mail.headers import MAX_BLOCK_BYTES, MAX_FIELD_BYTES, MAX_IDS, decode_text, read_ids, split_headers
from kipbot.mail.mbox import MAX_MAIL_BYTES, Reading
from kipbot.mail.newest import Newest
from kipbot.mail.pool import Pool
from kipbot.mail.reader import read

_VALUE = rb"[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)"
# One pass: the fields that are looked at, then the blank line with all that stands behind it, which ends the search.
# A look at the first letters comes before it: most lines are other fields, and it is quicker than trying each name.
_FIELD_OR_BODY = re.compile(
    rb"\n(?=Me|In|Su|Da|Ref|List-I|\r|\n)(?:(Message-I[Dd]|In-Reply-To|Subject|Date|References|List-I[Dd])[ \t]*+:|(?=\r?\n))"
    rb"((?(1)[^\n]*+(?:\n[ \t][^\n]*+)*+|(?s:.*+)))"
)
_FIELDS_ANY_CASE = re.compile(rb"\n(message-id|in-reply-to|subject|date|references|list-id)" + _VALUE, re.IGNORECASE)
_CANONICAL = {name.lower(): name for name in (b"Message-ID", b"In-Reply-To", b"Subject", b"Date", b"References", b"List-Id")}
_LOOKED_AT = {name: lower.decode() for lower, name in _CANONICAL.items()}
_ID = re.compile(rb"<([^<>]*)>")
_SPACE = re.compile(rb"\s+")
_MEMO_SIZE = 8_192
_LONGEST_KEPT = 200
_MAX_WAITING_BYTES = 2 << 20

# (block, begin, end, place): `block[begin:end]` is a mail that begins at byte `place` of its file.
Span = tuple[bytes, int, int, int]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a harvest looks for: `wanted(subject)` may belong to a vote, `key(subject)` names the proposal that is discussed."""

    wanted: Callable[[str], bool]
    key: Callable[[str], str | None] | None = None


@dataclass(slots=True)
class Talk:
    """One discussion mail, or several of one proposal folded into one: the earliest gives title and root."""

    key: str
    title: str
    root: str
    first: datetime | None
    last: datetime | None
    count: int = 1


@dataclass(slots=True)
class Sweep:
    """The columns of one stretch: one row a mail. `ref_ends[n]` is where the references of mail n end in `refs`."""

    ids: array[int] = field(default_factory=lambda: array("q"))
    ref_ends: array[int] = field(default_factory=lambda: array("I"))
    refs: array[int] = field(default_factory=lambda: array("q"))
    places: array[int] = field(default_factory=lambda: array("Q"))
    sizes: array[int] = field(default_factory=lambda: array("I"))
    found: dict[int, MailReceived] = field(default_factory=dict)
    talks: list[tuple[int, Talk]] = field(default_factory=list)
    unreadable: list[int] = field(default_factory=list)
    newest: datetime | None = None
    dated: dict[int, datetime] = field(default_factory=dict)
    trouble: str | None = None


def open_stream(source: Source) -> BinaryIO:
    """The bytes of a source, unpacked. Raises OSError."""
    return cast(BinaryIO, gzip.open(source.path, "rb")) if source.compressed else source.path.open("rb")


def read_spans(source: Source, start: int = 0, stop: int | None = None) -> Iterator[Span | str]:
    """The mails of a source as (block, begin, end, place); last, where the reading ended early, the reason as a string."""
    if source.trouble is not None:
        yield source.trouble
        return
    try:
        with open_stream(source) as stream:
            if source.form is Form.SINGLE:
                data = b"\n" + stream.read(MAX_MAIL_BYTES)
                yield data, 0, len(data), 0
                return
            reading = Reading(stream, counted=source.counted)
            yield from reading.spans(start, stop)
            if reading.trouble:
                yield reading.trouble
    except (OSError, EOFError, zlib.error) as error:
        yield f"cannot be read ({why(error)})"


@dataclass(frozen=True, slots=True)
class Stretch:
    """The mails of a source that begin at or after `start` and before `stop` (None: to the end)."""

    source: Source
    start: int = 0
    stop: int | None = None

    @property
    def size_bytes(self) -> int:
        """How much of the file lies in it."""
        return (self.source.size_bytes if self.stop is None else self.stop) - self.start


def sweep(stretch: Stretch, wish: Wish, pool: Pool, tell: Callable[[int], None] | None = None) -> Sweep:
    """Read one stretch into columns. What cannot be read is told in `trouble`; never raises for what a file holds.

    `tell` hears how many bytes of the stretch were passed.
    """
    result = Sweep()
    sweeper = _Sweeper(wish, result, pool)
    batch: list[Span] = []
    for span in read_spans(stretch.source, stretch.start, stretch.stop):
        if isinstance(span, str):
            result.trouble = span
            break
        if batch and span[0] is not batch[-1][0]:
            sweeper.take(batch)
            batch = []
            if tell is not None:
                tell(span[3] - stretch.start)
        batch.append(span)
    sweeper.take(batch)
    sweeper.finish()
    return result


class _Sweeper:
    """The loop's body and what it remembers between mails."""

    def __init__(self, wish: Wish, result: Sweep, pool: Pool) -> None:
        self.wish = wish
        self.pool = pool
        self.result = result
        self.memo: dict[bytes, tuple[bool, tuple[str, str] | None]] = {}
        self.hashes = _Hashes()
        self.newest = Newest()
        self.waiting: list[tuple[int, bytes]] = []
        self.waiting_bytes = 0

    def take(self, batch: list[Span]) -> None:
        """Put the mails of a block into the columns; those whose subject is wanted are read.

        One question is asked of all mails before the next: code that takes turns with other code runs a quarter slower.
        """
        picked = [(span, *_pick_fields(span[0], span[1], span[2])) for span in batch]
        mails = [mail for mail in picked if mail[1] or self._is_mail(mail[0])]
        first = len(self.result.ids)
        self._add_rows(mails)
        keys = [self._judge(number, span, fields) for number, (span, fields, _) in enumerate(mails, first)]
        for number, ((data, begin, _, _), fields, stop), talk in zip(count(first), mails, keys, strict=False):
            if talk is None:
                self.newest.see(data, begin, stop, fields)
            else:
                moment = self.newest.date(data, begin, stop, fields)
                self.result.talks.append((number, _begin_talk(*talk, fields, moment)))

    def _add_rows(self, mails: list[tuple[Span, dict[bytes, bytes], int]]) -> None:
        result, hashes = self.result, self.hashes
        ids, refs, ref_ends, places, sizes = result.ids, result.refs, result.ref_ends, result.places, result.sizes
        for (_, begin, end, place), fields, _ in mails:
            ids.append(_hash_id(fields, hashes))
            if b"References" in fields:
                refs.extend(hashes[fields[b"References"]])
            if b"In-Reply-To" in fields:
                refs.extend(hashes[fields[b"In-Reply-To"]])
            ref_ends.append(len(refs))
            places.append(place)
            sizes.append(end - begin)

    def _is_mail(self, span: Span) -> bool:
        """Whether there is any field; if not, the place is noted, unless nothing but blank lines is there."""
        data, begin, end, place = span
        at = data.find(b"\n", begin, end) + 1 or end if data.startswith((b"From ", b"\n"), begin) else begin
        if split_headers(data, at, end).names():
            return True
        if data[begin:end].strip():
            self.result.unreadable.append(place)
        return False

    def _keep(self, number: int, raw: bytes) -> None:
        """Put a wanted mail aside; they are read many at a time, for code that runs in turns with other code runs slower."""
        self.waiting.append((number, raw))
        self.waiting_bytes += len(raw)
        if self.waiting_bytes > _MAX_WAITING_BYTES:
            self._read_waiting()

    def _read_waiting(self) -> None:
        for number, raw in self.waiting:
            self.result.found[number] = self.pool.share(read(raw))
        self.waiting.clear()
        self.waiting_bytes = 0

    def _judge(self, number: int, span: Span, fields: dict[bytes, bytes]) -> tuple[str, str] | None:
        """Put the mail aside where its subject is wanted; else say which proposal it discusses, and the subject."""
        given = fields.get(b"Subject", b"")
        is_wanted, talk = self.memo.get(given) or self._ask(given)
        if is_wanted:
            self._keep(number, span[0][span[1] : span[2]])
        return talk

    def _ask(self, given: bytes) -> tuple[bool, tuple[str, str] | None]:
        """What is wished of a raw subject; many subjects come many times, so the answer is kept."""
        subject = decode_text(given[:MAX_FIELD_BYTES])
        is_wanted = self.wish.wanted(subject)
        key = self.wish.key(subject) if self.wish.key is not None and not is_wanted else None
        if len(self.memo) >= _MEMO_SIZE:
            self.memo.clear()
        answer = self.memo[given] = (is_wanted, (key, subject) if key is not None else None)
        return answer

    def finish(self) -> None:
        """Read what still waits, and note the newest moment."""
        self._read_waiting()
        self.result.newest = self.newest.tell()
        self.result.dated = self.newest.dated


def _pick_fields(data: bytes, begin: int, end: int) -> tuple[dict[bytes, bytes], int]:
    """The topmost value of each field that is looked at, and where the header block ends."""
    limit = min(end, begin + MAX_BLOCK_BYTES)
    fields = dict(_FIELD_OR_BODY.findall(data, begin, limit)[::-1])
    body = fields.pop(b"", None)
    stop = limit if body is None else limit - len(body) - 1
    if body is None and limit < end:
        return _pick_below(data, begin, end), stop
    if b"Message-Id" in fields:
        fields.setdefault(b"Message-ID", fields[b"Message-Id"])
    if b"List-ID" in fields:
        fields.setdefault(b"List-Id", fields[b"List-ID"])
    if b"Message-ID" not in fields or b"Subject" not in fields:
        fields = _find_fields(data, begin, stop)
    return fields, stop


def _pick_below(data: bytes, begin: int, end: int) -> dict[bytes, bytes]:
    """The same where an endless field may hide the others."""
    headers = split_headers(data, data.find(b"\n", begin, end) + 1 if data.startswith((b"From ", b"\n"), begin) else begin, end)
    return {name: headers.first(lower) for name, lower in _LOOKED_AT.items() if headers.has(lower)}


def _find_fields(data: bytes, begin: int, stop: int) -> dict[bytes, bytes]:
    return {_CANONICAL[name.lower()]: value for name, value in reversed(_FIELDS_ANY_CASE.findall(data, begin, stop))}


def _hash_id(fields: dict[bytes, bytes], hashes: _Hashes) -> int:
    given = fields.get(b"Message-ID")
    ids = hashes[given] if given is not None else ()
    return ids[0] if ids else hash(b"no id\n" + fields.get(b"Subject", b"") + fields.get(b"Date", b""))


class _Hashes(dict[bytes, Sequence[int]]):
    """The hashes of the ids in a field, by its value; a Message-ID comes again in each of its answers.

    They are the same in all processes that were forked from one. A collision only makes one more mail be read and compared.
    """

    def __init__(self) -> None:
        self.ids: dict[bytes, int] = {}

    def __missing__(self, value: bytes) -> Sequence[int]:
        if len(self) >= _MEMO_SIZE or len(self.ids) >= _MEMO_SIZE:
            self.clear()
            self.ids.clear()
        # One id and nothing else, as nearly every Message-ID and In-Reply-To is.
        if value.startswith(b" <") and value.find(b">") == len(value) - 1 and value.find(b"<", 2) < 0:
            raw = value[2:-1]
            answer: Sequence[int] = (self.ids.get(raw) or self._add(raw),)
        else:
            known = self.ids.get
            answer = [known(raw) or self._add(raw) for raw in _find_ids(value)]
            if len(value) > _LONGEST_KEPT:
                return answer  # a long References comes but once
        self[value] = answer
        return answer

    def _add(self, raw: bytes) -> int:
        answer = self.ids[raw] = hash(_SPACE.sub(b"", raw) if b" " in raw or b"\n" in raw else raw)
        return answer


def _find_ids(value: bytes) -> list[bytes]:
    items = _ID.findall(value)
    if not items:
        items = [item[1:-1].encode("utf-8", "surrogateescape") for item in read_ids(value[:MAX_FIELD_BYTES])]
    return items[: MAX_IDS // 2] + items[-MAX_IDS // 2 :] if len(items) > MAX_IDS else items


def _begin_talk(key: str, title: str, fields: dict[bytes, bytes], moment: datetime | None) -> Talk:
    above: tuple[str, ...] = ()
    for name in (b"References", b"In-Reply-To", b"Message-ID"):
        above = above or read_ids(fields.get(name, b"")[:MAX_FIELD_BYTES])
    return Talk(key, title, above[0] if above else "", moment, moment)
