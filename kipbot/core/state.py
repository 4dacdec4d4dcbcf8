"""Which mails make which vote? Facts are folded into threads, whatever the order in which they came."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from kipbot.core.ballot import Outcome, Setting, read_ballot
from kipbot.core.facts import LineKind, MailReceived
from kipbot.core.hearing import Heard, hear, open_thread, settle_thread
from kipbot.core.roster import Roster
from kipbot.core.rules import RuleSet
from kipbot.core.subject import Patterns, Subject, Tag, compile_patterns, read_subject, same_matter
from kipbot.core.thread import Bench, Letter, VoteThread, name_words

# A reply without references belongs to a call of the same matter that is no older than this.
_REACH = timedelta(days=400)
# The same call to two lists, or sent twice, comes within this.
_TWICE = timedelta(hours=48)
# A short mail with one of these asks for votes in a vote that is open already.
_MOST_REMINDING = 300
_REMINDS = re.compile(
    r"\b(?:bump\w{0,4}|pings?|pinging|reminders?|reminding|nudg\w{1,3}|still (?:need|waiting|missing|open)\w{0,3}|erinnerung|rappel"
    r"|recordatorio|lembrete|promemoria|herinnering|przypom\w{1,9}|напомин\w{1,4})\b|提醒|リマインド|알림",
    re.I,
)
# Words that call a vote; without them a second "[VOTE] same title" with a ballot is an answer whose client drops "Re:".
_CALLS = re.compile(
    r"\b(?:please|kindly) (?:all )?(?:vote|cast|review and vote)|\b(?:start(?:ing)?|open(?:ing)?|call(?:ing)? (?:for )?|initiat\w+|propose|begin)\b.{0,20}\bvot(?:e|ing)\b|\bvote (?:will (?:be|stay|remain|run)|is|stays|remains|runs) open"
    r"|\bopen for (?:at least )?\d|\b72 ?h(?:ours|rs)?\b|\bcast your vote|\[ \]\s*\+1|\bstaging repo|/dist/dev/",
    re.I,
)
_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(slots=True)
class _Group:
    """The mails of one vote while they are being gathered."""

    call: Letter | None
    subject: Subject
    letters: list[Letter] = field(default_factory=list)
    trusted: bool = True  # false for a second call of the same matter by somebody whom nobody knows
    ended: bool = False

    @property
    def at(self) -> datetime | None:
        """When the vote was called, or first heard of."""
        first = self.call or (self.letters[0] if self.letters else None)
        return first.at if first is not None else None


Work = Callable[[int], list[Heard]]
Spread = Callable[[Work, int], list[list[Heard]]]


def one_by_one(work: Work, count: int) -> list[list[Heard]]:
    """Do the work for 0, 1, ... count - 1 here."""
    return [work(number) for number in range(count)]


def fold(
    mails: Iterable[MailReceived], rules: RuleSet, roster: Roster | None, spread: Spread = one_by_one
) -> tuple[VoteThread, ...]:
    """All votes that the mails hold, in the order in which they were called. The order of the mails does not matter.

    `spread` may hear the votes side by side, each is independent of the others.
    """
    known = Bench(rules, roster, compiled(rules), {})
    letters = [_letter(mail, known) for mail in sorted(mails, key=_order)]
    bench = replace(known, people=_names_of(letters, roster))
    for letter in letters:
        bench.by_id.setdefault(letter.mail.message_id, letter.mail)
    opened = [
        replace(open_thread(group.call, group.letters, bench), trusted=group.trusted)
        for group in _gather(letters, bench)
        if group.call is not None or group.letters
    ]
    heard = spread(lambda number: hear(opened[number], bench), len(opened))
    threads = [settle_thread(thread, found, bench) for thread, found in zip(opened, heard, strict=True)]
    return tuple(sorted(threads, key=lambda thread: (thread.opened_at or _first_heard(thread), thread.root)))


def _names_of(letters: Sequence[Letter], roster: Roster | None) -> frozenset[str]:
    listed = [name for person in (roster.people if roster is not None else ()) for name in (person.name, *person.names)]
    return frozenset().union(*(name_words(name) for name in (*listed, *(letter.voter.name for letter in letters))))


def _order(mail: MailReceived) -> tuple[datetime, str, str]:
    return mail.at or _NEVER, mail.message_id, mail.digest


def _first_heard(thread: VoteThread) -> datetime:
    return next((letter.at for letter in thread.letters if letter.at is not None), _NEVER)


def _letter(mail: MailReceived, bench: Bench) -> Letter:
    subject = read_subject(mail.subject, bench.patterns, bench.rules.project)
    return Letter(mail, subject, bench.voter(mail), mail.at)


# --- gathering


class _Shelf:
    """The votes found so far, side by side by what they may be confused with: proposal, version, or neither."""

    def __init__(self) -> None:
        self.groups: list[_Group] = []
        self._by_key: dict[str, list[_Group]] = {}
        self._by_title: dict[tuple[str, frozenset[str]], list[_Group]] = {}

    def add(self, group: _Group) -> _Group:
        """Keep a vote."""
        self.groups.append(group)
        for key in _keys(group.subject):
            self._by_key.setdefault(key, []).append(group)
        if group.call is not None:
            self._by_title.setdefault((group.call.voter.key, _bare_words(group.subject)), []).append(group)
        return group

    def titled(self, letter: Letter) -> list[_Group]:
        """The votes that the writer of this mail called under its very title, but for the proposals that either names."""
        return self._by_title.get((letter.voter.key, _bare_words(letter.subject)), [])

    def near(self, subject: Subject) -> list[_Group]:
        """The votes that a mail with this subject could belong to."""
        keys = _keys(subject)
        return (
            self._by_key.get(keys[0], []) if len(keys) == 1 else [group for key in keys for group in self._by_key.get(key, [])]
        )


def _keys(subject: Subject) -> tuple[str, ...]:
    return subject.proposals or (f"version {subject.version}",)


def _gather(letters: Sequence[Letter], bench: Bench) -> list[_Group]:
    """Give every mail its vote: by its references, else by what its subject speaks of."""
    shelf = _Shelf()
    of_mail: dict[str, _Group] = {}
    rest: list[Letter] = []
    for letter in letters:
        near = shelf.near(letter.subject) if letter.subject.opens_vote else []
        if not _is_call(letter, near, of_mail, bench):
            rest.append(letter)
        elif (first := next((group for group in near if _is_sent_twice(letter, group)), None)) is not None:
            of_mail[letter.mail.message_id] = first
        else:
            trusted = _is_trusted(letter, near, bench)
            of_mail[letter.mail.message_id] = shelf.add(_Group(letter, letter.subject, trusted=trusted))
    finder = _Finder(shelf, of_mail, {letter.mail.message_id: letter for letter in letters})
    for letter in rest:
        finder.place(letter)
    return shelf.groups


def _is_call(letter: Letter, groups: list[_Group], of_mail: dict[str, _Group], bench: Bench) -> bool:
    """A mail that opens a vote: tagged so, no reply, and no answer that lost its "Re:"."""
    if not letter.subject.opens_vote or letter.mail.automatic is not None:
        return False
    parents = [of_mail[reference] for reference in (*letter.mail.in_reply_to, *letter.mail.references) if reference in of_mail]
    if any(_same_round(group.subject, letter.subject) for group in parents):
        return False
    return not any(_is_echo(letter, group, bench) for group in groups)


def _same_round(one: Subject, other: Subject) -> bool:
    return same_matter(one, other) and (one.take or 1) == (other.take or 1) and one.candidate == other.candidate


def _same_title_and_round(one: Subject, other: Subject) -> bool:
    return _same_round(one, other) and (bool(one.proposals) or one.words == other.words)


def _own_text(letter: Letter) -> str:
    return " ".join(line.text.strip() for line in letter.mail.lines if line.kind is LineKind.OWN and line.text.strip())


def _is_echo(letter: Letter, group: _Group, bench: Bench) -> bool:
    """An answer under the call's very subject, without reply mark and references: it votes and does not call."""
    if group.call is None or letter.at is None or group.call.at is None or letter.at - group.call.at > _REACH:
        return False
    if not _same_title_and_round(group.subject, letter.subject):
        return False
    if _reminds(letter):
        return True
    if _CALLS.search(_own_text(letter)[:4000]):
        return False
    if any(line.kind is LineKind.QUOTE for line in letter.mail.lines) and group.call.voter.key != letter.voter.key:
        return True
    reading = read_ballot(letter.mail.lines, Setting(proposals=group.subject.proposals, patterns=bench.patterns))
    return reading.outcome in (Outcome.BALLOT, Outcome.UNCLEAR)


