"""Whose word binds, since when and until when; what cannot be in a roster; how it explains itself."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kipbot.core.roster import Person, Role, Roster

ROSTER = Roster(
    (
        Person(
            "joster",
            "Jo Oster",
            emails=("jo@fjord.example",),
            roles=(Role("committer", date(2015, 3, 1)), Role("pmc", date(2017, 6, 1), date(2020, 12, 31))),
        ),
        Person("bovik", "Bo Vik", emails=("bo@fjord.example",), roles=(Role("committer", date(2018, 1, 1)),)),
        Person("mlin", "Mengyao (Becky) Lin", roles=(Role("pmc", date(2019, 5, 5)),)),
        Person("wxm", "王晓蒙", names=("Xiaomeng Wang",)),
    )
)


@pytest.mark.parametrize(
    "at, held",
    [
        pytest.param(datetime(2017, 5, 31, 23, 59, 59, tzinfo=UTC), False, id="the second before"),
        pytest.param(datetime(2017, 6, 1, tzinfo=UTC), True, id="from the first minute of its first day"),
        pytest.param(datetime(2020, 12, 31, 23, 59, 59, tzinfo=UTC), True, id="to the last second of its last day"),
        pytest.param(datetime(2021, 1, 1, tzinfo=UTC), False, id="not on the day after"),
        pytest.param(datetime(2017, 6, 1, 1, tzinfo=timezone(timedelta(hours=2))), False, id="days are days in UTC"),
    ],
)
def test_a_role_is_held_on_whole_days(at, held):
    assert Role("pmc", date(2017, 6, 1), date(2020, 12, 31)).held(at) is held


def test_a_day_that_is_not_known_sets_no_limit():
    assert Role("pmc").held(datetime(1999, 1, 1, tzinfo=UTC))


def test_a_moment_without_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        Role("pmc").held(datetime(2020, 1, 1))  # noqa: DTZ001


@pytest.mark.parametrize(
    "person, roles, at, binds",
    [
        pytest.param("joster", {"committer"}, datetime(2016, 1, 1, tzinfo=UTC), True, id="a committer on a proposal"),
        pytest.param("joster", {"pmc"}, datetime(2016, 1, 1, tzinfo=UTC), False, id="a committer on a release"),
        pytest.param("joster", {"pmc"}, datetime(2018, 1, 1, tzinfo=UTC), True, id="a PMC member on a release"),
        pytest.param("joster", {"pmc"}, datetime(2021, 6, 1, tzinfo=UTC), False, id="a member who has left the PMC"),
        pytest.param("joster", {"committer"}, datetime(2021, 6, 1, tzinfo=UTC), True, id="and is a committer still"),
        pytest.param("mlin", {"committer"}, datetime(2020, 1, 1, tzinfo=UTC), True, id="the PMC binds where committers bind"),
        pytest.param("mlin", {"committer"}, datetime(2019, 5, 4, tzinfo=UTC), False, id="but not before joining"),
        pytest.param("wxm", {"committer", "pmc"}, datetime(2020, 1, 1, tzinfo=UTC), False, id="somebody without a role"),
        pytest.param(None, {"committer", "pmc"}, datetime(2020, 1, 1, tzinfo=UTC), False, id="a stranger"),
        pytest.param("nobody", {"committer"}, datetime(2020, 1, 1, tzinfo=UTC), False, id="an id that is not in the roster"),
        pytest.param("bovik", set(), datetime(2020, 1, 1, tzinfo=UTC), False, id="no role decides"),
    ],
)
def test_whose_word_binds(person, roles, at, binds):
    assert ROSTER.binding(person, roles, at) is binds


def test_a_pmc_entry_of_unknown_start_does_not_backdate_a_dated_committer():
    person = Person("ada", "Ada Quill", roles=(Role("committer", date(2020, 1, 1)), Role("pmc")))
    assert not person.holds({"committer"}, datetime(2019, 1, 1, tzinfo=UTC))
    assert person.holds({"committer"}, datetime(2020, 1, 1, tzinfo=UTC))


def test_a_role_that_begins_during_a_vote_binds_from_then_on():
    called, counted = datetime(2017, 5, 31, 9, tzinfo=UTC), datetime(2017, 6, 3, 9, tzinfo=UTC)
    assert [ROSTER.electorate({"pmc"}, at) for at in (called, counted)] == [(), ("joster",)]


def test_the_electorate_is_sorted_and_dated():
    assert ROSTER.electorate({"committer"}, datetime(2020, 1, 1, tzinfo=UTC)) == ("bovik", "joster", "mlin")


@pytest.mark.parametrize(
    "people, told",
    [
        pytest.param((Person("a", "A B", emails=("x@moor.example",)), Person("c", "C D", emails=("X+y@moor.example",))), "an address", id="an address twice"),
        pytest.param((Person("a", "A B"), Person("c", "C D", emails=("a@apache.org",))), "an address", id="another id's apache address"),
        pytest.param((Person("a", "A B"), Person("a", "C D")), "a second time", id="an id twice"),
        pytest.param((Person("a", "A B", github="Q"), Person("c", "C D", github="q")), "GitHub login", id="a GitHub login twice"),
        pytest.param((Person("a", "A B", github="q", github_id=7), Person("c", "C D", github="r", github_id=7)), "GitHub id", id="a GitHub id twice"),
        pytest.param((Person("a", " "),), "is empty", id="no name"),
        pytest.param((Person("a", "A B", emails=("nowhere",)),), "not a mail address", id="no address"),
        pytest.param((Person("a", "A B", roles=(Role("pmc", date(2020, 1, 2), date(2020, 1, 1)),)),), "before it starts", id="ends before it starts"),
    ],
)  # fmt: skip
def test_mistakes_in_a_roster(people, told):
    assert [told in mistake.text for mistake in Roster(people).mistakes()] == [True]


def test_a_right_roster_has_no_mistakes():
    assert ROSTER.mistakes() == ()


@pytest.mark.parametrize(
    "who, lines",
    [
        pytest.param(
            "jo@fjord.example",
            [
                "joster (Jo Oster), found by the address jo@fjord.example",
                "  committer from 2015-03-01",
                "  pmc from 2017-06-01 to 2020-12-31",
                "  on a proposal (committer) at 2021-06-01 00:00 UTC: binding",
                "  on a release (pmc) at 2021-06-01 00:00 UTC: not binding",
            ],
            id="an address",
        ),
        pytest.param("Zed Quill", ["Zed Quill: nobody in the roster"], id="nobody"),
        pytest.param(
            "Jo <x@moor.example>", ["Jo <x@moor.example>: nobody in the roster", "near: joster (Jo Oster)"], id="somebody near"
        ),
    ],
)
def test_explain(who, lines):
    assert ROSTER.explain(who, datetime(2021, 6, 1, tzinfo=UTC)) == lines


def test_explain_warns_where_an_address_is_missing():
    lines = ROSTER.explain("Bo Vik <bo@moor.example>", datetime(2021, 6, 1, tzinfo=UTC))
    assert lines[0] == "bovik (Bo Vik), found by the name"
    assert (
        lines[-1]
        == "note: bo@moor.example is not in the roster: a vote from it does not bind; add the address if it is bovik's"
    )


_NAMES = st.lists(
    st.one_of(st.text(max_size=40), st.sampled_from(["Jo Oster", "via dev", "(", ",", "<a@b.example>", "王"])), max_size=5
).map(" ".join)


@given(st.lists(_NAMES, max_size=4), _NAMES)
def test_any_roster_can_be_asked(names, asked):
    roster = Roster(tuple(Person(f"p{number}", name) for number, name in enumerate(names)))
    assert roster.explain(asked, datetime(2021, 6, 1, tzinfo=UTC))
    assert roster.mistakes() is not None
