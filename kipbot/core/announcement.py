"""Does a mail end, correct, extend or suspend a vote, what does it announce, and does the count bear it out?"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from kipbot.core.announcement_counts import Counts, count_lines
from kipbot.core.announcement_names import Named, fold_name, logical_lines, names_agree, read_names
from kipbot.core.announcement_words import Outcome, Saying, own_paragraphs, read_sentence, simplify, split_sentences
from kipbot.core.facts import Line
from kipbot.core.subject import Subject, Tag
from kipbot.core.tally import Ballot, Choice, Tally

__all__ = ["Announcement", "compare", "names_agree", "read_announcement"]

Kind = Literal["result", "cancel", "extend", "correction", "interim"]


@dataclass(frozen=True, slots=True)
class Announcement:
    """What a mail announces of a vote. `None` stands for a number that is not said; names are as the mail spells them.

    kind "result": the vote is over; `outcome` is None where the mail does not let one read it.
    kind "cancel": the vote is called off; `outcome` is None where that is only intended ("I'll cancel the vote").
    kind "extend": it stays open longer, or is tabled or suspended; never an outcome.
    kind "correction": replaces an earlier announcement. kind "interim": a count on the way; ends nothing.
    `certain` is false where the mail leans ("I think this passes"), looks back, or only intends.
    """

    kind: Kind
    outcome: Outcome | None
    words: str
    certain: bool = True
    binding: int | None = None
    non_binding: int | None = None
    total_for: int | None = None
    against: int | None = None
    against_binding: int | None = None
    zero: int | None = None
    names_binding: tuple[str, ...] = ()
    names_non_binding: tuple[str, ...] = ()
    names_for: tuple[str, ...] = ()
    names_against: tuple[str, ...] = ()
    names_zero: tuple[str, ...] = ()

    @property
    def ends(self) -> bool:
        """Whether the mail says, without doubt, that the vote is over."""
        return self.certain and self.kind in ("result", "cancel", "correction")

# --- reading ---------------------------------------------------------------------------------------------------------

_ABOUT_VOTES = re.compile(
    r"vot(?:e|es|ing)\b|\bresults?\b|ballot|abstimmung|scrutin|votaci|votaç|votazione|stemming|głosowan|голосован|投票|표결|투표|採決|表决"
    r"|cancel|withdrawn|aborted|\brc\s?\d",
    re.IGNORECASE,
)
_MARK = r"(?:passed|accepted|approved|adopted|passes|success(?:ful)?|failed|rejected|unsuccessful|cancel(?:l?ed)?|withdrawn|aborted|abandoned|void(?:ed)?|extended|extension|postponed|tabled|suspended|closed|results?|correction|corrected)"
_MARKED = re.compile(rf"[\[(<{{]\s*(?:vote[\s:/-]*)?({_MARK})(?:[\s:/-]*vote)?\s*[\])>}}]|\bvote[\s:-]+({_MARK})\b|[\s:–—-]\(?({_MARK})\)?[\s!.]*$", re.IGNORECASE)
_RESULT_TITLE = re.compile(r"\bresults?\b.{0,40}\bvot|\bvot(?:e|ing)\b.{0,40}\bresults?\b|\bresult(?:at|ado|ato|aat|s)?\b\W*(?:abstimmung|del voto|du vote|votaci|votaç)|投票结果|投票結果|결과", re.IGNORECASE)
_HEADING = re.compile(
    r"^\W*(?:(?:the |here (?:are|is) (?:the )?)?(?:final )?(?:vote |voting )?(?:results?|tally|outcome)(?: (?:of|for) (?:the |this )?(?:vote|voting|poll))?\b"
    r"|ergebnis|résultats?|resultados?|risultat[io]|wynik|результат|结果|投票结果|投票結果|결과)",
    re.IGNORECASE,
)
_THANKS_ONLY = re.compile(r"\b(?:congrat\w*|kudos|thanks for (?:running|driving|the|your|organizing|managing)|great (?:work|job|news)|nice work|well done|yay|hooray|woohoo)\b", re.IGNORECASE)
_HEADED: dict[str, Kind] = {"res": "result", "cor": "correction", "ext": "extend", "pos": "extend", "tab": "extend", "sus": "extend"}
_QUORUM = 3  # the least number of +1 that any rule of the foundation accepts; only used where a result has no words


def read_announcement(subject: Subject, lines: tuple[Line, ...], *, in_vote_thread: bool) -> Announcement | None:
    """What a mail announces of the vote it belongs to, or None. Only the sender's own lines speak.

    Whether the sender may announce anything is not asked here. Source: vote-mail forms of results; policy 6.
    """
    headed, marked = _read_title(subject)
    if not _may_announce(subject, headed, in_vote_thread):
        return None
    sayings = _read_sayings(subject, lines)
    blocks = [block for block in own_paragraphs(lines)]
    if headed is None and not sayings and not any(_HEADING.match(block[0]) for block in blocks):
        return None
    tally = _read_tally(blocks, correcting=headed == "correction" or any(saying.act == "correction" for saying in sayings))
    if headed is not None and not subject.is_forward:
        return _headed(headed, marked, subject, sayings, tally, _own_text(blocks))
    return _spoken(subject, sayings, tally, blocks, in_vote_thread)


def _may_announce(subject: Subject, headed: Kind | None, in_vote_thread: bool) -> bool:
    if Tag.ANNOUNCE in subject.tags and Tag.VOTE not in subject.tags and headed is None:
        return False
    if headed is not None or in_vote_thread or Tag.VOTE in subject.tags:
        return True
    return Tag.DISCUSS not in subject.tags and (bool(subject.proposals) or _ABOUT_VOTES.search(subject.raw) is not None)


def _read_title(subject: Subject) -> tuple[Kind | None, Outcome | None]:
    """What the subject's tags and marks say: the kind of announcement, and an outcome ("[VOTE][PASSED]")."""
    words = {next(filter(None, match.groups())).casefold() for match in _MARKED.finditer(subject.raw)}
    outcome: Outcome | None = None
    for word in sorted(words):
        outcome = outcome or _mark_outcome(word)
    kinds = {kind for word in words if (kind := _HEADED.get(word[:3]))}
    if Tag.CANCEL in subject.tags or outcome == "cancelled":
        return "cancel", "cancelled"
    if Tag.CORRECTION in subject.tags or "correction" in kinds:
        return "correction", outcome
    if Tag.RESULT in subject.tags or "result" in kinds or outcome or "closed" in words or _RESULT_TITLE.search(subject.raw):
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


