"""What has been said in one vote: who called it, on what, who voted in which words, how did it end?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from kipbot.core.announcement import Announcement, read_announcement
from kipbot.core.answered import mark_unmarked
from kipbot.core.ballot import Outcome, Reading, Setting, read_ballot
from kipbot.core.deadline import announced_end
from kipbot.core.facts import Line, LineKind, MailReceived
from kipbot.core.roster import Roster
from kipbot.core.rules import RuleSet, VoteRule
from kipbot.core.subject import Patterns, Subject, Tag, title_of
from kipbot.core.tally import Ballot, Status, Tally, Voter

_OPTIONS = re.compile(r"^\W*(?:opt(?:ion)?s?|choice|alternative|variant)\s?[.\-#:]?\s?(?:[a-h]|\d{1,2}|one|two|i{1,3})\b", re.I)
_RELEASE = re.compile(r"\breleas(?:e|es|ing)\b|\brc\s?\d|\bcandidate\b", re.I)
_NO_RELEASE = re.compile(
    r"\b(?:drop|support|deprecate|move|migrate|upgrade|remove|adopt|plan|schedule|branch|java|jdk|scala|policy|process|cadence|manager|model)\b",
    re.I,
)
# Reasons for which what a mail says cannot be relied on, so that a ballot in it is for a human to settle.
# Doubts that are nothing new behind a ballot of the same voter that stands.
_NOTHING_NEW = (
    "speaks for or against",
    "claims a weight",
    "agrees with a remark",
    "may agree",
    "speaks of a part",
    "a value for an item",
)
_HARMLESS = ("Message-ID used twice",)


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


@dataclass(frozen=True, slots=True)
class VoteThread:
    """One vote as its mails tell it. Times are aware and UTC; `opened_at` is None where the call was never archived."""

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

    @property
    def title(self) -> str:
        """How people call this vote."""
        return title_of(self.subject)

    @property
    def tally(self) -> Tally:
        """The ballots, sorted by what has become of them."""
        return tally_of(self.ballots, self.unseen)

    def tally_at(self, moment: datetime) -> Tally:
        """The ballots as they stood at a moment: what came later is left out, what was replaced later still counts."""
        return tally_of(
            settle([replace(ballot, status=_first_status(ballot)) for ballot in self.ballots if ballot.cast_at <= moment]),
            self.unseen,
        )


def _first_status(ballot: Ballot) -> Status:
    if ballot.status in (Status.LATE, Status.WITHDRAWN):
        return ballot.status
    return Status.UNCLEAR if ballot.doubt is not None else Status.COUNTED


def tally_of(ballots: Sequence[Ballot], unseen: tuple[str, ...] = ()) -> Tally:
    """Sort ballots by status."""
    by = {status: tuple(ballot for ballot in ballots if ballot.status is status) for status in Status}
    return Tally(by[Status.COUNTED], by[Status.UNCLEAR], by[Status.SUPERSEDED], by[Status.WITHDRAWN], by[Status.LATE], unseen)


def settle(ballots: Sequence[Ballot]) -> tuple[Ballot, ...]:
    """Count each voter once: the last clear ballot stands, everything of theirs before it is superseded (ASF voting; policy 5)."""
    last: dict[str, int] = {}
    for place, ballot in enumerate(ballots):
        if ballot.status is Status.COUNTED:
            last[ballot.voter.key] = place
    settled = []
    for place, ballot in enumerate(ballots):
        replaced = ballot.status in (Status.COUNTED, Status.UNCLEAR) and place < last.get(ballot.voter.key, -1)
        settled.append(replace(ballot, status=Status.SUPERSEDED) if replaced else ballot)
    return tuple(settled)


# --- opening


@dataclass(frozen=True, slots=True)
class Bench:
    """What is needed to read a thread: the rules, the people, the mails by id."""

    rules: RuleSet
    roster: Roster | None
    patterns: Patterns
    by_id: dict[str, MailReceived] = field(default_factory=dict)

    def voter(self, mail: MailReceived) -> Voter:
        """Who wrote the mail; a stranger where there is no roster."""
        if self.roster is None:
            return Voter(None, mail.sender.name, mail.sender.address)
        addresses = (self.rules.lists.dev, *self.rules.lists.also)
        return self.roster.identify(mail, tuple(address for address in addresses if address))

    def answered(self, mail: MailReceived) -> MailReceived | None:
        """The mail that this one answers, where it was archived."""
        for reference in (*mail.in_reply_to, *reversed(mail.references)):
            if (found := self.by_id.get(reference)) is not None and found is not mail:
                return found
        return None


def read_kind(subject: Subject, lines: Sequence[Line] = ()) -> str:
    """Whether a vote is on a proposal, a release, a choice among options, or something else."""
    options = sum(1 for line in lines if line.kind is LineKind.OWN and _OPTIONS.match(line.text[:80]))
    if Tag.POLL in subject.tags or options >= 2:
        return "poll"
    if subject.proposals:
        return "proposal"
    if subject.candidate is not None:
        return "release"
    if (
        subject.version is not None
        and _RELEASE.search(subject.title)
        and not re.search(r"\bplan\b|\bschedule\b|\bmanager\b|\bcadence\b", subject.title, re.I)
    ):
        return "release"
    if (
        subject.version is not None
        and not _NO_RELEASE.search(subject.title)
        and subject.title.rstrip(" ().!").endswith(subject.version)
        and len(subject.words) <= 5
    ):
        return "release"
    return "other"


def read_thread(call: Letter | None, letters: Sequence[Letter], bench: Bench) -> VoteThread:
    """Read one vote from its call (None where it was never archived) and the other mails of its thread, in the order received."""
    first = call or letters[0]
    kind = read_kind(first.subject, call.mail.lines if call else ())
    opened_at = call.at if call else None
    moment = first.at
    rule = bench.rules.rule_for(kind, moment, about=first.subject.title) if moment is not None else None
    thread = VoteThread(
        root=call.mail.message_id if call else _missing_root(letters[0].mail),
        subject=first.subject,
        kind=kind,
        caller=call.voter if call else None,
        opened_at=opened_at,
        rule=rule,
        announced_end=announced_end(call.mail.lines, opened_at) if call and opened_at else None,
    )
    read = tuple(_read_letter(letter, call, thread, bench) for letter in ((call, *letters) if call else letters))
    return _close(replace(thread, letters=read), bench)


def _missing_root(mail: MailReceived) -> str:
    return (*mail.references, *mail.in_reply_to, mail.message_id)[0]


# --- reading letters


def _read_letter(letter: Letter, call: Letter | None, thread: VoteThread, bench: Bench) -> Letter:
    mail, is_call = letter.mail, letter is call
    if mail.automatic is not None or letter.side or letter.subject.is_forward:
        return letter
    answered = None if is_call else bench.answered(mail)
    lines = mark_unmarked(mail.lines, answered.lines) if answered is not None else mail.lines
    announcement = None if is_call else read_announcement(letter.subject, lines, in_vote_thread=True)
    setting = Setting(
        is_call=is_call,
        by_caller=thread.caller is not None and letter.voter.key == thread.caller.key,
        announces=announcement is not None and _holds_count(announcement),
        poll=thread.kind == "poll",
        answered=answered.lines if answered is not None else None,
        answers_call=answered is None or (call is not None and answered is call.mail),
        proposals=thread.subject.proposals,
        patterns=bench.patterns,
        candidate=thread.subject.candidate,
        about=thread.subject.words,
        name=frozenset(re.findall(r"[^\W\d_]{2,}", letter.voter.name.casefold())),
    )
    return replace(letter, reading=_doubt_letter(read_ballot(lines, setting), letter), announcement=announcement)


def _holds_count(said: Announcement) -> bool:
    """A result, or a count on the way: other people's votes stand in it."""
    numbers = (said.binding, said.non_binding, said.total_for, said.against, said.zero)
    return (
        said.ends
        or any(number is not None for number in numbers)
        or len(said.names_for + said.names_binding + said.names_non_binding) > 1
    )


