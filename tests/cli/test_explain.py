"""`kipbot explain`: does it find what people mean, show the very words, and end with the promised code?"""

from __future__ import annotations

import json
import re

import pytest

from tests.cli.prose import KETTLE, ON_KETTLE, assert_golden, letter, say

RULES = ["--rules", str(KETTLE)]


@pytest.mark.parametrize(
    ("what", "golden", "code"),
    [
        pytest.param("KIP-23", "explain-unresolved", 1, id="a vote that doubt could turn"),
        pytest.param("KIP-21", "explain-passing", 0, id="a vote that passes, with its discussion"),
        pytest.param("4.4.0-rc1", "explain-announced", 1, id="a result that is not borne out"),
        pytest.param("<kip21.greta@mail.kettle.example>", "explain-quoted", 0, id="a mail that only quotes a vote"),
        pytest.param("<kip21.dilek@mail.kettle.example>", "explain-via", 0, id="a sender whom the list has hidden"),
        pytest.param("<kip21.bo1@mail.kettle.example>", "explain-superseded", 0, id="a ballot that was replaced"),
        pytest.param("<kip23.carla@mail.kettle.example>", "explain-condition", 0, id="a ballot that is not clear"),
        pytest.param("<kip23.ask@mail.kettle.example>", "explain-question", 0, id="a value that is no vote, and why"),
        pytest.param("<rc1.result@mail.kettle.example>", "explain-result", 0, id="the mail of a result"),
        pytest.param("<talk21.2@mail.kettle.example>", "explain-discuss", 0, id="a +1 in a discussion"),
    ],
)
def test_explained(what, golden, code, capsys):
    said = say(capsys, "explain", what, *ON_KETTLE)
    assert (said.code, said.err) == (code, "")
    assert_golden(golden, said.out)


@pytest.mark.parametrize(
    ("what", "title"),
    [
        pytest.param("KIP-22", "KIP-22: Whistle by default", id="a proposal"),
        pytest.param("kip 22", "KIP-22: Whistle by default", id="in any spelling"),
        pytest.param("22", "KIP-22: Whistle by default", id="its number alone"),
        pytest.param("whistle", "KIP-22: Whistle by default", id="a word of the title"),
        pytest.param("Measure TWICE", "KIP-23: Measure twice", id="two words in any case"),
        pytest.param("istle by", "KIP-22: Whistle by default", id="any part of a title"),
        pytest.param("4.4.0", "Release Kettle 4.4.0 RC1", id="a release"),
        pytest.param("4.4.0 RC1", "Release Kettle 4.4.0 RC1", id="a candidate"),
        pytest.param("kettle 4.4.0-RC1", "Release Kettle 4.4.0 RC1", id="a candidate with its name"),
    ],
)
def test_what_people_call_a_vote(what, title, capsys):
    said = say(capsys, "explain", what, *ON_KETTLE)
    assert said.out.splitlines()[2].startswith(title)


@pytest.mark.parametrize(
    ("what", "says"),
    [
        pytest.param("KIP-24", "near: KIP-", id="a number that is not there"),
        pytest.param("wistle by defaut", "near: KIP-22", id="a slip"),
        pytest.param("4.4.0-rc7", "4.4.0 RC1", id="a candidate that was not voted on"),
        pytest.param("zzzz", "the latest: 4.4.0 RC1, KIP-22, KIP-23", id="nothing like it"),
        pytest.param("<no-such-id>", "no mail <no-such-id> in these archives", id="an id without @ that is not there"),
        pytest.param("<no@mail.example>", "no mail <no@mail.example> in these archives", id="a mail that is not there"),
        pytest.param("a\x1b[2Jb", "no vote on 'a\\x1b[2Jb'", id="what is asked does not act on the terminal either"),
    ],
)
def test_not_found_is_one_line_with_what_comes_near(what, says, capsys):
    said = say(capsys, "explain", what, *ON_KETTLE)
    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1
    assert says in said.err


