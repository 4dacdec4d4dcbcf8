"""Which discussion is found for a vote, and is it long enough?"""

from __future__ import annotations

from datetime import timedelta

import pytest

from kipbot.core.discussed import Discussed, find_discussion, name_discussion
from kipbot.core.subject import compile_patterns, read_subject
from kipbot.core.verdict import Standing
from tests.core.voting import OPENED, judge, rule_of, tally

S = Standing
PATTERNS = compile_patterns([("KIP", r"(?i)\bKIP[- ]?(\d{1,6})\b")])


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        pytest.param("[DISCUSS] KIP-7: Leases", "KIP-7", id="a proposal"),
        pytest.param("Re: [DISCUSS] KIP-7: Leases", "KIP-7", id="an answer"),
        pytest.param("[KIP-DISCUSSION] KIP-7 Leases", "KIP-7", id="an odd tag"),
        pytest.param("KIP-7: Leases", None, id="not tagged as a discussion"),
        pytest.param("[jira] [Created] (KAFKA-7) KIP-7: Leases", None, id="a notification of a tracker"),
        pytest.param("[DISCUSS] New provider: Heron", "title  heron provider", id="no proposal: the telling words"),
        pytest.param("[VOTE] KIP-7: Leases", None, id="a vote"),
    ],
)
def test_a_discussion_is_named_by_what_it_is_about(subject: str, name: str | None) -> None:
    assert name_discussion(PATTERNS, "kafka", subject) == name


def talk(title: str, *, days: float, root: str = "<d@example.org>") -> Discussed:
    return Discussed(read_subject(title, PATTERNS), root, OPENED - timedelta(days=days))


@pytest.mark.parametrize(
    ("vote", "title", "found"),
    [
        pytest.param("Accept provider: Heron", "Accept provider: Heron", True, id="the same title"),
        pytest.param("Accept new Heron provider", "Adopt provider: Heron", True, id="words that say nothing differ"),
        pytest.param("Accept provider: Heron", "Accept provider: Egret", False, id="another provider"),
        pytest.param("Accept provider: Heron", "Accept provider", False, id="one word less may be another thing"),
        pytest.param("Accept provider: Heron", "KIP-7: Heron provider", False, id="a proposal of its own"),
        pytest.param("Heron 1.2", "Heron 1.3", False, id="another version"),
        pytest.param("KIP-7: Leases", "KIP-7: Something older", True, id="the same proposal under another title"),
        pytest.param("KIP-7: Leases", "KIP-8: Leases", False, id="another proposal"),
    ],
)
def test_a_discussion_is_found_by_proposal_or_title(vote: str, title: str, found: bool) -> None:
    one = talk(title, days=9)
    known = {next(iter(one.subject.proposals), "title"): one}
    assert find_discussion(read_subject(vote, PATTERNS), known) == (one if found else None)


def test_the_earliest_of_several_discussions_counts() -> None:
    late, early = talk("New provider: Heron", days=1), talk("Heron provider", days=9, root="<e@example.org>")
    undated = Discussed(late.subject, "<u@example.org>", None)
    known = {"one": late, "two": early, "three": undated}
    assert find_discussion(read_subject("Accept provider: Heron", PATTERNS), known) == early


@pytest.mark.parametrize(
    ("asked", "days", "standing"),
    [
        pytest.param({"days": 7}, 7, S.PASSING, id="seven days of seven"),
        pytest.param({"days": 7}, 6.9, S.UNRESOLVED, id="less, as far as the archives tell"),
        pytest.param({"days": 7}, None, S.UNRESOLVED, id="none in the archives"),
        pytest.param({"days": 5, "unit": "business_days"}, 7, S.PASSING, id="a week holds five business days"),
        pytest.param({"days": 5, "unit": "business_days"}, 5, S.UNRESOLVED, id="and five days do not"),
    ],
)
def test_a_discussion_is_measured(asked: dict[str, object], days: float | None, standing: Standing) -> None:
    discussed = None if days is None else talk("KIP-1", days=days)
    rule = rule_of(quorum=3, discussion=asked)
    assert judge(rule, tally("+++"), discussed=discussed).standing is standing
    assert judge(rule, tally("++"), discussed=discussed).standing is S.SHORT


def test_the_answer_says_what_was_found_and_what_is_asked() -> None:
    rule = rule_of(quorum=3, discussion={"days": 7})
    verdict = judge(rule, tally("+++"), discussed=talk("KIP-1", days=2.5)).verdict
    part = next(part for part in verdict.parts if part.rule == "discussion")
    assert part.reason == "discussed since Sat 2026-09-26 21:00 UTC, 2.5 of 7 days before the call"
    assert (part.evidence, part.because) == (("<d@example.org>",), "https://example.org/bylaws")
    assert verdict.passes_when == "an earlier discussion is found"
