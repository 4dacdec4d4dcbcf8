"""`kipbot backtest`: does it find the votes that would end otherwise, and say why?"""

from __future__ import annotations

import json
import shutil

import pytest

from tests.cli.prose import KETTLE, assert_golden, letter, say

MBOX = KETTLE / "dev-2026-03.mbox"


@pytest.fixture
def changed(tmp_path, monkeypatch):
    """A copy of Kettle's rules in ./new in which something is replaced."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(KETTLE, tmp_path / "old")

    def change(was, becomes):
        shutil.copytree(KETTLE, tmp_path / "new")
        file = tmp_path / "new" / "votes.yaml"
        text = file.read_text(encoding="utf-8")
        assert was in text
        file.write_text(text.replace(was, becomes), encoding="utf-8")

    return change


def test_votes_that_would_end_otherwise_are_told_with_the_reasons(changed, capsys):
    changed("quorum: 3", "quorum: 2")
    said = say(capsys, "backtest", "--rules", "new", "--against", "old", MBOX)
    assert (said.code, said.err) == (1, "")
    assert_golden("backtest", said.out)


def test_the_same_rules_differ_in_nothing(changed, capsys):
    changed("quorum: 3", "quorum: 3 # as it was")
    said = say(capsys, "backtest", "--rules", "new", "--against", "old", MBOX)
    assert said.code == 0
    assert said.out.startswith("kettle, as of 2026-03-09 09:00 UTC: none of 4 votes would differ\n")


def result(hours):
    sender = "Ada <ada@kettle.example>"
    mails = letter("call", sender, "[VOTE] KIP-60: Cork", "+1")
    mails += letter("b", "Bo <bo@kettle.example>", "Re: [VOTE] KIP-60: Cork", "+1", hours=1, answers="call")
    mails += letter("c", "Carla <carla@kettle.example>", "Re: [VOTE] KIP-60: Cork", "+1", hours=2, answers="call")
    said = "The vote passed with 3 binding +1 votes."
    return mails + letter("r", sender, "[RESULT] [VOTE] KIP-60: Cork", said, hours=hours, answers="call")


def test_a_closed_vote_is_compared_as_of_its_result(changed, capsys, tmp_path):
    # Long after, every period is over: only the moment of the result shows that a week had not passed.
    changed("{hours: 72}", "{days: 7}")
    later = letter("later", "Bo <bo@kettle.example>", "Lunch?", "At noon.", hours=2000)
    (tmp_path / "a.mbox").write_text(result(80) + later, encoding="utf-8")
    said = say(capsys, "backtest", "--rules", "new", "--against", "old", "a.mbox", "--format", "json")
    [found] = json.loads(said.out)["differences"]
    assert (found["subject"], found["before"]["outcome"]) == ("KIP-60", "passed")
    assert found["after"]["outcome"] == "pending when its result was announced"
    assert "open until Mon 2026-03-09 09:00 UTC" in found["after"]["reason"]


def test_without_against_the_shipped_rules_of_the_project_are_the_measure(changed, capsys):
    changed("project: kettle", "project: kafka")
    said = say(capsys, "backtest", "--rules", "new", MBOX, "--format", "json")
    shown = json.loads(said.out)
    assert (shown["project"], shown["before"], shown["after"], shown["votes"]) == ("kafka", "kafka (shipped)", "new", 4)


@pytest.mark.parametrize(
    ("words", "says", "code"),
    [
        pytest.param([MBOX], "compare what?", 2, id="no rules"),
        pytest.param([MBOX, "--rules", "old"], "no rules of kettle to compare with", 2, id="nothing to compare with"),
        pytest.param(
            [MBOX, "--rules", "old", "--against", "nowhere"], "nowhere: there are no rules here", 3, id="no such rules"
        ),
        pytest.param(["nowhere", "--rules", "old", "--against", "old"], "nowhere: there is no such file", 3, id="no mail"),
    ],
)
def test_wrong_use_is_one_line(words, says, code, changed, capsys):
    said = say(capsys, "backtest", *words)
    assert (said.code, said.out, said.err.count("\n")) == (code, "", 1)
    assert says in said.err


def test_rules_that_ask_for_a_discussion_find_it_in_the_archives(changed, capsys):
    changed("{hours: 72}", "{hours: 72}\n    discussion: {days: 300}")
    said = say(capsys, "backtest", "--rules", "new", "--against", "old", MBOX)
    assert said.code == 1
    assert "of 300 days before the call" in " ".join(said.out.split())
    replayed = say(capsys, "replay", MBOX, "--rules", "new", "--format", "json")
    told = [reason["text"] for vote in json.loads(replayed.out)["ballots"] for reason in vote["reasons"]]
    assert any(text.startswith("discussed since ") for text in told)


def test_a_result_that_came_twice_is_compared_as_of_the_second(changed, capsys, tmp_path):
    changed("quorum: 3", "quorum: 4")
    said = "The 72 hours are over now: the vote passed with 3 binding +1 votes."
    again = letter("again", "Ada <ada@kettle.example>", "[RESULT] [VOTE] KIP-60: Cork", said, hours=80, answers="call")
    (tmp_path / "a.mbox").write_text(result(50) + again, encoding="utf-8")
    [found] = json.loads(say(capsys, "backtest", "--rules", "new", "--against", "old", "a.mbox", "--format", "json").out)[
        "differences"
    ]
    assert found["before"]["outcome"] == "passed"
    assert "the period ended Thu 2026-03-05 09:00 UTC, 80 h after the call" in found["before"]["reason"]
