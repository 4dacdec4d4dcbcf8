"""How do votes look in a terminal of 80 columns: one line each, or each with its ballots?"""

from __future__ import annotations

from kipbot.cli.terminal import GAP, WIDTH, columns, harmless, width, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from kipbot.app import Replay
    from kipbot.core.docket import Judged
    from kipbot.core.tally import Ballot, Tally, Voter
    from kipbot.core.thread import VoteThread

INDENT = 4
_TITLE_LIMIT = 200
_LIMITS = (10, 29, 10, 8, 11, 2)  # with the gaps between them, 80 columns
_HEAD = (("called", "vote", "stands", "binding", "non-binding", "?"), ("", "", "", "+1/0/-1", "+1/0/-1", ""))


def tell_header(replay: Replay) -> str:
    """The first line: which project, how many votes in how many mails, as of when."""
    votes, mail = len(replay.votes), replay.harvest
    copies = f", {mail.duplicate} of them a second copy" if mail.duplicate else ""
    lost = f", {mail.unreadable} unreadable" if mail.unreadable else ""
    counted = f"{votes} vote{'s' * (votes != 1)} in {mail.read} mail{'s' * (mail.read != 1)}{copies}{lost}"
    dated = bool(votes) or mail.newest is not None
    return f"{replay.rules.project}: {counted}" + (f", as of {show_time(replay.as_of)} UTC" if dated else "")


def show_time(at: datetime | None) -> str:
    """A moment in UTC to the minute: "2026-03-09 00:00"."""
    return "unknown" if at is None else f"{at:%Y-%m-%d %H:%M}"


def stands(vote: Judged) -> str:
    """What has become of a vote, in one word: while it is open, what the rule says of it."""
    if vote.state != "open":
        return vote.state
    return vote.verdict.standing.value if vote.verdict is not None else "unresolved"


def title_of(vote: Judged) -> str:
    """The whole title of a vote; nobody needs more than two hundred characters of it."""
    mark = "[POLL] " if vote.thread.subject.is_poll else ""
    return cut(mark + (vote.thread.subject.title or vote.thread.title), _TITLE_LIMIT)


