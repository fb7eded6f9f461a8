"""The menu of a row among the bookmarks: where it may go, by what names."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.bookmarks.page import BookmarksPage
from desktop.main_window import MainWindow
from tests.desktop.bookmarks.tree import items, uuid_of


def ask_for_the_menu(page: BookmarksPage) -> None:
    """The menu of the current row, by the key."""
    spot = page.tree.visualRect(page.tree.currentIndex()).center()
    everywhere = page.tree.mapToGlobal(spot)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, spot, everywhere)
    QApplication.sendEvent(page.tree, asked)


def test_the_menu_of_a_row_offers_to_move_it(qtbot: QtBot, page: BookmarksPage) -> None:
    page.tree.menu_wanted.disconnect()
    with qtbot.waitSignal(page.tree.menu_wanted) as asked:
        ask_for_the_menu(page)
    assert asked.args is not None
    assert asked.args[0] == uuid_of(page, 0)
    texts = [action.text() for action in page.menu(uuid_of(page, 0)).actions()]
    assert "بردن به مجموعه" in texts


def press_in_the_menu(*keys: Qt.Key) -> None:
    for key in keys:
        popup = QApplication.activePopupWidget()
        assert popup is not None
        QTest.keyClick(popup, key)


def test_the_menu_moves_a_bookmark_by_keys_alone(page: BookmarksPage, letter: str) -> None:
    page.tree.choose(uuid_of(page, 1))
    down, enter = Qt.Key.Key_Down, Qt.Key.Key_Return
    # «دیدن در متن», «یادداشت نشان», «بردن به مجموعه» ‹ «بالاترین سطح», «نامه»
    keys = (down, down, down, enter, down, enter)
    QTimer.singleShot(0, lambda: press_in_the_menu(*keys))
    ask_for_the_menu(page)
    assert items(page, page.rows.index_of(letter)) == ["transport-3"]


def targets(page: BookmarksPage, uuid: str) -> list[str]:
    """Where the menu of a row offers to put it."""
    (inner,) = (one.menu() for one in page.menu(uuid).actions() if one.menu())
    assert isinstance(inner, QMenu)
    return [action.text() for action in inner.actions()]


def test_collections_of_one_name_are_told_apart_where_a_row_is_moved_to(
    window: MainWindow, page: BookmarksPage, letter: str
) -> None:
    store = window.context.reader.store
    report = store.create_collection("گزارش").value.uuid
    for outer in (letter, report):
        store.create_collection("پیوست", parent=outer)
    page.refresh()
    wanted = ["بالاترین سطح", "نامه", "نامه › پیوست", "گزارش", "گزارش › پیوست"]
    assert targets(page, store.bookmarks()[0].uuid) == wanted


def test_a_collection_is_not_offered_a_place_within_itself(
    window: MainWindow, page: BookmarksPage, letter: str
) -> None:
    store = window.context.reader.store
    store.create_collection("پیوست", parent=letter)
    store.create_collection("گزارش")
    page.refresh()
    assert targets(page, letter) == ["بالاترین سطح", "گزارش"]


def test_a_name_in_a_menu_is_shown_as_it_is_and_not_at_any_length(
    window: MainWindow, page: BookmarksPage
) -> None:
    store = window.context.reader.store
    store.create_collection("R&D " + "دراز " * 60)
    page.refresh()
    name = targets(page, store.bookmarks()[0].uuid)[1]
    assert name.startswith("R&&D دراز")
    assert len(name) < 70
