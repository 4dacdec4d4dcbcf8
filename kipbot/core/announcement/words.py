"""What does one sentence say of the vote: passed, failed, cancelled, closed, extended, or nothing?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from kipbot.core.announcement import terms
from kipbot.core.announcement.clauses import Act, Outcome, read_predicate
from kipbot.core.announcement.tongues import read_tongue
from kipbot.core.facts import OWN, Line
from kipbot.core.memo import remembered
from kipbot.core.subject import Subject


@dataclass(frozen=True, slots=True)
class Saying:
    """What one sentence says; `certain` is false where it leans, looks back or only intends."""

    act: Act
    outcome: Outcome | None
    words: str
    certain: bool = True


# --- sentences -------------------------------------------------------------------------------------------------------

_FRESH = re.compile(r"\s*(?:[-*•·–>|]\s|\d{1,2}[.)]\s|[+\-−–][01]\b|\[)")
_MOST_LINES, _MOST_CHARS, _MOST_SENTENCES = 400, 10_000, 300
_WIDE = re.compile(r"\s{9,}")
_SPLIT = re.compile(
    r"(?<=[.!?])[\"')\]]?\s+(?!(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b)|(?<=[。！？])"
)
_URL = re.compile(r"\b(?:https?|ftp)://\S+|(?<!\S)[^\s@]{1,80}@\S+")
_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "−": "-", "–": "-", "—": ";", "*": " ", "_": " ", "`": " ", '"': " "}
)
_BLANKS = re.compile(r"\s+")


def own_paragraphs(lines: tuple[Line, ...]) -> Iterator[list[str]]:
    """The sender's own lines, paragraph by paragraph; a quotation between them is a break.

    Nobody announces anything behind four hundred lines of his own: what comes after is not read.
    """
    block: list[str] = []
    own = chars = 0
    for line in lines:
        own += line.kind is OWN
        if own > _MOST_LINES or chars > _MOST_CHARS:
            break
        if line.kind is OWN and line.text.strip():
            text = _WIDE.sub(" " * 8, line.text[: _MOST_CHARS - chars])
            chars += len(text) + 1
            block.append(text)
        elif block:
            yield block
            block = []
    if block:
        yield block


def split_sentences(lines: tuple[Line, ...]) -> Iterator[str]:
    """The sender's own sentences, unwrapped; list items and tally lines stand alone."""
    return islice((sentence for sentence in _sentences(lines) if len(sentence) > 2), _MOST_SENTENCES)


def _sentences(lines: tuple[Line, ...]) -> Iterator[str]:
    for block in own_paragraphs(lines):
        piece: list[str] = []
        for text in block:
            if piece and (_begins_afresh(text) or piece[-1].rstrip().endswith(":")):
                yield from _cut(" ".join([part.strip() for part in piece]))
                piece = []
            piece.append(text)
        yield from _cut(" ".join([part.strip() for part in piece]))


@remembered
def _begins_afresh(text: str) -> bool:
    return _FRESH.match(text) is not None


@remembered
def _cut(text: str) -> tuple[str, ...]:
    return tuple(sentence.strip() for sentence in _SPLIT.split(text) if sentence.strip())


@remembered
def simplify(text: str) -> str:
    """Lower case, plain quotes and dashes, no addresses, single blanks."""
    plain = unicodedata.normalize("NFKC", _URL.sub(" ", text)).translate(_QUOTES).lower()
    return _BLANKS.sub(" ", plain).strip()


def read_sentence(sentence: str, subject: Subject, title: str = "") -> Saying | None:
    """What a sentence says of the vote that `subject` is about; questions, hopes and conditions say nothing.

    `title` is the simplified title of the vote: where it stands in the sentence its own words decide nothing.
    """
    plain = simplify(sentence)
    if title:
        plain = plain.replace(title, "this vote")
    if not _may_tell(plain):
        return None
    fixed = _read_fixed(plain)
    found = (
        replace(fixed, words=sentence)
        if fixed is not None
        else _read_predicates(plain, sentence, subject) or read_foreign(sentence)
    )
    if found is None and terms.INTERIM.search(plain):
        return Saying("interim", None, sentence, certain=False)
    return found


@remembered
def _may_tell(plain: str) -> bool:
    if plain.endswith(("?", "？", "吗。")):
        return False
    return not plain.isascii() or terms.TELLING.search(plain) is not None


@remembered
def read_foreign(sentence: str) -> Saying | None:
    """The same in other languages."""
    outcome = read_tongue(unicodedata.normalize("NFKC", sentence).casefold())
    if outcome is None:
        return None
    if outcome in ("passed", "failed"):
        return Saying("result", "passed" if outcome == "passed" else "failed", sentence)
    if outcome == "cancelled":
        return Saying("cancel", "cancelled", sentence)
    return Saying("extend" if outcome == "extended" else "close", None, sentence)


@remembered
def _read_fixed(plain: str) -> Saying | None:
    """What a fixed phrase says, whatever the vote is about; without the words as they were written."""
    if terms.CORRECTS.search(plain):
        return Saying("correction", None, "")
    if re.match(r"\W{0,3}\[(?:vote\W{0,3})?cancel(?:l?ed)?\b", plain):
        return Saying("cancel", "cancelled", "")
    if terms.STOP_VOTING.search(plain) or terms.IGNORE.search(plain):
        return Saying("cancel", "cancelled", "", certain=bool(terms.RESPIN.search(plain) or terms.IGNORE.search(plain)))
    conditional = terms.CONDITION.search(plain) or terms.MODAL.search(plain)
    if terms.SHORT_OF.search(plain) and not conditional:
        return Saying("interim", None, "", certain=False) if terms.YET.search(plain) else Saying("result", "failed", "")
    if terms.SUCCESS.search(plain) and not conditional and not terms.NEGATION.search(plain):
        return Saying("result", "passed", "")
    return None


def _read_predicates(plain: str, words: str, subject: Subject) -> Saying | None:
    best: Saying | None = None
    for count, match in enumerate(terms.PREDICATE.finditer(plain)):
        if count == 24:  # a sentence with more such words is no announcement
            break
        found = read_predicate(plain, match, subject)
        if found is None:
            continue
        saying = Saying(found[0], found[1], words, found[2])
        if best is None or _weight(saying) > _weight(best):
            best = saying
    return best


def _weight(saying: Saying) -> int:
    return 4 * saying.certain + 2 * (saying.outcome is not None) + (saying.act != "close")
