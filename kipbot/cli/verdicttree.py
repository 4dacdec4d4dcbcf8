"""Why does a vote stand as it does? The verdict as a tree, with the mails and the words behind it."""

from __future__ import annotations

from kipbot.cli.terminal import GAP, WIDTH, harmless, width, wrap
from kipbot.cli.votetable import (
    cut,
    doubts_of,
    headline,
    indented,
    name_of,
    say_differences,
    say_no_opening,
    say_path,
    say_tally,
    show_time,
    value_of,
    weight_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from kipbot.core.docket import Judged
    from kipbot.core.tally import Ballot, Voter
    from kipbot.core.thread import VoteThread
    from kipbot.core.verdict import Verdict
    from kipbot.mail.scan import Discussion

MARKS = {"met": "[x]", "waiting": "[ ]", "failed": "[!]", "unclear": "[?]"}
_STATES = {
    "passed": "the caller announced that it passed, and the rule bears that out",
    "failed": "the caller announced that it failed, and the rule bears that out",
    "cancelled": "the caller called it off",
    "superseded": "a later call of the same matter has taken its place",
}
_WORDS_LIMIT = 600


def explain_vote(vote: Judged, discussions: Mapping[str, Discussion] | None = None) -> Iterator[str]:
    """One vote: how it stands, the rule, the tree of what was asked and found, every ballot, the announcement."""
    numbers = {ballot.message_id: place for place, ballot in enumerate(_in_order(vote.thread), start=1)}
    yield from headline(vote)
    yield from indented([_say_call(vote.thread)], 4)
    yield " " * 4 + harmless(vote.thread.root)
    yield from indented([f"{vote.state}: {_STATES[vote.state]}" if vote.state in _STATES else _say_open(vote)], 4)
    yield ""
    yield from _explain_verdict(vote, numbers)
    yield from _explain_ballots(vote.thread)
    yield from _explain_announcement(vote)
    yield from _explain_discussions(vote.thread, discussions or {})


def _in_order(thread: VoteThread) -> list[Ballot]:
    return sorted(thread.ballots, key=lambda ballot: (ballot.cast_at, ballot.message_id))


def who(voter: Voter | None) -> str:
    """Name and roster id: "Ada Lindqvist (ada)"; without an id the address."""
    known = voter.person or voter.address if voter is not None else ""
    named = name_of(voter)
    return named if not known or harmless(known) == named else f"{named} ({harmless(known)})"


def _say_call(thread: VoteThread) -> str:
    kind = "vote" if thread.kind == "other" else thread.kind
    if thread.opened_at is None:
        return f"{kind}; {say_no_opening(thread)}, the first answer is of {show_time(_first_heard(thread))} UTC"
    return f"{kind}, called {show_time(thread.opened_at)} UTC by {who(thread.caller)}"


def _first_heard(thread: VoteThread) -> datetime | None:
    return next((letter.at for letter in thread.letters if letter.at is not None), None)


def _say_open(vote: Judged) -> str:
    announced = vote.thread.announced
    if announced is None:
        return "open: no result has been announced"
    if not announced.by_caller:
        return f"open: a {announced.what} was announced, but not by the caller"
    return "open: a result was announced, but the rule does not bear it out"


# --- the tree


def _explain_verdict(vote: Judged, numbers: Mapping[str, int]) -> Iterator[str]:
    verdict, rule = vote.verdict, vote.thread.rule
    if verdict is None or rule is None:
        yield "verdict: none, as no rule of this project fits such a vote"
        return
    root = verdict.verdict
    yield f"verdict: {MARKS[root.outcome.value]} {verdict.standing.value}"
    yield from _branch(root.parts, numbers, 4)
    if root.passes_when is not None and vote.state == "open":
        yield from indented([say_path(root.passes_when)], 4)
    yield from indented([f"rule {rule.name}, which rests on"], 4)
    yield " " * 6 + harmless(rule.because)  # whole, so that it can be followed
    unsure = rule.unsure()
    if unsure:
        yield from indented([f"not read in the bylaws, to be checked: {', '.join(unsure)}"], 4)


def _branch(parts: tuple[Verdict, ...], numbers: Mapping[str, int], indent: int) -> Iterator[str]:
    room = max((len(part.rule) for part in parts), default=0)
    for part in parts:
        lead = f"{MARKS[part.outcome.value]} {part.rule:<{room}}{GAP}"
        seen = sorted(numbers[mail] for mail in part.evidence if mail in numbers)
        found = f" (ballots {', '.join(map(str, seen))})" if len(seen) > 1 else f" (ballot {seen[0]})" if seen else ""
        first, *rest = wrap(harmless(part.reason) + found, WIDTH - indent - len(lead))
        yield " " * indent + lead + first
        yield from (" " * (indent + len(lead)) + more for more in rest)
        yield from _branch(part.parts, numbers, indent + 4)


# --- the mails


def _explain_ballots(thread: VoteThread) -> Iterator[str]:
    yield ""
    yield f"ballots: {say_tally(thread.tally)}"
    for place, ballot in enumerate(_in_order(thread), start=1):
        yield from _explain_ballot(place, ballot)
    for person in thread.tally.unseen:
        yield from indented([f"? {person} is named as a voter in a summary, but no mail of theirs was seen"], 4)


def _explain_ballot(place: int, ballot: Ballot) -> Iterator[str]:
    when = f"{show_time(ballot.cast_at)} UTC"
    lead = f"{place:>3}  {value_of(ballot):<2}  {weight_of(ballot):<11}  "
    named = cut(who(ballot.voter) if ballot.voter.person else name_of(ballot.voter), WIDTH - width(lead) - len(when) - 2)
    yield lead + named + " " * (WIDTH - width(lead) - width(named) - len(when)) + when
    yield from quoted(ballot.words)
    if ballot.reason and ballot.reason not in ballot.words:
        yield from indented([f"because: {cut(ballot.reason, _WORDS_LIMIT)}"], 9)
    yield " " * 9 + harmless(ballot.message_id)
    if ballot.voter.person is None and ballot.voter.address:
        yield from indented([f"from {ballot.voter.address}, an address that the roster does not know"], 9)
    yield from indented(doubts_of(ballot), 9)


def quoted(words: str) -> Iterator[str]:
    """The very words, as somebody else's."""
    if words.strip():
        for line in wrap(f"“{cut(words, _WORDS_LIMIT)}”", WIDTH - 9):
            yield " " * 9 + line


def _explain_announcement(vote: Judged) -> Iterator[str]:
    announced = vote.thread.announced
    if announced is None:
        return
    letter, said = announced.letter, announced.announcement
    yield ""
    outcome = said.outcome or "no outcome that can be read"
    yield from indented([f"announced: {outcome}, {show_time(letter.at)} UTC by {who(letter.voter)}"], 0)
    yield from quoted(said.words)
    yield " " * 9 + harmless(letter.mail.message_id)
    corrects = [f"corrects {message_id}" for message_id in announced.corrects] if said.kind == "correction" else []
    agrees = ["agrees with the mails"] if not vote.differences and said.outcome != "cancelled" else []
    yield from indented([*corrects, *say_differences(vote), *agrees], 4)


def _explain_discussions(thread: VoteThread, discussions: Mapping[str, Discussion]) -> Iterator[str]:
    found = [discussions[key] for key in thread.subject.proposals if key in discussions]
    if found:
        yield ""
        yield "discussed:"
    for talk in found:
        mails = f"{talk.count} mail{'s' * (talk.count != 1)}"
        yield from indented([f"{mails}, {show_time(talk.first)} to {show_time(talk.last)} UTC: {cut(talk.title, 200)}"], 4)
        yield " " * 9 + harmless(talk.root)
