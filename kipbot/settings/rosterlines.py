"""What does a roster say that is written the plain way, line by line? None as soon as a line is not of that way."""

from __future__ import annotations

import re
from typing import TypeAlias

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"
_Mapping: TypeAlias = dict[str, Plain]

# Scalars that mean the same to every YAML reader: words that start with a letter, and quoted text without escapes.
_SCALAR = r"""(?:[^\W\d_][\w.@+-]*(?: [\w.@+-]+)*|"[^"\\]*"|'[^']*')"""
_DAY = r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|null)"
_LINE = re.compile(
    rf"(?P<start>  - |    )(?P<key>id|name|jira|github): (?P<scalar>{_SCALAR})"
    rf"|    (?P<list>names|emails): \[(?P<items>{_SCALAR}(?:, {_SCALAR})*)?\]"
    rf"|    github: \{{login: (?P<login>{_SCALAR}), id: (?P<number>[0-9]{{1,18}})\}}"
    r"|    (?P<roles>roles):"
    rf"|      - \{{role: (?P<role>{_SCALAR})(?:, from: (?P<since>{_DAY}))?(?:, to: (?P<until>{_DAY}))?\}}"
)
_ITEM = re.compile(_SCALAR)
_NO_WORDS = frozenset({"null", "true", "false"})


class _NotPlainError(Exception):
    """The text is not written the plain way."""


def read(text: str) -> Plain:
    """The values of a roster that is written as `dump_roster` writes it; None where only a YAML reader can tell.

    YAML readers in Python take some 200 microseconds a line; a roster of 3,000 people has 24,000 of them.
    """
    lines = [line for line in text.split("\n") if line and not line.lstrip(" ").startswith("#")]
    if not text.isprintable() and not all(map(str.isprintable, lines)):
        return None
    if not lines or lines[0] != "people:":
        return None
    people: list[Plain] = []
    try:
        for line in lines[1:]:
            _take(line, people)
    except _NotPlainError:
        return None
    # "roles:" with nothing below it is a null.
    is_whole = people and all(isinstance(person, dict) and person.get("roles") != [] for person in people)
    return {"people": people} if is_whole else None


def _take(line: str, people: list[Plain]) -> None:
    found = _LINE.fullmatch(line)
    if found is None:
        raise _NotPlainError
    if found["start"] == "  - ":
        people.append({})
    person = people[-1] if people else None
    if not isinstance(person, dict):
        raise _NotPlainError
    if found["role"] is not None:
        _add_role(found, person)
    else:
        _add(person, *_entry(found))


def _entry(found: re.Match[str]) -> tuple[str, Plain]:
    if found["key"]:
        return found["key"], _scalar(found["scalar"])
    if found["list"]:
        return found["list"], [_scalar(item) for item in _ITEM.findall(found["items"] or "")]
    if found["login"]:
        return "github", {"login": _scalar(found["login"]), "id": int(found["number"])}
    return "roles", []


def _add(person: _Mapping, key: str, value: Plain) -> None:
    if key in person:
        raise _NotPlainError
    person[key] = value


def _add_role(found: re.Match[str], person: _Mapping) -> None:
    roles = person.get("roles")
    # A role belongs to the key above it: after another key it would be that key's.
    if not isinstance(roles, list) or next(reversed(person)) != "roles":
        raise _NotPlainError
    role: _Mapping = {"role": _scalar(found["role"])}
    for key, name in (("from", "since"), ("to", "until")):
        if found[name] is not None:
            role[key] = None if found[name] == "null" else found[name]
    roles.append(role)


def _scalar(text: str) -> str:
    if text[0] in "\"'":
        return text[1:-1]
    if text.casefold() in _NO_WORDS:
        raise _NotPlainError
    return text
