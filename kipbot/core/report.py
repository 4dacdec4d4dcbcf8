"""What do programs get to see of votes? The JSON that INTERFACE promises, one object a replay."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from kipbot.core.docket import Judged
from kipbot.core.tally import Ballot, Choice, Tally, Voter
from kipbot.core.thread import Announced, VoteThread
from kipbot.core.verdict import Outcome, Verdict

Json = dict[str, Any]


def write_time(moment: datetime | None) -> str | None:
    """UTC with a Z, seconds only; "2026-03-09T00:00:00Z"."""
    return None if moment is None else moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def show_vote(judged: Judged) -> Json:
    """One vote with its ballots, tally, announcement and the reasons of its verdict."""
    thread, verdict = judged.thread, judged.verdict
    ballots = sorted(thread.ballots, key=lambda ballot: (ballot.cast_at, ballot.message_id))
    shown: Json = {
        "kind": thread.kind,
        "subject": thread.title,
        "title": thread.subject.title,
        "proposals": list(thread.subject.proposals),
        "thread": thread.root,
        "called_by": _show_voter(thread.caller),
        "called_at": write_time(thread.opened_at),
        "closes_no_earlier_than": write_time(verdict.closes_at)
        if verdict is not None and thread.opened_at is not None
        else None,
        "state": judged.state,
        "standing": verdict.standing.value if verdict is not None else "unresolved",
        "tally": show_tally(thread.tally),
        "votes": [_show_ballot(ballot) for ballot in ballots],
        "announcement": _show_announced(thread.announced, judged.differences),
        "rule": thread.rule.name if thread.rule is not None else None,
        "passes_when": verdict.verdict.passes_when if verdict is not None else None,
        "recheck_at": write_time(verdict.verdict.recheck_at) if verdict is not None else None,
        "reasons": [_show_reason(part) for part in verdict.verdict.parts] if verdict is not None else [],
    }
    if thread.kind == "poll" or (thread.rule is not None and thread.rule.ballots.options):
        shown["choices"] = _show_choices(thread)
    return shown


def _show_voter(voter: Voter | None) -> Json:
    if voter is None:
        return {"person": None, "address": "", "name": ""}
    shown: Json = {"person": voter.person, "address": voter.address, "name": voter.name}
    if voter.doubt is not None:
        shown |= {"doubt": voter.doubt, "may_be": voter.may_be}
    return shown


def show_tally(tally: Tally) -> Json:
    """How many counted ballots there are of each value, binding and not, and how many are unclear."""
    return {
        "binding": {
            choice.value: len(tally.cast(choice, binding=True)) for choice in (Choice.FOR, Choice.ABSTAIN, Choice.AGAINST)
        },
        "non_binding": {
            choice.value: len(tally.cast(choice, binding=False)) for choice in (Choice.FOR, Choice.ABSTAIN, Choice.AGAINST)
        },
        "unclear": len(tally.unclear),
    }


def _show_ballot(ballot: Ballot) -> Json:
    shown: Json = {
        "message_id": ballot.message_id,
        "voter": _show_voter(ballot.voter),
        "cast_at": write_time(ballot.cast_at),
        "value": ballot.choice.value if ballot.choice is not None else None,
        "binding": ballot.binding,
        "claimed": ballot.claim.value if ballot.claim is not None else None,
        "status": ballot.status.value,
        "line": ballot.words,
    }
    extra = {"doubt": ballot.doubt, "fraction": ballot.fraction, "option": ballot.option, "reason": ballot.reason}
    return shown | {key: value for key, value in extra.items() if value is not None}


def _show_choices(thread: VoteThread) -> list[Json]:
    """Each voter's last choice in a poll; never an approval."""
    last: dict[str, Json] = {}
    for letter in thread.letters:
        if letter.reading is not None and letter.reading.option is not None:
            last[letter.voter.key] = {
                "option": letter.reading.option,
                "voter": _show_voter(letter.voter),
                "cast_at": write_time(letter.at),
                "message_id": letter.mail.message_id,
                "line": letter.reading.words,
            }
    return list(last.values())


def _show_announced(announced: Announced | None, differences: tuple[str, ...]) -> Json | None:
    if announced is None:
        return None
    said = announced.announcement
    return {
        "message_id": announced.letter.mail.message_id,
        "at": write_time(announced.letter.at),
        "outcome": said.outcome,
        "binding": said.binding if said.binding is not None else (len(said.names_binding) or None),
        "non_binding": said.non_binding if said.non_binding is not None else (len(said.names_non_binding) or None),
        "agrees": not differences,
        "differences": list(differences),
        "by_caller": announced.by_caller,
        "corrects": list(announced.corrects),
        "line": said.words,
    }


def _show_reason(part: Verdict) -> Json:
    return {
        "rule": part.rule,
        "holds": part.outcome is Outcome.MET,
        "outcome": part.outcome.value,
        "text": part.reason,
        "evidence": list(part.evidence),
        "because": part.because,
    }