def cut(text: str, room: int) -> str:
    """One harmless line of at most `room` columns."""
    text = harmless(" ".join(text[: room * 8].split()))
    if width(text) <= room:
        return text
    while width(text) > room - 1:
        text = text[: -max(1, (width(text) - room) // 2)]
    return text.rstrip() + "…"


# --- one line each


def list_votes(votes: Iterable[Judged]) -> Iterator[str]:
    """One line a vote, and below it what a reader must not miss."""
    votes = list(votes)
    if not votes:
        return
    rows = [*_HEAD, *(_row(vote) for vote in votes)]
    lines = list(columns(rows, _LIMITS))
    yield from lines[:2]
    for vote, line in zip(votes, lines[2:], strict=True):
        yield line
        yield from indented(remarks(vote), INDENT)


def _row(vote: Judged) -> tuple[str, ...]:
    called, tally = vote.thread.opened_at, vote.thread.tally
    day = "unknown" if called is None else f"{called:%Y-%m-%d}"
    counts = (_slashed(tally, binding=True), _slashed(tally, binding=False))
    cells = (day, title_of(vote), stands(vote), *counts, str(len(tally.unclear) or ""))
    return tuple(cut(cell, limit) for cell, limit in zip(cells, _LIMITS, strict=True))


def _slashed(tally: Tally, *, binding: bool) -> str:
    from kipbot.core.tally import Choice

    return "/".join(str(len(tally.cast(choice, binding=binding))) for choice in (Choice.FOR, Choice.ABSTAIN, Choice.AGAINST))


def remarks(vote: Judged) -> list[str]:
    """What a reader must not miss: an announcement that is not borne out, a period that runs, a call that is missing."""
    thread, verdict = vote.thread, vote.verdict
    told = []
    if thread.opened_at is None:
        told.append(f"! {say_no_opening(thread)}")
    told += say_differences(vote)
    if vote.state == "open" and verdict is not None and verdict.verdict.recheck_at is not None:
        told.append(f"open until {show_time(verdict.closes_at)} UTC")
    return told


# --- each with its ballots


def show_votes(votes: Iterable[Judged]) -> Iterator[str]:
    """Each vote with its ballots and what is to be said of them."""
    for vote in votes:
        yield ""
        yield from show_vote(vote)


def show_vote(vote: Judged) -> Iterator[str]:
    """One vote: title and standing, when and by whom, the ballots, then what is marked and what is missing."""
    yield from headline(vote)
    yield from indented([_say_when(vote)], INDENT)
    ballots = sorted(vote.thread.ballots, key=lambda ballot: (ballot.cast_at, ballot.message_id))
    yield " " * INDENT + say_tally(vote.thread.tally)
    yield from _list_ballots(ballots)
    yield from indented([*doubts(ballots), *_say_end(vote)], INDENT)


def headline(vote: Judged) -> Iterator[str]:
    """The title, and at the right edge how the vote stands."""
    word = stands(vote)
    first, *rest = wrap(title_of(vote), WIDTH - 12)
    yield first + " " * (WIDTH - width(first) - len(word)) + word
    yield from rest


def name_of(voter: Voter | None) -> str:
    """A voter as people know them."""
    return (
        "somebody unknown"
        if voter is None
        else harmless(voter.name or voter.person or voter.address or "somebody without a name")
    )


def _say_when(vote: Judged) -> str:
    thread, verdict = vote.thread, vote.verdict
    if thread.opened_at is None:
        return f"{say_no_opening(thread)}, so its period is not known"
    called = f"called {show_time(thread.opened_at)} by {cut(name_of(thread.caller), 30)}"
    if verdict is None:
        return f"{called} UTC; no rule of this project fits it"
    runs = vote.state == "open" and verdict.verdict.recheck_at is not None
    return f"{called}, {'open until' if runs else 'period over'} {show_time(verdict.closes_at)} UTC"


def say_no_opening(thread: VoteThread) -> str:
    """Why nobody knows when a vote was called."""
    return "the call has no readable date" if thread.call_undated else "the call is not in these archives"


def say_tally(tally: Tally) -> str:
    """The counts that are not nought: "3 binding +1, 1 non-binding +1, 2 unclear"."""
    from kipbot.core.tally import Choice

    found = [
        f"{number} {weight} {choice}"
        for binding, weight in ((True, "binding"), (False, "non-binding"))
        for choice in (Choice.FOR, Choice.ABSTAIN, Choice.AGAINST)
        if (number := len(tally.cast(choice, binding=binding)))
    ]
    chosen = sum(1 for ballot in tally.counted if ballot.option is not None)
    found += [f"{chosen} for an option"] if chosen else []
    found += [f"{len(tally.unclear)} unclear"] if tally.unclear else []
    return ", ".join(found) or "no ballots"


def _list_ballots(ballots: Iterable[Ballot]) -> Iterator[str]:
    """One line a ballot: value, weight, voter, and as much of the very words as there is room for."""
    rows = [(value_of(ballot), weight_of(ballot), cut(name_of(ballot.voter), 22), ballot.words) for ballot in ballots]
    taken = sum(max((width(row[place]) for row in rows), default=0) + len(GAP) for place in range(3))
    room = WIDTH - INDENT - 2 - taken
    yield from columns([(*row[:3], cut(row[3], room)) for row in rows], (12, 11, 22, 0), indent=INDENT + 2)


def value_of(ballot: Ballot) -> str:
    """What a ballot says: a value, an option of a poll, or "?" where that is not clear."""
    if ballot.status.value == "unclear":
        return "?"
    value = ballot.option or ballot.fraction or (ballot.choice.value if ballot.choice is not None else "?")
    return cut(value, 12)


def weight_of(ballot: Ballot) -> str:
    """What a ballot weighs, or why it weighs nothing."""
    if ballot.status.value != "counted":
        return ballot.status.value
    return "binding" if ballot.binding else "non-binding"


def doubts(ballots: Iterable[Ballot]) -> Iterator[str]:
    """What is to be said of single ballots: claims that the roster does not bear out, and why something is unclear."""
    for ballot in ballots:
        yield from doubts_of(ballot)


def doubts_of(ballot: Ballot) -> Iterator[str]:
    """The same for one ballot, marked "!" where a mail claims too much and "?" where a human has to settle it."""
    from kipbot.core.reading.setting import NO_OPTION

    who, status = name_of(ballot.voter), ballot.status.value
    claims = ballot.claim.value if ballot.claim is not None and ballot.doubt != NO_OPTION else None
    if claims == "binding" and not ballot.binding and status in ("counted", "unclear"):
        yield f'! {who} claims "binding"; the roster does not bear that out'
    if claims == "non-binding" and ballot.binding and status == "counted":
        yield f'! {who} says "non-binding"; by the roster it binds'
    if status == "unclear":
        yield f"? {who}: {harmless(ballot.doubt or 'not clear')}"
    if ballot.voter.doubt is not None and status in ("counted", "unclear"):
        yield f"? {who}: {harmless(ballot.voter.doubt)}"


def _say_end(vote: Judged) -> Iterator[str]:
    """How the vote was ended, or what would make it pass."""
    announced, verdict = vote.thread.announced, vote.verdict
    if vote.thread.kind == "poll":
        yield "a poll shows what people prefer; it decides nothing"
    if announced is not None:
        outcome = announced.announcement.outcome or "without an outcome that can be read"
        yield f"announced {show_time(announced.letter.at)} UTC by {name_of(announced.letter.voter)}: {outcome}"
        yield from say_differences(vote)
    if vote.state == "open" and verdict is not None and verdict.verdict.passes_when is not None:
        yield say_path(verdict.verdict.passes_when)


def say_differences(vote: Judged) -> list[str]:
    """What is wrong with the announced result or cancellation, a sentence each."""
    what = vote.thread.announced.what if vote.thread.announced is not None else "result"
    return [f"! the {what} {'was ' * text.startswith(('announced', 'sent'))}{harmless(text)}" for text in vote.differences]


def say_path(passes_when: str) -> str:
    """The nearest way to passing: "passes when: one more binding +1, then at 2026-03-12T09:00Z"."""
    return f"passes {passes_when}" if passes_when.startswith(("at ", "when ")) else f"passes when: {passes_when}"


def indented(lines: Iterable[str], indent: int) -> Iterator[str]:
    """Each line wrapped; what goes on stands two columns further in."""
    for line in lines:
        text = harmless(line)
        first, *rest = [text] if width(text) <= WIDTH - indent else wrap(text, WIDTH - indent - 2)
        yield " " * indent + first
        yield from (" " * (indent + 2) + more for more in rest)
