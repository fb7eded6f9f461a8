"""What a command of the terminal is, and what it gets to work with."""

import argparse
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from db.paths import UserPaths, user_paths
from db.record import record
from db.reference.models import Item
from db.reference.store import ReferenceStore

if TYPE_CHECKING:
    from db.search.engine import SearchEngine
    from db.user.glance import Glance


class Context:
    """Stores and engine, each opened when a command first asks for it."""

    def __init__(self, user_data: Path | None = None) -> None:
        self._user_data = user_data

    @cached_property
    def reference(self) -> ReferenceStore:
        return ReferenceStore()

    @cached_property
    def engine(self) -> "SearchEngine":
        # Whoosh takes a while to import; most commands do without.
        from db.search.engine import SearchEngine

        return SearchEngine(self.reference, marks=_OwnMarks(self))

    @cached_property
    def user_paths(self) -> UserPaths:
        return user_paths(self._user_data)

    def item(self, name: str) -> Item:
        """An item by id, in capitals too, or by three-digit code, in any script's digits."""
        return self.reference.item_by_code(name) or self.reference.item(name.strip().lower())


class _OwnMarks:
    """The reader's marks for the filters of a query; the file is opened when a filter asks."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @cached_property
    def _glance(self) -> "Glance | None":
        from db.user.glance import Glance

        own = self._context.user_paths.database
        return Glance(own) if own.is_file() else None

    def bookmarked_items(self) -> frozenset[str]:
        return self._glance.bookmarked_items() if self._glance else frozenset()

    def annotated_items(self) -> frozenset[str]:
        return self._glance.annotated_items() if self._glance else frozenset()

    def tagged_items(self, tag: str) -> frozenset[str]:
        return self._glance.tagged_items(tag) if self._glance else frozenset()


@record
class Command:
    """A word after the program's name; `run` returns the exit code."""

    name: str
    summary: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Context], int]
