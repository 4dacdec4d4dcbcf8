"""Could a condition or a denial hide beside a value, in words of a language that is not read?"""

from __future__ import annotations

import re

from kipbot.core.reading import vocabulary as say
from kipbot.core.reading.place import CLAUSE, Place

_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WORDS = re.compile(r"[^\W\d_]+")


def is_foreign(here: Place) -> bool:
    """Words behind the value of which none belongs to a language that is read: a condition could hide in them."""
    words = _WORDS.findall(here.tail.casefold())
    if len(words) < 2 or here.tail[:1] in ".!\n" or any(word in say.LANGUAGE_KNOWN for word in words):
        return False
    near = _WORDS.findall(CLAUSE.split(here.cased_tail)[0])
    return (
        (len(near) >= 2 or len(words) >= 4)
        and here.cased_tail.strip()[:1].islower()
        and not all(word.istitle() for word in near or ["a"])
        and not _CJK.search(here.tail)
    )


def is_english(before: str) -> bool:
    """Is what stands before a value English, or so short that it hides nothing?

    Words that other languages have as well ("i", "a", "as", "on") say nothing alone.
    """
    words = _WORDS.findall(before.casefold())
    if not words or any(word in say.ENGLISH_ALONE for word in words):
        return True
    return before.isascii() and any(word in say.ENGLISH for word in words) and len(words) <= _FEW


_FEW = 4
