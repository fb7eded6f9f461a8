"""A line that completes names while they are typed, one after another."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView

from db.text.normalize import is_blank
from desktop.common.widgets.by_keys import BY_KEYS
from desktop.common.widgets.line_edit import LineEdit

SEPARATOR = "، "
_ACCEPTING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class CompletedEdit(LineEdit):
    """`suggest` gives names for what is typed; `several` allows a list separated by «،»."""

    name_taken = Signal(str)

    def __init__(
        self, name: str, suggest: Callable[[str], Sequence[str]], *, several: bool = False
    ) -> None:
        super().__init__()
        self._suggest, self._several = suggest, several
        self.setAccessibleName(name)
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._completer.activated.connect(self.take)
        self._list = QListView()
        self._list.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._list.setAccessibleName(f"پیشنهادها برای {name}")
        self._completer.setPopup(self._list)
        self._list.installEventFilter(self)
        self.textEdited.connect(self._offer)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming in by keys, a list of names is gone on with, not typed over."""
        super().focusInEvent(event)
        if self._several and event.reason() in BY_KEYS:
            self.end(False)

    def names(self) -> tuple[str, ...]:
        """The names in the line, none empty."""
        return self._named(self.text())

    def _named(self, text: str) -> tuple[str, ...]:
        parts = text.replace(",", "،").split("،") if self._several else [text]
        names = (part.strip().lstrip("#").strip() for part in parts)
        return tuple(name for name in names if not is_blank(name))

    def set_names(self, names: Sequence[str]) -> None:
        self.setText(SEPARATOR.join(names))

    def _typed(self) -> str:
        return (
            self.text().replace(",", "،").split("،")[-1].strip() if self._several else self.text()
        )

    def best(self) -> str:
        """The first name offered for what is typed, or ""."""
        typed = self._typed().strip()
        found = self._suggest(typed) if typed else ()
        return found[0] if found else ""

    def _offer(self) -> None:
        typed = self._typed()
        found = [name for name in self._suggest(typed) if name != typed] if typed.strip() else []
        self._names.setStringList(found[:8])
        if found:
            self._completer.complete()
        else:
            self._list.hide()

    def take(self, name: str) -> None:
        """Put a whole name in the place of what is typed of it."""
        before = self.text().replace(",", "،").rpartition("،")[0]
        self.set_names((*(self._named(before) if self._several else ()), name))
        if self._several:
            self.setText(self.text() + SEPARATOR)
        self.name_taken.emit(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Tab in the open list take its first name when none is chosen."""
        if watched is self._list and isinstance(event, QKeyEvent) and event.key() in _ACCEPTING:
            if event.type() == QEvent.Type.KeyPress:
                index = self._list.currentIndex()
                self._list.hide()
                self.take(str(index.data()) if index.isValid() else self.best())
            return True
        return super().eventFilter(watched, event)
