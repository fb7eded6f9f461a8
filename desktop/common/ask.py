"""The few questions the window asks before something that cannot be taken back."""

from enum import Enum, auto
from pathlib import Path

from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from desktop.common.persian import ltr, rich
from desktop.common.text_roles import zoom
from desktop.common.widgets.buttons import yes_and_no
from desktop.common.widgets.dialogs import fit_into
from desktop.common.widgets.labels import RichLabel
from desktop.common.widgets.line_edit import LineEdit

TITLE = "چشم‌انداز تهران ۱۴۰۴"
_WIDTH = 420


def has_screen() -> bool:
    """Whether anybody could answer a dialog."""
    return QApplication.platformName() not in ("offscreen", "minimal")


def warn(sentence: str) -> None:
    """Say why nothing can be opened, where anybody can see it."""
    if has_screen():
        QMessageBox.critical(None, TITLE, rich(sentence))


def ask_folder(sentence: str) -> Path | None:
    """Say why the folder cannot be used and let the reader name another; None when they do not."""
    if not has_screen():
        return None
    box = QMessageBox(QMessageBox.Icon.Warning, TITLE, rich(sentence))
    another = box.addButton("پوشه‌ی دیگر…", QMessageBox.ButtonRole.AcceptRole)
    box.addButton("بستن برنامه", QMessageBox.ButtonRole.RejectRole)
    box.exec()
    wanted = box.clickedButton() is another
    box.deleteLater()
    name = QFileDialog.getExistingDirectory(None, "پوشه‌ی داده‌ها") if wanted else ""
    return Path(name) if name else None


def confirm(parent: QWidget, question: str, yes: str, no: str = "انصراف") -> bool:
    """Ask for a yes that names the act; Enter and Escape both mean no."""
    box = QMessageBox(parent)
    box.setWindowTitle(TITLE)
    box.setText(rich(question))
    agree = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    box.exec()
    agreed = box.clickedButton() is agree
    box.deleteLater()
    return agreed


def ask_file(parent: QWidget, title: str, name: str, kinds: str, ending: str) -> Path | None:
    """Where to write a file of one kind; None when the reader names none.

    The ending is added to whatever they call it. Of the name that then arises the system's dialog
    has not asked whether it may be written over.
    """
    while chosen := QFileDialog.getSaveFileName(parent, title, name, kinds)[0]:
        named = Path(chosen)
        if named.suffix.lower() == ending:
            return named
        path = named.with_name(named.name + ending)
        question = f"پرونده‌ی «{ltr(path.name)}» از پیش هست. جایگزین شود؟"
        if not path.exists() or confirm(parent, question, "جایگزینی"):
            return path
        name = str(path)
    return None


class Answer(Enum):
    """What is to become of text that could not be stored."""

    SAVE = auto()
    COPY = auto()
    CLOSE = auto()
    STAY = auto()


def ask_about_unsaved(parent: QWidget, reason: str) -> Answer:
    """Before the window closes over text that is nowhere else; Enter saves it, Escape stays."""
    if not has_screen():
        return Answer.CLOSE
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(TITLE)
    box.setText(rich("آنچه نوشته‌اید ذخیره نشده است و با بستن برنامه از دست می‌رود."))
    box.setInformativeText(rich(reason))
    role = QMessageBox.ButtonRole
    answers = {
        box.addButton("ذخیره در جای دیگر…", role.AcceptRole): Answer.SAVE,
        box.addButton("کپی متن و بستن", role.ActionRole): Answer.COPY,
        box.addButton("بستن بدون ذخیره", role.DestructiveRole): Answer.CLOSE,
        box.addButton("برگشت", role.RejectRole): Answer.STAY,
    }
    save, *_, stay = answers
    box.setDefaultButton(save)
    box.setEscapeButton(stay)
    box.exec()
    answer = next((a for b, a in answers.items() if b is box.clickedButton()), Answer.STAY)
    box.deleteLater()
    return answer


class TextQuestion(QDialog):
    """One line from the reader, wide enough for a long name."""

    def __init__(self, parent: QWidget, title: str, label: str, text: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.edit = LineEdit(text)
        self.edit.setAccessibleName(label)
        self.edit.selectAll()
        buttons = yes_and_no("ثبت")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(10)
        for widget in (RichLabel(label, "caption"), self.edit, buttons):
            layout.addWidget(widget)
        fit_into(self, parent, round(_WIDTH * zoom()))


def ask_text(parent: QWidget, title: str, label: str, text: str = "") -> str:
    """One line from the reader; "" when they refuse."""
    dialog = TextQuestion(parent, title, label, text)
    accepted = dialog.exec()
    dialog.deleteLater()
    return dialog.edit.text().strip() if accepted else ""
