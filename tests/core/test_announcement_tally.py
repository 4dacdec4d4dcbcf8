"""Which numbers and names does a result give, in each form that people write?"""

from __future__ import annotations

import pytest

from kipbot.core.announcement.reader import Announcement, names_agree, read_announcement
from kipbot.core.facts import Line, LineKind
from kipbot.core.subject import Subject, Tag

TITLE = "KIP-77: Cut the log in two"
RESULT = Subject(f"[RESULT] [VOTE] {TITLE}", TITLE, (Tag.RESULT, Tag.VOTE), proposals=("KIP-77",))
REPLY = Subject(f"Re: [VOTE] {TITLE}", TITLE, (Tag.VOTE,), is_reply=True, proposals=("KIP-77",))
THREE = ("Ann Bell", "Bo Okafor", "Cy Diaz")


def read(text: str, subject: Subject = RESULT) -> Announcement:
    found = read_announcement(subject, tuple(Line(LineKind.OWN, row) for row in text.split("\n")), in_vote_thread=True)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "This vote passes with 9 +1 votes (3 bindings) and no 0 or -1 votes.",
            {"binding": 3, "non_binding": 6, "total_for": 9, "against": 0, "zero": 0},
        ),
        ("The KIP is accepted with +9 binding votes and +5 non-binding.", {"binding": 9, "non_binding": 5}),
        ("+1  4 binding, 2 non-binding\n0\n-1", {"binding": 4, "non_binding": 2}),
        ("+1: 5 binding, 1 non-binding\n0: 0\n-1: 0", {"binding": 5, "non_binding": 1, "against": 0, "zero": 0}),
        ("+1: 5 (3 binding, 2 non-binding)", {"total_for": 5, "binding": 3, "non_binding": 2}),
        ("+1 (3 binding, 2 non-binding)", {"binding": 3, "non_binding": 2}),
        ("+1 (binding): 4\n+1 (non-binding): 2\n-1: 0", {"binding": 4, "non_binding": 2, "against": 0}),
        ("+1 (binding) x 3\n+1 (non-binding) x 2", {"binding": 3, "non_binding": 2}),
        ("3 x +1 binding\n2 x +1 non-binding\n0 x -1", {"binding": 3, "non_binding": 2, "against": 0}),
        ('9 binding "+1" votes, 1 non-binding', {"binding": 9, "non_binding": 1}),
        ("Three binding votes.", {"binding": 3}),
        ("3 binding and 5 non-binding +1 votes, no -1", {"binding": 3, "non_binding": 5, "against": 0}),
        ("3 binding votes in favor, 1 against, 2 abstentions", {"binding": 3, "against": 1, "zero": 2}),
        ("5 votes in favour, 0 against, 1 abstention.", {"total_for": 5, "against": 0, "zero": 1}),
        ("Binding: 4, Non-binding: 2", {"binding": 4, "non_binding": 2}),
        ("+1: 3 -1: 0 0: 1", {"total_for": 3, "against": 0, "zero": 1}),
        ("3 +1 (binding), 2 +1 (non-binding)", {"binding": 3, "non_binding": 2}),
        ("7 +1s, 4 of them binding", {"total_for": 7, "binding": 4, "non_binding": 3}),
        ("7 +1 votes, 4 of which are binding.", {"total_for": 7, "binding": 4, "non_binding": 3}),
        ("With four binding +1 votes and one non-binding", {"binding": 4, "non_binding": 1}),
        ("+1 x 5", {"total_for": 5}),
        ("3 binding +1s, 1 binding -1", {"binding": 3, "against": 1, "against_binding": 1}),
        ("Yes: 5\nNo: 0", {"total_for": 5, "against": 0}),
        (
            "10(+5) to 8(+3) with 9 abstaining",
            {"binding": 10, "non_binding": 5, "against": 11, "against_binding": 8, "zero": 9},
        ),
        (
            "| Vote | Binding | Non-binding |\n|---|---|---|\n| +1 | 4 | 2 |\n| 0 | 0 | 0 |\n| -1 | 0 | 1 |",
            {"binding": 4, "non_binding": 2, "against": 1, "zero": 0},
        ),
        ("Mit 4 bindenden und 2 nicht bindenden Stimmen angenommen.", {"binding": 4, "non_binding": 2}),
        ("结果：3 个有约束力的 +1 票，0 个 -1 票。投票通过。", {"binding": 3, "against": 0}),
        ("The vote failed: 1 binding +1, the required 3 binding votes were not reached.", {"binding": 1}),
        ("The vote passed with 3 (biding) +1.", {"binding": 3}),
    ],
)
def test_the_numbers_that_a_result_states(text: str, numbers: dict[str, int]) -> None:
    found = read(text)
    assert {name: getattr(found, name) for name in numbers} == numbers


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("The vote has passed:\n\n+1 : Ann Bell, Bo Okafor, Cy\nDiaz\n\nPMC quorum: reached", {"names_for": THREE, "total_for": 3}, id="wrapped inside a name"),
        pytest.param("+1 : Ann Bell, Bo Okafor, Cy Diaz\n\nPMC quorum: Ann Bell, Bo Okafor", {"names_for": THREE, "names_binding": THREE[:2], "binding": 2}, id="the quorum by names"),
        pytest.param("Accepted with +3 binding (Ann Bell, Bo Okafor,\nCy Diaz) votes and +1 non-binding(Dee Eng).", {"names_binding": THREE, "names_non_binding": ("Dee Eng",)}, id="names in brackets, wrapped"),
        pytest.param("Vote passed with +1's from Ann, Bo and Cy.", {"names_for": ("Ann", "Bo", "Cy"), "total_for": 3}, id="from, in prose"),
        pytest.param("Vote passed with +1's from Ann, Bo and Cy (all binding).", {"names_binding": ("Ann", "Bo", "Cy")}, id="all binding"),
        pytest.param("The vote passed with 3 binding +1 from Ann Bell,\nBo Okafor and Cy Diaz.\n\nThanks,\nZed", {"names_binding": THREE}, id="from, wrapped, with a name below thanks"),
        pytest.param("+1 (binding): Ann Bell\n+1 (binding): Bo Okafor\n+1 (binding): Cy Diaz\n+1 (non-binding): Dee Eng", {"names_binding": THREE, "binding": 3, "names_non_binding": ("Dee Eng",)}, id="tally lines"),
        pytest.param("+1 (non-binding): Dee Eng\n+1: Ann Bell, Bo Okafor", {"names_non_binding": ("Dee Eng",), "names_for": THREE[:2], "total_for": 3}, id="half of the lines marked"),
        pytest.param('3 binding "+1" votes:\n\nAnn Bell\nBo Okafor\nCy Diaz\n\n1 non-binding "+1" vote:\n\nDee Eng\n\nThanks,\nZed', {"names_binding": THREE, "names_non_binding": ("Dee Eng",)}, id="one name a line"),
        pytest.param("+1 votes\nPMC Members:\n* Ann Bell\n* Bo Okafor\n* Cy Diaz\n\nCommitters:\n* Dee Eng\n\nCommunity:\n* Flo Gray\n\n0 votes\n* No votes\n\n-1 votes\n* No votes", {"names_binding": THREE, "names_non_binding": ("Flo Gray", "Dee Eng"), "names_against": (), "names_zero": ()}, id="a release result by groups"),
        pytest.param("The KIP is accepted.\n\nCommitters:\nAnn Bell\nBo Okafor\nCy Diaz\n\nContributors:\nDee Eng", {"names_binding": THREE, "names_non_binding": ("Dee Eng",)}, id="committers bind where no PMC is listed apart"),
        pytest.param("Binding:\n+1 Ann Bell\n+1 Bo Okafor\n+1 Cy Diaz\n\nNon-binding:\n+1 Dee Eng\n\nNo 0 or -1 votes.", {"names_binding": THREE, "names_non_binding": ("Dee Eng",), "against": 0}, id="the group above, the value before each name"),
        pytest.param("+1 votes:\n\n* Ann Bell (binding)\n* Bo Okafor (binding)\n* Cy Diaz (binding)\n* Dee Eng\n\n-1 votes: none", {"names_binding": THREE, "names_non_binding": ("Dee Eng",)}, id="only the binding ones marked"),
        pytest.param("+1s: Ann Bell(binding), Bo Okafor (binding), Cy Diaz(binding), Dee Eng", {"names_binding": THREE, "names_non_binding": ("Dee Eng",)}, id="marks in a line"),
        pytest.param("| Name | Vote | Binding |\n|---|---|---|\n| Ann Bell | +1 | yes |\n| Bo Okafor | +1 | no |\n| Cy Diaz | -1 | yes |", {"names_binding": ("Ann Bell",), "names_non_binding": ("Bo Okafor",), "names_against": ("Cy Diaz",)}, id="a table with pipes"),
        pytest.param("Name\tVote\nAnn Bell\t+1 (binding)\nBo Okafor\t0\nCy Diaz\t", {"names_binding": ("Ann Bell",), "names_zero": ("Bo Okafor",), "names_for": ()}, id="a table with tabs and a silent member"),
        pytest.param("Ann Bell      +1 (binding)\nBo Okafor     +1 (binding)\nCy Diaz       +0\nDee Eng       -1 (binding)", {"names_binding": THREE[:2], "names_zero": ("Cy Diaz",), "names_against": ("Dee Eng",)}, id="aligned columns"),
        pytest.param("Ann Bell: +1 (binding)\nBo Okafor: +1 (non-binding)", {"names_binding": ("Ann Bell",), "names_non_binding": ("Bo Okafor",)}, id="name first"),
        pytest.param("Okafor, Mira +1 (binding)\nBell, Ann +1 (binding)", {"names_binding": ("Okafor, Mira", "Bell, Ann")}, id="last name first"),
        pytest.param("The vote passes:\n\n+1 binding:\n1. Ann Bell\n2. Bo Okafor\n3. Cy Diaz\n\n+1 non-binding:\n1. Dee Eng\n\nWe will now release the artifacts and update the site.\n\nBest,\nZed Young", {"names_binding": THREE, "names_non_binding": ("Dee Eng",)}, id="numbered lists, then prose"),
        pytest.param("4 binding +1s:\n - Ann Bell (abell)\n - Bo Okafor\n - Cy Diaz\n - Di Eng\n\n0 -1s", {"names_binding": ("Ann Bell (abell)", "Bo Okafor", "Cy Diaz", "Di Eng")}, id="ids in brackets stay"),
        pytest.param("+1: Ann Bell, Bo Okafor\n-1: Cy Diaz", {"names_for": THREE[:2], "names_against": ("Cy Diaz",)}, id="for and against"),
        pytest.param("6 +1 votes from Ann Bell, Bo Okafor and Cy Diaz (2 binding).", {"names_for": THREE, "binding": 2}, id="a count in brackets marks nobody"),
        pytest.param("Binding (3): Ann, Bo, Cy\nNon-binding (1): Dee", {"names_binding": ("Ann", "Bo", "Cy"), "names_non_binding": ("Dee",)}, id="counts in brackets"),
        pytest.param("+1 binding: 3 (Ann Bell, Bo Okafor, Cy Diaz)\n+1 non-binding: 2 (Dee, Ed)\n-1: 0", {"names_binding": THREE, "names_non_binding": ("Dee", "Ed")}, id="number, then names"),
        pytest.param("3 (+1) binding votes: Ann Bell, Bo Okafor, Cy Diaz. 1 (+1) non-binding vote: Dee Eng.", {"names_binding": THREE, "names_non_binding": ("Dee Eng",)}, id="two lists in a line"),
        pytest.param("3 binding votes: Ann, Bo\nand Cy; and one non-binding vote: Dee.", {"names_binding": ("Ann", "Bo", "Cy"), "names_non_binding": ("Dee",)}, id="two lists parted by a semicolon"),
        pytest.param("* +1 votes (binding)\n** Ann Bell\n** Bo Okafor\n* +1 votes (non-binding)\n** Cy Diaz", {"names_binding": THREE[:2], "names_non_binding": ("Cy Diaz",)}, id="nested bullets"),
        pytest.param("The vote passes with the following +1 votes:\n\nBinding: Ann Bell, Bo Okafor, Cy Diaz\nNon-binding: Dee Eng\n\nThanks!", {"names_binding": THREE, "names_non_binding": ("Dee Eng",)}, id="groups as labels"),
        pytest.param("In favor (binding): Ann Bell, Bo Okafor, Cy Diaz\nAgainst: none", {"names_binding": THREE, "names_against": ()}, id="in favour, against none"),
        pytest.param("+1 (binding): José Ángel, Łukasz Żak, 王伟", {"names_binding": ("José Ángel", "Łukasz Żak", "王伟")}, id="names of the world"),
    ],
)  # fmt: skip
def test_the_names_that_a_result_gives(text: str, names: dict[str, object]) -> None:
    found = read(text)
    assert {name: getattr(found, name) for name in names} == names


