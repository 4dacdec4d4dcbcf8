"""Which values in a mail are not its writer's vote: legends, tallies of others, remarks under a quotation?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kipbot.core.facts import OWN, QUOTE, Line
from kipbot.core.reading import vocabulary as say
from kipbot.core.reading.place import is_lead
from kipbot.core.reading.senses import Kind, Sense
from kipbot.core.reading.sentences import Sentence, unify
from kipbot.core.reading.setting import Setting
from kipbot.core.reading.tokens import find_tokens
from kipbot.core.tally import Choice

_LEGEND = re.compile(r"^[^\w+\-±]{0,4}([+\-±]?\s?[01])(?![\d.,:/])\W{0,4}(?P<meaning>.{0,80})")
_MEANING = re.compile(
    r"^(?:i |we |do |don't |not |yes|no\b|approv|accept|agree|disagree|disapprov|reject|release|ship|support|oppos|abstain|no opinion|neutral|neither|don't care|undecided|veto|in favou?r|against|for\b|because|\(?please|go ahead|"
    r"ja\b|nein|zustimm|ablehn|oui|non|approuv|sin opinión|sí|acept|rechaz|aprov|同意|反对|赞成|弃权|does not|should|\.\.\.|let's|great)",
    re.I,
)


def find_legend(sentences: Sequence[Sentence], setting: Setting) -> frozenset[int]:
    """Lines that explain what the values mean: "+1 approve / 0 no opinion / -1 disapprove"."""
    rows = [
        (sentence, found)
        for sentence in sentences
        if sentence.starts_line and (found := _LEGEND.match(sentence.text)) is not None
    ]
    legend: set[int] = _listed_in_call(sentences) if setting.is_call else set()
    for group in _neighbours(rows):
        values = {found[1].replace(" ", "").lstrip("±")[-1] + found[1][:1].replace("0", "+") for _, found in group}
        explained = sum(1 for _, found in group if _MEANING.match(found["meaning"]) or not found["meaning"].strip())
        if len(values) >= 2 and (setting.is_call or (len(values) >= 3 and explained >= 2)):
            legend |= {sentence.line for sentence, _ in group}
    return frozenset(legend)


def _listed_in_call(sentences: Sequence[Sentence]) -> set[int]:
    """In a call, a line, or lines one below the other, with more than one value are a legend: "Vote +1 if you agree, -1 if not"."""
    legend: set[int] = set()
    run: list[tuple[int, set[str]]] = []
    for sentence in (*sentences, None):
        values = set() if sentence is None else {value.replace(" ", "") for value in _ANY_VALUE.findall(sentence.text)}
        reach = 2 if sentence is not None and _LEGEND.match(sentence.text) else 1
        if sentence is not None and values and (not run or sentence.line - run[-1][0] <= reach):
            run.append((sentence.line, values))
            continue
        if len(set().union(*(found for _, found in run))) >= 2:
            legend |= {line for line, _ in run}
        run = [(sentence.line, values)] if sentence is not None and values else []
    return legend


_ANY_VALUE = re.compile(r"(?<![\w.+\-])[+\-\u00b1]\s?[01](?![\w.])|(?<![\w.+\-/:])0(?![\w.%:])")


def _neighbours(rows: list[tuple[Sentence, re.Match[str]]]) -> list[list[tuple[Sentence, re.Match[str]]]]:
    """Rows that stand at most one line apart."""
    groups: list[list[tuple[Sentence, re.Match[str]]]] = []
    for row in rows:
        if groups and row[0].line - groups[-1][-1][0].line <= 2:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def leave_out_tallies(senses: list[Sense], setting: Setting) -> list[Sense]:
    """In a mail that lists other people's votes only first-person words are a vote."""
    if any(found.why == "a value that nobody gave" for found in senses):
        senses = keep_plain_votes(senses)
    listed = sum(
        1
        for found in senses
        if _NAMED.match(found.sentence.text)
        or found.why in ("a line of a tally", "a tally", "several votes", "a report of others")
    )
    if setting.announces or listed >= 2 or setting.is_call:
        return [
            found
            for found in senses
            if found.kind is Kind.NOISE or found.framed or (setting.is_call and (_alone(found) or found.kind is Kind.DOUBT))
        ]
    return senses


