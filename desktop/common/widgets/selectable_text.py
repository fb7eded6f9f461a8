"""Text to read, selectable by the mouse and the keyboard, without a caret until a key is used."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QTextEdit

_MOUSE = Qt.TextInteractionFlag.TextSelectableByMouse
_KEYS = _MOUSE | Qt.TextInteractionFlag.TextSelectableByKeyboard
_PRESSES = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class SelectableText(QTextEdit):
    """Qt's caret bears a flag where directions mix; over the first letter it looks like a vowel."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTextInteractionFlags(_MOUSE)
        self.setTabChangesFocus(True)

    def event(self, event: QEvent) -> bool:
        if event.type() in _PRESSES:
            self.setTextInteractionFlags(_KEYS)
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setTextInteractionFlags(_MOUSE)
