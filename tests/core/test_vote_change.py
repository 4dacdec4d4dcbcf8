"""Which of a person's ballots stands, where nobody takes back what they voted?"""

from __future__ import annotations

from datetime import timedelta

import pytest

from kipbot.core.docket import Judged, judge_all
from kipbot.core.rules import RuleSet
from kipbot.core.state import fold
from kipbot.core.verdict import Standing
from tests.core.test_state import CALL, ROSTER, START, mail

S = Standing


def judged(words: list[tuple[str, str]], **rule: object) -> Judged:
    base = {"applies_to": ["proposal"], "quorum": 2, "majority": True, "binding": ["committer"], "confidence": "primary"}
    rules = {"kip": {**base, "because": "https://example.org/bylaws", **rule}}
    ruleset = RuleSet.model_validate({"schema": 1, "project": "mine", "proposals": [{"prefix": "KIP"}], "votes": rules})
    mails = [CALL, *(mail(f"m{place}", who, place + 1, said) for place, (who, said) in enumerate(words))]
    (one,) = judge_all(fold(mails, ruleset, ROSTER), ROSTER, START + timedelta(hours=100))
    return one


@pytest.mark.parametrize(
    ("words", "never", "latest"),
    [
        pytest.param([("wei", "+1"), ("ana", "+1"), ("wei", "-1")], S.PASSING, S.SHORT, id="a +1 cannot become a -1"),
        pytest.param([("wei", "-1"), ("ana", "+1"), ("wei", "Changing my vote to +1.")], S.SHORT, S.PASSING, id="nor a -1 a +1"),
        pytest.param([("wei", "+1"), ("ana", "+1"), ("wei", "I withdraw my +1.")], S.PASSING, S.SHORT, id="nothing is withdrawn"),
        pytest.param([("wei", "+1"), ("ana", "+1"), ("wei", "+1")], S.PASSING, S.PASSING, id="saying it twice is saying it once"),
        pytest.param(
            [("wei", "+1 if the docs are updated"), ("ana", "+1"), ("wei", "+1")], S.UNRESOLVED, S.PASSING,
            id="an unclear first word may have said something else",
        ),
        pytest.param([("wei", "+1"), ("ana", "+1"), ("wei", "-1 if the docs are not updated")], S.PASSING, S.UNRESOLVED, id="a later doubt is none"),
    ],
)  # fmt: skip
def test_the_first_word_stands_where_the_rule_says_so(words: list[tuple[str, str]], never: Standing, latest: Standing) -> None:
    standings = {change: judged(words, vote_change=change).verdict for change in ("never", "latest")}
    found = {change: verdict.standing for change, verdict in standings.items() if verdict is not None}
    assert found == {"never": never, "latest": latest}


def test_the_answer_says_whose_later_words_change_nothing() -> None:
    one = judged([("wei", "+1"), ("ana", "+1"), ("wei", "-1")], vote_change="never")
    assert [ballot.status for ballot in one.thread.ballots] == ["counted", "counted", "late"]
    assert one.verdict is not None
    part = next(part for part in one.verdict.verdict.parts if part.rule == "change")
    assert part.reason == "what wei said later changes nothing: the first ballot stands"
    assert part.evidence == ("<m2@mail.example>",)


def test_a_veto_can_be_withdrawn_all_the_same() -> None:
    words = [("tomas", "+1"), ("ana", "+1"), ("wei", "-1\n\nIt loses leases on restart."), ("wei", "I withdraw my -1.")]
    veto = {"allowed": True}
    verdicts = [judged(some, vote_change="never", veto=veto).verdict for some in (words[:3], words)]
    assert [verdict.standing for verdict in verdicts if verdict is not None] == [S.VETOED, S.PASSING]
