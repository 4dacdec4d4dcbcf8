"""The kinds of lines as letters, so that a row of a table can be read."""

from __future__ import annotations

from kipbot.core.facts import Line, LineKind
from kipbot.mail.ownwords import separate

LETTERS = {
    LineKind.OWN: "o",
    LineKind.QUOTE: "q",
    LineKind.ATTRIBUTION: "a",
    LineKind.SIGNATURE: "s",
    LineKind.FOOTER: "f",
    LineKind.FORWARD: "w",
}


def letters(lines: tuple[Line, ...]) -> str:
    """The kinds of the lines that are not blank."""
    return "".join(LETTERS[line.kind] for line in lines if line.text.strip())


def own(text: str, *, flowed: bool = False) -> list[str]:
    """The sender's own lines that are not blank."""
    return [line.text for line in separate(text, flowed=flowed) if line.kind is LineKind.OWN and line.text.strip()]
