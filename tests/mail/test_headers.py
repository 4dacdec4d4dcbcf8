"""What do header fields say, in all the forms in which they come?"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kipbot.core.facts import Mailbox
from kipbot.mail.charsets import decode
from kipbot.mail.dates import read_date, read_date_bytes
from kipbot.mail.headers import MAX_FIELD_BYTES, decode_text, read_ids, read_value, split_headers
from kipbot.mail.mailboxes import read_mailboxes, read_sender
from kipbot.mail.received import read_list_id, read_received_at


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        pytest.param(b" [VOTE] KIP-7", "[VOTE] KIP-7", id="plain"),
        pytest.param(b" [VOTE]\n KIP-7:\r\n\tboats", "[VOTE] KIP-7: boats", id="folded"),
        pytest.param(b" =?utf-8?q?=5BVOTE=5D_KIP-7?=", "[VOTE] KIP-7", id="quoted-printable word"),
        pytest.param(b" =?UTF-8?B?W1ZPVEVd?= KIP-7", "[VOTE] KIP-7", id="base64 word"),
        pytest.param(b" =?utf-8?q?[VO?=\n =?utf-8?q?TE]?=", "[VOTE]", id="adjacent words lose the blank between them"),
        pytest.param(b" =?utf-8?b?w6k=?= =?utf-8?q?x?=", "éx", id="adjacent words of two encodings"),
        pytest.param(b" =?utf-8?b?ww==?= =?utf-8?b?qQ==?=", "é", id="one character cut over two words"),
        pytest.param(b" =?utf-8?b?W1ZPVEVd?", "=?utf-8?b?W1ZPVEVd?", id="a word that does not end stays as it is"),
        pytest.param(b" =?utf-8?b?W1ZPVEV?= x", "[VOTE x", id="missing padding"),
        pytest.param(b" =?utf-8*en?q?boats?=", "boats", id="a language after the charset"),
        pytest.param(b" =?gb2312?b?u9i4tDo=?= [VOTE]", "回复: [VOTE]", id="chinese"),
        pytest.param(b" =?iso-2022-jp?b?GyRCRWpJPBsoQg==?=", "投票", id="japanese"),
        pytest.param(b" =?koi8-r?b?5s/S1c0=?=", "Форум", id="russian"),
        pytest.param(b" =?utf-7?q?+AFs-VOTE+AF0-?=", "+AFs-VOTE+AF0-", id="utf-7 is never decoded"),
        pytest.param(b" =?rot13?q?[IBGR]?=", "[IBGR]", id="rot13 is never decoded"),
        pytest.param(b" =?zlib?b?eJw=?=", "x\x9c".replace("\x9c", "\x9c"), id="zlib is never run"),
        pytest.param("é [VOTE]".encode(), "é [VOTE]", id="raw utf-8"),
        pytest.param("é [VOTE]".encode("latin-1"), "é [VOTE]", id="raw latin-1"),
        pytest.param(b" =?utf-8?q?Re:=0ABcc:_x?=", "Re: Bcc: x", id="an encoded line end becomes a blank"),
        pytest.param(b" =?=?=?=?q?x", "=?=?=?=?q?x", id="ruins of words"),
    ],
)
def test_a_subject_is_decoded(raw, shown):
    assert decode_text(raw) == shown


@pytest.mark.parametrize(
    ("raw", "charset", "text", "doubtful"),
    [
        pytest.param(b"+1", "", "+1", False, id="none"),
        pytest.param(b"caf\xe9", "iso-8859-1", "café", False, id="latin-1"),
        pytest.param(b"caf\xc3\xa9", "us-ascii", "café", False, id="utf-8 called ascii"),
        pytest.param(b"caf\xe9", "utf-8", "café", False, id="latin-1 called utf-8"),
        pytest.param(b"+1", "x-unknown", "+1", False, id="unknown, all ascii"),
        pytest.param(b"caf\xe9 +1", "x-unknown", "café +1", True, id="unknown, with bytes that matter"),
        pytest.param(b"+ADE-", "utf-7", "+ADE-", True, id="utf-7"),
        pytest.param(rb"\u002b1", "unicode_escape", r"\u002b1", True, id="unicode_escape"),
        pytest.param(b"x\x9c\x03\x00\x00\x00\x00\x01", "zlib", None, True, id="zlib"),
        pytest.param(b"2b31", "hex", "2b31", True, id="hex"),
        pytest.param(b"+1", "utf8\0", "+1", False, id="a NUL in the name"),
        pytest.param(b"\xff\xfe+\x001\x00", "utf-16", "+1", False, id="utf-16 with its mark"),
        pytest.param(b"+\x001\x00", "utf-16", "+\x001\x00", True, id="utf-16 without its mark"),
    ],
)
def test_charsets_are_an_allow_list(raw, charset, text, doubtful):
    read, doubt = decode(raw, charset)
    assert text is None or read == text
    assert (doubt is not None) is doubtful


@pytest.mark.parametrize(
    ("raw", "ids"),
    [
        pytest.param(b" <a@b>", ("<a@b>",), id="one"),
        pytest.param(b" <a@b>\n <c@d>\t<a@b>", ("<a@b>", "<c@d>"), id="each once, in order"),
        pytest.param(b" <a\n b@c>", ("<ab@c>",), id="folded inside"),
        pytest.param(b" a@b", ("<a@b>",), id="without brackets"),
        pytest.param(b' Your message of "Wed, 1 Nov 2017" <a@b>', ("<a@b>",), id="prose around it"),
        pytest.param(b" <<<<<<a@b>", ("<a@b>",), id="too many brackets"),
        pytest.param(b" <a@b", ("<a@b>",), id="a bracket that does not close"),
        pytest.param(b" " + b"(" * 5000, (), id="five thousand parentheses"),
        pytest.param(b" <" + b"x" * 5000 + b"@y>", (), id="an endless id"),
        pytest.param(b"", (), id="empty"),
    ],
)
def test_ids_are_read(raw, ids):
    assert read_ids(raw) == ids


def test_the_root_and_the_parent_survive_a_cut_in_references():
    value = b" ".join(b"<%d@ships.example>" % n for n in range(1000))
    headers = split_headers(b"References: " + value + b"\n\n")
    ids = read_ids(headers.first("references"))
    assert ids[0] == "<0@ships.example>"
    assert ids[-1] == "<999@ships.example>"
    assert len(ids) <= 201


@pytest.mark.parametrize(
    ("raw", "name", "address", "ambiguous"),
    [
        pytest.param(b" Bo Roe <bo@fjord.example>", "Bo Roe", "bo@fjord.example", False, id="plain"),
        pytest.param(b" bo@fjord.example", "", "bo@fjord.example", False, id="bare"),
        pytest.param(b" <BO@Fjord.Example>", "", "bo@fjord.example", False, id="in lower case"),
        pytest.param(b" bo@fjord.example (Bo Roe)", "Bo Roe", "bo@fjord.example", False, id="the name as a comment"),
        pytest.param(b" bo at fjord.example (Bo Roe)", "Bo Roe", "bo@fjord.example", False, id="as pipermail hides it"),
        pytest.param(b' "Roe, Bo" <bo@fjord.example>', "Roe, Bo", "bo@fjord.example", False, id="a comma in quotes"),
        pytest.param(rb' "Bo \"B\" Roe" <bo@fjord.example>', 'Bo "B" Roe', "bo@fjord.example", False, id="quotes in quotes"),
        pytest.param(b" =?utf-8?q?D=C3=B6rte?= Roe <d@fjord.example>", "Dörte Roe", "d@fjord.example", False, id="encoded"),
        pytest.param(b' "=?utf-8?q?D=C3=B6rte?=" <d@fjord.example>', "Dörte", "d@fjord.example", False, id="encoded in quotes"),
        pytest.param("Dörte <d@fjord.example>".encode(), "Dörte", "d@fjord.example", False, id="raw utf-8"),
        pytest.param(b" Bo (the (old) one) Roe <bo@fjord.example> (x)", "Bo Roe", "bo@fjord.example", False, id="comments"),
        pytest.param(b" Bo\n Roe\n <bo@fjord.example>", "Bo Roe", "bo@fjord.example", False, id="folded"),
        pytest.param(
            b" bo@fjord.example <mallory@evil.example>",
            "bo@fjord.example",
            "mallory@evil.example",
            True,
            id="a name that is another address",
        ),
        pytest.param(
            b' "bo@fjord.example" <mallory@evil.example>',
            "bo@fjord.example",
            "mallory@evil.example",
            True,
            id="the same in quotes",
        ),
        pytest.param(
            b" Bo (bo@fjord.example) <mallory@evil.example>",
            "Bo",
            "mallory@evil.example",
            False,
            id="an address in a comment beside a name",
        ),
        pytest.param(
            b" bo@fjord.example <bo@fjord.example>",
            "bo@fjord.example",
            "bo@fjord.example",
            False,
            id="a name that is the same address",
        ),
        pytest.param(
            b' "bo@fjord.example via dev" <dev@list.example.org>',
            "bo@fjord.example via dev",
            "dev@list.example.org",
            False,
            id="rewritten by a list",
        ),
        pytest.param(b" bo@fjord.example)mallory@evil.example", None, None, True, id="a stray parenthesis"),
        pytest.param(b" Bo (unclosed <bo@fjord.example>", None, None, True, id="a comment that does not close"),
        pytest.param(b' "Bo <bo@fjord.example>', None, None, True, id="a quote that does not close"),
        pytest.param(b" Bo <bo@fjord.example", "Bo", "bo@fjord.example", True, id="an angle that does not close"),
        pytest.param(b" a@b.example, c@d.example", "", "a@b.example", True, id="two mailboxes"),
        pytest.param(b" friends: a@b.example;", "", "a@b.example", True, id="a group"),
        pytest.param(b" a@b@c.example", None, None, True, id="two at signs"),
        pytest.param(b" <a@b.example> <c@d.example>", "", "a@b.example", True, id="two angles"),
        pytest.param(b" Bo Roe", "Bo Roe", "", True, id="no address"),
        pytest.param(b" bo\x00@fjord.example", None, None, True, id="a NUL in the address"),
        pytest.param(b" " + b'"' * 50_000, None, None, True, id="fifty thousand quotes"),
        pytest.param(b" " + b"(" * 50_000, None, None, True, id="fifty thousand parentheses"),
        pytest.param(b" " + b'"\\' * 20_000, None, None, True, id="quotes and backslashes"),
        pytest.param(b" " + b"<" * 50_000, None, None, True, id="fifty thousand angles"),
        pytest.param(b"", None, None, True, id="empty"),
    ],
)
def test_from_is_one_mailbox_or_ambiguous(raw, name, address, ambiguous):
    sender, trouble = read_sender(split_headers(b"From:" + raw + b"\n\n"))
    assert (trouble is not None) is ambiguous
    assert name is None or sender == Mailbox(name, address)


def test_two_from_fields_are_ambiguous():
    _, trouble = read_sender(split_headers(b"From: a@b.example\nFrom: c@d.example\n\n"))
    assert trouble == "From is ambiguous"


def test_a_list_of_mailboxes_is_read():
    found = read_mailboxes(b' "Roe, Bo" <bo@a.example>, c@d.example (C), =?utf-8?q?=C3=89va?= <e@f.example>;')
    assert [mailbox for mailbox, _ in found] == [
        Mailbox("Roe, Bo", "bo@a.example"),
        Mailbox("C", "c@d.example"),
        Mailbox("Éva", "e@f.example"),
    ]


NOON = datetime(2017, 11, 1, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        pytest.param("Wed, 01 Nov 2017 12:00:00 +0000", NOON, id="rfc 5322"),
        pytest.param("Wed, 1 Nov 2017 13:00:00 +0100 (CET)", NOON, id="zone and comment"),
        pytest.param("1 Nov 2017 12:00:00 -0000", NOON, id="no day"),
        pytest.param("Wed,  1 Nov 17 12:00:00 GMT", NOON, id="two-digit year"),
        pytest.param("Wed, 1 Nov 2017 12:00:00", NOON, id="no zone is UTC"),
        pytest.param("Wed, 1 Nov 2017 12:00 +0000", NOON, id="no seconds"),
        pytest.param("Wed, 1 Nov 2017 14:00:00 GMT+02:00", NOON, id="GMT+02:00"),
        pytest.param("Wed, 1 Nov 2017 07:00:00 EST", NOON, id="EST"),
        pytest.param("Wed, 1 Nov 2017 12:00:60 +0000", NOON.replace(second=59), id="a leap second"),
        pytest.param("Wed Nov  1 12:00:00 2017", NOON, id="asctime"),
        pytest.param("Wed Nov  1 12:00:00 UTC 2017", NOON, id="asctime with zone"),
        pytest.param("Wed Nov 01 12:00:00 +0000 2017", NOON, id="asctime with offset"),
        pytest.param("2017-11-01T12:00:00Z", NOON, id="iso"),
        pytest.param("2017-11-01 14:00:00 +02:00", NOON, id="iso with blank"),
        pytest.param("Nov 1, 2017 12:00 PM", NOON, id="american"),
        pytest.param("Mi, 1 Nov 2017 13:00:00 +0100", NOON, id="german day"),
        pytest.param("Wednesday, 1 November 2017 12:00:00 +0000", NOON, id="long names"),
        pytest.param("Wed, 32 Nov 2017 12:00:00 +0000", None, id="the 32nd"),
        pytest.param("Wed, 1 Nov 2017 25:00:00 +0000", None, id="25 o'clock"),
        pytest.param("Wed, 1 Nov 2017 12:00:00 +9999", None, id="a zone that does not exist"),
        pytest.param("Wed, 1 Nov 1969 12:00:00 +0000", None, id="before there was mail like this"),
        pytest.param("Wed, 1 Nov 2999 12:00:00 +0000", None, id="far future"),
        pytest.param("Wed, 1 Nov 99999999999 12:00:00 +0000", None, id="endless year"),
        pytest.param("Wed, 1 Foo 2017 12:00:00 +0000", None, id="no month"),
        pytest.param("yesterday", None, id="words"),
        pytest.param("", None, id="empty"),
        pytest.param("1" * 100_000, None, id="digits"),
    ],
)
def test_dates(text, moment):
    assert read_date(text) == moment
    assert read_date_bytes(text.encode()) == moment


OWN = b"Received: from a (b [192.0.2.1])\n\tby mx.list.example.org (Postfix) with SMTP id 1\n\tfor <x@y.example>; Wed, 1 Nov 2017 12:00:00 +0000 (UTC)\n"
PARENT = OWN.replace(b"mx.list.example.org", b"mbox.example.org")
QMAIL = b"Received: (qmail 48013 invoked by uid 500); 1 Nov 2017 09:00:00 -0000\n"
OTHER = b"Received: from c by mx.reader.example (x); Wed, 1 Nov 2017 18:00:00 +0000\n"
LIST = b"List-Id: Developers <dev.list.example.org>\n"
FORGED = b"Received: from z by mail.list.example.org; Tue, 31 Oct 2017 12:00:00 +0000\n"


@pytest.mark.parametrize(
    ("block", "hour"),
    [
        pytest.param(LIST + OWN, 12, id="the list's own host"),
        pytest.param(LIST + PARENT, 12, id="a host of the parent domain"),
        pytest.param(LIST + OTHER + OWN, 12, id="the list's own host below the reader's"),
        pytest.param(LIST + OWN + FORGED, 12, id="a forged line below the true one"),
        pytest.param(LIST + QMAIL + OWN, 12, id="qmail's line names no host"),
        pytest.param(LIST + QMAIL, 9, id="qmail's line where there is nothing else"),
        pytest.param(LIST + OTHER, 18, id="no line of the list"),
        pytest.param(OTHER + OWN, 18, id="no list"),
        pytest.param(b"Mailing-List: contact dev-help@list.example.org; run by ezmlm\n" + OTHER + OWN, 12, id="ezmlm's field"),
        pytest.param(b"List-Post: <mailto:dev@list.example.org>\n" + OTHER + OWN, 12, id="List-Post"),
        pytest.param(
            LIST + OTHER.replace(b"mx.reader.example", b"evil-example.org") + OWN, 12, id="a domain that only ends alike"
        ),
        pytest.param(LIST + b"Received: by mx.list.example.org; no date\n" + OTHER, 18, id="the list's line without a date"),
        pytest.param(LIST, None, id="none"),
    ],
)
def test_the_list_says_when_it_received(block, hour):
    headers = split_headers(block + b"\n")
    moment = read_received_at(headers, read_list_id(headers))
    assert (moment and moment.hour) == hour


def test_parameters_of_structured_fields():
    value = b""" Text/Plain; charset="utf\\-8"; format = flowed; name*0="a;b"; name*1=c ; filename*=utf-8''x%20y"""
    assert read_value(value) == (
        "text/plain",
        {"charset": "utf-8", "format": "flowed", "name": "a;bc", "filename": "x%20y"},
    )


def test_a_block_without_end_is_cut():
    headers = split_headers(b"X: y\n" * 40_000)
    assert "*" in headers.cut


def test_a_long_field_is_cut_and_told():
    headers = split_headers(b"Subject: " + b"x" * 20_000 + b"\nFrom: a@b.example\n\n")
    assert headers.cut == ("subject",)
    assert len(headers.first("subject")) == MAX_FIELD_BYTES
    assert headers.first("from") == b" a@b.example"
