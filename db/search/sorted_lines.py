"""Lines in ascending order of their bytes, searched where they lie: no object a line."""

from collections.abc import Iterator
from functools import lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path

LINE_END = b"\n"
_REMEMBERED = 256  # the lines that most searches begin with
_READ_WHOLE = 2_048  # bytes that are sooner looked through than halved again


class SortedLines:
    """Of a file mapped into memory, only the pages that a search looks at are read."""

    def __init__(self, text: bytes | mmap) -> None:
        self._text = text
        self._around = lru_cache(maxsize=_REMEMBERED)(self._line_around)

    def starting(self, head: bytes) -> bytes:
        """The first line that begins with `head`, b"" when none does."""
        low, high = 0, len(self._text)  # where lines begin
        while high - low > _READ_WHOLE:
            start, line = self._around(low, (low + high) // 2)
            if line < head:
                low = start + len(line) + 1
            else:
                high = start
        stretch = self._text[low : self._end(high)]
        if stretch.startswith(head):
            place = 0
        else:
            place = stretch.find(LINE_END + head) + 1
            if not place:
                return b""
        return stretch[place:].partition(LINE_END)[0]

    def _line_around(self, low: int, place: int) -> tuple[int, bytes]:
        """Where the line of a place begins, not before `low`; and the line."""
        start = self._text.rfind(LINE_END, low, place) + 1 or low
        return start, self._text[start : self._end(place)]

    def _end(self, place: int) -> int:
        end = self._text.find(LINE_END, place)
        return len(self._text) if end < 0 else end

    def __iter__(self) -> Iterator[bytes]:
        place = 0
        while place < len(self._text):
            end = self._end(place)
            yield self._text[place:end]
            place = end + 1


def mapped(path: Path) -> bytes | mmap:
    """A file's bytes, read when they are looked at; OSError when it cannot be opened."""
    with path.open("rb") as file:
        if not path.stat().st_size:
            return b""  # nothing cannot be mapped
        return mmap(file.fileno(), 0, access=ACCESS_READ)
