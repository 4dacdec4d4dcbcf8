"""What does one sentence say of the vote: passed, failed, cancelled, closed, extended, or nothing?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from kipbot.core import announcement_terms as terms
from kipbot.core.announcement_tongues import read_tongue
from kipbot.core.facts import Line, LineKind
from kipbot.core.subject import Subject

Outcome = Literal["passed", "failed", "cancelled"]
Act = Literal["result", "cancel", "close", "extend", "correction", "interim"]


@dataclass(frozen=True, slots=True)
class Saying:
    """What one sentence says; `certain` is false where it leans, looks back or only intends."""

    act: Act
    outcome: Outcome | None
    words: str
    certain: bool = True


# --- sentences -------------------------------------------------------------------------------------------------------

_FRESH = re.compile(r"\s*(?:[-*•·–>|]\s|\d{1,2}[.)]\s|[+\-−–][01]\b|\[)")
_MOST_LINES, _MOST_CHARS, _MOST_SENTENCES = 400, 16_000, 300
_WIDE = re.compile(r"\s{9,}")
_SPLIT = re.compile(
    r"(?<=[.!?])[\"')\]]?\s+(?!(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b)|(?<=[。！？])"
)
_URL = re.compile(r"\b(?:https?|ftp)://\S+|(?<!\S)[^\s@]{1,80}@\S+")
_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "−": "-", "–": "-", "—": ";", "*": " ", "_": " ", "`": " ", '"': " "}
)
_BLANKS = re.compile(r"\s+")


def own_paragraphs(lines: tuple[Line, ...]) -> Iterator[list[str]]:
    """The sender's own lines, paragraph by paragraph; a quotation between them is a break.

    Nobody announces anything behind four hundred lines of his own: what comes after is not read.
    """
    block: list[str] = []
    own = chars = 0
    for line in lines:
        own += line.kind is LineKind.OWN
        if own > _MOST_LINES or chars > _MOST_CHARS:
            break
        if line.kind is LineKind.OWN and line.text.strip():
            text = _WIDE.sub(" " * 8, line.text[: _MOST_CHARS - chars])
            chars += len(text) + 1
            block.append(text)
        elif block:
            yield block
            block = []
    if block:
        yield block


def split_sentences(lines: tuple[Line, ...]) -> Iterator[str]:
    """The sender's own sentences, unwrapped; list items and tally lines stand alone."""
    return islice((sentence for sentence in _sentences(lines) if len(sentence) > 2), _MOST_SENTENCES)


def _sentences(lines: tuple[Line, ...]) -> Iterator[str]:
    for block in own_paragraphs(lines):
        piece: list[str] = []
        for text in block:
            if piece and (_FRESH.match(text) or piece[-1].rstrip().endswith(":")):
                yield from _cut(piece)
                piece = []
            piece.append(text)
        yield from _cut(piece)


def _cut(piece: list[str]) -> Iterator[str]:
    for sentence in _SPLIT.split(" ".join(part.strip() for part in piece)):
        if sentence.strip():
            yield sentence.strip()


def simplify(text: str) -> str:
    """Lower case, plain quotes and dashes, no addresses, single blanks."""
    plain = unicodedata.normalize("NFKC", _URL.sub(" ", text)).translate(_QUOTES).lower()
    return _BLANKS.sub(" ", plain).strip()


_BEFORE = 220
_AFTER = 90


def read_sentence(sentence: str, subject: Subject, title: str = "") -> Saying | None:
    """What a sentence says of the vote that `subject` is about; questions, hopes and conditions say nothing.

    `title` is the simplified title of the vote: where it stands in the sentence its own words decide nothing.
    """
    plain = simplify(sentence)
    if title:
        plain = plain.replace(title, "this vote")
    if plain.endswith(("?", "？", "吗。")):
        return None
    found = _read_fixed(plain, sentence) or _read_predicates(plain, sentence, subject) or read_foreign(sentence)
    if found is None and terms.INTERIM.search(plain):
        return Saying("interim", None, sentence, certain=False)
    return found


def read_foreign(sentence: str) -> Saying | None:
    """The same in other languages."""
    outcome = read_tongue(unicodedata.normalize("NFKC", sentence).casefold())
    if outcome is None:
        return None
    if outcome in ("passed", "failed"):
        return Saying("result", "passed" if outcome == "passed" else "failed", sentence)
    if outcome == "cancelled":
        return Saying("cancel", "cancelled", sentence)
    return Saying("extend" if outcome == "extended" else "close", None, sentence)


