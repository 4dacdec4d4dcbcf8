"""Does a mail cast a ballot, which one, and in which words?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kipbot.core import vocabulary as say
from kipbot.core.answered import ticked_by_sender
from kipbot.core.facts import Line, LineKind
from kipbot.core.senses import Kind, Sense, sense
from kipbot.core.sentences import Sentence, read_sentences, unify
from kipbot.core.subject import Patterns, read_proposals
from kipbot.core.tally import Choice, Claim
from kipbot.core.tokens import claim_in, find_tokens

_TICKED = re.compile(r"^\W{0,3}[\[(]\s{0,2}(?:[xX*✓✔✗✘vV√]|\s?[xX]\s?)\s{0,2}[\])]\s*[\"'(]?\s*([+\-±]?\s?[01])(?![\d.])|^\W{0,3}[☑☒]\s*([+\-±]?\s?[01])(?![\d.])")
_TICKED_BEHIND = re.compile(r"^\s*[\"'(]?([+\-±]?[01])\b[^\[\]]{0,80}[\[(]\s{0,2}[xX✓✔*]\s{0,2}[\])]\s*$")
_EMPTY_BOX = re.compile(r"^\W{0,3}(?:[\[(]\s{0,4}_{0,3}\s{0,4}[\])]|☐|□|_{2,5})\s*[\"'(]?\s*[+\-±]?\s?[01](?![\d.])|^\s*[\"'(]?[+\-±]?[01]\b[^\[\]]{0,80}\[\s{0,4}_?\s{0,4}\]\s*$")
_LEGEND = re.compile(r"^\W{0,4}([+\-±]?\s?[01])(?![\d.,:/])\W{0,4}(?P<meaning>.{0,80})")
_MEANING = re.compile(
    r"^(?:i |we |do |don't |not |yes|no\b|approv|accept|agree|disagree|disapprov|reject|release|ship|support|oppos|abstain|no opinion|neutral|neither|don't care|undecided|veto|in favou?r|against|for\b|because|\(?please|go ahead|"
    r"ja\b|nein|zustimm|ablehn|oui|non|approuv|sin opinión|sí|acept|rechaz|aprov|同意|反对|赞成|弃权|does not|should|\.\.\.|let's|great)",
    re.I,
)
_GREETING = re.compile(r"^\W*(?:hi|hello|hey|dear|thanks|thank you|cheers|regards|best|kind regards|hallo|bonjour|hola|olá|ciao)\b.{0,60}$", re.I)
_ITEM_TARGET = re.compile(r"^\s*(?:\(?(?:non-?)?binding\)?\s*)?(?:to|for|on)\s+\S", re.I)


class Outcome(StrEnum):
    """What a mail does in a vote."""

    BALLOT = "ballot"
    NONE = "none"
    UNCLEAR = "unclear"
    WITHDRAWN = "withdrawn"
    CHOSEN = "chosen"  # an option of a poll
    RESTATED = "restated"  # speaks of the writer's earlier ballot; a new one only where there is none to speak of


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a mail stands: what the reader must know of the vote and of the mail that is answered."""

    is_call: bool = False
    by_caller: bool = False
    announces: bool = False  # the mail is a result, a cancellation or a tally
    poll: bool = False
    answers_call: bool = True
    answered: tuple[Line, ...] | None = None
    proposals: tuple[str, ...] = ()
    patterns: Patterns = ()
    candidate: int | None = None
    about: frozenset[str] = frozenset()
    name: frozenset[str] = frozenset()  # the words of the sender's name, folded


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one mail, with the words that say so."""

    outcome: Outcome
    choice: Choice | None = None
    claim: Claim | None = None
    words: str = ""
    doubt: str | None = None
    fraction: str | None = None
    option: str | None = None
    reason: str | None = None


NOTHING = Reading(Outcome.NONE)


def read_ballot(lines: Sequence[Line], setting: Setting) -> Reading:
    """Read one mail of a vote: a ballot with the words that make it, no ballot, or unclear (vote-mail policy 3, 4, 5)."""
    sentences = read_sentences(lines)
    ticked = _ticked(lines, setting)
    if ticked is not None:
        return ticked
    if setting.poll:
        return _read_option(sentences, setting)
    legend = _legend_lines(sentences, setting)
    senses = [_own_name(found, setting) for sentence in sentences if sentence.line not in legend for found in _senses(sentence)]
    senses = _without_tallies(_without_remarks(senses, lines, setting), setting)
    if (withdrawn := _withdrawal(sentences, senses)) is not None:
        return withdrawn
    if (abstained := _abstention(sentences, senses)) is not None:
        return abstained
    return _weigh(senses, sentences, setting)


def _senses(sentence: Sentence) -> list[Sense]:
    if _EMPTY_BOX.match(sentence.original) or _EMPTY_BOX.match(sentence.text):
        return []
    tokens = find_tokens(sentence.text)
    if len(tokens) >= 3 and len({token.choice for token in tokens}) > 1:
        return [Sense(Kind.NOISE, "a list of values", token, sentence) for token in tokens]
    return [sense(sentence, token, len(tokens)) for token in tokens]


def _own_name(found: Sense, setting: Setting) -> Sense:
    """ "Katrin Berg: +1" by Katrin Berg herself is her vote, no line of a tally."""
    if found.why not in ("a line of a tally", "a name before the value") or not setting.name:
        return found
    before = set(re.findall(r"[^\W\d_]{2,}", found.sentence.text[: found.token.start].casefold()))
    mine = bool(before) and before <= set(setting.name)
    return replace(found, kind=Kind.VOTE, why="the voter's own name", framed=True) if mine else found


# --- ticked ballots


def _ticked(lines: Sequence[Line], setting: Setting) -> Reading | None:
    """A box that the sender ticked, in own words or inside the quoted ballot."""
    if setting.is_call and sum(1 for line in lines if _TICKED.match(_unify_box(line.text))) != 1:
        return None
    own, quoted = [], []
    for line in lines:
        text = _unify_box(line.text[:400])
        found = _TICKED.match(text) or _TICKED_BEHIND.match(text)
        if found is None:
            continue
        value = _box_value((found[1] or found[2] if found.re is _TICKED else found[1]) or "")
        if value is None:
            continue
        if line.kind is LineKind.OWN:
            own.append((value, line))
        elif line.kind is LineKind.QUOTE and line.depth <= 1:
            quoted.append((value, line))
    if own:
        return _one_tick(own, lines)
    mine = [(value, line, _whose_tick(line, value, setting)) for value, line in quoted]
    if any(whose for _, _, whose in mine):
        return _one_tick([(value, line) for value, line, whose in mine if whose], lines)
    unknown = [(value, line) for value, line, whose in mine if whose is None and line.depth == 1]
    if unknown and not any(find_tokens(sentence.text) for sentence in read_sentences(lines)):
        value, line = unknown[0]
        return Reading(Outcome.UNCLEAR, value, claim_in(line.text), line.text.strip(), "a box ticked inside a quote whose original was not seen")
    return None


def _unify_box(text: str) -> str:
    """One sort of plus and minus; an asterisk stays, it may be a tick."""
    return text.translate(_SIGNS)


_SIGNS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2014": "-", "\uff0b": "+", "\uff0d": "-", "\u00a0": " ", "\u3000": " "})


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
    return {"+1": Choice.FOR, "1": Choice.FOR, "-1": Choice.AGAINST}.get(text.replace(" ", ""), Choice.ABSTAIN if text.strip().endswith("0") else None)


def _one_tick(ticks: list[tuple[Choice, Line]], lines: Sequence[Line]) -> Reading:
    choices = {value for value, _ in ticks}
    value, line = ticks[0]
    if len(choices) > 1:
        return Reading(Outcome.UNCLEAR, None, None, line.text.strip(), "more than one box is ticked")
    return Reading(Outcome.BALLOT, value, claim_in(line.text) or _lone_claim(lines), line.text.strip(), reason=_reason(read_sentences(lines), value, line.text))


def _lone_claim(lines: Sequence[Line]) -> Claim | None:
    """A claim that stands alone on a line of the writer's own."""
    for line in lines:
        if line.kind is LineKind.OWN and 0 < len(line.text.strip()) < 40 and (claim := claim_in(unify(line.text))) is not None:
            return claim
    return None


