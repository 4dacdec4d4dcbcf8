"""What a roster.yaml says, where its mistakes stand, and that what is written is read again."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kipbot.core.errors import WorldFailed
from kipbot.core.roster import Person, Role, RollCallHeld, Roster
from kipbot.settings import rosterlines
from kipbot.settings.rosterfile import dump_roster, load_roster, read_roster
from kipbot.settings.yamlfile import BadFile, parse

FULL = """\
# who is who
people:
  - id: joster
    name: "Jo Oster"
    names: ["Oster, Jo", Johanna Oster]
    emails: [joster@apache.org, jo@fjord.example]
    github: {login: jo-rides, id: 4711}
    jira: joster
    roles:
      - {role: committer, from: 2015-03-01, to: null}
      - {role: PMC, from: 2017-06-01, to: 2020-12-31}
  - id: bovik
    name: Bo Vik
    github: bovik
"""
PEOPLE = (
    Person(
        "joster",
        "Jo Oster",
        ("Oster, Jo", "Johanna Oster"),
        ("joster@apache.org", "jo@fjord.example"),
        "jo-rides",
        4711,
        "joster",
        (Role("committer", date(2015, 3, 1)), Role("pmc", date(2017, 6, 1), date(2020, 12, 31))),
    ),
    Person("bovik", "Bo Vik", github="bovik"),
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(FULL, id="as the interface shows it"),
        pytest.param(FULL.replace("from: 2015-03-01, to: null", "from: 2015-03-01"), id="a missing end is an open one"),
        pytest.param(FULL.replace("2015-03-01", '"2015-03-01"'), id="a day in quotes"),
        pytest.param(
            FULL.replace("github: bovik", "github: {login: bovik}\n    roles: []\n    names: null"), id="nothing said"
        ),
        pytest.param(FULL.replace("\n", "\r\n"), id="lines of Windows"),
        pytest.param(
            FULL.replace('names: ["Oster, Jo", Johanna Oster]', "names:\n      - Oster, Jo\n      - Johanna Oster"),
            id="lists as blocks",
        ),
    ],
)
def test_a_roster_is_read(text):
    assert read_roster(text, "roster.yaml").people == PEOPLE


@pytest.mark.parametrize(
    "old, new, told",
    [
        pytest.param("id: bovik", "id: joster", "roster.yaml:12:9: people[1].id: 'joster' stands here a second time", id="an id twice"),
        pytest.param(
            "name: Bo Vik",
            "name: Bo Vik\n    emails: [Jo+x@Fjord.example]",
            "roster.yaml:14:14: people[1].emails[0]: 'jo@fjord.example' is also that of 'joster'",
            id="an address twice, tag and case aside",
        ),
        pytest.param(
            "github: bovik", "github: Jo-Rides", "roster.yaml:14:13: people[1].github: 'jo-rides' is also that of 'joster'", id="a login twice"
        ),
        pytest.param('"Jo Oster"', '" "', "roster.yaml:4:11: people[0].name: is empty", id="an empty name"),
        pytest.param("2020-12-31", "2017-05-31", "roster.yaml:11:43: people[0].roles[1].to: the role ends on 2017-05-31", id="ends first"),
        pytest.param("2020-12-31", "2020", "roster.yaml:11:43: people[0].roles[1].to: must be a date such as 2015-03-01", id="a year"),
        pytest.param("2020-12-31", "2020-13-31", "roster.yaml:11:43: people[0].roles[1].to: must be a date", id="a month too many"),
        pytest.param("jira:", "jirra:", "roster.yaml:8:5: people[0].jirra: is not a key here; did you mean 'jira'?", id="a wrong key"),
        pytest.param("name: Bo Vik", "names: [Bo]", "roster.yaml:12:5: people[1].name: is missing", id="no name at all"),
        pytest.param("people:", "persons:", "roster.yaml:2:1: people: is missing", id="no people"),
        pytest.param("jira: joster", "jira: [", "roster.yaml:", id="no YAML"),
        pytest.param("name: Bo Vik", "name: Bo Vik\n    name: Bo", "roster.yaml:14:5: people[1].name: stands here twice", id="a key twice"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(old, new, told):
    with pytest.raises(BadFile) as caught:
        read_roster(FULL.replace(old, new), "roster.yaml")
    assert str(caught.value).startswith(told)


HELD = (
    FULL
    + """\
roll_calls:
  - {at: 2026-02-01, answered: [joster, bovik]}
  - {at: 2026-08-01, size: 27}