def _own_text(blocks: list[list[str]]) -> str:
    return " ".join(text.strip() for block in blocks for text in block)


@dataclass(frozen=True, slots=True)
class _Told:
    """The numbers and names of one mail."""

    counts: Counts
    named: Named
    pmc: bool  # the mail lists PMC members apart, so its committers are not binding

    @property
    def has_tally(self) -> bool:
        names = sum(len(found) for found in self.named.people.values())
        return self.counts.any or names >= 2

    def names(self, choice: str, *groups: str) -> tuple[str, ...]:
        """The names of a choice; committers count as binding unless the mail lists the PMC apart."""
        wanted = groups + (("C",) if ("X" if self.pmc else "B") in groups else ())
        return tuple(dict.fromkeys(self.named.of(choice, *wanted)))


def _read_tally(blocks: list[list[str]], *, correcting: bool) -> _Told:
    logical = [text for block in blocks for text in (*logical_lines(block), "")]
    pmc = any(re.search(r"\bpmc\b", text, re.IGNORECASE) for text in logical)
    return _Told(count_lines(logical, last=correcting), read_names(blocks), pmc)


def _headed(kind: Kind, marked: Outcome | None, subject: Subject, sayings: list[Saying], told: _Told, text: str) -> Announcement | None:
    """A mail whose subject says that it announces something; a reply must say so in its own words as well."""
    best = _strongest(sayings)
    if kind == "cancel":
        confirmed = best is not None and best.outcome == "cancelled" and best.certain
        if subject.is_reply and not confirmed:
            return None
        return _build("cancel", "cancelled", best.words if confirmed and best else subject.raw, True, told)
    if subject.is_reply and not _confirms(kind, best, told, text):
        return None
    if best is not None and best.outcome == "cancelled" and best.certain:
        return _build("cancel", "cancelled", best.words, True, told)
    if kind == "extend" or (best is not None and best.act == "extend" and not told.has_tally):
        return _build("extend", None, best.words if best else subject.raw, True, told)
    said = best.outcome if best is not None and best.outcome else marked
    if said is not None:
        certain = best is None or best.certain or marked is not None or told.has_tally
        return _build(kind, said, best.words if best else subject.raw, certain and not _contradict(sayings), told)
    outcome, certain = (None, kind == "correction") if kind == "correction" else _derive(told, headed=True)
    return _build(kind, outcome, best.words if best else _first_words(told, text, subject), certain, told)


