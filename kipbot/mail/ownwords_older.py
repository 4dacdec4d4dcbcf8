"""Where does an older mail begin that was left below without marks, and was it answered or forwarded?"""

from __future__ import annotations

from kipbot.core.facts import Line, LineKind
from kipbot.mail import ownwords_headers as headers
from kipbot.mail import ownwords_replies as replies
from kipbot.mail.attributions import Grade
from kipbot.mail.ownwords_body import LOOKED_AT, Body, Found, Place


def find_forwarded(place: Place) -> Found | None:
    """Find the first line of a forwarded mail; all that follows belongs to it."""
    body, at = place.body, place.at
    if not headers.is_forwarded(body.texts[at][:LOOKED_AT]):
        return None
    return Found(1, LineKind.FORWARD, LineKind.FORWARD)


def find_original(place: Place) -> Found | None:
    """Find "-----Original Message-----", with or without header lines below it."""
    body, at = place.body, place.at
    text = body.texts[at][:LOOKED_AT]
    if not headers.is_original(text) and not _is_ruled_header(body, at, text):
        return None
    below = body.filled[at + 1] if at + 1 < body.size else body.size
    end = headers.end_of_headers(body, below) if below < body.size else at + 1
    if end == below and body.is_own(below) and replies.attribution_at(body, below)[1] is not Grade.NONE:
        return Found(1, LineKind.ATTRIBUTION, LineKind.OWN)
    end = max(end if end > below else at + 1, at + 1)
    return Found(end - at, LineKind.ATTRIBUTION, headers.mode_below(body, end))


def _is_ruled_header(body: Body, at: int, text: str) -> bool:
    """Words between rules in a language that is not listed, above lines that look like a header block."""
    if text.lstrip()[:1] not in "-_=*‐–—" or not headers.RULED_WORDS.match(text.strip()[:200]):
        return False
    places = range(at + 1, min(at + 5, body.size))
    labelled = [place for place in places if headers.is_labelled(body.texts[place])]
    return len(labelled) >= 2 and any("@" in body.texts[place] for place in labelled)


def find_headers(place: Place) -> Found | None:
    """Find From:/Sent:/To:/Subject: in any of the languages, a rule above it included."""
    body, at = place.body, place.at
    start = at
    if headers.RULE_LINE.match(body.texts[at].strip()[:210]) and at + 1 < body.size:
        start = body.filled[at + 1]
    if start >= body.size or start - at > 3 or body.depths[start]:
        return None
    end = headers.end_of_headers(body, start)
    if end == start:
        return None
    return Found(end - at, LineKind.ATTRIBUTION, headers.mode_below(body, end))


def find_marked_headers(place: Place) -> Found | None:
    """Find a header block with marks, as Hotmail wrote it, at the beginning of a quotation; the text below may have none."""
    body, at = place.body, place.at
    if (at and body.depths[at - 1]) or headers.label_sort(body.texts[at]) is None:
        return None
    end = headers.end_of_headers(body, at)
    if end == at:
        return None
    below = body.filled[end] if end < body.size else body.size
    has_marks = below < body.size and body.depths[below] > 0
    return Found(end - at, LineKind.ATTRIBUTION, LineKind.OWN if has_marks else LineKind.QUOTE)


def find_one_line_headers(place: Place) -> Found | None:
    """Find a header block or its rule that a converter has put in one line, own words before it and old ones behind it."""
    text = place.body.texts[place.at]
    low = text[:LOOKED_AT].lower()
    found = _match_one_line(low)
    if found is None or len(low) != len(text[:LOOKED_AT]):
        return None
    start, end = found
    own = text[:start].rstrip(" _-")
    pieces = [Line(LineKind.OWN, own)] if own else []
    pieces.append(Line(LineKind.ATTRIBUTION, text[start:end]))
    if end < len(text):
        pieces.append(Line(LineKind.QUOTE, text[end:], 1))
    return Found(1, LineKind.OWN, LineKind.QUOTE, tuple(pieces))


def _match_one_line(low: str) -> tuple[int, int] | None:
    has_rule = ("---" in low or "___" in low or "‐‐‐" in low) and low.strip("-_‐ ") != ""
    ruled = headers.GLUED_ORIGINAL.search(low) if has_rule else None
    if ruled is not None:
        return ruled.span()
    return headers.one_line_block(low) if low.count(":") + low.count("：") >= 3 else None
