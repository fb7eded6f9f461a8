"""One line for all that happened: the most pressing first, the others behind it."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.common.context import Context
from desktop.shell.banner import Banner


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
