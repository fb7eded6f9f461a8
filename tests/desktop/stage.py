"""A window in the middle of work, and hands for what a person does to it."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.errors import KnownError
from desktop.axis.geometry import geometry
from desktop.common.place import Place
from desktop.common.row_delegate import ROW
from desktop.common.widgets.buttons import Chip
from desktop.direction.note_card import NoteCard
from desktop.direction.related_tab import RelatedTab
from desktop.main_window import MainWindow
from desktop.notes.page import NotesPage
from desktop.quote.dialog import QuoteDialog
from desktop.search.found_line import FoundLine
from tests.desktop.conftest import PATIENCE_MS
from tests.desktop.search.searching import search
from tests.desktop.search.test_notes import write
from tests.desktop.typing import type_text

ITEM, OTHER = "economy-2", "economy-5"


@dataclass(frozen=True)
class Stage:
    """The window, and hands for what a person does."""

    bot: QtBot
    window: MainWindow
    monkeypatch: pytest.MonkeyPatch

    def page(self, name: str, key: str = "") -> Any:
        self.window.navigator.go(Place(name, key))
        return self.window.navigator.page

    @property
    def here(self) -> Any:
        """The page shown."""
        return self.window.navigator.page

    def search(self, text: str) -> Any:
        search(self.bot, self.window, text)
        return self.window.search

    def nothing_found(self) -> Any:
        """What is said of a query without results, with its offers."""
        empty = self.search("ژژژژ قققق").empty
        self.bot.waitUntil(lambda: any(c.isVisible() for c in empty.findChildren(Chip)))
        return empty

    def palette(self, text: str) -> Any:
        self.window.palette_.open()
        type_text(self.window.palette_.box, text)
        return self.window.palette_

    def card(self) -> NoteCard:
        """A note with quoted words, in the panel."""
        self.window.context.reader.add_note(ITEM, "نظر", (0, 5))
        return self.window.panel.notes.cards()[0]

    def note(self) -> tuple[NotesPage, Any]:
        """The page of notes with two of them, and one as it is stored."""
        for item in (ITEM, OTHER):
            self.window.context.reader.add_note(item, "نظر")
        page = cast(NotesPage, self.page("notes"))
        page.list.choose_first()
        return page, page.context.reader.store.annotation(page.list.current_key())

    def related(self) -> Any:
        self.window.panel.show_tab("related")
        return self.window.panel.findChild(RelatedTab)

    def refuse(self, owner: object, name: str) -> None:
        """Let a function say that the disk is full."""

        def full(*_: object, **__: object) -> None:
            raise KnownError("دیسک پر است.")

        self.monkeypatch.setattr(owner, name, full)

    def checked_quote(self) -> QuoteDialog:
        self.monkeypatch.setattr("desktop.quote.dialog.DEBOUNCE_MS", 10)
        dialog = QuoteDialog(self.window.context, self.window)
        with self.bot.waitSignal(dialog.checked):
            dialog.begin()
            dialog.set_text(self.window.context.reference.item(ITEM).edited)
        return dialog

    def drawer(self) -> Any:
        self.window.resize(911, 480)
        self.window.panel_place.enter()
        return self.window.workspace

    def unsaved(self) -> Any:
        self.window.banner.say_unsaved("ذخیره نشد")
        self.window.banner.set_unsaved(True)
        return self.window.banner

    def sheet(self) -> Any:
        return self.page("source").sheet

    def compared(self) -> Any:
        """The columns of two items side by side."""
        return self.page("compare", f"{ITEM}+{OTHER}").columns

    def own_template(self) -> Any:
        self.window.context.settings["template_full"] = "«{text}»"
        return self.page("settings")


def click(owner: QObject, kind: type[QAbstractButton] = QPushButton, text: str = "") -> None:
    """Click the first shown button of a kind, or the one with this text."""
    buttons = [b for b in owner.findChildren(kind) if b.isVisible()]
    next(b for b in buttons if text in (b.text(), b.accessibleName(), "")).click()


def menu_key(widget: QWidget) -> None:
    middle = QPoint(5, 5)
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(widget, QContextMenuEvent(reason, middle, widget.mapToGlobal(middle)))


def choose(title: str, open_menu: Callable[[], object]) -> None:
    """Open a menu and take the line with this title, or the first one below it."""

    def take() -> None:
        menu = cast(QMenu, QApplication.activePopupWidget())
        (action,) = (one for one in menu.actions() if one.text() == title)
        inner = action.menu()
        (cast(QMenu, inner).actions()[0] if inner else action).trigger()
        menu.close()

    QTimer.singleShot(0, take)
    open_menu()


def unheard(signal: Any) -> Any:
    """A signal whose listener would open a menu and wait for a person."""
    signal.disconnect()
    return signal


def star(stage: Stage) -> None:
    shown = stage.window.axis.list
    index = shown.currentIndex()
    row = index.data(ROW)
    lines = geometry(stage.window.context.theme, row, QRectF(shown.visualRect(index)))
    where = lines.bookmark.center().toPoint()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=where)


def starred(stage: Stage) -> Any:
    """The line beside the bookmark of the item in the panel."""
    if not stage.window.panel.bookmark_note.isVisible():
        stage.window.panel.toggle_bookmark()
    return stage.window.panel.bookmark_note


def selected(stage: Stage) -> Any:
    stage.window.panel.reader.select(0, 8)
    return stage.window.panel.reader


def slow_search(stage: Stage) -> Any:
    finder, inquiry, told = stage.window.context.finder, stage.window.search.inquiry, Event()
    real = finder.search
    inquiry.slow.connect(told.set)

    def late(*arguments: Any, **named: Any) -> Any:
        told.wait(PATIENCE_MS / 1000)
        return real(*arguments, **named)

    stage.monkeypatch.setattr(finder, "search", late)
    return inquiry


def failing_search(stage: Stage) -> Any:
    stage.refuse(stage.window.context.finder, "search")
    return stage.window.search.inquiry


def found_note(stage: Stage) -> Any:
    write(stage.bot, stage.window)
    page = stage.search("پسماند")
    page.show_scope("notes")
    return page


def walked(stage: Stage) -> Any:
    """The line above the first thing that a search found."""
    line = stage.window.findChild(FoundLine)
    assert line is not None
    if not line.isVisible():
        stage.search("پسماند")
        stage.window.actions_["edit.find_next"].trigger()
    return line


def offered(stage: Stage) -> Any:
    found = stage.window.search_box.completions
    found.offer(("پسماند",), (), {})
    return found


def press(widget: QWidget, key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifier)


def clear(box: QLineEdit) -> None:
    """Empty a box by hand."""
    box.selectAll()
    press(box, Qt.Key.Key_Backspace)


def type_note(stage: Stage) -> Any:
    stage.window.panel.begin_note()
    stage.window.panel.notes.composer.edit.setPlainText("نظر")
    return stage.window.panel.notes.composer