@pytest.mark.parametrize("command", ["explain", "result"])
@pytest.mark.parametrize("what", ["<20260302.ABC-1>", "20260302.ABC-1", " <20260302.ABC-1> "])
def test_an_id_without_at_is_an_id(what, command, capsys, tmp_path):
    call = letter("call", "Ada <ada@kettle.example>", "[VOTE] KIP-30: Steam", "Please vote. +1")
    text = call + letter("other", "Ada <ada@kettle.example>", "[VOTE] KIP-31: Ice", "Please vote. +1")
    (tmp_path / "a.mbox").write_text(text.replace("<call@mail.example>", "<20260302.ABC-1>"), encoding="utf-8")
    said = say(capsys, command, what, tmp_path / "a.mbox", *RULES)
    if command == "explain":
        assert (said.code, said.out.splitlines()[0]) == (0, "<20260302.ABC-1>")
        assert "the call of the vote" in said.out
    else:
        assert said.err.startswith("kipbot: KIP-30 is short")


def test_no_id_stands_in_the_way_of_a_vote_of_that_name(capsys, tmp_path):
    text = letter("call", "Ada <ada@kettle.example>", "[VOTE] KIP-30: Steam", "Please vote.")
    text += letter("b", "Eve <eve@mail.example>", "Re: [VOTE] KIP-30: Steam", "Hello", answers="call").replace(
        "<b@mail.example>", "<KIP-30>"
    )
    (tmp_path / "a.mbox").write_text(text, encoding="utf-8")
    assert say(capsys, "explain", "KIP-30", tmp_path / "a.mbox", *RULES).code == 1
    (tmp_path / "b.mbox").write_text(text.replace("<KIP-30>", "<KIP-31>"), encoding="utf-8")
    assert say(capsys, "explain", "KIP-31", tmp_path / "b.mbox", *RULES).code == 1
    assert say(capsys, "explain", "<KIP-30>", tmp_path / "a.mbox", *RULES).code == 0


def test_a_mail_of_no_vote_is_found_by_an_id_without_at(capsys, tmp_path):
    text = letter("x", "Ada <ada@kettle.example>", "Lunch?", "At noon.").replace("<x@mail.example>", "<lunch-1>")
    (tmp_path / "a.mbox").write_text(text, encoding="utf-8")
    said = say(capsys, "explain", "<lunch-1>", tmp_path / "a.mbox", *RULES)
    assert (said.code, said.out.splitlines()[0]) == (0, "<lunch-1>")


@pytest.mark.parametrize("subject", ["[CANCELLED] [VOTE] KIP-30: Steam", "Re: [VOTE] KIP-30: Steam"])
def test_a_strangers_cancellation_is_called_by_its_name(subject, capsys, tmp_path):
    text = letter("call", "Ada <ada@kettle.example>", "[VOTE] KIP-30: Steam", "Please vote.")
    text += letter("x", "Eve <eve@mail.example>", subject, "This vote is cancelled.", hours=2, answers="call")
    (tmp_path / "a.mbox").write_text(text, encoding="utf-8")
    for command in (["explain", "KIP-30"], ["replay"], ["replay", "--short"], ["result", "KIP-30", "--anyway"]):
        shown = say(capsys, *command, tmp_path / "a.mbox", *RULES).out
        assert "cancellation" in shown
        assert not re.search(r"[Aa] result (?:was|is) announced|the result was", shown)


def test_a_poll_is_told_as_one_and_stands_in_no_votes_way(capsys, tmp_path):
    poll = letter("p", "Bo <bo@kettle.example>", "[POLL] KIP-30: Steam", "Would you like it?", hours=1)
    poll += letter("q", "Ada <ada@kettle.example>", "Re: [POLL] KIP-30: Steam", "+1 (binding)", hours=2, answers="p")
    (tmp_path / "a.mbox").write_text(poll, encoding="utf-8")
    said = say(capsys, "explain", "KIP-30", tmp_path / "a.mbox", *RULES)
    assert said.code == 1
    assert said.out.splitlines()[2].split() == ["[POLL]", "KIP-30:", "Steam", "short"]
    assert "a poll shows what people prefer; it approves nothing" in said.out
    shown = say(capsys, "replay", tmp_path / "a.mbox", *RULES).out
    assert "a poll shows what people prefer; it decides nothing" in shown
    assert "claims" not in shown  # nothing binds in a poll, whoever says so
    vote = letter("c", "Ada <ada@kettle.example>", "[VOTE] KIP-30: Steam", "Please vote.")
    (tmp_path / "a.mbox").write_text(vote + poll, encoding="utf-8")
    out = say(capsys, "explain", "KIP-30", tmp_path / "a.mbox", *RULES).out
    assert [line.split()[0] for line in out.splitlines() if "Steam" in line] == ["KIP-30:"]


