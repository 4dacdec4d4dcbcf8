"""Which rule does a vote follow, and what does the rule ask?"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PrivateAttr, StringConstraints, model_validator

from kipbot.core.calendar import Unit
from kipbot.core.patterns import check_pattern, compile_pattern

TITLE_CAP = 300  # the characters of a title that patterns look at

Pattern = Annotated[str, AfterValidator(check_pattern)]
Link = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
Count = Annotated[int, Field(ge=1, le=10_000)]
Hours = Annotated[float, Field(ge=0, le=24 * 366)]
Ratio = tuple[Annotated[int, Field(ge=0, le=1000)], Annotated[int, Field(ge=1, le=1000)]]


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
    days: Annotated[float, Field(ge=0, le=366)] | None = None
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
    """Which values a ballot may have; a fraction never counts for or against, whatever stands here."""

    values: tuple[Literal["+1", "+0", "0", "-0", "-1"], ...] = ("+1", "+0", "0", "-0", "-1")
    fractions: Literal["shown", "never_binding"] = "shown"
    options: bool = False  # the choice is among options ("+1 for option 1")


class Discussion(Part):
    """What has to come before the vote."""

    days: Annotated[float, Field(ge=0, le=366)] = 0
    unit: Literal["calendar", "business_days"] = "calendar"
    notice_business_days: Annotated[float, Field(ge=0, le=366)] = 0
    shepherd: Role | None = None
    shepherd_within_days: Annotated[float, Field(ge=0, le=366)] | None = None
    reference_implementations: Annotated[int, Field(ge=0, le=100)] = 0


class ElectorateAdjust(Part):
    """Silent voters leave the electorate of one vote after so many public pings (Flink)."""

    pings: Count
    days_apart: Annotated[float, Field(ge=0, le=366)]


class RollCall(Part):
    """How often the voters are asked who is there; their number is frozen when a vote is called (Cassandra)."""

    every_months: Count


FloorKey = Literal["quorum", "majority", "binding", "period", "veto"]


class Floor(Part):
    """What projects that extend this rule may not go below (`must`), or only with a reason of their own (`should`)."""

    must: tuple[FloorKey, ...] = ()
    should: tuple[FloorKey, ...] = ()


class VoteRule(Part):
    """Everything that one kind of vote asks. All conditions that are given must hold; rules/README.md explains each key."""

    name: str = ""
    applies_to: tuple[Action, ...] = Field(min_length=1)
    matches: tuple[Pattern, ...] = ()

    quorum: Count | None = None
    majority: bool = False
    net: Count | None = None
    ratio: Count | None = None
    min_total: Count | None = None
    share: Share | None = None
    participation: Share | None = None
    all_must_vote: bool = False
    unanimous: bool = False
    no_minus: bool = False
    minus_scope: Literal["binding", "any"] = "binding"
    veto: Veto = Veto()
    escalates_to: str | None = None
    poll: bool = False

    binding: tuple[Role, ...] = ()
    binding_as_of: Literal["ballot", "opening"] = "ballot"
    exclude: tuple[Literal["subject", "author"], ...] = ()
    primary_author_binds: bool = False
    active_only: bool = False
    emeritus_after_months: Count | None = None
    electorate_adjust: ElectorateAdjust | None = None
    roll_call: RollCall | None = None

    period: Period = Period(hours=72)
    ballots: Ballots = Ballots()
    vote_change: Literal["latest", "never"] = "latest"
    late: Literal["until_result", "until_period_end"] = "until_result"
    venue: Literal["public", "private"] = "public"
    discussion: Discussion | None = None
    result_required: tuple[Literal["mail", "wiki", "pull_request"], ...] = ()

    from_: date | None = Field(default=None, alias="from")
    to: date | None = None
    confidence: Confidence
    confidence_of: dict[str, Confidence] = Field(default_factory=dict)
    because: Link
    note: str = ""
    deviates: bool = False
    floor: Floor = Floor()

    _escalation: VoteRule | None = PrivateAttr(default=None)

    @model_validator(mode="after")
    def _makes_sense(self) -> VoteRule:
        if not (self.poll or self.escalates_to or self.conditions):
            raise ValueError(f"asks for nothing; give at least one of {', '.join(CONDITIONS)}")
        if not self.binding and not self.poll:
            raise ValueError("says not whose ballots bind; give binding, such as binding: [pmc]")
        if self.from_ is not None and self.to is not None and self.to <= self.from_:
            raise ValueError(f"is in force from {self.from_} to {self.to}, which is never")
        unknown = sorted(set(self.confidence_of) - set(VALUES))
        if unknown:
            raise ValueError(f"confidence_of names {unknown[0]!r}, which is no value of a rule; allowed: {', '.join(VALUES)}")
        return self

    @property
    def conditions(self) -> tuple[str, ...]:
        """The names of the conditions on the count that this rule sets."""
        return tuple(name for name in CONDITIONS if name != "veto" and getattr(self, name)) + ("veto",) * self.veto.allowed

    @property
    def needs_electorate(self) -> bool:
        """Whether the number of those who may vote must be known."""
        shares = (self.share, self.participation)
        return self.all_must_vote or any(share is not None and share.of == "electorate" for share in shares)

    @property
    def escalation(self) -> VoteRule | None:
        """The rule that takes over with the first -1, where the rule names one."""
        return self._escalation

    def escalating_to(self, other: VoteRule) -> VoteRule:
        """The same rule, with `other` taking over at the first -1."""
        copy = self.model_copy()
        copy._escalation = other
        return copy

    def in_force(self, at: datetime) -> bool:
        """Whether the rule holds for a vote that opened at `at`; `from` is included, `to` is not."""
        after = self.from_ is None or at >= _midnight(self.from_)
        return after and (self.to is None or at < _midnight(self.to))

    def fits(self, about: str) -> bool:
        """Whether a title has one of the rule's patterns."""
        return any(compile_pattern(pattern).search(about[:TITLE_CAP]) for pattern in self.matches)

    def unsure(self) -> tuple[str, ...]:
        """The values of this rule that were inferred or recalled: "period (inferred)"."""
        given = [name for name in VALUES if name in self.model_fields_set]
        known = {name: self.confidence_of.get(name, self.confidence) for name in given} | self.confidence_of
        return tuple(f"{name} ({known[name]})" for name in VALUES if name in known and known[name] in UNSURE)


