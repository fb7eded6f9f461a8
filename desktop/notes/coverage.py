"""The map of what was remarked where: a row for each axis, a cell for each of its items."""

from collections import Counter
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMargins,
    QModelIndex,
    QObject,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout

from db.record import record
from db.reference.models import Axis, Item, ItemKind
from desktop.common.context import Context
from desktop.common.painting import RowState, fill_round, stroke_round
from desktop.common.persian import digits, phrase
from desktop.common.row_delegate import ROW, RowDelegate
from desktop.common.row_model import AnyIndex
from desktop.common.viewport import viewport_of
from desktop.common.widgets.column import LEAST_SIDE
from desktop.common.widgets.over_list import OverList
from desktop.common.widgets.steady_bar import keep_steady

_STEPS = (1, 3, 6)
_SMALLEST = 9  # pixels of a number that is still read
_BESIDE = 3  # pixels between a number and the edges of its cell
_OWN_LINE, _COUNT_LINE = 17, 20  # heights at zoom 100 %
_WHOLE = "م"
_SHORT = {ItemKind.VISION: "چ", ItemKind.FUNDAMENTAL: "اس"}  # «ا» looks like ۱
LEGEND = "م: کل محور · چ: چشم‌انداز · اس: اساسی · عدد درشت: شمار یادداشت و رنگ"


@record
class Cell:
    """A square of the map: an axis as a whole, or an item with what stands under it."""

    item_id: str
    axis: str
    label: str
    title: str
    words: str = ""


class CoverageModel(QAbstractTableModel):
    """Remarks on a child count for the direction it stands under."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.axes = context.reference.axes()
        self._rows = [self._row(axis) for axis in self.axes]
        self._counts: Counter[str] = Counter()
        self._bearers: dict[str, str] = {}
        self.refresh()

    def _row(self, axis: Axis) -> list[Cell]:
        items = self._context.reference.items_of_axis(axis.slug)
        whole = Cell(axis.slug, axis.slug, _WHOLE, "همه‌ی محور")
        return [whole, *(self._cell(item) for item in items if item.kind is not ItemKind.CHILD)]

    def _cell(self, item: Item) -> Cell:
        label = _SHORT.get(item.kind) or digits(item.number)
        return Cell(item.id, item.axis, label, self._context.row_title(item), item.edited)

    def refresh(self) -> None:
        """Count again."""
        self.beginResetModel()
        self._counts, self._bearers = Counter(), {}
        marked = {one.item_id: one for one in self._context.reader.store.coverage()}
        places = {axis.slug: axis.slug for axis in self.axes}
        places |= {item.id: item.parent_id or item.id for item in self._context.reference.items()}
        for item_id, cell in places.items():
            if count := marked.get(item_id):
                self._counts[cell] += count.notes + count.highlights
                self._bearers.setdefault(cell, item_id)
        self.endResetModel()

    def cell(self, index: AnyIndex) -> Cell | None:
        row = self._rows[index.row()]
        return row[index.column()] if index.column() < len(row) else None

    def count(self, cell: Cell) -> int:
        """The remarks of a cell."""
        return self._counts[cell.item_id]

    def bearer(self, index: AnyIndex) -> str:
        """The item that bears what a cell counts: a direction, else the first part of it that does.

        Of an empty cell it is the item itself; "" where there is no cell.
        """
        cell = self.cell(index)
        return self._bearers.get(cell.item_id, cell.item_id) if cell else ""

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return len(self._rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return max(len(row) for row in self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if self.cell(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index)
        if cell is None or role == ROW:
            return cell
        count = self.count(cell)
        if role == Qt.ItemDataRole.DisplayRole:
            return digits(count) if count else ""
        spoken = phrase(cell.title, f"{digits(count)} یادداشت یا رنگ")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return phrase(self._context.axis_title(cell.axis), spoken)
        if role == Qt.ItemDataRole.ToolTipRole:
            words = f"<br>{cell.words}" if cell.words else ""
            return f'<div dir="rtl">{spoken}{words}</div>'
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Vertical:
            return self.axes[section].title
        return None


class _Cells(RowDelegate):
    """Deeper colour for more remarks; the number and the item's own number say the same."""

    def __init__(self, context: Context, view: "CoverageMap") -> None:
        super().__init__(view)
        self._context, self._view = context, view

    def paint_row(self, painter: QPainter, rect: QRectF, row: Cell | None, state: RowState) -> None:
        if row is None:
            return
        tokens, count = self._context.theme.tokens, self._view.cells.count(row)
        box = rect.adjusted(2, 2, -2, -2)
        step = sum(count >= least for least in _STEPS)
        fill = (tokens.sunken, tokens.accent_soft, tokens.sel, tokens.accent)[step]
        fill_round(painter, box, 6, tokens.hover if state.hovered and step == 0 else fill)
        strong = state.focused or state.selected
        edge = tokens.focus if strong else tokens.accent if step else tokens.border
        stroke_round(painter, box, 6, edge, 3 if strong else 1)
        ink = tokens.on_accent if step == 3 else tokens.text
        self._write(painter, box, row.label, count, ink)

    def _write(self, painter: QPainter, box: QRectF, own: str, count: int, ink: str) -> None:
        theme = self._context.theme
        centre = Qt.AlignmentFlag.AlignCenter
        painter.setFont(theme.font(12))
        painter.setPen(QColor(ink if count else theme.tokens.muted))
        if not count:
            painter.drawText(box, centre, own)
            return
        whole = Qt.TextFlag.TextDontClip  # a font's line is higher than its digits
        upper, lower = theme.px(_OWN_LINE), theme.px(_COUNT_LINE)
        top = box.center().y() - (upper + lower) / 2 + 1  # they have nothing beneath them
        painter.drawText(QRectF(box.left(), top, box.width(), upper), centre | whole, own)
        size, room = 15.0, box.width() - 2 * _BESIDE
        wide = QFontMetricsF(theme.font(size, 700)).horizontalAdvance(digits(count))
        if wide > room:
            size = max(_SMALLEST, size * room / wide)
        painter.setFont(theme.font(size, 700))
        line = QRectF(box.left(), top + upper, box.width(), lower)
        painter.drawText(line, centre | whole, digits(count))


class CoverageMap(QTableView):
    """Arrows move from cell to cell, Enter or a click opens the item, or an axis by its slug."""

    item_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._viewport = viewport_of(self)
        keep_steady(self)
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
        self.clicked.connect(self.activated_cell)
        context.theme.resized.connect(self._fit)

    @Slot(QModelIndex)
    def activated_cell(self, index: QModelIndex) -> None:
        """Ask for what bears the notes of a cell."""
        if item_id := self.cells.bearer(index):
            self.item_wanted.emit(item_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.activated_cell(index)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """All columns in the width there is."""
        room = self.viewport().width() - LEAST_SIDE  # beside the last column
        width = max(room // self.cells.columnCount(), 20)
        self.horizontalHeader().setDefaultSectionSize(min(width, self._context.theme.px(44)))
        self.verticalHeader().setDefaultSectionSize(self._context.theme.px(46))


class MapRoom(OverList):
    """Holds the map below the head, with its bar where a list has its own."""

    def __init__(self, context: Context, held: CoverageMap) -> None:
        super().__init__(context.theme, top=0, bottom=0)
        layout = QVBoxLayout(self)
        layout.addWidget(held)
        self.keep(layout)

    def _margins(self, side: int) -> QMargins:
        return QMargins(side - LEAST_SIDE, 0, side, 0)
