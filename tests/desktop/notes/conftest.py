"""The page of all marks with three notes on it."""

import pytest

from db.user.models import RemarkKind
from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.notes.page import NotesPage
from tests.desktop.notes.shown import add


@pytest.fixture
def page(window: MainWindow) -> NotesPage:
    add(window, "economy-8", note="تعارض دارد", kind=RemarkKind.CONFLICT, owner="مدیر برنامه‌ریزی")
    add(window, "transport-1", note="روشن نیست", kind=RemarkKind.AMBIGUITY, tags=["فاوا"])
    add(window, "transport", note="همه‌ی محور")
    window.navigator.go(Place("notes"))
    found = window.navigator.page
    assert isinstance(found, NotesPage)
    return found
