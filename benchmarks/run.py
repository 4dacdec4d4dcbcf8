"""Does kipbot keep its promises of speed and memory? One table of ratios, each taken within this run.

Seconds of another machine mean nothing here, so every figure stands beside a yardstick that ran in turn with it.
"""

from __future__ import annotations

import argparse
import compileall
import hashlib
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.generate import SEED
from benchmarks.hostile_mail import Timing, worst
from benchmarks.measure import TOP, ChildFailed, Cost, interleave, run
from benchmarks.score import compare

PYTHON = sys.executable
SMALL = 10_000
RULES = TOP / "rules" / "kafka"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; `holds` is None for a figure that is only told."""

    what: str
    figure: str
    target: str = ""
    holds: bool | None = None


@dataclass(frozen=True, slots=True)
class Bench:
    """What all parts share: where the archives lie, how many mails, how many rounds."""

    folder: Path
    mails: int
    rounds: int

    def archive(self, mails: int) -> Path:
        """The folder with an archive of that many mails, written now unless it lies there from an earlier run."""
        folder = self.folder / str(mails)
        stamp, made_of = folder / "made-of", _fingerprint(mails)
        if not stamp.is_file() or stamp.read_text() != made_of:
            _say(f"writing {mails} mails to {folder}")
            run([PYTHON, "-m", "benchmarks.generate", str(folder), "--mails", str(mails)])
            stamp.write_text(made_of)
        return folder


def _fingerprint(mails: int) -> str:
    sources = [
        (TOP / "benchmarks" / name).read_bytes() for name in ("words.py", "letter.py", "post.py", "stories.py", "generate.py")
    ]
    return f"{mails} {SEED} {hashlib.sha256(b''.join(sources)).hexdigest()}"


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


# --- the parts


def measure_replay(bench: Bench) -> Iterator[Row]:
    """Speed, its growth, memory and the right answers."""
    large, small, answer = bench.archive(bench.mails), bench.archive(SMALL), bench.folder / "answer.json"
    programs = {
        "REF": partial(run, [PYTHON, "-m", "benchmarks.reference", str(large / "list.mbox")]),
        "large": partial(run, _replay(large), answer),
        "small": partial(run, _replay(small)),
    }
    costs = interleave(programs, bench.rounds)
    reference, rate = _rate(costs["REF"], bench.mails), _rate(costs["large"], bench.mails)
    yield Row("mailbox + email, headers and bodies", f"{reference:,.0f} mails/s")
    yield Row("kipbot replay", f"{rate:,.0f} mails/s")
    times = _ratio(costs["REF"], costs["large"])
    yield Row("  times as fast", f"{times:.2f} x", "5 x at least", times >= 5)
    if bench.mails > SMALL:
        growth = _ratio(costs["small"], costs["large"]) * bench.mails / SMALL
        yield Row(f"  rate at {bench.mails:,} beside that at {SMALL:,}", f"{growth:.2f}", "0.9 at least", growth >= 0.9)
    size, most = max(cost.rss for cost in costs["large"]), 64 + 0.3 * bench.mails / 1024
    yield Row("  largest resident size", f"{size:.0f} MB", f"{most:.0f} MB at most", size <= most)
    yield from _judge_answers(answer, large)


def _judge_answers(answer: Path, archive: Path) -> Iterator[Row]:
    score = compare(json.loads(answer.read_bytes()), archive / "votes.jsonl")
    yield Row("  clear votes that were truly cast", f"{score.precision:.2%}", "100 %", score.precision == 1)
    yield Row("  true votes that were found", f"{score.recall:.2%}", "98 % at least", score.recall >= 0.98)
    for name, ids in (("invented or misread", score.invented), ("not found", score.missed)):
        if ids:
            _say(f"{len(ids)} votes {name}, for example {', '.join(ids[:3])}")


def measure_jobs(bench: Bench) -> Iterator[Row]:
    """Two processes beside one, by the clock on the wall."""
    archive = bench.archive(bench.mails)
    programs = {name: partial(run, _replay(archive, "--jobs", name)) for name in ("1", "2")}
    costs = interleave(programs, bench.rounds)
    gain = median(one.wall / two.wall for one, two in zip(costs["1"], costs["2"], strict=True))
    yield Row("--jobs 2 beside --jobs 1", f"{gain:.2f} x", "1.6 x at least", gain >= 1.6)


def measure_hostile(bench: Bench) -> Iterator[Row]:
    """One hostile mail at a time."""
    out = bench.folder / "hostile.jsonl"
    run([PYTHON, "-m", "benchmarks.hostile"], out)
    timings = [Timing(**json.loads(line)) for line in out.read_text().splitlines()]
    slowest, steepest = worst(timings)
    yield Row(
        f"slowest of {len(timings)} hostile mails ({slowest.kind})",
        f"{slowest.most:.0f} ms",
        "250 ms at most",
        slowest.most <= 250,
    )
    yield Row(f"  steepest ({steepest.kind})", f"{steepest.growth:.1f} x", "6 x for 4 x the bytes", steepest.growth <= 6)


def measure_start(bench: Bench) -> Iterator[Row]:
    """What is typed most often."""
    script = Path(PYTHON).with_name("kipbot")
    kipbot = [str(script)] if script.is_file() else [PYTHON, "-m", "kipbot"]
    words = {"pass": [PYTHON, "-c", "pass"], "--help": [*kipbot, "--help"], "--version": [*kipbot, "--version"]}
    costs = interleave({name: partial(run, command) for name, command in words.items()}, 4 * bench.rounds + 1)
    for name in ("--help", "--version"):
        times = _ratio(costs[name], costs["pass"])
        yield Row(f"kipbot {name} beside python -c pass", f"{times:.2f} x", "5 x at most", times <= 5)


def _replay(archive: Path, *more: str) -> list[str]:
    files = [str(archive / "list.mbox"), "--rules", str(RULES), "--roster", str(archive / "roster.yaml")]
    return [PYTHON, "-m", "kipbot", "replay", *files, "--format", "json", "--quiet", *more]


def _rate(costs: Sequence[Cost], mails: int) -> float:
    return mails / median(cost.cpu for cost in costs)


def _ratio(one: Sequence[Cost], other: Sequence[Cost]) -> float:
    """How many times the processor's time of the other the one takes: the median over the rounds."""
    return median(first.cpu / second.cpu for first, second in zip(one, other, strict=True))


