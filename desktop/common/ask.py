"""The few questions the window asks before something that cannot be taken back."""

from PySide6.QtWidgets import QInputDialog, QLineEdit, QMessageBox, QWidget

from desktop.common.persian import force_right_to_left, rich


def confirm(parent: QWidget, question: str, yes: str, no: str = "انصراف") -> bool:
    """Ask for a yes that names the act; Enter and Escape both mean no."""
    box = QMessageBox(parent)
    box.setWindowTitle("چشم‌انداز تهران ۱۴۰۴")
    box.setText(rich(question))
    agree = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    box.exec()
    agreed = box.clickedButton() is agree
    box.deleteLater()
    return agreed


def ask_text(parent: QWidget, title: str, label: str, text: str = "") -> str:
    """One line from the reader; "" when they refuse."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(label)
    dialog.setTextValue(text)
    dialog.setOkButtonText("ثبت")
    dialog.setCancelButtonText("انصراف")
    edit = dialog.findChild(QLineEdit)
    if isinstance(edit, QLineEdit):
        force_right_to_left(edit)
        edit.setAccessibleName(label)
        edit.selectAll()
    accepted = dialog.exec()
    dialog.deleteLater()
    return dialog.textValue().strip() if accepted else ""
