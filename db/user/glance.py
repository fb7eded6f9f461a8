"""The reader's file as other threads see it: each question opens it anew and only to read."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from db.user.desk import DataVersion
from db.user.failures import known_failures
from db.user.search_feed import Searchable
from db.user.store import UserStore
from db.user.verify import is_writable, open_for_reading


class Glance:
    """What search asks of the reader's own data, from any thread; KnownError when it fails."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._writable = False  # once found to be; on Windows each trial writes a file

    @contextmanager
    def _store(self) -> Iterator[UserStore]:
        self._writable = self._writable or is_writable(self._path)
        with (
            known_failures(),
            closing(open_for_reading(self._path, writable=self._writable)) as opened,
        ):
            yield UserStore(opened)

    @property
    def data_version(self) -> DataVersion:
        with self._store() as store:
            return store.data_version

    def searchable(self, since: int = 0) -> list[Searchable]:
        """The texts written after the act numbered `since`."""
        with self._store() as store:
            return list(store.searchable(since))

    def has_words(self) -> bool:
        """Whether the reader has written anything that could be found."""
        with self._store() as store:
            return next(store.searchable(), None) is not None

    def bookmarked_items(self) -> frozenset[str]:
        with self._store() as store:
            return store.bookmarked_items()

    def annotated_items(self) -> frozenset[str]:
        with self._store() as store:
            return store.annotated_items()

    def tagged_items(self, tag: str) -> frozenset[str]:
        with self._store() as store:
            return store.tagged_items(tag)

    def tag_names(self) -> tuple[str, ...]:
        with self._store() as store:
            return store.tag_names()
