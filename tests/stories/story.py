"""Which stories are there, what mail do they consist of, and what must the clerk say of them?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from tests.corpus.rows import load, read_duration

HERE = Path(__file__).parent
BOOKS = ("people.yaml", "texts.yaml")  # every other file of this folder holds stories
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)  # a Monday; a story may start at another moment
STORY_KEYS = {"name", "why", "rules", "own", "start", "people", "only", "roll_calls", "forms", "mails", "expect"}
LETTER_KEYS = {
    "id", "from", "as", "after", "to", "subject", "body", "quote", "sent", "zone", "headers", "archive", "received", "gateway",
    "relayed", "footer", "signed",
}  # fmt: skip
VOTE_KEYS = {
    "as_of", "votes", "optional", "of", "thread", "kind", "state", "standing", "tally", "caller", "called_at", "closes", "rule",
    "ballots", "entries", "announcement", "says",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who writes mail; only people with roles stand in the roster."""

    id: str
    name: str
    emails: tuple[str, ...]
    names: tuple[str, ...] = ()
    signature: str = ""
    roles: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail; times count from the start of its story."""

    id: str
    sender: str  # the id of a person, or "Any Name <any@address.example>"
    after: timedelta
    body: str
    subject: str | None = None  # None: "Re:" and the subject of the thread
    to: str | None = None  # the letter that it answers; None begins a thread
    shown: str | None = None  # what the From header says where it is not the sender's own name and address
    quote: str = "below"  # where the answered letter is quoted: below, above, deep (with what it quotes itself) or nowhere
    sent: timedelta | str | None = None  # what the Date header says where it is not the time of arrival; "missing" for none
    zone: float = 0
    headers: Mapping[str, str | None] = field(default_factory=dict)
    archive: int = 0
    received: bool = True
    gateway: str = "mailgw-he-de.apache.org"
    relayed: timedelta | None = None  # when the sender's own host had it, where that was long before
    footer: str | None = None
    signed: bool = True


@dataclass(frozen=True, slots=True)
class Moment:
    """What must hold as of one moment (None: the newest mail): how many votes there are, and what is said of some of them."""

    as_of: datetime | None
    counts: tuple[int, ...]
    votes: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """The mail of one or several votes, the people who know each other in it, and what the clerk must say of it."""

    name: str
    why: str
    theme: str
    rules: str
    start: datetime
    roster: tuple[Person, ...]
    letters: tuple[Letter, ...]
    moments: tuple[Moment, ...]
    roll_calls: tuple[Mapping[str, Any], ...] = ()
    own: Mapping[str, Any] | None = None  # rules of the story's own, in place of those of a project


@cache
def people() -> Mapping[str, Person]:
    """The people of all stories by their ids."""
    return {id: _read_person(id, said) for id, said in load(HERE / "people.yaml").items()}


@cache
def texts() -> Mapping[str, str]:
    """The subjects and calls that many stories share, and the footers of lists."""
    return dict(load(HERE / "texts.yaml"))


def _read_person(id: str, said: Mapping[str, Any]) -> Person:
    return Person(
        id, said["name"], tuple(said["emails"]), tuple(said.get("names", ())), said.get("signature", ""), tuple(said["roles"])
    )


def read_stories(folder: Path = HERE) -> list[Story]:
    """Every story of every file; one with forms is as many stories."""
    return [
        _read_story(one, path.stem)
        for path in sorted(folder.glob("*.yaml"))
        if path.name not in BOOKS
        for row in load(path)
        for one in _put_forms(row)
    ]


def _put_forms(row: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The story once for each of its forms, which stand for {form} and give it the end of its name."""
    if "forms" not in row:
        yield dict(row)
    for form in row.get("forms", ()):
        told = " ".join(form.split())
        filled = _put(row, "{form}", form)
        yield {**filled, "name": f"{row['name']}: {told if len(told) <= 90 else told[:88] + ' …'}"}


