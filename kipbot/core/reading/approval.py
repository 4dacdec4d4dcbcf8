"""Does a mail without any value speak for or against in words?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kipbot.core.facts import QUOTE, Line
from kipbot.core.memo import remembered_by
from kipbot.core.reading import vocabulary as say
from kipbot.core.reading.senses import Sense
from kipbot.core.reading.sentences import Sentence, length, unify
from kipbot.core.reading.setting import NOTHING, Outcome, Reading
from kipbot.core.reading.tokens import claim_in
from kipbot.core.reading.vocabulary.approval import OF_A_VETO

# More sentences than this nobody writes to say yes.
_MOST_SENTENCES = 120

_SPEAKS_OF_VOTES = frozenset(
    {
        "denied",
        "a line of a tally",
        "a value that nobody gave",
        "a tally",
        "a report of others",
        "several votes",
        "a count of votes",
        "a value asked for",
        "talk of what a value means",
    }
    | {
        "talk of a value",
        "a question about votes",
        "a definition",
        "words in quotation marks",
        "a list of values",
        "a reported vote",
        "a reading of another mail",
        "speaks of an earlier vote",
        "thanks for a vote",
    }
)


def read_approval(sentences: Sequence[Sentence], senses: list[Sense]) -> Reading:
    """Approval without a value: a human must settle it."""
    if any(found.why in _SPEAKS_OF_VOTES for found in senses):
        return NOTHING
    if any(_withholds(sentence) for sentence in sentences[:_MOST_SENTENCES]):
        return NOTHING
    for look in (_in_words, _bare_claim):
        for sentence in sentences[:_MOST_SENTENCES]:
            if (found := look(sentence)) is not None:
                return found
    return NOTHING


@remembered_by(length)
def _withholds(sentence: Sentence) -> bool:
    return say.WITHHELD.search(sentence.low[:400]) is not None


@remembered_by(length)
def _in_words(sentence: Sentence) -> Reading | None:
    """Talk of an earlier vote, of a vote to come, or of being for or against."""
    text = sentence.low[:400]
    if "veto" in text:
        text = OF_A_VETO.sub(" ", text)
    if say.RESTATED.search(text) and _VOTE.search(text):
        return Reading(Outcome.RESTATED, None, claim_in(text), sentence.original, "speaks of an earlier vote")
    if say.WILL_VOTE.search(text) and "?" not in text:
        return Reading(Outcome.UNCLEAR, None, claim_in(text), sentence.original, "a vote to come")
    if say.SAID_PLAINLY.search(text) and "?" not in text:
        return Reading(Outcome.UNCLEAR, None, claim_in(text), sentence.original, "speaks for or against without a value")
    if (say.APPROVAL.search(text) and not say.APPROVAL_NOT.search(text)) or say.APPROVAL_PLAIN.search(text):
        return Reading(Outcome.UNCLEAR, None, claim_in(text), sentence.original, "speaks for or against without a value")
    return None


@remembered_by(length)
def _bare_claim(sentence: Sentence) -> Reading | None:
    """ "Non-binding, tested on ARM": a weight is claimed, and no value given."""
    text = sentence.low
    if len(text) >= 80 or text.endswith(":") or say.NOT_OWN_WEIGHT.search(text):
        return None
    claim = claim_in(text)
    return (
        None if claim is None else Reading(Outcome.UNCLEAR, None, claim, sentence.original, "claims a weight without a value")
    )


def read_echo(sentences: Sequence[Sentence], lines: Sequence[Line]) -> Reading:
    """ "Me too" above or below a quoted value: for a human to settle; below anything else it says nothing of a vote."""
    quoted = [line.text for line in lines if line.kind is QUOTE and line.depth <= 1][:_MOST_SENTENCES]
    if not sentences or not any(_QUOTED_VALUE.match(unify(text[:120])) for text in quoted):
        return NOTHING
    first = next((sentence for sentence in sentences[:3] if say.ECHO.match(sentence.low[:120])), None)
    if first is None:
        return NOTHING
    return Reading(Outcome.UNCLEAR, None, claim_in(first.text), first.original, "agrees with a quoted vote")


_QUOTED_VALUE = re.compile(r"^\W{0,3}(?:\w{1,12}[,!.]? ){0,2}[+\-]1(?![\d.])")
_VOTE = re.compile(r"\bvote\b|\bvotum\b|\bvoto\b", re.I)
