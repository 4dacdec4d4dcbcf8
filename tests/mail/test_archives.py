"""Where is mail, and where does each mail begin and end?"""

from __future__ import annotations

import gzip
import io
import os

import pytest

from kipbot.core.errors import WorldFailed, WrongUse
from kipbot.mail import mbox as room
from kipbot.mail.archives import Form, find
from kipbot.mail.mbox import Reading
from kipbot.mail.scan import harvest
from tests.mail.envelopes import SEPARATOR, letter, mbox


def split(raw: bytes, *, counted: bool = False) -> list[bytes]:
    reading = Reading(io.BytesIO(raw), counted=counted)
    return [block[begin:end] for block, begin, end, _ in reading.spans()]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("From ana@fjord.example Wed Nov  1 06:04:52 2017", id="asctime"),
        pytest.param("From ana@fjord.example Wed Nov 1 06:04:52 2017", id="one blank before the day"),
        pytest.param("From ana@fjord.example Wed Nov 01 06:04:52 +0000 2017", id="with an offset before the year"),
        pytest.param("From ana@fjord.example Wed Nov  1 06:04:52 UTC 2017", id="with a zone before the year"),
        pytest.param("From ana@fjord.example Wed, 1 Nov 2017 06:04:52 +0000", id="the date of RFC 5322"),
        pytest.param("From - Wed Nov 01 06:04:52 2017", id="Thunderbird"),
        pytest.param("From MAILER-DAEMON Wed Nov  1 06:04:52 2017", id="a bounce"),
        pytest.param("From dev-return-1-archiver=mbox.example.org@list.example.org  Wed Nov  1 06:04:52 2017", id="ezmlm"),
        pytest.param("From ana at fjord.example  Wed Nov  1 06:04:52 2017", id="pipermail"),
        pytest.param("From ???@??? Wed Nov 01 06:04:52 2017", id="Eudora"),
        pytest.param("From 1583@xxx Wed Nov 01 06:04:52 +0000 2017", id="Google"),
        pytest.param('From "ana voter"@fjord.example Wed Nov  1 06:04:52 2017', id="a quoted left side"),
        pytest.param("From ana@fjord.example 2017-11-01 06:04:52", id="an ISO date"),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_separators_of_all_dialects_part_mails(line, ends):
    raw = mbox(letter("one\n"), letter("two\n"), letter("three\n"), separator=line + "\n").replace(b"\n", ends.encode())
    mails = split(raw)
    assert len(mails) == 3
    assert b"".join(mails) == raw


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Hello\n\nFrom the beginning it was slow.\n", id="a sentence"),
        pytest.param("Hello\n\nFrom Wednesday on: Nov 1 we vote.\n", id="a sentence with a day"),
        pytest.param("Hello\n\n>From ana@fjord.example Wed Nov  1 06:04:52 2017\nSubject: x\n", id="a quoted separator"),
        pytest.param("Hello\nFrom the log at Wed Nov  1 06:04:52 2017\nall was well\n", id="a log line in a paragraph"),
        pytest.param("Hello\n\nFrom: ana@fjord.example\nDate: Wed Nov  1 06:04:52 2017\n", id="a header in the text"),
        pytest.param(
            "Hello\n\nFrom ana@fjord.example Wed Nov  1 06:04:52 2017\nshe wrote no more.\n", id="a separator before prose"
        ),
    ],
)
def test_a_line_of_the_body_parts_nothing(body):
    assert len(split(mbox(letter(body), letter("two\n")))) == 2


def test_a_missing_blank_line_before_the_separator():
    raw = mbox(letter("one\n"), letter("two\n")).replace(b"\n\nFrom dev", b"\nFrom dev")
    assert len(split(raw)) == 2


def test_content_length_says_where_a_mail_ends():
    body = "Hello\n\n" + SEPARATOR + "Subject: not a mail\n\ntext\n"
    raw = mbox(letter(body, header=f"Content-Length: {len(body)}\n"), letter("two\n", header="Content-Length: 4\n"))
    assert len(split(raw)) == 3
    assert len(split(raw, counted=True)) == 2


@pytest.mark.parametrize("length", [0, 1, 5, 10**8])
def test_a_wrong_content_length_is_not_believed(length):
    raw = mbox(letter("one\n", header=f"Content-Length: {length}\n"), letter("two\n"), letter("three\n"))
    assert len(split(raw, counted=True)) == 3


@pytest.mark.parametrize("block_bytes", [1, 7, 100, 4096, 1 << 20])
def test_the_size_of_the_blocks_changes_nothing(monkeypatch, block_bytes):
    raw = mbox(*(letter(f"mail {number}\n\nFrom here on\n" * 20) for number in range(12)))
    monkeypatch.setattr(room, "BLOCK_BYTES", block_bytes)
    mails = split(raw)
    assert len(mails) == 12
    assert b"".join(mails) == raw


@pytest.mark.parametrize("stretch", [1, 50, 333, 1000, 5000])
def test_stretches_together_hold_each_mail_once(stretch):
    raw = mbox(*(letter(f"mail {number}\n") for number in range(20)))
    found = []
    for start in range(0, len(raw), stretch):
        for _, begin, end, place in Reading(io.BytesIO(raw)).spans(start, start + stretch):
            found.append((place, end - begin))
    assert found == [(place, end - begin) for _, begin, end, place in Reading(io.BytesIO(raw)).spans()]


