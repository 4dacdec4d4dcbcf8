"""What the foundation's published files make of a roster."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from kipbot.core.errors import KipbotError, WorldFailed, WrongUse
from kipbot.core.roster import Person, Role, RollCallHeld, Roster
from kipbot.settings.whimsy import import_roster
from kipbot.settings.yamlfile import BadFile

LDAP_PROJECTS = {
    "lastTimestamp": "20260301",
    "projects": {
        "brook": {"createTimestamp": "2014", "members": ["joster", "bovik", "mlin"], "owners": ["joster", "mlin"], "pmc": True},
        "moor": {"members": ["zquill"], "owners": ["zquill"]},
    },
}
COMMITTEE_INFO = {
    "last_updated": "2026-03-01",
    "committees": {
        "brook": {
            "display_name": "Brook",
            "chair": {"mlin": {"name": "Mengyao Lin"}},
            "roster": {
                "joster": {"name": "Jo Oster", "date": "2017-06-01"},
                "mlin": {"name": "Mengyao Lin", "date": "(unknown)"},
            },
        }
    },
}
LDAP_PEOPLE = {
    "people": {
        "joster": {"name": "Jo Oster", "createTimestamp": "2015"},
        "bovik": {"name": "Bo Vik", "noLogin": True},
        "mlin": {"name": "Mengyao (Becky) Lin"},
        "zquill": {"name": "Zed Quill"},
    }
}
COMMITTEES = [{"id": "brook", "group": "brook", "chair": "Mengyao Lin", "reporting": 2, "roster": ["joster", "mlin"]}]
COMMITTEES_DATED = [
    {
        "id": "brook",
        "group": "brook",
        "chair": "Mengyao Lin",
        "roster": {"joster": {"name": "Jo Oster", "date": "2017-06-01"}, "mlin": {"name": "Mengyao Lin", "date": "2019-05-05"}},
    }
]
GROUPS = {"brook": ["bovik", "joster", "mlin"], "brook-pmc": ["joster", "mlin"], "moor": ["zquill"]}
PEOPLE = {
    "joster": {"name": "Jo Oster", "groups": ["brook", "brook-pmc"], "member": True},
    "bovik": {"name": "Bo Vik", "groups": ["brook"], "member": False},
    "mlin": {"name": "Mengyao Lin", "groups": ["brook", "brook-pmc"], "member": False},
    "zquill": {"name": "Zed Quill", "groups": ["moor"], "member": False},
}


@pytest.fixture
def write(tmp_path):
    def write(*contents):
        paths = []
        for number, content in enumerate(contents):
            paths.append(tmp_path / f"file{number}.json")
            paths[-1].write_text(json.dumps(content), encoding="utf-8")
        return paths

    return write


def roles(roster):
    return {person.id: [(role.role, role.since) for role in person.roles] for person in roster.people}


UNKNOWN = {
    "bovik": [("committer", None)],
    "joster": [("committer", None), ("pmc", None)],
    "mlin": [("committer", None), ("pmc", None)],
}
PMC_ONLY = {"joster": [("pmc", date(2017, 6, 1))], "mlin": [("pmc", None), ("chair", None)]}


@pytest.mark.parametrize(
    "files, expected",
    [
        pytest.param([LDAP_PROJECTS], UNKNOWN, id="members are committers, owners the PMC"),
        pytest.param([GROUPS], UNKNOWN, id="the two groups"),
        pytest.param([PEOPLE], UNKNOWN, id="the groups of each person"),
        pytest.param([{"groups": {name: {"members": ids} for name, ids in GROUPS.items()}}], UNKNOWN, id="the groups of LDAP"),
        pytest.param([COMMITTEE_INFO], PMC_ONLY, id="the days on which the PMC was joined"),
        pytest.param(
            [COMMITTEES], {"joster": [("pmc", None)], "mlin": [("pmc", None)]}, id="a committee without days or names"
        ),
        pytest.param(
            [COMMITTEES_DATED],
            {"joster": [("pmc", date(2017, 6, 1))], "mlin": [("pmc", date(2019, 5, 5)), ("chair", None)]},
            id="a committee with days",
        ),
        pytest.param(
            [LDAP_PEOPLE, COMMITTEE_INFO, LDAP_PROJECTS],
            {
                "bovik": [("committer", None)],
                "joster": [("committer", None), ("pmc", date(2017, 6, 1))],
                "mlin": [("committer", None), ("pmc", None), ("chair", None)],
            },
            id="all together",
        ),
    ],
)
def test_each_file_is_known_by_its_shape(write, files, expected):
    assert roles(import_roster("brook", write(*files)).roster) == expected


def test_the_order_of_the_files_does_not_matter(write):
    files = [LDAP_PEOPLE, COMMITTEE_INFO, LDAP_PROJECTS, GROUPS, PEOPLE, COMMITTEES]
    assert import_roster("brook", write(*files)).roster == import_roster("brook", write(*files[::-1])).roster


def test_names_and_the_apache_address_are_added(write):
    people = import_roster("brook", write(LDAP_PROJECTS, LDAP_PEOPLE)).roster.people
    assert [(person.id, person.name, person.emails) for person in people] == [
        ("bovik", "Bo Vik", ("bovik@apache.org",)),
        ("joster", "Jo Oster", ("joster@apache.org",)),
        ("mlin", "Mengyao (Becky) Lin", ("mlin@apache.org",)),
    ]


BY_HAND = Roster(
    (
        Person("adal", "Ada Lund", roles=(Role("pmc", date(2012, 1, 1)),)),
        Person(
            "joster",
            "Johanna Oster",
            names=("Jo",),
            emails=("jo@fjord.example",),
            github="jo-rides",
            github_id=7,
            jira="jo",
            roles=(Role("committer", date(2015, 3, 1)), Role("pmc")),
        ),
        Person("mlin", "Mengyao Lin", roles=(Role("pmc", date(2018, 1, 1), date(2019, 1, 1)),)),
    )
)


def test_what_was_written_by_hand_stays(write):
    people = {
        person.id: person for person in import_roster("brook", write(LDAP_PROJECTS, COMMITTEE_INFO), BY_HAND).roster.people
    }
    assert people["joster"] == Person(
        "joster",
        "Johanna Oster",
        names=("Jo", "Jo Oster"),
        emails=("joster@apache.org", "jo@fjord.example"),
        github="jo-rides",
        github_id=7,
        jira="jo",
        roles=(Role("committer", date(2015, 3, 1)), Role("pmc", date(2017, 6, 1))),
    )
    assert people["adal"] == BY_HAND.people[0]
    assert people["mlin"].roles[0] == Role("pmc", date(2018, 1, 1), date(2019, 1, 1))


def test_roll_calls_stay(write):
    held = (RollCallHeld(date(2026, 2, 1), ("adal", "joster")),)
    before = replace(BY_HAND, roll_calls=held)
    assert import_roster("brook", write(LDAP_PROJECTS), before).roster.roll_calls == held


@pytest.mark.parametrize(
    "files, note",
    [
        pytest.param([LDAP_PROJECTS], "adal: no longer listed as pmc; kept", id="somebody is listed no more"),
        pytest.param([LDAP_PROJECTS], "mlin: listed as pmc, but the roster has the role ended", id="somebody is back"),
        pytest.param([LDAP_PROJECTS, LDAP_PEOPLE], "bovik: the account is closed", id="an account without login"),
        pytest.param([LDAP_PROJECTS], "bovik: no file gives a name", id="no name"),
        pytest.param(
            [LDAP_PROJECTS], "committer: the first day is published for none of 2 people (bovik, mlin)", id="days not known"
        ),
        pytest.param([COMMITTEES_DATED], "mlin: pmc since 2019-05-05 as published, another day in the roster", id="two days"),
    ],
)
def test_what_a_person_should_look_at_is_noted(write, files, note):
    notes = import_roster("brook", write(*files), BY_HAND).notes
    assert [told for told in notes if told.startswith(note)]


def test_a_second_import_changes_nothing(write):
    files = write(LDAP_PROJECTS, COMMITTEE_INFO, LDAP_PEOPLE)
    once = import_roster("brook", files, BY_HAND).roster
    assert import_roster("brook", files, once).roster == once


def test_files_of_the_pmc_alone_say_nothing_of_committers(write):
    notes = import_roster(
        "brook", write(COMMITTEE_INFO), Roster((Person("bovik", "Bo Vik", roles=(Role("committer"),)),))
    ).notes
    assert not [note for note in notes if note.startswith("bovik")]


@pytest.mark.parametrize("file", [LDAP_PROJECTS, COMMITTEE_INFO, COMMITTEES, GROUPS, PEOPLE])
def test_an_unknown_project_is_told_with_the_nearest(write, file):
    with pytest.raises(WrongUse, match="there is no project 'brok'; did you mean 'brook'"):
        import_roster("brok", write(file))


def test_names_alone_are_no_roster(write):
    with pytest.raises(KipbotError, match="None of the files says who is on the project"):
        import_roster("brook", write(LDAP_PEOPLE))


def test_an_address_that_would_be_two_peoples_is_told(write):
    by_hand = Roster((Person("adal", "Ada Lund", emails=("bovik@apache.org",)),))
    with pytest.raises(BadFile, match="belongs to one person"):
        import_roster("brook", write(LDAP_PROJECTS), by_hand)


WHOLE = json.dumps(LDAP_PROJECTS).encode()


@pytest.mark.parametrize(
    "content, told",
    [
        pytest.param(WHOLE[: len(WHOLE) // 2], "ends in the middle", id="cut in the middle"),
        pytest.param(WHOLE[:-1], "ends in the middle", id="cut before the last brace"),
        pytest.param(b'{"projects": {"bro', "ends in the middle", id="cut inside a word"),
        pytest.param(b"", "is not JSON", id="nothing"),
        pytest.param(b"<html>404</html>", "is not JSON", id="a page that says it is not there"),
        pytest.param(b"\xff\xfe\x00", "is not JSON text", id="no text"),
        pytest.param(b"[" * 200_000, "JSON|ends in the middle", id="brackets without end"),
        pytest.param(b"{}", "none of the files that are known", id="an empty object"),
        pytest.param(b"[]", "none of the files that are known", id="an empty list"),
        pytest.param(b"7", "none of the files that are known", id="a number"),
        pytest.param(b'{"retired": {"brook": {}}}', "none of the files that are known", id="another file of the same place"),
    ],
)
def test_a_wrong_file_is_one_clear_line(tmp_path, content, told):
    path = tmp_path / "some.json"
    path.write_bytes(content)
    with pytest.raises(BadFile, match=told) as caught:
        import_roster("brook", [path])
    assert str(caught.value).startswith(f"{path}:")
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_one_clear_line(tmp_path):
    with pytest.raises(WorldFailed, match="cannot be read"):
        import_roster("brook", [tmp_path / "no.json"])


@pytest.mark.parametrize(
    "file",
    [
        {"projects": {"brook": {"members": [1, None, "joster", "../x", ""], "owners": {"mlin": 3}}}},
        {"committees": {"brook": {"roster": {"joster": None, "mlin": {"date": 7, "name": []}}, "chair": 4}}},
        [{"id": "brook", "roster": [None, "joster", "mlin"], "chair": None}, 4],
        {"brook": [{}, "joster", "mlin"]},
    ],
)
def test_odd_values_inside_a_file_are_left_out(write, file):
    assert {person.id for person in import_roster("brook", write(file)).roster.people} == {"joster", "mlin"}
