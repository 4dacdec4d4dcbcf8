"""Who voted what, and how many does that make?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Choice(StrEnum):
    """The value of a ballot. Fractions are kept in `Ballot.fraction` and are never FOR or AGAINST."""

    FOR = "+1"
    ABSTAIN = "0"
    AGAINST = "-1"


class Claim(StrEnum):
    """What a mail claims of its own weight; shown, never believed."""

    BINDING = "binding"
    NON_BINDING = "non-binding"


class Status(StrEnum):
    """What has become of a ballot."""

    COUNTED = "counted"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    LATE = "late"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Voter:
    """Who cast a ballot: a roster id where the roster knows the sender, else only name and address.

    `doubt` says why the sender may be a roster person although nothing proves it ("has the name of jdoe, from an unknown address").
    `may_be` is the roster id in question.
    """

    person: str | None
    name: str
    address: str
    doubt: str | None = None
    may_be: str | None = None

    @property
    def key(self) -> str:
        """One person, one key: the roster id, else the address, else the name."""
        if self.person is not None:
            return f"id:{self.person}"
        return f"at:{self.address}" if self.address else f"name:{self.name.casefold()}"


@dataclass(frozen=True, slots=True)
class Ballot:
    """One voter's word in one vote, with the very words that voted. `cast_at` is aware and UTC."""

    voter: Voter
    choice: Choice | None
    cast_at: datetime
    message_id: str
    words: str
    binding: bool = False
    claim: Claim | None = None
    status: Status = Status.COUNTED
    fraction: str | None = None  # "+0.5", where the voter wrote one
    option: str | None = None  # what was chosen in a poll
    reason: str | None = None  # the justification that came with a -1
    doubt: str | None = None  # why the ballot is unclear


@dataclass(frozen=True, slots=True)
class Tally:
    """The ballots of one vote, sorted. Only `counted` ballots move a verdict."""

    counted: tuple[Ballot, ...] = ()
    unclear: tuple[Ballot, ...] = ()
    superseded: tuple[Ballot, ...] = ()
    withdrawn: tuple[Ballot, ...] = ()
    late: tuple[Ballot, ...] = ()
    unseen: tuple[str, ...] = field(default=())  # roster ids that a summary names as voters, whose mail was not seen

    def cast(self, choice: Choice, *, binding: bool | None = None) -> tuple[Ballot, ...]:
        """The counted ballots of one choice; of binding or non-binding voters only, where asked."""
        return tuple(
            ballot for ballot in self.counted if ballot.choice is choice and (binding is None or ballot.binding is binding)
        )
