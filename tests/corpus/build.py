"""What does a row's mail look like on the wire? `python -m tests.corpus.build WORDS` prints the mails of the rows named so."""

from __future__ import annotations

import base64
import quopri
import re
import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from email.header import Header
from email.utils import format_datetime, parseaddr
from pathlib import Path
from typing import Any

from .rows import HERE, Mail, Story, put_numbers, read_stories

TRANSFER = {b"BASE64": base64.encodebytes, b"QUOTED-PRINTABLE": quopri.encodestring}
ENCODED = re.compile(rb"(?s)@@(BASE64|QUOTED-PRINTABLE)@@\n(.*?)@@END@@")  # readable here, encoded on the wire


def write_mbox(stories: Iterable[Story], path: Path) -> None:
    """All mails of the stories in one mbox file, in the order in which the list received them."""
    received = [(story.called_at + mail.after, story.index, place, story, mail)
                for story in stories for place, mail in enumerate(story.mails)
                if not (story.call_missing and mail.id == "call")]  # fmt: skip
    with path.open("wb") as mbox:
        for at, _, _, story, mail in sorted(received, key=lambda one: one[:3]):
            for copy in range(mail.copies):
                mbox.write(
                    f"From dev-return-1-archive=example.org@{story.rules}.apache.org  ".encode()
                    + f"{at:%a %b} {at.day:2} {at:%H:%M:%S %Y}".encode()
                    + b"\n"
                )
                mbox.write(re.sub(rb"(?m)^(>*From )", rb">\1", build(story, mail, copy)).rstrip(b"\n") + b"\n\n")


def build(story: Story, mail: Mail, copy: int = 0) -> bytes:
    """One mail in the form of RFC 5322 as a list archive keeps it; a second copy came by another road."""
    if mail.eml:
        return _fill(story, mail, (HERE / "eml" / mail.eml).read_bytes(), copy)
    kind, body = _entity(story, mail)
    own = [f"{name}: {value}" for name, value in _headers(story, mail).items()]
    lines = [*_trace(story, mail, copy), *own, "MIME-Version: 1.0", *kind]
    return "\n".join(lines).encode("utf-8") + b"\n\n" + body


def _fill(story: Story, mail: Mail, raw: bytes, copy: int) -> bytes:
    """A mail kept as a file, with the marks that tie it to its thread filled in."""
    known = _headers(story, mail)
    marks = {name.upper(): f"{name}: {value}" for name, value in known.items()}
    marks["TRACE"] = "\n".join(_trace(story, mail, copy))
    raw = raw.replace(b"@@N@@", str(story.number).encode())
    raw = ENCODED.sub(lambda part: TRANSFER[part[1]](part[2].removesuffix(b"\n")).rstrip(b"\n"), raw)
    end = b"\r\n" if b"\r\n" in raw else b"\n"
    return re.sub(rb"@@([A-Z-]+)@@", lambda mark: marks[mark[1].decode()].encode("utf-8").replace(b"\n", end), raw)


def _trace(story: Story, mail: Mail, copy: int) -> list[str]:
    at = format_datetime(story.called_at + mail.after + timedelta(seconds=40 * copy))
    name, host = mail.list_name, f"{story.rules}.apache.org"
    address = f"{name}@{host}"
    return [
        f"Return-Path: <{name}-return-{story.index}{copy}-archive=example.org@{host}>",
        "Delivered-To: archive@example.org",
        f"Received: from mx1.lists.example.org (mx1.lists.example.org [192.0.2.{7 + copy}])",
        f"\tby archive.example.org (Postfix) with ESMTPS id {story.index:06X}{copy}",
        f"\tfor <archive@example.org>; {at}",
        f"Received: (qmail {4000 + story.index} invoked by uid 998); {at}",
        f"Mailing-List: contact {name}-help@{host}; run by ezmlm",
        "Precedence: bulk",
        f"List-Post: <mailto:{address}>",
        f"List-Id: <{name}.{host}>",
        f"Delivered-To: mailing list {address}",
    ]


def _headers(story: Story, mail: Mail) -> dict[str, str]:
    headers: dict[str, str | None] = {"From": _word_names(mail.sender), "To": f"{mail.list_name}@{story.rules}.apache.org"}
    headers |= {"Subject": _word(mail.subject), "Date": _date(story, mail), "Message-ID": story.message_id(mail.id)}
    if mail.to is not None:
        headers["In-Reply-To"] = story.message_id(mail.to)
        headers["References"] = " ".join(_ancestors(story, mail))
    for name, value in mail.headers.items():
        headers[name] = None if value is None else _word_names(_put_ids(story, value))
    return {name: value for name, value in headers.items() if value is not None}


def _put_ids(story: Story, value: str) -> str:
    return re.sub(r"\{id:([\w-]+)\}", lambda mark: story.message_id(mark[1]), put_numbers(value, story.number))


