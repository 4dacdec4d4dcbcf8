"""Has an old value before this one become it: "my -1 becomes a +1"?

Asked of one value in its place; `shifts` looks at whole sentences whose verb says that the writer changes over.
"""

from __future__ import annotations

from enum import Enum, auto

from kipbot.core.reading import vocabulary as say
from kipbot.core.reading.place import Place


class Turn(Enum):
    """What is said of an old value and the new one behind it."""

    MADE = auto()
    OPEN = auto()  # not yet, or it does not show whose value it is
    THEIRS = auto()


def read_turn(here: Place) -> Turn | None:
    """One's own value is changed, another's is told of; None where the value follows no older one."""
    found = say.TURNED.search(here.before)
    if found is None or (found[0].rstrip().endswith(("は", "が", "を")) and not say.TURNED_BEHIND.match(here.after)):
        return None
    if found["theirs"] is not None:
        return Turn.THEIRS
    if found["mine"] is None or here.asked:
        return Turn.OPEN
    opened = here.before[: found.end("mine")]
    return Turn.OPEN if _is_open(opened) or _is_of_something(opened) else Turn.MADE


def _is_open(opened: str) -> bool:
    """Words before a change by which it is not made yet."""
    moods = (pattern for why, pattern in say.HEDGE_BEFORE if why != "a vote to come")
    return any(pattern.search(opened) for pattern in (say.CHANGE_OPEN, say.TO_COME, say.HOPED, *moods))


def _is_of_something(opened: str) -> bool:
    """ "retries: -1 -> +1", "Ann: -1 -> +1": what stands before the colon is no vote of one's own."""
    if not opened.endswith((":", "：")):
        return False
    personal = say.FIRST_PERSON.search(opened) or say.VOTE_WORDS.search(opened)
    return personal is None or say.NOT_MINE.search(opened) is not None
