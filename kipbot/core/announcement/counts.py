"""Which numbers does the text of a result state?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kipbot.core.memo import remembered

# One letter for each kind of token, so that the grammar of counts is a small pattern over letters:
# N number, S signed number from +2, F +1, A -1, Z 0, B binding, X non-binding, P PMC, C committers, U community,
# V "votes", O and K brackets, E ":" "=" "-", Q comma, J "and", T "from", L cell border, D end of a sentence, W any other word.
# Where letter case is of no matter it is turned off: the other case of each character of a range is looked for at the start.
_TOKEN = re.compile(
    r"(?P<X>\bno(?:n|t)[\s\-–]{0,2}b[iu]n?d{0,2}in?g?s?\b|\bnon[\s-]?pmc\b|\bunbinding\b|\bnicht[\s-]?bindend\w{0,2}|\bunverbindlich\w{0,2}|\bnon[\s-]contraignant\w{0,2}"
    r"|\bno vinculantes?|\bnão vinculantes?|\bnon vincolant[ei]|非约束(?:性)?|非綁定|非绑定|无约束力?|非具約束力|拘束力なし|необязывающ\w{1,3}|niewiążąc\w{1,3})"
    r"|(?P<B>\bb[iu]n?d{1,2}in?g?s?\b|\bbindend\w{0,2}|\bverbindlich\w{0,2}|\bcontraignant\w{0,2}|\bvinculantes?\b|\bvincolant[ei]\b|有约束力?|约束性|具约束力|綁定|绑定|拘束力あり"
    r"|обязывающ\w{1,3}|wiążąc\w{1,3})"
    r"|(?P<P>\b(?:i|p)?pmc(?: members?| votes?| quorum)?\b)"
    r"|(?P<C>\bcommitters?\b)"
    r"|(?P<U>\b(?:community|contributors?|users?|others|non-committers?)\b(?: members?)?)"
    r"|(?P<F>(?<![\w.+])\+\s?1(?:'?s\b|(?![\d.]\d|\d))|(?<!\w)\+1(?:'?s\b)|\bin favou?r\b|\b(?:ayes?|yeas?|pros)\b|\byes(?=\s*[:=])|赞成票?|贊成票?|賛成|찬성|\bdafür\b|\bpour\b|\ba favor\b|\ba favore\b)"
    r"|(?P<A>(?<![\w.\-])[-−–]1(?:'?s\b|(?![\d.]\d|\d))|\bno(?=\s*[:=]\s*\d)|\b(?:nays?|against|vetoe?s?|objections?|opposed)\b|反对票?|反對票?|反対|반대|\bdagegen\b|\bcontre\b|\ben contra\b|\bcontra\b|\bcontro\b)"
    r"|(?P<Z>(?<![\w.])(?:\+/-|\+-|±|\+|[-−–])0(?![\d.]\d|\d)|(?<=\bno )0\b|(?<=[\s,;])0(?=\s?[:=]\s?\d)|^\s{0,8}(?:[-*•] )?0(?=\s*(?:[:=(|]|votes?\b|$))|\babst(?:ain(?:s|ed|ing)?|entions?|inences?|ensions?)\b|\benthaltung(?:en)?\b|弃权票?|棄權|棄権|기권)"
    r"|(?P<S>(?<![\w.+])\+\d{1,3}(?![\w.]\d|\d))"
    r"|(?P<R>\b(?:rc|jdk|java|version|release|v|take|round|kip|step|section|day|maven|python|scala)[\s.-]?\d[\w.-]*)"
    r"|(?P<N>(?<![a-z0-9_.#/-])\d{1,3}(?![a-z0-9_/]|[.:-]\d)|\b(?:no|none|zero|keine?|aucune?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|zwei|drei|vier|fünf|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|três|quatro|tre)\b(?! (?:hundred|one\b)))"
    r"|(?P<V>\bvot(?:es?|a|o|os|i|ing|ers?)\b|\bstimmen?\b|\bvoix\b|票|表)"
    r"|(?P<G>\b(?:of|them|these|those|which|whom|were|are|is|was|a total|total|x|the|got|received|all|valid|positive|negative|only|additional|plus|with|cast)\b|[×x](?=\s?\d)|[\"'“”‘’`*_•]+|个|個|张|張)"
    r"|(?P<O>[(\[（])|(?P<K>[)\]）])|(?P<E>[:=：]|->|=>|(?<=\s)[-–—](?=\s))|(?P<L>\||\t)|(?P<Q>[,;/&，、；])|(?P<J>\b(?:and|or|und|oder|et|ou|y|o|e|и|以及|和)\b)"
    r"|(?P<T>\b(?:from|by|von|de|par|por|da)\b)|(?P<D>[.!?。！？])|(?P<W>(?-i:[^\s,;/&()\[\]|:=.!?，、；：。！？（）\u3040-\u9fff\uac00-\ud7af]+|[\u3040-\u9fff\uac00-\ud7af]))",
    re.IGNORECASE,
)
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
).split()
_NUMBERS: Mapping[str, int] = {word: number for number, word in enumerate(_WORDS)} | {
    "no": 0, "none": 0, "kein": 0, "keine": 0, "aucun": 0, "aucune": 0, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "deux": 2,
    "trois": 3, "quatre": 4, "cinq": 5, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "três": 3, "quatro": 4, "tre": 3,
}  # fmt: skip
_GRAMMAR = re.compile(
    r"(?P<after>(?P<ag>[BXP])?(?P<ac>[FAZ])V?O?(?P<ag2>[BXP])?K?V?O?[EL]+(?P<an>[NS])(?!V?[FA](?!O?[BX]?K?V?E))(?:V?(?P<ag3>[BXPC]))?)"
    r"|(?P<bare>(?P<bc>[FAZ])V?(?:O?(?P<bg>[BXP])K?)?O?(?P<bn>[NS])(?=K|Q|O?$|D))"
    r"|(?P<front>(?P<fn>[NS])O?(?P<fg>[BXPC])?K?V?(?P<fc>[FAZ])K?V?(?:O?(?P<fg2>[BXP]))?(?:J(?P<fc2>[FAZ]))?)"
    r"|(?P<group>(?P<gn>[NS])K?V?O?(?P<gg>[BXPC])V?)"
    r"|(?P<label>(?P<lg>[BXP])V?O?[ELO](?P<ln>[NS])(?!V?[FA]))"
    r"|(?P<plain>(?P<pn>[NS])V)"
)
_CHOICE_OR_GROUP = ("F", "A", "Z", "B", "X", "P")
_HEADING = re.compile(r"[NSOKJ]*[BXPCU]?O?([FAZ])[BXPVOKENSJQ]*$")
_KEEPS_CONTEXT = re.compile(r"[BXPCUNVOKE]*$|[EW]")
_WANTED = re.compile(
    r"\b(required|requires?|needs?|needed|necessary|minimum(?: of)?|at least|missing|short of|asks? for) (?:the |of |a |minimum )?(?:\d{1,3}|one|two|three|four|five)\b",
    re.IGNORECASE,
)
_RATIO = re.compile(
    r"\b(\d{1,3}) ?\(\+ ?(\d{1,3})\) (?:to|:|-|against) (\d{1,3}) ?\(\+ ?(\d{1,3})\)(?:[^.\n]{0,20}?\b(\d{1,3}) abst)?"
)


class Token(NamedTuple):
    """A piece of a line: its letter, its text, and where it stands."""

    letter: str
    text: str
    start: int
    end: int

    @property
    def number(self) -> int:
        """The number that a token of letter N or S stands for."""
        word = self.text.casefold().lstrip("+")
        return _NUMBERS[word] if word in _NUMBERS else int(word) if word.isdecimal() else 0


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers that a text states; `None` where it states none."""

    binding: int | None = None
    non_binding: int | None = None
    total_for: int | None = None
    against: int | None = None
    against_binding: int | None = None
    zero: int | None = None

    @property
    def any(self) -> bool:
        """Whether the text states a number of votes at all."""
        return any(number is not None for number in (self.binding, self.non_binding, self.total_for, self.against, self.zero))


