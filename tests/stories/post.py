"""What does the mail of a story look like on the wire? `python -m tests.stories.post WORDS` prints the stories named so."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone
from email.header import Header
from email.utils import format_datetime, parseaddr
from pathlib import Path
from typing import Any

from .story import Letter, Person, Story, people, read_stories, texts

ATTRIBUTIONS = (  # how mail programs introduce what they quote; each mail keeps to one
    "On {at:%a}, {at:%b} {at.day}, {at.year} at {hour} {name} <{address}> wrote:",
    "On {at.day} {at:%b} {at.year}, at {at:%H:%M}, {name} <{address}> wrote:",
    "{name} wrote:",
)
HEADERS_OF_LISTS = ("List-Id", "List-Post", "Precedence")


def write_archives(story: Story, folder: Path) -> list[Path]:
    """The story's mail in one mbox file or several, in the order in which it is told."""
    archives: dict[int, bytes] = {}
    for place, letter in enumerate(story.letters):
        at = (story.start + letter.after).astimezone(UTC)
        line = f"From dev-return-{place}-archive=example.org@{story.rules}.apache.org {at:%a %b %d %H:%M:%S %Y}\n"
        archives[letter.archive] = archives.get(letter.archive, b"") + line.encode() + build(story, letter) + b"\n"
    paths = [folder / f"{number}.mbox" for number in archives]
    for path, content in zip(paths, archives.values(), strict=True):
        path.write_bytes(content)
    return paths


def message_id(letter: Letter) -> str:
    """The Message-ID of a letter, in angle brackets."""
    return letter.headers.get("Message-ID") or f"<{letter.id}@mail.example.org>"


def build(story: Story, letter: Letter) -> bytes:
    """One mail in the form of RFC 5322 as a list archive keeps it."""
    by_id = {each.id: each for each in story.letters}
    received = "".join(f"Received: {line}\n" for line in _trace(story, letter))
    headers = {**_headers(story, letter, by_id), **letter.headers}
    head = "".join(f"{name}: {value}\n" for name, value in headers.items() if value is not None)
    raw = f"{received}{head}\n{text(story, letter, by_id).rstrip()}\n"
    return re.sub(r"(?m)^(>*From )", r">\1", raw).encode()


def _trace(story: Story, letter: Letter) -> list[str]:
    if not letter.received:
        return []
    at, place = story.start + letter.after, story.letters.index(letter)
    relayed = story.start + letter.relayed if letter.relayed else at - timedelta(seconds=4)
    host = f"mail-oo{place}.sender.example"
    return [
        f"from {host} ({host} [192.0.2.{place + 1}])\n\t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384)"
        f"\n\tby {letter.gateway} (ASF Mail Server) with ESMTPS id 4{place:03d}AB"
        f"\n\tfor <dev@{story.rules}.apache.org>; {format_datetime(at)}",
        f"by {host} with SMTP id abc{place};\n\t{format_datetime(relayed)}",
    ]


def _headers(story: Story, letter: Letter, by_id: dict[str, Letter]) -> dict[str, str | None]:
    host = f"{story.rules}.apache.org"
    above = _ancestors(letter, by_id)
    return {
        "Date": _date(story, letter),
        "From": _encode_name(letter.shown or _sender(letter)),
        "To": f"dev@{host}",
        "Subject": _encode(subject(letter, by_id)),
        "Message-ID": message_id(letter),
        "In-Reply-To": above[-1] if above else None,
        "References": "\n\t".join(above) or None,
        "List-Id": f"<dev.{host}>",
        "List-Post": f"<mailto:dev@{host}>",
        "Precedence": "bulk",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }


def _ancestors(letter: Letter, by_id: dict[str, Letter]) -> list[str]:
    above: list[str] = []
    while letter.to is not None:
        letter = by_id[letter.to]
        above.insert(0, message_id(letter))
    return above


def _date(story: Story, letter: Letter) -> str | None:
    if letter.sent == "missing":
        return None
    on_the_way = timedelta(seconds=5 if letter.received else 0)
    sent = letter.sent if isinstance(letter.sent, timedelta) else letter.after - on_the_way
    return format_datetime((story.start + sent).astimezone(timezone(timedelta(hours=letter.zone))))


