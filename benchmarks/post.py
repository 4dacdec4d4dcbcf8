"""How does one mail of the invented list look on the disk? Trace headers, encodings, MIME and quotes as real lists have them."""

from __future__ import annotations

import base64
import binascii
import time

from benchmarks.letter import LIST, Letter, attribution, write_ctime, write_date
from benchmarks.words import Dice

_BAD_DATES = (
    "yesterday, about noon",
    "Thu, 32 Foo 2019 25:61:00",
    "",
    "0000-00-00",
    "Mon, 1 Jan",
    "1.2.3.4",
    "Wed, 12 Mar 20011 10:00:00 +9900",
)
_AGENTS = {
    "gmail": "",
    "thunderbird": "User-Agent: Mozilla Thunderbird\nContent-Language: en-US\n",
    "outlook": "X-Mailer: Microsoft Outlook 16.0\nThread-Index: {0}\nContent-Language: en-us\nX-MS-Has-Attach:\nX-MS-TNEF-Correlator:\n",
    "mobile": "X-MS-Has-Attach:\nX-MS-Exchange-Organization-Scl: -1\nX-OriginatorOrg: example.net\nThread-Topic: {0}\n",
    "mutt": "User-Agent: Mutt/2.2.9\nContent-Disposition: inline\n",
    "german": "User-Agent: Mozilla Thunderbird\nContent-Language: de-DE\n",
    "chinese": "X-Priority: 3\nX-Has-Attach: no\nX-Mailer: Foxmail 7.2\n",
    "apple": "X-Mailer: Apple Mail (2.3654)\n",
}  # fmt: skip
_CHARSET_OF_UNKNOWN = "utf-8"
_KEPT_LINES = 130  # people trim; without this, quotes would grow without end


