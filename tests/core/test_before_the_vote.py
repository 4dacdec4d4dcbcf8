"""What has to come before a vote, and what can the mail tell of it?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kipbot.core.discussed import Discussed
from kipbot.core.facts import Line, LineKind
from kipbot.core.people.persons import Person, Role
from kipbot.core.roster import Roster
from kipbot.core.statements import Shepherd, Statements, count_implementations, find_shepherd, tells_of
from kipbot.core.subject import read_subject
from kipbot.core.tally import Voter
from kipbot.core.verdict import Outcome, Standing
from tests.core.voting import OPENED, judge, part_of, rule_of, shipped, tally

S = Standing
SINCE = date(2020, 1, 1)


def person(id_: str, name: str, role: str) -> Person:
    return Person(id_, name, (), (f"{id_}@apache.org",), roles=(Role(role, SINCE, None),))


ROSTER = Roster(
    (person("ada", "Ada Quill", "pmc"), person("ben", "Ben Okoro", "committer"), person("cho", "Chloé Dupont", "pmc"))
)
ADA, BEN = (Voter(id_, name, f"{id_}@apache.org") for id_, name in (("ada", "Ada Quill"), ("ben", "Ben Okoro")))


def lines(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(LineKind.OWN, text) for text in texts)


def talk(days: float) -> Discussed:
    return Discussed(read_subject("[DISCUSS] KIP-1", ()), "<d@example.org>", OPENED - timedelta(days=days))


# --- a shepherd (Spark)


@pytest.mark.parametrize(
    ("line", "caller", "found"),
    [
        pytest.param("Shepherd: Chloé Dupont", BEN, Shepherd("Chloé Dupont", True), id="a line says who"),
        pytest.param("* SPIP Shepherd: Chloe Dupont", BEN, Shepherd("Chloé Dupont", True), id="a bullet, without the accent"),
        pytest.param("Shepherds: Ben Okoro and Ada Quill", BEN, Shepherd("Ada Quill", True), id="one of two may"),
        pytest.param("Shepherd: Ben Okoro", ADA, Shepherd("Ben Okoro", False), id="whose role does not suffice"),
        pytest.param("Shepherd: Zoe Stranger", ADA, Shepherd("Zoe Stranger", None), id="a stranger"),
        pytest.param("Shepherd: TBD", ADA, Shepherd("Shepherd: TBD", None, named=False), id="nobody yet"),
        pytest.param(
            "Shepherd: none, ask Ada Quill",
            BEN,
            Shepherd("Shepherd: none, ask Ada Quill", None, named=False),
            id="who may be asked",
        ),
        pytest.param("Shepherd: not Ada Quill", BEN, Shepherd("Shepherd: not Ada Quill", None, named=False), id="who is not"),
        pytest.param(
            "Shepherd: Ada Quill (declined)",
            BEN,
            Shepherd("Shepherd: Ada Quill (declined)", None, named=False),
            id="who declined",
        ),
        pytest.param(
            "Former shepherd: Ada Quill", BEN, Shepherd("Former shepherd: Ada Quill", None, named=False), id="who was it"
        ),
        pytest.param(
            "Ada Quill will be the shepherd if she agrees.",
            BEN,
            Shepherd("Ada Quill will be the shepherd if she agrees", None, named=False),
            id="who may become it",
        ),
        pytest.param("If I am the shepherd, fine.", BEN, None, id="the caller perhaps"),
        pytest.param("It is shepherded by Ada Quill.", BEN, Shepherd("Ada Quill", True), id="shepherded by"),
        pytest.param("Ada Quill has kindly agreed to shepherd this.", BEN, Shepherd("Ada Quill", True), id="agreed to"),
        pytest.param("I am the shepherd of this proposal.", ADA, Shepherd("Ada Quill", True), id="the caller"),
        pytest.param("I will shepherd it.", BEN, Shepherd("Ben Okoro", False), id="the caller, who may not"),
        pytest.param("Please vote.", ADA, Shepherd("Ada Quill", True, named=False), id="nobody is named, and the caller may"),
        pytest.param("Please vote.", BEN, None, id="nobody is named, and the caller may not"),
    ],
)
def test_the_call_names_a_shepherd(line: str, caller: Voter, found: Shepherd | None) -> None:
    assert find_shepherd(lines("Hi all,", line), caller, ROSTER, "pmc", OPENED) == found


def test_a_quoted_shepherd_is_none() -> None:
    assert find_shepherd((Line(LineKind.QUOTE, "Shepherd: Ada Quill"),), BEN, ROSTER, "pmc", OPENED) is None


@pytest.mark.parametrize(
    ("shepherd", "votes", "standing", "said"),
    [
        pytest.param(Shepherd("Ada Quill", True), "+++", S.PASSING, "shepherded by Ada Quill (pmc by the roster)", id="a shepherd"),
        pytest.param(
            Shepherd("Ada Quill", True, named=False), "+++", S.PASSING,
            "called by Ada Quill, who may shepherd it (pmc by the roster)", id="the caller may be it",
        ),
        pytest.param(
            Shepherd("Ben Okoro", False), "+++", S.UNRESOLVED,
            "the call names Ben Okoro as shepherd, who is not pmc by the roster", id="without the role",
        ),
        pytest.param(
            Shepherd("Zoe Stranger", None), "+++", S.UNRESOLVED,
            "the call names Zoe Stranger as shepherd, whom the roster does not know", id="a stranger",
        ),
        pytest.param(
            None, "+++", S.UNRESOLVED,
            "the call names no shepherd, and its caller is not pmc by the roster: who it is is not known from the mail", id="nobody",
        ),
        pytest.param(None, "++", S.SHORT, "the call names no shepherd, and its caller is not pmc", id="nobody, and too few +1"),
    ],
)  # fmt: skip
def test_an_spip_needs_a_shepherd(shepherd: Shepherd | None, votes: str, standing: Standing, said: str) -> None:
    told = Statements(call="<call@example.org>", shepherd=shepherd)
    verdict = judge(shipped("spark", "proposal"), tally(votes), told=told, discussed=talk(9))
    part = part_of(verdict, "shepherd")
    assert verdict.standing is standing
    assert part.reason.startswith(said)
    assert (part.evidence, part.because) == (("<call@example.org>",), "https://spark.apache.org/improvement-proposals.html")
    if standing is S.UNRESOLVED:
        assert verdict.verdict.passes_when == "it is known who shepherds it"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        pytest.param(30, None, id="within the month nothing is to be told"),
        pytest.param(45, "discussed since Sat 2026-08-15 09:00 UTC; whether a shepherd was found within 30 days of its proposal", id="later"),
        pytest.param(None, "no discussion was found; whether a shepherd was found within 30 days", id="no discussion is here"),
    ],
)  # fmt: skip
def test_since_when_there_is_a_shepherd_no_mail_tells(days: float | None, said: str | None) -> None:
    told = Statements(shepherd=Shepherd("Ada Quill", True))
    verdict = judge(shipped("spark", "proposal"), tally("+++"), told=told, discussed=None if days is None else talk(days))
    unclear = [part.reason for part in verdict.verdict.parts if part.outcome is Outcome.UNCLEAR]
    assert verdict.standing is S.PASSING
    assert len(unclear) == (said is not None)
    assert all(reason.startswith(said or "") and reason.endswith("is not known from the mail") for reason in unclear)
    assert all(reason in verdict.verdict.reason for reason in unclear)


# --- implementations (Arrow)


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        pytest.param(["There are two implementations, in C++ and Java."], 2, id="a number"),
        pytest.param(["We have 3 working reference implementations."], 3, id="a figure"),
        pytest.param(["It is implemented in C++, Java and Go."], 3, id="a list"),
        pytest.param(["Implementations: C++, Java"], 2, id="a list behind a colon"),
        pytest.param(
            ["C++ implementation: https://example.org/1", "Java implementation: https://example.org/2"], 2, id="links"
        ),
        pytest.param(["The C++ implementation is at https://example.org/1"], 1, id="one link"),
        pytest.param(["Two implementations are required before it is adopted."], 0, id="what is asked for"),
        pytest.param(["There will be two implementations."], 0, id="what is to come"),
        pytest.param(["There are no implementations yet."], 0, id="what is missing"),
        pytest.param(["Please vote."], 0, id="nothing of it"),
        pytest.param(["Implementations: Go (Ada Quill, Ben Okoro)"], 1, id="people in brackets are none"),
        pytest.param(["It is implemented in Go by Ada, Ben and Chloe."], 1, id="nor people who wrote one"),
        pytest.param(["There is an implementation in C++ and integration tests."], 1, id="nor tests"),
        pytest.param(["It is implemented for Parquet, ORC and Avro."], 0, id="nor formats"),
        pytest.param(["Implementations: C++, Java (draft)"], 0, id="nor what is a draft"),
        pytest.param(["One of the two implementations is done."], 0, id="one of two is not two"),
        pytest.param(["3 of 5 implementations are missing."], 0, id="nor what is missing of five"),
        pytest.param(["Two implementations, one in progress"], 0, id="nor what is in progress"),
        pytest.param(["The Rust implementation: https://example.org/1"] * 2, 1, id="one link twice"),
        pytest.param(
            ["Implementation: https://example.org/1", "Implementation, part b: https://example.org/2"], 1, id="two parts of one"
        ),
        pytest.param(["Implementations: arrow-rs and nanoarrow"], 2, id="libraries by name"),
    ],
)
def test_implementations_are_counted_by_the_word_of_the_call(texts: list[str], count: int) -> None:
    assert count_implementations(lines(*texts)) == count


@pytest.mark.parametrize(
    ("count", "standing", "said"),
    [
        pytest.param(2, S.PASSING, "2 of 2 implementations, by the word of the call", id="enough"),
        pytest.param(1, S.UNRESOLVED, "the call tells of 1 of 2 implementations", id="one"),
        pytest.param(0, S.UNRESOLVED, "the call tells of none of 2 implementations", id="none"),
    ],
)
def test_a_format_change_needs_implementations(count: int, standing: Standing, said: str) -> None:
    told = Statements(call="<call@example.org>", implementations=count)
    verdict = judge(shipped("arrow", "other", about="Format: add a run-end encoding"), tally("+++"), told=told)
    part = part_of(verdict, "implementations")
    assert verdict.standing is standing
    assert part.reason.startswith(said) and part.evidence == ("<call@example.org>",)
    assert verdict.verdict.passes_when == (None if standing is S.PASSING else "it is known how many implementations there are")


# --- a notice (Cassandra)


@pytest.mark.parametrize(
    ("days", "standing", "said"),
    [
        pytest.param(4, S.PASSING, "discussed since Fri 2026-09-25 09:00 UTC; whether there was a notice of 1 business day", id="time for a notice"),
        pytest.param(None, S.PASSING, "no discussion was found; whether there was a notice of 1 business day", id="no discussion is here"),
        pytest.param(0.5, S.UNRESOLVED, "discussed since Mon 2026-09-28 21:00 UTC only, too late for a notice of 1 business day", id="no time for one"),
        pytest.param(2, S.PASSING, "discussed since Sun 2026-09-27 09:00 UTC; whether", id="Monday lies between Sunday and Tuesday"),
    ],
)  # fmt: skip
def test_a_notice_is_asked_for_and_shows_in_no_mail(days: float | None, standing: Standing, said: str) -> None:
    rule = rule_of(quorum=3, discussion={"notice_business_days": 1})
    verdict = judge(rule, tally("+++"), discussed=None if days is None else talk(days))
    part = part_of(verdict, "notice")
    assert verdict.standing is standing
    assert (part.outcome, part.evidence) == (Outcome.UNCLEAR, () if days is None else ("<d@example.org>",))
    assert part.reason.startswith(said)
    assert part.reason in verdict.verdict.reason
    assert [one.rule for one in verdict.verdict.parts].count("notice") == 1
    if standing is S.UNRESOLVED:
        assert verdict.verdict.passes_when == "an earlier discussion is found"


@pytest.mark.parametrize(
    ("place", "words", "told"),
    [
        pytest.param("wiki", "I moved the KIP to the adopted table of the wiki.", True, id="moved on the wiki"),
        pytest.param("wiki", "The vote passed.", False, id="nothing of the wiki"),
        pytest.param("pull_request", "PR #1234 has been merged.", True, id="the pull request was merged"),
        pytest.param("pull_request", "Please merge the pull request.", False, id="a wish"),
    ],
)
def test_a_mail_tells_that_the_result_stands_elsewhere(place: str, words: str, told: bool) -> None:
    assert tells_of(place, lines(words)) is told
