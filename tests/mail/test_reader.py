"""What does one mail say: the parts that its reader sees, and what makes them unreliable?"""

from __future__ import annotations

import base64
import zlib

import pytest

from kipbot.core.facts import LineKind, Mailbox
from kipbot.mail.reader import read
from tests.mail.envelopes import letter, own, words


def part(body: str, kind: str = "text/plain", header: str = "") -> str:
    return f"--b\nContent-Type: {kind}\n{header}\n{body}\n"


def multipart(kind: str, *parts: str, preamble: str = "", end: str = "--b--\n") -> bytes:
    head = f'MIME-Version: 1.0\nContent-Type: multipart/{kind}; boundary="b"\n'
    return letter(preamble + "".join(parts) + end, header=head)


def html(body: str) -> bytes:
    return letter(body, header="Content-Type: text/html; charset=utf-8\n")


PLAIN = part("+1 (binding)")

OWN_WORDS = [
    pytest.param(letter("+1\n"), "+1", id="no content type"),
    pytest.param(letter("+1\r\n\r\nBo\r\n").replace(b"\n", b"\r\n").replace(b"\r\r", b"\r"), "+1\nBo", id="CRLF"),
    pytest.param(letter("+1\rBo"), "+1\nBo", id="old Mac line ends"),
    pytest.param(letter("=2B1 (bind=\ning)\n", header="Content-Transfer-Encoding: quoted-printable\n"), "+1 (binding)", id="quoted-printable"),
    pytest.param(letter("KzEgKGJpbmRpbmcp\n", header="Content-Transfer-Encoding: base64\n"), "+1 (binding)", id="base64"),
    pytest.param(letter("KzE\n", header="Content-Transfer-Encoding: BASE64 \n"), "+1", id="base64 without padding"),
    pytest.param(letter("+1\n", header="Content-Transfer-Encoding: 8-Bit-ish\n"), "+1", id="an encoding that nobody knows"),
    pytest.param(letter("+1\n", header="Content-Type: text\n"), "+1", id="a content type without a slash"),
    pytest.param(letter("+1\n", header="Content-Type: ;;;=\n"), "+1", id="a content type in ruins"),
    pytest.param(letter("﻿+1\n"), "+1", id="a byte order mark"),
    pytest.param(letter("+1 \nbinding\n", header="Content-Type: text/plain; format=flowed\n"), "+1 binding", id="format=flowed"),
    pytest.param(letter("投 \n票 +1\n", header="Content-Type: text/plain; charset=utf-8; format=flowed; DelSp=yes\n"), "投票 +1", id="delsp"),
    pytest.param(multipart("alternative", PLAIN, part("<p>+1 (binding)</p>", "text/html")), "+1 (binding)", id="alternative"),
    pytest.param(multipart("alternative", part(""), part("<p>+1</p>", "text/html")), "+1", id="alternative with an empty plain part"),
    pytest.param(multipart("alternative", part("<p>+1</p>", "text/html")), "+1", id="alternative with HTML only"),
    pytest.param(multipart("mixed", PLAIN, part("-1", "text/x-patch")), "+1 (binding)", id="a patch is not said"),
    pytest.param(multipart("mixed", PLAIN, part("-1", header="Content-Disposition: attachment\n")), "+1 (binding)", id="an attachment is not said"),
    pytest.param(multipart("mixed", PLAIN, part("-1", 'text/plain; name="x.txt"', "Content-Disposition: inline\n")), "+1 (binding)", id="a named inline file is not said"),
    pytest.param(multipart("mixed", PLAIN, part("-1", "text/calendar")), "+1 (binding)", id="a calendar is not said"),
    pytest.param(multipart("mixed", PLAIN, part("LTE=", "application/octet-stream", "Content-Transfer-Encoding: base64\n")), "+1 (binding)", id="a file is not said"),
    pytest.param(multipart("mixed", part("Hello"), part("+1")), "Hello\n+1", id="two inline texts"),
    pytest.param(multipart("mixed", PLAIN, part("_" * 47 + "\ndev mailing list\nunsubscribe: x")), "+1 (binding)", id="a footer as a part"),
    pytest.param(multipart("related", part("<p>+1</p>", "text/html"), part("-1", "text/html")), "+1", id="related"),
    pytest.param(multipart("signed", PLAIN, part("-1", "application/pgp-signature")), "+1 (binding)", id="signed"),
    pytest.param(multipart("mixed", "--b\n\n+1\n"), "+1", id="a part without headers"),
    pytest.param(multipart("mixed", "--b\n+1\n"), "+1", id="a part without headers and blank line"),
    pytest.param(b"\xef\xbb\xbf" + letter("+1\n"), "+1", id="a byte order mark before the headers"),
    pytest.param(multipart("mixed", PLAIN, end=""), "+1 (binding)", id="no closing boundary"),
    pytest.param(multipart("mixed", PLAIN, preamble="-1\n"), "+1 (binding)", id="a preamble is not shown"),
    pytest.param(multipart("mixed", PLAIN, end="--b--\n-1\n"), "+1 (binding)", id="an epilogue is not shown"),
    pytest.param(multipart("mixed", PLAIN, "--bc\n\n-1\n"), "+1 (binding)\n--bc\n-1", id="a longer boundary is no boundary"),
    pytest.param(letter("+1\n", header='Content-Type: multipart/mixed; boundary="b"\n'), "+1", id="flattened: the boundary never comes"),
    pytest.param(letter("+1\n", header="Content-Type: multipart/mixed\n"), "+1", id="multipart without a boundary"),
    pytest.param(multipart("alternative", '--b\nContent-Type: multipart/mixed; boundary="c"\n\n--c\n\n+1\n--c--\n', part("<p>+1</p>", "text/html")), "+1", id="parts in parts"),
    pytest.param(letter(">From my side +1\n"), "From my side +1", id="the mark of the archive"),
    pytest.param(letter("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n- -1 it is\n-----BEGIN PGP SIGNATURE-----\n\niQ+1\n-----END PGP SIGNATURE-----\n"), "-1 it is", id="PGP inline"),
    pytest.param(letter("+1\nbegin 644 x.txt\n#+1\n`\nend\n"), "+1", id="a uuencoded file"),
    pytest.param(letter("KzEK\nTo unsubscribe, e-mail: dev-unsubscribe@list.example.org\n", header="Content-Transfer-Encoding: base64\n"), "+1", id="a footer glued to base64"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "said"), OWN_WORDS)
