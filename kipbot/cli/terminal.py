"""How is text from strangers shown on a terminal without letting it act there?"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

WIDTH = 80
GAP = "  "
_PIECE = 2000  # tokens of JSON
_DELETE = "\x7f"

# Controls, format characters (bidi, zero width, tags), line and paragraph separators, lone surrogates.
_ACTING = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs"})
_NAMED = {"\t": " ", "\n": "\\n", "\r": "\\r"}


def harmless(text: str) -> str:
    """One line of text in which nothing acts: controls, escape sequences, bidi marks and zero widths are shown as escapes."""
    if text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if unicodedata.category(character) not in _ACTING:
        return character
    return _NAMED.get(character) or _escape(character)


def _escape(character: str) -> str:
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def json_text(value: object) -> str:
    """JSON that a program reads back unchanged and that does nothing to the terminal it is shown on."""
    return "".join(json_pieces(value))


def json_pieces(value: object) -> Iterator[str]:
    """The same piece by piece, so that the answer for a large archive need not stand in memory whole."""
    tokens = json.JSONEncoder(ensure_ascii=False, indent=2).iterencode(value)
    # Outside of strings JSON has only ASCII, so every character touched here stands in a string.
    while piece := "".join(islice(tokens, _PIECE)):
        if (piece.isascii() and _DELETE not in piece) or piece.replace("\n", "").isprintable():
            yield piece  # json itself escapes the controls below a space
        else:
            yield "".join(character if _keeps(character) else _escape_in_json(character) for character in piece)


def _escape_in_json(character: str) -> str:
    # json leaves the one control of ASCII above a space as it is.
    return "\\u007f" if character == _DELETE else json.dumps(character)[1:-1]


def _keeps(character: str) -> bool:
    return character == "\n" or unicodedata.category(character) not in _ACTING


def width(text: str) -> int:
    """How many columns a text takes: two for a wide East Asian character, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(map(_columns_of, text))


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def columns(rows: Iterable[Sequence[str]], limits: Sequence[int], *, indent: int = 0) -> Iterator[str]:
    """The lines of a table: each column as wide as its widest cell and at most its limit, longer cells wrapped.

    A limit of 0 takes what the others leave of 80 columns (at least 10). Cells are made harmless.
    """
    cells = [[harmless(cell) for cell in row] for row in rows]
    widths = _widths(cells, limits, WIDTH - indent)
    for row in cells:
        wrapped = [wrap(cell, room) for cell, room in zip(row, widths, strict=True)]
        for height in range(max(map(len, wrapped))):
            line = GAP.join(
                _pad(cell[height] if height < len(cell) else "", room) for cell, room in zip(wrapped, widths, strict=True)
            )
            yield (" " * indent + line).rstrip(" ")


def _widths(cells: list[list[str]], limits: Sequence[int], room: int) -> list[int]:
    widest = [max((width(cell) for cell in column), default=0) for column in zip(*cells, strict=True)]
    fixed = [min(wide, limit) for wide, limit in zip(widest, limits, strict=False) if limit]
    left = max(10, room - sum(fixed) - len(GAP) * (len(limits) - 1))
    return [max(1, min(wide, limit or left)) for wide, limit in zip(widest, limits, strict=False)]


def _pad(text: str, room: int) -> str:
    return text + " " * (room - width(text))


def wrap(text: str, room: int) -> list[str]:
    """The text in lines of at most `room` columns, broken at blanks, and inside a word only where it fits no line."""
    lines = [""]
    for word in text.split(" "):
        for piece in _pieces(word, room):
            joined = f"{lines[-1]} {piece}" if lines[-1] else piece
            if width(joined) <= room:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, room: int) -> Iterator[str]:
    piece, taken = "", 0
    for character in word:
        step = _columns_of(character)
        if piece and taken + step > room:
            yield piece
            piece, taken = "", 0
        piece, taken = piece + character, taken + step
    if piece:
        yield piece
