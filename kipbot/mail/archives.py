"""Where is mail in the paths that were given, and where does each mail begin and end?"""

from __future__ import annotations

import gzip
import os
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kipbot.core.errors import WorldFailed, WrongUse
from kipbot.mail.mbox import find_separator

_PEEK_BYTES = 64 * 1024
_GZIP_MAGIC = b"\x1f\x8b"
NO_MAIL = "this is no mail"
_NO_MAIL_FOLDERS = (".git", ".svn", "__pycache__")

_LENGTH = re.compile(rb"^Content-Length:", re.I | re.M)
_FIELD = re.compile(rb"[!-9;-~]{1,100}[ \t]*:")
_MAIL_FIELD = re.compile(
    rb"^(?:from|date|subject|message-id|received|return-path|to|delivered-to|mime-version|in-reply-to)[ \t]*:", re.I | re.M
)


class Form(StrEnum):
    """How the mails lie in a file."""

    MBOX = "mbox"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Source:
    """One file that holds mail; `size_bytes` as it lies on the disk. `trouble` says why it cannot be read."""

    path: Path
    form: Form
    size_bytes: int = 0
    compressed: bool = False
    counted: bool = False  # mails carry Content-Length, which then says where they end
    trouble: str | None = None


def find(paths: Iterable[Path | str]) -> tuple[Source, ...]:
    """The files with mail in the given files and folders, in the order given, folders sorted by name.

    Raises WrongUse where nothing was given, WorldFailed for a path that is missing, unreadable, empty or holds no mail.
    Inside a folder, files that are no mail are passed over; unreadable ones, and those that only have the name of an
    archive, are kept with their `trouble`.
    """
    given = [Path(path) for path in paths]
    if not given:
        raise WrongUse("no archive was given: name an mbox (plain or .gz), a maildir, an .eml file or a folder of them")
    return tuple(source for path in given for source in _find_in(path))


def _find_in(path: Path) -> Iterator[Source]:
    try:
        if not path.exists():
            raise WorldFailed(f"{path}: there is no such file or folder")
        if path.is_file():
            yield _inspect_given(path)
            return
        if not path.is_dir():
            raise WorldFailed(f"{path}: this is neither a file nor a folder")
        sources = list(_walk(os.scandir(path)))
    except OSError as error:
        raise WorldFailed(f"{path}: cannot be read ({why(error)})") from error
    if all(source.trouble == NO_MAIL for source in sources):
        raise WorldFailed(f"{path}: no mail in this folder (looked for mbox, mbox.gz, maildir and .eml files)")
    yield from sources


def _walk(found: Iterable[os.DirEntry[str]]) -> Iterator[Source]:
    entries = sorted(found, key=lambda entry: entry.name)
    is_maildir = {entry.name for entry in entries if entry.is_dir()} >= {"cur", "new"}
    for entry in entries:
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            if not (is_maildir and entry.name == "tmp") and entry.name not in _NO_MAIL_FOLDERS:
                yield from _walk_below(path)
        elif entry.is_file() and not entry.name.startswith("."):
            yield from _inspect_found(path)


def _walk_below(folder: Path) -> Iterator[Source]:
    try:
        entries = list(os.scandir(folder))
    except OSError as error:
        yield Source(folder, Form.SINGLE, trouble=f"cannot be read ({why(error)})")
        return
    yield from _walk(entries)


def _inspect_found(path: Path) -> Iterator[Source]:
    try:
        source = _inspect(path)
    except (OSError, EOFError, zlib.error) as error:
        source = Source(path, Form.SINGLE, trouble=f"cannot be read ({why(error)})")
    if source is None and _claims_mail(path):
        source = Source(path, Form.SINGLE, trouble=NO_MAIL)
    if source is not None:
        yield source


def _claims_mail(path: Path) -> bool:
    """Whether a file is named like an archive and is not empty, as that of a month without mail is."""
    return path.name.endswith((".mbox", ".mbx", ".mbox.gz", ".eml")) and path.stat().st_size > 0


def _inspect_given(path: Path) -> Source:
    try:
        source = _inspect(path)
        if source is not None:
            return source
        if path.stat().st_size == 0:
            raise WorldFailed(f"{path}: the file is empty")
    except (OSError, EOFError, zlib.error) as error:
        raise WorldFailed(f"{path}: cannot be read ({why(error)})") from error
    raise WorldFailed(f"{path}: this is no mail (expected an mbox, an mbox.gz or an .eml file)")


def _inspect(path: Path) -> Source | None:
    with path.open("rb") as stream:
        head = stream.read(_PEEK_BYTES)
    size_bytes = path.stat().st_size
    compressed = head.startswith(_GZIP_MAGIC)
    if compressed:
        with gzip.open(path, "rb") as unpacked:
            head = unpacked.read1(_PEEK_BYTES)
    form = _tell_form(head, path)
    if form is None:
        return None
    counted = form is Form.MBOX and _LENGTH.search(head, 0, head.find(b"\n\n")) is not None
    return Source(path, form, size_bytes, compressed, counted)


def _tell_form(head: bytes, path: Path) -> Form | None:
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if head.startswith(b"From ") and _FIELD.match(head.partition(b"\n")[2].lstrip(b">")):
        return Form.MBOX
    block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    if b"\0" in block:
        return None
    if _FIELD.match(head) and _MAIL_FIELD.search(block):
        return Form.SINGLE
    # An archive that was cut at its head begins in the middle of a mail.
    if (".mbox" in path.name or ".mbx" in path.name) and find_separator(head) >= 0:
        return Form.MBOX
    return None


def why(error: BaseException) -> str:
    """What the system says went wrong, in a few words."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    if isinstance(error, EOFError):
        return "the compressed file ends too early"
    return str(error).lower() or type(error).__name__
