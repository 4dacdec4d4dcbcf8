"""Does a line (or two, three, four wrapped ones) say who wrote the words below it?"""

from __future__ import annotations

import re
from enum import IntEnum

from kipbot.core.memo import remembered

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
    r"sagte|meinte|a dit|dijo|disse|napisana przez|kirjutas|је написао/ла|је написао|је написала|написао|заяви"
)
VERBS_UNSPACED = (
    r"写道|寫道|写到|寫到|说道|写了|のメール|さんは書きました|さんが書きました|さんのコメント|書きました|さん曰く|님이 작성|님이 씀|님이 쓴 글|님의 말|작성:|"
    r"כתב/ה|כתבה|כתב|‫מאת|תמת כתיבת|كتب|كتبت|نوشت|เขียน|ने लिखा"
)
VERB = re.compile(rf"(?<![^\W_])(?:{VERBS})(?![^\W_])|{VERBS_UNSPACED}")
_ASCII_VERBS = tuple(verb.replace("\\", "") for verb in VERBS.split("|") if verb.isascii())
_DIGIT_OR_ADDRESS = re.compile(r"[\d@]")
# "wrote:" at the very end, with the colons and emphasis of mail programs.
VERB_END = re.compile(rf"(?:(?<![^\W_])(?:{VERBS})|{VERBS_UNSPACED})(?: the following)?[ \xa0\u200e\u200f\u202c]?[:：]?$")

LAST_WORDS = frozenset(alternative.rsplit(None, 1)[-1].replace("\\", "") for alternative in VERBS.split("|"))

ADDRESS = re.compile(r"\w@[\w\[.]|\w @ \w|@\.{3}")
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
    r"lúc|ngày|du|il giorno|el día|no dia|kl|kell|în|kuupäev|เมื่อ|در تاریخ|在|于|於|v v"
)
# The opening word, at most three words more (weekday, month, "the"), then the first digit of a date.
OPENED = re.compile(rf"(?:{OPENERS})\b[\s,]*(?:[^\s\d<>:+\[\]]{{1,14}}[\s,]+){{0,3}}\d")
# The same in any language, where an address stands behind the date.
OPENED_ANYHOW = re.compile(r"(?:[^\s\d<>:+]{1,20}[\s,]+){1,4}\d")
PHRASE = re.compile(
    r"in (?:article|message|reply to|gmane\.\S+) ?<?\S|(?:missatge|mensaje|message|mensagem) de |nachricht von |wiadomość (?:napisana przez|od) "
)
# Postbox: a name with a link to the address, the date on the next line, no verb.
POSTBOX = re.compile(r"[^<>]{1,60}<mailto:[^<>\s]{3,90}> ?.{6,60}\d(?: ?[ap]\.?m\.?)?$")
FRAME = re.compile(r"-{2,8} ?(.*?) ?-{2,8}$|-{2,8} ?(?=on )(.*)$", re.IGNORECASE)
DATED = re.compile(
    rf"[\[(*]?\d{{4}}[-/.][ ]?\d{{1,2}}[-/.]|\d{{4}} ?年|\d{{4}} ?년|\d{{1,2}}[./-] ?\d{{1,2}}[./-] ?\d{{2,4}}|\d{{1,2}}:\d\d|\d{{1,2}} ?月|"
    rf"(?:{WEEKDAY})[^\W\d_]{{0,8}}[.,]?,? (?:the )?(?:[^\W\d_]{{3,10}}\.?,? )?\d{{1,2}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th|\.)? (?:de |of )?(?:{'|'.join(MONTHS)})|(?:{'|'.join(MONTHS)})[^\W\d_]{{0,7}}\.? \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d"
)
STAMPED = re.compile(r"\d{4}-\d\d-\d\d \d{1,2}:\d\d gmt[+-]\d\d:\d\d .{1,60}[:：]$")
STARRED = re.compile(r"\*? ?[^\[\]*]{1,60}\[\d{4}-\d\d-\d\d[^\[\]]{0,30}\] ?:$")
QUOTING = re.compile(r"(?:quoting|zitat von|zitiere|zitat|citando(?: a)?|citát|citation de|quoted from) (.{1,120})[:：]$")
_QUOTING_WORDS = ("quot", "zit", "cit")
# A vote's token: such words are the sender's, whatever stands behind them. "GMT+1" and "+0100" are none.
TOKEN = re.compile(r"(?<![\w:.])[+\-−–±][ ]?[01](?![\d:/-])")
PARTICLES = frozenset("van de von der den via la le di da bin al el del dos zu y e via ter ten zur du ibn ben i af o".split())
NO_NAMES = frozenset(
    "i we you he she they as here this that what when since if so and but the my our your see note also there then it to for from in "
    "at re ps fyi hi hello thanks thank all yes no ok is are was why how who because although while after before once until maybe "
    "perhaps actually ich wir er sie je j'ai nous il elle on hier da wie was siehe".split()
)
NAME_PART = re.compile(r"[\"'“„«(\[]*[^\W\d_]")


