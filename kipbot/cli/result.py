"""A draft of the [RESULT] mail of a vote, with everybody who voted. What has to be settled first stands above a line to cut at.

The draft is refused, with the reason, while the rule is not met (exit code 1); --anyway writes it all the same and says so.
"""

from __future__ import annotations

import argparse

from kipbot.cli import books

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from kipbot.app import Replay
    from kipbot.core.docket import Judged

TEMPLATE = "mail/result.txt.j2"
ENDED = ("cancelled", "superseded")


def configure(parser: argparse.ArgumentParser) -> None:
    """Which vote, and whether to draft what the rule does not bear out."""
    parser.add_argument("what", metavar="WHAT", help="KIP-1071, 4.4.0-rc3, words of a title, or a <message-id> of the vote")
    books.configure(parser)
    parser.add_argument("--anyway", action="store_true", help="draft it though the rule is not met")


def run(arguments: argparse.Namespace) -> int:
    """Print the draft, or say why there is none yet; 3 where a file could not be read to its end."""
    replay = books.read(arguments)
    vote = _choose(replay, arguments.what)
    if not arguments.anyway:
        _refuse(vote)
    text = draft(replay, vote)
    if arguments.format == "json":
        from kipbot.cli.terminal import json_text

        text = json_text({"subject": vote.thread.title, "thread": vote.thread.root, "draft": text}) + "\n"
    print(text, end="")
    return 3 if replay.mail_is_missing else 0


def _choose(replay: Replay, what: str) -> Judged:
    """The one vote that is meant; rounds that were cancelled or replaced only where there is no other."""
    from kipbot.cli import lookup
    from kipbot.core.errors import KipbotError

    votes = lookup.find_votes(replay, what)
    if not votes:
        raise KipbotError(lookup.say_not_found(replay, what))
    votes = [vote for vote in votes if vote.state not in ENDED] or votes[-1:]
    if len(votes) > 1:
        raise KipbotError(
            f"{what!r} means {len(votes)} votes: {lookup.say_titles(votes)}; name one of them, or its <message-id>"
        )
    return votes[0]


def _refuse(vote: Judged) -> None:
    from kipbot.cli.votetable import say_path
    from kipbot.core.errors import KipbotError

    title, verdict = vote.thread.title, vote.verdict
    if vote.state in ENDED:
        raise KipbotError(f"{title} was {vote.state}: there is no result to announce (--anyway drafts one all the same)")
    if verdict is None:
        raise KipbotError(
            f"{title}: no rule of this project fits, so nobody can say whether it has passed (--anyway drafts all the same)"
        )
    if verdict.standing.value != "passing":
        path = f"; {say_path(verdict.verdict.passes_when)}" if verdict.verdict.passes_when else ""
        raise KipbotError(f"{title} is {verdict.verdict.reason}{path} (--anyway drafts it all the same)")


def draft(replay: Replay, vote: Judged) -> str:
    """The text of the mail; nothing that came by mail can act on a terminal or add a header."""
    from kipbot.core.report import show_vote
    from kipbot.render import render

    shown = _all_harmless(show_vote(vote))
    counted = [ballot for ballot in shown["votes"] if ballot["status"] == "counted"]
    counted.sort(key=lambda ballot: (ballot["voter"]["name"] or ballot["voter"]["address"]).casefold())
    values = {
        "vote": shown,
        "ballots": counted,
        "to_settle": list(_to_settle(vote)),
        "to": _all_harmless(replay.rules.lists.dev),
    }
    return render(TEMPLATE, values)


def _all_harmless(value: Any) -> Any:
    from kipbot.cli.terminal import harmless

    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, dict):
        return {key: _all_harmless(inner) for key, inner in value.items()}
    return [_all_harmless(inner) for inner in value] if isinstance(value, list) else value


def _to_settle(vote: Judged) -> Iterator[str]:
    """What an honest clerk asks before this goes out."""
    from kipbot.cli.terminal import harmless
    from kipbot.cli.votetable import cut, doubts_of, name_of, show_time

    thread, verdict = vote.thread, vote.verdict
    if verdict is None or verdict.standing.value != "passing":
        yield f"The rule is not met: {harmless(verdict.verdict.reason) if verdict is not None else 'no rule fits'}"
    if vote.state in ENDED:
        yield f"The vote was {vote.state}"
    if thread.announced is not None and thread.announced.announcement.ends:
        letter = thread.announced.letter
        yield f"A {thread.announced.what} is announced already, {show_time(letter.at)} UTC by {name_of(letter.voter)}: {harmless(letter.mail.message_id)}"
    for ballot in thread.tally.unclear:
        said, why = cut(ballot.words, 200), harmless(ballot.doubt or "not clear")
        yield f"Unclear, not counted: {name_of(ballot.voter)}, “{said}” ({why}) {harmless(ballot.message_id)}"
    for ballot in thread.tally.counted:
        yield from (doubt[2:] for doubt in doubts_of(ballot))
    for ballot in thread.tally.late:
        yield f"Late, not counted: {name_of(ballot.voter)}, “{cut(ballot.words, 60)}” {harmless(ballot.message_id)}"
    for person in thread.tally.unseen:
        yield f"Named as a voter in a summary, but no mail was seen: {person}"
