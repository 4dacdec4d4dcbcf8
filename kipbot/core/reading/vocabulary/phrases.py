"""How does a list of phrases become one pattern?

A table is a dictionary: language, then the phrases of that language, with " | " or a line's end between two phrases.
A phrase is a small regular expression in lower case; it stands for whole words. To add one, write it into the line of
its language, or add a line `"pt": "não consigo | nem pensar"`. The key "any" is for signs and for what may stand inside
a word, in any language; a `\\b` there is written out. Every repeat has an upper bound (`\\w{0,40}`, not `\\w*`): the time a
pattern takes grows with the length of the mail, no faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

Phrases = Mapping[str, str]
Table = tuple[tuple[str, re.Pattern[str]], ...]

# In these a phrase has no blanks around it, or prefixes grow onto it: it may stand inside a word.
JOINED = frozenset({"any", "zh", "ja", "ko", "th", "hi", "ar", "fa", "he"})

# A claimed weight between a value and what follows it: "+1 (non-binding) from me".
CLAIM = r"\s{0,3}(?:\(?(?:non-?)?binding\)?)?\s{0,3}"
# The rest of a sentence; no text that reaches a pattern has more before or behind a value.
REST = r"[^.!?]{0,240}"

_SEPARATOR = re.compile(r"\s*\n\s*|\s+\|\s+")


def split(text: str) -> list[str]:
    """The phrases of one language."""
    return _SEPARATOR.split(text.strip())


def either(phrases: Phrases | str) -> str:
    """A pattern's text for any of the phrases, wherever they stand."""
    texts = [phrases] if isinstance(phrases, str) else phrases.values()
    return f"(?:{'|'.join(phrase for text in texts for phrase in split(text))})"


def said(phrases: Phrases, tail: str = "") -> str:
    """A pattern's text for any of the phrases as whole words, with `tail` behind those that stand between blanks."""
    return "|".join(_said(phrases, tail))


def _said(phrases: Phrases, tail: str) -> Iterator[str]:
    spaced = {language: text for language, text in phrases.items() if language not in JOINED}
    joined = {language: text for language, text in phrases.items() if language in JOINED}
    if spaced:
        yield rf"\b{either(spaced)}\b{tail}"
    if joined:
        yield either(joined)[3:-1]


def words(phrases: Phrases, tail: str = "") -> re.Pattern[str]:
    """A pattern for any of the phrases as whole words, for lowered text."""
    return re.compile(said(phrases, tail))


def table(*rows: tuple[str, str]) -> Table:
    """Named patterns; the name is what the verdict shows when the pattern is the first that fits."""
    return tuple((name, re.compile(pattern)) for name, pattern in rows)
