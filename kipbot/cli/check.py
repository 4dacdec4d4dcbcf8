"""Are the rules and the roster right? Each mistake is one line: file, line, column, key, and what would be right."""

from __future__ import annotations

import argparse
from pathlib import Path

TYPE_CHECKING = False  # the same for a type checker, without loading `typing`
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kipbot.core.errors import KipbotError
    from kipbot.core.roster import Roster
    from kipbot.core.rules import RuleSet


def configure(parser: argparse.ArgumentParser) -> None:
    """Which folders and files to look at."""
    parser.add_argument(
        "--rules",
        metavar="DIR",
        type=Path,
        action="append",
        default=[],
        help="a folder of rules, or a folder of such folders; without it (and without --roster) all that kipbot brings",
    )
    parser.add_argument("--roster", metavar="FILE", type=Path, action="append", default=[], help="a roster.yaml")


def run(arguments: argparse.Namespace) -> int:
    """Tell each mistake in one line; 0 when all is well, 1 when something is wrong, 3 when a file cannot be read."""
    from kipbot.settings.rulebook import shipped_rules

    asked = arguments.rules or ([] if arguments.roster else [shipped_rules()])
    codes, rulesets, rosters = [0], [], []
    for directory in _rule_folders(asked):
        code, rules = _check_rules(directory)
        codes.append(code)
        rulesets += [(directory, rules)] if rules is not None else []
    for file in arguments.roster:
        code, roster = _check_roster(file)
        codes.append(code)
        rosters += [roster] if roster is not None else []
    if arguments.rules and rosters:
        codes += [_check_roles(directory, rules, rosters) for directory, rules in rulesets]
    return max(codes)


def _rule_folders(asked: Iterable[Path]) -> list[Path]:
    """A folder of rule folders stands for all of them."""
    folders = []
    for directory in asked:
        inner = [] if (directory / "votes.yaml").is_file() else sorted(directory.glob("*/votes.yaml"))
        folders += [path.parent for path in inner] or [directory]
    return folders


def _check_rules(directory: Path) -> tuple[int, RuleSet | None]:
    from kipbot.core.errors import KipbotError
    from kipbot.settings.rulebook import load_rules, show

    try:
        rules = load_rules(directory)
    except KipbotError as error:
        return _tell(error), None
    unsure = len(rules.unsure())
    votes = len(rules.own)
    counted = f"{votes} vote{'s' * (votes != 1)}"
    ask = f", {unsure} value{'s' * (unsure != 1)} inferred: have {'them' if unsure != 1 else 'it'} checked" if unsure else ""
    _say(f"{show(directory)}: ok ({counted}{ask})")
    if undated := rules.undated():
        _say(f"  note: longer over holidays, but none is named under holidays, so none is skipped: {', '.join(undated)}")
    for warning in rules.warnings:
        _say(f"  note: {warning}")
    return 0, rules


def _say(words: str) -> None:
    """One line; rules and rosters hold free text, and folders any name."""
    from kipbot.cli.terminal import harmless

    print(harmless(words))


def _tell(error: KipbotError) -> int:
    """What is wrong, a line each; a mistake in a file is what was looked for, and not that the file failed."""
    from kipbot.settings.yamlfile import BadFile

    for line in str(error).split("\n"):
        _say(line)
    return 1 if isinstance(error, BadFile) else error.exit_code


def _check_roster(file: Path) -> tuple[int, Roster | None]:
    from kipbot.core.errors import KipbotError
    from kipbot.settings.rosterfile import load_roster

    try:
        roster = load_roster(file)
    except KipbotError as error:
        return _tell(error), None
    people = len(roster.people)
    _say(f"{file}: ok ({people} {'person' if people == 1 else 'people'})")
    for note in _tell_roles(roster):
        _say(f"  note: {note}")
    return 0, roster


def _tell_roles(roster: Roster) -> Iterator[str]:
    """Roles that bind nowhere: right for a mentor, wrong where "pmc" was meant."""
    from kipbot.core.terms import Role

    known = {role.value for role in Role} | {"active", "chair", "emeritus"}
    for name in sorted({role.role for person in roster.people for role in person.roles} - known):
        holders = sorted(person.id for person in roster.people if any(role.role == name for role in person.roles))
        more = f" and {len(holders) - 3} more" if len(holders) > 3 else ""
        yield f"the role {name} ({', '.join(holders[:3])}{more}) is one that no rule knows; those that bind: {', '.join(Role)}"


def _check_roles(directory: Path, rules: RuleSet, rosters: Iterable[Roster]) -> int:
    """A rule whose ballots nobody in the roster can cast would leave every vote short."""
    from kipbot.settings.rulebook import show

    held = {role.role for roster in rosters for person in roster.people for role in person.roles}
    held |= {"committer"} if "pmc" in held else set()
    bare = [
        rule for rule in rules.own if rule.binding and not rule.primary_author_binds and not held.intersection(rule.binding)
    ]
    for rule in bare:
        roles = " or ".join(rule.binding)
        path = show(directory / "votes.yaml")
        _say(f"{path}: votes.{rule.name}.binding: nobody in the roster is {roles}; roles held there: {', '.join(sorted(held))}")
    return 1 if bare else 0
