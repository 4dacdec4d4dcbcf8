"""Where does "Ann wrote:" stand, and which lines below it are Ann's?"""

from __future__ import annotations

import re

from kipbot.core.facts import Line, LineKind
from kipbot.mail import attributions
from kipbot.mail import ownwords_headers as headers
from kipbot.mail.attributions import Grade
from kipbot.mail.ownwords_body import Body, Found, Place, keep

_ELISION = re.compile(r"[\[<(]?(?:\.{2,5}|…|snip\w*|cut|trimmed|deleted)[\]>)]?$", re.IGNORECASE)
_PIPED = re.compile(r" {0,3}[|¦│][ \t]?(?=[^|]*$)|:(?: |$)")
_NAMED = re.compile(r"[A-Za-z]{1,12}(>+)(?: |$)")
_INDENT = re.compile(r"(?: {4}|\t)")
_LOWER_START = re.compile(r"[a-zà-öø-ÿа-яα-ω0-9(\[/,;]")
_SENTENCE_END = re.compile(r"[.!?:;…。！？)\]][\s\"'”]*$")
_SHORT_ANSWER = re.compile(
    r"(?:yes|no|yep|yeah|nope|ok|okay|agreed?|done|fixed|sure|right|true|indeed|ack|\+1|-1|me too|exactly|thanks?)\b", re.I
)


# What gpg prints has a date, a name and an address, and quotes nobody.
_TOOL = re.compile(r"\s*(?:gpg2?|gpgv?|\$ gpg|pub|uid|sig)\b\s*[:\[0-9]|\s*Good signature\b|\s*Primary key\b", re.I)


def attribution_at(body: Body, at: int) -> tuple[int, Grade]:
    """How many lines an attribution that begins here takes, and how sure it is."""
    joined = ""
    best = (0, Grade.NONE)
    for count in range(1, 5):
        place = at + count - 1
        if (
            place >= body.size
            or _TOOL.match(body.texts[place])
            or not body.texts[place].strip()
            or len(body.texts[place]) > attributions.LONGEST
        ):
            break
        if body.depths[place] and not _is_torn(body, place, count):
            break
        joined = f"{joined} {body.texts[place].strip()}".strip()
        if count == 2 and not attributions.opens(body.texts[at]):
            break
        if not body.ends[place] and not body.depths[place] and "<mailto:" not in joined:
            continue
        sure = attributions.grade(joined)
        if sure is Grade.STRONG and not _goes_on(body, place):
            return count, sure
        if sure > best[1] and (count == 1 or sure is Grade.STRONG):
            best = (count, sure)
    return best


def _is_torn(body: Body, place: int, count: int) -> bool:
    """True for "> wrote:" under "On ..., Ann": the second half of an attribution, only by accident quoted."""
    text = body.texts[place].strip()
    return (
        count > 1
        and body.depths[place] == 1
        and len(text) <= 90
        and attributions.VERB_END.search(text.lower()[-40:]) is not None
    )


def _goes_on(body: Body, place: int) -> bool:
    """True when an attribution without its verb is followed by a line that holds it: "2011/6/28 Ann <ann@...>", "wrote:"."""
    text = body.texts[place].rstrip()
    if text[-1:] in ":：" or place + 1 >= body.size:
        return False
    following = body.texts[place + 1].strip().lower()
    return 0 < len(following) <= 40 and attributions.VERB_END.search(following) is not None


def find_attribution(place: Place) -> Found | None:
    """Find "On ..., Ann wrote:" on one to four lines, and say what it makes of the lines below."""
    body, at = place.body, place.at
    if not ends_soon(body, at):
        return None
    count, sure = attribution_at(body, at)
    if sure is Grade.NONE:
        return None
    end = at + count
    below = body.filled[end] if end < body.size else body.size
    if below >= body.size:
        return Found(count, LineKind.ATTRIBUTION, LineKind.OWN) if sure is Grade.STRONG else None
    if body.depths[below]:
        return Found(count, LineKind.ATTRIBUTION, LineKind.OWN)
    styled = _styled_run(body, below)
    if styled:
        kept = tuple(keep(body, line, LineKind.ATTRIBUTION) for line in range(at, end))
        blanks = tuple(Line(LineKind.QUOTE, "", 1) for _ in range(end, below))
        return Found(below + len(styled) - at, LineKind.QUOTE, LineKind.OWN, kept + blanks + styled)
    return _find_unmarked(place, count, sure)


def _find_unmarked(place: Place, count: int, sure: Grade) -> Found | None:
    """An attribution above lines without marks: whose are they?"""
    body, own_seen = place.body, place.own_seen
    end = place.at + count
    if _is_one_of_a_list(body, place.at, end):
        return None
    marked = body.marked[end]
    if marked < body.size and _belongs(body, end, marked, own_seen=own_seen):
        return Found(count, LineKind.ATTRIBUTION, LineKind.OWN) if sure >= Grade.NAMED else None
    if sure is Grade.STRONG or (sure is Grade.NAMED and own_seen):
        return Found(count, LineKind.ATTRIBUTION, LineKind.QUOTE)
    return None


def _is_one_of_a_list(body: Body, at: int, end: int) -> bool:
    """True for "2026-06-05 Ann <ann@...>" when the line above or below ends with an address too."""
    neighbours = [place for place in (at - 1, end) if 0 <= place < body.size and not body.depths[place]]
    return _ends_with_address(body, end - 1) and any(_ends_with_address(body, place) for place in neighbours)


