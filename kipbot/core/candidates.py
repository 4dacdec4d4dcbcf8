"""How long were the earlier candidates of a release open, where all candidates share one period?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from kipbot.core.closing import close
from kipbot.core.thread import Bench, VoteThread

_Release = tuple[str, frozenset[str]]


def share_periods(threads: Sequence[VoteThread], bench: Bench) -> tuple[VoteThread, ...]:
    """The same votes, in the order of their calls, each knowing how long the earlier candidates were open (`period.cumulative`).

    How long a vote has to be open decides when a result may end it, so that it is closed again with what is known now.
    """
    seen: dict[_Release, list[VoteThread]] = {}
    shared = []
    for thread in threads:
        release = _release(thread)
        if release is not None:
            earlier = seen.setdefault(release, [])
            rounds = _measure(thread, [other for other in earlier if _shares(other, thread)])
            thread = close(replace(thread, rounds=rounds), bench) if rounds else thread
            earlier += [thread] * thread.trusted
        shared.append(thread)
    return tuple(shared)


def _release(thread: VoteThread) -> _Release | None:
    subject, rule = thread.subject, thread.rule
    if rule is None or rule.period.cumulative is None or thread.opened_at is None:
        return None
    return None if subject.version is None or subject.candidate is None else (subject.version, subject.words)


def _shares(other: VoteThread, thread: VoteThread) -> bool:
    """Whether an earlier candidate shortens this one: not where a stranger, who calls no vote of this project, had called it."""
    if other.caller is None or thread.caller is None:
        return False
    return other.caller.person is not None or other.caller.key == thread.caller.key


def _measure(thread: VoteThread, earlier: Sequence[VoteThread]) -> tuple[timedelta, ...]:
    """From each call to its end, or to the next call; two calls of one moment are no rounds of each other."""
    starts = [each.opened_at for each in (*earlier, thread) if each.opened_at is not None]
    lengths = [
        min(moment for moment in (other.closed_at, following) if moment is not None) - start
        for other, start, following in zip(earlier, starts, starts[1:], strict=False)
    ]
    return tuple(length for length, start in zip(lengths, starts, strict=False) if start < starts[-1])
