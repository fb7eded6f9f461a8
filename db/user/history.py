"""The acts of a session in order, so that each can be undone and done again."""

from db.user.models import Change


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
