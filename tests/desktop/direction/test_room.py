"""In low windows a note can still be written: the rest of the panel makes room for the editor."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from desktop.common.widgets.labels import RichLabel
from desktop.direction.composer import Composer
from desktop.main_window import MainWindow
from desktop.meeting.strip import MeetingStrip
from tests.desktop.fitting import cut, overlapping

ITEM = "economy-9"


@pytest.fixture(params=[1.0, 1.25, 1.5, 2.0])
def low(request: pytest.FixtureRequest, window: MainWindow, in_front: None) -> MainWindow:
    """The drawer of a low window."""
    window.resize(911, 480)
    window.context.theme.set_zoom(request.param)
    window.open_item(ITEM)
    window.panel_place.open()
    return window


def flaws(window: MainWindow) -> list[str]:
    for _ in range(3):
        QApplication.processEvents()
    return [*cut(window.panel), *overlapping(window.panel)]


def composer(window: MainWindow) -> Composer:
    return window.panel.notes.composer


def take_down_remarks(window: MainWindow) -> None:
    """Open the line above the page that takes remarks in a meeting."""
    store = window.context.reader.store
    window.context.reader.tell(store.start_meeting("نشست", date(2026, 11, 24), ()).change)
    strip = window.findChild(MeetingStrip)
    assert strip is not None
    strip.open_capture(ITEM)


def test_what_the_empty_list_points_to_is_in_sight(low: MainWindow) -> None:
    if low.context.theme.zoom <= 1.25:
        take_down_remarks(low)
    assert flaws(low) == []
    assert low.panel.notes.empty.isVisible()
    said = " ".join(label.plain for label in low.panel.notes.empty.findChildren(RichLabel))
    assert composer(low).edit.isVisible() == ("پایین" in said)
    assert composer(low).edit.isVisible() or "Ctrl+N" in said


@pytest.mark.parametrize("remarks", [False, True])
def test_a_note_begun_can_be_seen_and_stored(low: MainWindow, remarks: bool) -> None:
    if remarks and low.context.theme.zoom <= 1.5:
        take_down_remarks(low)
    low.panel.reader.select(0, 5)
    low.actions_["act.note_new"].trigger()
    assert flaws(low) == []
    assert composer(low).edit.hasFocus()
    assert composer(low).save.isVisible()
    assert composer(low).target.isVisible()


@pytest.mark.parametrize("low", [1.0, 1.25, 1.5], indirect=True)
def test_the_one_line_of_a_short_editor_stands_halfway_up(low: MainWindow) -> None:
    assert flaws(low) == []
    edit = composer(low).edit
    assert edit.verticalScrollBar().maximum() <= 1
    caret = edit.cursorRect().translated(edit.viewport().pos())
    assert abs(caret.center().y() - edit.rect().center().y()) <= 1


def test_who_leaves_the_editor_sees_the_notes_again(low: MainWindow) -> None:
    low.actions_["act.note_new"].trigger()
    low.panel.reader.setFocus()
    low.panel.head.close_button.setFocus()
    assert flaws(low) == []
    assert low.panel.reader.isVisible()
    assert not composer(low).save.isVisible()