# --- legends and tallies


def _legend_lines(sentences: Sequence[Sentence], setting: Setting) -> frozenset[int]:
    """Lines that explain what the values mean: "+1 approve / 0 no opinion / -1 disapprove"."""
    rows = [(sentence, found) for sentence in sentences if sentence.starts_line and (found := _LEGEND.match(sentence.text)) is not None]
    legend: set[int] = set()
    for group in _neighbours(rows):
        values = {found[1].replace(" ", "").lstrip("±")[-1] + found[1][:1].replace("0", "+") for _, found in group}
        explained = sum(1 for _, found in group if _MEANING.match(found["meaning"]) or not found["meaning"].strip())
        if len(values) >= 2 and (setting.is_call or (len(values) >= 3 and explained >= 2)):
            legend |= {sentence.line for sentence, _ in group}
    return frozenset(legend)


def _neighbours(rows: list[tuple[Sentence, re.Match[str]]]) -> list[list[tuple[Sentence, re.Match[str]]]]:
    """Rows that stand at most one line apart."""
    groups: list[list[tuple[Sentence, re.Match[str]]]] = []
    for row in rows:
        if groups and row[0].line - groups[-1][-1][0].line <= 2:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _without_tallies(senses: list[Sense], setting: Setting) -> list[Sense]:
    """In a mail that lists other people's votes only first-person words are a vote."""
    listed = sum(1 for found in senses if _NAMED.match(found.sentence.text) or found.why in ("a line of a tally", "a tally", "several votes", "a report of others"))
    if setting.announces or listed >= 2 or setting.is_call:
        return [found for found in senses if found.kind is Kind.NOISE or found.framed or (setting.is_call and (_alone(found) or found.kind is Kind.DOUBT))]
    return senses


