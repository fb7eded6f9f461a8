"""The keys in the shown window, and where proofs of what they do are kept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.common.known_marks import Highlight, Marks
from desktop.main_window import MainWindow

ITEM = "economy-2"
SLIP = "پسمندها"
EDIT, NOTES, GO, VIEW, TOOLS = "ویرایش", "یادداشت", "رفتن", "نما", "ابزار"
MARKS = "در نشان‌شده‌ها"
LISTS, WRITING, EVERYWHERE = "در فهرست‌ها", "در نوشتن", "همه‌جا"
BOX, PALETTE = "در کادر جست‌وجو", "در کادر رفتن سریع"
IN_QT = {"↑": "Up", "↓": "Down", "←": "Left", "→": "Right", "PgDn": "PgDown", "Enter": "Return"}


@dataclass(frozen=True)
class Keyboard:
    """The keys in the window."""

    bot: QtBot
    window: MainWindow

    def begin(self) -> None:
        """Choose an item, with the focus in the list."""
        self.window.open_item(ITEM)
        self.window.focus_page()
        assert self.window.axis.list.hasFocus()

    def press(self, printed: str, widget: QWidget | None = None) -> None:
        """Press what is printed on the keyboard where the focus is, or in a widget."""
        target = widget or self.window.focusWidget() or self.window
        keys = "+".join(IN_QT.get(part, part) for part in printed.split("+"))
        QTest.keySequence(target, QKeySequence(keys))
        QApplication.processEvents()

    def marks(self) -> Marks:
        return self.window.context.reader.marks(ITEM)

    def highlights(self) -> tuple[Highlight, ...]:
        return self.window.context.reader.highlights(ITEM)

    def dialog[T: QWidget](self, kind: type[T]) -> T:
        """The dialog that a key has opened."""
        (found,) = self.window.findChildren(kind)
        assert isinstance(found, kind)
        assert found.isVisible()
        return found

    def popup(self, act: Callable[[], object]) -> list[str]:
        """The lines of the menu that an act opens; the menu is closed again."""
        lines: list[str] = []

        def read() -> None:
            menu = cast(QMenu, QApplication.activePopupWidget())
            lines.extend(action.text() for action in menu.actions())
            menu.close()

        QTimer.singleShot(0, read)
        act()
        return lines


Proof = Callable[[Keyboard, str], None]


class Proofs(dict[tuple[str, tuple[str, ...]], Proof]):
    """By the group of the map and the keys: what shows that they do what stands there."""

    def of(self, group: str, *keys: str) -> Callable[[Proof], Proof]:
        """What follows is the proof of some keys, one after the other in one window."""

        def keep(proof: Proof) -> Proof:
            self[group, keys] = proof
            return proof

        return keep
