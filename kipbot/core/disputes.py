"""Was a veto challenged, and did anybody whose word binds confirm it?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kipbot.core.announcement.words import split_sentences
from kipbot.core.facts import MailReceived
from kipbot.core.statements import Dispute
from kipbot.core.tally import Ballot, Voter

# Bounded gaps of words, so that each is linear.
_CHALLENGES = re.compile(
    r"\b(?:challeng|disput|contest|question)(?:e|es|s|ed|ing)? (?:[\w'-]{1,20} ){0,4}(?:veto|-1)(?!\w)"
    r"|(?<!\w)(?:veto|-1) (?:[\w'(),-]{1,20} ){0,6}(?:invalid|unjustified|void|groundless)\b"
    r"|(?<!\w)(?:veto|-1) (?:[\w'(),-]{1,20} ){0,6}(?:not|n't|no|without|lacks) (?:[\w'-]{1,20} ){0,3}(?:valid|veto|justification|justified|technical)\b"
    r"|\b(?:invalid|void|unjustified|groundless|not a valid|no valid|isn't a valid) veto\b",
    re.I,
)
_CONFIRMS = re.compile(
    r"\b(?:confirm|uphold|second|support)(?:s|ed|ing)? (?:[\w'-]{1,20} ){0,6}(?:veto|-1)(?!\w)"
    r"|(?<!\w)(?:veto|-1) (?:[\w'(),-]{1,20} ){0,5}(?:is|was|stands|as) (?:[\w'-]{1,20} ){0,2}(?:valid|justified|legitimate)\b"
    r"|\b(?:it is|it's|that is|that's|is) (?:indeed |surely |clearly )?a (?:valid|legitimate|justified) veto\b",
    re.I,
)
_MOST_CHARS = 1000
_NOT = re.compile(r"\b(?:not|no|never|without|cannot|if|whether)\b|n't\b|\?", re.I)


@dataclass(frozen=True, slots=True)
class Word:
    """A mail of the vote and who wrote it; `binds` is whether their word binds in it."""

    mail: MailReceived
    voter: Voter
    binds: bool


def find_disputes(vetoes: Sequence[Ballot], words: Sequence[Word]) -> tuple[Dispute, ...]:
    """The vetoes whose validity somebody of the project challenged (`veto.confirmed_by`), and who confirmed them.

    "The validity of a veto, if challenged, can be confirmed by anyone who has a binding vote": anyone but the one who cast it.
    """
    return tuple(filter(None, (_dispute(veto, vetoes, words) for veto in vetoes)))


def _dispute(veto: Ballot, vetoes: Sequence[Ballot], words: Sequence[Word]) -> Dispute | None:
    others = [word for word in words if word.voter.key != veto.voter.key and _speaks_of(word.mail, veto, vetoes)]
    challenge = next((word for word in others if word.voter.person is not None and _says(word.mail, challenge=True)), None)
    if challenge is None:
        return None
    by = challenge.voter.name or challenge.voter.address
    confirmed = next((word for word in others if word.binds and _says(word.mail, challenge=False)), None)
    if confirmed is None:
        return Dispute(veto.message_id, by, challenge.mail.message_id)
    name = confirmed.voter.name or confirmed.voter.address
    return Dispute(veto.message_id, by, challenge.mail.message_id, name, confirmed.mail.message_id)


def _speaks_of(mail: MailReceived, veto: Ballot, vetoes: Sequence[Ballot]) -> bool:
    """Whether a mail answers the veto, or answers none of several and came after it."""
    if mail.message_id == veto.message_id:
        return False
    answered = {*mail.in_reply_to, *mail.references}
    named = [one for one in vetoes if one.message_id in answered]
    return veto in named if named else mail.at is not None and mail.at >= veto.cast_at


def _says(mail: MailReceived, *, challenge: bool) -> bool:
    says = _challenges if challenge else _confirms
    return any(says(text[:_MOST_CHARS]) for text in split_sentences(mail.lines))


def _challenges(text: str) -> bool:
    return _CHALLENGES.search(text) is not None and "?" not in text


def _confirms(text: str) -> bool:
    return _CONFIRMS.search(text) is not None and _NOT.search(text) is None
