"""Whose word binds: import a roster from what the foundation publishes, show it, ask who an address or a name is."""

from __future__ import annotations

import argparse
from pathlib import Path

from kipbot.cli import options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from typing import Any

    from kipbot.core.people.persons import Person
    from kipbot.core.roster import Roster


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare `import`, `show` and `who`."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="import|show|who")
    _configure_import(acts.add_parser("import", help="make or renew a roster from published JSON files", allow_abbrev=False))
    show = acts.add_parser("show", help="the people and their roles", allow_abbrev=False)
    show.add_argument("--role", metavar="ROLE", help="only those who hold this role at that moment, for example pmc")
    who = acts.add_parser("who", help="whom an address or a name means, and whether the word binds", allow_abbrev=False)
    who.add_argument("who", metavar="ADDRESS|NAME", help='an address, a name, or both: "Jo Doe <jo@example.org>"')
    for reading in (show, who):
        options.add(reading, "--roster", "--rules", "--as-of", "--format")


def _configure_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--project", required=True, metavar="NAME", help="the project, as the files call it: kafka")
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="files of Whimsy and projects.apache.org, in any order"
    )
    parser.add_argument("--into", type=Path, metavar="ROSTER", help="the roster.yaml to renew; what was written by hand stays")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write there instead ('-' is standard output)")


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked; 1 where `who` finds nobody, or more than one."""
    if arguments.act == "import":
        return _import(arguments)
    from kipbot.clock import now
    from kipbot.settings.rosterfile import load_roster

    roster = load_roster(_find_roster(arguments))
    at = arguments.as_of or now()
    return _show(roster, arguments, at) if arguments.act == "show" else _who(roster, arguments, at)


def _find_roster(arguments: argparse.Namespace) -> Path:
    if arguments.roster is not None:
        return Path(arguments.roster)
    place = (Path() if arguments.rules is None else Path(arguments.rules)) / "roster.yaml"
    if place.is_file():
        return place
    from kipbot.core.errors import WrongUse

    raise WrongUse(f"which roster? there is no {place}; name it with --roster FILE")


def _import(arguments: argparse.Namespace) -> int:
    import sys

    from kipbot.cli.terminal import harmless
    from kipbot.settings.rosterfile import dump_roster, load_roster
    from kipbot.settings.whimsy import import_roster

    into = arguments.into
    existing = load_roster(into) if into is not None and into.exists() else None
    imported = import_roster(arguments.project, arguments.files, existing)
    text = dump_roster(imported.roster)
    target = arguments.output or into
    if target is None or str(target) == "-":
        sys.stdout.write(text)
    else:
        _write(target, text)
        print(harmless(_summary(target, imported.roster, existing)))
    for note in imported.notes:
        print(f"note: {harmless(note)}", file=sys.stderr)
    return 0


def _write(target: Path, text: str) -> None:
    """Put the file in place whole, or leave the old one as it is."""
    draft = target.with_name(target.name + ".new")
    try:
        draft.write_text(text, encoding="utf-8")
        draft.replace(target)
    except OSError as error:
        from kipbot.core.errors import WorldFailed

        draft.unlink(missing_ok=True)
        raise WorldFailed(f"{target}: cannot be written: {error.strerror or error}") from error


def _summary(target: Path, roster: Roster, existing: Roster | None) -> str:
    before = {person.id for person in existing.people} if existing is not None else set()
    added = sum(person.id not in before for person in roster.people)
    return f"{target}: {len(roster.people)} people, {added} of them new"


def _show(roster: Roster, arguments: argparse.Namespace, at: datetime) -> int:
    from kipbot.cli.terminal import columns, harmless, json_text

    people = [person for person in roster.people if not arguments.role or person.holds({arguments.role.casefold()}, at)]
    people.sort(key=lambda person: person.id)
    if arguments.format == "json":
        print(json_text({"as_of": _moment(at), "people": [_plain(person, at) for person in people]}))
        return 0
    for line in columns([("id", "name", "roles"), *map(_row, people)], (20, 28, 0)):
        print(line)
    held = f" who hold the role {arguments.role} on {at:%Y-%m-%d}" if arguments.role else ""
    print(f"{len(people)} people{harmless(held)}")
    return 0


def _row(person: Person) -> tuple[str, str, str]:
    from kipbot.core.people.whois import days_of

    return person.id, person.name, "; ".join(f"{role.role} {days_of(role)}" for role in person.roles) or "none"


def _who(roster: Roster, arguments: argparse.Namespace, at: datetime) -> int:
    from kipbot.cli.terminal import harmless, json_text

    answer = roster.look_up(arguments.who)
    if arguments.format == "json":
        said = {"asked": answer.asked, "as_of": _moment(at), "found": answer.found, "proves": answer.proves}
        near = [person.id for person in answer.near]
        print(json_text(said | {"people": _plain_all(answer.people, at), "warning": answer.warning, "near": near}))
    else:
        for line in roster.explain(arguments.who, at, _deciders(arguments, at)):
            print(harmless(line))
    return 0 if len(answer.people) == 1 else 1


def _deciders(arguments: argparse.Namespace, at: datetime) -> Mapping[str, tuple[str, ...]]:
    """Whose ballots bind on what, in the words of the project whose rules were named; else by the foundation's custom."""
    from kipbot.core.people.whois import DECIDES
    from kipbot.settings.rulebook import load_rules

    if arguments.rules is None or not (arguments.rules / "votes.yaml").is_file():
        return DECIDES
    return load_rules(arguments.rules).deciders(at) or DECIDES


def _plain_all(people: Sequence[Person], at: datetime) -> list[dict[str, Any]]:
    return [_plain(person, at) for person in people]


def _plain(person: Person, at: datetime) -> dict[str, Any]:
    """A person with the keys of roster.yaml, and the roles that bind at that moment."""
    from kipbot.settings.rosterfile import plain_person

    names = sorted({role.role for role in person.roles} | {"committer", "pmc"})
    return plain_person(person) | {"holds": [name for name in names if person.holds({name}, at)]}


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"
