"""Which parts of a mail hold words that its reader sees, and what stands in them?

An own walk over the parts, under caps, because the standard library recurses as deep as the sender likes.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from kipbot.mail.charsets import decode
from kipbot.mail.headers import Headers, decode_base64, decode_text, read_value, split_headers
from kipbot.mail.markup import Room

MAX_DEPTH = 12
MAX_PARTS = 200
MAX_TEXT_BYTES = 256 * 1024
MAX_TOTAL_BYTES = 512 * 1024
MAX_BINARY_BYTES = 16 * 1024
TOO_LARGE = "too large to be read whole"

_NOT_BASE64_LINE = re.compile(rb"[^A-Za-z0-9+/=\s]")
_END_OF_DELIMITER = rb"(?=(?:--)?+[ \t\r\v\f]{0,80}+(?:\n|\Z)|--[ \t\r\v\f]{78}|[ \t\r\v\f]{80})"
_DELIMITER_END = re.compile(_END_OF_DELIMITER)
_FEW = 50
_TEXT_BYTES = bytes(byte for byte in range(256) if byte >= 32 or byte in b"\t\n\v\f\r\x1b")
_HARD_BREAKS = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_SHOWN_AS_PLAIN = ("text/plain", "text/markdown", "text/x-markdown", "text", "plain", "", "application/pgp")
_SHOWN_AS_HTML = ("text/html", "text/xhtml", "application/xhtml+xml", "text/enriched", "text/richtext")
_ATTACHED_SUFFIX = re.compile(
    r"\.(?:patch|diff|txt|log|ics|csv|html?|eml|asc|sig|java|scala|py|sh|xml|json|ya?ml|md|gz|zip)\Z", re.I
)


class PieceKind(StrEnum):
    """What a piece of visible text is."""

    PLAIN = "plain"
    HTML = "html"
    FORWARD = "forward"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of visible text in the order of the mail. `twin` is the HTML that stands beside a plain text as its alternative."""

    kind: PieceKind
    text: str
    flowed: bool = False
    twin: str = ""
    stuffed: bool = True  # the bytes lay open in the archive, so that ">From " may be the archive's mark


@dataclass(slots=True)
class Visible:
    """What the walk found."""

    pieces: list[Piece] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    is_report: bool = False
    parts: int = 0
    budget_bytes: int = MAX_TOTAL_BYTES
    room: Room = field(default_factory=Room)

    def trouble(self, words: str) -> None:
        """Note a reason for doubt, once."""
        if words not in self.troubles:
            self.troubles.append(words)


def look(raw: bytes, headers: Headers) -> Visible:
    """Walk the parts of a mail and keep what a reader sees. Never raises; caps that were reached are told as troubles."""
    seen = Visible()
    _walk(raw, headers, len(raw), 0, seen)
    return seen


def _walk(raw: bytes, headers: Headers, stop: int, depth: int, seen: Visible) -> None:
    seen.parts += 1
    if seen.parts > MAX_PARTS:
        seen.trouble("too many parts")
        return
    kind, parameters = read_value(headers.first("content-type"))
    if depth > MAX_DEPTH:
        seen.trouble("parts nested too deep")
    elif kind.startswith("multipart/"):
        _walk_multipart(raw, headers, stop, depth, seen)
    elif kind == "message/rfc822" or kind == "message/global":
        _walk_forward(raw, headers, stop, depth, seen)
    elif kind in _SHOWN_AS_PLAIN or kind in _SHOWN_AS_HTML or "/" not in kind:
        _keep_text(raw, headers, stop, depth, seen)
    else:
        _note_other(kind, parameters, depth, seen)


def _note_other(kind: str, parameters: Mapping[str, str], depth: int, seen: Visible) -> None:
    if kind in ("application/pkcs7-mime", "application/x-pkcs7-mime"):
        signed = parameters.get("smime-type", "").lower() == "signed-data"
        seen.trouble("an opaque signature hides the text" if signed else "encrypted")
    elif kind == "application/pgp-encrypted":
        seen.trouble("encrypted")
    elif kind == "message/partial":
        seen.trouble("only a piece of a longer mail")
    elif kind == "application/ms-tnef" and depth == 0:
        seen.trouble("the text is packed as winmail.dat")


def _walk_multipart(raw: bytes, headers: Headers, stop: int, depth: int, seen: Visible) -> None:
    kind, parameters = read_value(headers.first("content-type"))
    if kind == "multipart/encrypted":
        seen.trouble("encrypted")
        return
    children = _split_parts(raw, headers.body_at, stop, parameters.get("boundary", ""), seen)
    if not children:
        _keep_unsplit(raw, headers, stop, seen)
        return
    if kind == "multipart/digest":
        seen.trouble("digest")
        return
    seen.is_report |= kind == "multipart/report"
    parts = [(split_headers(raw, begin, end), end) for begin, end in children]
    if kind == "multipart/alternative":
        _walk_alternative(raw, parts, depth, seen)
        return
    if kind in ("multipart/signed", "multipart/related", "multipart/appledouble"):
        parts = _pick_root(parts, parameters.get("start", ""))
    for part, end in parts:
        _walk(raw, part, end, depth + 1, seen)


