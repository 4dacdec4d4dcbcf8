"""What has been said in one vote: who called it, on what, who voted in which words, how did it end?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from kipbot.core.activity import Activity
from kipbot.core.announcement.reader import Announcement
from kipbot.core.ballot import Reading
from kipbot.core.checks.case import VoteTimes
from kipbot.core.electorate import BY_ROLE, Electorate
from kipbot.core.facts import MailReceived
from kipbot.core.memo import remembered
from kipbot.core.opening import Ended, find_start
from kipbot.core.reading.answered import Material, gather
from kipbot.core.roster import Roster
from kipbot.core.rules import RuleSet, VoteRule
from kipbot.core.statements import NOTHING_TOLD, Statements
from kipbot.core.subject import Patterns, Subject, title_of
from kipbot.core.tally import Ballot, Status, Tally, Voter


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail in its thread: what its subject says, who wrote it, and what was read in it."""

    mail: MailReceived
    subject: Subject
    voter: Voter
    at: datetime | None
    side: bool = False  # a side discussion under the vote: nothing in it counts
    renamed: bool = False  # another title, no vote tag
    reading: Reading | None = None
    announcement: Announcement | None = None


@dataclass(frozen=True, slots=True)
class Announced:
    """An announcement and the letter that makes it; `by_caller` says whether the vote's own caller wrote it."""

    letter: Letter
    announcement: Announcement
    by_caller: bool
    corrects: tuple[str, ...] = ()

    @property
    def what(self) -> str:
        """What people call it: "result", or "cancellation"."""
        said = self.announcement
        return "cancellation" if said.outcome == "cancelled" or said.kind == "cancel" else "result"


@dataclass(frozen=True, slots=True)
class VoteThread:
    """One vote as its mails tell it. Times are aware and UTC; `opened_at` is None where the call was never archived or has no date."""

    root: str
    subject: Subject
    kind: str
    caller: Voter | None
    opened_at: datetime | None
    rule: VoteRule | None
    announced_end: datetime | None = None
    ballots: tuple[Ballot, ...] = ()
    unseen: tuple[str, ...] = ()
    announced: Announced | None = None
    closed_at: datetime | None = None
    letters: tuple[Letter, ...] = ()
    electorate: Electorate = BY_ROLE
    told: Statements = NOTHING_TOLD
    rounds: tuple[timedelta, ...] = ()  # how long each earlier candidate of the same release was open
    ended_early: Ended | None = None  # by its caller, where the rule may let it end before its period is over
    trusted: bool = True  # a second call of a matter by a stranger puts nothing aside

    @property
    def call_undated(self) -> bool:
        """Whether the call was seen, and nothing tells when it came."""
        return self.caller is not None and self.opened_at is None

    @property
    def title(self) -> str:
        """How people call this vote."""
        return title_of(self.subject)

    @property
    def call(self) -> MailReceived | None:
        """The mail that called the vote; None where it was never archived."""
        first = self.letters[0].mail if self.letters else None
        return first if self.caller is not None and first is not None and first.message_id == self.root else None

    @property
    def times(self) -> VoteTimes | None:
        """When the vote ran, as its rule counts; None where no mail of it has a readable date."""
        heard = self.opened_at or next((letter.at for letter in self.letters if letter.at is not None), None)
        if heard is None:
            return None
        call = self.call
        start = (
            find_start(self.rule, call) if self.rule is not None and call is not None and self.opened_at is not None else None
        )
        known = self.opened_at is not None
        return VoteTimes(
            heard, self.announced_end, self.rounds, known, self.call_undated, start=start, ended_early=self.ended_early
        )

    @property
    def tally(self) -> Tally:
        """The ballots, sorted by what has become of them."""
        return tally_of(self.ballots, self.unseen)

    def tally_at(self, moment: datetime) -> Tally:
        """The ballots as they stood at a moment: what came later is left out, what was replaced later still counts."""
        return tally_of(
            settle(
                [_as_first(ballot) for ballot in self.ballots if ballot.cast_at <= moment],
                first_stands=first_stands(self.rule),
            ),
            self.unseen,
        )


