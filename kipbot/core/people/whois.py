"""Whom does an address or a name mean, and how is that told?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from kipbot.core.people.directory import Directory, Found, strip_invalid
from kipbot.core.people.names import human_name
from kipbot.core.people.persons import Person, Role

# What people ask for, and the roles that decide it by the foundation's custom; a project's rules may name others.
DECIDES: Mapping[str, tuple[str, ...]] = {"a proposal": ("committer",), "a release": ("pmc",)}
_HOW = {
    Found.NAME: "by the name",
    Found.PART: "by part of the name",
    Found.LOOKS: "by a name that looks alike in other letters",
    Found.LOGIN: "by the id or a login",
}
_MOST_NEAR = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """The people found, in the order of their ids. `proves` is true only for an address: that alone makes a sender a person."""

    asked: str
    people: tuple[Person, ...] = ()
    found: str = "not found"
    proves: bool = False
    warning: str | None = None
    near: tuple[Person, ...] = ()


def look_up(who: str, directory: Directory, people: Mapping[str, Person]) -> Answer:
    """Find people by an address, a name, or "Name <address>"; of the last the address decides and the name only warns."""
    name, address = _take_apart(who)
    owners = directory.owners(address)
    if owners:
        warning = f"the roster gives {address} to more than one person" if len(owners) > 1 else None
        return Answer(who, _all(people, owners), f"by the address {address}", len(owners) == 1, warning)
    match = directory.find(name)
    near = [*directory.imitated(address), *directory.near(name or address.rpartition("@")[0])]
    near = [person for person in dict.fromkeys(near) if person not in match.people][:_MOST_NEAR]
    if not match.people:
        return Answer(who, near=_all(people, near))
    return Answer(who, _all(people, match.people), _HOW[match.how], False, _warn(address, match.people), _all(people, near))


def _take_apart(who: str) -> tuple[str, str]:
    before, bracket, after = who.partition("<")
    if bracket:
        return human_name(before)[0], strip_invalid(after.partition(">")[0])
    return ("", strip_invalid(who)) if "@" in who else (human_name(who)[0], "")


def _warn(address: str, people: tuple[str, ...]) -> str:
    if len(people) > 1:
        return "more than one person may be meant; a vote under this name counts for none of them"
    if address:
        return f"{address} is not in the roster: a vote from it does not bind; add the address if it is {people[0]}'s"
    return "a name alone proves nobody; it counts only where the list itself has put its own address into From"


def _all(people: Mapping[str, Person], ids: Iterable[str]) -> tuple[Person, ...]:
    return tuple(people[person] for person in ids)


def tell(answer: Answer, at: datetime, decides: Mapping[str, tuple[str, ...]] = DECIDES) -> list[str]:
    """The answer as lines, with what each person's word weighs at this (aware) moment: `decides` says which roles decide what."""
    if not answer.people:
        return [f"{answer.asked}: nobody in the roster", *_tell_near(answer.near)]
    lines = [line for person in answer.people for line in _tell_person(person, answer.found, at, decides)]
    return lines + ([f"note: {answer.warning}"] if answer.warning else []) + list(_tell_near(answer.near))


def _tell_person(person: Person, found: str, at: datetime, decides: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    yield f"{person.id} ({person.name}), found {found}"
    for role in person.roles:
        yield f"  {role.role} {days_of(role)}"
    if not person.roles:
        yield "  no role"
    moment = at.astimezone(UTC)
    for what, roles in decides.items():
        binds = "binding" if person.holds(roles, at) else "not binding"
        yield f"  on {what} ({' or '.join(roles)}) at {moment:%Y-%m-%d %H:%M} UTC: {binds}"


def days_of(role: Role) -> str:
    """ "from 2015-03-01 to 2020-06-30", with what is not known said."""
    since = f"from {role.since}" if role.since else "from a day not known"
    return f"{since} to {role.until}" if role.until else since


def _tell_near(near: tuple[Person, ...]) -> Iterator[str]:
    for person in near:
        yield f"near: {person.id} ({person.name})"
