"""The panel: what it shows of an item, and the source with its corrections."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.search.models import Span
from desktop.common.place import Place
from desktop.common.widgets.card_button import CardButton
from desktop.common.widgets.labels import RichLabel
from desktop.direction.citation_tab import NUMBER_WARNING, CitationTab
from desktop.direction.source_tab import SourceTab
from desktop.main_window import MainWindow

ITEM = "economy-8"


def test_the_source_is_verbatim_and_names_every_correction(window: MainWindow) -> None:
    window.open_item(ITEM)
    window.panel.show_tab("source")
    tab = window.panel.findChild(SourceTab)
    item = window.context.reference.item(ITEM)
    assert tab is not None
    assert tab.text.toPlainText() == item.verbatim
    erratum = window.context.reference.errata(ITEM)[0]
    assert erratum.reason in tab.text.explained_at(erratum.verbatim_start)


def test_the_choice_of_the_number_is_in_sight_with_its_warning(window: MainWindow) -> None:
    window.resize(1366, 768)
    window.open_item(ITEM)
    window.panel.show_tab("citation")
    tab = window.panel.findChild(CitationTab)
    assert tab is not None
    (warning,) = (one for one in tab.findChildren(RichLabel) if one.plain == NUMBER_WARNING)
    QApplication.processEvents()
    assert warning.visibleRegion().boundingRect() == warning.rect()


def test_a_related_item_is_one_click_away(qtbot: QtBot, window: MainWindow) -> None:
    window.open_item(ITEM)
    wanted = window.context.reference.related(ITEM)[0].item_id
    window.panel.show_tab("related")
    with qtbot.waitSignal(window.panel.item_wanted) as told:
        window.panel.findChildren(CardButton)[0].click()
    assert told.args == [wanted]
    assert window.axis.current_item() == wanted


def test_the_breadcrumb_names_axis_and_row(window: MainWindow) -> None:
    window.open_item("economy-3.1")
    assert window.panel.head.axis_link.text() == "محور اقتصاد شهری"
    assert window.panel.head.where.plain == "بند الف از جهت‌گیری ۳"


def test_the_panel_follows_the_list_when_the_reader_rests(qtbot: QtBot, window: MainWindow) -> None:
    window.open_item(ITEM)
    before = window.panel.head.where.plain
    QTest.keyClick(window.axis.list, Qt.Key.Key_Up)
    assert window.panel.head.where.plain == before
    qtbot.waitUntil(lambda: window.panel.head.where.plain != before)


def test_what_is_found_is_marked_in_the_item_to_come_not_in_the_one_before(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.open_item("economy-1")
    window.panel.follow("economy-2")
    found = (Span(0, 4),)
    window.panel.show_hits({"economy-1": found, "economy-2": found})
    assert not window.panel.reader.extraSelections()
    qtbot.waitUntil(lambda: bool(window.panel.reader.extraSelections()))
    item = window.context.reference.item("economy-2")
    assert window.panel.reader.toPlainText() == item.edited


def test_an_act_is_done_with_the_row_not_with_what_the_panel_still_shows(
    window: MainWindow,
) -> None:
    window.open_item(ITEM)
    QTest.keyClick(window.axis.list, Qt.Key.Key_Up)
    window.panel.toggle_bookmark()
    reader = window.context.reader
    assert reader.marks(window.axis.current_item()).bookmarked
    assert not reader.marks(ITEM).bookmarked


def test_before_anything_is_chosen_there_is_no_panel(window: MainWindow) -> None:
    window.navigator.go(Place("meetings"))
    assert not window.panel.isVisible()
    window.open_item("economy-8")
    assert window.panel.isVisible()


def test_acts_on_nothing_say_what_to_do_first(window: MainWindow) -> None:
    said: list[str] = []
    window.panel.said.connect(said.append)
    for key in ("act.bookmark", "act.note_new", "act.tag", "edit.copy_cite"):
        window.actions_[key].trigger()
        assert (key, said) == (key, ["نخست جهت‌گیری‌ای را برگزینید."])
        said.clear()


def test_cards_are_laid_out_before_they_are_painted(window: MainWindow) -> None:
    window.open_item("economy-8")
    window.panel.show_tab("related")
    window.open_item("economy-2")
    cards = window.panel.findChildren(CardButton)
    assert cards
    assert [c.height() for c in cards] == [c.heightForWidth(c.width()) for c in cards]