def _confirms(kind: Kind, best: Saying | None, told: _Told, text: str) -> bool:
    """Whether a reply under a [RESULT] subject is a result itself and not applause for one."""
    if told.has_tally:
        return best is not None or _HEADING.match(text) is not None or told.counts.any
    if best is None or not best.certain or _THANKS_ONLY.search(text):
        return False
    return best.act == kind or (kind in ("result", "correction") and best.act in ("result", "cancel", "close", "correction"))


def _first_words(told: _Told, text: str, subject: Subject) -> str:
    return text[:200] if told.has_tally else subject.raw


def _spoken(
    subject: Subject, sayings: list[Saying], told: _Told, blocks: list[list[str]], in_vote_thread: bool
) -> Announcement | None:
    """A mail whose subject says nothing: only its own words can make it an announcement."""
    best = _strongest(sayings)
    call = Tag.VOTE in subject.tags and not subject.is_reply and not subject.is_forward
    if best is None:
        heading = next((block[0] for block in blocks if _HEADING.match(block[0])), None)
        if heading is not None and told.has_tally and not call and not any(saying.act == "interim" for saying in sayings):
            outcome, certain = _derive(told, headed=True)
            return _build("result", outcome, heading, certain and in_vote_thread, told)
        interim = next((saying for saying in sayings if saying.act == "interim"), None)
        return None if interim is None or call or not in_vote_thread else _build("interim", None, interim.words, False, told)
    if call and not (best.certain and best.outcome and told.has_tally and best.act == "result"):
        return None
    certain = (best.certain or (told.counts.any and best.act == "result")) and in_vote_thread and not _contradict(sayings)
    if best.act == "correction":
        outcome = next((saying.outcome for saying in sayings if saying.outcome), None)
        return _build("correction", outcome, best.words, in_vote_thread, told)
    if best.act == "cancel":
        return _build("cancel", best.outcome, best.words, certain and best.certain, told)
    if best.act == "extend":
        return _build("extend", None, best.words, certain, told)
    outcome = best.outcome or _derive(told, headed=False)[0]
    return _build("result", outcome, best.words, certain, told)


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


def _derive(told: _Told, *, headed: bool) -> tuple[Outcome | None, bool]:
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
    if binding is not None:
        return ("failed" if headed else None), False
    return ("passed" if headed else None), False


def _build(kind: Kind, outcome: Outcome | None, words: str, certain: bool, told: _Told) -> Announcement:
    counts = told.counts
    names_binding, names_non = told.names("F", "B"), told.names("F", "X")
    names_for = told.names("F", "")
    separated = counts.binding is not None or counts.non_binding is not None
    listed = bool(names_binding or names_non) and not names_for
    return Announcement(
        kind=kind,
        outcome=outcome,
        words=" ".join(words.split())[:300],
        certain=certain,
        binding=counts.binding if separated else (len(names_binding) or None),
        non_binding=counts.non_binding if separated else (len(names_non) if listed and names_non else None),
        total_for=counts.total_for if counts.total_for is not None else (None if separated else len(names_for) or None),
        against=counts.against if counts.against is not None else (len(told.names("A", "", "B", "X")) or None),
        against_binding=counts.against_binding,
        zero=counts.zero if counts.zero is not None else (len(told.names("Z", "", "B", "X")) or None),
        names_binding=names_binding,
        names_non_binding=names_non,
        names_for=names_for,
        names_against=told.names("A", "", "B", "X"),
        names_zero=told.names("Z", "", "B", "X"),
    )


# --- comparing -------------------------------------------------------------------------------------------------------

Resolve = Callable[[str], str | None]


def compare(
    announcement: Announcement,
    tally: Tally,
    *,
    closes_at: datetime | None,
    announced_at: datetime,
    names: Resolve,
    called_at: datetime | None = None,
) -> tuple[str, ...]:
    """Say in plain words where a result and the ballots differ: numbers, names, weights, and the time; empty where they agree.

    `names` gives the roster id of a spelling, or None. Times are aware. A cancellation or extension claims nothing to compare.
    """
    if announcement.kind not in ("result", "correction"):
        return ()
    numbers = tuple(_compare_numbers(announcement, tally))
    found = (*numbers, *_compare_names(announcement, tally, names, bool(numbers)))
    return (*found, *_compare_time(closes_at, announced_at, called_at))


