"""The whole program with words typed into one of its editors and left there."""

import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.__main__ import main
from desktop.common.theme import prepare_application
from desktop.main_window import MainWindow
from desktop.meeting.dialog import MeetingDialog
from desktop.meeting.strip import MeetingStrip
from desktop.notes.editor import NoteEditor
from tests.desktop.typing import type_text

WORDS = "نیمه‌کاره"
PAINTED_MS = 200
SPAN = (0, 5)


def line(window: MainWindow) -> QWidget:
    window.panel.toggle_bookmark()
    return window.panel.bookmark_note.edit


def capture(window: MainWindow) -> QWidget:
    reader, strip = window.context.reader, window.findChild(MeetingStrip)
    assert strip is not None
    reader.tell(reader.store.start_meeting("شورا", date(2026, 3, 21)).change)
    window.actions_["meeting.capture"].trigger()
    return strip.capture.text


def dialog(window: MainWindow) -> QWidget:
    window.actions_["act.note_full"].trigger()
    return window.findChildren(NoteEditor)[-1].fields.text


def meeting(window: MainWindow) -> QWidget:
    window.actions_["meeting.start"].trigger()
    return window.findChildren(MeetingDialog)[-1].title


def composer(window: MainWindow) -> QWidget:
    window.panel.reader.select(*SPAN)
    window.panel.begin_note()
    return window.panel.notes.composer.edit


EDITORS = {
    "economy-8": composer,
    "bookmark:economy-8": line,
    "capture:economy-8": capture,
    "note-new:economy-8": dialog,
    "meeting:": meeting,
}


def _begin() -> None:
    (window,) = (part for part in QApplication.topLevelWidgets() if isinstance(part, MainWindow))
    window.open_item("economy-8")
    window.panel_place.open()
    type_text(EDITORS[sys.argv[2]](window), WORDS)
    sys.stdout.write("typed\n")
    sys.stdout.flush()


if __name__ == "__main__":
    prepare_application(sys.argv[:1])
    # Runs when the window is painted: before that nobody can type.
    QTimer.singleShot(0, lambda: QTimer.singleShot(PAINTED_MS, _begin))
    sys.exit(main(["--user-data", str(Path(sys.argv[1]))]))