_NAMED = re.compile(r"^[+\-]1\s+(?:\((?:non-)?binding\)\s*)?(?:[A-ZÀ-ÞŁŚŻ][\w'.\-]+\s?){2,4}$")


def _without_remarks(senses: list[Sense], lines: Sequence[Line], setting: Setting) -> list[Sense]:
    """A bare value right below a quoted remark of somebody else agrees with the remark, as far as one can tell."""
    if setting.answers_call or setting.is_call:
        return senses
    return [
        replace(found, kind=Kind.DOUBT, why="may agree with the quoted remark only")
        if found.kind is Kind.VOTE and not found.framed and found.claim is None and _below_remark(found.sentence.line, lines)
        else found
        for found in senses
    ]


def _below_remark(at: int, lines: Sequence[Line]) -> bool:
    """The words right above are quoted, hold no value themselves, and more is quoted below."""
    above = at - 1
    while above >= 0 and lines[above].kind is LineKind.OWN and not lines[above].text.strip():
        above -= 1
    if above < 0 or lines[above].kind is not LineKind.QUOTE or lines[above].depth > 1:
        return False
    start = above
    while start > 0 and lines[start - 1].kind is LineKind.QUOTE:
        start -= 1
    holds_value = any(find_tokens(unify(line.text[:200])) for line in lines[start : above + 1])
    return not holds_value


def _alone(found: Sense) -> bool:
    """The value and its claim fill the line: the caller's own ballot below the call."""
    return found.sentence.starts_line and len(found.sentence.text) <= 40 and found.kind is Kind.VOTE


# --- withdrawals and abstentions


def _withdrawal(sentences: Sequence[Sentence], senses: list[Sense]) -> Reading | None:
    """ "I withdraw my vote" empties it, unless the same mail casts another."""
    for sentence in sentences:
        text = sentence.text[:600]
        found = say.WITHDRAWAL.search(text)
        if found is None or not say.WITHDRAWAL_MINE.search(found[0]):
            continue
        if say.WITHDRAWAL_OPEN.search(text[max(0, found.start() - 60) : found.start()]) or "?" in text[found.end() :]:
            continue
        others = [other for other in senses if other.kind in (Kind.VOTE, Kind.CHANGE) and not _inside(other, sentence, found)]
        if others:
            last = others[-1]
            return Reading(Outcome.BALLOT, last.choice, last.claim, last.sentence.original, reason=_reason(sentences, last.choice, last.sentence.text))
        if re.search(r"\b(?:if|once|unless|wenn|si)\b|如果", text[found.end() : found.end() + 40], re.I):
            continue
        return Reading(Outcome.WITHDRAWN, words=sentence.original)
    return None


def _inside(found: Sense, sentence: Sentence, span: re.Match[str]) -> bool:
    return found.sentence is sentence and span.start() <= found.token.start < span.end()


def _abstention(sentences: Sequence[Sentence], senses: list[Sense]) -> Reading | None:
    if any(found.kind in (Kind.VOTE, Kind.CHANGE) for found in senses):
        return None
    for sentence in sentences:
        found = say.ABSTAIN.search(sentence.text[:600])
        if found is not None and not say.ABSTAIN_NOT.search(sentence.text[:600]):
            return Reading(Outcome.BALLOT, Choice.ABSTAIN, claim_in(sentence.text), sentence.original)
    return None


# --- weighing