def _compare_numbers(announcement: Announcement, tally: Tally) -> list[str]:
    total = None if announcement.binding is not None and announcement.non_binding is not None else announcement.total_for
    rows = (
        (announcement.binding, tally.cast(Choice.FOR, binding=True), "binding +1"),
        (announcement.non_binding, tally.cast(Choice.FOR, binding=False), "non-binding +1"),
        (total, tally.cast(Choice.FOR), "+1"),
        (announcement.against_binding, tally.cast(Choice.AGAINST, binding=True), "binding -1"),
        (None if announcement.against_binding is not None else announcement.against, tally.cast(Choice.AGAINST), "-1"),
        (announcement.zero, tally.cast(Choice.ABSTAIN), "0"),
    )
    found = [
        f"says {said} {what}, the mails bear out {len(cast)}" for said, cast, what in rows if said is not None and said != len(cast)
    ]
    for said, named, what in (
        (announcement.binding, announcement.names_binding, "binding +1"),
        (announcement.non_binding, announcement.names_non_binding, "non-binding +1"),
        (announcement.total_for, announcement.names_for, "+1"),
    ):
        if said is not None and named and len(named) != said:
            found.append(f"says {said} {what} but names {len(named)}")
    return found


def _compare_names(announcement: Announcement, tally: Tally, names: Resolve, counted_out: bool) -> list[str]:
    found: list[str] = []
    seen: set[str] = set()
    pool = (*tally.counted, *tally.unclear, *tally.late, *tally.withdrawn, *tally.superseded)
    lists = (
        (announcement.names_binding, Choice.FOR, True),
        (announcement.names_non_binding, Choice.FOR, False),
        (announcement.names_for, Choice.FOR, None),
        (announcement.names_against, Choice.AGAINST, None),
        (announcement.names_zero, Choice.ABSTAIN, None),
    )
    for spellings, choice, binding in lists:
        for spelling in spellings:
            ballot = _find_ballot(spelling, pool, names)
            if ballot is not None:
                seen.add(ballot.voter.key)
            words = _judge_name(spelling, ballot, tally, choice, binding, counted_out)
            if words is not None and words not in found:
                found.append(words)
    if any(spellings for spellings, _, _ in lists[:3]):
        for ballot in (*tally.cast(Choice.FOR), *tally.cast(Choice.AGAINST)):
            if ballot.voter.key not in seen:
                found.append(f"does not name {ballot.voter.name or ballot.voter.address}, who voted {ballot.choice}")
    return found


def _judge_name(
    spelling: str, ballot: Ballot | None, tally: Tally, choice: Choice, binding: bool | None, counted_out: bool
) -> str | None:
    if ballot is None:
        return f"names {spelling}, who cast no ballot that was read"
    if ballot in tally.unclear:
        return f"names {spelling}, whose mail is unclear"
    if ballot in tally.withdrawn or ballot in tally.late:
        return f"names {spelling}, whose vote {'was withdrawn' if ballot in tally.withdrawn else 'came late'}"
    if ballot.choice is not choice:
        return f"names {spelling} for {choice}, who voted {ballot.choice}"
    if binding is True and not ballot.binding:
        return f"counts {spelling} as binding, which the roster does not bear out"
    if binding is False and ballot.binding and not counted_out:
        return f"counts {spelling} as non-binding, whose vote binds by the roster"
    return None


def _find_ballot(spelling: str, pool: tuple[Ballot, ...], names: Resolve) -> Ballot | None:
    """The ballot of the person that a spelling names: by roster id, by name or id, else by a first name that one voter has."""
    person = names(spelling)
    if person is not None:
        for ballot in pool:
            if person in (ballot.voter.person, ballot.voter.may_be):
                return ballot
    words = fold_name(spelling)
    alike = [ballot for ballot in pool if names_agree(spelling, ballot.voter.name) or _is_handle(spelling, ballot)]
    if not alike and len(words) == 1:
        alike = [ballot for ballot in pool if words[0] in (fold_name(ballot.voter.name) or ("",))]
        if len({ballot.voter.key for ballot in alike}) != 1:
            return None
    return alike[0] if alike else None


def _is_handle(spelling: str, ballot: Ballot) -> bool:
    """Whether a spelling, or an id in brackets behind it, is the voter's roster id or address."""
    ids = {spelling.strip().lstrip("@").casefold()} | {part.casefold() for part in re.findall(r"\(@?([\w.+@-]{2,60})\)", spelling)}
    address = ballot.voter.address
    return bool(ids & {address, address.partition("@")[0], (ballot.voter.person or "").casefold()} - {""})


def _compare_time(closes_at: datetime | None, announced_at: datetime, called_at: datetime | None) -> list[str]:
    if closes_at is None or announced_at >= closes_at:
        return []
    early = f"{(closes_at - announced_at).total_seconds() / 3600:.2f} h before the period ends"
    if called_at is None:
        return [f"announced {early}"]
    return [f"announced {(announced_at - called_at).total_seconds() / 3600:.2f} h after the call, {early}"]