def test_the_senders_own_words(raw, said):
    mail = read(raw)
    assert own(mail) == said
    assert mail.troubles == ()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param("<p>+1 (binding)</p><p>Thanks<br>Bo", "+1 (binding)\nThanks\nBo", id="paragraphs and breaks"),
        pytest.param("<ul><li>+1<li>builds</ul>", "+1\nbuilds", id="list items"),
        pytest.param("<table><tr><td>+1</td><td>binding</td></tr><tr><td>x</table>", "+1 binding\nx", id="a table"),
        pytest.param("&#43;1&nbsp;(binding) &amp; thanks", "+1 (binding) & thanks", id="entities"),
        pytest.param("&#" + "9" * 6000 + ";+1", "\ufffd+1", id="an endless number"),
        pytest.param("+<b>1</b>", "+1", id="a token in two elements"),
        pytest.param("-<!-- x -->1", "-1", id="a comment inside a token"),
        pytest.param("ok<style>.x{}</style><script>'+1'</script><title>-1</title>", "ok", id="style, script and title"),
        pytest.param("ok<!-- +1 -->", "ok", id="a comment"),
        pytest.param("ok<!-- +1", "ok", id="a comment without end"),
        pytest.param('ok<img alt="+1"><a title="-1" href="+1">', "ok", id="attributes"),
        pytest.param('ok<div style="display:none">+1</div>', "ok", id="display none"),
        pytest.param('ok<div style="DISPLAY : none !important"><div>+1</div> x</div> y', "ok\ny", id="nested in display none"),
        pytest.param('ok<span style="visibility:hidden">+1</span>', "ok", id="visibility"),
        pytest.param('ok<span style="font-size:0px">+1</span>', "ok", id="font size"),
        pytest.param('ok<span style="color:#fff">+1</span>', "ok", id="white on white"),
        pytest.param('<div style="background:#036"><span style="color:#fff">+1</span></div>', "+1", id="white on blue"),
        pytest.param('ok<font color="white">+1</font>', "ok", id="a white font"),
        pytest.param("ok<div hidden>+1</div>", "ok", id="hidden"),
        pytest.param("<style>.k{display:none}</style>ok<p class='a k'>+1</p>", "ok", id="hidden by a class"),
        pytest.param("<s>-1</s> +1", "+1", id="struck out"),
        pytest.param(
            '<p style="font-size:1em;border-width:0;line-height:0">+1</p>', "+1", id="small numbers in a style hide nothing"
        ),
        pytest.param('ok<div style="max-height:0;overflow:hidden">+1</div>', "ok", id="no height"),
        pytest.param('ok<span style="color:#036;background-color:#036">+1</span>', "ok", id="a colour on itself"),
        pytest.param('ok<div style="position:absolute;left:-9999px">+1</div>', "ok", id="beside the page"),
        pytest.param('ok<div class="gmail_signature">Bo<br>+1 202 555 0100</div>', "ok", id="a signature known by its class"),
        pytest.param("ok<div>--&nbsp;</div>Bo<br>+1 202 555 0100", "ok", id="a signature known by its mark"),
        pytest.param('<p style="display:none">-1<p>+1', "+1", id="a paragraph closes the one before"),
        pytest.param("1 < 2 and +1", "1 < 2 and +1", id="a lone angle"),
        pytest.param("+1<a <a <a <a", "+1", id="ruins of tags"),
        pytest.param("<pre>a\n+1\nb</pre>", "a\n+1\nb", id="preformatted"),
        pytest.param("\n  +1\n  (binding)\n", "+1 (binding)", id="line ends are blanks"),
    ],
)
def test_html_is_read_as_it_is_seen(body, said):
    mail = read(html(body))
    assert own(mail) == said
    assert mail.troubles == ()


