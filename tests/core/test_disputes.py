"""What becomes of a veto that somebody calls invalid?"""

from __future__ import annotations

from datetime import timedelta

import pytest

from kipbot.core.docket import Judged, judge_all
from kipbot.core.rules import RuleSet
from kipbot.core.state import fold
from kipbot.core.verdict import Outcome, Standing
from tests.core.test_state import ROSTER, START, mail
from tests.core.voting import part_of

S = Standing
VETO = "-1\n\nIt loses writes when a broker dies."


def vote(*words: tuple[str, str, str], confirmed_by: str = "any_binding_voter", needs_reason: bool = True) -> Judged:
    """Mira calls; then mails of a sender, their words, and the id of the mail that they answer (m0, m1, ...)."""
    rule = {
        "applies_to": ["branch_merge"], "matches": ["^merge "], "quorum": 3, "binding": ["committer"], "confidence": "primary",
        "because": "https://example.org/veto", "veto": {"allowed": True, "needs_reason": needs_reason, "confirmed_by": confirmed_by},
    }  # fmt: skip
    rules = RuleSet.model_validate({"schema": 1, "project": "mine", "votes": {"merge": rule}})
    title = "[VOTE] Merge the tiering branch"
    mails = [mail("call", "mira", 0, "Please vote.", title, answers="")]
    mails += [
        mail(f"m{place}", who, place + 1, said, f"Re: {title}", answers) for place, (who, said, answers) in enumerate(words)
    ]
    (judged,) = judge_all(fold(mails, rules, ROSTER), ROSTER, START + timedelta(hours=100))
    return judged


FOR = [("mira", "+1", "call"), ("tomas", "+1", "call"), ("wei", "+1", "call")]
AGAINST = ("ana", VETO, "call")  # m3


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        pytest.param([], S.VETOED, id="a veto that nobody challenges stands"),
        pytest.param([("tomas", "I challenge this veto.", "m3")], S.UNRESOLVED, id="challenged"),
        pytest.param([("tomas", "This -1 is not a valid veto.", "m3")], S.UNRESOLVED, id="called invalid"),
        pytest.param([("tomas", "Your -1 has no technical justification.", "m3")], S.UNRESOLVED, id="called unfounded"),
        pytest.param([("tomas", "I question the veto of Ana.", "call")], S.UNRESOLVED, id="challenged in an answer to the call"),
        pytest.param([("tomas", "Is this a veto?", "m3")], S.VETOED, id="a question is no challenge"),
        pytest.param([("tomas", "Can somebody challenge this veto?", "m3")], S.VETOED, id="nor this one"),
        pytest.param([("tomas", "I disagree, the tests show that it does not.", "m3")], S.VETOED, id="disagreement with the reason is none either"),
        pytest.param([("ana", "Is my veto invalid, or void?\nI do not think so.", "m3")], S.VETOED, id="nobody challenges themselves"),
        pytest.param([("zoe@example.org", "This veto is invalid.", "m3")], S.VETOED, id="nor does a stranger"),
        pytest.param(
            [("tomas", "I challenge this veto.", "m3"), ("wei", "I confirm that the veto is valid.", "m3")], S.VETOED, id="confirmed by another",
        ),
        pytest.param(
            [("tomas", "I challenge this veto.", "m3"), ("ana", "The veto is valid.", "m4")], S.UNRESOLVED, id="not by the one who cast it",
        ),
        pytest.param(
            [("tomas", "I challenge this veto.", "m3"), ("zoe@example.org", "The veto is valid.", "m3")], S.UNRESOLVED, id="nor by a stranger",
        ),
        pytest.param(
            [("tomas", "I challenge this veto.", "m3"), ("wei", "I cannot confirm the veto.", "m3")], S.UNRESOLVED, id="nor by who cannot",
        ),
        pytest.param([("tomas", "I challenge this veto.", "m3"), ("ana", "I withdraw my -1.", "m4")], S.PASSING, id="withdrawn"),
    ],
)  # fmt: skip
def test_a_challenged_veto_waits_for_somebody_who_confirms_it(words: list[tuple[str, str, str]], standing: Standing) -> None:
    judged = vote(*FOR, AGAINST, *words)
    assert judged.verdict is not None and judged.verdict.standing is standing


@pytest.mark.parametrize(
    "words",
    [
        "I have a question about the -1.",
        "I have a question on your veto, see the wiki.",
        "I do not challenge this veto.",
        "I won't challenge this veto.",
        "Nobody disputes the -1.",
        "The -1 is not without justification.",
        "I agree with the -1, the design is not valid.",
        "If the veto is invalid, we merge on Friday.",
        "Somebody should challenge this veto.",
        "I don't think that the licence header is valid.",
    ],
)
def test_no_challenge(words: str) -> None:
    judged = vote(*FOR, AGAINST, ("tomas", words, "m3"))
    assert judged.verdict is not None and judged.verdict.standing is S.VETOED


def test_another_against_for_its_own_reason_is_no_challenge() -> None:
    judged = vote(*FOR[:2], AGAINST, ("wei", "-1 the licence header is not valid", "m2"))
    assert judged.verdict is not None
    assert part_of(judged.verdict, "veto").reason == "vetoed by ana, wei"


