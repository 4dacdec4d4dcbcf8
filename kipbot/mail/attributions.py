"""Does a line (or two, three, four wrapped ones) say who wrote the words below it?"""

from __future__ import annotations

import re
from enum import IntEnum

# Emphasis and the invisible direction marks of right-to-left mail programs.
EDGES = "*_ \t\xa0" + "".join(map(chr, (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0x200B)))
LONGEST = 500  # characters; nobody's name, address and date take more

MONTHS = (
    "jan feb mar apr may jun jul aug sep oct nov dec janv févr mars avr mai juin juil août sept déc fév ene abr ago dic gen mag giu "
    "lug set ott fev out dez mrt mei maa märz mär okt sty lut kwi maj cze lip sie wrz paź lis gru led úno bře dub kvě čvn čvc srp zář "
    "říj lis pro янв фев мар апр мая май июн июл авг сен окт ноя дек січ лют бер кві тра чер лип сер вер жов лис гру oca şub nis haz "
    "tem ağu eyl eki kas ara tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu thg ιαν φεβ μαρ απρ μαϊ ιουν ιουλ "
    "αυγ σεπ οκτ νοε δεκ"
).split()
VERBS = (
    r"wrote|writes|written by|said|says|typed|schrieb|schrieben|schreibt|schreef|het volgende geschreven|a écrit|a ecrit|écrit|"
    r"escribió|escribio|ha escrito|escribiu|escreveu|ha scritto|scrisse|scriveva|va escriure|ha escrit|a scris|"
    r"skrev|skreiv|skrifaði|følgende|kirjoitti|kirjutas|rakstīja|rašė|parašė|"
    r"napisał\(a\)|napisał/a|napisał|napisała|napisal|pisze|napsal\(a\)|napsal/a|napsal|napsala|napísal\(a\)|napísal|napísala|"
    r"je napisao/la|je napisao|je napisala|napisao|je napisal|"
    r"пишет|писал|писал\(а\)|написал\(а\)|написал|написала|пише|написав\(ла\)|написав|написала|написа|напісаў|"
    r"şunları yazdı|şunu yazdı|yazdı|yazmış|ezt írta|írta|έγραψε|έγραψεν|đã viết|viết|menulis|tulis|idatzi du|scripsit|"
    r"sagte|meinte|a dit|dijo|disse"
)
VERBS_UNSPACED = (
    r"写道|寫道|写到|寫到|说道|写了|のメール|さんは書きました|さんが書きました|さんのコメント|書きました|さん曰く|님이 작성|님이 씀|님이 쓴 글|님의 말|작성:|"
    r"כתב/ה|כתבה|כתב|‫מאת|תמת כתיבת|كتب|كتبت|نوشت|เขียน|ने लिखा"
)
VERB = re.compile(rf"(?<![^\W_])(?:{VERBS})(?![^\W_])|{VERBS_UNSPACED}")
# "wrote:" at the very end, with the colons and emphasis of mail programs.
VERB_END = re.compile(rf"(?:(?<![^\W_])(?:{VERBS})|{VERBS_UNSPACED})(?: the following)?[ \xa0\u200e\u200f\u202c]?[:：]?$")

