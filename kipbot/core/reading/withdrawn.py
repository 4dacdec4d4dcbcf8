"""Does a mail take its writer's ballot back, or abstain in words?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kipbot.core.memo import remembered_by
from kipbot.core.reading import vocabulary as say
from kipbot.core.reading.senses import Kind, Sense
from kipbot.core.reading.sentences import Sentence, length
from kipbot.core.reading.setting import Outcome, Reading, find_reason
from kipbot.core.reading.tokens import claim_in
from kipbot.core.tally import Choice


def read_withdrawal(sentences: Sequence[Sentence], senses: list[Sense]) -> Reading | None:
    """ "I withdraw my vote" empties it, unless the same mail casts another."""
    for sentence in sentences:
        found = _find_withdrawal(sentence)
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


@remembered_by(length)
def _find_withdrawal(sentence: Sentence) -> re.Match[str] | None:
    text = sentence.low[:600]
    if (back := say.TAKEN_BACK.search(text)) is not None:
        after = re.split(r"[,;:.!()、]", text[back.end() : back.end() + 80])[0]
        before = text[max(0, back.start() - 60) : back.start()]
        held = say.CONDITION_SUFFIX.search(before) or say.SHIFT_OPEN.search(before + back[0] + after)
        return None if held else back
    found = say.WITHDRAWAL.search(text) or say.WITHDRAWN_VOTE.search(text)
    if found is None or not say.WITHDRAWAL_MINE.search(found[0]) or say.NEXT_VALUE.search(found[0]):
        return None
    return None if _is_open(text[: found.start()]) or "?" in text[found.end() :] else found


def _is_open(before: str) -> bool:
    """Is a withdrawal only thought of, or denied? What leads up to "so please ..." does not bear on it."""
    if (concluded := say.CONCLUDES.search(before)) is not None:
        before = before[concluded.start() :]
    head, comma, clause = before.rpartition(",")
    if comma and say.OWN_START.match(clause) and not say.CONDITIONAL.search(head):
        before = clause
    return say.WITHDRAWAL_OPEN.search(before[-60:]) is not None or say.WITHDRAWAL_DENIED.search(before) is not None


def read_request(sentences: Sequence[Sentence], senses: list[Sense], *, by_caller: bool) -> Reading | None:
    """ "Please don't count my vote": empties it, where the mail casts none and says nothing else of it."""
    if any(found.kind in (Kind.VOTE, Kind.CHANGE) for found in senses):
        return None
    for sentence in sentences:
        if _asks_not_to_count(sentence) or (not by_caller and _names_this_vote(sentence)):
            return Reading(Outcome.WITHDRAWN, words=sentence.original)
    return None


@remembered_by(length)
def _asks_not_to_count(sentence: Sentence) -> bool:
    found = say.UNCOUNTED.search(sentence.low[:600])
    return found is not None and _stands(sentence, found)


@remembered_by(length)
def _names_this_vote(sentence: Sentence) -> bool:
    found = say.WITHDRAWN_BARE.search(sentence.low[:600])
    return found is not None and _stands(sentence, found)


def _stands(sentence: Sentence, found: re.Match[str]) -> bool:
    return "?" not in sentence.low and not _is_open(sentence.low[: found.start()]) and not _IF.search(sentence.low)


_IF = re.compile(r"\b(?:if|unless|until|once|when|did|has|have you|who|why)\b")


def _inside(found: Sense, sentence: Sentence, span: re.Match[str]) -> bool:
    return found.sentence is sentence and span.start() <= found.token.start < span.end()


def read_abstention(sentences: Sequence[Sentence], senses: list[Sense]) -> Reading | None:
    """ "I abstain" is a 0, unless the mail casts another value."""
    if any(found.kind in (Kind.VOTE, Kind.CHANGE) for found in senses):
        return None
    for sentence in sentences:
        if _abstains(sentence):
            return Reading(Outcome.BALLOT, Choice.ABSTAIN, claim_in(sentence.text), sentence.original)
    return None


@remembered_by(length)
def _abstains(sentence: Sentence) -> bool:
    text = sentence.low[:600]
    return say.ABSTAIN.search(text) is not None and not say.ABSTAIN_NOT.search(text)
