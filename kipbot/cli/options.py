"""Which options do the commands share, and what may be written there?"""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


def moment(text: str) -> datetime:
    """A moment in UTC from ISO 8601 with an offset or Z; a date alone is its first minute in UTC. Naive times are refused."""
    try:
        read = datetime.fromisoformat(text.strip())
        if read.tzinfo is None and _is_date(text):
            return read.replace(tzinfo=UTC)
        if read.tzinfo is not None:
            return read.astimezone(UTC)
    except (ValueError, OverflowError):
        raise argparse.ArgumentTypeError(
            f"{text!r} is no moment: write 2026-03-09T00:00Z, an offset instead of Z, or a date"
        ) from None
    raise argparse.ArgumentTypeError(f"{text!r} does not say in which time zone: add Z for UTC or an offset like +02:00")


def _is_date(text: str) -> bool:
    return len(text.strip()) == len("2026-03-09")


def positive(text: str) -> int:
    """A whole number from 1 up."""
    if text.isascii() and text.isdigit() and len(text) < 10 and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 up")


OPTIONS: dict[str, dict[str, Any]] = {
    "--project": {"metavar": "NAME", "help": "the project whose shipped rules apply, for example kafka"},
    "--rules": {"metavar": "DIR", "type": Path, "help": "the folder with the project's rules"},
    "--roster": {
        "metavar": "FILE",
        "type": Path,
        "help": "who is who: roster.yaml; the one beside the rules, where there is one",
    },
    "--as-of": {
        "metavar": "T",
        "type": moment,
        "help": "answer as of this moment: 2026-03-09T00:00Z, with an offset, or a date",
    },
    "--format": {"choices": ("table", "json"), "default": "table", "help": "for people (table) or for programs (json)"},
    "--quiet": {"action": "store_true", "help": "no progress bar, nothing but the answer"},
    "--jobs": {"metavar": "N", "type": positive, "default": 1, "help": "read with N processes (1)"},
}


def add(parser: argparse.ArgumentParser, *names: str) -> None:
    """Add common options to a command, by name: `add(parser, "--rules", "--as-of")`."""
    for name in names:
        parser.add_argument(name, **OPTIONS[name])