def test_a_plain_reply_with_a_tally_below_a_heading_is_a_result() -> None:
    found = read("Results:\n+1 binding: Ann Bell, Bo Okafor, Cy Diaz\n+1 non-binding: Dee Eng", REPLY)
    assert (found.kind, found.outcome, found.certain, found.binding, found.non_binding) == ("result", "passed", True, 3, 1)


def test_in_a_correction_the_last_number_stands() -> None:
    found = read("Correction of the result: I said 3 binding votes, in fact it is 0 binding and 3 non-binding votes.", REPLY)
    assert (found.kind, found.binding, found.non_binding) == ("correction", 0, 3)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Jiří Svoboda", "Jiri Svoboda", True),
        ("Svoboda, Jiří", "Jiří Svoboda", True),
        ("JIŘÍ SVOBODA", "Jiří Svoboda", True),
        ("Mira A. Okafor", "Mira Okafor", True),
        ("M. Okafor", "Mira Okafor", True),
        ("Mira Okafor (mokafor)", "Mira Okafor", True),
        ("Łukasz Żak", "Lukasz Zak", True),
        ("Jean-Luc Roy", "Jean Luc Roy", True),
        ("Herv\ufffd Petit", "Hervé Petit", True),
        ("Hervé van der Berg", "Herve Berg", True),
        ("Mira Okafor via dev", "Mira Okafor", True),
        ("Mira Okafor", "Mira Okada", False),
        ("Ann Bell", "Bo Bell", False),
        ("Mira", "Mira Okafor", False),
        ("", "Mira", False),
    ],
)
def test_two_spellings_of_one_name(a: str, b: str, same: bool) -> None:
    assert names_agree(a, b) is same
    assert names_agree(b, a) is same
