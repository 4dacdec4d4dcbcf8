"""What else does the mail of a vote tell that a rule asks for: a shepherd, implementations, a veto in dispute, an option chosen?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kipbot.core.announcement.words import split_sentences
from kipbot.core.facts import Line, LineKind
from kipbot.core.roster import Roster
from kipbot.core.tally import Voter

_MOST_LINES, _MOST_CHARS = 200, 400
_SEVERAL = re.compile(r"\s*(?:[,;&.(]|\band\b)\s*")
_SHEPHERD_IS = re.compile(r"^\W{0,6}(?:\w{2,8} )?shepherds?(?:\(s\))? ?(?:is|are|[:=\-\u2013]) ?(\S.{1,120})$", re.I)
_SHEPHERDED_BY = re.compile(r"\bshepherd(?:ed)? by:? (\S.{1,120})$", re.I)
_IS_SHEPHERD = re.compile(
    r"^\W{0,6}(\S.{1,60}?) (?:is|will|(?:has |have |kindly ){0,2}agreed to|volunteered to) (?:be )?(?:the |a |our )?shepherd\b",
    re.I,
)
_MYSELF = re.compile(
    r"\bI(?:'m| am|'ll| will| have agreed to|'ve agreed to| agreed to| volunteered to) (?:be )?(?:the |a |your )?shepherd", re.I
)
_UNSURE = re.compile(
    r"\b(?:no|not|none|yet|once|when|until|before|if|will|shall|would|should|could|can|must|may|might|need\w*|requir\w*|want\w*|plan\w*"
    r"|please|todo|tbd|pending|ask\w*|nobody|somebody|someone|anybody|anyone|whoever|about to|ha(?:s|ve) to)\b|n't\b|'ll\b|\?",
    re.I,
)
# Who may become it, or was it, or declined, is no shepherd.
_NOT_YET = re.compile(
    r"\b(?:no|not|none|never|nobody|tbd|todo|maybe|perhaps|possibly|probably|declin\w*|ask\w*|if|unless|once|when|until|former\w*|previous\w*"
    r"|missing|look\w*|search\w*|want\w*|need\w*|wait\w*|pending|would|should|could|might|was|vacant|anyone|anybody|somebody|someone)\b"
    r"|n't\b|\?",
    re.I,
)
_NUMBERED = re.compile(r"\b(\d{1,2}|two|three|four|five) (?:[\w-]{1,20} ){0,3}implementations\b", re.I)
_LISTED = re.compile(
    r"\bimplement(?:ations?|ed)\b ?:? ?(?:(?:it|this|exists?|are|is|available|ready|done|now|also|already|in|for|:) ){0,4}(\S.{0,150})$",
    re.I,
)
_ONE = re.compile(r"\bimplementation\b|\bimplemented\b", re.I)
# Not there yet, or only one of several: what a call says of these is no number of implementations.
_UNFINISHED = re.compile(
    r"\b(?:draft\w*|wip|progress|incomplete|missing|partial\w*|half|started|only|lack\w*|fail\w*|disagree\w*|differ|competing|discuss\w*"
    r"|(?:one|two|three|\d{1,2}) of)\b",
    re.I,
)
_ASIDE = re.compile(r"\([^()]{0,150}\)?")
# By what name an implementation goes: the language it is written in, or that of a library. Of each item the first words name it.
_LANGUAGE = re.compile(
    r"^(?:(?:in|for|the|a|an|also|both) ){0,3}(c\+\+|c#|f#|c|java|go|golang|rust|python|javascript|typescript|js|ts|julia|r|matlab|ruby|swift|kotlin"
    r"|scala|dart|haskell|erlang|elixir|perl|php|lua|ocaml|zig|nim|fortran|\.net|glib|nanoarrow|pyarrow|(?:arrow|parquet|iceberg)-\w{1,12}"
    r"|polars|duckdb|cudf|velox|datafusion|acero)(?![\w+#])",
    re.I,
)
_LINK = re.compile(r"https?://\S")
_NUMBERS = {"two": "2", "three": "3", "four": "4", "five": "5"}
_DONE = {
    "wiki": re.compile(
        r"\b(?:wiki|confluence|[a-z]{2,6} page|status) (?:\w{1,12} ){0,4}(?:updated|moved|marked|changed|edited|set)\b"
        r"|\b(?:updated|moved|marked|changed|edited|set) (?:\S{1,14} ){0,8}(?:wiki|confluence|page|status)\b",
        re.I,
    ),
    "pull_request": re.compile(
        r"\b(?:prs?|pull requests?|#\d{1,7}) (?:\S{1,14} ){0,4}merged\b|\bmerged (?:\S{1,14} ){0,4}(?:prs?|pull requests?|#\d{1,7})\b",
        re.I,
    ),
}


@dataclass(frozen=True, slots=True)
class Shepherd:
    """Who shepherds a proposal by the word of its call; `holds` is whether they hold the role asked for, None where nobody knows
    who they are. `named` is false where nobody is named and the caller holds it, or (`name` is what the call says) not plainly.
    """

    name: str
    holds: bool | None
    named: bool = True


@dataclass(frozen=True, slots=True)
class Dispute:
    """A veto whose validity somebody challenged, and who with a binding vote confirmed it, if anybody did; mails by id.

    Times are aware and UTC.
    """

    veto: str
    by: str
    message_id: str
    challenged_at: datetime
    confirmed_by: str | None = None
    confirmed_in: str | None = None
    confirmed_at: datetime | None = None

    def as_of(self, moment: datetime) -> Dispute | None:
        """What of it was known at a moment; None where nobody had challenged the veto yet."""
        if self.challenged_at > moment:
            return None
        early = self.confirmed_at is None or self.confirmed_at <= moment
        return self if early else replace(self, confirmed_by=None, confirmed_in=None, confirmed_at=None)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The option that one voter chose last."""

    option: str
    voter: str
    message_id: str


