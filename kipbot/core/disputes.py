"""Was a veto challenged, and did anybody whose word binds confirm it?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kipbot.core.announcement.words import split_sentences
from kipbot.core.facts import MailReceived
from kipbot.core.statements import Dispute
from kipbot.core.tally import Ballot, Voter

# Whose veto a sentence speaks of; gaps of words are bounded, so that each pattern is linear.
_A_VETO = (
    r"(?:the |this |that |his |her |its |their |your |[\w-]{1,30}'s? |such a ){1,2}(?:binding )?(?:veto|-1(?: vote)?)(?![\w-])"
)
_OF_WHOM = r"(?: (?:of|by|from|cast by) (?:[\w.'-]{1,20} ?){1,2})?(?: \((?:non-)?binding\))?"
_INVALID = r"(?:invalid|void|unjustified|groundless|unfounded)"
_VALID = r"(?:valid|justified|legitimate)"
_CHALLENGES = re.compile(
    r"\b(?:challeng|disput|contest)(?:e|es|s|ed|ing)? (?:(?:[\w-]{1,20} ){0,2}(?:validity|reason|justification)s? (?:of|for|behind) )?"
    rf"{_A_VETO}"
    rf"|\b(?:I|we) (?:[\w-]{{1,12}} ){{0,3}}question (?:(?:whether|if|that) |the (?:validity|reason|justification) (?:of|for|behind) )?{_A_VETO}"
    rf"|\b{_A_VETO}{_OF_WHOM} ?(?:is|was|seems|looks|appears)(?: to be)? (?!not |no )(?:[\w-]{{1,12}} )?{_INVALID}\b"
    rf"|\b{_A_VETO}{_OF_WHOM} ?(?:(?:is|was) (?:clearly |really )?(?:not|no)|(?:is|was)n't|cannot be|can't be) (?:an? |really |clearly |considered ){{0,2}}"
    rf"(?:veto\b|(?:technically )?{_VALID}\b)"
    rf"|\b{_A_VETO}{_OF_WHOM} ?(?:has no|has not any|gives no|names no|lacks|comes without|is without|came without) (?:an? |any )?(?:valid |real )?"
    r"(?:technical )?(?:justification|reason|reasons|merit)\b"
    rf"|\b(?:an? |this |that )?(?:{_INVALID}|not a (?:technically )?{_VALID}|no {_VALID}|isn't a {_VALID}|never a {_VALID}) veto\b"
    r"|\b(?:don't|do not|cannot|can't) (?:think|believe|see|find|call) (?:that )?"
    rf"(?:(?:it|this|that) (?:is )?an? {_VALID} veto\b|{_A_VETO}{_OF_WHOM} ?(?:is |as )?(?:an? )?{_VALID}\b)",
    re.I,
)
_CONFIRMS = re.compile(
    r"\b(?:I|we) (?:can |do |hereby |also |too |fully |gladly |both ){0,3}(?:confirm|uphold|second) (?:that )?"
    rf"(?:(?:the )?(?:validity|justification) of )?{_A_VETO}"
    rf"|\b{_A_VETO}{_OF_WHOM} ?(?:is|was|stands as) (?:an? |indeed |clearly |fully |technically |perfectly ){{0,2}}{_VALID}\b"
    rf"|\b(?:it is|it's|that is|that's|this is) (?:indeed |surely |clearly )?an? (?:technically )?{_VALID} veto\b",
    re.I,
)
_MOST_CHARS = 1000
_QUOTES = str.maketrans({"\u2019": "'", "\u2212": "-", "\u2013": "-", "*": " ", "_": " ", "`": " "})
# What stands before a challenge in its own clause and takes it back: "nobody disputes", "I won't challenge".
_TAKES_BACK = re.compile(
    r"\b(?:not|no|nor|never|without|nobody|none|cannot|if|whether|unless|could|would|might|may|should|please|somebody|anybody|someone"
    r"|anyone|who|neither)\b(?! doubt)|n't\b",
    re.I,
)
_CLAUSE = re.compile(r"[,;:(]")
# A confirmation has to be plain: whoever doubts, asks, reports or means to do it later has not confirmed.
_NOT_PLAIN = re.compile(
    r"\b(?:not|no|nor|never|without|nobody|cannot|if|whether|unless|until|once|when|only|hardly|barely|neither|would|should|could|might|may"
    r"|must|will|please|somebody|anybody|someone|anyone|who|doubt\w*|unsure|refus\w+|fail\w*|withdr\w+|invalid\w*|void|overr\w+|ignor\w+"
    r"|dismiss\w*|challeng\w+|disput\w+|contest\w*|reject\w*|disregard\w*|question\w*|receipt|says?|said|claim\w*|according"
    r"|supposed\w*|alleged\w*|previously|used to)\b|n't\b|'(?:ll|d)\b|\?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A mail of the vote, who wrote it and when (aware, UTC); `binds` is whether their word binds in it."""

    mail: MailReceived
    voter: Voter
    at: datetime
    binds: bool


