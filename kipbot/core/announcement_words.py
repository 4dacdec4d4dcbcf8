"""What does one sentence say of the vote: passed, failed, cancelled, closed, extended, or nothing?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

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
_SPLIT = re.compile(r"(?<=[.!?])[\"')\]]?\s+|(?<=[。！？])")
_URL = re.compile(r"\b(?:https?|ftp)://\S+|\S+@\S+")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "−": "-", "–": "-", "—": ";", "*": " ", "_": " ", "`": " ", '"': " "})
_BLANKS = re.compile(r"\s+")


def own_paragraphs(lines: tuple[Line, ...]) -> Iterator[list[str]]:
    """The sender's own lines, paragraph by paragraph; a quotation between them is a break."""
    block: list[str] = []
    for line in lines:
        if line.kind is LineKind.OWN and line.text.strip():
            block.append(line.text)
        elif block:
            yield block
            block = []
    if block:
        yield block


def split_sentences(lines: tuple[Line, ...]) -> Iterator[str]:
    """The sender's own sentences, unwrapped; list items and tally lines stand alone."""
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


# --- the words -------------------------------------------------------------------------------------------------------

_PREDICATE = re.compile(
    r"\b(?:"
    r"(?P<passed>pass(?:ed|es)?|carried|carries|succeed(?:ed|s)|successful(?:ly)?|accepted|adopted|approved|ratified)"
    r"|(?P<failed>fail(?:ed|s)?|rejected|unsuccessful(?:ly)?|defeated|voted down|vetoed|declined|fell short|falls short)"
    r"|(?P<cancel>cancel(?:l?ed|l?ing|s)?|withdr(?:aw|awn|awing|ew)|abort(?:ed|ing)?|abandon(?:ed|ing)?|call(?:ed|ing)? off|voided"
    r"|void|revok(?:e|ed|ing)|rescinded|scrapp(?:ed|ing)|scrap|dropp(?:ed|ing)|drop|pull(?:ed|ing)|sink(?:ing)?|sunk|dead|killed|killing"
    r"|superseded|terminat(?:ed|ing)|discard(?:ed|ing)|retract(?:ed|ing)?|annulled|stopp(?:ed|ing)|invalidated)"
    r"|(?P<close>clos(?:e|ed|ing)|concluded|concluding|conclude|over|ended|ending|finished|completed?|finali[sz](?:ed|ing))"
    r"|(?P<extend>extend(?:ed|ing)?|prolong(?:ed|ing)?|tabled|tabling|postpon(?:ed|ing|e)|suspend(?:ed|ing)?|paus(?:ed|ing)|deferred|on hold"
    r"|left open|keeping .{0,20}open)"
    r")\b"
)
_STRONG = re.compile(
    r"\b(?:votes?|voting|ballot|motion|poll|resolution|nomination|election|proposals?|results?|outcome|[a-z]{2,12}-\d{1,6}|[kfpcast]ips?|sip|aip|cep|spip|fip)\b"
)
_WEAK = re.compile(r"\b(?:rc[- .]?\d{0,3}|release candidate|release|candidate|it|this|thread|[\w.]*\d\.\d[\w.-]*)\b")
_OBJECT = re.compile(
    r"\s(?:\S{1,24} ){0,4}?(?:votes?|voting|ballot|motion|poll|proposal|kip|rc[- .]?\d{0,3}|release candidate|candidate|release|thread|nomination"
    r"|[a-z]{2,12}-\d{1,6})\b"
)
_BLOCKERS = re.compile(
    r"\b(?:tests?|builds?|checks?|verif\w{1,12}|signatures?|ci|compil\w{1,8}|jenkins|prs?|patch\w{0,2}|commits?|pull requests?|suites?|jobs?|pipelines?"
    r"|reviews?|invitations?|from me|i|you|they|he|she|asserts?|hash\w{0,3}|checksums?|issues?|tickets?|jira)\b"
)
_MODAL = re.compile(
    r"\b(?:will|would|shall|should|could|may|might|can|cannot|must|going to|gonna|needs? to|ha[sd] to|have to|wants? to|to be|to|about to|ready to"
    r"|able to|likely|hopefully|let's|let us|wo(?= ?n't))\b|'ll\b|'d\b"
)
_NEGATION = re.compile(r"\b(?:not|never|no longer|cannot|neither|nor)\b|n't\b")
_CONDITION = re.compile(
    r"\b(?:if|unless|whether|assuming|once|as soon as|in case|provided (?:that|the|no|we|there)|suppose|supposing|as long as|in order|"
    r"should (?:this|the|it)|need(?:s|ed)? (?:for|at least|more|a|one|two|three|\d))\b(?! (?:i|i've|i have) (?:missed|forgot|overlooked))"
)
_NEAR_BEFORE = re.compile(r"\b(?:when|whenever|after|before|until|till|by the time|while|how|why|that|for)(?: (?:this|the|a|our|my|its|release|kip)){0,2} ?$")
_BECAUSE = re.compile(r"\b(?:now that|since|as|because|given that|seeing that)(?: (?:this|the|our|my|its|release|kip)){0,2} ?$")
_GENERIC = re.compile(r"\b(?:a|an|any|each|every|all|no|future|my|your|his|her|their|most|such|code|majority)(?: (?!the|this)\w{1,14}){0,1} $")
_HOPE = re.compile(
    r"\b(?:hop(?:e|es|ing)|hopefully|wish|want|wants|wanted|like to see|love to see|expect|expecting|wait(?:ing)? for|look(?:ing)? forward|pending"
    r"|prefer|required|requires|require|ask(?:ed|ing)?)\b"
)
_DOUBT = re.compile(
    r"\b(?:think|believe|guess|seems?|looks? like|appears?|apparently|assume|afaict|afaik|iiuc|probably|suppose|presumably|i see|understand|heard|maybe"
    r"|perhaps|let's|could|should)\b"
)
_PRAISE = re.compile(
    r"\b(?:congrat\w{0,16}|kudos|glad|happy|great|good|nice|awesome|excited|thrilled|cool|wonderful|excellent|sad|sorry|yay|hooray)\b"
    r".{0,20}\b(?:to see|that|news|seeing|to hear|on|for|getting|you)\b"
)
_ANNOUNCES = re.compile(r"\b(?:announce|report|inform|say that|share|declare)\b")
_OTHER = re.compile(
    r"\b(?:last (?:year|month|time|vote|rc|candidate|round|release|week)|previous(?:ly)?|prior|former|first (?:vote|rc|round|attempt|candidate)"
    r"|another|other (?:votes?|kips?|proposals?|thread)|separate|old(?:er)?|back in|(?:years?|months?|weeks?) ago|in (?:19|20)\d\d|back then|earlier (?:vote|rc|candidate|kip))\b"
)
_AFTER_CONDITION = re.compile(
    r"\W{0,3}(?:(?:only )?(?:if|when|once|unless|provided|as long as|as soon as|after|until)|with at least|with a minimum|by at least|with three or more"
    r"|with 3 or more|for me|from me|on my|from my|by me|imo|in my)\b"
)
_AFTER_OBJECT = re.compile(
    r"\s(?:all|my|our|every|each|the|\d+|rat|tests?|checks?|ci|unit|integration|smoke|system|builds?|verification|validation|locally|without"
    r"|on (?:jdk|java|my|mac\w*|linux|windows|ubuntu|both|all|a)|in (?:my|our|ci|trunk|version|\d)|for (?:all|jdk|java)|with (?:jdk|java|maven|gradle|python|scala)|fine|ok|here|to)\b"
)
_EVIDENCE = re.compile(r"\+\s?\d|\bbinding|\bvotes?\b|\bunanim|\bmajority|\bquorum|\bconsensus|\bfollowing result|\bvoters?\b|\bvoting\b")
_AUXILIARY = re.compile(
    r"[\s,:(')\-]*(?:(?:has|have|is|are|was|were|be|been|being|now|hereby|thus|therefore|officially|formally|already|successfully|unanimously|just"
    r"|vote|voting|also|not|did|does|do|as|to be considered|considered|declared|deemed|n't|therewith|clearly|then|finally|#\d|\(?rc[- .]?\d\)?)[\s,:)']*){0,6}"
)
_TAIL = re.compile(r"\b(?:has|have|is|was|are|been|now|hereby|officially|unanimously|not|did|does|as)[ ,]*$|n't $")
_FOLLOWS = re.compile(r"\W*$|[,.;:()!]|\s(?:with|by|due|because|for lack|and|unanimously|as|since|so|on (?:mon|tues|wednes|thurs|fri|satur|sun))")
_SPOKEN = re.compile(r"\b(?:consider|declare|deem|regard|treat|call|mark|close|closing|marking|declaring|calling|considering|move|moving)\b")
_STARTED = re.compile(
    r"(?:^|[,:;(] ?|\b(?:am|i'm|im|we're|are|hereby|now|therefore|thus|so|and|officially|formally|just|then|hence|also|consequently|thereby|thanks|all|hi|everyone))\s*$"
)
_PERFORMED = re.compile(r"\b(?:i|we|hereby|i do)(?: (?:now|hereby|thus|therefore|officially|formally|also|do|just|then)){0,3} $")
_HAVE_DONE = re.compile(r"(?:^|[,:;] ?|\b(?:i|we|i've|we've|have|had to)(?: (?:now|hereby|just|already|therefore|thus|also|had)){0,2} )$")
_INTENDED = re.compile(
    r"(?:\b(?:i|we) (?:will|shall)|'ll|\b(?:am|'m|are|'re) going to|\bi'm going to|\bwe're going to|^will|[,;] will|\band will|\bhave to|\bneed to|\bmust)"
    r"(?: (?:now|then|also|be|therefore|thus|go ahead and|have to)){0,3} $"
)
_VAGUE_INTENT = re.compile(
    r"\b(?:plan|planning|intend|mind|may|might|could|would|propose|suggest|prefer|tomorrow|tonight|later|next week|by|on (?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|in \d+ (?:hours?|days?)|soon|shortly)\b"
)
_OWN_BALLOT = re.compile(r"\b(?:revert\w{0,3}|position|my (?:\w{1,12} )?(?:vote|\+1|-1|objections?|veto|concerns?|comment)|chang\w{1,3} (?:it|my|to)|objections?|veto)\b")
_STOP_VOTING = re.compile(r"\b(?:(?:please |pls )?stop voting|(?:please )?(?:do not|don't) vote (?:on|for) this|no need to vote (?:on|for) (?:this|rc))\b")
_IGNORE = re.compile(r"\b(?:ignore|disregard) (?:this|the) (?:\w{1,12} )?(?:vote|rc\d*|release candidate|candidate|voting thread|vote thread)\b")
_RESPIN = re.compile(r"\b(?:new rc|rc[- ]?\d|new (?:release )?candidate|re-?spin|re-?roll|roll|cut|spin|new vote|restart)\b")
_SHORT_OF = re.compile(
    r"\b(?:not|n't|failed to|without|never) (?:\w{1,12} ){0,3}?(?:get|got|have|had|receiv\w{1,3}|reach\w{0,3}|gather\w{0,3}|attract\w{0,3}|obtain\w{0,3}|garner\w{0,3}|meet|met|achiev\w{1,3}|secur\w{1,3}|collect\w{0,3})\b"
    r".{0,30}\b(?:enough|sufficient|quorum|required|necessary|needed|minimum|majority|consensus|3|three)\b"
    r"|\b(?:not enough|insufficient|too few|lack of|lacks|lacking)\b.{0,24}\b(?:votes?|\+1s?|quorum|support|binding)\b|\bquorum (?:was |is |has )?not (?:been )?(?:reached|met)\b"
)
_SUCCESS = re.compile(r"\b(?:(?:successful|passing|positive) (?:vote|result|outcome)|the (?:ayes|yeas) have it)\b")
_YET = re.compile(r"\b(?:yet|so far|still|currently|at the moment|right now|until now|as of (?:now|today)|at this point|to date|missing|waiting|short of|one more|two more|few more|more (?:binding )?votes)\b")
_CORRECTS = re.compile(
    r"\b(?:i (?:have )?(?:mis-?(?:counted|tallied|read|stated)|(?:tallied|counted) (?:\w+ ){0,3}(?:wrong|wrongly|incorrectly))|wrongly (?:counted|tallied)"
    r"|miscount\w{0,3}|correct(?:ion|ing|ed) (?:\w+ ){0,4}(?:results?|tally|count|outcome|vote)|(?:results?|tally|count) (?:\w+ ){0,3}(?:correction|corrected)"
    r"|corrected (?:\w+ ){0,2}(?:results?|tally|count)|correction to (?:the|my)|amended (?:result|tally)|updated (?:result|tally))\b"
)
_INTERIM = re.compile(
    r"\b(?:so far|current (?:tally|count|status|state|standing|result|votes?)|tally (?:so far|as of)|to date|until now|up to now|as of (?:now|today)"
    r"|(?:still |we |only |just |i |are |is )?(?:need|needs|needing|missing|lack|lacking|waiting for|wait for|looking for|short)\b.{0,20}"
    r"\b(?:more|another|additional|one|two|three|\d)\b.{0,20}\b(?:votes?|\+1s?|binding|pmc)|(?:one|two|\d) (?:more )?(?:binding )?(?:votes? )?short"
    r"|(?:do not|don't|does not|doesn't|not) (?:yet )?have enough|not enough .{0,20}\byet|interim|preliminary|the vote (?:is|stands) (?:currently|at)|vote is passing"
    r"|currently (?:have|has|at|we))\b"
)

