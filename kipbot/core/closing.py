"""How did a vote end, and what has become of each ballot?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from kipbot.core.announcement.deadline import announced_end
from kipbot.core.announcement.reader import Announcement
from kipbot.core.checks.period import closes_at
from kipbot.core.electorate import BY_ROLE, Call, Electorate, Reminder, find_electorate, may_remind
from kipbot.core.opening import Ended
from kipbot.core.reading.setting import Outcome, Reading
from kipbot.core.tally import Ballot, Choice, Status, Voter
from kipbot.core.thread import Announced, Bench, Letter, VoteThread, first_stands, settle
from kipbot.core.witness import take_statements

# Doubts that are nothing new behind a ballot of the same voter that stands.
_NOTHING_NEW = (
    "speaks for or against",
    "claims a weight",
    "agrees with a remark",
    "may agree",
    "speaks of a part",
    "a value for an item",
)


def close(thread: VoteThread, bench: Bench) -> VoteThread:
    """Find the announcement that ends the vote, then give every ballot its status."""
    announced = _find_announcement(thread)
    ends = announced is not None and announced.by_caller and announced.announcement.ends
    thread = replace(thread, announced=announced, announced_end=_extended_end(thread), electorate=_electorate(thread, bench))
    if ends:
        thread = replace(thread, closed_at=_find_end(thread), ended_early=_find_early_end(thread))
    thread = replace(thread, ballots=_cast(thread, bench))
    return replace(thread, unseen=_unseen(thread, bench), told=take_statements(thread, bench))


def _electorate(thread: VoteThread, bench: Bench) -> Electorate:
    """Whom the rule leaves out of this vote, as its call tells; the roster counts as of the opening."""
    first = thread.letters[0] if thread.letters else None
    at = thread.opened_at or (first.at if first is not None else None)
    if bench.roster is None or thread.rule is None or first is None or at is None:
        return BY_ROLE
    seen = first.mail.message_id == thread.root  # else its call was never archived
    call = Call(thread.subject.title, first.mail.lines if seen else (), thread.caller)
    found = find_electorate(thread.rule, bench.roster, call, at, bench.activity)
    return replace(found, reminders=tuple(_reminders(thread))) if thread.rule.electorate_adjust is not None else found


def _reminders(thread: VoteThread) -> Iterator[Reminder]:
    """The mails that may have reminded those who are silent: they call for votes and cast none."""
    for letter in thread.letters[1:]:
        silent = letter.reading is None or letter.reading.outcome is Outcome.NONE
        if silent and letter.at is not None and may_remind(letter.mail.lines):
            yield Reminder(letter.at, letter.mail.message_id)


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
            # A vote that was called off is over; a "passed" that follows speaks of another round.
            called_off = [
                letter for letter in outcomes if letter.announcement is not None and letter.announcement.outcome == "cancelled"
            ]
            letter = (called_off or last)[0]
            earlier = tuple(other.mail.message_id for other in found if other is not letter)
            return Announced(letter, _said(letter, outcomes), by_caller, earlier)
    return None


def _said(letter: Letter, outcomes: Sequence[Letter]) -> Announcement:
    """What an announcement says; a correction of the count leaves the announced outcome as it was."""
    said = letter.announcement
    assert said is not None
    earlier = [
        other.announcement.outcome for other in outcomes if other.announcement is not None and other.announcement.outcome
    ]
    return replace(said, outcome=earlier[-1]) if said.outcome is None and said.kind == "correction" and earlier else said


def _extended_end(thread: VoteThread) -> datetime | None:
    """The end that the call announces, or a later one that its caller announced afterwards."""
    ends = [thread.announced_end] + [
        announced_end(letter.mail.lines, letter.at)
        for letter in thread.letters
        if letter.announcement is not None
        and letter.announcement.kind == "extend"
        and _is_callers(letter, thread)
        and letter.at
    ]
    return max((end for end in ends if end is not None), default=None)


def _find_end(thread: VoteThread) -> datetime | None:
    """When the caller ended the vote; what comes after is late (policy 6).

    Nobody can end a vote as passed before its period is over, but where the rule lets its caller: then it ends with the period,
    or with the result repeated later.
    """
    found = _ending(thread, by_caller=True)
    first, due = found[0] if found else None, _due(thread)
    if first is None or first.at is None or not _comes_early(first, due):
        return first.at if first is not None else None
    if due is None or (thread.rule is not None and thread.rule.period.early_close == "by_caller"):
        return first.at
    return next((letter.at for letter in found if letter.at is not None and letter.at >= due), due)


def _find_early_end(thread: VoteThread) -> Ended | None:
    """The caller's word that the vote passed before its period was over, where something may end it so early."""
    found = _ending(thread, by_caller=True)
    if not found or found[0].at is None or thread.rule is None or not thread.rule.period.may_end_early:
        return None
    return Ended(found[0].at, found[0].mail.message_id) if _comes_early(found[0], _due(thread)) else None