def rounds(count: int) -> str:
    sender = "Ada <ada@kettle.example>"
    return "".join(
        letter(f"rc{n}", sender, f"[VOTE] Release Kettle 5.0.0 RC{n}", "Please vote. +1 from me.", hours=100 * n)
        for n in range(1, count + 1)
    )


def test_several_rounds_are_shown_the_newest_last(capsys, tmp_path):
    (tmp_path / "a.mbox").write_text(rounds(3), encoding="utf-8")
    out = say(capsys, "explain", "5.0.0", tmp_path / "a.mbox", *RULES).out
    heads = [line.split() for line in out.splitlines() if line.startswith("Release")]
    assert [(line[3], line[-1]) for line in heads] == [("RC1", "superseded"), ("RC2", "superseded"), ("RC3", "short")]


def test_of_many_rounds_all_are_listed_and_the_newest_is_explained(capsys, tmp_path):
    (tmp_path / "a.mbox").write_text(rounds(5), encoding="utf-8")
    said = say(capsys, "explain", "5.0.0", tmp_path / "a.mbox", *RULES)
    assert said.code == 1
    assert said.out.count("2026-03") >= 5
    assert [line.split()[3] for line in said.out.splitlines() if line.startswith("Release")] == ["RC5"]


def test_a_vote_in_an_archive_without_votes(capsys, tmp_path):
    (tmp_path / "a.mbox").write_text(letter("hi", "A <a@mail.example>", "Lunch?", "At noon."), encoding="utf-8")
    said = say(capsys, "explain", "KIP-1", tmp_path / "a.mbox", *RULES)
    assert (said.code, said.err) == (1, "kipbot: no vote on 'KIP-1': there is no vote at all in these archives\n")


def test_a_vote_whose_call_is_missing(capsys, tmp_path):
    words = letter("late", "Ada <ada@kettle.example>", "Re: [VOTE] KIP-50: Lid", "+1", hours=90, answers="gone")
    (tmp_path / "a.mbox").write_text(words, encoding="utf-8")
    out = say(capsys, "explain", "KIP-50", tmp_path / "a.mbox", *RULES).out
    assert "the call is not in these archives, the first answer is of 2026-03-06 03:00 UTC" in " ".join(out.split())


def test_json_of_a_vote(capsys):
    shown = json.loads(say(capsys, "explain", "KIP-21", *ON_KETTLE, "--format", "json").out)
    [vote] = shown["ballots"]
    assert (vote["subject"], vote["state"], vote["standing"]) == ("KIP-21", "open", "passing")
    assert vote["discussions"] == [
        {
            "subject": "KIP-21",
            "title": "[DISCUSS] KIP-21 : A quiet start",
            "thread": "<talk21.1@mail.kettle.example>",
            "first": "2026-02-23T08:30:00Z",
            "last": "2026-02-24T07:55:00Z",
            "messages": 3,
        }
    ]


@pytest.mark.parametrize(
    ("what", "vote", "outcome", "status"),
    [
        pytest.param("<kip21.carla@mail.kettle.example>", "KIP-21", "ballot", "counted", id="a ballot"),
        pytest.param("kip21.greta@mail.kettle.example", "KIP-21", "none", None, id="no ballot; brackets are not needed"),
        pytest.param("<talk21.2@mail.kettle.example>", None, None, None, id="a mail of no vote"),
    ],
)
def test_json_of_a_mail(what, vote, outcome, status, capsys):
    shown = json.loads(say(capsys, "explain", what, *ON_KETTLE, "--format", "json").out)
    assert (shown["vote"] or {}).get("subject") == vote
    assert (shown["reading"] or {}).get("outcome") == outcome
    assert (shown["ballot"] or {}).get("status") == status


def test_a_damaged_archive_ends_with_3_whatever_was_found(capsys):
    said = say(capsys, "explain", "KIP-21", "nowhere", *ON_KETTLE)
    assert said.code == 3
    assert said.err == "kipbot: nowhere: there is no such file or folder\n"
    assert "KIP-21: A quiet start" in said.out