@dataclass(frozen=True, slots=True)
class Statements:
    """What the mail of one vote tells beside its ballots, as far as the rule asks. `call` is the id of the call, where it was seen."""

    call: str | None = None
    shepherd: Shepherd | None = None
    implementations: int = 0
    disputes: tuple[Dispute, ...] = ()
    choices: tuple[Chosen, ...] = ()

    def as_of(self, moment: datetime) -> Statements:
        """The same without what was said of vetoes after a moment (aware)."""
        return replace(self, disputes=tuple(filter(None, (one.as_of(moment) for one in self.disputes))))


NOTHING_TOLD = Statements()


def own_text(lines: Sequence[Line]) -> Iterator[str]:
    """The writer's own lines, as far as anybody reads a mail for such things."""
    return (
        " ".join(line.text[:_MOST_CHARS].split()) for line in lines[:_MOST_LINES] if line.kind is LineKind.OWN and line.text
    )


def find_shepherd(lines: Sequence[Line], caller: Voter | None, roster: Roster, role: str, at: datetime) -> Shepherd | None:
    """Who shepherds by the word of a call (Spark): whom it names, else its caller, who calls the vote as shepherd if they may."""
    mine = caller is not None and roster.binding(caller.person, [role], at)
    for text in own_text(lines):
        unsure = _NOT_YET.search(text) is not None
        if caller is not None and _MYSELF.search(text) and not unsure:
            return Shepherd(caller.name or caller.address, mine)
        said = _SHEPHERD_IS.match(text) or _SHEPHERDED_BY.search(text) or _IS_SHEPHERD.match(text)
        if said is not None and unsure:
            return Shepherd(text[:60].rstrip(" ."), None, named=False)
        if said is not None:
            return _named(said[1], roster, role, at)
    return Shepherd(caller.name or caller.address, True, named=False) if mine and caller is not None else None


def _named(said: str, roster: Roster, role: str, at: datetime) -> Shepherd:
    """The first of several people who holds the role; else the first who is known, or whoever is named."""
    names = [name for name in _SEVERAL.split(said.rstrip(" ."))[:8] if name]
    known = [found.people[0] for found in map(roster.look_up, names) if len(found.people) == 1]
    fitting = [person for person in known if person.holds([role], at)]
    if fitting or known:
        return Shepherd((fitting or known)[0].name, bool(fitting))
    return Shepherd(said[:60].rstrip(" ."), None)


def count_implementations(lines: Sequence[Line]) -> int:
    """How many implementations a call tells of (Arrow): a number, a list of languages, or a link for each; plans count for nothing."""
    counts, linked = [0], set()
    for text in own_text(lines):
        bare, *links = _LINK.split(text)
        if _UNSURE.search(bare) or _UNFINISHED.search(bare):
            continue
        if (number := _NUMBERED.search(bare)) is not None:
            counts.append(int(_NUMBERS.get(number[1].casefold(), number[1])))
        elif (named := _LISTED.search(bare)) is not None:
            counts.append(len(_languages(named[1])))
        if links and _ONE.search(bare):
            linked |= _languages(bare) or {""}
    return max(*counts, len(linked - {""}) or len(linked))


def _languages(text: str) -> set[str]:
    """The implementations that a list names, people and tests left out."""
    items = _SEVERAL.split(_ASIDE.sub(" ", text).strip(" -*:"))
    return {named[1].casefold() for item in items if (named := _LANGUAGE.match(item)) is not None}


def tells_of(place: str, lines: Sequence[Line]) -> bool:
    """Whether a mail says that the result was told elsewhere: "wiki" or "pull_request". What is still to be done is not done."""
    return any(_DONE[place].search(text) and not _UNSURE.search(text) for text in split_sentences(tuple(lines)))
