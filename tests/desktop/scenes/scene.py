"""What a scene is."""

from collections.abc import Callable
from typing import Any

from tests.desktop.stage import Stage

Scene = Callable[[Stage], tuple[Any, Callable[[], object]]]
