"""The list of completions under the search box, which keeps the keyboard."""

from PySide6.QtCore import QModelIndex, QPoint, QRectF, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.common.actions import as_printed
from desktop.common.announce import announce
from desktop.common.icons import paint_icon
from desktop.common.painting import RowState, paint_row_box
from desktop.common.persian import phrase
from desktop.common.text_block import Style, draw_line, line_width
from desktop.common.theme import Theme
from desktop.common.widgets.labels import Keycap, LineLabel
from desktop.search.question import ACCEPT_KEYS, INSIST_KEYS, asked

ROW_HEIGHT = 34
_MARGIN = 6
_GAP = 4
LONGEST_MEANT = 18


class _Delegate(QStyledItemDelegate):
    """A picture that tells past queries from words, then the text."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.past: frozenset[str] = frozenset()
        self.meanings: dict[str, str] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        return QSize(100, self._theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        theme, px, box = self._theme, self._theme.px, QRectF(option.rect)
        state = RowState.of(option)
        painter.save()
        paint_row_box(painter, box, theme, RowState(state.selected, state.hovered, False), 8)
        side = px(16)
        spot = QRectF(box.right() - px(12) - side, box.center().y() - side / 2, side, side)
        text = str(index.data())
        paint_icon(painter, spot, "history" if text in self.past else "search", theme.tokens.muted)
        line = QRectF(
            box.left() + px(10), box.top(), spot.left() - box.left() - px(20), box.height()
        )
        style = Style(14 * theme.zoom)
        draw_line(painter, line, text, style, theme.tokens.text)
        if meaning := self.meanings.get(text):
            line.setRight(line.right() - line_width(text, style) - px(10))
            draw_line(painter, line, meaning, Style(13 * theme.zoom), theme.tokens.muted)
        painter.restore()


class _AskedBelow(QWidget):
    """The question of the page, which the list lies over, with the keys that answer it."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        self.line = LineLabel("", "caption")
        row.addWidget(self.line)
        row.addStretch()
        for keys, answer in ((ACCEPT_KEYS, "بله"), (INSIST_KEYS, "نه")):
            row.addWidget(Keycap(as_printed(keys)))
            row.addWidget(LineLabel(answer, "caption"))
        self.hide()

    def ask(self, meant: str) -> None:
        self.line.say(asked(meant, LONGEST_MEANT) if meant else "")
        self.setVisible(bool(meant))


class Completions(QFrame):
    """`taken` carries the whole query that was chosen."""

    taken = Signal(str)

    def __init__(self, theme: Theme, box: QWidget) -> None:
        super().__init__(box.window())
        self.setObjectName("palette")
        self._theme, self._box = theme, box
        self._rows = QStringListModel(self)
        self.list = QListView()
        self.list.setModel(self._rows)
        self._delegate = _Delegate(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setAccessibleName("پیشنهادهای جست‌وجو")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda index: self.taken.emit(str(index.data())))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        self.asked = _AskedBelow()
        layout.addWidget(self.asked)
        self.hide()

    def ask(self, meant: str) -> None:
        """Repeat what the page asks, or nothing for ""."""
        self.asked.ask(meant)
        if self.isVisible():
            self._place(self._rows.rowCount())

    def offered(self) -> tuple[str, ...]:
        """What the list holds, best first."""
        return tuple(self._rows.stringList())

    def meaning(self, query: str) -> str:
        """Where an offered query leads, "" for words to search for."""
        return self._delegate.meanings.get(query, "")

    def offer(
        self, queries: tuple[str, ...], past: tuple[str, ...], meanings: dict[str, str]
    ) -> None:
        """Show queries under the box, none of them chosen; nothing for none.

        `meanings` says of some what they lead to.
        """
        self._delegate.past, self._delegate.meanings = frozenset(past), meanings
        self._rows.setStringList(queries)
        self.list.setCurrentIndex(QModelIndex())
        self._place(len(queries))
        self.setVisible(bool(queries))
        self.raise_()

    def _place(self, count: int) -> None:
        window, row = self._box.window(), self._theme.px(ROW_HEIGHT)
        corner = self._box.mapTo(window, QPoint(0, self._box.height() + _GAP))
        below = 0 if self.asked.isHidden() else row
        self.asked.setFixedHeight(row)
        room = (window.height() - corner.y() - 2 * _MARGIN - 8 - below) // row
        height = min(count, max(room, 1)) * row + below + 2 * _MARGIN
        self.setGeometry(corner.x(), corner.y(), self._box.width(), height)

    def step(self, direction: int) -> None:
        """Choose the next (+1) or previous (−1) and say it, for the keyboard stays in the box;
        beyond the ends nothing is chosen."""
        count = self._rows.rowCount()
        row = (self.list.currentIndex().row() + 1 + direction) % (count + 1) - 1
        self.list.setCurrentIndex(self._rows.index(row) if row >= 0 else QModelIndex())
        if chosen := self.chosen():
            announce(self._box, phrase(chosen, self.meaning(chosen)))

    def chosen(self) -> str:
        """The chosen query, "" when none is."""
        index = self.list.currentIndex()
        return str(index.data()) if index.isValid() else ""
