"""Does a sentence beside the value put the whole vote under a condition?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kipbot.core.memo import remembered
from kipbot.core.reading import vocabulary as say
from kipbot.core.reading.senses import Sense
from kipbot.core.reading.sentences import Sentence

_STANDING = re.compile(
    r"^\W*(?:(?:but|this (?:vote|\+1|is)|my (?:vote|\+1)(?: is)?|it'?s|vote is|note,? (?:that )?(?:this|my))\b.{0,20}?\s)?(?:conditional(?:ly)? (?:on|upon)|contingent (?:on|upon)|only if|provided that|under the condition|on the condition|subject to|my vote is conditional|with the condition that|unter der bedingung|à condition que|con la condición|com a condição|a condizione che)\b"
    r"|\b(?:this|my) (?:vote|\+1|ballot) (?:is|holds|counts|stands|only counts|only holds|only stands|applies) (?:only )?(?:if|once|when|conditional|provided|unless)\b",
    re.I,
)


def standing_condition(sentences: Sequence[Sentence]) -> str | None:
    """A sentence of its own that puts the whole vote under a condition."""
    for sentence in sentences:
        if _is_condition(sentence.text):
            return sentence.original
    return None


@remembered
def _is_condition(text: str) -> bool:
    return _STANDING.search(text[:300]) is not None and not say.MET.search(text[:300].lower())


def holds_only(sentences: Sequence[Sentence], vote: Sense) -> str | None:
    """Somewhere in the mail: "this only holds if the flag is off"."""
    for sentence in sentences:
        if sentence is not vote.sentence and _limits(sentence.low):
            return sentence.original
    return None


@remembered
def _limits(low: str) -> bool:
    text = low[:400]
    if say.HEDGE_ALONE.match(text):
        return True
    return say.HOLDS_ONLY.search(text) is not None and not say.MET.search(text)
