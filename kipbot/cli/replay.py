"""Every vote in the archives: who called it, who voted what, whose word binds, and what the rule makes of it.

Up to ten votes are shown with their ballots, more of them one line each. The column "stands" says of a vote that is open
what the rule makes of it (short, pending, passing, contested, vetoed, unresolved), of another what became of it.
"""

from __future__ import annotations

import argparse
import sys

from kipbot.cli import books

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kipbot.app import Replay
    from kipbot.core.docket import Judged

FEW = 10  # so many votes are shown with their ballots, unless the reader says otherwise


def configure(parser: argparse.ArgumentParser) -> None:
    """Which archives, under which rules, and how much of each vote."""
    books.configure(parser)
    parser.add_argument("--open", action="store_true", help="only the votes that are open")
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--ballots", action="store_true", help=f"show the ballots, even of more than {FEW} votes")
    length.add_argument("--short", action="store_true", help=f"one line a vote, even of {FEW} or fewer")


def run(arguments: argparse.Namespace) -> int:
    """Print the votes; 0, or 3 where a file could not be read to its end (what could be read is shown all the same)."""
    replay = books.read(arguments)
    votes = [vote for vote in replay.votes if vote.state == "open" or not arguments.open]
    if arguments.format == "json":
        _print_json(replay, votes)
    else:
        for line in _table(replay, votes, ballots=arguments.ballots or (len(votes) <= FEW and not arguments.short)):
            print(line)
    return 3 if replay.mail_is_missing else 0


def _print_json(replay: Replay, votes: Sequence[Judged]) -> None:
    from dataclasses import replace

    from kipbot.app import show_replay
    from kipbot.cli.terminal import json_pieces

    sys.stdout.writelines(json_pieces(show_replay(replace(replay, votes=tuple(votes)))))
    print()


def _table(replay: Replay, votes: Sequence[Judged], *, ballots: bool) -> Iterator[str]:
    from kipbot.cli.votetable import list_votes, show_votes, tell_header

    yield tell_header(replay)
    if len(votes) < len(replay.votes):
        yield f"open: {len(votes)}"
    if ballots:
        yield from show_votes(votes)
    elif votes:
        yield ""
        yield from list_votes(votes)
