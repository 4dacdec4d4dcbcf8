"""Which of a mail's unmarked lines were copied from the mail it answers, and who set the tick in a copied ballot?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kipbot.core.facts import Line, LineKind

SHINGLE = 5  # words in a row that must agree where the wrapping differs
LEAST_RUN = 40  # characters that a copied run has together
LONG_LINE = 25  # characters; one line of a copied run has as many
LONE_LINE = 60  # characters that make a single line a copy
LOOKED_AT = 2_000
MOST_LINES = 20_000
MOST_BALLOT_LINES = 200

_EMPTY = r"\[[\s_.\xa0]{0,8}\]|\([ _\xa0]{1,8}\)|☐|□|⬜"
_TICKED = r"\[[\s_*]{0,4}(?:[xX×✓✔✗✘√*vVyY○●]|[+\-−][01]|±?0|yes|YES|Yes)[\s_*]{0,4}\]|\([ ]?[xX×✓✔√*][ ]?\)|☑|☒|✅"
BOX = re.compile(rf"(?P<empty>{_EMPTY})|(?P<ticked>{_TICKED})")
_VOTE_START = re.compile(r"[*_\s(]{0,4}(?:[+\-−–±] ?[01]|0)\b(?![\d.])")
_VOTE_TOKEN = re.compile(r"(?<![\w:.])[+\-−–±] ?[01](?![\d:/])")
# One character of scripts that are written without blanks is a word of its own.
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"[{_CJK}]|[^\W_{_CJK}]+|[+\-\[\]]")
_EMPHASIS = str.maketrans("", "", "*_`\\")


def normalise(text: str) -> str:
    """The words of a line without emphasis, spacing and case; each box is an empty one."""
    boxed = BOX.sub("[]", text[:LOOKED_AT].replace("\\", ""))
    return " ".join(boxed.translate(_EMPHASIS).casefold().split())


@dataclass(frozen=True, slots=True)
class _Material:
    """What stands in the answered mail: whole lines, and runs of words across lines."""

    lines: frozenset[str]
    shingles: frozenset[int]
    last: str  # its writer's last own line, a name as a rule
    own: frozenset[str]


def mark_unmarked(lines: tuple[Line, ...], answered: tuple[Line, ...]) -> tuple[Line, ...]:
    """Make quotations of unmarked lines that stand in the answered mail too.

    A copied run has two lines or more, or one long one, in any wrapping. A short line at the top ("+1 (binding)") stays the
    sender's own although the answered mail begins alike. A copied ballot line with a tick set is a quotation with its
    tick; `ticked_by_sender` says whose tick it is.
    """
    own = [at for at, line in enumerate(lines[:MOST_LINES]) if line.kind is LineKind.OWN and line.text.strip()]
    if not own or not answered:
        return lines
    material = _gather(answered[:MOST_LINES])
    copied = _find_copied(lines, own, material)
    runs = [run for run in _runs(own, copied) if _is_quotation(lines, run)]
    if not runs:
        return lines
    marked = _positions(lines, runs, own, material)
    return tuple(replace(line, kind=LineKind.QUOTE, depth=1) if at in marked else line for at, line in enumerate(lines))


def _gather(answered: tuple[Line, ...]) -> _Material:
    texts = [normalise(line.text) for line in answered]
    words = [word for text in texts for word in _WORD.findall(text)]
    own = [text for line, text in zip(answered, texts, strict=True) if line.kind is LineKind.OWN and text]
    shingles = frozenset(hash(tuple(words[at : at + SHINGLE])) for at in range(len(words) - SHINGLE + 1))
    return _Material(frozenset(text for text in texts if text), shingles, own[-1] if own else "", frozenset(own))


def _find_copied(lines: tuple[Line, ...], own: list[int], material: _Material) -> set[int]:
    """The own lines that stand in the material, as a line or as words in the same order."""
    texts = {at: normalise(lines[at].text) for at in own}
    copied = {at for at in own if texts[at] in material.lines}
    words = [(at, word) for at in own for word in _WORD.findall(texts[at])]
    covered = [False] * len(words)
    stream = [word for _, word in words]
    for start in range(len(stream) - SHINGLE + 1):
        if hash(tuple(stream[start : start + SHINGLE])) in material.shingles:
            covered[start : start + SHINGLE] = [True] * SHINGLE
    missed = {at for (at, _), is_covered in zip(words, covered, strict=True) if not is_covered}
    copied.update(at for at, _ in words if at not in missed)
    return copied


def _runs(own: list[int], copied: set[int]) -> Iterator[list[int]]:
    """Copied own lines that follow one another, blank lines not counted."""
    run: list[int] = []
    for at in own:
        if at in copied:
            run.append(at)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_quotation(lines: tuple[Line, ...], run: list[int]) -> bool:
    texts = [normalise(lines[at].text) for at in run]
    if len(texts) == 1:
        return len(texts[0]) >= LONE_LINE and not _VOTE_TOKEN.search(texts[0])
    if sum(1 for at in run if BOX.search(lines[at].text[:LOOKED_AT])) >= 2:
        return True  # a copied ballot form may be short: "[ ] +1", "[ ] -1"
    return sum(map(len, texts)) >= LEAST_RUN and max(map(len, texts)) >= LONG_LINE


def _positions(lines: tuple[Line, ...], runs: list[list[int]], own: list[int], material: _Material) -> set[int]:
    """The lines of the runs and the blank ones inside; without the sender's own short words at the top."""
    marked: set[int] = set()
    inside = {at for run in runs for at in run}
    votes_elsewhere = any(_VOTE_START.match(lines[at].text) for at in own if at not in inside)
    for run in runs:
        kept = run if votes_elsewhere or run[0] != own[0] else _without_own_top(lines, run, material)
        if kept:
            marked.update(at for at in range(kept[0], kept[-1] + 1) if lines[at].kind is LineKind.OWN)
    return marked


