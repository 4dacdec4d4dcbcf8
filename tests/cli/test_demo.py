"""`kipbot demo`: does the tour tell its story, from any folder and without a network?"""

from __future__ import annotations

import socket

import pytest
from freezegun import freeze_time

from kipbot.cli.demo import examples
from tests.cli.prose import assert_golden, say


@pytest.fixture(autouse=True)
def no_network(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(socket, "socket", None)


def test_the_tour(capsys):
    said = say(capsys, "demo")
    assert (said.code, said.err) == (0, "")
    assert_golden("demo", said.out)
    assert said.out.count("\n") <= 75


@freeze_time("2031-01-01")
def test_the_tour_is_the_same_on_any_day(capsys):
    assert_golden("demo", say(capsys, "demo").out)


def test_a_copy_to_play_with_and_the_next_steps_that_the_tour_names(capsys):
    assert say(capsys, "demo", "--into", "kettle").code == 0
    assert say(capsys, "replay", "kettle", "--rules", "kettle", "--as-of", "2026-03-05T09:00Z").code == 0
    assert say(capsys, "result", "KIP-21", "kettle", "--rules", "kettle").out.startswith("To: dev@kettle.example\n")
    assert say(capsys, "check", "--rules", "kettle", "--roster", "kettle/roster.yaml").code == 0
    assert say(capsys, "roster", "import", "--help").code == 0


def test_a_folder_that_is_there_is_not_written_into(capsys, tmp_path):
    said = say(capsys, "demo", "--into", tmp_path)
    assert (said.code, said.out) == (2, "")
    assert "is there already" in said.err


def test_everybody_in_the_tour_is_invented():
    text = (examples() / "dev-2026-03.mbox").read_text(encoding="utf-8")
    assert "apache.org" not in text
    hosts = {word.rpartition("@")[2].strip("<>:;,.") for word in text.split() if "@" in word}
    assert [host for host in hosts if not host.endswith(".example")] == []
