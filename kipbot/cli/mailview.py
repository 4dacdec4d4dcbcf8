"""How was one mail read: whose is it, which words in it voted, and what has become of its ballot?"""

from __future__ import annotations

from kipbot.cli.terminal import WIDTH, columns, harmless, wrap
from kipbot.cli.votetable import cut, doubts_of, show_time, title_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kipbot.app import Replay
    from kipbot.core.ballot import Reading
    from kipbot.core.docket import Judged
    from kipbot.core.facts import MailReceived
    from kipbot.core.tally import Ballot, Voter
    from kipbot.core.thread import Letter

MOST_LINES = 40
_MOST_SENSES = 12
_LONGEST_LINE = 600
_NO_BALLOT = {
    "withdrawn": "it takes an earlier ballot of the same voter back",
    "restated": "it only speaks of an earlier ballot of the same voter",
    "chosen": "it chooses an option of a poll",
}


def explain_letter(replay: Replay, vote: Judged, letter: Letter) -> Iterator[str]:
    """A mail of a vote: sender, own words with those that voted marked, what was read, and what has become of it."""
    ballot = next((ballot for ballot in vote.thread.ballots if ballot.message_id == letter.mail.message_id), None)
    belongs = f"{title_of(vote)} (called {show_time(vote.thread.opened_at)} UTC)"
    rows = [*_say_mail(replay, letter.mail, letter.voter), ("vote", belongs), *_say_reading(vote, letter, ballot)]
    yield harmless(letter.mail.message_id)
    yield from columns(rows, (8, 0), indent=2)
    yield from _own_words(letter.mail, letter.reading)
    if ballot is None and letter.announcement is None:
        yield from _senses(letter.mail)


def explain_mail(replay: Replay, mail: MailReceived) -> Iterator[str]:
    """A mail that belongs to no vote."""
    from kipbot.core.state import compiled
    from kipbot.core.thread import Bench

    voter = Bench(replay.rules, replay.roster, compiled(replay.rules)).voter(mail)
    yield harmless(mail.message_id)
    answer = ("reading", "not looked at: neither its subject nor what it answers makes it part of a vote")
    yield from columns([*_say_mail(replay, mail, voter), ("vote", "none"), answer], (8, 0), indent=2)
    yield from _own_words(mail, None)


def _say_mail(replay: Replay, mail: MailReceived, voter: Voter) -> Iterator[tuple[str, str]]:
    yield "from", f"{mail.sender.name} <{mail.sender.address}>" if mail.sender.name else mail.sender.address
    yield "who", say_identity(replay, mail, voter)
    yield "when", _say_moment(mail)
    yield "subject", cut(mail.subject, 300)
    if mail.automatic is not None:
        yield "machine", f"{mail.automatic}: a machine's mail casts no ballot"
    for trouble in mail.troubles:
        yield "trouble", trouble


def _say_moment(mail: MailReceived) -> str:
    if mail.at is None:
        return "unknown: no readable date"
    by = "" if mail.received_at else " (as the sender dates it)" if mail.sent_at else " (as the archive dates it)"
    return f"{show_time(mail.at)} UTC{by}"


def say_identity(replay: Replay, mail: MailReceived, voter: Voter) -> str:
    """Whose mail it is, and how that was found."""
    if voter.person is None:
        near = f" (perhaps {voter.may_be})" if voter.may_be else ""
        nobody = "no roster was given" if replay.roster is None else "nobody in the roster has this address"
        return f"not known: {voter.doubt}{near}" if voter.doubt else nobody
    roles = [role for role in ("pmc", "committer") if _holds(replay, voter, role, mail)]
    person = replay.roster.get(voter.person) if replay.roster is not None else None
    named = f"{voter.person}, {person.name}, {roles[0] if roles else 'without a role'} at that time" if person else voter.person
    return f"{named}; known by {_say_how(mail, voter)}"


def _holds(replay: Replay, voter: Voter, role: str, mail: MailReceived) -> bool:
    return replay.roster is not None and mail.at is not None and replay.roster.binding(voter.person, [role], mail.at)


def _say_how(mail: MailReceived, voter: Voter) -> str:
    if not voter.address:
        return "the name alone, as the list put its own address into From"
    if any(box.address == voter.address for box in (*mail.reply_to, *mail.cc)) and voter.address != mail.sender.address:
        return f"{voter.address} in Reply-To or Cc, as the list put its own address into From"
    return f"the address {voter.address}"


# --- what was read


