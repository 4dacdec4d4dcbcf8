"""Which mails of the archives matter for votes, read once each, and what else was seen on the way?"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from itertools import accumulate

from kipbot.core.facts import MailReceived
from kipbot.mail.archives import Form, Source
from kipbot.mail.columns import Columns
from kipbot.mail.newest import choose_newest
from kipbot.mail.pool import Packed, Pool, pack
from kipbot.mail.sweep import Stretch, Sweep, Talk, Wish, sweep
from kipbot.mail.twins import settle_twins
from kipbot.spread import spread_over, without_collecting

STRETCH_BYTES = 8 << 20
_MAX_TOLD = 20
DATED_AHEAD = "is dated long after all that any server stamped"


@dataclass(frozen=True, slots=True)
class Discussion:
    """The discussion of one proposal: how many mails, from when to when, and the root and title of the earliest of them."""

    key: str
    title: str
    root: str
    first: datetime | None
    last: datetime | None
    count: int


@dataclass(slots=True)
class Harvest:
    """The mails that matter, in archive order and each once, and the numbers of what was read. `newest` is over all mails.

    `dated` holds the newest moment of each day on which only a sender's Date tells of a mail.
    """

    mails: list[MailReceived] = field(default_factory=list)
    read: int = 0
    duplicate: int = 0
    unreadable: int = 0
    warnings: list[str] = field(default_factory=list)
    newest: datetime | None = None
    dated: dict[int, datetime] = field(default_factory=dict)
    discussions: dict[str, Discussion] = field(default_factory=dict)


def harvest(
    sources: Iterable[Source],
    *,
    wanted: Callable[[str], bool],
    jobs: int = 1,
    progress: Callable[[int, int], None] | None = None,
    key: Callable[[str], str | None] | None = None,
) -> Harvest:
    """Read the mails whose subject is `wanted` and all that answer them, whatever their subject and order; each counts once.

    `progress(done, total)` is told bytes of the files. With `jobs` above 1 the files are shared out among processes. What
    cannot be read is told in `warnings`; nothing is raised for it.
    """
    sources = tuple(sources)
    columns = Columns(sources)
    done = Harvest()
    with without_collecting():
        for number, result in _sweep_all(sources, Wish(wanted, key), jobs, progress):
            _note(done, sources[number], result)
            columns.add(number, result)
        columns.read_answers()
        settle_twins(columns)
    done.newest, odd = choose_newest(done.newest, done.dated.values())
    if odd is not None:
        done.warnings.append(f"a mail {DATED_AHEAD} ({odd:%Y-%m-%d}): it does not move the clock; --as-of does")
    done.read += len(columns.ids)
    done.duplicate = len(columns.dropped)
    done.mails = [columns.found[index] for index in sorted(columns.found)]
    done.discussions = _fold(columns)
    return done


def _note(done: Harvest, source: Source, result: Sweep) -> None:
    if result.newest is not None and (done.newest is None or result.newest > done.newest):
        done.newest = result.newest
    for day, moment in result.dated.items():
        done.dated[day] = max(moment, done.dated.get(day, moment))
    if result.trouble:
        done.warnings.append(f"{source.path}: {result.trouble}")
    for place in result.unreadable:
        done.read += 1
        done.unreadable += 1
        if done.unreadable <= _MAX_TOLD:
            done.warnings.append(f"{source.path}: no mail can be made out at byte {place}")
        elif done.unreadable == _MAX_TOLD + 1:
            done.warnings.append("more places without a readable mail are not listed")


def _fold(columns: Columns) -> dict[str, Discussion]:
    """One discussion a proposal; the earliest mail gives root and title, whatever the order of the archives."""
    folded: dict[str, Talk] = {}
    for index, talk in columns.talks:
        if index in columns.dropped or index in columns.found:
            continue
        before = folded.get(talk.key)
        folded[talk.key] = talk if before is None else _join(before, talk)
    return {
        name: Discussion(talk.key, talk.title, talk.root, talk.first, talk.last, talk.count)
        for name, talk in sorted(folded.items())
    }


def _join(one: Talk, other: Talk) -> Talk:
    early = min(
        (one, other), key=lambda talk: (talk.first is None, talk.first and talk.first.timestamp(), talk.root, talk.title)
    )
    last = max((talk.last for talk in (one, other) if talk.last is not None), default=None)
    return Talk(one.key, early.title, early.root, early.first, last, one.count + other.count)


def _sweep_all(
    sources: tuple[Source, ...], wish: Wish, jobs: int, progress: Callable[[int, int], None] | None
) -> Iterator[tuple[int, Sweep]]:
    """The stretches of all sources in archive order, read by `jobs` processes."""
    numbered = [(number, stretch) for number, source in enumerate(sources) for stretch in _share_out(source, jobs)]
    ends = [0, *accumulate(stretch.size_bytes for _, stretch in numbered)]
    pool = Pool()

    def read(place: int) -> Sweep:
        def tell(more: int) -> None:
            if progress is not None and multiprocessing.parent_process() is None:
                progress(min(ends[place] + more, ends[-1]), ends[-1])

        result = sweep(numbered[place][1], wish, pool, tell)
        tell(numbered[place][1].size_bytes)
        return result

    if jobs < 2:
        yield from ((number, read(place)) for place, (number, _) in enumerate(numbered))
        return
    spread = spread_over(jobs, least=2, pack=_pack, unpack=partial(_unpack, pool))
    for (number, _), result in zip(numbered, spread(read, len(numbered)), strict=True):
        yield number, result


def _pack(result: Sweep) -> tuple[Sweep, list[tuple[int, Packed]]]:
    return replace(result, found={}), [(number, pack(mail)) for number, mail in result.found.items()]


def _unpack(pool: Pool, packed: tuple[Sweep, list[tuple[int, Packed]]]) -> Sweep:
    result, mails = packed
    result.found = {number: pool.unpack(mail) for number, mail in mails}
    return result


def _share_out(source: Source, jobs: int) -> Iterator[Stretch]:
    divisible = jobs > 1 and source.form is Form.MBOX and not source.compressed and not source.counted
    if not divisible or source.size_bytes <= STRETCH_BYTES:
        yield Stretch(source)
        return
    for start in range(0, source.size_bytes, STRETCH_BYTES):
        stop = start + STRETCH_BYTES
        yield Stretch(source, start, stop if stop < source.size_bytes else None)