def _ends_with_address(body: Body, at: int) -> bool:
    return body.texts[at].rstrip()[-1:] == ">"


def _belongs(body: Body, end: int, marked: int, *, own_seen: bool) -> bool:
    """True when the marked lines further down are what the attribution speaks of, and the sender wrote in between."""
    if body.count_filled(end, marked, 5) > 5:
        return False
    first = body.filled[end]
    if own_seen and not _ELISION.match(body.texts[first].strip()[:20]):
        return False
    places = [place for place in range(first, marked) if body.is_own(place)]
    return all(
        attribution_at(body, place)[1] is not Grade.STRONG and headers.end_of_headers(body, place) == place for place in places
    )


def ends_soon(body: Body, at: int) -> bool:
    """True when this line or one of the next three ends as attributions do."""
    for place in range(at, min(at + 4, body.size)):
        if body.filled[place] != place:
            return False
        if body.ends[place] or _is_torn(body, place, 2):
            return True
    return False


def _styled_run(body: Body, start: int) -> tuple[Line, ...]:
    """The lines below an attribution that are quoted by indentation, bars, colons or a name."""
    for style in (_PIPED, _NAMED, _INDENT):
        if style.match(body.texts[start]):
            taken = _take_styled(body, start, style)
            # One indented line right above another that is not is how some begin a paragraph.
            return () if style is _INDENT and len(taken) == 1 and body.is_own(start + 1) else taken
    return ()


def _take_styled(body: Body, start: int, style: re.Pattern[str]) -> tuple[Line, ...]:
    taken: list[Line] = []
    blanks = 0
    for at in range(start, body.size):
        match = style.match(body.texts[at]) if not body.depths[at] else None
        if match is not None:
            taken.append(Line(LineKind.QUOTE, body.texts[at][match.end() :], 1))
            blanks = 0
        elif body.filled[at] == at:
            break
        else:
            taken.append(Line(LineKind.QUOTE, body.texts[at], 1))
            blanks += 1
    return tuple(taken[: len(taken) - blanks])


def find_glued(place: Place) -> Found | None:
    """Find "+1 On ..., Ann wrote:" in one line, or wrapped onto the next one."""
    body, at = place.body, place.at
    cut, count = (None, 0) if _TOOL.match(body.texts[at]) else _cut_wrapped(body, at)
    if cut is None:
        return None
    own, attribution, rest = cut
    pieces = [Line(LineKind.OWN, own), Line(LineKind.ATTRIBUTION, attribution)]
    if rest:
        pieces.append(Line(LineKind.QUOTE, rest, 1))
    return Found(count, LineKind.OWN, headers.mode_below(body, at + count), tuple(pieces))


def _cut_wrapped(body: Body, at: int) -> tuple[tuple[str, str, str] | None, int]:
    """Cut one line, or as many as hold the attribution that begins in it."""
    joined = body.texts[at]
    first = len(joined)
    cut, count = attributions.cut_glued(joined), 1
    if _is_whole(cut) or not ends_soon(body, at):
        return cut, count
    for taken in range(2, 5):
        below = at + taken - 1
        if len(joined) > attributions.LONGEST or not body.is_own(below):
            break
        if attributions.begins_well(body.texts[below][:80].lower()) and attribution_at(body, below)[1] is Grade.STRONG:
            break  # the next line needs nothing of this one
        joined = f"{joined.rstrip()} {body.texts[below].strip()}"
        longer = attributions.cut_glued(joined, first) if body.ends[below] else None
        if _is_whole(longer):
            return longer, taken
    return cut, count


def _is_whole(cut: tuple[str, str, str] | None) -> bool:
    """True when a cut attribution has its colon, or words behind it; else the next line may hold its verb."""
    return cut is not None and (cut[1][-1] in ":：" or cut[2] != "")


def find_wrapped(place: Place) -> Found | None:
    """Find the end of a quoted line that lost its mark when it was wrapped: between two marked lines, in mid-sentence."""
    body, at = place.body, place.at
    if (
        place.mode is not LineKind.OWN
        or at == 0
        or at + 1 >= body.size
        or not body.depths[at - 1]
        or body.depths[at - 1] != body.depths[at + 1]
    ):
        return None
    above, text, below = body.texts[at - 1], body.texts[at].strip(), body.texts[at + 1].strip()
    depth = body.depths[at - 1]
    if len(above) + 2 * depth < 66 or len(text) > 40 or _SENTENCE_END.search(above[-10:]) or not below:
        return None
    if _SHORT_ANSWER.match(text) or not _LOWER_START.match(text):
        return None
    return Found(1, LineKind.QUOTE, LineKind.OWN, (Line(LineKind.QUOTE, body.texts[at], depth),))


def find_piped(place: Place) -> Found | None:
    """Two or more lines that begin with a bar and are no table."""
    body, at = place.body, place.at
    if body.texts[at].lstrip()[:1] not in ("|", "¦", "│"):
        return None
    taken = _take_styled(body, at, _PIPED) if _PIPED.match(body.texts[at]) else ()
    if len(taken) < 2:
        return None
    return Found(len(taken), LineKind.QUOTE, LineKind.OWN, taken)
