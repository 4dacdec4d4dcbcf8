"""How far has the reading of a long archive come?"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

PATIENCE_SECONDS = 2.0


class Watch:
    """A bar on standard error while archives are read: only on a terminal, only when it takes longer than two seconds."""

    def __init__(self, *, quiet: bool) -> None:
        self._shown = not quiet and sys.stderr.isatty()
        self._bar: Bar | None = None

    @property
    def progress(self) -> Callable[[int, int], None] | None:
        """What to tell of `(done, total)` bytes; None where nobody would see it."""
        if not self._shown:
            return None
        from kipbot.clock import now

        begun = now()

        def tell(done: int, total: int) -> None:
            if self._bar is None and (now() - begun).total_seconds() > PATIENCE_SECONDS:
                self._bar = Bar(total)
            if self._bar is not None:
                self._bar.move(done)

        return tell

    def __enter__(self) -> Watch:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.end()


class Bar:
    """The bar itself; it leaves nothing behind."""

    def __init__(self, total_bytes: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

        words = (TextColumn("reading mail"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
        self._progress = Progress(*words, console=Console(stderr=True), transient=True)
        self._progress.start()
        self._task = self._progress.add_task("", total=total_bytes)

    def move(self, done_bytes: int) -> None:
        """Show so many bytes as read."""
        self._progress.update(self._task, completed=done_bytes)

    def end(self) -> None:
        """Take the bar away."""
        self._progress.stop()
