"""Bookmarks in collections: moved, noted, ordered and deleted, by keys and by dragging."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, QSizeF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QDrag, QImage, QPixmap, QStandardItem
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from db.errors import StoreError
from db.record import replace
from desktop.bookmarks import page as bookmarks_page
from desktop.bookmarks.model import HEADING, ITEM_ID, NOTE, UUID
from desktop.bookmarks.page import BookmarksPage
from desktop.main_window import MainWindow
from tests.desktop.typing import type_text


def items(page: BookmarksPage, parent: QModelIndex | None = None) -> list[str]:
    at = parent or QModelIndex()
    found = (page.rows.index(row, 0, at).data(ITEM_ID) for row in range(page.rows.rowCount(at)))
    return [item for item in found if item]


def uuid_of(page: BookmarksPage, row: int) -> str:
    return str(page.rows.index(row, 0).data(UUID))


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


@pytest.fixture
def letter(window: MainWindow, page: BookmarksPage) -> str:
    """A collection that stands above the bookmarks."""
    made = window.context.reader.store.create_collection("نامه")
    window.context.reader.tell(made.change)
    return made.value.uuid


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
    spot = page.tree.visualRect(page.tree.currentIndex()).center()
    everywhere = page.tree.mapToGlobal(spot)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, spot, everywhere)
    QApplication.sendEvent(page.tree, asked)
    assert items(page, page.rows.index_of(letter)) == ["transport-3"]


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


def test_the_line_beside_a_bookmark_is_edited_in_place(
    window: MainWindow, page: BookmarksPage
) -> None:
    page.rows.rename(page.rows.index(0, 0), "برای گزارش")
    mark = window.context.reader.store.bookmark_of("transport-3")
    assert mark is not None
    assert mark.note == "برای گزارش"


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


def line_in_the_tree(page: BookmarksPage) -> QLineEdit:
    """The first bookmark's line, opened to write in."""
    page.tree.choose(uuid_of(page, 0))
    QTest.keyClick(page.tree, Qt.Key.Key_F2)
    edit = page.tree.findChild(QLineEdit)
    assert edit is not None
    return edit


def test_what_is_typed_beside_a_bookmark_outlives_what_is_read_meanwhile(
    qtbot: QtBot, window: MainWindow, page: BookmarksPage
) -> None:
    edit = line_in_the_tree(page)
    type_text(edit, "برای نامه")
    window.context.reader.came_to_read("culture-1")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.rows.index(0, 0).data(NOTE) == "برای نامه")
    mark = window.context.reader.store.bookmark_of("transport-3")
    assert mark is not None
    assert mark.note == "برای نامه"


def test_enter_at_the_end_of_a_line_opens_nothing(
    qtbot: QtBot, window: MainWindow, page: BookmarksPage
) -> None:
    edit = line_in_the_tree(page)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.tree.is_writing)
    assert window.navigator.page is page


def test_what_came_while_a_line_was_written_is_shown_when_it_is_left(
    qtbot: QtBot, window: MainWindow, page: BookmarksPage
) -> None:
    edit = line_in_the_tree(page)
    window.context.reader.toggle_bookmark("culture-2")
    assert len(items(page)) == 3
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(items(page)) == 4)


def test_a_refused_line_is_kept_and_stored_when_it_can_be(
    qtbot: QtBot, window: MainWindow, page: BookmarksPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, saving = window.context.reader.store, window.context.saving

    def full(*_: object, **__: object) -> None:
        raise StoreError("دیسک پر است.")

    with monkeypatch.context() as refused:
        refused.setattr(store, "set_bookmark_note", full)
        edit = line_in_the_tree(page)
        type_text(edit, "ماندنی")
        QTest.keyClick(edit, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: saving.trouble == "دیسک پر است.")
    saving.try_again()
    mark = store.bookmark_of("transport-3")
    assert mark is not None
    assert mark.note == "ماندنی"


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


def test_the_menu_of_a_row_offers_to_move_it(qtbot: QtBot, page: BookmarksPage) -> None:
    page.tree.menu_wanted.disconnect()
    with qtbot.waitSignal(page.tree.menu_wanted):
        page.tree.menu_wanted.emit(uuid_of(page, 0), QPoint())
    texts = [action.text() for action in page.menu(uuid_of(page, 0)).actions()]
    assert "بردن به مجموعه" in texts


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


def test_what_is_not_seen_in_another_order_is_not_done(
    qtbot: QtBot, window: MainWindow, page: BookmarksPage
) -> None:
    page.order.choose("place")
    page.order.chosen.emit()
    before = [mark.item_id for mark in window.context.reader.store.bookmarks()]
    with qtbot.waitSignal(page.refused):
        page.rows.step(uuid_of(page, 2), -1)
    assert [mark.item_id for mark in window.context.reader.store.bookmarks()] == before
