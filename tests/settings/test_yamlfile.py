"""What does a YAML file say, where, and what is told when it is wrong?"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field

from kipbot.core.errors import KipbotError, WorldFailed
from kipbot.settings.yamlfile import MAX_BYTES, BadFile, load, parse, validate


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


class Cup(BaseModel):
    model_config = ConfigDict(extra="forbid")
    quorum: int = Field(ge=1)
    colour: Colour = Colour.RED
    filled: bool = False
    since: date | None = Field(default=None, alias="from")
    marks: tuple[str, ...] = ()


class Shelf(BaseModel):
    model_config = ConfigDict(extra="forbid")
    cups: dict[str, Cup]
    broken: tuple[Cup, ...] = ()


def mistakes(text: str) -> list[str]:
    with pytest.raises(BadFile) as caught:
        validate(parse(text, "shelf.yaml"), Shelf)
    return list(caught.value.mistakes)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("a: on", "on", id="on is text"),
        pytest.param("a: NO", "NO", id="NO is text, not false and not Norway"),
        pytest.param("a: yes", "yes", id="yes is text"),
        pytest.param("a: true", True, id="true is true"),
        pytest.param("a: 2015-03-01", "2015-03-01", id="a date stays text"),
        pytest.param("a: 12:30", "12:30", id="a time stays text"),
        pytest.param("a: 3", 3, id="a number"),
        pytest.param("a: +1", 1, id="an unquoted +1 is a number"),
        pytest.param("a: '+1'", "+1", id="a quoted one is text"),
        pytest.param("a: 1.5", 1.5, id="a decimal"),
        pytest.param("a: 0x1f", "0x1f", id="no other notations of numbers"),
        pytest.param("a: " + "9" * 5000, "9" * 5000, id="a number beyond all numbers stays text"),
        pytest.param("a: ~", None, id="nothing"),
        pytest.param("a: !!python/object/apply:os.system [x]", ["x"], id="a tag makes nothing but values"),
        pytest.param("x: &x [1]\na: *x", [1], id="an alias repeats"),
    ],
)
def test_a_value_is_read(text: str, value: object) -> None:
    read = parse(text, "f").value
    assert isinstance(read, dict)
    assert read["a"] == value


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "cups:\n  tea: {quorum: three}", "shelf.yaml:2:17: cups.tea.quorum: must be a whole number of at least 1, not 'three'", id="a word"
        ),
        pytest.param("cups: {tea: {quorum: 0}}", "shelf.yaml:1:22: cups.tea.quorum: must be a whole number of at least 1, not 0", id="a bound"),
        pytest.param(
            "cups: {tea: {quorum: 1, colour: gren}}",
            "shelf.yaml:1:33: cups.tea.colour: must be one of 'red', 'green', not 'gren'; did you mean 'green'?",
            id="a word that is not allowed",
        ),
        pytest.param(
            "cups: {tea: {quorum: 1, qourum: 1}}",
            "shelf.yaml:1:25: cups.tea.qourum: is not a key here; did you mean 'quorum'?; allowed: colour, filled, from, marks, quorum",
            id="a key that is not one",
        ),
        pytest.param("cups: {tea: {}}", "shelf.yaml:1:13: cups.tea.quorum: is missing; it must be a whole number of at least 1", id="no key"),
        pytest.param("cups: {tea: 5}", "shelf.yaml:1:13: cups.tea: must be a mapping of keys to values, not 5", id="no mapping"),
        pytest.param("cups: {}\nbroken: {}", "shelf.yaml:2:9: broken: must be a list, not a mapping", id="no list"),
        pytest.param("cups: {tea: {quorum: 1, filled: 7}}", "shelf.yaml:1:33: cups.tea.filled: must be true or false, not 7", id="no truth"),
        pytest.param(
            "cups: {tea: {quorum: 1, from: x}}", "shelf.yaml:1:31: cups.tea.from: must be a date such as 2015-03-01, not 'x'", id="no date"
        ),
        pytest.param(
            "cups: {tea: {quorum: 1, marks: [a, 1]}}",
            "shelf.yaml:1:36: cups.tea.marks[1]: must be text, in quotes if it looks like a number or a date, not 1",
            id="a number where text belongs",
        ),
        pytest.param("cups: {}\ncups: {}", "shelf.yaml:2:1: cups: stands here twice", id="a key twice"),
        pytest.param("", "shelf.yaml:1:1: is empty", id="nothing at all"),
        pytest.param("- 1", "shelf.yaml:1:1: file: must be a mapping of keys to values, not a list", id="a list as the file"),
        pytest.param("cups: *nowhere", "shelf.yaml:1:7: found undefined alias 'nowhere'", id="an alias to nowhere"),
        pytest.param("a: b: c", "shelf.yaml:1:5: mapping values are not allowed here", id="no YAML"),
        pytest.param("? [1]\n: 2", "shelf.yaml:1:3: file: a key must be plain text", id="a list as a key"),
        pytest.param("[" * 5000, "shelf.yaml:1:1: is nested too deeply (at most 40 levels)", id="brackets without end"),
        pytest.param("a: &a [*a]", "shelf.yaml:1:4: is nested too deeply (at most 40 levels)", id="an alias that holds itself"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(text: str, told: str) -> None:
    assert mistakes(text) == [told]


def test_all_mistakes_are_told_in_the_order_of_the_file() -> None:
    told = mistakes("cups:\n  tea: {quorum: x, colour: x}\nbroken: [{quorum: 0}]\n")
    assert [line.split(": ")[1] for line in told] == ["cups.tea.quorum", "cups.tea.colour", "broken[0].quorum"]


def test_laughs_do_not_multiply() -> None:
    lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"]
    lines += [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert "holds more than 200000 values" in mistakes("\n".join(lines))[0]


def test_a_place_is_known_for_what_is_missing_too() -> None:
    document = parse("people:\n  - id: ada\n", "roster.yaml")
    assert document.place(("people", 0, "id")) == "roster.yaml:2:9"
    assert document.place(("people", 0, "name")) == "roster.yaml:2:5"
    assert document.key_place(("people", 0, "id")) == "roster.yaml:2:5"
    assert document.place(()) == "roster.yaml:1:1"


def test_a_file_that_is_not_there_is_the_worlds_fault(tmp_path: Path) -> None:
    with pytest.raises(WorldFailed, match=r"none.yaml: there is no such file"):
        load(tmp_path / "none.yaml")
    with pytest.raises(WorldFailed, match="cannot be read"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b"a: 1\nb: \xff\xfe", ":2:1: is not UTF-8 text", id="another charset"),
        pytest.param(b"#" * (MAX_BYTES + 1), ":1:1: is larger than 1 MB", id="too large"),
        pytest.param(b"a: \x00", ":1:1: is not YAML text", id="a binary"),
    ],
)
def test_a_file_that_is_no_text_is_told(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(content)
    with pytest.raises(BadFile) as caught:
        load(path)
    assert told in str(caught.value)


def test_a_byte_order_mark_is_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert load(path).value == {"a": 1}


@given(st.text(alphabet="ab:-[]{}&*#?|>!%@`'\",. \n\t0", max_size=60))
def test_no_text_ends_in_a_traceback(text: str) -> None:
    try:
        validate(parse(text, "f"), Shelf)
    except KipbotError as error:
        assert str(error).startswith("f:")
