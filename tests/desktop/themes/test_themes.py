"""The themes page: every heading, narrowed, sorted, and opened by axis."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.common.entry_rows import Heading
from desktop.common.persian import digits
from desktop.common.place import Place
from desktop.common.widgets.buttons import LINK_PAD
from desktop.common.widgets.labels import LineLabel, RichLabel
from desktop.common.widgets.step_sign import StepSign
from desktop.main_window import MainWindow
from desktop.themes.page import ThemesPage
from tests.desktop.pages import shown_page
from tests.desktop.stage import choose, menu_key


@pytest.fixture
def page(window: MainWindow) -> ThemesPage:
    window.actions_["go.themes"].trigger()
    return shown_page(window, ThemesPage)


def test_every_heading_is_listed_with_its_count(window: MainWindow, page: ThemesPage) -> None:
    headings = window.context.reference.themes()
    assert len(page.index.shown()) == len(headings)
    assert page.index.list.rows.entries()[0].side == "۹ بند"


def test_a_word_narrows_by_title_and_scope(page: ThemesPage) -> None:
    page.index.filter.setText("زباله")
    assert [heading.slug for heading in page.index.shown()] == ["waste-and-recycling"]


def test_arabic_letters_narrow_as_persian_ones(page: ThemesPage) -> None:
    page.index.filter.setText("تاريخي")
    assert [heading.slug for heading in page.index.shown()] == ["heritage"]


@pytest.mark.parametrize("typed", ["دانشبنیان", "دانش بنیان", "پارکهای\u200cعلم"])
def test_gaps_between_words_make_no_difference(page: ThemesPage, typed: str) -> None:
    page.index.filter.setText(typed)
    assert [heading.slug for heading in page.index.shown()] == ["knowledge-economy"]


def test_the_alphabet_is_persian(page: ThemesPage) -> None:
    page.index.set_sort("alphabet")
    first = [heading.title[0] for heading in page.index.shown()]
    assert first.index("پ") < first.index("ت")
    assert first[0] == "آ"


def test_a_heading_opens_its_items_by_axis(window: MainWindow, page: ThemesPage) -> None:
    page.index.list.opened.emit("water")
    items = window.context.reference.items_of_theme("water")
    assert page.shown_items() == tuple(item.id for item in items)
    titles = [row.title for row in page.items.list.rows.headings()]
    assert len(titles) == len({item.axis for item in items})
    counts = {row.title: row.count for row in page.items.list.rows.headings()}
    assert (
        counts.get("محور محیط‌زیست") == f"{digits(sum(i.axis == 'environment' for i in items))} بند"
    )


def test_the_panel_shows_the_chosen_item(window: MainWindow, page: ThemesPage) -> None:
    window.navigator.go(Place("themes", "drugs"))
    assert window.panel.isVisible()
    assert window.panel.item is not None
    assert window.panel.item.id == page.shown_items()[0]


def test_enter_opens_an_item_and_back_returns(window: MainWindow, page: ThemesPage) -> None:
    window.navigator.go(Place("themes", "ict"))
    wanted = page.shown_items()[2]
    page.items.list.choose(wanted)
    page.items.list.opened.emit(wanted)
    assert window.axis.current_item() == wanted
    window.navigator.back()
    assert page.items.list.current_key() == wanted


def test_items_of_a_heading_are_selected_together(window: MainWindow, page: ThemesPage) -> None:
    window.navigator.go(Place("themes", "ict"))
    for _ in range(2):
        QTest.keyClick(page.items.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.selected_items() == page.shown_items()[:3]
    assert window.actions_["act.compare"].text() == "مقایسه‌ی ۳ بند"


def test_an_item_of_a_heading_has_its_menu(window: MainWindow, page: ThemesPage) -> None:
    window.navigator.go(Place("themes", "ict"))
    choose("نشان کردن", lambda: menu_key(page.items.list))
    assert window.context.reader.marks(page.shown_items()[0]).bookmarked


def test_an_unknown_heading_shows_the_index(window: MainWindow, page: ThemesPage) -> None:
    window.navigator.go(Place("themes", "no-such-theme"))
    assert page.index.isVisible()


def test_the_rail_stays_on_themes_inside_a_heading(qtbot: QtBot, window: MainWindow) -> None:
    window.navigator.go(Place("themes", "water"))
    entry = window.rail.list.currentIndex().data(0)
    assert entry == "موضوع‌ها"
    assert not isinstance(entry, Heading)


def test_the_way_back_begins_where_the_title_does(window: MainWindow, page: ThemesPage) -> None:
    window.navigator.go(Place("themes", "water"))
    QApplication.processEvents()
    back, title = page.items.back, page.items.findChild(RichLabel)
    assert title is not None
    assert back.geometry().right() - LINK_PAD == title.geometry().right()


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_the_gaps_of_the_trail_grow_with_the_text(
    window: MainWindow, page: ThemesPage, zoom: float
) -> None:
    window.context.theme.set_zoom(zoom)
    window.navigator.go(Place("themes", "water"))
    QApplication.processEvents()
    back, sign = page.items.back, page.items.findChild(StepSign)
    assert sign is not None
    letter = sign.fontMetrics().horizontalAdvance("›")
    (count,) = (one for one in page.items.findChildren(LineLabel) if "بند در" in one.plain)
    gaps = back.x() + LINK_PAD - count.geometry().right() - 1 - letter
    assert gaps == pytest.approx(8 * zoom, abs=2)


def test_escape_lets_go_of_all_but_the_current_row_first(
    window: MainWindow, page: ThemesPage
) -> None:
    window.navigator.go(Place("themes", "public-transport"))
    page.items.list.selectAll()
    assert len(page.selected_items()) > 1
    QTest.keyClick(page.items.list, Qt.Key.Key_Escape)
    assert page.items.list.chosen_keys() == (page.items.list.current_key(),)
    assert window.navigator.place == Place("themes", "public-transport")
