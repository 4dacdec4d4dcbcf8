"""Do two spellings name the same human?"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

# Longer than any human name; what comes after it is a sentence, or somebody who wants to keep us busy.
_MOST_CHARS = 200
_MOST_WORDS = 12
_MOST_TEXT = 300  # the characters of a title


class Likeness(IntEnum):
    """How near two names are. Only SAME names a person; the others raise doubts or confirm what an address says."""

    NONE = 0
    WEAK = 1  # nothing speaks against it: "Jo", "J. Doe" or "Joey Doe" for Jo Doe
    CLOSE = 2  # one has a word more: "Jo Maria Doe" for Jo Doe
    SAME = 3  # the same words in any order; marks, case, titles and middle initials do not matter


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name taken apart: sorted words and sorted initials. Han, kana and hangul characters are words of their own."""

    words: tuple[str, ...]
    initials: tuple[str, ...] = ()

    @property
    def is_east_asian(self) -> bool:
        """True where the words are single characters, so that two in common say little."""
        return all(len(word) == 1 for word in self.words)


# Letters that Unicode does not take apart into a letter and a mark.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n", "ə": "e"}
)
# The other way in which people write the same letters where a keyboard lacks them.
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "a", "đ": "dj", "ð": "th"})
_APOSTROPHES = re.compile("[\u0027\u0060\u00b4\u02bb\u02bc\u2018\u2019\u201b\u2032\uff07\u200c\u200d]")
_MARKS = re.compile("[\u0300-\u036f]")
_EAST_ASIAN = re.compile("[\u3005\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]")
_ASIDES = re.compile(
    r"\(([^()]{0,80})\)|\[([^\[\]]{0,80})\]|（([^（）]{0,80})）|\"([^\"]{1,80})\"|[“„]([^“”„]{1,80})[”“]|«([^«»]{1,80})»"
    r"|(?<!\S)['‘]([^'‘’]{1,80})['’](?!\S)"
)
_TAIL = re.compile(r"\s+(?:[-–—|/@·:]|at)\s.*|;.*", re.DOTALL)
_TITLES = frozenset({"dr", "prof", "mr", "mrs", "ms", "phd", "msc", "bsc", "ing", "dipl", "herr", "frau"})
_PRONOUNS = frozenset({"he", "him", "his", "she", "her", "hers", "they", "them", "theirs", "elle", "ella"})


@lru_cache(maxsize=8192)
def spellings(name: str) -> tuple[Spelling, ...]:
    """The ways in which a display name may be meant: as it stands, with its nickname, without what follows a dash.

    "Jiangjie (Becket) Qin" is Jiangjie Qin, Becket Qin and all three words; "Qin, Becket" is Becket Qin.
    """
    name = name[:_MOST_CHARS]
    found: dict[Spelling, None] = {}
    for text in dict.fromkeys((name.casefold(), name.casefold().translate(_SPELLED_OUT))):
        for words in _ways(text):
            spelling = _spell(words)
            if spelling.words or spelling.initials:
                found[spelling] = None
    return tuple(found)


def _ways(text: str) -> list[list[str]]:
    asides = [words for words in (_words("".join(groups)) for groups in _ASIDES.findall(text)[:3]) if _is_name(words)]
    bare = _ASIDES.sub(" ", text)
    ways = [_in_order(bare), _in_order(_TAIL.sub("", bare))]
    outer = ways[-1]
    for aside in asides:
        if len(aside) > 1 or not outer:
            ways.append(aside)
        if outer and len(aside) == 1:
            ways += [aside + outer[1:]] * (len(outer) > 1) + [[*aside, outer[-1]], outer + aside]
    return ways + _by_script(outer)


def _by_script(words: list[str]) -> list[list[str]]:
    """ "Wang Xiaoming 王小明" says the same name twice: each script alone."""
    here = [word for word in words if _EAST_ASIAN.match(word)]
    there = [word for word in words if not _EAST_ASIAN.match(word)]
    return [here, there] if len(here) > 1 and len(there) > 1 else []


