"""Draws the rows of a model that hands each out whole."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.common.painting import RowState

ROW = Qt.ItemDataRole.UserRole


class RowDelegate(QStyledItemDelegate):
    """A row is drawn by `paint_row`, whatever pen and brush it leaves."""

    def paint_row(self, painter: QPainter, rect: QRectF, row: Any, state: RowState) -> None:
        raise NotImplementedError

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        self.paint_row(painter, QRectF(option.rect), index.data(ROW), RowState.of(option))
        painter.restore()