_BEFORE = 220
_AFTER = 90


def read_sentence(sentence: str, subject: Subject, title: str = "") -> Saying | None:
    """What a sentence says of the vote that `subject` is about; questions, hopes and conditions say nothing.

    `title` is the simplified title of the vote: where it stands in the sentence its own words decide nothing.
    """
    plain = simplify(sentence)
    if title:
        plain = plain.replace(title, "this vote")
    if plain.endswith(("?", "？")) or plain.endswith("吗。"):
        return None
    found = _read_fixed(plain, sentence) or _read_predicates(plain, sentence, subject) or read_foreign(sentence)
    if found is None and _INTERIM.search(plain):
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
    if _CORRECTS.search(plain):
        return Saying("correction", None, words)
    if _STOP_VOTING.search(plain) or _IGNORE.search(plain):
        return Saying("cancel", "cancelled", words, certain=bool(_RESPIN.search(plain) or _IGNORE.search(plain)))
    conditional = _CONDITION.search(plain) or _MODAL.search(plain)
    if _SHORT_OF.search(plain) and not conditional:
        return Saying("interim", None, words, certain=False) if _YET.search(plain) else Saying("result", "failed", words)
    if _SUCCESS.search(plain) and not conditional and not _NEGATION.search(plain):
        return Saying("result", "passed", words)
    return None


