"""Bookmarks in collections: moved, noted, ordered and deleted, by keys and by dragging."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSizeF, Qt
from PySide6.QtGui import QDrag, QImage, QPixmap, QStandardItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.record import replace
from desktop.bookmarks import page as bookmarks_page
from desktop.bookmarks.model import HEADING, UUID
from desktop.bookmarks.page import BookmarksPage
from desktop.main_window import MainWindow
from tests.desktop.bookmarks.tree import items, uuid_of


def test_loose_bookmarks_stand_under_a_heading_of_their_own_beside_collections(
    page: BookmarksPage,
) -> None:
    store, reader = page.context.reader.store, page.context.reader
    assert page.rows.index(0, 0).data(HEADING) is None
    before = page.tree.visualRect(page.rows.index(0, 0)).height()
    reader.tell(store.create_collection("نامه").change)
    headings = [page.rows.index(row, 0).data(HEADING) for row in range(page.rows.rowCount())]
    assert headings == [None, "بدون مجموعه", None, None]
    assert page.tree.visualRect(page.rows.index(1, 0)).height() > before


def test_what_is_dragged_leaves_to_be_seen_where_it_goes(
    page: BookmarksPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried: list[QSizeF] = []
    size_of = QPixmap.deviceIndependentSize
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: carried.append(size_of(drag.pixmap())))
    page.tree.choose(uuid_of(page, 1))
    page.tree.startDrag(Qt.DropAction.MoveAction)
    row = page.tree.visualRect(page.tree.currentIndex())
    assert carried[0].height() < row.height() / 2
    assert carried[0].width() < row.width() / 2


def test_ctrl_down_moves_a_bookmark_by_hand(qtbot: QtBot, page: BookmarksPage) -> None:
    page.tree.choose(uuid_of(page, 0))
    QTest.keyClick(page.tree, Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.ControlModifier)
    assert items(page) == ["economy-8", "transport-3", "culture-1"]


def test_the_number_of_a_collection_is_never_under_its_title(
    page: BookmarksPage, letter: str
) -> None:
    page.tree.setCurrentIndex(page.rows.index(1, 0))

    def end_of_row() -> QImage:
        row = page.tree.visualRect(page.rows.index_of(letter))
        return page.tree.viewport().grab(QRect(0, row.top(), 70, row.height())).toImage()

    before = end_of_row()
    page.rows.rename(page.rows.index_of(letter), "نامه‌های کمیسیون برنامه و بودجه " * 10)
    assert end_of_row() == before


def test_ctrl_left_puts_into_the_collection_above_and_ctrl_right_takes_out(
    page: BookmarksPage, letter: str
) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    page.tree.choose(uuid_of(page, 2))
    QTest.keyClick(page.tree, Qt.Key.Key_Left, modifier=control)
    assert items(page, page.rows.index_of(letter)) == ["economy-8"]
    QTest.keyClick(page.tree, Qt.Key.Key_Right, modifier=control)
    assert items(page) == ["economy-8", "transport-3", "culture-1"]


def test_keys_put_a_collection_into_another_and_take_it_out(
    window: MainWindow, page: BookmarksPage, letter: str
) -> None:
    inner = window.context.reader.store.create_collection("درونی").value.uuid
    page.refresh()
    page.tree.choose(inner)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(page.tree, Qt.Key.Key_Left, modifier=control)
    assert page.rows.index_of(inner).parent().data(UUID) == letter
    QTest.keyClick(page.tree, Qt.Key.Key_Right, modifier=control)
    assert not page.rows.index_of(inner).parent().isValid()


def test_other_orders_leave_the_hand_made_one(page: BookmarksPage) -> None:
    firsts = {"place": "economy-8", "date": "culture-1", "title": "economy-8"}
    for order, first in (firsts | {"hand": "transport-3"}).items():
        page.order.choose(order)
        page.refresh()
        assert (order, items(page)[0]) == (order, first)


def test_marks_of_one_moment_stand_newest_first(
    window: MainWindow, page: BookmarksPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = window.context.reader.store
    same = [replace(mark, created="2026-11-23T08:30:00.000Z") for mark in store.bookmarks()]
    monkeypatch.setattr(store, "bookmarks", lambda collection=None: [] if collection else same)
    page.order.choose("date")
    page.refresh()
    assert items(page) == ["culture-1", "economy-8", "transport-3"]


def test_a_drop_on_a_collection_puts_the_bookmark_into_it(
    window: MainWindow, page: BookmarksPage
) -> None:
    made = window.context.reader.store.create_collection("نامه")
    window.context.reader.tell(made.change)
    moved = page.rows.index_of(uuid_of(page, 1))
    data = page.rows.mimeData([moved])
    target = page.rows.index_of(made.value.uuid)
    page.rows.dropMimeData(data, Qt.DropAction.MoveAction, -1, 0, target)
    assert items(page, page.rows.index_of(made.value.uuid)) == ["transport-3"]


def test_a_collection_cannot_go_into_itself(
    qtbot: QtBot, window: MainWindow, page: BookmarksPage
) -> None:
    store = window.context.reader.store
    outer = store.create_collection("بیرونی").value
    inner = store.create_collection("درونی", parent=outer.uuid).value
    page.refresh()
    with qtbot.waitSignal(page.refused) as caught:
        page.move_to(outer.uuid, inner.uuid)
    assert caught.args is not None
    assert "درون خودش" in caught.args[0]


def test_delete_is_said_and_can_be_undone(
    qtbot: QtBot, window: MainWindow, page: BookmarksPage
) -> None:
    with qtbot.waitSignal(page.tree.delete_wanted):
        QTest.keyClick(page.tree, Qt.Key.Key_Delete)
    assert len(items(page)) == 2
    window.undoing.undo()
    assert len(items(page)) == 3


def test_after_a_deletion_the_row_that_took_the_place_is_current(page: BookmarksPage) -> None:
    page.tree.choose(uuid_of(page, 1))
    QTest.keyClick(page.tree, Qt.Key.Key_Delete)
    assert page.tree.current_item() == "culture-1"
    QTest.keyClick(page.tree, Qt.Key.Key_Delete)
    assert page.tree.current_item() == "transport-3"


def test_enter_opens_the_item(qtbot: QtBot, page: BookmarksPage) -> None:
    page.tree.choose(uuid_of(page, 1))
    with qtbot.waitSignals([page.tree.opened, page.place_wanted]):
        QTest.keyClick(page.tree, Qt.Key.Key_Return)


def test_a_new_current_row_is_told(qtbot: QtBot, page: BookmarksPage) -> None:
    with qtbot.waitSignals([page.tree.current_changed, page.item_chosen]):
        page.tree.choose(uuid_of(page, 2))


def test_collections_are_named_by_the_reader(
    page: BookmarksPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bookmarks_page, "ask_text", lambda *_: "نامه‌ی شورا")
    page.create_collection(None)
    assert isinstance(page.rows.item(0), QStandardItem)
    assert page.rows.item(0).text() == "نامه‌ی شورا"


def test_the_arrow_of_a_collection_stands_within_the_column_and_folds_it(
    window: MainWindow, page: BookmarksPage, letter: str
) -> None:
    page.move_to(uuid_of(page, 1), letter)
    page.refresh()
    tree, folder = page.tree, page.rows.index_of(letter)
    row, view = tree.visualRect(folder), tree.viewport()
    picture = view.grab().toImage()
    edge = picture.width() - round(20 * picture.devicePixelRatio())
    beside = {
        picture.pixel(x, y)
        for x in range(edge + 1, picture.width())
        for y in range(row.top() + 1, row.bottom())
    }
    assert len(beside) == 1
    assert tree.isExpanded(folder)
    spot = QPoint(view.width() - 20 - 8, row.center().y())
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot)
    assert not tree.isExpanded(folder)


def test_what_is_not_seen_in_another_order_is_not_done(
    qtbot: QtBot, window: MainWindow, page: BookmarksPage
) -> None:
    page.order.choose("place")
    page.order.chosen.emit()
    before = [mark.item_id for mark in window.context.reader.store.bookmarks()]
    with qtbot.waitSignal(page.refused):
        page.rows.step(uuid_of(page, 2), -1)
    assert [mark.item_id for mark in window.context.reader.store.bookmarks()] == before