def _doubt_letter(reading: Reading, letter: Letter) -> Reading:
    """A mail whose text cannot be relied on casts nothing clear."""
    troubles = letter.mail.troubles
    if any(trouble.startswith("digest") for trouble in troubles):
        return Reading(Outcome.NONE)
    if any(trouble.startswith("encrypted") for trouble in troubles) and reading.outcome is Outcome.NONE:
        return Reading(Outcome.UNCLEAR, doubt="encrypted: unreadable")
    if any(trouble.startswith("text and HTML") for trouble in troubles) and reading.outcome is Outcome.NONE:
        return Reading(Outcome.UNCLEAR, doubt="text and HTML disagree")
    troubles = tuple(trouble for trouble in troubles if not trouble.startswith(_HARMLESS))
    if reading.outcome is not Outcome.BALLOT:
        return reading
    why = (
        troubles[0]
        if troubles
        else "under another title"
        if letter.renamed
        else "no readable date"
        if letter.at is None
        else None
    )
    return reading if why is None else replace(reading, outcome=Outcome.UNCLEAR, doubt=why)


# --- closing and counting


def _close(thread: VoteThread, bench: Bench) -> VoteThread:
    announced = _find_announcement(thread)
    ends = announced is not None and announced.by_caller and announced.announcement.ends
    closed_at = _first_end(thread) if ends else None
    ballots = _cast(thread, closed_at, bench)
    unseen = _unseen(thread, ballots, bench)
    return replace(thread, announced=announced, closed_at=closed_at, ballots=ballots, unseen=unseen)


