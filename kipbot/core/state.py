"""Which mails make which vote? Facts are folded into threads, whatever the order in which they came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from kipbot.core.ballot import Outcome, Setting, read_ballot
from kipbot.core.facts import LineKind, MailReceived
from kipbot.core.hearing import read_thread
from kipbot.core.roster import Roster
from kipbot.core.rules import RuleSet
from kipbot.core.subject import Patterns, Subject, Tag, compile_patterns, read_subject, same_matter
from kipbot.core.thread import Bench, Letter, VoteThread, name_words

# A reply without references belongs to a call of the same matter that is no older than this.
_REACH = timedelta(days=400)
# A second "[VOTE] same title" by somebody else, so soon after the call and so short, is an answer whose client drops "Re:".
_ECHO = timedelta(days=60)
_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(slots=True)
class _Group:
    """The mails of one vote while they are being gathered."""

    call: Letter | None
    subject: Subject
    letters: list[Letter] = field(default_factory=list)

    @property
    def at(self) -> datetime | None:
        """When the vote was called, or first heard of."""
        first = self.call or (self.letters[0] if self.letters else None)
        return first.at if first is not None else None


def fold(mails: Iterable[MailReceived], rules: RuleSet, roster: Roster | None) -> tuple[VoteThread, ...]:
    """All votes that the mails hold, in the order in which they were called. The order of the mails does not matter."""
    known = Bench(rules, roster, compiled(rules), {})
    letters = [_letter(mail, known) for mail in sorted(mails, key=_order)]
    bench = replace(known, people=_names_of(letters, roster))
    for letter in letters:
        bench.by_id.setdefault(letter.mail.message_id, letter.mail)
    groups = _gather(letters, bench)
    threads = [read_thread(group.call, group.letters, bench) for group in groups if group.call is not None or group.letters]
    return tuple(sorted(threads, key=lambda thread: (thread.opened_at or _first_heard(thread), thread.root)))


def _names_of(letters: Sequence[Letter], roster: Roster | None) -> frozenset[str]:
    listed = [name for person in (roster.people if roster is not None else ()) for name in (person.name, *person.names)]
    return frozenset().union(*(name_words(name) for name in (*listed, *(letter.voter.name for letter in letters))))


def _order(mail: MailReceived) -> tuple[datetime, str, str]:
    return mail.at or _NEVER, mail.message_id, mail.digest


def _first_heard(thread: VoteThread) -> datetime:
    return next((letter.at for letter in thread.letters if letter.at is not None), _NEVER)


def _letter(mail: MailReceived, bench: Bench) -> Letter:
    subject = read_subject(mail.subject, bench.patterns)
    return Letter(mail, subject, bench.voter(mail), mail.at)


# --- gathering


def _gather(letters: Sequence[Letter], bench: Bench) -> list[_Group]:
    """Give every mail its vote: by its references, else by what its subject speaks of."""
    groups: list[_Group] = []
    of_mail: dict[str, _Group] = {}
    rest: list[Letter] = []
    for letter in letters:
        if _is_call(letter, groups, of_mail, bench):
            group = _Group(letter, letter.subject)
            groups.append(group)
            of_mail[letter.mail.message_id] = group
        else:
            rest.append(letter)
    finder = _Finder(groups, of_mail, {letter.mail.message_id: letter for letter in letters})
    for letter in rest:
        finder.place(letter)
    return finder.groups


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


def _is_echo(letter: Letter, group: _Group, bench: Bench) -> bool:
    """An answer under the call's very subject, without reply mark and references."""
    if group.call is None or group.call.voter.key == letter.voter.key or letter.at is None or group.call.at is None:
        return False
    if not _same_round(group.subject, letter.subject) or letter.at - group.call.at > _ECHO:
        return False
    own = [line.text for line in letter.mail.lines if line.kind is LineKind.OWN and line.text.strip()]
    if sum(map(len, own)) > 400:
        return False
    quotes = any(line.kind is LineKind.QUOTE for line in letter.mail.lines)
    return (
        quotes
        or read_ballot(letter.mail.lines, Setting(proposals=group.subject.proposals, patterns=bench.patterns)).outcome
        is not Outcome.NONE
    )


class _Finder:
    """Finds the vote of each mail that is no call."""

    def __init__(self, groups: list[_Group], of_mail: dict[str, _Group], letters: dict[str, Letter]) -> None:
        self.groups = groups
        self._of_mail = of_mail
        self._letters = letters

    def place(self, letter: Letter) -> None:
        """Add the mail to its vote; a mail of no vote is left out."""
        parent = self._by_references(letter)
        group = self._better(letter, parent)
        if group is None:
            if not letter.subject.in_vote or letter.mail.automatic is not None:
                return
            group = _Group(None, letter.subject)
            self.groups.append(group)
        self._of_mail.setdefault(letter.mail.message_id, group)
        group.letters.append(_in_group(letter, group, by_reference=group is parent))

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
        if parent is not None and (
            not tagged or _same_round(parent.subject, letter.subject) or same_matter(parent.subject, letter.subject)
        ):
            return parent
        if not tagged:
            return parent
        return self._by_subject(letter) or (parent if parent is not None and not letter.subject.in_vote else None)

    def _by_subject(self, letter: Letter) -> _Group | None:
        """The last vote on the same matter that was called before this mail, the writer's own first where it ends one."""
        fitting = [group for group in self.groups if same_matter(group.subject, letter.subject) and _is_near(group, letter)]
        if letter.subject.ends_vote:
            own = [group for group in fitting if group.call is not None and group.call.voter.key == letter.voter.key]
            fitting = own or fitting
        return max(fitting, key=lambda group: group.at or _NEVER) if fitting else None


def _is_near(group: _Group, letter: Letter) -> bool:
    if group.at is None or letter.at is None:
        return True
    return timedelta(hours=-1) <= letter.at - group.at <= _REACH


def _in_group(letter: Letter, group: _Group, *, by_reference: bool) -> Letter:
    """Mark side discussions and renamed threads under a vote."""
    subject = letter.subject
    side = Tag.DISCUSS in subject.tags
    renamed = by_reference and not (subject.in_vote or subject.ends_vote) and not _same_title(subject, group.subject)
    return replace(letter, side=side, renamed=renamed)


def _same_title(one: Subject, other: Subject) -> bool:
    return not one.words or same_matter(one, other)


def compiled(rules: RuleSet) -> Patterns:
    """The project's proposal patterns, ready to use."""
    return compile_patterns((proposal.prefix, f"(?i){proposal.expression}") for proposal in rules.proposals)