# "On 5 June you wrote:" is a sentence of the sender's, unless marked lines follow.
PRONOUN = re.compile(
    r"(?<![^\W_])(?:you|i|we|he|she|they|someone|somebody|du|ich|wir|sie|vous|tu|nous|je|usted|yo|вы|ты|я)(?: (?:also|have|had|has))? $"
)


SPOKEN = frozenset({"said", "says", "sagte", "meinte", "a dit", "dijo", "disse"})


class Grade(IntEnum):
    """How surely a line is an attribution."""

    NONE = 0
    WEAK = 1  # only when marked lines follow
    NAMED = 2  # "Ann Lee wrote:": a name and a verb, nothing else
    STRONG = 3


def names_only(words: str) -> bool:
    """True when nothing but a person's name stands there: "Ann van der Berg", "田中", "Ann Lee (JIRA)"."""
    parts = words.replace(",", " ").split()
    if "via" in parts[1:]:
        parts = parts[: parts.index("via", 1)]
    if not parts or len(parts) > 7 or parts[0].lower() in NO_NAMES or TOKEN.search(words):
        return False
    return all(part.lower() in PARTICLES or _is_name_part(part) for part in parts)


def _is_name_part(part: str) -> bool:
    if not NAME_PART.match(part):
        return part.strip(".-–*\"'`()[]~") == ""
    letter = next((char for char in part if char.isalpha()), "A")
    return not letter.islower() or "@" in part


# "10:12 GMT+1" holds no vote.
_ZONE = re.compile(r"(?:gmt|utc)\s?[+\-]\d{1,2}(?::?\d\d)?")


@remembered
def grade(words: str) -> Grade:
    """Grade one text, the wrapped lines of an attribution joined by blanks."""
    text = words.strip().strip(EDGES)
    if not 4 <= len(text) <= LONGEST:
        return Grade.NONE
    framed = FRAME.match(text)
    text = text if framed is None else (framed.group(1) or framed.group(2) or "").strip()
    low = text.lower()
    colon = text[-1:] in (":", "：") or (framed is not None and VERB_END.search(low[-40:]) is not None)
    address = "@" in low and ADDRESS.search(low) is not None
    if not colon and not address and not VERB_END.search(low[-40:]):
        return Grade.NONE
    if _is_stamped(text, low):
        return Grade.STRONG
    verb = find_verb(low)
    speaks = verb is not None or low.startswith(_QUOTING_WORDS)
    if (not speaks and not _DIGIT_OR_ADDRESS.search(low)) or TOKEN.search(_ZONE.sub("", low)):
        return Grade.NONE
    if verb is None:
        return _grade_without_verb(text, low, colon=colon, address=address)
    return _grade_with_verb(text, low, verb, colon=colon, address=address)


def find_verb(low: str) -> re.Match[str] | None:
    """The first "wrote" of any language in a text in lower case."""
    if low.isascii() and not any(verb in low for verb in _ASCII_VERBS):
        return None
    return VERB.search(low)


