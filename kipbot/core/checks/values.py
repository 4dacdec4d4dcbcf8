"""Is this a vote that can decide anything, and which ballots have values that weigh nothing?"""

from __future__ import annotations

from collections import Counter

from kipbot.core.checks.case import Case, is_taken, message_ids, say_voter, written_value
from kipbot.core.tally import Ballot
from kipbot.core.verdict import Outcome, Verdict

_MOST_OPTIONS = 6


def check_values(case: Case) -> Verdict | None:
    """Values that weigh nothing are shown (`values`): fractions, which on a release do not bind, and what the rule does not know."""
    fractions = tuple(ballot for ballot in case.tally.counted if ballot.fraction is not None)
    others = tuple(one for one in case.tally.counted if one.fraction is None and not is_taken(case.rule, one))
    said = [_say_fractions(case, fractions)] * bool(fractions) + [_say_others(case, others)] * bool(others)
    return case.verdict("values", Outcome.MET, "; ".join(said), message_ids(fractions + others)) if said else None


def _say_fractions(case: Case, fractions: tuple[Ballot, ...]) -> str:
    never = case.rule.ballots.fractions == "never_binding"
    why = "a fraction does not bind here" if never else "a fraction counts for neither side"
    return f"{_say_values(fractions)}: {why}"


def _say_others(case: Case, others: tuple[Ballot, ...]) -> str:
    return f"{_say_values(others)}: weighs nothing, as the values of this vote are {', '.join(case.rule.ballots.values)}"


def _say_values(ballots: tuple[Ballot, ...]) -> str:
    more = f" and {len(ballots) - 3} more" if len(ballots) > 3 else ""
    return ", ".join(f"{written_value(ballot)} of {say_voter(ballot)}" for ballot in ballots[:3]) + more


def check_change(case: Case) -> Verdict | None:
    """Nobody takes back what they voted, where the rule says so (`vote_change: never`): the first ballot stands."""
    if case.rule.vote_change != "never":
        return None
    voted = {ballot.voter.key for ballot in case.tally.counted}
    late = tuple(ballot for ballot in case.tally.late if ballot.voter.key in voted)
    if not late:
        return None
    who = ", ".join(dict.fromkeys(map(say_voter, late)))
    return case.verdict(
        "change", Outcome.MET, f"what {who} said later changes nothing: the first ballot stands", message_ids(late)
    )


def check_poll(case: Case) -> Verdict | None:
    """A poll (`poll`), or any choice among options (`ballots.options`), shows what people prefer; it approves nothing."""
    if not case.rule.chooses:
        return None
    what = "a poll" if case.rule.poll else "a choice among options"
    chosen = Counter(_fold_option(one.option) for one in case.told.choices).most_common(_MOST_OPTIONS)
    told = f" (chosen: {', '.join(f'{option} by {voters}' for option, voters in chosen)})" if chosen else ""
    evidence = tuple(one.message_id for one in case.told.choices)
    return case.verdict("poll", Outcome.WAITING, f"{what} shows what people prefer; it approves nothing{told}", evidence)


def _fold_option(option: str) -> str:
    """ "Opt-1", "Option 1:" and "option #1" are one."""
    return (
        f"option {option.strip(' .:').replace('#', ' ').replace('-', ' ').split()[-1].lower()}"
        if option.strip(" .:#-")
        else option
    )


def check_venue(case: Case) -> Verdict | None:
    """A vote that belongs on the private list (`venue`) is never tallied."""
    if case.rule.venue != "private":
        return None
    return case.verdict("venue", Outcome.UNCLEAR, "is voted on the private list, which is never read")