def _weigh(senses: list[Sense], sentences: Sequence[Sentence], setting: Setting) -> Reading:
    """One word from all the values of a mail."""
    votes = [_against_setting(found, setting) for found in senses if found.kind in (Kind.VOTE, Kind.CHANGE)]
    senses = [found for found in senses if found.kind not in (Kind.VOTE, Kind.CHANGE)] + votes
    changes = [found for found in votes if found.kind is Kind.CHANGE]
    votes = changes[-1:] or [found for found in votes if found.kind is Kind.VOTE]
    doubts = [found for found in senses if found.kind is Kind.DOUBT]
    if votes:
        return _of_votes(votes, doubts, sentences)
    restated = [found for found in senses if found.kind is Kind.RESTATED]
    if restated:
        first = restated[0]
        return Reading(Outcome.RESTATED, first.choice, first.claim, first.sentence.original, first.why)
    if setting.is_call:
        doubts = [found for found in doubts if say.FIRST_PERSON.search(found.sentence.text[:300])]
    if doubts:
        return _unclear(doubts[0], doubts)
    return NOTHING if setting.is_call or setting.by_caller or setting.announces else _in_words(sentences, senses)


def _against_setting(found: Sense, setting: Setting) -> Sense:
    """A vote for a part, another proposal or another candidate is not a vote here."""
    text = found.tail[:160]
    named = read_proposals(found.sentence.text[found.token.end : found.token.end + 160], setting.patterns)
    why = None
    if named and setting.proposals and not set(named) & set(setting.proposals):
        why = f"names {', '.join(named)}"
    elif (other := re.search(r"\bRC[\s\-]?(\d{1,2})\b", text, re.I)) and setting.candidate is not None and int(other[1]) != setting.candidate:
        why = f"names RC{other[1]}"
    elif _speaks_of_part(found, setting):
        why = "speaks of a part only"
    return found if why is None else replace(found, kind=Kind.DOUBT, why=why)


def _speaks_of_part(found: Sense, setting: Setting) -> bool:
    """ "+1 on the idea of renaming": the object of the vote is something else than the matter of the vote."""
    target = say.OBJECT.match(found.tail)
    if target is None:
        return bool(say.EXCEPT.match(found.tail))
    words = [word for word in re.findall(r"[^\W_]+(?:[.\-][^\W_]+)*", target["object"].casefold()) if word not in say.SMALL_WORDS]
    if not words:
        return False
    return not any(say.WHOLE.fullmatch(word) or word in setting.about or word.rstrip("s") in setting.about for word in words[:4])


def _of_votes(votes: list[Sense], doubts: list[Sense], sentences: Sequence[Sentence]) -> Reading:
    choices = {found.choice for found in votes}
    last = _telling(votes)
    if len(choices) > 1:
        return _unclear(last, votes, "two different values")
    if last.choice is None:
        return Reading(Outcome.UNCLEAR, None, last.claim, last.sentence.original, f"{last.token.text.strip()} is neither +1, 0 nor -1", last.token.fraction)
    if (against := [found for found in doubts if _contradicts(found, last)]):
        return _unclear(against[0], [last, *against], "two different values" if against[0].choice is not last.choice else None)
    if (open_condition := _standing_condition(sentences)) is not None:
        return Reading(Outcome.UNCLEAR, last.choice, last.claim, open_condition, "hangs on a condition")
    return Reading(Outcome.BALLOT, last.choice, last.claim or _claim_elsewhere(votes, sentences), last.sentence.original, reason=_reason(sentences, last.choice, last.sentence.text))


def _contradicts(doubt: Sense, vote: Sense) -> bool:
    """A doubtful value beside a clear one: another value for a part, or a condition that comes after."""
    later = (doubt.sentence.line, doubt.token.start) > (vote.sentence.line, vote.token.start)
    if doubt.why in ("a change to come", "a conditional mood", "a vote to come", "a wish to vote"):
        return False
    if doubt.choice is vote.choice:
        return later and doubt.why in ("hangs on a condition", "wavers")
    return doubt.choice is not None and (later or doubt.why in ("speaks of a part only", "a name before the value"))


def _telling(votes: list[Sense]) -> Sense:
    """The value that carries the claim, else the one in first-person words, else the first."""
    for wanted in (lambda found: found.claim is not None, lambda found: found.framed):
        for found in votes:
            if wanted(found):
                return found
    return votes[0]


def _claim_elsewhere(votes: list[Sense], sentences: Sequence[Sentence]) -> Claim | None:
    """A claim alone in the sentence before or behind the value: "Non-binding +1", "+1" and "(binding)" on the next line."""
    lines = {found.sentence.line for found in votes}
    for sentence in sentences:
        near = any(abs(sentence.line - line) <= 2 for line in lines)
        if near and len(sentence.text) < 48 and (claim := claim_in(sentence.text)) is not None:
            return claim
    return None


