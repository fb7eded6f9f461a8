"""What stands above each other on a page begins and ends at the same edges."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QWidget
from pytestqt.qtbot import QtBot

from desktop.bookmarks.page import BookmarksPage
from desktop.common.place import Place
from desktop.common.widgets.card_button import CardButton
from desktop.common.widgets.labels import RichLabel
from desktop.help.page import PARTS, HelpPage
from desktop.main_window import MainWindow
from desktop.trash.page import TrashPage

ITEM = "economy-8"


def edges(window: MainWindow, part: QWidget) -> tuple[int, int]:
    left = part.mapTo(window, QPoint(0, 0)).x()
    return left, left + part.width()


def cards(part: QWidget) -> Sequence[QWidget]:
    return [one for one in part.findChildren(QFrame) if one.property("card") and one.isVisible()]


@pytest.mark.parametrize("part", PARTS)
def test_the_cards_of_the_help_end_where_the_title_does(
    qtbot: QtBot, window: MainWindow, part: str
) -> None:
    window.navigator.go(Place("help", part))
    page = window.navigator.page
    assert isinstance(page, HelpPage)
    title = page.findChild(RichLabel)
    assert title is not None

    def ends() -> set[int]:
        return {edges(window, card)[1] for card in cards(page.parts[part])}

    qtbot.waitUntil(lambda: ends() == {edges(window, title)[1]})


@pytest.mark.parametrize("tab", ["citation", "related", "source"])
def test_the_cards_of_a_tab_stand_below_the_buttons_of_the_panel(
    qtbot: QtBot, window: MainWindow, tab: str
) -> None:
    window.open_item(ITEM)
    window.panel.show_tab("notes")
    wanted = edges(window, window.panel.notes.composer.edit)
    window.panel.show_tab(tab)

    def found() -> set[tuple[int, int]]:
        shown = cards(window.panel) or window.panel.findChildren(CardButton)
        return {edges(window, card) for card in shown}

    qtbot.waitUntil(lambda: found() == {wanted})


def test_a_bookmark_ends_where_the_title_does(qtbot: QtBot, window: MainWindow) -> None:
    window.context.reader.toggle_bookmark(ITEM)
    window.navigator.go(Place("bookmarks"))
    page = window.navigator.page
    assert isinstance(page, BookmarksPage)
    tree = page.tree
    painted = tree.viewport().mapTo(window, QPoint(tree.viewport().width() - 20, 0)).x()
    qtbot.waitUntil(lambda: edges(window, page.head.title)[1] == painted)
    row = tree.visualRect(tree.currentIndex())
    assert row.right() + 1 + tree.indentation() == tree.viewport().width()


def test_a_title_stays_where_it_is_when_the_list_below_it_fills(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.navigator.go(Place("trash"))
    page, store = window.navigator.page, window.context.reader.store
    assert isinstance(page, TrashPage)
    qtbot.waitUntil(lambda: edges(window, page.head.title)[1] < page.width() - 100)
    before = edges(window, page.head.title)
    for number in range(30):
        store.delete_annotation(store.add_annotation(ITEM, note=str(number)).value.uuid)
    window.context.reader.renew()
    qtbot.waitUntil(lambda: page.list.verticalScrollBar().maximum() > 0)
    assert edges(window, page.head.title) == before
