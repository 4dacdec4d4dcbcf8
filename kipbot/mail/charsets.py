"""Which characters do these bytes stand for?

Only charsets whose ASCII means ASCII are read. A transform under the name of a charset ("zlib", "rot13", "utf-7",
"unicode_escape") could turn other bytes into a "+1", so it is never run.
"""

from __future__ import annotations

import re

_ISO = {f"iso-8859-{n}": f"iso8859-{n}" for n in (*range(2, 12), *range(13, 17))}
_WINDOWS = {f"windows-{n}": f"cp{n}" for n in range(1250, 1259)} | {f"cp{n}": f"cp{n}" for n in range(1250, 1259)}
_PYTHON_NAME = (
    _ISO
    | _WINDOWS
    | {
        "utf-8": "utf-8",
        "utf8": "utf-8",
        "us-ascii": "ascii",
        "ascii": "ascii",
        "ansi-x3.4-1968": "ascii",
        # Mailers call windows-1252 "iso-8859-1"; browsers and mail programs read it so.
        "iso-8859-1": "cp1252",
        "iso8859-1": "cp1252",
        "latin1": "cp1252",
        "latin-1": "cp1252",
        "iso-8859-8-i": "iso8859-8",
        "koi8-r": "koi8-r",
        "koi8-u": "koi8-u",
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "cp936": "gb18030",
        "x-gbk": "gb18030",
        "gb18030": "gb18030",
        "big5": "cp950",
        "big5-hkscs": "big5hkscs",
        "euc-jp": "euc_jp",
        "euc-kr": "cp949",
        "ks-c-5601-1987": "cp949",
        "iso-2022-jp": "iso2022_jp_2",
        "iso-2022-kr": "iso2022_kr",
        "shift-jis": "cp932",
        "shift_jis": "cp932",
        "x-sjis": "cp932",
        "windows-31j": "cp932",
        "tis-620": "tis_620",
        "windows-874": "cp874",
        "cp874": "cp874",
        "cp866": "cp866",
        "ibm866": "cp866",
        "cp850": "cp850",
        "macintosh": "mac_roman",
        "mac-roman": "mac_roman",
        "x-mac-roman": "mac_roman",
    }
)
_UTF_16 = ("utf-16", "utf-16le", "utf-16be")
# Names under which plain ASCII bytes would show as something else in other mail programs.
_ESCAPED = re.compile(
    r"utf-?7|hz|unicode|escape|rot-?13|punycode|idna|base-?64|quopri|quoted|uu|hex|zlib|zip|bz2|utf-?(?:16|32)|ebcdic|cp(?:037|500|1140)"
)


def decode(raw: bytes, charset: str) -> tuple[str, str | None]:
    """The text, and what is doubtful about it (None where it can be relied on). Never raises.

    An unknown charset is read as UTF-8, then as Latin-1; a doubt is told only where that could matter.
    """
    name = charset.strip().strip("\"'").lower().replace("_", "-") if charset else "us-ascii"
    known = _PYTHON_NAME.get(name)
    if known is not None:
        return _decode_known(raw, known), None
    if name in _UTF_16 and raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", "replace"), None
    doubt = f"charset {_printable(name)} is not read" if _ESCAPED.search(name) else None
    try:
        return raw.decode("utf-8"), doubt
    except UnicodeDecodeError:
        return raw.decode("latin-1"), doubt or f"charset {_printable(name)} is not known"


def decode_unlabelled(raw: bytes) -> str:
    """Header bytes without a charset: UTF-8 where they are valid UTF-8, else Windows-1252."""
    return _decode_known(raw, "utf-8")


def _decode_known(raw: bytes, codec: str) -> str:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        pass
    if codec in ("ascii", "cp1252"):
        # 8-bit text labelled ASCII is UTF-8 more often than anything else.
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            return raw.decode("latin-1")
    if codec == "utf-8":
        try:
            return raw.decode("cp1252")
        except UnicodeDecodeError:
            return raw.decode("latin-1")
    return raw.decode(codec, "replace")


def _printable(name: str) -> str:
    return "".join(c for c in name[:30] if c.isprintable() and c.isascii()) or "(no name)"