ADA, BO, CARLA = (f"{name} <{name.lower()}@kettle.example>" for name in ("Ada", "Bo", "Carla"))
DILEK, STRANGER = "Dilek Arslan <dilek@arslan.example>", "Bo Amari <bo@elsewhere.example>"
ON_LID = "Re: [VOTE] KIP-70: A lid"
TROUBLED = [
    letter("call", STRANGER, "[VOTE] KIP-70: A lid", "Please vote.\n\n+1 (binding)"),
    letter("against", ADA, ON_LID, "-1 (binding)\n\nIt gets too hot for the handle.", hours=1, answers="call"),
    letter("half", ADA, ON_LID, "+0.5", hours=2, answers="call"),
    letter("modest", DILEK, ON_LID, "+1 (non-binding)", hours=3, answers="call"),
    letter("back", DILEK, ON_LID, "I withdraw my vote.", hours=4, answers="call"),
    letter("aside", CARLA, "Re: [VOTE][DISCUSS] KIP-70: A lid", "+1 to a wooden handle", hours=5, answers="call"),
    letter(
        "early", CARLA, "[RESULT] [VOTE] KIP-70: A lid", "The vote has passed with 1 binding vote.", hours=6, answers="call"
    ),
    letter("end", STRANGER, "[RESULT] [VOTE] KIP-70: A lid", "The vote has not passed.", hours=80, answers="call"),
    letter("late", BO, ON_LID, "+1", hours=90, answers="call"),
    letter("long", CARLA, ON_LID, "\n".join(f"line {n}" for n in range(60)), hours=91, answers="call"),
]


@pytest.fixture
def lid(tmp_path):
    """A vote in which much goes wrong."""
    (tmp_path / "lid.mbox").write_text("".join(TROUBLED), encoding="utf-8")
    return [tmp_path / "lid.mbox", *RULES]


def test_a_vote_in_which_much_goes_wrong(lid, capsys):
    assert_golden("explain-troubled", say(capsys, "explain", "KIP-70", *lid, "--as-of", "2026-03-05T00:00Z").out)


@pytest.mark.parametrize(
    ("mail", "says"),
    [
        pytest.param("call", "part the call of the vote", id="the call"),
        pytest.param("call", "who not known: has the name of bo, from an unknown address (perhaps bo)", id="a doubtful sender"),
        pytest.param("back", "reading it takes an earlier ballot of the same voter back", id="a withdrawal"),
        pytest.param("modest", "status withdrawn by the voter", id="what was withdrawn"),
        pytest.param("half", "reading may be a ballot (+0.5)", id="a fraction"),
        pytest.param("aside", "part a side discussion under the vote: nothing in it counts", id="a side discussion"),
        pytest.param("end", "part announces: result, failed", id="a result"),
        pytest.param("late", "status late: the vote had been closed", id="a ballot that came late"),
        pytest.param("long", "... 20 more lines", id="a long mail is cut"),
    ],
)
def test_how_a_mail_was_read(mail, says, lid, capsys):
    said = say(capsys, "explain", f"<{mail}@mail.example>", *lid)
    assert said.code == 0
    assert says in " ".join(said.out.split())


def test_without_a_roster_nobody_is_known(lid, capsys):
    said = say(capsys, "explain", "<late@mail.example>", lid[0], "--project", "kafka")
    assert "who      no roster was given" in said.out


def test_mail_of_a_private_list_is_shown_to_nobody(capsys, tmp_path):
    call = letter("c", "Ada <ada@apache.org>", "[VOTE] Release 9.9.9 with a fix nobody may know of", "Please vote. +1")
    private = call.replace("To: dev@kettle.example", "To: private@kafka.apache.org")
    assert private != call
    (tmp_path / "a.mbox").write_text(private, encoding="utf-8")
    id_ = private.partition("Message-ID: ")[2].partition("\n")[0]
    for words in (("replay",), ("explain", "9.9.9"), ("explain", id_), ("result", "9.9.9", "--anyway")):
        said = say(capsys, *words, tmp_path / "a.mbox", "--project", "kafka")
        assert "nobody may know" not in said.out and "Ada" not in said.out
        assert "left out 1 mail of a list that is never read (private@kafka.apache.org, security@kafka.apache.org)" in said.err
