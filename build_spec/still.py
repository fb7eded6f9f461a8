"""Makes pictures alike at every run: a clock that stands, no blinking caret, a clean window.

A picture must not show what was done for the one before it.
"""

import random
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import count
from pathlib import Path

from PySide6.QtWidgets import QApplication

from db.user import clock
from desktop.common import note_entries
from desktop.common.widgets import date_field
from desktop.main_window import MainWindow
from desktop.meeting.strip import MeetingStrip
from desktop.notes import filters, groups

_BEGIN = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
_TICK = timedelta(milliseconds=10)  # what is stored later must be newer
_ticks = count()
_chance = random.Random(1404)


class _Moment(datetime):
    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "_Moment":
        told = (_BEGIN + next(_ticks) * _TICK).astimezone(tz)
        return cls.fromisoformat((told if tz else told.replace(tzinfo=None)).isoformat())


class _Day(date):
    @classmethod
    def today(cls) -> "_Day":
        return cls(_BEGIN.year, _BEGIN.month, _BEGIN.day)


def _uuid() -> uuid.UUID:
    return uuid.UUID(int=_chance.getrandbits(128), version=4)


def hold_still() -> None:
    """Let the day of the pictures be always the same, nothing in them blink or be by chance."""
    for module, name, still in (
        (clock, "datetime", _Moment),
        (filters, "datetime", _Moment),
        (groups, "date", _Day),
        (note_entries, "date", _Day),
        (date_field, "date", _Day),
        (uuid, "uuid4", _uuid),  # the order of names decides the size of a file
    ):
        setattr(module, name, still)
    QApplication.setCursorFlashTime(0)


@contextmanager
def reader_folder(name: str) -> Iterator[Path]:
    """An empty folder of the same path at every run: some pages show it."""
    folder = Path(tempfile.gettempdir()) / f"tehran1404-pictures-{name}"
    shutil.rmtree(folder, ignore_errors=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def tidy(window: MainWindow) -> None:
    """Close whatever an earlier picture opened; the keyboard is nowhere."""
    window.toast.hide()
    strip = window.findChild(MeetingStrip)
    if strip is not None and strip.capture_button.isChecked():
        strip.close_capture()
    if window.workspace.drawer_is_open:
        window.panel_place.toggle()
    window.search_box.completing.close()
    window.setFocus()
