"""What does one mail say, taken from its bytes?"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from kipbot.core.facts import Line, LineKind, Mailbox, MailReceived
from kipbot.core.subject import MOST_OF_SUBJECT
from kipbot.mail.armour import drop_files, unstuff, unwrap
from kipbot.mail.compare import disagree, hides_characters
from kipbot.mail.dates import read_date_bytes
from kipbot.mail.headers import Headers, read_ids, split_headers
from kipbot.mail.machines import recognise
from kipbot.mail.mailboxes import read_mailboxes, read_people, read_sender
from kipbot.mail.markup import read_markup
from kipbot.mail.mime import TOO_LARGE, Piece, PieceKind, Visible, look, tidy
from kipbot.mail.ownwords import separate
from kipbot.mail.received import read_list_id, read_received_at

_DIGEST_SUBJECT = re.compile(
    r"\S{1,80} digest,? (?:vol(?:ume)? ?\d|\d{1,2} [a-z]{3} \d{4})|\S{1,80} digest [^\n]{0,80}\bissue \d", re.IGNORECASE
)
_DIGEST_TEXT = re.compile(r"^(?:Topics \(messages \d|Today's Topics:\s*$)", re.MULTILINE)
_FOOTER_WORDS = re.compile(r"unsubscribe|mailing list|_{20}|list(?:info|s\.)|virus|confidential", re.IGNORECASE)
_MARK = re.compile(
    r"\s*(?:\[[^\[\]]{1,60}\]|(?:re|aw|sv|fwd?|antw|wg|r[ée]f|回复|答复)\s{0,2}(?:\[\d{1,3}\])?[:：])", re.IGNORECASE
)
_TELLING_TAG = re.compile(r"vot|result|cancel|discuss|poll|announc|propos|lazy|notice|correct|extend", re.IGNORECASE)
_VIA = re.compile(r"\bvia\b", re.IGNORECASE)
# A cut in these fields changes what the mail says; a long To or DKIM-Signature does not.
_TELLING_FIELDS = ("*", "from", "content-type")
SUBJECT_CUT = "Subject is too long: cut"


def read(raw: bytes) -> MailReceived:
    """Read one mail, with or without the "From " line of an mbox. Never raises; linear in the length; capped in every way.

    Whatever makes the text unreliable is told in `troubles`.
    """
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    start = 0
    if raw.startswith((b"From ", b">From ")):
        start = raw.find(b"\n") + 1 or len(raw)
    mark = raw[:start]
    while raw.startswith((b"\n", b"\r\n"), start):
        start += 1 if raw[start] == 10 else 2
    headers = split_headers(raw, start)
    try:
        mail = _compose(headers, look(raw, headers))
    except Exception as error:  # one mail that a reader stumbles over must not stop the others: it is kept, and shown as unread
        mail = _keep_unread(raw, headers, error)
    return mail if mail.at is not None or not mark else replace(mail, filed_at=_read_mark(mark))


def _read_mark(mark: bytes) -> datetime | None:
    """When an mbox says that it took a mail: behind the sender in its "From " line."""
    return read_date_bytes(b" ".join(mark.split()[2:]))


def _keep_unread(raw: bytes, headers: Headers, error: Exception) -> MailReceived:
    digest = hashlib.blake2b(raw, digest_size=16).hexdigest()
    return MailReceived(
        message_id=next(iter(read_ids(headers.first("message-id"))), f"<{digest}@kipbot.invalid>"),
        digest=digest,
        subject=headers.text("subject"),
        sender=read_sender(headers)[0],
        in_reply_to=read_ids(headers.first("in-reply-to")),
        references=read_ids(headers.first("references")),
        troubles=(f"cannot be read ({type(error).__name__})",),
    )


def _compose(headers: Headers, seen: Visible) -> MailReceived:
    sender, wrong = read_sender(headers)
    subject = headers.text("subject")
    list_id = read_list_id(headers)
    if wrong:
        seen.trouble(wrong)
    if len(headers.every("subject")) > 1:
        seen.trouble("Subject is given twice")
    is_read_whole = "subject" not in headers.cut or len(subject) >= MOST_OF_SUBJECT
    if not is_read_whole or any(name in headers.cut for name in _TELLING_FIELDS):
        seen.trouble("headers too large")
    elif "subject" in headers.cut:
        seen.trouble(SUBJECT_CUT)
    lines = _separate(seen, subject)
    if hides_characters(lines):
        seen.trouble("hidden characters")
    sent_at = read_date_bytes(headers.first("date"))
    reply_to = _read_reply_to(headers, sender)
    copied = read_people(headers, "cc")
    said_by = _find_writer(sender, (*reply_to, *copied), list_id)
    digest = _digest(said_by, subject, _say_date(headers, sent_at), lines)
    return MailReceived(
        message_id=next(iter(read_ids(headers.first("message-id"))), f"<{digest}@kipbot.invalid>"),
        digest=digest,
        subject=subject,
        sender=sender,
        reply_to=reply_to,
        to=read_people(headers, "to"),
        cc=copied,
        sent_at=sent_at,
        received_at=read_received_at(headers, list_id),
        in_reply_to=read_ids(headers.first("in-reply-to")),
        references=read_ids(b" ".join(headers.every("references")[:3])),
        list_id=list_id,
        lines=lines,
        automatic=recognise(headers, sender, subject, is_report=seen.is_report),
        troubles=tuple(seen.troubles),
    )


def _separate(seen: Visible, subject: str) -> tuple[Line, ...]:
    """The lines of all pieces in their order, each with whose words it holds."""
    lines: list[Line] = []
    is_digest = "digest" in seen.troubles or _DIGEST_SUBJECT.match(subject) is not None
    for number, piece in enumerate(seen.pieces):
        if piece.kind is PieceKind.FORWARD:
            lines += _mark_all(piece.text, LineKind.FORWARD)
            continue
        text = _show(piece.text, seen) if piece.kind is PieceKind.HTML else piece.text
        if number == 0 and not is_digest:
            is_digest = "opics" in text and _DIGEST_TEXT.search(text) is not None
        if is_digest:
            lines += _mark_all(text, LineKind.FORWARD)
        elif number and _is_footer(text):
            lines += _mark_all(text, LineKind.FOOTER)
        else:
            lines += _separate_text(text, piece, seen)
    if is_digest:
        seen.trouble("digest")
    return tuple(lines)


def _separate_text(text: str, piece: Piece, seen: Visible) -> tuple[Line, ...]:
    text, encrypted = unwrap(text)
    if encrypted:
        seen.trouble("encrypted")
    text = drop_files(text).rstrip("\n")
    if piece.stuffed and piece.kind is PieceKind.PLAIN:
        text = unstuff(text)
    lines = separate(text, flowed=piece.flowed)
    if piece.twin and disagree(lines, text, _show(piece.twin, seen)):
        seen.trouble("text and HTML disagree")
    return lines


def _show(markup: str, seen: Visible) -> str:
    shown, whole = read_markup(markup, seen.room)
    if not whole:
        seen.trouble(TOO_LARGE)
    return tidy(shown)


def _mark_all(text: str, kind: LineKind) -> list[Line]:
    return [Line(kind, line) for line in text.rstrip("\n").split("\n")]


def _is_footer(text: str) -> bool:
    """Whether a text part that is not the first is what the list or a scanner appended."""
    return len(text) < 3000 and text.count("\n") < 40 and _FOOTER_WORDS.search(text) is not None


def _read_reply_to(headers: Headers, sender: Mailbox) -> tuple[Mailbox, ...]:
    """Reply-To; before it the X-Original-From that a list leaves when it rewrites From to "Name via list"."""
    given = read_people(headers, "reply-to")
    if not _VIA.search(sender.name) or not headers.has("x-original-from"):
        return given
    original = [mailbox for mailbox, odd in read_mailboxes(headers.first("x-original-from")) if mailbox.address and not odd]
    return (*original[:1], *(mailbox for mailbox in given if mailbox not in original[:1]))


def _find_writer(sender: Mailbox, others: Iterable[Mailbox], list_id: str) -> str:
    """The address for the digest: the same whether or not a list rewrote From on the way to one of the copies.

    Lists move the writer to Reply-To; Mailman to Cc where Reply-To is the list's.
    """
    via = _VIA.search(sender.name)
    if via is None:
        return sender.address.removesuffix(".invalid")
    name = sender.name[: via.start()].strip(" '\"").casefold()
    own = [one for one in others if one.address != sender.address and one.address.replace("@", ".") != list_id]
    named = [one.address for one in own if one.name.casefold() == name]
    return (named[0] if named else own[0].address if len(own) == 1 else name).removesuffix(".invalid")


def _say_date(headers: Headers, sent_at: datetime | None) -> str:
    return sent_at.isoformat() if sent_at else headers.text("date")[:100]


# A lone signature mark may belong to the footer that a list appended.
_NOTHING_SAID = frozenset({"", "--", "—"})
_FOOTER = LineKind.FOOTER


def _digest(writer: str, subject: str, date: str, lines: Iterable[Line]) -> str:
    """A hash of what the writer said: equal for copies that lists and archives footed, tagged, wrapped or stuffed differently."""
    said = [writer, _bare_subject(subject), date]
    said += [
        text.removeprefix(">")
        for line in lines
        if (text := line.text.strip()) not in _NOTHING_SAID and line.kind is not _FOOTER
    ]
    return hashlib.blake2b("\n".join(said).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@lru_cache(maxsize=512)
def _bare_subject(subject: str) -> str:
    """The subject without reply marks and list tags; tags that say what the mail does stay."""
    at = 0
    kept = []
    while at < 400 and (found := _MARK.match(subject, at)):
        if _TELLING_TAG.search(found[0]):
            kept.append(found[0].strip())
        at = found.end()
    return " ".join(" ".join([*kept, subject[at:]]).casefold().split())
