"""Lines in ascending order of their bytes, searched where they lie: no object a line."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from mmap import ACCESS_READ, mmap
from pathlib import Path

LINE_END = b"\n"
_STEP = 2_048  # bytes between lines that are known beforehand
_KNOWN = 64  # bytes of such a line


class SortedLines:
    """Of a file mapped into memory, only what is between two known lines is looked through."""

    def __init__(self, text: bytes | mmap) -> None:
        self._text = text

    @cached_property
    def _known(self) -> tuple[list[bytes], list[int]]:
        """What every so many lines begin with, and where they do."""
        starts = [0]
        for place in range(_STEP, len(self._text), _STEP):
            end = self._text.rfind(LINE_END, place - _STEP, place)
            if end >= 0:
                starts.append(end + 1)
        return [self._text[start : self._end(start)][:_KNOWN] for start in starts], starts

    def starting(self, head: bytes) -> bytes:
        """The first line that begins with `head`, b"" when none does."""
        heads, starts = self._known
        before = max(bisect_left(heads, head[:_KNOWN]), 1) - 1
        after = bisect_right(heads, head[:_KNOWN])
        end = self._end(starts[after]) if after < len(starts) else None
        stretch = LINE_END + self._text[starts[before] : end]
        place = stretch.find(LINE_END + head)
        return stretch[place + 1 :].partition(LINE_END)[0] if place >= 0 else b""

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
