"""How are many mails held in little room, and handed from one process to another?

A thread quotes the same lines again and again; each is held once.
"""

from __future__ import annotations

from dataclasses import replace

from kipbot.core.facts import Line, LineKind, Mailbox, MailReceived

_KINDS = tuple(LineKind)
_NUMBERS = {kind: number for number, kind in enumerate(_KINDS)}
_MAX_DEPTH = 255
_MAX_HELD = 200_000

# A mail as plain values: quick to hand over, where a thousand objects would be slow.
Packed = tuple[MailReceived, str, bytes, bytes]


class Pool:
    """The lines and ids that were seen; mails that are shared hold these instead of copies."""

    def __init__(self) -> None:
        self._lines: dict[Line, Line] = {}
        self._ids: dict[str, str] = {}
        self._people: dict[Mailbox, Mailbox] = {}

    def share(self, mail: MailReceived) -> MailReceived:
        """The same mail, holding the pool's lines, ids and people."""
        if len(self._lines) + len(self._ids) + len(self._people) > _MAX_HELD:
            self.__init__()  # type: ignore[misc]
        held = self._lines.setdefault
        return self._with_lines(mail, tuple([held(line, line) for line in mail.lines]))

    def unpack(self, packed: Packed) -> MailReceived:
        """A mail that another process packed, holding the pool's lines, ids and people."""
        mail, text, kinds, depths = packed
        held = self._lines.setdefault
        lines = map(Line, map(_KINDS.__getitem__, kinds), text.split("\n"), depths)
        return self._with_lines(mail, tuple([held(line, line) for line in lines]))

    def _with_lines(self, mail: MailReceived, lines: tuple[Line, ...]) -> MailReceived:
        ids, people = self._ids.setdefault, self._people.setdefault
        return replace(
            mail,
            lines=lines,
            sender=people(mail.sender, mail.sender),
            reply_to=tuple([people(one, one) for one in mail.reply_to]),
            to=tuple([people(one, one) for one in mail.to]),
            cc=tuple([people(one, one) for one in mail.cc]),
            message_id=ids(mail.message_id, mail.message_id),
            in_reply_to=tuple([ids(one, one) for one in mail.in_reply_to]),
            references=tuple([ids(one, one) for one in mail.references]),
            subject=ids(mail.subject, mail.subject),
            list_id=ids(mail.list_id, mail.list_id),
        )


def pack(mail: MailReceived) -> Packed:
    """A mail in a form that is quick to hand to another process."""
    text = "\n".join([line.text for line in mail.lines])
    kinds = bytes([_NUMBERS[line.kind] for line in mail.lines])
    depths = bytes([min(line.depth, _MAX_DEPTH) for line in mail.lines])
    return replace(mail, lines=()), text, kinds, depths
