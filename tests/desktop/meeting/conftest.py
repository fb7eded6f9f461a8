"""A meeting that runs, its strip and its page."""

from datetime import date

import pytest

from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.meeting.page import MeetingPage
from desktop.meeting.strip import MeetingStrip
from tests.desktop.pages import shown_page


@pytest.fixture
def strip(window: MainWindow) -> MeetingStrip:
    made = window.context.reader.store.start_meeting("شورا", date(2026, 3, 21), ["دبیر کارگروه"])
    window.context.reader.tell(made.change)
    found = window.findChild(MeetingStrip)
    assert found is not None
    return found


@pytest.fixture
def page(window: MainWindow, strip: MeetingStrip) -> MeetingPage:
    window.navigator.go(Place("meetings"))
    return shown_page(window, MeetingPage)
