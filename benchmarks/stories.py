"""What happens on the invented list? Each story is a stream of mails in the order of time, with the true votes among them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.letter import Letter, Vote
from benchmarks.words import (
    COLOURS,
    ISSUES,
    QUESTIONS,
    TITLES_FIRST,
    TITLES_SECOND,
    Dice,
    Person,
    paragraphs,
    traces,
)  # fmt: skip

HOUR = 3600
DAY = 24 * HOUR

# Own words and what they cast; {claim} becomes "(binding)" or "(non-binding)" as the writer believes, or nothing.
_FOR = (
    "+1 {claim}", "+1 {claim}", "+1 {claim}", "+1 {claim}", "+1", "+1", "+1", "+1.", "+1{claim}", "+1 {claim}.", "+1 from me.", "Here is my +1 {claim}",
    "Thanks for the proposal! +1 {claim}", "LGTM, +1 {claim}", "+1 {claim} thanks for driving this", "+1 {claim} from me.", "My vote: +1 {claim}",
    "I am +1 {claim} on this.", "Thanks for the update, so +1 {claim} from my side.", "+1 {claim}, built it from source and ran the tests", "{claim} +1",
    "Nice work, I vote +1 {claim}.", "So, +1 {claim} :-)",
)  # fmt: skip
_AGAINST = (
    "-1 {claim}, the default would break older clients.", "-1 {claim}\n\nThe signature of the second file does not verify.", "I have to vote -1 {claim} because the upgrade path is missing.",
)  # fmt: skip
_ABSTAIN = ("0 {claim}", "+0 {claim}", "+0, no strong opinion", "-0 {claim}")
_UNCLEAR = (
    "+1 if the default stays at five minutes.", "+1 once the page names the new metric.", "+1, provided that the second open question is settled first.", "+0.5",
    "Leaning towards +1, but let me read it once more.",
)  # fmt: skip
_CHATTER = (
    "Could the page say what happens to old clients? I would like to read it again before I vote.", "Thanks, I have updated the table in section two.",
    "Which script did you use for the measurement?", "I am still reading, please give me another day.",
    "Good point. The +1s of the discussion do not count here, of course.", "Bumping this thread, we still need one more binding vote.",
    "The build that you ask for is linked from the page, with checksums.",
)  # fmt: skip


@dataclass(slots=True)
class Town:
    """The people and the stock of words that all stories share."""

    dice: Dice
    people: list[Person]
    committers: list[Person]
    texts: list[list[str]]
    traces: list[str]
    serial: int = 0
    proposals: int = 0
    releases: int = 0

    def anyone(self) -> Person:
        """Somebody on the list; a few write most of the mail."""
        return self.people[int(self.dice.random() ** 2 * len(self.people))]

    def id(self, who: Person, at: int) -> str:
        """A Message-ID that nobody else has."""
        self.serial += 1
        site = who.address.partition("@")[2]
        return f"<{self.serial:x}.{at:x}.{self.dice.bits(48):012x}@{site}>"

    def prose(self, least: int, most: int) -> list[str]:
        """Some paragraphs with blank lines between them."""
        lines: list[str] = []
        for _ in range(self.dice.between(least, most)):
            lines += [*self.dice.pick(self.texts), ""]
        return lines[:-1]


def settle_town(dice: Dice, people: list[Person]) -> Town:
    """A town for these people, with its own stock of words."""
    return Town(dice, people, [person for person in people if person.committer], paragraphs(dice, 1500), traces(dice, 3000))


def _answer(town: Town, parent: Letter, at: int, who: Person, own: list[str]) -> Letter:
    dice = town.dice
    subject = parent.subject if parent.subject[:4].lower() == "re: " else f"{dice.pick(_REPLY_MARKS)}{parent.subject}"
    return Letter(
        town.id(who, at), at, who, subject, own, parent, [*parent.references, parent.id][-14:],
        below=who.client in ("mutt", "thunderbird") and dice.chance(0.6),
        via=dice.chance(0.02),
        other_address=dice.chance(0.2),
    )  # fmt: skip


_REPLY_MARKS = ("Re: ",) * 18 + ("RE: ", "AW: ", "回复：")


def _talk(town: Town, root: Letter, answers: int, pause: int) -> Iterator[Letter]:
    """Answers to a mail, each to one of the latest mails before it."""
    recent, at = [root], root.at
    for _ in range(answers):
        at += 1 + int(town.dice.random() * 2 * pause)
        letter = _answer(town, town.dice.pick(recent), at, town.anyone(), town.prose(1, 5))
        recent = [*recent[-3:], letter]
        yield letter


# --- votes


def proposal(town: Town, at: int) -> Iterator[Letter]:
    """A KIP: its discussion, then its vote and the result."""
    town.proposals += 1
    dice, caller = town.dice, town.anyone()
    key = f"KIP-{town.proposals}"
    title = f"{dice.pick(TITLES_FIRST)} {dice.pick(TITLES_SECOND)}"
    heading = dice.pick((f"{key}: {title}", f"{key} {title}", f"{key} - {title}", f"{key} : {title}"))
    root = Letter(
        town.id(caller, at),
        at,
        caller,
        f"[DISCUSS] {heading}",
        ["Hi all,", "", f"I would like to discuss {key}.", "", *town.prose(1, 3)],
    )
    yield root
    last = at
    for letter in _talk(town, root, dice.between(8, 34), 14 * HOUR):
        yield letter
        last = letter.at
    yield from _vote(town, caller, f"[VOTE] {heading}", key, last + 2 * DAY, "committer")


def release(town: Town, at: int) -> Iterator[Letter]:
    """A release: candidates until one passes."""
    town.releases += 1
    dice, caller = town.dice, town.committers[int(town.dice.random() * 12)]
    version = f"{town.releases // 12}.{town.releases % 12}.0"
    for candidate in range(dice.between(0, 1), 3):
        heading = f"{version} RC{candidate}"
        fails = candidate < 2 and dice.chance(0.5)
        for letter in _vote(town, caller, f"[VOTE] {heading}", heading, at, "pmc", cancel=fails):
            at = letter.at
            yield letter
        if not fails:
            return
        at += 2 * DAY


def _vote(  # noqa: PLR0913 - who calls what and when, and who binds there
    town: Town, caller: Person, subject: str, what: str, at: int, role: str, *, cancel: bool = False
) -> Iterator[Letter]:
    dice = town.dice
    words = [
        "Hi all,",
        "",
        f"I would like to start the vote on {what}.",
        "",
        *town.prose(1, 2),
        "",
        "The vote is open for at least 72 hours.",
    ]
    call = Letter(town.id(caller, at), at, caller, subject, words)
    yield call
    cast: dict[str, list[Person]] = {"+1": [], "0": [], "-1": []}
    for letter in _ballots(town, call, role, cast):
        at = letter.at
        yield letter
    at = max(at, call.at + 72 * HOUR) + dice.between(HOUR, DAY)
    if cancel or dice.chance(0.9):
        yield _result(town, call, at, what, cast, role, cancel)


def _ballots(town: Town, call: Letter, role: str, cast: dict[str, list[Person]]) -> Iterator[Letter]:
    dice, at = town.dice, call.at
    own = dice.mixed(town.committers, dice.between(2, 4))
    voters = [*own, *(town.anyone() for _ in range(dice.between(0, 3)))]
    seen, recent = {call.who.id}, [call]
    for voter in voters:
        at += 1 + int(dice.random() * 26 * HOUR)
        if voter.id in seen:
            continue
        seen.add(voter.id)
        if dice.chance(0.22):
            who = town.anyone()
            aside = _answer(town, dice.pick(recent), at, who, [dice.pick(_CHATTER)])
            recent = [*recent[-2:], aside]
            yield aside
            at += 1 + int(dice.random() * 5 * HOUR)
        yield (letter := _ballot(town, dice.pick(recent) if dice.chance(0.3) else call, at, voter, call.id, role, cast))
        recent = [*recent[-2:], letter]


def _ballot(  # noqa: PLR0913 - who answers which mail of which vote, and the count it goes into
    town: Town, parent: Letter, at: int, voter: Person, thread: str, role: str, cast: dict[str, list[Person]]
) -> Letter:
    dice = town.dice
    binding = voter.pmc if role == "pmc" else voter.committer
    throw = dice.random()
    value, words = (
        ("+1", _FOR)
        if throw < 0.90
        else ("0", _ABSTAIN)
        if throw < 0.93
        else ("-1", _AGAINST)
        if throw < 0.96
        else (None, _UNCLEAR)
    )
    claim = "(binding)" if binding or dice.chance(0.02) else "(non-binding)"
    said = dice.pick(words).replace("{claim}", claim if dice.chance(0.47) else "").strip().replace(" .", ".").replace(" ,", ",")
    letter = _answer(town, parent, at, voter, [*said.split("\n"), *(["", *town.prose(1, 1)] if dice.chance(0.2) else [])])
    letter.vote = Vote(thread, value, binding)
    if value is not None:
        cast[value].append(voter)
    return letter


def _result(  # noqa: PLR0913 - what was called, what was cast, and who binds there
    town: Town, call: Letter, at: int, what: str, cast: dict[str, list[Person]], role: str, cancel: bool
) -> Letter:
    binds: Callable[[Person], bool] = (lambda person: person.pmc) if role == "pmc" else (lambda person: person.committer)
    if cancel:
        letter = _answer(
            town, call, at, call.who, ["I am cancelling this vote, a fix is needed first. A new candidate follows."]
        )
        letter.subject = f"[CANCELLED] {call.subject}"
        return letter
    yes, other = [person for person in cast["+1"] if binds(person)], [person for person in cast["+1"] if not binds(person)]
    against = len([person for person in cast["-1"] if binds(person)])
    verdict = "passed" if len(yes) >= 3 and len(yes) > against else "not passed"
    lines = [f"The vote on {what} has {verdict}.", "", f"{len(yes)} binding +1 votes:", *(f"- {person.name}" for person in yes)]
    lines += [
        "",
        f"{len(other)} non-binding +1 votes:",
        *(f"- {person.name}" for person in other),
        "",
        f"{len(cast['-1'])} -1 votes",
        "",
        "Thanks to all who voted.",
    ]
    if town.dice.chance(0.5):
        return Letter(town.id(call.who, at), at, call.who, f"[RESULT] {call.subject}", lines)
    letter = _answer(town, call, at, call.who, lines)
    letter.subject = f"[RESULT] {call.subject}" if town.dice.chance(0.7) else letter.subject
    return letter


# --- everything else


def issue(town: Town, at: int) -> Iterator[Letter]:
    """Notifications of one JIRA issue."""
    dice = town.dice
    key, title = f"KAFKA-{dice.between(1000, 19999)}", dice.pick(ISSUES)
    root: Letter | None = None
    for number in range(dice.between(1, 6)):
        what = "Created" if number == 0 else dice.pick(("Commented", "Updated", "Assigned", "Resolved", "Commented"))
        who = town.anyone()
        body = [
            f"[ https://issues.example.org/browse/{key}?page=tabpanel&focusedCommentId={dice.bits(24)}#comment ]",
            "",
            f"{who.name} commented on {key}:",
            "",
        ]
        body += [
            *town.prose(1, 4),
            "",
            *_code(town, 0, 16),
            "",
            f"> {title}",
            "> " + "-" * len(title),
            ">",
            "--",
            "This message was sent by Atlassian Jira",
            "(v8.20.10#820010)",
        ]
        letter = Letter(
            town.id(who, at),
            at,
            who,
            f"[jira] [{what}] ({key}) {title}",
            body,
            machine="jira",
            references=[root.id] if root else [],
        )
        root = root or letter
        yield letter
        at += 1 + int(dice.random() * 3 * DAY)


def pull(town: Town, at: int) -> Iterator[Letter]:
    """Notifications of one pull request."""
    dice = town.dice
    title = f"KAFKA-{dice.between(1000, 19999)}; {dice.pick(ISSUES)}"
    number = dice.between(1000, 16000)
    root: Letter | None = None
    for turn in range(dice.between(1, 4)):
        who = town.anyone()
        body = [
            f"Github user dev{dice.bits(8)} {'opened' if turn == 0 else 'commented on'} a pull request:",
            "",
            f"    https://github.example/ring/pull/{number}",
            "",
        ]
        body += [*town.prose(0, 2), *(["+1 LGTM"] if dice.chance(0.1) else []), "", *_code(town, 8, 60), "", "---"]
        letter = Letter(
            town.id(who, at),
            at,
            who,
            f"[GitHub] [ring] pull request #{number}: {title}",
            body,
            machine="github",
            references=[root.id] if root else [],
        )
        root = root or letter
        yield letter
        at += 1 + int(dice.random() * 2 * DAY)


def build(town: Town, at: int) -> Iterator[Letter]:
    """One mail of the build machine."""
    number = town.dice.between(100, 9999)
    body = [
        f"See <https://builds.example.org/job/ring-trunk/{number}/display/redirect>",
        "",
        "Changes:",
        "",
        *town.prose(0, 1),
        *_code(town, 20, 90),
    ]
    who = town.people[0]
    yield Letter(town.id(who, at), at, who, f"Build failed in Jenkins: ring-trunk-jdk11 #{number}", body, machine="jenkins")


def question(town: Town, at: int) -> Iterator[Letter]:
    """Somebody asks or tells something, and others answer."""
    dice, who = town.dice, town.anyone()
    subject = dice.pick(QUESTIONS) + (f" ({dice.pick(COLOURS)})" if dice.chance(0.7) else "")
    if dice.chance(0.05) and who.tongue.words:
        subject = dice.pick(who.tongue.words)[:40]
    root = Letter(town.id(who, at), at, who, subject, [*town.prose(1, 4), "", *_code(town, 0, 12)])
    yield root
    yield from _talk(town, root, dice.between(0, 7), 9 * HOUR)


def _code(town: Town, least: int, most: int) -> list[str]:
    start = town.dice.between(0, len(town.traces) - most - 1)
    return town.traces[start : start + town.dice.between(least, most)]


# Each kind of story with its share of the mail and the mails that one of its kind has on average.
KINDS: tuple[tuple[Callable[[Town, int], Iterator[Letter]], float, float], ...] = (
    (proposal, 0.172, 27.0),
    (release, 0.018, 12.0),
    (issue, 0.37, 3.5),
    (pull, 0.14, 2.5),
    (build, 0.08, 1.0),
    (question, 0.22, 4.5),
)
