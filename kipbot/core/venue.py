"""Did a mail come through a list that is never read?"""

from __future__ import annotations

from kipbot.core.facts import MailReceived
from kipbot.core.rules import Lists


def is_private(mail: MailReceived, lists: Lists) -> bool:
    """Whether a list under `never_read` carried the mail, or is addressed by it, and none of the public lists is or did."""
    if not lists.never_read:
        return False
    places = {box.address.removesuffix(".invalid") for box in (*mail.to, *mail.cc)} | {mail.list_id}
    return bool(places & _names(lists.never_read)) and not places & _names((lists.dev, *lists.also))


def _names(addresses: tuple[str, ...]) -> set[str]:
    """Lists by address and by id: private@project.example is private.project.example in List-Id (RFC 2919)."""
    lowered = [address.lower() for address in addresses if address]
    return {*lowered, *(address.replace("@", ".") for address in lowered)}
