"""A line that narrows the list below it while it is typed in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from db.text.tokens import fold
from desktop.common.theme import Theme
from desktop.common.widgets.pictured_edit import PicturedEdit


class FilterEdit(PicturedEdit):
    """Esc empties it; Down and Enter go to the list it narrows."""

    narrowed = Signal(str)

    def __init__(self, theme: Theme, title: str, target: QWidget) -> None:
        super().__init__(theme, "list-filter")
        self._target = target
        self.setAccessibleName(title)
        self.setPlaceholderText(title)
        self.textChanged.connect(self.narrowed)

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
