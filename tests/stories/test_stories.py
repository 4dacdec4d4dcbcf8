"""Does kipbot know of every vote who called it, who voted what, what the rule makes of it and whether the result is true?"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from kipbot import app
from kipbot.cli import main
from kipbot.core.rules import RuleSet
from kipbot.settings.rosterfile import load_roster
from kipbot.settings.rulebook import load_rules

from .check import differences
from .post import message_id, write_archives, write_roster, write_rules
from .promises import broken_promises
from .story import HERE, Story, read_stories

STORIES = read_stories()
RULES = HERE.parent.parent / "rules"


@cache
def rules(project: str) -> RuleSet:
    """The rules of a project, read once: reading them takes longer than a story."""
    return load_rules(RULES / project)


@pytest.mark.parametrize("story", STORIES, ids=[f"{story.theme}: {story.name}" for story in STORIES])
def test_the_clerk_tells_the_story_as_it_was(story: Story, tmp_path: Path) -> None:
    (tmp_path / "roster.yaml").write_text(write_roster(story.roster, story.roll_calls), encoding="utf-8")
    roster = load_roster(tmp_path / "roster.yaml")
    asked = rules(story.rules) if story.own is None else load_rules(write_rules(story, tmp_path / "rules"))
    mail = app.gather(write_archives(story, tmp_path), discussed_in=asked if asked.asks_discussion else None)
    known = {message_id(letter) for letter in story.letters}
    wrong = []
    for moment in story.moments:
        answer = app.show_replay(app.judge_votes(mail, asked, roster, moment.as_of))
        wrong += [f"as of {answer['as_of']}: {each}" for each in differences(story, moment, answer)]
        wrong += [f"as of {answer['as_of']}: {each}" for each in broken_promises(answer, known)]
    assert not wrong, "\n".join([story.why, *wrong])


@pytest.mark.parametrize("story", [story for story in STORIES if story.theme == "combined"], ids=lambda story: story.name)
def test_the_command_tells_the_same(story: Story, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "roster.yaml").write_text(write_roster(story.roster, story.roll_calls), encoding="utf-8")
    folder = RULES / story.rules if story.own is None else write_rules(story, tmp_path / "rules")
    paths = [str(path) for path in write_archives(story, tmp_path)]
    for moment in story.moments:
        as_of = [] if moment.as_of is None else ["--as-of", moment.as_of.isoformat()]
        books = ["--rules", str(folder), "--roster", str(tmp_path / "roster.yaml")]
        assert main(["replay", *paths, *books, *as_of, "--format", "json", "--quiet"]) == 0
        assert list(differences(story, moment, json.loads(capsys.readouterr().out))) == []


def test_no_two_stories_share_a_name() -> None:
    assert [name for name, times in Counter(story.name for story in STORIES).items() if times > 1] == []


def test_every_letter_of_a_story_has_an_id_of_its_own() -> None:
    for story in STORIES:
        ids = [letter.id for letter in story.letters]
        assert len(ids) == len(set(ids)), story.name
        assert all(letter.to is None or letter.to in ids for letter in story.letters), story.name
