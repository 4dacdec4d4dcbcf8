"""Which rules does a folder hold, and does it keep the floor?"""

from __future__ import annotations

from pathlib import Path

import pytest

from kipbot.core.errors import WorldFailed
from kipbot.core.rules import RuleSet
from kipbot.settings.rulebook import load_rules, shipped_projects, shipped_rules
from kipbot.settings.yamlfile import BadFile

RELEASE = "applies_to: [release], binding: [pmc], confidence: primary, because: https://example.org/bylaws"
HEAD = "schema: 1\nproject: mine\nextends: asf\nvotes:\n"


def write(directory: Path, text: str, name: str = "votes.yaml") -> Path:
    directory.mkdir(parents=True, exist_ok=True)
    (directory / name).write_text(text)
    return directory


def mistakes(directory: Path) -> list[str]:
    with pytest.raises(BadFile) as caught:
        load_rules(directory)
    return [line.removeprefix(f"{directory}/") for line in caught.value.mistakes]


@pytest.mark.parametrize("project", shipped_projects())
def test_shipped_rules_are_right(project: str) -> None:
    rules = load_rules(shipped_rules() / project)
    assert rules.project == project
    assert rules.asf
    assert project == "asf" or rules.extends == "asf"
    assert project == "asf" or rules.lists.dev.endswith(".apache.org")


def test_the_promised_projects_are_there() -> None:
    promised = "asf kafka flink airflow pulsar cassandra spark iceberg hadoop orc arrow maven"
    assert set(promised.split()) <= set(shipped_projects())


def test_a_project_has_its_own_rules_and_those_it_extends(tmp_path: Path) -> None:
    rules = load_rules(write(tmp_path / "mine", HEAD + f"  release: {{quorum: 4, majority: true, {RELEASE}}}\n"))
    assert rules.votes["release"].quorum == 4
    assert rules.votes["decision"].quorum == 3
    assert [rule.name for rule in rules.own] == ["release"]


def test_a_neighbour_comes_before_what_is_shipped(tmp_path: Path) -> None:
    write(tmp_path / "asf", f"schema: 1\nproject: asf\nvotes:\n  release: {{quorum: 9, majority: true, {RELEASE}}}\n")
    assert load_rules(write(tmp_path / "mine", HEAD + "  {}\n")).votes["release"].quorum == 9


def test_a_folder_without_rules_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorldFailed, match=r"there are no rules here \(no votes.yaml\); shipped are: airflow, "):
        load_rules(tmp_path)


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        pytest.param(
            "quorum: 2, majority: true",
            "votes.release.quorum: asks for 2 binding +1, less than the 3 of the floor",
            id="quorum",
        ),
        pytest.param("quorum: 3", "votes.release.majority: does not ask for more +1 than -1", id="majority"),
        pytest.param(
            "min_total: 3, ratio: 2", "votes.release.quorum: asks for no binding +1", id="three votes are not three in favour"
        ),
        pytest.param("quorum: 3, majority: true, binding: [pmc, committer]", "lets ballots of committer bind", id="who binds"),
        pytest.param(
            'quorum: 3, majority: true, ballots: {values: ["+1", "0"]}',
            "votes.release.majority: takes no -1 (ballots.values), so that nobody can vote against it",
            id="a release that nobody can vote against",
        ),
    ],
)
def test_less_than_a_must_is_refused(tmp_path: Path, rule: str, told: str) -> None:
    text = HEAD + f"  release: {{{rule}, {RELEASE if 'binding' not in rule else RELEASE.replace('binding: [pmc], ', '')}}}\n"
    found = mistakes(write(tmp_path / "mine", text))
    assert any(told in line and line.endswith("cannot be weaker here (another one says asf: false)") for line in found)
    assert all(line.startswith("votes.yaml:5:") for line in found)
    deviating = mistakes(write(tmp_path / "mine", text.replace("{", "{deviates: true, ", 1)))
    assert len(deviating) == len(found)
    foreign = write(tmp_path / "mine", text.replace("extends: asf", "asf: false\nextends: asf"))
    assert load_rules(foreign).votes["release"].name == "release"


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param("quorum: 5, majority: true, period: {days: 7}", id="more of everything"),
        pytest.param("net: 3", id="a net of three is three and more for than against"),
        pytest.param("quorum: 3, no_minus: true", id="no -1 at all is stricter than a majority"),
        pytest.param("quorum: 3, ratio: 2", id="twice as many are more"),
        pytest.param(
            "quorum: 3, majority: true, period: {hours: 72, unit: weekend_free_hours}", id="hours without weekends are longer"
        ),
    ],
)
def test_more_than_the_floor_is_taken(tmp_path: Path, rule: str) -> None:
    assert load_rules(write(tmp_path / "mine", HEAD + f"  release: {{{rule}, {RELEASE}}}\n")).warnings == ()


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        pytest.param(
            f"  release: {{quorum: 1, majority: true, {RELEASE}}}\n",
            "votes.release.quorum: asks for 1 binding +1, less than the 3 of the floor",
            id="though the project between has a release rule of its own",
        ),
        pytest.param(
            f"  release: {{quorum: 3, majority: true, primary_author_binds: true, {RELEASE}}}\n",
            "votes.release.binding: lets ballots of whoever wrote the change bind",
            id="nor by an author who binds",
        ),
        pytest.param(
            f"  release: {{quorum: 3, majority: true, escalates_to: weak, {RELEASE}}}\n"
            f"  weak: {{quorum: 1, majority: true, {RELEASE.replace('release', 'code_change')}, deviates: true}}\n",
            "votes.weak.quorum: asks for 1 binding +1, less than the 3 of the floor",
            id="nor by a rule that takes over",
        ),
    ],
)
def test_the_floor_cannot_be_gone_round(tmp_path: Path, rules: str, told: str) -> None:
    found = mistakes(write(tmp_path / "mine", HEAD.replace("asf", "kafka") + rules))
    assert any(told in line for line in found)


