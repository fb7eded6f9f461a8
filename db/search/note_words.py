"""The words of the reader's texts, kept beside their index: what slips of keys are mended to."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path

from db.search.spelling import Speller, spelling_lines

_MOST = 50_000
_FRESH_SHARE = 8  # of the words, one part of which may wait for the great table


class NoteWords:
    """One file, a word a line, the newest last; words of texts in the trash stay in it.

    Without a path they are kept in memory alone.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._known: dict[str, None] | None = None

    @property
    def lasts(self) -> bool:
        """Whether the words, and the index they stand beside, are in a folder."""
        return self._path is not None

    def _read(self) -> dict[str, None]:
        if self._known is None:
            text = self._path.read_text("utf-8") if self._path else ""
            self._known = dict.fromkeys(text.split())
        return self._known

    def all(self) -> tuple[str, ...]:
        """Every word once, the oldest first; OSError or ValueError when the file is no more."""
        return tuple(self._read())

    def clear(self) -> None:
        """Begin anew, with the index."""
        self.keep(())

    def keep(self, words: Iterable[str]) -> None:
        """Forget all others."""
        self._known = dict.fromkeys(words)
        if self._path:
            self._path.write_text("".join(f"{word}\n" for word in self._known), "utf-8")

    def add(self, words: Iterable[str]) -> None:
        """Take in the words of a text that is being indexed."""
        known = self._read()
        new = dict.fromkeys(word for word in words if word not in known)
        if new and self._path:
            with self._path.open("a", encoding="utf-8") as file:
                file.writelines(f"{word}\n" for word in new)
        known |= new


class NoteSpeller:
    """Corrections from the words it has learnt, at once; learning is for another thread.

    A table of all words takes half a second to make, so that the few new ones have their own.
    """

    def __init__(self, stop_words: AbstractSet[str]) -> None:
        self._stop_words = stop_words
        self._whole: tuple[str, ...] = ()  # the words of the great table
        self._known = 0
        self._tables: tuple[Speller, ...] = ()

    def learn(self, words: tuple[str, ...]) -> bool:
        """Make what tables are wanting; False when nothing is new."""
        words = words[:_MOST]
        whole = self._whole
        grown = words[: len(whole)] == whole
        if grown and len(words) == self._known:
            return False
        fresh = words[len(whole) :]
        if grown and len(fresh) * _FRESH_SHARE <= len(words):
            self._tables = (self._tables[0], self._table(fresh))
        else:
            self._tables, self._whole = (self._table(words),), words
        self._known = len(words)
        return True

    def _table(self, words: Iterable[str]) -> Speller:
        return Speller(spelling_lines((word, 0) for word in words if word not in self._stop_words))

    def correction(self, key: str) -> str | None:
        """The nearest word; None when none is near or nothing was learnt yet."""
        found = [near for table in self._tables if (near := table.correction(key))]
        return min(found, key=lambda near: near[1])[0] if found else None
