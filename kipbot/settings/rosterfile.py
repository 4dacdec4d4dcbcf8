"""Who is who in a project's roster.yaml, and how is a roster written down?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from kipbot.core.roster import Person, Role, RollCallHeld, Roster
from kipbot.settings import rosterlines
from kipbot.settings.mistakes import dotted
from kipbot.settings.yamlfile import MAX_BYTES, BadFile, Document, load, parse, validate


def load_roster(path: Path) -> Roster:
    """The roster that a roster.yaml tells (INTERFACE "Files").

    Raises `WorldFailed` where the file cannot be read, `BadFile` with one line "file:line:col: ..." for each mistake.
    """
    try:
        with path.open("rb") as file:
            text = file.read(MAX_BYTES + 1).decode()
    except (OSError, UnicodeDecodeError):
        text = ""  # `load` tells what is wrong
    return _read_plain(text) or _to_checked_roster(load(path))


def read_roster(text: str, name: str) -> Roster:
    """The same for text that is already at hand; `name` stands in messages for the file's."""
    return _read_plain(text) or _to_checked_roster(parse(text, name))


def _read_plain(text: str) -> Roster | None:
    """A roster as kipbot writes it, read line by line; at the first doubt the YAML reader has the word, and tells mistakes."""
    plain = rosterlines.read(text) if len(text) <= MAX_BYTES else None
    if plain is None:
        return None
    try:
        return _to_checked_roster(Document("", plain))
    except BadFile:
        return None


def _to_checked_roster(document: Document) -> Roster:
    file = validate(document, _File)
    held = tuple(RollCallHeld(call.on, tuple(call.answered), call.size) for call in file.roll_calls)
    roster = Roster(tuple(map(_person, file.people)), held)
    mistakes = [f"{document.place(found.keys)}: {dotted(found.keys)}: {found.text}" for found in roster.mistakes()]
    if mistakes:
        raise BadFile(*mistakes)
    return roster


def _read_day(value: object) -> object:
    # Left alone, a number would be read as seconds since 1970.
    if value is None or (isinstance(value, str) and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value)):
        return value
    raise ValueError(f"must be a date such as 2015-03-01, or null where it is not known, not {value!r}")


def _read_github(value: object) -> object:
    return {"login": value} if isinstance(value, str) else value


def _read_list(value: object) -> object:
    return [] if value is None else value


def _read_known_day(value: object) -> object:
    if value is None:
        raise ValueError("must be a date such as 2026-02-01: the day from which the roll call counts")
    return _read_day(value)


_Day = Annotated[date | None, BeforeValidator(_read_day)]
_KnownDay = Annotated[date, BeforeValidator(_read_known_day)]
_Word = Annotated[str, Field(strict=True, min_length=1, max_length=200)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class _RoleEntry(_Entry):
    role: _Word
    since: _Day = Field(None, alias="from")
    until: _Day = Field(None, alias="to")


class _GitHub(_Entry):
    login: _Word
    id: Annotated[int | None, Field(strict=True, ge=1)] = None


class _PersonEntry(_Entry):
    id: Annotated[str, Field(strict=True, pattern=r"^[^\s@<>]{1,100}$")]
    name: Annotated[str, Field(strict=True, max_length=200)]
    names: Annotated[list[_Word], BeforeValidator(_read_list)] = []
    emails: Annotated[list[_Word], BeforeValidator(_read_list)] = []
    github: Annotated[_GitHub | None, BeforeValidator(_read_github)] = None
    jira: _Word | None = None
    roles: Annotated[list[_RoleEntry], BeforeValidator(_read_list)] = []


class _RollCallEntry(_Entry):
    on: _KnownDay = Field(alias="at")
    answered: list[_Word] = []
    size: Annotated[int | None, Field(strict=True, ge=1, le=10_000)] = None

    @model_validator(mode="after")
    def _one_number(self) -> _RollCallEntry:
        if bool(self.answered) == (self.size is not None):
            raise ValueError("needs either the ids of those who answered or their number, such as size: 27")
        return self


class _File(_Entry):
    people: Annotated[list[_PersonEntry], BeforeValidator(_read_list)]
    roll_calls: Annotated[list[_RollCallEntry], BeforeValidator(_read_list)] = []


def _person(entry: _PersonEntry) -> Person:
    login, number = (None, None) if entry.github is None else (entry.github.login, entry.github.id)
    roles = tuple(Role(role.role.casefold(), role.since, role.until) for role in entry.roles)
    return Person(entry.id, entry.name, tuple(entry.names), tuple(entry.emails), login, number, entry.jira, roles)


def dump_roster(roster: Roster) -> str:
    """A roster as text of a roster.yaml, people in the order of their ids; `read_roster` reads the same roster from it."""
    people = sorted(roster.people, key=lambda person: person.id)
    lines = ["people:" if people else "people: []", *(line for person in people for line in _dump_person(person))]
    if roster.roll_calls:
        lines += ["roll_calls:", *map(_dump_roll_call, roster.roll_calls)]
    return "\n".join(lines) + "\n"


def _dump_roll_call(call: RollCallHeld) -> str:
    who = f"size: {call.size}" if call.count is not None else f"answered: [{', '.join(map(_quote, call.answered))}]"
    return f"  - {{at: {call.on}, {who}}}"


def _dump_person(person: Person) -> Iterator[str]:
    yield f"  - id: {_quote(person.id)}"
    yield f"    name: {_quote(person.name)}"
    if person.names:
        yield f"    names: [{', '.join(map(_quote, person.names))}]"
    if person.emails:
        yield f"    emails: [{', '.join(map(_quote, person.emails))}]"
    if person.github is not None:
        number = person.github_id
        login = _quote(person.github)
        yield f"    github: {login}" if number is None else f"    github: {{login: {login}, id: {number}}}"
    if person.jira is not None:
        yield f"    jira: {_quote(person.jira)}"
    if person.roles:
        yield "    roles:"
    for role in person.roles:
        yield f"      - {{role: {_quote(role.role)}, from: {role.since or 'null'}, to: {role.until or 'null'}}}"


_BARE = re.compile(r"[a-z][a-z0-9_.@+-]*", re.ASCII)
_RESERVED = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def _quote(text: str) -> str:
    """Text as a YAML scalar that every reader takes for text: bare words stay bare, all else is quoted."""
    if _BARE.fullmatch(text) and text not in _RESERVED:
        return text
    return '"' + "".join(map(_escape, text)) + '"'


def _escape(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    return char if char.isprintable() else f"\\U{ord(char):08x}"


def plain_person(person: Person) -> dict[str, Any]:
    """A person as plain values for JSON, with the keys of roster.yaml."""
    return {
        "id": person.id,
        "name": person.name,
        "names": list(person.names),
        "emails": list(person.emails),
        "github": None if person.github is None else {"login": person.github, "id": person.github_id},
        "jira": person.jira,
        "roles": [
            {"role": role.role, "from": role.since and role.since.isoformat(), "to": role.until and role.until.isoformat()}
            for role in person.roles
        ],
    }
