"""What the reader last saw of a list stays in sight when its rows are laid out anew."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize

from desktop.common.text_roles import zoom

if TYPE_CHECKING:
    from desktop.common.headed_list import HeadedList

_FIRST_SHOWN = 20
_LEAST_SHOWN = 40


class KeptPlace:
    """The chosen row if it is in sight, else the row at the top, and how high it stands."""

    def __init__(self, view: "HeadedList") -> None:
        self._view = view
        self._anchor: tuple[int, int] | None = None
        self._shape: tuple[float, QSize] | None = None

    def keep(self) -> None:
        """Remember what is in sight."""
        view = self._view
        self._shape = self._shape_now()
        self.follow()
        if self._anchor is not None:
            return
        top = view.indexAt(QPoint(view.viewport().width() // 2, _FIRST_SHOWN))
        self._anchor = (top.row(), view.visualRect(top).top()) if top.isValid() else None

    def follow(self) -> None:
        """Remember the chosen row alone, if it is in sight."""
        view = self._view
        chosen = view.visualRect(view.currentIndex())
        seen = chosen.isValid() and chosen.intersects(view.viewport().rect())
        self._anchor = (view.currentIndex().row(), chosen.top()) if seen else None

    def forget(self) -> None:
        """Other rows have come, that nobody has seen."""
        self._anchor = None

    def hold(self) -> None:
        """Scroll to where the reader was; the rows have just been laid out."""
        if self._anchor is not None:
            row, top = self._anchor
            now = self._view.visualRect(self._view.model().index(row, 0)).top()
            self._scroll(now - min(top, self._view.viewport().height() - _LEAST_SHOWN))
        if self._shape != self._shape_now():
            self.show_whole()

    def show_whole(self) -> None:
        """The chosen row was in sight: at another zoom, or in another room, all of it is."""
        view, chosen = self._view, self._view.currentIndex()
        if self._anchor is not None and self._anchor[0] == chosen.row():
            box, room = view.visualRect(chosen), view.viewport().height() - view.air
            away = min(box.top(), max(0, box.top() + box.height() - room)) or min(0, box.top())
            if away:
                self._scroll(away)
                view.settle(chosen)

    def _shape_now(self) -> tuple[float, QSize]:
        return zoom(), self._view.viewport().size()

    def _scroll(self, by: int) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + by)
