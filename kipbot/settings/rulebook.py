"""Which rules does a project's folder hold, together with those it extends?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

from kipbot.core.errors import WorldFailed
from kipbot.core.rules import Action, Lists, RuleSet, VoteRule
from kipbot.settings.floor import find_weaknesses
from kipbot.settings.mistakes import dotted
from kipbot.settings.yamlfile import BadFile, Document, load, validate

FLOOR = "asf"


def shipped_rules() -> Path:
    """The folder of the rules that kipbot brings: beside the package in a source tree, inside it when installed."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def shipped_projects() -> tuple[str, ...]:
    """The names of the projects whose rules kipbot brings."""
    return tuple(sorted(path.parent.name for path in shipped_rules().glob("*/votes.yaml")))


def show(path: Path) -> str:
    """A path as messages give it: from the current folder where it lies below it."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def load_rules(directory: Path) -> RuleSet:
    """The rules of a folder (`votes.yaml`, `lists.yaml` if it is there), followed by those of the folder it extends.

    The extended folder stands beside it, else among the shipped ones. A project only makes the ASF's floor stricter:
    less than a MUST is refused unless the file says `asf: false`, less than a SHOULD needs `deviates: true` and is
    told in `warnings`. Raises `BadFile` with one line for each mistake, `WorldFailed` where a file cannot be read.
    """
    return _load(directory, ())


def _load(directory: Path, before: tuple[str, ...]) -> RuleSet:
    path = directory / "votes.yaml"
    if not path.is_file():
        raise WorldFailed(f"{directory}: there are no rules here (no votes.yaml); shipped are: {', '.join(shipped_projects())}")
    document = load(path, shown=show(path))
    own = validate(document, RuleSet)
    mistakes = [*_tell_empty(document), *_tell_extends(document, own, before), *_tell_rules(document, own)]
    if mistakes:
        raise BadFile(*mistakes)
    parent = None if own.extends is None else _load(_find(document, directory, own.extends), (*before, own.project))
    lists = _load_lists(directory / "lists.yaml") or own.lists
    own = own.model_copy(update={"lists": lists})
    return own if parent is None else own.inheriting(parent, _hold_floor(document, own, parent))


def _load_lists(path: Path) -> Lists | None:
    return validate(load(path, shown=show(path)), Lists) if path.is_file() else None


def _find(document: Document, directory: Path, name: str) -> Path:
    places = (directory.resolve().parent / name, shipped_rules() / name)
    found = next((place for place in places if (place / "votes.yaml").is_file()), None)
    if found is None:
        known = ", ".join(shipped_projects())
        raise BadFile(f"{document.place(('extends',))}: extends: there are no rules named {name!r}; shipped are: {known}")
    return found


def _tell_empty(document: Document) -> Iterator[str]:
    """A key whose value was forgotten: `quorum:` would otherwise be a rule without a quorum."""
    for keys, place in document.keys_at.items():
        value: object = document.value
        for key in keys:
            value = value[key]  # type: ignore[index]  # every key was met on the way down
        if value is None and keys[-1] not in ("from", "to"):
            yield f"{document.path}:{place[0]}:{place[1]}: {dotted(keys)}: has no value; give one, or leave the key out"


def _tell_extends(document: Document, own: RuleSet, before: tuple[str, ...]) -> Iterator[str]:
    place = document.place(("extends",))
    if own.extends is None and own.asf and own.project != FLOOR:
        yield f"{place}: extends: is missing; an ASF project extends asf, another one says asf: false"
    if own.extends == own.project or own.extends in before:
        yield f"{place}: extends: {own.extends} extends itself"


def _tell_rules(document: Document, own: RuleSet) -> Iterator[str]:
    """Mistakes that show only between rules: a rule that is not there, two rules for the same vote at the same time."""
    for name, rule in own.votes.items():
        others = [other for other in own.votes if other != name]
        if rule.escalates_to is not None and rule.escalates_to not in others:
            place = document.place(("votes", name, "escalates_to"))
            said = (
                "a rule cannot take over from itself"
                if rule.escalates_to == name
                else f"there is no rule {rule.escalates_to!r} here"
            )
            yield f"{place}: votes.{name}.escalates_to: {said}; there are: {', '.join(others) or 'no others'}"
    for (one, rule), (two, other) in combinations(own.votes.items(), 2):
        shared = sorted(set(rule.applies_to) & set(other.applies_to))
        if shared and _meet(rule, other) and two != rule.escalates_to and one != other.escalates_to:
            place = document.place(("votes", two, "applies_to"))
            yield f"{place}: votes.{two}.applies_to: {shared[0]} has the rule {one} already for the same time; give from, to or matches"


def _meet(one: VoteRule, other: VoteRule) -> bool:
    """Whether both rules take every vote of a kind and are in force at a same time."""
    if one.matches or other.matches:
        return False
    first, last = date.min, date.max
    return (one.from_ or first) < (other.to or last) and (other.from_ or first) < (one.to or last)


def _hold_floor(document: Document, own: RuleSet, parent: RuleSet) -> tuple[str, ...]:
    """Refuse rules below the floor; what is below a SHOULD with a reason of its own comes back as warnings."""
    mistakes, warnings = [], []
    for name, rule, actions in _at_work(own) if own.asf else ():
        floors = [floor for floor in parent.floors if set(floor.applies_to) & actions]
        for key, said, must in {weakness for floor in floors for weakness in find_weaknesses(rule, floor)}:
            line = f"{document.place(('votes', name, key))}: votes.{name}.{key}: {said}"
            if must:
                mistakes.append(f"{line}; an ASF project cannot be weaker here (another one says asf: false)")
            elif rule.deviates:
                warnings.append(f"{line}; the project says so at {rule.because}")
            else:
                mistakes.append(f"{line}; if the project's bylaws say so, add deviates: true and the link in because")
    if mistakes:
        raise BadFile(*sorted(mistakes))
    return tuple(sorted(warnings))


def _at_work(own: RuleSet) -> Iterator[tuple[str, VoteRule, set[Action]]]:
    """Each rule with the actions that it may decide: its own, and those of a rule that it takes over from."""
    for name, rule in own.votes.items():
        taken_over = (other.applies_to for other in own.votes.values() if other.escalates_to == name)
        yield name, rule, set(rule.applies_to).union(*taken_over)
