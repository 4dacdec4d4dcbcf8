"""Of what pieces is a rule made: shares, periods, vetoes, values, and what has to come before?"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from kipbot.core.calendar import Unit

# Strict, as `quorum: true` would be read as one otherwise.
Count = Annotated[int, Field(strict=True, ge=1, le=10_000)]
Hours = Annotated[float, Field(strict=True, ge=0, le=24 * 366)]
Days = Annotated[float, Field(strict=True, ge=0, le=366)]
Ratio = tuple[Annotated[int, Field(strict=True, ge=0, le=1000)], Annotated[int, Field(strict=True, ge=1, le=1000)]]


class Confidence(StrEnum):
    """How a value is known. `inferred` and `recalled` values must be checked before they are relied on."""

    PRIMARY = "primary"  # read in the bylaw or policy itself
    QUOTED = "quoted"  # quoted by another public source
    MEASURED = "measured"  # measured on what the project did
    INFERRED = "inferred"  # concluded from sibling projects
    RECALLED = "recalled"  # remembered, not read


UNSURE = frozenset({Confidence.INFERRED, Confidence.RECALLED})


class Action(StrEnum):
    """What a vote decides. The first four are what a subject line alone can show."""

    PROPOSAL = "proposal"
    RELEASE = "release"
    POLL = "poll"
    OTHER = "other"
    CODE_CHANGE = "code_change"
    RELEASE_PLAN = "release_plan"
    CODEBASE = "codebase"
    COMMITTER_ADD = "committer_add"
    COMMITTER_REMOVE = "committer_remove"
    PMC_ADD = "pmc_add"
    PMC_REMOVE = "pmc_remove"
    BYLAWS = "bylaws"
    BRANCH_MERGE = "branch_merge"
    FORMAT_CHANGE = "format_change"
    NEW_CHAIR = "new_chair"


class Role(StrEnum):
    """Whose ballots may bind."""

    COMMITTER = "committer"
    PMC = "pmc"
    PPMC = "ppmc"
    IPMC = "ipmc"
    BOARD = "board"
    MODULE_COMMITTER = "module_committer"


class Part(BaseModel):
    """A frozen piece of a rule that knows no other keys than its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, hide_input_in_errors=True)