def _pick_root(parts: list[tuple[Headers, int]], start: str) -> list[tuple[Headers, int]]:
    if start:
        for part, end in parts:
            if part.text("content-id").strip() == start.strip():
                return [(part, end)]
    return parts[:1]


def _walk_alternative(raw: bytes, parts: list[tuple[Headers, int]], depth: int, seen: Visible) -> None:
    """Of the alternatives the plain text is read; the HTML is kept beside it, for both must say the same."""
    plain: list[Piece] = []
    markup: list[Piece] = []
    for part, end in parts:
        before = len(seen.pieces)
        _walk(raw, part, end, depth + 1, seen)
        for piece in seen.pieces[before:]:
            (markup if piece.kind is PieceKind.HTML else plain).append(piece)
        del seen.pieces[before:]
    if not any(piece.text.strip() for piece in plain):
        seen.pieces += markup
        return
    twin = "\n".join(piece.text for piece in markup)
    first = plain[0]
    seen.pieces.append(replace(first, twin=twin))
    seen.pieces += plain[1:]


def _split_parts(raw: bytes, begin: int, stop: int, boundary: str, seen: Visible) -> list[tuple[int, int]]:
    """The extents of the parts between delimiter lines; what stands before the first and after the last is no part."""
    mark = b"--" + boundary.rstrip().encode("utf-8", "replace")[:256]
    if len(mark) == 2:
        return []
    parts: list[tuple[int, int]] = []
    opened = -1
    at = begin if raw.startswith(mark, begin) else _next_delimiter(raw, mark, begin, stop)
    while at >= 0:
        end_of_line = raw.find(b"\n", at, stop)
        end_of_line = stop if end_of_line < 0 else end_of_line
        rest = raw[at + len(mark) : min(end_of_line, at + len(mark) + 80)].rstrip()
        # "--abcd" is no delimiter of the boundary "abc".
        if rest in (b"", b"--"):
            if opened >= 0:
                parts.append((opened, max(opened, at - 1)))
            opened = -1
            if rest == b"--":
                return parts
            if len(parts) >= MAX_PARTS:
                seen.trouble("too many parts")
                return parts
            opened = min(end_of_line + 1, stop)
        at = _next_delimiter(raw, mark, max(end_of_line - 1, at), stop)
    if opened >= 0:
        parts.append((opened, stop))
    return parts


def _next_delimiter(raw: bytes, mark: bytes, begin: int, stop: int) -> int:
    """The next line that is a delimiter, or -1. A hundred thousand lines may begin like one and go on differently."""
    line = b"\n" + mark
    for _ in range(_FEW):
        at = raw.find(line, begin, stop)
        if at < 0 or _DELIMITER_END.match(raw, at + len(line), stop):
            return at + 1 if at >= 0 else -1
        begin = at + 1
    found = re.compile(re.escape(line) + _END_OF_DELIMITER).search(raw, begin, stop)
    return found.start() + 1 if found else -1


def _keep_unsplit(raw: bytes, headers: Headers, stop: int, seen: Visible) -> None:
    """A multipart whose boundary never comes: lists flatten mails so. Where other boundaries stand, nobody knows what is shown."""
    body = raw[headers.body_at : min(stop, headers.body_at + MAX_TEXT_BYTES)]
    if body.startswith(b"--") or b"\n--" in body.replace(b"\n-- \n", b"\n").replace(b"\n---", b"\n"):
        seen.trouble("the parts of the mail cannot be told apart")
    text, doubt = decode(body, "utf-8")
    _add(Piece(PieceKind.PLAIN, tidy(text)), doubt, seen)


def _walk_forward(raw: bytes, headers: Headers, stop: int, depth: int, seen: Visible) -> None:
    inner = split_headers(raw, headers.body_at, stop)
    titles = (("From", "from"), ("Date", "date"), ("Subject", "subject"))
    top = "\n".join(f"{title}: {decode_text(inner.first(name))}" for title, name in titles if inner.has(name))
    aside = Visible(parts=seen.parts, budget_bytes=seen.budget_bytes, room=seen.room)
    _walk(raw, inner, stop, depth + 1, aside)
    seen.parts, seen.budget_bytes = aside.parts, aside.budget_bytes
    seen.pieces.append(Piece(PieceKind.FORWARD, top))
    seen.pieces += [Piece(PieceKind.FORWARD, piece.text) for piece in aside.pieces if piece.kind is not PieceKind.HTML]


