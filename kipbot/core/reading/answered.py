"""Which of a mail's unmarked lines were copied from the mail it answers, and who set the tick in a copied ballot?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kipbot.core.facts import OWN, QUOTE, Line
from kipbot.core.memo import remembered

SHINGLE = 5  # words in a row that must agree where the wrapping differs
LEAST_RUN = 40  # characters that a copied run has together
LONG_LINE = 25  # characters; one line of a copied run has as many
LONE_LINE = 60  # characters that make a single line a copy
LOOKED_AT = 1_000  # characters of a line
MOST_LINES = 5_000
MOST_WORDS = 20_000
MOST_BALLOT_LINES = 200

_EMPTY = r"\[[\s_.\xa0]{0,8}\]|\([ _\xa0]{1,8}\)|☐|□|⬜"
_TICKED = r"\[[\s_*]{0,4}(?:[xX×✓✔✗✘*√vVyY○●]|[+\-−][01]|±?0|yes|YES|Yes)[\s_*]{0,4}\]|\([ ]?[xX×✓✔√*][ ]?\)|☑|☒|✅"
BOX = re.compile(rf"(?P<empty>{_EMPTY})|(?P<ticked>{_TICKED})")
_VOTE_START = re.compile(r"[*_\s(]{0,4}(?:[+\-−–±] ?[01]|0)\b(?![\d.])")
_VOTE_TOKEN = re.compile(r"(?<![\w:.])[+\-−–±] ?[01](?![\d:/])")
# One character of scripts that are written without blanks is a word of its own.
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"[{_CJK}]|[^\W_{_CJK}]+|[+\-\[\]]")
_CJK_CHARACTER = re.compile(rf"[{_CJK}]")
_EMPHASIS = str.maketrans("", "", "*_`\\")


@remembered
def normalise(text: str) -> str:
    """The words of a line without emphasis, bullets, spacing and case; each box is an empty one."""
    text = text[:LOOKED_AT]
    if _may_have_box(text):
        text = BOX.sub("[]", text.replace("\\", ""))
    return " ".join(text.translate(_EMPHASIS).casefold().split()).lstrip("-• ") or text.strip()


def _may_have_box(text: str) -> bool:
    return "[" in text or "(" in text or not text.isascii()


@dataclass(frozen=True, slots=True)
class Material:
    """What stands in the answered mail: whole lines, and runs of words across lines."""

    lines: frozenset[str]
    shingles: frozenset[tuple[str, ...]]
    last: str  # its writer's last own line, a name as a rule


@dataclass(frozen=True, slots=True)
class _Own:
    """The sender's own lines that are not blank, as places in the mail and as normalised words."""

    places: list[int]
    texts: dict[int, str]
    boxes: frozenset[int]  # places with a box in them


def mark_unmarked(lines: tuple[Line, ...], answered: tuple[Line, ...] | Material) -> tuple[Line, ...]:
    """Make quotations of unmarked lines that stand in the answered mail too.

    A copied run has two lines or more, or one long one, in any wrapping. A short line or a vote at the top ("+1 (binding)")
    stays the sender's own although the answered mail begins alike. A copied ballot line with a tick set is a quotation with
    its tick; `ticked_by_sender` says whose tick it is.
    """
    if not answered or not may_quote_some(lines):
        return lines
    own = _read_own(lines)
    if not _may_quote(own):
        return lines
    material = answered if isinstance(answered, Material) else gather(answered)
    runs = [run for run in _runs(own, _find_copied(own, material)) if _is_quotation(own, run)]
    marked = _positions(lines, runs, own, material)
    if not marked:
        return lines
    return tuple(line._replace(kind=QUOTE, depth=1) if at in marked else line for at, line in enumerate(lines))


def may_quote_some(lines: tuple[Line, ...]) -> bool:
    """A cheap look before all others: own words enough for a quotation, or two lines with brackets."""
    own = [line.text for line in lines[:MOST_LINES] if line.kind is OWN]
    return sum(map(len, own)) >= LEAST_RUN or sum(1 for text in own if _may_have_box(text)) >= 2


def _read_own(lines: tuple[Line, ...]) -> _Own:
    places = [at for at, line in enumerate(lines[:MOST_LINES]) if line.kind is OWN and line.text.strip()]
    boxes = frozenset(at for at in places if _boxes(lines[at].text))
    return _Own(places, {at: normalise(lines[at].text) for at in places}, boxes)


def _may_quote(own: _Own) -> bool:
    """False for the many mails whose own words are too few to hold a quotation."""
    lengths = [_width(text) for text in own.texts.values()]
    return len(own.boxes) >= 2 or (sum(lengths) >= LEAST_RUN and max(lengths) >= LONG_LINE)


