"""Why does a vote stand as it does, or how was one mail read? WHAT is a proposal (KIP-1071), a release or candidate (4.4.0,
4.4.0-rc3, "4.4.0 RC3"), words of a title, or a <message-id>.

Of up to three votes that WHAT means each is explained, the newest last; of more of them the newest, after a list of all.
Exit code 0: the last vote shown has passed or meets its rule (a mail: it was found); 1: it does not, or nothing was found.
"""

from __future__ import annotations

import argparse

from kipbot.cli import books

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from kipbot.app import Replay
    from kipbot.core.docket import Judged
    from kipbot.core.facts import MailReceived
    from kipbot.core.thread import Letter

FEW = 3


def configure(parser: argparse.ArgumentParser) -> None:
    """What is to be explained, and from which archives."""
    parser.add_argument("what", metavar="WHAT", help="KIP-1071, 4.4.0, 4.4.0-rc3, words of a title, or a <message-id>")
    books.configure(parser)


def run(arguments: argparse.Namespace) -> int:
    """Explain; see the exit codes above, and 3 where a file could not be read to its end."""
    from kipbot.cli import lookup
    from kipbot.core.errors import KipbotError

    replay = books.read(arguments, discussions=True)
    mail_id = lookup.bracketed(arguments.what)
    votes = [] if lookup.is_message_id(arguments.what) else lookup.find_named(replay, arguments.what)
    is_id = not votes and lookup.may_be_id(replay, arguments.what) and _find_letter(replay, mail_id) is not None
    if is_id or lookup.is_message_id(arguments.what):
        code = _explain_mail(replay, mail_id, arguments)
        return 3 if replay.mail_is_missing else code
    if not votes:
        raise KipbotError(lookup.say_not_found(replay, arguments.what))
    if arguments.format == "json":
        _print(_show_votes(replay, votes))
    else:
        for line in _tell_votes(replay, votes):
            print(line)
    return 3 if replay.mail_is_missing else 0 if is_met(votes[-1]) else 1


def is_met(vote: Judged) -> bool:
    """Whether a vote has passed, or is open and meets its rule."""
    passing = vote.verdict is not None and vote.verdict.standing.value == "passing"
    return vote.state == "passed" or (vote.state == "open" and passing)


def _print(value: object) -> None:
    from kipbot.cli.terminal import json_text

    print(json_text(value))


def _tell_votes(replay: Replay, votes: Sequence[Judged]) -> Iterator[str]:
    from kipbot.cli.verdicttree import explain_vote
    from kipbot.cli.votetable import list_votes, show_time

    yield f"{replay.rules.project}, as of {show_time(replay.as_of)} UTC"
    if len(votes) > FEW:
        yield ""
        yield from list_votes(votes)
    for vote in votes if len(votes) <= FEW else votes[-1:]:
        yield ""
        yield from explain_vote(vote, replay.harvest.discussions)


def _show_votes(replay: Replay, votes: Sequence[Judged]) -> dict[str, Any]:
    from kipbot.core.report import show_vote, write_time

    shown = [show_vote(vote) | {"discussions": _show_discussions(replay, vote)} for vote in votes]
    return {"project": replay.rules.project, "as_of": write_time(replay.as_of), "ballots": shown}


def _show_discussions(replay: Replay, vote: Judged) -> list[dict[str, Any]]:
    from kipbot.core.report import write_time

    known = replay.harvest.discussions
    return [
        {
            "subject": talk.key,
            "title": talk.title,
            "thread": talk.root,
            "first": write_time(talk.first),
            "last": write_time(talk.last),
            "messages": talk.count,
        }
        for talk in (known[key] for key in vote.thread.subject.proposals if key in known)
    ]


# --- one mail


def _explain_mail(replay: Replay, message_id: str, arguments: argparse.Namespace) -> int:
    from kipbot import app
    from kipbot.cli.mailview import explain_letter, explain_mail
    from kipbot.core.errors import KipbotError

    found = _find_letter(replay, message_id)
    mail = found[1].mail if found is not None else app.find_mail(arguments.paths, message_id, replay.rules)
    if mail is None:
        raise KipbotError(f"no mail {message_id} in these archives")
    if arguments.format == "json":
        _print(_show_mail(replay, mail, found))
        return 0
    for line in explain_letter(replay, *found) if found is not None else explain_mail(replay, mail):
        print(line)
    return 0


def _find_letter(replay: Replay, message_id: str) -> tuple[Judged, Letter] | None:
    for vote in replay.votes:
        for letter in vote.thread.letters:
            if letter.mail.message_id == message_id:
                return vote, letter
    return None


def _show_mail(replay: Replay, mail: MailReceived, found: tuple[Judged, Letter] | None) -> dict[str, Any]:
    from kipbot.core.facts import LineKind
    from kipbot.core.report import show_vote, write_time

    shown: dict[str, Any] = {
        "project": replay.rules.project,
        "as_of": write_time(replay.as_of),
        "message_id": mail.message_id,
        "subject": mail.subject,
        "from": {"name": mail.sender.name, "address": mail.sender.address},
        "at": write_time(mail.at),
        "own_words": [line.text for line in mail.lines if line.kind is LineKind.OWN],
        "automatic": mail.automatic,
        "troubles": list(mail.troubles),
        "vote": None,
        "reading": None,
        "ballot": None,
    }
    if found is None:
        return shown
    vote, letter = found
    ballots = show_vote(vote)["votes"]
    read = letter.reading
    shown["vote"] = {"subject": vote.thread.title, "thread": vote.thread.root}
    shown["reading"] = None if read is None else {"outcome": read.outcome.value, "doubt": read.doubt, "line": read.words}
    shown["ballot"] = next((ballot for ballot in ballots if ballot["message_id"] == mail.message_id), None)
    return shown
