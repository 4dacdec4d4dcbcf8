"""How does every vote stand at a moment, and is what was announced of it true?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kipbot.core.announcement.reader import compare
from kipbot.core.discussed import Discussed, find_discussion
from kipbot.core.followup import find_owed
from kipbot.core.judge import VoteTimes, VoteVerdict, judge_vote
from kipbot.core.roster import Roster
from kipbot.core.rules import VoteRule
from kipbot.core.subject import Subject
from kipbot.core.tally import Tally
from kipbot.core.thread import VoteThread
from kipbot.core.verdict import Standing


@dataclass(frozen=True, slots=True)
class Judged:
    """A vote with its verdict, what has become of it, and what is wrong with the announced result."""

    thread: VoteThread
    state: str  # open, passed, failed, cancelled, superseded
    verdict: VoteVerdict | None
    differences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Bench:
    """A vote with the rule, the times and the people by which it is judged."""

    thread: VoteThread
    rule: VoteRule
    times: VoteTimes
    roster: Roster | None
    discussed: Discussed | None


def judge_all(
    threads: Sequence[VoteThread], roster: Roster | None, as_of: datetime, discussed: Mapping[str, Discussed] | None = None
) -> tuple[Judged, ...]:
    """Judge every vote as of a moment (aware, UTC). `discussed` is what was talked about, for rules that ask for it."""
    room = _Room(_shelve(threads), roster, as_of, discussed or {})
    return tuple(_judge(thread, room) for thread in threads)


_Shelf = dict[tuple[object, ...], list[VoteThread]]


@dataclass(frozen=True, slots=True)
class _Room:
    """What all votes are judged by: the other votes, the people, the moment, the discussions."""

    shelf: _Shelf
    roster: Roster | None
    as_of: datetime
    discussed: Mapping[str, Discussed]


def _shelve(threads: Sequence[VoteThread]) -> _Shelf:
    """Votes of one matter side by side: of one proposal, of one release, of one title."""
    shelf: _Shelf = {}
    for thread in threads:
        for key in _matters(thread.subject):
            shelf.setdefault(key, []).append(thread)
    return shelf


def _matters(subject: Subject) -> tuple[tuple[object, ...], ...]:
    if subject.proposals:
        return tuple(("proposal", proposal) for proposal in subject.proposals)
    return (("title", subject.version, subject.words),)


def _judge(thread: VoteThread, room: _Room) -> Judged:
    others = [other for key in _matters(thread.subject) for other in room.shelf[key] if other is not thread]
    times = thread.times
    if thread.rule is None or times is None:
        return Judged(thread, _ended_without_rule(thread) or _superseded(thread, others) or "open", None)
    # Nothing that comes after the end moves a vote: it is judged by what had been said when it was closed.
    discussed = find_discussion(thread.subject, room.discussed) if room.discussed and thread.rule.discussion else None
    bench = _Bench(thread, thread.rule, times, room.roster, discussed)
    verdict = _verdict(bench, thread.tally, room.as_of)
    then = _standing_then(bench)
    state = _state(bench, then) or _superseded(thread, others) or "open"
    return Judged(thread, state, _with_result(bench, verdict, state), _differences(bench, verdict, then))


def _standing_then(bench: _Bench) -> Standing | None:
    """How the vote stood when its outcome was announced."""
    announced = bench.thread.announced
    if announced is None or announced.letter.at is None or announced.announcement.outcome in (None, "cancelled"):
        return None
    moment = announced.letter.at
    known = replace(bench.thread, told=bench.thread.told.as_of(moment))
    return _verdict(replace(bench, thread=known), known.tally_at(moment), moment).standing


def _verdict(bench: _Bench, tally: Tally, as_of: datetime) -> VoteVerdict:
    thread, rule, times, roster = bench.thread, bench.rule, bench.times, bench.roster
    size = None
    if roster is not None and (rule.needs_electorate or (rule.escalation is not None and rule.escalation.needs_electorate)):
        size = thread.electorate.size(rule, roster, times.opened_at)
    return judge_vote(
        rule,
        tally,
        times,
        as_of,
        subject=thread.title,
        electorate_size=size,
        electorate=thread.electorate,
        discussed=bench.discussed,
        told=thread.told,
    )


def _same_release(one: Subject, other: Subject) -> bool:
    return one.version == other.version and one.version is not None and one.words == other.words


# --- what has become of it


def _ended_without_rule(thread: VoteThread) -> str | None:
    announced = thread.announced
    if announced is not None and announced.by_caller and announced.announcement.outcome == "cancelled":
        return "cancelled"
    return None


def _state(bench: _Bench, then: Standing | None) -> str | None:
    """An announcement of the caller that the rule bears out; a cancellation needs no rule."""
    announced = bench.thread.announced
    if announced is None or not announced.by_caller or not announced.announcement.ends or announced.letter.at is None:
        return None
    outcome = announced.announcement.outcome
    if outcome == "cancelled":
        return "cancelled"
    if outcome == "passed" and then is Standing.PASSING:
        return "passed"
    if outcome == "failed" and then in (Standing.SHORT, Standing.CONTESTED, Standing.VETOED):
        return "failed"
    return None


def _with_result(bench: _Bench, verdict: VoteVerdict, state: str) -> VoteVerdict:
    """What still has to follow a vote that passes (`result_required`): parts of the tree that move no standing."""
    if verdict.standing is not Standing.PASSING or state not in ("open", "passed") or not bench.rule.result_required:
        return verdict
    root = verdict.verdict
    owed = find_owed(bench.thread, bench.rule.result_required, root, told=state == "passed")
    return replace(verdict, verdict=replace(root, parts=(*root.parts, *owed)))


def _superseded(thread: VoteThread, threads: Sequence[VoteThread]) -> str | None:
    """A later call of the same matter starts from nothing and leaves the earlier one behind (policy 7)."""
    if thread.opened_at is None:
        return None
    later = (
        other
        for other in threads
        if other.trusted
        and other.opened_at is not None
        and other.opened_at > thread.opened_at
        and (other.kind == "poll") is (thread.kind == "poll")  # a poll puts no vote aside
    )
    return "superseded" if any(_replaces(other.subject, thread.subject) for other in later) else None


def _replaces(later: Subject, earlier: Subject) -> bool:
    if later.proposals or earlier.proposals:
        return bool(set(later.proposals) & set(earlier.proposals))
    if earlier.version is not None or later.version is not None:
        return _same_release(later, earlier) and (
            (later.candidate or 0) > (earlier.candidate or 0)
            or (later.take or 1) > (earlier.take or 1)
            or later.title == earlier.title
        )
    return later.words == earlier.words


def _differences(bench: _Bench, verdict: VoteVerdict, then: Standing | None) -> tuple[str, ...]:
    thread, roster = bench.thread, bench.roster
    announced = thread.announced
    if announced is None or announced.letter.at is None:
        return ()
    stranger = announced.letter.voter.name or announced.letter.voter.address
    foreign = () if announced.by_caller else (f"sent by {stranger}, who did not call the vote: it closes nothing",)
    if announced.announcement.outcome == "cancelled":
        return foreign
    found = list(
        compare(
            announced.announcement,
            thread.tally_at(announced.letter.at),
            closes_at=verdict.closes_at if announced.announcement.outcome == "passed" else None,
            announced_at=announced.letter.at,
            called_at=thread.opened_at,
            names=lambda name: _resolve(name, roster),
        )
    )
    return (*found, *_other_outcome(announced.announcement.outcome, then, bench.rule), *foreign)


def _other_outcome(outcome: str | None, then: Standing | None, rule: VoteRule) -> list[str]:
    """An outcome that the rule does not give for the count at that moment; an early end is told elsewhere."""
    if rule.chooses:
        return ["announced as passed; it shows what people prefer, and approves nothing"] * (outcome == "passed")
    borne_out = {"passed": (Standing.PASSING, Standing.PENDING), "failed": tuple(set(Standing) - {Standing.PASSING})}
    if outcome is None or then is None or then in borne_out[outcome]:
        return []
    return [f"announced as {outcome}; by the rule it was {then.value} then"]


def _resolve(name: str, roster: Roster | None) -> str | None:
    if roster is None:
        return None
    people = roster.look_up(name).people
    return people[0].id if len(people) == 1 else None
