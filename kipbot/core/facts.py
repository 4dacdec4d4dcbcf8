"""What was learned from outside? Facts keep what was said; what it means is read when they are folded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A name and an address as a header gives them; the address in lower case, empty where there is none."""

    name: str
    address: str


class LineKind(StrEnum):
    """Whose words a line of mail holds."""

    OWN = "own"  # written by the sender in this mail
    QUOTE = "quote"  # quoted with marks (">", "|", a tab of four spaces after an attribution), or an unmarked original
    ATTRIBUTION = "attribution"  # "On ..., X wrote:", "-----Original Message-----" and the header lines below it
    SIGNATURE = "signature"  # "-- " and what follows, signatures of phones, legal notices, tag lines
    FOOTER = "footer"  # what the list or a scanner appended
    FORWARD = "forward"  # a forwarded mail's headers and text

    # That of an enum's member is written in Python, and the lines of all mails are looked up by their kind.
    __hash__ = str.__hash__


# By themselves: to look a member up in its class costs more than all else that is asked of most lines.
OWN, QUOTE = LineKind.OWN, LineKind.QUOTE


class Line(NamedTuple):
    """One line of visible text, without its quote marks; `depth` is how many marks stood before it."""

    kind: LineKind
    text: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class MailReceived:
    """One mail as it was received. Times are aware and UTC; `None` where the header is missing or unreadable.

    `message_id` is "<left@right>", made from the digest when the mail has none. `digest` is a hash of what
    the writer said (From, Subject, Date, text), the same for every copy of a mail. `automatic` says why the mail is a machine's.
    `filed_at` is what the archive noted of a mail that tells no time itself.
    `troubles` lists reasons why the text cannot be relied on ("encrypted", "text and HTML disagree", ...).
    """

    message_id: str
    digest: str
    subject: str
    sender: Mailbox
    reply_to: tuple[Mailbox, ...] = ()
    to: tuple[Mailbox, ...] = ()
    cc: tuple[Mailbox, ...] = ()
    sent_at: datetime | None = None
    received_at: datetime | None = None
    filed_at: datetime | None = None
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    list_id: str = ""
    lines: tuple[Line, ...] = ()
    automatic: str | None = None
    troubles: tuple[str, ...] = ()

    @property
    def at(self) -> datetime | None:
        """The moment that decides: when the list received the mail, else when the sender dated it, else when it was filed."""
        return self.received_at or self.sent_at or self.filed_at
