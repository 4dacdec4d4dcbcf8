"""Which mails are written to hang readers, and how is it told how long they took?"""

from __future__ import annotations

import base64
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass

# Each four times the one before: below and above the caps of a reader, beyond which time must not grow at all.
SIZES = (3_750, 15_000, 60_000, 240_000, 960_000)
TOO_SHORT = 20.0  # milliseconds; below it a ratio says more about the machine than about the reader
PLAIN = "Content-Type: text/plain; charset=utf-8\n"

Made = tuple[str, str]  # more or other header fields, the body
Maker = Callable[[int], Made]


def _times(text: str, size: int) -> str:
    return text * (size // len(text.encode()) + 1)


def _body(text: str, before: str = "", after: str = "", fields: str = PLAIN) -> Maker:
    return lambda size: (fields, before + _times(text, size) + after + "\n")


def _field(name: str, text: str, before: str = "", after: str = "") -> Maker:
    return lambda size: (f"{name}: {before}{_times(text, size)}{after}\n{PLAIN}", "+1\n")


def _html(text: str, before: str = "<p>+1</p>", after: str = "") -> Maker:
    return _body(text, before, after, "Content-Type: text/html; charset=utf-8\n")


def _nested(size: int) -> Made:
    depth = size // 90
    body = "".join(f'--m{level}\nContent-Type: multipart/mixed; boundary="m{level + 1}"\n\n' for level in range(depth))
    return 'Content-Type: multipart/mixed; boundary="m0"\n', body


def _coded(size: int) -> Made:
    noise = base64.encodebytes(random.Random(3).randbytes(size * 3 // 4)).decode()
    return f"{PLAIN}Content-Transfer-Encoding: base64\n", noise


def _twins(size: int) -> Made:
    lines = [f"word{number % 97} and more of it\n" for number in range(size // 50)]
    html = "".join(f"<div>{line}</div>" for line in reversed(lines))
    parts = f"--m\nContent-Type: text/plain\n\n{''.join(lines)}\n--m\nContent-Type: text/html\n\n{html}\n--m--\n"
    return 'Content-Type: multipart/alternative; boundary="m"\n', parts


def _noise(size: int) -> Made:
    source = random.Random(5)
    words = (
        "+1",
        "-1",
        "binding",
        "(",
        ")",
        ">",
        "vote",
        "if",
        "I",
        "not",
        "wrote:",
        "On",
        ",",
        "\n",
        "\n\n",
        "was",
        '"',
        "?",
        "[",
        "]",
        ":",
        "http://a.b",
        "因为",
    )
    return PLAIN, "".join(words[int(source.random() * len(words))] + " " for _ in range(size // 4))


def _prose(size: int) -> Made:
    line = "As far as I can see, the slow follower drops every second heartbeat when a node leaves the ring, which nobody had expected.\n"
    return PLAIN, _times(line, size) + "\n+1 (binding)\n"


def _numbered(text: str, before: str = "") -> Maker:
    return lambda size: (PLAIN, before + "".join(text.format(number=number) for number in range(size // len(text))))


KINDS: dict[str, Maker] = {
    # headers
    "From of quotes": _field("From", '"', after=" <a@example.org>"),
    "From of escaped quotes": _field("From", '\\"', before='"', after='" <a@example.org>'),
    "From of comments": _field("From", "(", after=" a@example.org"),
    "From of brackets": _field("From", "<", after="a@example.org>"),
    "From of many addresses": _field("From", "Ann Lee <ann@example.org>, "),
    "Cc of many addresses": _field("Cc", "Ann Lee <ann@example.org>, "),
    "Cc of groups": _field("Cc", "a:b@example.org;"),
    "Subject of =?": _field("Subject", "=?", before="[VOTE] KIP-1: "),
    "Subject of encoded words": _field("Subject", "=?utf-8?Q?+1?= ", before="[VOTE] KIP-1: "),
    "Subject of brackets": _field("Subject", "[", before="[VOTE] KIP-1: "),
    "Subject of reply marks": _field("Subject", "Re: ", after="[VOTE] KIP-1: A title"),
    "Subject of tags": _field("Subject", "[VOTE] ", after="KIP-1: A title"),
    "Subject of blanks": _field("Subject", " ", before="[VOTE] KIP-1:", after="x"),
    "100,000 References": lambda size: (f"References: {''.join(f'<{n:x}@e>' + chr(10) + ' ' for n in range(size // 9))}<z@e>\n{PLAIN}", "+1\n"),
    "References of <": _field("References", "<"),
    "folded headers": _field("X-Folded", "a\n "),
    "many headers": lambda size: ("".join(f"X-{n}: a\n" for n in range(size // 10)) + PLAIN, "+1\n"),
    "many Received": _field("Received", "from a by b; Mon, 1 Jan 2024 00:00:00 +0000\nReceived: "),
    "Date of digits": _field("Date", "1"),
    "Date of comments": _field("Date", "(", before="Mon, 1 Jan 2024 00:00:00 +0000 "),
    "Content-Type of parameters": lambda size: (f"Content-Type: text/plain{_times('; a=b', size)}\n", "+1\n"),
    "Content-Type of quotes": lambda size: (f"Content-Type: multipart/mixed; boundary={_times(chr(34), size)}\n", "+1\n"),
    "List-Id of brackets": _field("List-Id", "<"),
    # parts and codings
    "nested multiparts": _nested,
    "false boundaries": _body("--m", 'x\n', fields='Content-Type: multipart/mixed; boundary="m"\n'),
    "boundaries on lines": _body("--m\n\n", fields='Content-Type: multipart/mixed; boundary="m"\n'),
    "almost boundaries": _body("--mm\n", "--m\n\n+1\n", fields='Content-Type: multipart/mixed; boundary="m"\n'),
    "attached mails": _body("Content-Type: message/rfc822\n\n", fields="Content-Type: message/rfc822\n"),
    "base64 junk": _coded,
    "base64 of padding": _body("=", fields=f"{PLAIN}Content-Transfer-Encoding: base64\n"),
    "soft line breaks": _body("=\n", fields=f"{PLAIN}Content-Transfer-Encoding: quoted-printable\n"),
    "uuencoded begins": _body("begin 644 a\n"),
    "PGP begins": _body("-----BEGIN PGP SIGNED MESSAGE-----\n\n"),
    "text and HTML that differ": _twins,
    # HTML
    "HTML of <div": _html("<div"),
    "HTML of <div>": _html("<div>"),
    "HTML of &": _html("&"),
    "HTML of &#": _html("&#1"),
    "HTML of <!--": _html("<!--"),
    "HTML of <style>": _html("<style>"),
    "HTML of attributes": _html(" a='b", "<p"),
    "HTML of blockquotes": _html("<blockquote>+1</blockquote>"),
    # lines and quotes
    "On Mon, On Mon": _body("On Mon, "),
    "On Mon lines": _body("On Mon,\n"),
    "attributions": _body("On Mon, Jan 2, 2023 at 10:00 AM Ann Lee <ann@example.org>\nwrote:\n> +1\n"),
    "blank lines": _body("\n", "+1\n", "+1"),
    "lines of blanks": _body("   \n", "+1\n", "+1"),
    "> lines": _body(">\n", "+1\n"),
    "one line of >": _body(">"),
    "> > > lines": _body("> " * 400 + "+1\n"),
    "one long line": _body("a"),
    "one long line of words": _body("word "),
    "blanks in one line": _body(" ", "+1", "x"),
    "signatures": _body("-- \nAnn\n"),
    "rules of underscores": _body("_" * 40 + "\n"),
    "original messages": _body("-----Original Message-----\nFrom: Ann Lee\n"),
    "format=flowed": _body("word \n", fields="Content-Type: text/plain; charset=utf-8; format=flowed\n"),
    "flowed quotes": _body("> word \n>> +1 \n", fields="Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\n"),
    "unmarked quotes": _body("I would like to start the vote on KIP-1.\n", "+1\n\n"),
    "unmarked header block": _body("From: Ann Lee <ann@example.org>\nSent: Monday\nTo: dev\nSubject: vote\n\n+1\n"),
    # ballots
    "+1 +1 +1": _body("+1 "),
    "+1 lines": _body("+1\n"),
    "+1 if": _body("+1 if "),
    "I vote +1 and": _body("I vote +1 and "),
    "+1+1+1": _body("+1"),
    "++++": _body("+"),
    "----": _body("- "),
    "brackets and +1": _body("(+1 [", "+1 "),
    "(((( behind +1": _body("(", "+1 "),
    "quotation marks and +1": _body('"+1" '),
    "tally lines": _numbered("Name{number}: +1\n"),
    "tally lines in a result": _numbered("Ann Lee {number}: +1 (binding)\n", "The vote has passed with 3 binding +1 votes:\n\n"),
    "names": _body("Ann Lee, ", "The vote passed. Binding +1: "),
    "ticked boxes": _body("[x] +1 approve\n[ ] -1 do not\n"),
    "empty boxes": _body("[ ] "),
    "options": _body("Option A: +1, Option B: -1\n"),
    "I withdraw": _body("I withdraw my vote. "),
    "not not not": _body("not ", after="+1"),
    "would would": _body("I would ", after="+1"),
    "dots": _body("+1. "),
    "one sentence": _body("and then ", "+1 (binding) ", ". +1"),
    "commas": _body(",", "+1 "),
    "addresses": _body("http://example.org/a_b+1 "),
    "deadlines": _body("The vote is open for 72 hours until Friday 10:00 UTC. "),
    "emoji": _body("👍", "+1 "),
    "combining marks": _body("\u0301", "+1 a"),
    "no breaks in Chinese": _body("投票结果通过赞成", "+1 "),
    "no-break spaces": _body("\u00a0", "+1", "binding"),
    "zero-width characters": _body("\u200b", "+1"),
    "carriage returns": _body("+1\r"),
    "NUL bytes": _body("\0", "+1"),
    "proposal keys": _body("KIP-1 "),
    "a noise of words": _noise,
    "long prose": _prose,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds of one kind: of the whole way at each size, as an answer or as a call, and of the reader alone at the largest."""

    kind: str
    whole: tuple[float, ...]
    reader: float
    place: str

    @property
    def most(self) -> float:
        """The longest that one mail of the kind took."""
        return max(self.whole)

    @property
    def growth(self) -> float:
        """The most that four times the bytes multiply the time; 1 where it is too short to tell."""
        pairs = zip(self.whole, self.whole[1:], strict=False)
        return max((large / max(small, 1.0) for small, large in pairs if large >= TOO_SHORT), default=1.0)


def worst(timings: Iterable[Timing]) -> tuple[Timing, Timing]:
    """The slowest kind, and the one whose time grows most steeply."""
    timings = list(timings)
    return max(timings, key=lambda timing: timing.most), max(timings, key=lambda timing: timing.growth)
