"""Whose word binds in one vote, and who is left out of it, and why?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kipbot.core.activity import Activity, Silence, find_silence
from kipbot.core.facts import Line, LineKind
from kipbot.core.people.names import is_named_in
from kipbot.core.people.persons import Person
from kipbot.core.people.rollcalls import RollCallHeld
from kipbot.core.roster import Roster
from kipbot.core.rules import VoteRule
from kipbot.core.tally import Choice, Voter

# How calls say who wrote a change. "My" without such a word says nothing: "my vote", "my opinion".
_AUTHOR_LINE = re.compile(
    r"^\W{0,4}(?:authors?\s*:|(?:(?:patch|change|pull request|PR|contribution) (?:was )?(?:written |made |contributed )?"
    r"|written |contributed |implemented )by\b:?)\s*(\S.{1,120})$",
    re.I,
)
_OWN_WORK = re.compile(
    r"\bmy (?:own )?(?:patch|change|pull request|PR|branch|implementation)\b|\bI (?:wrote|have written|authored)\b", re.I
)
_REMINDS = re.compile(
    r"\b(?:ping\w*|bump\w*|remind\w*|nudg\w+|still (?:need|wait|miss)\w*|more votes?|please vote|(?:have|has) not voted)\b",
    re.I,
)
_ID_OR_ADDRESS = re.compile(r"(?<=\()[\w.-]{1,60}(?=\))|[\w.+-]{1,60}@[\w.-]{1,60}\w")
_SEVERAL = re.compile(r"\s*(?:[,;&]|\band\b)\s*")
_MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody whose role would bind, and why their word does not in this vote; `keeps_minus`: their -1 weighs all the same."""

    person: str
    name: str
    why: str
    keeps_minus: bool = False
    by_roster: bool = False  # of every vote, and so worth a word only where they voted


@dataclass(frozen=True, slots=True)
class Reminder:
    """A mail that may have reminded the silent, and when it came (aware, UTC)."""

    at: datetime
    message_id: str


@dataclass(frozen=True, slots=True)
class Electorate:
    """Who binds in one vote beside what the roles say.

    `unknown` is whom the rule speaks of and nobody has named: the subject, the author, the primary author who binds.
    """

    left_out: tuple[LeftOut, ...] = ()
    unknown: tuple[str, ...] = ()
    also: tuple[str, ...] = ()  # the ids of primary authors, who bind without a role
    roll_call: RollCallHeld | None = None  # the one in force when the vote was called, where the rule asks for it
    reminders: tuple[Reminder, ...] = ()  # where silent voters can leave the electorate
    silence: Silence | None = None  # who wrote nothing for long, where that may make emeritus

    def binds(self, voter: Voter, choice: Choice | None, *, by_role: bool) -> bool:
        """Whether a ballot binds here, where its voter's role says so or not."""
        out = next((one for one in self.left_out if one.person == voter.person), None)
        if out is not None:
            # What an unclear mail of theirs means is open, and it may be the -1 that weighs.
            return by_role and out.keeps_minus and choice in (Choice.AGAINST, None)
        return by_role or (voter.person is not None and voter.person in self.also)

    def size(self, rule: VoteRule, roster: Roster, at: datetime) -> int:
        """How many may vote: who holds a role that binds, without those left out."""
        return len(({*roster.electorate(_roles(rule), at)} | {*self.also}) - self._out)

    @property
    def roll_call_size(self) -> int | None:
        """How many answered the roll call, without those left out of this vote; None where no roll call is known.

        Where only their number is told, nobody can say who is among them, and it stays as it is.
        """
        if self.roll_call is None:
            return None
        return self.roll_call.size - len(self._out & set(self.roll_call.answered))

    @property
    def _out(self) -> set[str]:
        """Whose +1 weighs nothing, so that nobody can wait for it."""
        return {one.person for one in self.left_out}


BY_ROLE = Electorate()  # nobody is left out, nobody let in


@dataclass(frozen=True, slots=True)
class Call:
    """What the call of a vote tells of the people whom it is about."""

    title: str
    lines: Sequence[Line] = ()
    caller: Voter | None = None