ADDRESS = re.compile(r"\w@[\w\[.]|<mailto:|\w @ \w|<\.{2,}>|@\.{3}|\[mailto:|<[^<>@\s]{1,60} at [^<>\s]{1,60}>")
TIME = re.compile(r"(?<!\d)\d{1,2}(?::\d\d|[.h]\d\d(?!\d))|\d ?(?:am|pm)\b|\d ?(?:時|点|时|시)")
DATE = re.compile(
    r"(?<!\d)(?:19|20|25)\d\d(?!\d)|(?<!\d)\d{1,2}:\d\d|(?<!\d)\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2,4}(?!\d)|\d ?[月日年월일년]|"
    rf"(?<![^\W\d_])(?:{'|'.join(MONTHS)})[^\W\d_]{{0,7}}\.?,? \d{{1,2}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th|er|\.|º|ª)?,? (?:de |of )?(?:{'|'.join(MONTHS)})"
)
WEEKDAY = (
    r"mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|mié|mie|jeu|jue|ven|vie|vier|sam|sáb|sab|dim|dom|seg|ter|qua|qui|"
    r"sex|gio|man|mån|tir|tis|ons|tor|fre|lør|lör|søn|sön|ma|di|wo|vr|za|zo|pn|pon|pt|wt|śr|czw|sob|niedz|po|út|st|čt|pá|so|ne|"
    r"пн|вт|ср|чт|пт|сб|вс|нд|pzt|sal|çar|per|cum|cmt|paz|h|k|sze|cs|szo|v|la|ke|to|pe|su|ti|δευ|τρι|τετ|πεμ|παρ|σαβ|κυρ|"
    r"sen|sel|rab|kam|jum|min|mié"
)
OPENERS = (
    r"on|at|am|le|el|em|il|op|den|på|w dniu|dnia|dne|dňa|v|в|на|у|за|στις|στην|ב|ב-|בתאריך|في|بتاريخ|vào|pada|la|dana|a|az|sobre|"
    r"lúc|ngày|in article|in message|in reply|du|il giorno|el día|no dia|em qua|kl|kell|em"
)
# The opening word, at most three words more (weekday, month, "the"), then the first digit of a date.
OPENED = re.compile(rf"(?:{OPENERS})\b[\s,]*(?:[^\s\d<>:+\[\]]{{1,14}}[\s,]+){{0,3}}\d")
IN_ARTICLE = re.compile(r"in (?:article|message|reply to|gmane\.\S+) ?<?\S")
DATED = re.compile(
    rf"[\[(*]?\d{{4}}[-/.][ ]?\d{{1,2}}[-/.]|\d{{4}} ?年|\d{{4}} ?년|\d{{1,2}}[./-] ?\d{{1,2}}[./-] ?\d{{2,4}}|\d{{1,2}}:\d\d|\d{{1,2}} ?月|"
    rf"(?:{WEEKDAY})[^\W\d_]{{0,8}}[.,]?,? (?:the )?(?:[^\W\d_]{{3,10}}\.?,? )?\d{{1,2}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th|\.)? (?:de |of )?(?:{'|'.join(MONTHS)})|(?:{'|'.join(MONTHS)})[^\W\d_]{{0,7}}\.? \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d"
)
STAMPED = re.compile(r"\d{4}-\d\d-\d\d \d{1,2}:\d\d gmt[+-]\d\d:\d\d .{1,60}[:：]$")
STARRED = re.compile(r"\*? ?[^\[\]*]{1,60}\[\d{4}-\d\d-\d\d[^\[\]]{0,30}\] ?:$")
QUOTING = re.compile(r"(?:quoting|zitat von|zitiere|zitat|citando(?: a)?|citát|citation de|quoted from) (.{1,120})[:：]$")
# A vote's token: such words are the sender's, whatever stands behind them. "GMT+1" and "+0100" are none.
TOKEN = re.compile(r"(?<![\w:.])[+\-−–±][ ]?[01](?![\d:/-])")
PARTICLES = frozenset("van de von der den via la le di da bin al el del dos zu y e via ter ten zur du ibn ben i af o".split())
NO_NAMES = frozenset(
    "i we you he she they as here this that what when since if so and but the my our your see note also there then it to for from in "
    "at re ps fyi hi hello thanks thank all yes no ok is are was why how who because although while after before once until maybe "
    "perhaps actually ich wir er sie je j'ai nous il elle on hier da wie was siehe".split()
)
NAME_PART = re.compile(r"[\"'“„«(\[]*[^\W\d_]")


class Grade(IntEnum):
    """How surely a line is an attribution."""

    NONE = 0
    WEAK = 1  # only when marked lines follow
    NAMED = 2  # "Ann Lee wrote:": a name and a verb, nothing else
    STRONG = 3


def names_only(words: str) -> bool:
    """True when nothing but a person's name stands there: "Ann van der Berg", "田中", "Ann Lee (JIRA)"."""
    parts = words.replace(",", " ").split()
    if not parts or len(parts) > 7 or parts[0].lower() in NO_NAMES or TOKEN.search(words):
        return False
    return all(part.lower() in PARTICLES or _is_name_part(part) for part in parts)


def _is_name_part(part: str) -> bool:
    if not NAME_PART.match(part):
        return part.strip(".-–*\"'`()[]~") == ""
    letter = next(char for char in part if char.isalpha())
    return not letter.islower() or "@" in part


def grade(words: str) -> Grade:
    """Grade one text, the wrapped lines of an attribution joined by blanks."""
    text = words.strip().strip(EDGES)
    if not 4 <= len(text) <= LONGEST:
        return Grade.NONE
    low = text.lower()
    colon = text[-1] in ":："
    address = ADDRESS.search(low) is not None
    if not colon and not address and not VERB_END.search(low[-40:]):
        return Grade.NONE
    if TOKEN.search(low.replace("gmt", "")) and not STAMPED.match(low):
        return Grade.NONE
    if STARRED.match(low) or STAMPED.match(low):
        return Grade.STRONG
    verb = VERB.search(low)
    if verb is None:
        return _grade_without_verb(text, low, colon=colon, address=address)
    return _grade_with_verb(text, low, verb, colon=colon, address=address)


