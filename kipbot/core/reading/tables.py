"""Which lines of a mail are a table of voters and their votes, and so nobody's ballot?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kipbot.core.facts import OWN, Line
from kipbot.core.memo import remembered
from kipbot.core.reading import vocabulary as say
from kipbot.core.reading.sentences import unify
from kipbot.core.reading.setting import Setting
from kipbot.core.reading.vocabulary import columns

# Nobody lists more voters than this, and no vote is read further down; hostile mail must not cost more.
_MOST_ROWS = 300
_MOST_LINES = 4000
_LONGEST_ROW = 200
_MOST_WORDS_OF_NAME = 5
_MOST_WORDS_OF_REMARK = 12

_MAY_HOLD = re.compile("[+\\-\u2010-\u2015\u2212\uff0b\uff0d][01]|(?<![\\w.])0(?![\\w.])|(?:plus|minus)[ -](?:one|1)", re.I)
_VALUE = re.compile(r"(?<![\w.+\-/])[+\-][01](?![\w%/]|\.\d)|\b(?:plus|minus)[ -](?:one|1)\b", re.I)
_ZERO = re.compile(r"(?<![\w.+\-/:])0(?![\w%/:]|\.\d)")
# Where one cell ends; a bracket opens a cell of its own.
_CUT = re.compile(r"[|;\t,:=()\[\]<>\"]|\s{2,8}|\s-{1,3}\s|[.\-]{2,60}|^\s{0,8}(?:[*\-+]|\d{1,3}[.)])\s")
# What no sentence has between a name and a value.
_RULED = re.compile(r"[|\t;]|\S\s{2,8}\S|\S,\S|\.{3}|->|=")
_WORD = re.compile(r"[^\W\d_]{2,40}")
_HOST = re.compile(r"(?<=\w)@[\w.\-]{1,80}")
_FULL_NAME = re.compile(r"[A-ZÀ-ÞŁŚŻА-Я][\w'’-]{1,20}(?:\s[A-ZÀ-ÞŁŚŻА-Я](?:\.|[\w'’-]{1,20})){1,3}")
_PIECE = re.compile(r"[,;&]\s{0,8}|\s(?:and|und|et|y|e|i|и)\s")
_HEADED = re.compile(r"^\W{0,8}?[+\-]?[01]\s?(?:[(\[][^()\[\]]{0,24}[)\]])?\s?[:=]\s")
_WEIGHTS = frozenset("binding non nonbinding pmc committer member yes no vote ballot voter name".split())


@dataclass(frozen=True, slots=True)
class _Row:
    """A voter and a value on one line, or on the lines of a record; `names` holds the words of each cell that may be a name."""

    first: int
    last: int
    names: tuple[frozenset[str], ...]
    shaped: bool  # written like a full name

    def holds(self, words: frozenset[str]) -> bool:
        """Does one of the cells consist of these words?"""
        return any(name <= words for name in self.names)


def leave_out_tables(lines: Sequence[Line], setting: Setting) -> tuple[Sequence[Line], bool]:
    """The lines with every row of a table of voters emptied, and whether there was one: its sender tells, and does not vote."""
    own = _near_values(lines)
    if not own:
        return lines, False
    inside = {index for index, text in own if _lists_voters(text, setting)}
    rows = _rows(own, setting)
    for row in rows:
        if _is_record_of_another(row, lines, setting):
            inside.update(range(row.first, row.last + 1))
    for group in _runs(rows):
        if _is_tally(group, lines, setting):
            inside.update(range(group[0].first, group[-1].last + 1))
    if not inside:
        return lines, False
    return [line._replace(text="") if index in inside else line for index, line in enumerate(lines)], True


def _near_values(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """The writer's own lines with a value, and those up to two above: a voter's name may stand there."""
    held = [
        index
        for index, line in enumerate(lines[:_MOST_LINES])
        if line.kind is OWN and 0 < len(line.text) <= _LONGEST_ROW and _may_hold(line.text)
    ]
    if not held:
        return []
    near = sorted({index - up for index in held[:_MOST_ROWS] for up in range(3) if index >= up})
    return [(index, unify(lines[index].text)) for index in near if _is_own(lines[index])]


@remembered
def _may_hold(text: str) -> bool:
    return _MAY_HOLD.search(text) is not None


def _is_own(line: Line) -> bool:
    return line.kind is OWN and 0 < len(line.text) <= _LONGEST_ROW


def _lists_voters(text: str, setting: Setting) -> bool:
    """Voters and values one behind the other: "Ann +1, Bob 0", "+1: Ann, Bob"."""
    if not _may_hold(text):
        return False
    headed = _HEADED.match(text)
    if headed is None and (len(_VALUE.findall(text)) < 2 or _is_framed(text)):
        return False
    pieces = _PIECE.split(text)
    found = [_words(piece[headed.end() :] if headed and not place else piece) for place, piece in enumerate(pieces)]
    if headed is None:
        found = [row.names[-1] for row in (_row(0, 0, piece) for piece in pieces) if row is not None]
    return len({name for name in found if name and (name <= setting.people or name <= setting.name)}) > 1


@remembered
def _is_framed(text: str) -> bool:
    """Do first-person words stand beside the value?"""
    found = _VALUE.search(text) or _ZERO.search(text)
    low = text.lower()
    return found is not None and (
        say.FRAME.search(low[: found.start()]) is not None or say.FRAME_AFTER.match(low[found.end() :]) is not None
    )


def _rows(own: Sequence[tuple[int, str]], setting: Setting) -> list[_Row]:
    rows: list[_Row] = []
    voter: tuple[int, str] | None = None
    for index, text in own:
        if (name := _voter_alone(text, setting)) is not None:
            voter = index, name
            continue
        row = None
        if voter is not None and index - voter[0] <= 2 and (columns.VOTE_RECORD.match(text.lower()) or _VALUE.match(text)):
            row = _row(voter[0], index, f"{voter[1]}: {text}")
        elif _RULED.search(text) or not _is_framed(text):
            row = _row(index, index, text)
        if row is not None:
            rows.append(row)
    return rows


def _voter_alone(text: str, setting: Setting) -> str | None:
    """The voter of a record ("Voter: Ann"), or a known name that fills its line; the value stands below."""
    if _may_hold(text):
        return None
    if (found := columns.VOTER_RECORD.match(text.lower())) is not None:
        return text[found.end() :]
    words = _words(text) if len(text) <= 40 else None
    return text if words and (words <= setting.people or words <= setting.name) else None


def _row(first: int, last: int, text: str) -> _Row | None:
    """One line read as cells: a name and a value, in either order."""
    cells = _read_cells(text)
    return None if cells is None else _Row(first, last, *cells)


@remembered
def _read_cells(text: str) -> tuple[tuple[frozenset[str], ...], bool] | None:
    """The words of each cell that may be a name, and whether one is written like a full name."""
    found = _VALUE.search(text) or _ZERO.search(text) if len(text) <= _LONGEST_ROW else None
    if found is None:
        return None
    before, after = _cells(text[: found.start()]), _cells(text[found.end() :])
    cells = before or after
    if not _RULED.search(text) and not _is_short(text, before, after):
        return None
    names = [words for cell in cells if 0 < len(words := _words(cell)) <= _MOST_WORDS_OF_NAME]
    shaped = any(_FULL_NAME.fullmatch(cell) for cell in cells)
    return (tuple(names), shaped) if names else None


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in _CUT.split(text) if _words(cell)]


def _words(cell: str) -> frozenset[str]:
    return frozenset(_WORD.findall(_HOST.sub("", cell.casefold()))) - _WEIGHTS


def _is_short(text: str, before: list[str], after: list[str]) -> bool:
    """Without rules between the cells: a name alone, and at most a remark behind its colon or dash."""
    if not before:
        return len(after) == 1
    remark = sum(len(cell.split()) for cell in after)
    return len(before) == 1 and (
        not remark or (re.search(r"[:\-]\s?[+\-]?[01]", text) is not None and remark <= _MOST_WORDS_OF_REMARK)
    )


def _runs(rows: list[_Row]) -> list[list[_Row]]:
    """Rows that stand at most one line apart."""
    runs: list[list[_Row]] = []
    for row in rows:
        if runs and row.first - runs[-1][-1].last <= 2:
            runs[-1].append(row)
        else:
            runs.append([row])
    return [run for run in runs if len(run) > 1]


def _is_tally(rows: list[_Row], lines: Sequence[Line], setting: Setting) -> bool:
    """Two voters at least: under a head that says so, by names that are known, or by names written in full."""
    if len({row.names for row in rows}) < 2:
        return False
    if _has_head(rows[0].first, lines):
        return True
    people = [
        row for row in rows if row.holds(setting.name) or row.holds(setting.people) or (row.shaped and not setting.is_call)
    ]
    return len({row.names for row in people}) > 1


def _is_record_of_another(row: _Row, lines: Sequence[Line], setting: Setting) -> bool:
    """ "Name: Ann", "Vote: +1", sent by Bob."""
    keyed = row.first < row.last and columns.VOTER_RECORD.match(lines[row.first].text.lower()) is not None
    return keyed and row.holds(setting.people) and not any(name & setting.name for name in row.names)


def _has_head(first: int, lines: Sequence[Line]) -> bool:
    heads = [line.text[:_LONGEST_ROW].lower() for line in lines[max(0, first - 2) : first] if line.kind is OWN]
    return any(
        columns.VOTER_COLUMN.search(head)
        and columns.VOTE_COLUMN.search(head)
        and len(head.split()) <= 16
        and not head.endswith(".")
        for head in heads
    )