def _as_first(ballot: Ballot) -> Ballot:
    """A ballot as it stood before others of the same voter followed."""
    if ballot.status is not Status.SUPERSEDED:
        return ballot
    return replace(ballot, status=Status.UNCLEAR if ballot.doubt is not None else Status.COUNTED)


def tally_of(ballots: Sequence[Ballot], unseen: tuple[str, ...] = ()) -> Tally:
    """Sort ballots by status."""
    by = {status: tuple(ballot for ballot in ballots if ballot.status is status) for status in Status}
    return Tally(by[Status.COUNTED], by[Status.UNCLEAR], by[Status.SUPERSEDED], by[Status.WITHDRAWN], by[Status.LATE], unseen)


def first_stands(rule: VoteRule | None) -> bool:
    """Whether nobody can take back what they voted (`vote_change: never`)."""
    return rule is not None and rule.vote_change == "never"


def settle(ballots: Sequence[Ballot], *, first_stands: bool = False) -> tuple[Ballot, ...]:
    """Count each voter once: the last clear ballot stands, everything of theirs before it is superseded (ASF voting; policy 5).

    With `first_stands` the first clear one stands, and whatever follows it comes too late.
    """
    return _settle_first(ballots) if first_stands else _settle_last(ballots)


def _settle_first(ballots: Sequence[Ballot]) -> tuple[Ballot, ...]:
    """An unclear mail before the first clear ballot stays unclear: it may have been the first word."""
    voted: set[str] = set()
    settled = []
    for ballot in ballots:
        too_late = ballot.voter.key in voted and ballot.status in (Status.COUNTED, Status.UNCLEAR)
        settled.append(replace(ballot, status=Status.LATE) if too_late else ballot)
        if ballot.status is Status.COUNTED:
            voted.add(ballot.voter.key)
    return tuple(settled)


def _settle_last(ballots: Sequence[Ballot]) -> tuple[Ballot, ...]:
    last: dict[str, int] = {}
    for place, ballot in enumerate(ballots):
        if ballot.status is Status.COUNTED:
            last[ballot.voter.key] = place
    settled = []
    for place, ballot in enumerate(ballots):
        replaced = ballot.status in (Status.COUNTED, Status.UNCLEAR) and place < last.get(ballot.voter.key, -1)
        settled.append(replace(ballot, status=Status.SUPERSEDED) if replaced else ballot)
    return tuple(settled)


@remembered
def name_words(name: str) -> frozenset[str]:
    """The words of a name, folded, initials left out."""
    return frozenset(re.findall(r"[^\W\d_]{2,}", name.casefold()))


@dataclass(frozen=True, slots=True)
class Bench:
    """What is needed to read a thread: the rules, the people, the mails by id."""

    rules: RuleSet
    roster: Roster | None
    patterns: Patterns
    by_id: dict[str, MailReceived] = field(default_factory=dict)
    people: frozenset[str] = frozenset()  # the words of the names of all who are known or write, folded
    activity: Activity | None = None  # who wrote when, where a rule asks who was silent
    gathered: dict[str, Material] = field(default_factory=dict)  # what may be copied from each mail that is answered

    def voter(self, mail: MailReceived) -> Voter:
        """Who wrote the mail; a stranger where there is no roster."""
        if self.roster is None:
            return Voter(None, mail.sender.name, mail.sender.address)
        addresses = (self.rules.lists.dev, *self.rules.lists.also)
        return self.roster.identify(mail, tuple(address for address in addresses if address))

    def material(self, mail: MailReceived) -> Material:
        """What may be copied from a mail, gathered at the first answer to it."""
        key = mail.message_id + mail.digest
        if key not in self.gathered:
            self.gathered[key] = gather(mail.lines)
        return self.gathered[key]

    def answered(self, mail: MailReceived) -> MailReceived | None:
        """The mail that this one answers, where it was archived."""
        for reference in (*mail.in_reply_to, *reversed(mail.references)):
            if (found := self.by_id.get(reference)) is not None and found is not mail:
                return found
        return None
