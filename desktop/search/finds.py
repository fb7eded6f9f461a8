"""What an answer leads to: the walk through its finds, and the find opened last."""

from typing import Any

from db.search.models import SearchResults
from desktop.common.walk import Walk
from desktop.search.header import meant
from desktop.search.results_list import ResultsList


class Finds:
    """Keeps the list at the find that was opened last, also when F3 went on out of its sight."""

    def __init__(self, shown: ResultsList) -> None:
        self._list = shown
        self._passed: Walk | None = None

    def walk(self, results: SearchResults | None, at: str, *, literal: bool) -> Walk | None:
        """The finds in the order shown; None where there are none."""
        keys = self._list.rows.found_keys()
        if results is None or not keys:
            return None
        return Walk.through(results, meant(results, literal), keys, at)

    def pass_by(self, walk: Walk) -> None:
        """A find is opened."""
        if not self._list.isVisible():
            self._passed = walk
        elif self._list.current_key() != walk.at:
            self._list.choose_row(self._list.rows.row_of(walk.at))

    def leave(self) -> None:
        """The reader leaves the list where it stands."""
        self._passed = None

    def come_back(self, state: dict[str, Any], query: str) -> dict[str, Any]:
        """Where the list is to stand again: at what was opened since it was left there."""
        passed = self._passed
        if passed is None or passed.asked != query:
            return state
        return state | {"item": passed.at, "seek": True}