def leave_out_amounts(senses: list[Sense]) -> list[Sense]:
    """In a sentence of measured numbers only a value that opens it, claims a weight or is said in first-person words is a vote."""
    senses = [_read_bare_zero(found) for found in senses]
    if not any(found.why == "a quantity" for found in senses):
        return senses
    return [
        replace(found, kind=Kind.NOISE, why="a number beside an amount")
        if found.kind is Kind.VOTE
        and not (found.framed or found.claim is not None)
        and (found.token.start > 3 or _OPENING_NOUN.match(found.tail))
        and not _ENDS.match(found.tail)
        else found
        for found in senses
    ]


def _read_bare_zero(found: Sense) -> Sense:
    """ "Unapproved licenses: 0" counts things; "Katrin: 0" may be hers."""
    lead = found.sentence.text[: found.token.start].rstrip()
    if found.kind is not Kind.VOTE or found.framed or found.claim or found.token.text != "0" or not lead.endswith(":"):
        return found
    if lead.endswith("s:") and not say.VOTE_WORDS.search(lead.lower()):  # a plural
        return replace(found, kind=Kind.NOISE, why="a number behind what it counts")
    is_name = all(word[:1].isupper() for word in re.findall(r"[^\W\d_]+", lead)) and not _MATTER.search(lead)
    return replace(found, kind=Kind.DOUBT, why="a name before the value") if is_name else found


_MATTER = re.compile(r"\b(?:kip|release|candidate|proposal|rc ?\d|[A-Z]{2,8}-\d{1,6})\b", re.I)
_OPENING_NOUN = re.compile(r"^ \w{3,20}, [+\-]?\d")
_ENDS = re.compile(r"^[\s.!,;)]*$")


def leave_out_numbering(senses: list[Sense], lines: Sequence[Line]) -> list[Sense]:
    """ "0. Start the broker" above "1. Create a topic": steps that are numbered from zero."""
    if not any(found.token.text == "0" and found.token.start == 0 for found in senses):
        return senses
    if not any(_FIRST_STEP.match(line.text) for line in lines if line.kind is OWN):
        return senses
    return [
        replace(found, kind=Kind.NOISE, why="a number of a list")
        if _STEP_ZERO.match(lines[found.sentence.line].text)
        else found
        for found in senses
    ]


_STEP_ZERO = re.compile(r"^\s{0,8}0[.):]")
_FIRST_STEP = re.compile(r"^\s{0,8}1[.):]\s")


def doubt_items(senses: list[Sense]) -> list[Sense]:
    """ "Public interfaces: +1" above "Protocol: -1": one value an item says nothing of the whole."""
    items = [found for found in senses if _for_item(found)]
    named = [
        found
        for found in items
        if say.ITEM.search(found.sentence.low[: found.token.start])
        or found.kind is Kind.DOUBT
        or _THE_ITEM.match(found.sentence.low)
    ]
    if not named:
        return senses
    return [
        replace(found, kind=Kind.DOUBT, why="a value for an item")
        if found.kind is Kind.VOTE and any(found is item for item in items)
        else found
        for found in senses
    ]


def _for_item(found: Sense) -> bool:
    """A few words and a colon, a dash or nothing lead up to the value, and they speak neither of a vote nor of the writer."""
    lead = found.sentence.low[: found.token.start]
    if found.framed or not found.sentence.starts_line or not 0 < len(lead.split()) <= 4 or not _ITEM_ENDS.search(lead):
        return False
    return not (is_lead(lead) or say.FIRST_PERSON.search(lead) or say.VOTE_WORDS.search(lead) or _WHOLE_MATTER.search(lead))


