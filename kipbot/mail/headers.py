"""What do the header fields of a mail say, read under caps before anything is parsed?"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from kipbot.mail.charsets import decode, decode_unlabelled

MAX_BLOCK_BYTES = 64 * 1024
MAX_FIELD_BYTES = 8 * 1024
MAX_IDS = 200
MAX_ID_CHARS = 990

_NAME = re.compile(rb"[!-9;-~]{1,100}+[ \t]*+:")
_FIELD = re.compile(rb"([!-9;-~]{1,100}+)[ \t]*+:([^\n]*+(?:\n[ \t][^\n]*+)*+)\n?")
# A line that is neither a field nor the continuation of one.
_ODD_LINE = re.compile(rb"\n(?![!-9;-~]{1,100}+[ \t]*+:|[ \t]|\Z)")
_FOLD = re.compile(r"\r?\n[ \t]*|\r")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
_ENCODED_WORD = re.compile(r"=\?([^?\s=]{1,60})\?([bBqQ])\?([^?\n]*)\?=")
_BLANK = re.compile(r"[ \t\r\n]*\Z")
_ANGLE = re.compile(r"<([^<>]*)>")
_SPACE = re.compile(r"\s+")
_PARAMETER = re.compile(r""";\s*+([A-Za-z0-9_*-]{1,40})\s*+=\s*+("(?:[^"\\]|\\.)*+"?|[^;\s]*+)""", re.DOTALL)


# Most fields of most mails; a look here is quicker than making the name anew.
_KNOWN_NAMES = {
    name.encode(): name.lower()
    for name in (
        "Received From To Cc Subject Date Message-ID Message-Id In-Reply-To References Reply-To Return-Path Sender MIME-Version"
        " Mime-Version Content-Type Content-Transfer-Encoding Delivered-To X-Original-To Mailing-List Precedence List-Id List-Post"
        " List-Help List-Unsubscribe X-Received DKIM-Signature X-Virus-Scanned X-Spam-Flag X-Spam-Score X-Spam-Level"
        " X-Spam-Status X-Gm-Message-State X-Google-Smtp-Source X-Google-DKIM-Signature X-Mailer User-Agent"
    ).split()
}


@lru_cache(maxsize=512)
def _lower(name: bytes) -> str:
    return name.lower().decode("ascii")


class Headers:
    """The fields of a mail (names in lower case, values still folded bytes), where the body begins, and what was cut.

    `cut` holds the names of fields that were too long, "*" for the whole block.
    """

    __slots__ = ("_by_name", "body_at", "cut")

    def __init__(self, fields: Iterable[tuple[bytes, bytes]], body_at: int, *, oversized: bool = False) -> None:
        self.body_at = body_at
        self.cut: tuple[str, ...] = ("*",) if oversized else ()
        self._by_name: dict[str, list[bytes]] = {}
        by_name, known = self._by_name, _KNOWN_NAMES.get
        for name, value in fields:
            key = known(name) or _lower(name)
            if len(value) > MAX_FIELD_BYTES:
                self.cut += (key,)
                value = _cut(key, value)
            if key in by_name:
                by_name[key].append(value)
            else:
                by_name[key] = [value]

    def names(self) -> Iterable[str]:
        """The names of all fields, each once."""
        return self._by_name.keys()

    def every(self, name: str) -> list[bytes]:
        """All values of one field, topmost first."""
        return self._by_name.get(name, [])

    def first(self, name: str) -> bytes:
        """The topmost value of a field, empty where there is none."""
        values = self._by_name.get(name)
        return values[0] if values else b""

    def text(self, name: str) -> str:
        """The topmost value, unfolded and decoded (RFC 2047), on one line."""
        values = self._by_name.get(name)
        return decode_text(values[0]) if values else ""

    def has(self, name: str) -> bool:
        """Whether the field is there at all."""
        return name in self._by_name


def _cut(name: str, value: bytes) -> bytes:
    if name != "references":
        return value[:MAX_FIELD_BYTES]
    # The head of References names the root, its tail the parent: both are worth more than the middle.
    half = MAX_FIELD_BYTES // 2
    return value[:half] + b"\n " + value[-half:]


def split_headers(raw: bytes, start: int = 0, stop: int | None = None) -> Headers:
    """Read the header block of `raw[start:stop]`; a line that is no field ends it, as in every mail program.

    Of a block beyond MAX_BLOCK_BYTES only what is kept of each field is counted, so that one endless field hides no other.
    """
    stop = len(raw) if stop is None else stop
    end, body_at = find_body(raw, start, stop)
    fits = end - start <= MAX_BLOCK_BYTES
    end = min(end + 1, stop)
    fields: list[tuple[bytes, bytes]] = []
    room = MAX_BLOCK_BYTES
    while start < end:
        # A field or the mark of an mbox, doubled by a careless copy; anything else is text.
        if not _NAME.match(raw, start, end):
            if not raw.startswith((b"From ", b">From "), start):
                return Headers(fields, start)
            after = raw.find(b"\n", start, end) + 1 or end
            start, room = after, room - (after - start)
            if room < 0:
                return Headers(fields, body_at, oversized=True)
            continue
        odd = _ODD_LINE.search(raw, start, end)
        until = odd.start() + 1 if odd else end
        if fits:
            fields += _FIELD.findall(raw, start, until)
        elif (room := _take(fields, raw, (start, until), room)) < 0:
            return Headers(fields, body_at, oversized=True)
        start = until
    return Headers(fields, body_at)


