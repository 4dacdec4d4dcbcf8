"""Who is a person of the project, in which roles and since when?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from kipbot.core.people.directory import APACHE, fold_address

# Every PMC member binds where committers bind: the PMC is chosen from the committers, and lists that name only the PMC are common.
_IMPLIES = {"pmc": "committer"}


@dataclass(frozen=True, slots=True)
class Role:
    """A role and the days on which it was held. `since` and `until` are whole days in UTC, both included; None is not known."""

    role: str
    since: date | None = None
    until: date | None = None

    def held(self, at: datetime) -> bool:
        """Was the role held at this (aware) moment? From the first minute of `since` to the last of `until`; None sets no limit."""
        if at.tzinfo is None:
            raise ValueError("a moment without a time zone")
        day = at.astimezone(UTC).date()
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Person:
    """One human: the foundation's id, the names and addresses used in mail, the logins elsewhere, the roles.

    "<id>@apache.org" belongs to the id whether it is listed or not. `github_id` is the number that a renamed login keeps.
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    github: str | None = None
    github_id: int | None = None
    jira: str | None = None
    roles: tuple[Role, ...] = ()

    def holds(self, roles: Collection[str], at: datetime) -> bool:
        """Does the person hold one of these roles at this moment, by an entry of its own or because another role implies it?"""
        return any(role.held(at) and (role.role in roles or self._implied(role) in roles) for role in self.roles)

    def _implied(self, role: Role) -> str | None:
        """The role that comes with another one. A PMC entry without a start must not backdate a committer entry that has one."""
        implied = _IMPLIES.get(role.role)
        has_own_entry = any(other.role == implied for other in self.roles)
        return None if has_own_entry and role.since is None else implied


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something in a roster that cannot be, and the way to it: ("people", 3, "emails", 0)."""

    keys: tuple[str | int, ...]
    text: str


def find_mistakes(people: Iterable[Person]) -> Iterator[Mistake]:
    """What cannot be: an id, address or account used twice, an empty name, a role that ends before it starts."""
    used: dict[tuple[str, str], str] = {}
    ids: set[str] = set()
    for place, person in enumerate(people):
        for keys, kind, value in _unique_values(person):
            owner = used.setdefault((kind, value), person.id)
            if owner != person.id:
                yield Mistake(("people", place, *keys), f"{value!r} is also that of {owner!r}; {kind} belongs to one person")
        if person.id in ids:
            yield Mistake(("people", place, "id"), f"{person.id!r} stands here a second time; put both entries together")
        ids.add(person.id)
        yield from _own_mistakes(place, person)


def _unique_values(person: Person) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """What only one person may have: where it stands, what it is, and its one form."""
    yield ("id",), "an address", f"{person.id}@{APACHE}"
    for number, email in enumerate(person.emails):
        yield ("emails", number), "an address", fold_address(email)
    if person.github:
        yield ("github",), "a GitHub login", person.github.casefold()
    if person.github_id is not None:
        yield ("github", "id"), "a GitHub id", str(person.github_id)
    if person.jira:
        yield ("jira",), "a Jira login", person.jira.casefold()


def _own_mistakes(place: int, person: Person) -> Iterator[Mistake]:
    here = ("people", place)
    if not person.name.strip():
        yield Mistake((*here, "name"), "is empty; write the name as the person signs mail")
    for number, email in enumerate(person.emails):
        local, _, domain = fold_address(email).rpartition("@")
        if not local or not domain or len(email.split()) != 1:
            yield Mistake((*here, "emails", number), f"{email!r} is not a mail address")
    for number, role in enumerate(person.roles):
        if role.since is not None and role.until is not None and role.until < role.since:
            yield Mistake((*here, "roles", number, "to"), f"the role ends on {role.until}, before it starts on {role.since}")
