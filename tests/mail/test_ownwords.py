"""Whose words are these? Each row is a mail with the letters of its lines: own, quote, attribution, signature."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kipbot.core.facts import Line, LineKind
from kipbot.mail.ownwords import separate
from tests.mail.attribution_styles import STYLES
from tests.mail.kinds import letters, own

# Attributions without date, address or first word say too little to be found inside a line.
NOT_GLUED = {
    "Gmail of 2011 without verb",
    "Horde in English without address",
    "an old program in Japanese",
    "Postbox on two lines",
}


@pytest.mark.parametrize("attribution", [pytest.param(style, id=name) for name, style in STYLES.items()])
class TestEveryAttribution:
    def test_own_words_above_a_marked_quotation(self, attribution: str) -> None:
        assert own(f"+1 (binding)\n\n{attribution}\n\n> Please vote.\n> I am -1 on this.\n") == ["+1 (binding)"]

    def test_own_words_below_a_marked_quotation(self, attribution: str) -> None:
        assert own(f"{attribution}\n> Please vote.\n> I am -1 on this.\n\n+1 (binding)\n") == ["+1 (binding)"]

    def test_own_words_above_an_unmarked_quotation(self, attribution: str) -> None:
        assert own(f"+1 (binding)\n\n{attribution}\n\nPlease vote.\n\nI am -1 on this.\n") == ["+1 (binding)"]

    def test_no_blank_lines_at_all(self, attribution: str) -> None:
        assert own(f"+1 (binding)\n{attribution}\nPlease vote.\nI am -1 on this.") == ["+1 (binding)"]

    def test_every_line_of_it_is_the_attribution(self, attribution: str) -> None:
        lines = separate(f"Fine.\n\n{attribution}\n> Hello")
        assert letters(lines) == "o" + "a" * len(attribution.split("\n")) + "q"


@pytest.mark.parametrize(
    "attribution", [pytest.param(style, id=name) for name, style in STYLES.items() if name not in NOT_GLUED]
)
def test_an_attribution_glued_to_own_words_is_cut_off(attribution: str) -> None:
    assert own(f"+1 (binding) {attribution}\nPlease vote.\nI am -1 on this.") == ["+1 (binding)"]


@pytest.mark.parametrize(
    ("line", "depth", "text"),
    [
        pytest.param("> Hello", 1, "Hello", id="one mark and a blank"),
        pytest.param(">Hello", 1, "Hello", id="one mark without a blank"),
        pytest.param(">> Hello", 2, "Hello", id="two marks"),
        pytest.param("> > Hello", 2, "Hello", id="two marks with a blank between"),
        pytest.param(">>>Hello", 3, "Hello", id="three marks, nothing else"),
        pytest.param("> > > > > > > Hello", 7, "Hello", id="seven marks"),
        pytest.param(" > Hello", 1, "Hello", id="a blank before the mark"),
        pytest.param(">  Hello", 1, " Hello", id="the second blank is the text's"),
        pytest.param(">", 1, "", id="an empty quoted line"),
        pytest.param(">+1 (non-binding)", 1, "+1 (non-binding)", id="a flattened quotation"),
        pytest.param("> [X] +1, accept", 1, "[X] +1, accept", id="a tick inside the quotation is kept"),
        pytest.param("JR> Hello", 1, "Hello", id="initials"),
        pytest.param("JR>> Hello", 2, "Hello", id="initials and two marks"),
        pytest.param("&gt; Hello", 1, "Hello", id="an entity that a converter left"),
        pytest.param("＞ Hello", 1, "Hello", id="a full-width mark"),
        pytest.param("\xa0> Hello", 1, "Hello", id="a hard blank before the mark"),
    ],
)
def test_marks_are_taken_off_and_counted(line: str, depth: int, text: str) -> None:
    assert separate(line) == (Line(LineKind.QUOTE, text, depth),)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(">= 3 binding votes are needed", id="a comparison"),
        pytest.param("<b>bold</b>", id="a tag"),
        pytest.param("-> see the wiki", id="an arrow"),
        pytest.param("| candidate | vote |", id="a table"),
        pytest.param("a > b", id="a sign inside the line"),
        pytest.param("", id="an empty line"),
        pytest.param("    +1", id="an indented line without attribution"),
    ],
)
def test_what_only_looks_like_a_mark_is_the_senders(line: str) -> None:
    assert separate(line + "\n") == (Line(LineKind.OWN, line),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # --- between quotations
        pytest.param("On 5 Jun 2026, Ann wrote:\n> a\n\n+1\n\n> b\n\nno\n", "aqoqo", id="inline answers are own words"),
        pytest.param("> a\n+1", "qo", id="own words directly below a quotation without attribution"),
        pytest.param("Hi,\nAnn wrote:\n> a\nBob wrote:\n> b\n+1", "oaqaqo", id="two quotations with attributions"),
        pytest.param(
            "On 5 Jun 2026, Ann wrote:\n\n+1\n\n> Please vote\n", "aoq", id="own words between attribution and quotation"
        ),
        pytest.param(
            "+1\n\nOn 5 Jun 2026 Ann <a@example.org> wrote:\n[...]\n> Please vote\nthanks",
            "oaoqo",
            id="an elision below the attribution",
        ),
        pytest.param(
            "On 5 Jun 2026, Ann <a@example.org>\n> wrote:\n>> Please vote\n\n+1",
            "aaqo",
            id="the verb got a mark when it was wrapped",
        ),
        pytest.param(
            "On 5 Jun 2026, Ann <a@example.org>\nwrote:\n\n> Please vote\n+1", "aaqo", id="an attribution on two lines"
        ),
        pytest.param(
            "+1\n> On 5 Jun 2026, Ann wrote:\n>> Please vote", "oqq", id="an attribution inside a quotation is quoted"
        ),
        # --- lost marks
        pytest.param(
            "> this is a long quoted line that some program has wrapped at its own\nwidth without\n> telling anybody about it",
            "qqq",
            id="the end of a wrapped quoted line without its mark",
        ),
        pytest.param(
            "> this is a long quoted line that ends exactly at the end of a sentence.\n+1\n> and another one",
            "qoq",
            id="a vote between quoted lines is no wrapped line",
        ),
        pytest.param(
            "> this is a long quoted line that some program may have wrapped or not at\nagreed\n> telling anybody about it",
            "qoq",
            id="a short answer between quoted lines is no wrapped line",
        ),
        # --- other marks than ">"
        pytest.param(
            "+1\n\nOn 5 Jun 2026, Ann wrote:\n\n    Please vote\n    now\n\nThanks", "oaqqo", id="indented by four blanks"
        ),
        pytest.param("+1\n\nAnn Lee wrote:\n\tPlease vote\n\nThanks", "oaqo", id="indented by a tab below a bare name"),
        pytest.param("+1\n\nAnn wrote:\n| Please vote\n| -1\nThanks", "oaqqo", id="bars"),
        pytest.param("Ann wrote:\n: Please vote\n: -1\n+1", "aqqo", id="colons"),
        pytest.param("Ann wrote:\nAnnLee> Please vote\nAnnLee> -1\n+1", "aqqo", id="a name before the mark"),
        pytest.param("+1\n\n| Please vote\n| -1\n\nThanks", "oqqo", id="bars without an attribution"),
        pytest.param("| +1 | Ann |\n| -1 | Bob |", "oo", id="a table of votes is no quotation"),
        # --- no attribution
        pytest.param(
            "Here is what Ann wrote:\n\nI think it is fine.\n\n+1",
            "ooo",
            id="a sentence that ends with wrote is no attribution",
        ),
        pytest.param("As Ann said:\nlet us go.\n+1", "ooo", id="reported speech"),
        pytest.param("I tested:\n- signatures\n- build\n\n+1 (binding)", "oooo", id="a list below a colon"),
        pytest.param("Votes on 2026-06-05:\n+1 Ann\n+1 Bob", "ooo", id="a tally below a date"),
        pytest.param("Votes cast:\n+1 Ann Lee <ann@example.org>\n+1 Bo <bo@example.org>", "ooo", id="a tally with addresses"),
        pytest.param("+1 and see my comment:\n> Please vote", "oq", id="a vote above a quotation is no attribution"),
        pytest.param("My 5c:\n> Please vote\nfine", "oqo", id="a remark above a quotation"),
        pytest.param("On 5 June you wrote: fine.\n\n+1 (binding)", "oo", id="a sentence to the reader"),
        pytest.param("The vote ends on 2026-06-08 at 10:00:\nplease test", "oo", id="a date at the end of a sentence"),
        pytest.param("Hi Ann,\n\n+1\n\nBob", "ooo", id="no quotation at all"),
        pytest.param(
            "+1 (binding)\nChecked on Mon 2026-06-05 10:00: all fine\nthanks", "ooo", id="a time stamp inside own words"
        ),
        pytest.param(
            "2026-06-05 Ann <a@example.org>\n2026-06-06 Bo <b@example.org>\n+1", "ooo", id="a list of dates and addresses"
        ),
        pytest.param("LGTM\n\nAnn Lee said:\nfine\n\n+1", "oooo", id="a name that said something"),
        pytest.param(
            "+1\n\nOn 5 Jun 2026, Ann wrote:\n    Dear all,\nplease vote.\n\n-1", "oaqqq", id="an indented first line"
        ),
        pytest.param(
            "+1\nAnn via Foo Mail [https://foo.example/mail]\nOn 5 Jun 2026, Bo <b@example.org> wrote:\n-1",
            "ooaq",
            id="a link above it",
        ),
        pytest.param("+1\n---- Replied Message ----\n| From | Bo |\n| Date | now |\n-1", "oaqqq", id="a table of headers"),
        pytest.param(
            "+1\n\nIn reply to Bo Hay's message of Fri, 5 Jun 2026:\n\n    please\n    now\n",
            "oaqq",
            id="a phrase that is not listed",
        ),
        # --- unmarked originals
        pytest.param(
            "+1\n\nBob\n\nAnn Lee wrote:\n\nPlease vote\n\n-1",
            "ooaqq",
            id="a bare name above unmarked lines, own words before it",
        ),
        pytest.param(
            "+1\n\nOn Mon, 5 Jun 2026 Ann <a@example.org> wrote:\nPlease vote\n\nOn Sun, Bo <b@example.org> wrote:\n> hi\n\n-1",
            "oaqqqq",
            id="a quotation inside an unmarked one does not end it",
        ),
    ],
)
def test_quotations(text: str, expected: str) -> None:
    assert letters(separate(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("one \ntwo\nthree", ["one two", "three"], id="a line that ends with a blank goes on"),
        pytest.param("one \n\ntwo", ["one ", "", "two"], id="an empty line ends the paragraph"),
        pytest.param(" one\n two", ["one", "two"], id="the stuffed blank is taken away"),
        pytest.param("> one \n> two\nthree", ["one two", "three"], id="quoted lines of one depth are joined"),
        pytest.param("> one \n>> two\nthree", ["one ", "two", "three"], id="other depth, other paragraph"),
        pytest.param("one\n-- \nBo \nLee", ["one", "-- ", "Bo Lee"], id="the signature delimiter does not flow"),
        pytest.param("[ ] +1 \n[ ] -1", ["[ ] +1 ", "[ ] -1"], id="a ballot's box begins a line"),
    ],
)
def test_flowed_text_is_joined(text: str, expected: list[str]) -> None:
    assert [line.text for line in separate(text, flowed=True)] == expected


def test_a_stuffed_mark_is_a_quotation_that_was_pasted() -> None:
    assert separate(" > two", flowed=True) == (Line(LineKind.QUOTE, "two", 1),)


def test_an_attribution_that_flows_is_one_line() -> None:
    lines = separate(
        "+1\n\nOn Fri, 5 Jun 2026 15:37:00 +0200, Ann Lee <ann@example.org> \nwrote:\n\n> Please \n> vote", flowed=True
    )
    assert letters(lines) == "oaq"


def test_carriage_returns_end_lines_too() -> None:
    assert own("+1\r\n\r\n> Hi\r\nthanks\r\n") == ["+1", "thanks"]


def test_lines_of_an_unmarked_quotation_are_one_deep_and_marked_ones_deeper() -> None:
    lines = separate("+1\n-----Original Message-----\nHi\n> there\n")
    assert [(line.text, line.depth) for line in lines][2:] == [("Hi", 1), ("there", 2)]


def test_a_glued_line_keeps_all_its_words() -> None:
    assert separate("+1 (binding)2019 年 10 月 30 日周三 9:48,X 写道: 请投票") == (
        Line(LineKind.OWN, "+1 (binding)"),
        Line(LineKind.ATTRIBUTION, "2019 年 10 月 30 日周三 9:48,X 写道:"),
        Line(LineKind.QUOTE, "请投票", 1),
    )


_PIECES = st.sampled_from(
    [
        "On Mon, 5 Jun 2026 ",
        "Ann <a@example.org> ",
        "wrote:",
        "\n",
        "\n\n",
        "> ",
        "-- \n",
        "From: x\n",
        "Sent: y\n",
        "+1",
        "____\n",
        "é",
        "\r",
    ]
)


@example("\x0c")
@example("¦\n¦")
@given(st.lists(st.one_of(_PIECES, st.text(max_size=8)), max_size=40).map("".join))
def test_no_word_is_lost_whatever_comes(text: str) -> None:
    said = "".join(text.split())
    kept = "".join("".join(line.text.split()) for line in separate(text))
    for mark in (">", "＞", "|", "¦", "│", ":"):
        said, kept = said.replace(mark, ""), kept.replace(mark, "")
    assert len(kept) <= len(said)
    assert set(kept) >= set(said) - set("&gt;") - set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


@pytest.mark.parametrize("blank", ["\x1f", "\x1c", "\u2028", "\u3000", "\x1f \x1f"])
def test_a_line_of_odd_blanks_is_read(blank: str) -> None:
    lines = separate(f"+1\n{blank}\nOn Mon, 5 Jan 2026 Ann\n{blank}\n> hello\n")
    assert lines[0] == Line(LineKind.OWN, "+1")


def test_a_mail_of_more_lines_than_anybody_reads_keeps_them_as_one() -> None:
    lines = separate("+1\n" * 30_000)
    assert lines[0] == Line(LineKind.OWN, "+1")
    assert (lines[-1].kind, sum(line.text.count("+1") for line in lines)) == (LineKind.QUOTE, 30_000)


@pytest.mark.parametrize(
    "piece",
    [
        "On Mon, ",
        "On Mon, 5 Jun 2026\n",
        "\n",
        ">",
        "> \n",
        "x",
        "-- \n",
        "From: a\n",
        "From: a sent: b to: c ",
        "Ann <a@example.org>\n",
        "-----Original Message-----",
        "----",
        "_____\n",
        "| a\n",
        "+1 On Mon, 5 Jun 2026 x <a@b> y\n",
        "wrote: ",
        "this message and any ",
        " ",
        "<",
        "&gt;",
    ],
)
def test_hostile_mail_is_read_to_its_end(piece: str) -> None:
    text = (piece * (200_000 // len(piece) + 1))[:200_000]
    assert separate(text)
    assert separate(text, flowed=True)
