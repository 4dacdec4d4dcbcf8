"""Subjects in every form that lists have shown."""

from __future__ import annotations

import pytest

from kipbot.core.subject import Tag, compile_patterns, may_be_vote, read_subject, same_matter, title_of

PATTERNS = compile_patterns([("KIP", r"(?i)\bKIP[-\s]?(\d{1,6})\b")])
VOTE, RESULT, CANCEL, DISCUSS = Tag.VOTE, Tag.RESULT, Tag.CANCEL, Tag.DISCUSS


@pytest.mark.parametrize(
    ("raw", "title", "tags"),
    [
        pytest.param("[VOTE] KIP-1279: Tiers", "KIP-1279: Tiers", {VOTE}, id="a tag, a number, a colon"),
        pytest.param("[VOTE] KIP-1349 Snapshots by bytes", "KIP-1349 Snapshots by bytes", {VOTE}, id="no colon"),
        pytest.param("Re: [VOTE]: KIP-98", "KIP-98", {VOTE}, id="a colon behind the tag"),
        pytest.param("[RESULT] [VOTE] Quill 1.8", "Quill 1.8", {RESULT, VOTE}, id="the result's tag first"),
        pytest.param("[RESULT][VOTE] Quill 1.8", "Quill 1.8", {RESULT, VOTE}, id="tags without a blank"),
        pytest.param("[VOTE RESULT] 3.9.0 RC2", "3.9.0 RC2", {RESULT, VOTE}, id="both words in one tag"),
        pytest.param("[VOTE] 3.9.0 RC2 [RESULT]", "3.9.0 RC2", {RESULT, VOTE}, id="the result's tag last"),
        pytest.param("[VOTE] Quill 1.8 - RESULT", "Quill 1.8", {RESULT, VOTE}, id="the result behind a dash"),
        pytest.param("[CANCELED] [VOTE] Quill 1.8", "Quill 1.8", {CANCEL, VOTE}, id="cancelled with one L"),
        pytest.param("[CANCELLED][VOTE] Quill 1.8", "Quill 1.8", {CANCEL, VOTE}, id="cancelled with two"),
        pytest.param("[VOTE][DISCUSS] New chair", "New chair", {VOTE, DISCUSS}, id="a side thread"),
        pytest.param("[DISCUSS] Re: [VOTE] New chair", "New chair", {VOTE, DISCUSS}, id="a mark between the tags"),
        pytest.param("[KIP-DISCUSSION] KIP-77 Leases", "KIP-77 Leases", {DISCUSS}, id="an odd discussion tag"),
        pytest.param("[VOTES] Quill 4.0 and Reed 3.2", "Quill 4.0 and Reed 3.2", {VOTE}, id="votes in the plural"),
        pytest.param("VOTE: KIP-44 leases", "KIP-44 leases", {VOTE}, id="no brackets"),
        pytest.param("Re: Vote: move to git.", "move to git.", {VOTE}, id="no brackets, in a reply"),
        pytest.param("【VOTE】KIP-3", "KIP-3", {VOTE}, id="brackets of another script"),
        pytest.param("[EXTERNAL] Re: [VOTE] KIP-12", "KIP-12", {VOTE}, id="a gateway's warning in front"),
        pytest.param("[users@quill] [VOTE] Quill 2.4.1", "Quill 2.4.1", {VOTE}, id="a list's tag in front"),
        pytest.param("Re: naming (was: [VOTE] KIP-5: leases)", "naming", set(), id="a thread that was renamed"),
        pytest.param("[jira] [Created] (QUILL-1) Vote button", "(QUILL-1) Vote button", set(), id="a ticket about votes"),
        pytest.param(
            "[PROPOSAL] PMC Vote to incubate Reed", "PMC Vote to incubate Reed", {Tag.PROPOSAL}, id="a word in the title"
        ),
    ],
)
def test_a_subject_is_taken_apart(raw: str, title: str, tags: set[Tag]) -> None:
    subject = read_subject(raw, PATTERNS)
    assert subject.title in (title, title.removeprefix("(QUILL-1) "))
    assert set(subject.tags) == tags


