"""What happens is read aloud to who does not see it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.errors import KnownError
from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.meeting.dialog import MeetingDialog
from desktop.settings.page import SettingsPage
from tests.desktop.pages import shown_page
from tests.desktop.search.searching import search
from tests.desktop.typing import type_text

ITEM = "economy-2"


def settle(spoken: list[str]) -> None:
    """All that is under way has been said and heard."""
    for _ in range(3):
        QApplication.processEvents()
    spoken.clear()


def test_how_many_were_found(qtbot: QtBot, window: MainWindow, spoken: list[str]) -> None:
    search(qtbot, window, "زیرساخت")
    assert any(window.search.header.title in line for line in spoken)
    assert "نتیجه" in window.search.header.title


def test_how_many_were_found_once_on_coming_back(
    qtbot: QtBot, window: MainWindow, spoken: list[str]
) -> None:
    search(qtbot, window, "زیرساخت")
    search(qtbot, window, "پسماند")
    window.navigator.go(Place("home"))
    QApplication.processEvents()
    spoken.clear()
    window.navigator.back()
    QTest.qWait(20)
    assert spoken.count(window.search.header.spoken()) == 1


def test_what_the_program_takes_a_slip_for(
    qtbot: QtBot, window: MainWindow, spoken: list[str]
) -> None:
    search(qtbot, window, "پصماند")
    assert any(line.endswith("منظورتان «پسماند» بود؟") for line in spoken)


def test_that_nothing_was_found(qtbot: QtBot, window: MainWindow, spoken: list[str]) -> None:
    search(qtbot, window, "ژژژژ قققق")
    assert "نتیجه‌ای برای «ژژژژ قققق» پیدا نشد" in spoken


def test_that_a_note_is_saved(window: MainWindow, spoken: list[str]) -> None:
    window.open_item(ITEM)
    window.panel.notes.composer.edit.setPlainText("نظر")
    window.panel.notes.composer.finish()
    assert spoken.count("یادداشت ذخیره شد") == 1


def test_that_a_note_is_deleted(window: MainWindow, spoken: list[str]) -> None:
    window.context.reader.add_note(ITEM, "نظر")
    window.open_item(ITEM)
    QTest.keyClick(window.panel.notes.cards()[0], Qt.Key.Key_Delete)
    assert "یادداشت حذف شد" in spoken


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda window: window.context.reader.toggle_bookmark(ITEM), "نشان"),
        (lambda window: window.context.reader.highlight(ITEM, (0, 5), "green"), "رنگ"),
        (lambda window: window.navigator.go(Place("notes")), "۰ مورد"),
        (lambda window: window.navigator.go(Place("source", "errata")), "مورد"),
    ],
    ids=["bookmark", "highlight", "notes", "corrections"],
)
def test_what_an_act_came_to(
    window: MainWindow, spoken: list[str], act: Callable[[MainWindow], None], words: str
) -> None:
    act(window)
    assert any(words in line for line in spoken)


def test_a_filter_says_what_it_leaves(window: MainWindow, spoken: list[str]) -> None:
    window.open_item(ITEM)
    window.axis.set_filter("unread")
    assert spoken[-1] == "صافی خوانده‌نشده ۱۱"  # as many as progress counts


def test_nobody_is_told_when_nobody_listens(
    window: MainWindow, spoken: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    window.toast.say("یادداشت ذخیره شد")
    assert "یادداشت ذخیره شد" not in spoken


def test_what_was_copied(window: MainWindow, spoken: list[str]) -> None:
    window.open_item(ITEM)
    window.actions_["edit.copy_cite"].trigger()
    assert spoken[-1] == "کپی شد: متن و ارجاع"


def test_a_message_of_a_low_window_once(window: MainWindow, spoken: list[str]) -> None:
    window.resize(911, 480)
    window.open_item(ITEM)
    window.actions_["edit.copy_cite"].trigger()
    assert spoken.count("کپی شد: متن و ارجاع") == 1


def test_what_an_arrow_chooses_in_the_palette(window: MainWindow, spoken: list[str]) -> None:
    window.palette_.open()
    window.palette_.box.setText("پوسته")
    QTest.keyClick(window.palette_.box, Qt.Key.Key_Down)
    chosen = window.palette_.list.current()
    assert chosen is not None
    assert spoken[-1] == chosen.spoken()


def test_which_search_an_arrow_chooses(qtbot: QtBot, window: MainWindow, spoken: list[str]) -> None:
    box = window.search_box
    box.setFocus()
    type_text(box, "شه")
    qtbot.waitUntil(lambda: box.completions.isVisible())
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert spoken[-1] == box.completions.chosen()


def test_why_a_meeting_is_not_stored(window: MainWindow, spoken: list[str]) -> None:
    dialog = MeetingDialog(window.context, window)
    dialog.save()
    assert spoken[-1] == "عنوان جلسه نمی‌تواند خالی باشد."
    dialog.reject()


def test_why_a_template_is_not_kept(window: MainWindow, spoken: list[str]) -> None:
    window.navigator.go(Place("settings"))
    page = shown_page(window, SettingsPage)
    page.templates.edit.setPlainText("{نام}")
    assert spoken[-1].startswith("ذخیره نشد")


def test_no_count_of_a_list_out_of_sight(window: MainWindow, spoken: list[str]) -> None:
    window.navigator.go(Place("source"))
    assert not [line for line in spoken if line.endswith("مورد")]


def test_the_count_of_a_list_once_in_the_same_place(window: MainWindow, spoken: list[str]) -> None:
    window.navigator.go(Place("source", "errata"))
    window.hide()
    settle(spoken)
    window.show()
    assert not [line for line in spoken if line.endswith("مورد")]


def test_what_a_dialog_could_not_store_not_at_every_try(
    window: MainWindow, spoken: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise KnownError("دیسک پر است.")

    for act in ("save_draft", "start_meeting"):
        monkeypatch.setattr(window.context.reader.store, act, full)
    dialog = MeetingDialog(window.context, window)
    dialog.open()
    dialog.title.setText("شورا")
    dialog.save()
    assert "دیسک پر است." in spoken
    settle(spoken)
    window.context.saving.keep()
    assert spoken == []
    settle(spoken)
    dialog.save()
    assert spoken == ["دیسک پر است."]
    dialog.reject()
