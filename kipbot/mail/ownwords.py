"""Whose words are these: which lines of a mail did its sender write, and which are quoted, forwarded or appended?"""

from __future__ import annotations

from collections.abc import Callable

from kipbot.core.facts import Line, LineKind
from kipbot.mail import ownwords_older as older
from kipbot.mail import ownwords_replies as replies
from kipbot.mail import ownwords_tails as tails
from kipbot.mail.ownwords_body import Found, Place, keep, take_apart

MOST_TESTED = 1_500  # unmarked lines that are looked at; nobody writes so much above or below a quotation

# What may begin at an unmarked line, in the order in which it is asked, by what the lines above are.
_BELOW_ALL = (older.find_forwarded, older.find_original, older.find_headers, replies.find_attribution)
_LOOKS: dict[LineKind, tuple[Callable[[Place], Found | None], ...]] = {
    LineKind.OWN: (
        *_BELOW_ALL,
        replies.find_glued,
        older.find_one_line_headers,
        tails.find_footer,
        tails.find_signature,
        replies.find_wrapped,
        replies.find_piped,
    ),
    LineKind.SIGNATURE: (*_BELOW_ALL, tails.find_footer),
    LineKind.FOOTER: _BELOW_ALL,
    LineKind.QUOTE: (tails.find_last_footer,),
    LineKind.FORWARD: (),
    LineKind.ATTRIBUTION: (),
}
_TO_THE_END = frozenset({LineKind.QUOTE, LineKind.FORWARD})


def separate(text: str, *, flowed: bool = False) -> tuple[Line, ...]:
    """Say of each line of a mail's visible text whose words it holds.

    Marked lines are quotations at any depth. What follows an unmarked attribution or header block is a quotation to the
    end, unless marked lines come first: then the sender wrote between them. Doubtful lines are not the sender's, so that a
    ballot that may be somebody else's is never taken for his. No line is dropped; `flowed` joins lines as RFC 3676 says.
    """
    body = take_apart(text, flowed=flowed)
    lines: list[Line] = []
    place = Place(body, 0, LineKind.OWN, own_seen=False)
    tested = 0
    while place.at < body.size:
        tested += body.is_own(place.at)
        found = _find(place) if tested <= MOST_TESTED else Found(1, LineKind.QUOTE, LineKind.QUOTE)
        added = found.pieces or tuple(keep(body, at, found.kind) for at in range(place.at, place.at + found.length))
        lines.extend(added)
        own_seen = place.own_seen or any(line.kind is LineKind.OWN and line.text.strip() for line in added)
        place = Place(body, place.at + found.length, found.then, own_seen)
    if body.rest is not None:
        lines.append(Line(LineKind.QUOTE, body.rest, 1))
    return tuple(lines)


def _find(place: Place) -> Found:
    """Ask what begins here; a line of which nothing is known is what the lines above it are."""
    body, at, mode = place.body, place.at, place.mode
    if body.depths[at] and mode not in _TO_THE_END:
        # Marks end a signature or footer: what comes below the quotation is the sender's again.
        return older.find_marked_headers(place) or Found(1, LineKind.OWN, LineKind.OWN)
    if body.is_own(at):
        for look in _LOOKS[mode]:
            found = look(place)
            if found is not None:
                return found
    return Found(1, mode, mode)