@remembered
def tokenize(text: str) -> tuple[Token, ...]:
    """Cut one logical line into tokens; the fill words of counting ("of", "total", quotes) are dropped."""
    found = _TOKEN.finditer(text)
    return tuple([Token(str(kind), hit[0].strip(), *hit.span()) for hit in found if (kind := hit.lastgroup) != "G"])


def count_lines(lines: Iterable[str], *, last: bool = False) -> Counts:
    """Read the stated numbers; where a number is said twice the first stands, in a correction the last."""
    found: dict[tuple[str, str], int] = {}
    context, columns = "", ""
    for text in lines:
        plain, letters = _spell(text)
        if "L" in letters and re.search(r"[BXP]", letters) and not re.search(r"[NFAZS]", letters):
            columns = re.sub(r"[^BXP]", "", letters).replace("P", "B")
        elif columns and _count_row(plain, columns, found):
            continue
        else:
            columns = columns if columns and re.fullmatch(r"[\s|:+=\-]*", plain) else ""
            context = _count_line(plain, letters, context, found, last)
    return _sum(found)


@remembered
def _spell(text: str) -> tuple[str, str]:
    """A line without the numbers that are only asked for, and the letters of its tokens."""
    plain = _WANTED.sub(r"\1 so many ", unicodedata.normalize("NFKC", text))
    return plain, "".join([token.letter for token in tokenize(plain)])


