"""Does any byte string make the reader fail?"""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from kipbot.core.facts import MailReceived
from kipbot.mail.headers import decode_text, read_ids, read_value
from kipbot.mail.mailboxes import read_mailboxes
from kipbot.mail.markup import Room, read_markup
from kipbot.mail.mbox import Reading
from kipbot.mail.reader import read

NAMES = [
    b"From", b"Subject", b"Message-ID", b"References", b"In-Reply-To", b"Date", b"Received", b"Content-Type", b"To", b"Reply-To",
    b"Content-Transfer-Encoding", b"Content-Disposition", b"List-Id", b"Mailing-List", b"Auto-Submitted", b"Return-Path", b"X",
]  # fmt: skip
SHARDS = [
    b"<", b">", b"@", b'"', b"(", b")", b"\\", b",", b";", b":", b"=", b"?", b"\n", b"\r\n", b"\r", b"\n ", b"\n\t", b"\0", b"\xff", b"\xc3\xa9",
    b"=?utf-8?q?", b"=?gb2312?b?", b"?=", b"a@b.example", b"+1", b"-1", b"> ", b"binding", b"--b", b"--b--", b"boundary=b", b"boundary=\"",
    b"multipart/mixed", b"multipart/alternative", b"message/rfc822", b"text/html", b"text/plain", b"charset=", b"utf-7", b"zlib", b"utf-16",
    b"iso-2022-jp", b"format=flowed", b"delsp=yes", b"base64", b"quoted-printable", b"attachment", b"filename*0=", b"x*1*=",
    b"<div style='display:none'>", b"</div>", b"<!--", b"-->", b"<style>", b"<blockquote>", b"&#x110000;", b"&#999999999;", b"&amp", b"<br>",
    b"-----BEGIN PGP SIGNED MESSAGE-----", b"-----BEGIN PGP MESSAGE-----", b"begin 644 x", b"end", b"From ", b">From ", b"Wed, 1 Nov 2017",
    b"06:04:52", b"+0000", b"+9999", b"GMT", b"99999999", b"by x.example", b"Topics (messages 1", b"On 1 Nov 2017, A wrote:", b"\xe2\x80\x8b",
]  # fmt: skip
RUIN = st.lists(st.sampled_from(SHARDS) | st.binary(max_size=6), max_size=30).map(b"".join)
FIELDS = st.lists(st.tuples(st.sampled_from(NAMES), RUIN).map(lambda pair: pair[0] + b": " + pair[1] + b"\n"), max_size=12).map(
    b"".join
)
RUINED_MAIL = st.tuples(FIELDS, st.lists(RUIN | FIELDS, max_size=8).map(b"\n".join)).map(b"\n".join)


@given(st.binary(max_size=2000) | RUINED_MAIL)
def test_any_bytes_give_a_mail(raw):
    mail = read(raw)
    assert isinstance(mail, MailReceived)
    assert not any(trouble.startswith("cannot be read") for trouble in mail.troubles)
    assert mail.message_id.startswith("<")
    assert len(mail.digest) == 32
    assert all("\n" not in line.text for line in mail.lines)
    assert "\n" not in mail.subject
    assert mail.sent_at is None or mail.sent_at.tzinfo is not None
    assert read(raw) == mail


@given(RUIN)
def test_any_field_can_be_read(raw):
    decode_text(raw)
    read_value(raw)
    assert all(item.startswith("<") and item.endswith(">") for item in read_ids(raw))
    assert all("\n" not in mailbox.name and mailbox.address == mailbox.address.lower() for mailbox, _ in read_mailboxes(raw))


@given(st.text(max_size=500) | RUIN.map(lambda raw: raw.decode("utf-8", "replace")))
def test_any_text_is_some_markup(text):
    read_markup(text, Room())


@given(
    st.lists(
        st.sampled_from([b"From a@b.example Wed Nov  1 06:04:52 2017\n", b"From x\n", b"Subject: x\n", b"\n", b"\r\n", b"x"])
        | RUIN,
        max_size=40,
    )
)
def test_splitting_loses_no_byte(shards):
    raw = b"".join(shards)
    spans = list(Reading(io.BytesIO(raw)).spans())
    assert b"".join(block[begin:end] for block, begin, end, _ in spans) == raw