_ITEM_ENDS = re.compile(r"\w\s{0,2}[:=–-]\s{0,3}$")
_THE_ITEM = re.compile(r"^(?:the|this) (?:\w+ ){0,2}\w+\s?:")
_WHOLE_MATTER = re.compile(
    r"\b(?:kip|flip|aip|release|candidate|rc|rc\d{1,2}|proposal|all|whole|everything|overall|total|short|brief|story|update|hats?|ps|tested|checked|verified"
    r"|is|are|was|were|looks?|read|not|ready|fine|good|ok|okay|clean|works?|done|passed|reviewed|agreed|simple|useful|great|nice|solid|sound"
    r"|result|verdict|summary|conclusion|final|stuff|tl;dr|user|packager|speaking|\d[\w.]+)\b"
)


def keep_plain_votes(senses: list[Sense]) -> list[Sense]:
    """Beside a table of voters only first-person words, or a value that fills its line, are the sender's own vote."""
    return [found for found in senses if found.kind is not Kind.VOTE or found.framed or _PLAIN_LINE.match(found.sentence.text)]


_PLAIN_LINE = re.compile(r"^(?:and |so |my )?[+\-][01]\s?(?:[(\[][^()\[\]]{0,24}[)\]])?[.!]?$", re.I)
_NAMED = re.compile(r"^[+\-]1\s+(?:\((?:non-)?binding\)\s*)?(?:[A-ZÀ-ÞŁŚŻ][\w'.\-]+\s?){1,4}$")


# "Ann wrote:" above lines without marks: theirs or one's own?
_WROTE = re.compile(
    r"\b(?:wrote|writes|said|says|schrieb|a écrit|escribió|escreveu|ha scritto|schreef|napisał\w?|пишет|написал\w?|skrev|yazdı)\s*:\s*$|写道[:：]\s*$",
    re.I,
)


def doubt_remarks(senses: list[Sense], lines: Sequence[Line], setting: Setting) -> list[Sense]:
    """A bare value right below a quoted remark of somebody else agrees with the remark, as far as one can tell."""
    if setting.is_call:
        return senses
    return [
        replace(found, kind=Kind.DOUBT, why="may agree with the quoted remark only")
        if found.kind is Kind.VOTE
        and not found.framed
        and found.token.start <= 3
        and found.sentence.starts_line
        and (_below_wrote(found, lines) or (found.claim is None and _below_remark(found.sentence.line, lines, setting)))
        else found
        for found in senses
    ]


def _below_wrote(found: Sense, lines: Sequence[Line]) -> bool:
    above = found.sentence.line - 1
    if above > 0 and lines[above].kind is OWN and not lines[above].text.strip():
        above -= 1
    return above >= 0 and lines[above].kind is OWN and _WROTE.search(lines[above].text[-60:]) is not None


def _below_remark(at: int, lines: Sequence[Line], setting: Setting) -> bool:
    """The words right above are quoted, hold no value themselves, and more is quoted below."""
    above = at - 1
    while above >= 0 and lines[above].kind is OWN and not lines[above].text.strip():
        above -= 1
    if above < 0 or lines[above].kind is not QUOTE or lines[above].depth > 1:
        return False
    start = above
    while start > 0 and lines[start - 1].kind is QUOTE:
        start -= 1
    quoted = [line.text.strip() for line in lines[start : above + 1] if line.text.strip()]
    if any(find_tokens(unify(text[:200])) for text in quoted):
        return False
    if not setting.answers_call:
        return True
    # Below a quotation of the call a bare value answers the call; below other words it answers those.
    called = " ".join(line.text for line in setting.answered or ())
    return setting.answered is not None and not any(text in called for text in quoted)


