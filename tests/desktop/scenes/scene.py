"""What a scene is, and what several of them type and press."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt

from tests.desktop.stage import ITEM, Stage

# One signal or, where one hands on what another said, all of them in a tuple; then the act.
Scene = Callable[[Stage], tuple[Any, Callable[[], object]]]

SLIP = "پسمندها"
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def at_item(scene: Scene) -> Scene:
    """The same with an item chosen first and the keyboard in its axis."""

    def begun(stage: Stage) -> tuple[Any, Callable[[], object]]:
        stage.window.open_item(ITEM)
        stage.window.focus_page()
        return scene(stage)

    return begun
