"""How long can one mail take? Mails written to hang readers, each alone, at three sizes.

`python -m benchmarks.hostile [NAME...]` prints a line of JSON for each kind: milliseconds at n, 4n and 16n bytes, the last just under 1 MB.
"""

from __future__ import annotations

import gc
import json
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path
from types import FrameType

from benchmarks.hostile_mail import KINDS, PLAIN, SIZES, Maker, Timing
from kipbot.app import open_books, read_votes
from kipbot.core.roster import Roster
from kipbot.core.rules import RuleSet
from kipbot.mail.reader import read

LIMIT_SECONDS = 20
_RULES = Path(__file__).parent.parent / "rules" / "kafka"


class OutOfTime(BaseException):
    """The limit is over; not an Exception, so that no reader catches it."""


def _mail(fields: str, body: str, number: int, *, answer: bool) -> bytes:
    """The hostile mail or an ordinary one, as the call of a vote or as an answer to it."""
    given = {line.partition(":")[0].lower() for line in fields.split("\n")[:3]}
    usual = {
        "From": f"Ann Lee <ann{number}@example.org>",
        "Subject": "Re: [VOTE] KIP-1: A title" if answer else "[VOTE] KIP-1: A title",
        "Date": f"Mon, 1 Jan 2024 0{number}:00:00 +0000",
        "References": "<call@example.org>" if answer else "<discussion@example.org>",
        "List-Id": "<dev.kafka.apache.org>",
    }
    name = "answer" if answer else "call"
    head = f"From a@example.org Mon Jan  1 0{number}:00:00 2024\nMessage-ID: <{name}@example.org>\nMIME-Version: 1.0\n"
    head += "".join(f"{key}: {value}\n" for key, value in usual.items() if key.lower() not in given)
    return (head + fields + "\n" + body + "\n").encode()


_CALL_WORDS = "Hi all,\n\nI would like to start the vote on KIP-1. It is open for at least 72 hours.\n"
_ANSWER_WORDS = "+1 (binding)\n\nOn Mon, Jan 1, 2024 at 1:00 AM Ann Lee <ann1@example.org> wrote:\n> Hi all,\n"


def archives(maker: Maker, size: int) -> Iterator[tuple[str, bytes, bytes]]:
    """(place, archive, hostile mail): a thread of two mails, in which the hostile one answers or calls."""
    fields, body = maker(size)
    bad = _mail(fields, body, 2, answer=True)
    yield "answer", _mail(PLAIN, _CALL_WORDS, 1, answer=False) + bad, bad
    bad = _mail(fields, body, 1, answer=False)
    yield "call", bad + _mail(PLAIN, _ANSWER_WORDS, 2, answer=True), bad


def time_kind(kind: str, rules: RuleSet, roster: Roster | None, folder: Path) -> Timing:
    """The slower of both places of a hostile mail."""
    made: dict[str, list[float]] = {}
    alone: dict[str, float] = {}
    for size in SIZES:
        for place, archive, bad in archives(KINDS[kind], size):
            made.setdefault(place, []).append(_whole(archive, rules, roster, folder))
            if size == SIZES[-1]:
                alone[place] = _best(partial(read, bad))
    worst = max(made, key=lambda place: made[place][-1])
    return Timing(kind, tuple(made[worst]), alone[worst], worst)


def _whole(archive: bytes, rules: RuleSet, roster: Roster | None, folder: Path) -> float:
    path = folder / "hostile.mbox"
    path.write_bytes(archive)
    return _best(partial(read_votes, [path], rules, roster))


def _best(work: Callable[[], object]) -> float:
    """The best of up to three runs in milliseconds of the processor; a run over the limit is stopped and counts as the limit."""
    best = float("inf")
    for _ in range(3):
        gc.collect()
        began = time.process_time()
        signal.setitimer(signal.ITIMER_REAL, LIMIT_SECONDS)
        try:
            work()
        except OutOfTime:
            pass
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        best = min(best, (time.process_time() - began) * 1000)
        if best > 2000:
            break
    return best


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise OutOfTime


def main(names: list[str]) -> None:
    """Time the named kinds, or all."""
    signal.signal(signal.SIGALRM, _stop)
    rules, roster = open_books(_RULES, None)
    with tempfile.TemporaryDirectory() as folder:
        for name in names or KINDS:
            print(json.dumps(asdict(time_kind(name, rules, roster, Path(folder)))), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
