"""The yardstick: Python's own mailbox and email read headers and bodies of an mbox, as a script written in an afternoon would."""

from __future__ import annotations

import email.errors
import email.header
import mailbox
import sys
from contextlib import closing
from email.message import Message

FIELDS = ("from", "subject", "date", "message-id", "in-reply-to", "references")


def read(path: str) -> tuple[int, int]:
    """How many mails there are, and how many characters their headers and text bodies hold once decoded."""
    mails = size = 0
    with closing(mailbox.mbox(path, create=False)) as box:
        for message in box:
            mails += 1
            size += sum(len(_decode(str(value))) for name in FIELDS if (value := message[name]) is not None)
            size += sum(len(_text(part)) for part in message.walk() if part.get_content_type() == "text/plain")
    return mails, size


def _decode(value: str) -> str:
    if "=?" not in value:
        return value
    try:
        return str(email.header.make_header(email.header.decode_header(value)))
    except (LookupError, UnicodeError, email.errors.HeaderParseError):
        return value


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    try:
        return payload.decode(part.get_content_charset() or "ascii", "replace")
    except LookupError:
        return payload.decode("ascii", "replace")


if __name__ == "__main__":
    print(*read(sys.argv[1]))
