"""The search box of the command bar: waits for a pause in typing, then says what is asked."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from desktop.common.icons import icon
from desktop.common.persian import force_right_to_left
from desktop.common.theme import Theme
from desktop.common.widgets.labels import Keycap

DEBOUNCE_MS = 120
SHORTEST_QUERY = 2


class SearchBox(QLineEdit):
    """Live from two characters; Enter goes to the results, Esc leaves them."""

    query_changed = Signal(str)
    results_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName("جست‌وجو در سند و یادداشت‌ها")
        self.setPlaceholderText("جست‌وجو در سند و یادداشت‌ها")
        force_right_to_left(self)
        self._icon = QAction("جست‌وجو", self)
        self.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction("پاک کردن", self)
        self._clear.triggered.connect(self._leave)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self._keycap = Keycap("Ctrl+F", self)
        self._pause = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(self._typed)
        self.textChanged.connect(self._show_keycap)
        theme.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        self._icon.setIcon(icon("search", self._theme.tokens.muted, 18))
        self._clear.setIcon(icon("x", self._theme.tokens.muted, 18))
        self.setFixedHeight(max(34, self._theme.px(34)))
        self._place_keycap()

    def show_query(self, text: str) -> None:
        """Show a query that came from elsewhere, without asking it again."""
        if self.text() != text:
            self._pause.stop()
            self.setText(text)

    @Slot()
    def begin(self) -> None:
        """Take the focus with everything selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    @Slot()
    def _typed(self) -> None:
        self._pause.start()

    @Slot()
    def _ask(self) -> None:
        self._pause.stop()
        text = self.text().strip()
        if len(text) >= SHORTEST_QUERY:
            self.query_changed.emit(text)
        elif not text:
            self.left.emit()

    def _leave(self) -> None:
        self._pause.stop()
        self.clear()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            if self._pause.isActive():
                self._ask()
            self.results_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_keycap()

    def _place_keycap(self) -> None:
        self._keycap.adjustSize()
        self._keycap.move(8, (self.height() - self._keycap.height()) // 2)

    @Slot()
    def _show_keycap(self) -> None:
        empty = not self.text()
        self._keycap.setVisible(empty)
        self._clear.setVisible(not empty)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(460), self.height())
