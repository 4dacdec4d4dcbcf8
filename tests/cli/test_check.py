"""Does `kipbot check` say what is wrong, and nothing else?"""

from __future__ import annotations

from pathlib import Path

import pytest

from kipbot.cli import main

RULES = """schema: 1
project: mine
extends: asf
votes:
  kip: {applies_to: [proposal], quorum: 3, majority: true, binding: [committer], confidence: primary, because: https://example.org}
"""
ROSTER = "people:\n  - {id: ada, name: Ada Example, emails: [ada@example.org], roles: [{role: committer, from: 2015-03-01}]}\n"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_the_shipped_rules_are_right(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    told = capsys.readouterr().out
    assert "kafka: ok (9 votes, 39 values inferred: have them checked)" in told
    assert "note: longer over holidays, but none is named under holidays, so none is skipped: votes.code.period" in told
    assert "maven: ok (1 vote)" in told


def test_a_mistake_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "rules/mine/votes.yaml", RULES.replace("quorum: 3", "quorum: three"))
    write(tmp_path / "rules/yours/votes.yaml", RULES)
    assert main(["check", "--rules", "rules"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "rules/mine/votes.yaml:5:41: votes.kip.quorum: must be a whole number of at least 1, not 'three'",
        "rules/yours: ok (1 vote)",
    ]


def test_a_roster_is_looked_at_and_held_against_the_rules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules = write(tmp_path / "mine/votes.yaml", RULES).parent
    roster = write(tmp_path / "roster.yaml", ROSTER)
    assert main(["check", "--rules", str(rules), "--roster", str(roster)]) == 0
    assert "roster.yaml: ok (1 person)" in capsys.readouterr().out
    write(rules / "votes.yaml", RULES.replace("[committer]", "[pmc]"))
    assert main(["check", "--rules", str(rules), "--roster", str(roster)]) == 1
    assert "votes.kip.binding: nobody in the roster is pmc; roles held there: committer" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_is_the_worlds_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--rules", str(tmp_path / "none"), "--roster", str(tmp_path / "none.yaml")]) == 3
    told = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[2][:14] for line in told] == ["there are no r", "there is no su"]


def test_a_role_that_binds_nowhere_is_noted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    roster = write(tmp_path / "roster.yaml", ROSTER.replace("role: committer", "role: pcm"))
    assert main(["check", "--roster", str(roster)]) == 0
    assert "note: the role pcm (ada) is one that no rule knows; those that bind: committer, pmc, " in capsys.readouterr().out