class Share(Part):
    """A part of a whole that must be +1 (or must take part): `at_least: [2, 3]` or `more_than: [1, 2]`."""

    of: Literal["cast", "cast_with_abstentions", "electorate", "roll_call"]
    at_least: Ratio | None = None
    more_than: Ratio | None = None

    @model_validator(mode="after")
    def _one_bound(self) -> Share:
        if (self.at_least is None) == (self.more_than is None):
            raise ValueError("needs either at_least or more_than, such as at_least: [2, 3]")
        if self.fraction > 1:
            raise ValueError("a share is at most the whole, such as at_least: [2, 3]")
        return self

    @property
    def fraction(self) -> Fraction:
        """The share as an exact number."""
        return Fraction(*(self.at_least or self.more_than or (1, 1)))

    def needed(self, whole: int) -> int:
        """How many of `whole` make the share: 14 of 27 for more than a half, 18 of 27 for at least two thirds."""
        exact = self.fraction * whole
        return int(exact) + 1 if self.more_than is not None else -int(-exact // 1)


class Cumulative(Part):
    """Candidates of one release share a period: together `hours`, each at least `floor_hours` (Airflow)."""

    hours: Hours
    floor_hours: Hours


class Period(Part):
    """How long a vote stays open at least, counted how, from when to when."""

    hours: Hours | None = None
    days: Days | None = None
    unit: Unit = Unit.CALENDAR
    starts: Literal["first_message", "mail_sent", "archive_posting"] = "first_message"
    ends: Literal["minimum", "announced_deadline", "deadline_and_quorum", "quorum_only"] = "minimum"
    cumulative: Cumulative | None = None
    early_close: Literal["never", "by_poll", "by_caller"] = "never"
    waived_by: Literal["nobody", "emergency_vote"] = "nobody"
    extended_over_holidays: bool = False
    holidays: tuple[date, ...] = ()

    @model_validator(mode="after")
    def _one_length(self) -> Period:
        if self.hours is not None and self.days is not None:
            raise ValueError("say hours or days, not both")
        if self.hours is None and self.days is None and self.ends != "quorum_only":
            raise ValueError("needs hours or days, such as hours: 72")
        if (self.hours is not None or self.days is not None) and self.ends == "quorum_only":
            raise ValueError("ends: quorum_only means that there is no least time; leave out hours and days")
        if self.cumulative is not None and self.unit is not Unit.CALENDAR:
            raise ValueError("cumulative periods are counted in calendar hours")
        return self

    @property
    def length(self) -> timedelta:
        """The least length, in the rule's own unit."""
        return timedelta(hours=self.hours or 0, days=self.days or 0)

    @property
    def skipped_days(self) -> frozenset[date]:
        """The holidays that do not count."""
        skips = self.extended_over_holidays or self.unit is Unit.BUSINESS_DAYS
        return frozenset(self.holidays) if skips else frozenset()

    @property
    def lacks_holidays(self) -> bool:
        """Whether it is longer over holidays of which no day is named, so that nobody can skip them."""
        return self.extended_over_holidays and not self.holidays

    @property
    def may_end_early(self) -> bool:
        """Whether something may end the vote before the period is over."""
        return self.early_close != "never" or self.waived_by != "nobody"

    def least(self, earlier_rounds: tuple[timedelta, ...]) -> timedelta:
        """The least length after earlier candidates that lasted so long."""
        if self.cumulative is None or not earlier_rounds:
            return self.length
        rest = timedelta(hours=self.cumulative.hours) - sum(earlier_rounds, start=timedelta(0))
        return max(rest, timedelta(hours=self.cumulative.floor_hours))


class Veto(Part):
    """May a single -1 stop it? A veto stands until the one who cast it withdraws it."""

    allowed: bool = False
    needs_reason: bool = True  # without a technical justification it is invalid and weightless
    withdrawn_by: Literal["caster"] = "caster"
    confirmed_by: Literal["nobody", "any_binding_voter"] = "nobody"


class Ballots(Part):
    """Which values a ballot may have; any other weighs nothing. A fraction never counts for or against, whatever stands here."""

    values: tuple[Literal["+1", "+0", "0", "-0", "-1"], ...] = ("+1", "+0", "0", "-0", "-1")
    fractions: Literal["shown", "never_binding"] = "shown"
    options: bool = False  # the choice is among options ("+1 for option 1"), which approves none of them

    @field_validator("values", mode="before")
    @classmethod
    def _quoted(cls, given: object) -> object:
        # YAML reads +1 as the number 1, and tells neither +0 nor -0 from 0.
        if isinstance(given, (list, tuple)) and any(isinstance(one, (int, float)) for one in given):
            raise ValueError('must be quoted, such as ["+1", "0", "-1"]')
        return given

    @field_validator("values")
    @classmethod
    def _can_pass(cls, values: tuple[str, ...]) -> tuple[str, ...]:
        if "+1" not in values:
            raise ValueError('must hold "+1", or nobody can vote for it')
        return values

    @property
    def takes_all(self) -> bool:
        """Whether every value that can be written is one."""
        return set(self.values) == {"+1", "+0", "0", "-0", "-1"}


class Discussion(Part):
    """What has to come before the vote."""

    days: Days = 0
    unit: Literal["calendar", "business_days"] = "calendar"
    notice_business_days: Days = 0
    shepherd: Role | None = None
    shepherd_within_days: Days | None = None
    reference_implementations: Annotated[int, Field(strict=True, ge=0, le=100)] = 0

    @model_validator(mode="after")
    def _whose_days(self) -> Discussion:
        if self.shepherd_within_days is not None and self.shepherd is None:
            raise ValueError("shepherd_within_days needs the role of a shepherd, such as shepherd: pmc")
        return self

    @property
    def asks_time(self) -> bool:
        """Whether it matters when the discussion began."""
        return bool(self.days or self.notice_business_days or self.shepherd_within_days)


class ElectorateAdjust(Part):
    """Silent voters leave the electorate of one vote after so many public pings (Flink)."""

    pings: Count
    days_apart: Days


class RollCall(Part):
    """How often the voters are asked who is there; their number is frozen when a vote is called (Cassandra)."""

    every_months: Count


FloorKey = Literal["quorum", "majority", "binding", "period", "veto"]


class Floor(Part):
    """What projects that extend this rule may not go below (`must`), or only with a reason of their own (`should`)."""

    must: tuple[FloorKey, ...] = ()
    should: tuple[FloorKey, ...] = ()