def _date(story: Story, mail: Mail) -> str | None:
    if mail.sent == "missing":
        return None
    sent = mail.sent if isinstance(mail.sent, timedelta) else mail.after - timedelta(seconds=20)
    return format_datetime((story.called_at + sent).astimezone(UTC))


def _ancestors(story: Story, mail: Mail) -> list[str]:
    by_id = {each.id: each for each in story.mails}
    above: list[str] = []
    while mail.to is not None and mail.to in by_id:
        above.insert(0, story.message_id(mail.to))
        mail = by_id[mail.to]
    return above or [story.message_id(str(mail.to))]


def _word(text: str) -> str:
    return text if text.isascii() else Header(text, "utf-8", maxlinelen=70).encode(linesep="\n")


def _word_names(value: str) -> str:
    if value.isascii():
        return value
    name, address = parseaddr(value)
    return f"{Header(name, 'utf-8').encode()} <{address}>" if address else _word(value)


def _entity(story: Story, mail: Mail) -> tuple[list[str], bytes]:
    parts: list[Mapping[str, Any]] = []
    if mail.body is not None:
        kind = "text/plain; format=flowed" if mail.flowed else "text/plain"
        parts.append({"type": kind, "body": expand(story, mail), "charset": mail.charset, "encoding": mail.encoding})
    if mail.html is not None:
        parts.append({"type": "text/html", "body": mail.html, "charset": mail.charset, "encoding": mail.encoding})
    built = [_part(part) for part in parts]
    if len(built) == 2:
        built = [_multipart("alternative", built, f"alt-{story.index}")]
    built += [_part({**part, "body": put_numbers(part["body"], story.number)}) for part in mail.parts]
    return built[0] if len(built) == 1 else _multipart("mixed", built, f"mix-{story.index}")


def _part(part: Mapping[str, Any]) -> tuple[list[str], bytes]:
    charset, text = part.get("charset", "utf-8"), part["body"]
    raw = text.encode(charset)
    encoding = part.get("encoding") or ("7bit" if raw.isascii() else "8bit")
    kind = (
        part["type"]
        if "charset=" in part["type"] or not part["type"].startswith("text/")
        else f"{part['type']}; charset={charset}"
    )
    lines = [f"Content-Type: {kind}", f"Content-Transfer-Encoding: {encoding}"]
    if "name" in part:
        lines.append(f'Content-Disposition: {part.get("disposition", "attachment")}; filename="{part["name"]}"')
    encode = TRANSFER.get(encoding.upper().encode())
    return lines, encode(raw) if encode else raw


def _multipart(kind: str, parts: list[tuple[list[str], bytes]], boundary: str) -> tuple[list[str], bytes]:
    chunks = [
        f"--{boundary}\n".encode() + "\n".join(lines).encode() + b"\n\n" + body.rstrip(b"\n") + b"\n" for lines, body in parts
    ]
    return [f'Content-Type: multipart/{kind}; boundary="{boundary}"'], b"\n".join(chunks) + f"\n--{boundary}--\n".encode()


def expand(story: Story, mail: Mail, depth: int = 0) -> str:
    """The mail's text with the marks for the mail that it answers filled in.

    `{quoted}` is that mail with "> " before each line, `{unmarked}` as it stands, `{indented}` four spaces in,
    `{attribution}` the line "On ..., X wrote:"; `{call-quoted}` and `{call-unmarked}` are the call, whatever is answered.
    """
    text = mail.body or ""
    if "{" not in text or depth > 6:
        return text
    by_id = {each.id: each for each in story.mails}
    for mark, target in (("", by_id.get(mail.to or "call", story.mails[0])), ("call-", story.mails[0])):
        answered = expand(story, target, depth + 1).rstrip("\n") if target is not mail else ""
        text = text.replace("{" + mark + "quoted}", "\n".join(f"> {line}".rstrip() for line in answered.split("\n")))
        text = text.replace("{" + mark + "indented}", "\n".join(f"    {line}".rstrip() for line in answered.split("\n")))
        text = text.replace("{" + mark + "unmarked}", answered)
        text = text.replace("{" + mark + "attribution}", _attribution(story.called_at + target.after, target.sender))
    return text


def _attribution(at: datetime, sender: str) -> str:
    return f"On {at:%a, %b} {at.day}, {at:%Y} at {at:%I:%M %p} {sender} wrote:"


def main() -> None:
    """Print the mails of the rows whose names hold the words of the command line."""
    words = " ".join(sys.argv[1:]).casefold()
    for story in read_stories():
        if words in story.name.casefold():
            for mail in story.mails:
                sys.stdout.buffer.write(build(story, mail) + b"\n" + b"=" * 80 + b"\n")


if __name__ == "__main__":
    main()
