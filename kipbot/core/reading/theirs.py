"""Is a value in a language other than English somebody else's: told of, or thanked for?"""

from __future__ import annotations

from kipbot.core.reading import vocabulary as say
from kipbot.core.reading.place import Place


def whose_else(here: Place) -> str | None:
    """ "Jonas hat mit +1 gestimmt", "merci pour vos +1": why the value is not the writer's, or None."""
    if say.THANKS_FOR.search(here.before[-90:]) or say.THANKS_BEHIND.match(here.after):
        return "somebody else's vote"
    return "a reported vote" if here.frame is None and _they_voted(here) else None


def _they_voted(here: Place) -> bool:
    """A verb of the third person, and no word of the writer's own in the clause."""
    if here.frame_behind is not None or say.OWN.search(here.clause) is not None:
        return False
    return say.THEY_VOTED_BEHIND.match(here.after) is not None or say.THEY_VOTED.search(here.clause + " ") is not None
