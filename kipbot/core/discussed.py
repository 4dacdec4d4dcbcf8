"""Which discussion came before a vote, and since when?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from kipbot.core.subject import Patterns, Subject, Tag, read_subject

# Words that one title has and the other has not, though both speak of the same.
_GENERIC = frozenset(
    "accept accepting acceptance add adding adopt adopting adoption approve new propose proposed proposing proposal move moving "
    "about start starting idea thoughts".split()
)


@dataclass(frozen=True, slots=True)
class Discussed:
    """One discussion on the list: what it is about, its first mail, and when that came (aware, UTC)."""

    subject: Subject
    root: str
    first: datetime | None


def name_discussion(patterns: Patterns, project: str, raw: str) -> str | None:
    """What a discussion mail's subject is about, one name for all mails of it; None for any other mail."""
    low = raw[:1000].casefold()
    if "dis" not in low and "thread" not in low and low.isascii():
        return None  # a cheap look: most mail of a list is neither vote nor discussion
    subject = read_subject(raw, patterns, project)
    if Tag.DISCUSS not in subject.tags:
        return None
    return next(iter(subject.proposals), None) or f"title {subject.version or ''} {' '.join(sorted(subject.words))}"


def find_discussion(subject: Subject, known: Mapping[str, Discussed]) -> Discussed | None:
    """The earliest discussion of what a vote is about: by the proposal, else by a title that says the same."""
    if subject.proposals:
        return _earliest(known[proposal] for proposal in subject.proposals if proposal in known)
    return _earliest(one for one in known.values() if _is_same(one.subject, subject))


def _earliest(found: Iterable[Discussed]) -> Discussed | None:
    dated = ((one.first, one.root, one) for one in found if one.first is not None)
    return min(dated, key=lambda entry: entry[:2], default=(None, None, None))[2]


def _is_same(one: Subject, other: Subject) -> bool:
    """Two titles with the same telling words. One word more may be another thing: no discussion of it must be claimed."""
    shared, only = one.words & other.words, one.words ^ other.words
    return not one.proposals and one.version == other.version and bool(shared - _GENERIC) and only <= _GENERIC