def _say_reading(vote: Judged, letter: Letter, ballot: Ballot | None) -> Iterator[tuple[str, str]]:
    if letter.mail.message_id == vote.thread.root:
        yield "part", "the call of the vote"
    if letter.announcement is not None:
        said = letter.announcement
        yield "part", f"announces: {said.kind}, {said.outcome or 'no outcome'}" + ("" if said.certain else " (not for certain)")
    if letter.side:
        yield "part", "a side discussion under the vote: nothing in it counts"
    reading = letter.reading
    if reading is None:
        yield "reading", "not looked at for a ballot"
        return
    yield "reading", _say_outcome(reading) + _say_quoted(letter, ballot)
    if ballot is not None:
        yield "status", _say_status(ballot)
        yield from (("", doubt) for doubt in doubts_of(ballot) if not (reading.doubt and doubt.endswith(reading.doubt)))


def _say_outcome(reading: Reading) -> str:
    outcome = reading.outcome.value
    value = reading.fraction or (reading.choice.value if reading.choice is not None else None)
    claim = f", claims to be {reading.claim.value}" if reading.claim is not None else ""
    if outcome == "ballot":
        return f"a ballot: {value or reading.option}{claim}"
    if outcome == "unclear":
        return f"may be a ballot{f' ({value})' if value else ''}{claim}: {reading.doubt or 'not clear'}"
    if outcome in _NO_BALLOT:
        return _NO_BALLOT[outcome]
    return f"no ballot{f': {reading.doubt}' if reading.doubt else ''}"


def _say_quoted(letter: Letter, ballot: Ballot | None) -> str:
    from kipbot.core.facts import LineKind
    from kipbot.core.reading.tokens import find_tokens

    quotes = [line.text for line in letter.mail.lines if line.kind is LineKind.QUOTE]
    if ballot is not None or not any(find_tokens(text) for text in quotes):
        return ""
    return "; the values in its quotes are the words of others"


def _say_status(ballot: Ballot) -> str:
    if ballot.status.value == "counted":
        return "counted, " + ("binding" if ballot.binding else "non-binding")
    return {
        "superseded": "superseded by a later ballot of the same voter",
        "withdrawn": "withdrawn by the voter",
        "late": "late: the vote had been closed",
        "unclear": "unclear: not counted until a human settles it",
    }[ballot.status.value]


def _own_words(mail: MailReceived, reading: Reading | None) -> Iterator[str]:
    """The sender's own lines, the one that voted marked with an arrow."""
    from kipbot.core.facts import LineKind

    own = [line.text for line in mail.lines if line.kind is LineKind.OWN]
    while own and not own[0].strip():
        own = own[1:]
    while own and not own[-1].strip():
        own = own[:-1]
    words = _squeeze(reading.words) if reading is not None else ""
    yield "  own words" + (":" if own else ": none, all of it is quoted, a signature or a footer")
    marked = False
    for text in own[:MOST_LINES]:
        hit = not marked and bool(words) and _has_words(_squeeze(text), words)
        marked = marked or hit
        for place, piece in enumerate(wrap(cut(text, _LONGEST_LINE), WIDTH - 5)):
            yield f"  {'->' if hit and not place else '  '} {piece}".rstrip()
    if len(own) > MOST_LINES:
        yield f"     ... {len(own) - MOST_LINES} more lines"
    if words and not marked and reading is not None:
        yield from columns([("->", f"{cut(reading.words, 300)} (in the quoted ballot)")], (2, 0), indent=2)


def _squeeze(text: str) -> str:
    from kipbot.core.reading.sentences import unify

    return " ".join(unify(text).split()).casefold()


def _has_words(line: str, words: str) -> bool:
    """A sentence that votes may begin in the middle of a line and go on in the next."""
    return bool(line) and (
        words in line or (len(line) > 1 and words.startswith(line)) or line.endswith(words[: max(8, len(line) // 2)])
    )


def _senses(mail: MailReceived) -> Iterator[str]:
    """Why the values in the sender's own words are no ballot."""
    from kipbot.core.reading.senses import sense
    from kipbot.core.reading.sentences import read_sentences
    from kipbot.core.reading.tokens import find_tokens

    found = []
    for sentence in read_sentences(mail.lines):
        tokens = find_tokens(sentence.text)
        found += [(sentence.text[token.start : token.end].strip(), sense(sentence, token, len(tokens)).why) for token in tokens]
    if found:
        yield "  the values in it:"
        yield from columns([(cut(value, 8), why) for value, why in found[:_MOST_SENSES]], (8, 0), indent=5)
