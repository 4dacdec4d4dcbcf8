"""Is the corpus sound, and does kipbot read it as well as it must?"""

from __future__ import annotations

import email
import email.policy
from collections import Counter
from pathlib import Path

import pytest

from .build import build
from .rows import HERE, Story, load, read_stories
from .score import run, tell

HARD_CASES = range(1, 43)


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    return read_stories()


def test_names_are_unique_sentences(stories: list[Story]) -> None:
    twice = [name for name, count in Counter(story.name for story in stories).items() if count > 1]
    assert not twice
    assert not [story.name for story in stories if " " not in story.name]


def test_the_corpus_is_large_enough(stories: list[Story]) -> None:
    assert len(stories) >= 3500


def test_each_hard_case_comes_in_three_wordings_at_least(stories: list[Story]) -> None:
    seen = Counter(case for story in stories for case in story.cases)
    assert set(seen) <= set(HARD_CASES)
    assert {case: seen[case] for case in HARD_CASES if seen[case] < 3} == {}


def test_answers_name_mails_of_their_own_story(stories: list[Story]) -> None:
    for story in stories:
        ids = [mail.id for mail in story.mails]
        assert len(ids) == len(set(ids)), story.name
        assert all(mail.to is None or mail.to in ids for mail in story.mails), story.name


def test_people_in_the_roster_have_addresses_of_their_own() -> None:
    people = load(HERE / "roster.yaml")["people"]
    addresses = [address for person in people for address in person["emails"]]
    assert len(people) >= 25
    assert len(addresses) == len(set(addresses))


def test_every_mail_file_is_used(stories: list[Story]) -> None:
    used = {mail.eml for story in stories for mail in story.mails if mail.eml}
    assert used == {path.name for path in Path(HERE, "eml").glob("*.eml")}


def test_every_mail_is_read_by_the_standard_library(stories: list[Story]) -> None:
    for story in stories:
        for mail in story.mails:
            raw = build(story, mail)
            read = email.message_from_bytes(raw, policy=email.policy.compat32)
            assert b"@@" not in raw.split(b"\n\n", 1)[0], (story.name, mail.id)
            assert b"@@END@@" not in raw, (story.name, mail.id)
            assert read["From"], (story.name, mail.id)
            if not mail.eml:
                assert "Message-ID" in mail.headers or read["Message-ID"] == story.message_id(mail.id), story.name
                assert not read.defects, (story.name, mail.id, read.defects)


def test_kipbot_reads_the_corpus() -> None:
    score = run(read_stories())
    assert score.holds, "\n".join(tell(score))
