"""`kipbot roster`: what is printed, where, and with which exit code."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from freezegun import freeze_time

from kipbot.cli import main
from kipbot.settings.rulebook import shipped_rules

ROSTER = """\
people:
  - id: joster
    name: "Jo Oster"
    emails: [jo@fjord.example]
    roles:
      - {role: committer, from: 2015-03-01}
      - {role: pmc, from: 2017-06-01, to: 2020-12-31}
  - id: wxm
    name: "王晓蒙"
    roles:
      - {role: committer, from: null}
"""
PROJECTS = {"projects": {"brook": {"members": ["joster", "bovik"], "owners": ["joster"]}}}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "roster.yaml").write_text(ROSTER, encoding="utf-8")
    (tmp_path / "ldap.json").write_text(json.dumps(PROJECTS), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_show_is_a_table(folder, capsys):
    assert main(["roster", "show", "--as-of", "2018-01-01"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "id      name      roles",
        "joster  Jo Oster  committer from 2015-03-01; pmc from 2017-06-01 to 2020-12-31",
        "wxm     王晓蒙    committer from a day not known",
        "2 people",
    ]


@pytest.mark.parametrize(
    "at, ids",
    [
        pytest.param("2018-01-01", ["joster"], id="while the role is held"),
        pytest.param("2020-12-31T23:59Z", ["joster"], id="on its last day"),
        pytest.param("2021-01-01", [], id="after it has ended"),
    ],
)
def test_show_role_is_as_of_the_moment(folder, capsys, at, ids):
    assert main(["roster", "show", "--role", "PMC", "--as-of", at, "--format", "json"]) == 0
    assert [person["id"] for person in json.loads(capsys.readouterr().out)["people"]] == ids


@freeze_time("2018-01-01T09:00:00Z")
def test_without_as_of_the_moment_is_now(folder, capsys):
    assert main(["roster", "who", "jo@fjord.example", "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["as_of"] == "2018-01-01T09:00:00Z"
    assert said["proves"] is True
    assert [(person["id"], person["holds"]) for person in said["people"]] == [("joster", ["committer", "pmc"])]


def test_who_explains(folder, capsys):
    assert main(["roster", "who", "Jo Oster <jo@moor.example>", "--as-of", "2018-01-01", "--roster", "roster.yaml"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "joster (Jo Oster), found by the name"
    assert lines[-1].startswith("note: jo@moor.example is not in the roster")


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        pytest.param(None, ["a proposal (committer)", "a release (pmc)"], id="without rules, by the foundation's custom"),
        pytest.param("kafka", ["a KIP (committer)", "a release (pmc)"], id="a project's own word"),
        pytest.param("airflow", ["an AIP (pmc or committer)", "a release (pmc)"], id="with its article"),
        pytest.param("spark", ["a SPIP (pmc)", "a release (pmc)"], id="and its own rule"),
        pytest.param("maven", ["a proposal (pmc)", "a release (pmc)"], id="a project without a word of its own"),
    ],
)
def test_who_speaks_the_words_of_the_project(folder, capsys, rules, said):
    named = [] if rules is None else ["--rules", str(shipped_rules() / rules)]
    assert main(["roster", "who", "jo@fjord.example", "--as-of", "2018-01-01", "--roster", "roster.yaml", *named]) == 0
    lines = [line.partition(" at ")[0] for line in capsys.readouterr().out.splitlines() if line.startswith("  on ")]
    assert lines == [f"  on {words}" for words in said]


def test_who_is_nobody_is_found(folder, capsys):
    assert main(["roster", "who", "zed\x1b[2J@moor.example", "--as-of", "2018-01-01"]) == 1
    assert capsys.readouterr().out == "zed\\x1b[2J@moor.example: nobody in the roster\n"


def test_the_roster_beside_the_rules_is_taken(folder, capsys):
    (folder / "brook").mkdir()
    (folder / "roster.yaml").rename(folder / "brook" / "roster.yaml")
    assert main(["roster", "who", "wxm@apache.org", "--rules", "brook", "--as-of", "2018-01-01"]) == 0


def test_no_roster_is_wrong_use(folder, capsys):
    (folder / "roster.yaml").unlink()
    assert main(["roster", "show"]) == 2
    assert capsys.readouterr().err == "kipbot: which roster? there is no roster.yaml; name it with --roster FILE\n"


def test_a_wrong_roster_is_told_by_place(folder, capsys):
    (folder / "roster.yaml").write_text(ROSTER.replace("to: 2020", "to: 2010"), encoding="utf-8")
    assert main(["roster", "show"]) == 3
    assert capsys.readouterr().err.startswith("kipbot: roster.yaml:7:43: people[0].roles[1].to: the role ends on 2010-12-31")


def test_import_prints_yaml_and_notes_apart(folder, capsys):
    assert main(["roster", "import", "--project", "brook", "ldap.json"]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("people:\n  - id: bovik\n")
    assert all(line.startswith("note: ") for line in captured.err.splitlines())


def test_import_renews_a_roster_and_keeps_what_was_there(folder, capsys):
    assert main(["roster", "import", "--project", "brook", "ldap.json", "--into", "roster.yaml"]) == 0
    assert capsys.readouterr().out == "roster.yaml: 3 people, 1 of them new\n"
    text = (folder / "roster.yaml").read_text(encoding="utf-8")
    assert "emails: [joster@apache.org, jo@fjord.example]" in text
    assert sorted(path.name for path in folder.iterdir()) == ["ldap.json", "roster.yaml"]


def test_import_can_write_elsewhere(folder, capsys):
    assert main(["roster", "import", "--project", "brook", "ldap.json", "--into", "roster.yaml", "--output", "new.yaml"]) == 0
    assert (folder / "roster.yaml").read_text(encoding="utf-8") == ROSTER
    assert (folder / "new.yaml").exists()


@pytest.mark.parametrize(
    "words, code, told",
    [
        pytest.param(["--project", "brok", "ldap.json"], 2, "did you mean 'brook'?", id="an unknown project"),
        pytest.param(["--project", "brook", "no.json"], 3, "no.json: cannot be read", id="a file that is not there"),
        pytest.param(["--project", "brook", "roster.yaml"], 3, "roster.yaml:1:1: is not JSON", id="no JSON"),
        pytest.param(
            ["--project", "brook", "ldap.json", "--output", "no/new.yaml"], 3, "new.yaml: cannot be written", id="no folder"
        ),
        pytest.param(["ldap.json"], 2, "--project", id="no project"),
    ],
)
def test_import_that_cannot_be_is_one_line(folder, capsys, words, code, told):
    assert main(["roster", "import", *words]) == code
    captured = capsys.readouterr().err
    assert told in captured
    assert captured.count("\n") == 1


def test_the_help_loads_no_library():
    code = "import sys; from kipbot.cli import main; main(['roster', '--help']); sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0
