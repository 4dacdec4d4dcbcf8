"""Which rule does a vote follow, and what does the rule ask?"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import cached_property, lru_cache
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, PrivateAttr, StringConstraints, model_validator

from kipbot.core.patterns import check_pattern, compile_pattern
from kipbot.core.terms import (
    UNSURE,
    Action,
    Ballots,
    Confidence,
    Count,
    Discussion,
    ElectorateAdjust,
    Floor,
    Part,
    Period,
    Role,
    RollCall,
    Share,
    Veto,
)

__all__ = [
    "Action",
    "Ballots",
    "Confidence",
    "Discussion",
    "ElectorateAdjust",
    "Floor",
    "Lists",
    "Period",
    "ProposalPattern",
    "Role",
    "RollCall",
    "RuleSet",
    "Share",
    "Veto",
    "VoteRule",
]

TITLE_CAP = 300  # the characters of a title that patterns look at

Pattern = Annotated[str, AfterValidator(check_pattern)]
Address = Annotated[str, StringConstraints(pattern=r"^[^\s@<>]+@[^\s@<>]+$")]
Link = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]


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
        if not (self.chooses or self.escalates_to or self.conditions):
            raise ValueError(f"asks for nothing; give at least one of {', '.join(CONDITIONS)}")
        if not self.binding and not self.chooses:
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
    def chooses(self) -> bool:
        """Whether it shows what people prefer, and approves nothing."""
        return self.poll or self.ballots.options

    @property
    def needs_electorate(self) -> bool:
        """Whether the number of those who may vote must be known."""
        shares = (self.share, self.participation)
        return self.all_must_vote or any(share is not None and share.of == "electorate" for share in shares)

    @property
    def needs_roll_call(self) -> bool:
        """Whether it must be known how many answered the last roll call."""
        return any(share is not None and share.of == "roll_call" for share in (self.share, self.participation))

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

    def undated(self) -> tuple[str, ...]:
        """The values of this rule that wait for a list of days."""
        return ("period.extended_over_holidays",) * self.period.lacks_holidays


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
    dev: Address = ""
    also: tuple[Address, ...] = ()
    never_read: tuple[Address, ...] = ()


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
    _floors: tuple[VoteRule, ...] = PrivateAttr(default=())

    @model_validator(mode="before")
    @classmethod
    def _name_rules(cls, given: Any) -> Any:
        if not isinstance(given, dict) or not isinstance(given.get("votes"), dict):
            return given
        votes = {name: {"name": name, **rule} if isinstance(rule, dict) else rule for name, rule in given["votes"].items()}
        return {**given, "votes": votes}

    @property
    def warnings(self) -> tuple[str, ...]:
        """Where the project asks for less than the ASF recommends, because its own bylaws say so."""
        return self._warnings

    @property
    def own(self) -> tuple[VoteRule, ...]:
        """The rules that the project's own file gives."""
        return tuple(rule for name, rule in self.votes.items() if name not in self._inherited)

    @property
    def floors(self) -> tuple[VoteRule, ...]:
        """The rules that those who extend these may not go below, however many stand between: a rule that replaces one keeps it."""
        return (*(rule for rule in self.own if rule.floor.must or rule.floor.should), *self._floors)

    def inheriting(self, parent: RuleSet, warnings: tuple[str, ...] = ()) -> RuleSet:
        """These rules, followed by those of `parent` that have no rule of the same name here."""
        inherited = {name: rule for name, rule in parent.votes.items() if name not in self.votes}
        update = {"votes": {**self.votes, **inherited}, "proposals": self.proposals or parent.proposals}
        merged = self.model_copy(update=update)
        merged._inherited = frozenset(inherited)
        merged._warnings = (*parent.warnings, *warnings)
        merged._floors = parent.floors
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

    @property
    def proposal_word(self) -> str:
        """What the project calls a proposal, with its article: "a KIP", "an AIP"."""
        prefix = self.proposals[0].prefix if self.proposals else "proposal"
        return f"{'an' if prefix[0] in 'AEIO' else 'a'} {prefix}"

    def deciders(self, at: datetime) -> dict[str, tuple[str, ...]]:
        """The roles whose ballots bind on a proposal and on a release at a moment, where a rule says so."""
        asked = ((self.proposal_word, self.rule_for(Action.PROPOSAL, at)), ("a release", self.rule_for(Action.RELEASE, at)))
        return {what: rule.binding for what, rule in asked if rule is not None and rule.binding}

    @property
    def asks_discussion(self) -> bool:
        """Whether a rule asks since when something was discussed, so that discussions have to be read as well."""
        return any(rule.discussion is not None and rule.discussion.asks_time for rule in self.votes.values())

    @property
    def asks_activity(self) -> bool:
        """Whether a rule asks who was silent for how long."""
        return any(rule.emeritus_after_months is not None for rule in self.votes.values())

    def unsure(self) -> tuple[str, ...]:
        """Every value of the project's own rules that was inferred or recalled, as "votes.bylaws.period (inferred)"."""
        return tuple(f"votes.{rule.name}.{value}" for rule in self.own for value in rule.unsure())

    def undated(self) -> tuple[str, ...]:
        """Every value of the project's own rules that waits for a list of days, as "votes.cep.period.extended_over_holidays"."""
        return tuple(f"votes.{rule.name}.{value}" for rule in self.own for value in rule.undated())


_BY_SUBJECT = frozenset({Action.PROPOSAL, Action.RELEASE, Action.POLL})
_SHOWN_BY_SUBJECT = _BY_SUBJECT | {Action.OTHER}


def _may_be(rule: VoteRule, kind: str) -> bool:
    """A vote that is no proposal, release or poll may be any other action: its title decides."""
    return kind in rule.applies_to or (kind == Action.OTHER and not _BY_SUBJECT.intersection(rule.applies_to))


@lru_cache(maxsize=1024)
def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)
