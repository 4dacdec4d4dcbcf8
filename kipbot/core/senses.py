"""In which sense does a value stand in its sentence: a vote, a doubt, or nothing?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from kipbot.core import vocabulary as say
from kipbot.core.sentences import Sentence
from kipbot.core.tally import Choice, Claim
from kipbot.core.tokens import Token, claim_in

# A ballot's meaning is decided by the words beside it; looking no further keeps every pattern linear.
_REACH = 220
_CLAIM_HERE = re.compile(
    r"^[\s*_]{0,3}(?:[,;:\-–—/|]\s?|vote\s?|from me,?\s|from my side,?\s|as (?:a )?|this is (?:a )?|\b(?:and )?it'?s\s|here,?\s|for (?:this|the|that) \w{1,12},?\s|for [A-Z]{2,5}-\d{1,5},?\s?)?[(\[{（【<]?[^()\[\]{}]{0,24}?[)\]}）】>]?", re.I
)
_BRACKETED = re.compile(r"^\s*[(\[{（【<]([^()\[\]{}（）]{1,60})[)\]}）】>]?")
_CLAUSE = re.compile(r"[,;:!…—–()\[\]{}|\"]|(?<=\s)-(?=\s)|\.(?=\s|$)|[.?](?=\s)|[\U0001f000-\U0001faff\u2600-\u27bf]|[:;]-?[)D(P]|\b(?:so|but|hence|therefore|thus|anyway|however|still|although|though|and)\b|，|、|。|！|；|：", re.I)
_NAME = re.compile(r"^(?:[A-ZÀ-ÞŁŚŻ][\w'.\-]*\s+(?:(?:van|de|der|von|den|da|di|el|al|bin|le|la|dos|ter)\s+){0,2}){1,3}[A-ZÀ-ÞŁŚŻ][\w'.\-]*$")
_NAMES_AFTER = re.compile(
    r"^\s*(?:\(?(?:non-?\s?)?binding\)?)?\s*[:\-–—=]\s*(?:@?[A-ZÀ-ÞŁŚŻ][\w'.\-]*|van|de|der|von)(?:\s+(?:[A-ZÀ-ÞŁŚŻ][\w'.\-]*|van|de|der|von|da|di)){0,4}(?:\s*\([^()]{0,30}\))?\s*(?:(?:,|;|and|&|\+|und|et|y)\s*@?[A-ZÀ-ÞŁŚŻ]|[.,;]?\s*$)"
)
_TERMINAL = re.compile(r"^[\s.!,;:)\]}\"'*_~…)。！，]*(?:[:;]-?[)D(P]|[^\w\s]{1,6})?\s*$")


class Kind(StrEnum):
    """The sense of a value."""

    VOTE = "vote"
    DOUBT = "doubt"
    NOISE = "noise"
    RESTATED = "restated"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Sense:
    """What one value in one sentence means; `framed` when first-person words make it so, `why` in words for people."""

    kind: Kind
    why: str
    token: Token
    sentence: Sentence
    claim: Claim | None = None
    framed: bool = False
    option: str | None = None

    @property
    def choice(self) -> Choice | None:
        """The value that was meant."""
        return self.token.choice


@dataclass(frozen=True, slots=True)
class Place:
    """What stands around a value: `before` and `after` in its sentence, `clause` the last clause before, `tail` what follows the claim."""

    before: str
    clause: str
    after: str
    tail: str
    claim: Claim | None
    first: bool
    sentence: Sentence


def place(sentence: Sentence, token: Token, tokens: int) -> Place:
    """Cut a sentence at a value."""
    before = sentence.text[max(0, token.start - _REACH) : token.start]
    after = sentence.text[token.end : token.end + _REACH]
    after = re.sub(r"^[\ufe0f\u20e3]+", "", after)
    cuts = [found.end() for found in _CLAUSE.finditer(before)]
    clause = before[cuts[-1] :] if cuts else before
    claim, tail = _claim(before, after, tokens)
    return Place(before, clause.strip(), after, tail, claim, not before.strip(" \t\"'([*:-"), sentence)


def _claim(before: str, after: str, tokens: int) -> tuple[Claim | None, str]:
    """The claim beside a value, and the text behind it."""
    if (bracket := _BRACKETED.match(after)) is not None and (claim := claim_in(bracket[0])) is not None:
        return claim, after[bracket.end() :]
    near = after[:48]
    if (claim := claim_in(re.split(r"[.!?\n]", near)[0])) is not None and re.match(r"^[\s,;:\-–—(\[*]{0,4}(?:\w+[\s\-]){0,4}?\W{0,2}(?:i'?m )?[(\[]?(?:non|not|no|un|nb|b|n|verb|verbind|ver|vinc|contr|wiąż|nie|об|необ|bağ|有|具|无|無|非|不|没|絆|绑|約|拘|구|바|비|P|c)", near, re.I):
        cut = re.search(r"(?:binding|nb|verbindlich|vinculante|vincolante|contraignant\w*|bind\w*|bid\w*|力|定|性|구속력)\s*[)\]]?", near, re.I)
        return claim, after[cut.end() :] if cut else after
    lead = re.search(r"(?:^|[\s(\[])([^.,;!?()\[\]]{0,28})[)\]]?[\s:,\-]*$", before)
    if lead is not None and (claim := claim_in(lead[1])) is not None and tokens < 3:
        return claim, after
    return (claim_in(after[:160]) if tokens == 1 and re.search(r"\((?:[^()]{0,30})\)", after[:160]) and claim_in(after[:160]) else None), after


def sense(sentence: Sentence, token: Token, tokens: int) -> Sense:
    """Decide in which sense a value stands; the first rule that speaks decides."""
    here = place(sentence, token, tokens)
    for rule in (_change, _proxy, _restated, _noise, _mood, _object, _vote):
        if (found := rule(here, token)) is not None:
            kind, why, framed = found
            return Sense(kind, why, token, sentence, here.claim, framed, _option(here))
    return Sense(Kind.DOUBT, "the words around the value do not say whose vote it is", token, sentence, here.claim)


Found = tuple[Kind, str, bool] | None


def _noise(here: Place, token: Token) -> Found:
    """Technical numbers, templates, counts, other people's votes, denials."""
    before = here.before.rstrip(" \t*_")
    before = before + " " if here.before[-1:].isspace() else before
    for why, pattern in say.NOISE_BEFORE:
        if pattern.search(before) and not (why == "a reading of another mail" and say.COUNT_ME.search(before)):
            return Kind.NOISE, why, False
    for why, pattern in say.NOISE_AFTER:
        if pattern.search(here.after) and not (say.FRAME.search(here.before) and why in ("a report of others", "several votes", "a tally")):
            return Kind.NOISE, why, False
    if _names(here):
        return Kind.NOISE, "a line of a tally", False
    denied = say.NEGATION.search(here.clause)
    if (denied and not _is_lead(here.clause)) or say.NEGATION_AFTER.search(here.tail):
        return Kind.NOISE, "denied", False
    return None