def _is_name(words: list[str]) -> bool:
    return bool(words) and not _PRONOUNS.intersection(words)


def _in_order(text: str) -> list[str]:
    """The words with the given name first: "Doe, Jo" is Jo Doe."""
    last, comma, first = text.partition(",")
    return _words(f"{first} {last}" if comma and "," not in first else text)


def _words(text: str) -> list[str]:
    """Words in lower case without accents; a word of Han, kana or hangul becomes its characters."""
    plain = unicodedata.normalize("NFD", _APOSTROPHES.sub("", text).translate(_PLAIN))
    plain = unicodedata.normalize("NFC", _MARKS.sub("", plain)).translate(_PLAIN)
    plain = _EAST_ASIAN.sub(r" \g<0> ", plain)
    spaced = "".join(char if char.isalnum() or unicodedata.category(char)[0] == "M" else " " for char in plain)
    return spaced.split()[:_MOST_WORDS]


def _spell(words: list[str]) -> Spelling:
    kept = [word for word in words if word not in _TITLES]
    words = kept if len(kept) > 1 else words
    full = sorted(word for word in words if len(word) > 1 or _EAST_ASIAN.match(word))
    return Spelling(tuple(full), tuple(sorted(word for word in words if len(word) == 1 and not _EAST_ASIAN.match(word))))


def likeness(one: str, other: str) -> Likeness:
    """How near two names are, in the best of their spellings."""
    return max((compare(a, b) for a in spellings(one) for b in spellings(other)), default=Likeness.NONE)


def compare(one: Spelling, other: Spelling) -> Likeness:
    """How near two spellings are: the words both have, then what initials stand for, then what is left over."""
    if one == other:
        return Likeness.SAME
    shared, rest_one, rest_other = _overlap(one.words, other.words)
    _, initials_one, initials_other = _overlap(one.initials, other.initials)
    if initials_one and initials_other:
        return Likeness.NONE  # "John A. Smith" is not "John B. Smith"
    rest_one, initials_other = _expand(rest_one, initials_other)
    rest_other, initials_one = _expand(rest_other, initials_one)
    if not shared:
        return Likeness.NONE
    if (initials_one and rest_other) or (initials_other and rest_one):
        return Likeness.NONE  # an initial that stands for none of the other's words
    if rest_one and rest_other:
        is_short_form = len(rest_one) == len(rest_other) == 1 and rest_one[0][0] == rest_other[0][0]
        return Likeness.WEAK if is_short_form and not one.is_east_asian else Likeness.NONE
    if len(shared) < 2:
        return Likeness.WEAK
    if not rest_one and not rest_other:
        return Likeness.SAME
    return Likeness.WEAK if one.is_east_asian else Likeness.CLOSE


