"""Ctrl and the mouse wheel change the zoom wherever the pointer is."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

_NOTCH = 120  # eighths of a degree; fine wheels turn less at a time


class WheelZoom(QObject):
    """Listens at the window's door: the lists inside take every turn of the wheel."""

    def __init__(
        self, window: QWidget, larger: Callable[[], object], smaller: Callable[[], object]
    ) -> None:
        super().__init__(window)
        self._window, self._larger, self._smaller = window, larger, smaller
        self._turned = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QShowEvent) and watched is self._window:
            self._window.windowHandle().installEventFilter(self)
        if isinstance(event, QWheelEvent):
            return self._turn(event)
        return False

    def _turn(self, event: QWheelEvent) -> bool:
        """Whether the turn was meant for the zoom."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self._turned += event.angleDelta().y()
        for _ in range(abs(self._turned) // _NOTCH):
            (self._larger if self._turned > 0 else self._smaller)()
        self._turned -= int(self._turned / _NOTCH) * _NOTCH
        return True