def _read_fixed(plain: str, words: str) -> Saying | None:
    if terms.CORRECTS.search(plain):
        return Saying("correction", None, words)
    if re.match(r"\W{0,3}\[(?:vote\W{0,3})?cancel(?:l?ed)?\b", plain):
        return Saying("cancel", "cancelled", words)
    if terms.STOP_VOTING.search(plain) or terms.IGNORE.search(plain):
        return Saying("cancel", "cancelled", words, certain=bool(terms.RESPIN.search(plain) or terms.IGNORE.search(plain)))
    conditional = terms.CONDITION.search(plain) or terms.MODAL.search(plain)
    if terms.SHORT_OF.search(plain) and not conditional:
        return Saying("interim", None, words, certain=False) if terms.YET.search(plain) else Saying("result", "failed", words)
    if terms.SUCCESS.search(plain) and not conditional and not terms.NEGATION.search(plain):
        return Saying("result", "passed", words)
    return None


def _read_predicates(plain: str, words: str, subject: Subject) -> Saying | None:
    best: Saying | None = None
    for count, match in enumerate(terms.PREDICATE.finditer(plain)):
        if count == 24:  # a sentence with more such words is no announcement
            break
        found = _read_predicate(plain, match, words, subject)
        if found is not None and (best is None or _weight(found) > _weight(best)):
            best = found
    return best


def _weight(saying: Saying) -> int:
    return 4 * saying.certain + 2 * (saying.outcome is not None) + (saying.act != "close")


def _read_predicate(plain: str, match: re.Match[str], words: str, subject: Subject) -> Saying | None:
    start, end = match.span()
    before, after = plain[max(0, start - _BEFORE) : start], plain[end : end + _AFTER]
    if terms.AFTER_CONDITION.match(after) or _is_other(before, after, subject):
        return None
    kind = str(match.lastgroup)
    if kind not in ("passed", "failed"):
        found = _read_act(kind, match.group(), before, after)
        if found is not None:
            return Saying(found[0], found[1], words, found[2])
    stated = _read_state(kind, match.group(), before, after)
    return None if stated is None else Saying(stated[0], stated[1], words, stated[2])


def _is_other(before: str, after: str, subject: Subject) -> bool:
    """Whether the words speak of another vote than the subject's: another key, another candidate, an older vote."""
    clause = _last_clause(before)
    if terms.OTHER.search(clause) or terms.LONG_AGO.search(after[:50]):
        return True
    if _OBJECTLESS.search(clause):
        after = ""
    keys = {key.casefold() for key in subject.proposals}
    named = re.findall(r"\b[a-z]{2,12}-\d{1,6}\b", clause) or re.findall(r"\b[a-z]{2,12}-\d{1,6}\b", after[:50])
    stems = {key.partition("-")[0] for key in keys} or {"kip", "flip", "aip", "cep", "spip", "pip", "sip"}
    proposals = [name for name in named if name.partition("-")[0] in stems]
    if proposals and not keys.intersection(proposals):
        return True
    candidates = re.findall(r"\brc[- .]?(\d{1,3})\b", clause)[-1:] or re.findall(r"\brc[- .]?(\d{1,3})\b", after[:50])[:1]
    return bool(candidates and subject.candidate is not None and int(candidates[0]) != subject.candidate)


_OBJECTLESS = re.compile(r"\b(?:votes?|voting|rc|candidate|release|kip|proposal|motion)\b")


def _last_clause(before: str) -> str:
    return re.split(r"[;:!?]|, (?:so|but|thus|therefore|hence|which)\b", before)[-1]


Found = tuple[Act, Outcome | None, bool]


def _read_act(kind: str, word: str, before: str, after: str) -> Found | None:
    """ "I am cancelling this vote": somebody does it, in this mail."""
    target = terms.OBJECT.match(after)
    clause = _last_clause(before)
    if (
        target is None
        or terms.BLOCKERS.search(after[: target.end()])
        or terms.HOPE.search(clause)
        or terms.NEGATION.search(clause)
    ):
        return None
    if not _fits(kind, word, target.group(), before + after) or terms.CONDITION.search(before) or terms.CONDITION.search(after):
        return None
    return _done(kind, after) if _is_done(word, before, clause) else _intended(kind, before, after)


