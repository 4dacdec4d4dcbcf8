"""`kipbot replay`: does it show every vote, say what it could not read, and end with the promised code?"""

from __future__ import annotations

import gzip
import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from kipbot import app
from kipbot.cli import progress, terminal
from tests.cli.prose import KETTLE, ON_KETTLE, assert_golden, letter, say

MBOX = KETTLE / "dev-2026-03.mbox"
RULES = ["--rules", str(KETTLE)]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_each_of_a_few_votes_is_shown_with_its_ballots(capsys):
    said = say(capsys, "replay", *ON_KETTLE)
    assert (said.code, said.err) == (0, "")
    assert_golden("replay", said.out)


def test_short_is_one_line_a_vote_and_what_must_not_be_missed(capsys):
    said = say(capsys, "replay", *ON_KETTLE, "--short")
    assert_golden("replay-short", said.out)


def test_as_of_an_earlier_moment_the_later_mail_was_not_written(capsys):
    said = say(capsys, "replay", *ON_KETTLE, "--as-of", "2026-03-03T00:00Z")
    assert_golden("replay-as-of", said.out)


def test_json_is_what_the_function_returns(capsys):
    said = say(capsys, "replay", *ON_KETTLE, "--format", "json")
    shown = json.loads(said.out)
    assert shown == app.replay([KETTLE], KETTLE)
    assert (shown["project"], shown["as_of"]) == ("kettle", "2026-03-09T09:00:00Z")
    assert shown["messages"] == {"read": 23, "duplicate": 1, "unreadable": 0}
    assert [vote["subject"] for vote in shown["ballots"]] == ["KIP-21", "4.4.0 RC1", "KIP-22", "KIP-23"]
    assert [vote["standing"] for vote in shown["ballots"]] == ["passing", "short", "short", "unresolved"]


def test_two_processes_and_a_second_copy_of_the_archive_change_nothing(capsys, folder):
    shutil.copy(MBOX, folder / "again.mbox")
    once, twice = app.replay([MBOX], KETTLE), app.replay([MBOX, folder / "again.mbox"], KETTLE, jobs=2)
    assert twice["ballots"] == once["ballots"]
    assert twice["messages"] == {"read": 46, "duplicate": 24, "unreadable": 0}


CANCELLED = (
    letter("call", "Ada <ada@kettle.example>", "[VOTE] KIP-30: Steam", "Please vote.")
    + letter(
        "no", "Ada <ada@kettle.example>", "[CANCELED] [VOTE] KIP-30: Steam", "I cancel this vote.", hours=2, answers="call"
    )
    + letter("other", "Bo <bo@kettle.example>", "[VOTE] KIP-31: Ice", "Please vote. +1", hours=3)
)


def test_open_leaves_out_what_has_ended(capsys, folder):
    Path("a.mbox").write_text(CANCELLED, encoding="utf-8")
    table, shown = (say(capsys, "replay", "a.mbox", *RULES, "--open", "--format", form).out for form in ("table", "json"))
    assert "open: 1" in table
    assert "KIP-31" in table
    assert "KIP-30" not in table
    assert [vote["subject"] for vote in json.loads(shown)["ballots"]] == ["KIP-31"]


def test_more_than_ten_votes_take_one_line_each_unless_the_ballots_are_wanted(capsys, folder):
    calls = (letter(f"v{n}", "Ada <ada@kettle.example>", f"[VOTE] KIP-{n}: Part {n}", "+1", hours=n) for n in range(40, 51))
    Path("a.mbox").write_text("".join(calls), encoding="utf-8")
    lines = say(capsys, "replay", "a.mbox", *RULES).out.splitlines()
    assert lines[2].split() == ["called", "vote", "stands", "binding", "non-binding", "?"]
    assert "binding  Ada" not in "\n".join(lines)
    assert "binding  Ada" in say(capsys, "replay", "a.mbox", *RULES, "--ballots").out


