"""Which mails does the corpus hold, and what must the clerk make of each?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

HERE = Path(__file__).parent
CALLED_AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)  # a Monday; a setting may name another one
THEMES = ("ballots", "mails", "stories")  # how the names of the files with rows begin
UNASKED = "unasked"  # an expectation that does not say this field accepts any value of it
BALLOT_STATUSES = ("counted", "superseded", "withdrawn", "late")
OUTCOMES = (*BALLOT_STATUSES, "unclear", "none", "option")
SENTENCE = re.compile(
    r"(?:(counted|superseded|late|withdrawn) )?([+-]1|0)( binding| not binding)?(?:, claims (binding|non-binding|nothing))?"
)
ROW_KEYS = {
    "name", "case", "vote", "from", "subject", "headers", "body", "html", "charset", "encoding", "parts", "eml", "copies",
    "flowed", "after", "sent", "expect", "mails", "call", "as_of", "state", "standing", "tally", "closes", "announcement",
    "also", "call_missing", "to", "list",
}  # fmt: skip
MAIL_KEYS = {
    "id", "to", "from", "after", "sent", "subject", "headers", "body", "html", "charset", "encoding", "parts", "eml",
    "copies", "flowed", "expect", "list",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Expectation:
    """One right answer: an outcome of OUTCOMES and, for a ballot, its value, weight and claim (UNASKED where any will do)."""

    outcome: str
    value: str | None = UNASKED
    binding: bool | str = UNASKED
    claimed: str | None = UNASKED

    @property
    def is_ballot(self) -> bool:
        """True when the mail must be read as a ballot of a known value."""
        return self.outcome in BALLOT_STATUSES and self.value is not None


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail of a story as its row describes it; times count from the call."""

    id: str
    sender: str
    after: timedelta
    subject: str
    body: str | None = None
    to: str | None = "call"  # the mail it answers; None begins a thread
    sent: timedelta | str | None = None  # what the Date header says, where it differs from `after`; "missing" for no header
    html: str | None = None
    charset: str = "utf-8"
    encoding: str | None = None
    flowed: bool = False
    parts: tuple[Mapping[str, Any], ...] = ()
    eml: str | None = None
    copies: int = 1
    list_name: str = "dev"
    headers: Mapping[str, str | None] = field(default_factory=dict)
    expect: tuple[Expectation, ...] = (Expectation("none"),)


@dataclass(frozen=True, slots=True)
class Story:
    """A call and the mails that answer it, with what the clerk must say of each mail and, where asked, of the whole vote."""

    name: str
    theme: str
    setting: str
    index: int
    number: int
    mails: tuple[Mail, ...]
    cases: tuple[int, ...] = ()
    rules: str = "kafka"  # the folder of rules that the list of this call goes by
    called_at: datetime = CALLED_AT
    as_of: datetime | None = None
    call_missing: bool = False
    verdict: Mapping[str, Any] = field(default_factory=dict)
    also: tuple[Mapping[str, Any], ...] = ()

    def message_id(self, mail_id: str) -> str:
        """The Message-ID of one of the story's mails."""
        return f"<{self.index:04d}.{mail_id}@mail.example.org>"


def read_duration(text: str) -> timedelta:
    """A span such as "90m", "5h", "3d" or "-2h"."""
    found = re.fullmatch(r"(-?\d+(?:\.\d+)?)([smhd])", str(text))
    if not found:
        raise ValueError(f"{text!r} is no span of time such as 90m, 5h or 3d")
    unit = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}[found[2]]
    return timedelta(**{unit: float(found[1])})


def read_expectations(said: Any) -> tuple[Expectation, ...]:
    """The right answers of a row: one, or a list of alternatives of which the first is preferred."""
    if isinstance(said, Sequence) and not isinstance(said, str):
        return tuple(one for each in said for one in read_expectations(each))
    if isinstance(said, str):
        return (_read_sentence(said),)
    if unknown := set(said) - {"value", "binding", "claimed", "status"}:
        raise ValueError(f"expect: unknown {', '.join(sorted(unknown))}")
    if said["value"] not in ("+1", "0", "-1", None):
        raise ValueError(f"expect: value {said['value']!r} is not '+1', '0', '-1' or null")
    rest = {key: said[key] for key in ("value", "binding", "claimed") if key in said}
    return (Expectation(said.get("status", "counted"), **rest),)


def _read_sentence(said: str) -> Expectation:
    if said in OUTCOMES:
        return Expectation(said)
    found = SENTENCE.fullmatch(said)
    if not found:
        raise ValueError(f"expect: {said!r} is neither one of {', '.join(OUTCOMES)} nor like '+1 binding, claims nothing'")
    status, value, weight, claim = found.groups()
    binding = UNASKED if weight is None else weight == " binding"
    claimed = UNASKED if claim is None else None if claim == "nothing" else claim
    return Expectation(status or "counted", value, binding, claimed)


