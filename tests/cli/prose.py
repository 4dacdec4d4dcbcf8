"""What the commands print on the list of Kettle, which travels with kipbot, and golden files that read like prose."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import NamedTuple

from kipbot.cli import main
from kipbot.cli.demo import examples
from kipbot.cli.terminal import WIDTH, width

GOLDEN = Path(__file__).parent / "golden"
KETTLE = examples()
ON_KETTLE = [str(KETTLE), "--rules", str(KETTLE)]
OPENED = datetime(2026, 3, 2, 9, tzinfo=UTC)


class Said(NamedTuple):
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str


def say(capsys, *words: str | Path) -> Said:
    """Run a command."""
    code = main([str(word) for word in words])
    return Said(code, *capsys.readouterr())


def assert_golden(name: str, text: str) -> None:
    """The text is what the golden file says, and fits a terminal. `KIPBOT_GOLDEN=write pytest ...` writes the files anew."""
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("KIPBOT_GOLDEN") == "write":
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if width(line) > WIDTH] == []


def letter(
    mail_id: str,
    sender: str,
    subject: str,
    words: str,
    *,
    hours: float = 0,
    answers: str = "",
) -> str:
    """One mail in an mbox, received so many hours after Monday 2026-03-02 09:00 UTC."""
    at = OPENED + timedelta(hours=hours)
    headers = [
        f"From archive@kettle.example {at:%a %b} {at.day:2} {at:%H:%M:%S %Y}",
        f"From: {sender}",
        "To: dev@kettle.example",
        f"Subject: {subject}",
        f"Date: {format_datetime(at)}",
        f"Message-ID: <{mail_id}@mail.example>",
        *([f"In-Reply-To: <{answers}@mail.example>"] if answers else []),
        "Content-Type: text/plain; charset=utf-8",
    ]
    return "\n".join(headers) + f"\n\n{words}\n\n"