def _fits(kind: str, word: str, target: str, around: str) -> bool:
    """Whether the object can be a vote, and not a socket or one's own ballot."""
    if word.startswith("withdr") and terms.OWN_BALLOT.search(around):
        return False
    if word.startswith(("exten", "prolong")) and not re.search(r"vot|ballot|poll|thread", target):
        return False
    if kind == "close" and not re.search(r"vot|thread|ballot|poll|kip|[a-z]-\d|motion|proposal", target):
        return False
    return "rc" in target or not re.search(r"\b(?:my|your|his|her|their)\b", target)


def _is_done(word: str, before: str, clause: str) -> bool:
    """Whether the mail itself does it ("I am cancelling", "cancelled"), and does not only speak of doing it."""
    if word.endswith(("ing", "ing off")):
        return bool(terms.STARTED.search(before)) and not terms.MODAL.search(clause.rpartition(",")[2])
    if word.endswith(("ed", "ew", "off")):
        return bool(terms.HAVE_DONE.search(before))
    return bool(terms.PERFORMED.search(before) or re.search(r"\b(?:decided|decide|chosen|agreed) to $", before))


def _done(kind: str, after: str) -> Found | None:
    if kind == "cancel":
        return "cancel", "cancelled", True
    if kind == "extend":
        return "extend", None, True
    ending = re.search(
        r"\bas (?:\w+ )?(pass|accept|approv|adopt|success|carried|reject|fail|cancel|withdrawn|unsuccess)", after
    )
    if ending is None:
        return "close", None, True
    if ending.group(1) in ("cancel", "withdrawn"):
        return "cancel", "cancelled", True
    return "result", "failed" if ending.group(1) in ("reject", "fail", "unsuccess") else "passed", True


def _intended(kind: str, before: str, after: str) -> Found | None:
    if not terms.INTENDED.search(before) or terms.VAGUE_INTENT.search(_last_clause(before)):
        return None
    if kind == "extend":
        return "extend", None, True
    if terms.VAGUE_INTENT.search(after):
        return None
    if kind == "cancel":
        return "cancel", None, False
    found = _done("close", after)
    return (*found[:2], False) if found is not None and (found[1] or re.search(r" now\b", before[-30:] + after)) else None


def _read_state(kind: str, word: str, before: str, after: str) -> Found | None:
    """ "The vote has passed": something is said to be so."""
    clause = _last_clause(before)
    noun = _noun(before, _nouns(kind, word))
    if noun is None:
        return _read_bare(kind, word, before, after)
    head, gap, strong = noun
    if kind == "extend" and re.fullmatch(r" (?:will|shall) be ", gap) and not terms.CONDITION.search(clause):
        return "extend", None, True
    if _refuses(kind, head, gap, after, strong) or terms.CONDITION.search(clause) or terms.CONDITION.search(gap):
        return None
    if word in ("pass", "fail") and not terms.NEGATION.search(gap):
        return (
            ("result", "passed", True)
            if word == "pass" and re.search(r"(?:result|outcome)s?\b\W*(?:is\W*)?$", before)
            else None
        )
    if terms.HOPE.search(gap):
        return None
    if (
        terms.MODAL.search(gap)
        or terms.HOPE.search(_last_clause(head))
        or (terms.SPOKEN.search(_last_clause(head)) and terms.MODAL.search(_last_clause(head)))
    ):
        return _leaning(kind, head, gap)
    praise = terms.PRAISE.search(head[-60:] + gap) or terms.CHEER.match(head)
    if praise and not terms.ANNOUNCES.search(before):
        return None
    return _stated(kind, terms.NEGATION.search(gap) is not None, after, _is_certain(kind, head, gap, after, strong))


def _is_certain(kind: str, head: str, gap: str, after: str, strong: bool) -> bool:
    clause = _last_clause(head)
    if terms.DOUBT.search(clause) or terms.BECAUSE.search(head):
        return False
    return strong or kind == "cancel" or bool(terms.EVIDENCE.search(clause + gap + after))


def _leaning(kind: str, head: str, gap: str) -> Found | None:
    """ "We can consider this vote passed" is more than a hope and less than a result."""
    spoken = terms.SPOKEN.search(_last_clause(head))
    if spoken is None or terms.MODAL.search(gap) or terms.HOPE.search(_last_clause(head)) or terms.VAGUE_INTENT.search(gap):
        return None
    found = _stated(kind, False, "", False)
    if kind == "cancel" and re.search(r"\bplease (?:consider|regard|treat)", head):
        return "cancel", "cancelled", True
    return found