def _names(here: Place) -> bool:
    """A name before the value, or names behind its colon: a line of somebody's tally."""
    if _NAMES_AFTER.match(here.after) and not here.before.strip(" \t-*([:"):
        return True
    name = here.before.strip(" \t-*:|,.()")
    return bool(_NAME.match(name)) and not _is_lead(name) and not say.FRAME.search(here.before)


def _is_lead(clause: str) -> bool:
    return say.LEAD.match(clause.strip(" \t\"'([*:-,.!")) is not None


def _change(here: Place, token: Token) -> Found:
    if token.choice is not None and say.CHANGE.search(here.before) and not _open_mood(here, token):
        return Kind.CHANGE, "a change of vote", True
    return None


def _proxy(here: Place, token: Token) -> Found:
    if say.ON_BEHALF.search(here.before) or say.ON_BEHALF.search(here.after) or say.OTHER_SOURCE.match(here.after):
        return Kind.DOUBT, "handed on for somebody else", False
    return None


def _open_mood(here: Place, token: Token) -> bool:
    return any(pattern.search(here.clause + " ") for _, pattern in say.HEDGE_BEFORE) or _condition(here, token) is not None


def _mood(here: Place, token: Token) -> Found:
    """Votes for others, wishes, leanings, questions and open conditions."""
    if token.slip:
        return Kind.DOUBT, "a slip of the key", False
    clause = _clause_with_verb(here)
    for why, pattern in say.HEDGE_BEFORE:
        if pattern.search(clause):
            return Kind.DOUBT, why, False
    for why, pattern in say.HEDGE_AFTER:
        if pattern.search(here.tail) or pattern.search(here.after):
            return Kind.DOUBT, why, False
    why_not = _condition(here, token)
    return (Kind.DOUBT, why_not, False) if why_not else None


