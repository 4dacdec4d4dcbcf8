"""Does the command line say what it did, in one line and with the promised exit code?"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from importlib import import_module
from types import SimpleNamespace

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from kipbot import __version__, cli
from kipbot.cli import options, terminal
from kipbot.core.errors import KipbotError, WorldFailed


class RosterMissing(KipbotError):
    """The roster is missing: name one with --roster."""


@pytest.fixture
def command(monkeypatch):
    """Puts a stand-in for the command `check`, which does what the test says."""

    def put(run, configure=lambda parser: None):
        module = SimpleNamespace(__doc__="A stand-in.", configure=configure, run=run)
        monkeypatch.setattr(cli, "import_module", lambda name: module)

    return put


def failing(error):
    def run(arguments):
        raise error

    return run


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_listed_command_exists_and_has_its_two_functions(name):
    module = import_module(f"kipbot.cli.{name}")
    parser = cli.Parser(prog=f"kipbot {name}", description=module.__doc__)
    module.configure(parser)
    assert callable(module.run)
    assert parser.format_help()


def test_the_help_lists_every_command_and_the_exit_codes(capsys):
    assert cli.main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(f"  {name} " in shown for name in cli.COMMANDS)
    assert cli.EXIT_CODES in shown


def test_the_version_is_the_package_version(capsys):
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"kipbot {__version__}\n"


def test_no_command_at_all_shows_the_help_as_wrong_use(capsys):
    assert cli.main([]) == 2
    assert "commands:" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(["replya"], "did you mean `kipbot replay`?", id="a slip is answered with the nearest command"),
        pytest.param(["xyzzy"], "there are replay, explain", id="a stranger is answered with all commands"),
        pytest.param(["--quiet"], "see `kipbot --help`", id="an option does not stand alone"),
        pytest.param(["--vers"], "see `kipbot --help`", id="no option is guessed from its first letters"),
        pytest.param(["check\x1b[2J"], "\\x1b[2J", id="an escape sequence is shown, not sent"),
        pytest.param(["replay", "--format", "xml"], "table", id="a wrong value is answered with the allowed ones"),
        pytest.param(["replay", "--nosuch", "x"], "see `kipbot replay --help`", id="a wrong option names the command's help"),
    ],
)
def test_wrong_use_is_one_line_and_code_2(words, says, capsys):
    assert cli.main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("kipbot: ")
    assert err.count("\n") == 1
    assert says in err


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        pytest.param(WorldFailed("a.mbox: cut short"), 3, "kipbot: a.mbox: cut short\n", id="a file that failed"),
        pytest.param(RosterMissing(), 1, "kipbot: The roster is missing: name one with --roster.\n", id="the docstring speaks"),
        pytest.param(KipbotError("a\nb"), 1, "kipbot: a\nkipbot: b\n", id="two mistakes, two lines"),
        pytest.param(
            PermissionError(13, "Permission denied", "a.mbox"), 3, "kipbot: a.mbox: Permission denied\n", id="no access"
        ),
        pytest.param(OSError("odd"), 3, "kipbot: odd\n", id="a failure without a file"),
        pytest.param(KeyboardInterrupt(), 130, "", id="Ctrl-C is quiet"),
    ],
)
def test_how_failures_end(error, code, line, command, capsys):
    command(failing(error))
    assert cli.main(["check"]) == code
    assert capsys.readouterr().err == line


def test_a_programmers_error_crashes(command):
    command(failing(ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError):
        cli.main(["check"])


@pytest.mark.parametrize("code", [0, 1, 3])
def test_the_code_of_a_command_is_the_code_of_kipbot(code, command):
    command(lambda arguments: code)
    assert cli.main(["check"]) == code


def test_a_command_sees_its_options_read(command):
    seen = []
    command(lambda arguments: seen.append(arguments) or 0, lambda parser: options.add(parser, *options.OPTIONS))
    assert cli.main(["check", "--as-of", "2026-03-09T01:00+01:00", "--jobs", "2", "--format", "json", "--quiet"]) == 0
    assert seen[0].as_of == datetime(2026, 3, 9, tzinfo=UTC)
    assert (seen[0].jobs, seen[0].format, seen[0].quiet, seen[0].rules, seen[0].roster) == (2, "json", True, None, None)


def run(words, **environment):
    return subprocess.run([sys.executable, "-c", words], capture_output=True, env={**os.environ, **environment}, check=False)


SAYS = """
import sys
from types import SimpleNamespace
from kipbot import cli
cli.import_module = lambda name: SimpleNamespace(__doc__="", configure=lambda parser: None, run=lambda arguments: {run})
sys.exit(cli.main(["check"]))
"""


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_a_pipe_gets_utf_8_whatever_the_locale(locale):
    done = run(
        SAYS.format(run='print("Zo\\xeb \\u4e2d \\udce9") or 0'),
        LC_ALL=locale,
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
        PYTHONIOENCODING="ascii",
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == "Zoë 中 \\udce9\n".encode()


def test_a_reader_that_leaves_early_is_no_error():
    reader, writer = os.pipe()
    os.close(reader)
    program = SAYS.format(run="print('x' * 100_000) or 0")
    done = subprocess.run([sys.executable, "-c", program], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (cli.PIPE_CLOSED, b"")


def test_python_m_kipbot_is_kipbot():
    done = subprocess.run([sys.executable, "-m", "kipbot", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"kipbot {__version__}\n"


@pytest.mark.parametrize(
    ("text", "at"),
    [
        pytest.param("2026-03-09T00:00Z", datetime(2026, 3, 9, tzinfo=UTC), id="Z is UTC"),
        pytest.param("2026-03-09T01:30:00+01:30", datetime(2026, 3, 9, tzinfo=UTC), id="an offset is taken off"),
        pytest.param("2026-03-09", datetime(2026, 3, 9, tzinfo=UTC), id="a date is its first minute"),
        pytest.param(" 2026-03-08T20:00-04:00 ", datetime(2026, 3, 9, tzinfo=UTC), id="blanks around do not matter"),
    ],
)
def test_moments(text, at):
    assert options.moment(text) == at
    assert options.moment(text).tzinfo is UTC


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("2026-03-09T00:00", "add Z", id="a naive time says how to mend it"),
        pytest.param("2026-03-09 00:00:00", "add Z", id="a blank for the T changes nothing"),
        pytest.param("yesterday", "is no moment", id="words are no moment"),
        pytest.param("2026-02-30", "is no moment", id="the calendar is kept"),
        pytest.param("", "is no moment", id="nothing is no moment"),
        pytest.param("0001-01-01T00:00+14:00", "is no moment", id="before the first year"),
    ],
)
def test_what_is_no_moment(text, says):
    with pytest.raises(argparse.ArgumentTypeError, match=says):
        options.moment(text)


@pytest.mark.parametrize("text", ["0", "-1", "1.5", "two", "", "٣", "9" * 5000])
def test_what_is_no_number_of_jobs(text):
    with pytest.raises(argparse.ArgumentTypeError, match="whole number"):
        options.positive(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("plain words, Zoë, 中文, +1", "plain words, Zoë, 中文, +1", id="ordinary text stays"),
        pytest.param("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m", id="colours are shown"),
        pytest.param("\x9b2J", "\\x9b2J", id="the one-byte escape too"),
        pytest.param("a\x00b\x07\x7f", "a\\x00b\\x07\\x7f", id="NUL, bell and delete"),
        pytest.param("a\tb\r\nc", "a b\\r\\nc", id="a tab is a blank, a line end cannot fake a line"),
        pytest.param("\u202e1+\u202c", "\\u202e1+\\u202c", id="no text runs backwards"),
        pytest.param("\u2066x\u2069\u200f", "\\u2066x\\u2069\\u200f", id="isolates and marks"),
        pytest.param("-\u200b1", "-\\u200b1", id="no width hides no character"),
        pytest.param("\ufeff+1\u00ad", "\\ufeff+1\\xad", id="byte order mark and soft hyphen"),
        pytest.param("a\u2028b", "a\\u2028b", id="a line separator"),
        pytest.param("\U000e0041", "\\U000e0041", id="tag characters"),
        pytest.param("\udce9", "\\udce9", id="half a character"),
    ],
)
def test_harmless(text, shown):
    assert terminal.harmless(text) == shown


@given(some.text())
def test_harmless_text_is_harmless_for_good(text):
    shown = terminal.harmless(text)
    assert terminal.harmless(shown) == shown
    assert len(shown.splitlines()) <= 1
    shown.encode()


@example("\x7f")
@given(some.recursive(some.text() | some.integers(), lambda more: some.lists(more) | some.dictionaries(some.text(), more)))
def test_json_is_read_back_unchanged_and_moves_no_terminal(value):
    text = terminal.json_text(value)
    assert json.loads(text) == value
    assert all(terminal.harmless(line) == line for line in text.split("\n"))


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("", 0), ("中文", 4), ("e\u0301", 1), ("ｆｕｌｌ", 8), ("Zoë", 3)],
    ids=["ASCII", "nothing", "Chinese", "a combining accent", "full width", "an accent"],
)
def test_width(text, columns):
    assert terminal.width(text) == columns


def test_columns_line_up_under_wide_characters():
    rows = [("voter", "vote", "words"), ("王小明", "+1", "looks good"), ("Zoë", "-1", "")]
    assert list(terminal.columns(rows, (20, 4, 0))) == [
        "voter   vote  words",
        "王小明  +1    looks good",
        "Zoë     -1",
    ]


def test_a_long_cell_goes_on_in_the_next_line():
    assert list(terminal.columns([("KIP-1", "a rather long title")], (5, 8), indent=2)) == [
        "  KIP-1  a rather",
        "         long",
        "         title",
    ]


def test_a_word_longer_than_its_column_is_cut():
    assert list(terminal.columns([("abcdefgh", "x")], (3, 1))) == ["abc  x", "def", "gh"]


@example([("", "\xa0")])
@given(some.lists(some.tuples(some.text(max_size=60), some.text(max_size=200)), max_size=5))
def test_no_line_is_wider_than_a_terminal_and_no_word_is_lost(rows):
    lines = list(terminal.columns(rows, (20, 0)))
    assert all(terminal.width(line) <= terminal.WIDTH for line in lines)
    wanted = "".join(terminal.harmless("".join(row)) for row in rows).replace(" ", "")
    assert sorted("".join(lines).replace(" ", "")) == sorted(wanted)
