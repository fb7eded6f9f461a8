"""A short message at the bottom of the window with the act that follows from it."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRect, QTimer, Slot
from PySide6.QtGui import QEnterEvent, QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop.common.announce import announce
from desktop.common.persian import ltr
from desktop.common.theme import Theme
from desktop.common.widgets.card_button import CardButton
from desktop.common.widgets.column import LEAST_SIDE
from desktop.common.widgets.free_place import free_place
from desktop.common.widgets.labels import IconLabel, RichLabel
from desktop.common.widgets.steady_bar import SCROLL_BAR
from desktop.common.widgets.writing_edit import WritingEdit

SHOWN_MS, SAID_MS = 8_000, 4_000
_ONE_ACT_MS = 500
_PAUSE_MS = 60  # in which nothing more comes to move: finding a place costs several
_ABOVE_EDGE = 20
_BESIDE_EDGE = LEAST_SIDE + SCROLL_BAR  # as the rows of lists
_OFF_ACTIONS = 4
_ACTIONS = (QAbstractButton, QComboBox, QLineEdit, WritingEdit)


class Toast(QFrame):
    """Stays eight seconds, longer while the pointer or the focus is on it; above `foot`."""

    def __init__(self, theme: Theme, parent: QWidget, foot: QWidget) -> None:
        super().__init__(parent)
        self._window, self._foot = parent, foot
        self.setObjectName("toast")
        self._icon = IconLabel(theme, "info", 20, "toast_fg")
        self._text = RichLabel()
        self._text.wraps_late = True
        self._button = QPushButton()
        self._button.clicked.connect(self._follow)
        self._act: Callable[[], object] | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(12)
        for widget in (self._icon, self._text, self._button):
            layout.addWidget(widget)
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._later.timeout.connect(self._settle)
        theme.changed.connect(self.make_way)
        cast(QApplication, QApplication.instance()).focusChanged.connect(self.spare_row)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self._button.installEventFilter(self)
        self.hide()

    def tell(self, text: str, icon: str) -> None:
        """Show `text` alone, for as long as the status bar would; a way back is left standing
        where the same act has just offered it."""
        if self._act is not None and self._timer.remainingTime() > SHOWN_MS - _ONE_ACT_MS:
            return
        self._show(text, None, icon)
        self._timer.start(SAID_MS)

    def say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Show `text`; with `undo`, also the button that calls it."""
        self._button.setText(f"برگرداندن ({ltr('Ctrl+Z')})")
        self._button.setAccessibleName("برگرداندن")
        self._show(text, undo)

    def offer(self, text: str, title: str, act: Callable[[], object]) -> None:
        """Show `text` with a button for what may be wanted next."""
        self._button.setText(title)
        self._button.setAccessibleName(title)
        self._show(text, act)

    def _show(self, text: str, act: Callable[[], object] | None, icon: str = "info") -> None:
        self._act = act
        self._icon.show_icon(icon, "toast_fg")
        self._text.say(text)
        self._button.setVisible(act is not None)
        # Only what is shown is dressed, and the style sheet widens the button.
        self.show()
        self._settle()
        self.raise_()
        self._timer.start(SHOWN_MS)
        announce(self, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self.make_way()
        if watched is self._button and isinstance(event, QFocusEvent):
            self._pause(event.gotFocus())
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Beside a window, only while there is something to move: each event costs it a call."""
        self._window.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        self._window.removeEventFilter(self)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._pause(True)

    def leaveEvent(self, event: QEvent) -> None:
        self._pause(False)

    def _pause(self, held: bool) -> None:
        if held:
            self._timer.stop()
        elif self.isVisible():
            self._timer.start()

    @Slot()
    def make_way(self) -> None:
        """Find its place again when what comes under it is laid out."""
        if self.isVisible():
            self._later.start()

    @Slot()
    def spare_row(self) -> None:
        """Go elsewhere if the row that the keyboard comes to lies under it."""
        if self.isVisible():
            QTimer.singleShot(_PAUSE_MS, self, self._leave_row)

    def _leave_row(self) -> None:
        row = self._row_in_hand()
        if self.isVisible() and row is not None and row.intersects(self.geometry()):
            self._settle()

    @Slot()
    def _settle(self) -> None:
        """As wide as its words, or as the window, which wraps them."""
        around = self._window.rect()
        width = min(self.sizeHint().width(), around.width() - 2 * _ABOVE_EDGE)
        height = self.heightForWidth(width)
        taken = self._foot.height() if self._foot.isVisible() else 0
        bottom = around.height() - taken - _ABOVE_EDGE
        foot = QRect((around.width() - width) // 2, bottom - height, width, height)
        self.setGeometry(free_place(self._window, self, foot, self._actions(), _BESIDE_EDGE))

    def _actions(self) -> list[QRect]:
        """Where there is something to press or write in, and a little around it."""
        around = QMargins(_OFF_ACTIONS, _OFF_ACTIONS, _OFF_ACTIONS, _OFF_ACTIONS)
        parts = (part for kind in _ACTIONS for part in self._window.findChildren(kind))
        seen = [*map(self._seen, parts), self._row_in_hand()]
        return [one.marginsAdded(around) for one in seen if one]

    def _row_in_hand(self) -> QRect | None:
        """The row that the keyboard is on: its frame shows where one is."""
        rows = self._window.focusWidget()
        if not isinstance(rows, QAbstractItemView):
            return None
        inside = rows.viewport()
        row = rows.visualRect(rows.currentIndex()) & inside.rect()
        return row.translated(inside.mapTo(self._window, QPoint())) if row.isValid() else None

    def _seen(self, part: QWidget) -> QRect | None:
        """Where an action stands in the window as far as it is in sight; a card shows round it."""
        if isinstance(part, CardButton) or self.isAncestorOf(part):
            return None
        seen = part.visibleRegion().boundingRect()
        return seen.translated(part.mapTo(self._window, QPoint())) if seen else None

    def _follow(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()
