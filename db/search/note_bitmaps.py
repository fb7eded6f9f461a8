"""The posting lists of common terms of a large segment, written out as bitmaps beside the index.

Whoosh's own lists of such terms take milliseconds to read, each time the program runs.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from db.whole_file import written_whole

LARGE = 20_000  # texts from which a segment gets such a file
COMMON = 2_000  # texts that a term stands in
_ENDING = ".bits"


class NoteBitmaps:
    """One file: a line of JSON that names the terms, then a bitmap of `size` bytes for each."""

    def __init__(self, path: Path, size: int, head: int, terms: Iterable[str]) -> None:
        self._path, self._size = path, size
        self._places = {term: head + number * size for number, term in enumerate(terms)}

    def __contains__(self, term: object) -> bool:
        return term in self._places

    def read(self, term: str) -> int:
        """The bitmap of a term; OSError when the file is no more."""
        with self._path.open("rb") as file:
            file.seek(self._places[term])
            return int.from_bytes(file.read(self._size), "little")


def bitmaps_of(folder: Path, segment: str, size: int) -> NoteBitmaps | None:
    """What was written for a segment whose bitmaps have `size` bytes; None when it is not whole."""
    path = folder / f"{segment}{_ENDING}"
    try:
        data = path.read_bytes()
        line = data[: data.index(b"\n") + 1]
        told = json.loads(line)
        whole = told["sum"] == crc32(data[len(line) :]) and told["size"] == size
        return NoteBitmaps(path, size, len(line), told["terms"]) if whole else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_bitmaps(folder: Path, segment: str, size: int, lists: Mapping[str, int]) -> None:
    """Write the lists of a segment; OSError as the disk raises it."""
    data = b"".join(bits.to_bytes(size, "little") for bits in lists.values())
    told = {"size": size, "sum": crc32(data), "terms": list(lists)}
    with written_whole(folder / f"{segment}{_ENDING}") as partial:
        partial.write_bytes(json.dumps(told, ensure_ascii=False).encode() + b"\n" + data)


def keep_bitmaps(folder: Path, segments: Iterable[str]) -> None:
    """Remove what was written for segments that are no more: they hold words of deleted texts."""
    kept = {f"{segment}{_ENDING}" for segment in segments}
    for path in folder.glob(f"*{_ENDING}"):
        if path.name not in kept:
            with suppress(OSError):  # another program reads it; the next write finds it again
                path.unlink()