def find_electorate(rule: VoteRule, roster: Roster, call: Call, at: datetime, activity: Activity | None = None) -> Electorate:
    """Who is left out of a vote called at a moment (aware), and who binds beside the roles, as far as title and call tell.

    `activity` is who wrote in which votes, for rules under which long silence makes emeritus.
    """
    found = Electorate(tuple(_emeritus(rule, roster, at)), roll_call=_roll_call(rule, roster, at))
    if "subject" in rule.exclude:
        found = _add(found, "subject", _named_in(call.title, roster), "the vote is about them")
    if "author" in rule.exclude or rule.primary_author_binds:
        authors = _authors(call, roster)
        if "author" in rule.exclude:
            found = _add(found, "author", authors, "they wrote the change", keeps_minus=True)
        else:
            unknown = () if authors is not None else ("primary author",)
            found = replace(found, unknown=found.unknown + unknown, also=tuple(one.id for one in authors or ()))
    return replace(found, silence=_silence(found, rule, roster, at, activity)) if activity is not None else found


def may_remind(lines: Sequence[Line]) -> bool:
    """Whether a mail's own words may call on those who have not voted; which of them it means, nobody can tell from words."""
    return any(_REMINDS.search(line.text[:400]) for line in lines[:_MOST_LINES] if line.kind is LineKind.OWN)


def _roll_call(rule: VoteRule, roster: Roster, at: datetime) -> RollCallHeld | None:
    asking = next((one for one in (rule, rule.escalation) if one is not None and one.needs_roll_call), None)
    if asking is None:
        return None
    return roster.roll_call(at, asking.roll_call.every_months if asking.roll_call is not None else None)


def _roles(rule: VoteRule) -> list[str]:
    return [role.value for role in rule.binding]


def _add(found: Electorate, what: str, people: Sequence[Person] | None, why: str, *, keeps_minus: bool = False) -> Electorate:
    if people is None:
        return replace(found, unknown=(*found.unknown, what))
    left_out = tuple(LeftOut(one.id, one.name, why, keeps_minus) for one in people)
    return replace(found, left_out=left_out + found.left_out)


def _emeritus(rule: VoteRule, roster: Roster, at: datetime) -> Iterator[LeftOut]:
    """Whom the roster calls emeritus when the vote is called: no other source says who is active."""
    asked = rule.active_only or rule.emeritus_after_months is not None
    for person in roster.people if asked else ():
        if person.holds({"emeritus"}, at) and person.holds(_roles(rule), at):
            yield LeftOut(person.id, person.name, "they are emeritus by the roster", by_roster=True)


def _silence(found: Electorate, rule: VoteRule, roster: Roster, at: datetime, activity: Activity) -> Silence | None:
    """Those who may be emeritus, as no mail of theirs is known; who is left out anyway is not among them."""
    if rule.emeritus_after_months is None:
        return None
    silence = find_silence(activity, roster.people, _roles(rule), at, rule.emeritus_after_months)
    out = {one.person for one in found.left_out}
    return replace(silence, people=tuple(one for one in silence.people if one[0] not in out))


def _named_in(title: str, roster: Roster) -> tuple[Person, ...] | None:
    """The roster people whose whole name, address or (id) stands in a title; None where there is nobody."""
    told = frozenset(word.casefold() for word in _ID_OR_ADDRESS.findall(title))
    named = [
        one
        for one in roster.people
        if any(is_named_in(name, title) for name in (one.name, *one.names)) or told & {one.id.casefold(), *one.emails}
    ]
    return tuple(named) or None


def _authors(call: Call, roster: Roster) -> tuple[Person, ...] | None:
    """The roster people who wrote what the call asks to take; None where it does not say. A stranger who wrote it is nobody here."""
    own = [line.text for line in call.lines[:_MOST_LINES] if line.kind is LineKind.OWN]
    names = [name for text in own if (said := _AUTHOR_LINE.match(text[:200])) for name in _SEVERAL.split(said[1].rstrip(" ."))]
    answers = [roster.look_up(name) for name in names if name]
    if any(answer.near if not answer.people else len(answer.people) > 1 for answer in answers):
        return None  # may be one of several, or of those who are called much the same
    if not answers:
        wrote = call.caller is not None and any(_OWN_WORK.search(text[:400]) for text in own)
        return tuple(filter(None, [roster.get(call.caller.person)])) if wrote and call.caller is not None else None
    return tuple(dict.fromkeys(person for answer in answers for person in answer.people))
