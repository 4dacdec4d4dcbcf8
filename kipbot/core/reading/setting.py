"""What can be read in one mail of a vote, and what must a reader know of the mail?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kipbot.core.facts import Line
from kipbot.core.reading.sentences import Sentence
from kipbot.core.subject import Patterns
from kipbot.core.tally import Choice, Claim

_GREETING = re.compile(
    r"^\W*(?:hi|hello|hey|dear|thanks|thank you|cheers|regards|best|kind regards|hallo|bonjour|hola|olá|ciao)\b.{0,60}$", re.I
)


class Outcome(StrEnum):
    """What a mail does in a vote."""

    BALLOT = "ballot"
    NONE = "none"
    UNCLEAR = "unclear"
    WITHDRAWN = "withdrawn"
    CHOSEN = "chosen"  # an option of a poll
    RESTATED = "restated"  # speaks of the writer's earlier ballot; a new one only where there is none to speak of


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a mail stands: what the reader must know of the vote and of the mail that is answered."""

    is_call: bool = False
    by_caller: bool = False
    announces: bool = False  # the mail is a result, a cancellation or a tally
    poll: bool = False
    answers_call: bool = True
    answered: tuple[Line, ...] | None = None
    proposals: tuple[str, ...] = ()
    patterns: Patterns = ()
    candidate: int | None = None
    about: frozenset[str] = frozenset()
    name: frozenset[str] = frozenset()  # the words of the sender's name, folded
    people: frozenset[str] = frozenset()  # the words of the names of all who are known or write in the thread, folded


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one mail, with the words that say so."""

    outcome: Outcome
    choice: Choice | None = None
    claim: Claim | None = None
    words: str = ""
    doubt: str | None = None
    fraction: str | None = None
    option: str | None = None
    reason: str | None = None


NOTHING = Reading(Outcome.NONE)
NO_OPTION = "a value without an option"


def find_reason(sentences: Sequence[Sentence], choice: Choice | None, words: str) -> str | None:
    """The justification that stands with a -1; a -1 on code without one has no weight (ASF voting, vetoes)."""
    if choice is not Choice.AGAINST:
        return None
    told = []
    for sentence in sentences:
        text = sentence.text
        if text == words:
            text = re.sub(r"^.*?[+\-]1\s*(?:[(\[][^)\]]{0,40}[)\]])?[\s:,.;\-]*", "", text)
        if len(text.split()) >= 3 and not _GREETING.match(text):
            told.append(text)
    return " ".join(told)[:500] or None