def _take(fields: list[tuple[bytes, bytes]], raw: bytes, place: tuple[int, int], room: int) -> int:
    """Add the fields of a place while there is room for what is kept of them; the room that is left, below nought if there was none."""
    for found in _FIELD.finditer(raw, *place):
        room -= min(found.end() - found.start(), MAX_FIELD_BYTES)
        if room < 0:
            break
        fields.append((found[1], found[2]))
    return room


def find_body(raw: bytes, start: int, stop: int) -> tuple[int, int]:
    """Where the header block ends and where the body begins: at the first blank line."""
    if raw.startswith(b"\n", start):
        return start, min(stop, start + 1)
    if raw.startswith(b"\r\n", start):
        return start, min(stop, start + 2)
    blank = raw.find(b"\n\n", start, stop)
    until = stop if blank < 0 else blank
    if raw.find(b"\r", start, until) >= 0 and (blank_crlf := raw.find(b"\n\r\n", start, until)) >= 0:
        return blank_crlf, blank_crlf + 3
    return (blank, blank + 2) if blank >= 0 else (stop, stop)


def unfold(value: bytes) -> str:
    """One field as one line of characters, encoded words still encoded."""
    if b"\n" not in value and b"\r" not in value:
        return decode_unlabelled(value).strip()
    return _FOLD.sub(" ", decode_unlabelled(value)).strip()


def decode_text(value: bytes) -> str:
    """An unstructured field (Subject) as a reader sees it: unfolded, decoded, without control characters."""
    if value.isascii() and b"=?" not in value:
        text = value.decode("ascii").strip()
        if text.isprintable():
            return " ".join(text.split()) if "  " in text else text
    return " ".join(_CONTROL.sub(" ", decode_words(unfold(value))).split())


def decode_words(text: str) -> str:
    """Replace the encoded words of RFC 2047; adjacent words are joined before their bytes are decoded. Linear."""
    if "=?" not in text:
        return text
    out: list[str] = []
    pending = b""
    charset = ""
    end = 0
    for word in _ENCODED_WORD.finditer(text):
        between = text[end : word.start()]
        adjacent = bool(pending) and _BLANK.match(between) is not None
        name = word[1].partition("*")[0].lower()
        if not adjacent or name != charset:
            out.append(decode(pending, charset)[0] if pending else "")
            pending = b""
        if not adjacent:
            out.append(between)
        pending += _decode_word(word[2], word[3])
        charset, end = name, word.end()
    out.append(decode(pending, charset)[0] if pending else "")
    out.append(text[end:])
    return "".join(out)


def _decode_word(kind: str, payload: str) -> bytes:
    raw = payload.encode("utf-8", "replace")
    if kind in "qQ":
        return binascii.a2b_qp(raw.replace(b" ", b"_"), header=True)
    return decode_base64(raw)


def decode_base64(raw: bytes) -> bytes:
    """Base64 as lenient as mail programs read it: foreign characters skipped, missing padding supplied."""
    clean = raw.translate(None, _NOT_BASE64)
    if len(clean) % 4 == 1:
        clean = clean[:-1]
    return binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))


_NOT_BASE64 = bytes(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"))


@lru_cache(maxsize=512)
def read_ids(value: bytes) -> tuple[str, ...]:
    """The Message-IDs of a Message-ID, In-Reply-To or References field, as "<left@right>", in order, each once.

    Prose around them is ignored; ids without brackets are accepted where there are none with brackets.
    """
    text = unfold(value)
    found = _ANGLE.findall(text)
    if " " in text:
        found = [_SPACE.sub("", item) if " " in item else item for item in found]
    if not found:
        found = [word.strip("<>,;\"'()") for word in text.split() if "@" in word]
    ids = dict.fromkeys(f"<{item}>" for item in found if item and len(item) <= MAX_ID_CHARS)
    kept = list(ids)
    if len(kept) > MAX_IDS:
        kept = kept[: MAX_IDS // 2] + kept[-MAX_IDS // 2 :]
    return tuple(kept)


@lru_cache(maxsize=512)
def read_value(value: bytes) -> tuple[str, Mapping[str, str]]:
    """A structured field (Content-Type, Content-Disposition): its value in lower case and its parameters (RFC 2231 joined)."""
    text = unfold(value)
    head = text.partition(";")[0].strip().lower()
    if ";" not in text:
        return head, {}
    pieces: dict[str, str] = {}
    for name, given in _PARAMETER.findall(text):
        pieces.setdefault(name.lower(), _unquote(given))
    return head, _join_pieces(pieces)


def _unquote(given: str) -> str:
    if not given.startswith('"'):
        return given
    inner = given[1:-1] if len(given) > 1 and given.endswith('"') else given[1:]
    return re.sub(r"\\(.)", r"\1", inner, flags=re.DOTALL) if "\\" in inner else inner


def _join_pieces(pieces: dict[str, str]) -> dict[str, str]:
    if not any("*" in name for name in pieces):
        return pieces
    joined: dict[str, str] = {}
    for name, given in pieces.items():
        base, star, _ = name.partition("*")
        joined[base] = joined.get(base, "") + (given.rpartition("'")[2] if star else given)
    return joined