def test_a_giant_is_cut_and_the_next_mail_is_found(monkeypatch):
    monkeypatch.setattr(room, "MAX_MAIL_BYTES", 300_000)
    mails = split(mbox(letter("x" * 2_000_000), letter("two\n")))
    assert len(mails) == 2
    assert len(mails[0]) == 300_000
    assert mails[1].endswith(b"two\n\n")


def test_an_mbox_cut_in_the_middle_gives_what_is_there():
    raw = mbox(letter("one\n"), letter("two\n"))
    assert len(split(raw[:-20])) == 2
    assert len(split(raw[10:])) == 2


@pytest.fixture
def shelf(tmp_path):
    """A folder with mail of every form, and things that are none."""
    (tmp_path / "b.mbox").write_bytes(mbox(letter("one\n")))
    (tmp_path / "a.mbox.gz").write_bytes(gzip.compress(mbox(letter("two\n"))))
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "x.eml").write_bytes(letter("three\n").replace(b"\n", b"\r\n"))
    for name in ("cur", "new", "tmp"):
        (tmp_path / "dir" / name).mkdir(parents=True)
        (tmp_path / "dir" / name / "1.host:2,S").write_bytes(letter(name))
    (tmp_path / "notes.txt").write_text("Note: nothing here\n\nFrom the desk\n")
    (tmp_path / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    (tmp_path / "empty.mbox").write_bytes(b"")
    (tmp_path / ".hidden").write_bytes(letter())
    return tmp_path


def test_a_folder_is_searched_in_a_fixed_order(shelf):
    found = [source.path.relative_to(shelf).as_posix() for source in find([shelf])]
    assert found == ["a.mbox.gz", "b.mbox", "dir/cur/1.host:2,S", "dir/new/1.host:2,S", "sub/x.eml"]


def test_forms_are_told_by_what_is_inside(shelf):
    assert [(source.form, source.compressed) for source in find([shelf / "a.mbox.gz", shelf / "sub" / "x.eml"])] == [
        (Form.MBOX, True),
        (Form.SINGLE, False),
    ]


def test_an_eml_file_is_one_mail_whatever_it_quotes(tmp_path):
    path = tmp_path / "x.eml"
    path.write_bytes(letter("see\n\n" + SEPARATOR + "Subject: quoted\n\nx\n"))
    assert find([path])[0].form is Form.SINGLE


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        pytest.param("x.mbox", None, "no such file", id="missing"),
        pytest.param("x.mbox", b"", "empty", id="empty"),
        pytest.param("x.png", b"\x89PNG\r\n\x1a\n" + bytes(500), "no mail", id="binary"),
        pytest.param("x.bin", os.urandom(2000), "no mail", id="noise"),
        pytest.param("x.txt", b"Dear all,\n\nhello\n", "no mail", id="prose"),
        pytest.param("x.mbox.gz", b"\x1f\x8b\x08\x00", "cannot be read", id="a stump of gzip"),
        pytest.param("x.mbox.gz", b"\x1f\x8b" + b"\xff" * 200, "cannot be read", id="broken gzip"),
    ],
)
def test_what_is_no_mail_is_told_in_one_line(tmp_path, name, content, words):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(WorldFailed) as failure:
        find([path])
    assert words in str(failure.value)
    assert str(path) in str(failure.value)
    assert "\n" not in str(failure.value)


def test_a_folder_without_mail_is_told(tmp_path):
    (tmp_path / "notes.txt").write_text("hello\n")
    with pytest.raises(WorldFailed, match="no mail in this folder"):
        find([tmp_path])


def test_no_path_is_wrong_use():
    with pytest.raises(WrongUse):
        find([])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path):
    path = tmp_path / "x.mbox"
    path.write_bytes(mbox(letter()))
    path.chmod(0)
    with pytest.raises(WorldFailed, match="permission denied"):
        find([path])


def test_an_unreadable_file_inside_a_folder_stops_nothing(shelf):
    (shelf / "c.mbox.gz").write_bytes(b"\x1f\x8b" + b"\xff" * 200)
    troubled = [source for source in find([shelf]) if source.trouble]
    assert [source.path.name for source in troubled] == ["c.mbox.gz"]


def test_a_file_inside_a_folder_that_only_has_the_name_of_an_archive_is_told(shelf):
    (shelf / "d.mbox").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    (shelf / "e.mbox").write_bytes(b"")  # a month without mail
    (shelf / "f.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    done = harvest(find([shelf]), wanted=lambda subject: True)
    assert done.warnings == [f"{shelf / 'd.mbox'}: this is no mail"]
    assert done.unreadable == 0


def test_a_folder_of_nothing_but_such_files_holds_no_mail(tmp_path):
    (tmp_path / "d.mbox").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    with pytest.raises(WorldFailed, match="no mail in this folder"):
        find([tmp_path])


def test_blank_lines_at_the_head_are_no_mail(tmp_path):
    path = tmp_path / "x.mbox"
    path.write_bytes(b"\n\n" + mbox(letter()))
    done = harvest(find([path]), wanted=lambda subject: True)
    assert (done.read, done.unreadable) == (1, 0)


def test_a_pipe_is_told_and_not_waited_for(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(WorldFailed, match="neither a file nor a folder"):
        find([path])