def gather(answered: tuple[Line, ...]) -> Material:
    """What may be copied from a mail; gathered once for all that answer it."""
    texts = [normalise(line.text) for line in answered[:MOST_LINES]]
    words = _words(texts)
    own = [text for line, text in zip(answered, texts, strict=False) if line.kind is OWN and text]
    return Material(frozenset(text for text in texts if text), frozenset(_shingles(words)), own[-1] if own else "")


def _shingles(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Every run of so many words, in order."""
    return zip(*(words[start:] for start in range(SHINGLE)), strict=False)


def _words(texts: Iterable[str]) -> list[str]:
    words: list[str] = []
    for text in texts:
        words += _split_words(text)
        if len(words) >= MOST_WORDS:
            break
    return words


@remembered
def _split_words(text: str) -> list[str]:
    return _WORD.findall(text)


def _find_copied(own: _Own, material: Material) -> set[int]:
    """The own lines that stand in the material, as a line or as words in the same order."""
    copied = {at for at in own.places if own.texts[at] in material.lines}
    stream, places = [], []
    for at in own.places:
        words = _split_words(own.texts[at])
        stream += words
        places += [at] * len(words)
        if len(stream) >= MOST_WORDS:
            break
    covered = [False] * len(stream)
    for start, shingle in enumerate(_shingles(stream)):
        if shingle in material.shingles:
            covered[start : start + SHINGLE] = [True] * SHINGLE
    missed = {at for at, is_covered in zip(places, covered, strict=True) if not is_covered}
    return copied | (set(places) - missed)


def _runs(own: _Own, copied: set[int]) -> Iterator[list[int]]:
    """Copied own lines that follow one another, blank lines not counted."""
    run: list[int] = []
    for at in own.places:
        if at in copied:
            run.append(at)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _width(text: str) -> int:
    """Characters; those of scripts without blanks say as much as two."""
    return len(text) if text.isascii() else len(text) + len(_CJK_CHARACTER.findall(text))


def _is_quotation(own: _Own, run: list[int]) -> bool:
    texts = [own.texts[at] for at in run]
    if len(texts) == 1:
        return _width(texts[0]) >= LONE_LINE and not _VOTE_TOKEN.search(texts[0])
    if len(own.boxes.intersection(run)) >= 2:
        return True  # a copied ballot form may be short: "[ ] +1", "[ ] -1"
    return sum(map(_width, texts)) >= LEAST_RUN and max(map(_width, texts)) >= LONG_LINE


def _positions(lines: tuple[Line, ...], runs: list[list[int]], own: _Own, material: Material) -> set[int]:
    """The lines of the runs and the blank ones inside; without the sender's own short words at the top."""
    marked: set[int] = set()
    inside = {at for run in runs for at in run}
    votes_elsewhere = any(_VOTE_START.match(lines[at].text) for at in own.places if at not in inside)
    for run in runs:
        kept = run if votes_elsewhere or run[0] != own.places[0] else _without_own_top(lines, run, own, material)
        if kept:
            marked.update(at for at in range(kept[0], kept[-1] + 1) if lines[at].kind is OWN)
    return marked


def _without_own_top(lines: tuple[Line, ...], run: list[int], own: _Own, material: Material) -> list[int]:
    """Two voters may begin alike, list the same checks, tick the same form; a mail copied to its last line is a quotation."""
    if own.boxes.issuperset(run):
        return []
    long = len(run) >= 3 or sum(_width(own.texts[at]) for at in run) >= LONE_LINE
    if long and len(run) >= 2 and material.last in {own.texts[at] for at in run}:
        return run
    first = 0
    while first < len(run) and run[first] not in own.boxes and _is_short_or_vote(lines[run[first]], own.texts[run[first]]):
        first += 1
    return run[first:]


def _is_short_or_vote(line: Line, text: str) -> bool:
    return _width(text) < LONG_LINE or _VOTE_START.match(line.text) is not None


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


@remembered
def _boxes(text: str) -> list[bool]:
    """The boxes of a line, True where one is ticked."""
    if not _may_have_box(text):
        return []
    return [match.group("ticked") is not None for match in BOX.finditer(text[:LOOKED_AT].replace("\\", ""))]


def _ballot_lines(answered: tuple[Line, ...]) -> list[Line]:
    found: list[Line] = []
    for line in answered[:MOST_LINES]:
        if _may_have_box(line.text) and BOX.search(line.text[:LOOKED_AT].replace("\\", "")):
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
