"""Which command was asked for, and how did it end? Thin shells around the app, each loaded only when it is called."""

# `kipbot --help` is typed more often than anything else: this module imports argparse and what Python has loaded anyway.
# Everything else waits until a command needs it.
from __future__ import annotations

import argparse
import gc
import os
import sys
from importlib import import_module

from kipbot import __version__
from kipbot.core.errors import KipbotError, WrongUse

TYPE_CHECKING = False  # the same for a type checker, without loading `typing`
if TYPE_CHECKING:
    from typing import NoReturn

COMMANDS = {
    "replay": "read archives, print every vote with its ballots and verdict",
    "explain": "one vote: the verdict tree with its evidence and what makes it pass",
    "result": "draft the [RESULT] mail of a vote",
    "roster": "whose word binds: import a roster, show it, ask who an address is",
    "check": "are the rules and the roster right? says exactly what is wrong, and where",
    "backtest": "which past outcomes would differ under other rules",
    "demo": "a tour on the small invented list that travels with kipbot",
}

EXIT_CODES = "Exit codes: 0 done or met, 1 not met or something found, 2 wrong use, 3 a file or server failed."
INTERRUPTED = 130  # 128 + SIGINT and 128 + SIGPIPE, as a shell tells it
PIPE_CLOSED = 141


class Parser(argparse.ArgumentParser):
    """A parser that reports a mistake like every other mistake: in one line."""

    def error(self, message: str) -> NoReturn:
        """Raise WrongUse with what is wrong and where to read on."""
        raise WrongUse(f"{message}; see `{self.prog} --help`")


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit code; a mistake that a person can mend is one line on standard error."""
    _prepare_streams()
    was_collecting = gc.isenabled()
    gc.disable()  # a command reads, answers and leaves: looking for rubbish on the way takes a fifth of a short one's time
    try:
        code = _dispatch(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
        return code
    except KipbotError as error:
        _complain(str(error) or (error.__doc__ or "").strip())
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _forget_stdout()
        return PIPE_CLOSED
    except OSError as error:
        _complain(": ".join(str(part) for part in (error.filename, error.strerror or error) if part))
        return 3
    finally:
        if argv is None:
            gc.freeze()  # the program is about to end: Python would look through all there is once more, for nothing
        if was_collecting:
            gc.enable()


def _dispatch(words: list[str]) -> int:
    if not words:
        _outer_parser().print_help()
        return 2
    try:
        if words[0] in {"-h", "--help", "--version"}:
            _outer_parser().parse_args(words[:1])
        return _run(words[0], words[1:])
    except SystemExit as leave:  # argparse leaves this way after --help and --version
        return int(leave.code or 0)


def _outer_parser() -> Parser:
    width = max(map(len, COMMANDS))
    table = "\n".join(f"  {name:<{width}}  {summary}" for name, summary in COMMANDS.items())
    parser = Parser(
        prog="kipbot",
        usage="kipbot COMMAND ...",
        description="The clerk of a project that governs itself the Apache way.",
        epilog=f"commands:\n{table}\n\n`kipbot COMMAND --help` tells more of each.\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"kipbot {__version__}")
    return parser


def _run(name: str, words: list[str]) -> int:
    if name not in COMMANDS:
        raise WrongUse(_unknown(name))
    command = import_module(f"kipbot.cli.{name}")
    parser = Parser(prog=f"kipbot {name}", description=command.__doc__, epilog=EXIT_CODES, allow_abbrev=False)
    command.configure(parser)
    return int(command.run(parser.parse_args(words)))


def _unknown(name: str) -> str:
    if name.startswith("-"):
        return f"{name} does not stand alone: options come after the command; see `kipbot --help`"
    from difflib import get_close_matches

    near = get_close_matches(name, COMMANDS, n=1)
    hint = f"did you mean `kipbot {near[0]}`?" if near else f"there are {', '.join(COMMANDS)}"
    return f"there is no command {name!r}: {hint}"


def _prepare_streams() -> None:
    """Pipes and files are UTF-8 whatever the locale; a terminal keeps its encoding and shows the rest as escapes."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # tests put other streams there
        if reconfigure is not None and stream.isatty():
            reconfigure(errors="backslashreplace")
        elif reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _complain(message: str) -> None:
    from kipbot.cli.terminal import harmless

    for line in message.split("\n"):
        print(f"kipbot: {harmless(line)}", file=sys.stderr)


def _forget_stdout() -> None:
    # Whoever read us has gone; without this, Python complains again when it flushes at the end.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
