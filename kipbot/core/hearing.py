"""What is said in each mail of a vote?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kipbot.core.announcement.deadline import announced_end
from kipbot.core.announcement.reader import Announcement, may_announce, read_announcement
from kipbot.core.ballot import read_ballot
from kipbot.core.closing import close
from kipbot.core.facts import Line, LineKind, MailReceived
from kipbot.core.reading.answered import mark_unmarked
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
_NO_LETTERED = re.compile(r"^\s*\(?[A-H1-9][).:]\s+\S")
_CHOOSES = re.compile(r"\b(?:one of|which|choose|choice|pick|prefer|option|options|either)\b", re.I)
_RELEASE = re.compile(
    r"\b(?:drop|support|deprecate|move|migrate|upgrade|remove|adopt|plan|schedule|branch|java|jdk|scala|policy|process|cadence|manager|model)\b",
    re.I,
)
_PLANS = re.compile(r"\b(?:plan|schedule|manager|cadence)\b", re.I)
# Troubles of a mail that cast no doubt on its words.
_HARMLESS = ("Message-ID used twice",)


def read_kind(subject: Subject, lines: Sequence[Line] = (), patterns: Patterns = ()) -> str:
    """Whether a vote is on a proposal, a release, a choice among options, or something else."""
    if Tag.POLL in subject.tags or _offers_options(subject, lines):
        return "poll"
    if subject.proposals or any(re.match(rf"{prefix}\b", subject.title) for prefix, _ in patterns):
        return "proposal"  # numbered, or named by the prefix alone: "SPIP: Declarative pipelines"
    return "release" if subject.candidate is not None or _names_release(subject) else "other"


def _offers_options(subject: Subject, lines: Sequence[Line]) -> bool:
    """The call lists options to choose from."""
    own = [line.text[:80] for line in lines if line.kind is LineKind.OWN]
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


def read_thread(call: Letter | None, letters: Sequence[Letter], bench: Bench) -> VoteThread:
    """Read one vote from its call (None where it was never archived) and the other mails of its thread, in the order received."""
    first = call or letters[0]
    kind = read_kind(first.subject, call.mail.lines if call else (), bench.patterns)
    opened_at = call.at if call else None
    moment = first.at or next((letter.at for letter in letters if letter.at is not None), None)
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
    return close(replace(thread, letters=read), bench)


def _missing_root(mail: MailReceived) -> str:
    return (*mail.references, *mail.in_reply_to, mail.message_id)[0]


def _read_letter(letter: Letter, call: Letter | None, thread: VoteThread, bench: Bench) -> Letter:
    mail, is_call = letter.mail, letter is call
    if mail.automatic is not None or letter.side or letter.subject.is_forward:
        return letter
    answered = None if is_call else bench.answered(mail)
    lines = mark_unmarked(mail.lines, bench.material(answered)) if answered is not None and answered.lines else mail.lines
    announcement = (
        None
        if is_call or not _may_tell(letter, lines, thread)
        else read_announcement(letter.subject, lines, in_vote_thread=True)
    )
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
        name=name_words(letter.voter.name),
        people=bench.people,
    )
    return replace(letter, reading=_doubt_letter(read_ballot(lines, setting), letter), announcement=announcement)


def _may_tell(letter: Letter, lines: Sequence[Line], thread: VoteThread) -> bool:
    """Could the mail announce anything? A cheap look that spares most ballots the careful one."""
    if letter.subject.ends_vote:
        return True
    own = "\n".join(line.text for line in lines if line.kind is LineKind.OWN)
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
