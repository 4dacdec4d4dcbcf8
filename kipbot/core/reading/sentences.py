"""Which sentences did the writer put down, once wrapped lines are joined and marks are unified?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from kipbot.core.facts import OWN, Line
from kipbot.core.memo import remembered, remembered_by

# Never read more than this of a mail's own words: votes stand in short mails, or near an end of long ones.
_MOST_LINES = 4000
_MOST_CHARS = 2000
_MOST_CHARS_IN_ALL = 100_000
_LOOKED_AT = 300

_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\u20e3]"
)
_MINUS = re.compile("[\u2010-\u2015\u2212\u2796\ufe58\ufe63\uff0d]")
_PLUS = re.compile("[\u2795\uff0b\ufe62\u207a]")
_QUOTES = str.maketrans(
    {
        "\u2019": "'",
        "\u2018": "'",
        "\u02bc": "'",
        "\u00b4": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u00a0": " ",
        "\u3000": " ",
        "\u202f": " ",
    }
)
_EMPHASIS = re.compile(r"[*_`~]{1,3}(?=[+\-(\[]|\S)|(?<=\S)[*_`~]{1,3}(?=\W|$)")
_BULLET = re.compile(r"^\s*(?:[*•·‣▪◦○●–—]|-(?!\s?[01]\b)|\d{1,2}[.)])\s+")
# Begins with the mark itself: a search for what stands behind one is tried at every letter.
_END = re.compile(r"[.!?…][)\"'\]]?\s+(?=\S)|[。！？；]\s*(?=\S)|;\s+(?=\S)")
_SHORT = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|no|nr|st|dr|mr|ms|mrs|inc|resp|z\.b|d\.h|p\.ex|ca|bzw)\.|(?:^|\s)[A-Za-z]\.)$", re.I
)
_TOKEN_START = re.compile(r"\s{0,80}[(\[\"']?\s{0,8}(?:[+\-±]\s?\d|0\s)")
_OPEN_LEAD = re.compile(
    r"(?:\b(?:vote|voting|votes|voted|is|am|are|be|my|a|an|the|cast|casting|give|giving|gave|with|of|need|needs|to|least|three|two|one|more|for|from|another|as|or|and|if|not|than"
    r"|stimme|vote|voto|mit|est|es|un|une|ein|eine|mein|mon|mi|meu|il|eller|oder|ou|o|e|y|und|et)|[,(:])$",
    re.I,
)

_OPEN_CHANGE = re.compile(
    r"(?<![\w+\-])[+\-]?[01]\b[^.!?]{0,30}\b(?:to|into|auf|zu|à|en|a|para|in|naar|na|на|with|by|by a|to an?|become|becomes)\s?:?$",
    re.I,
)


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence of the writer's own words, unified; `line` is the index of the line on which it starts.

    Short ones are shared: the same words at the same place of two mails are one object, so what they mean is asked once.

    `low` is the text lowered, for the vocabulary. `starts_line` and `ends_line` say whether the sentence begins and ends with a line of the mail.
    """

    text: str
    line: int
    starts_line: bool
    ends_line: bool
    original: str
    low: str


def make_sentence(piece: str, line: int, starts_line: bool, ends_line: bool) -> Sentence:
    """A sentence from words as they were written."""
    text = " ".join(_BULLET.sub("", unify(piece)).split())
    return Sentence(text, line, starts_line, ends_line, piece.strip(), text.lower())


def length(sentence: Sentence) -> int:
    """How many characters were written."""
    return len(sentence.original)


def unify(text: str) -> str:
    """The same words with one sort of plus, minus, quote and blank, without emphasis marks and invisible characters."""
    if text.isascii():
        return _EMPHASIS.sub("", text) if any(mark in text for mark in "*_`~") else text
    text = _MINUS.sub("-", _PLUS.sub("+", _HIDDEN.sub("", text)))
    text = unicodedata.normalize("NFKC", text.translate(_QUOTES))
    return _EMPHASIS.sub("", text)


# What is pasted is not said: logs, tables, code, shell sessions, chats, notices that a bot relays.
_PASTED = re.compile(
    r"\s*(?:<[\w .|\-]{1,30}>|[$%]\s\w|\[?\d{4}-\d\d-\d\d[T ]\d\d:|\[?(?:INFO|WARN|ERROR|DEBUG)\b|at [\w.$]+\(|@@|(?:public|private|protected|static|import|package|return|void|def|val|var|fn|func|class|assert\w*)\s.{0,120}[;{(:=]|(?:if|for|while|switch)\s?\()"
    r"|\s*\|.*\||\s*[\w.]{4,60}\s{2,}[+\-]?\d{1,4}\s*$|\s*[A-Z][\w .]{1,30}\s{3,}[+\-]?[01]\b|[^()]{0,200};\s*(?://.*)?$(?<=\d;)"
)
_GAP = re.compile(r"\s{3}|\t")
_COLUMNS = re.compile(r"\S\s{3,}\S.{0,200}?\S\s{3,}\S|\S\t+\S.{0,200}?\t+\S")
_COMPARED = re.compile(r"[=!<>]=\s?-?\d")
_RELAYED = re.compile(
    r"^\s*(?:github user \S+ (?:commented|opened|closed)|(?:\S+ ){1,3}(?:commented|replied|left a comment) on (?:pr\b|pull request|issue|#\d|[A-Z]{2,}-\d)|\S+ (?:commented on|opened a new|closed) (?:a )?(?:pull request|issue)|\S+ left a comment)",
    re.I,
)
_BALLOT_ONLY = re.compile(r"^\s*[*_]{0,2}[+\-]\s?[01][*_]{0,2}\s*(?:[(\[{][^()\[\]{}]{0,24}[)\]}])?\s*[.!]{0,3}\s*$")


