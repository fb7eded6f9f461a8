"""The acts of a session in order, so that each can be undone and done again."""

from collections.abc import Set

from db.user.models import Change, Row, RowChange

# What an act that takes another back writes anew, and nobody sees.
_STAMPS = ("modified", "revision")


class History:
    """Two stacks; a new act empties the second, as everywhere."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def add(self, change: Change) -> None:
        self._done.append(change)
        self._undone.clear()

    def clear(self) -> None:
        self._done.clear()
        self._undone.clear()

    def forget(self, uuids: Set[str]) -> None:
        """Let go of rows deleted for ever; what acts did to other rows can still be taken back."""
        self._done, self._undone = (
            [kept for one in acts if (kept := _without(one, uuids)) is not None]
            for acts in (self._done, self._undone)
        )

    @property
    def next_undo(self) -> Change | None:
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Change | None:
        return self._undone[-1] if self._undone else None

    def undid(self) -> None:
        self._undone.append(self._done.pop())

    def redid(self) -> None:
        self._done.append(self._undone.pop())


def _without(change: Change, uuids: Set[str]) -> Change | None:
    """The change as it is without these rows; None when nothing is left of it to see."""
    rows = [
        RowChange(row.table, row.key, _apart(row.before, uuids), _apart(row.after, uuids))
        for row in change.rows
        if not _goes_with(row, uuids)
    ]
    if not any(_seen(row.before) != _seen(row.after) for row in rows):
        return None
    return Change(change.label, tuple(rows))


def _goes_with(row: RowChange, uuids: Set[str]) -> bool:
    """Whether the file deletes the row with them: their own, and what hangs a tag on something."""
    images = (image for image in (row.before, row.after) if image)
    tags = (image.get("tag") for image in images)
    return not uuids.isdisjoint((*row.key, *tags))


def _apart(image: Row | None, uuids: Set[str]) -> Row | None:
    """What points at them points at nothing, as in the file."""
    if image is None:
        return None
    return {column: None if value in uuids else value for column, value in image.items()}


def _seen(image: Row | None) -> Row | None:
    return image and {column: value for column, value in image.items() if column not in _STAMPS}
