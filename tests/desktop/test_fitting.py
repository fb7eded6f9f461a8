"""No text is cut or lies over another, whatever the window's size, the zoom and the text."""

import random
from collections.abc import Iterator
from datetime import date

import pytest
from _pytest.mark import ParameterSet
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.bookmarks.item_tags import ItemTags
from desktop.common.ask import TextQuestion
from desktop.common.place import Place
from desktop.compare.picker import Picker
from desktop.main_window import MainWindow
from desktop.meeting.dialog import MeetingDialog
from desktop.notes.editor import NoteEditor
from desktop.printing.content import axis_job
from desktop.printing.dialog import PrintDialog
from desktop.quote.dialog import QuoteDialog
from tests.desktop.fitting import cut, overlapping, painted_outside
from tests.desktop.search.searching import search

SIZES = ((1366, 768), (1093, 582), (911, 480))
ZOOMS = (0.8, 1.0, 1.5, 2.0)
SAMPLE = ((911, 1.5),)
TABS = ("notes", "citation", "related", "source")
NOTED = "infrastructure-2"  # Latin inside Persian
LONGEST = "economy-8"
QUOTES = (
    "توسعه اقتصادی کشور مبتنی بر فناوری های نوظهور و نرم",
    "این جمله در هیچ جای سند نیست",
)
FRAME = 40  # pixels that the system's title bar may take
NAME = "نشست کارگروه بررسی پیشنهادهای شهروندان درباره‌ی جهت‌گیری‌های راهبردی تهران در افق ۱۴۰۴"
PLACES = (
    *(Place(name) for name in ("home", "bookmarks", "notes", "tags", "meetings", "trash")),
    *(Place(name) for name in ("backups", "settings", "health", "fault-report")),
    Place("notes", "map"),
    *(Place("themes", key) for key in ("", "ict")),
    *(Place("source", key) for key in ("", "errata", "doubtful")),
    *(Place("help", key) for key in ("keys", "search", "cite", "news", "about")),
    Place("compare", "economy-2+economy-8+transport-3"),
    Place("axis", "infrastructure", NOTED),
)


def forms() -> list[ParameterSet]:
    """Every size at every zoom; most of them only in the slow run."""
    return [
        pytest.param(
            (size, zoom),
            id=f"{size[0]}x{size[1]}-{zoom:.0%}",
            marks=() if (size[0], zoom) in SAMPLE else pytest.mark.slow,
        )
        for size in SIZES
        for zoom in ZOOMS
    ]


@pytest.fixture(params=forms())
def formed(request: pytest.FixtureRequest, window: MainWindow) -> MainWindow:
    """The window in one size and zoom."""
    (width, height), zoom = request.param
    window.resize(width, height)
    window.context.theme.set_zoom(zoom)
    return window


def flaws(part: QWidget) -> list[str]:
    settle(part)
    return [*cut(part), *overlapping(part)]


def settle(part: QWidget) -> None:
    """Pages ask beside the window; what comes is measured when it is laid out."""
    window = part.window()
    while isinstance(window, MainWindow) and window.context.background.busy:
        QApplication.processEvents()
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents()


def fill(window: MainWindow) -> None:
    """The reader's own texts at their longest."""
    reader, store = window.context.reader, window.context.reader.store
    reader.add_note(NOTED, "یادداشتی بلند ۴۰٪ (ICT) " * 800, (21, 55))
    reader.tell(store.set_item_tags(NOTED, ["برچسب" * 12, "فاوا"]).change)
    reader.tell(store.start_meeting(NAME, date(2026, 3, 21), ["دبیر کارگروه"]).change)
    reader.toggle_bookmark(NOTED)


@pytest.mark.parametrize("filled", [False, True], ids=["empty", "filled"])
def test_every_page(formed: MainWindow, filled: bool) -> None:
    if filled:
        fill(formed)
    for place in PLACES:
        formed.navigator.go(place)
        assert (place, flaws(formed)) == (place, [])


@pytest.mark.parametrize("query", ["زیرساخت فناوری", "ژژژژ قققق", "پسمند"])
def test_the_results(qtbot: QtBot, formed: MainWindow, query: str) -> None:
    search(qtbot, formed, query)
    assert flaws(formed) == []
    assert painted_outside(formed.search.list) == []


def test_the_line_above_what_was_found(qtbot: QtBot, formed: MainWindow) -> None:
    search(qtbot, formed, "پسماند")
    formed.actions_["edit.find_prev"].trigger()  # the way round, the place and a reason
    assert flaws(formed) == []


