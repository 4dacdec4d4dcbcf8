"""How is work shared out among processes, and the machine's memory left in peace meanwhile?"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext
from threading import Thread
from typing import Any, TypeVar

Result = TypeVar("Result")
Pack = Callable[[Any], object]

_PIECES_EACH = 16  # so many times a process asks for work, where there is enough
_TICKET = struct.Struct("=I")
_MOST_TICKETS = 10_000  # they fit into a pipe


@contextmanager
def without_collecting() -> Iterator[None]:
    """Mails and votes hold no cycles; looking for some among all that was read takes a quarter of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def spread_over(
    jobs: int, *, least: int = 24, pack: Pack | None = None, unpack: Pack | None = None
) -> Callable[[Callable[[int], Result], int], list[Result]]:
    """A way to do work for 0, 1, ... n - 1 with so many processes, this one among them; the answers come in order.

    The others are forked, so that they see what was read without its being handed over; where a system cannot fork, and for
    less than `least` pieces, all is done here. What comes from another process went through `pack` there and `unpack` here.
    Raises what the work raises; the work of a process that died is done again here.
    """

    def spread(work: Callable[[int], Result], count: int) -> list[Result]:
        if jobs < 2 or count < max(least, 2) or "fork" not in multiprocessing.get_all_start_methods():
            return [work(number) for number in range(count)]
        team = _Team(work, count, jobs, pack)
        try:
            return team.work_through(unpack)
        finally:
            team.end()

    return spread


class _Team:
    """This process and some others, all of which draw tickets for the next pieces of work from one pipe.

    A pipe needs no lock, so a process that is killed at any moment stops no other.
    """

    def __init__(self, work: Callable[[int], Any], count: int, jobs: int, pack: Pack | None) -> None:
        self.work, self.count, self.pack = work, count, pack
        self.size = max(1, count // (jobs * _PIECES_EACH), -(-count // _MOST_TICKETS))
        self.tickets, printer = os.pipe()
        os.write(printer, b"".join(_TICKET.pack(start) for start in range(0, count, self.size)))
        os.close(printer)
        context = multiprocessing.get_context("fork")
        self.helpers = [_Helper(context, self) for _ in range(min(jobs, count) - 1)]

    def take(self) -> range:
        """The next pieces that nobody has begun; empty where there are none."""
        ticket = os.read(self.tickets, _TICKET.size)
        if not ticket:
            return range(0)
        (start,) = _TICKET.unpack(ticket)
        return range(start, min(start + self.size, self.count))

    def work_through(self, unpack: Pack | None) -> list[Any]:
        """Do a share of the work here while the others do theirs, then put all answers in order."""
        done: dict[int, Any] = {}
        while numbers := self.take():
            done.update((number, self.work(number)) for number in numbers)
            for helper in self.helpers:
                done.update(helper.collect(unpack))
        for helper in self.helpers:
            helper.wait()
            done.update(helper.collect(unpack))
        return [done[number] if number in done else self.work(number) for number in range(self.count)]

    def end(self) -> None:
        """Let nobody outlive the work."""
        os.close(self.tickets)
        for helper in self.helpers:
            helper.process.terminate()
            helper.process.join()


class _Helper:
    """Another process, and a thread here that empties its pipe, so that it never waits for this one."""

    def __init__(self, context: ForkContext, team: _Team) -> None:
        self.received: list[bytes] = []
        receiver, sender = context.Pipe(duplex=False)
        self.process = context.Process(target=_help, args=(team, sender), daemon=True)
        self.process.start()
        sender.close()
        self.thread = Thread(target=self._empty, args=(receiver,), daemon=True)
        self.thread.start()

    def _empty(self, receiver: Connection) -> None:
        with receiver:
            try:
                while True:
                    self.received.append(receiver.recv_bytes())
            except (EOFError, OSError):
                return

    def wait(self) -> None:
        """Until the process has sent all it will."""
        self.thread.join()

    def collect(self, unpack: Pack | None) -> Iterator[tuple[int, Any]]:
        """What has come since the last time."""
        while self.received:
            number, answer, error = pickle.loads(self.received.pop(0))
            if error is not None:
                raise error
            yield number, answer if unpack is None else unpack(answer)


def _help(team: _Team, sender: Connection) -> None:
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that asked is told too, and ends this one
    while numbers := team.take():
        for number in numbers:
            sender.send_bytes(pickle.dumps(_answer(team, number), pickle.HIGHEST_PROTOCOL))


def _answer(team: _Team, number: int) -> tuple[int, object, Exception | None]:
    try:
        answer = team.work(number)
        return number, answer if team.pack is None else team.pack(answer), None
    except Exception as error:  # told to the process that asked, which raises it
        return number, None, error
