"""Small questions: wide enough for what is asked, with the answer meant in the foreground."""

from PySide6.QtWidgets import QDialog, QPushButton

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
