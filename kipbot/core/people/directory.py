"""Which roster person has this address, or this name?"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from kipbot.core.people.names import Likeness, Spelling, compare, glance, is_disguised, skeletons, spellings

APACHE = "apache.org"
_MOST_ANSWERS = 4096
_ADDRESS = re.compile(r"[^\s<>()\[\]\"',;:|@]{1,64}@[^\s<>()\[\]\"',;:|@]{1,255}")
_LOWER = str.maketrans({chr(code): chr(code + 32) for code in range(ord("A"), ord("Z") + 1)})


class Found(StrEnum):
    """How a name led to a person."""

    NAME = "name"  # one of the person's names, in some spelling
    PART = "part"  # one name has a word more than the other
    LOOKS = "looks"  # looks like one of the person's names, in other letters
    LOGIN = "login"  # the person's id, GitHub or Jira login
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Match:
    """The people whom a name may mean, in the order of their ids, and how they were found."""

    how: Found
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """What the directory knows of one person."""

    person: str
    names: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    logins: tuple[str, ...] = ()


def strip_invalid(address: str) -> str:
    """An address in lower case (ASCII letters only), without the ".invalid" that lists add against DMARC."""
    # Only ASCII: lower() makes "k" of the Kelvin sign, and a stranger's address would become a member's.
    address = address.strip().strip("<>").translate(_LOWER)
    while address.endswith(".invalid"):
        address = address.removesuffix(".invalid")
    return address.rstrip(".")


@lru_cache(maxsize=8192)
def fold_address(address: str) -> str:
    """The one form of all spellings of a mailbox: no plus tag, no dots before gmail.com, googlemail.com as gmail.com."""
    local, at, domain = strip_invalid(address).rpartition("@")
    if not at:
        return ""
    local = local.partition("+")[0] or local
    if domain in {"gmail.com", "googlemail.com"}:
        local, domain = local.replace(".", ""), "gmail.com"
    return f"{local}@{domain}"


class Directory:
    """The people of a roster by address and by name; a question costs the same however many people there are."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._owners: defaultdict[str, set[str]] = defaultdict(set)
        self._glances: defaultdict[str, set[str]] = defaultdict(set)
        self._words: defaultdict[str, set[str]] = defaultdict(set)
        self._exact: defaultdict[Spelling, set[str]] = defaultdict(set)
        self._looks: defaultdict[str, set[str]] = defaultdict(set)
        self._logins: defaultdict[str, set[str]] = defaultdict(set)
        self._spellings: dict[str, frozenset[Spelling]] = {}
        self._handles: dict[str, frozenset[str]] = {}
        self._answers: dict[str, Match] = {}
        for entry in entries:
            self._add_addresses(entry)
            self._add_names(entry)

    def _add_addresses(self, entry: Entry) -> None:
        own = {fold_address(address) for address in (*entry.addresses, f"{entry.person}@{APACHE}")} - {""}
        for address in own:
            self._owners[address].add(entry.person)
            self._glances[glance(address)].add(entry.person)
        locals_ = (address.rpartition("@")[0] for address in own)
        self._handles[entry.person] = frozenset(map(_handle, (entry.person, *entry.logins, *locals_)))

    def _add_names(self, entry: Entry) -> None:
        known = frozenset(spelling for name in entry.names for spelling in spellings(name))
        self._spellings[entry.person] = known
        for spelling in known:
            self._exact[spelling].add(entry.person)
            for word in spelling.words:
                self._words[word].add(entry.person)
        for name in entry.names:
            for look in skeletons(name):
                self._looks[look].add(entry.person)
        # An id that is just a given name ("chris") says nothing of another Chris.
        words = {word for spelling in known for word in spelling.words}
        for login in {_handle(login) for login in (entry.person, *entry.logins)} - words - {""}:
            self._logins[login].add(entry.person)

    def owners(self, address: str) -> tuple[str, ...]:
        """The people to whom an address belongs; more than one where the roster is wrong. "<id>@apache.org" is its id's."""
        folded = fold_address(address)
        local, _, domain = folded.rpartition("@")
        if domain == APACHE and local in self._spellings:
            return (local,)
        return tuple(sorted(self._owners.get(folded, ())))

    def imitated(self, address: str) -> tuple[str, ...]:
        """The people for whose address this one could be taken although it is another."""
        folded = fold_address(address)
        if not folded or self.owners(folded):
            return ()
        local, _, domain = folded.rpartition("@")
        if "apache" in re.split("[.-]", domain) and local in self._spellings:
            return (local,)
        return tuple(sorted(self._glances.get(glance(folded), ())))

    def find(self, name: str) -> Match:
        """Whom a name means: by the name itself, else by part of it, by its looks, or as a login."""
        known = self._answers.get(name)
        if known is None:
            # The same few hundred people write most of a list's mail; a flood of others must not fill the memory.
            if len(self._answers) >= _MOST_ANSWERS:
                self._answers.clear()
            known = self._answers[name] = self._search(name)
        return known

    def _search(self, name: str) -> Match:
        same, close = self._alike(name)
        if same:
            return Match(Found.LOOKS if is_disguised(name) else Found.NAME, same)
        if close:
            return Match(Found.PART, close)
        looks = {person for look in skeletons(name) for person in self._looks.get(look, ())}
        if looks:
            return Match(Found.LOOKS, tuple(sorted(looks)))
        logins = self._logins.get(_handle(name), ())
        return Match(Found.LOGIN if logins else Found.NOTHING, tuple(sorted(logins)))

    def _alike(self, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The people with this very name, and those with nearly this name."""
        same: set[str] = set()
        close: set[str] = set()
        for spelling in spellings(name):
            same |= self._exact.get(spelling, set())
            common = Counter(person for word in spelling.words for person in self._words.get(word, ()))
            for person in (person for person, count in common.items() if count > 1):
                best = max(compare(spelling, known) for known in self._spellings[person])
                if best >= Likeness.CLOSE:
                    (same if best is Likeness.SAME else close).add(person)
        return tuple(sorted(same)), tuple(sorted(close - same))

    def likeness(self, name: str, person: str) -> Likeness:
        """How well a display name fits a person; a login or the left side of an address fits weakly."""
        known = self._spellings.get(person, frozenset())
        best = max((compare(one, other) for one in spellings(name) for other in known), default=Likeness.NONE)
        if best is Likeness.NONE and _handle(name) in self._handles.get(person, ()):
            return Likeness.WEAK
        return best

    def near(self, name: str) -> tuple[str, ...]:
        """The people whose names share something with this one; for showing, never for counting."""
        shared = {person for spelling in spellings(name) for word in spelling.words for person in self._words.get(word, ())}
        return tuple(sorted(person for person in shared if self.likeness(name, person) > Likeness.NONE))


def addresses_in(text: str) -> tuple[str, ...]:
    """The mail addresses that stand in a display name."""
    return tuple(_ADDRESS.findall(text[:1000])) if "@" in text else ()


def _handle(name: str) -> str:
    """A login without blanks, dots and case: "Jo.Doe", "jo doe" and "jodoe" are one."""
    return "".join(char for char in name[:100].casefold() if char.isalnum())
