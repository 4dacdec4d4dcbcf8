"""From which moment does the period of a vote count, and what ended it before its time?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from kipbot.core.calendar import say_time
from kipbot.core.facts import MailReceived
from kipbot.core.rules import VoteRule

_NEAR = timedelta(hours=1)  # on its way a mail takes less, unless somebody held it back or a clock is wrong


@dataclass(frozen=True, slots=True)
class Start:
    """The moment (aware, UTC) from which a period counts; `note` says why it is not the plain one, `known` whether it is sure."""

    at: datetime
    note: str = ""
    known: bool = True


@dataclass(frozen=True, slots=True)
class Ended:
    """The caller's word that a vote is over before its period was (aware, UTC), and the mail that says it."""

    at: datetime
    message_id: str


def find_start(rule: VoteRule, call: MailReceived) -> Start | None:
    """When the period of a vote begins (`period.starts`), where its rule counts from something else than the first message.

    `mail_sent`: from the receipt all the same, as a Date proves nothing; one that is far from it is told.
    `archive_posting`: from the moment at which the list had it, which no Date tells.
    """
    if rule.period.starts == "mail_sent":
        return _sent(call)
    return _posted(call) if rule.period.starts == "archive_posting" else None


def _sent(call: MailReceived) -> Start | None:
    sent, received = call.sent_at, call.received_at
    if received is None or sent is None:
        return None  # then one of them is all there is, and decides anyway
    far = abs(received - sent) > _NEAR
    return Start(received, f"counted from its receipt, though the call is dated {say_time(sent)}") if far else None


def _posted(call: MailReceived) -> Start | None:
    filed = call.received_at or call.filed_at
    if filed is not None:
        return Start(filed)
    if call.sent_at is None:
        return None
    return Start(call.sent_at, "no server says when the list had the call, only its date is known", known=False)
