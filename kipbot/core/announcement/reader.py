"""Does a mail end, correct, extend or suspend a vote, what does it announce, and does the count bear it out?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kipbot.core.announcement.clauses import Outcome
from kipbot.core.announcement.compare import compare
from kipbot.core.announcement.spellings import names_agree
from kipbot.core.announcement.told import Announcement, Kind, Told, build_announcement, read_tally
from kipbot.core.announcement.words import Saying, own_paragraphs, read_sentence, simplify, split_sentences
from kipbot.core.facts import Line
from kipbot.core.memo import remembered
from kipbot.core.subject import Subject, Tag

__all__ = ["Announcement", "compare", "names_agree", "read_announcement"]


# --- reading ---------------------------------------------------------------------------------------------------------

_ABOUT_VOTES = re.compile(
    r"vot(?:e|es|ing)\b|\bresults?\b|ballot|abstimmung|scrutin|votaci|votaç|votazione|stemming|głosowan|голосован|投票|표결|투표|採決|表决"
    r"|cancel|withdrawn|aborted|\brc\s?\d",
    re.IGNORECASE,
)
_MARK = r"(?:passed|accepted|approved|adopted|passes|success(?:ful)?|failed|rejected|unsuccessful|cancel(?:l?ed)?|withdrawn|aborted|abandoned|void(?:ed)?|extended|extension|postponed|tabled|suspended|closed|results?|correction|corrected)"
_MARKED = re.compile(
    rf"[\[(<{{]\s*(?:vote[\s:/-]*)?({_MARK})(?:[\s:/-]*vote)?\s*[\])>}}]|\bvote[\s-]+({_MARK})\b|[:–—-] ?({_MARK})[\s!.]*$",
    re.IGNORECASE,
)
_RESULT_TITLE = re.compile(
    r"\bresults?\b.{0,40}\bvot|\bvot(?:e|ing)\b.{0,40}\bresults?\b|\bresult(?:at|ado|ato|aat|s)?\b\W*(?:abstimmung|del voto|du vote|votaci|votaç)|投票结果|投票結果|결과",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^\W*(?:(?:the |here (?:are|is) (?:the )?)?(?:final )?(?:vote |voting )?(?:results?|tally|outcome)(?: (?:of|for) (?:the |this )?(?:vote|voting|poll))?\b"
    r"|ergebnis|résultats?|resultados?|risultat[io]|wynik|результат|结果|投票结果|投票結果|결과)",
    re.IGNORECASE,
)
_THANKS_ONLY = re.compile(
    r"\b(?:congrat\w*|kudos|thanks for (?:running|driving|the|your|organizing|managing)|great (?:work|job|news)|nice work|well done|yay|hooray|woohoo)\b",
    re.IGNORECASE,
)
_BALLOT = re.compile(
    r"\W{0,3}[+\-−–]\s?[01]\s*(?:[(\[]?\s*(?:non)?[\s-]*bind\w*\s*[)\]]?)?(?:\s*(?:from me|on my side))?[\s.,!*_]*",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?<!tests )(?<!builds )(?<!checks )\b(?:is|are|was|were|been) (?:hereby |now |thus |therefore |unanimously )?(adopted|accepted|approved|passed|ratified|carried|rejected|declined)\b"
)
_CHEERS = re.compile(r"\b(?:congrat\w*|kudos|well done|yay|hooray|woohoo)\b", re.IGNORECASE)
_HEADED: dict[str, Kind] = {
    "res": "result",
    "cor": "correction",
    "ext": "extend",
    "pos": "extend",
    "tab": "extend",
    "sus": "extend",
}
_QUORUM_LINE = re.compile(r"^\W*(?:i?pmc )?quorum\W*(?::|reached|met|is )", re.IGNORECASE)
_LONGEST_TITLE = 500  # a subject line of RFC 5322 has at most 998 characters; tags stand at its start or end
_MOST_LOOKED_AT = 20_000  # characters
_QUORUM = 3  # the least number of +1 that any rule of the foundation accepts; only used where a result has no words


def read_announcement(subject: Subject, lines: tuple[Line, ...], *, in_vote_thread: bool) -> Announcement | None:
    """What a mail announces of the vote it belongs to, or None. Only the sender's own lines speak.

    Whether the sender may announce anything is not asked here. Source: vote-mail forms of results; policy 6.
    """
    headed, marked = _read_title(subject)
    if not _may_announce(subject, headed, in_vote_thread):
        return None
    sayings = _read_sayings(subject, lines)
    blocks = list(own_paragraphs(lines))
    if headed is None and not sayings and _heading(blocks) is None:
        return None
    tally = read_tally(blocks, correcting=headed == "correction" or any(saying.act == "correction" for saying in sayings))
    if headed is not None and not subject.is_forward:
        return _headed((headed, marked), subject, sayings, tally, _own_text(blocks))
    return _spoken(subject, sayings, tally, blocks, in_vote_thread)


def may_announce(own: Iterable[str], *, by_caller: bool) -> bool:
    """Could these lines announce anything? False for most ballots, which need no careful reading.

    Only the caller can end a vote; of the others the mails that look like a result or a tally are read, to be shown.
    """
    look = _look_at_callers if by_caller else _look_at_others
    hints = [look(text) for text in _within(own, _MOST_LOOKED_AT)]
    return any(hint.tells for hint in hints) or sum(hint.values for hint in hints) >= 3


def _within(lines: Iterable[str], most: int) -> Iterator[str]:
    """The first lines that hold no more characters than this in all."""
    for text in lines:
        yield text[:most]
        most -= len(text)
        if most <= 0:
            return


class _Hint(NamedTuple):
    """What a quick look at a line finds."""

    tells: bool
    values: int


@remembered
def _look_at_callers(line: str) -> _Hint:
    low = line.lower()
    tells = _MAY.search(low) is not None or (not low.isascii() and max(low) > _LAST_LATIN)
    return _Hint(tells, len(_VALUES.findall(low)))


@remembered
def _look_at_others(line: str) -> _Hint:
    low = line.lower()
    tells = _LOOKS_LIKE_RESULT.search(low) is not None or (not low.isascii() and _OTHER_TONGUES.search(low) is not None)
    return _Hint(tells, len(_VALUES.findall(low)))


_ENDS = (
    r"pass(?:ed|es)?|fail(?:ed|s)?|cancel\w*|clos(?:e|ed|ing)|accepted|rejected|carri(?:ed|es)|withdr\w*|adopted|approved|over|concluded|succe\w*|void"
    r"|angenommen|abgelehnt|gescheitert|beendet|adopté|rejeté|aprobad\w|rechazad\w|aprovad\w|rejeitad\w|approvat\w|respint\w|aangenomen|verworpen|przyjęt\w|odrzucon\w|kabul|reddedil\w*"
)
_MATTER = r"votes?|voting|kip|[a-z]{2,8}-\d{1,5}|rc\s?\d*|release|candidate|proposal|result|outcome|ballot|abstimmung|votación|votação|votazione|scrutin|stemming|głosowanie|oylama|motion"
_LOOKS_LIKE_RESULT = re.compile(
    rf"\b(?:{_MATTER})\b[^.!?\n]{{0,60}}\b(?:{_ENDS})\b|\b(?:{_ENDS})\b[^.!?\n]{{0,40}}\b(?:{_MATTER})\b|\btall(?:y|ied)\b|\bso far\b|\bresults?\b|\bquorum\b|^\W{{0,12}}(?:non-)?binding(?: votes)?\W{{0,4}}$|\bvotes? (?:from|by|of)\b|\bi count\b|(?<![+\-\d])\d{{1,3}} (?:non-)?binding"
)
_OTHER_TONGUES = re.compile(
    r"结果|通过|通過|取消|否决|否決|可決|不成立|결과|통과|부결|취소|принят|отклон|отмен|итог|αποτέλεσμα|результат"
)
_MAY = re.compile(
    r"pass|fail|cancel|withdr|abort|abandon|call(?:ed|ing)? off|void|revok|rescind|scrap|drop|pull(?:ed|ing)|sink|sunk|dead|kill|supersed|terminat|discard|retract|annul|stop|invalid|clos|conclu|over\b|done|end(?:s|ed|ing)\b|finish|complet|finali"
    r"|extend|prolong|tabl(?:ed|ing)|postpon|suspend|paus|defer|on hold|open\b|result|outcome|tall(?:y|ied)|so far|count|carried|carries|succe|accept|adopt|approv|ratif|reject|defeat|declin|fell short|falls short|quorum|correct|wrong|votes?\b|binding\W{0,4}(?:$|:)|ayes|interim|status|current"
    r"|angenomm|abgelehn|gescheit|beend|abgebroch|abgesagt|ergebnis|zurückgezog|stimm|rejet|clôt|clos|termin|résult|aprob|rechaz|cerrad|resultad|encerr|rejeit|respint|chius|risult|aangenom|verworp|geslot|uitslag|przyj|odrzuc|zamkni|wynik|kabul|redd|sonuç|godkänd|vedtatt|hyväksy|elfogad"
)
_LAST_LATIN = "\u036f"
_VALUES = re.compile(r"[+\-][01](?!\d)|\b\d{1,3} (?:non|bind)")


def _may_announce(subject: Subject, headed: Kind | None, in_vote_thread: bool) -> bool:
    if Tag.ANNOUNCE in subject.tags and Tag.VOTE not in subject.tags and headed is None:
        return False
    if headed is not None or in_vote_thread or Tag.VOTE in subject.tags:
        return True
    return Tag.DISCUSS not in subject.tags and (bool(subject.proposals) or _ABOUT_VOTES.search(subject.raw) is not None)


def _read_title(subject: Subject) -> tuple[Kind | None, Outcome | None]:
    """What the subject's tags and marks say: the kind of announcement, and an outcome ("[VOTE][PASSED]")."""
    words = {next(filter(None, match.groups())).casefold() for match in _MARKED.finditer(subject.raw[:_LONGEST_TITLE])}
    outcome: Outcome | None = None
    for word in sorted(words):
        outcome = outcome or _mark_outcome(word)
    kinds = {kind for word in words if (kind := _HEADED.get(word[:3]))}
    if Tag.CANCEL in subject.tags or outcome == "cancelled":
        return "cancel", "cancelled"
    if Tag.CORRECTION in subject.tags or "correction" in kinds:
        return "correction", outcome
    if (
        Tag.RESULT in subject.tags
        or "result" in kinds
        or outcome
        or "closed" in words
        or _RESULT_TITLE.search(subject.raw[:_LONGEST_TITLE])
    ):
        return "result", outcome
    if Tag.EXTEND in subject.tags or "extend" in kinds:
        return "extend", None
    return None, None