@pytest.mark.parametrize(
    "body",
    [
        pytest.param('ok<blockquote type="cite"><p>+1</p></blockquote>', id="blockquote"),
        pytest.param('ok<div class="gmail_quote"><div class="gmail_attr">On Wed, Nov 1, 2017, Bo &lt;b@c.example&gt; wrote:<br></div><blockquote>+1</blockquote></div>', id="gmail"),
        pytest.param('ok<div class="gmail_quote">+1</div>', id="gmail without blockquote"),
        pytest.param('ok<div class="yahoo_quoted"><div>+1</div></div>', id="yahoo"),
    ],
)  # fmt: skip
def test_quotations_in_html_are_quotations(body):
    mail = read(html(body))
    assert own(mail) == "ok"
    assert "+1" in words(mail.lines, LineKind.QUOTE)


def test_words_between_two_html_quotations_are_the_senders():
    assert own(read(html("<blockquote>a</blockquote>+1<blockquote>b</blockquote>"))) == "+1"


TROUBLES = [
    pytest.param(multipart("alternative", part("+1"), part("<p>-1</p>", "text/html")), "text and HTML disagree", id="plain says yes, HTML no"),
    pytest.param(multipart("alternative", part("Hello"), part("<p>+1</p>", "text/html")), "text and HTML disagree", id="only HTML votes"),
    pytest.param(multipart("alternative", part("+1"), part('<p style="display:none">+1</p>ok', "text/html")), "text and HTML disagree", id="HTML hides the vote"),
    pytest.param(multipart("encrypted", part("x", "application/pgp-encrypted")), "encrypted", id="PGP/MIME"),
    pytest.param(letter("MIAG", header="Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n"), "encrypted", id="S/MIME"),
    pytest.param(letter("-----BEGIN PGP MESSAGE-----\n\nhQ\n-----END PGP MESSAGE-----\n"), "encrypted", id="PGP inline"),
    pytest.param(letter("MIAG", header="Content-Type: application/pkcs7-mime; smime-type=signed-data\n"), "an opaque signature hides the text", id="S/MIME opaque"),
    pytest.param(multipart("digest", "--b\n\nFrom: a@b.example\n\n+1\n"), "digest", id="multipart digest"),
    pytest.param(letter("Topics (messages 1 through 5)\n\n+1\n"), "digest", id="a digest's table"),
    pytest.param(letter("+1\n", subject="dev Digest 1 Nov 2017 06:04:50 -0000 Issue 1234"), "digest", id="ezmlm digest"),
    pytest.param(letter("+1\n", subject="Dev Digest, Vol 12, Issue 3"), "digest", id="mailman digest"),
    pytest.param(letter("+\u200b1\n"), "hidden characters", id="zero width inside the token"),
    pytest.param(letter("\u202e1+\u202c x +1\n"), "hidden characters", id="bidi beside the token"),
    pytest.param(letter("+1 (non-\u00adbinding)\n"), "hidden characters", id="inside the claim"),
    pytest.param(letter("+ADE-\n", header="Content-Type: text/plain; charset=utf-7\n"), "charset utf-7 is not read", id="utf-7"),
    pytest.param(letter("+1\n", sender="bo@fjord.example <mallory@evil.example>"), "From is ambiguous", id="two readers, two senders"),
    pytest.param(letter("+1\n", header="From: c@d.example\n"), "From is ambiguous", id="two From fields"),
    pytest.param(letter("+1\n", sender=""), "From is missing", id="no From"),
    pytest.param(letter("+1\n", header="Subject: another\n"), "Subject is given twice", id="two subjects"),
    pytest.param(letter("--x\nContent-Type: text/plain\n\n+1\n", header='Content-Type: multipart/mixed; boundary="b"\n'), "the parts of the mail cannot be told apart", id="another boundary"),
    pytest.param(letter(base64.b64encode(b"+1\n" + bytes(range(256)) * 9), header="Content-Transfer-Encoding: base64\n"), "what is said to be text is binary", id="a picture labelled as text"),
    pytest.param(letter("x\n" * 20_000), "too large to be read whole", id="too many lines"),
    pytest.param(letter("x" * 600_000), "too large to be read whole", id="too many bytes"),
    pytest.param(multipart("mixed", *[part("x")] * 400), "too many parts", id="too many parts"),
    pytest.param(letter("+1\n", header="X: y\n" * 30_000 + "\n"), "headers too large", id="too many headers"),
    pytest.param(letter("+1\n", subject="[VOTE] KIP-7 " + "boats " * 20_000), "Subject is too long: cut", id="a subject of 100 KB"),
    pytest.param(letter("+1\n", subject="[VOTE] KIP-7 " + " " * 20_000 + "cancelled"), "headers too large", id="a subject whose cut part might tell something"),
    pytest.param(letter("x", header="Content-Type: message/partial; id=x\n"), "only a piece of a longer mail", id="partial"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "trouble"), TROUBLES)