def _due(thread: VoteThread) -> datetime | None:
    times = thread.times
    return closes_at(thread.rule, times) if thread.rule is not None and times is not None else None


def _comes_early(letter: Letter, due: datetime | None) -> bool:
    """Whether a result comes before its time; to call a vote off, or lost, there is no time."""
    outcome = letter.announcement.outcome if letter.announcement is not None else None
    return outcome not in ("cancelled", "failed") and due is not None and letter.at is not None and letter.at < due


def _cast(thread: VoteThread, bench: Bench) -> tuple[Ballot, ...]:
    """All ballots of a thread in the order received, each with what has become of it."""
    closed_at = thread.closed_at
    cast: list[Ballot] = []
    heard: set[str] = set()
    for letter in thread.letters:
        reading = letter.reading
        if (
            reading is None
            or reading.outcome in (Outcome.NONE, Outcome.CHOSEN)
            or (letter.at is None and thread.opened_at is None)
        ):
            continue
        late = closed_at is not None and letter.at is not None and letter.at > closed_at
        late = late or _too_late(letter, thread)
        key = letter.voter.key
        again = key in heard
        heard.add(key)
        mine = [ballot for ballot in cast if ballot.voter.key == key and ballot.status is Status.COUNTED] if again else []
        if reading.outcome is Outcome.WITHDRAWN:
            kept = [ballot for ballot in mine if not late and not _can_withdraw(ballot, thread)]
            if kept:
                cast.append(_ballot(letter, reading, True, thread, bench))
            mine = [ballot for ballot in mine if ballot not in kept]
            cast = [replace(ballot, status=Status.WITHDRAWN) if ballot in mine and not late else ballot for ballot in cast]
            continue
        if _says_nothing_new(reading, mine):
            continue
        cast.append(_ballot(letter, reading, late, thread, bench))
        if again:
            cast = list(settle(cast, first_stands=first_stands(thread.rule)))
    return tuple(cast)


def _can_withdraw(ballot: Ballot, thread: VoteThread) -> bool:
    """Where the first word stands only a veto can be withdrawn: by the ASF's rule it stands until its caster withdraws it."""
    rule = thread.rule
    is_veto = rule is not None and rule.veto.allowed and ballot.choice is Choice.AGAINST
    return is_veto or not first_stands(rule)


def _too_late(letter: Letter, thread: VoteThread) -> bool:
    """Some rules close the ballot with the period, not with the result."""
    rule = thread.rule
    if rule is None or rule.late != "until_period_end" or letter.at is None:
        return False
    end = _due(thread)
    return end is not None and letter.at > end


def _says_nothing_new(reading: Reading, mine: list[Ballot]) -> bool:
    """Words of approval, or talk of an earlier vote, behind a ballot that already stands."""
    if not mine or reading.outcome is Outcome.BALLOT:
        return False
    return reading.outcome is Outcome.RESTATED or (reading.doubt or "").startswith(_NOTHING_NEW)


def _ballot(letter: Letter, reading: Reading, late: bool, thread: VoteThread, bench: Bench) -> Ballot:
    clear = reading.outcome is Outcome.BALLOT
    at = letter.at or thread.opened_at
    assert at is not None
    choice = reading.choice if clear else None
    binding = thread.electorate.binds(letter.voter, choice, by_role=_binds(letter.voter, at, thread, bench))
    status = Status.LATE if late else Status.COUNTED if clear else Status.UNCLEAR
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


def _binds(voter: Voter, at: datetime, thread: VoteThread, bench: Bench) -> bool:
    """The roster decides, as of the ballot, or as of the opening where the rule says so (policy 1)."""
    if bench.roster is None or thread.rule is None:
        return False
    moment = thread.opened_at if thread.rule.binding_as_of == "opening" and thread.opened_at is not None else at
    return bench.roster.binding(voter.person, [role.value for role in thread.rule.binding], moment)


def _unseen(thread: VoteThread, bench: Bench) -> tuple[str, ...]:
    """Roster people whom a summary of an unfinished vote names as voters, though none of their mails was seen."""
    if bench.roster is None or thread.closed_at is not None:
        return ()
    seen = {ballot.voter.person for ballot in thread.ballots} | {
        one.person for one in thread.electorate.left_out if not one.keeps_minus
    }
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