def _is_stamped(text: str, low: str) -> bool:
    """True for the forms that need no verb: "* Ann [2019-01-02 10:00]:", "2017-12-21 10:30 GMT+02:00 Ann:", Postbox's."""
    if "[" in low and STARRED.match(low):
        return True
    if "gmt" in low and STAMPED.match(low):
        return True
    return "<mailto:" in low and POSTBOX.match(low) is not None and names_only(text.partition("<")[0])


def _grade_with_verb(text: str, low: str, verb: re.Match[str], *, colon: bool, address: bool) -> Grade:
    dated = DATE.search(low) is not None
    if not (dated or address):
        if colon and verb.end() >= len(low) - 2 and verb.group() not in SPOKEN and _is_full_name(text[: verb.start()]):
            return Grade.NAMED
        return Grade.WEAK if colon and len(low) <= 120 and verb.end() >= len(low) - 60 else Grade.NONE
    if not colon:
        return Grade.WEAK if begins_well(low) or names_only(text[: verb.start()]) else Grade.NONE
    if PRONOUN.search(low[: verb.start()][-40:]):
        return Grade.WEAK
    if begins_well(low) or PHRASE.match(low) or _begins_with_name(text, verb):
        return Grade.STRONG
    return Grade.STRONG if dated and address and OPENED_ANYHOW.match(low) else Grade.WEAK


def _is_full_name(words: str) -> bool:
    """True for two names or more, or one in a script without capitals: "Ann wrote:" alone may be a sentence."""
    return names_only(words) and (len(words.split()) > 1 or not words.isascii())


def _begins_with_name(text: str, verb: re.Match[str]) -> bool:
    before = text[: verb.start()]
    head = before.partition("<")[0].partition("(")[0].partition("[mailto")[0]
    words = head.lower().split()
    if "<" in before and len(words) <= 4 and not NO_NAMES.intersection(words):
        return True  # whatever stands before an address is its owner's name, however it is spelt
    return not words or names_only(head) or _names_then_date(head)


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
    named = names_only(text.partition("<")[0])
    begins = begins_well(low) or named or PHRASE.match(low) or OPENED_ANYHOW.match(low)
    ends = text.rstrip(":： ")[-1:] == ">"
    if ends and (begins_well(low) or (named and not colon)):
        return Grade.STRONG
    if colon and begins and TIME.search(low):
        return Grade.STRONG
    return Grade.WEAK if colon or begins else Grade.NONE


@remembered
def may_end(line: str) -> bool:
    """True when a line may be the last of an attribution: it ends with a colon, an address, or the verb."""
    tail = line[-30:].rstrip(EDGES)
    if not tail or tail.isspace():  # a separator such as U+001F is no edge, and no word either
        return False
    if tail[-1] in ":：>]" or tail[-2:] == "--" or "<mailto:" in line[-200:]:
        return True
    return tail.rsplit(None, 1)[-1].lower() in LAST_WORDS or (not tail.isascii() and VERB_END.search(tail.lower()) is not None)


def begins_well(low: str) -> bool:
    """True when a text in lower case opens as attributions do: "on mon, 5 ...", "2026-06-05 ...", "pt., 5 cze ..."."""
    return OPENED.match(low) is not None or DATED.match(low) is not None


@remembered
def opens(line: str) -> bool:
    """True when a line may be the first of a wrapped attribution."""
    text = line.strip().lstrip(EDGES)[:200]
    if not text or TOKEN.search(text):
        return False
    low = text.lower()
    if begins_well(low) or PHRASE.match(low):
        return True
    head, bracket, _ = text.partition("<")
    return bool(bracket) and names_only(head)


