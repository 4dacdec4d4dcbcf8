"""Does the value hang on a condition that is not met yet?"""

from __future__ import annotations

from kipbot.core.reading import vocabulary as say
from kipbot.core.reading.place import Place, clause_with_verb
from kipbot.core.tally import Choice


def find_condition(here: Place) -> str | None:
    """An open condition hung on the value, or leading up to it."""
    if _leads_with_condition(here) and not any(
        pattern.search(here.before) for pattern in (say.NOT_A_CONDITION_FIRST, say.HENCE, say.MET)
    ):
        happened = say.DONE.match(here.before.strip()) or say.AFTER_WORDS.match(here.before)
        if not happened:
            return "hangs on a condition"
    return _condition_behind(here)


def _leads_with_condition(here: Place) -> bool:
    texts = (clause_with_verb(here), here.before[-60:])
    if here.token.choice is Choice.AGAINST and say.UNTIL.match(here.before.strip()):
        return False
    return say.CONDITION_FIRST.match(here.before) is not None or any(say.CONDITION_SUFFIX.search(text) for text in texts)


def _condition_behind(here: Place) -> str | None:
    found = say.CONDITION.search(here.tail)
    if found is None or (here.token.choice is Choice.AGAINST and say.UNTIL.match(found[0])):
        return None
    gap, rest = here.tail[: found.start()], here.tail[found.start() :]
    if (
        len(gap.split()) > (3 if here.token.choice is Choice.AGAINST else 8)
        or say.OWN_CLAUSE.search(gap)
        or say.NO_CONDITION_BEFORE.search(gap)
        or say.TREAT.search(gap)
    ):
        return None
    happens, still = say.HAPPENS.search(rest[:120]), say.STILL.search(here.before)
    happened = (say.AFTER_WORDS.match(rest) and (still or not happens)) or (
        still and not happens and say.AFTER_ALL_THAT.match(rest)
    )
    if say.DONE.match(rest) or happened or say.MET.search(rest) or say.NO_CONDITION.match(rest):
        return None
    return "hangs on a condition"
