"""How is work shared out among processes, and the machine's memory left in peace meanwhile?"""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Result = TypeVar("Result")

# Fewer pieces than this are done sooner than a process is started.
_LEAST = 24
_PIECES_EACH = 8

_work: Callable[[int], object] | None = None


@contextmanager
def without_collecting() -> Iterator[None]:
    """Mails and votes hold no cycles; looking for some among all that was read takes a quarter of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def spread_over(jobs: int) -> Callable[[Callable[[int], Result], int], list[Result]]:
    """A way to do work for 0, 1, ... n - 1 with so many processes; the answers come in order.

    The processes are forked, so that they see what was read without its being handed over; where a system cannot fork, and
    for little work, it is done here.
    """

    def spread(work: Callable[[int], Result], count: int) -> list[Result]:
        global _work
        if jobs < 2 or count < _LEAST or "fork" not in multiprocessing.get_all_start_methods():
            return [work(number) for number in range(count)]
        _work = work
        try:
            with multiprocessing.get_context("fork").Pool(jobs) as pool:
                return pool.map(_do, range(count), chunksize=max(1, count // (jobs * _PIECES_EACH)))  # type: ignore[arg-type]
        finally:
            _work = None

    return spread


def _do(number: int) -> object:
    assert _work is not None
    return _work(number)
