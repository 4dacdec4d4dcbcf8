"""Is a value somebody else's: told of, thanked for, or in a line of a tally?"""

from __future__ import annotations

from kipbot.core.reading import vocabulary as say
from kipbot.core.reading.named import is_in_tally
from kipbot.core.reading.place import Place


def they_shifted(here: Place) -> bool:
    """ "Priya est passée de +1 à 0": somebody else's vote goes from one value to another."""
    if say.THEY_SHIFTED.search(here.before) is None or say.OWN.search(here.before) or say.FIRST_PERSON.search(here.before):
        return False
    return say.SHIFT.search(here.sentence.low[:400]) is not None


def whose_else(here: Place) -> str | None:
    """ "Jonas hat mit +1 gestimmt", "merci pour vos +1": why the value is not the writer's, or None."""
    if say.THANKS_FOR.search(here.before[-90:]) or say.THANKS_BEHIND.match(here.after) or say.THEIR_OWN.search(here.before):
        return "somebody else's vote"
    if say.NEEDS.match(here.after) and not say.OWN.search(here.clause):
        return "talk of what a value means"
    if is_in_tally(here):
        return "a line of a tally"
    return "a reported vote" if here.frame is None and (_they_voted(here) or _is_reported(here)) else None


def _is_reported(here: Place) -> bool:
    if say.IS_RIGHT.search(here.before) or say.HAT.search(here.before):
        return False
    return say.REPORTED.search(here.cased_before) is not None


def _they_voted(here: Place) -> bool:
    """A verb of the third person, and no word of the writer's own in the clause."""
    if here.frame_behind is not None or say.OWN.search(here.clause) is not None:
        return False
    return say.THEY_VOTED_BEHIND.match(here.after) is not None or say.THEY_VOTED.search(here.clause + " ") is not None
