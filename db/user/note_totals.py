"""How many notes there are in all, without counting them again after every act or start."""

from db.user.desk import DataVersion
from db.user.models import Change, Row
from db.user.notes_page import Totals
from db.user.store import UserStore

_NAME = "totals"


class NoteTotals:
    """Counts once, then adds what each act changed; an act it was not told of voids the count."""

    def __init__(self, store: UserStore) -> None:
        self._store = store
        self._known = self._kept()

    def _kept(self) -> tuple[DataVersion, Totals] | None:
        """What `keep` left, by the version of the file that it was counted in."""
        try:
            lineage, *numbers = self._store.recall(_NAME).split()
            revision, marked, written = map(int, numbers)
        except ValueError:
            return None
        return DataVersion(lineage, revision), Totals(marked, written)

    def keep(self) -> None:
        """Store the count for the next start."""
        if self._known is not None and self._known != self._kept():
            version, totals = self._known
            self._store.remember(_NAME, " ".join(map(str, (*version, *totals))))

    def read(self) -> Totals:
        """The totals of the file as it is now."""
        version = self._store.data_version
        if self._known is None or self._known[0] != version:
            self._known = version, self._store.totals()
        return self._known[1]

    def follow(self, change: Change) -> None:
        """Take in the act that was just done."""
        if self._known is None or not change.rows:
            return
        version, totals = self._known
        now = self._store.data_version
        if now != DataVersion(version.lineage, version.revision + 1):
            self._known = None
            return
        rows = [row for row in change.rows if row.table == "annotation"]
        marked = sum(_live(row.after) - _live(row.before) for row in rows)
        written = sum(_written(row.after) - _written(row.before) for row in rows)
        self._known = now, Totals(totals.marked + marked, totals.written + written)


def _live(row: Row | None) -> int:
    return int(row is not None and row["deleted"] is None)


def _written(row: Row | None) -> int:
    return int(row["written"] or 0) if row is not None and _live(row) else 0
