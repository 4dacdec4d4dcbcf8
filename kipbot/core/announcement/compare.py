"""Does the count bear out what a result announces?"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from kipbot.core.announcement.spellings import fold_name, names_agree
from kipbot.core.announcement.told import Announcement
from kipbot.core.tally import Ballot, Choice, Tally

Resolve = Callable[[str], str | None]


def compare(  # noqa: PLR0913 - the moments are three, and each is a fact of its own
    announcement: Announcement,
    tally: Tally,
    *,
    closes_at: datetime | None,
    announced_at: datetime,
    names: Resolve,
    called_at: datetime | None = None,
) -> tuple[str, ...]:
    """Say in plain words where a result and the ballots differ: numbers, names, weights, and the time; empty where they agree.

    `names` gives the roster id of a spelling, or None. Times are aware. A cancellation or extension claims nothing to compare.
    """
    if announcement.kind not in ("result", "correction"):
        return ()
    numbers = tuple(_compare_numbers(announcement, tally))
    found = (*numbers, *_compare_names(announcement, tally, names, bool(numbers)))
    return (*found, *_compare_time(closes_at, announced_at, called_at))


def _compare_numbers(announcement: Announcement, tally: Tally) -> list[str]:
    total = None if announcement.binding is not None and announcement.non_binding is not None else announcement.total_for
    rows = (
        (announcement.binding, tally.cast(Choice.FOR, binding=True), "binding +1"),
        (announcement.non_binding, tally.cast(Choice.FOR, binding=False), "non-binding +1"),
        (total, tally.cast(Choice.FOR), "+1"),
        (announcement.against_binding, tally.cast(Choice.AGAINST, binding=True), "binding -1"),
        (None if announcement.against_binding is not None else announcement.against, tally.cast(Choice.AGAINST), "-1"),
        (announcement.zero, tally.cast(Choice.ABSTAIN), "0"),
    )
    found = [
        f"says {said} {what}, the mails bear out {len(cast)}"
        for said, cast, what in rows
        if said is not None and said != len(cast)
    ]
    for said, named, what in (
        (announcement.binding, announcement.names_binding, "binding +1"),
        (announcement.non_binding, announcement.names_non_binding, "non-binding +1"),
        (announcement.total_for, announcement.names_for, "+1"),
    ):
        if said is not None and named and len(named) != said:
            found.append(f"says {said} {what} but names {len(named)}")
    return found


def _compare_names(announcement: Announcement, tally: Tally, names: Resolve, counted_out: bool) -> list[str]:
    found: list[str] = []
    seen: set[str] = set()
    pool = (*tally.counted, *tally.unclear, *tally.late, *tally.withdrawn, *tally.superseded)
    lists = (
        (announcement.names_binding, Choice.FOR, True),
        (announcement.names_non_binding, Choice.FOR, False),
        (announcement.names_for, Choice.FOR, None),
        (announcement.names_against, Choice.AGAINST, None),
        (announcement.names_zero, Choice.ABSTAIN, None),
    )
    for spellings, choice, binding in lists:
        for spelling in spellings:
            ballot = _find_ballot(spelling, pool, names)
            if ballot is not None:
                seen.add(ballot.voter.key)
            words = _judge_name(spelling, ballot, tally, choice, binding if binding or not counted_out else None)
            if words is not None and words not in found:
                found.append(words)
    if any(spellings for spellings, _, _ in lists[:3]):
        # A result that lists the binding voters only says nothing of the others.
        only_binding = True if not (announcement.names_non_binding or announcement.names_for) else None
        for ballot in (*tally.cast(Choice.FOR, binding=only_binding), *tally.cast(Choice.AGAINST, binding=only_binding)):
            if ballot.voter.key not in seen:
                found.append(f"does not name {ballot.voter.name or ballot.voter.address}, who voted {ballot.choice}")
    return found


def _judge_name(spelling: str, ballot: Ballot | None, tally: Tally, choice: Choice, binding: bool | None) -> str | None:
    if ballot is None:
        return f"names {spelling}, who cast no ballot that was read"
    if ballot in tally.unclear:
        return f"names {spelling}, whose mail is unclear"
    if ballot in tally.withdrawn or ballot in tally.late:
        return f"names {spelling}, whose vote {'was withdrawn' if ballot in tally.withdrawn else 'came late'}"
    if ballot.choice is not choice:
        return f"names {spelling} for {choice}, who voted {ballot.choice}"
    if binding is True and not ballot.binding:
        return f"counts {spelling} as binding, which the roster does not bear out"
    if binding is False and ballot.binding:
        return f"counts {spelling} as non-binding, whose vote binds by the roster"
    return None


def _find_ballot(spelling: str, pool: tuple[Ballot, ...], names: Resolve) -> Ballot | None:
    """The ballot of the person that a spelling names: by roster id, by name or id, else by a first name that one voter has."""
    person = names(spelling)
    if person is not None:
        theirs = [ballot for ballot in pool if ballot.voter.person == person]
        perhaps = [ballot for ballot in pool if ballot.voter.may_be == person]
        if found := theirs or perhaps:
            return found[0]
    words = fold_name(spelling)
    alike = [ballot for ballot in pool if names_agree(spelling, ballot.voter.name) or _is_handle(spelling, ballot)]
    if not alike and len(words) == 1:
        alike = [ballot for ballot in pool if words[0] in (fold_name(ballot.voter.name) or ("",))]
        if len({ballot.voter.key for ballot in alike}) != 1:
            return None
    return alike[0] if alike else None


def _is_handle(spelling: str, ballot: Ballot) -> bool:
    """Whether a spelling, or an id in brackets behind it, is the voter's roster id or address."""
    ids = {spelling.strip().lstrip("@").casefold()} | {
        part.casefold() for part in re.findall(r"\(@?([\w.+@-]{2,60})\)", spelling)
    }
    address = ballot.voter.address
    return bool(ids & {address, address.partition("@")[0], (ballot.voter.person or "").casefold()} - {""})


def _compare_time(closes_at: datetime | None, announced_at: datetime, called_at: datetime | None) -> list[str]:
    if closes_at is None or announced_at >= closes_at:
        return []
    early = f"{_say_length(closes_at - announced_at)} before the period ends"
    if called_at is None:
        return [f"announced {early}"]
    return [f"announced {_say_length(announced_at - called_at)} after the call, {early}"]


def _say_length(length: timedelta) -> str:
    """Hours with two decimals, rounded down: what was too short by a second must not look long enough."""
    if abs(length) < timedelta(seconds=36):
        return f"{length // timedelta(seconds=1)} s"
    hundredths = length // timedelta(seconds=36)
    return f"{hundredths // 100}.{hundredths % 100:02} h"