def _read_predicates(plain: str, words: str, subject: Subject) -> Saying | None:
    best: Saying | None = None
    for count, match in enumerate(_PREDICATE.finditer(plain)):
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
    if _AFTER_CONDITION.match(after) or _is_other(before, after, subject):
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
    if _OTHER.search(clause) or _OTHER.search(after[:50]):
        return True
    keys = {key.casefold() for key in subject.proposals}
    named = re.findall(r"\b[a-z]{2,12}-\d{1,6}\b", clause) or re.findall(r"\b[a-z]{2,12}-\d{1,6}\b", after[:50])
    stems = {key.partition("-")[0] for key in keys} or {"kip", "flip", "aip", "cep", "spip", "pip", "sip"}
    proposals = [name for name in named if name.partition("-")[0] in stems]
    if proposals and not keys.intersection(proposals):
        return True
    candidates = re.findall(r"\brc[- .]?(\d{1,3})\b", clause)[-1:] or re.findall(r"\brc[- .]?(\d{1,3})\b", after[:50])[:1]
    return bool(candidates and subject.candidate is not None and int(candidates[0]) != subject.candidate)


def _last_clause(before: str) -> str:
    return re.split(r"[;:!?]|, (?:so|but|thus|therefore|hence|which)\b", before)[-1]