def _mark_outcome(word: str) -> Outcome | None:
    if word.startswith(("pass", "accept", "approv", "adopt", "success")):
        return "passed"
    if word.startswith(("fail", "reject", "unsuccess")):
        return "failed"
    return "cancelled" if word.startswith(("cancel", "withdrawn", "abort", "abandon", "void")) else None


def _read_sayings(subject: Subject, lines: tuple[Line, ...]) -> list[Saying]:
    title = simplify(subject.title)
    found = []
    for sentence in split_sentences(lines):
        saying = read_sentence(sentence, subject, title if len(title) >= 12 else "")
        if saying is not None:
            found.append(saying)
    return found


def _heading(blocks: list[list[str]]) -> str | None:
    """The line that makes a bare tally a result: "Results:", "PMC quorum: reached"."""
    return next(
        (text for block in blocks for text in block if (text is block[0] and _HEADING.match(text)) or _QUORUM_LINE.match(text)),
        None,
    )


def _own_text(blocks: list[list[str]]) -> str:
    return " ".join(text.strip() for block in blocks for text in block)


def _headed(
    title: tuple[Kind, Outcome | None], subject: Subject, sayings: list[Saying], told: Told, text: str
) -> Announcement | None:
    """A mail whose subject says that it announces something; a reply must say so in its own words as well."""
    kind, marked = title
    if kind == "result" and any(saying.act == "correction" for saying in sayings):
        kind = "correction"
    best = _strongest(sayings)
    if kind == "cancel":
        confirmed = best is not None and best.outcome == "cancelled" and best.certain
        if subject.is_reply and not confirmed:
            return None
        return build_announcement("cancel", "cancelled", best.words if confirmed and best else subject.raw, True, told)
    if subject.is_reply and not _confirms(kind, best, told, text):
        return None
    if best is not None and best.outcome == "cancelled" and best.certain:
        return build_announcement("cancel", "cancelled", best.words, True, told)
    if kind == "extend" or (best is not None and best.act == "extend" and not told.has_tally):
        return build_announcement("extend", None, best.words if best else subject.raw, True, told)
    said = best.outcome if best is not None and best.outcome else marked or _bare_outcome(text)
    if said is not None:
        certain = best is None or best.certain or marked is not None or told.has_tally
        return build_announcement(kind, said, best.words if best else subject.raw, certain and not _contradict(sayings), told)
    outcome, certain = (None, kind == "correction") if kind == "correction" else _derive(told, headed=True)
    return build_announcement(kind, outcome, best.words if best else _first_words(told, text, subject), certain, told)


