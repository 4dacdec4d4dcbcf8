"""How well does kipbot read the corpus? `python -m tests.corpus.score [WORDS]` prints the score; exit 1 when it is too low."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from kipbot import app
from kipbot.core.roster import Roster
from kipbot.core.rules import RuleSet

from .build import write_mbox
from .rows import BALLOT_STATUSES, HERE, UNASKED, Expectation, Mail, Story, read_duration, read_stories

RULES = HERE.parent.parent / "rules"
ROSTER = HERE / "roster.yaml"
PRECISION_FLOOR, RECALL_FLOOR, DETAIL_FLOOR = 1.0, 0.99, 0.98
Output = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What kipbot made of one mail, beside what it must make of it."""

    story: Story
    mail: Mail
    found: tuple[Mapping[str, Any], ...]  # the mail's entries under "votes", each with its ballot's kind

    @property
    def wanted_ballot(self) -> bool:
        """True when the row says that this mail is a ballot of a known value."""
        return self.mail.expect[0].is_ballot

    @property
    def read_ballot(self) -> bool:
        """True when kipbot read a ballot of a known value in a vote that is no poll."""
        return any(
            one["status"] in BALLOT_STATUSES and one["value"] is not None and one["kind"] != "poll" for one in self.found
        )

    @property
    def read_unclear(self) -> bool:
        """True when kipbot asks a human."""
        return any(one["status"] == "unclear" for one in self.found)

    @property
    def fits(self) -> bool:
        """True when a right answer was given, its claim aside; a mail in two votes must be right in both."""
        if not self.found:
            return any(wanted.outcome == "none" for wanted in self.mail.expect)
        return all(any(fits(one, wanted) for wanted in self.mail.expect) for one in self.found)

    @property
    def claim_fits(self) -> bool:
        """True when the claim was read as the row says."""
        asked = [one.claimed for one in self.mail.expect if one.claimed != UNASKED]
        return not asked or not self.found or all(one["claimed"] in asked for one in self.found)

    @property
    def counted_in_doubt(self) -> bool:
        """True when a mail that may be a vote, or is none, was counted."""
        return self.read_ballot and not any(one.is_ballot for one in self.mail.expect)


@dataclass(slots=True)
class Score:
    """The sums over all answers."""

    answers: list[Answer] = field(default_factory=list)
    wrong_votes: list[str] = field(default_factory=list)  # stories whose state, standing, tally or announcement is wrong
    asked_votes: int = 0
    strays: list[str] = field(default_factory=list)  # votes found in mail that no row describes

    @property
    def precision(self) -> float:
        """The share of ballots read that are right in value, weight and status."""
        return _share(one.fits for one in self.answers if one.read_ballot)

    @property
    def recall(self) -> float:
        """The share of true ballots that were read rightly."""
        return _share(one.fits for one in self.answers if one.wanted_ballot)

    @property
    def unclear_precision(self) -> float:
        """The share of mails called unclear that may be so called."""
        return _share(one.fits for one in self.answers if one.read_unclear)

    @property
    def unclear_recall(self) -> float:
        """The share of doubtful mails that were called unclear."""
        return _share(one.fits for one in self.answers if one.mail.expect[0].outcome == "unclear")

    @property
    def claims(self) -> float:
        """The share of claims that were read rightly."""
        return _share(one.claim_fits for one in self.answers if one.found)

    @property
    def votes(self) -> float:
        """The share of stories whose whole vote is right where the row asks for it."""
        return 1 - len(self.wrong_votes) / self.asked_votes if self.asked_votes else 1.0

    @property
    def counted_in_doubt(self) -> int:
        """How many doubtful mails and mails without a vote were counted."""
        return sum(one.counted_in_doubt for one in self.answers)

    @property
    def holds(self) -> bool:
        """True when the score is as high as it must be."""
        exact = self.precision >= PRECISION_FLOOR and not self.counted_in_doubt and not self.strays
        return exact and self.recall >= RECALL_FLOOR and min(self.claims, self.votes) >= DETAIL_FLOOR


