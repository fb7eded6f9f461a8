"""One line for all that happened: the most pressing first, the others behind it."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.common.context import Context
from desktop.shell.banner import Banner
from tests.desktop.stage import click


@pytest.fixture
def banner(qtbot: QtBot, context: Context) -> Banner:
    made = Banner(context.theme)
    qtbot.addWidget(made)
    context.theme.attach(made, at_once=True)
    return made


def test_the_latest_stands_before_what_was_said(banner: Banner) -> None:
    banner.say("تنظیمات خوانده نشد.")
    assert not banner.others.isVisible()
    banner.reassure("نوشته‌ی شما برگشت.")
    assert (banner.text, banner.others.text()) == ("نوشته‌ی شما برگشت.", "یک پیام دیگر")


def test_the_others_are_one_press_away(banner: Banner) -> None:
    banner.say("تنظیمات خوانده نشد.")
    banner.reassure("نوشته‌ی شما برگشت.")
    banner.others.click()
    assert (banner.text, banner.property("good")) == ("تنظیمات خوانده نشد.", False)
    banner.others.click()
    assert (banner.text, banner.property("good")) == ("نوشته‌ی شما برگشت.", True)


def test_what_is_put_away_uncovers_the_next(banner: Banner) -> None:
    banner.say("تنظیمات خوانده نشد.")
    banner.reassure("نوشته‌ی شما برگشت.")
    banner.close_button.click()
    assert banner.text == "تنظیمات خوانده نشد."
    banner.close_button.click()
    assert not banner.isVisible()


def test_nothing_covers_what_could_not_be_saved(banner: Banner) -> None:
    banner.say_unsaved("ذخیره نشد.")
    banner.say("چاپ نشد.")
    assert banner.text == "ذخیره نشد."
    banner.all_saved()
    assert (banner.text, banner.isVisible()) == ("چاپ نشد.", True)


def test_another_failure_takes_the_place_of_the_one_before(banner: Banner) -> None:
    banner.say("چاپ نشد.")
    banner.say("خروجی نوشته نشد.")
    assert (banner.text, banner.others.isVisible()) == ("خروجی نوشته نشد.", False)


def test_the_act_that_follows_is_done_once(banner: Banner) -> None:
    done: list[str] = []
    banner.reassure("نوشته‌ی شما برگشت.", "ادامه‌ی نوشتن", lambda: done.append("go on"))
    banner.act.click()
    assert (done, banner.isVisible()) == (["go on"], False)


def test_a_message_is_read_aloud_once_however_much_is_stored(
    banner: Banner, spoken: list[str]
) -> None:
    banner.say("چاپ نشد.")
    for _ in range(2):
        QApplication.processEvents()
        banner.all_saved()
    assert spoken == ["چاپ نشد."]


def test_what_comes_behind_another_message_is_read_aloud(banner: Banner, spoken: list[str]) -> None:
    banner.say_unsaved("ذخیره نشد.")
    QApplication.processEvents()
    banner.say("چاپ نشد.")
    assert spoken == ["ذخیره نشد.", "چاپ نشد."]


def test_a_message_behind_the_shown_one_goes_unheard(banner: Banner, spoken: list[str]) -> None:
    banner.say_unsaved("ذخیره نشد.")
    banner.say("چاپ نشد.")
    banner.others.click()
    QApplication.processEvents()
    spoken.clear()
    banner.all_saved()
    assert (banner.text, banner.others.isVisible(), spoken) == ("چاپ نشد.", False, [])


def test_the_ways_to_keep_a_text_are_there_again_after_the_other_message(banner: Banner) -> None:
    banner.say_unsaved("ذخیره نشد.")
    banner.set_unsaved(True)
    banner.say("چاپ نشد.")
    banner.others.click()
    assert not banner.copy.isVisible()
    banner.others.click()
    assert banner.copy.isVisible()
    assert banner.file.isVisible()


def test_another_try_that_is_taken_uncovers_the_next(banner: Banner, spoken: list[str]) -> None:
    banner.say("چاپ نشد.")
    banner.say_unsaved("ذخیره نشد.")
    banner.retry.connect(banner.all_saved)
    QApplication.processEvents()
    spoken.clear()
    click(banner, text="تلاش دوباره")
    assert (banner.text, spoken) == ("چاپ نشد.", ["چاپ نشد."])


def test_another_try_that_is_refused_says_that_alone(banner: Banner, spoken: list[str]) -> None:
    banner.say("چاپ نشد.")
    banner.say_unsaved("ذخیره نشد.")
    QApplication.processEvents()
    spoken.clear()
    click(banner, text="تلاش دوباره")
    assert (banner.text, spoken) == ("ذخیره نشد.", ["ذخیره نشد."])