"""
)


def test_roll_calls_are_read_and_written_again():
    roster = read_roster(HELD, "roster.yaml")
    assert roster.roll_calls == (
        RollCallHeld(date(2026, 2, 1), ("joster", "bovik")),
        RollCallHeld(date(2026, 8, 1), count=27),
    )
    assert [call.size for call in roster.roll_calls] == [2, 27]
    assert read_roster(dump_roster(roster), "roster.yaml").roll_calls == roster.roll_calls
    assert read_roster(FULL + "roll_calls:\n", "roster.yaml").roll_calls == ()


@pytest.mark.parametrize(
    "old, new, told",
    [
        pytest.param("joster, bovik]", "joster, b]", "roster.yaml:16:41: roll_calls[0].answered[1]: 'b' is the id of nobody", id="a stranger"),
        pytest.param("joster, bovik]", "bovik, bovik]", "roster.yaml:16:40: roll_calls[0].answered[1]: 'bovik' answers a second", id="twice"),
        pytest.param("2026-08-01", "2026-02-01", "roster.yaml:17:10: roll_calls[1].at: there is a roll call of 2026-02-01", id="one day"),
        pytest.param("2026-08-01", "null", "roster.yaml:17:10: roll_calls[1].at: must be a date such as 2026-02-01", id="no day"),
        pytest.param("at: 2026-08-01, ", "", "roster.yaml:17:5: roll_calls[1].at: is missing", id="not even the key"),
        pytest.param("size: 27", "size: 0", "roster.yaml:17:28: roll_calls[1].size: must be a whole number of at least 1", id="nobody"),
        pytest.param("size: 27", "size: many", "roster.yaml:17:28: roll_calls[1].size: must be a whole number", id="no number"),
        pytest.param(", size: 27", "", "roster.yaml:17:5: roll_calls[1]: needs either the ids of those who answered", id="neither"),
        pytest.param("size: 27", "sizes: 27", "roster.yaml:17:22: roll_calls[1].sizes: is not a key here; did you mean 'size'?", id="a wrong key"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_roll_call_is_told_with_its_place(old, new, told):
    with pytest.raises(BadFile) as caught:
        read_roster(HELD.replace(old, new), "roster.yaml")
    assert told in str(caught.value)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(WorldFailed, match="there is no such file"):
        load_roster(tmp_path / "roster.yaml")


@pytest.mark.parametrize(
    "content, told", [(b"\xff\xfe", "is not UTF-8 text"), (b"", "is empty"), (b"x" * 1_048_577, "larger than 1 MB")]
)
def test_a_file_that_is_no_roster_is_told(tmp_path, content, told):
    path = tmp_path / "roster.yaml"
    path.write_bytes(content)
    with pytest.raises(BadFile, match=told):
        load_roster(path)


def test_a_file_is_read(tmp_path):
    path = tmp_path / "roster.yaml"
    path.write_text(FULL, encoding="utf-8")
    assert load_roster(path).people == PEOPLE


_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).map(str.strip).filter(bool)
_WORDS = st.one_of(
    _TEXTS, st.sampled_from(["null", "true", "NO", "~", "1e3", "0x1", "12", "- a", "a: b", "#", "'", '"', "\\", "[", "é", "𝒜"])
)
_DAYS = st.none() | st.dates(date(1999, 1, 1), date(2040, 1, 1))
_ROLES = st.builds(Role, _WORDS.map(str.casefold).map(str.strip).filter(bool), _DAYS, st.none())
_PEOPLE = st.builds(
    Person,
    st.from_regex("[a-z][a-z0-9]{0,8}", fullmatch=True),
    _WORDS,
    st.lists(_WORDS, max_size=2).map(tuple),
    st.lists(st.from_regex("[a-z]{1,9}@[a-z]{1,9}[.]example", fullmatch=True), max_size=2).map(tuple),
    _WORDS | st.none(),
    st.none(),
    _WORDS | st.none(),
    st.lists(_ROLES, max_size=2).map(tuple),
)


@given(st.lists(_PEOPLE, max_size=4))
def test_what_is_written_is_read_again(people):
    roster = Roster(tuple(sorted(people, key=lambda person: person.id)))
    if not roster.mistakes():
        assert read_roster(dump_roster(roster), "roster.yaml") == roster


_LINES = st.sampled_from(
    [
        "people:", "  - id: a", "    name: A B", "    id: b", '    names: ["A, B", C]', "    names: []", "    emails: [a@b.example]",
        "    github: {login: a, id: 7}", "    github: a", "    roles:", "      - {role: pmc}", "      - {role: pmc, from: 2015-03-01}",
        "      - {role: pmc, to: null}", "    name: null", "    jira: 'x'", "# note", "", "    name: a # b", "    name: a: b", "    name: 1",
        "    jira: True", "    jira: yes", "  - name: é", "    - id: c", "    names: [a, b, ]", "    jira: \"a\\\\b\"", "    jira: a  b",
        "      - {role: pmc, from: null, to: 2015-01-01}", "   # x", "    jira: ~", "    jira: x\u2028y", "    jira: 'it''s'", "    jira: n/a",
    ]
)  # fmt: skip


@given(st.lists(_LINES, max_size=9).map(lambda lines: "\n".join(["people:", "  - id: z", *lines])))
def test_the_fast_reader_says_what_yaml_says_or_nothing(text):
    plain = rosterlines.read(text)
    if plain is not None:
        assert plain == parse(text, "roster.yaml").value


def test_the_fast_reader_reads_what_kipbot_writes():
    assert rosterlines.read(dump_roster(Roster(PEOPLE))) is not None
