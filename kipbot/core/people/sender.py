"""Who wrote this mail, when the roster is asked, and what is only pretended or not proven?"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from kipbot.core.facts import Mailbox, MailReceived
from kipbot.core.people.directory import Directory, Found, addresses_in, fold_address, strip_invalid
from kipbot.core.people.names import Likeness, human_name, likeness
from kipbot.core.tally import Voter

# Hosts that write the sender's address into one of their own: "jo=fjord.example@groups.io", "jo=40fjord.example@dmarc.ietf.org".
_WRAPPING_HOSTS = frozenset({"groups.io", "dmarc.ietf.org"})
_DOUBTS = {
    Found.NAME: "has the name of {who}, from an unknown address",
    Found.PART: "has nearly the name of {who}, from an unknown address",
    Found.LOOKS: "has a name that looks like that of {who}, in other letters or with hidden ones",
    Found.LOGIN: "shows the login of {who}, from an unknown address",
}

_AS_BLANKS = str.maketrans("._", "  ")


@dataclass(frozen=True, slots=True)
class _From:
    """The From field taken apart, and the addresses of the mail's lists."""

    name: str
    address: str
    is_via: bool
    lists: frozenset[str]

    def is_list(self, address: str) -> bool:
        return fold_address(address) in self.lists


def identify(mail: MailReceived, directory: Directory, list_addresses: Collection[str] = ()) -> Voter:
    """The voter whom a mail's From proves; a `doubt` where the sender may be a roster person although nothing proves it.

    An address decides, never a name; only where the list has put its own address into From, the person is the one of Reply-To or
    Cc whose name fits, else the only one of that name. Never raises, whatever the mail says.
    """
    voter = _decide(mail, _read_from(mail, list_addresses), directory)
    # Without name and address all such voters would be one, so the mail itself becomes the name.
    return voter if voter.name or voter.address or voter.person else replace(voter, name=mail.message_id)


def _decide(mail: MailReceived, said: _From, directory: Directory) -> Voter:
    if any("from is ambiguous" in trouble.casefold() for trouble in mail.troubles):
        return _ambiguous(said, directory)
    if said.is_list(said.address):
        return _undo_rewriting(mail, said, directory)
    owners = directory.owners(said.address)
    if len(owners) > 1:
        return _shared_address(said, owners)
    if owners and _may_own(said, owners[0], directory):
        return Voter(owners[0], said.name, said.address)
    return _stranger(mail, said, directory)


def _read_from(mail: MailReceived, list_addresses: Collection[str]) -> _From:
    name, is_via = human_name(mail.sender.name)
    lists = _fold_all(tuple(_lists(mail, list_addresses, is_via)))
    return _From(name, _unwrap(strip_invalid(mail.sender.address), lists), is_via, lists)


def _lists(mail: MailReceived, list_addresses: Collection[str], is_via: bool) -> Iterable[str]:
    """The addresses of the lists that can have rewritten this mail.

    To and Cc are the sender's own words, so they only serve where neither the rules nor the mail name the list: who writes
    "Jo via dev <dev@evil.example>" to himself and to us must not choose his list.
    """
    by_id = _from_list_id(mail.list_id)
    if list_addresses:
        host = by_id.rpartition("@")[2]
        is_ours = any(address.rpartition("@")[2].casefold() == host for address in list_addresses)
        return [*list_addresses, by_id] if is_ours else list_addresses
    if by_id:
        return [by_id]
    return [box.address for box in (*mail.to, *mail.cc)] if is_via else []


@lru_cache(maxsize=256)
def _fold_all(addresses: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold_address, addresses)) - {""}


@lru_cache(maxsize=256)
def _from_list_id(list_id: str) -> str:
    """ "Kafka Dev <dev.kafka.apache.org>" is the list dev@kafka.apache.org (RFC 2919 gives the form, lists keep the custom)."""
    inner = list_id.rpartition("<")[2].partition(">")[0].strip().casefold()
    if "@" in inner:
        return inner
    name, dot, host = inner.partition(".")
    return f"{name}@{host}" if name and dot and host else ""


def _unwrap(address: str, lists: Collection[str]) -> str:
    """The address that a list host has wrapped into one of its own."""
    local, _, host = address.rpartition("@")
    if host not in _WRAPPING_HOSTS and host not in {known.rpartition("@")[2] for known in lists}:
        return address
    name, equals, domain = local.rpartition("=")
    domain = domain.removeprefix("40")
    return f"{name}@{domain}" if name and equals and "." in domain else address


def _may_own(said: _From, person: str, directory: Directory) -> bool:
    """A known address is its owner's, whatever the name; but "Jo via dev" over Bo's address is neither's."""
    return not said.is_via or not said.name or directory.likeness(said.name, person) > Likeness.NONE


def _ambiguous(said: _From, directory: Directory) -> Voter:
    owners = directory.owners(said.address) or directory.find(said.name).people or _named_within(said, directory)
    address = "" if said.is_list(said.address) else said.address
    return Voter(None, said.name, address, "the From field can be read as more than one sender", _only(owners))


def _shared_address(said: _From, owners: tuple[str, ...]) -> Voter:
    return Voter(None, said.name, said.address, f"the roster gives this address to {_listed(owners)}")


def _stranger(mail: MailReceived, said: _From, directory: Directory) -> Voter:
    """Somebody whose address no roster person has; with a doubt where something points at one."""
    doubt, people = _suspect(mail, said, directory)
    return Voter(None, said.name, said.address, doubt, _only(people))