def find_disputes(vetoes: Sequence[Ballot], words: Sequence[Word]) -> tuple[Dispute, ...]:
    """The vetoes whose validity somebody of the project challenged (`veto.confirmed_by`), and who confirmed them.

    "The validity of a veto, if challenged, can be confirmed by anyone who has a binding vote": anyone but the one who cast it.
    """
    spoken = [heard for word in words if (heard := _hear(word)).challenges or heard.confirms]
    return tuple(filter(None, (_dispute(veto, vetoes, spoken) for veto in vetoes)))


@dataclass(frozen=True, slots=True)
class _Heard:
    """What a mail says of some veto; each mail is read once, however many vetoes there are."""

    word: Word
    challenges: bool
    confirms: bool


def _hear(word: Word) -> _Heard:
    said = [_plain(text) for text in split_sentences(word.mail.lines) if "1" in text or "veto" in text.casefold()]
    known = word.voter.person is not None
    return _Heard(word, known and any(map(_challenges, said)), word.binds and any(map(_confirms, said)))


def _dispute(veto: Ballot, vetoes: Sequence[Ballot], spoken: Sequence[_Heard]) -> Dispute | None:
    others = [one for one in spoken if one.word.voter.key != veto.voter.key and _speaks_of(one.word.mail, veto, vetoes)]
    challenge = next((one.word for one in others if one.challenges), None)
    if challenge is None:
        return None
    by = challenge.voter.name or challenge.voter.address
    confirmed = next((one.word for one in others if one.confirms), None)
    found = Dispute(veto.message_id, by, challenge.mail.message_id, challenge.at)
    if confirmed is None:
        return found
    name = confirmed.voter.name or confirmed.voter.address
    return replace(found, confirmed_by=name, confirmed_in=confirmed.mail.message_id, confirmed_at=confirmed.at)


def _speaks_of(mail: MailReceived, veto: Ballot, vetoes: Sequence[Ballot]) -> bool:
    """Whether a mail answers the veto, or answers none of several and came after it."""
    if mail.message_id == veto.message_id:
        return False
    answered = {*mail.in_reply_to, *mail.references}
    named = [one for one in vetoes if one.message_id in answered]
    return veto in named if named else mail.at is not None and mail.at >= veto.cast_at


def _plain(text: str) -> str:
    """With plain quotation marks and single blanks, as far as anybody reads it."""
    return " ".join(text[:_MOST_CHARS].translate(_QUOTES).split())


def _challenges(text: str) -> bool:
    """Whether a sentence challenges a veto; what is asked, denied or left to others does not."""
    found = None if "?" in text else _CHALLENGES.search(text)
    if found is None:
        return False
    begun = _CLAUSE.split(text[: found.start()])[-1]
    return _TAKES_BACK.search(begun) is None


def _confirms(text: str) -> bool:
    return _CONFIRMS.search(text) is not None and _NOT_PLAIN.search(text) is None
