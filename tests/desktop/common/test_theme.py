"""What a change of look costs and keeps."""

import re
from typing import Any, cast

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from desktop.common.place import Place
from desktop.common.stylesheet import stylesheet
from desktop.common.text_block import TextBlock, text_block
from desktop.direction.citation_tab import CitationTab
from desktop.help.hints import Hints
from desktop.main_window import MainWindow
from desktop.notes.page import NotesPage
from tests.db.user.conftest import NOON, ticking


class Paints(QObject):
    """Counts how often what it watches is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def paints(window: MainWindow) -> Paints:
    """Of the axis, which stands there painted; no row comes to be read meanwhile."""
    window.context.settings["mark_read"] = False
    window.open_item("economy-1")
    QApplication.processEvents()
    made = Paints(window)
    window.axis.list.viewport().installEventFilter(made)
    return made


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_another_theme_paints_the_axis_once(
    qtbot: QtBot, window: MainWindow, paints: Paints, look: str
) -> None:
    window.context.theme.set_name(look)
    qtbot.waitUntil(lambda: paints.count > 0)
    QApplication.processEvents()
    assert paints.count == 1


def test_another_width_paints_the_axis_once(
    qtbot: QtBot, window: MainWindow, paints: Paints
) -> None:
    window.resize(window.width() - 60, window.height() - 60)
    qtbot.waitUntil(lambda: paints.count > 0)
    QApplication.processEvents()
    assert paints.count == 1


def test_another_theme_moves_no_row_of_the_axis(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_item("economy-1")
    window.context.theme.set_name("light")
    window.grab()
    layouts, painter = list[int](), window.axis.list.painter
    monkeypatch.setattr(painter, "begin_layout", layouts.append)
    window.context.theme.set_name("dark")
    assert not layouts


def test_another_theme_measures_no_entry_out_of_sight(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.context.theme.set_name("light")
    reader = window.context.reader
    monkeypatch.setattr(reader.store, "_clock", ticking(NOON))  # of one day
    for number in range(30):
        reader.store.add_annotation("economy-1", note=f"نظر {number}")
    reader.renew()
    window.visit(Place("notes"))
    QApplication.processEvents()
    window.grab()
    shown = cast("NotesPage", window.navigator.page).list
    last = shown.entry_at(shown.rows.rowCount() - 1)
    measured = list[str]()

    def measure(text: str, *how: Any) -> TextBlock:
        measured.append(text)
        return text_block(text, *how)

    monkeypatch.setattr("desktop.common.entry_delegate.text_block", measure)
    window.context.theme.set_name("dark")
    window.grab()
    assert last is not None
    assert last.title not in measured


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_what_frames_the_page_looks_as_under_the_whole_sheet(window: MainWindow, look: str) -> None:
    window.search_box.clearFocus()
    window.context.theme.set_name(look)
    window.actions_["help.hints"].trigger()
    hint = window.findChild(Hints)
    assert hint is not None
    assert hint.isVisible()
    for part in (window.rail, window.command_bar, window.status, hint):
        seen = part.grab().toImage()
        part.setStyleSheet(stylesheet(window.context.theme.tokens))
        assert part.grab().toImage() == seen


def test_a_tab_out_of_sight_wears_the_new_theme_when_it_comes(window: MainWindow) -> None:
    window.open_item("economy-1")
    window.context.theme.set_name("dark")
    window.panel.show_tab("citation")
    ink = window.context.theme.tokens.text
    tab = window.panel.findChild(CitationTab)
    assert tab is not None
    assert tab.palette().text().color().name() == ink.lower()


@pytest.mark.parametrize("text", ["&Look in:", "File &name:", "Files of &type:", "Back"])
def test_the_dialog_for_files_has_no_english_word(window: MainWindow, text: str) -> None:
    assert not re.search("[A-Za-z]", QApplication.translate("QFileDialog", text))


@pytest.mark.parametrize("keys", ["Ctrl++", "Ctrl+-", "Ctrl+Shift+C"])
def test_keys_read_from_the_left_in_a_menu(window: MainWindow, keys: str) -> None:
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    assert shown.startswith("\u202a")  # a left-to-right embedding, to the end of the line
    assert shown.replace("\u202a", "") == keys


@pytest.mark.parametrize("place", ["QLineEdit", "QWidgetTextControl"])
def test_qts_own_menus_speak_as_the_programs(window: MainWindow, place: str) -> None:
    said = [QApplication.translate(place, word).replace("&", "") for word in ("&Undo", "&Redo")]
    ours = [window.actions_[f"edit.{key}"].text().replace("&", "") for key in ("undo", "redo")]
    assert said == ours


def test_a_quiet_link_keeps_its_width_under_the_keyboard(window: MainWindow) -> None:
    window.open_item("infrastructure-2")
    link = window.panel.head.axis_link
    style, option = link.style(), QStyleOptionButton()
    link.setFocus()
    link.initStyleOption(option)
    text = style.subElementRect(QStyle.SubElement.SE_PushButtonContents, option, link)
    assert text.width() >= link.fontMetrics().horizontalAdvance(link.text())