def test_every_row_of_the_document(formed: MainWindow) -> None:
    fill(formed)
    for axis in formed.context.reference.axes():
        formed.navigator.go(Place("axis", axis.slug))
        for verbatim in (True, False):
            formed.axis.set_verbatim(verbatim)
            assert painted_outside(formed.axis.list) == []


def test_rows_of_the_readers_own(formed: MainWindow) -> None:
    fill(formed)
    for name in ("bookmarks", "notes", "tags", "meetings", "themes"):
        formed.navigator.go(Place(name))
        page = formed.navigator.page
        assert page is not None
        rows = page.stops()[-1]
        assert isinstance(rows, QAbstractItemView)
        assert (name, painted_outside(rows)) == (name, [])


def test_a_list_ends_at_the_edge_of_the_window(window: MainWindow) -> None:
    fill(window)
    reader, store = window.context.reader, window.context.reader.store
    reader.tell(store.delete_annotation(store.add_annotation(NOTED, note="پاک").value.uuid).change)
    for name in ("notes", "tags", "meetings", "trash", "bookmarks", "health"):
        window.navigator.go(Place(name))
        page = window.navigator.page
        assert page is not None
        settle(page)
        last = page.stops()[-1]
        end = last.mapTo(page, last.rect().bottomLeft()).y()
        assert (name, end) == (name, page.rect().bottom())


def items(window: MainWindow) -> list[str]:
    return [item.id for item in window.context.reference.items()]


def in_the_panel(window: MainWindow, wanted: list[str]) -> list[str]:
    window.open_item(wanted[0])
    window.panel_place.open()
    found = []
    for item in wanted:
        window.open_item(item)
        for tab in TABS:
            window.panel.show_tab(tab)
            found += [f"{item} {tab}: {flaw}" for flaw in flaws(window.panel)]
    return found


def test_some_items_in_the_panel(formed: MainWindow) -> None:
    fill(formed)
    few = random.Random(1404).sample(items(formed), 3)
    assert in_the_panel(formed, [LONGEST, NOTED, *few]) == []


@pytest.mark.slow
def test_every_item_in_the_panel(formed: MainWindow) -> None:
    assert in_the_panel(formed, items(formed)) == []


def dialogs(window: MainWindow) -> Iterator[QDialog]:
    """Everything the program itself opens above the window."""
    context = window.context
    yield NoteEditor(context, window, NOTED)
    yield MeetingDialog(context, window)
    yield ItemTags(context, window, NOTED)
    yield TextQuestion(window, "نام", "نام تازه")
    yield Picker(context, (LONGEST,), window)
    yield PrintDialog(context, [lambda notes: axis_job(context, "economy", notes=notes)], window)
    for quote in QUOTES:
        asked = QuoteDialog(context, window)
        asked.begin()
        asked.set_text(quote)
        asked.check()
        settle(window)
        yield asked
    yield NoteEditor(context, window, NOTED, span=(0, 120))


def test_dialogs(formed: MainWindow) -> None:
    for dialog in dialogs(formed):
        dialog.show()
        assert (type(dialog), flaws(dialog)) == (type(dialog), [])
        assert (type(dialog), dialog.height() <= formed.height()) == (type(dialog), True)
        dialog.close()


def test_no_dialog_is_higher_than_the_lowest_window(window: MainWindow) -> None:
    fill(window)
    window.resize(911, 480)
    for dialog in dialogs(window):
        dialog.show()
        settle(dialog)
        assert (type(dialog), dialog.height() <= 480 - FRAME) == (type(dialog), True)
        dialog.close()


def test_five_hundred_notes_on_one_direction(window: MainWindow) -> None:
    store = window.context.reader.store
    for number in range(500):
        store.add_annotation(LONGEST, note=f"یادداشت {number}")
    window.context.reader.renew()
    window.open_item(LONGEST)
    assert flaws(window) == []
    titles = [segment.text() for segment in window.panel.tabs.findChildren(QPushButton)]
    assert "یادداشت‌ها ۵۰۰" in titles


def test_the_fields_of_a_note_on_an_item_need_no_scrolling_at_usual_size(
    window: MainWindow,
) -> None:
    window.resize(911, 480)
    editor = NoteEditor(window.context, window, NOTED)
    editor.show()
    settle(editor)
    area = editor.findChild(QScrollArea)
    assert area is not None
    assert area.verticalScrollBar().maximum() == 0
    editor.close()
