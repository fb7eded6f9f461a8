"""A list whose rows can be selected together, by Shift, Ctrl or all at once."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop.common.measured_list import MeasuredList
from desktop.common.row_delegate import ROW


class SelectingList(MeasuredList):
    """`several_changed` follows the selection as soon as it holds more rows than one."""

    several_changed = Signal()
    _told = 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def selected_rows(self) -> list[Any]:
        """Every selected row of the model, from the top."""
        chosen = sorted(self.selectedIndexes(), key=lambda index: index.row())
        return [index.data(ROW) for index in chosen]

    def several_rows(self) -> tuple[str, ...]:
        """The keys of the selected rows, () for less than two."""
        keys = tuple(row.key for row in self.selected_rows())
        return keys if len(keys) > 1 else ()

    def make_current(self, index: QModelIndex) -> None:
        """Choose a row; who follows the current one may take room of the rows.

        So it is told before the row is selected, for which Qt measures them all.
        """
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.setCurrentIndex(index)

    def select_too(self, rows: Iterable[int]) -> None:
        """Select rows beside the current one; what is no row of the list is passed over."""
        for row in rows:
            index = self.model().index(row, 0)
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._tell()

    def reset(self) -> None:
        """Other rows: Qt lets go of the selection without a word."""
        super().reset()
        self._tell()

    def _tell(self) -> None:
        count = max(1, len(self.selectedIndexes()))
        if count != self._told:
            self._told = count
            self.several_changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Headings and empty room take nothing away: the current row stays selected."""
        enabled = Qt.ItemFlag.ItemIsEnabled
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.flags() & enabled:
            super().mousePressEvent(event)
