"""Can two spellings in a result and a mail header name one person?"""

from __future__ import annotations

import re
import unicodedata

from kipbot.core.memo import remembered

_LIGATURES = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"}
)
_PARTICLES = frozenset("van von der den de la le da dos di del jr sr dr prof mr ms phd via dev".split())


@remembered
def fold_name(text: str) -> tuple[str, ...]:
    """The words of a name without case, marks, brackets and titles; "Okafor, Mira" in the order of speech."""
    text = re.sub(r"<[^<>]*>|[(\[][^()\[\]]*[)\]]", " ", text)
    last, comma, first = text.partition(",")
    if comma and first.strip():
        text = f"{first} {last}"
    plain = unicodedata.normalize("NFKD", text.translate(_LIGATURES)).casefold().translate(_LIGATURES)
    plain = "".join(char for char in plain if not unicodedata.combining(char) and char != "\ufffd")
    words = re.findall(r"[^\W_]+", plain.replace("'", "").replace("’", ""))
    kept = tuple(word for word in words if word not in _PARTICLES)
    return kept or tuple(words)


def names_agree(a: str, b: str) -> bool:
    """Whether two spellings can name one person: same words in any order, or the same first and last word, initials allowed."""
    one, other = fold_name(a), fold_name(b)
    if not one or not other:
        return False
    if sorted(one) == sorted(other) or "".join(one) == "".join(other):
        return True
    if _handles(a) & _handles(b):
        return True
    if "\ufffd" in a or "\ufffd" in b:
        return _agree_damaged(a, b)
    if len(one) < 2 or len(other) < 2:
        return False
    if {one[0], one[-1]} == {other[0], other[-1]}:
        return True
    return one[-1] == other[-1] and (one[0] == other[0][:1] or other[0] == one[0][:1])


@remembered
def _handles(text: str) -> set[str]:
    """The ids and addresses that stand with a name."""
    marked = re.findall(
        r"[(\[]@?([\w.+-]{2,40}(?:@[\w.-]+)?)[)\]]|<([^<>]+)>|(?:^|\s)@([\w-]+)|(?:^|\s)([\w.+-]+@[\w.-]+)", text
    )
    found = {part.casefold() for parts in marked for part in parts if part}
    return found | {part.partition("@")[0] for part in found if part.endswith("@apache.org")}


def _agree_damaged(a: str, b: str) -> bool:
    """A letter that the mail lost (U+FFFD) stands for any one letter."""
    one = re.findall(r"[\w\ufffd]+", unicodedata.normalize("NFC", a).casefold())
    other = re.findall(r"[\w\ufffd]+", unicodedata.normalize("NFC", b).casefold())
    return len(one) == len(other) and all(
        len(x) == len(y) and all(p == q or "\ufffd" in (p, q) for p, q in zip(x, y, strict=True))
        for x, y in zip(one, other, strict=True)
    )
