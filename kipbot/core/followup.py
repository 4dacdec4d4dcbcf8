"""What does a rule still ask for after a vote that passes, and has it been done?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kipbot.core.calendar import say_time
from kipbot.core.statements import tells_of
from kipbot.core.thread import Announced, Letter, VoteThread
from kipbot.core.verdict import Outcome, Verdict

_PLACES = {"wiki": "on the wiki", "pull_request": "by merging its pull request"}


def find_owed(thread: VoteThread, asked: Sequence[str], root: Verdict, *, told: bool) -> Iterator[Verdict]:
    """One part for each place where the result has to be told (`result_required`): whether it was, by what the mail shows.

    `told` is whether the rule bears out what the caller announced.
    """
    for place in asked:
        yield _of_mail(thread, root, told=told) if place == "mail" else _elsewhere(thread, place, root)


def _of_mail(thread: VoteThread, root: Verdict, *, told: bool) -> Verdict:
    announced = _result_of(thread)
    if announced is None or announced.letter.at is None:
        return Verdict(root.subject, "result", Outcome.WAITING, "the result has to be announced by mail", (), root.because)
    if told:
        outcome, reason = Outcome.MET, f"the result was announced {say_time(announced.letter.at)}"
    else:
        why = "the rule did not bear it out then" if announced.by_caller else "by somebody who did not call the vote"
        outcome = Outcome.WAITING
        reason = f"the result has to be announced by mail; {say_time(announced.letter.at)} it was, but {why}"
    return Verdict(root.subject, "result", outcome, reason, (announced.letter.mail.message_id,), root.because)


def _elsewhere(thread: VoteThread, place: str, root: Verdict) -> Verdict:
    """A mail can say that it was done; whether it was, no mail shows."""
    letter = next(
        (letter for letter in reversed(thread.letters) if _may_say(letter, thread) and tells_of(place, letter.mail.lines)), None
    )
    if letter is None or letter.at is None:
        reason = f"the result has to be told {_PLACES[place]}; whether it was is not known from the mail"
        return Verdict(root.subject, "result", Outcome.UNCLEAR, reason, (), root.because)
    who = letter.voter.name or letter.voter.address
    reason = f"the result was told {_PLACES[place]}, says {who} {say_time(letter.at)}"
    return Verdict(root.subject, "result", Outcome.MET, reason, (letter.mail.message_id,), root.because)


def _may_say(letter: Letter, thread: VoteThread) -> bool:
    """Somebody of the roster or the caller, once there was a result: what was done before it told no result."""
    announced = _result_of(thread)
    if announced is None or announced.letter.at is None or letter.at is None or letter.at < announced.letter.at:
        return False
    known = letter.voter.person is not None or (thread.caller is not None and letter.voter.key == thread.caller.key)
    return known and letter.mail.automatic is None


def _result_of(thread: VoteThread) -> Announced | None:
    """What was announced of the vote; somebody else's cancellation tells no result."""
    announced = thread.announced
    return None if announced is not None and announced.what == "cancellation" else announced
