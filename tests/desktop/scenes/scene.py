"""What a scene is, and what several of them type and press."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt

from tests.desktop.stage import Stage

Scene = Callable[[Stage], tuple[Any, Callable[[], object]]]

SLIP = "پسمندها"
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