@pytest.mark.parametrize(
    "mark",
    "Re: |RE: |Re: Re: |AW: |SV: |Antw: |回复：|答复: |Réf: |Odp: |Ynt: |Re: re |Re[2]: |RE : |Отв: |VS: |[EXTERNAL] Re: |Re: [dev] ".split(
        "|"
    ),
)
def test_reply_marks_of_all_sorts_are_peeled(mark: str) -> None:
    subject = read_subject(f"{mark}[VOTE] KIP-9: Leases", PATTERNS)
    assert subject.is_reply
    assert subject.in_vote
    assert not subject.opens_vote
    assert subject.title == "KIP-9: Leases"


@pytest.mark.parametrize("mark", ["Fwd: ", "FW: ", "WG: ", "Tr: ", "RV: ", "转发: "])
def test_a_forward_opens_no_vote(mark: str) -> None:
    assert not read_subject(f"{mark}[VOTE] KIP-9: Leases", PATTERNS).opens_vote


@pytest.mark.parametrize(
    ("raw", "version", "candidate", "take"),
    [
        ("[VOTE] 4.4.0 RC3", "4.4.0", 3, None),
        ("[VOTE] Apache Quill 1.19.0, release candidate #2", "1.19.0", 2, None),
        ("[VOTE] Release Quill 2.9.0 from 2.9.0rc1", "2.9.0", 1, None),
        ("[VOTE] Release Apache Quill Doxia version 1.8", "1.8", None, None),
        ("[VOTE] Release Quill Plugin 3.0.0-alpha-1 (take 2)", "3.0.0-alpha-1", None, 2),
        ("[VOTE #2] Release 1.2.3", "1.2.3", None, 2),
        ("[VOTE] Release Quill 1.0 (second try)", "1.0", None, 2),
        ("[VOTE] Move to Git", None, None, None),
    ],
)
def test_versions_candidates_and_takes(raw: str, version: str | None, candidate: int | None, take: int | None) -> None:
    subject = read_subject(raw, PATTERNS)
    assert (subject.version, subject.candidate, subject.take) == (version, candidate, take)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("[VOTE] KIP-5: Leases", "Re: [VOTE] KIP-5 : Quota leases", True, id="by the number, not by the title"),
        pytest.param(
            "[VOTE] Release Reed 6.0.0", "[RESULT] [VOTE] Release Apache Reed version 6.0.0", True, id="a longer title"
        ),
        pytest.param("[VOTE] 3.9.0 RC1", "Re: [VOTE] 3.9.0 RC2", False, id="another candidate"),
        pytest.param("[VOTE] Release Reed 6.0.0", "Re: [VOTE] Release Reed 6.0.0 (take 2)", False, id="another take"),
        pytest.param("[VOTE] Release Reed 6.0.0", "[RESULT] [VOTE] Release Quill 6.0.0", False, id="another component"),
        pytest.param("[VOTE] KIP-5: Leases", "Re: [VOTE] KIP-6: Leases", False, id="another proposal"),
    ],
)
def test_two_subjects_speak_of_the_same_matter(one: str, other: str, same: bool) -> None:
    assert same_matter(read_subject(one, PATTERNS), read_subject(other, PATTERNS)) is same


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("[VOTE] KIP-1150: Diskless", "KIP-1150"),
        ("[VOTE] Apache Kafka 3.9.0 RC2", "3.9.0 RC2"),
        ("[VOTE] Release Apache Quill version 1.8", "Release Apache Quill version 1.8"),
    ],
)
def test_a_vote_is_named_as_people_name_it(raw: str, name: str) -> None:
    assert title_of(read_subject(raw, PATTERNS)) == name


def test_proposals_are_found_in_order_and_once() -> None:
    assert read_subject("[VOTE] KIP-87 and kip 82, KIP-87 again", PATTERNS).proposals == ("KIP-87", "KIP-82")


@pytest.mark.parametrize(
    "raw", ["Re: [VOTE] x", "[RESULT] y", "Vote: z", "[CANCELED] a", "投票 KIP-3", "Results of the ballot"]
)
def test_what_may_be_a_vote_is_looked_at(raw: str) -> None:
    assert may_be_vote(raw)


@pytest.mark.parametrize("raw", ["[jira] [Created] (QUILL-1) Fix", "Re: Java 21", "[GitHub] a pull request", ""])
def test_what_cannot_be_a_vote_is_passed_over(raw: str) -> None:
    assert not may_be_vote(raw)