def _reminds(letter: Letter) -> bool:
    """A few words that ask for more votes under a call: "Bump", "Friendly reminder"."""
    text = _own_text(letter)
    return len(text) <= _MOST_REMINDING and _REMINDS.search(text) is not None


def _is_sent_twice(letter: Letter, group: _Group) -> bool:
    """The same call by the same person within two days, as to a second list."""
    call = group.call
    if call is None or call.voter.key != letter.voter.key or not _same_title_and_round(group.subject, letter.subject):
        return False
    if letter.at is None or call.at is None or letter.at - call.at > _TWICE:
        return False
    one, other = set(_own_text(call).split()), set(_own_text(letter).split())
    return len(one & other) >= 0.9 * max(len(one | other), 1)


def _is_trusted(letter: Letter, groups: list[_Group], bench: Bench) -> bool:
    """A second call of a matter must come from its first caller or from somebody of the roster (threats T6)."""
    earlier = [group for group in groups if group.call is not None and _may_replace(letter.subject, group.subject)]
    if not earlier or bench.roster is None:
        return True
    known = letter.voter.person is not None
    return known or any(group.call is not None and group.call.voter.key == letter.voter.key for group in earlier)


def _may_replace(later: Subject, earlier: Subject) -> bool:
    if later.proposals or earlier.proposals:
        return bool(set(later.proposals) & set(earlier.proposals))
    return later.words == earlier.words and later.version == earlier.version


