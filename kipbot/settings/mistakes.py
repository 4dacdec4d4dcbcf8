"""How are the mistakes of a file told: where, what is wrong, what would be right?"""

from __future__ import annotations

import difflib
import re
from types import UnionType
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"
Keys: TypeAlias = tuple[str | int, ...]


class Placed(Protocol):
    """A file's values that know where they stand (`yamlfile.Document`)."""

    @property
    def value(self) -> Plain: ...
    def place(self, keys: Keys) -> str: ...
    def key_place(self, keys: Keys) -> str: ...


def tell_mistakes(document: Placed, model: type[BaseModel], error: ValidationError) -> tuple[str, ...]:
    """Each mistake as "file:line:col: keys: what is wrong, and what would be right"."""
    # A list whose only entry is wrong comes back as too short as well: the entry says it all.
    details = [one for one in error.errors(include_url=False) if not (one["type"] == "too_short" and one["input"])]
    found = [_mistake(document, model, detail) for detail in details]
    return tuple(line for _, line in sorted(set(found)))


def dotted(keys: Keys) -> str:
    """The way to a value as people write it: "people[3].roles[0].from"."""
    said = ""
    for key in keys:
        said += f"[{key}]" if isinstance(key, int) else f".{key}" if said else key
    return said or "file"


def _mistake(document: Placed, model: type[BaseModel], detail: ErrorDetails) -> tuple[tuple[int, int, str], str]:
    keys = _keys_in(document.value, tuple(detail["loc"]), missing=detail["type"] == "missing")
    is_key = detail["type"] == "extra_forbidden" or "[key]" in detail["loc"]
    place = document.key_place(keys) if is_key else document.place(keys)
    line, column = (int(part) for part in place.rsplit(":", 2)[1:])
    said = f"{place}: {dotted(keys)}: {_tell(model, keys, detail)}"
    return (line, column, said), said


def _keys_in(value: Plain, loc: Keys, *, missing: bool) -> Keys:
    """The part of an error's place that the document has: names of models and unions in it are dropped."""
    keys: list[str | int] = []
    for number, key in enumerate(loc):
        if isinstance(value, dict) and key in value:
            value = value[str(key)]
        elif isinstance(value, list) and isinstance(key, int) and key < len(value):
            value = value[key]
        elif not (missing and number == len(loc) - 1):
            continue
        keys.append(key)
    return tuple(keys)


def _tell(model: type[BaseModel], keys: Keys, detail: ErrorDetails) -> str:
    """What is wrong with one value, and what would be right."""
    found, kind = detail["input"], detail["type"]
    if kind == "missing":
        return _missing(_field_at(model, keys))
    if kind == "extra_forbidden":
        return _unknown_key(model, keys)
    if kind == "too_short":
        return "must be a list with something in it"
    if kind == "value_error":
        return str(detail.get("ctx", {}).get("error", detail["msg"]))
    if kind in {"enum", "literal_error"}:
        expected = str(detail.get("ctx", {}).get("expected", ""))
        allowed = re.findall(r"'([^']*)'", expected)
        said = f"one of {_listed(allowed)}" if allowed else expected  # a number stands there without quotes
        return f"must be {said}, not {_shown(found)}{_did_you_mean(str(found), allowed)}"
    return f"{_wanted(detail, _field_at(model, keys))}, not {_shown(found)}"


def _unknown_key(model: type[BaseModel], keys: Keys) -> str:
    around = _model_at(model, keys[:-1])
    allowed = [] if around is None else [entry.alias or name for name, entry in around.model_fields.items()]
    hint = _did_you_mean(str(keys[-1]), allowed)
    return f"is not a key here{hint}; allowed: {', '.join(sorted(allowed))}" if allowed else "is not a key here"


def _did_you_mean(word: str, allowed: list[str]) -> str:
    near = difflib.get_close_matches(word.casefold()[:80], allowed, n=1, cutoff=0.6)
    return f"; did you mean '{near[0]}'?" if near else ""


def _listed(allowed: list[str]) -> str:
    return ", ".join(f"'{word}'" for word in allowed)


def _shown(found: object) -> str:
    if isinstance(found, dict):
        return "a mapping"
    if isinstance(found, list | tuple):
        return "a list"
    if found is None:
        return "nothing"
    if isinstance(found, bool):
        return str(found).lower()
    text = repr(found)
    return text if len(text) <= 60 else text[:57] + "...'"


