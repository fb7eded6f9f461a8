"""The columns of a comparison: heads that stay, and a body that scrolls as one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from db.reference.models import Item
from desktop.common.context import Context
from desktop.common.tokens import AXIS_ICONS
from desktop.common.widgets.buttons import IconButton, LinkButton
from desktop.common.widgets.column import LEAST_SIDE
from desktop.common.widgets.labels import IconLabel, LineLabel, RichLabel
from desktop.common.widgets.layouts import clear, make_stop, scrolling
from desktop.common.widgets.steady_bar import SCROLL_BAR
from desktop.compare.table import Line, compare

_RING = 2  # pixels that show where the keyboard is, round the body
_INSET = 13  # of the texts of a column, below those of its head


class ColumnHead(QFrame):
    """Axis and row of a column, a way into the text, and a way out of the comparison."""

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, context: Context, item: Item) -> None:
        super().__init__()
        self.setProperty("card", True)
        title, axis = context.row_title(item), context.axis_title(item.axis)
        self.link = LinkButton(title)
        self.link.setAccessibleName(f"باز کردن {title}، محور {axis}")
        self.link.clicked.connect(lambda: self.opened.emit(item.id))
        self.close_button = IconButton(context.theme, "x", f"برداشتن {title} از مقایسه")
        self.close_button.clicked.connect(lambda: self.removed.emit(item.id))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.setContentsMargins(0, 0, 6, 0)
        top.addWidget(IconLabel(context.theme, AXIS_ICONS[item.axis], 18, colour=item.axis))
        top.addWidget(RichLabel(axis, "caption"), 1)
        top.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 6, 6)
        layout.setSpacing(0)
        layout.addLayout(top)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 4, 0)  # the link brings 2 of its own
        row.addWidget(self.link)
        row.addStretch()
        layout.addLayout(row)


class Columns(QWidget):
    """Two to four items; one scroll bar moves them all."""

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._items: tuple[Item, ...] = ()
        self.heads: list[ColumnHead] = []
        self._head_row = QHBoxLayout()
        self._head_row.setSpacing(12)
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(LEAST_SIDE - _RING, 8, LEAST_SIDE - _RING, 20)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self.area = scrolling(self._body, "page")
        self.area.setMinimumHeight(1)  # in low windows it gives way, not the heads
        make_stop(self.area, "متن‌های کنار هم")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head_row)
        layout.addWidget(self.area, 1)

    def show_items(self, items: tuple[Item, ...]) -> None:
        """Replace the columns."""
        self._items = items
        clear(self._head_row)
        clear(self._grid)
        self._head_row.setContentsMargins(LEAST_SIDE + SCROLL_BAR, 4, LEAST_SIDE, 4)
        self.heads = [ColumnHead(self._context, item) for item in items]
        for head in self.heads:
            head.opened.connect(self.opened)
            head.removed.connect(self.removed)
            self._head_row.addWidget(head, 1)
        for row, line in enumerate(compare(self._context, items)):
            self._add_line(2 * row, line)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < len(items) else 0)
            self._grid.setColumnMinimumWidth(column, 0)
        self._fit()

    def _add_line(self, row: int, line: Line) -> None:
        if row:
            title = LineLabel(line.title, "h3")
            self._grid.addWidget(title, row, 0, 1, len(line.cells))
        for column, cell in enumerate(line.cells):
            self._grid.addWidget(self._cell(line, cell), row + 1, column, Qt.AlignmentFlag.AlignTop)

    def _cell(self, line: Line, texts: tuple[str, ...]) -> QWidget:
        cell = QWidget()
        layout = QVBoxLayout(cell)
        layout.setContentsMargins(_INSET, 0, _INSET, 0)
        layout.setSpacing(4)
        for text in texts or ("—",):
            common = text in line.shared
            plain = "reading" if line.is_reading else ""
            label = RichLabel(
                f"✓ {text} (مشترک)" if common else text, "shared" if common else plain
            )
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(label)
        return cell

    def _fit(self) -> None:
        # Columns of one width above and below, whatever they hold.
        count = max(1, len(self._items))
        width = (self.width() - 2 * LEAST_SIDE - SCROLL_BAR - 12 * (count - 1)) // count
        for column, head in enumerate(self.heads):
            head.setFixedWidth(max(120, width))
            self._grid.setColumnMinimumWidth(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
