"""How does what the foundation publishes of a project's people become its roster?"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from kipbot.core.errors import KipbotError, WrongUse
from kipbot.core.roster import Person, Role, Roster
from kipbot.settings.mistakes import dotted
from kipbot.settings.whimsyfiles import Said, read_said
from kipbot.settings.yamlfile import BadFile

_ORDER = ("committer", "pmc", "chair")
# The first that has a name gives the name, the others give spellings.
_BEST_NAMES = ("ldap-people", "committee-info", "people", "committees", "projects", "groups")


class NothingToImport(KipbotError):
    """None of the files says who is on the project; one of public_ldap_projects.json, committee-info.json or groups.json does."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The roster after an import, and what a person should look at: each note is one line."""

    roster: Roster
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Listed:
    """What all files together say: the days on which each role began, by id; a role that no file speaks of is missing."""

    roles: dict[str, dict[str, date | None]] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    closed: frozenset[str] = frozenset()

    def people(self) -> list[str]:
        return sorted({person for holders in self.roles.values() for person in holders})


def import_roster(project: str, files: Sequence[Path], existing: Roster | None = None) -> Imported:
    """Merge the published files, in any order, into a roster.

    What was written by hand stays: names, addresses, logins, dates, people no longer listed. Days are only added where they are
    published (joining a PMC); when somebody left is published nowhere and is never guessed. Raises `BadFile`, `WorldFailed`,
    `WrongUse` for a project that the files do not know.
    """
    said = [read_said(path, project) for path in files]
    _check_project(project, said)
    listed = _join(said)
    if not listed.roles:
        raise NothingToImport(NothingToImport.__doc__)
    before = {person.id: person for person in (existing or Roster()).people}
    people = {person: _merge(person, before.get(person), listed) for person in listed.people()}
    held = existing.roll_calls if existing is not None else ()
    roster = Roster(tuple(person for _, person in sorted((before | people).items())), held)
    if mistakes := roster.mistakes():
        raise BadFile(*(f"after the import: {dotted(found.keys)}: {found.text}" for found in mistakes))
    return Imported(roster, tuple(_notes(before, roster, listed)))


def _check_project(project: str, said: Sequence[Said]) -> None:
    knowing = [one for one in said if one.projects is not None]
    if any(one.committers is not None or one.pmc is not None for one in said) or not knowing:
        return
    known = sorted({name for one in knowing for name in one.projects or ()})
    near = difflib.get_close_matches(project, known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"it knows {len(known)} others"
    raise WrongUse(f"{', '.join(one.source for one in knowing)}: there is no project {project!r}; {hint}")


def _join(said: Sequence[Said]) -> _Listed:
    roles: dict[str, dict[str, date | None]] = {}
    names: dict[str, list[str]] = {}
    for one in sorted(said, key=lambda one: (_BEST_NAMES.index(one.kind), sorted(one.names.items()))):
        _add(roles, "committer", None if one.committers is None else dict.fromkeys(one.committers))
        _add(roles, "pmc", one.pmc)
        _add(roles, "chair", dict.fromkeys(one.chairs) if one.chairs else None)
        for person, name in one.names.items():
            names.setdefault(person, []).append(name)
    return _Listed(roles, names, frozenset(person for one in said for person in one.closed))


def _add(roles: dict[str, dict[str, date | None]], role: str, holders: Mapping[str, date | None] | None) -> None:
    if holders is None:
        return
    known = roles.setdefault(role, {})
    for person, since in holders.items():
        days = [day for day in (known.get(person), since) if day is not None]
        known[person] = min(days, default=None)


def _merge(person: str, before: Person | None, listed: _Listed) -> Person:
    published = listed.names.get(person, [])
    known = before or Person(person, published[0] if published else person)
    apache = f"{person}@apache.org"
    emails = known.emails if apache in {email.casefold() for email in known.emails} else (apache, *known.emails)
    names = tuple(name for name in dict.fromkeys((*known.names, *published)) if name != known.name)
    roles = known.roles
    for role in _ORDER:
        if person in listed.roles.get(role, {}):
            roles = _with_role(roles, role, listed.roles[role][person])
    return replace(known, names=names, emails=emails, roles=roles)


def _with_role(roles: tuple[Role, ...], role: str, since: date | None) -> tuple[Role, ...]:
    """The roles with this one in: added where it is missing, its first day where that was not known."""
    entries = [entry for entry in roles if entry.role == role]
    if not entries:
        return (*roles, Role(role, since))
    if len(entries) == 1 and entries[0].since is None and _fits(since, entries[0].until):
        return tuple(replace(entry, since=since) if entry is entries[0] else entry for entry in roles)
    return roles


def _fits(since: date | None, until: date | None) -> bool:
    return since is not None and (until is None or since <= until)


def _notes(before: Mapping[str, Person], roster: Roster, listed: _Listed) -> Iterator[str]:
    for person in roster.people:
        for role in (role for role in _ORDER if role in listed.roles):
            yield from _note_role(before.get(person.id), person, role, listed.roles[role])
        if person.id in listed.closed and person.id in listed.people():
            yield f"{person.id}: the account is closed (noLogin); if the person has left, add the last day of each role as `to`"
        if person.name == person.id:
            yield f"{person.id}: no file gives a name; add it, or mail through a list cannot be told"
    yield from _note_unknown_days(roster, listed)


def _note_role(before: Person | None, person: Person, role: str, holders: Mapping[str, date | None]) -> Iterator[str]:
    entries = [entry for entry in person.roles if entry.role == role]
    is_open = any(entry.until is None for entry in entries)
    if person.id not in holders:
        if is_open and before is not None:
            yield f"{person.id}: no longer listed as {role}; kept, as nothing says since when: add the last day as `to`"
        return
    if not is_open:
        yield f"{person.id}: listed as {role}, but the roster has the role ended; if the person is back, add a new period"
    published, starts = holders[person.id], {entry.since for entry in entries}
    if published is not None and published not in starts:
        yield f"{person.id}: {role} since {published} as published, another day in the roster; the roster's was kept"


def _note_unknown_days(roster: Roster, listed: _Listed) -> Iterator[str]:
    for role in (role for role in _ORDER if role in listed.roles):
        people = [
            person.id for person in roster.people if any(entry.role == role and entry.since is None for entry in person.roles)
        ]
        if people:
            yield (
                f"{role}: the first day is published for none of {len(people)} people ({_some(people)}): `from` is null, "
                "so old votes count them as if they had always been there; confidence in votes of past years is low"
            )


def _some(people: Sequence[str]) -> str:
    return ", ".join(people[:5]) + (", ..." if len(people) > 5 else "")