def _clause_with_verb(here: Place) -> str:
    """The words since the last full break before the value: moods reach over brackets and quotes, not over commas."""
    cuts = [found.end() for found in re.finditer(r"[,;!…—–]|[.?](?=\s)|\b(?:so|but|hence|therefore|thus|anyway|however)\b|，|。|；|[\U0001f000-\U0001faff]", here.before, re.I)]
    tail = here.before[cuts[-1] :] if cuts else here.before
    return tail if tail.endswith(" ") else tail + " "


def _condition(here: Place, token: Token) -> str | None:
    """An open condition hung on the value, or leading up to it."""
    first = say.CONDITION_FIRST.match(here.before)
    if first is not None and not re.search(r"\b(?:so|hence|therefore|thus|daher|donc|por eso|所以)[\s,:]*(?:\w+\s){0,3}$", here.before, re.I) and not say.DONE.match(here.before.strip()) and not say.MET.search(here.before):
        return "hangs on a condition"
    found = say.CONDITION.search(here.tail)
    if found is None or (token.choice is Choice.AGAINST and say.UNTIL.match(found[0])):
        return None
    gap = here.tail[: found.start()]
    words = gap.split()
    if len(words) > 8 or say.OWN_CLAUSE.search(gap) or re.search(r"\beven\s*$", gap, re.I):
        return None
    rest = here.tail[found.start() :]
    if say.DONE.match(rest) or say.MET.search(rest) or re.match(r"(?:if|si|wenn|when)\s+(?:i|you|we)\s+(?:may|want|need|like|ask|have any|wish|understand|recall|remember|see)|if (?:any|needed|possible|necessary|required|so|not|nothing else|anything|only)\b|se\b(?!\s+\w+)", rest, re.I):
        return None
    return "hangs on a condition"


def _restated(here: Place, token: Token) -> Found:
    if say.RESTATED.search(here.before[-90:] + token.text + here.after[:40]) and not re.search(r"\b(?:here'?s|here is|this is|add(?:ing)?|cast(?:ing)?)\s+my\b", here.before, re.I):
        return Kind.RESTATED, "speaks of an earlier vote", True
    return None


def _object(here: Place, token: Token) -> Found:
    """A value for a part, an option, or another proposal is no word on the whole."""
    found = say.OBJECT.match(here.tail) or say.OBJECT.match(here.after)
    if found is None:
        return None
    if say.OPTION.search(found["object"]):
        return Kind.DOUBT, "chooses an option", False
    return None


def _option(here: Place) -> str | None:
    found = say.OPTION.search(here.after[:60]) or say.OPTION.search(here.before[-30:])
    return found[0].strip() if found else None


def _vote(here: Place, token: Token) -> Found:
    framed = say.FRAME.search(here.before) is not None or say.FRAME_AFTER.match(here.after) is not None
    if framed:
        return Kind.VOTE, "first-person words", True
    if token.spelled and not (here.first and (_TERMINAL.match(here.tail) or here.claim)):
        return Kind.NOISE, "a value in words inside a sentence", False
    if here.first or not here.clause.strip(" \t\"'([*:-") or _is_lead(here.clause):
        return Kind.VOTE, "the value opens its clause", False
    if _TERMINAL.match(here.tail) and (token.choice is Choice.FOR or here.claim is not None):
        return Kind.VOTE, "the value closes its sentence", False
    return None
