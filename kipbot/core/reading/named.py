"""Is the value in a line of somebody's tally, beside a name?"""

from __future__ import annotations

import re

from kipbot.core.reading.place import Place, is_lead

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


def is_in_tally(here: Place) -> bool:
    """A name before the value, or names behind its colon: a line of somebody's tally."""
    names = _NAMES_AFTER.match(here.cased_after) or (
        not here.cased_after.isascii() and _NAMES_IN_OTHER_LETTERS.match(here.cased_after)
    )
    if names and not here.before.strip(" \t-*([:"):
        return True
    name = here.cased_before.strip(" \t-*:|.()")
    return bool(_NAME.match(name)) and not is_lead(name.lower()) and not here.frame
