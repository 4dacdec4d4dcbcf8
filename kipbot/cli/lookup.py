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
    """Whether a word is the id of a mail, with or without its brackets."""
    word = what.strip()
    return " " not in word and ("@" in word or (word[:1] == "<" and word[-1:] == ">"))


def bracketed(what: str) -> str:
    """A Message-ID as mails carry it: in angle brackets."""
    return f"<{what.strip().strip('<>')}>"


def find_votes(replay: Replay, what: str) -> list[Judged]:
    """The votes that a name means, oldest first; of a Message-ID the vote that the mail belongs to."""
    if is_message_id(what):
        wanted = bracketed(what)
        return [vote for vote in replay.votes if wanted in _ids(vote)]
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