def _keep_text(raw: bytes, headers: Headers, stop: int, depth: int, seen: Visible) -> None:
    kind, parameters = read_value(headers.first("content-type"))
    if depth and _is_attached(headers, parameters):
        return
    if seen.budget_bytes <= 0:
        seen.trouble(TOO_LARGE)
        return
    encoding = headers.text("content-transfer-encoding").strip().lower()
    room = min(MAX_TEXT_BYTES, seen.budget_bytes)
    body, tail, whole = _decode_body(raw, headers.body_at, stop, encoding, room)
    if not whole:
        seen.trouble(TOO_LARGE)
    if _is_binary(body):
        seen.trouble("what is said to be text is binary")
        body = body[:MAX_BINARY_BYTES]
    seen.budget_bytes -= len(body) + len(tail)
    text, doubt = decode(body, parameters.get("charset", ""))
    shown = PieceKind.HTML if kind in _SHOWN_AS_HTML else PieceKind.PLAIN
    flowed = parameters.get("format", "").lower() == "flowed" and shown is PieceKind.PLAIN
    text = tidy(text)
    if shown is PieceKind.PLAIN and _is_markup(text):
        shown, flowed = PieceKind.HTML, False
    if flowed and parameters.get("delsp", "").lower() == "yes":
        text = _join_delsp(text)
    _add(Piece(shown, text, flowed, stuffed=encoding != "base64"), doubt, seen)
    if tail.strip():
        _add(Piece(PieceKind.PLAIN, tidy(decode(tail, "utf-8")[0])), None, seen)


_OPENS_MARKUP = re.compile(r"\s{0,40}<(?:!doctype html|html|head|body|div|p|span|font|meta|table)\b[^<>]{0,200}>", re.I)
_CLOSES_MARKUP = re.compile(r"(?:</(?:html|body|div|p|span|font|table)>|<br\s?/?>)\s{0,40}\Z", re.I)


def _is_markup(text: str) -> bool:
    """Is what calls itself plain text an HTML page from its first sign to its last?"""
    return _OPENS_MARKUP.match(text) is not None and _CLOSES_MARKUP.search(text[-80:]) is not None


def _add(piece: Piece, doubt: str | None, seen: Visible) -> None:
    if doubt:
        seen.trouble(doubt)
    if piece.kind is PieceKind.PLAIN:
        size = piece.text.count("\n") + 1
        if size > max(seen.room.lines, 1):
            seen.trouble(TOO_LARGE)
            size = max(seen.room.lines, 1)
            piece = replace(piece, text="\n".join(piece.text.split("\n", size)[:size]))
        seen.room.lines -= size
    seen.pieces.append(piece)


def _is_attached(headers: Headers, parameters: Mapping[str, str]) -> bool:
    disposition, named = read_value(headers.first("content-disposition"))
    if disposition == "attachment":
        return True
    name = decode_text((named.get("filename") or parameters.get("name") or "").encode("utf-8", "replace"))
    return bool(name) and (disposition == "inline" or _ATTACHED_SUFFIX.search(name) is not None)


def _decode_body(raw: bytes, begin: int, stop: int, encoding: str, room: int) -> tuple[bytes, bytes, bool]:
    """The decoded bytes, plain text that a list appended behind base64, and whether all of it fitted into `room`."""
    if encoding == "base64":
        body = raw[begin : min(stop, begin + room * 3 // 2)]
        foreign = _NOT_BASE64_LINE.search(body)
        tail = b""
        if foreign:
            cut = body.rfind(b"\n", 0, foreign.start()) + 1
            body, tail = body[:cut], body[cut:]
        return decode_base64(body)[:room], tail[:room], stop - begin <= room * 3 // 2
    if encoding == "quoted-printable":
        body = raw[begin : min(stop, begin + room * 3)]
        decoded = binascii.a2b_qp(body)
        return decoded[:room], b"", len(decoded) <= room and stop - begin <= room * 3
    return raw[begin : min(stop, begin + room)], b"", stop - begin <= room


def _is_binary(body: bytes) -> bool:
    """Whether one byte in fifty is a control that no text holds (UTF-16 begins with its mark, ISO 2022 escapes with ESC)."""
    controls = len(body.translate(None, _TEXT_BYTES))
    return controls > _FEW and controls * 50 > len(body) and body[:2] not in (b"\xff\xfe", b"\xfe\xff")


def tidy(text: str) -> str:
    """Line ends as "\\n" and nothing else that some programs take for a line end.

    A lone CR inside a line is a blank: else a quoted line could hold words that look like the sender's own.
    """
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n")
        if "\r" in text:
            text = text.replace("\r", " " if "\n" in text else "\n")
    return _HARD_BREAKS.sub(" ", text) if _HARD_BREAKS.search(text) else text


def _join_delsp(text: str) -> str:
    """Join the soft breaks of format=flowed; delsp=yes (RFC 3676 4.1), whose trailing blank is no blank of the text."""
    out: list[str] = []
    soft_depth = -1
    for line in text.split("\n"):
        words = line.lstrip(">")
        depth = len(line) - len(words)
        words = words.removeprefix(" ")
        is_soft = words.endswith(" ") and words != "-- "
        kept = words[:-1] if is_soft else words
        if depth == soft_depth and words != "-- ":
            out[-1] += kept
        else:
            out.append(line[:-1] if is_soft else line)
        soft_depth = depth if is_soft else -1
    return "\n".join(out)
