"""Is a pattern in a rule file safe to run on mail from strangers?"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

MAX_LENGTH = 200
# With these a title of 300 characters costs some million steps at the very worst.
MOST = {"repeat": 2, "count": 4, "optional": 8, "group": 4, "choice": 30}
WIDE = 12  # a repeat of up to so many counts as an unbounded one


@lru_cache(maxsize=512)
def compile_pattern(pattern: str) -> re.Pattern[str]:
    """The pattern ready to search with; letters match in either case."""
    return re.compile(pattern, re.IGNORECASE)


def check_pattern(pattern: str) -> str:
    """The pattern itself, when it is one and is safe; `ValueError` says why not.

    A repeat of a group can take exponential time, `(a+)+` or `(a|a)*`; back references and many unbounded
    repeats take polynomial time. Such patterns are refused: all that rules need can be said without.
    """
    if len(pattern) > MAX_LENGTH:
        raise ValueError(f"a pattern is at most {MAX_LENGTH} characters long")
    try:
        compile_pattern(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        raise ValueError(f"is not a pattern: {error}") from error
    _refuse_costly_repeats(pattern)
    return pattern


_PIECE = re.compile(
    r"\\(?P<back>[1-9])|\\.|(?P<named>\(\?P=)|(?P<group>\()|(?P<close>\))|(?P<choice>\|)"
    r"|(?P<set>\[\^?\]?(?:[^\]\\]|\\.)*\])|(?P<many>[*+])|(?P<count>\{\d*,?\d*\})|(?P<optional>(?<![(*+?}])\?)|.",
    re.DOTALL,
)
_TOO_MANY = {
    "repeat": "has more than {} wide repeats (*, +, or of more than {WIDE}); give bounds, such as {{0,20}}",
    "count": "has more than {} counted repeats",
    "optional": "has more than {} optional pieces",
    "group": "has more than {} groups",
    "choice": "has more than {} alternatives",
}


def _refuse_costly_repeats(pattern: str) -> None:
    seen: Counter[str] = Counter()
    before = None
    for piece in _PIECE.finditer(pattern):
        kind = piece.lastgroup or ""
        if kind in {"back", "named"}:
            raise ValueError("refers back to a group; such a pattern can be slow and is not taken")
        if kind in {"many", "count"} and before == "close":
            raise ValueError("repeats a group, such as (a+)+; such a pattern can hang")
        wide = kind == "many" or (kind == "count" and _is_wide(piece["count"]))
        seen["repeat" if wide else kind] += 1
        before = kind
    for kind, most in MOST.items():
        if seen[kind] > most:
            raise ValueError(_TOO_MANY[kind].format(most, WIDE=WIDE))


def _is_wide(count: str) -> bool:
    most = count.strip("{}").rpartition(",")[2]
    return not most or int(most) > WIDE