def test_what_makes_a_mail_unreliable_is_told(raw, trouble):
    assert trouble in read(raw).troubles


@pytest.mark.parametrize(
    "field",
    [
        pytest.param("Subject: Re: [VOTE] KIP-7 " + "boats " * 20_000 + "\n", id="a subject on one line"),
        pytest.param("Subject: Re: [VOTE] KIP-7 " + "boats\n " * 20_000 + "boats\n", id="a subject on many lines"),
        pytest.param("X-Odd: " + "y" * 1_000_000 + "\n", id="a field that nobody reads"),
        pytest.param("X-Odd: " + "y\n X: " * 30_000 + "\n", id="one that is folded to look like many"),
    ],
)
def test_an_endless_field_hides_no_other(field):
    raw = field.encode() + letter(
        "+1\n", subject="" if field.startswith("Subject") else "Re: [VOTE] KIP-7", header="In-Reply-To: <call@fjord.example>\n"
    )
    mail = read(raw)
    assert (mail.message_id, mail.in_reply_to, mail.sender.address) == (
        "<one@fjord.example>",
        ("<call@fjord.example>",),
        "ana@fjord.example",
    )
    assert mail.sent_at is not None
    assert mail.subject.startswith("Re: [VOTE] KIP-7")
    assert "headers too large" not in mail.troubles


