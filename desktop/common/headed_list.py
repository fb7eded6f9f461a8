"""A scrolling list with headings among its rows, which the keys of a list step over."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QItemSelectionModel,
    QMetaObject,
    QModelIndex,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop.common.kept_place import KeptPlace
from desktop.common.patient_list import PatientList
from desktop.common.row_model import AnyIndex

AIR = 8  # pixels
_MOVES = QAbstractItemView.CursorAction
_UPWARDS = (_MOVES.MoveHome, _MOVES.MovePageUp)
_DOWNWARDS = (_MOVES.MoveEnd, _MOVES.MovePageDown)


class HeadedList(PatientList):
    """Home, End and the page keys stop at a row that can be chosen; Qt's own stop at none."""

    air = 0  # pixels kept free above and below a row that is brought into sight

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kept = KeptPlace(self)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def relayout(self) -> None:
        """Measure the rows again before they are next painted or looked for."""
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.relayout()
            # When all has its room, and before the paint: who finds out in it is painted twice.
            queued = Qt.ConnectionType.QueuedConnection
            QMetaObject.invokeMethod(self, "lay_out_now", queued)
        else:
            self.kept.show_whole()

    @Slot()
    def lay_out_now(self) -> None:
        """Measure the rows, if they wait for it."""
        self.executeDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.executeDelayedItemsLayout()
        super().paintEvent(event)
        # Laying out may take several steps; the place to keep is what the reader last saw.
        self.kept.keep()

    def reset(self) -> None:
        super().reset()
        self.kept.forget()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self.kept.follow()

    def rowsInserted(self, parent: AnyIndex, first: int, last: int) -> None:
        """More rows are read when the end comes in sight, before that is painted."""
        self.kept.keep()
        super().rowsInserted(parent, first, last)

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        self.kept.hold()

    def settle(self, row: AnyIndex) -> None:
        """The list was scrolled so that all of a row is in sight."""

    def minimumSizeHint(self) -> QSize:
        """In low windows the list gives way, not what stands above it."""
        return QSize(80, 40)

    def scrollTo(
        self,
        index: AnyIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        super().scrollTo(index, hint)
        row, room = self.visualRect(index), self.viewport().height()
        if index.isValid() and row.height() + 2 * self.air <= room:
            over = min(0, row.top() - self.air)
            away = over or max(0, row.bottom() + 1 + self.air - room)
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + away)

    def updateGeometries(self) -> None:
        """Below the last row there is some air, too."""
        bar = self.verticalScrollBar()
        before = bar.value()
        super().updateGeometries()
        if bar.maximum() > 0:
            bar.setMaximum(bar.maximum() + self.room_beyond(bar.maximum()))
            bar.setValue(max(bar.value(), min(before, bar.maximum())))

    def room_beyond(self, end: int) -> int:
        """How far, in pixels, one scrolls beyond the value of the bar that shows the last row."""
        return self.air

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        if action is _MOVES.MoveEnd:
            self._read_on()
        found: QModelIndex = super().moveCursor(action, modifiers)
        at, here = found.row(), self.currentIndex().row()
        if action in _UPWARDS:
            row = self._first_enabled(range(at, here + 1))
            if row == self._first_enabled(range(here + 1)):
                self.scrollToTop()  # the heading above it too
        elif action in _DOWNWARDS:
            row = self._first_enabled(range(at, here - 1, -1))
        else:
            return found
        return self.model().index(row, 0) if row >= 0 else found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape lets go of all but the current row first."""
        if event.key() == Qt.Key.Key_Escape and len(self.selectedIndexes()) > 1:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().select(self.currentIndex(), flag)
        else:
            super().keyPressEvent(event)

    def selectAll(self) -> None:
        """What is not read yet belongs to all as well."""
        self._read_on()
        super().selectAll()

    def _read_on(self) -> None:
        """A list that is handed its rows in pieces takes all that are left."""
        model, root = self.model(), self.rootIndex()
        if model.canFetchMore(root):
            QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            while model.canFetchMore(root):
                model.fetchMore(root)
            self.executeDelayedItemsLayout()
            QGuiApplication.restoreOverrideCursor()

    def _first_enabled(self, rows: Iterable[int]) -> int:
        model, enabled = self.model(), Qt.ItemFlag.ItemIsEnabled
        return next((row for row in rows if model.index(row, 0).flags() & enabled), -1)
