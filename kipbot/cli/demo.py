"""A tour on the small invented list that travels with kipbot: the votes, their ballots, one verdict explained.

Needs no network and reads nothing but its own files. --into DIR leaves a copy there to play with.
"""

from __future__ import annotations

import argparse
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kipbot.app import Replay

OPENING = """\
Kettle is a project that does not exist. This is two weeks of its list, where
people vote by mail as they always do. What kipbot makes of it:"""
VOTES = """\
The release was announced too early, and Emil was counted: he is a committer,
but on a release only the PMC binds. What a mail claims of itself makes nothing
binding, so KIP-22 lacks one: Finn, "+1 (binding)", is not in the roster.

The ballots of KIP-21. Bo wrote from two addresses and is one voter; the list
hid the address of Dilek, Reply-To has it. A +1 that Greta only quoted is no
ballot, and the +1 under [DISCUSS] is none either:"""
VERDICT = """\
Doubt is an answer. Carla's +1 hangs on a condition; whether it is met, a human
has to say. As it could turn the vote, kipbot does not call it either way:"""
NEXT = """\
To go on with these files:
  kipbot demo --into kettle
  kipbot replay kettle --rules kettle --as-of 2026-03-05T09:00Z
  kipbot result KIP-21 kettle --rules kettle    the draft of its result

With a month of your own list (mbox, mbox.gz, maildir, .eml):
  kipbot roster import --help     who is who, from the ASF's public files
  kipbot check                    are the rules and the roster right?
  kipbot replay dev.mbox --project kafka --roster roster.yaml"""


def examples() -> Path:
    """The folder of the invented list, its rules and its roster."""
    return Path(__file__).resolve().parent.parent / "examples" / "kettle"


def configure(parser: argparse.ArgumentParser) -> None:
    """Nothing is needed."""
    parser.add_argument(
        "--into", metavar="DIR", type=Path, help="copy the mail, rules and roster of the tour into a new folder"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the tour, or leave a copy of its files; always 0."""
    if arguments.into is not None:
        return _copy(arguments.into)
    from kipbot import app

    rules, roster = app.open_books(examples(), None)
    replay = app.read_votes([examples()], rules, roster)
    for line in _tour(replay):
        print(line)
    return 0


def _copy(target: Path) -> int:
    from shutil import copyfile

    from kipbot.cli.terminal import harmless
    from kipbot.core.errors import WrongUse

    if target.exists():
        raise WrongUse(f"{target}: is there already; name a folder that is not")
    target.mkdir(parents=True)
    for file in sorted(examples().iterdir()):
        if file.is_file():
            copyfile(file, target / file.name)
    shown = harmless(str(target))
    print(f"{shown}: mail, rules and roster of Kettle; now try\n  kipbot replay {shown} --rules {shown}")
    return 0


def _tour(replay: Replay) -> Iterator[str]:
    from kipbot.cli.verdicttree import explain_vote
    from kipbot.cli.votetable import list_votes, show_vote

    votes = {vote.thread.title: vote for vote in replay.votes}
    yield from (OPENING, "")
    yield from list_votes(replay.votes)
    yield from ("", VOTES, "", *show_vote(votes["KIP-21"]))
    yield from ("", VERDICT, "", *explain_vote(votes["KIP-23"]))
    yield from ("", NEXT)
