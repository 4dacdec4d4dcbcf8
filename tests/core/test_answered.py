"""Which unmarked lines were copied from the answered mail, and whose is a tick?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kipbot.core.facts import Line, LineKind
from kipbot.core.reading.answered import mark_unmarked, normalise, ticked_by_sender


def mail(text: str) -> tuple[Line, ...]:
    """Lines of own words; those that begin with marks are quotations."""
    lines = []
    for line in text.split("\n"):
        bare = line.lstrip("> ")
        depth = line[: len(line) - len(bare)].count(">")
        lines.append(Line(LineKind.QUOTE, bare, depth) if depth else Line(LineKind.OWN, line))
    return tuple(lines)


def letters(lines: tuple[Line, ...]) -> str:
    """o for own, q for quoted; blank lines are left out."""
    return "".join("q" if line.kind is LineKind.QUOTE else "o" for line in lines if line.text.strip())


CALL = mail(
    "Hello all,\n\nplease vote on releasing Foo 1.2.3 as it stands in the staging area.\n\n"
    "The vote is open for at least 72 hours.\n\n[ ] +1 release it\n[ ] 0 do not care\n[ ] -1 do not release, because\n\nAnn"
)
OTHER_VOTE = mail(
    "+1 (binding)\n\n- verified the signatures and the checksums\n- built it from source\n\nThanks,\nAnn\n\n"
    "> please vote on releasing Foo 1.2.3 as it stands in the staging area."
)


@pytest.mark.parametrize(
    ("text", "answered", "expected"),
    [
        pytest.param(
            "+1\n\nHello all,\n\nplease vote on releasing Foo 1.2.3 as it stands in the staging area.\n\nThe vote is open for at least 72 hours.",
            CALL,
            "oqqq",
            id="an unmarked copy below own words",
        ),
        pytest.param(
            "Hello all,\nplease vote on releasing Foo 1.2.3\nas it stands in the staging area.\nThe vote is open\nfor at least 72 hours.\n+1",
            CALL,
            "qqqqqo",
            id="an unmarked copy above own words, wrapped otherwise",
        ),
        pytest.param(
            "-1\n\nPLEASE VOTE on *releasing* Foo 1.2.3 as it stands in the staging area.\nThe  vote is open for at least 72 hours.",
            CALL,
            "oqq",
            id="emphasis, case and spacing do not matter",
        ),
        pytest.param(
            "+1\nplease vote on releasing Foo 1.2.3 as it stands in the staging area.",
            CALL,
            "oq",
            id="one line, but a very long one",
        ),
        pytest.param("+1\nThe vote is open for at least 72 hours.", CALL, "oo", id="one line that anybody could write"),
        pytest.param("+1 (binding)", OTHER_VOTE, "o", id="the same short vote"),
        pytest.param("+1 (binding)\n\nThanks,\nAnn", OTHER_VOTE, "ooo", id="the same vote and closing"),
        pytest.param(
            "+1 (binding)\n- verified the signatures and the checksums\n- built it from source\nBo",
            OTHER_VOTE,
            "oqqo",
            id="two voters who did the same: the vote at the top is this one's",
        ),
        pytest.param(
            "+1 (binding), verified the signatures\nand also the checksums of everything\nBo",
            mail("+1 (binding), verified the signatures\nand also the checksums of everything\nAnn"),
            "oqo",
            id="a long line that begins with a vote, at the top",
        ),
        pytest.param(
            "+1 (binding)\n- verified the signatures and the checksums\n- built it from source\nThanks,\nAnn\n\nThank you, Ann!",
            OTHER_VOTE,
            "qqqqqo",
            id="a whole mail copied to its last line is no vote",
        ),
        pytest.param(
            "+1 (binding). The lease table is much easier to read now, and the loop is gone.\n\nAnn\n\nHappy to hear that, Ann.",
            mail("+1 (binding). The lease table is much easier to read now, and the loop is gone.\n\nAnn"),
            "qqo",
            id="two lines copied to the name below them",
        ),
        pytest.param(
            "+1 (binding). The lease table is much easier to read now, and the loop is gone.\n\nBo",
            mail("+1 (binding). The lease table is much easier to read now, and the loop is gone.\n\nAnn"),
            "oo",
            id="the same words with another name below them",
        ),
        pytest.param(
            "+1 (binding)\n- verified the signatures and the checksums\n- built it from source\n\n-1, it fails here",
            OTHER_VOTE,
            "qqqo",
            id="a vote below the copy makes the one at the top a copy",
        ),
        pytest.param(
            "me too\n\n+1 (binding)\n- verified the signatures and the checksums\n- built it from source",
            OTHER_VOTE,
            "oqqq",
            id="a copied vote below own words",
        ),
        pytest.param(
            "+1\nplease vote on releasing Foo 1.2.3\nas it stands in the staging area.\nOK",
            OTHER_VOTE,
            "oqqo",
            id="what the answered mail quotes is material too",
        ),
        pytest.param(
            "[x] +1 release it\n[ ] 0 do not care\n[ ] -1 do not release, because", CALL, "ooo", id="a form alone is a ballot"
        ),
        pytest.param(
            "See below.\n[x] +1 release it\n[ ] 0 do not care\n[ ] -1 do not release, because\nBo",
            CALL,
            "oqqqo",
            id="a form below own words",
        ),
        pytest.param("fine\n[] +1 release it\n[] 0 do not care\n+1", CALL, "oqqo", id="an empty form with other brackets"),
        pytest.param("[X] +1 release it", CALL, "o", id="one ticked line is the sender's own"),
        pytest.param(
            "我投赞成票\n\n请大家对发布版本一二三进行投票，投票开放七十二小时，谢谢大家的参与。\n请检查签名和校验和，并从源代码进行构建，然后再进行投票。",
            mail(
                "请大家对发布版本一二三进行投票，\n投票开放七十二小时，谢谢大家的参与。\n请检查签名和校验和，并从源代码进行构建，\n然后再进行投票。"
            ),
            "oqq",
            id="a script without blanks, wrapped otherwise",
        ),
        pytest.param(
            "I tested it on three machines and it is fine\nso here is my vote\n+1", CALL, "ooo", id="nothing in common"
        ),
        pytest.param("", CALL, "", id="no words"),
        pytest.param("please vote on releasing Foo 1.2.3 as it stands in the staging area.", (), "o", id="nothing answered"),
    ],
)
def test_copied_lines_become_quotations(text: str, answered: tuple[Line, ...], expected: str) -> None:
    assert letters(mark_unmarked(mail(text), answered)) == expected


def test_blank_lines_inside_a_copy_are_quoted_and_marked_lines_are_left_alone() -> None:
    lines = mail(
        "x\nplease vote on releasing Foo 1.2.3 as it stands in the staging area.\n\nThe vote is open for at least 72 hours.\n>> y"
    )
    marked = mark_unmarked(lines, CALL)
    assert [(line.kind, line.depth) for line in marked] == [
        (LineKind.OWN, 0),
        (LineKind.QUOTE, 1),
        (LineKind.QUOTE, 1),
        (LineKind.QUOTE, 1),
        (LineKind.QUOTE, 2),
    ]


@given(st.lists(st.sampled_from([line.text for line in CALL + OTHER_VOTE] + ["+1", "-1", "other words"]), max_size=12))
def test_no_line_is_lost_or_changed(texts: list[str]) -> None:
    lines = mail("\n".join(texts))
    marked = mark_unmarked(lines, CALL)
    assert [line.text for line in marked] == [line.text for line in lines]
    assert all(line.depth == (line.kind is LineKind.QUOTE) for line in marked)


def quoted(text: str, depth: int = 1) -> Line:
    return Line(LineKind.QUOTE, text, depth)


@pytest.mark.parametrize(
    ("line", "answered", "expected"),
    [
        pytest.param(quoted("[X] +1 release it"), CALL, True, id="a tick in a box that was empty"),
        pytest.param(quoted("[x] -1 do not release, because"), CALL, True, id="a small tick"),
        pytest.param(quoted("[*] +1 release it"), CALL, True, id="a star"),
        pytest.param(quoted("[ ✓ ] +1 release it"), CALL, True, id="a check mark with blanks"),
        pytest.param(quoted("(x) +1 release it"), CALL, True, id="round brackets"),
        pytest.param(quoted("☑ +1 release it"), CALL, True, id="a drawn box"),
        pytest.param(quoted("\\[x\\] +1 release it"), CALL, True, id="brackets that a converter escaped"),
        pytest.param(quoted("**[X]** +1  release it"), CALL, True, id="emphasis around the box"),
        pytest.param(quoted("- [x] +1 release it"), CALL, True, id="a bullet before the box"),
        pytest.param(quoted("[+1] release it"), mail("[ ] release it"), True, id="a value written into the box"),
        pytest.param(quoted("[X] +1 release it"), mail("[] +1 release it"), True, id="a box without a blank"),
        pytest.param(quoted("[X] +1 release it"), mail("[_] +1 release it"), True, id="a box with a line in it"),
        pytest.param(quoted("[X] +1 release it"), mail("☐ +1 release it"), True, id="a drawn empty box"),
        pytest.param(quoted("[X] +1 release it"), mail("[x] +1 release it\n\nBo"), False, id="somebody else had ticked it"),
        pytest.param(quoted("[X] +1 release it", 2), mail("> [X] +1 release it"), False, id="a ballot quoted once more"),
        pytest.param(
            quoted("[X] +1 release it", 2), mail("[X] +1 release it\n> [ ] +1 release it"), True, id="one level less decides"
        ),
        pytest.param(
            quoted("[X] +1 release it", 1),
            mail("[X] +1 release it\n> [ ] +1 release it"),
            False,
            id="one level less decides again",
        ),
        pytest.param(
            quoted("[X] +1 release it"),
            mail("> [X] +1 release it\n>> [ ] +1 release it"),
            False,
            id="no level fits: doubt is no",
        ),
        pytest.param(quoted("[X] +1 release"), CALL, True, id="the rest was wrapped away"),
        pytest.param(quoted("[X] +1"), CALL, None, id="too short to be recognised"),
        pytest.param(quoted("[X] +1 accept it"), CALL, None, id="another line"),
        pytest.param(quoted("[ ] +1 release it"), CALL, None, id="no tick at all"),
        pytest.param(quoted("+1 release it"), CALL, None, id="no box at all"),
        pytest.param(quoted("[X] +1 release it"), None, None, id="no mail to compare with"),
        pytest.param(quoted("[X] +1 release it"), (), None, id="an empty mail to compare with"),
        pytest.param(quoted("[x] +1 [ ] 0 [ ] -1"), mail("[ ] +1 [ ] 0 [ ] -1"), True, id="several boxes in a line"),
        pytest.param(quoted("[x] +1 [ ] 0 [ ] -1"), mail("[x] +1 [ ] 0 [ ] -1"), False, id="several boxes, ticked before"),
        pytest.param(
            quoted("[ ] +1 [ ] 0 [x] -1"), mail("[x] +1 [ ] 0 [ ] -1"), True, id="several boxes, ticked elsewhere now"
        ),
    ],
)
def test_who_ticked_it(line: Line, answered: tuple[Line, ...] | None, expected: bool | None) -> None:
    assert ticked_by_sender(line, answered) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("  **Please**   Vote ", "please vote", id="emphasis, case, spacing"),
        pytest.param("* [X] +1", "[] +1", id="a bullet and a tick"),
        pytest.param("[1] https://example.org", "[1] https://example.org", id="a footnote is no box"),
        pytest.param("[VOTE] x", "[vote] x", id="a tag is no box"),
        pytest.param("-----", "-----", id="a rule stays"),
    ],
)
def test_normalise(text: str, expected: str) -> None:
    assert normalise(text) == expected


@pytest.mark.parametrize("piece", ["[ ] +1\n", "+1 ", "word " * 30 + "\n", "[", "(", "[_", "\n", "汉", "a\n", "[x"])
def test_hostile_mail_is_compared_to_its_end(piece: str) -> None:
    lines = mail((piece * (100_000 // len(piece)))[:100_000])
    assert len(mark_unmarked(lines, lines)) == len(lines)
    assert ticked_by_sender(Line(LineKind.QUOTE, "[x]" + piece, 1), lines) in (True, False, None)