_KINDS = (
    ("int", "must be a whole number"),
    ("float", "must be a number"),
    ("decimal", "must be a number"),
    ("bool", "must be true or false"),
    ("string_pattern", "must have the form {pattern}"),
    ("string_too", "must be text of another length ({length})"),
    ("string", "must be text, in quotes if it looks like a number or a date"),
    ("date", "must be a date such as 2015-03-01"),
    ("time", "must be a time such as 2015-03-01T09:00Z"),
    ("dict", "must be a mapping of keys to values"),
    ("model", "must be a mapping of keys to values"),
    ("tuple", "must be a list"),
    ("list", "must be a list"),
    ("frozen_set", "must be a list"),
    ("set", "must be a list"),
)
_OF_TYPES = {int: "must be a whole number", float: "must be a number", str: "must be text", bool: "must be true or false"}


def _missing(entry: FieldInfo | None) -> str:
    said = _of_type(entry)
    return f"is missing; it {said}{_bounds(entry, {})}" if said else "is missing"


def _of_type(entry: FieldInfo | None) -> str:
    kind = None if entry is None else _inner(entry.annotation)
    return _OF_TYPES.get(kind, "") if isinstance(kind, type) else ""


def _wanted(detail: ErrorDetails, entry: FieldInfo | None) -> str:
    ctx = detail.get("ctx", {})
    said = next((words for start, words in _KINDS if detail["type"].startswith(start)), "") or _of_type(entry)
    said = said or ("must be a number" if detail["type"].startswith(("greater_than", "less_than")) else "")
    said = said.format(pattern=ctx.get("pattern", ""), length=ctx.get("min_length", ctx.get("max_length", "")))
    return (said or detail["msg"]) + _bounds(entry, ctx)


def _bounds(entry: FieldInfo | None, ctx: dict[str, Any]) -> str:
    limits = dict(ctx)
    for limit in [] if entry is None else _limits(entry):
        limits |= {name: getattr(limit, name) for name in ("ge", "gt") if getattr(limit, name, None) is not None}
    words = {"ge": "of at least", "gt": "greater than", "le": "of at most", "lt": "less than"}
    said = " and ".join(f"{words[name]} {limits[name]:.10g}" for name in words if name in limits)
    return f" {said}".replace(" and of ", " and ") if said else ""


def _limits(entry: FieldInfo) -> list[Any]:
    """The bounds on a field, those inside `Annotated[...] | None` as well."""
    inner = [part for part in get_args(entry.annotation) if hasattr(part, "__metadata__")]
    found = [limit for part in inner for limit in part.__metadata__]
    return [*entry.metadata, *(limit for each in found for limit in getattr(each, "metadata", [each]))]


def _field_at(model: type[BaseModel], keys: Keys) -> FieldInfo | None:
    around = _model_at(model, keys[:-1]) if keys else None
    if around is None:
        return None
    return next((entry for name, entry in around.model_fields.items() if keys[-1] in (name, entry.alias)), None)


def _model_at(model: type[BaseModel], keys: Keys) -> type[BaseModel] | None:
    """The model that a place in the document is read as, if it is one."""
    at: Any = model
    for key in keys:
        if isinstance(key, str) and isinstance(at, type) and issubclass(at, BaseModel):
            entry = _field_at(at, (key,))
            at = None if entry is None else _inner(entry.annotation)
        else:
            at = _inner(next(iter(get_args(at)[::-1]), None)) if get_origin(at) is dict else _item(at)
    return at if isinstance(at, type) and issubclass(at, BaseModel) else None


def _item(annotation: Any) -> Any:
    arguments = [argument for argument in get_args(annotation) if argument is not Ellipsis]
    return _inner(arguments[0]) if arguments else None


def _inner(annotation: Any) -> Any:
    """An annotation without `| None` and without `Annotated`."""
    if get_origin(annotation) in (Union, UnionType):
        kept = [argument for argument in get_args(annotation) if argument is not type(None)]
        models = [argument for argument in kept if isinstance(argument, type) and issubclass(argument, BaseModel)]
        return _inner((models or kept or [None])[0])
    if hasattr(annotation, "__metadata__"):
        return _inner(annotation.__origin__)
    return annotation
