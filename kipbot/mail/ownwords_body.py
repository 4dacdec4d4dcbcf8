"""What stands in which line, and how deep is it quoted, before anybody asks whose words it is?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from kipbot.core.facts import Line, LineKind
from kipbot.core.memo import remembered
from kipbot.mail.attributions import may_end

MOST_LINES = 10_000  # nobody writes more; what stands below is kept as one line
LOOKED_AT = 1_000  # characters of a line that patterns see

# ">", "> >", ">>", a full-width mark, an entity that a converter left. ">=" is a comparison.
_MARKS = re.compile(r"(?:[ \t\xa0]{0,3}(?:>(?!=)|＞|&gt;(?!=)))++[ \xa0]?")
# "JR> text", "Ann>> text": initials or a short name that begins with a capital.
_INITIALS = re.compile(r" ?[A-Z][A-Za-z]{0,10}(>+)(?: |$)")
_MARK_SIGNS = frozenset((">", "＞", "&", " ", "\t", "\xa0"))
_BOX_OR_BULLET = re.compile(r"\s*(?:\[.{0,3}\]|[-*•] )")


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of a mail: `texts` without marks, `depths` the number of marks; `rest` is what nobody reads.

    `filled[i]` is the first line at or after i that is not blank, `marked[i]` the first one with marks; both `size` when there is none.
    `ends[i]` is true where an attribution may end.
    """

    texts: list[str]
    depths: list[int]
    filled: list[int]
    marked: list[int]
    ends: list[bool]
    size: int
    rest: str | None = None

    def is_own(self, at: int) -> bool:
        """True for a line that is neither blank nor marked."""
        return at < self.size and self.depths[at] == 0 and self.filled[at] == at

    def count_filled(self, start: int, end: int, most: int) -> int:
        """How many lines of start..end are not blank, counted no further than `most` + 1."""
        number = 0
        at = self.filled[start] if start < self.size else end
        while at < end and number <= most:
            number += 1
            at = self.filled[at + 1] if at + 1 < self.size else end
        return number


def take_apart(text: str, *, flowed: bool) -> Body:
    """Split a text in lines, take the quote marks off, join what format=flowed had broken (RFC 3676)."""
    raw = text.replace("\r\n", "\n").replace("\r", "\n").split("\n", MOST_LINES)
    rest = raw.pop() if len(raw) > MOST_LINES else None
    if rest is None and raw[-1] == "":
        raw.pop()
    taken = [_unmark(line) if line[:1] in _MARK_SIGNS or ">" in line[:13] else (0, line) for line in raw]
    if flowed:
        taken = _unflow(taken)
    texts = [line for _, line in taken]
    depths = [depth for depth, _ in taken]
    ends = [depth == 0 and bool(line) and may_end(line) for depth, line in taken]
    return Body(texts, depths, _next_filled(texts), _next_marked(depths), ends, len(texts), rest)


@remembered
def _unmark(line: str) -> tuple[int, str]:
    if not line:
        return 0, line
    if line[0] in _MARK_SIGNS:
        if line[:2] == "> " and line[2:3] not in _MARK_SIGNS:
            return 1, line[2:]
        match = _MARKS.match(line)
        if match is not None:
            marks = match.group()
            depth = marks.count(">") + marks.count("＞") + marks.count("&gt;")
            return depth, line[match.end() :]
        return 0, line
    if ">" in line[:13]:
        match = _INITIALS.match(line)
        if match is not None:
            return len(match.group(1)), line[match.end() :]
    return 0, line


def _unflow(taken: list[tuple[int, str]]) -> list[tuple[int, str]]:
    joined: list[tuple[int, str]] = []
    parts: list[str] = []
    for at, (depth, line) in enumerate(taken):
        text = line[1:] if depth == 0 and line.startswith(" ") else line
        parts.append(text)
        if not _flows_on(text, depth, taken[at + 1] if at + 1 < len(taken) else None):
            joined.append((depth, "".join(parts)))
            parts = []
    return joined


def _flows_on(text: str, depth: int, following: tuple[int, str] | None) -> bool:
    if not text.endswith(" ") or text == "-- " or following is None:
        return False
    next_depth, next_text = following
    # A ballot's box begins a line even where the blank before it was left standing.
    return next_depth == depth and bool(next_text.strip()) and next_text != "-- " and not _BOX_OR_BULLET.match(next_text)


def _next_filled(texts: list[str]) -> list[int]:
    following = [0] * len(texts)
    nearest = len(texts)
    for at in range(len(texts) - 1, -1, -1):
        text = texts[at]
        if text and not text.isspace():
            nearest = at
        following[at] = nearest
    return following


def _next_marked(depths: list[int]) -> list[int]:
    following = [0] * len(depths)
    nearest = len(depths)
    for at in range(len(depths) - 1, -1, -1):
        if depths[at]:
            nearest = at
        following[at] = nearest
    return following


class Place(NamedTuple):
    """A line that is looked at: where it is, what unmarked lines are so far, and whether the sender has written above."""

    body: Body
    at: int
    mode: LineKind
    own_seen: bool


class Found(NamedTuple):
    """What begins at a place: how many lines it takes, what they are, and what unmarked lines below are."""

    length: int
    kind: LineKind
    then: LineKind
    pieces: tuple[Line, ...] = ()  # set where the lines are not kept as they are


def keep(body: Body, at: int, kind: LineKind) -> Line:
    """A line as it stands; marks make a quotation of it, inside an unmarked one they go one deeper."""
    depth = body.depths[at]
    if kind is LineKind.QUOTE:
        return Line(kind, body.texts[at], depth + 1)
    if depth and kind not in (LineKind.FORWARD, LineKind.ATTRIBUTION):
        return Line(LineKind.QUOTE, body.texts[at], depth)
    return Line(kind, body.texts[at], depth)
