"""Does an answer say of the votes what their story says?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tests.corpus.rows import read_duration, read_expectations
from tests.corpus.score import fits

from .post import message_id
from .story import Moment, Story

Answer = Mapping[str, Any]

WEIGHTS = (("binding", "binding"), ("non_binding", "non-binding"))
ANNOUNCED = ("outcome", "binding", "non_binding", "agrees")


def differences(story: Story, moment: Moment, answer: Answer) -> Iterator[str]:
    """Everything in which the answer is not what the story expects at that moment."""
    votes = answer["ballots"]
    if len(votes) not in moment.counts:
        yield f"{len(votes)} votes, not {moment.counts}: {[(one['subject'], one['thread']) for one in votes]}"
    for wanted in moment.votes:
        found = [one for one in votes if _is_meant(story, wanted, one)]
        named = wanted.get("of") or wanted.get("thread")
        if len(found) == 1:
            yield from (f"{named}: {complaint}" for complaint in _of_vote(story, wanted, found[0]))
        elif found or not wanted.get("optional"):
            yield f"{len(found)} votes of {named!r} among {[(one['subject'], one['thread']) for one in votes]}"


def _is_meant(story: Story, wanted: Answer, vote: Answer) -> bool:
    """By the thread where the story names it, else by the subject; "~words" for a subject that holds these words."""
    if "thread" in wanted:
        return bool(vote["thread"] == _ids(story)[wanted["thread"]])
    return _is_subject(wanted["of"], vote["subject"])


def _is_subject(wanted: str, subject: str) -> bool:
    return wanted[1:].casefold() in subject.casefold() if wanted.startswith("~") else wanted == subject


def _ids(story: Story) -> Mapping[str, str]:
    return {letter.id: message_id(letter) for letter in story.letters}


def _of_vote(story: Story, wanted: Answer, vote: Answer) -> Iterator[str]:
    yield from _of_standing(wanted, vote)
    yield from _of_times(story, wanted, vote)
    for id, said in wanted.get("ballots", {}).items():
        yield from _of_ballot(_ids(story)[id], said, vote)
    if "announcement" in wanted:
        tries = [list(_of_announcement(story, one, vote["announcement"])) for one in _alternatives(wanted["announcement"])]
        yield from min(tries, key=len)
    reasons = " ; ".join(reason["text"] for reason in vote["reasons"])
    if wanted.get("says", "") not in reasons:
        yield f"no reason says {wanted['says']!r}: {reasons}"


def _of_standing(wanted: Answer, vote: Answer) -> Iterator[str]:
    told = {
        **{key: vote.get(key) for key in ("kind", "state", "standing", "rule")},
        "tally": tell_tally(vote["tally"]),
        "caller": vote["called_by"]["person"] or vote["called_by"]["name"] or None,
        "entries": len(vote["votes"]),
    }
    for key, found in told.items():
        if key in wanted and found not in _alternatives(wanted[key]):
            yield f"{key} {found}, not {wanted[key]}"
    if "of" in wanted and not _is_subject(wanted["of"], vote["subject"]):
        yield f"subject {vote['subject']!r}, not {wanted['of']!r}"


def _of_times(story: Story, wanted: Answer, vote: Answer) -> Iterator[str]:
    for key, field in (("called_at", "called_at"), ("closes", "closes_no_earlier_than")):
        if key in wanted and not any(_is_moment(story, one, vote[field]) for one in _alternatives(wanted[key])):
            yield f"{key} {vote[field]}, not {wanted[key]}"


def _alternatives(wanted: Any) -> list[Any]:
    return wanted if isinstance(wanted, list) else [wanted]


def tell_tally(tally: Answer) -> str:
    """A tally in words: "3 binding +1, 1 non-binding -1, 2 unclear", or "nothing"."""
    told = [f"{tally[key][value]} {name} {value}" for key, name in WEIGHTS for value in ("+1", "0", "-1") if tally[key][value]]
    return ", ".join([*told, f"{tally['unclear']} unclear"] if tally["unclear"] else told) or "nothing"


def _is_moment(story: Story, wanted: str | None, found: str | None) -> bool:
    """Whether a moment is the wanted one: a span since the start, the beginning of a time in UTC, or none."""
    if wanted is None or found is None:
        return wanted is found
    if wanted[0] == "2" and "-" in wanted:
        return found.startswith(wanted)
    return found == (story.start + read_duration(wanted)).strftime("%Y-%m-%dT%H:%M:%SZ")


def _of_ballot(id: str, wanted: Any, vote: Answer) -> Iterator[str]:
    entries = [{**one, "kind": vote["kind"]} for one in vote["votes"] if one["message_id"] == id]
    allowed = read_expectations(wanted)
    if not entries and any(one.outcome == "none" for one in allowed):
        return
    if len(entries) != 1 or not any(fits(entries[0], one) for one in allowed):
        yield f"the ballot of {id} is {entries or 'none'}, not {wanted}"


def _of_announcement(story: Story, wanted: Answer | None, found: Answer | None) -> Iterator[str]:
    if wanted is None or found is None:
        if wanted is not found:
            yield f"announcement {found}, not {wanted}"
        return
    for key in ANNOUNCED:
        if key in wanted and found[key] not in _alternatives(wanted[key]):
            yield f"announcement: {key} {found[key]}, not {wanted[key]}; differences {found['differences']}"
    if "mail" in wanted and found["message_id"] != _ids(story)[wanted["mail"]]:
        yield f"announcement in {found['message_id']}, not in {wanted['mail']}"
    told = " ; ".join(found["differences"])
    if "differences" in wanted and not re.search(wanted["differences"], told, re.IGNORECASE):
        yield f"announcement: differences {told!r} say nothing of {wanted['differences']!r}"
