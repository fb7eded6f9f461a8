"""Small questions: wide enough for what is asked, with the answer meant in the foreground."""

from typing import Any

from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QProxyStyle,
    QPushButton,
    QStyle,
)

from desktop.common.ask import TextQuestion
from desktop.main_window import MainWindow


def test_a_name_has_room_and_its_button_the_foreground(window: MainWindow) -> None:
    asked = TextQuestion(window, "تغییر نام مجموعه", "نام تازه", "پیشین")
    (yes,) = (b for b in asked.findChildren(QPushButton) if b.property("primary"))
    assert (asked.width() >= 400, yes.text(), yes.isDefault()) == (True, "ثبت", True)
    assert asked.edit.selectedText() == "پیشین"
    asked.deleteLater()


def test_the_answer_is_taken(window: MainWindow) -> None:
    asked = TextQuestion(window, "مجموعه‌ی تازه", "عنوان مجموعه")
    asked.show()
    asked.edit.setText("نامه")
    (yes,) = (b for b in asked.findChildren(QPushButton) if b.property("primary"))
    yes.click()
    assert asked.result() == QDialog.DialogCode.Accepted
    asked.deleteLater()


class OfGnome(QProxyStyle):
    """Puts the way out first, as that desktop does."""

    def styleHint(self, hint: QStyle.StyleHint, *about: Any) -> int:
        if hint == QStyle.StyleHint.SH_DialogButtonLayout:
            return QDialogButtonBox.ButtonLayout.GnomeLayout.value
        return super().styleHint(hint, *about)


def test_the_act_comes_before_the_way_out_on_every_desktop(window: MainWindow) -> None:
    asked, style = TextQuestion(window, "مجموعه‌ی تازه", "عنوان مجموعه"), OfGnome("Fusion")
    box = asked.findChild(QDialogButtonBox)
    assert box is not None
    box.setStyle(style)
    asked.show()
    QApplication.processEvents()
    yes, no = box.buttons()
    assert yes.x() > no.x()
    asked.deleteLater()
