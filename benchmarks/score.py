"""Are the answers right? The votes that `kipbot replay` found beside those that were truly cast."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_CLEAR = frozenset({"counted", "superseded", "late", "withdrawn"})


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of 0 to 1, and the ids of the mails that were read wrongly."""

    precision: float
    recall: float
    invented: tuple[str, ...]
    missed: tuple[str, ...]


def compare(answer: dict[str, Any], votes: Path) -> Score:
    """Precision over the ballots that kipbot reads as clear, recall over the true votes; value and binding must both agree."""
    truth = {}
    for line in votes.read_text(encoding="utf-8").splitlines():
        vote = json.loads(line)
        if vote["value"] is not None:
            truth[vote["message_id"]] = (vote["value"], vote["binding"])
    found = {
        ballot["message_id"]: (ballot["value"], ballot["binding"])
        for vote in answer["ballots"]
        for ballot in vote["votes"]
        if ballot["status"] in _CLEAR
    }
    right = {id for id, said in found.items() if truth.get(id) == said}
    return Score(
        len(right) / max(1, len(found)),
        len(right) / max(1, len(truth)),
        tuple(id for id in found if id not in right),
        tuple(id for id in truth if id not in right),
    )
