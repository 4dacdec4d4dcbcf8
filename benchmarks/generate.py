"""What would a busy list's archive look like? Seeded mail for the benchmark, with the true votes written beside it.

`python -m benchmarks.generate DIR --mails 100000 --seed 1` writes DIR/list.mbox, DIR/votes.jsonl and DIR/roster.yaml. The same seed
and number give the same bytes on every machine and Python. The mail is written as it comes, so that memory does not grow with it.
"""

from __future__ import annotations

import argparse
import heapq
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.letter import Letter
from benchmarks.post import Post
from benchmarks.stories import DAY, KINDS, Town, settle_town
from benchmarks.words import Dice, Person, people

SEED = 20260309
_BEGIN = 1_136_073_600  # 1 January 2006
_MAILS_A_DAY = 40
_TWICE = 0.005  # the share of mails that the archive holds twice
_PEOPLE, _COMMITTERS, _PMC = 460, 60, 25


@dataclass(frozen=True, slots=True)
class Archive:
    """The files that were written, and the numbers of mails and of true votes."""

    mbox: Path
    votes: Path
    roster: Path
    mails: int
    cast: int


def generate(folder: Path, mails: int, seed: int = SEED) -> Archive:
    """Write an archive of that many mails, its true votes (JSON lines) and its roster into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    mbox, votes, roster = folder / "list.mbox", folder / "votes.jsonl", folder / "roster.yaml"
    dice = Dice(seed)
    town = settle_town(dice, people(dice, _PEOPLE, _COMMITTERS, _PMC))
    roster.write_text("".join(_roster(town.committers)), encoding="utf-8")
    post = Post(dice, town.traces)
    cast = written = 0
    with mbox.open("wb") as archive, votes.open("w", encoding="utf-8") as truth:
        for letter in happen(town):
            copies = post.write(letter, 2 if dice.chance(_TWICE) and written + 2 <= mails else 1)
            archive.writelines(copies)
            written += len(copies)
            if letter.vote is not None:
                cast += letter.vote.value is not None
                truth.write(_tell(letter))
            if written >= mails:
                break
    return Archive(mbox, votes, roster, mails, cast)


def happen(town: Town) -> Iterator[Letter]:
    """The mails of all stories in the order of time, without end."""
    weights = [share / length for _, share, length in KINDS]
    total = sum(weights)
    pause = DAY / _MAILS_A_DAY / total  # stories are fewer than mails
    waiting: list[tuple[int, int, Letter, Iterator[Letter]]] = []
    at, serial = _BEGIN, 0
    while True:
        at += int(town.dice.random() * 2 * pause)
        while waiting and waiting[0][0] <= at:
            _, _, letter, story = heapq.heappop(waiting)
            yield letter
            _wait(waiting, story, serial := serial + 1)
        throw, kind = town.dice.random() * total, 0
        while throw > weights[kind] and kind < len(weights) - 1:
            throw -= weights[kind]
            kind += 1
        _wait(waiting, KINDS[kind][0](town, at), serial := serial + 1)


def _wait(waiting: list[tuple[int, int, Letter, Iterator[Letter]]], story: Iterator[Letter], serial: int) -> None:
    letter = next(story, None)
    if letter is not None:
        heapq.heappush(waiting, (letter.at, serial, letter, story))


def _tell(letter: Letter) -> str:
    assert letter.vote is not None
    said = {
        "message_id": letter.id,
        "thread": letter.vote.thread,
        "voter": letter.who.id,
        "value": letter.vote.value,
        "binding": letter.vote.binding,
    }
    return json.dumps(said) + "\n"


def _roster(committers: list[Person]) -> Iterator[str]:
    """In the form in which `kipbot roster import` writes one."""
    yield "# The committers and the PMC of the invented project.\npeople:\n"
    for person in committers:
        addresses = ", ".join(address for address in (person.address, person.second) if address)
        yield f'  - id: {person.id}\n    name: "{person.name}"\n    emails: [{addresses}]\n    roles:\n'
        for role in ("committer", "pmc") if person.pmc else ("committer",):
            yield f"      - {{role: {role}, from: 2000-01-01, to: null}}\n"


def main() -> None:
    """Write an archive from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.generate", description="Write seeded mail of an invented list.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--mails", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    archive = generate(asked.folder, asked.mails, asked.seed)
    print(f"{archive.mbox}: {archive.mails} mails, {archive.cast} clear votes, {archive.mbox.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
