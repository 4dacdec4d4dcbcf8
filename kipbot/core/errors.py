"""Which mistakes can kipbot name in one line?"""

from __future__ import annotations


class KipbotError(Exception):
    """Something that a person can mend: the message says what, where and what to do."""

    exit_code = 1


class WrongUse(KipbotError):
    """The command line asks for something that does not exist."""

    exit_code = 2


class WorldFailed(KipbotError):
    """A file or a server could not be read or written."""

    exit_code = 3
