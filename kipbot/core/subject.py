"""What does a subject line say the mail is about?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache


class Tag(StrEnum):
    """What a subject's tags make of a mail."""

    VOTE = "vote"
    RESULT = "result"
    CANCEL = "cancel"
    DISCUSS = "discuss"
    POLL = "poll"
    ANNOUNCE = "announce"
    LAZY = "lazy"  # [LAZY CONSENSUS], [NOTICE]
    PROPOSAL = "proposal"
    CORRECTION = "correction"
    EXTEND = "extend"

    __hash__ = str.__hash__  # that of an enum's member is written in Python


_ENDING = frozenset({Tag.RESULT, Tag.CANCEL, Tag.CORRECTION})
_BESIDE_VOTES = _ENDING | {Tag.DISCUSS, Tag.ANNOUNCE, Tag.EXTEND}


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject taken apart: `title` is without reply marks, list tags and vote tags."""

    raw: str
    title: str
    tags: tuple[Tag, ...] = ()
    is_reply: bool = False
    is_forward: bool = False
    proposals: tuple[str, ...] = ()  # ("KIP-1150",)
    version: str | None = None  # "3.9.0"
    candidate: int | None = None  # the 2 of RC2
    take: int | None = None  # the 2 of "take 2"
    words: frozenset[str] = field(default=frozenset())  # the title's telling words, for comparing
    is_poll: bool = False  # "[POLL]" and no vote: it decides nothing

    @property
    def opens_vote(self) -> bool:
        """Tagged as a vote or poll and as nothing else, and not an answer."""
        return not self.is_reply and not self.is_forward and self.in_vote

    @property
    def in_vote(self) -> bool:
        """A vote's or poll's own subject: no result, cancellation or side discussion."""
        return (self.is_poll or Tag.VOTE in self.tags) and _BESIDE_VOTES.isdisjoint(self.tags)

    @property
    def ends_vote(self) -> bool:
        """Tagged as a result, a correction or a cancellation."""
        return not _ENDING.isdisjoint(self.tags)


_REPLY = (
    "re|aw|sv|antw|antwort|vs|odp|ynt|r[eé]f|rép|res|resp|ha|hn|vá|vast|atb|atsp|bls|balas|rif|r|betreft|"
    "odg|odpověď|odpoveď|отн|одг|відп|відповідь|vedr|sva|svar|vastaus|válasz|răspuns|απάντηση|yanıt|cevap|پاسخ|תשובה|ตอบกลับ|ตอบ|phản hồi|jawab|jaw|ris|"
    "отв|ответ|на|απ|σχετ|回复|答复|回覆|答覆|返信|回信|회신|답장|re：|תגובה|השב|رد|tl|trả lời|yan|cev|nom|na|ats"
)
_FORWARD = "fwd?|wg|weitergeleitet|tr|i|enc|rv|vb|vl|vid|doorst|pd|fs|továbbítás|ilt|転送|转发|轉寄|전달|пересл|πρθ|הועבר"
_MARK = re.compile(
    rf"(?:(?P<reply>{_REPLY})|(?P<forward>{_FORWARD}))\s?(?:\[\d{{1,3}}\]|\(\d{{1,3}}\)|\^\d{{1,3}}|\*\d{{1,3}})?\s?[:：]\s*",
    re.I,
)
_BARE_REPLY = re.compile(r"re\s+(?=[\[【(]|re\b)", re.I)
_BRACKET = re.compile(r"[\[【［{(<（]{1,2}\s*([^\[\]【】［］{}()<>（）]{1,60}?)\s*[\]】］})>）]{1,2}\s*[:：]?\s*")

_TAG_WORDS: tuple[tuple[Tag, re.Pattern[str]], ...] = (
    (
        Tag.RESULT,
        re.compile(
            r"\bresult(?:s|at|ats|ado|ados|ato|ati|aat)?\b|\brésultats?\b|\bpassed\b|\bclosed\b|\bfailed\b|\baccepted\b"
            r"|\brejected\b|\bergebnis\b|\boutcome\b|结果|結果|결과|результат",
            re.I,
        ),
    ),
    (
        Tag.CANCEL,
        re.compile(
            r"\bcancel\w{0,7}\b|\bwithdrawn\b|\babandoned\b|\baborted\b|\bstopped\b|\babgebrochen\b|\babgesagt\b|\bannul\w{0,4}\b|\bcancelad[oa]\b|取消|撤回|중단|취소|отмен",
            re.I,
        ),
    ),
    (Tag.DISCUSS, re.compile(r"\bdiscuss?(?:ion|ions|ing|ed)?\b|\bdisc\b|\bdiskussion\b|\bthread\b|讨论|討論|議論", re.I)),
    (Tag.LAZY, re.compile(r"\blazy\b|\bnotice\b", re.I)),
    (Tag.POLL, re.compile(r"\bpoll\b|\bstraw\b|\bsurvey\b|\bumfrage\b|\bsondage\b|\bencuesta\b", re.I)),
    (Tag.ANNOUNCE, re.compile(r"\bann(?:ounce|ouncement|ouncing)?\b", re.I)),
    (Tag.CORRECTION, re.compile(r"\bcorrect(?:ion|ed)\b|\bkorrektur\b|\bamended\b", re.I)),
    (Tag.EXTEND, re.compile(r"\bextend(?:ed|ing)?\b|\bextension\b", re.I)),
    (Tag.VOTE, re.compile(r"\b(?:re-?)?vot(?:e|es|ing|ação|ación)\b|\babstimmung\b|投票|表决|表決|투표|голосование", re.I)),
    (Tag.PROPOSAL, re.compile(r"\bproposal\b|\bpropose\b", re.I)),
)
_TAG_ONLY = re.compile(
    r"(?:re-?|final|formal|official|new|the|of|for|and|on|pmc|ppmc|ipmc|kip|flip|aip|cep|rc|release|round|take|attempt|restart(?:ed)?|"
    r"second|third|2nd|3rd|draft|prelim\w*|call|internal|request|start|urgent|public|community|consensus|[#/&+|,:\-–\s\d.]|"
    r"vot(?:e|es|ing)|results?|passed|closed|failed|accepted|rejected|cancel\w{0,7}|withdrawn|abandoned|aborted|discuss?(?:ion|ions|ing|ed)?|disc|thread|"
    r"lazy|notice|poll|straw|survey|ann(?:ounce|ouncement)?|correct(?:ion|ed)|extend(?:ed)?|extension|proposal|propose|"
    r"abstimmung|ergebnis|résultats?|resultado|votação|votación|投票|结果|結果|表决|取消|讨论|투표|결과)+",
    re.I,
)
_COLON_TAG = re.compile(
    r"(?:(?P<result>(?:(?:vote|voting)\s+)?results?(?:\s+of(?:\s+the)?(?:\s+\w{1,12})?\s+vot(?:e|ing))?|ergebnis|résultat)"
    r"|(?P<cancel>cancell?ed|cancel)|(?P<discuss>discuss(?:ion)?)|(?P<poll>poll)"
    r"|(?P<vote>(?:formal |official |pmc |call for |re-?)?vot(?:e|es|ing)|abstimmung|投票))(?:\s+(?P<again>vote))?\s{0,3}[:：\-–—]\s{0,3}(?=\S)",
    re.I,
)
# In brackets only: "poll-based" and "poll: timeout" speak of software.
_POLL = re.compile(r"[\[【［{]\s?(?:straw\s?)?poll\s?[\]】］}]", re.I)
_RESULT_TITLE = re.compile(r"results?\s+(?:of|for)\b.{0,60}?\bvot(?:e|es|ing)\b|vote\s+results?\b|results?\s*:", re.I)
_RESULT_FIRST = re.compile(r"results?\s+(?:of|for)\b", re.I)
_TRAILING = re.compile(
    r"\s*[\-–—:(\[]+\s*(?P<what>results?|passed|cancell?ed|cancel|failed|correction|withdrawn|extended|closed)\s*[)\]!.]{0,3}\s*$",
    re.I,
)
_WAS = re.compile(r"\s*[\[(]?\s*\b(?:was|war|formerly|vorher|était|原)\s*:\s*.{1,300}$", re.I)
_CANDIDATE = re.compile(
    r"(?<![a-z])rc[\s\-_#.(]{0,3}(\d{1,3})(?![\d.]\d)|\b(?:release[\s\-])?candidate[\s\-_#.(]{0,4}(\d{1,3})\b", re.I
)
_VERSION = re.compile(
    r"(?<![\w.])v?(\d{1,4}(?:\.\d{1,6}){1,4}(?:[-.]?(?:alpha|beta|milestone|preview|incubating|ea|m|b|a)(?:[-.]?\d{1,3})?){0,3})(?![\w])",
    re.I,
)
_TAKE = re.compile(
    r"\b(?:take|round|attempt|try|vote|revote)\s{0,2}[#:]?\s{0,2}(\d{1,2}|two|three|four|five|six)\b"
    r"|\b(2nd|3rd|4th|5th|second|third|fourth|fifth)\s+(?:try|attempt|take|round|vote|call)\b|\b(?:take|round)\s+(ii|iii|iv)\b",
    re.I,
)
_RETRY = re.compile(r"\bre-?vote\b|\bre-?started\b|\brestart\b|\bagain\b|\bre-?run\b", re.I)
_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5,
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "ii": 2, "iii": 3, "iv": 4,
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:\.\d+)*", re.UNICODE)
_WEAK = frozenset(
    "a an the of for to and or on in at by with from as is be apache release releases releasing version ver v vote votes voting result results"
    " candidate rc take round cancel canceled cancelled project please new final formal official".split()
)
# Matched on the lowered subject: a pattern that ignores case is ten times slower on the subjects that are no vote.
_MAYBE_ASCII = re.compile(
    r"vot(?:e|ing|aci)|\bresults?\b|cancel|\[\s?poll|\bpoll\s?[:\]]|ballot|abstimm|ergebnis|withdrawn|\bcorrection\b|\brc\d"
)
# One of these stands in whatever _MAYBE_ASCII finds; looking for them is cheaper still.
_HINTS = ("vot", "result", "cancel", "poll", "ballot", "abstimm", "ergebnis", "withdrawn", "correction", "rc")
_MAYBE_OTHER = re.compile(r"votaç|résultat|投票|结果|結果|表决|表決|取消|투표|결과|голосован")

# The characters of a subject that are read; what stands behind them says nothing.
MOST_OF_SUBJECT = 1000

Patterns = tuple[tuple[str, re.Pattern[str]], ...]


def may_be_vote(subject: str) -> bool:
    """Could a mail with this subject belong to a vote? Cheap, and rather too often yes than no."""
    low = subject[:MOST_OF_SUBJECT].lower()
    for word in _HINTS:
        if word in low:
            break
    else:
        if low.isascii():
            return False
    return _MAYBE_ASCII.search(low) is not None or (not low.isascii() and _MAYBE_OTHER.search(low) is not None)


@lru_cache(maxsize=4096)
def read_subject(raw: str, patterns: Patterns = (), project: str = "") -> Subject:
    """Take a subject apart; `patterns` are (prefix, regex with the number as group 1) of the project's proposals.

    The project's own name tells nothing: "Apache Kafka 3.9.0 RC2" and "3.9.0 RC2" are the same.
    """
    text = " ".join(unicodedata.normalize("NFKC", raw[:MOST_OF_SUBJECT]).split())
    text, tags, is_reply, is_forward = _peel(text)
    asks_poll = Tag.POLL in tags and _POLL.search(raw[:MOST_OF_SUBJECT]) is not None
    text, later = _inner_tags(_WAS.sub("", text) or text)
    if Tag.VOTE in tags and _RESULT_FIRST.match(text):
        later.append(Tag.RESULT)
    tags = tuple(dict.fromkeys((*tags, *later)))
    title = text.strip(" -–—:;,|") or text
    return Subject(
        raw=raw,
        title=title,
        tags=tags,
        is_reply=is_reply,
        is_forward=is_forward,
        proposals=read_proposals(text, patterns),
        version=_version(title),
        candidate=_first_number(_CANDIDATE, title),
        take=_take(title, raw),
        words=_telling_words(title) - {project},
        is_poll=asks_poll and Tag.VOTE not in tags,
    )


def _peel(text: str) -> tuple[str, tuple[Tag, ...], bool, bool]:
    """Take reply marks, forward marks, tags and list tags off the front."""
    tags: list[Tag] = []
    is_reply = is_forward = False
    for _ in range(40):
        if (bare := _BARE_REPLY.match(text)) is not None:
            is_reply, text = True, text[bare.end() :]
        elif (mark := _MARK.match(text)) is not None:
            is_reply = is_reply or mark["reply"] is not None
            is_forward = is_forward or mark["forward"] is not None
            text = text[mark.end() :]
        elif (bracket := _BRACKET.match(text)) is not None and text[bracket.end() :].strip():
            tags += _tags_of(bracket[1])
            text = text[bracket.end() :]
        elif (colon := _COLON_TAG.match(text)) is not None:
            tags += _colon_tags(colon)
            text = text[colon.end() :]
        else:
            break
        text = text.lstrip(" -–—:;,|")
    return text, tuple(tags), is_reply, is_forward


def _colon_tags(found: re.Match[str]) -> list[Tag]:
    named = [Tag(name) for name in ("result", "cancel", "discuss", "poll", "vote") if found[name]]
    return [*named, Tag.VOTE] if found["again"] and Tag.VOTE not in named else named


def _tags_of(words: str) -> list[Tag]:
    """What a bracketed tag says: nothing for a list's name, a gateway's warning or a component."""
    if _TAG_ONLY.fullmatch(words) is None and not re.fullmatch(r"[\w\s]{0,20}(?:vote|discuss(?:ion)?|results?)", words, re.I):
        return []
    return [tag for tag, pattern in _TAG_WORDS if pattern.search(words)]


def _inner_tags(text: str) -> tuple[str, list[Tag]]:
    """Tags that stand inside or behind the title."""
    tags: list[Tag] = []

    def take(found: re.Match[str]) -> str:
        if _TAG_ONLY.fullmatch(found[1]) is None:
            return found[0]
        here = [tag for tag, pattern in _TAG_WORDS if pattern.search(found[1])]
        tags.extend(here)
        return " " if here and _TAKE.search(found[1]) is None and _CANDIDATE.search(found[1]) is None else found[0]

    text = " ".join(_BRACKET.sub(take, text).split())
    if (trailing := _TRAILING.search(text)) is not None:
        tags += [tag for tag, pattern in _TAG_WORDS if pattern.search(trailing["what"])]
        text = text[: trailing.start()]
    if _RESULT_TITLE.match(text):
        tags.append(Tag.RESULT)
    return text, tags


def read_proposals(text: str, patterns: Patterns) -> tuple[str, ...]:
    """The proposals a text names, in order, each once: ("KIP-1150", "KIP-1163")."""
    found: list[tuple[int, str]] = []
    for prefix, pattern in patterns:
        found += [(hit.start(), f"{prefix}-{int(hit[1])}") for hit in pattern.finditer(text) if hit[1] and hit[1].isdecimal()]
    return tuple(dict.fromkeys(key for _, key in sorted(found)))


def _first_number(pattern: re.Pattern[str], text: str) -> int | None:
    found = pattern.search(text)
    if found is None:
        return None
    word = next(group for group in found.groups() if group)
    return int(word) if word.isdecimal() else _NUMBERS.get(word.lower())


def _version(title: str) -> str | None:
    bare = re.sub(r"(?i)[-.]?rc[-.]?\d{1,3}\b", " ", title)
    found = _VERSION.search(bare)
    return found[1] if found else None


def _take(title: str, raw: str) -> int | None:
    number = _first_number(_TAKE, title) or _first_number(_TAKE, raw)
    if number is None and (_RETRY.search(title) or re.search(r"\[[^\]]{0,20}re-?vote", raw, re.I)):
        return 2
    return number


def _telling_words(title: str) -> frozenset[str]:
    bare = _TAKE.sub(" ", _CANDIDATE.sub(" ", title))
    bare = _VERSION.sub(" ", bare)
    folded = unicodedata.normalize("NFKD", bare.casefold())
    plain = "".join(char for char in folded if not unicodedata.combining(char))
    return frozenset(word for word in _WORD.findall(plain) if word not in _WEAK)


def same_matter(one: Subject, other: Subject, *, any_take: bool = False) -> bool:
    """Do two subjects speak of the same vote? By proposal, else by version, candidate, take and telling words. A poll is no vote."""
    if one.is_poll is not other.is_poll:
        return False
    if one.proposals or other.proposals:
        return bool(set(one.proposals) & set(other.proposals)) and (any_take or _same(one.take, other.take))
    if one.version != other.version or not _same(one.candidate, other.candidate):
        return False
    if not any_take and (one.take or 1) != (other.take or 1):
        return False
    if not one.words or not other.words:
        return one.words == other.words
    return one.words <= other.words or other.words <= one.words


def _same(one: int | None, other: int | None) -> bool:
    return one is None or other is None or one == other


def title_of(subject: Subject) -> str:
    """How a vote is named: its proposal, its version and candidate, else its title."""
    if subject.proposals:
        return subject.proposals[0]
    if subject.version is not None and subject.candidate is not None:
        return f"{subject.version} RC{subject.candidate}"
    return subject.title


def compile_patterns(pairs: Iterable[tuple[str, str]]) -> Patterns:
    """Compile (prefix, regex) pairs from a rule file."""
    return tuple((prefix, re.compile(pattern)) for prefix, pattern in pairs)