# "+1 On Mon, 2 Jan 2023 at 10:00 Ann <ann@example.org> wrote:" and what a converter left behind it in the same line.
GLUED_OPENING = re.compile(rf"(?<=[\s.,!?)。！，+*_])(?:{OPENERS})[\s,]+(?:[^\s\d<>:+\[\]]{{1,14}}[\s,]+){{0,3}}\d")
GLUED_DATE = re.compile(
    r"(?:19|20)\d\d ?(?:[-/] ?\d{1,2} ?[-/]|[年년] ?\d{1,2} ?[月월])|"
    rf"(?<=\s)(?:{WEEKDAY})[^\W\d_]{{0,8}}[.,]?,? (?:[^\W\d_]{{3,10}}\.?,? )?\d{{1,2}}\b"
)
# What stands before it: a vote, or a sentence that has ended.
GLUED_VOTE = re.compile(r"[\s*_(]{0,4}[+\-−–±] ?[01][*_.,!]{0,3}(?: ?\([^()]{1,30}\))?[*_.,!]{0,3}\s*")
GLUED_SENTENCE = re.compile(r"(?:[.!?] |[。！？] ?)(?=\S)")
GLUED_VERB = re.compile(
    rf"(?:(?<![^\W_])(?:{VERBS})(?![^\W_])|{VERBS_UNSPACED})[^:：]{{0,80}}?(?:\d\d?:\d\d[^:：]{{0,20}}?)?[:：]"
)
GLUED_ADDRESS = re.compile(r"<[^<>\s]{1,80}@[^<>\s]{1,80}>(?: ?\[[^\[\]]{1,40}\])?[:：]?")
MOST_OPENINGS = 4


def cut_glued(line: str, opens_before: int | None = None) -> tuple[str, str, str] | None:
    """Cut "+1 On ..., Ann wrote: Hello" into own words, attribution and the rest; None when nothing is glued.

    The attribution begins before `opens_before`, where the line was joined with the next ones.
    """
    text = line[:1000]
    low = text.lower()
    if len(low) != len(text) or not _may_be_glued(low):
        return None
    for start in _starts(text, low):
        if not 0 < start < (opens_before or len(text)) or not text[:start].strip(" *_"):
            continue
        for end in _ends(low, start):
            if grade(text[start:end]) is Grade.STRONG:
                return text[:start].rstrip(), text[start:end], line[end:].lstrip(" ")
    return None


def _may_be_glued(low: str) -> bool:
    bare = low.replace("://", "").replace("：", ":")
    if ":" not in bare or not _DIGIT_OR_ADDRESS.search(bare):
        return False
    return ("@" in bare and ADDRESS.search(low) is not None) or "gmt" in bare or "[20" in bare or find_verb(low) is not None


def _starts(text: str, low: str) -> list[int]:
    """Where an attribution may begin inside a line; a few places only, so that hostile lines stay cheap."""
    places: list[int] = []
    for pattern in (GLUED_OPENING, GLUED_DATE):
        found = (match.start() for match, _ in zip(pattern.finditer(low), range(MOST_OPENINGS), strict=False))
        places += [_widen_to_name(text, place) for place in found]
    places += [match.end() for match, _ in zip(GLUED_SENTENCE.finditer(low), range(MOST_OPENINGS), strict=False)]
    vote = GLUED_VOTE.match(low)
    if vote is not None:
        places.append(vote.end())
    return sorted(set(places))


def _ends(low: str, start: int) -> list[int]:
    """Where an attribution that begins at `start` may end: after its verb, after its address, at the end of the line."""
    stop = start + LONGEST
    found = (GLUED_VERB.search(low, start, stop), GLUED_ADDRESS.search(low, start, stop))
    ends = [match.end() for match in found if match is not None]
    if low.rstrip()[-1:] in (":", "：") and len(low) - start <= LONGEST:
        ends.append(len(low))
    return ends


def _widen_to_name(text: str, start: int) -> int:
    """Take "Ann Lee <ann@example.org> 于" in front of a date into the attribution."""
    floor = max(0, start - 160)
    bracket = text.rfind("<", floor, start)
    if bracket < 0 or ">" not in text[bracket:start] or len(text[bracket:start].partition(">")[2]) > 8:
        return start
    begin = bracket
    for _ in range(4):
        head = text[floor:begin].rstrip()
        word = head.rsplit(None, 1)[-1] if head else ""
        if not word or word[-1] in ".,!?:;)。！，" or not names_only(word):
            break
        begin = floor + len(head) - len(word)
    return begin
