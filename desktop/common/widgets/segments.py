"""A row of words of which one is chosen: the parts of a page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QWidget

from desktop.common.widgets.one_of import OneOf


def press(button: QAbstractButton, group: QButtonGroup) -> None:
    """Check one of a group; the keyboard does not stay on a former choice."""
    if any(one.hasFocus() for one in group.buttons()):
        button.setFocus(Qt.FocusReason.OtherFocusReason)
    button.setChecked(True)


class Segments(QWidget):
    """`chosen` carries the key of the part the reader wants."""

    chosen = Signal(str)

    def __init__(self, parts: dict[str, str]) -> None:
        super().__init__()
        self._group = OneOf(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for key, title in parts.items():
            button = self._buttons[key] = QPushButton(title)
            button.setProperty("segment", True)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, wanted=key: self.chosen.emit(wanted))
            self._group.take(button)
            row.addWidget(button)
        row.addStretch()

    def show_chosen(self, key: str) -> None:
        """Press a part without asking for it; a keyboard on another part goes along."""
        press(self._buttons[key], self._group)

    def current(self) -> QWidget:
        """The pressed part, where the keyboard enters the row."""
        return self._group.checkedButton() or next(iter(self._buttons.values()))
