"""Who has been silent for so long that the rules may call them emeritus?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kipbot.core.calendar import months_before
from kipbot.core.people.persons import Person

_ACTIVE = "active"  # the role by which a roster says that somebody is there, whatever the mail shows


@dataclass(frozen=True, slots=True)
class Activity:
    """When the people of the roster wrote in votes (aware, UTC, in order), and when the oldest mail of any vote came."""

    wrote: Mapping[str, tuple[datetime, ...]] = field(default_factory=dict)
    reach: datetime | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    """Who may vote and wrote in no vote since a moment; `reach` is how far back the mail goes."""

    months: int
    since: datetime
    reach: datetime | None
    people: tuple[tuple[str, str], ...] = ()  # id and name

    @property
    def is_told(self) -> bool:
        """Whether the mail goes back far enough to show the silence: mail of one month shows nobody's silence of six."""
        return self.reach is not None and self.reach <= self.since


def gather_activity(written: Iterable[tuple[str | None, datetime | None]]) -> Activity:
    """The activity that mails show, each given as the id of its writer (None: nobody of the roster) and its moment."""
    wrote: dict[str, list[datetime]] = {}
    reach: datetime | None = None
    for person, at in written:
        if at is None:
            continue
        reach = at if reach is None or at < reach else reach
        if person is not None:
            wrote.setdefault(person, []).append(at)
    return Activity({person: tuple(sorted(times)) for person, times in wrote.items()}, reach)


def find_silence(activity: Activity, people: Iterable[Person], roles: Collection[str], at: datetime, months: int) -> Silence:
    """Who of those that hold one of the roles at a moment (aware) was silent for so many months before it.

    Who got any role within that time was there; so is whom the roster calls active.
    """
    since = months_before(at, months)
    silent = tuple(
        (person.id, person.name)
        for person in people
        if person.holds(roles, at) and not _joined(person, since, at) and not person.holds({_ACTIVE}, at)
        if not _wrote(activity.wrote.get(person.id, ()), since, at)
    )
    return Silence(months, since, activity.reach, silent)


def _joined(person: Person, since: datetime, at: datetime) -> bool:
    starts = (role.since for role in person.roles if role.role != "emeritus")
    return any(start is not None and since.date() < start <= at.date() for start in starts)


def _wrote(times: tuple[datetime, ...], since: datetime, until: datetime) -> bool:
    place = bisect_left(times, since)
    return place < len(times) and times[place] <= until