def own_words(lines: Iterable[Line]) -> list[tuple[int, str]]:
    """The writer's own lines with their place in the mail; patches, code, logs and tables are left out."""
    written = ((index, line.text[:_MOST_CHARS]) for index, line in enumerate(lines) if line.kind is OWN)
    own = list(islice(written, _MOST_LINES))
    if len(own) > _MOST_CHARS_IN_ALL // _MOST_CHARS:
        own = list(_within(own, _MOST_CHARS_IN_ALL))
    flush = any(text[:1].strip() for _, text in own)
    kept: list[tuple[int, str]] = []
    in_patch = introduced = False
    for index, text in own:
        look = _look_at(text)
        if look.relayed:
            break
        in_patch = look.begins_patch or (in_patch and not look.blank)
        indented = flush and look.indented
        pasted = (introduced and indented) or look.pasted
        if not in_patch and (not pasted or (_BALLOT_ONLY.match(text) and not introduced)):
            kept.append((index, text))
        introduced = look.introduces or (introduced and (indented or look.blank))
    return kept


class _Look(NamedTuple):
    """What a line is by its looks alone."""

    relayed: bool
    begins_patch: bool
    blank: bool
    indented: bool
    pasted: bool
    introduces: bool


@remembered
def _look_at(text: str) -> _Look:
    bare = text.strip()
    return _Look(
        relayed=_RELAYED.match(text) is not None,
        begins_patch=_begins_patch(text),
        blank=not bare,
        indented=text.startswith(("   ", "\t")),
        pasted=len(text) > 12 and _is_pasted(text[:_LOOKED_AT]),
        introduces=bare.endswith(":"),
    )


def _is_pasted(text: str) -> bool:
    """Asked in such pieces as most lines can be spared: one expression for all of them is four times slower."""
    return (
        _PASTED.match(text) is not None
        or text.rstrip().endswith(("{", "}"))
        or ("=" in text and _COMPARED.search(text) is not None)
        or (_GAP.search(text) is not None and _COLUMNS.search(text) is not None)
    )


def _within(own: Sequence[tuple[int, str]], most: int) -> Iterator[tuple[int, str]]:
    """The first lines that hold no more characters than this in all."""
    for index, text in own:
        most -= len(text)
        if most < 0:
            return
        yield index, text


def _begins_patch(text: str) -> bool:
    """The head of a diff, which reaches to the next blank line."""
    if not text.startswith(("diff --git ", "@@ -", "+++ ", "--- ", "Index: ")):
        return False
    return not text.startswith("--- ") or re.match(r"--- (?:a/|\S+\.\w+)", text) is not None


def read_sentences(lines: Sequence[Line]) -> list[Sentence]:
    """Join wrapped lines, then split into sentences."""
    found: list[Sentence] = []
    for block in _blocks(own_words(lines)):
        found += _split(block)
    return found


def _blocks(kept: list[tuple[int, str]]) -> list[list[tuple[int, str]]]:
    """Groups of lines that one wrapped paragraph makes."""
    blocks: list[list[tuple[int, str]]] = []
    last = -2
    for index, text in kept:
        if not text.strip():
            # "I'm changing my -1 to", a blank line, "+1": the value ends the sentence above.
            last = index if blocks and last == index - 1 and _is_change(blocks[-1][-1][1]) else -2
            continue
        if blocks and last == index - 1 and _continues(blocks[-1][-1][1], text):
            blocks[-1].append((index, text))
        else:
            blocks.append([(index, text)])
        last = index
    return blocks


def _continues(above: str, text: str) -> bool:
    """Does this line go on with the sentence of the line above?"""
    if _has_bullet(text) or above.rstrip().endswith(("!", "?", "。")):
        return False
    if _starts_with_value(text):
        if _is_change(above) and _BALLOT_ONLY.match(text):
            return True
        return _is_open(above) and len(above.strip()) > 12 and not above.rstrip().endswith((":", ","))
    if above.rstrip().endswith("."):
        return len(above) > 55
    return len(above) > 45 or text.lstrip()[:1].islower() or _is_open(above)


@remembered
def _has_bullet(text: str) -> bool:
    return _BULLET.match(text) is not None


@remembered
def _starts_with_value(text: str) -> bool:
    return _TOKEN_START.match(unify(text[:120])) is not None


@remembered
def _is_change(text: str) -> bool:
    """Does the line say which value is changed, and break off before the new one?"""
    return _OPEN_CHANGE.search(unify(text.rstrip()[-60:])) is not None


@remembered
def _is_open(text: str) -> bool:
    """Does the line end in a word that wants another?"""
    return _OPEN_LEAD.search(unify(text.rstrip()[-40:])) is not None


def _split(block: list[tuple[int, str]]) -> Sequence[Sentence]:
    return _cut_up((" ".join([line.strip() for _, line in block]), block[0][0]))


def _length(paragraph: tuple[str, int]) -> int:
    return len(paragraph[0])


@remembered_by(_length)
def _cut_up(paragraph: tuple[str, int]) -> tuple[Sentence, ...]:
    """The sentences of a paragraph that starts on a line."""
    text, first = paragraph
    pieces: list[str] = []
    rest = 0
    for end in _END.finditer(text):
        behind = end.start() + 1
        if _SHORT.search(text[max(0, behind - 8) : behind]):
            continue
        pieces.append(text[rest : end.end()])
        rest = end.end()
    pieces.append(text[rest:])
    last = len(pieces) - 1
    return tuple(make_sentence(piece, first, place == 0, place == last) for place, piece in enumerate(pieces) if piece.strip())
