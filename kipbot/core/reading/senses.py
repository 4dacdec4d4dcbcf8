"""In which sense does a value stand in its sentence: a vote, a doubt, or nothing?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from kipbot.core.reading import vocabulary as say
from kipbot.core.reading.asides import is_new_value, is_of_a_thing, is_old_value, is_vote_after_all, read_aside
from kipbot.core.reading.conditions import find_condition
from kipbot.core.reading.foreign import is_english, is_foreign
from kipbot.core.reading.hearsay import read_hearsay
from kipbot.core.reading.place import Place, clause_with_verb, is_lead, place
from kipbot.core.reading.sentences import Sentence
from kipbot.core.reading.theirs import they_shifted, whose_else
from kipbot.core.reading.tokens import Token
from kipbot.core.reading.turns import Turn, read_turn
from kipbot.core.tally import Choice, Claim

_TERMINAL = re.compile(r"^[\s.!,;:)\]}\"'*_~…)。！，]*(?:[:;]-?[)D(P]|[^\w\s]{1,6})?\s*$")
_CLAUSE_ENDS = re.compile(r"^\s?(?:[,!;–—]|-(?=\s))(?!\s?(?:two|three|minus|plus|zero)\b)")


class Kind(StrEnum):
    """The sense of a value."""

    VOTE = "vote"
    DOUBT = "doubt"
    NOISE = "noise"
    RESTATED = "restated"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Sense:
    """What one value in one sentence means; `framed` when first-person words make it so, `why` in words for people."""

    kind: Kind
    why: str
    token: Token
    sentence: Sentence
    claim: Claim | None = None
    framed: bool = False
    option: str | None = None
    tail: str = ""

    @property
    def choice(self) -> Choice | None:
        """The value that was meant."""
        return self.token.choice


def sense(sentence: Sentence, token: Token, tokens: int) -> Sense:
    """Decide in which sense a value stands; the first rule that speaks decides."""
    here = place(sentence, token, tokens)
    for rule in (
        _aside,
        _heard,
        _change,
        _quoted,
        _question,
        _restated,
        _wish,
        _technical,
        _listed,
        _others,
        _sent_for,
        _denied,
        _mood,
        _object,
        _vote,
    ):
        if (found := rule(here)) is not None:
            kind, why, framed = found
            return Sense(kind, why, token, sentence, here.claim, framed, _option(here), here.tail)
    return Sense(
        Kind.DOUBT, "the words around the value do not say whose vote it is", token, sentence, here.claim, tail=here.tail
    )


Found = tuple[Kind, str, bool] | None


def _aside(here: Place) -> Found:
    if they_shifted(here):
        return Kind.NOISE, "a reported vote", False
    found = read_aside(here)
    return None if found is None else (Kind.DOUBT if found.doubtful else Kind.NOISE, found.why, False)


def _heard(here: Place) -> Found:
    found = read_hearsay(here)
    return None if found is None else (Kind.DOUBT if found.doubtful else Kind.NOISE, found.why, False)


def _change(here: Place) -> Found:
    """ "I change my vote from -1 to +1": the last value is meant."""
    if _corrects(here):
        return Kind.CHANGE, "a correction", True
    if is_old_value(here):
        return Kind.NOISE, "a past value", False
    if say.TURNS_LATER.match(here.after) and here.personal:
        return Kind.DOUBT, "a change to come", False
    if say.CHANGE_BEHIND.match(here.after) or (
        say.FROM_TO.search(here.before) and say.FROM_TO_BEHIND.match(here.after) and not here.asked
    ):
        return Kind.CHANGE, "a change of vote", True
    if (turn := read_turn(here)) is not None:
        return _TURNS[Turn.OPEN if turn is Turn.MADE and find_condition(here) is not None else turn]
    if not is_new_value(here) or say.NEGATION.search(here.clause):
        return None
    return _new_value(here)


def _new_value(here: Place) -> Found:
    if here.asked:
        return Kind.NOISE, "a question about votes", False
    if is_of_a_thing(here):
        return Kind.DOUBT, "the words around the value do not say whose vote it is", False
    return _TURNS[Turn.OPEN if _open_mood(here) or say.CHANGE_OPEN.search(here.concluded) else Turn.MADE]


def _corrects(here: Place) -> bool:
    """ "I meant +1", "read my last mail as +1"."""
    if here.asked or here.token.choice is None or say.CORRECTS.search(here.before) is None:
        return False
    return say.THEIRS_SHOULD.search(here.cased_before) is None


_TURNS: dict[Turn, Found] = {
    Turn.MADE: (Kind.CHANGE, "a change of vote", True),
    Turn.OPEN: (Kind.DOUBT, "a change to come", False),
    Turn.THEIRS: (Kind.NOISE, "somebody else's vote", False),
}


def _open_mood(here: Place) -> bool:
    clause = clause_with_verb(here)
    return (
        any(pattern.search(clause) for why, pattern in say.HEDGE_BEFORE if why != "a wish to vote")
        or find_condition(here) is not None
    )


def _question(here: Place) -> Found:
    """A question about votes is none, unless the value itself opens a clause before it."""
    if say.CLAIM_GUESSED.match(here.after) and here.first:
        return None
    if here.asked and (say.FROM_YOU.match(here.after) or (say.DECLINED.match(here.after) and here.frame is None)):
        return Kind.NOISE, "a question about votes", False
    if here.asked and not here.opens and (len(here.clause.split()) > 2 or not say.HEDGE_AFTER[0][1].search(here.after)):
        return Kind.NOISE, "a question about votes", False
    if here.asked and here.first and here.claim is None and say.ASKED_WHOLE.match(here.after):
        return Kind.DOUBT, "a question", False
    if here.asked and here.token.choice is not Choice.FOR and not here.first and here.claim is None:
        return (Kind.DOUBT, "a question", False) if here.opens else (Kind.NOISE, "a question about votes", False)
    return None


def _quoted(here: Place) -> Found:
    """Words in quotation marks inside a sentence are somebody else's, or talk about votes."""
    opened = here.before.count('"') % 2 == 1 and '"' in here.after
    if opened and say.VALUE_QUOTED.match(here.after):
        return None
    if opened and say.QUOTE_TOLD.match(here.after.partition('"')[2]):
        return Kind.NOISE, "words in quotation marks", False
    outside = here.before.rpartition('"')[0]
    if opened and here.before.split('"')[0].strip() and not say.FRAME.search(outside.rstrip(" ") + " "):
        return Kind.NOISE, "words in quotation marks", False
    return None


