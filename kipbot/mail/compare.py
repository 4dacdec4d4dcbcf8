"""Do the shapes of one mail say the same, and does it hide anything?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kipbot.core.facts import OWN, Line
from kipbot.mail.ownwords import separate

_HIDDEN_SET = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\U000e0000-\U000e007f\x00-\x08"
_HIDDEN = re.compile(f"[{_HIDDEN_SET}]+")
_HIDDEN_ONE = re.compile(f"[{_HIDDEN_SET}]")
_TOKEN = re.compile(r"(?<![\w.+\-])([+\-\u2212\u2013\u2014\uff0b\uff0d])([01])(?![\w.,%:/]?\d)")
_NEAR = re.compile(r"[+\-\u2212\uff0b]\s?[01]|binding", re.IGNORECASE)
_REACH = 10
_EDGE_MARKS = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202c\u2066-\u2069\ufeff]+")
_MAX_HIDDEN = 500


def hides_characters(lines: Iterable[Line]) -> bool:
    """Whether invisible or direction-turning characters stand inside or next to what could be a vote in the sender's words."""
    looked = 0
    for line in lines:
        if line.kind is not OWN or line.text.isprintable() or not _HIDDEN_ONE.search(line.text):
            continue
        for found in _HIDDEN.finditer(line.text):
            looked += 1
            if _is_harmless(found, line.text):
                continue
            around = line.text[max(0, found.start() - _REACH) : found.end() + _REACH][: 3 * _REACH]
            if looked > _MAX_HIDDEN or _NEAR.search(_HIDDEN.sub("", around)):
                return True
    return False


def _is_harmless(found: re.Match[str], text: str) -> bool:
    """Marks that programs put at the edge of a word, as before right-to-left text, split no word and turn nothing round."""
    if not _EDGE_MARKS.fullmatch(found[0]):
        return False
    before, after = text[: found.start()][-1:], text[found.end() :][:1]
    return not before.strip() or not after.strip()


def disagree(lines: Iterable[Line], text: str, shown: str) -> bool:
    """Whether the plain text and the HTML of one mail cast different votes in the sender's words (`shown` is the visible HTML).

    Differences of layout do not matter: only the set of vote-like tokens counts, and where only the bounds of a quotation
    were seen differently the words decide.
    """
    everywhere, everywhere_shown = _tokens(text), _tokens(shown)
    if not everywhere and not everywhere_shown:
        return False
    own = "\n".join(line.text for line in lines if line.kind is OWN)
    own_shown = "\n".join(line.text for line in separate(shown) if line.kind is OWN)
    if _tokens(own) == _tokens(own_shown):
        return False
    if everywhere != everywhere_shown:
        return True
    bare, bare_shown = _bare(own), _bare(own_shown)
    return not (bare and bare_shown and (bare in bare_shown or bare_shown in bare))


def _tokens(text: str) -> set[str]:
    signs = {"+": "+", "\uff0b": "+"}
    return {signs.get(sign, "-") + digit for sign, digit in _TOKEN.findall(_HIDDEN.sub("", text))}


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum() or c in "+-")
