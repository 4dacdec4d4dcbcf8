"""Does an answer keep what every answer promises, whatever the mail says?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

Answer = Mapping[str, Any]

KINDS = ("proposal", "release", "poll", "other")
STATES = ("open", "passed", "failed", "cancelled", "superseded")
STANDINGS = ("short", "pending", "passing", "contested", "vetoed", "unresolved")
STATUSES = ("counted", "superseded", "withdrawn", "late", "unclear")
VOTE_KEYS = {
    "kind", "subject", "thread", "called_by", "called_at", "closes_no_earlier_than", "state", "standing", "tally", "votes",
    "announcement", "reasons",
}  # fmt: skip
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def broken_promises(answer: Answer, known: Collection[str]) -> Iterator[str]:
    """What the answer says against the interface; `known` are the ids of the mails it may speak of."""
    if not set(answer) >= {"project", "as_of", "messages", "ballots"}:
        yield f"the answer has only {sorted(answer)}"
    for vote in answer["ballots"]:
        for complaint in _of_vote(vote, answer["as_of"], known):
            yield f"{vote['subject']}: {complaint}"


def _of_vote(vote: Answer, as_of: str, known: Collection[str]) -> Iterator[str]:
    if missing := VOTE_KEYS - set(vote):
        yield f"no {', '.join(sorted(missing))}"
    for key, allowed in (("kind", KINDS), ("state", STATES), ("standing", STANDINGS)):
        if vote[key] not in allowed:
            yield f"{key} {vote[key]}"
    for key in ("called_at", "closes_no_earlier_than"):
        if vote[key] is not None and not MOMENT.fullmatch(vote[key]):
            yield f"{key} {vote[key]}"
    if vote["state"] == "passed" and vote["standing"] != "passing":
        yield f"passed, though the standing is {vote['standing']}"
    for ballot in vote["votes"]:
        yield from _of_ballot(ballot, as_of, known)
    yield from _of_tally(vote)
    yield from (
        f"a reason names the unknown mail {id}" for reason in vote["reasons"] for id in set(reason["evidence"]) - set(known)
    )


def _of_ballot(ballot: Answer, as_of: str, known: Collection[str]) -> Iterator[str]:
    if ballot["value"] not in ("+1", "0", "-1", None) or ballot["claimed"] not in ("binding", "non-binding", None):
        yield f"ballot {ballot}"
    if ballot["status"] not in STATUSES:
        yield f"a ballot is {ballot['status']}"
    if ballot["message_id"] not in known:
        yield f"a ballot in the unknown mail {ballot['message_id']}"
    if ballot["binding"] and ballot["voter"]["person"] is None:
        yield f"the ballot of a stranger binds: {ballot}"
    if not MOMENT.fullmatch(ballot["cast_at"]) or ballot["cast_at"] > as_of:
        yield f"a ballot cast at {ballot['cast_at']}"


def _of_tally(vote: Answer) -> Iterator[str]:
    """The tally is the sum of the counted ballots, and nobody is counted twice."""
    counted = [ballot for ballot in vote["votes"] if ballot["status"] == "counted"]
    voters = Counter(one["voter"]["person"] or one["voter"]["address"] or one["voter"]["name"] for one in counted)
    yield from (f"{voter} is counted {times} times" for voter, times in voters.items() if times > 1)
    if vote["kind"] == "poll":
        return
    sums = {weight: dict.fromkeys(("+1", "0", "-1"), 0) for weight in ("binding", "non_binding")}
    for ballot in counted:
        if ballot["value"] is not None:
            sums["binding" if ballot["binding"] else "non_binding"][ballot["value"]] += 1
    unclear = sum(ballot["status"] == "unclear" for ballot in vote["votes"])
    if {**sums, "unclear": unclear} != {key: vote["tally"][key] for key in (*sums, "unclear")}:
        yield f"the tally {vote['tally']} is not the sum of the ballots, {sums} and {unclear} unclear"