class _Finder:
    """Finds the vote of each mail that is no call."""

    def __init__(self, shelf: _Shelf, of_mail: dict[str, _Group], letters: dict[str, Letter]) -> None:
        self._shelf = shelf
        self._of_mail = of_mail
        self._letters = letters

    def place(self, letter: Letter) -> None:
        """Add the mail to its vote; a mail of no vote is left out."""
        parent = self._by_references(letter)
        group = self._better(letter, parent)
        if group is None:
            if not letter.subject.in_vote or letter.mail.automatic is not None:
                return
            group = self._shelf.add(_Group(None, letter.subject))
        self._of_mail.setdefault(letter.mail.message_id, group)
        group.letters.append(_in_group(letter, group, by_reference=group is parent))
        group.ended = group.ended or (letter.subject.ends_vote and not letter.subject.is_reply)

    def _by_references(self, letter: Letter) -> _Group | None:
        """The vote of the mail that this one answers, however far up."""
        waiting = [*letter.mail.in_reply_to, *reversed(letter.mail.references)]
        seen: set[str] = set()
        while waiting:
            reference = waiting.pop(0)
            if reference in self._of_mail:
                return self._of_mail[reference]
            if reference in seen or len(seen) > 200:
                continue
            seen.add(reference)
            above = self._letters.get(reference)
            if above is not None:
                waiting += [*above.mail.in_reply_to, *reversed(above.mail.references)]
        return None

    def _better(self, letter: Letter, parent: _Group | None) -> _Group | None:
        """References decide, unless the subject names another vote that exists."""
        tagged = letter.subject.in_vote or letter.subject.ends_vote
        if parent is not None and (not tagged or same_matter(parent.subject, letter.subject)):
            return parent
        return (self._by_subject(letter) or parent) if tagged else parent

    def _by_subject(self, letter: Letter) -> _Group | None:
        """The vote that fits the subject best, of those called before this mail; the writer's own first where it ends one."""
        subject = letter.subject
        any_take = subject.ends_vote and subject.take is None
        fitting = [
            group
            for group in self._shelf.near(subject)
            if same_matter(group.subject, subject, any_take=any_take) and _is_near(group, letter)
        ]
        if subject.ends_vote:
            fitting = [group for group in fitting if _is_own(group, letter)] or fitting or self._without_key(letter)
        return max(fitting, key=lambda group: _fitness(group, subject), default=None)

    def _without_key(self, letter: Letter) -> list[_Group]:
        """The writer's one vote with this very title, where the vote or its result goes without the proposal's number."""
        subject = letter.subject
        alike = [
            group
            for group in (self._shelf.titled(letter) if subject.version is None and _bare_words(subject) else ())
            if bool(group.subject.proposals) is not bool(subject.proposals) and _is_near(group, letter)
        ]
        return alike if len(alike) == 1 else []


def _is_own(group: _Group, letter: Letter) -> bool:
    return group.call is not None and group.call.voter.key == letter.voter.key


def _bare_words(subject: Subject) -> frozenset[str]:
    """The telling words of a title without the proposals it names."""
    return subject.words - {part for proposal in subject.proposals for part in proposal.casefold().split("-")}


def _fitness(group: _Group, subject: Subject) -> tuple[bool, int, bool, bool, datetime]:
    """Trusted calls first, then the nearest title, then what has not ended, then the latest."""
    distance = 0 if subject.proposals else len(group.subject.words ^ subject.words)
    open_yet = not (subject.ends_vote and group.ended)
    same_take = group.subject.take == subject.take
    return group.trusted, -distance, open_yet, same_take, group.at or _NEVER


def _is_near(group: _Group, letter: Letter) -> bool:
    if group.at is None or letter.at is None:
        return True
    return timedelta(hours=-1) <= letter.at - group.at <= _REACH


def _in_group(letter: Letter, group: _Group, *, by_reference: bool) -> Letter:
    """Mark side discussions and renamed threads under a vote."""
    subject = letter.subject
    side = Tag.DISCUSS in subject.tags
    other_key = bool(subject.proposals) and not set(subject.proposals) & set(group.subject.proposals)
    untagged = not (subject.in_vote or subject.ends_vote)
    renamed = by_reference and ((untagged and not _same_title(subject, group.subject)) or other_key)
    return replace(letter, side=side, renamed=renamed)


def _same_title(one: Subject, other: Subject) -> bool:
    return not one.words or same_matter(one, other)


def compiled(rules: RuleSet) -> Patterns:
    """The project's proposal patterns, ready to use."""
    return compile_patterns((proposal.prefix, f"(?i){proposal.expression}") for proposal in rules.proposals)
