"""Does a mail without any value speak for or against in words?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kipbot.core.memo import remembered_by
from kipbot.core.reading import vocabulary as say
from kipbot.core.reading.senses import Sense
from kipbot.core.reading.sentences import Sentence, length
from kipbot.core.reading.setting import NOTHING, Outcome, Reading
from kipbot.core.reading.tokens import claim_in

# More sentences than this nobody writes to say yes.
_MOST_SENTENCES = 120

_SPEAKS_OF_VOTES = frozenset(
    {
        "denied",
        "a line of a tally",
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
    if say.RESTATED.search(text) and _VOTE.search(text):
        return Reading(Outcome.RESTATED, None, claim_in(text), sentence.original, "speaks of an earlier vote")
    if say.WILL_VOTE.search(text) and "?" not in text:
        return Reading(Outcome.UNCLEAR, None, claim_in(text), sentence.original, "a vote to come")
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


_VOTE = re.compile(r"\bvote\b|\bvotum\b|\bvoto\b", re.I)
