"""Which box of a ballot did the sender tick?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kipbot.core.facts import OWN, QUOTE, Line
from kipbot.core.memo import remembered
from kipbot.core.reading.answered import ticked_by_sender
from kipbot.core.reading.sentences import read_sentences, unify
from kipbot.core.reading.setting import Outcome, Reading, Setting, find_reason
from kipbot.core.reading.tokens import claim_in, find_tokens
from kipbot.core.tally import Choice, Claim

_TICKED = re.compile(
    r"^\W{0,3}[\[(]\s{0,2}(?:[xX*✓✔✗✘vV√]|\s?[xX]\s?)\s{0,2}[\])]\s*[\"'(]?\s*([+\-±]?\s?[01])(?![\d.])|^\W{0,3}[☑☒]\s*([+\-±]?\s?[01])(?![\d.])"
)
_TICKED_BEHIND = re.compile(r"^\s*[\"'(]?([+\-±]?[01])\b[^\[\]]{0,80}[\[(]\s{0,2}[xX✓✔*]\s{0,2}[\])]\s*$")
_EMPTY_BOX = re.compile(
    r"^\W{0,3}(?:[\[(]\s{0,4}_{0,3}\s{0,4}[\])]|☐|□|_{2,5})\s*[\"'(]?\s*[+\-±]?\s?[01](?![\d.])|^\s*[\"'(]?[+\-±]?[01]\b[^\[\]]{0,80}\[\s{0,4}_?\s{0,4}\]\s*$"
)


@remembered
def is_empty_box(text: str) -> bool:
    """Is this a line of a ballot whose box nobody ticked?"""
    return _EMPTY_BOX.match(text) is not None


def read_ticks(lines: Sequence[Line], setting: Setting) -> Reading | None:
    """A box that the sender ticked, in own words or inside the quoted ballot."""
    ticks = _find_ticks(lines)
    if not ticks or (setting.is_call and len(ticks) != 1):
        return None
    own = [(value, line) for value, line in ticks if line.kind is OWN]
    if own:
        return _one_tick(own, lines)
    nearest = min((line.depth for line in lines if line.kind is QUOTE), default=1)
    quoted = [(value, line) for value, line in ticks if line.kind is QUOTE and line.depth <= nearest]
    mine = [(value, line, _whose_tick(line, value, setting)) for value, line in quoted]
    if any(whose for _, _, whose in mine):
        return _one_tick([(value, line) for value, line, whose in mine if whose], lines)
    unknown = [(value, line) for value, line, whose in mine if whose is None]
    if unknown and not any(find_tokens(sentence.text) for sentence in read_sentences(lines)):
        value, line = unknown[0]
        return Reading(
            Outcome.UNCLEAR,
            value,
            claim_in(line.text),
            line.text.strip(),
            "a box ticked inside a quote whose original was not seen",
        )
    return None


def _find_ticks(lines: Sequence[Line]) -> list[tuple[Choice, Line]]:
    found = []
    for line in lines:
        if "[" not in line.text and "(" not in line.text and line.text.isascii():
            continue
        value = _ticked_value(line.text)
        if value is not None:
            found.append((value, line))
    return found


@remembered
def _ticked_value(text: str) -> Choice | None:
    text = _unify_box(text[:400])
    hit = _TICKED.match(text) or _TICKED_BEHIND.match(text)
    return _box_value(next(group for group in hit.groups() if group)) if hit is not None else None


def _unify_box(text: str) -> str:
    """One sort of plus and minus; an asterisk stays, it may be a tick."""
    return text.translate(_SIGNS)


_SIGNS = str.maketrans(
    {"\u2212": "-", "\u2013": "-", "\u2014": "-", "\uff0b": "+", "\uff0d": "-", "\u00a0": " ", "\u3000": " "}
)


def _whose_tick(line: Line, value: Choice, setting: Setting) -> bool | None:
    """Did the sender tick this quoted box? The box of the same value is empty in the mail that is answered."""
    known = ticked_by_sender(line, setting.answered)
    if known is not None or setting.answered is None:
        return known
    texts = [_unify_box(other.text[:400]) for other in setting.answered]
    if any(_TICKED.match(text) or _TICKED_BEHIND.match(text) for text in texts):
        return None
    empty = (re.search(r"[+\-±]?\s?[01](?!\d)", text) for text in texts if _EMPTY_BOX.match(text))
    return True if any(found is not None and _box_value(found[0].strip()) is value for found in empty) else None


def _box_value(text: str) -> Choice | None:
    return {"+1": Choice.FOR, "1": Choice.FOR, "-1": Choice.AGAINST}.get(
        text.replace(" ", ""), Choice.ABSTAIN if text.strip().endswith("0") else None
    )


def _one_tick(ticks: list[tuple[Choice, Line]], lines: Sequence[Line]) -> Reading:
    choices = {value for value, _ in ticks}
    value, line = ticks[0]
    if len(choices) > 1:
        return Reading(Outcome.UNCLEAR, None, None, line.text.strip(), "more than one box is ticked")
    return Reading(
        Outcome.BALLOT,
        value,
        claim_in(line.text) or _lone_claim(lines),
        line.text.strip(),
        reason=find_reason(read_sentences(lines), value, line.text),
    )


def _lone_claim(lines: Sequence[Line]) -> Claim | None:
    """A claim that stands alone on a line of the writer's own."""
    for line in lines:
        if line.kind is OWN and 0 < len(line.text.strip()) < 40 and (claim := claim_in(unify(line.text))) is not None:
            return claim
    return None
