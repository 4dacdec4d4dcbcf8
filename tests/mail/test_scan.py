"""Which mails of the archives matter, each once, in whatever order they come?"""

from __future__ import annotations

import gzip
import random
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kipbot.mail import scan
from kipbot.mail.archives import find
from kipbot.mail.reader import read
from kipbot.mail.scan import harvest
from tests.mail.envelopes import SEPARATOR, letter, mbox, own


def wanted(subject: str) -> bool:
    return "[VOTE]" in subject


def key(subject: str) -> str | None:
    return "KIP-7" if "KIP-7" in subject else None


def mail(number: int, subject: str = "[VOTE] KIP-7", above: tuple[int, ...] = (), body: str = "", **rest: str) -> bytes:
    refs = " ".join(f"<{n}@fjord.example>" for n in above)
    header = (f"References: {refs}\nIn-Reply-To: {refs.split()[-1]}\n" if above else "") + rest.pop("header", "")
    date = rest.pop("date", f"Wed, 1 Nov 2017 06:{number % 60:02}:00 +0000")
    return letter(
        body or f"words {number}\n", subject=subject, message_id=f"<{number}@fjord.example>", date=date, header=header
    )


def gather(tmp_path, *files: bytes, **options):
    paths = []
    for number, content in enumerate(files):
        path = tmp_path / f"{number}.mbox"
        path.write_bytes(content)
        paths.append(path)
    return harvest(find(paths), wanted=wanted, key=key, **options)


def ids(done) -> list[int]:
    return [int(mail.message_id[1:].partition("@")[0]) for mail in done.mails]


TREE = [
    mail(1),
    mail(2, "Re: [VOTE] KIP-7", (1,)),
    mail(3, "a renamed answer", (1, 2)),
    mail(4, "an answer to the renamed one", (3,)),
    mail(5, "something else"),
    mail(6, "Re: something else", (5,)),
    mail(7, "[DISCUSS] KIP-7: boats"),
    mail(8, "Re: [DISCUSS] KIP-7: ships", (7,)),
    mail(9, "=?utf-8?q?=5BVOTE=5D_KIP-7?="),
    mail(10, "below a mail that was never archived", (99, 2)),
]


@pytest.mark.parametrize("seed", range(6))
def test_wanted_mails_and_all_that_answer_them(tmp_path, seed):
    letters = list(TREE)
    random.Random(seed).shuffle(letters)
    done = gather(tmp_path, mbox(*letters))
    assert sorted(ids(done)) == [1, 2, 3, 4, 9, 10]
    assert (done.read, done.duplicate, done.unreadable) == (10, 0, 0)


def test_a_long_chain_from_its_end_to_its_root(tmp_path):
    chain = [mail(1)] + [mail(number, f"title {number}", (number - 1,)) for number in range(2, 60)]
    assert len(gather(tmp_path, mbox(*reversed(chain))).mails) == 59


def test_the_order_is_the_archives(tmp_path):
    assert ids(gather(tmp_path, mbox(*TREE))) == [1, 2, 3, 4, 9, 10]
    assert ids(gather(tmp_path, mbox(*TREE[5:]), mbox(*TREE[:5]))) == [9, 10, 1, 2, 3, 4]


def test_the_mails_are_what_the_reader_reads(tmp_path):
    assert gather(tmp_path, mbox(*TREE)).mails[0] == read(TREE[0])


def test_compressed_archives_give_the_same(tmp_path):
    path = tmp_path / "x.mbox.gz"
    path.write_bytes(gzip.compress(mbox(*TREE)))
    done = harvest(find([path]), wanted=wanted, key=key)
    assert done == gather(tmp_path, mbox(*TREE))


def test_single_files_give_the_same(tmp_path):
    for number, raw in enumerate(TREE):
        (tmp_path / f"{number:02}.eml").write_bytes(raw)
    assert ids(harvest(find([tmp_path]), wanted=wanted, key=key)) == [1, 2, 3, 4, 9, 10]


def test_several_processes_give_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(scan, "STRETCH_BYTES", 700)
    alone = gather(tmp_path, mbox(*TREE), mbox(*TREE[:3]))
    assert gather(tmp_path, mbox(*TREE), mbox(*TREE[:3]), jobs=2) == alone


def test_everything_twice_counts_once(tmp_path):
    once = gather(tmp_path, mbox(*TREE))
    twice = gather(tmp_path, mbox(*TREE), mbox(*TREE))
    assert (twice.read, twice.duplicate) == (20, 10)
    assert twice.mails == once.mails
    assert twice.discussions == once.discussions