def _grade_with_verb(text: str, low: str, verb: re.Match[str], *, colon: bool, address: bool) -> Grade:
    dated = DATE.search(low) is not None
    if not (dated or address):
        if colon and names_only(text[: verb.start()]) and verb.end() >= len(low) - 2:
            return Grade.NAMED
        return Grade.WEAK if colon and len(low) <= 120 and verb.end() >= len(low) - 60 else Grade.NONE
    if not colon:
        return Grade.WEAK if begins_well(low) or names_only(text[: verb.start()]) else Grade.NONE
    if begins_well(low) or IN_ARTICLE.match(low) or _begins_with_name(text, verb):
        return Grade.STRONG
    return Grade.WEAK


def _begins_with_name(text: str, verb: re.Match[str]) -> bool:
    before = text[: verb.start()]
    head = before.partition("<")[0].partition("(")[0].partition("[mailto")[0]
    return not head.strip(" \"'") or names_only(head) or _names_then_date(head)


def _names_then_date(head: str) -> bool:
    dated = DATE.search(head.lower())
    return dated is not None and names_only(head[: dated.start()].rstrip(" ,于於在on"))


def _grade_without_verb(text: str, low: str, *, colon: bool, address: bool) -> Grade:
    quoting = QUOTING.match(low)
    if quoting is not None:
        return Grade.STRONG if address or names_only(text[quoting.start(1) : quoting.end(1)]) else Grade.WEAK
    dated = DATE.search(low)
    if dated is None or not address:
        return Grade.WEAK if colon and (dated or address) and len(low) <= 160 else Grade.NONE
    begins = begins_well(low) or names_only(text.partition("<")[0])
    if colon and begins and TIME.search(low):
        return Grade.STRONG
    if text[-1] == ">" and (DATED.match(low) or names_only(text.partition("<")[0])):
        return Grade.STRONG
    return Grade.WEAK if colon or begins else Grade.NONE


def begins_well(low: str) -> bool:
    """True when a text in lower case opens as attributions do: "on mon, 5 ...", "2026-06-05 ...", "pt., 5 cze ..."."""
    return OPENED.match(low) is not None or DATED.match(low) is not None


def opens(line: str) -> bool:
    """True when a line may be the first of a wrapped attribution."""
    text = line.strip().lstrip(EDGES)[:200]
    if not text or TOKEN.search(text):
        return False
    low = text.lower()
    if begins_well(low) or IN_ARTICLE.match(low):
        return True
    head, bracket, _ = text.partition("<")
    return bool(bracket) and names_only(head)


# "+1 On Mon, 2 Jan 2023 at 10:00 Ann <ann@example.org> wrote:" and what a converter left behind it in the same line.
GLUED = re.compile(rf"(?<=[\s.,!?)。！，+*_])(?:{OPENERS})[\s,]+(?:[^\s\d<>:+\[\]]{{1,14}}[\s,]+){{0,3}}\d")
GLUED_DATE = re.compile(r"(?:19|20)\d\d ?(?:[-/] ?\d{1,2} ?[-/]|年 ?\d{1,2} ?月)")
GLUED_VERB = re.compile(rf"(?:(?<![^\W_])(?:{VERBS})(?![^\W_])|{VERBS_UNSPACED})[^:：\n]{{0,80}}?[:：]")
GLUED_ADDRESS = re.compile(r"<[^<>\s]{1,80}@[^<>\s]{1,80}>[:：]?")


def cut_glued(line: str) -> tuple[str, str, str] | None:
    """Cut "+1 On ..., Ann wrote: Hello" into own words, attribution and the rest; None when nothing is glued."""
    text = line[:1000]
    low = text.lower()
    if len(low) != len(text):
        return None
    for opening in _openings(low):
        end = GLUED_VERB.search(low, opening, opening + LONGEST) or GLUED_ADDRESS.search(low, opening, opening + LONGEST)
        if end is None:
            return None
        start = _widen_to_name(text, opening)
        middle = text[start : end.end()]
        if text[:start].strip() and grade(middle) is Grade.STRONG:
            return text[:start].rstrip(), middle, line[end.end() :].lstrip(" ")
    return None


def _openings(low: str) -> list[int]:
    """Where an attribution may begin inside a line; a few places only, so that hostile lines stay cheap."""
    places = [match.start() for match, _ in zip(GLUED.finditer(low), range(4), strict=False)]
    places += [match.start() for match, _ in zip(GLUED_DATE.finditer(low), range(4), strict=False)]
    return sorted(places)


def _widen_to_name(text: str, start: int) -> int:
    """Take "Ann Lee <ann@example.org> 于" in front of a date into the attribution."""
    floor = max(0, start - 160)
    bracket = text.rfind("<", floor, start)
    if bracket < 0 or ">" not in text[bracket:start]:
        return start
    begin = bracket
    words = 0
    while begin > floor and words < 4:
        head = text[floor:begin].rstrip()
        word = head.rsplit(None, 1)[-1] if head else ""
        if not word or word[-1] in ".,!?:;)。！，" or not names_only(word):
            break
        begin = floor + len(head) - len(word)
        words += 1
    return begin