@pytest.mark.parametrize(
    ("plain", "markup"),
    [
        pytest.param("+1 (binding)", "<div>+1 (binding)</div>", id="the same"),
        pytest.param("*+1*\n\nBo", "<b>+1</b><br>Bo", id="bold"),
        pytest.param("+1\n\nOn Wed, Nov 1, 2017 Bo <b@c.example> wrote:\n> -1\n", "+1<br><div class=gmail_quote>On Wed, Nov 1, 2017 Bo &lt;b@c.example&gt; wrote:<br><blockquote>-1</blockquote></div>", id="with a quotation"),
        pytest.param("+1", "<p>&#43;1</p>", id="an entity"),
        pytest.param("Hello", "<p>Hello</p>", id="no vote at all"),
        pytest.param("- 1 boat\n- 0 ships", "<ul><li>1 boat<li>0 ships</ul>", id="bullets before numbers"),
        pytest.param("\uff0b1", "+1", id="a wide plus"),
    ],
)  # fmt: skip
def test_layout_is_no_disagreement(plain, markup):
    assert (
        read(
            multipart("alternative", part(plain, "text/plain; charset=utf-8"), part(markup, "text/html; charset=utf-8"))
        ).troubles
        == ()
    )


def test_digests_and_forwards_hold_no_words_of_the_sender():
    inner = "--b\nContent-Type: message/rfc822\n\nFrom: Bo <bo@fjord.example>\nSubject: yes\n\n+1 (binding)\n"
    mail = read(multipart("mixed", part("see below"), inner))
    assert own(mail) == "see below"
    assert "+1 (binding)" in words(mail.lines, LineKind.FORWARD)
    assert "From: Bo <bo@fjord.example>" in words(mail.lines, LineKind.FORWARD)
    assert own(read(letter("Topics (messages 1 through 5)\n\n+1\n"))) == ""


def test_a_reply_to_a_digest_is_the_senders():
    assert own(read(letter("+1\n", subject="Re: Dev Digest, Vol 12, Issue 3"))) == "+1"


def test_a_quoted_line_cannot_smuggle_words_by_a_lone_carriage_return():
    assert own(read(letter("I agree.\n> yes\r+1 (binding)\n"))) == "I agree."
    assert own(read(letter("I agree.\n> yes\u2028+1 (binding)\n"))) == "I agree."


def nested(depth: int) -> bytes:
    body = "+1\n"
    for level in range(depth):
        body = f'Content-Type: multipart/mixed; boundary="b{level}"\n\n--b{level}\n{body}--b{level}--\n'
    return b"From: a@b.example\nSubject: x\n" + body.encode()


HOSTILE = [
    pytest.param(nested(3000), "parts nested too deep", id="parts nested 3,000 deep"),
    pytest.param(letter(sender='"' * 50_000), "headers too large", id="a From of 50,000 quotes"),
    pytest.param(letter(message_id="<" + "((((" * 25_000), None, id="a Message-ID of 100 KB"),
    pytest.param(letter(header="To: " + "<a@b.example>, " * 20_000 + "\n"), None, id="20,000 addresses"),
    pytest.param(letter(header="Content-Type: text/plain; " + "".join(f"x*{n}=y; " for n in range(5000)) + "\n"), None, id="5,000 pieces of a parameter"),
    pytest.param(letter(subject="=?utf-8?q?a?= " * 70_000), None, id="a subject of 1 MB"),
    pytest.param(letter(subject="=?" * 30_000), None, id="ruins of encoded words"),
    pytest.param(letter(header="References: " + "<a@b> " * 40_000 + "\n"), None, id="40,000 references"),
    pytest.param(letter(zlib.compress(b"+1" * 1000), header="Content-Type: text/plain; charset=zlib\n"), "charset zlib is not read", id="zlib as a charset"),
    pytest.param(letter(b"\xff" * 1000, header="Content-Type: text/plain; charset=rot13\n"), "charset rot13 is not read", id="rot13"),
    pytest.param(letter("+1\n", header='Content-Type: text/plain; charset="utf8\0"\n'), None, id="a NUL in a charset"),
    pytest.param(letter("<a <a \"'" * 30_000, header="Content-Type: text/html\n"), None, id="quotes in tags"),
    pytest.param(letter("<!--" * 60_000, header="Content-Type: text/html\n"), None, id="comments that do not end"),
    pytest.param(letter("<b>" * 80_000 + "</i>" * 80_000, header="Content-Type: text/html\n"), None, id="tags that do not fit"),
    pytest.param(letter("<blockquote>x" * 20_000, header="Content-Type: text/html\n"), None, id="20,000 quotations in each other"),
    pytest.param(letter("&" * 200_000, header="Content-Type: text/html\n"), None, id="ampersands"),
    pytest.param(letter("+\u200b1 " * 60_000), "hidden characters", id="hidden characters everywhere"),
    pytest.param(letter("--b\n" * 200_000, header="Content-Type: multipart/mixed; boundary=b\n"), "too many parts", id="200,000 empty parts"),
    pytest.param(letter("--" * 300_000, header="Content-Type: multipart/mixed; boundary=-\n"), None, id="a boundary of dashes"),
    pytest.param(letter("=" * 500_000, header="Content-Transfer-Encoding: quoted-printable\n"), None, id="equal signs"),
    pytest.param(letter("begin 644 x\n" * 30_000 + "end\n"), None, id="uuencoded files without end"),
    pytest.param(letter("-----BEGIN PGP SIGNED MESSAGE-----\n" * 20_000), None, id="armour in armour"),
    pytest.param(letter(">From x\n" * 30_000), None, id="marks of the archive"),
    pytest.param(letter("\n" * 500_000), "too large to be read whole", id="blank lines"),
    pytest.param(letter(base64.b64encode(b"\n" * 500_000), header="Content-Transfer-Encoding: base64\n"), "too large to be read whole", id="blank lines in base64"),
    pytest.param(b"", None, id="nothing"),
    pytest.param(b"\n\n\n", None, id="blank lines only"),
    pytest.param(b"From ", None, id="half a separator"),
    pytest.param(b"\0" * 10_000, None, id="NULs"),
    pytest.param(b":" * 10_000, None, id="colons"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "trouble"), HOSTILE)