PARTS: dict[str, Callable[[Bench], Iterator[Row]]] = {
    "replay": measure_replay,
    "jobs": measure_jobs,
    "hostile": measure_hostile,
    "start": measure_start,
}

# --- the table


def show(rows: Sequence[Row]) -> str:
    """The rows as a table for people."""
    cells = [("what", "figure", "target", "holds")]
    cells += [(row.what, row.figure, row.target, {None: "", True: "yes", False: "NO"}[row.holds]) for row in rows]
    widths = [max(len(line[column]) for line in cells) for column in range(4)]
    lines = [
        f"{what:<{widths[0]}}  {figure:>{widths[1]}}  {target:<{widths[2]}}  {holds}".rstrip()
        for what, figure, target, holds in cells
    ]
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]])


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code is 0 when every target is met, 1 when one is not, 3 when a program failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("--mails", type=int, default=100_000, metavar="N", help="mails in the archive (100,000)")
    parser.add_argument("--quick", action="store_true", help="10,000 mails and one round: a rough answer in a minute")
    parser.add_argument("--only", choices=PARTS, action="append", help="this part, and no other that is not named too")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave the archives here and take them from here")
    asked = parser.parse_args(words)
    compileall.compile_dir(TOP / "kipbot", quiet=2)  # as pip does; where Python may write none, each start would do it anew
    with tempfile.TemporaryDirectory(prefix="kipbot-bench-") as spare:
        folder = asked.keep or Path(spare)
        folder.mkdir(parents=True, exist_ok=True)
        bench = Bench(folder.resolve(), SMALL if asked.quick else asked.mails, 1 if asked.quick else 3)
        try:
            rows = list(_measure(bench, asked.only or list(PARTS)))
        except ChildFailed as failed:
            _say(str(failed))
            return 3
    print(show(rows))
    return int(any(row.holds is False for row in rows))


def _measure(bench: Bench, parts: Sequence[str]) -> Iterator[Row]:
    for name in parts:
        _say(f"measuring {name}")
        yield from PARTS[name](bench)


if __name__ == "__main__":
    sys.exit(main())
