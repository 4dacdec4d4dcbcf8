"""How is an answer about a short text kept, so that what a list says again and again is thought over once?

Five of six sentences of a list were written before: "+1 (binding)", "Thanks,", the lines of a call that everyone quotes.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from itertools import islice
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

# A hostile archive can fill a memo, but only with this many texts of this length.
_MOST_KEPT = 4_096
_LONGEST_KEPT = 240


class _Memo(dict[Key, Value]):
    """The answers that are kept; when there are too many, the older half is let go."""

    def __init__(self, answer: Callable[[Key], Value], length: Callable[[Key], int]) -> None:
        self.answer, self.length = answer, length

    def __missing__(self, key: Key) -> Value:
        value = self.answer(key)
        if self.length(key) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                for old in list(islice(self, _MOST_KEPT // 2)):
                    del self[old]
            self[key] = value
        return value


def remembered(answer: Callable[[str], Value]) -> Callable[[str], Value]:
    """The same function, asked once for each short text; its answer must hang on the text alone, and never be changed."""
    return _Memo(answer, len).__getitem__


def remembered_by(length: Callable[[Key], int]) -> Callable[[Callable[[Key], Value]], Callable[[Key], Value]]:
    """`remembered` for what is no text, but as long as `length` says."""
    return lambda answer: _Memo(answer, length).__getitem__
