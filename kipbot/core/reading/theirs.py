"""Is a value somebody else's: told of, thanked for, or in a line of a tally?"""

from __future__ import annotations

import re

from kipbot.core.reading import vocabulary as say
from kipbot.core.reading.place import Place, is_lead
from kipbot.core.reading.vocabulary import shifts as over

_NAME = re.compile(
    r"^(?!(?:Part|Option|Item|Section|Point|Question|Topic|Proposal|Issue|On|Thank|Thanks|Hi|Hello|Dear|Hey|Great|Nice|Good|Keine?|Many|Big|Strong|Looks|Sounds|Well|From|For|With|My|Binding|Non|Overall|So|And|Yes|Awesome|Super|Best|Happy|Here)\b)(?:[A-ZÀ-ÞŁŚŻ][\w'.\-]*\s+(?:(?:van|de|der|von|den|da|di|el|al|bin|le|la|dos|ter)\s+){0,2}){1,3}[A-ZÀ-ÞŁŚŻ][\w'.\-]*$"
)
_NAMES_AFTER = re.compile(
    r"^\s*(?:\(?(?:non-?\s?)?binding\)?)?\s*[:\-–—=]\s*(?:@?[A-ZÀ-ÞŁŚŻ][\w'.\-]*|van|de|der|von)(?:\s+(?:[A-ZÀ-ÞŁŚŻ][\w'.\-]*|van|de|der|von|da|di)){0,4}(?:\s*\([^()]{0,30}\))?\s*(?:(?:,|;|and|&|\+|und|et|y)\s*@?[A-ZÀ-ÞŁŚŻ]|[.,;]?\s*$)"
)
_LETTERS = r"[А-ЯЁІЇЄҐΑ-ΩΆΈΉΊΌΎΏ][\w'\-]{1,20}"
# "+1: Прия Раман, Юнас Эк": names in other letters, two words at least.
_NAMES_IN_OTHER_LETTERS = re.compile(
    rf"^\s{{0,3}}(?:\([^()]{{0,30}}\)\s{{0,3}})?[:\-–—=]\s{{0,3}}{_LETTERS}(?: {_LETTERS}|(?:,| и| і| та| και) {_LETTERS}){{1,12}}[.,;]?\s{{0,3}}$"
)


def they_shifted(here: Place) -> bool:
    """ "Priya est passée de +1 à 0": somebody else's vote goes from one value to another."""
    if over.THEY_SHIFTED.search(here.before) is None or say.OWN.search(here.before) or say.FIRST_PERSON.search(here.before):
        return False
    return over.SHIFT.search(here.sentence.low[:400]) is not None


def whose_else(here: Place) -> str | None:
    """ "Jonas hat mit +1 gestimmt", "merci pour vos +1": why the value is not the writer's, or None."""
    if say.THANKS_FOR.search(here.before[-90:]) or say.THANKS_BEHIND.match(here.after) or say.THEIR_OWN.search(here.before):
        return "somebody else's vote"
    if say.NEEDS.match(here.after) and not say.OWN.search(here.clause):
        return "talk of what a value means"
    if _is_in_tally(here):
        return "a line of a tally"
    return "a reported vote" if here.frame is None and (_they_voted(here) or _is_reported(here)) else None


def _is_reported(here: Place) -> bool:
    if say.IS_RIGHT.search(here.before) or say.HAT.search(here.before):
        return False
    if here.frame_behind is not None and here.clause and is_lead(here.clause):
        return False  # "the point has been settled, hence +1 from me": what stands before the comma reports no vote
    return say.REPORTED.search(here.cased_before) is not None


# "-1: Rollback, Docs und Tests fehlen": things of which something is said, no names.
_SAYS_OF = re.compile(
    r"\s(?:fehl(?:t|en)|ist|sind|wird|werden|geht|gehen|muss|müssen|bricht|brechen|is|are|was|were|does|do|fails?|breaks?|missing|broken"
    r"|manque(?:nt)?|sont|est|faltan?|son|mancano|manca|ontbre(?:ekt|ken))\b"
)


def _they_voted(here: Place) -> bool:
    """A verb of the third person, and no word of the writer's own in the clause."""
    if here.frame_behind is not None or say.OWN.search(here.clause) is not None:
        return False
    return say.THEY_VOTED_BEHIND.match(here.after) is not None or say.THEY_VOTED.search(here.clause + " ") is not None


def _is_in_tally(here: Place) -> bool:
    """A name before the value, or names behind its colon: a line of somebody's tally."""
    names = _NAMES_AFTER.match(here.cased_after) or (
        not here.cased_after.isascii() and _NAMES_IN_OTHER_LETTERS.match(here.cased_after)
    )
    if names and _SAYS_OF.search(here.cased_after) is None and not here.before.strip(" \t-*([:"):
        return True
    name = here.cased_before.strip(" \t-*:|.()")
    return bool(_NAME.match(name)) and not is_lead(name.lower()) and not here.frame
