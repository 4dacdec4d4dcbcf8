"""Who belongs to the project at a moment, whose word binds, and who wrote a mail?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from kipbot.core.facts import MailReceived
from kipbot.core.memo import remembered
from kipbot.core.people.directory import Directory, Entry
from kipbot.core.people.persons import Mistake, Person, Role, find_mistakes
from kipbot.core.people.rollcalls import RollCallHeld, find_roll_call_mistakes, in_force
from kipbot.core.people.sender import identify
from kipbot.core.people.whois import DECIDES, Answer, look_up, tell
from kipbot.core.tally import Voter

__all__ = ["Mistake", "Person", "Role", "RollCallHeld", "Roster"]


@dataclass(frozen=True)
class Roster:
    """The people of one project. A person's id is never reused; people who left keep their entry and their dated roles."""

    people: tuple[Person, ...] = ()
    roll_calls: tuple[RollCallHeld, ...] = ()

    @cached_property
    def _by_id(self) -> dict[str, Person]:
        return {person.id: person for person in self.people}

    @cached_property
    def _directory(self) -> Directory:
        return Directory(map(_entry, self.people))

    @cached_property
    def _look_up(self) -> Callable[[str], Answer]:
        return remembered(lambda who: look_up(who, self._directory, self._by_id))

    def get(self, person: str | None) -> Person | None:
        """The person with this id."""
        return None if person is None else self._by_id.get(person)

    def binding(self, person: str | None, roles: Collection[str], at: datetime) -> bool:
        """Does this person's word bind where the holders of these roles decide, at this moment? A stranger's never does."""
        known = self.get(person)
        return known is not None and known.holds(roles, at)

    def electorate(self, roles: Collection[str], at: datetime) -> tuple[str, ...]:
        """The ids of those whose word binds at this moment, sorted."""
        return tuple(sorted(person.id for person in self.people if person.holds(roles, at)))

    def roll_call(self, at: datetime, every_months: int | None = None) -> RollCallHeld | None:
        """The roll call in force at this moment; None where none is known, or where a newer one was due."""
        return in_force(self.roll_calls, at, every_months)

    def identify(self, mail: MailReceived, list_addresses: Collection[str] = ()) -> Voter:
        """Who wrote a mail. An address decides; a name only behind the list's own address; all else is a doubt, never a person."""
        voter = identify(mail, self._directory, list_addresses)
        known = self.get(voter.person)
        return replace(voter, name=known.name) if known is not None and not voter.name else voter

    def owners(self, address: str) -> tuple[Person, ...]:
        """The people who have this address; more than one only where the roster is wrong."""
        return tuple(self._by_id[person] for person in self._directory.owners(address))

    def mistakes(self) -> tuple[Mistake, ...]:
        """What cannot be: an id, address or account used twice, a role that ends before it starts, a roll call by strangers."""
        return (*find_mistakes(self.people), *find_roll_call_mistakes(self.roll_calls, self._by_id))

    def look_up(self, who: str) -> Answer:
        """The people whom an address, a name or "Name <address>" means, how they were found, and who else comes near."""
        return self._look_up(who)

    def explain(self, who: str, at: datetime, decides: Mapping[str, tuple[str, ...]] = DECIDES) -> list[str]:
        """Lines for people: whom `who` means, how that was found, the roles with their dates, and whether the word binds."""
        return tell(self.look_up(who), at, decides)


def _entry(person: Person) -> Entry:
    logins = tuple(login for login in (person.github, person.jira) if login)
    return Entry(person.id, (person.name, *person.names), person.emails, logins)