def _bare_outcome(text: str) -> Outcome | None:
    """ "The schedule is adopted as proposed": under a [RESULT] subject the noun may be anything."""
    match = _BARE.search(simplify(text[:2000]))
    if match is None:
        return None
    return "failed" if match.group(1) in ("rejected", "declined") else "passed"


def _confirms(kind: Kind, best: Saying | None, told: Told, text: str) -> bool:
    """Whether a reply under a [RESULT] subject is a result itself and not applause for one."""
    if told.has_tally:
        return best is not None or _HEADING.match(text) is not None or told.counts.any
    if best is None or not best.certain or _THANKS_ONLY.search(text):
        return False
    return best.act == kind or (kind in ("result", "correction") and best.act in ("result", "cancel", "close", "correction"))


def _first_words(told: Told, text: str, subject: Subject) -> str:
    return text[:200] if told.has_tally else subject.raw


def _spoken(
    subject: Subject, sayings: list[Saying], told: Told, blocks: list[list[str]], in_vote_thread: bool
) -> Announcement | None:
    """A mail whose subject says nothing: only its own words can make it an announcement."""
    best = _strongest(sayings)
    if (best is None or not best.certain) and _casts_ballot(blocks):
        return None
    call = Tag.VOTE in subject.tags and not subject.is_reply and not subject.is_forward
    if best is None:
        return None if call else _unspoken(sayings, told, blocks, in_vote_thread)
    if call and not (best.certain and best.outcome and told.has_tally and best.act == "result"):
        return None
    if not told.counts.any and _CHEERS.search(_own_text(blocks)):
        return None
    certain = (
        (best.certain or (told.counts.any and best.act in ("result", "close"))) and in_vote_thread and not _contradict(sayings)
    )
    if best.act == "correction":
        outcome = next((saying.outcome for saying in sayings if saying.outcome), None)
        return build_announcement("correction", outcome, best.words, in_vote_thread, told)
    if best.act in ("cancel", "extend"):
        return build_announcement(
            "cancel" if best.act == "cancel" else "extend", best.outcome, best.words, certain and best.certain, told
        )
    return build_announcement("result", best.outcome or _derive(told, headed=False)[0], best.words, certain, told)


