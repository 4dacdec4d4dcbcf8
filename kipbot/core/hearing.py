"""What is said in each mail of a vote?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kipbot.core.announcement.deadline import announced_end
from kipbot.core.announcement.reader import Announcement, may_announce, read_announcement
from kipbot.core.ballot import read_ballot
from kipbot.core.closing import close
from kipbot.core.facts import OWN, Line, MailReceived
from kipbot.core.reading.answered import mark_unmarked, may_quote_some
from kipbot.core.reading.setting import Outcome, Reading, Setting
from kipbot.core.subject import Patterns, Subject, Tag
from kipbot.core.thread import Bench, Letter, VoteThread, name_words

_OPTIONS = re.compile(r"^\W*(?:opt(?:ion)?s?|choice|alternative|variant)\s?[.\-#:]?\s?(?:[a-h]|\d{1,2}|one|two|i{1,3})\b", re.I)
_LETTERED = re.compile(r"^\s*\(?[A-H1-9][).:]\s+\S")
_CHOOSES = re.compile(r"\b(?:one of|which|choose|choice|pick|prefer|option|options|either)\b", re.I)
_NO_RELEASE = re.compile(
    r"\b(?:drop|support|deprecate|move|migrate|upgrade|remove|adopt|branch|java|jdk|scala|policy|process|model)\b", re.I
)
_RELEASE = re.compile(r"\breleas(?:e|es|ing)\b|\brc\s?\d|\bcandidate\b", re.I)
_PLANS = re.compile(r"\b(?:plan|schedule|manager|cadence)\b", re.I)
# Troubles of a mail that cast no doubt on its words.
_HARMLESS = ("Message-ID used twice", "Subject is too long: cut")


def read_kind(subject: Subject, lines: Sequence[Line] = (), patterns: Patterns = ()) -> str:
    """Whether a vote is on a proposal, a release, a choice among options, or something else."""
    if Tag.POLL in subject.tags or _offers_options(subject, lines):
        return "poll"
    if subject.proposals or any(re.match(rf"{prefix}\b", subject.title) for prefix, _ in patterns):
        return "proposal"  # numbered, or named by the prefix alone: "SPIP: Declarative pipelines"
    return "release" if subject.candidate is not None or _names_release(subject) else "other"


def _offers_options(subject: Subject, lines: Sequence[Line]) -> bool:
    """The call lists options to choose from."""
    own = [line.text[:80] for line in lines if line.kind is OWN]
    if sum(1 for text in own if _OPTIONS.match(text)) >= 2:
        return True
    lettered = sum(1 for text in own if _LETTERED.match(text))
    return (
        lettered >= 2
        and not subject.proposals
        and subject.version is None
        and any(_CHOOSES.search(text) for text in (subject.title, *own))
    )


def _names_release(subject: Subject) -> bool:
    """A title with a version that speaks of releasing it, or of nothing but a component beside it."""
    if subject.version is None or _PLANS.search(subject.title):
        return False
    if re.match(r"(?:the )?releas", subject.title, re.I):
        return True
    if _NO_RELEASE.search(subject.title):
        return False
    ends = re.sub(r"\s*[(\[][^()\[\]]*[)\]]\s*$", "", subject.title).rstrip(" ().!").endswith(subject.version)
    return _RELEASE.search(subject.title) is not None or (ends and len(subject.words) <= 4)


@dataclass(frozen=True, slots=True)
class Heard:
    """What was read in one mail of a vote."""

    reading: Reading | None = None
    announcement: Announcement | None = None


def open_thread(call: Letter | None, letters: Sequence[Letter], bench: Bench) -> VoteThread:
    """A vote as its call opens it (None where it was never archived), with its mails in the order received, unread yet."""
    first = call or letters[0]
    kind = read_kind(first.subject, call.mail.lines if call else (), bench.patterns)
    opened_at = call.at if call else None
    moment = first.at or next((letter.at for letter in letters if letter.at is not None), None)
    return VoteThread(
        root=call.mail.message_id if call else _missing_root(letters[0].mail),
        subject=first.subject,
        kind=kind,
        caller=call.voter if call else None,
        opened_at=opened_at,
        rule=bench.rules.rule_for(kind, moment, about=first.subject.title) if moment is not None else None,
        announced_end=announced_end(call.mail.lines, opened_at) if call and opened_at else None,
        letters=(call, *letters) if call else tuple(letters),
    )


def hear(thread: VoteThread, bench: Bench) -> list[Heard]:
    """Read every mail of a vote, one by one; the costly part, and each vote's own."""
    heard = [_hear_letter(letter, thread, bench) for letter in thread.letters]
    bench.gathered.clear()
    return heard


def settle_thread(thread: VoteThread, heard: Sequence[Heard], bench: Bench) -> VoteThread:
    """Put what was heard into the thread and find what has become of each ballot."""
    letters = tuple(
        replace(letter, reading=found.reading, announcement=found.announcement)
        for letter, found in zip(thread.letters, heard, strict=True)
    )
    return close(replace(thread, letters=letters), bench)


def _missing_root(mail: MailReceived) -> str:
    return (*mail.references, *mail.in_reply_to, mail.message_id)[0]


def _hear_letter(letter: Letter, thread: VoteThread, bench: Bench) -> Heard:
    mail, is_call = letter.mail, letter.mail.message_id == thread.root and letter is thread.letters[0]
    if mail.automatic is not None or letter.side or letter.subject.is_forward:
        return Heard()
    answered = None if is_call else bench.answered(mail)
    lines = mail.lines
    if answered is not None and answered.lines and may_quote_some(lines):
        lines = mark_unmarked(lines, bench.material(answered))
    announcement = None
    if not is_call and _may_tell(letter, lines, thread):
        announcement = read_announcement(letter.subject, lines, in_vote_thread=True)
    setting = Setting(
        is_call=is_call,
        by_caller=thread.caller is not None and letter.voter.key == thread.caller.key,
        announces=announcement is not None and _holds_count(announcement),
        poll=thread.kind == "poll" or (thread.rule is not None and thread.rule.ballots.options),
        answered=answered.lines if answered is not None else None,
        answers_call=answered is None or answered.message_id == thread.root,
        proposals=thread.subject.proposals,
        patterns=bench.patterns,
        candidate=thread.subject.candidate,
        about=thread.subject.words,
        name=name_words(letter.voter.name),
        people=bench.people,
    )
    return Heard(_doubt_letter(read_ballot(lines, setting), letter), announcement)


def _may_tell(letter: Letter, lines: Sequence[Line], thread: VoteThread) -> bool:
    """Could the mail announce anything? A cheap look that spares most ballots the careful one."""
    if letter.subject.ends_vote:
        return True
    own = [line.text for line in lines if line.kind is OWN and line.text]
    return may_announce(own, by_caller=thread.caller is None or letter.voter.key == thread.caller.key)


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
    if any(trouble.startswith("too large") for trouble in troubles) and reading.outcome is Outcome.NONE:
        return Reading(Outcome.UNCLEAR, doubt="too large to be read whole")
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