def test_less_than_a_should_needs_a_word_and_is_told(tmp_path: Path) -> None:
    text = HEAD + f"  release: {{quorum: 3, majority: true, period: {{hours: 48}}, {RELEASE}}}\n"
    (told,) = mistakes(write(tmp_path / "mine", text))
    assert "votes.release.period: may be as short as 48 h, less than the 72 h of the floor" in told
    assert "add deviates: true and the link in because" in told
    (warning,) = load_rules(write(tmp_path / "mine", text.replace("{quorum", "{deviates: true, quorum"))).warnings
    assert warning.endswith("the project says so at https://example.org/bylaws")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("schema: 1\nproject: mine\nvotes: {}\n", "votes.yaml:1:1: extends: is missing", id="an ASF project extends asf"),
        pytest.param("schema: 1\nproject: mine\nextends: nowhere\nvotes: {}\n", "votes.yaml:3:10: extends: there are no rules named", id="nowhere"),
        pytest.param("schema: 1\nproject: mine\nextends: mine\nvotes: {}\n", "votes.yaml:3:10: extends: mine extends itself", id="itself"),
        pytest.param("schema: 2\nproject: mine\nvotes: {}\n", "votes.yaml:1:9: schema: must be 1, not 2", id="another schema"),
        pytest.param(
            HEAD + f"  a: {{quorum: 3, majority: true, {RELEASE}}}\n  b: {{quorum: 3, majority: true, {RELEASE}}}\n",
            "votes.yaml:6:46: votes.b.applies_to: release has the rule a already for the same time",
            id="two rules for one vote",
        ),
        pytest.param(
            HEAD + f"  a: {{quorum: 3, majority: true, escalates_to: c, {RELEASE}}}\n",
            "votes.yaml:5:48: votes.a.escalates_to: there is no rule 'c' here",
            id="nobody to take over",
        ),
        pytest.param(
            HEAD + f"  a: {{quorum: 3, majority: true, escalates_to: a, {RELEASE}}}\n",
            "votes.yaml:5:48: votes.a.escalates_to: a rule cannot take over from itself; there are: no others",
            id="a rule that takes over from itself",
        ),
        pytest.param(
            HEAD + f"  a: {{quorum: three, {RELEASE}}}\n",
            "votes.yaml:5:15: votes.a.quorum: must be a whole number of at least 1, not 'three'",
            id="a word for a number",
        ),
        pytest.param(
            HEAD + f"  a: {{quorum: true, {RELEASE}}}\n",
            "votes.yaml:5:15: votes.a.quorum: must be a whole number of at least 1, not true",
            id="a switch for a number",
        ),
        pytest.param(
            HEAD + f"  a: {{quorum: 20000, {RELEASE}}}\n",
            "votes.yaml:5:15: votes.a.quorum: must be a whole number of at least 1 and at most 10000, not 20000",
            id="too large a number",
        ),
        pytest.param(
            HEAD + f"  a: {{quorum: , majority: true, {RELEASE}}}\n",
            "votes.yaml:5:7: votes.a.quorum: has no value; give one, or leave the key out",
            id="a forgotten value",
        ),
        pytest.param(
            HEAD + f"  a: {{quorum: 3, majority: true, {RELEASE.replace('[release]', '[]')}}}\n",
            "votes.yaml:5:46: votes.a.applies_to: must be a list with something in it",
            id="an empty list",
        ),
        pytest.param(
            HEAD + f"  a: {{quorum: 3, majority: true, {RELEASE}, share: {{of: cast, at_least: [1, 0]}}}}\n",
            "votes.a.share.at_least[1]: must be a number of at least 1, not 0",
            id="a part of nothing",
        ),
        pytest.param(
            HEAD + f"  a: {{quorum: 3, majority: true, {RELEASE}, period: {{hours: 72, ends: quorum_only}}}}\n",
            "votes.a.period: ends: quorum_only means that there is no least time; leave out hours and days",
            id="a least time and none",
        ),
        pytest.param(
            HEAD + f"  a: {{quorum: 3, period: {{hours: 72, unit: busines_days}}, {RELEASE}}}\n",
            "votes.a.period.unit: must be one of 'calendar', 'business_days', 'weekend_free_hours', not 'busines_days'; did you mean",
            id="a unit that is none",
        ),
        pytest.param(
            HEAD + f"  a: {{quorum: 3, matches: ['(a+)+'], {RELEASE}}}\n",
            "votes.a.matches[0]: repeats a group, such as (a+)+; such a pattern can hang",
            id="a pattern that can hang",
        ),
        pytest.param(HEAD + f"  a: {{{RELEASE}}}\n", "votes.yaml:5:6: votes.a: asks for nothing; give at least one of quorum,", id="an empty rule"),
    ],
)  # fmt: skip
def test_a_mistake_between_rules_is_told_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    assert told in mistakes(write(tmp_path / "mine", text))[0]