Found = tuple[Act, Outcome | None, bool]


def _read_act(kind: str, word: str, before: str, after: str) -> Found | None:
    """ "I am cancelling this vote": somebody does it, in this mail."""
    target = _OBJECT.match(after)
    clause = _last_clause(before)
    if target is None or _BLOCKERS.search(after[: target.end()]) or _HOPE.search(clause):
        return None
    if word.startswith("withdr") and (_OWN_BALLOT.search(before) or _OWN_BALLOT.search(after)):
        return None
    if kind == "close" and not re.search(r"vot|thread|ballot|poll|kip|[a-z]-\d|motion|proposal", target.group()):
        return None
    if re.search(r"\b(?:my|your|his|her|their)\b", target.group()) and "rc" not in target.group():
        return None
    condition = _CONDITION.search(before) or _CONDITION.search(after)
    if condition or _NEGATION.search(clause):
        return None
    if word.endswith("ing"):
        done = bool(_STARTED.search(before)) and not _MODAL.search(clause)
    elif word.endswith(("ed", "ew", "off")):
        done = bool(_HAVE_DONE.search(before))
    else:
        done = bool(_PERFORMED.search(before))
    if done:
        return _done(kind, after)
    return _intended(kind, before, after)


def _done(kind: str, after: str) -> Found | None:
    if kind == "cancel":
        return "cancel", "cancelled", True
    if kind == "extend":
        return "extend", None, True
    ending = re.search(r"\bas (?:\w+ )?(pass|accept|approv|adopt|success|carried|reject|fail|cancel|withdrawn|unsuccess)", after)
    if ending is None:
        return "close", None, True
    if ending.group(1) in ("cancel", "withdrawn"):
        return "cancel", "cancelled", True
    return "result", "failed" if ending.group(1) in ("reject", "fail", "unsuccess") else "passed", True


