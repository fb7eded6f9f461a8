"""The places the reader came through, each with where on the page they were."""

from typing import Any

from desktop.common.place import Place

DEPTH = 100


class Visit:
    """A place and the page's state when the reader left it."""

    def __init__(self, place: Place, state: dict[str, Any] | None = None) -> None:
        self.place, self.state = place, state or {}


class History:
    """A line of visits with a position in it."""

    def __init__(self) -> None:
        self._visits: list[Visit] = []
        self._at = -1

    @property
    def current(self) -> Visit | None:
        return self._visits[self._at] if self._at >= 0 else None

    def push(self, place: Place) -> None:
        """Go somewhere new; what lay ahead is forgotten."""
        del self._visits[self._at + 1 :]
        self._visits.append(Visit(place))
        del self._visits[: max(0, len(self._visits) - DEPTH)]
        self._at = len(self._visits) - 1

    def replace(self, place: Place) -> None:
        """Change the present place without a new step, as typing in the search box does."""
        if self._at < 0:
            self.push(place)
        else:
            self._visits[self._at] = Visit(place)

    def can_move(self, steps: int) -> bool:
        return 0 <= self._at + steps < len(self._visits)

    def move(self, steps: int) -> Visit:
        """Step back (−1) or forward (+1)."""
        self._at += steps
        return self._visits[self._at]
