"""Which past outcomes would differ under other rules? Reads the archives once and judges every vote twice.

--rules names the other rules (a changed copy, say); they are compared with those of --against, or, without it, with the
rules that kipbot brings for the same project. A vote that was closed is compared as of its result, an open one as of --as-of.
Exit code 1 means that something differs.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from kipbot.cli import books

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from kipbot.app import Replay
    from kipbot.core.docket import Judged


def configure(parser: argparse.ArgumentParser) -> None:
    """Which archives, and which rules beside which."""
    books.configure(parser)
    parser.add_argument("--against", metavar="DIR", type=Path, help="the rules to compare with; without it the shipped ones")


@dataclass(frozen=True, slots=True)
class Side:
    """How one vote ended under one set of rules; `reason` says why, as of the moment that decided."""

    rule: str
    outcome: str
    tally: str
    reason: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A vote that ends otherwise: `before` under the rules compared with, `after` under the other ones."""

    title: str
    vote: Judged
    before: Side
    after: Side


NO_VOTE = Side("", "no vote", "", "under these rules the mails make no vote")


def run(arguments: argparse.Namespace) -> int:
    """Print every difference; 1 where there is one, 3 where a file could not be read to its end."""
    from kipbot import app
    from kipbot.cli.terminal import json_text

    places = (_against(arguments), books.find_rules(arguments))
    (old_rules, old_roster), (new_rules, new_roster) = (app.open_books(place, arguments.roster) for place in places)
    roster = new_roster or old_roster
    if roster is None and not arguments.quiet:
        books.complain(books.NO_ROSTER)
    mail = books.gather(arguments, next((rules for rules in (new_rules, old_rules) if rules.asks_discussion), None))
    before, after = (app.judge_votes(mail, rules, roster, arguments.as_of) for rules in (old_rules, new_rules))
    found = list(compare(before, after))
    names = [_name(place) for place in places]
    if arguments.format == "json":
        print(json_text(_show(before, after, found, names)))
    else:
        for line in _tell(before, found, names):
            print(line)
    return 3 if before.mail_is_missing else 1 if found else 0


def _against(arguments: argparse.Namespace) -> Path:
    """The rules to compare with: those named, else the shipped ones of the project that the other rules are for."""
    from kipbot.core.errors import WrongUse
    from kipbot.settings.rulebook import load_rules, shipped_projects, shipped_rules

    if arguments.against is not None:
        return Path(arguments.against)
    if arguments.rules is None:
        raise WrongUse("compare what? name the other rules with --rules DIR, and those to compare with by --against DIR")
    project = load_rules(books.find_rules(arguments)).project
    if project not in shipped_projects():
        raise WrongUse(f"kipbot brings no rules of {project} to compare with: name some with --against DIR")
    return shipped_rules() / project


def _name(place: Path) -> str:
    from kipbot.settings.rulebook import shipped_rules, show

    return f"{place.name} (shipped)" if place.parent == shipped_rules() else show(place)


# --- comparing


def compare(before: Replay, after: Replay) -> Iterator[Difference]:
    """The votes that end otherwise under the rules of `after`, in the order in which they were called."""
    old = {vote.thread.root: vote for vote in before.votes}
    new = {vote.thread.root: vote for vote in after.votes}
    votes = [*before.votes, *(vote for root, vote in new.items() if root not in old)]
    for vote in votes:
        root = vote.thread.root
        sides = _side(before, old.get(root)), _side(after, new.get(root))
        if sides[0].outcome != sides[1].outcome:
            yield Difference(vote.thread.subject.title, vote, *sides)


def _side(replay: Replay, vote: Judged | None) -> Side:
    from kipbot.cli.votetable import say_tally

    if vote is None:
        return NO_VOTE
    rule = vote.thread.rule.name if vote.thread.rule is not None else "none"
    then = _as_it_ended(replay, vote)
    reason = then.verdict.verdict.reason.partition(": ")[2] if then.verdict is not None else "no rule fits such a vote"
    return Side(rule, _outcome(vote, then), say_tally(vote.thread.tally), reason)


def _as_it_ended(replay: Replay, vote: Judged) -> Judged:
    """The vote judged as of its last announcement, as long periods seem kept long after; an open vote as it is."""
    announced = vote.thread.announced if vote.thread.closed_at is not None else None
    at = announced.letter.at if announced is not None else None
    if at is None or at > replay.as_of:
        return vote
    return next(one for one in replay.judged_at(at) if one.thread.root == vote.thread.root)


def _outcome(vote: Judged, then: Judged) -> str:
    if vote.state != "open":
        return vote.state
    standing = then.verdict.standing.value if then.verdict is not None else "unresolved"
    return standing if vote.thread.closed_at is None else f"{standing} when its result was announced"


# --- telling


def _tell(before: Replay, found: list[Difference], names: list[str]) -> Iterator[str]:
    from kipbot.cli.terminal import harmless
    from kipbot.cli.votetable import cut, indented, show_time

    votes = len(before.votes)
    counted = f"{len(found) or 'none'} of {votes} vote{'s' * (votes != 1)} would differ"
    yield f"{before.rules.project}, as of {show_time(before.as_of)} UTC: {counted}"
    for name, what in zip(names, ("before", "after"), strict=True):
        yield f"    {what + ':':<8}{harmless(name)}"
    for difference in found:
        opened = difference.vote.thread.opened_at
        yield ""
        yield from indented([f"{cut(difference.title, 200)}, called {show_time(opened)} UTC"], 0)
        for what, side in (("before", difference.before), ("after", difference.after)):
            yield from indented([f"{what}: {side.outcome}, {_because(side)}"], 4)


def _because(side: Side) -> str:
    return f"by rule {side.rule}: {side.reason}" if side.rule else side.reason


def _show(before: Replay, after: Replay, found: list[Difference], names: list[str]) -> dict[str, Any]:
    from dataclasses import asdict

    from kipbot.core.report import write_time

    return {
        "project": after.rules.project,
        "as_of": write_time(after.as_of),
        "before": names[0],
        "after": names[1],
        "votes": len(before.votes),
        "differences": [
            {
                "subject": difference.vote.thread.title,
                "title": difference.title,
                "thread": difference.vote.thread.root,
                "called_at": write_time(difference.vote.thread.opened_at),
                "before": asdict(difference.before),
                "after": asdict(difference.after),
            }
            for difference in found
        ],
    }
