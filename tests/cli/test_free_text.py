"""Can a word in rules, roster or a folder's name act on the terminal of whoever reads them?"""

from __future__ import annotations

from pathlib import Path

import pytest

from kipbot.cli.terminal import harmless
from tests.cli.prose import letter, say

# As YAML writes them: escape, the one-byte escape, text that runs backwards, a line of its own, no width.
ODD = r"\e[2J\x9b31m\u202e\u2028\u200b\x07"
RULES = f"""schema: 1
project: mine
extends: asf
proposals:
  - {{prefix: KIP}}
lists: {{dev: "dev\\e[2J@example.org"}}
votes:
  "kip{ODD}": {{applies_to: [proposal], quorum: 1, majority: true, binding: [committer], period: {{hours: 0}}, deviates: true, confidence: inferred, because: "https://example.org/\\e[31m"}}
  release: {{applies_to: [release], quorum: 3, majority: true, binding: [pmc], period: {{hours: 1}}, deviates: true, confidence: primary, because: "https://example.org/\\e[31m", note: "{ODD}"}}
"""
ROSTER = f"""people:
  - {{id: "ada\\e[2J", name: "Ada {ODD} Ode", names: ["{ODD}"], emails: [ada@example.org], roles: [{{role: committer, from: 2015-03-01}}, {{role: "pcm{ODD}"}}]}}
  - {{id: bo, name: "Bo {ODD}", emails: ["bo\\e[2J@example.org"], roles: [{{role: pmc, from: 2015-03-01}}]}}
"""
PLACE = "rules\x1b[31m"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    place = tmp_path / PLACE
    place.mkdir()
    (place / "votes.yaml").write_text(RULES, encoding="utf-8")
    (place / "roster.yaml").write_text(ROSTER, encoding="utf-8")
    (tmp_path / "wrong").mkdir()
    (tmp_path / "wrong/votes.yaml").write_text(RULES.replace("quorum: 1", f'quorum: "{ODD}"'), encoding="utf-8")
    mails = letter("call", "Ada <ada@example.org>", "[VOTE] KIP-1: Steam", "Please vote.")
    mails += letter("b", "Ada <ada@example.org>", "Re: [VOTE] KIP-1: Steam", "+1", hours=1, answers="call")
    (tmp_path / "a.mbox").write_text(mails, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(["check", "--rules", PLACE, "--roster", f"{PLACE}/roster.yaml"], 0, id="check"),
        pytest.param(["check", "--rules", "wrong"], 1, id="check, of a wrong file"),
        pytest.param(["replay", "a.mbox", "--rules", PLACE], 0, id="replay"),
        pytest.param(["replay", "a.mbox", "--rules", "wrong"], 3, id="replay, of a wrong file"),
        pytest.param(["explain", "KIP-1", "a.mbox", "--rules", PLACE], 0, id="explain"),
        pytest.param(["explain", "<b@mail.example>", "a.mbox", "--rules", PLACE], 0, id="explain a mail"),
        pytest.param(["result", "KIP-1", "a.mbox", "--rules", PLACE], 0, id="result"),
        pytest.param(["backtest", "a.mbox", "--rules", PLACE, "--against", PLACE], 0, id="backtest"),
        pytest.param(["roster", "show", "--rules", PLACE], 0, id="roster show"),
        pytest.param(["roster", "show", "--rules", PLACE, "--role", "a\x1b[2J"], 0, id="roster show, of an odd role"),
        pytest.param(["roster", "who", "ada@example.org", "--rules", PLACE], 0, id="roster who"),
        pytest.param(["demo", "--into", "new\x1b[2J"], 0, id="demo"),
    ],
)  # fmt: skip
def test_no_free_text_acts_on_the_terminal(words, code, folder, capsys):
    said = say(capsys, *words)
    assert said.code == code
    shown = (said.out + said.err).split("\n")
    assert [line for line in shown if harmless(line) != line] == []
