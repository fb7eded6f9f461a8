"""Bookmarks and collections dragged with the mouse, from the press to the drop."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop.bookmarks.model import ITEM_ID, UUID
from desktop.bookmarks.page import BookmarksPage
from desktop.bookmarks.tree import BookmarkTree
from desktop.main_window import MainWindow

type Drag = Callable[[QModelIndex, QPoint], None]


@pytest.fixture
def target(monkeypatch: pytest.MonkeyPatch) -> list[QPoint]:
    """Where what is dragged will be let go; offscreen the system carries nothing there itself."""
    spots: list[QPoint] = []

    def carry(tree: BookmarkTree, actions: Qt.DropAction) -> None:
        data = tree.model().mimeData(tree.selectedIndexes())
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        told = (Qt.DropAction.MoveAction, data, left, none)
        spot = QPointF(spots[0])
        for event in (QDragEnterEvent(spot, *told), QDragMoveEvent(spot, *told)):
            QApplication.sendEvent(tree.viewport(), event)
            if not event.isAccepted():
                return
        QApplication.sendEvent(tree.viewport(), QDropEvent(spot, *told))

    monkeypatch.setattr(BookmarkTree, "startDrag", carry, raising=False)
    return spots


@pytest.fixture
def page(page: BookmarksPage, target: list[QPoint]) -> BookmarksPage:
    """The collections «بیرونی» and «نامه» above three bookmarks."""
    reader = page.context.reader
    for title in ("بیرونی", "نامه"):
        reader.store.create_collection(title)
    reader.renew()
    return page


@pytest.fixture
def drag(page: BookmarksPage, target: list[QPoint]) -> Drag:
    """Press on a row, move, let go at a spot."""

    def mouse(kind: QMouseEvent.Type, spot: QPoint, held: Qt.MouseButton) -> None:
        viewport, none = page.tree.viewport(), Qt.KeyboardModifier.NoModifier
        everywhere = QPointF(viewport.mapToGlobal(spot))
        moved = kind is QMouseEvent.Type.MouseMove
        button = Qt.MouseButton.NoButton if moved else Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, QPointF(spot), everywhere, button, held, none)
        QApplication.sendEvent(viewport, event)

    def dragged(row: QModelIndex, spot: QPoint) -> None:
        target[:] = [spot]
        begun, left = page.tree.visualRect(row).center(), Qt.MouseButton.LeftButton
        mouse(QMouseEvent.Type.MouseButtonPress, begun, left)
        for step in (1, 2):
            far = QPoint(0, step * QApplication.startDragDistance())
            mouse(QMouseEvent.Type.MouseMove, begun + far, left)
        mouse(QMouseEvent.Type.MouseButtonRelease, spot, Qt.MouseButton.NoButton)

    return dragged


def middle(page: BookmarksPage, row: QModelIndex) -> QPoint:
    return page.tree.visualRect(row).center()


def upper_edge(page: BookmarksPage, row: QModelIndex) -> QPoint:
    place = page.tree.visualRect(row)
    return QPoint(place.center().x(), place.top() + 1)


def names(page: BookmarksPage, parent: QModelIndex | None = None) -> list[str]:
    """Items of the bookmarks and titles of the collections, from the top."""
    at = parent or QModelIndex()
    rows = (page.rows.index(row, 0, at) for row in range(page.rows.rowCount(at)))
    return [str(row.data(ITEM_ID) or row.data()) for row in rows]


def row(page: BookmarksPage, name: str) -> QModelIndex:
    return page.rows.index(names(page).index(name), 0)


def inside(page: BookmarksPage, name: str) -> list[str]:
    return names(page, row(page, name))


def test_a_bookmark_let_go_over_a_collection_goes_into_it(page: BookmarksPage, drag: Drag) -> None:
    drag(row(page, "economy-8"), middle(page, row(page, "نامه")))
    assert inside(page, "نامه") == ["economy-8"]
    assert names(page) == ["بیرونی", "نامه", "transport-3", "culture-1"]


def test_a_bookmark_let_go_on_the_edge_of_another_goes_before_it(
    page: BookmarksPage, drag: Drag
) -> None:
    drag(row(page, "culture-1"), upper_edge(page, row(page, "transport-3")))
    assert names(page)[2:] == ["culture-1", "transport-3", "economy-8"]


def test_a_bookmark_let_go_below_all_rows_leaves_its_collection(
    page: BookmarksPage, drag: Drag
) -> None:
    drag(row(page, "economy-8"), middle(page, row(page, "نامه")))
    leaf = page.rows.index(0, 0, row(page, "نامه"))
    drag(leaf, QPoint(page.tree.viewport().width() // 2, page.tree.viewport().height() - 2))
    assert names(page)[2:] == ["transport-3", "culture-1", "economy-8"]


def test_a_collection_let_go_over_another_goes_into_it(page: BookmarksPage, drag: Drag) -> None:
    drag(row(page, "نامه"), middle(page, row(page, "بیرونی")))
    assert inside(page, "بیرونی") == ["نامه"]


def test_a_collection_let_go_on_the_edge_of_another_goes_before_it(
    page: BookmarksPage, drag: Drag
) -> None:
    drag(row(page, "نامه"), upper_edge(page, row(page, "بیرونی")))
    assert names(page)[:2] == ["نامه", "بیرونی"]


def test_a_drag_is_one_act_to_take_back(
    window: MainWindow, page: BookmarksPage, drag: Drag
) -> None:
    drag(row(page, "economy-8"), middle(page, row(page, "نامه")))
    window.undoing.undo()
    assert inside(page, "نامه") == []
    assert names(page)[2:] == ["transport-3", "economy-8", "culture-1"]


def test_rows_in_an_order_of_the_program_are_not_dragged(page: BookmarksPage, drag: Drag) -> None:
    page.order.choose("place")
    page.refresh()
    before = [page.rows.index(at, 0).data(UUID) for at in range(5)]
    drag(row(page, "economy-8"), middle(page, row(page, "نامه")))
    assert [page.rows.index(at, 0).data(UUID) for at in range(5)] == before
