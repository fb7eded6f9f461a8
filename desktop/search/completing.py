"""Completes what is typed: asks for whole queries, and lets the keys of the box choose one."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from desktop.common.context import Context
from desktop.search.completions import Completions

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENDS = (QEvent.Type.FocusOut, QEvent.Type.Resize)
_CHANNEL = "complete"


class Completing(QObject):
    """The list takes only keys that choose in it; `taken` carries the query chosen."""

    taken = Signal(str)

    _made: Completions | None = None

    def __init__(self, context: Context, box: QLineEdit) -> None:
        super().__init__(box)
        self._context, self._box = context, box
        box.installEventFilter(self)

    @property
    def list(self) -> Completions:
        """Made when first needed: the window it lies over must stand."""
        if self._made is None:
            self._made = Completions(self._context.theme, self._box)
            self._made.taken.connect(self.taken)
        return self._made

    @property
    def is_open(self) -> bool:
        return self._made is not None and self._made.isVisible()

    def repeat(self, meant: str) -> None:
        """What the page of results asks, for the list that hangs over it."""
        if meant or self._made is not None:
            self.list.ask(meant)

    def ask(self) -> None:
        """Look for what the box may be about to say."""
        typed, past = self._box.text(), self._context.past.latest()
        self._context.background.run(
            _CHANNEL,
            lambda: self._context.finder.complete(typed, past),
            lambda found: self._offer(typed, found),
            lambda _: None,
        )

    def _offer(self, typed: str, found: tuple[str, ...]) -> None:
        if self._box.text() == typed and self._box.window().focusWidget() is self._box:
            self.list.offer(found, self._context.past.latest(), self._meanings(found))

    def _meanings(self, found: tuple[str, ...]) -> dict[str, str]:
        """Where the codes among the completions lead."""
        named = ((query, self._context.reference.item_by_code(query)) for query in found)
        return {query: self._context.place_title(item) for query, item in named if item}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab, too, is seen here before it leaves the box."""
        if event.type() in _ENDS:
            self.close()
        pressed = event.type() == QEvent.Type.KeyPress and self.is_open
        return pressed and self._answers(cast(QKeyEvent, event))

    def _answers(self, event: QKeyEvent) -> bool:
        """Whether the open list answers a key."""
        chosen = self.list.chosen()
        if event.key() in _STEPS:
            self.list.step(_STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        elif chosen and event.key() in (*ENTER, Qt.Key.Key_Tab):
            self.taken.emit(chosen)
        else:
            return False
        return True

    def close(self) -> None:
        """Take the list away, and drop what is still looked for."""
        self._context.background.forget(_CHANNEL)
        if self._made is not None:
            self._made.hide()