class Post:
    """Writes letters down as bytes of an mbox."""

    def __init__(self, dice: Dice, lines: list[str]) -> None:
        self.dice = dice
        self.filler = lines

    def write(self, letter: Letter, copies: int = 1) -> list[bytes]:
        """A mail as the archive got it, once or more: each copy has its own way through the world, the rest is the same.

        Every copy begins with its separator line and ends in a blank line.
        """
        text = self._text(letter)
        letter.shown = text[:_KEPT_LINES]
        letter.parent = None  # what was quoted is needed no more
        fields, body = self._body(letter, text)
        sent = letter.at - self.dice.between(4, 40)
        rest = self._own_fields(letter, sent, fields).encode()
        if b"\nFrom " in body or body.startswith(b"From "):
            body = (b"\n" + body).replace(b"\nFrom ", b"\n>From ")[1:]
        return [self._trace(letter, letter.at + copy, sent).encode() + rest + body + b"\n" for copy in range(copies)]

    # --- text

    def _text(self, letter: Letter) -> list[str]:
        own = list(letter.own)
        who, parent = letter.who, letter.parent
        if letter.machine:
            return own
        if who.tongue.words and self.dice.chance(0.7):
            own += ["", self.dice.pick(who.tongue.words)]
        closing = ["", "Thanks,", who.name.split()[0]] if self.dice.chance(0.4) else []
        if self.dice.chance(0.15):
            closing += ["", "-- ", who.name, f"{self.dice.pick(('Engineer', 'Maintainer', 'Tester'))}, Example Works, Room 4.1"]
        if parent is None:
            return own + closing
        return (
            [*self._quote(letter, parent), "", *own, *closing]
            if letter.below
            else [*own, *closing, "", *self._quote(letter, parent)]
        )

    def _quote(self, letter: Letter, parent: Letter) -> list[str]:
        head, marked = attribution(letter, parent)
        shown = parent.shown
        return head + ([f"> {line}" if line[:1] != ">" else f">{line}" for line in shown] if marked else shown)

    # --- body

    def _body(self, letter: Letter, text: list[str]) -> tuple[str, bytes]:
        throw = 1.0 if letter.machine else self.dice.random()
        fields, body = self._part(
            "\n".join(text) + "\n", letter.who.charset, flowed=letter.who.client == "thunderbird" and throw > 0.9
        )
        if throw < 0.22:
            return self._multipart("alternative", fields, body, "")
        if throw < 0.25:
            return self._multipart("alternative", fields, body, _html(text))
        if throw < 0.27:
            return self._signed(fields, body)
        if throw < 0.30:
            return self._attached(fields, body)
        return fields, body

    def _part(self, text: str, charset: str, *, flowed: bool = False) -> tuple[str, bytes]:
        try:
            raw = text.encode(charset)
        except (UnicodeEncodeError, LookupError):
            raw = text.encode(_CHARSET_OF_UNKNOWN, "replace")
            charset = charset if charset.partition("-")[2] in ("unknown", "larch-8") else "utf-8"
        kind = f'text/plain; charset="{charset}"' + ("; format=flowed" if flowed else "")
        throw = self.dice.random()
        if throw < 0.48:
            # istext keeps line ends; the C function is the same in every Python.
            return f"Content-Type: {kind}\nContent-Transfer-Encoding: quoted-printable\n", binascii.b2a_qp(raw, istext=True)
        if throw < 0.60:
            return f"Content-Type: {kind}\nContent-Transfer-Encoding: base64\n", base64.encodebytes(raw)
        form = "7bit" if raw.isascii() else "8bit"
        return f"Content-Type: {kind}\nContent-Transfer-Encoding: {form}\n", raw

    def _multipart(self, kind: str, fields: str, body: bytes, html: str) -> tuple[str, bytes]:
        mark = f"000000000000{self.dice.bits(64):016x}"
        parts = [fields.encode() + b"\n" + body]
        if html:
            parts.append(b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
                         + binascii.b2a_qp(html.encode(), istext=True))  # fmt: skip
        return f'Content-Type: multipart/{kind}; boundary="{mark}"\n', _join(mark, parts)

    def _signed(self, fields: str, body: bytes) -> tuple[str, bytes]:
        mark = f"=-{self.dice.bits(80):020x}"
        block = self._token(420)
        lines = "\n".join(block[at : at + 64] for at in range(0, len(block), 64))
        signature = (
            'Content-Type: application/pgp-signature; name="signature.asc"\n\n'
            f"-----BEGIN PGP SIGNATURE-----\n\n{lines}\n-----END PGP SIGNATURE-----\n"
        )
        kind = f'multipart/signed; micalg="pgp-sha512";\n protocol="application/pgp-signature"; boundary="{mark}"'
        return f"Content-Type: {kind}\n", _join(mark, [fields.encode() + b"\n" + body, signature.encode()])

    def _attached(self, fields: str, body: bytes) -> tuple[str, bytes]:
        mark = f"------------{self.dice.bits(96):024x}"
        start = self.dice.between(0, len(self.filler) - 60)
        patch = "\n".join(self.filler[start : start + self.dice.between(10, 60)]) + "\n"
        file = b'Content-Type: text/x-patch; name="proposed.patch"\nContent-Transfer-Encoding: base64\n' + (
            b'Content-Disposition: attachment; filename="proposed.patch"\n\n' + base64.encodebytes(patch.encode())
        )
        return f'Content-Type: multipart/mixed; boundary="{mark}"\n', _join(mark, [fields.encode() + b"\n" + body, file])

    # --- headers

    def _token(self, length: int) -> str:
        return base64.b64encode(self.dice.bits(length * 6 + 8).to_bytes(length * 6 // 8 + 2, "big")).decode()[:length]

    def _own_fields(self, letter: Letter, sent: int, fields: str) -> str:
        who, dice = letter.who, self.dice
        stamp = write_date(sent, who.offset)
        shown_date = dice.pick(_BAD_DATES) if dice.chance(0.003) else stamp
        rest = [
            f"From: {_from(letter)}",
            f"To: {LIST}",
            f"Subject: {encode(letter.subject, who.charset)}",
            f"Message-ID: {letter.id}",
        ]
        rest.append(f"Date: {shown_date}")
        if letter.via:
            rest.append(f"Reply-To: {_address(who.name, who.address, who.charset)}")
        if letter.references and not dice.chance(0.05):
            if dice.chance(0.9):
                rest.append(f"In-Reply-To: {letter.references[-1]}")
            rest.append("References: " + "\n ".join(letter.references[-12:]))
        rest += self._machine_fields(letter)
        agent = "" if letter.machine else _AGENTS[who.client].format(self._token(30))
        return "\n".join(rest) + f"\n{agent}MIME-Version: 1.0\n{fields}\n"

    def _machine_fields(self, letter: Letter) -> list[str]:
        if not letter.machine:
            return []
        fields = ["Auto-Submitted: auto-generated"]
        if letter.machine == "jira":
            return [*fields, f"X-JIRA-FingerPrint: {self.dice.bits(128):032x}", "X-JIRA-Issue-Type: Bug"]
        if letter.machine == "github":
            return [*fields, "X-GitHub-Reason: subscribed", f"X-GitHub-Sender: dev{self.dice.bits(8)}"]
        return [*fields, "X-Jenkins-Job: ring-trunk-jdk11", "X-Jenkins-Result: UNSTABLE"]

    def _trace(self, letter: Letter, at: int, sent: int) -> str:
        bits = self.dice.bits
        octet = bits(8)
        when, before, early = write_date(at, 0), write_date(at - 2, 0), write_date(sent + 1, -7)
        key = self._token(172)
        folded = "\n         ".join(key[start : start + 68] for start in range(0, len(key), 68))
        site = letter.who.address.partition("@")[2]
        extra = f"Received: by 2002:a05:6402:{octet:04x}:: with SMTP id {self._token(22)}; {early}\n" if octet & 1 else ""
        return _TRACE.format(
            opened=write_ctime(time.gmtime(at)), number=bits(18), qmail=bits(16), when=when, bare=when[5:].replace("+", "-"), before=before, early=early, octet=octet, id=f"{bits(40):010X}", other=f"{bits(40):010X}",
            amavis=self._token(12), key=folded, hash=self._token(43), state=self._token(80), site=site, extra=extra, score=octet / 100 - 1.3,
            short=self._token(24), epoch=sent, until=sent + 604800,
        )  # fmt: skip


# 27 fields; with the sender's own about 38, of which 8 or 9 are Received.
_TRACE = """\
From dev-return-{number}-archive=lists.apache.org@kafka.apache.org  {opened}
Return-Path: <dev-return-{number}-archive=lists.apache.org@kafka.apache.org>
X-Original-To: archive@lists.apache.org
Delivered-To: archive@lists.apache.org
Received: from mail.apache.org (relay.example.net [192.0.2.{octet}])
\tby lists.apache.org (Example Mail Server at lists.apache.org) with SMTP id {id}
\tfor <archive@lists.apache.org>; {when} (UTC)
Received: (qmail {qmail} invoked by uid 500); {bare}
Mailing-List: contact dev-help@kafka.apache.org; run by ezmlm
Precedence: bulk
List-Help: <mailto:dev-help@kafka.apache.org>
List-Unsubscribe: <mailto:dev-unsubscribe@kafka.apache.org>
List-Post: <mailto:dev@kafka.apache.org>
List-Id: <dev.kafka.apache.org>
Reply-To: dev@kafka.apache.org
Delivered-To: mailing list dev@kafka.apache.org
Received: (qmail {qmail} invoked by uid 99); {bare}
Received: from filter1.example.net (HELO filter1.example.net) (198.51.100.{octet})
    by apache.org (qpsmtpd/0.29) with ESMTP; {when}
Received: from localhost (localhost [127.0.0.1])
\tby filter1.example.net (Example Mail Server at filter1.example.net) with ESMTP id {other}
\tfor <dev@kafka.apache.org>; {before}
X-Virus-Scanned: amavisd-new at filter1.example.net
X-Spam-Flag: NO
X-Spam-Score: {score:.2f}
X-Spam-Status: No, score={score:.2f} tagged_above=-999 required=6.31
\ttests=[DKIM_SIGNED=0.1, DKIM_VALID=-0.1, DKIM_VALID_AU=-0.1,
\tRCVD_IN_DNSWL_NONE=-0.0001, SPF_PASS=-0.001] autolearn=disabled
Authentication-Results: filter1.example.net (amavisd-new); dkim=pass (2048-bit key)
\theader.d={site}
Received: from mx1.example.net ([203.0.113.8])
\tby localhost (filter1.example.net [203.0.113.9]) (amavisd-new, port 10024)
\twith ESMTP id {amavis} for <dev@kafka.apache.org>;
\t{before}
Received-SPF: Pass (mailfrom) identity=mailfrom; client-ip=198.51.100.{octet}; helo=out-{octet}.{site};
\tenvelope-from=sender@{site}; receiver=<UNKNOWN>
Received: from out-{octet}.{site} (out-{octet}.{site} [198.51.100.{octet}])
\tby mx1.example.net (Example Mail Server at mx1.example.net) with ESMTPS id {id}
\tfor <dev@kafka.apache.org>; {before}
Received: by out-{octet}.{site} with SMTP id {short}
        for <dev@kafka.apache.org>; {early}
{extra}DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;
        d={site}; s=20230601; t={epoch}; x={until}; darn=kafka.apache.org;
        h=to:subject:message-id:date:from:in-reply-to:references:mime-version;
        bh={hash}=;
        b={key}
X-Message-State: {state}
"""


def encode(text: str, charset: str) -> str:
    """A header's text, as RFC 2047 wants it where it is not ASCII."""
    if text.isascii():
        return text
    try:
        text.encode(charset)
    except (UnicodeEncodeError, LookupError):
        charset = "utf-8"
    words = []
    for at in range(0, len(text), 14):
        piece = text[at : at + 14].encode(charset)
        if charset.startswith("iso-8859"):
            coded = "".join(
                chr(byte) if 48 <= byte < 58 or 65 <= byte < 91 or 97 <= byte < 123 else "_" if byte == 32 else f"={byte:02X}"
                for byte in piece
            )
            words.append(f"=?{charset}?Q?{coded}?=")
        else:
            words.append(f"=?{charset}?B?{base64.b64encode(piece).decode()}?=")
    return "\n ".join(words)


def _address(name: str, address: str, charset: str) -> str:
    shown = encode(name, charset)
    return f'"{shown}" <{address}>' if shown == name and ("." in name or "(" in name) else f"{shown} <{address}>"


def _from(letter: Letter) -> str:
    who = letter.who
    if letter.machine == "jira":
        return _address(f"{who.name} (Jira)", "jira@apache.org", who.charset)
    if letter.machine == "github":
        return "GitBox <git@apache.org>"
    if letter.machine == "jenkins":
        return "Apache Jenkins Server <jenkins@builds.apache.org>"
    if letter.via:
        return _address(f"{who.name} via dev", LIST, who.charset)
    return _address(who.name, who.second if letter.other_address and who.second else who.address, who.charset)


def _join(mark: str, parts: list[bytes]) -> bytes:
    edge = f"--{mark}".encode()
    return b"".join(edge + b"\n" + part + b"\n" for part in parts) + edge + b"--\n"


def _html(text: list[str]) -> str:
    lines = [line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for line in text]
    return '<html><body><div dir="ltr">' + "<br>\n".join(lines) + "</div></body></html>\n"