def _stated(kind: str, negated: bool, after: str, certain: bool) -> Found | None:
    if kind == "passed":
        if negated:
            return ("interim", None, False) if terms.YET.match(after.strip()) else ("result", "failed", certain)
        return "result", "passed", certain
    if negated:
        return None
    if kind == "failed":
        return "result", "failed", certain
    if kind == "cancel":
        return "cancel", "cancelled", certain
    return ("extend" if kind == "extend" else "close"), None, certain


def _nouns(kind: str, word: str) -> re.Pattern[str]:
    """What can pass can be more than what can be closed: a proposal is closed by many things."""
    if word.startswith(("success", "unsuccess", "complet", "final")):
        return terms.PROCEDURE
    if kind == "close" or word.startswith(("extend", "prolong")):
        return terms.PROCEDURE
    return terms.STRONG


_RESULT_GAP = re.compile(r"[\W]*(?:(?:is|was|of|for) |(?:the|this) |vote|voting|poll|kip|[a-z]{2,12}-\d+|\W)*$")


def _noun(before: str, nouns: re.Pattern[str]) -> tuple[str, str, bool] | None:
    """What the predicate is said of: the text before the noun, the gap after it, whether the noun is a vote's own."""
    strong = list(nouns.finditer(before))[-1:]
    if strong and strong[0].group().startswith(("result", "outcome")) and not _RESULT_GAP.match(before, strong[0].end()):
        return None
    weak = list(terms.WEAK.finditer(before))[-1:]
    if strong and not (weak and weak[0].start() > strong[0].end() and weak[0].group() == "it"):
        return before[: strong[0].start()], before[strong[0].end() :], True
    if weak and weak[0].group() in ("it", "this", "that") and not terms.SPEAKS_OF_VOTES.search(before):
        return None
    if weak and nouns is not terms.PROCEDURE:
        return before[: weak[0].start()], before[weak[0].end() :], False
    return None


def _refuses(kind: str, head: str, gap: str, after: str, strong: bool) -> bool:
    """Whether noun and predicate do not belong together, or belong to a rule, a time clause or somebody's ballot."""
    if (
        terms.NEAR_BEFORE.search(head)
        or terms.NOT_OURS.search(head)
        or terms.GENERIC.search(head)
        or terms.BLOCKERS.search(gap)
        or len(gap) > 140
    ):
        return True
    tight = terms.AUXILIARY.fullmatch(gap) is not None
    if not terms.TAIL.search(gap) and not terms.FOLLOWS.match(after):
        return True  # "the vote on failed tasks"
    if kind == "passed" and terms.AFTER_OBJECT.match(after) and not re.match(r"\s\d+ ?(?:\+|binding|votes)", after):
        return True
    if kind in ("close", "extend", "cancel"):
        return not tight and (not strong or re.search(r"\b(?:is|are|was|has|have|been)(?: \w{2,10})? $", gap) is None)
    return not strong and (not tight or (kind == "failed" and re.match(r"\W*$|\W*(?:due|because|with)\b", after) is None))


def _read_bare(kind: str, word: str, before: str, after: str) -> Found | None:
    """ "Accepted with 4 binding votes", "Passed.": the vote itself is understood."""
    if (
        kind == "cancel"
        and word.startswith(("cancel", "abort", "withdrawn"))
        and word.endswith(("ed", "n"))
        and not before.strip(" .:>-#=")
    ):
        return (
            ("cancel", "cancelled", terms.RESPIN.search(after) is not None)
            if re.match(r"\W*$|\W*[,;:]| (?:due|because|in favou?r)", after)
            else None
        )
    if (
        kind not in ("passed", "failed")
        or terms.BLOCKERS.search(before)
        or terms.CONDITION.search(before)
        or terms.MODAL.search(before)
    ):
        return None
    if re.match(r"\W*(?:unanimously\W*)?(?:with|by)\b", after) and terms.EVIDENCE.search(after):
        return "result", "passed" if kind == "passed" else "failed", True
    alone = not before.strip(" .:>-#=") and re.match(r"\W*(?:unanimously\W*)?$", after)
    return ("result", "passed" if kind == "passed" else "failed", False) if alone else None
