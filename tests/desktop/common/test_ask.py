"""Small questions: wide enough for what is asked, with the answer meant in the foreground."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QProxyStyle,
    QPushButton,
    QStyle,
)

from desktop.common.ask import TextQuestion, ask_file
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


@pytest.mark.parametrize(
    ("typed", "written"),
    [("نامه ۱۴۰۴.۰۵.۱۲", "نامه ۱۴۰۴.۰۵.۱۲.pdf"), ("نامه.pdf", "نامه.pdf"), ("a.PDF", "a.PDF")],
)
def test_a_file_bears_all_of_the_typed_name(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, written: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / typed), ""))
    assert ask_file(window, "ذخیره", "نام", "PDF (*.pdf)", ".pdf") == tmp_path / written


@pytest.mark.parametrize(("answer", "taken"), [(True, "نامه.pdf"), (False, None)])
def test_a_file_that_gets_its_ending_here_is_not_written_over_unasked(
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    answer: bool,
    taken: str | None,
) -> None:
    (tmp_path / "نامه.pdf").touch()
    named = iter([str(tmp_path / "نامه"), ""])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (next(named), ""))
    monkeypatch.setattr("desktop.common.ask.confirm", lambda *_: answer)
    target = ask_file(window, "ذخیره", "نام", "PDF (*.pdf)", ".pdf")
    assert target == (tmp_path / taken if taken else None)
