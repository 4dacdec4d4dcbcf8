"""What does a reader see of an HTML mail?

A tolerant tokenizer of its own: each token is taken at the place where the last one ended and none can fail, so it is linear.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

MAX_QUOTE_MARKS = 20

# A tag, comment or quoted value that never ends runs to the end of the text, as in browsers; so no token is tried twice.
_TOKEN = re.compile(
    r"<!--(?:.*?-->|.*+)"
    r"|<[!?][^>]*+>?"
    r"""|<(/?)([A-Za-z][^\s/>"'<]{0,40})((?:[^>=]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|))*+)>?"""
    r"|([^<]++|<)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([A-Za-z-]{1,30})\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"']*+))""")
_LONG_NUMBER = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9A-Fa-f]{7,});?")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_SKIPPED = frozenset(
    {"script", "style", "title", "template", "iframe", "noframes", "object", "svg", "math", "select", "audio", "video"}
)
_STRUCK = frozenset({"s", "strike", "del"})
_VOID = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "wbr", "col", "area", "base", "embed", "source", "track", "param"}
)
_BLOCK = frozenset(
    "p div li tr ul ol dl dt dd table tbody thead h1 h2 h3 h4 h5 h6 pre blockquote section article header footer nav aside main"
    " address center form fieldset figure hr body html head".split()
)
_SPACED = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "hr"})
_CLOSES_ITSELF = frozenset({"p", "li", "td", "th", "tr", "option", "dt", "dd"})
_HIDING = re.compile(
    r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}(?:hidden|collapse)|mso-hide\s{0,5}:\s{0,5}all"
    r"|font-size\s{0,5}:\s{0,5}(?:0(?:\.0{0,9})?(?:px|pt|em|%|rem)?|1(?:px|pt))\s{0,5}(?:;|!|\Z)"
    r"|(?<![a-z-])opacity\s{0,5}:\s{0,5}0(?:\.0{0,9})?\s{0,5}(?:;|!|\Z)|(?:text-indent|left|top)\s{0,5}:\s{0,5}-\d{3,}",
    re.IGNORECASE,
)
_NO_ROOM = re.compile(r"(?<![a-z-])(?:max-)?(?:height|width)\s{0,5}:\s{0,5}0(?:px|pt|em|%)?\s{0,5}(?:;|!|\Z)", re.IGNORECASE)
_OVERFLOW = re.compile(r"overflow\s{0,5}:\s{0,5}hidden", re.IGNORECASE)
_FORE = re.compile(r"(?<![a-z-])color\s{0,5}:\s{0,5}([^;!]{1,40})", re.IGNORECASE)
_BACK = re.compile(r"background(?:-color)?\s{0,5}:\s{0,5}([^;!]{1,40})", re.IGNORECASE)
_WHITE = re.compile(
    r"(?:white|transparent|#f{3}|#f{6}|#fe{1}fefe|rgba?\(\s?255\s?,\s?255\s?,\s?255\s?(?:,[^)]{1,9})?\)|rgba\([^)]{1,30},\s?0\))\Z",
    re.I,
)
_STYLE_COMMENT = re.compile(r"/\*[^*]{0,200}\*/")
_SIGNATURE = re.compile(r"(?:^|\s)(?:gmail_signature|moz-signature)(?:\s|\Z)")
_SELECTOR = re.compile(r"([a-z0-9]*)(?:([.#])([\w-]+))?\Z")


@dataclass(slots=True)
class _Open:
    """An element that is open: whether it hides what is inside, quotes it, or gives it a dark ground."""

    tag: str
    hidden: bool = False
    quoted: bool = False
    grounded: bool = False
    fixed: bool = False


@dataclass(slots=True)
class _Page:
    """The lines as they come to be, and the elements that are open."""

    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    open_tags: dict[str, int] = field(default_factory=dict)
    hidden: int = 0
    depth: int = 0
    grounded: int = 0
    fixed: int = 0
    hiding_rules: frozenset[str] = frozenset()

    def push(self, element: _Open) -> None:
        if element.quoted:
            self.end_line()
        self.stack.append(element)
        self.open_tags[element.tag] = self.open_tags.get(element.tag, 0) + 1
        self.hidden += element.hidden
        self.depth += element.quoted
        self.grounded += element.grounded
        self.fixed += element.fixed

    def pop(self, tag: str) -> None:
        if not self.open_tags.get(tag):
            return
        while self.stack:
            element = self.stack.pop()
            self.open_tags[element.tag] -= 1
            if element.quoted:
                self.end_line()
            self.hidden -= element.hidden
            self.depth -= element.quoted
            self.grounded -= element.grounded
            self.fixed -= element.fixed
            if element.tag == tag:
                return

    def end_line(self, *, always: bool = False) -> None:
        words = "".join(self.line)
        self.line.clear()
        words = words.replace("\xa0", " ")
        words = words.rstrip() if self.fixed else words.strip()
        words = "-- " if words == "--" else words
        if words or always:
            marks = ">" * min(self.depth, MAX_QUOTE_MARKS)
            self.lines.append(f"{marks} {words}" if marks and words else marks or words)

    def space(self) -> None:
        self.end_line()
        if self.lines and self.lines[-1].strip("> "):
            self.lines.append(">" * min(self.depth, MAX_QUOTE_MARKS))

    def begin_signature(self) -> None:
        """Set the mark that plain text has, where the sender's program knows its signature by a class only."""
        self.end_line()
        if not self.lines or self.lines[-1].strip("> -"):
            self.line.append("--")
            self.end_line()

    def write(self, words: str) -> None:
        if self.fixed:
            first, *rest = words.split("\n")
            self.line.append(first)
            for more in rest:
                self.end_line(always=True)
                self.line.append(more)
            return
        words = _SPACES.sub(" ", words)
        if words != " " or (self.line and not self.line[-1].endswith(" ")):
            self.line.append(words)


