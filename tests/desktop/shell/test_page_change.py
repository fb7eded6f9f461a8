"""The keyboard goes to its place on another page at once: a screen reader says each that has it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.common.place import Place
from desktop.main_window import MainWindow

AXIS = Place("axis", "economy", "economy-2")


@pytest.fixture
def landed(qapp: QApplication, window: MainWindow, in_front: None) -> Iterator[list[QWidget]]:
    """What has had the keyboard since the axis had it."""
    seen: list[QWidget] = []

    def note(_: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            seen.append(now)

    window.context.reader.toggle_bookmark("economy-3")
    window.visit(AXIS)
    qapp.focusChanged.connect(note)
    yield seen
    qapp.focusChanged.disconnect(note)


def test_going_to_a_page(window: MainWindow, landed: list[QWidget]) -> None:
    for page in ("home", "bookmarks", "notes", "settings", "compare", "source"):
        window.visit(AXIS)
        landed.clear()
        window.visit(Place(page))
        assert (page, landed) == (page, [window.focusWidget()])


def test_opening_an_item_from_a_page(window: MainWindow, landed: list[QWidget]) -> None:
    for page, item in (
        ("home", "economy-3"),
        ("bookmarks", "economy-4"),
        ("settings", "culture-1"),
    ):
        window.visit(Place(page))
        landed.clear()
        window.open_item(item)
        assert (page, landed) == (page, [window.axis.list])


def test_coming_back_to_a_row_enters_the_rows(window: MainWindow, landed: list[QWidget]) -> None:
    chip = window.axis.filters.first_chip()
    chip.setFocus()
    window.navigator.go(Place("home"))
    landed.clear()
    window.navigator.back()
    assert landed == [window.axis.list]


def test_coming_back_to_what_had_the_keyboard(window: MainWindow, landed: list[QWidget]) -> None:
    window.visit(Place("home"))
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    card = window.focusWidget()
    window.open_item("economy-3")
    landed.clear()
    window.navigator.back()
    assert landed == [card]


def test_a_page_that_is_asked_for_anew_is_entered_from_the_front(
    window: MainWindow, landed: list[QWidget]
) -> None:
    window.visit(Place("home"))
    entrance = window.focusWidget()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    window.visit(AXIS)
    landed.clear()
    window.visit(Place("home"))
    assert landed == [entrance]


def test_esc_leaves_a_search_for_the_list(window: MainWindow, landed: list[QWidget]) -> None:
    window.axis.filters.first_chip().setFocus()
    window.search_for("پسماند")
    window.focus_page()
    landed.clear()
    window.escape()
    assert landed == [window.axis.list]