def _is_callers(letter: Letter, thread: VoteThread) -> bool:
    return thread.caller is not None and letter.voter.key == thread.caller.key


def _ending(thread: VoteThread, *, by_caller: bool) -> list[Letter]:
    return [
        letter
        for letter in thread.letters
        if letter.announcement is not None
        and letter.announcement.ends
        and _is_callers(letter, thread) is by_caller
        and letter.at is not None
    ]


def _find_announcement(thread: VoteThread) -> Announced | None:
    """The caller's last word on the outcome; else somebody else's, which closes nothing and is shown (policy 6)."""
    for by_caller in (True, False):
        found = _ending(thread, by_caller=by_caller)
        outcomes = [
            letter
            for letter in found
            if letter.announcement is not None and (letter.announcement.outcome or letter.announcement.kind == "correction")
        ]
        if last := (outcomes or found)[-1:]:
            letter = last[0]
            assert letter.announcement is not None
            earlier = tuple(other.mail.message_id for other in found if other is not letter)
            return Announced(letter, letter.announcement, by_caller, earlier)
    return None


def _first_end(thread: VoteThread) -> datetime | None:
    found = _ending(thread, by_caller=True)
    return found[0].at if found else None


def _cast(thread: VoteThread, closed_at: datetime | None, bench: Bench) -> tuple[Ballot, ...]:
    """All ballots of a thread in the order received, each with what has become of it."""
    cast: list[Ballot] = []
    for letter in thread.letters:
        reading = letter.reading
        if (
            reading is None
            or reading.outcome in (Outcome.NONE, Outcome.CHOSEN)
            or (letter.at is None and thread.opened_at is None)
        ):
            continue
        late = closed_at is not None and letter.at is not None and letter.at > closed_at
        mine = [ballot for ballot in cast if ballot.voter.key == letter.voter.key and ballot.status is Status.COUNTED]
        if reading.outcome is Outcome.WITHDRAWN:
            cast = [replace(ballot, status=Status.WITHDRAWN) if ballot in mine and not late else ballot for ballot in cast]
            continue
        if _says_nothing_new(reading, mine):
            continue
        cast.append(_ballot(letter, reading, late, thread, bench))
        cast = list(settle(cast))
    return tuple(cast)


def _says_nothing_new(reading: Reading, mine: list[Ballot]) -> bool:
    """Words of approval, or talk of an earlier vote, behind a ballot that already stands."""
    if not mine or reading.outcome is Outcome.BALLOT:
        return False
    return reading.outcome is Outcome.RESTATED or (reading.doubt or "").startswith(_NOTHING_NEW)


def _ballot(letter: Letter, reading: Reading, late: bool, thread: VoteThread, bench: Bench) -> Ballot:
    clear = reading.outcome is Outcome.BALLOT
    at = letter.at or thread.opened_at
    assert at is not None
    roles = [role.value for role in thread.rule.binding] if thread.rule is not None else []
    binding = bench.roster is not None and bench.roster.binding(letter.voter.person, roles, at)
    status = Status.LATE if late and clear else Status.COUNTED if clear else Status.UNCLEAR
    return Ballot(
        voter=letter.voter,
        choice=reading.choice,
        cast_at=at,
        message_id=letter.mail.message_id,
        words=reading.words,
        binding=binding,
        claim=reading.claim,
        status=status,
        fraction=reading.fraction,
        option=reading.option,
        reason=reading.reason,
        doubt=None if clear else reading.doubt or "not clear",
    )


def _unseen(thread: VoteThread, ballots: tuple[Ballot, ...], bench: Bench) -> tuple[str, ...]:
    """Roster people whom a summary of an unfinished vote names as voters, though none of their mails was seen."""
    if bench.roster is None or thread.closed_at is not None:
        return ()
    seen = {ballot.voter.person for ballot in ballots}
    named: dict[str, None] = {}
    for letter in thread.letters:
        said = letter.announcement
        if said is None:
            continue
        for name in (*said.names_binding, *said.names_for, *said.names_against):
            people = bench.roster.look_up(name).people
            if len(people) == 1 and people[0].id not in seen:
                named[people[0].id] = None
    return tuple(named)