FOOTED = mail(1, body="words 1\n\n-----------------------------\nTo unsubscribe, e-mail: dev-unsubscribe@list.example.org\n")
CHANGED = mail(1, body="other words\n")


@pytest.mark.parametrize("subject", ["[VOTE] KIP-7", "no vote at all"])
@pytest.mark.parametrize(
    ("header", "body"),
    [
        pytest.param("", "words 1\n", id="the same bytes"),
        pytest.param("X-Archive: second\n", "words 1\n", id="other headers"),
        pytest.param("", "words 1  \n\n\n", id="other blanks"),
        pytest.param("Content-Transfer-Encoding: quoted-printable\n", "words=201\n", id="another encoding"),
    ],
)
def test_copies_from_two_archives_count_once(tmp_path, subject, header, body):
    done = gather(tmp_path, mbox(mail(1, subject, body="words 1\n")), mbox(mail(1, subject, body=body, header=header)))
    assert (done.read, done.duplicate) == (2, 1)
    assert all(not found.troubles for found in done.mails)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_one_id_over_two_contents_is_two_mails(tmp_path, order):
    early = mail(1, body="words 1\n", header="Received: by x.example; Wed, 1 Nov 2017 07:00:00 +0000\n")
    late = mail(1, body="other words\n", header="Received: by x.example; Wed, 1 Nov 2017 08:00:00 +0000\n")
    done = gather(tmp_path, *(mbox([early, late][number]) for number in order))
    assert done.duplicate == 0
    assert {own(found): found.troubles for found in done.mails} == {"words 1": (), "other words": ("Message-ID used twice",)}


def test_a_different_subject_over_a_known_id_is_seen(tmp_path):
    early = mail(1, "lunch", header="Received: by x.example; Wed, 1 Nov 2017 07:00:00 +0000\n")
    late = mail(1, header="Received: by x.example; Wed, 1 Nov 2017 08:00:00 +0000\n")
    done = gather(tmp_path, mbox(late, early))
    assert [found.troubles for found in done.mails] == [("Message-ID used twice",)]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_copies_the_one_received_first_is_kept(tmp_path, order):
    copies = [mail(1, header=f"Received: by x.example; Wed, 1 Nov 2017 0{hour}:00:00 +0000\n") for hour in (7, 8)]
    done = gather(tmp_path, *(mbox(copies[number]) for number in order))
    assert done.mails[0].received_at == datetime(2017, 11, 1, 7, 0, 0, tzinfo=UTC)


def test_mails_without_an_id_are_told_apart(tmp_path):
    one = letter("+1\n", message_id="", subject="[VOTE] KIP-7")
    other = letter("-1\n", message_id="", subject="[VOTE] KIP-7")
    done = gather(tmp_path, mbox(one, other, one))
    assert (len(done.mails), done.duplicate) == (2, 1)


def test_discussions_are_folded(tmp_path):
    done = gather(tmp_path, mbox(*reversed(TREE)))
    found = done.discussions["KIP-7"]
    assert (found.count, found.root, found.title) == (2, "<7@fjord.example>", "[DISCUSS] KIP-7: boats")
    assert found.first is not None
    assert found.last is not None
    assert (found.first.minute, found.last.minute) == (7, 8)


LISTED = "List-Id: <dev.list.example.org>\nReceived: from a by mx.example.org; Thu, 2 Nov 2017 {hour}:00:00 +0000 (UTC)\n"


@pytest.mark.parametrize(
    ("letters", "newest"),
    [
        pytest.param([mail(1), mail(2)], (1, 6, 2), id="by Date"),
        pytest.param([mail(3), mail(2)], (1, 6, 3), id="by Date, not the last"),
        pytest.param([mail(1, header=LISTED.format(hour="09")), mail(2)], (2, 9, 0), id="by the list's stamp"),
        pytest.param([mail(1, header=LISTED.format(hour="09").replace("+0000", "+0100"))], (2, 8, 0), id="in another zone"),
        pytest.param([mail(1, header=LISTED.format(hour="99")), mail(2)], (1, 6, 2), id="a stamp out of range"),
        pytest.param([mail(1, "x", date="Fri, 1 Jan 2999 00:00:00 +0000"), mail(2)], (1, 6, 2), id="an absurd year"),
        pytest.param(
            [mail(1, "x", header=LISTED.format(hour="09"), date="Fri, 1 Jan 2038 00:00:00 +0000")],
            (2, 9, 0),
            id="a forged Date",
        ),
    ],
)
def test_the_newest_of_all_mails(tmp_path, letters, newest):
    moment = gather(tmp_path, mbox(*letters)).newest
    assert moment is not None
    assert (moment.day, moment.hour, moment.minute) == newest
    assert moment == max(found for raw in letters if (found := read(raw).at))