def _suspect(mail: MailReceived, said: _From, directory: Directory) -> tuple[str | None, tuple[str, ...]]:
    if people := directory.owners(said.address):
        return f"came by way of a list, it says, but from the address of {_listed(people)}, whose name it does not have", ()
    if people := directory.imitated(said.address):
        return f"has an address that looks like that of {_listed(people)}", people
    if people := _named_within(said, directory):
        return f"shows the address of {_listed(people)} as its name, but comes from another one", people
    match = directory.find(said.name or said.address.rpartition("@")[0])
    if match.people:
        return _tell(match.how, match.people), match.people
    people = tuple({person: None for box in mail.reply_to for person in directory.owners(box.address)})
    people = tuple(person for person in people if directory.likeness(said.name, person) > Likeness.NONE)
    return (f"wants answers at the address of {_listed(people)}" if people else None), people


def _tell(how: Found, people: tuple[str, ...]) -> str:
    if len(people) > 1:
        return f"has a name that may be that of {_listed(people)}, and nothing says which"
    return _DOUBTS[how].format(who=people[0])


def _named_within(said: _From, directory: Directory) -> tuple[str, ...]:
    found = {person for address in addresses_in(said.name) for person in directory.owners(address)}
    return tuple(sorted(found))


def _only(people: tuple[str, ...]) -> str | None:
    return people[0] if len(people) == 1 else None


def _listed(people: tuple[str, ...]) -> str:
    return " and ".join(people) if len(people) < 4 else f"{', '.join(people[:3])} and {len(people) - 3} others"


@dataclass(frozen=True, slots=True)
class _Traces:
    """What Reply-To or Cc say of the writer behind a rewritten From."""

    people: dict[str, str]  # person to address: roster people whose names fit
    others: tuple[str, ...]  # roster people whose address it is, whose names do not fit
    strange: tuple[Mailbox, ...]  # unknown mailboxes that may be the writer's


def _undo_rewriting(mail: MailReceived, said: _From, directory: Directory) -> Voter:
    """The writer of a mail whose From is the list's own address."""
    replies = [box for box in mail.reply_to if box.address and not said.is_list(box.address)]
    # Where the list left the writer's address in Reply-To, Cc only holds other readers: a forger could name a member there.
    traces = _trace(replies or _writers_in(mail.cc, said, directory), said, directory)
    least = max((directory.likeness(said.name, person) for person in traces.people), default=Likeness.CLOSE)
    if traces.people or not replies:
        traces = replace(traces, strange=tuple(box for box in traces.strange if _nearness(box, said.name) >= least))
    if len(traces.people) == 1 and not traces.strange:
        [(person, address)] = traces.people.items()
        return Voter(person, said.name, address)
    return _doubtful(mail, said, directory, traces)


def _doubtful(mail: MailReceived, said: _From, directory: Directory, traces: _Traces) -> Voter:
    known = tuple(sorted(traces.people))
    if known:
        doubt = f"answers go to {_listed(known)}" + (" and to an unknown address of the same name" if traces.strange else "")
        return Voter(None, said.name, "", doubt, _only(known))
    if traces.strange:
        behind = _From(said.name, strip_invalid(traces.strange[0].address), False, said.lists)
        return _stranger(mail, behind, directory)
    if traces.others:
        by_name = directory.find(said.name).people
        doubt = f"answers go to {_listed(traces.others)}, but the name is another one"
        return Voter(None, said.name, "", doubt, None if by_name else _only(traces.others))
    return _by_name(said, directory)


def _by_name(said: _From, directory: Directory) -> Voter:
    """Only the name is left: it is enough where one person alone has it and the list itself says that it rewrote From."""
    match = directory.find(said.name)
    if said.is_via and match.how is Found.NAME and len(match.people) == 1:
        return Voter(match.people[0], said.name, "")
    if match.people:
        doubt = "the list has hidden the address: " + _tell(match.how, match.people)
        return Voter(None, said.name, "", doubt.replace(", from an unknown address", ""), _only(match.people))
    hidden = None if said.is_via and said.name else "the list's own address stands in From, so it does not say who wrote"
    return Voter(None, said.name, "", hidden)


def _trace(boxes: Iterable[Mailbox], said: _From, directory: Directory) -> _Traces:
    people: dict[str, str] = {}
    others: dict[str, None] = {}
    strange: list[Mailbox] = []
    for box in boxes:
        owners = directory.owners(box.address)
        fitting = [person for person in owners if _fits(said.name, person, directory)]
        people |= {person: strip_invalid(box.address) for person in fitting}
        others |= {person: None for person in owners if person not in fitting}
        strange += [] if owners else [box]
    return _Traces(people, tuple(others), tuple(strange))


def _fits(name: str, person: str, directory: Directory) -> bool:
    """The name may be this person's, and is not clearly somebody else's."""
    match = directory.find(name)
    if match.how is Found.NAME:
        return person in match.people
    return directory.likeness(name, person) > Likeness.NONE


def _writers_in(boxes: Iterable[Mailbox], said: _From, directory: Directory) -> list[Mailbox]:
    """The Cc mailboxes that may be the writer's own; a list that keeps answers to itself puts it there."""
    return [box for box in boxes if box.address and not said.is_list(box.address) and _is_candidate(box, said, directory)]


def _is_candidate(box: Mailbox, said: _From, directory: Directory) -> bool:
    owners = directory.owners(box.address)
    if not owners:
        return _nearness(box, said.name) > Likeness.NONE
    # Another member in copy is a reader like any other, unless the mailbox bears the writer's name or none at all.
    is_reader = box.name and _nearness(box, said.name) < Likeness.CLOSE
    return not is_reader or any(_fits(said.name, person, directory) for person in owners)


def _nearness(box: Mailbox, name: str) -> Likeness:
    """How well a mailbox's name fits the writer's; without one, how well the left side of its address does."""
    shown = human_name(box.name)[0] or strip_invalid(box.address).rpartition("@")[0].translate(_AS_BLANKS)
    return likeness(shown, name)
