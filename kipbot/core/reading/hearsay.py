"""Is a value only told of: nobody's, a rule's, one given before, or one that is wished for and held back?"""

from __future__ import annotations

from kipbot.core.reading import vocabulary as say
from kipbot.core.reading.asides import Aside
from kipbot.core.reading.place import Place
from kipbot.core.reading.vocabulary import hearsay as told
from kipbot.core.tally import Choice


def read_hearsay(here: Place) -> Aside | None:
    """Why a value is not given here and now, whatever words of the first person stand around it; None where it may be."""
    for look in (_without_doubt, _with_doubt):
        if (found := look(here)) is not None:
            return found
    return None


def _without_doubt(here: Place) -> Aside | None:
    """The value is no vote of the writer's."""
    if told.NOBODY.match(here.after):
        return Aside("a value that nobody gave")
    if told.CJK_NAMES.match(here.after):
        return Aside("a line of a tally")
    if _given_before(here):
        return Aside("a remark on an own vote")
    if told.DEFAULT_VALUE.search(here.before) or _thing_moves(here.before) or _thing_is(here):
        return Aside("a setting")
    if told.WHICH_ONE.search(here.before) and told.OF_WHICH.match(here.after):
        return Aside("talk of a value")
    if told.ONE_MORE_JOINED.match(here.after):
        return Aside("a value asked for")
    if here.frame is None and told.NAMES_IN_A_ROW.search(here.sentence.text[:400]):
        return Aside("a line of a tally")
    return Aside("talk of what a value means") if _is_told(here) else None


def _thing_moves(before: str) -> bool:
    """ "The KIP changes the default from -1 to +1": said of something else than a vote."""
    return told.THING_MOVES.search(before) is not None or told.THING_MOVES_ABROAD.search(before) is not None


def _thing_is(here: Place) -> bool:
    """ "The exponent is -1 there"; a +1 may still be the writer's."""
    if here.token.choice is Choice.FOR or here.claim is not None or here.frame is not None or here.frame_behind is not None:
        return False
    return told.THING_IS.search(here.before) is not None and not (
        say.FIRST_PERSON.search(here.clause) or say.VOTE_WORDS.search(here.clause) or say.OWN.search(here.clause)
    )


def _with_doubt(here: Place) -> Aside | None:
    """The value may be no vote of the writer's."""
    if here.before and not here.asked and _stands_aside(here):
        return Aside("the words around the value do not say whose vote it is", doubtful=True)
    if here.before and (told.PASSED_ON.search(here.before) or told.FOR_SOMEBODY.match(here.cased_before)):
        return Aside("handed on for somebody else", doubtful=True)
    if told.BUT_NOT_FOR.match(here.after) or (
        here.before.rstrip().endswith(("に", "には", "は")) and told.BUT_JOINED.match(here.after)
    ):
        return Aside("speaks of a part only", doubtful=True)
    if _held_back(here):
        return Aside("a wish to vote", doubtful=True)
    return Aside("a report of others") if told.FROM_SEVERAL.match(here.cased_after) else None


def _stands_aside(here: Place) -> bool:
    """A number that something has by default, or a vote of the writer's on an older matter."""
    if told.DEFAULT_MOVES.search(here.before) or told.MISSES_MINE.search(here.before):
        return True
    return told.FOR_AN_OLDER.search(here.before) is not None and say.MY_VOTE_WAS.search(here.after) is None


def _given_before(here: Place) -> bool:
    """ "Mon +1 d'hier portait sur la version 4", "上次投票我投了+1"."""
    if not here.before or here.asked:
        return False
    if told.GAVE_BEFORE.search(here.before):
        return True
    if here.after and told.MY_VALUE.search(here.before) and (told.WAS_ABOUT.match(here.after)):
        return True
    return not here.after.isascii() and told.WAS_ABOUT_JOINED.match(here.after) is not None


def _held_back(here: Place) -> bool:
    """ "+1을 드리고 싶지만", "I want to give my +1, but it does not build"."""
    if not here.after.isascii() and told.WISHED_BEHIND.match(here.after):
        return True
    if not here.before.isascii() and (told.THEN_I_GIVE.search(here.before)):
        return True
    if not here.before or (held := told.WITHHELD_BEHIND.match(here.after)) is None or told.WISHED.search(here.before) is None:
        return False
    return told.WITHHELD_WHY.search(here.after[held.end() :]) is not None


def _is_told(here: Place) -> bool:
    """A sentence that says how votes work, and nothing of the writer's own."""
    if here.first or here.frame_behind is not None or _is_personal(here):
        return False
    if told.RULED.match(here.after) and told.ANY_VOTE.search(here.before):
        return True
    return (
        here.frame is None
        and told.RULE_TALK.search(here.sentence.low[:300]) is not None
        and not (
            say.OWN.search(here.clause)
            or say.FIRST_PERSON.search(here.before.replace(" i ", " ") if not here.before.isascii() else here.before)
        )
    )


def _is_personal(here: Place) -> bool:
    """The clause speaks in the first person; "i" is "and" in many languages, none of them plain ASCII for long."""
    clause = here.clause if here.sentence.text.isascii() else here.clause.replace(" i ", " ")
    return say.FIRST_PERSON.search(clause) is not None
