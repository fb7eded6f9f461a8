"""Every act of the window by one name: its wording, keys, icon and place in the menus."""

from collections.abc import Callable
from itertools import groupby

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from db.errors import BugError
from db.record import record
from desktop.common.menus import menu_icon
from desktop.common.theme import Theme

MENUS = {
    "file": "&پرونده",
    "edit": "&ویرایش",
    "note": "&یادداشت",
    "go": "&رفتن",
    "view": "&نما",
    "tools": "&ابزار",
    "help": "را&هنما",
}


# Hundreds of a menu that open beside it, or it would be higher than a screen.
WITHIN = {("go", 3): "محورهای سند", ("go", 5): "نوشته‌ها و نشان‌های من"}


def as_printed(keys: str) -> str:
    """A key sequence in the words that stand on keyboards."""
    return keys.replace("Return", "Enter")


def _sequence(keys: str) -> QKeySequence:
    """Read as it stands: by the names of the system each part is asked of every translator."""
    return QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText)


@record
class Act:
    """`menu` and `order` place it (a new hundred begins a new group); "" keeps it out of menus."""

    key: str
    text: str
    menu: str = ""
    order: int = 0
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False


class Actions(QObject):
    """The acts that features have added; menus, palette and help are drawn from here."""

    added = Signal(str)

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._acts: dict[str, Act] = {}
        self._keys: set[str] = set()
        self._actions: dict[str, QAction] = {}
        self._unmade: dict[str, Callable[[], object]] = {}
        self._unpainted: set[str] = set()
        self._all_made = False
        theme.changed.connect(self._repaint)

    def add(self, act: Act, slot: Callable[[], object]) -> None:
        """Make an act available by its name, and from `make_all` on under its keys too.

        Keys already taken are a bug.
        """
        if act.key in self._acts or not self._keys.isdisjoint(act.keys):
            raise BugError(f"act {act.key} or one of its keys {act.keys} is taken")
        self._acts[act.key], self._unmade[act.key] = act, slot
        self._keys.update(act.keys)
        if self._all_made:
            self._make(act.key)
        self.added.emit(act.key)

    def make_all(self) -> None:
        """Let all keys do what they stand for; eighty acts would delay the first paint."""
        self._all_made = True
        for key in tuple(self._unmade):
            self._make(key)

    def _make(self, key: str) -> None:
        act, slot = self._acts[key], self._unmade.pop(key)
        action = self._actions[key] = QAction(act.text, self._window)
        action.setObjectName(key)
        action.setCheckable(act.checkable)
        action.setShortcuts([_sequence(keys) for keys in act.keys])
        action.triggered.connect(lambda: slot())
        if act.checkable:
            action.toggled.connect(lambda: self._unpainted.add(key))
        self._window.addAction(action)
        self._unpainted.add(key)

    def __getitem__(self, key: str) -> QAction:
        """Its icon is drawn now, when somebody may show it: all of them would delay the window."""
        if key in self._unmade:
            self._make(key)
        if key in self._unpainted:
            self._paint(key)
        return self._actions[key]

    def __contains__(self, key: str) -> bool:
        return key in self._acts

    def act(self, key: str) -> Act:
        return self._acts[key]

    def acts(self) -> tuple[Act, ...]:
        """All acts by menu, then order."""
        menus = [*MENUS, ""]
        return tuple(sorted(self._acts.values(), key=lambda a: (menus.index(a.menu), a.order)))

    def fill(self, menu: QMenu, name: str) -> None:
        """Put the acts of one menu into it, a line between the groups."""
        for inner in menu.findChildren(QMenu):
            inner.deleteLater()
        menu.clear()
        mine = (act for act in self.acts() if act.menu == name)
        for hundred, group in groupby(mine, key=lambda act: act.order // 100):
            if not menu.isEmpty():
                menu.addSeparator()
            title = WITHIN.get((name, hundred))
            into = menu.addMenu(title) if title else menu
            for act in group:
                into.addAction(self[act.key])

    @Slot()
    def _repaint(self) -> None:
        """Each is painted anew when it is shown again."""
        self._unpainted.update(self._actions)

    def _paint(self, key: str) -> None:
        self._unpainted.discard(key)
        action, name = self._actions[key], self._acts[key].icon
        if action.isCheckable():
            # Qt's own tick does not grow, and where there is an icon it shows none.
            name = "check" if action.isChecked() else ""
        action.setIcon(menu_icon(name, self._theme.tokens.muted) if name else QIcon())