def load(path: Path) -> Any:
    """The content of one YAML file."""
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def read_stories(folder: Path = HERE) -> list[Story]:
    """Every row of every file of THEMES as a story with a thread and a number of its own."""
    settings = load(folder / "settings.yaml")
    senders = {one["id"]: f"{one['name']} <{one['emails'][-1]}>" for one in load(folder / "roster.yaml")["people"]}
    numbers = {name: setting["numbers"] for name, setting in settings.items()}
    stories: list[Story] = []
    for path, row in _rows(folder):
        setting = row.get("vote", "kip")
        if setting not in settings:
            raise ValueError(f"{path.name}: {row['name']}: vote: {setting!r} is none of {', '.join(settings)}")
        try:
            stories.append(
                _read_story(_name_senders(row, senders), settings[setting], path.stem, (len(stories) + 1, numbers[setting]))
            )
        except (ValueError, KeyError, TypeError) as wrong:
            raise ValueError(f"{path.name}: {row['name']}: {wrong}") from wrong
        numbers[setting] += 2
    return stories


def _rows(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    for path in sorted(path for theme in THEMES for path in folder.glob(f"{theme}-*.yaml")):
        for row in load(path):
            if unknown := set(row) - ROW_KEYS:
                raise ValueError(f"{path.name}: {row.get('name')}: unknown key {', '.join(sorted(unknown))}")
            yield path, row


def _read_story(row: Mapping[str, Any], setting: Mapping[str, Any], theme: str, place: tuple[int, int]) -> Story:
    index, number = place
    call = _read_mail({**setting, **row.get("call", {}), "id": "call", "to": None}, "", default_after="0h")
    subject = call.subject if call.subject.lower().startswith("re:") else f"Re: {call.subject}"
    answers = row.get("mails") or ([{**row, "id": "a"}] if "expect" in row else [])
    mails = [call, *(_read_mail(answer, subject) for answer in answers)]
    cases = row.get("case", ())
    story = Story(
        name=row["name"], theme=theme, setting=row.get("vote", "kip"), index=index, number=number,
        mails=tuple(_number(mail, number) for mail in mails),
        cases=(cases,) if isinstance(cases, int) else tuple(cases),
        rules=setting.get("rules", "kafka"),
        called_at=setting.get("called", CALLED_AT) + timedelta(seconds=index % 600),
        call_missing=row.get("call_missing", False),
        verdict={key: row[key] for key in ("state", "standing", "tally", "closes", "announcement") if key in row},
        also=tuple(row.get("also", ())),
    )  # fmt: skip
    return replace(story, as_of=story.called_at + read_duration(row["as_of"])) if "as_of" in row else story


def _name_senders(row: dict[str, Any], senders: Mapping[str, str]) -> dict[str, Any]:
    """The row with `from: miraok` written out as the name and the last address of that person in the roster."""
    named = dict(row)
    if "from" in row:
        named["from"] = row["from"] if "@" in row["from"] else senders[row["from"]]
    if "mails" in row:
        named["mails"] = [_name_senders(mail, senders) for mail in row["mails"]]
    if "call" in row:
        named["call"] = _name_senders(row["call"], senders)
    return named


def _read_mail(said: Mapping[str, Any], subject: str, default_after: str = "5h") -> Mail:
    if unknown := set(said) - MAIL_KEYS - ROW_KEYS - {"numbers", "rules", "called"}:
        raise ValueError(f"unknown key {', '.join(sorted(unknown))}")
    sent = said.get("sent")
    return Mail(
        id=said["id"], sender=said["from"], after=read_duration(said.get("after", default_after)),
        subject=said.get("subject", subject), body=said.get("body"), to=said.get("to", "call"),
        sent=sent if sent in (None, "missing") else read_duration(sent),
        html=said.get("html"), charset=said.get("charset", "utf-8"), encoding=said.get("encoding"),
        flowed=said.get("flowed", False), parts=tuple(said.get("parts", ())), eml=said.get("eml"),
        copies=said.get("copies", 1), list_name=said.get("list", "dev"),
        headers=said.get("headers", {}), expect=read_expectations(said.get("expect", "none")),
    )  # fmt: skip


def _number(mail: Mail, number: int) -> Mail:
    return replace(
        mail,
        subject=put_numbers(mail.subject, number),
        body=put_numbers(mail.body, number),
        html=put_numbers(mail.html, number),
    )


def put_numbers(text: str | None, number: int) -> Any:
    """The text with {n} and {m} filled in."""
    return text and text.replace("{n}", str(number)).replace("{m}", str(number + 1))