def test_without_a_roster_nobody_is_known_to_bind_and_that_is_said(capsys):
    said = say(capsys, "replay", MBOX, "--project", "kafka", "--short")
    assert said.err == "kipbot: no roster, so nobody's word is known to bind: name one with --roster FILE\n"
    assert "KIP-21: A quiet start" in said.out
    assert say(capsys, "replay", MBOX, "--project", "kafka", "--quiet").err == ""


def test_what_strangers_write_does_not_act_on_the_terminal(capsys, folder):
    hostile = letter(
        "x", "Eve \x1b[2J <eve@mail.example>", "[VOTE] KIP-40: \u202eon\x1b]0;title\x07 " + "long " * 90, "+1 \x1b[31m"
    )
    Path("a.mbox").write_text(hostile + letter("y", "王小明 <w@mail.example>", "Re: [VOTE] KIP-40", "+1", hours=1, answers="x"))
    for words in (["--short"], [], ["--format", "json"]):
        out = say(capsys, "replay", "a.mbox", *RULES, *words).out
        assert all(terminal.harmless(line) == line for line in out.splitlines())
        assert words[-1:] == ["json"] or all(terminal.width(line) <= terminal.WIDTH for line in out.splitlines())


# --- wrong input


def binary() -> bytes:
    return bytes(range(256)) * 40


def cut_in_headers(last: str) -> bytes:
    """The votes up to the end of a header line of the last mail."""
    text = MBOX.read_text(encoding="utf-8")
    at = text.index(f"\n{last}:", text.rindex("\nFrom ") + 1)
    return text[: text.index("\n", at + 1) + 1].encode()


