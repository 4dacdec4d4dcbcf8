"""Does a mail cast a ballot, which one, and in which words?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kipbot.core.facts import Line, LineKind
from kipbot.core.memo import remembered_by
from kipbot.core.reading import vocabulary as say
from kipbot.core.reading.approval import read_approval, read_echo
from kipbot.core.reading.boxes import is_empty_box, read_ticks
from kipbot.core.reading.crowd import (
    doubt_items,
    doubt_remarks,
    find_legend,
    keep_plain_votes,
    know_own_name,
    leave_out_amounts,
    leave_out_numbering,
    leave_out_tallies,
)
from kipbot.core.reading.plain import plain_sense, read_plain
from kipbot.core.reading.senses import Kind, Sense, sense
from kipbot.core.reading.sentences import Sentence, make_sentence, read_sentences, unify
from kipbot.core.reading.setting import NO_OPTION, NOTHING, Outcome, Reading, Setting, find_reason
from kipbot.core.reading.shifts import read_shift
from kipbot.core.reading.standing import holds_only, standing_condition
from kipbot.core.reading.tables import leave_out_tables
from kipbot.core.reading.tokens import claim_in, find_tokens
from kipbot.core.reading.withdrawn import read_abstention, read_request, read_withdrawal
from kipbot.core.subject import read_proposals
from kipbot.core.tally import Choice, Claim

__all__ = ["NOTHING", "Outcome", "Reading", "Setting", "read_ballot"]


def read_ballot(lines: Sequence[Line], setting: Setting) -> Reading:
    """Read one mail of a vote: a ballot with the words that make it, no ballot, or unclear (vote-mail policy 3, 4, 5)."""
    if (simple := read_plain(lines, setting)) is not None:
        return simple
    lines, tabled = leave_out_tables(lines, setting)
    sentences = read_sentences(lines)
    ticked = read_ticks(lines, setting)
    if ticked is not None:
        return _against_own_words(ticked, sentences)
    if setting.poll:
        return _read_option(sentences, setting)
    legend = find_legend(sentences, setting)
    spoken = [sentence for sentence in sentences if sentence.line not in legend]
    senses = leave_out_numbering([know_own_name(found, setting) for found in _all_senses(spoken)], lines)
    senses = leave_out_tallies(doubt_items(doubt_remarks(senses, lines, setting)), setting)
    if tabled:
        senses, setting = keep_plain_votes(senses), replace(setting, announces=True)
    if not sentences and (below := _below_unmarked(lines, setting)) is not None:
        return below
    told = (
        read_withdrawal(sentences, senses)
        or read_request(spoken, senses, by_caller=setting.by_caller)
        or read_abstention(spoken, senses)
    )
    weighed = told or _weigh(senses, sentences, setting)
    return read_echo(sentences, lines) if weighed is NOTHING and not (setting.by_caller or setting.announces) else weighed


def _against_own_words(ticked: Reading, sentences: Sequence[Sentence]) -> Reading:
    """A ticked box, unless the writer's own words give another value: "[x] +1", and below it "on second thought -1"."""
    if ticked.outcome is not Outcome.BALLOT:
        return ticked
    beside = [found for sentence in sentences if _BOX_LINE.match(sentence.original) is None for found in _senses(sentence)]
    other = [found for found in beside if found.kind in (Kind.VOTE, Kind.CHANGE) and found.choice is not ticked.choice]
    if other:
        return _unclear(other[0], other, "two different values")
    return ticked


_BOX_LINE = re.compile(r"^\W{0,3}[\[(☐☑☒□⬜✅]|^[^\[\]]{0,90}\[[^\[\]]{0,6}\]\s*$")


# No voter writes more values than these; a mail that does is doubted without looking at each.
_MOST_VALUES_IN_SENTENCE = 12
_MOST_SENSES = 120


def _all_senses(sentences: Sequence[Sentence]) -> list[Sense]:
    made: list[Sense] = []
    for sentence in sentences:
        found = _senses(sentence)
        if found and len(made) >= _MOST_SENSES:
            return [*made, Sense(Kind.DOUBT, "more values than a vote has", found[0].token, sentence)]
        made += found
    return made


def _senses(sentence: Sentence) -> Sequence[Sense]:
    found = _read_values((sentence.original, sentence.starts_line, sentence.ends_line))
    return [replace(each, sentence=sentence) for each in found] if found else ()


def _length(words: tuple[str, bool, bool]) -> int:
    return len(words[0])


@remembered_by(_length)
def _read_values(words: tuple[str, bool, bool]) -> Sequence[Sense]:
    """The sense of each value in a sentence, which hangs on the words alone and not on the line they stand on."""
    original, starts_line, ends_line = words
    sentence = make_sentence(original, 0, starts_line, ends_line)
    if is_empty_box(sentence.original) or is_empty_box(sentence.text):
        return []
    if (plain := plain_sense(sentence)) is not None:
        return [plain]
    if (shift := read_shift(sentence)) is not None:
        return [shift]
    tokens = find_tokens(sentence.text)
    if len(tokens) > _MOST_VALUES_IN_SENTENCE:
        return [Sense(Kind.DOUBT, "more values than a vote has", tokens[0], sentence)]
    if len(tokens) >= 3 and len({token.choice for token in tokens}) > 1:
        if say.HENCE.search(sentence.low[: tokens[-1].start]):
            return [sense(sentence, tokens[-1], 1)]
        return [Sense(Kind.NOISE, "a list of values", token, sentence) for token in tokens]
    return leave_out_amounts([sense(sentence, token, len(tokens)) for token in tokens])


