"""The pages about the document in the shown window: named, reachable, right to left, not cut."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.common.page import Page
from desktop.common.place import Place
from desktop.common.widgets.labels import RichLabel
from desktop.document_pages import DocumentPages
from desktop.main_window import MainWindow
from desktop.printing.dialog import PrintDialog
from tests.desktop.test_accessibility import unnamed

PLACES = (
    Place("themes"),
    Place("themes", "ict"),
    Place("source"),
    Place("source", "errata"),
    Place("source", "doubtful"),
    Place("compare"),
    Place("compare", "economy-8+infrastructure-2+security-1+culture-1"),
    Place("settings"),
    *(Place("help", part) for part in ("keys", "search", "cite", "about")),
)
SIZES = ((1366, 768), (911, 480))


def test_every_widget_has_a_name(window: MainWindow) -> None:
    for place in PLACES:
        window.navigator.go(place)
        assert unnamed(window) == [], place


def shown(window: MainWindow) -> Page:
    assert window.navigator.page is not None
    return window.navigator.page


def cut(widget: QWidget) -> list[str]:
    """Visible labels that are lower than their text at their width, or narrower than a line."""
    found = []
    for label in widget.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        wrapped = label.wordWrap()
        needed = label.heightForWidth(label.width()) if wrapped else label.sizeHint().height()
        narrow = not wrapped and label.width() < label.sizeHint().width()
        if label.height() + 1 < needed or narrow:
            found.append(f"{label.text()[:60]} {label.height()} < {needed}")
    return found


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_label_is_cut(qtbot: QtBot, window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    for place in PLACES:
        window.navigator.go(place)
        qtbot.waitUntil(lambda: cut(shown(window)) == [])


def test_no_page_is_wider_than_a_small_window(window: MainWindow) -> None:
    window.resize(911, 480)
    for place in PLACES:
        window.navigator.go(place)
        assert shown(window).minimumSizeHint().width() <= 911 - 64, place


def test_titles_begin_at_the_right(qtbot: QtBot, window: MainWindow) -> None:
    window.navigator.go(Place("settings"))
    page = shown(window)
    title = next(one for one in page.findChildren(RichLabel) if one.plain == "تنظیمات")
    qtbot.waitUntil(lambda: title.mapTo(page, title.rect().topRight()).x() > page.width() / 2)


def test_the_dialogs_are_named(qtbot: QtBot, window: MainWindow) -> None:
    pages = window.findChild(DocumentPages)
    assert pages is not None
    printing = PrintDialog(window.context, pages.printing.scopes(), window)
    qtbot.addWidget(printing)
    assert unnamed(pages.quote) + unnamed(printing) == []


def test_the_themes_stay_when_the_look_changes(window: MainWindow) -> None:
    window.navigator.go(Place("themes", "ict"))
    window.panel.show_item("infrastructure-3")
    window.actions_["view.theme"].trigger()
    window.actions_["view.zoom_in"].trigger()
    assert window.navigator.place == Place("themes", "ict")
