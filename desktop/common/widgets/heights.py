"""Heights that a layout asks for again and again."""

from collections.abc import Callable


class Heights:
    """Heights by width, each measured once until something else is measured.

    Who measures is told at each question: kept here, it would be a ring that only the garbage
    collector breaks.
    """

    def __init__(self) -> None:
        self._known: dict[int, int] = {}

    def at(self, width: int, measure: Callable[[int], int]) -> int:
        """Pixels needed in `width` pixels."""
        if width not in self._known:
            self._known[width] = measure(width)
        return self._known[width]

    def forget(self) -> None:
        """Measure anew from now on."""
        self._known.clear()