def _count_row(text: str, columns: str, found: dict[tuple[str, str], int]) -> bool:
    """A row "| +1 | 4 | 2 |" below the columns "binding", "non-binding"."""
    tokens = [token for token in tokenize(text) if token.letter != "L"]
    letters = "".join(token.letter for token in tokens)
    if re.fullmatch(r"[FAZN]N+", letters) is None or (letters[0] == "N" and tokens[0].number != 0):
        return False
    for group, token in zip(columns, tokens[1:], strict=False):
        found.setdefault((letters[0].replace("N", "Z"), group), token.number)
    return True


def _count_line(text: str, letters: str, context: str, found: dict[tuple[str, str], int], last: bool) -> str:
    for choice, group, number in _read_ratio(text):
        found[choice, group] = number
    tokens = tokenize(text)
    if "L" in letters and "W" in letters:  # a table's row about one voter
        return context
    current = "" if letters[:1] in _CHOICE_OR_GROUP else context
    for match in _find_phrases(letters):
        choices, group, at = _read_match(match)
        named = re.findall(r"[FAZ]", letters[: match.start()])
        for choice in choices or (named[-1] if named and "D" not in letters[: match.start()] else current or "F",):
            if match.lastgroup == "plain" and not current and choice == "F" and tokens[at].number == 0:
                continue
            if last:
                found[choice, group] = tokens[at].number
            else:
                found.setdefault((choice, group), tokens[at].number)
    heading = _HEADING.match(letters)
    return heading.group(1) if heading else context if len(letters) < 8 and _KEEPS_CONTEXT.match(letters) else ""


@remembered
def _find_phrases(letters: str) -> tuple[re.Match[str], ...]:
    return tuple(_GRAMMAR.finditer(letters))


def _read_match(match: re.Match[str]) -> tuple[tuple[str, ...], str, int]:
    """The choices, the group and the position of the number in one phrase of the grammar."""
    part = match.groupdict()
    prefix = {"after": "a", "bare": "b", "front": "f", "group": "g", "label": "l", "plain": "p"}[_phrase(match)]
    choices = tuple(part[name] for name in (f"{prefix}c", f"{prefix}c2") if part.get(name))
    group = next((part[name] for name in (f"{prefix}g", f"{prefix}g2", f"{prefix}g3") if part.get(name)), None) or ""
    return choices, {"P": "B", "C": "B"}.get(group, group), match.start(f"{prefix}n")


def _phrase(match: re.Match[str]) -> str:
    return next(name for name in ("after", "bare", "front", "group", "label", "plain") if match.group(name) is not None)


@remembered
def _read_ratio(text: str) -> tuple[tuple[str, str, int], ...]:
    """ "10(+5) to 8(+3) with 9 abstaining": binding (and not binding) for, against, abstaining."""
    match = _RATIO.search(text)
    if match is None:
        return ()
    keys = (("F", "B"), ("F", "X"), ("A", "B"), ("A", "X"), ("Z", ""))
    return tuple((choice, group, int(number)) for (choice, group), number in zip(keys, match.groups(), strict=True) if number)


def _sum(found: dict[tuple[str, str], int]) -> Counts:
    binding, non_binding, total = found.get(("F", "B")), found.get(("F", "X")), found.get(("F", ""))
    if non_binding is None and binding is not None and total is not None and total >= binding:
        non_binding = total - binding
    parts = [found[key] for key in (("A", "B"), ("A", "X")) if key in found]
    zeros = [found[key] for key in (("Z", "B"), ("Z", "X")) if key in found]
    return Counts(
        binding=binding,
        non_binding=non_binding,
        total_for=total,
        against=found.get(("A", ""), sum(parts) if parts else None),
        against_binding=found.get(("A", "B")),
        zero=found.get(("Z", ""), sum(zeros) if zeros else None),
    )
