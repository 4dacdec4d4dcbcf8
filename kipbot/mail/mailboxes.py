"""Who is named in From, To, Cc and Reply-To?

The grammar is strict, because a lenient one lets two readers see two senders: what `bo@fjord.example <mallory@evil.example>`
means depends on whom one asks. `email.utils.parseaddr` must not be used here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from kipbot.core.facts import Mailbox
from kipbot.mail.headers import Headers, decode_words, unfold

MAX_MAILBOXES = 50

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*+)("|\\?\Z)|([^\s"()<>,;:\\]++)|(\s++)|(.)', re.DOTALL)
_ADDRESS_IN_NAME = re.compile(r"[^\s<>\"'(),;:\[\]]{1,64}@[^\s<>\"'(),;:\[\]]{1,255}")
_VIA = re.compile(r"\bvia\b", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x20\x7f]+")
_PLAIN = re.compile(r'\s*(?:"([^"\\<>@]*)"|([^"\\<>@(),;:]*?))\s*<([^\s<>@"(),;:\\]{1,64}@[^\s<>@"(),;:\\]{1,255})>\s*\Z')


@dataclass(slots=True)
class _Draft:
    """One mailbox while it is being read."""

    words: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    angle: list[str] | None = None
    closed: bool = False
    odd: bool = False

    def finish(self) -> tuple[Mailbox, bool] | None:
        """The mailbox and whether two readers could read it differently; None where there is nothing."""
        phrase = "".join(self.words).strip()
        note = "".join(self.comments).strip()
        if self.angle is not None:
            address = "".join(self.angle).strip()
            name = _show(phrase) or _show(note)
            odd = self.odd or not self.closed or not _is_address(address) or _contradicts(name, address)
            return Mailbox(name, _clean(address)), odd
        if not phrase and not note:
            return None
        bare = re.sub(r"\s+at\s+", "@", phrase, count=1) if "@" not in phrase else phrase  # as pipermail writes it
        if _is_address(bare):
            name = _show(note)
            return Mailbox(name, _clean(bare)), self.odd or _contradicts(name, bare)
        return Mailbox(_show(phrase), ""), True


@lru_cache(maxsize=512)
def read_mailboxes(value: bytes) -> tuple[tuple[Mailbox, bool], ...]:
    """The mailboxes of a field, each with whether it is ambiguous. Linear; comments, groups and quoted strings are known."""
    text = unfold(value)
    if plain := _PLAIN.match(text):
        name = _show(plain[1] if plain[1] is not None else plain[2])
        address = plain[3]
        return ((Mailbox(name, address.lower()), _contradicts(name, address)),)
    return tuple(_Reader(text).read())


class _Reader:
    """A state machine over the tokens of one address field."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.draft = _Draft()
        self.found: list[tuple[Mailbox, bool]] = []
        self.depth = 0

    def read(self) -> list[tuple[Mailbox, bool]]:
        for token in _TOKEN.finditer(self.text):
            if len(self.found) >= MAX_MAILBOXES:
                break
            quoted, end, atom, blank, mark = token.groups()
            if self.depth:
                self._in_comment(token[0], mark)
            elif quoted is not None:
                self.draft.odd |= end != '"'
                self._add(re.sub(r"\\(.)", r"\1", quoted, flags=re.DOTALL), quoted=True)
            elif mark is None:
                self._add(atom if atom is not None else (blank or ""), quoted=False)
            else:
                self._mark(mark)
        self.draft.odd |= self.depth > 0
        self._finish()
        return self.found

    def _in_comment(self, token: str, mark: str | None) -> None:
        if mark == "(":
            self.depth += 1
        elif mark == ")":
            self.depth -= 1
        if self.depth:
            self.draft.comments.append(token)

    def _add(self, words: str, *, quoted: bool) -> None:
        draft = self.draft
        if draft.closed:
            draft.odd |= bool(words.strip())
        elif draft.angle is not None:
            draft.angle.append(words)
        else:
            draft.words.append(words)
            draft.odd |= quoted and "@" in words and not _VIA.search(words)

    def _mark(self, mark: str) -> None:
        draft = self.draft
        if mark == "(":
            self.depth = 1
        elif mark == "<" and draft.angle is None:
            draft.angle = []
        elif mark == ">" and draft.angle is not None and not draft.closed:
            draft.closed = True
        elif mark in ",;" and (draft.angle is None or draft.closed):
            self._finish()
        elif mark == ":" and draft.angle is None:
            # A group's name; From may not hold one.
            self.draft = _Draft(odd=True)
        else:
            draft.odd = True

    def _finish(self) -> None:
        done = self.draft.finish()
        if done is not None:
            self.found.append(done)
        self.draft = _Draft()


def read_sender(headers: Headers) -> tuple[Mailbox, str | None]:
    """The one mailbox of the one From field, and what is wrong where it is not exactly that (RFC 5322 3.6.2)."""
    fields = headers.every("from")
    if not fields:
        return Mailbox("", ""), "From is missing"
    found = read_mailboxes(fields[0])
    if not found:
        return Mailbox("", ""), "From has no address"
    sender = next((mailbox for mailbox, _ in found if mailbox.address), found[0][0])
    if len(fields) > 1 or len(found) > 1 or found[0][1] or "from" in headers.cut:
        return sender, "From is ambiguous" if sender.address else "From has no address"
    return sender, None


def read_people(headers: Headers, name: str) -> tuple[Mailbox, ...]:
    """The mailboxes of all fields of one name (To, Cc, Reply-To), at most MAX_MAILBOXES, each address once."""
    kept: dict[str, Mailbox] = {}
    for value in headers.every(name)[:5]:
        for mailbox, _ in read_mailboxes(value):
            if mailbox.address:
                kept.setdefault(mailbox.address, mailbox)
    return tuple(list(kept.values())[:MAX_MAILBOXES])


def _show(name: str) -> str:
    return " ".join(_CONTROL.sub(" ", decode_words(name)).split()).strip(" '\"")


def _clean(address: str) -> str:
    return _CONTROL.sub("", address).lower()


def _is_address(text: str) -> bool:
    left, at, right = text.rpartition("@")
    return bool(left and at and right) and "@" not in left and not _CONTROL.search(text)


def _contradicts(name: str, address: str) -> bool:
    if "@" not in name or _VIA.search(name):
        return False
    return any(found.strip(".").lower() != address.lower() for found in _ADDRESS_IN_NAME.findall(name))
