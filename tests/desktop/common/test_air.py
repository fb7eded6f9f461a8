"""Rows keep off what stands around the list, and a line tells that it goes on above."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame

from desktop.bookmarks.page import BookmarksPage
from desktop.bookmarks.tree import BookmarkTree
from desktop.common.headed_list import AIR
from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.themes.page import ThemesPage
from tests.desktop.pages import shown_page


def edge(shown: QAbstractScrollArea) -> QFrame:
    found = shown.findChild(QFrame, "scrollEdge")
    assert isinstance(found, QFrame)
    return found


@pytest.mark.parametrize("item", ["economy-8", "economy-11"])
def test_below_a_row_that_is_gone_to_there_is_air(window: MainWindow, item: str) -> None:
    window.resize(1366, 768)
    window.open_item(item)
    QApplication.processEvents()
    shown = window.axis.list
    row = shown.visualRect(shown.currentIndex())
    assert shown.viewport().height() - (row.bottom() + 1) >= AIR


def test_above_a_row_that_is_gone_back_to_there_is_air(window: MainWindow) -> None:
    window.resize(1366, 768)
    window.open_item("economy-11")
    window.open_item("economy-5")
    shown = window.axis.list
    assert shown.visualRect(shown.currentIndex()).top() >= AIR


def test_the_air_below_the_last_row_stays_when_rows_are_laid_out_anew(window: MainWindow) -> None:
    window.open_item("economy-11")
    shown = window.axis.list
    bar = shown.verticalScrollBar()
    bar.setValue(bar.maximum())
    before = bar.value()
    shown.updateGeometries()
    assert bar.value() == before == bar.maximum()


def stands_only_while_rows_go_on_above(shown: QAbstractScrollArea) -> None:
    bar = shown.verticalScrollBar()
    assert not edge(shown).isVisible()
    bar.setValue(40)
    assert edge(shown).isVisible()
    assert edge(shown).height() <= shown.viewport().y()
    bar.setValue(bar.minimum())
    assert not edge(shown).isVisible()


def test_a_line_stands_above_rows_only_while_they_go_on_there(window: MainWindow) -> None:
    window.navigator.go(Place("themes"))
    page = shown_page(window, ThemesPage)
    stands_only_while_rows_go_on_above(page.index.list)


def many_bookmarks(window: MainWindow) -> BookmarkTree:
    store = window.context.reader.store
    for item in window.context.reference.items()[:40]:
        store.add_bookmark(item.id)
    window.context.reader.renew()
    window.navigator.go(Place("bookmarks"))
    QApplication.processEvents()
    page = shown_page(window, BookmarksPage)
    return page.tree


def test_a_line_stands_above_bookmarks_only_while_they_go_on_there(window: MainWindow) -> None:
    stands_only_while_rows_go_on_above(many_bookmarks(window))


def test_the_line_takes_nothing_from_the_last_bookmark(window: MainWindow) -> None:
    tree = many_bookmarks(window)
    tree.verticalScrollBar().setValue(tree.verticalScrollBar().maximum())
    tree.updateGeometries()
    last = tree.indexAt(QPoint(tree.viewport().width() // 2, tree.viewport().height() - 1))
    assert not tree.indexBelow(last).isValid()
    assert tree.visualRect(last).bottom() == tree.viewport().height() - 1