def _sent_for(here: Place) -> Found:
    """ "+1 from Bob" in somebody else's mail."""
    if say.AND_FROM_ME.match(here.after) or (say.I_GIVE.search(here.before) and say.TO_THIS.match(here.after)):
        return Kind.VOTE, "first-person words", True
    return (Kind.DOUBT, "handed on for somebody else", False) if say.OTHER_SOURCE.match(here.after) else None


def _listed(here: Place) -> Found:
    """Numbers that no ballot has, in the middle of a sentence; an item of a list; a sentence about what a vote means."""
    if here.token.choice is None and here.token.fraction is not None and not here.opens:
        return Kind.NOISE, "a number", False
    if say.SYMBOL.search(here.cased_before) is not None:
        return Kind.NOISE, "a symbol and a number", False
    from_me = re.match(r"\s*(?:\(?(?:non-?)?binding\)?\s*)?from m[ey]\b", here.after, re.I)
    ruled = say.RULE_TEXT.search(here.clause + " ")
    if ruled and (not ruled.start() or not here.personal) and say.RULE_TEXT_AFTER.match(here.after) and not from_me:
        return Kind.NOISE, "talk of what a value means", False
    if (
        here.before.rstrip().endswith("(")
        and here.token.choice is not Choice.FOR
        and here.claim is None
        and not (here.personal or say.VOTE_WORDS.search(here.before))
    ):
        return Kind.NOISE, "a number in brackets", False
    item = here.before.rstrip().endswith(":") and here.sentence.original[:1] in "-*\u2022+"
    if item and not is_lead(here.before) and here.frame is None:
        return Kind.DOUBT, "a value for an item", False
    return None


def _restated(here: Place) -> Found:
    """Talk of the writer's own earlier vote."""
    if say.REVISES.search(here.before) or say.WAVER.search(here.before) or say.WAVER_AFTER.search(here.after):
        return Kind.DOUBT, "wavers", False
    near = here.before[-90:] + here.token.text + here.after[:40]
    given_anew = here.before.rstrip().endswith(":") and here.first is False and "carr" in near
    if (
        say.RESTATED.search(near)
        and not given_anew
        and not say.IN_DISCUSSION.search(here.before)
        and not say.HERE_IS.search(here.before)
    ):
        return Kind.RESTATED, "speaks of an earlier vote", True
    if say.ABOUT_MY_VOTE.search(here.before):
        return Kind.NOISE, "a remark on an own vote", False
    if say.MY_VOTE.search(here.before) and say.MY_VOTE_WAS.search(here.after):
        return Kind.NOISE, "a remark on an own vote", False
    return None


