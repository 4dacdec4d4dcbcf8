"""Which mails make which vote? Facts are folded into threads, whatever the order in which they came."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from kipbot.core.activity import gather_activity
from kipbot.core.candidates import share_periods
from kipbot.core.facts import MailReceived
from kipbot.core.hearing import Heard, hear, open_thread, settle_thread
from kipbot.core.roster import Roster
from kipbot.core.rounds import REACH, is_answer, is_sent_twice, same_round
from kipbot.core.rules import RuleSet
from kipbot.core.subject import Patterns, Subject, Tag, compile_patterns, read_subject, same_matter
from kipbot.core.thread import Bench, Letter, VoteThread, name_words

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
    asked = rules.asks_activity and roster is not None
    activity = gather_activity(_written(letters)) if asked else None
    bench = replace(known, people=_names_of(letters, roster), activity=activity)
    for letter in letters:
        bench.by_id.setdefault(letter.mail.message_id, letter.mail)
    opened = [
        replace(open_thread(group.call, group.letters, bench), trusted=group.trusted)
        for group in _gather(letters, bench)
        if group.call is not None or group.letters
    ]
    heard = spread(lambda number: hear(opened[number], bench), len(opened))
    threads = [settle_thread(thread, found, bench) for thread, found in zip(opened, heard, strict=True)]
    threads.sort(key=lambda thread: (thread.opened_at or _first_heard(thread), thread.root))
    return share_periods(threads, bench)


def _written(letters: Sequence[Letter]) -> Iterator[tuple[str | None, datetime | None]]:
    """Who wrote what when; nobody writes an answer that a machine sends in their absence."""
    return ((letter.voter.person if letter.mail.automatic is None else None, letter.at) for letter in letters)


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
    ends = _Ends(letters)
    for letter in letters:
        near = shelf.near(letter.subject) if letter.subject.opens_vote else []
        if not _is_call(letter, near, of_mail, ends, bench):
            rest.append(letter)
        elif (first := next((group for group in near if group.call and is_sent_twice(letter, group.call)), None)) is not None:
            of_mail[letter.mail.message_id] = first
        else:
            trusted = _is_trusted(letter, near, bench)
            of_mail[letter.mail.message_id] = shelf.add(_Group(letter, letter.subject, trusted=trusted))
    finder = _Finder(shelf, of_mail, {letter.mail.message_id: letter for letter in letters})
    for letter in rest:
        finder.place(letter)
    return shelf.groups


class _Ends:
    """The mails whose subject ends a vote, by what it may be confused with."""

    def __init__(self, letters: Sequence[Letter]) -> None:
        self._by_key: dict[str, list[Letter]] = {}
        for letter in letters:
            for key in _keys(letter.subject) if letter.subject.ends_vote and not letter.subject.is_reply else ():
                self._by_key.setdefault(key, []).append(letter)

    def has_ended(self, call: Letter, at: datetime) -> bool:
        """Whether the caller of a vote had told its end at a moment."""
        return any(
            end.voter.key == call.voter.key
            and same_matter(call.subject, end.subject, any_take=True)
            and call.at is not None
            and end.at is not None
            and call.at <= end.at <= at
            for key in _keys(call.subject)
            for end in self._by_key.get(key, ())
        )


def _is_call(letter: Letter, groups: list[_Group], of_mail: dict[str, _Group], ends: _Ends, bench: Bench) -> bool:
    """A mail that opens a vote: tagged so, no reply, and neither answer nor reminder that lost its "Re:"."""
    if not letter.subject.opens_vote or letter.mail.automatic is not None:
        return False
    parents = [of_mail[reference] for reference in (*letter.mail.in_reply_to, *letter.mail.references) if reference in of_mail]
    if any(same_round(group.subject, letter.subject) for group in parents):
        return False
    calls = (group.call for group in groups if group.call is not None)
    return not any(is_answer(letter, call, ends.has_ended, bench.patterns) for call in calls)


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
            if bool(group.subject.proposals) is not bool(subject.proposals)
            and group.subject.is_poll is subject.is_poll
            and _is_near(group, letter)
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
    return timedelta(hours=-1) <= letter.at - group.at <= REACH


def _in_group(letter: Letter, group: _Group, *, by_reference: bool) -> Letter:
    """Mark side discussions and renamed threads under a vote."""
    subject = letter.subject
    side = Tag.DISCUSS in subject.tags or (subject.is_poll and not group.subject.is_poll)
    other_key = bool(subject.proposals) and not set(subject.proposals) & set(group.subject.proposals)
    untagged = not (subject.in_vote or subject.ends_vote)
    renamed = by_reference and ((untagged and not _same_title(subject, group.subject)) or other_key)
    return replace(letter, side=side, renamed=renamed) if side or renamed else letter


def _same_title(one: Subject, other: Subject) -> bool:
    return not one.words or same_matter(one, other)


def compiled(rules: RuleSet) -> Patterns:
    """The project's proposal patterns, ready to use."""
    return compile_patterns((proposal.prefix, f"(?i){proposal.expression}") for proposal in rules.proposals)
