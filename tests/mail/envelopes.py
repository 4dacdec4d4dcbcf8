"""Mails for the tests of the mail room, built around their unusual part."""

from __future__ import annotations

from collections.abc import Iterable

from kipbot.core.facts import Line, LineKind, MailReceived

SEPARATOR = "From dev-return-1-archive=mbox.example.org@list.example.org  Wed Nov  1 06:04:52 2017\n"


def letter(
    body: str | bytes = "+1 (binding)\n",
    *,
    header: str = "",
    sender: str = "Ana Voter <ana@fjord.example>",
    subject: str = "Re: [VOTE] KIP-7: Smaller boats",
    message_id: str = "<one@fjord.example>",
    date: str = "Wed, 1 Nov 2017 06:04:50 +0000",
) -> bytes:
    """One mail as bytes; a field given as an empty text is left out."""
    fields = {"From": sender, "Subject": subject, "Message-ID": message_id, "Date": date}
    head = "".join(f"{name}: {value}\n" for name, value in fields.items() if value) + header
    return head.encode() + b"\n" + (body if isinstance(body, bytes) else body.encode())


def mbox(*letters: bytes, separator: str = SEPARATOR) -> bytes:
    """The mails as one mbox file."""
    return b"".join(separator.encode() + raw.rstrip(b"\n") + b"\n\n" for raw in letters)


def own(mail: MailReceived) -> str:
    """The sender's own words, without blank lines."""
    return words(mail.lines, LineKind.OWN)


def words(lines: Iterable[Line], kind: LineKind) -> str:
    """The words of one kind, without blank lines."""
    return "\n".join(line.text for line in lines if line.kind is kind and line.text.strip())
