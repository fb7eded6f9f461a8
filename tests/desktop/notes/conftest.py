"""The page of all marks with three notes on it."""

from datetime import datetime

import pytest

from db.user.models import RemarkKind
from desktop.common.context import Context
from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.notes.page import NotesPage
from tests.db.user.conftest import ticking
from tests.desktop.notes.shown import add
from tests.desktop.pages import shown_page

NOON = datetime(2020, 6, 15, 12).astimezone()


@pytest.fixture
def noted(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    """Written on one day, before there is a window, which would say each of them in a message."""
    monkeypatch.setattr(context.reader.store, "_clock", ticking(NOON))
    conflict, unclear = RemarkKind.CONFLICT, RemarkKind.AMBIGUITY
    add(context, "economy-8", note="تعارض دارد", kind=conflict, owner="مدیر برنامه‌ریزی")
    add(context, "transport-1", note="روشن نیست", kind=unclear, tags=["فاوا"])
    add(context, "transport", note="همه‌ی محور")


@pytest.fixture
def page(noted: None, window: MainWindow) -> NotesPage:
    window.navigator.go(Place("notes"))
    return shown_page(window, NotesPage)
