"""What is the answer, why, and when could it next change?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Outcome(StrEnum):
    """The four answers."""

    MET = "met"
    WAITING = "waiting"
    FAILED = "failed"
    UNCLEAR = "unclear"


class Standing(StrEnum):
    """What the rule says of a vote at one moment."""

    SHORT = "short"  # quorum missing
    PENDING = "pending"  # quorum met, the period is not over
    PASSING = "passing"
    CONTESTED = "contested"  # not more for than against
    VETOED = "vetoed"
    UNRESOLVED = "unresolved"  # an unclear ballot or unknown person could turn it


@dataclass(frozen=True, slots=True)
class Verdict:
    """A named result in a tree of results; the page, the mail and the JSON are this tree.

    `evidence` holds Message-IDs, `because` the link to the bylaw, `recheck_at` (aware, UTC) the moment at which
    the outcome could change without news, `passes_when` the nearest way to met, in words.
    """

    subject: str
    rule: str
    outcome: Outcome
    reason: str
    evidence: tuple[str, ...] = ()
    because: str | None = None
    recheck_at: datetime | None = None
    passes_when: str | None = None
    parts: tuple[Verdict, ...] = ()

    @property
    def holds(self) -> bool:
        """True only when the condition is met."""
        return self.outcome is Outcome.MET
