"""Does a verb of this sentence say that the writer's vote goes from one value to another, in any language?

Asked of a whole sentence, before its values are looked at one by one; `turns` asks the same of one value in its place.
"""

from __future__ import annotations

import re

from kipbot.core.reading import vocabulary as say
from kipbot.core.reading.senses import Kind, Sense
from kipbot.core.reading.sentences import Sentence
from kipbot.core.reading.tokens import Token, claim_in
from kipbot.core.reading.vocabulary import shifts as over
from kipbot.core.tally import Choice

_REACH = 120
_VALUES = {
    "+1": Choice.FOR,
    "1": Choice.FOR,
    "-1": Choice.AGAINST,
    "0": Choice.ABSTAIN,
    "+0": Choice.ABSTAIN,
    "-0": Choice.ABSTAIN,
}


# "s/-1/+1/": of one's vote, or of a line that was talked of.
_EDIT = re.compile(
    r"^\W{0,4}s/[+\-][01]/(?P<new>[+\-][01])(?:/g?)?(?P<mine> (?:for|in|on|to|of) (?:my|mine)\b.{0,120})?\W{0,4}(?:\(?(?:non-)?binding\)?)?\W{0,3}$"
)
_CLAUSE_END = re.compile(r"[,;:.!?()、]")


def read_shift(sentence: Sentence) -> Sense | None:
    """ "Ich wechsle von +1 auf 0": the new value, where the writer makes the change; a doubt where it is not made yet."""
    if "1" not in sentence.text:
        return None
    if (edit := _EDIT.match(sentence.text)) is not None:
        kind = Kind.DOUBT if edit["mine"] is None else Kind.CHANGE
        return Sense(
            kind, "an edit of a vote or of a text", _new(edit), sentence, claim_in(sentence.text[edit.end("new") :][:48])
        )
    if (found := over.SHIFT.search(sentence.low[:400])) is None:
        return None
    before, after = (
        sentence.low[max(0, found.start() - _REACH) : found.start()],
        sentence.low[found.end() : found.end() + _REACH],
    )
    clause = before + "|" + _CLAUSE_END.split(after)[0]
    if (
        found["new"] == "1"
        or over.I_SHIFT.search(clause) is None
        or say.THEY_VOTED.search(before)
        or over.THEY_SHIFTED.search(clause)
        or over.OF_A_THING.search(before)
    ):
        return None
    token = _new(found)
    claim = claim_in(sentence.text[found.end() : found.end() + 48])
    tail = sentence.low[found.end() :]
    if (
        sentence.text.rstrip(" \"')").endswith(("?", "？"))
        or over.SHIFT_OPEN.search(clause)
        or say.CONDITION_SUFFIX.search(before)
        or say.CONDITION.search(after)
    ):
        return Sense(Kind.DOUBT, "a change to come", token, sentence, claim, tail=tail)
    return Sense(Kind.CHANGE, "a change of vote", token, sentence, claim, framed=True, tail=tail)


def _new(found: re.Match[str]) -> Token:
    return Token(found.start("new"), found.end("new"), found["new"], _VALUES[found["new"]])
