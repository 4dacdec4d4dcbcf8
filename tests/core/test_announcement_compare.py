"""Where do a result and the ballots differ, in words?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kipbot.core.announcement.reader import Announcement, compare
from kipbot.core.tally import Ballot, Choice, Status, Tally, Voter

CALLED = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
CLOSES = CALLED + timedelta(hours=72)


def ballot(name: str, choice: Choice = Choice.FOR, *, binding: bool = True, status: Status = Status.COUNTED) -> Ballot:
    first, last = name.replace("í", "i").casefold().split()
    person = first[0] + last
    voter = Voter(person if binding else None, name, f"{person}@example.org")
    return Ballot(voter, choice, CALLED, f"<{person}@example.org>", "+1", binding, status=status)


ANN, BO, CY = ballot("Ann Bell"), ballot("Bo Okafor"), ballot("Cy Díaz")
DEE = ballot("Dee Eng", binding=False)
FLO = ballot("Flo Gray", status=Status.UNCLEAR)
TALLY = Tally(counted=(ANN, BO, CY, DEE), unclear=(FLO,))


def say(**fields: object) -> Announcement:
    return Announcement("result", "passed", "The vote has passed.", **fields)  # type: ignore[arg-type]


def differ(
    announcement: Announcement, tally: Tally = TALLY, *, after: float = 80, names: Callable[[str], str | None] = lambda _: None
) -> tuple[str, ...]:
    return compare(
        announcement, tally, closes_at=CLOSES, announced_at=CALLED + timedelta(hours=after), called_at=CALLED, names=names
    )


@pytest.mark.parametrize(
    ("announcement", "differences"),
    [
        pytest.param(say(), (), id="no numbers, nothing to compare"),
        pytest.param(say(binding=3, non_binding=1), (), id="the numbers agree"),
        pytest.param(say(binding=3, non_binding=1, total_for=4), (), id="numbers and total agree"),
        pytest.param(say(total_for=4), (), id="the total agrees"),
        pytest.param(say(total_for=5), ("says 5 +1, the mails bear out 4",), id="one +1 too many"),
        pytest.param(say(binding=4), ("says 4 binding +1, the mails bear out 3",), id="one binding +1 too many"),
        pytest.param(
            say(binding=3, non_binding=2), ("says 2 non-binding +1, the mails bear out 1",), id="one non-binding +1 too many"
        ),
        pytest.param(say(against=1), ("says 1 -1, the mails bear out 0",), id="a -1 that nobody cast"),
        pytest.param(say(zero=1), ("says 1 0, the mails bear out 0",), id="a 0 that nobody cast"),
        pytest.param(
            say(names_binding=("Ann Bell", "Bo Okafor", "Cy Diaz"), names_non_binding=("Dee Eng",)),
            (),
            id="the names agree without accents",
        ),
        pytest.param(say(names_for=("Ann", "Bo", "Cy", "Dee")), (), id="first names only"),
        pytest.param(say(names_for=("Bell, Ann", "bo okafor", "C. Diaz", "Dee Eng (dee)")), (), id="other spellings"),
        pytest.param(say(names_for=("abell@example.org", "@bokafor", "cdiaz", "Dee Eng")), (), id="addresses and ids"),
        pytest.param(
            say(total_for=5, names_for=("Ann Bell", "Bo Okafor", "Cy Diaz", "Dee Eng", "Flo Gray")),
            ("says 5 +1, the mails bear out 4", "names Flo Gray, whose mail is unclear"),
            id="an unclear mail was counted",
        ),
        pytest.param(
            say(names_for=("Ann Bell", "Bo Okafor", "Cy Diaz", "Dee Eng", "Mira Okada")),
            ("names Mira Okada, who cast no ballot that was read",),
            id="a voter whose mail was not seen",
        ),
        pytest.param(
            say(names_for=("Ann Bell", "Bo Okafor", "Cy Diaz")), ("does not name Dee Eng, who voted +1",), id="a voter left out"
        ),
        pytest.param(
            say(names_binding=("Ann Bell", "Bo Okafor", "Cy Diaz", "Dee Eng")),
            ("counts Dee Eng as binding, which the roster does not bear out",),
            id="not binding after all",
        ),
        pytest.param(
            say(names_binding=("Ann Bell", "Bo Okafor"), names_non_binding=("Cy Diaz", "Dee Eng")),
            ("counts Cy Diaz as non-binding, whose vote binds by the roster",),
            id="binding after all",
        ),
        pytest.param(
            say(binding=2, non_binding=2, names_binding=("Ann Bell", "Bo Okafor"), names_non_binding=("Cy Diaz", "Dee Eng")),
            ("says 2 binding +1, the mails bear out 3", "says 2 non-binding +1, the mails bear out 1"),
            id="where the numbers say it, the name is not said again",
        ),
        pytest.param(
            say(binding=3, names_binding=("Ann Bell", "Bo Okafor")),
            ("says 3 binding +1 but names 2", "does not name Cy Díaz, who voted +1"),
            id="a result that does not agree with itself",
        ),
        pytest.param(
            say(names_for=("Ann Bell", "Bo Okafor", "Dee Eng"), names_against=("Cy Diaz",)),
            ("names Cy Diaz for -1, who voted +1",),
            id="a +1 told as a -1",
        ),
    ],
)
def test_differences(announcement: Announcement, differences: tuple[str, ...]) -> None:
    assert differ(announcement) == differences


def test_a_first_name_of_two_voters_names_nobody() -> None:
    tally = Tally(counted=(ANN, ballot("Ann Zhou", binding=False)))
    assert "names Ann, who cast no ballot that was read" in differ(say(names_for=("Ann",)), tally)


def test_the_roster_knows_other_spellings() -> None:
    assert differ(say(names_for=("Annie", "Bo", "Cy", "Dee")), names={"Annie": "abell"}.get) == ()


def test_a_late_and_a_withdrawn_vote_are_told() -> None:
    tally = Tally(counted=(ANN,), late=(BO,), withdrawn=(CY,))
    assert differ(say(names_for=("Ann Bell", "Bo Okafor", "Cy Diaz")), tally) == (
        "names Bo Okafor, whose vote came late",
        "names Cy Diaz, whose vote was withdrawn",
    )


def test_an_impostor_does_not_stand_for_the_one_who_is_named() -> None:
    impostor = replace(ANN, voter=Voter(None, "Ann Bell", "ann@mail.example", may_be="abell"), binding=False)
    assert differ(say(names_binding=("Ann Bell",)), Tally(counted=(impostor, ANN)), names={"Ann Bell": "abell"}.get) == ()


@pytest.mark.parametrize(
    ("hours", "differences"),
    [
        (69.85, ("announced 69.85 h after the call, 2.15 h before the period ends",)),
        (70.84, ("announced 70.84 h after the call, 1.16 h before the period ends",)),
        (71.999, ("announced 71.99 h after the call, 3 s before the period ends",)),
        (72, ()),
        (77.51, ()),
    ],
)
def test_a_result_before_the_end_of_the_period_is_too_early(hours: float, differences: tuple[str, ...]) -> None:
    assert differ(say(binding=3), after=hours) == differences


def test_without_the_time_of_the_call_only_the_rest_is_told() -> None:
    early = compare(say(), TALLY, closes_at=CLOSES, announced_at=CLOSES - timedelta(hours=2), names=lambda _: None)
    assert early == ("announced 2.00 h before the period ends",)


def test_a_cancellation_claims_nothing() -> None:
    assert differ(Announcement("cancel", "cancelled", "Cancelled.", names_for=("Zed",)), after=1) == ()
