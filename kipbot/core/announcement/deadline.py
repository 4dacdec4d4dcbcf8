"""When does a vote end, by the words of its call?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone

from kipbot.core.announcement.calendarwords import MONTHS, NUMBERS, WEEKDAYS
from kipbot.core.announcement.words import split_sentences
from kipbot.core.announcement.zones import ZONE_WORDS, offset_of
from kipbot.core.facts import Line
from kipbot.core.memo import remembered

_LONGEST = timedelta(days=366)
_NEAR = timedelta(days=60)  # further off lies the wrong reading of a day written in numbers
_END_OF_DAY = time(23, 59, 59)
_UNITS = {"h": 1, "d": 24, "w": 168, "m": 720}
_DURATION = re.compile(
    rf"(?<![a-z0-9äöüßé.:/-])(?P<n>\d{{1,3}}|{'|'.join(sorted((word for word in NUMBERS if word != 'zero'), key=len, reverse=True))})\s?\+?[\s-]?"
    r"(?:\(\w{1,9}\) )?(?P<c>(?:full |more |calendar |additional |further )?)(?P<b>(?:working|business|week|werk|arbeits|jours ouvrables|labor)[ -]?)?"
    r"(?:(?P<h>hours?|hrs?|h|stunden|heures?|horas?|ore|uur|小时|小時|時間|시간|час\w{0,2}|godzin\w?|saat)|(?P<d>days?|d|tagen?|jours?|d[ií]as?|giorni|dagen|天|日間|日间|일|дн\w{1,3}|dni)"
    r"|(?P<w>weeks?|wochen?|semaines?|semanas?|settiman[ae]|weken?|周|週間|星期|주|недел\w{1,2}))(?![a-zäöüßéè])(?P<b2> (?:ouvrables?|ouvrés|hábiles|útiles|úteis|lavorativi))?",
)
_LINK = re.compile(r"https?://\S+")
_DIGIT = re.compile(r"\d")
# Without a digit only these, in ASCII, name a length or a day.
_TIME_WORDS = (
    *"hour hr stund heure hora ore uur godzin saat day tag jour dia giorn dag dni week woch semaine semana settiman wek".split(),
    *(name for name in (*WEEKDAYS, "tomorrow", "morgen", "demain") if name.isascii()),
)
_VOTE_WORD = re.compile(
    r"\bvot\w*|\bpoll\b|\bballot|\blazy|\bopen (?:for|at|until|till)|\b(?:remain|stay|kept|keep|left)s?\w{0,3} open|\bthread\b|\bdeadline|\babstimmung|\bscrutin|\bstemming"
    r"|\bgłosowan|голосован|投票|投票期|表决|採決|투표|\bstimm(?:t|en|e)\b.{0,100}\bab\b|\babzustimmen|\bstimmabgabe|\b(?:eure|ihre|deine) stimmen?\b|\bstem(?:t|men)?\b|\boffen\b|\bouvert|\babiert[ao]|\b(?:it|this|we)(?:'ll| will)? (?:run|last|close|end|conclude|stay|remain)"
    r"|^\W*(?:closes|ends|closing|ending|open|minimum|period|duration|until|expires)\b|\boylama"
)
_NOT_VOTE = re.compile(
    r"\b(?:previous|earlier|last|older|prior|first|other) (?:vote|rc|candidate|round|call|thread|release)|\b(?:freeze|eol|end[- ]of[- ]life|support(?:ed)? (?:ends|until|for)|soak\w*"
    r"|retention|ttl|timeout|certificate|licen[cs]e|vacation|holidays?|release date|ga date|meeting|expires after|will be released|code complete)\b"
)
_PAST = re.compile(
    r"\b(?:last|past|previous|took|takes|taken|ran|running|run over|tested|every|each|(?<!aperta )(?<!aperto )per|soaked|cached?|after being)\s+(?:for\s+)?(?:the\s+)?(?:\w+\s+)?$|\b(?:tested|ran|running|soaked)\b[^,;]{0,30}$"
)
_THEN = re.compile(
    r"\s*(?:ago|old\b|later|before\b|earlier|of (?:discussion|review|silence|testing|work|the|soak|test|running|load|last|each)|after (?:the|that|a|any|release|each)|since\b|apart)"
)
_CLAUSE = re.compile(r"[,;:(]\s|\b(?:so|and|but|because|since|therefore)\b")
_SO_FAR = re.compile(
    r"\b(?:has|have|had|was|were) (?:been|open|quiet|silent)\b|\b(?:quiet|silent|silence|discuss\w*|idle|spent|waited)\b"
)
_AT_LEAST = re.compile(r"\b(?:at least|minimum|open|within|the next|no less than)\b")
_WEEKEND_FREE = re.compile(
    r"\b(?:excluding|except(?:ing)?|without|not (?:counting|including)|weekends? (?:are |is )?(?:excluded|not counted)) ?(?:the )?(?:weekends?)?"
)

_ZONE = rf"(?P<z>{ZONE_WORDS}|(?:utc|gmt)? ?[+-]\d{{1,2}}(?::?\d{{2}})?(?!\d)|z\b)"
_CLOCK = re.compile(
    rf"(?:(?P<H>\d{{1,2}})[:.h](?P<M>\d{{2}})(?::(?P<S>\d{{2}})(?:\.\d{{1,6}})?)?(?:\s?(?P<p>[ap]\.?m\b\.?)|\s?(?:uhr|uur|horas?|heures?|hs?)\b)?|(?P<H2>\d{{1,2}})\s?(?P<p2>[ap]\.?m\b\.?)|(?P<H3>\d{{1,2}})\s?(?:uhr|uur|horas?\b|heures?\b|点|點|時|시|hs?\b|o'clock|(?=utc\b|gmt\b))"
    rf"|(?P<H4>\d{{2}})(?P<M4>\d{{2}})(?=\s?(?:utc|gmt|hours|z\b))|(?P<w>noon|midday|midnight|end of (?:the )?day|eod|cob|mitternacht|minuit|medianoche))(?:\s?\(?{_ZONE}\)?)?"
)
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_DATE = re.compile(
    rf"(?<![a-z0-9äöüßé/.-])(?:(?P<Y>20\d\d)[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}})(?!\d)"
    rf"|(?:(?P<Y2>20\d\d) ?年 ?)?(?P<m2>\d{{1,2}}) ?月 ?(?P<d2>\d{{1,2}}) ?[日号號]"
    rf"|(?P<mn>{_MONTH})\.? (?:the )?(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:)(?:,? ?(?P<Y3>20\d\d))?"
    rf"|(?P<d4>\d{{1,2}})(?:st|nd|rd|th|\.|er|[°o])? ?(?:of |de |-)?(?P<mn2>{_MONTH})\b\.?(?:,?[ -](?:del? )?(?P<Y4>20\d\d))?"
    rf"|(?P<d5>\d{{1,2}})\.(?P<m5>\d{{1,2}})\.(?P<Y5>20\d\d)|(?P<d6>\d{{1,2}})/(?P<m6>\d{{1,2}})/(?P<Y6>20\d\d)"
    rf"|(?P<wd>{_WEEKDAY})\b,? (?:the )?(?P<d7>\d{{1,2}})(?:st|nd|rd|th|\.)(?!\d)(?! (?:{_MONTH}))"
    rf"|(?:(?P<nx>next|coming) )?(?P<wd2>{_WEEKDAY})\b(?!,? (?:the |dem |den |el |le |il |de )?\d{{1,2}}(?:st|nd|rd|th|\.)?\b(?!:| ?[ap]\.?m)|,? (?:{_MONTH})|,? \(?20\d\d[-/.]\d)"
    rf"|(?P<tm>tomorrow|morgen|demain|mañana|明天))"
)
_ENDING = re.compile(
    r"\b(?:until|till|thru|through|clos(?:es?|ed|ing)|ends?|ending|deadline|expir(?:es?|ing)|conclud(?:es?|ing)|no later than|latest|tally|finish(?:es)?|end date|to|bis|endet|jusqu\w{0,4}"
    r"|hasta|fino|tot|até|schliesst|abstimmungsende|se termine|prend fin|s['’]achève|(?:sera|est) (?:clos|close|clôturée?)|termina|terminará|cierra|cerrará|finaliza"
    r"|encerra|fecha|(?:si )?chiude|scade|sluit|eindigt|до|extend(?:ed|ing)?)\b|截止|直到|结束|結束|まで|까지"
)
_BY = re.compile(
    rf"\b(?:by|before|prior to|vor|avant|d['’]ici|antes (?:de|del|do|da)|entro|prima d(?:i|el))\b|\b(?:voor|vóór) (?:de )?(?:{_WEEKDAY})?,? ?$"
)
_CASTS = re.compile(r"\bvot\w*|\bballot|\brespon|\bobject|\babstimm|\bstimm(?:t|en|e)\b|\bstem(?:t|men)?\b|\+1|投票")
_AT = re.compile(r"\b(?:at|um|às|à|a las|alle|ore|om) $")
_OF_ZONE = re.compile(r" ?\(?(?:utc|gmt|ces?t|mesz?)\b")
_COUNTER = re.compile(
    r"timeanddate\.com/\S{0,300}?[?&]iso=(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2})(?::?(\d{2}))?)?(?P<rest>\S{0,200})",
    re.IGNORECASE,
)
_DAY_COUNTER = re.compile(
    r"timeanddate\.com/counters/\S{0,120}?month=(\d{1,2})&(?:amp;)?day=(\d{1,2})&(?:amp;)?year=(\d{4})", re.IGNORECASE
)
_PLACES = {
    "1440": "utc",
    "0": "utc",
    "137": "pt",
    "224": "pt",
    "179": "et",
    "37": "cet*",
    "195": "cet*",
    "136": "uk",
    "248": "jst",
    "33": "sgt",
    "237": "sgt",
}


def announced_end(lines: tuple[Line, ...], sent_at: datetime) -> datetime | None:
    """The end of the voting period that a call announces, aware and UTC; the latest where it names several, None where it names none.

    A day without a time ends at 23:59:59, "midnight on" a day is the end of that day, a time without a zone is UTC: the later
    reading stands wherever the words allow two, since a gate must not open early. Working days are Monday to Friday.
    """
    sent_at = sent_at.astimezone(UTC)
    if sent_at.year > 9990:  # no clock is right that says so, and the calendar ends
        return None
    ends = [end for end in _read_ends(lines, sent_at) if sent_at < end <= sent_at + _LONGEST]
    return max(ends, default=None)


def _read_ends(lines: tuple[Line, ...], sent_at: datetime) -> Iterator[datetime]:
    for sentence in split_sentences(lines):
        if "timeanddate" in sentence.casefold():
            yield from _read_links(sentence)
        plain = _simplify(sentence)
        if plain is None:
            continue
        yield from _read_durations(plain, sent_at)
        yield from _read_dates(plain, sent_at)


@remembered
def _simplify(sentence: str) -> str | None:
    """The bare words of a sentence that may tell how long a vote runs; None for any other sentence."""
    plain = " ".join(unicodedata.normalize("NFKC", _LINK.sub(" ", sentence)).casefold().split())
    if plain.isascii() and _DIGIT.search(plain) is None and not any(word in plain for word in _TIME_WORDS):
        return None
    if len(plain) > 1500 or _NOT_VOTE.search(plain):
        return None
    # The words of a vote come last: there are many, and few sentences have both a number and a unit, or a day.
    tells = _DURATION.search(_SPELLED_NUMBER.sub(r"\1", plain)) or _DATE.search(plain)
    return plain if tells and _VOTE_WORD.search(plain) else None


# --- "open for at least 72 hours" ------------------------------------------------------------------------------------


# "ninety-six (96) hours"
_SPELLED_NUMBER = re.compile(r"\b[a-z]{3,12}(?:[- ][a-z]{3,9})? \((\d{1,3})\)(?= ?(?:h|d|w))")


def _read_durations(plain: str, sent_at: datetime) -> Iterator[datetime]:
    plain = _SPELLED_NUMBER.sub(r"\1", plain)
    for match in _DURATION.finditer(plain):
        before, after = plain[max(0, match.start() - 40) : match.start()], plain[match.end() : match.end() + 40]
        if _PAST.search(before) or _THEN.match(after) or _is_clock(match, before, after) or not _of_the_vote(plain, match):
            continue
        number = NUMBERS.get(match["n"]) or (int(match["n"]) if match["n"].isdecimal() else 0)
        unit = "h" if match["h"] else "d" if match["d"] else "w"
        if match["n"] in ("a", "an") and unit == "h":
            continue
        hours = number * _UNITS[unit]
        if hours > 24 * 366:
            continue
        if unit == "d" and (match["b"] or match["b2"]):
            yield _skip_weekends(sent_at, timedelta(days=number))
        elif match["b"] or ("weekend" in after and _WEEKEND_FREE.search(after)):
            yield _skip_weekends(sent_at, timedelta(hours=hours))
        else:
            yield sent_at + timedelta(hours=hours)


def _is_clock(match: re.Match[str], before: str, after: str) -> bool:
    """ "à 18h", "18 horas UTC": a time of day, not a length."""
    return match["h"] is not None and (_AT.search(before) is not None or _OF_ZONE.match(after) is not None)


def _of_the_vote(plain: str, match: re.Match[str]) -> bool:
    """Whether the clause with the length speaks of the vote: "quiet for a week, so I start the vote" does not."""
    before = _CLAUSE.split(plain[max(0, match.start() - 160) : match.start()])[-1]
    after = _CLAUSE.split(plain[match.end() : match.end() + 80])[0]
    if _SO_FAR.search(before):
        return False
    return _VOTE_WORD.search(before + match.group() + after) is not None or _AT_LEAST.search(before) is not None


def _skip_weekends(start: datetime, length: timedelta) -> datetime:
    """The moment at which `length` has gone by, Saturdays and Sundays not counted."""
    moment, left = start, min(length, _LONGEST)
    while left > timedelta(0):
        midnight = datetime.combine(moment.date() + timedelta(days=1), time(), UTC)
        if moment.weekday() < 5:
            step = min(left, midnight - moment)
            moment, left = moment + step, left - step
        else:
            moment = midnight
    return moment


# --- "until Monday, March 28, 9am PT" --------------------------------------------------------------------------------


def _read_dates(plain: str, sent_at: datetime) -> Iterator[datetime]:
    for match in _DATE.finditer(plain):
        before = plain[max(0, match.start() - 90) : match.start()]
        after = plain[match.end() : match.end() + 45]
        if not _is_end(before, after, plain):
            continue
        days = _days(match, sent_at)
        if days is None:
            continue
        moment = _at(days, _clock(before, after))
        if moment is not None:
            yield moment


def _is_end(before: str, after: str, plain: str) -> bool:
    if _ENDING.search(before) or re.match(r"[^.;]{0,40}(?:deadline|截止|结束|まで|까지|之前|前)", after):
        return True
    return _BY.search(before[-40:]) is not None and _CASTS.search(plain) is not None


def _days(match: re.Match[str], sent_at: datetime) -> date | None:
    """The day that a date names; without a year the next such day, at most half a year away."""
    part = match.groupdict()
    if part["tm"]:
        return (sent_at + timedelta(days=1)).date()
    if part["wd2"]:
        return _next_weekday(sent_at.date(), WEEKDAYS[part["wd2"]], later=bool(part["nx"]))
    if part["wd"]:
        return _next_day_number(sent_at.date(), int(part["d7"]), WEEKDAYS[part["wd"]])
    month, day, year = _numbers(part)
    if year is not None and part["d6"] and day <= 12:  # 03/04/2026: the later reading that is near
        readings = (_day(year, month, day), _day(year, day, month))
        return max((found for found in readings if found and sent_at.date() <= found <= sent_at.date() + _NEAR), default=None)
    if year is not None:
        return _day(year, month, day)
    for guess in (sent_at.year, sent_at.year + 1):
        found = _day(guess, month, day)
        if found is not None and sent_at.date() <= found <= sent_at.date() + timedelta(days=183):
            return found
    return None


def _numbers(part: dict[str, str | None]) -> tuple[int, int, int | None]:
    def first(*keys: str) -> str | None:
        return next((part[key] for key in keys if part[key]), None)

    name = first("mn", "mn2")
    month = MONTHS[name] if name else int(first("m", "m2", "m5", "m6") or 0)
    day = int(first("d", "d2", "d3", "d4", "d5", "d6") or 0)
    year = first("Y", "Y2", "Y3", "Y4", "Y5", "Y6")
    if part["d6"] and month > 12:
        month, day = day, month
    return month, day, int(year) if year else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _next_weekday(today: date, weekday: int, *, later: bool) -> date:
    """The next such weekday after today; "next Friday" is read as the later one where the week allows two."""
    ahead = (weekday - today.weekday() - 1) % 7 + 1
    same_week = later and today.weekday() + ahead < 7
    return today + timedelta(days=ahead + (7 if same_week else 0))


def _next_day_number(today: date, number: int, weekday: int) -> date | None:
    for ahead in range(62):
        found = today + timedelta(days=ahead)
        if found.day == number:
            return found if found.weekday() == weekday else None
    return None


Clock = tuple[time | None, str | None]


def _clock(before: str, after: str) -> Clock:
    """The time of day and the zone that stand with a date: behind it, else before it."""
    match = re.match(rf"(?:[\s,t()]|at|um|às|à|a las|alle|ore|om|,|@|by|the|-|{_WEEKDAY}){{0,8}}", after)
    behind = _CLOCK.match(after[match.end() :] if match else after)
    if behind is not None:
        return _time(behind)
    ahead = list(_CLOCK.finditer(before[-40:]))[-1:]
    if ahead and re.fullmatch(
        r"(?:[\s,(]|on\b|of\b|at\b|am\b|le\b|el\b|the\b|this\b|next\b|coming\b|\w{3,6}day\b)*", before[-40:][ahead[0].end() :]
    ):
        return _time(ahead[0])
    zone = re.match(rf"\s?,?\s?\(?{_ZONE}", after)
    return None, zone["z"] if zone else None


def _time(match: re.Match[str]) -> Clock:
    part = match.groupdict()
    word = part["w"]
    if word:
        return (
            time(12)
            if word in ("noon", "midday")
            else time.max
            if word in ("midnight", "mitternacht", "minuit", "medianoche")
            else None
        ), part["z"]
    hour = int(part["H"] or part["H2"] or part["H3"] or part["H4"] or 0)
    minute = int(part["M"] or part["M4"] or 0)
    half = (part["p"] or part["p2"] or "").replace(".", "")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour == 24 and minute == 0:
        return time.max, part["z"]
    if hour > 23 or minute > 59:
        return None, part["z"]
    return time(hour, minute, min(int(part["S"] or 0), 59)), part["z"]


def _at(day: date, clock: Clock) -> datetime | None:
    moment, zone = clock
    try:
        if moment == time.max:  # midnight: the end of the day
            local = datetime.combine(day + timedelta(days=1), time())
        else:
            local = datetime.combine(day, moment or _END_OF_DAY)
        offset = offset_of(zone, local) if zone else timedelta(0)
        return None if offset is None else local.replace(tzinfo=timezone(offset)).astimezone(UTC)
    except (OverflowError, ValueError):
        return None


def _read_links(sentence: str) -> Iterator[datetime]:
    for match in _COUNTER.finditer(sentence):
        year, month, day = (int(part) for part in match.groups()[:3])
        found = _day(year, month, day)
        place = re.search(r"[?&;]p1=(\d{1,5})", match.group())
        zone = "utc" if place is None else _PLACES.get(place.group(1))
        if found is None or zone is None:
            continue
        clock = time(min(int(match.group(4)), 23), min(int(match.group(5)), 59)) if match.group(4) else None
        moment = _at(found, (clock, zone))
        if moment is not None:
            yield moment
    for match in _DAY_COUNTER.finditer(sentence):
        found = _day(int(match.group(3)), int(match.group(1)), int(match.group(2)))
        if found is not None:
            yield datetime.combine(found, time(), UTC)
