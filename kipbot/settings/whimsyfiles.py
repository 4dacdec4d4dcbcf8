"""What does one of the foundation's published JSON files say of a project's people?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from kipbot.core.errors import WorldFailed
from kipbot.settings.yamlfile import BadFile

_MAX_BYTES = 64 * 1024 * 1024  # the largest of them had 1.3 MB in 2024
_KNOWN = "public_ldap_projects.json, committee-info.json, public_ldap_people.json, committees.json, groups.json or people.json"
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,60}")


@dataclass(frozen=True, slots=True)
class Said:
    """What one file says. `committers` and `pmc` are None where it does not speak of them; `pmc` gives the day of joining."""

    source: str
    kind: str
    projects: frozenset[str] | None = None  # all that the file knows, None where it knows people only
    committers: frozenset[str] | None = None
    pmc: Mapping[str, date | None] | None = None
    chairs: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    closed: frozenset[str] = frozenset()  # accounts without login


def read_said(path: Path, project: str) -> Said:
    """Read one file and recognise it by its shape.

    Raises `WorldFailed` where it cannot be read, `BadFile` where it is cut off, no JSON or none of the files that are known.
    """
    value = _load(path)
    name = path.name
    match value:
        case {"projects": dict(projects)}:
            return _ldap_projects(name, projects, project)
        case {"committees": dict(committees)}:
            return _committee_info(name, committees, project)
        case {"people": dict(people)}:
            return Said(name, "ldap-people", names=_names(people), closed=_closed(people))
        case {"groups": dict(groups)}:
            return _groups(name, {key: _members(group) for key, group in groups.items()}, project)
        case [{"id": _, "roster": _}, *_]:
            return _committees(name, value, project)
        case dict() if value and all(isinstance(entry, list) for entry in value.values()):
            return _groups(name, value, project)
        case dict() if value and all(isinstance(entry, dict) and "name" in entry for entry in value.values()):
            return _people(name, value, project)
    raise BadFile(f"{path}:1:1: is none of the files that are known here: {_KNOWN}")


def _load(path: Path) -> Any:
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise WorldFailed(f"{path}: cannot be read: {error.strerror or error}") from error
    if len(content) > _MAX_BYTES:
        raise BadFile(f"{path}:1:1: is larger than 64 MB; none of the published files is")
    try:
        return json.loads(content.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        where = f"{path}:{error.lineno}:{error.colno}"
        is_cut = error.pos >= len(error.doc.rstrip()) - 1 or error.msg.startswith("Unterminated")
        what = "ends in the middle; download it again" if is_cut and content.strip() else f"is not JSON: {error.msg}"
        raise BadFile(f"{where}: {what}") from error
    except (UnicodeDecodeError, RecursionError, ValueError) as error:
        raise BadFile(f"{path}:1:1: is not JSON text") from error


def _ldap_projects(source: str, projects: dict[str, Any], project: str) -> Said:
    entry = _mapping(projects.get(project))
    return Said(
        source,
        "projects",
        frozenset(projects),
        _ids(entry.get("members")) if entry else None,
        dict.fromkeys(sorted(_ids(entry.get("owners")))) if entry else None,
    )


def _committee_info(source: str, committees: dict[str, Any], project: str) -> Said:
    entry = _mapping(committees.get(project))
    if not entry:
        return Said(source, "committee-info", frozenset(committees))
    roster = entry.get("roster")
    names = _names(_mapping(roster)) | _names(_mapping(entry.get("chair")))
    return Said(source, "committee-info", frozenset(committees), None, _dated(roster), _ids(entry.get("chair")), names)


def _committees(source: str, committees: list[Any], project: str) -> Said:
    entries = [entry for entry in committees if isinstance(entry, dict)]
    projects = frozenset(str(entry[key]) for entry in entries for key in ("id", "group") if isinstance(entry.get(key), str))
    entry = next((entry for entry in entries if project in (entry.get("group"), entry.get("id"))), None)
    if entry is None:
        return Said(source, "committees", projects)
    roster, chair = entry.get("roster"), entry.get("chair")
    names = _names(_mapping(roster))
    # Here the chair is told by name; an id or a mapping of ids is taken as well.
    chairs = _ids(chair) if isinstance(chair, dict | list) else {who for who, name in names.items() if chair in (who, name)}
    return Said(source, "committees", projects, None, _dated(roster), frozenset(chairs), names)


def _groups(source: str, groups: Mapping[str, Any], project: str) -> Said:
    projects = frozenset(name.removesuffix("-pmc") for name in groups)
    committers = _ids(groups[project]) if project in groups else None
    pmc = dict.fromkeys(sorted(_ids(groups[f"{project}-pmc"]))) if f"{project}-pmc" in groups else None
    return Said(source, "groups", projects, committers, pmc)


def _people(source: str, people: dict[str, Any], project: str) -> Said:
    groups = {who: _ids_in_order(_mapping(entry).get("groups")) for who, entry in people.items() if _ID.fullmatch(who)}
    projects = frozenset(name.removesuffix("-pmc") for names in groups.values() for name in names)
    committers = frozenset(who for who, names in groups.items() if project in names)
    pmc = sorted(who for who, names in groups.items() if f"{project}-pmc" in names)
    # Not every copy of this file lists groups, and then it says nothing of roles.
    return Said(
        source,
        "people",
        projects or None,
        committers or None,
        dict.fromkeys(pmc) if pmc else None,
        names=_names(people),
        closed=_closed(people),
    )


def _members(group: Any) -> Any:
    return _mapping(group).get("members", [])


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _ids_in_order(value: Any) -> list[str]:
    listed: Iterable[Any] = value if isinstance(value, list | dict) else ()
    return [entry for entry in listed if isinstance(entry, str) and _ID.fullmatch(entry)]


def _ids(value: Any) -> frozenset[str]:
    return frozenset(_ids_in_order(value))


def _names(people: Mapping[str, Any]) -> dict[str, str]:
    named = {who: _mapping(entry).get("name") for who, entry in people.items()}
    return {who: " ".join(name.split()) for who, name in named.items() if isinstance(name, str) and name.strip()}


def _closed(people: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(who for who, entry in people.items() if _mapping(entry).get("noLogin"))


def _dated(roster: Any) -> dict[str, date | None]:
    return {who: _day(_mapping(_mapping(roster).get(who)).get("date")) for who in sorted(_ids(roster))}


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
