"""Which mails answer a wanted one, and where does each lie?"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from kipbot.core.facts import MailReceived
from kipbot.mail.archives import Source
from kipbot.mail.reader import read
from kipbot.mail.sweep import Sweep, Talk, open_stream, read_spans

_PASSES = 3


class Columns:
    """All mails of a harvest, one row each, a few dozen bytes a row; `found` holds those that were read."""

    def __init__(self, sources: tuple[Source, ...]) -> None:
        self.sources = sources
        self.ids: array[int] = array("q")
        self.ref_ends: array[int] = array("Q", [0])
        self.refs: array[int] = array("q")
        self.places: array[int] = array("Q")
        self.sizes: array[int] = array("I")
        self.found: dict[int, MailReceived] = {}
        self.talks: list[tuple[int, Talk]] = []
        self.dropped: set[int] = set()
        self.source_starts: list[int] = []
        self.source_numbers: list[int] = []

    def add(self, number: int, result: Sweep) -> None:
        """Append the rows of one stretch of source `number`."""
        base = len(self.ids)
        shift = len(self.refs)
        self.source_starts.append(base)
        self.source_numbers.append(number)
        self.ids.extend(result.ids)
        self.refs.extend(result.refs)
        self.ref_ends.extend(end + shift for end in result.ref_ends)
        self.places.extend(result.places)
        self.sizes.extend(result.sizes)
        self.found.update((base + index, mail) for index, mail in result.found.items())
        self.talks += [(base + index, talk) for index, talk in result.talks]

    def read_answers(self) -> None:
        """Read every mail that descends from a read one through In-Reply-To or References."""
        missing = self._find_answers()
        for index, raw in self.fetch(missing):
            self.found[index] = read(raw)

    def _find_answers(self) -> list[int]:
        above = {self.ids[index] for index in self.found}
        rest = [
            index
            for index in range(len(self.ids))
            if index not in self.found and self.ref_ends[index] < self.ref_ends[index + 1]
        ]
        missing: list[int] = []
        for _ in range(_PASSES):
            left = []
            for index in rest:
                if above.isdisjoint(self.refs[self.ref_ends[index] : self.ref_ends[index + 1]]):
                    left.append(index)
                else:
                    above.add(self.ids[index])
                    missing.append(index)
            if len(left) == len(rest):
                return missing
            rest = left
        return missing + self._follow(above, rest)

    def _follow(self, above: set[int], rest: list[int]) -> list[int]:
        """The same by an index of answers, for archives whose order would need many passes."""
        answers: dict[int, list[int]] = {}
        for index in rest:
            for ref in self.refs[self.ref_ends[index] : self.ref_ends[index + 1]]:
                answers.setdefault(ref, []).append(index)
        todo = [ref for ref in answers if ref in above]
        seen: dict[int, None] = {}
        while todo:
            for index in answers.pop(todo.pop(), ()):
                if index not in seen:
                    seen[index] = None
                    todo.append(self.ids[index])
        return list(seen)

    def fetch(self, indices: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """The bytes of some mails, in archive order; a compressed source is streamed once more."""
        by_source: dict[int, list[int]] = {}
        for index in sorted(indices):
            number = self.source_numbers[bisect_right(self.source_starts, index) - 1]
            by_source.setdefault(number, []).append(index)
        for number, wanted in by_source.items():
            source = self.sources[number]
            yield from self._fetch_streamed(source, wanted) if source.compressed else self._fetch_placed(source, wanted)

    def _fetch_placed(self, source: Source, wanted: list[int]) -> Iterator[tuple[int, bytes]]:
        with open_stream(source) as stream:
            for index in wanted:
                stream.seek(self.places[index])
                yield index, stream.read(self.sizes[index])

    def _fetch_streamed(self, source: Source, wanted: list[int]) -> Iterator[tuple[int, bytes]]:
        at = {self.places[index]: index for index in wanted}
        for span in read_spans(source):
            if isinstance(span, str):
                return
            data, begin, end, place = span
            if place in at:
                yield at[place], data[begin:end]