def _without_own_top(lines: tuple[Line, ...], run: list[int], material: _Material) -> list[int]:
    """Two voters may begin alike and list the same checks; a whole mail copied to its last line is a quotation."""
    if len(run) >= 3 and material.last in {normalise(lines[at].text) for at in run}:
        return run
    first = 0
    while first < len(run) and len(normalise(lines[run[first]].text)) < LONG_LINE and not BOX.search(lines[run[first]].text):
        first += 1
    return run[first:]


def ticked_by_sender(line: Line, answered: tuple[Line, ...] | None) -> bool | None:
    """Say who ticked a ballot line: True the sender, False somebody before him, None when it cannot be known.

    Empty boxes: [] [ ] [_] ( ) ☐. Ticked ones: [x] [X] [*] [✓] [v] [y] (x) ☑ ☒, and [+1], [-1], [0], which some write into
    the box of a line whose words name the choice. Among several such lines the one quoted one level less decides.
    """
    here = _boxes(line.text)
    if answered is None or True not in here:
        return None
    key = normalise(line.text)
    alike = [other for other in _ballot_lines(answered) if _same(key, normalise(other.text))]
    nearest = [other for other in alike if other.depth == line.depth - 1] or alike
    if not nearest:
        return None
    return all(_is_newly_ticked(here, _boxes(other.text)) for other in nearest)


def _boxes(text: str) -> list[bool]:
    """The boxes of a line, True where one is ticked."""
    return [match.group("ticked") is not None for match in BOX.finditer(text[:LOOKED_AT].replace("\\", ""))]


def _ballot_lines(answered: Iterable[Line]) -> list[Line]:
    found: list[Line] = []
    for line in answered:
        if BOX.search(line.text[:LOOKED_AT].replace("\\", "")):
            found.append(line)
            if len(found) == MOST_BALLOT_LINES:
                break
    return found


def _same(key: str, other: str) -> bool:
    """True for the same ballot line, also where one of them was wrapped."""
    if key == other:
        return True
    shorter, longer = sorted((key, other), key=len)
    return len(shorter) >= 8 and longer.startswith(shorter) and not longer[len(shorter)].isalnum()


def _is_newly_ticked(here: list[bool], there: list[bool]) -> bool:
    return any(ticked and not was for ticked, was in zip(here, there, strict=False))
