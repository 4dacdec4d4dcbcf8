"""Is every key and check of the rules explained where people look?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from kipbot.core.activity import Silence
from kipbot.core.discussed import Discussed
from kipbot.core.electorate import Electorate
from kipbot.core.judge import CONDITIONS, judge_vote
from kipbot.core.rules import Action, Confidence, Lists, Period, ProposalPattern, Role, RuleSet, VoteRule
from kipbot.core.subject import read_subject
from kipbot.core.tally import Tally
from kipbot.settings.rulebook import load_rules, shipped_projects, shipped_rules
from tests.core.voting import OPENED, judge, rule_of, tally, unclear

PAPER = (shipped_rules() / "README.md").read_text()
SAID = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", PAPER, flags=re.DOTALL))
WORDS = {*SAID, *re.findall(r"\w+", " ".join(SAID))}


def keys(model: type[BaseModel]) -> list[str]:
    return [entry.alias or name for name, entry in model.model_fields.items()]


@pytest.mark.parametrize("key", sorted({*keys(RuleSet), *keys(VoteRule), *keys(Lists), *keys(ProposalPattern)}))
def test_a_key_is_explained(key: str) -> None:
    assert key in WORDS


@pytest.mark.parametrize("key", sorted(set(keys(Period)) - {"hours", "days"}))
def test_a_key_of_the_period_is_explained(key: str) -> None:
    assert f"period.{key}" in WORDS


@pytest.mark.parametrize("field", ["veto", "share", "discussion", "electorate_adjust", "roll_call", "ballots", "floor"])
def test_the_keys_inside_a_key_are_explained(field: str) -> None:
    annotation = VoteRule.model_fields[field].annotation
    models = [annotation, *getattr(annotation, "__args__", ())]
    inner = next(model for model in models if isinstance(model, type) and issubclass(model, BaseModel))
    assert set(keys(inner)) <= WORDS


@pytest.mark.parametrize("word", [*Action, *Role, *Confidence])
def test_an_allowed_word_is_explained(word: str) -> None:
    assert str(word) in WORDS


def test_every_check_is_explained() -> None:
    everything = rule_of(
        quorum=1, net=1, majority=True, ratio=2, min_total=1, unanimous=True, no_minus=True, all_must_vote=True, poll=True,
        veto={"allowed": True}, share={"of": "electorate", "at_least": [1, 2]},
        participation={"of": "roll_call", "at_least": [1, 2]}, venue="private", emeritus_after_months=6,
        discussion={"days": 7, "shepherd": "pmc", "reference_implementations": 2, "notice_business_days": 1},
    )  # fmt: skip
    of_cast = rule_of(share={"of": "cast", "at_least": [1, 2]})
    votes = Tally(counted=tally("++").counted, unclear=(unclear("eve", fraction="+0.5"), unclear("bob")))
    late = Discussed(read_subject("[DISCUSS] KIP-1", ()), "<d@example.org>", OPENED)
    silent = Electorate(silence=Silence(6, OPENED, None, (("voter0", "Ada"),)))
    first = judge(everything, votes, discussed=late, electorate=silent)
    shown = [*first.verdict.parts, *judge(of_cast, votes).verdict.parts]
    assert len(CONDITIONS) <= len(shown)
    assert {part.rule for part in shown} <= WORDS
    assert judge_vote.__doc__ is not None


@pytest.mark.parametrize("project", shipped_projects())
def test_every_shipped_rule_leads_to_its_source(project: str) -> None:
    rules = load_rules(shipped_rules() / project)
    assert all(rule.because.startswith("https://") for rule in rules.own)


def test_the_example_is_right(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(schema.*?)```", PAPER, re.DOTALL)
    assert example is not None
    (tmp_path / "votes.yaml").write_text(example[1])
    assert load_rules(tmp_path).votes["eip"].quorum == 3