def test_hostile_mail_is_read_under_caps(raw, trouble):
    mail = read(raw)
    assert mail.message_id.startswith("<")
    assert len(mail.to) <= 50
    assert len(mail.references) <= 200
    assert len(mail.lines) <= 20_000
    assert trouble is None or trouble in mail.troubles


def test_a_missing_message_id_is_made_from_what_was_said():
    one, other = read(letter(message_id="")), read(letter("-1\n", message_id=""))
    assert one.message_id == f"<{one.digest}@kipbot.invalid>"
    assert one.message_id != other.message_id


FOOTER = "\n---------------------------------------------------------------------\nTo unsubscribe, e-mail: dev-unsubscribe@list.example.org\n"


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(letter("+1 (binding)\n" + FOOTER), id="with the list's footer"),
        pytest.param(letter("+1 (binding)   \n\n\n"), id="with other blanks"),
        pytest.param(letter().replace(b"\n", b"\r\n"), id="with other line ends"),
        pytest.param(letter(subject="[dev] Re: [VOTE] KIP-7: Smaller boats"), id="with the list's tag"),
        pytest.param(letter(date="Wed, 1 Nov 2017 07:04:50 +0100"), id="with the same moment written otherwise"),
        pytest.param(letter("=2B1 (binding)\n", header="Content-Transfer-Encoding: quoted-printable\n"), id="encoded otherwise"),
        pytest.param(letter(header="Received: from a by b.example; Thu, 2 Nov 2017 06:04:50 +0000\n"), id="by another way"),
        pytest.param(letter(sender="Ana Voter via dev <dev@list.example.org>", header="Reply-To: ana@fjord.example\nList-Id: <dev.list.example.org>\n"), id="with From rewritten by the list"),
        pytest.param(letter(sender="Ana Voter via dev <dev@list.example.org>", header="Reply-To: dev@list.example.org\nCc: Bo <bo@b.example>, Ana Voter <ana@fjord.example>\nList-Id: <dev.list.example.org>\n"), id="with the writer moved to Cc"),
        pytest.param(letter(sender="Ana Voter <ana@fjord.example.INVALID>"), id="with an address made invalid"),
    ],
)  # fmt: skip
def test_copies_of_one_mail_have_one_digest(copy):
    assert read(copy).digest == read(letter()).digest


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(letter("-1 (binding)\n"), id="other words"),
        pytest.param(letter(sender="Bo Roe <bo@fjord.example>"), id="another sender"),
        pytest.param(letter(subject="Re: [DISCUSS] KIP-7: Smaller boats"), id="another tag"),
        pytest.param(letter(date="Wed, 1 Nov 2017 06:04:51 +0000"), id="another moment"),
    ],
)
def test_different_mails_have_different_digests(other):
    assert read(other).digest != read(letter()).digest