def cut_gzip() -> bytes:
    # Two megabytes of noise behind the votes, so that they stand in what can still be unpacked.
    noise = "".join(letter(f"n{n}", "A <a@mail.example>", f"Build {n}", f"{n * 7919 % 10007:x} " * 400) for n in range(1000))
    packed = gzip.compress((MBOX.read_text(encoding="utf-8") + noise).encode(), mtime=0)
    return packed[: -len(packed) // 8]


@pytest.mark.parametrize(
    ("name", "content", "says", "code", "votes"),
    [
        pytest.param("a.mbox", binary, "a.mbox: this is no mail", 3, None, id="a binary"),
        pytest.param("a.mbox", lambda: b"", "a.mbox: the file is empty", 3, None, id="an empty file"),
        pytest.param("notes.txt", lambda: b"Dear diary\n", "notes.txt: this is no mail", 3, None, id="a text that is no mail"),
        pytest.param(
            "a.mbox.gz", cut_gzip, "a.mbox.gz: the compressed file is damaged or ends too early", 3, 4, id="a truncated gz"
        ),
        pytest.param(
            "a.mbox", lambda: MBOX.read_bytes()[:9000], "ends in the middle of a line; was it cut?", 0, 2, id="cut behind"
        ),
        pytest.param(
            "a.mbox",
            lambda: cut_in_headers("Subject"),
            "ends in the middle of the headers of a mail; was it cut?",
            0,
            4,
            id="cut behind a header line",
        ),
        pytest.param(
            "a.mbox",
            lambda: cut_in_headers("Message-ID"),
            "ends in the middle of the headers of a mail; was it cut?",
            0,
            4,
            id="behind another",
        ),
        pytest.param(
            "a.mbox", lambda: MBOX.read_bytes()[9000:], "begins in the middle of a mail; was it cut?", 0, 4, id="cut in front"
        ),
    ],
)
def test_an_archive_that_cannot_be_read_well_is_one_line(name, content, says, code, votes, capsys, folder):
    Path(name).write_bytes(content())
    said = say(capsys, "replay", name, *RULES, "--format", "json")
    assert said.code == code
    assert said.err.count("\n") == 1
    assert said.err.startswith("kipbot: ")
    assert says in said.err
    assert votes is None or len(json.loads(said.out)["ballots"]) == votes


@pytest.mark.parametrize(
    ("words", "says", "code"),
    [
        pytest.param(["nowhere", *RULES], "nowhere: there is no such file or folder", 3, id="a path that is not there"),
        pytest.param(["empty", *RULES], "empty: no mail in this folder", 3, id="a folder without mail"),
        pytest.param(["dir.mbox", *RULES], "dir.mbox: no mail in this folder", 3, id="a folder that is called an mbox"),
        pytest.param(RULES, "PATH", 2, id="no path at all"),
        pytest.param([MBOX], "--project NAME one that kipbot brings: airflow,", 2, id="no rules"),
        pytest.param([MBOX, "--project", "frob"], "no rules of a project 'frob'", 2, id="an unknown project"),
        pytest.param([MBOX, "--project", "../rules"], "no rules of a project", 2, id="a project is a name, not a path"),
        pytest.param([MBOX, "--rules", "empty"], "empty: there are no rules here", 3, id="a folder without rules"),
        pytest.param([MBOX, *RULES, "--project", "kafka"], "the rules of kettle, not of kafka", 2, id="two projects at once"),
        pytest.param([MBOX, "--rules", "empty", "--project", "kafka"], "no rules of kafka here", 2, id="a folder without it"),
        pytest.param([MBOX, *RULES, "--as-of", "2026-03-03T09:00"], "add Z for UTC", 2, id="a moment without a zone"),
        pytest.param([MBOX, *RULES, "--roster", "twice.yaml"], "ada@kettle.example", 3, id="an address that two people have"),
        pytest.param([MBOX, *RULES, "--roster", "none.yaml"], "none.yaml", 3, id="a roster that is not there"),
        pytest.param([MBOX, *RULES, "--short", "--ballots"], "not allowed with", 2, id="short and long at once"),
    ],
)
def test_wrong_use_is_one_line(words, says, code, capsys, folder):
    Path("empty").mkdir()
    Path("dir.mbox").mkdir()
    Path("bad").mkdir()
    Path("bad/votes.yaml").write_text("project: [\n", encoding="utf-8")
    twice = "people:\n  - {id: ada, name: Ada, emails: [ada@kettle.example]}\n  - {id: bo, name: Bo, emails: [ada@kettle.example]}\n"
    Path("twice.yaml").write_text(twice, encoding="utf-8")
    said = say(capsys, "replay", *words)
    assert (said.code, said.out) == (code, "")
    assert said.err.count("\n") == 1
    assert says in said.err


def test_one_path_that_fails_leaves_the_others(capsys, folder):
    said = say(capsys, "replay", "nowhere", MBOX, *RULES, "--short")
    assert said.code == 3
    assert said.err == "kipbot: nowhere: there is no such file or folder\n"
    assert "KIP-21" in said.out


def test_where_every_path_fails_each_is_told(capsys, folder):
    said = say(capsys, "replay", "nowhere", "nobody", *RULES)
    assert (said.code, said.out, said.err.count("\n")) == (3, "", 2)


def test_a_file_that_may_not_be_read_is_told_and_the_rest_is_read(capsys, folder, monkeypatch):
    shutil.copy(MBOX, folder / "a.mbox")
    shutil.copy(MBOX, folder / "b.mbox")
    whole = Path.open

    def refuse(path, *more, **options):
        if path.name == "a.mbox":
            raise PermissionError(13, "Permission denied", str(path))
        return whole(path, *more, **options)

    monkeypatch.setattr(Path, "open", refuse)
    said = say(capsys, "replay", folder, *RULES, "--format", "json")
    assert said.code == 3
    assert "a.mbox: cannot be read (permission denied)" in said.err
    assert len(json.loads(said.out)["ballots"]) == 4
    assert say(capsys, "replay", folder / "a.mbox", *RULES).code == 3


def test_mail_without_any_vote_is_no_failure(capsys, folder):
    Path("a.mbox").write_text(letter("hi", "Ada <ada@kettle.example>", "Lunch?", "At noon."), encoding="utf-8")
    said = say(capsys, "replay", "a.mbox", *RULES)
    assert (said.code, said.out) == (0, "kettle: 0 votes in 1 mail, as of 2026-03-02 09:00 UTC\n")


# --- the bar


class Terminal:
    """Standard error as a terminal, and the bar as a list of what it was told."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def isatty(self) -> bool:
        return True

    def bar(self, total):
        told = self.told
        told.append(f"begin {total}")
        return type("Bar", (), {"move": staticmethod(told.append), "end": staticmethod(lambda: told.append("end"))})


@pytest.mark.parametrize(
    ("quiet", "slow", "told"),
    [
        pytest.param(False, True, ["begin 100", 50, 100, "end"], id="a long reading shows a bar"),
        pytest.param(False, False, [], id="a short one shows none"),
        pytest.param(True, True, [], id="quiet shows none"),
    ],
)
def test_the_bar(quiet, slow, told, monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", -1 if slow else 3600)
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setattr(progress, "Bar", shown.bar)
    with progress.Watch(quiet=quiet) as watch:
        tell = watch.progress
        for done in (50, 100) if tell is not None else ():
            tell(done, 100)
    assert shown.told == told


def test_there_is_no_bar_where_nobody_looks(capsys):
    assert progress.Watch(quiet=False).progress is None


def test_the_real_bar_leaves_nothing_behind(capsys):
    bar = progress.Bar(100)
    bar.move(50)
    bar.end()
    assert capsys.readouterr().out == ""


def test_a_ballot_below_more_text_than_is_read_is_asked_about_and_not_lost(capsys, folder):
    words = "> a line that somebody wrote before\n" * 20_000 + "\n+1 (binding)\n"
    call = letter("call", "Ada <ada@kettle.example>", "[VOTE] KIP-30: Steam", "Please vote.")
    vote = letter("b", "Bo <bo@kettle.example>", "Re: [VOTE] KIP-30: Steam", words, hours=1, answers="call")
    Path("a.mbox").write_text(call + vote, encoding="utf-8")
    shown = json.loads(say(capsys, "replay", "a.mbox", "--rules", KETTLE, "--format", "json").out)
    [ballot] = shown["ballots"][0]["votes"]
    assert (ballot["status"], ballot["doubt"]) == ("unclear", "too large to be read whole")


def test_a_vote_on_two_proposals_names_both(capsys, folder):
    call = letter("call", "Ada <ada@kettle.example>", "[VOTE] KIP-30: Steam and KIP-31: Ice", "Please vote on both.")
    Path("a.mbox").write_text(call, encoding="utf-8")
    [vote] = json.loads(say(capsys, "replay", "a.mbox", "--rules", KETTLE, "--format", "json").out)["ballots"]
    assert (vote["subject"], vote["proposals"]) == ("KIP-30", ["KIP-30", "KIP-31"])


@pytest.mark.parametrize("size", [10_000, 100_000, 300_000])
def test_a_subject_without_end_loses_no_ballot_and_no_answer(size, capsys, folder):
    endless = "Re: [VOTE] KIP-30: Steam " + "and more " * (size // 9)
    mails = [
        letter("call", "Ada <ada@kettle.example>", "[VOTE] KIP-30: Steam", "Please vote."),
        letter("b", "Bo <bo@kettle.example>", endless, "+1", hours=1, answers="call"),
        letter("c", "Cyd <cyd@kettle.example>", "Steam!", "+1", hours=2, answers="b"),
    ]
    Path("a.mbox").write_text("".join(mails), encoding="utf-8")
    [vote] = json.loads(say(capsys, "replay", "a.mbox", "--rules", KETTLE, "--format", "json").out)["ballots"]
    assert [(ballot["message_id"], ballot["status"]) for ballot in vote["votes"]] == [
        ("<b@mail.example>", "counted"),
        ("<c@mail.example>", "unclear"),
    ]
    said = say(capsys, "explain", "<b@mail.example>", "a.mbox", "--rules", KETTLE)
    assert "Subject is too long: cut" in said.out
    assert max(map(len, said.out.splitlines())) <= terminal.WIDTH


UNDATED = [
    letter("call", "Ada <ada@kettle.example>", "[VOTE] KIP-30: Steam", "Please vote."),
    letter("b", "Bo <bo@kettle.example>", "Re: [VOTE] KIP-30: Steam", "+1", hours=1, answers="call"),
]


def test_a_call_without_any_date_is_told_as_that_and_not_as_missing(capsys, folder):
    call, vote = (text.partition("\n")[2] for text in UNDATED)
    Path("mails").mkdir()
    Path("mails/1.eml").write_text(re.sub("(?m)^Date: .*$", "Date: soon", call), encoding="utf-8")
    Path("mails/2.eml").write_text(vote, encoding="utf-8")
    for words in (("replay", "mails"), ("replay", "mails", "--short"), ("explain", "KIP-30", "mails")):
        shown = " ".join(say(capsys, *words, "--rules", KETTLE).out.split())
        assert "call has no readable date" in shown
        assert "not in these archives" not in shown
    shown = json.loads(say(capsys, "replay", "mails", "--rules", KETTLE, "--format", "json").out)["ballots"][0]
    assert (shown["called_by"]["name"], shown["called_at"], shown["passes_when"]) == (
        "Ada",
        None,
        "two more binding +1, then when it is known when the call was sent and its period is over",
    )


def test_the_date_of_a_later_copy_of_the_archive_is_no_evidence(capsys, folder):
    copied = [re.sub("^From .*", "From MAILER-DAEMON Sat Jul  8 12:00:00 2028", text) for text in UNDATED]
    Path("a.mbox").write_text(re.sub("(?m)^Date: .*$", "Date: soon", copied[0]) + copied[1], encoding="utf-8")
    shown = json.loads(say(capsys, "replay", "a.mbox", "--rules", KETTLE, "--format", "json").out)
    assert (shown["as_of"], shown["ballots"][0]["called_at"]) == ("2026-03-02T10:00:00Z", None)


def test_where_nothing_else_tells_the_time_the_archive_does(capsys, folder):
    Path("a.mbox").write_text(re.sub("(?m)^Date: .*$", "Date: soon", "".join(UNDATED)), encoding="utf-8")
    shown = json.loads(say(capsys, "replay", "a.mbox", "--rules", KETTLE, "--format", "json").out)
    assert (shown["as_of"], shown["ballots"][0]["called_at"]) == ("2026-03-02T10:00:00Z", "2026-03-02T09:00:00Z")
    assert shown["ballots"][0]["votes"][0]["cast_at"] == "2026-03-02T10:00:00Z"
    said = say(capsys, "explain", "<b@mail.example>", "a.mbox", "--rules", KETTLE)
    assert "2026-03-02 10:00 UTC (as the archive dates it)" in said.out


@pytest.mark.parametrize(
    "last",
    [
        pytest.param(letter("x", "Ada <ada@kettle.example>", "Lunch?", "At noon."), id="words behind a blank line"),
        pytest.param(letter("x", "Ada <ada@kettle.example>", "Lunch?", "").rstrip("\n") + "\n\n", id="no words at all"),
        pytest.param(
            letter("x", "Ada <ada@kettle.example>", "Lunch?", "At noon.").replace("\n", "\r\n"),
            id="lines that end as on Windows",
        ),
        pytest.param(
            letter("x", "Ada <ada@kettle.example>", "Lunch?", "word " * 100_000), id="words longer than what is looked at"
        ),
    ],
)
def test_a_whole_archive_is_not_told_as_cut(last, capsys, folder):
    Path("a.mbox").write_bytes(MBOX.read_bytes().rstrip(b"\n") + b"\n\n" + last.encode())
    assert say(capsys, "replay", "a.mbox", *RULES).err == ""
