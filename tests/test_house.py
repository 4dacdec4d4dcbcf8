"""Does the house keep its own rules? Who imports whom, how long things are, what may stand in no file."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from freezegun import freeze_time
from importlinter.cli import lint_imports

from kipbot import clock
from kipbot.cli import COMMANDS, main

TOP = Path(__file__).parent.parent
MODULES = sorted((TOP / "kipbot").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 400, 40

# Written in pieces, so that this file does not break its own rule.
FORBIDDEN = [
    re.compile("--(extra-)?index" + "-url"),
    re.compile("https?://[a-z.-]*" + r"(registry|packages|mirror|pythonhosted)[a-z.-]*\b"),
    re.compile("/sim" + "ple/"),
    re.compile(r"(?<![\w.:/-])/(root|work|home/\w+|Users/\w+)" + "/"),
]
TEXT = {".py", ".md", ".toml", ".yaml", ".yml", ".lock", ".txt", ".j2", ".eml", ".mbox", ".json", ".jsonl", ""}


def names(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(TOP)) for path in paths]


def files_of_the_house() -> list[Path]:
    tops = [path for path in TOP.iterdir() if path.name != ".git" and not path.name.startswith(".venv")]
    found = [file for top in tops for file in ([top] if top.is_file() else top.rglob("*"))]
    caches = re.compile(r"/(__pycache__|\.[a-z_]+_cache|\.hypothesis|htmlcov|dist|build|out)(/|$)|\.coverage")
    return [
        file for file in found if file.is_file() and file.suffix in TEXT and not caches.search(file.as_posix()[len(str(TOP)) :])
    ]


def test_every_import_goes_the_way_the_architecture_allows(capfd, monkeypatch):
    monkeypatch.chdir(TOP)
    code = lint_imports(no_cache=True)
    assert code == 0, capfd.readouterr().out


@pytest.mark.parametrize("module", MODULES, ids=names(MODULES))
class TestEveryModule:
    def test_says_which_question_it_answers(self, module):
        assert ast.get_docstring(ast.parse(module.read_text()))

    def test_is_short_enough_to_read_in_one_go(self, module):
        lines = module.read_text().count("\n")
        assert lines <= LONGEST_FILE

    def test_has_no_function_longer_than_a_screen(self, module):
        functions = [node for node in ast.walk(ast.parse(module.read_text())) if isinstance(node, ast.FunctionDef)]
        long = [function.name for function in functions if (function.end_lineno or 0) - function.lineno >= LONGEST_FUNCTION]
        assert long == []

    def test_gives_each_name_once(self, module):
        """A pattern that is bound again further down silently takes the place of the first; no linter tells."""
        bound = [name for node in ast.parse(module.read_text()).body for name in bound_by(node)]
        assert [name for name in dict.fromkeys(bound) if bound.count(name) > 1] == []

    def test_explains_its_public_functions_and_classes(self, module):
        tree = ast.parse(module.read_text())
        public = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name[0] != "_"]
        assert [node.name for node in public if not ast.get_docstring(node)] == []


def bound_by(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [target.id for target in targets if isinstance(target, ast.Name)]


def test_no_file_names_a_registry_or_a_path_of_one_machine():
    found = [
        f"{file.relative_to(TOP)}:{number}: {line.strip()[:80]}"
        for file in files_of_the_house()
        for number, line in enumerate(file.read_text(errors="replace").splitlines(), start=1)
        if any(pattern.search(line) for pattern in FORBIDDEN)
    ]
    assert found == []


def test_the_papers_name_every_command():
    readme, changelog = (TOP / "README.md").read_text(), (TOP / "CHANGELOG.md").read_text()
    assert [name for name in COMMANDS if f"kipbot {name}" not in readme or f"kipbot {name}" not in changelog] == []


def test_the_papers_name_no_make_target_that_does_not_exist():
    papers = "\n".join(file.read_text() for file in [TOP / "README.md", TOP / ".github/CONTRIBUTING.md", TOP / ".ci/run"])
    targets = set(re.findall(r"^([a-z]+):", (TOP / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", papers, re.MULTILINE)) - targets == set()


def test_the_roster_of_the_readme_is_a_roster(tmp_path, capsys):
    [example] = re.findall(r"```yaml\n(.*?)```", (TOP / "README.md").read_text(), re.DOTALL)
    (tmp_path / "roster.yaml").write_text(example)
    assert main(["check", "--roster", str(tmp_path / "roster.yaml")]) == 0
    assert main(["roster", "who", "anna@example.org", "--roster", str(tmp_path / "roster.yaml"), "--as-of", "2022-01-01"]) == 0
    assert "avoter (Anna Voter)" in capsys.readouterr().out


def test_the_mistake_of_the_readme_is_told_in_the_words_of_the_readme(tmp_path, capsys):
    rules = tmp_path / "kafka"
    shutil.copytree(TOP / "rules/kafka", rules)
    lines = (rules / "votes.yaml").read_text().splitlines(keepends=True)
    [told] = re.findall(r"^rules/kafka/(votes\.yaml:(\d+):.*)$", (TOP / "README.md").read_text(), re.MULTILINE)
    lines[int(told[1]) - 1] = "    quorum: many\n"
    (rules / "votes.yaml").write_text("".join(lines))
    assert main(["check", "--rules", str(rules)]) == 1
    assert f"kafka/{told[0]}" in capsys.readouterr().out


def test_the_locks_pin_every_package_by_hash():
    for lock in sorted((TOP / "requirements").glob("*.lock")):
        entries = re.split(r"\n(?=[a-z])", lock.read_text())[1:]
        assert entries, lock
        assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@freeze_time("2026-03-09 12:00:00+01:00")
def test_the_clock_answers_aware_and_in_utc():
    assert clock.now() == datetime(2026, 3, 9, 11, tzinfo=UTC)
    assert clock.now().tzinfo is UTC


def modules_after(words: list[str], cwd: Path) -> tuple[int, set[str]]:
    """The exit code and the top-level modules that a command loads, in a Python of its own."""
    program = (
        "import sys\n"
        "before = set(sys.modules)\n"  # measuring coverage loads modules too
        "from kipbot.cli import main\n"
        f"code = main({words!r})\n"
        "print(code, *sorted({name.partition('.')[0] for name in set(sys.modules) - before}), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=cwd, check=True)
    code, *modules = done.stderr.splitlines()[-1].split()
    return int(code), set(modules)


@pytest.mark.parametrize("words", [["--help"], ["--version"]], ids=lambda words: words[0])
def test_help_and_version_load_next_to_nothing(words, tmp_path):
    code, modules = modules_after(words, tmp_path)
    assert code == 0
    assert modules & {"pydantic", "ruamel", "rich", "jinja2", "typing", "dataclasses", "email", "json", "asyncio"} == set()


@pytest.mark.parametrize("words", [["demo"], ["check"], ["replay", "--help"]], ids=lambda words: " ".join(words))
def test_reading_commands_load_no_part_they_do_not_use(words, tmp_path):
    _, modules = modules_after(words, tmp_path)
    assert modules & {"github", "jira", "aiosmtpd", "jinja2"} == set()