@dataclass(slots=True)
class Room:
    """How much more may be read of a mail: tokens of HTML and lines of text. What is read is taken off."""

    tokens: int = 30_000
    lines: int = 5_000


def read_markup(text: str, room: Room) -> tuple[str, bool]:
    """The visible text of HTML, quotations marked with ">", and whether all of it was read.

    Script, style, comments, attributes, struck-out and hidden text are dropped. Never raises; linear in the length of the text.
    """
    page = _Page()
    at = 0
    while at < len(text) and room.tokens > 0 and len(page.lines) < room.lines:
        room.tokens -= 1
        token = _TOKEN.match(text, at)
        if token is None or token.end() == at:
            break
        at = token.end()
        closing, tag, attributes, words = token.groups()
        if words is not None:
            if not page.hidden:
                page.write(html.unescape(_LONG_NUMBER.sub("\ufffd", words)) if "&" in words else words)
        elif tag is not None:
            at = _take_tag(page, text, at, (closing, tag.lower(), attributes))
    page.end_line()
    room.lines -= len(page.lines)
    return "\n".join(page.lines), at >= len(text)


def _take_tag(page: _Page, text: str, at: int, given: tuple[str, str, str]) -> int:
    closing, tag, attributes = given
    if tag in _SKIPPED and not closing:
        return _skip(page, text, at, tag)
    if tag == "br" and not page.hidden:
        page.end_line(always=True)
    elif tag in _BLOCK and not page.hidden:
        page.space() if tag in _SPACED else page.end_line()
    elif tag in ("td", "th") and closing:
        page.write(" ")
    if closing:
        page.pop(tag)
    elif tag not in _VOID:
        if tag in _CLOSES_ITSELF and page.stack and page.stack[-1].tag == tag:
            page.pop(tag)
        page.push(_open(page, text, at, tag, attributes))
    return at


def _skip(page: _Page, text: str, at: int, tag: str) -> int:
    end = re.compile(rf"</{tag}[\s/>]", re.IGNORECASE).search(text, at)
    stop = end.start() if end else len(text)
    if tag == "style":
        page.hiding_rules |= _find_hiding_rules(text[at : min(stop, at + 64 * 1024)])
    close = text.find(">", stop) if end else -1
    return close + 1 if close >= 0 else len(text)


def _find_hiding_rules(sheet: str) -> frozenset[str]:
    hiding = set()
    for rule in sheet.split("}")[:2000]:
        selectors, _, body = rule.rpartition("{")
        if body and _HIDING.search(body[:2000]):
            hiding |= {name.strip().lower() for name in selectors[-500:].rpartition("{")[2].split(",")}
    return frozenset(name for name in hiding if name and _SELECTOR.match(name))


def _open(page: _Page, text: str, at: int, tag: str, raw: str) -> _Open:
    if tag == "blockquote":
        return _Open(tag, quoted=not page.hidden, hidden=_hides(page, tag, _read_attributes(raw)))
    if not raw.strip(" /\n\t\r"):
        return _Open(tag, hidden=tag in _STRUCK or tag in page.hiding_rules, fixed=tag == "pre")
    given = _read_attributes(raw)
    if _SIGNATURE.search(given.get("class", "").lower()) and not page.hidden:
        page.begin_signature()
    style = given.get("style", "")
    ground = _BACK.search(style)
    colour = ground[1].strip() if ground else given.get("bgcolor", "")
    return _Open(
        tag,
        hidden=tag in _STRUCK or _hides(page, tag, given),
        quoted=_quotes(given, text, at),
        grounded=bool(colour) and not _WHITE.match(colour),
        fixed=tag == "pre" or "pre-wrap" in style,
    )


def _read_attributes(raw: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(raw[:4000]):
        found.setdefault(name.lower(), html.unescape(_LONG_NUMBER.sub("", double or single or bare)))
    if re.search(r"(?:^|\s)hidden(?:\s|/|\Z)", raw[:400], re.IGNORECASE):
        found.setdefault("hidden", "")
    return found


def _hides(page: _Page, tag: str, given: dict[str, str]) -> bool:
    style = _STYLE_COMMENT.sub("", given.get("style", ""))
    if "hidden" in given or (tag == "font" and given.get("size") == "0"):
        return True
    if _HIDING.search(style) or (_NO_ROOM.search(style) and _OVERFLOW.search(style)):
        return True
    names = [f".{name}" for name in given.get("class", "").lower().split()[:20]] + [f"#{given.get('id', '').lower()}"]
    if page.hiding_rules and not page.hiding_rules.isdisjoint([tag, *names, *(tag + name for name in names)]):
        return True
    return _has_colour_of_ground(page, tag, given, style)


def _has_colour_of_ground(page: _Page, tag: str, given: dict[str, str], style: str) -> bool:
    """White on white, or a colour on itself."""
    fore, ground = _FORE.search(style), _BACK.search(style)
    colour = fore[1].strip().lower() if fore else (given.get("color", "").lower() if tag == "font" else "")
    behind = ground[1].strip().lower() if ground else ""
    if not colour or not _WHITE.match(colour):
        return bool(colour) and colour == behind
    return _WHITE.match(behind) is not None if behind else not page.grounded


def _quotes(given: dict[str, str], text: str, at: int) -> bool:
    names = given.get("class", "").lower()
    if "yahoo_quoted" in names or given.get("type", "").lower() == "cite":
        return True
    # Gmail wraps attribution, quotation and the answers between them into one "gmail_quote": there the blockquotes tell.
    return "gmail_quote" in names and text.find("<blockquote", at, at + 20_000) < 0
