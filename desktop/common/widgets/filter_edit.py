"""A line that narrows the list below it while it is typed in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from db.text.tokens import fold
from desktop.common.icons import icon
from desktop.common.persian import force_right_to_left
from desktop.common.theme import Theme


class FilterEdit(QLineEdit):
    """Esc empties it; Down and Enter go to the list it narrows."""

    narrowed = Signal(str)

    def __init__(self, theme: Theme, title: str, target: QWidget) -> None:
        super().__init__()
        self._theme, self._target = theme, target
        self.setAccessibleName(title)
        self.setPlaceholderText(title)
        force_right_to_left(self)
        self._picture = QAction(title, self)
        self.addAction(self._picture, QLineEdit.ActionPosition.LeadingPosition)
        self.textChanged.connect(self.narrowed)
        theme.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        self._picture.setIcon(icon("list-filter", self._theme.tokens.muted, 18))
        self.setFixedHeight(max(34, self._theme.px(34)))

    def passes(self, *texts: str) -> bool:
        """Whether every typed word stands in one of the texts, spelling aside."""
        whole = fold(" ".join(texts))
        return all(word in whole for word in fold(self.text()).split())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._target.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