def _intended(kind: str, before: str, after: str) -> Found | None:
    if not _INTENDED.search(before) or _VAGUE_INTENT.search(_last_clause(before)):
        return None
    if kind == "extend":
        return "extend", None, True
    if _VAGUE_INTENT.search(after):
        return None
    if kind == "cancel":
        return "cancel", None, False
    found = _done("close", after)
    return found[:2] + (False,) if found is not None and (found[1] or re.search(r" now\b", before[-30:] + after)) else None


def _read_state(kind: str, word: str, before: str, after: str) -> Found | None:
    """ "The vote has passed": something is said to be so."""
    clause = _last_clause(before)
    noun = _noun(before)
    if noun is None:
        return _read_bare(kind, before, after)
    head, gap, strong = noun
    if _refuses(kind, head, gap, after, strong) or _CONDITION.search(clause) or _CONDITION.search(gap):
        return None
    if word in ("pass", "fail") and not _NEGATION.search(gap):
        return ("result", "passed", True) if word == "pass" and re.search(r"(?:result|outcome)s?\b\W*(?:is\W*)?$", before) else None
    if _MODAL.search(gap) or _HOPE.search(_last_clause(head)) or (_SPOKEN.search(_last_clause(head)) and _MODAL.search(_last_clause(head))):
        return _leaning(kind, head, gap)
    praise = _PRAISE.search(head[-60:] + gap)
    if praise and not _ANNOUNCES.search(before):
        return None
    return _stated(kind, _NEGATION.search(gap) is not None, after, _is_certain(kind, head, gap, after, strong))


