"""The settings page: what is chosen takes effect at once; templates are checked and reset."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QRadioButton
from pytestqt.qtbot import QtBot

from db.errors import KnownError
from desktop.common.settings import SETTINGS
from desktop.main_window import MainWindow
from desktop.settings import page as settings_page
from desktop.settings.page import SettingsPage
from desktop.settings.templates import shown, stored
from tests.desktop.pages import shown_page


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    window.actions_["tools.settings"].trigger()
    return shown_page(window, SettingsPage)


def radio(page: SettingsPage, name: str) -> QRadioButton:
    found = page.findChild(QRadioButton, name)
    assert found is not None
    return found


def test_a_theme_takes_effect_at_once(window: MainWindow, page: SettingsPage) -> None:
    radio(page, "theme-dark").click()
    assert window.context.theme.tokens.dark
    assert window.context.settings["theme"] == "dark"


def test_what_keys_change_is_shown(window: MainWindow, page: SettingsPage) -> None:
    window.actions_["view.theme_contrast"].trigger()
    window.actions_["view.zoom_in"].trigger()
    assert radio(page, "theme-contrast").isChecked()
    assert page.zoom.value() == 110


def test_zoom_takes_effect_at_once(window: MainWindow, page: SettingsPage) -> None:
    page.zoom.choose(150)
    page.zoom.chosen.emit()
    assert window.context.theme.zoom == 1.5


def test_reading_marks_can_be_turned_off(window: MainWindow, page: SettingsPage) -> None:
    box = page.findChild(QCheckBox, "mark_read")
    assert box is not None
    box.click()
    assert window.context.settings["mark_read"] is False


def test_an_own_template_is_previewed_and_used(window: MainWindow, page: SettingsPage) -> None:
    page.templates.edit.setPlainText("{متن} — {محور}، ویراست {ویراست}")
    assert page.templates.preview.plain.endswith("زیرساخت‌های شهری، ویراست\u00a0۱.۰.۰")
    window.panel.copier.cite("economy-1")
    assert QGuiApplication.clipboard().text().endswith("— اقتصاد شهری، ویراست\u00a0۱.۰.۰")


def test_a_broken_template_is_told_and_not_kept(window: MainWindow, page: SettingsPage) -> None:
    page.templates.edit.setPlainText("{متن} {نام}")
    assert "{ویراست}" in page.templates.problem.plain
    assert window.context.settings["template_full"] == ""


@pytest.mark.parametrize("destroyed", ["", "{متن", "{foo}"])
def test_reset_mends_a_destroyed_template(
    window: MainWindow, page: SettingsPage, destroyed: str
) -> None:
    page.templates.edit.setPlainText(destroyed)
    page.templates.reset_button.click()
    assert page.templates.edit.toPlainText().startswith("«{متن}»")
    assert not page.templates.problem.isVisible()
    assert not page.templates.reset_button.isEnabled()


@pytest.mark.parametrize("template", ["{متن!r}", "{متن!r:>10}", "{متن:>10}"])
def test_more_than_a_name_is_refused_for_what_it_is(page: SettingsPage, template: str) -> None:
    page.templates.edit.setPlainText(template)
    assert page.templates.problem.plain == (
        "ذخیره نشد: پس از نام در «{متن}» «!» یا «:» نمی‌آید؛ آن را بردارید."
    )


def test_an_own_template_decides_about_the_number(window: MainWindow, page: SettingsPage) -> None:
    window.open_item("infrastructure-2")
    window.panel.show_tab("citation")
    boxes = [
        page.findChild(QCheckBox, "citation_number"),
        window.panel.findChild(QCheckBox),
    ]
    assert all(box and box.isEnabled() for box in boxes)
    page.templates.edit.setPlainText("{محور}، {شماره}")
    assert not any(box and box.isEnabled() for box in boxes)
    window.context.settings["citation_style"] = "only"
    assert all(box and box.isEnabled() for box in boxes)


def test_reset_brings_the_programs_template_back(window: MainWindow, page: SettingsPage) -> None:
    page.templates.edit.setPlainText("{محور}")
    page.templates.reset_button.click()
    assert window.context.settings["template_full"] == ""
    assert page.templates.edit.toPlainText().startswith("«{متن}»")


def test_each_style_has_its_own_template(window: MainWindow, page: SettingsPage) -> None:
    page.templates.edit.setPlainText("{محور}")
    radio(page, "citation_style-footnote").click()
    assert page.templates.edit.toPlainText().endswith("محور {محور}، ویراست {ویراست}.")
    assert window.context.settings["template_footnote"] == ""


def test_a_chip_inserts_its_placeholder(page: SettingsPage) -> None:
    page.templates.edit.setPlainText("")
    page.templates.insert("محور")
    assert page.templates.edit.toPlainText() == "{محور}"


def test_everything_can_go_back_to_the_defaults(
    window: MainWindow, page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    radio(page, "theme-dark").click()
    monkeypatch.setattr(settings_page, "confirm", lambda *_: True)
    page.ask_reset()
    assert all(window.context.settings[name] == one.default for name, one in SETTINGS.items())


def test_placeholders_go_there_and_back() -> None:
    template = "«{text}» {axis} {number} {code} {edition}"
    assert stored(shown(template)) == template


def test_an_unknown_placeholder_is_refused() -> None:
    with pytest.raises(KnownError):
        stored("{ناشناس}")


def test_the_keyboard_goes_back_into_a_template_that_was_reset(
    window: MainWindow, in_front: None, page: SettingsPage
) -> None:
    page.templates.edit.setPlainText("«{متن}»")
    page.templates.reset_button.setFocus()
    QTest.keyClick(page.templates.reset_button, Qt.Key.Key_Space)
    assert page.templates.edit.hasFocus()


def test_what_becomes_of_a_template_stays_in_sight_while_it_is_written(
    qtbot: QtBot, page: SettingsPage
) -> None:
    editor = page.templates
    editor.edit.setFocus()
    editor.edit.setPlainText("{نام}")
    qtbot.waitUntil(lambda: not editor.problem.visibleRegion().isEmpty())
    assert editor.problem.visibleRegion().boundingRect().height() == editor.problem.height()


def test_a_high_window_opens_no_gap_around_the_template(
    qtbot: QtBot, window: MainWindow, page: SettingsPage
) -> None:
    window.resize(1366, 2160)
    editor = page.templates
    qtbot.waitUntil(lambda: editor.height() == editor.heightForWidth(editor.width()))
