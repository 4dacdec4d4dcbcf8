"""Is the mail of the benchmark what it claims to be? Small archives, nothing is timed."""

from __future__ import annotations

import email
import hashlib
import json
import mailbox
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks import hostile, hostile_mail, reference, run, score
from benchmarks.generate import Archive, generate
from benchmarks.hostile_mail import KINDS, SIZES, Timing
from kipbot.app import replay

MAILS = 1200


@pytest.fixture(scope="module")
def archive(tmp_path_factory) -> Archive:
    return generate(tmp_path_factory.mktemp("list"), MAILS, seed=7)


@pytest.fixture(scope="module")
def mails(archive) -> list[mailbox.mboxMessage]:
    with closing(mailbox.mbox(archive.mbox, create=False)) as box:
        return list(box)


def digest(archive: Archive) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in (archive.mbox, archive.votes, archive.roster))).hexdigest()


def test_a_seed_gives_the_same_bytes_on_every_python(tmp_path):
    # The digest is written down, so that each Python of `make check` is held to it.
    assert digest(generate(tmp_path, 200, seed=7)) == "ddff0ae59fd1e85972d8d26e448c2b4830e90c85d2ea352dcf8c522e331aaf6a"


def test_another_seed_gives_other_mail(tmp_path):
    assert digest(generate(tmp_path / "1", 50, seed=1)) != digest(generate(tmp_path / "2", 50, seed=2))


def test_there_are_as_many_mails_as_were_asked_for(mails):
    assert len(mails) == MAILS


def test_the_mail_has_the_shape_of_real_list_mail(archive, mails):
    fields = sum(len(mail) for mail in mails) / MAILS
    received = sum(len(mail.get_all("received")) for mail in mails) / MAILS
    assert 35 <= fields <= 41
    assert 8 <= received <= 9
    assert 4800 <= archive.mbox.stat().st_size / MAILS <= 6800


def test_machines_write_more_than_half_of_it(mails):
    senders = Counter(email.utils.parseaddr(mail["from"])[1] for mail in mails)
    assert 0.5 < sum(senders[name] for name in ("jira@apache.org", "git@apache.org", "jenkins@builds.apache.org")) / MAILS < 0.7


def test_every_true_vote_is_a_mail_of_the_archive(archive, mails):
    ids = {mail["message-id"] for mail in mails}
    votes = [json.loads(line) for line in archive.votes.read_text().splitlines()]
    assert votes
    assert {vote["message_id"] for vote in votes} <= ids
    assert sum(vote["value"] is not None for vote in votes) == archive.cast


def test_some_mails_lie_in_the_archive_twice(mails):
    assert len({mail["message-id"] for mail in mails}) < MAILS


def test_kipbot_finds_the_true_votes(archive):
    found = score.compare(replay([archive.mbox], run.RULES, archive.roster), archive.votes)
    assert found.invented == ()
    assert found.recall >= 0.98


def test_the_yardstick_reads_every_mail(archive):
    assert reference.read(str(archive.mbox))[0] == MAILS


@pytest.mark.parametrize(
    "ballot, precision, recall",
    [
        pytest.param({"value": "+1", "binding": True, "status": "counted"}, 1, 1, id="a right ballot"),
        pytest.param({"value": "-1", "binding": True, "status": "counted"}, 0, 0, id="a wrong value is invented and missed"),
        pytest.param({"value": "+1", "binding": False, "status": "counted"}, 0, 0, id="a wrong role too"),
        pytest.param(
            {"value": "+1", "binding": True, "status": "unclear"}, 0, 0, id="an unclear ballot is missed, not invented"
        ),
    ],
)
def test_the_score(ballot, precision, recall, tmp_path):
    truth = tmp_path / "votes.jsonl"
    truth.write_text(
        '{"message_id": "<1@e>", "value": "+1", "binding": true}\n{"message_id": "<2@e>", "value": null, "binding": true}\n'
    )
    result = score.compare({"ballots": [{"votes": [{"message_id": "<1@e>", **ballot}]}]}, truth)
    assert (result.precision, result.recall) == (precision, recall)
    assert bool(result.invented) == (ballot["status"] == "counted" and not precision)


@pytest.mark.parametrize("kind", KINDS)
def test_a_hostile_mail_is_as_large_as_it_claims_and_under_a_megabyte(kind):
    for _, archive, bad in hostile.archives(KINDS[kind], SIZES[-1]):
        assert SIZES[-1] // 3 < len(bad) < 1_200_000, len(bad)
        assert bad in archive


def test_growth_is_told_only_where_it_can_be_measured():
    assert Timing("a", (1.0, 2.0, hostile_mail.TOO_SHORT / 2), 0, "call").growth == 1
    assert Timing("a", (10.0, 40.0, 240.0), 0, "call").growth == 6


def test_the_table_says_what_does_not_hold():
    table = run.show([run.Row("one", "1 x", "2 x at least", holds=False), run.Row("two", "3 x", "2 x at least", holds=True)])
    assert table.splitlines()[2].endswith("NO")
    assert table.splitlines()[3].endswith("yes")


def test_an_archive_of_an_earlier_run_is_taken_again(tmp_path):
    bench = run.Bench(tmp_path, 20, 1)
    first = (bench.archive(20) / "list.mbox").stat().st_mtime_ns
    assert (bench.archive(20) / "list.mbox").stat().st_mtime_ns == first
    assert Path(tmp_path / "20" / "made-of").is_file()