def _is_certain(kind: str, head: str, gap: str, after: str, strong: bool) -> bool:
    clause = _last_clause(head)
    if _DOUBT.search(clause) or _BECAUSE.search(head):
        return False
    return strong or kind == "cancel" or bool(_EVIDENCE.search(clause + gap + after))


def _leaning(kind: str, head: str, gap: str) -> Found | None:
    """ "We can consider this vote passed" is more than a hope and less than a result."""
    spoken = _SPOKEN.search(_last_clause(head))
    if spoken is None or _MODAL.search(gap) or _HOPE.search(_last_clause(head)) or _VAGUE_INTENT.search(gap):
        return None
    found = _stated(kind, False, "", False)
    if kind == "cancel" and re.search(r"\bplease (?:consider|regard|treat)", head):
        return "cancel", "cancelled", True
    return found


def _stated(kind: str, negated: bool, after: str, certain: bool) -> Found | None:
    if kind == "passed":
        if negated:
            return ("interim", None, False) if _YET.match(after.strip()) else ("result", "failed", certain)
        return "result", "passed", certain
    if negated:
        return None
    if kind == "failed":
        return "result", "failed", certain
    if kind == "cancel":
        return "cancel", "cancelled", certain
    return ("extend" if kind == "extend" else "close"), None, certain


def _noun(before: str) -> tuple[str, str, bool] | None:
    """What the predicate is said of: the text before the noun, the gap after it, whether the noun is a vote's own."""
    strong = None
    for strong in _STRONG.finditer(before):
        pass
    weak = None
    for weak in _WEAK.finditer(before):
        pass
    if strong is not None:
        return before[: strong.start()], before[strong.end() :], True
    if weak is not None:
        return before[: weak.start()], before[weak.end() :], False
    return None


def _refuses(kind: str, head: str, gap: str, after: str, strong: bool) -> bool:
    """Whether noun and predicate do not belong together, or belong to a rule, a time clause or somebody's ballot."""
    if _NEAR_BEFORE.search(head) or _GENERIC.search(head) or _BLOCKERS.search(gap) or len(gap) > 140:
        return True
    tight = _AUXILIARY.fullmatch(gap) is not None
    if not tight and not _TAIL.search(gap) and not _FOLLOWS.match(after):
        return True  # "the vote on failed tasks"
    if kind == "passed" and _AFTER_OBJECT.match(after) and not re.match(r"\s\d+ ?(?:\+|binding|votes)", after):
        return True
    if kind in ("close", "extend", "cancel"):
        return not tight and (not strong or re.search(r"\b(?:is|are|was|has|have|been)(?: \w{2,10})? $", gap) is None)
    return not strong and (not tight or (kind == "failed" and re.match(r"\W*$|\W*(?:due|because|with)\b", after) is None))


def _read_bare(kind: str, before: str, after: str) -> Found | None:
    """ "Accepted with 4 binding votes", "Passed.": the vote itself is understood."""
    if kind not in ("passed", "failed") or _BLOCKERS.search(before) or _CONDITION.search(before) or _MODAL.search(before):
        return None
    if re.match(r"\W*(?:unanimously\W*)?(?:with|by)\b", after) and _EVIDENCE.search(after):
        return "result", "passed" if kind == "passed" else "failed", True
    alone = not before.strip(" .:>-#=") and re.match(r"\W*(?:unanimously\W*)?$", after)
    return ("result", "passed" if kind == "passed" else "failed", False) if alone else None
