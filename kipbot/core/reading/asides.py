"""Is the value an amount, a vote that is thanked for, or one cast in somebody's stead or in jest?"""

from __future__ import annotations

import re
from typing import NamedTuple

from kipbot.core.reading import vocabulary as say
from kipbot.core.reading.place import Place, clause_with_verb, is_lead
from kipbot.core.tally import Choice


class Aside(NamedTuple):
    """Why a value is not the writer's vote; `doubtful` where it may be somebody's vote."""

    why: str
    doubtful: bool = False


def read_aside(here: Place) -> Aside | None:
    """What a value is, where it is neither its writer's ballot nor talk of it."""
    if say.AMOUNT.match(here.after):
        return Aside("a quantity")
    if (why := _talk(here)) is not None:
        return Aside(why)
    if (why := _doubt(here)) is not None:
        return Aside(why, doubtful=True)
    if here.frame is not None or here.frame_behind is not None:
        return None
    if say.THANKED.search(here.before) or (say.TALKED_OF.search(here.before) and not here.personal):
        return Aside("thanks for a vote")
    if say.ON_A_REMARK.match(here.after):
        return Aside("agrees with a remark")
    if say.LEANING.search(here.before) and not say.REPORTED.search(here.cased_before):
        return Aside("a leaning", doubtful=True)
    return Aside("a number beside another", doubtful=True) if _beside_number(here) else None


def _talk(here: Place) -> str | None:
    """Talk of another's vote, or of one's own earlier one, whatever words stand before the value."""
    if here.frame_behind is not None:
        return None
    if say.THEIR_DOING.search(here.before) or say.THEY_CHANGED.search(here.cased_before):
        return "somebody else's vote"
    if say.THEY_SEEM.search(here.before):
        return "a reported vote"
    if say.WITHDRAWS.search(here.before):
        return "a remark on an own vote"
    quoted = here.before.rstrip().endswith('"') and say.QUOTED_TALK.match(here.after)
    return "words in quotation marks" if quoted else None


def _doubt(here: Place) -> str | None:
    """Why the value may not be meant, or may not be the writer's, whatever else stands around it."""
    if say.IRONY.search(here.sentence.low[:400]):
        return "may be said in jest"
    if (bracket := say.CLAIM_AND_MORE.match(here.after)) is not None and say.CLAIM_OPEN.search(bracket["more"]):
        return "hangs on a condition"
    if say.GUESSED.match(here.after) and here.claim is None:
        return "a leaning"
    if say.ONLY_NOW.match(here.after) and here.token.choice is Choice.FOR:
        return "a leaning"
    return "handed on for somebody else" if not here.asked and _in_stead(here) else None


def _in_stead(here: Place) -> bool:
    """ "Voting for Sam, who is ill: +1", "on her behalf", "she told me she's +1"."""
    if say.FROM_MINE.match(here.after) or say.THEIR_VOTE.search(here.before) or say.TOLD.search(clause_with_verb(here)):
        return True
    if any(pattern.search(text) for pattern in (say.STEAD, say.ON_BEHALF) for text in (here.before, here.after)):
        return True
    return say.IN_STEAD.search(here.cased_before) is not None or say.IN_STEAD_BEHIND.match(here.cased_after) is not None


def _beside_number(here: Place) -> bool:
    """ "4312 passed, +1 flaky": one more of a count."""
    noun = say.COUNTED_NOUN.match(here.tail)
    return (
        noun is not None
        and here.claim is None
        and say.BESIDE_NUMBER.search(here.before) is not None
        and not is_lead(noun["noun"])
    )


def is_old_value(here: Place) -> bool:
    """The value is the one that was changed: "from -1 to +1", "consider my -1 a +1"."""
    ahead = (say.CHANGING, say.CHANGE_AHEAD), (say.OLD_VALUE, say.NEW_BEHIND)
    return say.PAST_BEHIND.match(here.after) is not None or any(
        verb.search(here.before) and new.match(here.after) for verb, new in ahead
    )


def is_new_value(here: Place) -> bool:
    """The value is the one that an older one was changed to."""
    return any(pattern.search(here.before) for pattern in (say.CHANGE, say.NEW_VALUE, say.GOES, say.SAYS_ANEW))


def is_of_a_thing(here: Place) -> bool:
    """ "leaseId becomes -1", "the ttl is now 0": the clause names a subject that is neither the writer nor a vote."""
    found = say.CHANGE.search(here.before)
    if (
        found is None
        or found[0].rstrip(" :\"'(").endswith((">", "→"))
        or here.frame is not None
        or here.frame_behind is not None
        or _VALUE.search(here.before)
    ):
        return False
    head = _BREAK.split(here.before[: found.start()])[-1].strip()
    if not head or is_lead(head) or say.OWN_CHANGE.search(head) or say.VOTE_WORDS.search(_BREAK.split(here.before)[-1]):
        return False
    clause = head + here.before[found.start() :]
    return not (say.FIRST_PERSON.search(clause) or say.OWN.search(clause))


_VALUE = re.compile(r"(?<![\w.])[+\-][01]\b")
_BREAK = re.compile(r"[,;:.!?]\s|，|。")


def is_vote_after_all(why: str, before: str) -> bool:
    """ "vote = +1" is no setting, "thanks for the release +1" no next release, "I withdraw my -1, +1 now" no enumeration."""
    looks = {
        "a setting": say.VOTE_BEHIND_CHECKS,
        "a step in a sequence": say.THANKS_FIRST,
        "an enumeration of values": say.WITHDRAWN_FIRST,
    }
    return why in looks and looks[why].search(before) is not None