def _alone(found: Sense) -> bool:
    """The value and its claim fill the line: the caller's own ballot below the call."""
    return found.sentence.starts_line and len(found.sentence.text) <= 40 and found.kind is Kind.VOTE


def _name_words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]{2,}", text.casefold()))


def _goes_on_in_english(tail: str) -> bool:
    """Nothing behind the value, or English words: in another language a denial could hide there ("Lenino -1 nechápu")."""
    words = re.findall(r"[^\W\d_]+", re.split(r"[.!?,;:(]", tail[:80])[0].casefold())
    return not words or any(word in say.ENGLISH for word in words)


# "+1 | from Katrin", "| von Katrin Berg auch".
_FROM_NAME = re.compile(
    r"^\s{0,3}(?:\(?(?:non-?)?binding\)?\s{0,3})?(?:from|by|von|de|van|da|di|od|от|від|från|fra)\s(?P<name>[^\W\d_]{2,20}(?:\s[^\W\d_]{2,20}){0,2}?)"
    r"(?:\s(?:as well|too|also|here|auch|aussi|también|também|anche|ook|też|тоже))?\s?(?:[.,;!)]|$)"
)


# "+1 from the RM", by whoever called the vote.
_CALLERS = frozenset(
    f"{article} {office}"
    for article in ("the", "your")
    for office in ("rm", "release manager", "author", "kip author", "proposer", "caller")
)
# "+1 (binding) - Katrin": the weight stands between the value and the name.
_CLAIM = re.compile(r"^\s{0,3}\([^()]{1,30}\)(?=\s{0,2}[-–—])")


# "Hooray +1, thanks": what a voter goes on with, and "Heartbeat +1, lease renewed" does not.
_MEANT = re.compile(rf"{say.VOTE_WORDS.pattern}|{say.FIRST_PERSON.pattern}")
# Words that lead up to a number, whatever they open.
_NO_LEADS = frozenset(
    "between from to of by with at in on about than under over above below until since without returns index offset step level type exit error code status default value".split()
)


def _goes_on_as_voter(tail: str) -> bool:
    return _MEANT.search(tail) is not None or say.SAYS_THANKS.search(tail) is not None


def know_own_name(found: Sense, setting: Setting) -> Sense:
    """ "Katrin Berg: +1" by Katrin Berg herself is her vote, no line of a tally."""
    if found.why == "handed on for somebody else" and (by := _FROM_NAME.match(found.sentence.text[found.token.end :])):
        own = bool(setting.name) and (
            _name_words(by["name"]) <= setting.name or (setting.by_caller and by["name"].casefold() in _CALLERS)
        )
        return replace(found, kind=Kind.VOTE, why="signed with the voter's own name", framed=True) if own else found
    if found.why not in ("a line of a tally", "a name before the value", "the words before do not say whose vote it is"):
        return found
    behind = _name_words(re.sub(r"\(.*", "", _CLAIM.sub("", found.sentence.text[found.token.end :])))
    if not found.sentence.text[: found.token.start].strip() and behind and behind <= setting.name:
        return replace(found, kind=Kind.VOTE, why="signed with the voter's own name", framed=True)
    word = re.sub(r"\W", "", found.sentence.text[: found.token.start]).casefold()
    if (
        found.why == "a name before the value"
        and ":" not in found.sentence.text[: found.token.start]
        and word not in setting.people
        and word not in _NO_LEADS
        and (found.claim is not None or _ENDS.match(found.tail) or _goes_on_as_voter(found.tail[:60].lower()))
        and found.choice is not Choice.AGAINST
        and _goes_on_in_english(found.tail)
    ):
        return replace(found, kind=Kind.VOTE, why="a word leads up to the value")
    before = set(re.findall(r"[^\W\d_]{2,}", found.sentence.text[: found.token.start].casefold()))
    mine = bool(before) and before <= set(setting.name)
    return replace(found, kind=Kind.VOTE, why="the voter's own name", framed=True) if mine else found