@pytest.mark.parametrize(
    ("raw", "automatic"),
    [
        pytest.param(letter(header="Precedence: bulk\n"), False, id="bulk is what lists set"),
        pytest.param(letter(header="Precedence: list\n"), False, id="list as well"),
        pytest.param(letter(header="Auto-Submitted: no\n"), False, id="said to be no machine"),
        pytest.param(letter(header="Return-Path: <dev-return-1@list.example.org>\n"), False, id="a list's return path"),
        pytest.param(letter(sender="Gita Ode <gita@fjord.example>"), False, id="a name that begins like git"),
        pytest.param(letter(subject="Re: Out of office hours for [VOTE] KIP-7"), False, id="a subject about offices"),
        pytest.param(letter(header="Auto-Submitted: auto-replied (vacation)\n"), True, id="auto-replied"),
        pytest.param(letter(header="Auto-Submitted: auto-generated\n"), True, id="auto-generated"),
        pytest.param(letter(header="X-Autoreply: yes\n"), True, id="X-Autoreply"),
        pytest.param(letter(header="Precedence: auto_reply\n"), True, id="auto_reply"),
        pytest.param(letter(header="Return-Path: <>\n"), True, id="null sender"),
        pytest.param(multipart("report", part("failed")), True, id="a report"),
        pytest.param(letter(sender="GitBox <git@apache.org>"), True, id="gitbox"),
        pytest.param(letter(sender='"Ana Voter (JIRA)" <jira@apache.org>'), True, id="jira"),
        pytest.param(letter(sender="ana <notifications@github.com>"), True, id="github"),
        pytest.param(letter(sender="dependabot[bot] <x@y.example>"), True, id="a bot by name"),
        pytest.param(letter(sender="MAILER-DAEMON@fjord.example"), True, id="mailer-daemon"),
        pytest.param(letter(header="X-GitHub-Sender: ana\n"), True, id="X-GitHub"),
        pytest.param(letter(header="X-JIRA-FingerPrint: 1\n"), True, id="X-JIRA"),
        pytest.param(letter(subject="Automatic reply: [VOTE] KIP-7"), True, id="an absence notice"),
        pytest.param(letter(subject="=?utf-8?b?6Ieq5Yqo5Zue5aSNOiBbVk9URV0=?="), True, id="an absence notice in Chinese"),
        pytest.param(letter(subject="Undelivered Mail Returned to Sender"), True, id="a bounce"),
        pytest.param(letter(sender="dev-help@list.example.org"), True, id="the list itself"),
    ],
)
def test_machines_are_recognised(raw, automatic):
    assert (read(raw).automatic is not None) is automatic


def test_all_fields_of_a_list_mail():
    mail = read(
        letter(
            sender="Ana Voter via dev <dev@list.example.org>",
            header="To: dev@list.example.org\nCc: Bo <bo@fjord.example>, c@d.example\nReply-To: dev@list.example.org\n"
            "X-Original-From: Ana Voter <ana@fjord.example>\nList-Id: Dev <dev.list.example.org>\n"
            "In-Reply-To: <root@fjord.example>\nReferences: <root@fjord.example>\n <two@fjord.example>\n"
            "Received: from a by mx.example.org; Wed, 1 Nov 2017 06:05:00 +0000\n",
        )
    )
    assert mail.message_id == "<one@fjord.example>"
    assert mail.reply_to == (Mailbox("Ana Voter", "ana@fjord.example"), Mailbox("", "dev@list.example.org"))
    assert mail.cc == (Mailbox("Bo", "bo@fjord.example"), Mailbox("", "c@d.example"))
    assert mail.in_reply_to == ("<root@fjord.example>",)
    assert mail.references == ("<root@fjord.example>", "<two@fjord.example>")
    assert mail.list_id == "dev.list.example.org"
    assert mail.received_at is not None
    assert mail.received_at.isoformat() == "2017-11-01T06:05:00+00:00"
    assert mail.sent_at is not None
    assert mail.sent_at.isoformat() == "2017-11-01T06:04:50+00:00"
