"""`kipbot result`: is the draft right, and is it refused while the rule is not met?"""

from __future__ import annotations

import json

import pytest

from kipbot.render import escapes, render, templates
from tests.cli.prose import KETTLE, ON_KETTLE, assert_golden, letter, say

RULES = ["--rules", str(KETTLE)]


def test_the_draft_of_a_vote_that_passes(capsys):
    said = say(capsys, "result", "KIP-21", *ON_KETTLE)
    assert (said.code, said.err) == (0, "")
    assert_golden("result", said.out)


def test_what_is_to_be_settled_stands_above_the_line_to_cut_at(capsys):
    said = say(capsys, "result", "KIP-23", *ON_KETTLE, "--anyway")
    assert said.code == 0
    assert_golden("result-unresolved", said.out)


def test_a_draft_of_what_is_announced_already(capsys):
    said = say(capsys, "result", "4.4.0", *ON_KETTLE, "--anyway")
    assert_golden("result-announced", said.out)


@pytest.mark.parametrize(
    ("what", "as_of", "says"),
    [
        pytest.param("KIP-22", "2026-03-09", "short: 2 of 3 binding +1; passes when: one more binding +1", id="one is missing"),
        pytest.param("KIP-21", "2026-03-05", "passes at 2026-03-05T09:00Z", id="the period is not over"),
        pytest.param("KIP-23", "2026-03-09", "a human settles the ballot of Carla Fontes", id="a doubt could turn it"),
        pytest.param("4.4.0", "2026-03-09", "4.4.0 RC1 is short", id="announced, but not met"),
        pytest.param("KIP-99", "2026-03-09", "no vote on 'KIP-99'", id="not there"),
    ],
)
def test_it_is_refused_with_the_reason(what, as_of, says, capsys):
    said = say(capsys, "result", what, *ON_KETTLE, "--as-of", as_of)
    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1
    assert says in said.err


def test_the_draft_does_not_say_that_it_is_still_to_be_sent(capsys, tmp_path):
    sender = "Ada <ada@maven.example>"
    mails = letter("c", sender, "[VOTE] Release Maven Indexer 6.0.0", "Please vote.")
    people = ("ada", "ben", "cho")
    mails += "".join(
        letter(who, f"{who.title()} <{who}@apache.org>", "Re: [VOTE] Release Maven Indexer 6.0.0", "+1", hours=2, answers="c")
        for who in people
    )
    (tmp_path / "a.mbox").write_text(mails, encoding="utf-8")
    pmc = "".join(f"  - {{id: {who}, name: {who.title()}, roles: [{{role: pmc, from: 2020-01-01}}]}}\n" for who in people)
    (tmp_path / "roster.yaml").write_text(f"people:\n{pmc}", encoding="utf-8")
    books = ("--project", "maven", "--roster", str(tmp_path / "roster.yaml"), "--as-of", "2026-04-09")
    said = say(capsys, "result", "Indexer", tmp_path / "a.mbox", *books)
    assert (said.code, said.err) == (0, "")
    assert "has passed with 3 binding +1." in said.out
    assert "Not met" not in said.out


def test_a_vote_whose_call_was_not_archived_can_be_drafted(capsys, tmp_path):
    words = letter("a", "Ada <ada@kettle.example>", "Re: [VOTE] KIP-30: Steam", "+1", answers="gone")
    (tmp_path / "a.mbox").write_text(words, encoding="utf-8")
    said = say(capsys, "result", "KIP-30", tmp_path / "a.mbox", *RULES, "--anyway")
    assert (said.code, said.err) == (0, "")
    assert "The vote was called" not in said.out and "the call was not seen" in said.out


def test_a_cancelled_vote_has_no_result(capsys, tmp_path):
    sender = "Ada <ada@kettle.example>"
    mails = letter("c", sender, "[VOTE] KIP-30: Steam", "Please vote.")
    mails += letter("x", sender, "[CANCELED] [VOTE] KIP-30: Steam", "I cancel this vote.", hours=2, answers="c")
    (tmp_path / "a.mbox").write_text(mails, encoding="utf-8")
    said = say(capsys, "result", "KIP-30", tmp_path / "a.mbox", *RULES)
    assert (said.code, said.out) == (1, "")
    assert "KIP-30 was cancelled: there is no result to announce" in said.err
    assert "* The vote was cancelled\n" in say(capsys, "result", "KIP-30", tmp_path / "a.mbox", *RULES, "--anyway").out


def test_a_name_that_means_two_votes_is_asked_back(capsys, tmp_path):
    mails = "".join(
        letter(name, "Ada <ada@kettle.example>", f"[VOTE] {title}", "Please vote. +1")
        for name, title in (("a", "KIP-30: Steam valve"), ("b", "KIP-31: Steam whistle"))
    )
    (tmp_path / "a.mbox").write_text(mails, encoding="utf-8")
    said = say(capsys, "result", "steam", tmp_path / "a.mbox", *RULES)
    assert said.code == 1
    assert "'steam' means 2 votes: KIP-30, KIP-31; name one of them" in said.err


def test_of_several_rounds_the_one_that_still_runs_is_meant(capsys, tmp_path):
    mails = "".join(
        letter(f"r{n}", "Ada <ada@kettle.example>", f"[VOTE] Release Kettle 5.0.0 RC{n}", "+1", hours=100 * n) for n in (1, 2)
    )
    (tmp_path / "a.mbox").write_text(mails, encoding="utf-8")
    assert "5.0.0 RC2 is short" in say(capsys, "result", "5.0.0", tmp_path / "a.mbox", *RULES).err


def test_no_name_and_no_title_can_add_a_header_or_act_on_the_terminal(capsys, tmp_path):
    words = letter("x", '"Eve\r\n Bcc: all@mail.example\x1b[2J" <eve@mail.example>', "[VOTE] KIP-40: A \x1b[31m", "+1")
    (tmp_path / "a.mbox").write_text(words, encoding="utf-8")
    out = say(capsys, "result", "KIP-40", tmp_path / "a.mbox", *RULES, "--anyway").out
    assert "\x1b" not in out
    assert not any(line.startswith("Bcc") for line in out.splitlines())


def test_json_holds_the_draft(capsys):
    shown = json.loads(say(capsys, "result", "KIP-21", *ON_KETTLE, "--format", "json").out)
    assert shown["subject"] == "KIP-21"
    assert shown["draft"] == say(capsys, "result", "KIP-21", *ON_KETTLE).out


@pytest.mark.parametrize(
    ("name", "escaped"),
    [("mail/result.txt.j2", False), ("web/vote.html.j2", True), ("web/feed.xml.j2", True), (None, True)],
)
def test_markup_is_escaped_and_plain_text_is_not(name, escaped):
    assert escapes(name) is escaped


def test_every_template_has_a_golden_file_and_misses_nothing_silently():
    assert [file.relative_to(templates()).as_posix() for file in templates().rglob("*.j2")] == ["mail/result.txt.j2"]
    with pytest.raises(Exception, match="undefined"):
        render("mail/result.txt.j2", {"to": "", "ballots": [], "to_settle": []})