def _unspoken(sayings: list[Saying], told: Told, blocks: list[list[str]], in_vote_thread: bool) -> Announcement | None:
    """No sentence ends the vote: a tally below "Results:" does, a count on the way does not."""
    interim = next((saying for saying in sayings if saying.act == "interim"), None)
    heading = _heading(blocks)
    if heading is not None and told.has_tally and interim is None:
        outcome, certain = _derive(told, headed=True)
        return build_announcement("result", outcome, heading, certain and in_vote_thread, told)
    if interim is None or not in_vote_thread:
        return None
    return build_announcement("interim", None, interim.words, False, told)


def _casts_ballot(blocks: list[list[str]]) -> bool:
    """A line that is nothing but a value: the mail is a ballot, whatever it says of the others."""
    return any(len(text) <= 80 and _BALLOT.fullmatch(text) for block in blocks for text in block)


def _strongest(sayings: list[Saying]) -> Saying | None:
    """The sentence that decides: a correction first, else the first certain one with an outcome."""
    real = [saying for saying in sayings if saying.act != "interim"]
    for wanted in (
        lambda saying: saying.act == "correction",
        lambda saying: saying.certain and saying.outcome is not None,
        lambda saying: saying.outcome is not None and saying.act == "result",
        lambda saying: saying.certain,
    ):
        found = next(filter(wanted, real), None)
        if found is not None:
            return found
    return real[0] if real else None


def _contradict(sayings: list[Saying]) -> bool:
    outcomes = {saying.outcome for saying in sayings if saying.certain and saying.outcome}
    return "passed" in outcomes and len(outcomes) > 1


def _derive(told: Told, *, headed: bool) -> tuple[Outcome | None, bool]:
    """The outcome of a result that has no words for it: from its own numbers, else from its names."""
    counts = told.counts
    binding = counts.binding if counts.binding is not None else (len(told.names("F", "B")) or None)
    total = counts.total_for if counts.total_for is not None else (len(told.names("F", "", "B", "X")) or None)
    against = counts.against or len(told.names("A", "", "B", "X"))
    if binding is None and total is None:
        return None, False
    shown = binding if binding is not None else total or 0
    if against and against >= shown:
        return "failed", False
    if shown >= _QUORUM:
        return "passed", True
    if counts.binding is not None:
        return ("failed" if headed else None), False
    return ("passed" if headed else None), False
