"""Who writes the invented mail of the benchmark, and in which words? Nothing here was ever said by anybody."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Chance from a seed, by the two calls whose results are the same in every Python."""

    def __init__(self, seed: int) -> None:
        source = random.Random(seed)
        self.random = source.random
        self.bits = source.getrandbits

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        return choices[int(self.random() * len(choices))]

    def chance(self, share: float) -> bool:
        """True in the given share of the throws."""
        return self.random() < share

    def between(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int(self.random() * (high - low + 1))

    def mixed(self, choices: Sequence[T], count: int) -> list[T]:
        """Up to `count` different choices, in any order."""
        rest = list(choices)
        return [rest.pop(int(self.random() * len(rest))) for _ in range(min(count, len(rest)))]


@dataclass(frozen=True, slots=True)
class Tongue:
    """The names, charsets and words of the people who write in one script."""

    charsets: tuple[str, ...]
    given: Sequence[str]
    family: Sequence[str]
    words: tuple[str, ...] = ()


# About three of ten people have names that a header must encode.
_PLAIN = Tongue(
    ("us-ascii", "utf-8", "UTF-8", "utf-8", "iso-8859-1", "windows-1252"),
    ("Mira Odo Petra Colin Agnes Ravi Leila Tomas Edda Finn Greta Hugo Iris Jonas Karin Lars Nora Otto Paula Quirin Rosa Stefan"
     " Tilda Ursel Viktor Wanda Yannis Zora Amir Bela Cyril Dora Emil Farida").split(),
    ("Alderney Bonnet Castellan Dunmore Eastley Farrow Grimsby Hollis Inkpen Jarrow Kettle Lindqvist Marlowe Nettleton Oakham"
     " Penrose Quill Rushby Standish Thackeray Underhill Varley Wexford Yarrow Ashdown Birtles Corvin Dalby").split(),
)  # fmt: skip
TONGUES: tuple[tuple[float, Tongue], ...] = (
    (0.70, _PLAIN),
    (
        0.10,
        Tongue(
            ("iso-8859-1", "iso-8859-15", "windows-1252", "utf-8", "x-unknown"),
            ("Jürgen", "Zoë", "André", "Søren", "Åsa", "Begoña", "Jérôme", "Käthe"),
            ("Müllner", "Lefèvre", "Nuñez", "Ødegård", "Björkman", "Größler", "Peñarol", "Façon"),
            (
                "Schöne Grüße aus dem verregneten Köln, ich schaue mir das morgen genauer an.",
                "Voilà, je vérifie ça après le déjeuner et je reviens vers vous.",
                "Mañana lo pruebo en la máquina pequeña.",
            ),
        ),
    ),
    (
        0.05,
        Tongue(
            ("iso-8859-2", "windows-1250", "utf-8", "x-larch-8"),
            ("Zdeněk", "Šárka", "Łucja", "Żaneta", "Ondřej", "Márta"),
            ("Kovařík", "Dvořáček", "Wiśnicki", "Głąb", "Szűcs", "Březina"),
            ("Děkuji, zítra se na to podívám ještě jednou.", "Dzięki, sprawdzę to jutro rano na świeżo."),
        ),
    ),
    (
        0.05,
        Tongue(
            ("koi8-r", "windows-1251", "utf-8", "iso-8859-5"),
            ("Олеся", "Фёдор", "Зинаида", "Глеб"),
            ("Рябинин", "Соловьёва", "Ключников", "Вершинина"),
            ("Спасибо, посмотрю завтра утром.", "Собирал у себя на маленькой машине, всё прошло быстро."),
        ),
    ),
    (
        0.05,
        Tongue(
            ("gb2312", "gbk", "gb18030", "utf-8", "hz-unknown"),
            ("晓东", "雅琴", "文博", "思远"),
            ("林", "周", "沈", "许"),
            ("谢谢你的说明，我明天再看一遍。", "我在小机器上编译了一次，很快就完成了。"),
        ),
    ),
    (
        0.03,
        Tongue(
            ("iso-2022-jp", "shift_jis", "euc-jp", "utf-8"),
            ("さくら", "健太", "美咲"),
            ("森田", "青木", "藤井"),
            ("ありがとうございます。明日もう一度見てみます。",),
        ),
    ),
    (
        0.02,
        Tongue(
            ("euc-kr", "utf-8", "big5-unknown"),
            ("서연", "민준", "하은"),
            ("김", "박", "윤"),
            ("고맙습니다. 내일 다시 보겠습니다.",),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who writes to the list: `pmc` and `committer` say what the roster says."""

    id: str
    name: str
    address: str
    tongue: Tongue
    charset: str
    client: str  # gmail, thunderbird, outlook, mobile, mutt, german, chinese, apple
    offset: int  # hours east of Greenwich
    committer: bool = False
    pmc: bool = False
    second: str = ""  # another address that the roster knows


_CLIENTS = ("gmail gmail gmail gmail thunderbird thunderbird outlook outlook mobile mutt mutt apple apple").split()
_DOMAINS = "example.org example.net mail.example.net post.example.org quarry.example lantern.example harbour.example".split()


def people(dice: Dice, count: int, committers: int, pmc: int) -> list[Person]:
    """Invented people with different names and addresses; the first of them are the project's own."""
    found: list[Person] = []
    taken: set[str] = set()
    while len(found) < count:
        number = len(found)
        tongue = _tongue(dice)
        name = _name(dice, tongue)
        if name in taken:
            continue
        taken.add(name)
        local = name.lower().replace(" ", ".") if name.isascii() else f"member{number}"
        if number > 200:
            local += str(number)
        found.append(
            Person(
                id=f"p{number:03d}",
                name=name,
                address=f"{local}@{dice.pick(_DOMAINS)}",
                tongue=tongue,
                charset=dice.pick(tongue.charsets),
                client=_client(dice, tongue),
                offset=dice.between(-8, 9),
                committer=number < committers,
                pmc=number < pmc,
                second=f"{local}@elsewhere.example" if number < committers and dice.chance(0.3) else "",
            )
        )
    return found


def _tongue(dice: Dice) -> Tongue:
    throw = dice.random()
    for share, tongue in TONGUES:
        if throw < share:
            return tongue
        throw -= share
    return _PLAIN


def _name(dice: Dice, tongue: Tongue) -> str:
    given, family = dice.pick(tongue.given), dice.pick(tongue.family)
    if family[0] > "\u2fff":
        return f"{family}{given}{dice.pick(tongue.given)}" if dice.chance(0.9) else f"{family}{given}"
    middle = f" {dice.pick('ABCDEFGHJKLMNPRSTVW')}." if dice.chance(0.8) else ""
    return f"{given}{middle} {family}"


def _client(dice: Dice, tongue: Tongue) -> str:
    if "gbk" in tongue.charsets:
        return "chinese"
    if "iso-8859-15" in tongue.charsets and dice.chance(0.5):
        return "german"
    return dice.pick(_CLIENTS)


# --- what they say

_WHO = "the broker|the controller|the log cleaner|a slow follower|the fetch loop|the shard map|our staging cluster|the quota service"\
    "|the compactor|the group coordinator|the snapshot reader|the admin client|the retry queue|the index builder".split("|")  # fmt: skip
_DOES = "keeps|drops|rewrites|buffers|forgets|repeats|holds back|batches|re-reads|splits|rebuilds|delays".split("|")
_WHAT = "the offset of each partition|the older segments|every second heartbeat|the pending acknowledgements|the header of the batch"\
    "|the names of the topics|metadata it has already seen|the checksums on disk|the last epoch|requests from old clients"\
    "|the list of live peers|large records".split("|")  # fmt: skip
_WHEN = "when a node leaves the ring|after a rolling restart|while the disk is busy|as soon as the lease runs out|under a heavy load of small writes"\
    "|before the leader has moved|if the clock jumps back|whenever two racks are joined|during the nightly compaction|on machines with one core".split("|")  # fmt: skip
_OPENERS = "As far as I can see,|In our tests|With the patch applied,|From what the trace shows,|On the other hand,|In the current design|In practice"\
    "|For the record,|I am not sure why, but|It turns out that|Reading the page again,|On a laptop".split("|")  # fmt: skip
_ASIDES = "That was a surprise to me.|The page has a diagram of it.|I have put the numbers in the wiki.|There is a test for this in the tree."\
    "|We saw this last spring as well.|The name could be better, but the idea is sound.|I can write that part.|Could you say more about the second step?"\
    "|How does this work together with transactions?|What happens to clients of the old protocol?|The metrics should be documented too."\
    "|Maybe a default of five minutes is enough.|Section three does not mention it yet.|I have updated the page with your comments.".split("|")  # fmt: skip
TITLES_FIRST = "Incremental Bounded Lazy Adaptive Tiered Mirrored Pluggable Durable Sticky Weighted Parallel Compact Versioned Scoped".split()
TITLES_SECOND = "offset snapshots|quota buckets|group leases|record headers|shard placement|fetch sessions|log segments|topic aliases"\
    "|consumer pauses|retry budgets|schema hints|cache warming|rack awareness|metric windows|client fencing|cluster links".split("|")  # fmt: skip
QUESTIONS = "Strange pause after restart|How to size the cache?|Upgrade path from the old format|Consumer stuck in a loop|New website draft|Meetup in autumn"\
    "|Build broken on small machines|Flaky test in the storage module|Documentation of quotas|Hello from a new contributor|Lost records with compaction"\
    "|Wiki access, please|Tuning for many small topics|Stack trace at shutdown|Which driver do you use?|Release notes, first draft".split("|")  # fmt: skip
ISSUES = "NullPointerException in the shard map|Flaky test: CompactorIT|Document the new quota options|Rewrite the fetch loop|Remove deprecated calls"\
    "|Leader does not step down|Checksum mismatch after resize|Reduce allocations in the batch reader|Add a metric for retries|Typo in the handbook"\
    "|Speed up the snapshot reader|Topic names with dots clash".split("|")  # fmt: skip
COLOURS = "amber|copper|indigo|olive|slate|teal|umber|violet|russet|ochre|cobalt|maroon|sienna|jade|pearl|onyx".split("|")


def wrap(text: str, width: int = 72) -> list[str]:
    """Break a text into lines as mail programs do."""
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def paragraphs(dice: Dice, count: int) -> list[list[str]]:
    """Wrapped paragraphs of invented shop talk, none of which says anything of a vote."""
    return [wrap(" ".join(_sentence(dice) for _ in range(dice.between(1, 4)))) for _ in range(count)]


def _sentence(dice: Dice) -> str:
    if dice.chance(0.3):
        return dice.pick(_ASIDES)
    return f"{dice.pick(_OPENERS)} {dice.pick(_WHO)} {dice.pick(_DOES)} {dice.pick(_WHAT)} {dice.pick(_WHEN)}."


def traces(dice: Dice, count: int) -> list[str]:
    """Lines of code, diffs and stack traces, as notifications carry them."""
    lines = []
    for _ in range(count):
        one, two, number = dice.pick(COLOURS).title(), dice.pick(COLOURS), dice.between(10, 900)
        lines.append(
            dice.pick(
                (
                    f"\tat example.ring.{two}.{one}Reader.advance({one}Reader.java:{number})",
                    f"\tat example.ring.store.{one}Segment.flush({one}Segment.java:{number})",
                    f"@@ -{number},7 +{number},9 @@ public class {one}Reader",
                    f'+        this.{two} = Objects.requireNonNull({two}, "{two}");',
                    f"-        return {two}.get({number});",
                    f"         final {one}Segment {two} = map.lookup({number}L);",
                    f"[INFO] Tests run: {number}, Failures: 0, Errors: 0, Skipped: 1 - in example.ring.{one}Test",
                    f"[ERROR] {one}Test.{two}Survives:{number} expected:<{number}> but was:<0>",
                    f"> Task :{two}:compileJava UP-TO-DATE",
                )
            )
        )
    return lines
