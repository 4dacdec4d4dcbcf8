"""Which mail, rules and roster does a command read, and what is to be said of the reading?"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kipbot.cli import options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kipbot.app import Replay
    from kipbot.core.roster import Roster
    from kipbot.core.rules import RuleSet
    from kipbot.mail.scan import Harvest

NO_ROSTER = "no roster, so nobody's word is known to bind: name one with --roster FILE"


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the archives and the options that every command reading them has."""
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="mail: an mbox, mbox.gz, maildir or .eml file, or a folder of them"
    )
    options.add(parser, "--rules", "--project", "--roster", "--as-of", "--format", "--jobs", "--quiet")


def find_rules(arguments: argparse.Namespace) -> Path:
    """The folder of rules that was asked for. Raises WrongUse, with the projects that kipbot brings, where none was."""
    from kipbot.core.errors import WrongUse
    from kipbot.settings.rulebook import shipped_projects, shipped_rules

    rules: Path | None = arguments.rules
    project: str | None = arguments.project
    if rules is not None and (project is None or (rules / "votes.yaml").is_file()):
        return rules
    known = ", ".join(shipped_projects())
    if project is None:
        raise WrongUse(f"which rules? name a folder with --rules DIR, or with --project NAME one that kipbot brings: {known}")
    place = shipped_rules() if rules is None else rules
    if Path(project).name == project and (place / project / "votes.yaml").is_file():
        return place / project
    if rules is not None:
        raise WrongUse(f"{rules}: there are no rules of {project} here (no {project}/votes.yaml)")
    raise WrongUse(f"kipbot brings no rules of a project {project!r}: write some (--rules DIR), or choose from {known}")


def open_books(arguments: argparse.Namespace) -> tuple[RuleSet, Roster | None]:
    """The rules and the roster that were asked for. Raises WrongUse where --rules and --project speak of two projects."""
    from kipbot import app
    from kipbot.core.errors import WrongUse

    rules, roster = app.open_books(find_rules(arguments), arguments.roster)
    if arguments.project is not None and rules.project != arguments.project:
        raise WrongUse(f"{arguments.rules}: these are the rules of {rules.project}, not of {arguments.project}")
    return rules, roster


def gather(arguments: argparse.Namespace, discussed_in: RuleSet | None = None) -> Harvest:
    """The mail that was asked for; a bar shows how far the reading is, and what cannot be read is one line each."""
    from kipbot import app
    from kipbot.cli.progress import Watch

    with Watch(quiet=arguments.quiet) as watch:
        gathered = app.gather(arguments.paths, jobs=arguments.jobs, progress=watch.progress, discussed_in=discussed_in)
    for warning in gathered.warnings:
        complain(warning)
    return gathered


def read(arguments: argparse.Namespace, *, discussions: bool = False) -> Replay:
    """The votes in the archives, judged under the rules that were asked for."""
    from kipbot import app

    rules, roster = open_books(arguments)
    if roster is None and not arguments.quiet:
        complain(NO_ROSTER)
    gathered = gather(arguments, rules if discussions or rules.asks_discussion else None)
    replay = app.judge_votes(gathered, rules, roster, arguments.as_of)
    if replay.private and not arguments.quiet:
        mails = f"{replay.private} mail{'s' * (replay.private != 1)}"
        complain(f"left out {mails} of a list that is never read ({', '.join(rules.lists.never_read)})")
    return replay


def complain(words: str) -> None:
    """One line on standard error."""
    from kipbot.cli.terminal import harmless

    print(f"kipbot: {harmless(words)}", file=sys.stderr)
