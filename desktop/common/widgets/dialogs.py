"""What the program's own dialogs have in common."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

AROUND = 40  # pixels of the window beside a dialog; also what the system's title bar may take


def fit_into(dialog: QDialog, parent: QWidget, width: int, height: int = 0) -> None:
    """Give a dialog this size, or its own height, but never more than the window leaves."""
    window = parent.window()
    dialog.ensurePolished()  # what is asked for its height before keeps that of another style
    given = min(width, window.width() - AROUND)
    if not height:
        wraps = dialog.hasHeightForWidth()
        height = dialog.heightForWidth(given) if wraps else dialog.sizeHint().height()
    dialog.resize(given, min(height, window.height() - AROUND))


def button_row(*buttons: QWidget) -> QHBoxLayout:
    """Buttons stand together at the left end: the act first, the way out last."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch()
    for button in buttons:
        row.addWidget(button)
    return row
