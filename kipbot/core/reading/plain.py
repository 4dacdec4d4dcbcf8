"""Which mails and sentences are nothing but a value, as half of all ballots are?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kipbot.core.facts import OWN, QUOTE, Line
from kipbot.core.memo import remembered
from kipbot.core.reading.senses import Kind, Sense
from kipbot.core.reading.sentences import Sentence
from kipbot.core.reading.setting import Outcome, Reading, Setting
from kipbot.core.reading.tokens import Token
from kipbot.core.tally import Choice, Claim

_PLAIN = re.compile(r"(?P<value>[+-][01])(?:\s?\((?P<claim>non-binding|binding)\))?[.!]?$", re.I)
_PLAIN_OPENING = re.compile(r"(?P<value>[+]1)(?:\s?\((?P<claim>non-binding|binding)\))?[,.!]\s", re.I)
_HARMLESS = frozenset(
    "thanks thank you very much so a lot again and for the all great good nice work job kip proposal release looks lgtm to me i am looking forward it this is very useful feature"
    " driving running putting together writing your effort hard everyone team verified checked tested built signatures checksums hashes source tests pass passed fine well done in on of my with".split()
)
_VALUES = {"+1": Choice.FOR, "-1": Choice.AGAINST, "+0": Choice.ABSTAIN, "-0": Choice.ABSTAIN}
_BEARS = re.compile(
    r"[+\[\](){}?:;0]|-\d|\b(?:one|if|once|when|until|unless|provid\w*|assum\w*|condition\w*|conting\w*|subject|pending|only|but|not|n't|withdr\w*|retract\w*|vote\w*|bind\w*|behalf|plus|minus|abstain\w*|chang\w*|my|wrote)\b",
    re.I,
)


def _is_harmless(rest: str) -> bool:
    """Nothing but thanks and praise: no word that could bear on the value before it."""
    return not rest or (
        rest.isascii()
        and len(rest) < 160
        and not set(rest.replace(",", " ").replace(".", " ").replace("!", " ").split()) - _HARMLESS
    )


def read_plain(lines: Sequence[Line], setting: Setting) -> Reading | None:
    """A value alone on the first own line, and nothing below that could bear on it: the commonest ballot, read at once."""
    if setting.is_call or setting.poll or setting.announces:
        return None
    own = [line.text for line in lines if line.kind is OWN and line.text]
    found = _PLAIN.match(own[0].strip()) if own and lines[0].kind is OWN else None
    if found is None or found["value"] == "-1":
        return None
    if any(_bears(text) for text in own[1:]) or any("[" in line.text for line in lines if line.kind is QUOTE):
        return None
    claim = Claim(found["claim"].lower()) if found["claim"] else None
    return Reading(Outcome.BALLOT, _VALUES[found["value"]], claim, own[0].strip())


@remembered
def _bears(text: str) -> bool:
    return not text.isascii() or _BEARS.search(text) is not None


def plain_sense(sentence: Sentence) -> Sense | None:
    """The sense of a value that opens a sentence of thanks and praise, or is all of it; None for any other sentence."""
    found = _PLAIN.match(sentence.text) or _PLAIN_OPENING.match(sentence.text)
    if found is None or not _is_harmless(sentence.low[found.end() :]):
        return None
    token = Token(0, found.end("value"), found["value"], _VALUES[found["value"]])
    claim = Claim(found["claim"].lower()) if found["claim"] else None
    return Sense(Kind.VOTE, "the value opens its clause", token, sentence, claim, tail=sentence.text[found.end() :])
