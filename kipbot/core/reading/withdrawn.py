"""Does a mail take its writer's ballot back, or abstain in words?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kipbot.core.memo import remembered
from kipbot.core.reading import vocabulary as say
from kipbot.core.reading.senses import Kind, Sense
from kipbot.core.reading.sentences import Sentence
from kipbot.core.reading.setting import Outcome, Reading, find_reason
from kipbot.core.reading.tokens import claim_in
from kipbot.core.reading.vocabulary import shifts as over
from kipbot.core.tally import Choice


def read_withdrawal(sentences: Sequence[Sentence], senses: list[Sense]) -> Reading | None:
    """ "I withdraw my vote" empties it, unless the same mail casts another."""
    for sentence in sentences:
        found = _find_withdrawal(sentence.low)
        if found is None:
            continue
        others = [other for other in senses if other.kind in (Kind.VOTE, Kind.CHANGE) and not _inside(other, sentence, found)]
        if others:
            last = others[-1]
            return Reading(
                Outcome.BALLOT,
                last.choice,
                last.claim,
                last.sentence.original,
                reason=find_reason(sentences, last.choice, last.sentence.text),
            )
        if re.search(r"\b(?:if|once|unless|wenn|si)\b|如果", found.string[found.end() : found.end() + 40], re.I):
            continue
        return Reading(Outcome.WITHDRAWN, words=sentence.original)
    return None


@remembered
def _find_withdrawal(low: str) -> re.Match[str] | None:
    text = low[:600]
    if (back := over.TAKEN_BACK.search(text)) is not None:
        after = re.split(r"[,;:.!()、]", text[back.end() : back.end() + 80])[0]
        before = text[max(0, back.start() - 60) : back.start()]
        held = say.CONDITION_SUFFIX.search(before) or over.SHIFT_OPEN.search(before + back[0] + after)
        return None if held else back
    found = say.WITHDRAWAL.search(text) or say.WITHDRAWN_VOTE.search(text)
    if found is None or not say.WITHDRAWAL_MINE.search(found[0]) or say.NEXT_VALUE.search(found[0]):
        return None
    return None if _is_open(text[: found.start()]) or "?" in text[found.end() :] else found


def _is_open(before: str) -> bool:
    """Is a withdrawal only thought of, or denied? What leads up to "so please ..." does not bear on it."""
    if (concluded := say.CONCLUDES.search(before)) is not None:
        before = before[concluded.start() :]
    before = say.YOU_MAY.sub("", before)
    head, comma, clause = before.rpartition(",")
    if comma and say.OWN_START.match(clause) and not say.CONDITIONAL.search(head):
        before = clause
    return say.WITHDRAWAL_OPEN.search(before[-60:]) is not None or say.WITHDRAWAL_DENIED.search(before) is not None


def read_request(sentences: Sequence[Sentence], senses: list[Sense], *, by_caller: bool) -> Reading | None:
    """ "Please don't count my vote": empties it, where the mail casts none and says nothing else of it."""
    if any(found.kind in (Kind.VOTE, Kind.CHANGE) for found in senses):
        return None
    for sentence in sentences:
        if _asks_not_to_count(sentence.low) or (not by_caller and _names_this_vote(sentence.low)):
            return Reading(Outcome.WITHDRAWN, words=sentence.original)
    return None


@remembered
def _asks_not_to_count(low: str) -> bool:
    found = say.UNCOUNTED.search(low[:600])
    return found is not None and _stands(low, found)


@remembered
def _names_this_vote(low: str) -> bool:
    found = say.WITHDRAWN_BARE.search(low[:600])
    return found is not None and _stands(low, found)


def _stands(low: str, found: re.Match[str]) -> bool:
    return "?" not in low and not _is_open(low[: found.start()]) and not _IF.search(low)


_IF = re.compile(r"\b(?:if|unless|until|once|when|did|has|have you|who|why)\b")


def _inside(found: Sense, sentence: Sentence, span: re.Match[str]) -> bool:
    return found.sentence is sentence and span.start() <= found.token.start < span.end()


def read_abstention(sentences: Sequence[Sentence], senses: list[Sense]) -> Reading | None:
    """ "I abstain" is a 0, unless the mail casts another value."""
    if any(found.kind in (Kind.VOTE, Kind.CHANGE) for found in senses):
        return None
    for sentence in sentences:
        if _abstains(sentence.low):
            return Reading(Outcome.BALLOT, Choice.ABSTAIN, claim_in(sentence.text), sentence.original)
    return None


@remembered
def _abstains(low: str) -> bool:
    text = low[:600]
    return say.ABSTAIN.search(text) is not None and not say.ABSTAIN_NOT.search(text)
