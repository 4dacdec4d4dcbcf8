"""What does one verb of a sentence say of the vote, seen with the words before and behind it?"""

from __future__ import annotations

import re
from typing import Literal

from kipbot.core.announcement import terms
from kipbot.core.subject import Subject, Tag

Outcome = Literal["passed", "failed", "cancelled"]
Act = Literal["result", "cancel", "close", "extend", "correction", "interim"]
Found = tuple[Act, Outcome | None, bool]

_BEFORE = 220
_AFTER = 90


def read_predicate(plain: str, match: re.Match[str], subject: Subject) -> Found | None:
    """What the act is ("result", "cancel", "close", "extend"), the outcome, and whether it is certain; None for mere talk of it."""
    start, end = match.span()
    before, after = plain[max(0, start - _BEFORE) : start], plain[end : end + _AFTER]
    if terms.AFTER_CONDITION.match(after) or _is_other(before, after, subject):
        return None
    kind = str(match.lastgroup)
    if kind not in ("passed", "failed"):
        found = _read_act(kind, match.group(), before, after)
        if found is not None:
            return found
    return _read_state(kind, match.group(), before, after, headed=Tag.RESULT in subject.tags)


def _is_other(before: str, after: str, subject: Subject) -> bool:
    """Whether the words speak of another vote than the subject's: another key, another candidate, an older vote."""
    clause = _last_clause(before)
    if terms.OTHER.search(clause) or terms.LONG_AGO.search(after[:50]):
        return True
    after = "" if _OBJECTLESS.search(clause) else re.split(r"[;,]", after)[0]
    keys = {key.casefold() for key in subject.proposals}
    named = re.findall(r"\b[a-z]{2,12}-\d{1,6}\b", clause) or re.findall(r"\b[a-z]{2,12}-\d{1,6}\b", after[:50])
    stems = {key.partition("-")[0] for key in keys} or {"kip", "flip", "aip", "cep", "spip", "pip", "sip"}
    proposals = [name for name in named if name.partition("-")[0] in stems]
    if proposals and not keys.intersection(proposals):
        return True
    candidates = re.findall(r"\brc[- .]?(\d{1,3})\b", clause)[-1:] or re.findall(r"\brc[- .]?(\d{1,3})\b", after[:50])[:1]
    if candidates and subject.candidate is None:
        return bool(subject.proposals)  # a proposal has no candidates: another vote is spoken of
    return bool(candidates and int(candidates[0]) != subject.candidate)


_OBJECTLESS = re.compile(r"\b(?:votes?|voting|rc|candidate|release|kip|proposal|motion)\b")


def _last_clause(before: str) -> str:
    return re.split(r"[;:!?]|, (?:so|but|thus|therefore|hence|which)\b", before)[-1]


def _read_act(kind: str, word: str, before: str, after: str) -> Found | None:
    """ "I am cancelling this vote": somebody does it, in this mail."""
    target = terms.OBJECT.match(after)
    clause = _last_clause(before)
    if (
        target is None
        or not terms.CLOSED_OBJECT.match(after, target.end())
        or terms.BLOCKERS.search(after[: target.end()])
        or _PERHAPS.match(after, target.end())
        or terms.HOPE.search(clause)
        or terms.NEGATION.search(clause)
    ):
        return None
    if not _fits(kind, word, target.group(), before + after) or terms.CONDITION.search(before) or terms.CONDITION.search(after):
        return None
    return _done(kind, after) if _is_done(word, before, clause) else _intended(kind, before, after)


# "Closing the vote early would be possible" does not close it.
_PERHAPS = re.compile(
    r"(?: (?:early|now|today|already))?,? (?:would|could|might|may|should|can|is (?:possible|allowed|an option|not))\b"
)


def _fits(kind: str, word: str, target: str, around: str) -> bool:
    """Whether the object can be a vote, and not a socket or one's own ballot."""
    if word.startswith("withdr") and terms.OWN_BALLOT.search(around):
        return False
    if word.startswith(("exten", "prolong")) and not re.search(r"vot|ballot|poll|thread", target):
        return False
    if "discuss" in target:
        return False
    if kind == "close" and not re.search(r"vot|thread|ballot|poll|kip|[a-z]-\d|motion|proposal", target):
        return False
    return "rc" in target or not re.search(r"\b(?:my|your|his|her|their)\b", target)


def _is_done(word: str, before: str, clause: str) -> bool:
    """Whether the mail itself does it ("I am cancelling", "cancelled"), and does not only speak of doing it."""
    if word.endswith(("ing", "ing off")):
        return bool(terms.STARTED.search(before)) and not terms.MODAL.search(clause.rpartition(",")[2])
    if word.endswith(("ed", "ew", "off")):
        return bool(terms.HAVE_DONE.search(before)) and not terms.MODAL.search(clause.replace("had to", ""))
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


