"""The acts of a session in order, so that each can be undone and done again."""

from collections.abc import Callable, Set
from pathlib import Path

from db.record import record
from db.user.models import Change, Row, RowChange
from db.user.session_acts import SessionActs

# What an act that takes another back writes anew, and nobody sees.
_STAMPS = ("modified", "revision")


@record
class Replacement:
    """The content of a file replaced: the copies of it `before` and `after`, and what loads one."""

    label: str
    before: Path
    after: Path
    put: Callable[[Path], object]


type _Done = Change | Replacement


class History:
    """Two stacks; a new act empties the second, as everywhere."""

    def __init__(self) -> None:
        self._done: SessionActs[_Done] = SessionActs()
        self._undone: SessionActs[_Done] = SessionActs()

    def add(self, change: _Done) -> None:
        self._done.append(change)
        self._undone.clear()

    def forget(self, uuids: Set[str]) -> None:
        """Let go of rows deleted for ever; what acts did to other rows can still be taken back.

        Copies of the file hold such rows too: beyond a replacement nothing is kept.
        """
        for acts in (self._done, self._undone):
            kept = (_without(one, uuids) for one in _on_this_side(acts))
            acts.replace([one for one in kept if one is not None])

    def forget_beyond(self, replacement: Replacement) -> None:
        """Let go of the next act, whose copy is gone, and of all that only it leads to."""
        for acts in (self._done, self._undone):
            if acts.last is replacement:
                acts.clear()

    @property
    def next_undo(self) -> _Done | None:
        return self._done.last

    @property
    def next_redo(self) -> _Done | None:
        return self._undone.last

    def undid(self) -> None:
        self._undone.append(self._done.pop())

    def redid(self) -> None:
        self._done.append(self._undone.pop())


def _on_this_side(acts: SessionActs[_Done]) -> list[Change]:
    """The acts since the whole file was last replaced, the next one to undo or redo last."""
    kept: list[Change] = []
    for one in reversed(acts):
        if isinstance(one, Replacement):
            break
        kept.append(one)
    return kept[::-1]


def _without(change: Change, uuids: Set[str]) -> Change | None:
    """The change without these rows; None when nothing visible is left of it."""
    rows = [
        RowChange(row.table, row.key, _apart(row.before, uuids), _apart(row.after, uuids))
        for row in change.rows
        if not _goes_with(row, uuids)
    ]
    if not any(_seen(row.before) != _seen(row.after) for row in rows):
        return None
    return Change(change.label, tuple(rows))


def _goes_with(row: RowChange, uuids: Set[str]) -> bool:
    """Whether a row goes with them: one of them, or what joins one of them, a tag, to something."""
    images = (image for image in (row.before, row.after) if image)
    tags = (image.get("tag") for image in images)
    return not uuids.isdisjoint((*row.key, *tags))


def _apart(image: Row | None, uuids: Set[str]) -> Row | None:
    """The row with its references to them emptied, as the foreign keys of the file do it."""
    if image is None:
        return None
    return {column: None if value in uuids else value for column, value in image.items()}


def _seen(image: Row | None) -> Row | None:
    return image and {column: value for column, value in image.items() if column not in _STAMPS}
