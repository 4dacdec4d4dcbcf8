"""Whose words are these: which lines of a mail did its sender write, and which are quoted, forwarded or appended?"""

from __future__ import annotations

from collections.abc import Callable

from kipbot.core.facts import OWN, QUOTE, Line, LineKind
from kipbot.core.memo import remembered
from kipbot.mail import ownwords_older as older
from kipbot.mail import ownwords_replies as replies
from kipbot.mail import ownwords_tails as tails
from kipbot.mail.ownwords_body import Body, Found, Place, keep, take_apart

MOST_TESTED = 800  # unmarked lines that are looked at; nobody writes so much above or below a quotation

# What may begin at an unmarked line, in the order in which it is asked, by what the lines above are.
_BELOW_ALL = (older.find_forwarded, older.find_original, older.find_headers, replies.find_attribution)
_LOOKS: dict[LineKind, tuple[Callable[[Place], Found | None], ...]] = {
    OWN: (
        *_BELOW_ALL,
        replies.find_glued,
        older.find_one_line_headers,
        tails.find_footer,
        tails.find_signature,
        replies.find_wrapped,
        replies.find_piped,
    ),
    LineKind.SIGNATURE: (*_BELOW_ALL, tails.find_footer, tails.find_postscript),
    LineKind.FOOTER: _BELOW_ALL,
    QUOTE: (tails.find_last_footer,),
    LineKind.FORWARD: (),
    LineKind.ATTRIBUTION: (),
}
_PLAIN_LOOKS: tuple[Callable[[Place], Found | None], ...] = (replies.find_wrapped,)
# What may begin at a line without colons and rules, where no attribution ends nearby.
_QUIET_LOOKS: dict[LineKind, tuple[Callable[[Place], Found | None], ...]] = {
    **_LOOKS,
    OWN: (tails.find_footer, tails.find_signature, replies.find_wrapped),
    LineKind.SIGNATURE: (tails.find_footer, tails.find_postscript),
    LineKind.FOOTER: (),
}
_VALUES_AND_BULLETS = ("+", "-", "*", "•")
_FORWARD = LineKind.FORWARD


def separate(text: str, *, flowed: bool = False) -> tuple[Line, ...]:
    """Say of each line of a mail's visible text whose words it holds.

    Marked lines are quotations at any depth. What follows an unmarked attribution or header block is a quotation to the
    end, unless marked lines come first: then the sender wrote between them. Doubtful lines are not the sender's, so that a
    ballot that may be somebody else's is never taken for his. No line is dropped; `flowed` joins lines as RFC 3676 says.
    """
    body = take_apart(text, flowed=flowed)
    lines: list[Line] = []
    texts, depths, filled = body.texts, body.depths, body.filled
    at, mode, own_seen, tested = 0, OWN, False, 0
    while at < body.size:
        if depths[at] or filled[at] != at:
            at, mode = _take_marked_and_blank(body, at, mode, lines)
            continue
        tested += 1
        if tested <= MOST_TESTED and not (at and depths[at - 1]) and _begins_nothing(body, at):
            # Most lines are such, and most of the time went into asking what begins here.
            lines.append(Line(mode, texts[at], 1 if mode is QUOTE else 0))
            own_seen = own_seen or mode is OWN
            at += 1
            continue
        found = _find(Place(body, at, mode, own_seen)) if tested <= MOST_TESTED else Found(1, QUOTE, QUOTE)
        if found.pieces:
            lines.extend(found.pieces)
        else:
            lines.extend([keep(body, line, found.kind) for line in range(at, at + found.length)])
        own_seen = own_seen or lines[-1].kind is OWN or (bool(found.pieces) and found.pieces[0].kind is OWN)
        at, mode = at + found.length, found.then
    if body.rest is not None:
        lines.append(Line(QUOTE, body.rest, 1))
    return tuple(lines)


def _take_marked_and_blank(body: Body, at: int, mode: LineKind, lines: list[Line]) -> tuple[int, LineKind]:
    """Keep the lines up to the next one that may be the sender's; marks end a signature or footer."""
    texts, depths, filled, size = body.texts, body.depths, body.filled, body.size
    sticky = mode is QUOTE or mode is _FORWARD
    while at < size and (depths[at] or filled[at] != at):
        if not depths[at]:
            lines.append(Line(mode, texts[at], 1 if mode is QUOTE else 0))
        elif sticky:
            lines.append(keep(body, at, mode))
        elif at and depths[at - 1]:
            mode = OWN
            lines.append(Line(QUOTE, texts[at], depths[at]))
        else:
            found = older.find_marked_headers(Place(body, at, mode, own_seen=False))
            if found is not None:
                lines.extend(keep(body, line, found.kind) for line in range(at, at + found.length))
                return at + found.length, found.then
            mode = OWN
            lines.append(Line(QUOTE, texts[at], depths[at]))
        at += 1
    return at, mode


def _find(place: Place) -> Found:
    """Ask what begins at an unmarked line; one of which nothing is known is what the lines above it are."""
    text = place.body.texts[place.at]
    if _is_plain(text):
        looks = _PLAIN_LOOKS
    elif _is_quiet(text) and not replies.ends_soon(place.body, place.at):
        looks = _QUIET_LOOKS[place.mode]
    else:
        looks = _LOOKS[place.mode]
    for look in looks:
        found = look(place)
        if found is not None:
            return found
    return Found(1, place.mode, place.mode)


def _begins_nothing(body: Body, at: int) -> bool:
    """True for a line that is what the lines above it are, because no look would find anything that begins there."""
    text = body.texts[at]
    return _is_plain(text) or (_is_quiet(text) and tails.begins_nothing(text) and not replies.ends_soon(body, at))


@remembered
def _is_plain(text: str) -> bool:
    """True for a line of plain words, with nothing in it that an attribution, header, signature or footer needs."""
    if ":" in text or "<" in text or "@" in text or "20" in text or "--" in text or not text.lstrip()[:1].isalnum():
        return False
    return not tails.may_begin(text)


@remembered
def _is_quiet(text: str) -> bool:
    """True for a line that begins with a word, a value or a bullet, and holds nothing that a header or a rule needs."""
    if ":" in text or "--" in text or "：" in text or "___" in text or "‐‐‐" in text:
        return False
    start = text.lstrip()[:3]
    if start[:1] in _VALUES_AND_BULLETS:
        start = start[1:].lstrip()
    return start[:1].isalnum()