def _below_unmarked(lines: Sequence[Line], setting: Setting) -> Reading | None:
    """Nothing of one's own, and a value at the end of an unmarked quotation that the answered mail does not hold: whose is it?"""
    last = next((line for line in reversed(lines) if line.kind is LineKind.QUOTE and line.text.strip()), None)
    if last is None or last.depth > 1 or setting.is_call or not any(line.kind is LineKind.ATTRIBUTION for line in lines):
        return None
    quoted = [line.text.strip() for line in lines if line.kind is LineKind.QUOTE and line.text.strip()]
    tail = quoted[1:][-3:]  # what stands right below "Ann wrote:" is Ann's
    known = frozenset(line.text.strip() for line in setting.answered or ())
    if mine := _below_known(quoted, known):
        return read_ballot([Line(LineKind.OWN, text, 0) for text in mine], setting)
    alone = next((text for text in tail if text not in known and _ALONE.match(unify(text))), None)
    return Reading(Outcome.UNCLEAR, None, claim_in(alone), alone, "a value below an unmarked quotation") if alone else None


_LEAST_KNOWN = 3


def _below_known(quoted: Sequence[str], known: frozenset[str]) -> Sequence[str]:
    """The lines below a quotation that stands word for word in the answered mail: they are the sender's."""
    at = next((place for place, text in enumerate(quoted) if text not in known), len(quoted))
    mine = quoted[at:]
    return mine if at >= _LEAST_KNOWN and mine and not known.intersection(mine) else ()


_ALONE = re.compile(r"^[+\-][01]\s*(?:[(\[][^()\[\]]{0,24}[)\]])?[.!]?$")


# --- weighing


def _weigh(senses: list[Sense], sentences: Sequence[Sentence], setting: Setting) -> Reading:
    """One word from all the values of a mail."""
    votes = [_against_setting(found, setting) for found in senses if found.kind in (Kind.VOTE, Kind.CHANGE)]
    senses = [found for found in senses if found.kind not in (Kind.VOTE, Kind.CHANGE)] + votes
    changes = [found for found in votes if found.kind is Kind.CHANGE]
    votes = changes[-1:] or [found for found in votes if found.kind is Kind.VOTE]
    doubts = [
        found for found in senses if found.kind is Kind.DOUBT and not (found.token.slip and len(sentences) > 1 and _bare(found))
    ]
    if votes:
        return _of_votes(votes, doubts, sentences)
    restated = [
        found
        for found in senses
        if found.kind is Kind.RESTATED
        and not _is_of_another(say.CAST_FOR.match(found.sentence.text[found.token.end :][:120]), setting)
    ]
    if restated:
        first = restated[0]
        return Reading(Outcome.RESTATED, first.choice, first.claim, first.sentence.original, first.why)
    if setting.is_call:
        doubts = [found for found in doubts if say.FIRST_PERSON.search(found.sentence.low[:300])]
    if doubts:
        return _unclear(doubts[0], doubts)
    chatty = setting.by_caller and sum(len(sentence.text) for sentence in sentences) > 60
    return NOTHING if setting.is_call or chatty or setting.announces else read_approval(sentences, senses)


def _against_setting(found: Sense, setting: Setting) -> Sense:
    """A vote for a part, another proposal or another candidate is not a vote here."""
    behind = say.CAST_FOR.match(found.sentence.text[found.token.end : found.token.end + 120])
    why = None
    if named := _is_of_another(behind, setting):
        why = f"names {named}"
    elif _speaks_of_part(found, setting):
        why = "speaks of a part only"
    return found if why is None else replace(found, kind=Kind.DOUBT, why=why)


def _is_of_another(behind: re.Match[str] | None, setting: Setting) -> str:
    """The other proposals, or the other candidate, that a value is cast for."""
    if named := _names_others(behind, setting):
        return ", ".join(named)
    other = re.search(r"\bRC[\s\-]?(\d{1,2})\b", behind[0], re.I) if behind is not None else None
    return f"RC{other[1]}" if other is not None and setting.candidate not in (None, int(other[1])) else ""


def _names_others(behind: re.Match[str] | None, setting: Setting) -> tuple[str, ...]:
    """The proposals that a value is cast for, where none of them is the matter of this vote."""
    named = read_proposals(behind[0], setting.patterns) if behind is not None and setting.proposals else ()
    return () if set(named) & set(setting.proposals) else named


