"""Enter presses the button that has the keyboard, as Space does; Qt keeps it for dialogs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ALONE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def press_focused(window: QWidget, event: QKeyEvent) -> bool:
    """Whether a key that nobody took was Enter on a button, which then has been pressed."""
    button = window.focusWidget()
    if event.key() not in _ENTER or event.modifiers() not in _ALONE or event.isAutoRepeat():
        return False
    if isinstance(button, QPushButton | QToolButton) and button.isEnabled():
        button.click()
        return True
    return False
