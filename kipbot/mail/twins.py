"""Which mails are copies of one, and which only bear the same Message-ID?"""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice

from kipbot.core.facts import MailReceived
from kipbot.mail.columns import Columns
from kipbot.mail.headers import split_headers
from kipbot.mail.reader import read

_LATE = datetime(9999, 1, 1, tzinfo=UTC)
_SAID = ("from", "subject", "date", "content-type", "content-transfer-encoding")
_SPACE = re.compile(rb"\s+")


def settle_twins(columns: Columns) -> None:
    """Drop all but one copy of each mail; where one Message-ID stands over two contents, mark the later mail.

    A Message-ID alone proves nothing: anybody may send one a second time. Which copy is kept, and which mail is the later,
    does not depend on the order of the archives.
    """
    groups = _group(columns)
    if not groups:
        return
    sums = _sum_up(columns, [index for group in groups for index in group])
    for group in groups:
        _settle(columns, group, sums)


def _group(columns: Columns) -> list[list[int]]:
    """The rows that bear one id, where there are several."""
    in_order = sorted(columns.ids)
    again = {one for one, other in zip(in_order, islice(in_order, 1, None), strict=False) if one == other}
    del in_order
    groups: dict[int, list[int]] = {}
    for index, key in enumerate(columns.ids if again else ()):
        if key in again:
            groups.setdefault(key, []).append(index)
    return list(groups.values())


def _sum_up(columns: Columns, indices: list[int]) -> dict[int, int]:
    """A cheap sum of what each mail says; equal sums of unread mails are copies, unequal ones are read to know."""
    unread = [index for index in indices if index not in columns.found]
    return {index: _cheap_sum(raw) for index, raw in columns.fetch(unread)}


def _cheap_sum(raw: bytes) -> int:
    start = raw.find(b"\n") + 1 if raw.startswith((b"From ", b"\n")) else 0
    headers = split_headers(raw, start)
    said = b"\n".join(_SPACE.sub(b" ", headers.first(name)).strip() for name in _SAID)
    body = raw[headers.body_at :].replace(b"\r", b"").rstrip()
    return zlib.crc32(body, zlib.crc32(said)) << 32 | zlib.adler32(body)


def _settle(columns: Columns, group: list[int], sums: dict[int, int]) -> None:
    if not any(index in columns.found for index in group) and len({sums.get(index) for index in group}) == 1:
        columns.dropped.update(group[1:])
        return
    unlike = {sums.get(index): index for index in group if index not in columns.found}
    known = {unlike_index: read(raw) for unlike_index, raw in columns.fetch(unlike.values())}
    mails = {index: columns.found.get(index) or known[unlike[sums.get(index)]] for index in group}
    copies: dict[tuple[str, str], list[int]] = {}
    for index, mail in mails.items():
        copies.setdefault((mail.message_id, mail.digest), []).append(index)
    kept = {min(same): _choose([mails[index] for index in same]) for same in copies.values()}
    for same in copies.values():
        _drop(columns, same)
    for index, mail in kept.items():
        if index in columns.found:
            columns.found[index] = mail
    _mark_later(columns, kept)


def _drop(columns: Columns, same: list[int]) -> None:
    """Keep one row of the copies, the first; it is a mail that matters where any copy was one."""
    first = min(same)
    copies = [columns.found.pop(index) for index in same if index in columns.found]
    columns.dropped.update(index for index in same if index != first)
    if copies:
        columns.found[first] = copies[0]


def _choose(mails: list[MailReceived]) -> MailReceived:
    """The copy that was received first; among equals a fixed one, whatever the order of the archives."""
    if all(mail == mails[0] for mail in mails):
        return mails[0]
    return min(mails, key=lambda mail: (mail.at or _LATE, len(mail.lines), repr(mail)))


def _mark_later(columns: Columns, kept: dict[int, MailReceived]) -> None:
    by_id: dict[str, list[int]] = {}
    for index, mail in kept.items():
        by_id.setdefault(mail.message_id, []).append(index)
    for same in by_id.values():
        for index in sorted(same, key=lambda index: (kept[index].at or _LATE, kept[index].digest))[1:]:
            if index in columns.found:
                mail = columns.found[index]
                columns.found[index] = replace(mail, troubles=(*mail.troubles, "Message-ID used twice"))