def subject(letter: Letter, by_id: dict[str, Letter]) -> str:
    """The letter's own subject, or "Re:" and that of the thread."""
    if letter.subject is not None or letter.to is None:
        return letter.subject or ""
    above = subject(by_id[letter.to], by_id)
    return above if above.lower().startswith("re:") else f"Re: {above}"


def _sender(letter: Letter) -> str:
    person = people().get(letter.sender)
    return f"{person.name} <{person.emails[0]}>" if person else letter.sender


def _encode(text: str) -> str:
    return text if text.isascii() else Header(text, "utf-8", maxlinelen=200).encode()


def _encode_name(sender: str) -> str:
    name, address = parseaddr(sender)
    return sender if sender.isascii() else f"{_encode(name)} <{address}>"


def text(story: Story, letter: Letter, by_id: dict[str, Letter]) -> str:
    """The letter's words, what it quotes, and the footer of its list."""
    own = _own_words(letter)
    if letter.to is not None and letter.quote != "nowhere":
        quoted = _quoted(story, letter, by_id)
        own = f"{quoted}\n\n{own}\n" if letter.quote == "above" else f"{own}\n\n{quoted}\n"
    return own + (texts()[letter.footer].replace("{host}", f"{story.rules}.apache.org") if letter.footer else "")


def _own_words(letter: Letter) -> str:
    person = people().get(letter.sender)
    return letter.body + (person.signature if person and letter.signed else "")


def _quoted(story: Story, letter: Letter, by_id: dict[str, Letter]) -> str:
    answered = by_id[letter.to or ""]
    words = text(story, answered, by_id) if letter.quote == "deep" else _own_words(answered)
    marked = "\n".join(f"> {line}".rstrip() if not line.startswith(">") else f">{line}" for line in words.split("\n"))
    return f"{_attribution(letter, answered, story.start + answered.after)}\n\n{marked}"


def _attribution(letter: Letter, answered: Letter, at: datetime) -> str:
    name, address = parseaddr(answered.shown or _sender(answered))
    form = ATTRIBUTIONS[sum(map(ord, message_id(letter))) % len(ATTRIBUTIONS)]
    return form.format(at=at, hour=f"{at:%I:%M %p}".removeprefix("0"), name=name, address=address)


def write_roster(roster: tuple[Person, ...], roll_calls: Sequence[Mapping[str, Any]] = ()) -> str:
    """A roster file of these people, and of the roll calls that they answered."""
    lines = ["people:"]
    for person in roster:
        lines += [f"  - id: {person.id}", f'    name: "{person.name}"', f"    emails: [{', '.join(person.emails)}]"]
        lines += [f"    names: [{', '.join(person.names)}]"] if person.names else []
        lines += ["    roles:"]
        lines += [
            f"      - {{role: {one['role']}, from: {one['from']}, to: {one.get('to') or 'null'}}}" for one in person.roles
        ]
    lines += ["roll_calls:"] if roll_calls else []
    for call in roll_calls:
        who = f"size: {call['size']}" if "size" in call else f"answered: [{', '.join(call['answered'])}]"
        lines += [f"  - {{at: {call['at']}, {who}}}"]
    return "\n".join(lines) + "\n"


def write_rules(story: Story, folder: Path) -> Path:
    """A folder of rules of the story's own; JSON is YAML."""
    folder.mkdir()
    rules = {"schema": 1, "project": story.rules, "asf": False, **(story.own or {})}
    (folder / "votes.yaml").write_text(json.dumps(rules, indent=1), encoding="utf-8")
    return folder


def main() -> None:
    """Print the mail of the stories whose names hold the words of the command line."""
    words = " ".join(sys.argv[1:]).casefold()
    for story in read_stories():
        if words in story.name.casefold():
            for letter in story.letters:
                sys.stdout.buffer.write(build(story, letter) + b"\n" + b"=" * 80 + b"\n")


if __name__ == "__main__":
    main()