def _wish(here: Place) -> Found:
    """ "I'd like to vote +1" is said politely and meant, unless a "but" follows (hard case 13)."""
    if say.WANTS.search(here.clause) and say.BUT.search(here.after):
        return Kind.DOUBT, "a wish to vote", False
    if not say.LIKES_TO_VOTE.search(here.before) or here.asked:
        return None
    held = (
        say.BUT_LATER.search(here.sentence.low[here.token.end :])
        or say.CHANGE_OPEN.search(here.before)
        or say.NEGATION.search(here.clause)
    )
    return None if held else (Kind.VOTE, "first-person words", True)


def _technical(here: Place) -> Found:
    """Numbers that are no votes at all."""
    for why, pattern in say.TECHNICAL_BEFORE:
        if pattern.search(here.before) and not is_vote_after_all(why, here.before):
            return _spoken_for(here, why)
    treated = say.TREAT.search(here.after[:40]) is not None
    for why, pattern in say.TECHNICAL_AFTER:
        if (
            pattern.search(here.after)
            and not (why == "a value explained" and here.frame)
            and not (why == "a definition" and treated)
        ):
            return _spoken_for(here, why)
    return None


def _spoken_for(here: Place, why: str) -> Found:
    """An enumeration in the first person ("torn between 0 and -1") is a doubt, not noise."""
    choosing = re.match(r"\s*(?:/|or\b|,)", here.after) is not None and here.first and len(here.sentence.text) < 60
    undecided = why in ("an enumeration of values", "a definition") and (
        say.UNDECIDED.search(here.sentence.low[:400]) or choosing
    )
    return (Kind.DOUBT, "more than one value", False) if undecided else (Kind.NOISE, why, False)


def _others(here: Place) -> Found:
    """Counts, wishes for votes, calls to vote, other people's votes, rule text."""
    framed = here.frame is not None or say.NOTHING_BUT.search(here.before) is not None
    for why, pattern in say.OTHERS_BEFORE:
        if pattern.search(here.before) and not framed and not say.COUNT_ME.search(here.before):
            if here.frame_behind is not None and (
                _concluded(here) or (why == "a count of votes" and _ONE.fullmatch(here.before))
            ):
                continue
            own = (here.personal and why == "a call to vote") or (why in _OWN_IF_FROM_ME and here.frame_behind is not None)
            return (
                (Kind.DOUBT, "a vote to come", False)
                if own and not say.NEGATION.search(here.clause)
                else (Kind.NOISE, why, False)
            )
    for why, pattern in say.OTHERS_AFTER:
        if pattern.search(here.after) and not framed:
            mine = here.opens and say.GERUND_OF_THIS.match(here.after)
            return (Kind.VOTE, "first-person words", True) if mine else (Kind.NOISE, why, False)
    theirs = whose_else(here)
    return (Kind.NOISE, theirs, False) if theirs is not None else None


def _concluded(here: Place) -> bool:
    """ "Everybody voted +1, so +1 from me": what stands before the comma is told of others."""
    return "," in here.before and is_lead(here.before.rpartition(",")[2]) and say.HENCE.search(here.before) is not None


# "One +1 from me": a count of one's own.
_ONE = re.compile(r"\W{0,3}(?:(?:so |then |and )?(?:here(?:'s| is)|that'?s|that is) )?one\s{0,3}", re.I)
_OWN_IF_FROM_ME = ("a value asked for", "a reading of another mail")


def _denied(here: Place) -> Found:
    if say.THOUGHT.search(here.before) and here.frame is None:
        return Kind.NOISE, "a thought that was not the vote", False
    clause = here.clause
    if (frame := here.frame) is not None and say.INSTEAD.search(clause):
        clause = here.before[frame.start() :]
    denied = None if say.NOTHING_BUT.search(here.before) else say.NEGATION.search(clause)
    if denied and here.frame is not None and say.CONDITION_FIRST.match(here.before):
        return Kind.DOUBT, "hangs on a condition", False
    if (denied and not is_lead(here.clause)) or say.NEGATION_AFTER.search(here.tail):
        return Kind.NOISE, "denied", False
    return None


