"""How do the rooms work together? Archives in, judged votes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from os import SEEK_END
from pathlib import Path
from typing import Any

from kipbot.core.discussed import Discussed, name_discussion
from kipbot.core.docket import Judged, judge_all
from kipbot.core.errors import WorldFailed
from kipbot.core.facts import MailReceived
from kipbot.core.report import show_vote, write_time
from kipbot.core.roster import Roster
from kipbot.core.rules import RuleSet
from kipbot.core.state import compiled, fold
from kipbot.core.subject import Patterns, may_be_vote, read_proposals, read_subject
from kipbot.core.thread import VoteThread
from kipbot.core.venue import is_private
from kipbot.mail.archives import Form, Source, find
from kipbot.mail.mbox import ends_in_headers
from kipbot.mail.reader import read
from kipbot.mail.scan import DATED_AHEAD, Harvest, harvest
from kipbot.mail.sweep import read_spans
from kipbot.settings.rosterfile import load_roster
from kipbot.settings.rulebook import load_rules
from kipbot.spread import spread_over, without_collecting

Progress = Callable[[int, int], None]

# What these warnings tell leaves the rest of a file readable; every other one means that a file failed.
_CUT_HEAD = "begins in the middle of a mail; was it cut?"
_CUT_TAIL = "ends in the middle of a line; was it cut?"
_CUT_HEADERS = "ends in the middle of the headers of a mail; was it cut?"
_TAIL_BYTES = 256 * 1024
_MINOR = ("no mail can be made out", "more places without a readable mail", _CUT_HEAD, _CUT_TAIL, _CUT_HEADERS, DATED_AHEAD)
_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


@dataclass(frozen=True, slots=True)
class Replay:
    """What one pass over archives found: the votes as of a moment, and how much mail was read."""

    rules: RuleSet
    roster: Roster | None
    as_of: datetime
    harvest: Harvest
    threads: tuple[VoteThread, ...]
    votes: tuple[Judged, ...]
    private: int = 0  # mails of lists that are never read, left out

    def judged_at(self, moment: datetime) -> tuple[Judged, ...]:
        """The same votes as of another moment (UTC), by the mail that was read up to `as_of`."""
        return judge_all(self.threads, self.roster, moment, _discussed(self.rules, self.harvest))

    @property
    def mail_is_missing(self) -> bool:
        """Whether a file could not be read, or not to its end."""
        return any(not any(words in warning for words in _MINOR) for warning in self.harvest.warnings)


def open_books(rules: Path, roster: Path | None) -> tuple[RuleSet, Roster | None]:
    """The rules of a folder, and the roster: the one named, else the one beside the rules."""
    beside = rules / "roster.yaml"
    chosen = roster if roster is not None else beside if beside.is_file() else None
    return load_rules(rules), load_roster(chosen) if chosen is not None else None


def gather(
    paths: Sequence[Path], *, jobs: int = 1, progress: Progress | None = None, discussed_in: RuleSet | None = None
) -> Harvest:
    """Read the mail of votes; with `discussed_in` also how long the matters of that project were discussed.

    A path that cannot be read is told in `warnings` while others can. Raises WrongUse without a path, WorldFailed where none
    can be read.
    """
    sources, failures = _find_each(paths)
    key = None if discussed_in is None else _namer(discussed_in)
    gathered = harvest(sources, wanted=may_be_vote, jobs=jobs, progress=progress, key=key)
    gathered.warnings[:0] = [*failures, *(f"{source.path}: {cut}" for source in sources for cut in _tell_cuts(source))]
    return gathered


def _namer(rules: RuleSet) -> Callable[[str], str | None]:
    """How discussions are told apart. Where a rule asks for them, only mail tagged as discussion is one."""
    if rules.asks_discussion:
        return partial(name_discussion, compiled(rules), rules.project)
    return partial(name_discussed, compiled(rules))


def _discussed(rules: RuleSet, gathered: Harvest) -> dict[str, Discussed]:
    if not rules.asks_discussion:
        return {}
    patterns = compiled(rules)
    return {
        key: Discussed(read_subject(talk.title, patterns, rules.project), talk.root, talk.first)
        for key, talk in gathered.discussions.items()
    }


def _find_each(paths: Sequence[Path]) -> tuple[list[Source], list[str]]:
    sources: list[Source] = []
    failures: list[str] = []
    for path in paths:
        try:
            sources += find([path])
        except WorldFailed as error:
            failures.append(str(error))
    if failures and not sources:
        raise WorldFailed("\n".join(failures))
    return sources or list(find(paths)), failures


def _tell_cuts(source: Source) -> Iterator[str]:
    """Where an mbox seems to have been cut: its first mail has no beginning, or its last line or last header block no end."""
    if source.form is not Form.MBOX or source.compressed:
        return
    try:
        with source.path.open("rb") as stream:
            if not stream.read(64).removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n").startswith((b"From ", b">From ")):
                yield _CUT_HEAD
            stream.seek(-min(_TAIL_BYTES, source.size_bytes), SEEK_END)
            tail = stream.read()
            if not tail.endswith(b"\n"):
                yield _CUT_TAIL
            elif ends_in_headers(tail):
                yield _CUT_HEADERS
    except OSError:
        return  # told by the reading itself


def name_discussed(patterns: Patterns, subject: str) -> str | None:
    """The proposal that a subject names first, for counting discussions."""
    return next(iter(read_proposals(subject[:1000], patterns)), None)


def read_votes(  # noqa: PLR0913 - the options of a command
    paths: Sequence[Path],
    rules: RuleSet,
    roster: Roster | None,
    *,
    as_of: datetime | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Replay:
    """Read archives and judge every vote in them as of a moment (UTC), without one as of the newest mail.

    Raises WrongUse and WorldFailed for paths without mail; what can be read of damaged archives is read and told in `warnings`.
    """
    gathered = gather(paths, jobs=jobs, progress=progress, discussed_in=rules if rules.asks_discussion else None)
    return judge_votes(gathered, rules, roster, as_of, jobs=jobs)


def judge_votes(
    gathered: Harvest, rules: RuleSet, roster: Roster | None, as_of: datetime | None = None, *, jobs: int = 1
) -> Replay:
    """Fold gathered mail into votes and judge them as of a moment (UTC); later mail is as if it had not been written."""
    public = [mail for mail in gathered.mails if not is_private(mail, rules.lists)]
    newest = gathered.newest or max((mail.filed_at for mail in public if mail.filed_at is not None), default=None)
    public = [_doubt_filing(mail, newest) for mail in public]
    moment = as_of or newest
    mails = [mail for mail in public if moment is None or mail.at is None or mail.at <= moment]
    with without_collecting():
        threads = fold(mails, rules, roster, spread_over(jobs))
    judged = judge_all(threads, roster, moment, _discussed(rules, gathered)) if moment is not None else ()
    private = len(gathered.mails) - len(public)
    return Replay(rules, roster, moment or _EPOCH, gathered, threads, judged, private)


def _doubt_filing(mail: MailReceived, newest: datetime | None) -> MailReceived:
    """An archive that was copied years later dates its mails so: what lies beyond all other mail is no time at all."""
    return replace(mail, filed_at=None) if mail.filed_at is not None and newest is not None and mail.filed_at > newest else mail


def find_mail(paths: Sequence[Path], message_id: str, rules: RuleSet) -> MailReceived | None:
    """The mail with this id, whether it belongs to a vote or not; None where no archive has it, or a list that is never read."""
    wanted = message_id.encode("utf-8", "surrogateescape")
    for source in _find_each(paths)[0]:
        for span in read_spans(source):
            if isinstance(span, str):
                break
            block, begin, end, _ = span
            if block.find(wanted, begin, end) < 0:
                continue
            mail = read(block[begin:end])
            if mail.message_id == message_id and not is_private(mail, rules.lists):
                return mail
    return None


def show_replay(replay: Replay) -> dict[str, Any]:
    """The JSON object that `kipbot replay --format json` prints."""
    gathered = replay.harvest
    return {
        "project": replay.rules.project,
        "as_of": write_time(replay.as_of),
        "messages": {"read": gathered.read, "duplicate": gathered.duplicate, "unreadable": gathered.unreadable},
        "ballots": [show_vote(judged) for judged in replay.votes],
    }


def replay(
    paths: Sequence[Path], rules: Path, roster: Path | None = None, as_of: datetime | None = None, jobs: int = 1
) -> dict[str, Any]:
    """`kipbot replay` as a function: the JSON object of the votes in the archives."""
    ruleset, people = open_books(rules, roster)
    return show_replay(read_votes(paths, ruleset, people, as_of=as_of, jobs=jobs))