def _overlap(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[list[str], list[str], list[str]]:
    """What both have, what only the first has, what only the second has; each as often as it stands there."""
    rest, shared, only = list(other), [], []
    for word in one:
        if word in rest:
            rest.remove(word)
            shared.append(word)
        else:
            only.append(word)
    return shared, only, rest


def _expand(words: list[str], initials: list[str]) -> tuple[list[str], list[str]]:
    """Words and initials that are left over once each initial has taken a word that starts with it."""
    left, open_initials = [], list(initials)
    for word in words:
        if word[0] in open_initials:
            open_initials.remove(word[0])
        else:
            left.append(word)
    return left, open_initials


# Letters of other scripts that look like Latin ones (after Unicode TR 39, cut down to what a name is forged with).
_LOOKALIKES = {
    "a": "аАαΑɑᴀ", "b": "вВьЬβΒʙƅ", "c": "сСϲᴄ", "d": "ԁᴅ", "e": "еЕεΕᴇ", "f": "ꜰ", "g": "ɡɢցԍ", "h": "нНһΗհʜ",
    "i": "іІιΙɩıɪlLӏӀʟ1|!", "j": "јЈϳᴊ", "k": "кКκΚᴋ", "m": "мМΜᴍ", "n": "пПηΝոɴ", "o": "оОοΟσօ0ᴏ", "p": "рРρΡᴘ",
    "q": "ԛ", "r": "гГʀ", "s": "ѕЅςꜱ", "t": "тТτΤᴛ", "u": "υиИսᴜ", "v": "νѵᴠ", "w": "ԝωᴡ", "x": "хХχΧ", "y": "уУүγΥʏ",
    "z": "ζΖᴢ",
}  # fmt: skip
_SKELETON = str.maketrans({odd: latin for latin, row in _LOOKALIKES.items() for odd in row})


@lru_cache(maxsize=8192)
def is_named_in(name: str, text: str) -> bool:
    """Does a text hold a whole name, in whatever order? A single word is no whole name: titles are full of words that are names."""
    there = _text_words(text)
    return any(len(spelling.words) > 1 and there.issuperset(spelling.words) for spelling in spellings(name))


@lru_cache(maxsize=256)
def _text_words(text: str) -> frozenset[str]:
    return frozenset(word for part in text[:_MOST_TEXT].casefold().split() for word in _words(part))


def skeletons(name: str) -> frozenset[str]:
    """What a name looks like at a glance, without blanks, in both orders: equal skeletons can be taken for each other."""
    words = _words(glance(_ASIDES.sub(" ", _TAIL.sub("", name[:_MOST_CHARS]))))
    longer = [word for word in words if len(word) > 1]
    orders = [words, longer, words[-1:] + words[:-1], longer[-1:] + longer[:-1]]
    return frozenset(key for key in ("".join(order) for order in orders) if len(key) > 3 or _EAST_ASIAN.match(key))


@lru_cache(maxsize=8192)
def glance(text: str) -> str:
    """A text with each letter as the Latin one it looks like: "jdое" in Cyrillic letters is "jdoe", and so is "ｊｄｏｅ"."""
    visible = "".join(char for char in unicodedata.normalize("NFKC", text) if unicodedata.category(char) not in {"Cf", "Cc"})
    bare = _MARKS.sub("", unicodedata.normalize("NFD", visible.translate(_SKELETON).casefold()))
    return unicodedata.normalize("NFC", bare).translate(_SKELETON).replace("rn", "m").replace("vv", "w")


def is_disguised(name: str) -> bool:
    """True where a name holds characters that nobody sees or that turn the text around."""
    return any(
        unicodedata.category(char) in {"Cf", "Cc", "Co", "Cn", "Cs"} for char in name if char not in "\u200c\u200d\t\n\r"
    )


_VIA = re.compile(
    r"(?<=\s)[(\[]?(?:via|über|através de|a través de|tramite|przez|経由|经由|通过)\s(?=\s{0,9}\S)", re.IGNORECASE
)
_ON_BEHALF = re.compile(r"(?<=\s)(?:on behalf of|im auftrag von|de la part de|en nombre de)\s", re.IGNORECASE)


@lru_cache(maxsize=8192)
def human_name(display: str) -> tuple[str, bool]:
    """A display name without quotes and without what a list put around it, and whether a list did.

    "'Jo Doe' via Kafka Dev", "Jo Doe (via dev)" and "dev on behalf of Jo Doe" are Jo Doe.
    """
    shown = _tidy(display[: 4 * _MOST_CHARS])
    padded = f" {shown} "
    behalf = _ON_BEHALF.search(padded)
    if behalf is not None:
        return _tidy(padded[behalf.end() :]), True
    starts = [via.start() for via in _VIA.finditer(padded)]
    return (_tidy(padded[: starts[-1]]), True) if starts else (shown, False)


def _tidy(text: str) -> str:
    seen = "".join(char if unicodedata.category(char) not in {"Cc", "Cs", "Zl", "Zp"} else " " for char in text)
    seen = " ".join(seen.split())
    while len(seen) > 1 and seen[0] in "\"'‘“„«`\\" and seen[-1] in "\"'’”“»`\\":
        seen = seen[1:-1].strip()
    return seen
