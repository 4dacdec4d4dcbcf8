"""What stands inside the armour of PGP and the marks of an archive?"""

from __future__ import annotations

import re

_BEGIN_SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----"
_BEGIN_SIGNATURE = "-----BEGIN PGP SIGNATURE-----"
_END_SIGNATURE = "-----END PGP SIGNATURE-----"
_BEGIN_MESSAGE = "-----BEGIN PGP MESSAGE-----"
_END_MESSAGE = "-----END PGP MESSAGE-----"
_BEGIN_FILE = re.compile(r"begin [0-7]{3,4} \S")


def unwrap(text: str) -> tuple[str, bool]:
    """The text without PGP armour (RFC 4880 7: dash escapes undone), and whether an encrypted block was left out."""
    if "-----BEGIN PGP " not in text:
        return text, False
    out: list[str] = []
    encrypted = False
    signed = False
    until = ""
    for line in text.split("\n"):
        mark = line.rstrip()
        if until:
            # The lines after BEGIN SIGNED MESSAGE ("Hash: SHA256") end with a blank one.
            until = "" if mark == until or (until == "\n" and not mark) else until
        elif mark == _BEGIN_SIGNED:
            signed, until = True, "\n"
        elif mark == _BEGIN_SIGNATURE:
            signed, until = False, _END_SIGNATURE
        elif mark == _BEGIN_MESSAGE:
            encrypted, until = True, _END_MESSAGE
        else:
            out.append(line[2:] if signed and line.startswith("- ") else line)
    return "\n".join(out), encrypted


def drop_files(text: str) -> str:
    """The text without uuencoded files ("begin 644 name" to "end")."""
    if "begin " not in text:
        return text
    out: list[str] = []
    lines = text.split("\n")
    last_end = max((number for number, line in enumerate(lines) if line.rstrip() == "end"), default=-1)
    inside = False
    for number, line in enumerate(lines):
        if inside:
            inside = line.rstrip() != "end"
        elif number < last_end and _BEGIN_FILE.match(line):
            inside = True
        else:
            out.append(line)
    return "\n".join(out)


def unstuff(text: str) -> str:
    """The text without the ">" that an mbox sets before a line that begins with "From ".

    Only where the line stands alone: between lines with ">" it is somebody's quotation.
    """
    if ">From " not in text:
        return text
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line.startswith(">From "):
            beside = (lines[number - 1] if number else "", lines[number + 1] if number + 1 < len(lines) else "")
            if not any(neighbour.startswith(">") for neighbour in beside):
                lines[number] = line[1:]
    return "\n".join(lines)