CONDITIONS = (
    "quorum",
    "majority",
    "net",
    "ratio",
    "min_total",
    "share",
    "participation",
    "all_must_vote",
    "unanimous",
    "no_minus",
    "veto",
)
VALUES = (
    *CONDITIONS,
    "minus_scope",
    "binding",
    "exclude",
    "active_only",
    "emeritus_after_months",
    "period",
    "venue",
    "discussion",
    "electorate_adjust",
    "roll_call",
    "escalates_to",
    "from",
    "to",
)


class ProposalPattern(Part):
    """How subjects name the project's proposals: the prefix, and a pattern whose one group is the number."""

    prefix: Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9]{0,15}$")]
    pattern: Pattern = ""

    @model_validator(mode="after")
    def _one_group(self) -> ProposalPattern:
        if self.pattern and compile_pattern(self.pattern).groups != 1:
            raise ValueError(r"pattern needs exactly one group, for the number, such as '\bKIP[- ]?(\d{1,6})\b'")
        return self

    @cached_property
    def expression(self) -> str:
        """The pattern, or the usual one for the prefix; letters match in either case."""
        return self.pattern or rf"\b{self.prefix}[-\s\u2010-\u2015]?(\d{{1,6}})\b"


class Lists(Part):
    """The project's mailing lists; those under `never_read` are not read even if their mail arrives."""

    schema_: Literal[1] = Field(default=1, alias="schema")
    dev: str = ""
    also: tuple[str, ...] = ()
    never_read: tuple[str, ...] = ()


class RuleSet(Part):
    """One project's rules, the inherited ones after its own."""

    schema_: Literal[1] = Field(alias="schema")
    project: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,63}$")]
    extends: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,63}$")] | None = None
    asf: bool = True
    proposals: tuple[ProposalPattern, ...] = ()
    lists: Lists = Lists()
    votes: dict[str, VoteRule]

    _warnings: tuple[str, ...] = PrivateAttr(default=())
    _inherited: frozenset[str] = PrivateAttr(default=frozenset())

    @model_validator(mode="before")
    @classmethod
    def _name_rules(cls, given: Any) -> Any:
        if not isinstance(given, dict) or not isinstance(given.get("votes"), dict):
            return given
        votes = {name: {"name": name, **rule} if isinstance(rule, dict) else rule for name, rule in given["votes"].items()}
        return {**given, "votes": votes}

    @property
    def is_asf(self) -> bool:
        """Whether the project belongs to the ASF and so keeps its floor."""
        return self.asf

    @property
    def warnings(self) -> tuple[str, ...]:
        """Where the project asks for less than the ASF recommends, because its own bylaws say so."""
        return self._warnings

    @property
    def own(self) -> tuple[VoteRule, ...]:
        """The rules that the project's own file gives."""
        return tuple(rule for name, rule in self.votes.items() if name not in self._inherited)

    def inheriting(self, parent: RuleSet, warnings: tuple[str, ...] = ()) -> RuleSet:
        """These rules, followed by those of `parent` that have no rule of the same name here."""
        inherited = {name: rule for name, rule in parent.votes.items() if name not in self.votes}
        update = {"votes": {**self.votes, **inherited}, "proposals": self.proposals or parent.proposals}
        merged = self.model_copy(update=update)
        merged._inherited = frozenset(inherited)
        merged._warnings = (*parent.warnings, *warnings)
        return merged

    def rule_for(self, kind: str, at: datetime, *, about: str = "") -> VoteRule | None:
        """The rule that a vote of this kind, opened at `at` (aware), with this title, follows; `None` where there is none.

        A rule whose `matches` fit the title comes before one that takes every vote of its kind, the project's own before
        an inherited one. A vote is judged by the rules in force when it opened.
        """
        later = {rule.escalates_to for rule in self.votes.values()}
        in_force = [rule for name, rule in self.votes.items() if name not in later and rule.in_force(at)]
        fitting = (rule for rule in in_force if _may_be(rule, kind) and rule.fits(about))
        general = (rule for rule in in_force if kind in rule.applies_to and not (rule.matches and kind in _SHOWN_BY_SUBJECT))
        rule = next(fitting, None) or next(general, None)
        other = self.votes.get(rule.escalates_to or "") if rule is not None else None
        return rule.escalating_to(other) if rule is not None and other is not None else rule

    def unsure(self) -> tuple[str, ...]:
        """Every value of the project's own rules that was inferred or recalled, as "votes.bylaws.period (inferred)"."""
        return tuple(f"votes.{rule.name}.{value}" for rule in self.own for value in rule.unsure())


_BY_SUBJECT = frozenset({Action.PROPOSAL, Action.RELEASE, Action.POLL})
_SHOWN_BY_SUBJECT = _BY_SUBJECT | {Action.OTHER}


def _may_be(rule: VoteRule, kind: str) -> bool:
    """A vote that is no proposal, release or poll may be any other action: its title decides."""
    return kind in rule.applies_to or (kind == Action.OTHER and not _BY_SUBJECT.intersection(rule.applies_to))


@lru_cache(maxsize=1024)
def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)