@pytest.mark.parametrize(
    "words",
    [
        "I don't think this is a valid veto.",
        "I do not think that the -1 of Ana is valid.",
        "Ana's -1 is void.",
        "I'd like to challenge the validity of this veto.",
        "The veto of Ana (binding) was clearly unjustified.",
        "It's an invalid veto.",
        "The -1 isn\u2019t justified.",
        "Given the benchmark, which shows no loss, I challenge the veto.",
        "Sorry, but this -1 lacks a technical reason.",
    ],
)
def test_a_challenge_in_other_words(words: str) -> None:
    judged = vote(*FOR, AGAINST, ("tomas", words, "m3"))
    assert judged.verdict is not None and judged.verdict.standing is S.UNRESOLVED


@pytest.mark.parametrize(
    "words",
    [
        "I confirm it is NOT a valid veto.",
        "I support overruling this veto.",
        "I support ignoring the -1.",
        "I second the challenge to this veto.",
        "Please confirm the veto.",
        "Somebody should confirm this veto.",
        "Who can confirm that the veto is valid?",
        "I doubt that the veto is valid.",
        "I'd confirm the veto only when the logs are here.",
        "I will confirm the veto once I have looked at it.",
        "I confirm that the veto was withdrawn.",
        "I confirm that the veto is invalid.",
        "I confirm receipt of the veto.",
        "I refuse to confirm the veto.",
        "I neither confirm nor deny the veto.",
        "It is a valid veto, says Ana.",
    ],
)
def test_no_confirmation(words: str) -> None:
    judged = vote(*FOR, AGAINST, ("tomas", "I challenge this veto.", "m3"), ("wei", words, "m3"))
    assert judged.verdict is not None and judged.verdict.standing is S.UNRESOLVED


@pytest.mark.parametrize(
    "words",
    [
        "I confirm the veto.",
        "I can confirm that Ana's veto is valid.",
        "I confirm the validity of this veto.",
        "It\u2019s a valid veto.",
        "I uphold the -1.",
        "The -1 is clearly justified.",
        "Confirmed: the veto is valid.",
    ],
)
def test_a_confirmation(words: str) -> None:
    judged = vote(*FOR, AGAINST, ("tomas", "I challenge this veto.", "m3"), ("wei", words, "m3"))
    assert judged.verdict is not None
    assert part_of(judged.verdict, "veto").reason == "vetoed by ana, confirmed by wei"


LOST = ("mira", "The vote has failed because of one binding -1.", "call")


@pytest.mark.parametrize(
    ("words", "state"),
    [
        pytest.param([LOST], "failed", id="the result is borne out"),
        pytest.param([LOST, ("tomas", "I challenge this veto.", "m3")], "failed", id="and stays so when the veto is challenged later"),
        pytest.param([("tomas", "I challenge this veto.", "m3"), LOST], "open", id="a veto challenged before leaves it open"),
        pytest.param(
            [("tomas", "I challenge this veto.", "m3"), LOST, ("wei", "The veto is valid.", "m3")], "open", id="whoever confirms it later",
        ),
    ],
)  # fmt: skip
def test_what_is_said_of_a_veto_behind_the_result_moves_nothing(words: list[tuple[str, str, str]], state: str) -> None:
    assert vote(*FOR, AGAINST, *words).state == state


def test_only_a_rule_that_lets_others_confirm_a_veto_lets_it_be_challenged() -> None:
    judged = vote(*FOR, AGAINST, ("tomas", "I challenge this veto.", "m3"), confirmed_by="nobody")
    assert judged.verdict is not None and judged.verdict.standing is S.VETOED


def test_of_two_vetoes_one_that_stands_is_enough() -> None:
    judged = vote(
        *FOR[:2],
        AGAINST,
        ("wei", "-1\n\nIt has no tests for a failed upload.", "call"),
        ("tomas", "I challenge this veto.", "m2"),
    )
    assert judged.verdict is not None and judged.verdict.standing is not S.PASSING
    assert part_of(judged.verdict, "veto").outcome is Outcome.FAILED


def test_the_answer_says_who_challenged_and_who_could_settle_it() -> None:
    open_ = vote(*FOR, AGAINST, ("tomas", "I challenge this veto.", "m3")).verdict
    assert open_ is not None
    part = part_of(open_, "veto")
    assert part.reason == "vetoed by ana, challenged by tomas; nobody else whose vote binds has confirmed that it is valid"
    assert (part.outcome, part.evidence) == (Outcome.UNCLEAR, ("<m3@mail.example>", "<m4@mail.example>"))
    assert open_.verdict.passes_when == "the challenged veto is withdrawn: the -1 of ana"
    settled = vote(*FOR, AGAINST, ("tomas", "I challenge this veto.", "m3"), ("wei", "It is a valid veto.", "m4")).verdict
    assert settled is not None
    part = part_of(settled, "veto")
    assert part.reason == "vetoed by ana, confirmed by wei"
    assert part.evidence == ("<m3@mail.example>", "<m4@mail.example>", "<m5@mail.example>")
    assert settled.verdict.passes_when == "the -1 of ana is withdrawn"
