"""A line to write in, from right to left."""

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.common.persian import force_right_to_left

# Qt keeps the caret off the first letter of a placeholder only where lines begin at the left.
_GAP = "\u00a0"


class LineEdit(QLineEdit):
    """As Qt's own, whose placeholder begins beside the caret."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        force_right_to_left(self)

    def setPlaceholderText(self, text: str) -> None:
        super().setPlaceholderText(_GAP + text)
