"""Hash tables on disk: keys are found in a mapped text, without a Python object for each."""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any
from zlib import crc32

LINE_END = b"\n"
_ENDING = ".places"  # instead of the text's own
_ROOM = 1.4  # places for each key at the least, so that most are found at the first look


class Places:
    """Finds keys in a text by the places noted beside it.

    A key includes the character that ends it. None stands at 0, which marks an empty slot.
    """

    def __init__(self, text: mmap, places: mmap) -> None:
        self._text = text
        self._places = memoryview(places).cast("I")
        self._most = len(self._places) - 1

    def end(self, key: bytes) -> int:
        """Where the text goes on after a key; 0 when the key stands nowhere."""
        text, places, most = self._text, self._places, self._most
        slot = crc32(key) & most
        while place := places[slot]:
            end = place + len(key)
            if text[place:end] == key:
                return end
            slot = slot + 1 & most
        return 0


def write_places(path: Path, keys: Iterable[tuple[bytes, int]]) -> None:
    """Write the table of places of a text: its keys, and where each begins."""
    noted = list(keys)
    size = 2
    while size < len(noted) * _ROOM:
        size *= 2
    places = array("I", bytes(4 * size))
    for key, place in noted:
        slot = crc32(key) & size - 1
        while places[slot]:
            slot = slot + 1 & size - 1
        places[slot] = place
    path.with_suffix(_ENDING).write_bytes(places.tobytes())


def mapped_places(path: Path) -> tuple[mmap, Places]:
    """A text and the places of its keys; OSError when one of them cannot be opened."""
    text = _mapped(path)
    return text, Places(text, _mapped(path.with_suffix(_ENDING)))


def _mapped(path: Path) -> mmap:
    """A file's bytes, read when they are looked at."""
    with path.open("rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ)


class Table(Mapping[str, str]):
    """Lines `key<TAB>value` that `write_table` has written."""

    def __init__(self, path: Path) -> None:
        self._text, self._keys = mapped_places(path)

    def __getitem__(self, key: str) -> str:
        value: str | None = self.get(key)
        if value is None:
            raise KeyError(key)
        return value

    def __contains__(self, key: object) -> bool:
        return self._keys.end(f"{key}\t".encode(errors="replace")) > 0

    def get(self, key: str, default: Any = None) -> Any:
        """As of any mapping, without an exception for each of the many words that are missing."""
        start = self._keys.end(f"{key}\t".encode(errors="replace"))
        return self._text[start : self._text.find(LINE_END, start)].decode() if start else default

    def __iter__(self) -> Iterator[str]:
        lines = self._text[1:].decode().split("\n")[:-1]
        return (line.partition("\t")[0] for line in lines)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def write_table(path: Path, lines: Iterable[str]) -> None:
    """Lines `key<TAB>value` below an empty one, and where they begin."""
    written = [f"{line}\n".encode() for line in lines]
    path.write_bytes(LINE_END + b"".join(written))
    starts = accumulate(map(len, written), initial=len(LINE_END))
    keys = (line[: line.index(b"\t") + 1] for line in written)
    write_places(path, zip(keys, starts, strict=False))
