"""Whom does the text of a result name as voters, and do two spellings name one person?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kipbot.core.announcement.counts import Token, tokenize
from kipbot.core.memo import remembered, remembered_by

_SIGN_OFF = re.compile(
    r"\W*(?:thanks?|thank you|regards|(?:best|kind|warm) regards|cheers|best|yours|sincerely|on behalf|gruß|grüße|viele grüße|merci|saludos|gracias)\b[\s,.!]*(?:[^\W\d_]+[\s,.!]*){0,2}$|--\s*$",
    re.IGNORECASE,
)
_STOP = frozenset(
    "the a an this that these those is are was were be been will has have had not no none nobody n/a na nil reached vote votes voted voting voters yes "
    "i we you they he she it me my our your thanks thank hi hello dear all everyone everybody with for on in at to as so please passed failed result results "
    "following who total of or if release proposal kip quorum there here now binding details see also let next steps artifacts thread tally summary new any other others "
    "only received given cast count counts still more required least including excluding followed regards cheers best name member members person after before".split()
)
_WORD = r"[^\W\d_][\w.'’`´\-]*"
_NAME = re.compile(rf"@?(?:{_WORD}|[a-z]\w*)(?: (?:{_WORD}|\"{_WORD}\")){{0,5}}")
_LAST_FIRST = re.compile(rf"{_WORD}, {_WORD}(?: {_WORD})?")
_BULLET = re.compile(r"\s*(?:[-*•·–+>]|o(?=\s\s)|\d{1,2}[.)]|\(\d{1,2}\))\s+(?=\S)")
_ROLE = re.compile(
    r"\(?\b(?:chair|mentor|rm|release manager|ppmc|champion|vp|himself|me|committer|community|contributor|user)\b\)?",
    re.IGNORECASE,
)
_CELL = re.compile(r"\s*\|\s*|\t+|\s{2,}|\s*[:：]\s+|\s+[-–—]{1,2}\s+|\s*=>\s*|\s*->\s*")
_TOGETHER = re.compile(r"\(?\b(?:all|both|each)(?: (?:of them|are|three|four|five))? (?:non-?)?binding\b.*$", re.IGNORECASE)
_STAR = re.compile(
    r"\*\s*\)?\s*(?:=|:|-|–|denotes|indicates|means|marks|are|is)?\s*(?:a |the )?(?:binding|pmc)\b", re.IGNORECASE
)
_YES = frozenset({"yes", "y", "x", "true", "✓", "✔", "ja", "oui", "是", "binding"})
_STRUCTURE = frozenset("NSFAZBXPCUVOKELQJTD")


@dataclass(slots=True)
class Named:
    """The names found so far, by choice ("F", "A", "Z") and group ("B", "X", "C" committers, "" where it is not said)."""

    people: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    starred: bool = False
    marked: bool = False  # some names of a common list carry "(binding)": the others are not binding

    def add(self, choice: str, group: str, name: str) -> None:
        """Note a name once under its choice; a more exact group replaces none."""
        known = self.people.setdefault((choice, group), [])
        if name not in known:
            known.append(name)

    def of(self, choice: str, *groups: str) -> tuple[str, ...]:
        """The names of one choice in the groups asked for, in the order of the mail."""
        found = [name for group in groups for name in self.people.get((choice, group), ())]
        if self.marked and choice == "F" and ("" in groups) != ("X" in groups):
            plain = self.people.get(("F", ""), [])
            return tuple(name for name in found if name not in plain) if "" in groups else (*found, *plain)
        return tuple(found)


def logical_lines(block: list[str]) -> Iterator[str]:
    """Unwrap a paragraph: an open bracket, a trailing comma, or a list that goes on in the next line joins them."""
    piece = ""
    for text in block:
        if piece and _goes_on(piece, text):
            piece = f"{piece.rstrip()} {text.strip()}"
            continue
        if piece:
            yield piece
        piece = text
    if piece:
        yield piece


def _goes_on(piece: str, text: str) -> bool:
    if len(piece) > 4000 or _SIGN_OFF.match(text):
        return False
    if piece.count("(") > piece.count(")") and len(piece) < 2000:
        return True
    last = piece.rstrip()[-1:]
    if _BULLET.match(text) or "|" in text or "\t" in text.strip() or not text.strip():
        return False
    if last in ",;&" or re.match(r"\s*(?:and|und|et) ", text) or re.search(r"\b(?:and|und|et|from|by)\s*$", piece):
        return True
    if last in ":.!?。":
        return False
    headed = re.match(r"[FAZBXPNSC]", "".join(token.letter for token in tokenize(piece[:40]))) is not None
    if re.match(r"\s*[-+\[(]?\s?\d", text):
        return (
            not headed
            and re.match(r"\s*\S+ ?[:=]", text) is None
            and re.search(r"\b(?:binding|with|and|of|\d+)\s*$", piece) is not None
        )
    if headed and re.search(r"[,;]", piece):
        return not _is_prose(text) and not re.match(r"\s*(?:non|bind|pmc|[+-])", text, re.IGNORECASE)
    return len(piece) > 45 and _is_prose(piece)


@remembered
def _is_prose(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text[:200].casefold())
    return sum(word in _STOP for word in words) >= (1 if len(words) < 4 else 2)


def read_names(blocks: list[list[str]]) -> Named:
    """Read who is named for which choice: lists, tally lines, headings with lists below, tables, names in brackets."""
    named = Named(starred=any(_STAR.search(text) for block in blocks for text in block))
    context: Context = None
    columns: list[str] = []
    for block in blocks:
        fresh = True
        for text in logical_lines(block):
            if _SIGN_OFF.match(text):
                context = None
                continue
            plain = unicodedata.normalize("NFC", text)
            if "|" in plain or "\t" in plain.strip():
                columns = _read_row(plain, columns, named) or columns
                continue
            context = _read_line(plain, context, named, fresh)
            fresh = False
        context = (
            context
            if context is not None and not _SIGN_OFF.match(block[-1]) and (_open_heading(block[-1]) or _BULLET.match(block[-1]))
            else None
        )
    return named


def _open_heading(text: str) -> bool:
    """A line such as "+1 (binding):" or "PMC Members" that names nobody itself."""
    letters = "".join(token.letter for token in tokenize(text))
    return letters.strip("D") != "" and ("W" not in letters or letters.endswith("E"))


Context = tuple[str, str] | tuple[str, str, str] | None  # choice, group, and "open" where a heading said only the group


def _read_line(text: str, context: Context, named: Named, fresh: bool) -> Context:
    bullet = _BULLET.match(text)
    body = text[bullet.end() :] if bullet and not re.match(r"\s*[-+]\s?[01]\b", text) else text.strip()
    tokens = tokenize(body)
    lead = _leading(tokens)
    letters = "".join(token.letter for token in tokens[:lead])
    if re.search(r"[FAZBXPCU]", letters) and not (lead == len(tokens) and context and bullet and re.fullmatch(r"NV", letters)):
        return _read_headed(body, tokens, lead, context, named)
    if _read_person_row(body, named):
        return context
    if _read_inside(body, tokens, named):
        return None
    if context is not None and (bullet or fresh or not _is_prose(body)):
        alone = bullet is not None and len(body) <= 60 and _LAST_FIRST.fullmatch(body.strip())
        people: Sequence[tuple[str, str]] = [(body.strip(), "")] if alone else _people(body, named.starred)
        if people:
            _note(named, context, people)
            return context
        return context if bullet and not _is_prose(body) else None
    return None


def _leading(tokens: tuple[Token, ...]) -> int:
    count = 0
    for token in tokens:
        if token.letter not in _STRUCTURE:
            break
        count += 1
    return count


def _read_headed(body: str, tokens: tuple[Token, ...], lead: int, context: Context, named: Named) -> Context:
    letters = "".join(token.letter for token in tokens[:lead])
    choices, groups = re.findall(r"[FAZ]", letters), re.findall(r"[BXPCU]", letters)
    choice = choices[0] if choices else context[0] if context else "F"
    group = {"P": "B", "U": "X"}.get(groups[0], groups[0]) if groups else ""
    if not group and context is not None and len(context) == 3:
        group = context[1]
    if len(choices) > 1 or len(groups) > 1:  # "3 binding, 2 non-binding": several counts on one line head no list
        _read_inside(body, tokens, named)
        return (choice, "") if len(choices) == 1 and lead == len(tokens) else None
    rest = body[tokens[lead].start :] if lead < len(tokens) else ""
    if not rest:
        return (choice, group) if choices else (choice, group, "open")
    if "O" in letters and letters.rfind("O") > letters.rfind("K"):
        _read_inside(body, tokens, named)
        return choice, group
    tail = "".join(token.letter for token in tokens)
    if tail.endswith("E") and _is_prose(rest) and not re.search(r"[FAZ]", tail[lead:]):
        return choice, group
    if re.search(r"D[^W]*[NSFAZ]|[QJ][NS][BXFAZ]", tail[lead:]):
        _read_inside(body, tokens, named)
        return choice, group
    people = _people(rest, named.starred)
    if people:
        _note(named, (choice, group), people)
        return (choice, group, "open") if context is not None and len(context) == 3 and context[1] == group else (choice, group)
    _read_inside(body, tokens, named)
    return None


def _note(named: Named, context: tuple[str, str] | tuple[str, str, str], people: Sequence[tuple[str, str]]) -> None:
    for name, mark in people:
        named.marked = named.marked or (mark == "B" and not context[1])
        named.add(context[0], mark or context[1] or ("X" if named.starred and context[0] == "F" else ""), name)


def _read_inside(body: str, tokens: tuple[Token, ...], named: Named) -> bool:
    """Names in brackets or after "from" in running text: "+9 binding (A, B) votes and +5 non-binding (C)"."""
    found, choice, group = False, "", ""
    position = 0
    while position < len(tokens):
        letter = tokens[position].letter
        if letter in "FAZ":
            choice = letter
        elif letter in "BXP":
            group = "B" if letter == "P" else letter
        elif letter in "OTE" and (choice or group):
            end = _close(tokens, position)
            people = _people(
                body[tokens[position].end : tokens[end - 1].end if letter != "O" else tokens[end - 1].start], named.starred
            )
            if people and (letter == "O" or end - position > 1):
                _note(named, (choice or "F", group), people)
                found, position = True, end - 1
                choice, group = ("", "") if letter == "O" else (choice, "")
        elif letter == "D":
            choice, group = "", ""
        position += 1
    return found


def _close(tokens: tuple[Token, ...], start: int) -> int:
    """Where a list of names ends: behind its bracket, or before the next count or the end of the sentence."""
    depth = 0
    opened = tokens[start].letter == "O"
    for at in range(start, min(len(tokens), start + 400)):
        letter = tokens[at].letter
        depth += (letter == "O") - (letter == "K")
        if opened and depth == 0:
            return at + 1
        if not opened and at > start and (letter in "DNSFAZ" or (letter in "BXP" and depth == 0)):
            return at - 1 if tokens[at - 1].letter in "JQ" and at - 1 > start else at
    return min(len(tokens), start + 400)


def _people(text: str, starred: bool) -> Sequence[tuple[str, str]]:
    """Cut a run of names; each with its mark "B" or "X", or "" where it has none. Empty where the run is no list of names."""
    return _cut_run((text, starred))


def _length(asked: tuple[str, bool]) -> int:
    return len(asked[0])


@remembered_by(_length)
def _cut_run(asked: tuple[str, bool]) -> Sequence[tuple[str, str]]:
    text, starred = asked
    run = re.sub(r"<[^<>]*>|\[\d+\]", " ", text).strip(" \t.:")
    together = _TOGETHER.search(run)
    if together is not None:
        mark = "X" if "non" in together.group().casefold() else "B"
        return [(name, own or mark) for name, own in _people(run[: together.start()].rstrip(" (,;-–"), starred)]
    pieces = _pieces(run)
    people: list[tuple[str, str]] = []
    for piece in pieces:
        name, mark = _person(piece, starred)
        if name is not None:
            people.append((name, mark))
        elif len(pieces) == 1 or piece.strip():
            bad = len(pieces) == 1 or len(piece) > 60 or not people
            if bad and not re.fullmatch(r"[\s\W]*", piece):
                return people if people and piece is pieces[-1] else []
    return people


def _pieces(run: str) -> list[str]:
    parts = [part.strip() for part in run.split(";")]
    last_first = len(parts) > 1 and all(_LAST_FIRST.fullmatch(part) for part in parts if part)
    split = r";" if last_first else r"[;,、，&/]"
    out, depth, start = [], 0, 0
    for match in re.finditer(rf"[()（）]|{split}|\b(?:and|und|et|y|e|и|as well as)\b(?=\s)|和|及", run):
        mark = match.group()
        if mark in "(（":
            depth += 1
        elif mark in ")）":
            depth = max(0, depth - 1)
        elif depth == 0:
            out.append(run[start : match.start()])
            start = match.end()
    out.append(run[start:])
    return [piece.strip() for piece in out if piece.strip()]


def _person(piece: str, starred: bool) -> tuple[str | None, str]:
    mark = ""
    tokens = tokenize(piece)
    letters = {token.letter for token in tokens}
    if letters & set("BP") and "N" not in letters:
        mark = "B"
    if "X" in letters and "N" not in letters:
        mark = "X"
    if starred and "*" in piece and not mark:
        mark = "B"
    if len(piece) <= 60 and _LAST_FIRST.fullmatch(piece):
        return piece, mark
    bare = re.sub(r"[(\[（][^()\[\]（）]*[)\]）]", lambda match: _kept(match.group()), piece)
    bare = re.sub(r"[*`\"]|^\s*[-+]\s", " ", bare)
    bare = " ".join(_strip_votes(bare).split()).strip(" .:-–—!")
    core = re.sub(r"\s?\([^()]*\)", "", bare).strip()
    if not core or len(core) > 60 or not (_NAME.fullmatch(core) or re.fullmatch(r"[\w.+-]+@[\w.-]+|@?[\w-]{2,39}", core)):
        return None, mark
    words = core.casefold().split()
    if any(word.strip(".") in _STOP for word in words) or core.isdigit():
        return None, mark
    return bare, mark


def _kept(bracket: str) -> str:
    """An id in brackets stays with the name; a role or a weight does not."""
    inner = bracket[1:-1].strip()
    if (
        _ROLE.fullmatch(inner)
        or any(token.letter in "BXPCUFAZ" for token in tokenize(inner))
        or not re.fullmatch(r"@?[\w.+-]{2,40}(?:@[\w.-]+)?", inner)
    ):
        return " "
    return f"({inner})"


def _strip_votes(text: str) -> str:
    spans = [token for token in tokenize(text) if token.letter in "FAZBXP" and not (token.letter == "P" and token.start == 0)]
    for token in reversed(spans):
        text = text[: token.start] + " " + text[token.end :]
    return text


def _read_person_row(body: str, named: Named) -> bool:
    """ "Ann Bell: +1 (binding)", "Ann Bell   +1", "+1 Ann Bell (binding)": one voter's row."""
    cells = [cell.strip() for cell in _CELL.split(body) if cell.strip()]
    if len(cells) < 2:
        match = re.fullmatch(rf"({_WORD}(?:,? {_WORD}){{0,4}}(?: \([\w.@-]+\))?),? (\(?[+-]?[01]\b.{{0,40}})", body)
        if match is None:
            return False
        cells = [match.group(1), match.group(2)]
    return _read_cells(cells, [], named)