def _put(said: Any, mark: str, text: str) -> Any:
    if isinstance(said, str):
        return said.replace(mark, text)
    if isinstance(said, Mapping):
        return {key: _put(each, mark, text) for key, each in said.items()}
    return [_put(each, mark, text) for each in said] if isinstance(said, list) else said


def _read_story(row: Mapping[str, Any], theme: str) -> Story:
    _refuse_others(row, STORY_KEYS, row["name"])
    start = row.get("start", START)
    return Story(
        name=row["name"], why=row["why"], theme=theme, rules=row.get("rules", "kafka"), start=start,
        roster=tuple(_read_roster(row.get("people", {}), row.get("only"))),
        letters=tuple(_read_letters(row)), moments=tuple(_read_moments(row["expect"], start)),
        roll_calls=tuple(row.get("roll_calls", ())), own=row.get("own"),
    )  # fmt: skip


def _refuse_others(said: Mapping[str, Any], known: set[str], place: str) -> None:
    if unknown := set(said) - known:
        raise ValueError(f"{place}: unknown key {', '.join(sorted(unknown))}")


def _read_roster(own: Mapping[str, Any], only: Sequence[str] | None) -> Iterator[Person]:
    """Everybody who has a role, or only those named; the story's own people come on top or in place of others."""
    standing = {id: person for id, person in people().items() if person.roles and (only is None or id in only)}
    yield from {**standing, **{id: _read_person(id, said) for id, said in own.items()}}.values()


def _read_letters(row: Mapping[str, Any]) -> Iterator[Letter]:
    first = row["mails"][0]["id"]
    for said in row["mails"]:
        _refuse_others(said, LETTER_KEYS, row["name"])
        senders = said["from"]
        if isinstance(senders, str):
            yield _read_letter(said, senders, first)
            continue
        for place, sender in enumerate(senders):  # several people, an hour apart, in the same words
            after = f"{read_duration(said['after']).total_seconds() + 3600 * place}s"
            yield _read_letter({**said, "id": f"{said['id']}{sender}", "after": after}, sender, first)


def _read_letter(said: Mapping[str, Any], sender: str, first: str) -> Letter:
    for key in ("subject", "body"):
        if said.get(key):
            said = {**said, key: _put_texts(said[key])}
    sent, relayed = said.get("sent"), said.get("relayed")
    return Letter(
        id=said["id"], sender=sender, after=read_duration(said.get("after", "0h")), body=said["body"],
        subject=said.get("subject"), to=said.get("to", None if said["id"] == first else first), shown=said.get("as"),
        quote=said.get("quote", "below"), sent=sent if sent in (None, "missing") else read_duration(sent),
        zone=said.get("zone", 0), headers=said.get("headers", {}), archive=said.get("archive", 0),
        received=said.get("received", True), gateway=said.get("gateway", "mailgw-he-de.apache.org"),
        relayed=relayed and read_duration(relayed), footer=said.get("footer"), signed=said.get("signed", True),
    )  # fmt: skip


def _put_texts(said: str) -> str:
    for name, text in texts().items():
        said = said.replace("{" + name + "}", text.rstrip("\n"))
    return said


def _read_moments(expected: Sequence[Mapping[str, Any]], start: datetime) -> Iterator[Moment]:
    """The entries of `expect` by moment; without `votes` there are as many votes as entries."""
    by_moment: dict[str | None, list[Mapping[str, Any]]] = {}
    for each in expected:
        _refuse_others(each, VOTE_KEYS, "expect")
        by_moment.setdefault(each.get("as_of"), []).append(each)
    for as_of, entries in by_moment.items():
        told = next((each["votes"] for each in entries if "votes" in each), len(entries))
        yield Moment(
            as_of=None if as_of is None else start + read_duration(as_of),
            counts=tuple(told) if isinstance(told, list) else (told,),
            votes=tuple(each for each in entries if set(each) - {"as_of", "votes"}),
        )