_STANDING = re.compile(
    r"^\W*(?:(?:but|this (?:vote|\+1|is)|my (?:vote|\+1)(?: is)?|it'?s|vote is|note,? (?:that )?(?:this|my))\b.{0,20}?\s)?(?:conditional(?:ly)? (?:on|upon)|contingent (?:on|upon)|only if|provided that|under the condition|on the condition|subject to|my vote is conditional|with the condition that|unter der bedingung|à condition que|con la condición|com a condição|a condizione che)\b"
    r"|\b(?:this|my) (?:vote|\+1|ballot) (?:is|holds|counts|stands|only counts|only holds|only stands|applies) (?:only )?(?:if|once|when|conditional|provided|unless)\b",
    re.I,
)


def _standing_condition(sentences: Sequence[Sentence]) -> str | None:
    """A sentence of its own that puts the whole vote under a condition."""
    for sentence in sentences:
        if _STANDING.search(sentence.text[:300]) and not say.MET.search(sentence.text[:300]):
            return sentence.original
    return None


def _unclear(first: Sense, all_of_them: list[Sense], why: str | None = None) -> Reading:
    choices = {found.choice for found in all_of_them}
    choice = first.choice if len(choices) == 1 and first.why not in ("wavers", "a change to come") else None
    return Reading(Outcome.UNCLEAR, choice, first.claim, first.sentence.original, why or first.why, first.token.fraction, first.option)


_SPEAKS_OF_VOTES = frozenset({"denied", "a line of a tally", "a tally", "a report of others", "several votes", "a count of votes", "a value asked for"})


def _in_words(sentences: Sequence[Sentence], senses: list[Sense]) -> Reading:
    """Approval without a value: a human must settle it."""
    if any(found.why in _SPEAKS_OF_VOTES for found in senses):
        return NOTHING
    if any(say.WITHHELD.search(sentence.text[:400]) for sentence in sentences):
        return NOTHING
    for sentence in sentences:
        text = sentence.text[:400]
        if say.RESTATED.search(text) and re.search(r"\bvote\b|\bvotum\b|\bvoto\b", text, re.I):
            return Reading(Outcome.RESTATED, None, claim_in(text), sentence.original, "speaks of an earlier vote")
        if (say.APPROVAL.search(text) and not say.APPROVAL_NOT.search(text)) or say.APPROVAL_PLAIN.search(text):
            return Reading(Outcome.UNCLEAR, None, claim_in(text), sentence.original, "speaks for or against without a value")
    for sentence in sentences:
        if len(sentence.text) < 80 and (claim := claim_in(sentence.text)) is not None and not _NOT_OWN_WEIGHT.search(sentence.text):
            return Reading(Outcome.UNCLEAR, None, claim, sentence.original, "claims a weight without a value")
    return NOTHING


_NOT_OWN_WEIGHT = re.compile(rf"{say.APPROVAL_NOT.pattern}|\d|\bvotes\b|\bvoters\b|\byours\b|\byou\b|\btheirs\b", re.I)


def _reason(sentences: Sequence[Sentence], choice: Choice | None, words: str) -> str | None:
    """The justification that stands with a -1; a -1 on code without one has no weight (ASF voting, vetoes)."""
    if choice is not Choice.AGAINST:
        return None
    told = []
    for sentence in sentences:
        text = sentence.text
        if text == words:
            text = re.sub(r"^.*?[+\-]1\s*(?:[(\[][^)\]]{0,40}[)\]])?[\s:,.;\-]*", "", text)
        if len(text.split()) >= 3 and not _GREETING.match(text):
            told.append(text)
    return " ".join(told)[:500] or None


# --- polls


def _read_option(sentences: Sequence[Sentence], setting: Setting) -> Reading:
    """In a poll the chosen option is kept; it is never an approval, and a bare value chooses nothing."""
    if setting.is_call or setting.announces:
        return NOTHING
    for sentence in sentences:
        option = say.OPTION.search(sentence.text[:400])
        tokens = find_tokens(sentence.text[:400])
        chosen = tokens or re.search(r"\b(?:vote|prefer|choose|favou?r|go with|my choice|pick)\b", sentence.text, re.I)
        if option is not None and chosen and "?" not in sentence.text:
            return Reading(Outcome.CHOSEN, None, claim_in(sentence.text), sentence.original, option=option[0].strip())
    bare = [found for sentence in sentences for found in _senses(sentence) if found.kind is Kind.VOTE]
    return _unclear(bare[0], bare, "a value without an option") if bare else NOTHING