def test_a_date_from_the_future_does_not_move_the_clock(tmp_path):
    stamped = mail(1, header=LISTED.format(hour="09"))
    near, far = mail(2, date="Fri, 3 Nov 2017 09:00:00 +0000"), mail(3, date="Mon, 4 Jan 2038 09:00:00 +0000")
    done = gather(tmp_path, mbox(stamped, near, far))
    assert str(done.newest) == "2017-11-03 09:00:00+00:00"
    assert "2038-01-04" in done.warnings[0]


def test_what_is_no_mail_is_counted_and_told(tmp_path):
    raw = b"the rest of a mail\nthat began elsewhere\n\n" + mbox(*TREE)
    done = gather(tmp_path, raw)
    assert (done.read, done.unreadable) == (11, 1)
    assert done.warnings == [f"{tmp_path / '0.mbox'}: no mail can be made out at byte 0"]


def test_a_cut_gzip_gives_what_was_readable(tmp_path):
    path = tmp_path / "x.mbox.gz"
    letters = [mail(number, body="".join(random.Random(number).choices("abcdef \n", k=3000))) for number in range(200)]
    packed = gzip.compress(mbox(*letters))
    path.write_bytes(packed[: len(packed) // 2])
    done = harvest(find([path]), wanted=wanted)
    assert 50 < done.read < 150
    assert done.warnings == [f"{path}: the compressed file is damaged or ends too early"]


def test_a_file_that_vanished_is_told(tmp_path):
    path = tmp_path / "x.mbox"
    path.write_bytes(mbox(*TREE))
    sources = find([path])
    path.unlink()
    done = harvest(sources, wanted=wanted)
    assert done.read == 0
    assert len(done.warnings) == 1


def test_progress_comes_to_its_end(tmp_path):
    told: list[tuple[int, int]] = []
    gather(tmp_path, mbox(*TREE), mbox(*TREE), progress=lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1]
    assert [done for done, _ in told] == sorted(done for done, _ in told)


@given(st.permutations(range(len(TREE) + 3)), st.lists(st.integers(0, len(TREE) - 1), max_size=4))
def test_no_order_and_no_repetition_changes_what_is_found(tmp_path_factory, order, again):
    letters = [*TREE, FOOTED, CHANGED, mail(5, "something else", body="twice\n")]
    folder = tmp_path_factory.mktemp("shuffled")
    straight = gather(folder, mbox(*letters))
    shuffled = gather(folder, mbox(*(letters[number] for number in order), *(letters[number] for number in again)))
    by_digest = {found.digest: found for found in straight.mails}
    assert {found.digest: found for found in shuffled.mails} == by_digest
    assert len(shuffled.mails) == len(by_digest)
    assert shuffled.duplicate == straight.duplicate + len(again)
    assert shuffled.newest == straight.newest
    assert shuffled.discussions == straight.discussions


@pytest.mark.parametrize("form", [str.upper, str.lower, str.title])
def test_names_of_fields_in_any_case(tmp_path, form):
    raw = mail(1).decode()
    head, _, body = raw.partition("\n\n")
    lines = [form(line.partition(":")[0]) + ":" + line.partition(":")[2] for line in head.split("\n")]
    done = gather(tmp_path, SEPARATOR.encode() + ("\n".join(lines) + "\n\n" + body).encode() + b"\n")
    assert ids(done) == [1]


def test_a_gzip_cut_in_its_first_block_gives_what_was_readable(tmp_path):
    path = tmp_path / "x.mbox.gz"
    letters = [mail(number, body="".join(random.Random(number).choices("abcdef \n", k=600))) for number in range(40)]
    packed = gzip.compress(mbox(*letters))
    path.write_bytes(packed[: len(packed) // 2])
    done = harvest(find([path]), wanted=wanted)
    assert 10 < done.read < 30
    assert done.warnings == [f"{path}: the compressed file is damaged or ends too early"]
