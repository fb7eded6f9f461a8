"""What stands above each other on a page begins and ends at the same edges."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QFrame, QSplitter, QStyleOptionComboBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.bookmarks.page import BookmarksPage
from desktop.common.place import Place
from desktop.common.widgets.card_button import CardButton
from desktop.common.widgets.choice_box import ChoiceBox
from desktop.common.widgets.empty_state import EmptyState
from desktop.common.widgets.labels import Keycap, RichLabel
from desktop.common.widgets.page_head import PageHead
from desktop.health.report_page import FaultReportPage
from desktop.help.page import PARTS, HelpPage
from desktop.main_window import MainWindow
from desktop.meeting.page import MeetingPage
from desktop.notes.page import NotesPage
from desktop.trash.page import TrashPage
from tests.desktop.pages import shown_page

ITEM = "economy-8"


def edges(window: MainWindow, part: QWidget) -> tuple[int, int]:
    left = part.mapTo(window, QPoint(0, 0)).x()
    return left, left + part.width()


def cards(part: QWidget) -> Sequence[QWidget]:
    return [one for one in part.findChildren(QFrame) if one.property("card") and one.isVisible()]


def test_the_cards_of_the_help_end_where_the_title_does(qtbot: QtBot, window: MainWindow) -> None:
    def all_end_there(part: QWidget, title: QWidget) -> bool:
        return {edges(window, card)[1] for card in cards(part)} == {edges(window, title)[1]}

    for part in PARTS:
        window.navigator.go(Place("help", part))
        page = window.navigator.page
        assert isinstance(page, HelpPage)
        title = page.findChild(RichLabel)
        assert title is not None
        qtbot.waitUntil(partial(all_end_there, page.parts[part], title))


def test_the_cards_of_a_tab_stand_below_the_buttons_of_the_panel(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.open_item(ITEM)
    window.panel.show_tab("notes")
    wanted = edges(window, window.panel.notes.composer.edit)

    def found() -> set[tuple[int, int]]:
        shown = cards(window.panel) or window.panel.findChildren(CardButton)
        return {edges(window, card) for card in shown if card.isVisible()}

    for tab in ("citation", "related", "source"):
        window.panel.show_tab(tab)
        qtbot.waitUntil(lambda: found() == {wanted})


def test_a_bookmark_ends_where_the_title_does(qtbot: QtBot, window: MainWindow) -> None:
    window.context.reader.toggle_bookmark(ITEM)
    window.navigator.go(Place("bookmarks"))
    page = shown_page(window, BookmarksPage)
    tree = page.tree
    painted = tree.viewport().mapTo(window, QPoint(tree.viewport().width() - 20, 0)).x()
    qtbot.waitUntil(lambda: edges(window, page.head.title)[1] == painted)
    row = tree.visualRect(tree.currentIndex())
    assert row.right() + 1 + tree.indentation() == tree.viewport().width()


def test_pages_of_one_list_have_their_titles_at_one_edge(qtbot: QtBot, window: MainWindow) -> None:
    ends = set()
    for name in ("bookmarks", "notes", "trash", "backups", "health"):
        window.navigator.go(Place(name))
        QApplication.processEvents()
        page = window.navigator.page
        assert page is not None
        head = page.findChild(PageHead)
        assert head is not None
        ends.add(edges(window, head.title)[1])
    assert len(ends) == 1


def test_the_line_between_two_lists_stands_as_far_from_both(window: MainWindow) -> None:
    window.context.reader.tell(
        window.context.reader.store.start_meeting("بررسی", date(2026, 11, 25)).change
    )
    window.navigator.go(Place("meetings"))
    page = shown_page(window, MeetingPage)
    QApplication.processEvents()
    split = page.findChild(QSplitter)
    assert split is not None
    drawn = edges(window, split.handle(1))[1]
    near = edges(window, page.meetings.viewport())[0] + 8
    far = edges(window, page.marks.viewport())[1] - 8
    # Of right-to-left handles Qt moves one pixel.
    assert near - drawn == pytest.approx(drawn - 1 - far, abs=2)


def test_the_bar_of_the_second_of_two_lists_stands_at_the_edge_of_the_page(
    window: MainWindow,
) -> None:
    window.navigator.go(Place("meetings"))
    page = shown_page(window, MeetingPage)
    window.context.reader.tell(
        window.context.reader.store.start_meeting("بررسی", date(2026, 11, 25)).change
    )
    QApplication.processEvents()
    bar = edges(window, page.marks.verticalScrollBar())[0]
    # Of right-to-left handles Qt moves one pixel.
    assert bar == pytest.approx(edges(window, page)[0], abs=1)


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


def test_the_keycaps_of_the_help_stand_at_the_left_edge_of_their_card(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.navigator.go(Place("help", "keys"))
    page = shown_page(window, HelpPage)

    def gaps() -> set[int]:
        return {
            min(edges(window, cap)[0] for cap in card.findChildren(Keycap)) - edges(window, card)[0]
            for card in cards(page.parts["keys"])
        }

    qtbot.waitUntil(lambda: gaps() == {17})  # with the line of the card


def test_the_report_stands_below_its_button(qtbot: QtBot, window: MainWindow) -> None:
    window.navigator.go(Place("fault-report"))
    page = shown_page(window, FaultReportPage)
    qtbot.waitUntil(lambda: edges(window, page.text)[0] == edges(window, page.save_button)[0])


def shown(box: ChoiceBox) -> str:
    """What of the chosen title finds room."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    return option.currentText


@pytest.mark.parametrize(("width", "columns"), [(1366, 5), (911, 5), (700, 3)])
def test_the_filters_stand_in_columns_of_one_width(
    qtbot: QtBot, window: MainWindow, width: int, columns: int
) -> None:
    window.resize(max(width, window.minimumWidth()), 768)
    if width < 860:
        window.context.theme.set_zoom(1.5)
    window.navigator.go(Place("notes"))
    page = shown_page(window, NotesPage)
    page.more_chip.setChecked(True)
    boxes = page.filters.more.findChildren(ChoiceBox)

    def widths() -> set[int]:
        return {box.width() for box in boxes}

    qtbot.waitUntil(lambda: len({box.x() for box in boxes}) == columns)
    qtbot.waitUntil(lambda: max(widths()) - min(widths()) <= 1)
    assert {shown(box) for box in boxes} == {box.currentText() for box in boxes}


def test_the_chip_of_the_map_stays_where_it_is_pressed(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(911, 480)
    window.navigator.go(Place("notes"))
    page = shown_page(window, NotesPage)
    before = page.map_chip.geometry()
    page.map_chip.setChecked(True)
    qtbot.wait(0)
    assert page.map_chip.geometry() == before


def test_an_empty_page_is_read_in_short_lines_and_waits_for_suggestions(
    qtbot: QtBot, window: MainWindow
) -> None:
    empty = EmptyState(window.context.theme, "search")
    window.context.theme.attach(empty, at_once=True)
    qtbot.addWidget(empty)
    empty.say("نتیجه‌ای پیدا نشد", "واژه‌ای دیگر بنویسید. " * 12)
    empty.resize(1000, 400)
    empty.show()
    empty.wait_for_offers()
    qtbot.wait(0)
    body = next(one for one in empty.findChildren(RichLabel) if len(one.plain) > 100)
    before = body.geometry()
    assert before.width() <= 560
    empty.offer(("حمل‌ونقل", "پسماند"))
    qtbot.waitUntil(lambda: body.geometry().top() == before.top())
