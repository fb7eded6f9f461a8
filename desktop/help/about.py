"""About the program: what it is, its versions, and the licences of all it is made of."""

import platform
import sqlite3
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from db.paths import BILL_OF_MATERIALS, FONTS, ICONS, NOTICES
from db.version import VERSION
from desktop.common.context import Context
from desktop.common.persian import digits, ltr
from desktop.common.widgets.card import Card
from desktop.common.widgets.choice_box import ChoiceBox
from desktop.common.widgets.column import Column
from desktop.common.widgets.labels import LineLabel, RichLabel
from desktop.common.widgets.layouts import scrolling

LICENCES: dict[str, Path] = {
    "همه‌ی بخش‌های برنامه": NOTICES,
    "کتابخانه‌ی Qt (LGPL 3)": NOTICES.with_name("LGPL-3.0.txt"),
    "متن GPL 3": NOTICES.with_name("GPL-3.0.txt"),
    "قلم وزیرمتن (SIL OFL 1.1)": FONTS / "OFL.txt",
    "نگاره‌های Lucide (ISC)": ICONS / "LICENSE",
    "فهرست اجزا (CycloneDX)": BILL_OF_MATERIALS,
}
OFFLINE = "این برنامه به اینترنت وصل نمی‌شود. یادداشت‌های شما تنها روی همین رایانه است."
_MISSING = "این پرونده در بسته‌ی برنامه نیست."


def versions(context: Context) -> dict[str, str]:
    """Names and versions of what the program is made of."""
    return {
        "برنامه": digits(VERSION),
        "ویراست متن": digits(context.reference.meta().edition_version),
        "Qt": qVersion() or "",
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
    }


class About(QWidget):
    """Licences are read when they are asked for."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        column = Column(context.theme, top=4)
        card = Card(4)
        facts = card.rows
        facts.addWidget(RichLabel("چشم‌انداز تهران ۱۴۰۴", "section"))
        facts.addWidget(RichLabel(OFFLINE))
        told = " · ".join(
            ltr(f"{name} {value}") if name.isascii() else f"{name} {ltr(value)}"
            for name, value in versions(context).items()
        )
        facts.addWidget(RichLabel(told, "caption"))
        facts.addWidget(RichLabel("قلم وزیرمتن، با پروانه‌ی SIL OFL 1.1", "caption"))
        column.rows.addWidget(card)
        self.choice = ChoiceBox("پروانه‌ها", [(name, str(path)) for name, path in LICENCES.items()])
        self.choice.setMinimumContentsLength(24)
        line = QHBoxLayout()
        line.addWidget(LineLabel("پروانه‌ها", "h3"))
        line.addWidget(self.choice)
        line.addStretch()
        column.rows.addLayout(line)
        self.text = self._build_text()
        column.rows.addWidget(self.text, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(column, "page"))
        self.choice.chosen.connect(self.show_licence)

    def _build_text(self) -> QTextEdit:
        text = QTextEdit()
        text.setObjectName("composer")
        text.setReadOnly(True)
        text.setAcceptRichText(False)
        text.setAccessibleName("متن پروانه")
        text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        text.setTabChangesFocus(True)
        text.setMinimumHeight(200)
        return text

    def show_licence(self) -> None:
        """Read the chosen file."""
        path = Path(self.choice.value())
        try:
            self.text.setPlainText(path.read_text("utf-8"))
        except OSError:
            self.text.setPlainText(_MISSING)