def _mood(here: Place) -> Found:
    """Wishes, leanings, questions and open conditions."""
    if here.token.slip:
        return Kind.DOUBT, "a slip of the key", False
    threat = here.token.choice is Choice.AGAINST and say.OR_ELSE.search(here.before)
    if threat or say.BARGAIN.search(here.before):
        return Kind.DOUBT, "hangs on a condition", False
    clause = clause_with_verb(here)
    for why, pattern in say.HEDGE_BEFORE:
        if pattern.search(clause) and not say.STARTING.search(here.before) and not (why == "a wish to vote" and here.frame):
            return Kind.DOUBT, why, False
    if say.TO_COME.search(here.before) and not say.HENCE.search(here.before):
        return Kind.DOUBT, "a vote to come", False
    why_not = _hedge_behind(here) or find_condition(here)
    return (Kind.DOUBT, why_not, False) if why_not else None


def _hedge_behind(here: Place) -> str | None:
    guessed = say.CLAIM_GUESSED.match(here.after) is not None
    for why, pattern in say.HEDGE_AFTER:
        if pattern.search(here.tail) or (pattern.search(here.after) and not guessed):
            return why
    return None


def _object(here: Place) -> Found:
    """A value for an option, or in answer to a remark, is no word on the whole."""
    bare = here.frame and re.match(r"\s*(?:to|on|with) (?:that|this|his|hers|theirs|yours)\W*$", here.tail, re.I)
    if say.AGREES.match(here.tail) and not bare:
        return Kind.DOUBT, "agrees with a remark", False
    found = say.OBJECT.match(here.tail)
    if found is not None and say.OPTION.search(found["object"]):
        return Kind.DOUBT, "chooses an option", False
    return None


def _option(here: Place) -> str | None:
    found = say.OPTION.search(here.after[:60]) or say.OPTION.search(here.before[-30:])
    return found[0].strip() if found else None


def _vote(here: Place) -> Found:
    """First-person words, or a value that opens or closes its clause."""
    if here.frame is not None or here.frame_behind is not None:
        return Kind.VOTE, "first-person words", True
    if here.token.spelled and not (here.first and (_TERMINAL.match(here.tail) or here.claim or _CLAUSE_ENDS.match(here.tail))):
        return Kind.NOISE, "a value in words inside a sentence", False
    if say.DECLINED.match(here.after):
        return Kind.DOUBT, "a part of what the sentence says", False
    if is_foreign(here):
        return Kind.DOUBT, "words in a language that is not read", False
    texts = (here.tail, here.clause)
    if any(say.SCRIPT_NOT_READ.search(text) and not say.THANKS.search(text) for text in texts):
        return Kind.DOUBT, "words in a language that is not read", False
    bracket = here.before.rfind("(")
    if bracket > here.before.rfind(")") and here.before[bracket + 1 :].strip() and here.claim is None:
        return Kind.DOUBT, "inside brackets", False
    if here.weakly_opens or _for_a_case(here):
        return Kind.DOUBT, "the words before do not say whose vote it is", False
    return (Kind.VOTE, "the value opens its clause", False) if here.opens else _inside(here)


def _for_a_case(here: Place) -> bool:
    """ "For consumers without a group: -1"."""
    if here.token.choice is Choice.FOR or here.claim is not None:
        return False
    return say.CASE.match(here.before) is not None and say.WHOLE.search(here.before) is None


def _inside(here: Place) -> Found:
    """A value in the middle or at the end of a clause without first-person words."""
    if say.DEFINITE.search(here.before):
        return Kind.NOISE, "talk of a value", False
    if say.ANOTHER.match(here.before) and say.ANOTHER_HERE.match(here.after):
        return Kind.VOTE, "first-person words", True
    if say.ARTICLE.search(here.before):
        return (Kind.DOUBT, "a value with an article", False) if here.personal else (Kind.NOISE, "talk of a value", False)
    if say.ONE_NAME.search(here.cased_before):
        return Kind.DOUBT, "a name before the value", False
    if _TERMINAL.match(here.tail) and (here.token.choice is Choice.FOR or here.claim is not None) and is_english(here.before):
        return Kind.VOTE, "the value closes its sentence", False
    return None
