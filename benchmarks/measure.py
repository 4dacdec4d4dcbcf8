"""What does a program cost, run in a process of its own?"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor and of the clock, and the largest resident size in MB of any one process."""

    cpu: float
    wall: float
    rss: float


class ChildFailed(Exception):
    """A program that is to be measured ended with an error."""


def run(words: Sequence[str], out: Path | None = None) -> Cost:
    """Run a program to its end and say what it and its own children cost; its output goes to a file or nowhere.

    Resident sizes are those of the child only while the caller is smaller than the child: Linux counts what lay there before exec.
    """
    with (out or Path(os.devnull)).open("wb") as stream:
        started = time.perf_counter()
        child = subprocess.Popen(words, stdout=stream, cwd=TOP)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise ChildFailed(f"{' '.join(map(str, words))} ended with {child.returncode}")
    return Cost(
        used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024 if sys.platform == "linux" else used.ru_maxrss / 1048576
    )


def interleave(programs: Mapping[str, Callable[[], Cost]], repeats: int) -> dict[str, list[Cost]]:
    """Run each program in turn, and all of that `repeats` times, so that a busy minute hits all of them alike."""
    costs: dict[str, list[Cost]] = {name: [] for name in programs}
    for _ in range(repeats):
        for name, program in programs.items():
            costs[name].append(program())
    return costs