def _share(flags: Iterable[bool]) -> float:
    told = list(flags)
    return sum(told) / len(told) if told else 1.0


def fits(one: Mapping[str, Any], wanted: Expectation) -> bool:
    """True when one entry under "votes" is this right answer."""
    if wanted.outcome == "option":  # a choice in a poll feeds no approval tally
        return one["value"] is None or one["kind"] == "poll" or one["status"] == "unclear"
    asked = {"value": wanted.value, "binding": wanted.binding}
    return one["status"] == wanted.outcome and all(one[key] == value for key, value in asked.items() if value != UNASKED)


def run(stories: list[Story]) -> Score:
    """Replay every story: those that ask for a moment each alone, all others of one day and one list as one archive."""
    score = Score()
    together: dict[tuple[str, date], list[Story]] = {}
    for story in stories:
        if story.as_of is None:
            together.setdefault((story.rules, story.called_at.date()), []).append(story)
    for batch in [*together.values(), *([story] for story in stories if story.as_of is not None)]:
        _judge(score, batch, replay(batch, batch[0].as_of))
    return score


def replay(stories: list[Story], as_of: datetime | None) -> Output:
    """What `kipbot replay --format json` says of these stories' mail; they share a list, so the rules of the first are theirs."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "dev.mbox"
        write_mbox(stories, archive)
        rules, roster = books(stories[0].rules)
        return app.show_replay(app.read_votes([archive], rules, roster, as_of=as_of))


@cache
def books(project: str) -> tuple[RuleSet, Roster | None]:
    """The rules of a project and the roster, read once: reading them takes longer than a short story."""
    return app.open_books(RULES / project, ROSTER)


def _judge(score: Score, stories: list[Story], output: Output) -> None:
    found: dict[str, list[Mapping[str, Any]]] = {}
    for ballot in output["ballots"]:
        for vote in ballot["votes"]:
            found.setdefault(vote["message_id"], []).append({**vote, "kind": ballot["kind"]})
    for story in stories:
        for mail in story.mails:
            entries = tuple(found.pop(story.message_id(mail.id), ()))
            if not (story.call_missing and mail.id == "call"):
                score.answers.append(Answer(story, mail, entries))
        _judge_vote(score, story, output)
    score.strays += [f"{message_id}: {votes}" for message_id, votes in found.items()]


def _judge_vote(score: Score, story: Story, output: Output) -> None:
    asked: list[tuple[str, Mapping[str, Any]]] = [("call", story.verdict)] if story.verdict else []
    asked += [(each["thread"], {key: value for key, value in each.items() if key != "thread"}) for each in story.also]
    for call, verdict in asked:
        score.asked_votes += 1
        ballot = _find_ballot(story, call, output)
        wrong = list(_differences(story, verdict, ballot)) if ballot else ["the vote was not found"]
        if wrong:
            score.wrong_votes.append(f"{story.theme}: {story.name} [{call}]: " + "; ".join(wrong))


def _find_ballot(story: Story, call: str, output: Output) -> Mapping[str, Any] | None:
    by_thread = [one for one in output["ballots"] if one["thread"] == story.message_id(call)]
    if by_thread or not story.call_missing:
        return by_thread[0] if by_thread else None
    ids = {story.message_id(mail.id) for mail in story.mails}
    holding = [one for one in output["ballots"] if any(vote["message_id"] in ids for vote in one["votes"])]
    return holding[0] if len(holding) == 1 else None


def _differences(story: Story, wanted: Mapping[str, Any], ballot: Mapping[str, Any]) -> Iterable[str]:
    for key in ("state", "standing"):
        allowed = wanted.get(key, ballot[key])
        if ballot[key] not in (allowed if isinstance(allowed, list) else [allowed]):
            yield f"{key} {ballot[key]}, not {allowed}"
    yield from _tally_differences(wanted.get("tally", {}), ballot["tally"])
    if "closes" in wanted:
        end = (story.called_at + read_duration(wanted["closes"])).strftime("%Y-%m-%dT%H:%M")
        if str(ballot["closes_no_earlier_than"])[:16] != end:
            yield f"closes {ballot['closes_no_earlier_than']}, not {end}"
    if "announcement" in wanted:
        yield from _announcement_differences(wanted["announcement"], ballot["announcement"])


def _tally_differences(wanted: Mapping[str, Any], tally: Mapping[str, Any]) -> Iterable[str]:
    if wanted.get("unclear", tally["unclear"]) != tally["unclear"]:
        yield f"{tally['unclear']} unclear, not {wanted['unclear']}"
    for weight in ("binding", "non_binding"):
        if weight in wanted:
            full = {"+1": 0, "0": 0, "-1": 0, **wanted[weight]}
            if dict(tally[weight]) != full:
                yield f"{weight} {dict(tally[weight])}, not {full}"


def _announcement_differences(wanted: Mapping[str, Any] | None, found: Mapping[str, Any] | None) -> Iterable[str]:
    if wanted is None or found is None:
        if wanted is not found:
            yield f"announcement {found}, not {wanted}"
        return
    for key in ("outcome", "binding", "non_binding", "agrees"):
        if key in wanted and found[key] != wanted[key]:
            yield f"announcement: {key} {found[key]}, not {wanted[key]}"
    text = " | ".join(found["differences"])
    if wanted.get("differences", False) and wanted["differences"].casefold() not in text.casefold():
        yield f"announcement: differences {text!r} say nothing of {wanted['differences']!r}"


def tell(score: Score) -> Iterable[str]:
    """The score in lines, the wrong rows first."""
    for one in score.answers:
        if not (one.fits and one.claim_fits):
            yield f"WRONG {one.story.theme}: {one.story.name} [{one.mail.id}]"
            yield f"      expected {' or '.join(_say(each) for each in one.mail.expect)}"
            yield f"      got      {_say_found(one.found)}"
    yield from (f"WRONG VOTE {line}" for line in score.wrong_votes)
    yield from (f"STRAY {line}" for line in score.strays)
    labels = Counter(
        _label(one.mail.expect[0]) for one in score.answers if one.mail.id != "call" or one.found or one.wanted_ballot
    )
    yield f"{len({one.story.name for one in score.answers})} rows, {len(score.answers)} mails; labels: " + ", ".join(
        f"{count} {label}" for label, count in sorted(labels.items())
    )
    yield f"counted votes: precision {score.precision:.2%}, recall {score.recall:.2%}"
    yield f"unclear mails: precision {score.unclear_precision:.2%}, recall {score.unclear_recall:.2%}"
    yield f"claims right {score.claims:.2%}; whole votes right {score.votes:.2%} of {score.asked_votes}"
    yield f"doubtful mails or mails without a vote that were counted: {score.counted_in_doubt}"


def _label(wanted: Expectation) -> str:
    return "ballots" if wanted.is_ballot else "unclear" if wanted.outcome == "unclear" else "no vote"


def _say(wanted: Expectation) -> str:
    fields = {"value": wanted.value, "binding": wanted.binding, "claimed": wanted.claimed}
    return " ".join([wanted.outcome, *(f"{key}={value}" for key, value in fields.items() if value != UNASKED)])


def _say_found(found: tuple[Mapping[str, Any], ...]) -> str:
    said = [
        f"{one['status']} value={one['value']} binding={one['binding']} claimed={one['claimed']} line={one['line']!r}"
        for one in found
    ]
    return " and ".join(said) or "none"


def main() -> int:
    """Print the score of all rows, or of those whose theme or name holds the words of the command line."""
    words = " ".join(sys.argv[1:]).casefold()
    stories = [story for story in read_stories() if words in f"{story.theme}: {story.name}".casefold()]
    score = run(stories)
    for line in tell(score):
        print(line)
    return 0 if score.holds else 1


if __name__ == "__main__":
    sys.exit(main())
