"""Which votes does a person mean by KIP-1071, 4.4.0-rc3, a few words of a title, or a Message-ID?"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kipbot.app import Replay
    from kipbot.core.docket import Judged
    from kipbot.core.subject import Subject

MOST_NEAR = 3


def is_message_id(what: str) -> bool:
    """Whether a word is the id of a mail: in angle brackets whatever it is, without them only with an "@"."""
    bare = what.strip()
    return (bare.startswith("<") and bare.endswith(">")) or ("@" in bare and " " not in bare)


def bracketed(what: str) -> str:
    """A Message-ID as mails carry it: in angle brackets."""
    return f"<{''.join(what.strip().strip('<>').split())}>"


def find_votes(replay: Replay, what: str) -> list[Judged]:
    """The votes that a name means, oldest first; of a Message-ID the vote that the mail belongs to.

    What may be a name is one: nobody can put a mail with the id <KIP-12> in the place of the vote on it.
    """
    named = [] if is_message_id(what) else find_named(replay, what)
    wanted = bracketed(what)
    return named or [vote for vote in replay.votes if may_be_id(replay, what) and wanted in _ids(vote)]


def may_be_id(replay: Replay, what: str) -> bool:
    """Whether a word that is no title may be an id without brackets: it names no proposal and no version."""
    asked = _read(replay, what)
    return is_message_id(what) or not (asked.proposals or asked.version or asked.candidate)


def find_named(replay: Replay, what: str) -> list[Judged]:
    """The votes that have a name, a part of their title, oldest first; polls only where no vote is called so."""
    found = _find_any(replay, what)
    return [vote for vote in found if not vote.thread.subject.is_poll] or found


def _find_any(replay: Replay, what: str) -> list[Judged]:
    asked = _read(replay, what)
    if asked.proposals:
        return [vote for vote in replay.votes if set(asked.proposals) & set(vote.thread.subject.proposals)]
    if asked.version is not None or asked.candidate is not None:
        return [vote for vote in replay.votes if _is_round(vote.thread.subject, asked)]
    folded = what.casefold().strip()
    in_words = [vote for vote in replay.votes if asked.words and asked.words <= vote.thread.subject.words]
    return in_words or [vote for vote in replay.votes if folded and folded in vote.thread.subject.title.casefold()]


def _ids(vote: Judged) -> Iterable[str]:
    return (vote.thread.root, *(letter.mail.message_id for letter in vote.thread.letters))


def _read(replay: Replay, what: str) -> Subject:
    from kipbot.core.state import compiled
    from kipbot.core.subject import read_subject

    prefixes = [proposal.prefix for proposal in replay.rules.proposals]
    number = what.strip().removeprefix("#")
    if prefixes and number.isascii() and number.isdigit() and len(number) <= 6:
        what = f"{prefixes[0]}-{number}"  # "1071" is how people talk of KIP-1071
    return read_subject(what, compiled(replay.rules), replay.rules.project)


def _is_round(subject: Subject, asked: Subject) -> bool:
    """The same version, and candidate, take and words where they were given."""
    wanted = ((asked.version, subject.version), (asked.candidate, subject.candidate), (asked.take, subject.take))
    words = asked.words - {asked.version}
    return all(given is None or given == has for given, has in wanted) and words <= subject.words


def say_not_found(replay: Replay, what: str) -> str:
    """One line with what comes near."""
    from difflib import get_close_matches

    if not replay.votes:
        return f"no vote on {what!r}: there is no vote at all in these archives"
    names = {vote.thread.title: vote.thread.title for vote in replay.votes}
    names |= {vote.thread.subject.title: vote.thread.title for vote in replay.votes}
    folded = {name.casefold()[:200]: title for name, title in names.items()}
    near = [folded[name] for name in get_close_matches(what.casefold()[:200], folded, n=MOST_NEAR, cutoff=0.5)]
    known = list(dict.fromkeys(near)) or [vote.thread.title for vote in replay.votes[-MOST_NEAR:]]
    return f"no vote on {what!r} in these archives; {'near' if near else 'the latest'}: {', '.join(known)}"


def say_titles(votes: Sequence[Judged]) -> str:
    """The names of votes, each once, where one has to be chosen."""
    return ", ".join(dict.fromkeys(vote.thread.title for vote in votes))
