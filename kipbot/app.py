"""How do the rooms work together? Archives in, judged votes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kipbot.core.docket import Judged, judge_all
from kipbot.core.report import show_vote, write_time
from kipbot.core.roster import Roster
from kipbot.core.rules import RuleSet
from kipbot.core.state import fold
from kipbot.core.subject import may_be_vote
from kipbot.core.thread import VoteThread
from kipbot.mail.archives import find
from kipbot.mail.scan import Harvest, harvest
from kipbot.settings.rosterfile import load_roster
from kipbot.settings.rulebook import load_rules

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Replay:
    """What one pass over archives found: the votes as of a moment, and how much mail was read."""

    rules: RuleSet
    roster: Roster | None
    as_of: datetime
    harvest: Harvest
    threads: tuple[VoteThread, ...]
    votes: tuple[Judged, ...]


def open_books(rules: Path, roster: Path | None) -> tuple[RuleSet, Roster | None]:
    """The rules of a folder, and the roster: the one named, else the one beside the rules."""
    beside = rules / "roster.yaml"
    chosen = roster if roster is not None else beside if beside.is_file() else None
    return load_rules(rules), load_roster(chosen) if chosen is not None else None


def read_votes(  # noqa: PLR0913 - the options of a command
    paths: Sequence[Path], rules: RuleSet, roster: Roster | None, *, as_of: datetime | None = None, jobs: int = 1, progress: Progress | None = None
) -> Replay:
    """Read archives and judge every vote in them as of a moment (UTC), without one as of the newest mail.

    Raises WrongUse and WorldFailed for paths without mail; what can be read of damaged archives is read and told in `warnings`.
    """
    gathered = harvest(find(paths), wanted=may_be_vote, jobs=jobs, progress=progress)
    moment = as_of or gathered.newest
    mails = [mail for mail in gathered.mails if moment is None or mail.at is None or mail.at <= moment]
    threads = fold(mails, rules, roster)
    judged = judge_all(threads, roster, moment) if moment is not None else ()
    return Replay(rules, roster, moment or _EPOCH, gathered, threads, judged)


_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


def show_replay(replay: Replay) -> dict[str, Any]:
    """The JSON object that `kipbot replay --format json` prints."""
    gathered = replay.harvest
    return {
        "project": replay.rules.project,
        "as_of": write_time(replay.as_of),
        "messages": {"read": gathered.read, "duplicate": gathered.duplicate, "unreadable": gathered.unreadable},
        "ballots": [show_vote(judged) for judged in replay.votes],
    }


def replay(paths: Sequence[Path], rules: Path, roster: Path | None = None, as_of: datetime | None = None, jobs: int = 1) -> dict[str, Any]:
    """`kipbot replay` as a function: the JSON object of the votes in the archives."""
    ruleset, people = open_books(rules, roster)
    return show_replay(read_votes(paths, ruleset, people, as_of=as_of, jobs=jobs))