def _read_state(kind: str, word: str, before: str, after: str, *, headed: bool) -> Found | None:
    """ "The vote has passed": something is said to be so."""
    clause = _last_clause(before)
    noun = _noun(before, _nouns(kind, word))
    if noun is None:
        return _read_cancelled(word, before, after) if kind == "cancel" else _read_bare(kind, before, after, headed=headed)
    head, gap, strong = noun
    if kind == "cancel" and _is_of_a_part(word, head):
        return None
    if kind == "extend" and re.fullmatch(r" (?:will|shall) be ", gap) and not terms.CONDITION.search(clause):
        return "extend", None, True
    if _refuses(kind, head, gap, after, strong) or terms.CONDITION.search(clause) or before.endswith("or "):
        return None
    if word in ("pass", "fail") and not terms.NEGATION.search(gap):
        told = word == "pass" and re.search(r"(?:result|outcome)s?\b\W*(?:is\W*)?$", before)
        return ("result", "passed", True) if told else None
    if _is_wished(head, gap):
        return _leaning(kind, head, gap)
    if (terms.PRAISE.search(head[-60:] + gap) or terms.CHEER.match(head)) and not terms.ANNOUNCES.search(before):
        return None
    return _stated(kind, terms.NEGATION.search(gap) is not None, after, _is_certain(kind, head, gap, after, strong))


def _is_of_a_part(word: str, head: str) -> bool:
    """ "The link in the KIP is dead", "packets for KIP-5 are dropped": the noun is not what the word is said of."""
    weak = word.startswith(
        ("dead", "drop", "pull", "sunk", "sink", "kill", "void", "stopp", "terminat", "discard", "revok", "invalid")
    )
    return (
        weak
        and re.search(r"\b(?:in|of|on|for|from|by|with|to|at|inside|under|per|via)(?: \w+){0,2} $", head.rstrip() + " ")
        is not None
    )


def _is_wished(head: str, gap: str) -> bool:
    """Whether the words are a hope or a possibility: "I hope the vote passes", "the vote may pass", "can we call it passed"."""
    clause = _last_clause(head)
    if terms.MODAL.search(gap) or terms.HOPE.search(clause):
        return True
    return terms.SPOKEN.search(clause) is not None and terms.MODAL.search(clause) is not None


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


_RESULT_GAP = re.compile(r"(?:(?:is|was|of|for) |(?:the|this) |vote|voting|poll|kip|[a-z]{2,12}-\d+|\W)*$")


# "I'll vote +1 after the run has finished": here vote is what somebody does.
_VOTES = re.compile(r"(?:\b(?:i|we|you|they|who|to|will|would|can|could|should|may|must|please|not|people|everyone)|'ll|'d) $")


def _noun(before: str, nouns: re.Pattern[str]) -> tuple[str, str, bool] | None:
    """What the predicate is said of: the text before the noun, the gap after it, whether the noun is a vote's own."""
    strong = [
        found for found in nouns.finditer(before) if not (found[0] == "vote" and _VOTES.search(before, 0, found.start()))
    ][-1:]
    if strong and strong[0].group() == "votes" and re.search(r"\b(?:are|were|from)\b", before[strong[0].end() :]):
        return None
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
        (kind in ("close", "cancel") and terms.BESIDE.match(after))
        or terms.HOPE.search(gap)
        or terms.CONDITION.search(gap)
        or terms.NEAR_BEFORE.search(head)
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


def _read_cancelled(word: str, before: str, after: str) -> Found | None:
    """ "Cancelled, new RC soon.": the vote itself is understood."""
    if not word.startswith(("cancel", "abort", "withdrawn")) or not word.endswith(("ed", "n")) or before.strip(" .:>-#="):
        return None
    if re.match(r"\W*$|\W*[,;:]| (?:due|because|in favou?r)", after) is None:
        return None
    return "cancel", "cancelled", terms.RESPIN.search(after) is not None


def _read_bare(kind: str, before: str, after: str, *, headed: bool) -> Found | None:
    """ "Accepted with 4 binding votes", and below a result's subject "Passed.": the vote itself is understood."""
    if kind not in ("passed", "failed") or terms.BLOCKERS.search(before):
        return None
    if terms.CONDITION.search(before) or terms.MODAL.search(before):
        return None
    outcome: Outcome = "passed" if kind == "passed" else "failed"
    if re.match(r"\W*(?:unanimously\W*)?(?:with|by)\b", after) and terms.EVIDENCE.search(after):
        return "result", outcome, True
    alone = headed and not before.strip(" .:>-#=") and re.match(r"\W*(?:unanimously\W*)?$", after)
    return ("result", outcome, False) if alone else None