def _read_row(text: str, columns: list[str], named: Named) -> list[str]:
    """One row of a table; returns the columns when the row is a heading."""
    cells = [cell.strip() for cell in re.split(r"\||\t", text.strip().strip("|"))]
    lower = [cell.casefold() for cell in cells]
    if any(cell in ("vote", "name", "binding", "voter", "non-binding", "member", "value", "choice", "who") for cell in lower):
        return lower
    if not all(re.fullmatch(r"[-:\s]*", cell) for cell in cells):
        _read_cells(cells, columns, named)
    return []


def _read_cells(cells: list[str], columns: list[str], named: Named) -> bool:
    choice, group, name = "", "", None
    for index, cell in enumerate(cells):
        letters = "".join(token.letter for token in tokenize(cell))
        heading = columns[index] if index < len(columns) else ""
        pure = letters != "" and set(letters) <= set("FAZBXPCUOKVNQD")
        if cell in ("0", "+0", "-0", "±0") and heading != "binding":
            choice = choice or "Z"
        elif pure and re.search(r"[FAZ]", letters):
            choice = choice or re.findall(r"[FAZ]", letters)[0]
            group = "X" if "X" in letters else "B" if set(letters) & set("BP") else group
        elif pure and re.search(r"[BXPCU]", letters):
            group = "X" if set(letters) & set("XU") else "B" if set(letters) & set("BP") else "C"
        elif heading.startswith(("binding", "pmc")):
            group = "B" if cell.casefold() in _YES else "X"
        elif name is None:
            name, _ = _person(cell, starred=False)
    if not choice or name is None:
        return False
    named.add(choice, group, name)
    return True