def _speaks_of_part(found: Sense, setting: Setting) -> bool:
    """ "+1 on the idea of renaming": the object of the vote is something else than the matter of the vote."""
    target = say.OBJECT.match(found.tail)
    if target is None:
        return bool(say.EXCEPT.match(found.tail))
    if found.choice is Choice.AGAINST and re.match(r"\s*(?:for|on \w+ing (?:it|this|that))\b", found.tail):
        return False  # "-1 for technical reasons", "-1 on adding it": a reason, not a part
    if found.choice is Choice.AGAINST and say.REASON.search(target["object"]):
        return False  # "-1 por el mismo motivo"
    if re.search(r"\b(?:reasons?|grounds|now|time being|moment)\b", target["object"], re.I) or re.match(
        r"\w+ing (?:it|this|that)\b", target["object"], re.I
    ):
        return False
    words = [
        word for word in re.findall(r"[^\W_]+(?:[.\-][^\W_]+)*", target["object"].casefold()) if word not in say.SMALL_WORDS
    ]
    if not words:
        return False
    if words[0] in say.AS_IT_STANDS and len(words) == 1:
        return False
    if say.WHOLE.fullmatch(words[0]) or (
        len(words) > 1
        and words[0] not in ("half", "part", "section", "idea", "rest", "most", "parts")
        and words[1] in ("release", "candidate", "kip", "proposal", "vote", "rc")
    ):
        return False
    return not any(word in setting.about or word.rstrip("s") in setting.about for word in words[:4])


def _of_votes(votes: list[Sense], doubts: list[Sense], sentences: Sequence[Sentence]) -> Reading:
    choices = {found.choice for found in votes}
    last = _telling(votes)
    if len(choices) > 1:
        return _unclear(last, votes, "two different values")
    if last.choice is None:
        return Reading(
            Outcome.UNCLEAR,
            None,
            last.claim,
            last.sentence.original,
            f"{last.token.text.strip()} is neither +1, 0 nor -1",
            last.token.fraction,
        )
    order = {id(sentence): place for place, sentence in enumerate(sentences)}
    at = (order.get(id(last.sentence), 0), last.token.start)
    if against := [
        found for found in doubts if _contradicts(found, last, later=(order.get(id(found.sentence), 0), found.token.start) > at)
    ]:
        return _unclear(against[0], [last, *against], "two different values" if against[0].choice is not last.choice else None)
    if (open_condition := standing_condition(sentences)) is not None or (
        open_condition := holds_only(sentences, last)
    ) is not None:
        return Reading(Outcome.UNCLEAR, last.choice, last.claim, open_condition, "hangs on a condition")
    return Reading(
        Outcome.BALLOT,
        last.choice,
        last.claim or _claim_elsewhere(votes, sentences),
        last.sentence.original,
        reason=find_reason(sentences, last.choice, last.sentence.text),
    )


def _bare(found: Sense) -> bool:
    """A lone "1" is a slip of the key only where nothing else was written."""
    return found.token.text.strip(" +*-.") == "1"


def _contradicts(doubt: Sense, vote: Sense, *, later: bool) -> bool:
    """A doubtful value beside a clear one: another value for a part, or a condition that comes after."""
    if doubt.why in ("a change to come", "a conditional mood", "a vote to come", "a wish to vote"):
        return False
    if doubt.why.startswith("the words") and (vote.framed or vote.claim is not None or _fills_line(vote)):
        return False
    if doubt.choice is vote.choice:
        return later and doubt.why in ("hangs on a condition", "wavers")
    return doubt.choice is not None and (
        later
        or doubt.why in ("speaks of a part only", "a name before the value")
        or (doubt.why == "agrees with a remark" and doubt.sentence is vote.sentence)
    )


def _fills_line(found: Sense) -> bool:
    return found.sentence.starts_line and found.sentence.ends_line and len(found.sentence.text) <= 24


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


def _unclear(first: Sense, all_of_them: list[Sense], why: str | None = None) -> Reading:
    choices = {found.choice for found in all_of_them}
    choice = first.choice if len(choices) == 1 and first.why not in ("wavers", "a change to come") else None
    return Reading(
        Outcome.UNCLEAR, choice, first.claim, first.sentence.original, why or first.why, first.token.fraction, first.option
    )


# --- polls


def _read_option(sentences: Sequence[Sentence], setting: Setting) -> Reading:
    """In a poll the chosen option is kept; it is never an approval, and a bare value chooses nothing."""
    if setting.is_call or setting.announces:
        return NOTHING
    for sentence in sentences:
        option = say.OPTION.search(sentence.low[:400])
        tokens = find_tokens(sentence.text[:400])
        chosen = tokens or re.search(r"\b(?:vote|prefer|choose|favou?r|go with|my choice|pick)\b", sentence.text, re.I)
        if option is not None and chosen and "?" not in sentence.text:
            return Reading(
                Outcome.CHOSEN,
                None,
                claim_in(sentence.text),
                sentence.original,
                option=sentence.text[option.start() : option.end()].strip(),
            )
    bare = [found for sentence in sentences for found in _senses(sentence) if found.kind is Kind.VOTE]
    return _unclear(bare[0], bare, NO_OPTION) if bare else NOTHING
