"""The map of what was remarked where: a row for each axis, a cell for each of its items."""

from collections import Counter
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from db.reference.models import Item, ItemKind
from desktop.common.context import Context
from desktop.common.entry_rows import AnyIndex
from desktop.common.painting import RowState, fill_round, stroke_round
from desktop.common.persian import digits
from desktop.common.text_block import Style

CELL = Qt.ItemDataRole.UserRole
_STEPS = (1, 3, 6)
_SHORT = {ItemKind.VISION: "چ", ItemKind.FUNDAMENTAL: "اس"}  # «ا» looks like ۱


class CoverageModel(QAbstractTableModel):
    """Remarks on a child count for the direction it stands under."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.axes = context.reference.axes()
        self._rows = [
            [i for i in context.reference.items_of_axis(axis.slug) if i.kind is not ItemKind.CHILD]
            for axis in self.axes
        ]
        self._counts: Counter[str] = Counter()
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        self.beginResetModel()
        self._counts = Counter()
        items = {item.id: item for item in self._context.reference.items()}
        for count in self._context.reader.store.coverage():
            item = items.get(count.item_id)
            if item is not None:
                self._counts[item.parent_id or item.id] += count.notes + count.highlights
        self.endResetModel()

    def item(self, index: AnyIndex) -> Item | None:
        row = self._rows[index.row()]
        return row[index.column()] if index.column() < len(row) else None

    def count(self, index: AnyIndex) -> int:
        item = self.item(index)
        return self._counts[item.id] if item else 0

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return len(self._rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return max(len(row) for row in self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if self.item(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item(index)
        if item is None:
            return None
        count = self.count(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return digits(count) if count else ""
        spoken = f"{self._context.row_title(item)}، {digits(count)} یادداشت یا رنگ"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._context.axis_title(item.axis)}، {spoken}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f'<div dir="rtl">{spoken}<br>{item.edited}</div>'
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Vertical:
            return self.axes[section].title
        return None


class _Cells(QStyledItemDelegate):
    """Deeper colour for more remarks; the number and the item's own number say the same."""

    def __init__(self, context: Context, view: "CoverageMap") -> None:
        super().__init__(view)
        self._context, self._view = context, view

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        item = self._view.cells.item(index)
        if item is None:
            return
        tokens, count = self._context.theme.tokens, self._view.cells.count(index)
        state = RowState.of(option)
        box = QRectF(option.rect).adjusted(2, 2, -2, -2)
        step = sum(count >= least for least in _STEPS)
        painter.save()
        fill = (tokens.surface, tokens.accent_soft, tokens.sel, tokens.accent)[step]
        fill_round(painter, box, 6, tokens.hover if state.hovered and step == 0 else fill)
        strong = state.focused or state.selected
        edge = tokens.focus if strong else tokens.accent if step else tokens.border
        stroke_round(painter, box, 6, edge, 3 if strong else 1)
        ink = tokens.on_accent if step == 3 else tokens.text
        self._write(painter, box, item, count, ink)
        painter.restore()

    def _write(self, painter: QPainter, box: QRectF, item: Item, count: int, ink: str) -> None:
        theme = self._context.theme
        own = _SHORT.get(item.kind) or digits(item.number)
        centre = Qt.AlignmentFlag.AlignHCenter
        painter.setFont(theme.font(12))
        painter.setPen(QColor(ink if count else theme.tokens.muted))
        half = box.height() / 2
        if not count:
            painter.drawText(box, centre | Qt.AlignmentFlag.AlignVCenter, own)
            return
        painter.drawText(box.adjusted(0, 1, 0, -half), centre | Qt.AlignmentFlag.AlignVCenter, own)
        painter.setFont(theme.font(Style(15).pixels, 700))
        lower = box.adjusted(0, half - 3, 0, -1)
        painter.drawText(lower, centre | Qt.AlignmentFlag.AlignVCenter, digits(count))


class CoverageMap(QTableView):
    """Arrows move from cell to cell, Enter or a click opens the item."""

    item_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.cells = CoverageModel(context, self)
        self.setModel(self.cells)
        self.setItemDelegate(_Cells(context, self))
        self.setAccessibleName("نقشه‌ی پوشش: محورها و جهت‌گیری‌ها")
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(20)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        rows.setSectionsClickable(False)
        rows.setObjectName("mapAxes")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)
        context.theme.changed.connect(self._fit)

    def _open(self, index: QModelIndex) -> None:
        item = self.cells.item(index)
        if item is not None:
            self.item_wanted.emit(item.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._open(index)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """All columns in the width there is."""
        width = max(self.viewport().width() // self.cells.columnCount(), 20)
        self.horizontalHeader().setDefaultSectionSize(min(width, self._context.theme.px(44)))
        self.verticalHeader().setDefaultSectionSize(self._context.theme.px(46))