def test_two_rules_in_turn_do_not_collide(tmp_path: Path) -> None:
    rule = "quorum: 3, majority: true"
    text = HEAD + f"  a: {{{rule}, to: 2020-01-01, {RELEASE}}}\n  b: {{{rule}, from: 2020-01-01, {RELEASE}}}\n"
    assert isinstance(load_rules(write(tmp_path / "mine", text)), RuleSet)


def test_circles_end(tmp_path: Path) -> None:
    for one, other in (("mine", "yours"), ("yours", "mine")):
        write(tmp_path / one, f"schema: 1\nproject: {one}\nextends: {other}\nvotes: {{}}\n")
    assert "extends itself" in mistakes(tmp_path / "mine")[0]


def test_lists_have_a_file_of_their_own(tmp_path: Path) -> None:
    directory = write(tmp_path / "mine", HEAD + "  {}\n")
    write(directory, "schema: 1\ndev: dev@example.org\nnever_read: [private@example.org]\n", "lists.yaml")
    assert load_rules(directory).lists.never_read == ("private@example.org",)
    write(directory, "schema: 1\ndevs: dev@example.org\n", "lists.yaml")
    assert mistakes(directory) == [
        "lists.yaml:2:1: devs: is not a key here; did you mean 'dev'?; allowed: also, dev, never_read, schema"
    ]


def test_a_wrong_entry_is_told_once(tmp_path: Path) -> None:
    text = HEAD + f"  a: {{quorum: 3, majority: true, {RELEASE.replace('[release]', '[releases]')}}}\n"
    (told,) = mistakes(write(tmp_path / "mine", text))
    assert told.startswith("votes.yaml:5:47: votes.a.applies_to[0]: must be one of 'proposal', 'release', ")


def test_a_list_is_named_by_its_address(tmp_path: Path) -> None:
    write(tmp_path / "mine", "schema: 1\ndev: dev at example.org\n", "lists.yaml")
    (told,) = mistakes(write(tmp_path / "mine", HEAD + f"  a: {{quorum: 3, majority: true, {RELEASE}}}\n"))
    assert told.startswith("lists.yaml:2:6: dev: must have the form ")
