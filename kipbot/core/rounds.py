"""Does a mail under the very subject of a vote call a new round, or does it belong to the one that is open?"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from kipbot.core.announcement.deadline import announced_end
from kipbot.core.ballot import Outcome, Setting, read_ballot
from kipbot.core.facts import LineKind
from kipbot.core.subject import Patterns, Subject, same_matter
from kipbot.core.thread import Letter

# A reply without references belongs to a call of the same matter that is no older than this.
REACH = timedelta(days=400)
# The same call to two lists, or sent twice, comes within this.
_TWICE = timedelta(hours=48)
# Words under the call's subject that neither call, remind nor vote belong to the open vote for so long.
_SOON = timedelta(days=7)
_LONGEST_REMINDER = 600
_MOST_READ = 4000

# Words that call a vote; without them a second "[VOTE] same title" is an answer whose client drops "Re:".
_CALLS = re.compile(
    r"\b(?:please|kindly) (?:all )?(?:vote|cast|review and vote)|\b(?:start(?:ing)?|open(?:ing)?|call(?:ing)? (?:for )?|initiat\w+|propose|begin)\b.{0,20}\bvot(?:e|ing)\b|\bvote (?:will (?:be|stay|remain|run)|is|stays|remains|runs) open"
    r"|\bcast your vote|\[ ?\]\s*\+1"
    r"|\babstimm|\bstimm(?:t|en sie)\b|\b(?:votez|(?:veuillez|merci de|invite à) voter|voten|votad|votem|votate|stemt|zagłosuj\w*|oylay\w*)\b|\bstem(?:men)? (?:aub|a\.u\.b)"
    r"|голосуй|проголосу|(?:请|請).{0,10}(?:投票|表决|表決)|(?:发起|發起|开始|開始).{0,10}投票|投票.{0,10}(?:ください|お願い)|투표.{0,10}(?:부탁|해 ?주|시작)",
    re.I,
)
# What a call says of its matter; a voter who tells what was checked says it as well.
_OF_THE_MATTER = re.compile(r"\bopen for (?:at least )?\d|\b72 ?h(?:ours|rs)?\b|\bstaging repo|/dist/dev/", re.I)
# Whatever else is said: the count begins anew.
_ANEW = re.compile(
    r"\b(?:new|second|third|fresh|another|next) (?:round|call|attempt|candidate|rc)\b|\b(?:a|this|the) (?:new|second|third|fresh|next) vote\b|\brevote|\bre-vote"
    r"|\bre-?(?:start|open|launch)\w*\b|\bre-?run\w* (?:the |this )?vote|\bstart\w* (?:all )?over\b|\b(?:start|open|call|put)\w*\b[^.!?]{0,60}\bagain\b|\bvot(?:e|ing) again\b"
    r"|\b(?:replac|supersed)\w+ (?:the|my|that|our) (?:earlier|previous|first|old|last)\b|\b(?:earlier|previous|old) votes? (?:do|does|is|are|no)\b"
    r"|\berneut|\bneue[rsn]? (?:abstimmung|runde)|\bnouveau (?:vote|scrutin|tour)|\bnuev[ao] (?:votación|ronda|voto)|\bnov[ao] (?:votação|rodada)|\bnuov[ao] (?:voto|votazione)"
    r"|\bnieuwe (?:stemming|ronde)|重新投票|新一轮|再次投票|再投票|재투표|заново|повторн",
    re.I,
)
_REMINDS = re.compile(
    r"\b(?:ping(?:ing|s)?\b(?! me| us)|bump\w*|remind\w*|nudg\w+|follow(?:ing)?[ -]up|any (?:more|other|further) (?:votes?|ballots?|feedback|takers)|still (?:open|need\w*|wait\w*|miss\w*|short|looking)"
    r"|more (?:binding |non-binding )?votes?|another (?:binding |non-binding )?vote\b|(?:have|has) not (?:yet )?voted|(?:binding )?votes? (?:are|is) (?:still )?(?:missing|needed)"
    r"|erinner\w*|hochhol\w*|rappel\w*|relanc\w*|recordatorio|recuerd\w+|lembrete|lembrando|promemoria|sollecit\w*|herinner\w*|przypomin\w*|hatırlat\w*)"
    r"|напомин|提醒|顶一下|頂一下|リマインド|リマインダ|리마인|상기",
    re.I,
)
_BEGINS_WITH_VALUE = re.compile(r"[\s*_`(\[]{0,6}[+\-−–]\s?[01](?![\d.,:%])")


def same_round(one: Subject, other: Subject) -> bool:
    """The same matter, take and candidate."""
    return same_matter(one, other) and (one.take or 1) == (other.take or 1) and one.candidate == other.candidate


def is_answer(letter: Letter, call: Letter, has_ended: Callable[[Letter, datetime], bool], patterns: Patterns) -> bool:
    """A mail under the call's very subject, without reply mark and references, that votes, reminds or speaks of the open vote.

    `has_ended` tells whether the caller of a vote had ended it at a moment. Ballots carried into a new round would let it pass,
    so what calls anew, and what comes late without the words of a reminder, is no answer.
    """
    if letter.at is None or call.at is None or letter.at - call.at > REACH:
        return False
    if not _same_title_and_round(call.subject, letter.subject) or is_sent_twice(letter, call):
        return False
    said = _own_text(letter)[:_MOST_READ]
    if _BEGINS_WITH_VALUE.match(said) or _votes(letter, call, said, patterns):
        return True
    if _ANEW.search(said) or has_ended(call, letter.at):
        return False
    return _reminds(said) or _follows_soon(letter, call, said)


def _votes(letter: Letter, call: Letter, said: str, patterns: Patterns) -> bool:
    """An answer that votes or quotes; a caller's second mail with the words of a call does not."""
    by_caller = call.voter.key == letter.voter.key
    if _CALLS.search(said) or (by_caller and _OF_THE_MATTER.search(said)):
        return False
    if any(line.kind is LineKind.QUOTE for line in letter.mail.lines) and not by_caller:
        return not _OF_THE_MATTER.search(said)
    reading = read_ballot(letter.mail.lines, Setting(proposals=call.subject.proposals, patterns=patterns))
    return reading.outcome is Outcome.BALLOT or (reading.outcome is Outcome.UNCLEAR and not _OF_THE_MATTER.search(said))


def _reminds(said: str) -> bool:
    return len(said) <= _LONGEST_REMINDER and _REMINDS.search(said) is not None


def _follows_soon(letter: Letter, call: Letter, said: str) -> bool:
    """Words that call nothing, name no end of a vote, and come while the vote is young."""
    assert letter.at is not None and call.at is not None
    if letter.at - call.at > _SOON or _CALLS.search(said) or _OF_THE_MATTER.search(said):
        return False
    return announced_end(letter.mail.lines, letter.at) is None


def is_sent_twice(letter: Letter, call: Letter) -> bool:
    """The same call by the same person within two days, as to a second list."""
    if call.voter.key != letter.voter.key or not _same_title_and_round(call.subject, letter.subject):
        return False
    if letter.at is None or call.at is None or letter.at - call.at > _TWICE:
        return False
    one, other = set(_own_text(call).split()), set(_own_text(letter).split())
    return len(one & other) >= 0.9 * max(len(one | other), 1)


def _same_title_and_round(one: Subject, other: Subject) -> bool:
    return same_round(one, other) and (bool(one.proposals) or one.words == other.words)


def _own_text(letter: Letter) -> str:
    return " ".join(line.text.strip() for line in letter.mail.lines if line.kind is LineKind.OWN and line.text.strip())
