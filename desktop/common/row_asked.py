"""Which row of a view a menu is wanted for."""

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView


def row_asked(view: QAbstractItemView, event: QContextMenuEvent) -> tuple[QModelIndex, QPoint]:
    """The row, by mouse or keys, and where its menu belongs on the screen."""
    keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
    spot = view.visualRect(view.currentIndex()).center() if keyboard else event.pos()
    return view.indexAt(spot), view.viewport().mapToGlobal(spot)
