"""Is the mail of a private list left alone, and only that?"""

from __future__ import annotations

import pytest

from kipbot.core.facts import Mailbox, MailReceived
from kipbot.core.rules import Lists
from kipbot.core.venue import is_private

LISTS = Lists(dev="dev@kafka.apache.org", also=("users@kafka.apache.org",), never_read=("private@kafka.apache.org",))


def mail(list_id: str = "", to: str = "", cc: str = "") -> MailReceived:
    boxes = {"to": (Mailbox("", to),) if to else (), "cc": (Mailbox("", cc),) if cc else ()}
    return MailReceived("<m@example.org>", "0", "[VOTE] x", Mailbox("Ada", "ada@example.org"), list_id=list_id, **boxes)


@pytest.mark.parametrize(
    ("received", "private"),
    [
        pytest.param(mail("private.kafka.apache.org"), True, id="by List-Id"),
        pytest.param(mail(to="private@kafka.apache.org"), True, id="by To"),
        pytest.param(mail(cc="private@kafka.apache.org.invalid"), True, id="by Cc, as a list rewrote it"),
        pytest.param(mail("private.kafka.apache.org", to="ben@example.org"), True, id="sent on by the private list"),
        pytest.param(mail("dev.kafka.apache.org", to="private@kafka.apache.org"), False, id="the public list carried it"),
        pytest.param(mail(to="dev@kafka.apache.org", cc="private@kafka.apache.org"), False, id="sent to the public list too"),
        pytest.param(mail("dev.kafka.apache.org"), False, id="public"),
        pytest.param(mail(), False, id="nothing is known"),
        pytest.param(mail("private.flink.apache.org"), False, id="another project's"),
    ],
)
def test_mail_of_a_private_list_is_told(received: MailReceived, private: bool) -> None:
    assert is_private(received, LISTS) is private


def test_without_such_lists_every_mail_is_public() -> None:
    assert not is_private(mail("private.kafka.apache.org"), Lists(dev="dev@kafka.apache.org"))
