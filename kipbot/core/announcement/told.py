"""What can a mail announce of a vote, and which numbers and names does it give?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from kipbot.core.announcement.clauses import Outcome
from kipbot.core.announcement.counts import Counts, count_lines
from kipbot.core.announcement.names import Named, logical_lines, read_names

_PMC = re.compile(r"\bpmc\b", re.IGNORECASE)

Kind = Literal["result", "cancel", "extend", "correction", "interim"]


@dataclass(frozen=True, slots=True)
class Announcement:
    """What a mail announces of a vote. `None` stands for a number that is not said; names are as the mail spells them.

    kind "result": the vote is over; `outcome` is None where the mail does not let one read it.
    kind "cancel": the vote is called off; `outcome` is None where that is only intended ("I'll cancel the vote").
    kind "extend": it stays open longer, or is tabled or suspended; never an outcome.
    kind "correction": replaces an earlier announcement. kind "interim": a count on the way; ends nothing.
    `certain` is false where the mail leans ("I think this passes"), looks back, or only intends.
    """

    kind: Kind
    outcome: Outcome | None
    words: str
    certain: bool = True
    binding: int | None = None
    non_binding: int | None = None
    total_for: int | None = None
    against: int | None = None
    against_binding: int | None = None
    zero: int | None = None
    names_binding: tuple[str, ...] = ()
    names_non_binding: tuple[str, ...] = ()
    names_for: tuple[str, ...] = ()
    names_against: tuple[str, ...] = ()
    names_zero: tuple[str, ...] = ()

    @property
    def ends(self) -> bool:
        """Whether the mail says, without doubt, that the vote is over."""
        return self.certain and self.kind in ("result", "cancel", "correction")


@dataclass(frozen=True, slots=True)
class Told:
    """The numbers and names of one mail."""

    counts: Counts
    named: Named
    pmc: bool  # the mail lists PMC members apart, so its committers are not binding

    @property
    def has_tally(self) -> bool:
        """Whether the mail gives a number or lists people."""
        names = sum(len(found) for found in self.named.people.values())
        return self.counts.any or names >= 2

    def names(self, choice: str, *groups: str) -> tuple[str, ...]:
        """The names of a choice; committers count as binding unless the mail lists the PMC apart."""
        wanted = groups + (("C",) if ("X" if self.pmc else "B") in groups else ())
        return tuple(dict.fromkeys(self.named.of(choice, *wanted)))


def read_tally(blocks: list[list[str]], *, correcting: bool) -> Told:
    """The numbers and names that the paragraphs of a result hold; in a correction the last number said is the one meant."""
    logical = [text for block in blocks for text in (*logical_lines(block), "")]
    pmc = any(_PMC.search(text) for text in logical)
    return Told(count_lines(logical, last=correcting), read_names(blocks), pmc)


def build_announcement(kind: Kind, outcome: Outcome | None, words: str, certain: bool, told: Told) -> Announcement:
    """An announcement from what its words say and from the numbers and names told in it."""
    counts = told.counts
    names_binding, names_non = told.names("F", "B"), told.names("F", "X")
    names_for = told.names("F", "")
    separated = counts.binding is not None or counts.non_binding is not None
    listed = bool(names_binding or names_non) and not names_for
    return Announcement(
        kind=kind,
        outcome=outcome,
        words=" ".join(words.split())[:300],
        certain=certain,
        binding=counts.binding if separated else (len(names_binding) or None),
        non_binding=counts.non_binding if separated else (len(names_non) if listed and names_non else None),
        total_for=counts.total_for
        if counts.total_for is not None
        else (None if separated or not names_for else len({*names_for, *names_binding, *names_non})),
        against=counts.against if counts.against is not None else (len(told.names("A", "", "B", "X")) or None),
        against_binding=counts.against_binding,
        zero=counts.zero if counts.zero is not None else (len(told.names("Z", "", "B", "X")) or None),
        names_binding=names_binding,
        names_non_binding=names_non,
        names_for=names_for,
        names_against=told.names("A", "", "B", "X"),
        names_zero=told.names("Z", "", "B", "X"),
    )
