"""The line that says where one is among what a search found, above what was opened."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.common.announce import announce
from desktop.common.persian import digits, in_line, shorten
from desktop.common.theme import Theme
from desktop.common.walk import Walk
from desktop.common.widgets.buttons import IconButton
from desktop.common.widgets.labels import IconLabel, RichLabel

FIRST_AGAIN = "به آغاز نتیجه‌ها برگشتید"
LAST_AGAIN = "به پایان نتیجه‌ها رفتید"
ONLY_ONE = "مورد دیگری پیدا نشده است"


class FoundLine(QFrame):
    """Shown as long as what was found stays marked; `stepped` carries +1 or −1."""

    stepped = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("foundLine")
        self.text = RichLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 14, 2)
        row.setSpacing(6)
        row.addWidget(IconLabel(theme, "search", 18, "accent"))
        row.addWidget(self.text, 1)
        back = IconButton(theme, "chevron-left", "نتیجه‌ی قبلی (Shift+F3)", side=30)
        ahead = IconButton(theme, "chevron-right", "نتیجه‌ی بعدی (F3)", side=30)
        close = IconButton(theme, "x", "برداشتن رنگ نتیجه‌ها (Esc)", side=30)
        for button in (back, ahead, close):
            row.addWidget(button)
        back.clicked.connect(lambda: self.stepped.emit(-1))
        ahead.clicked.connect(lambda: self.stepped.emit(1))
        close.clicked.connect(self.closed)
        self.hide()

    def show_walk(self, walk: Walk, before: str = "") -> None:
        """Say which find this is and why it is one; `before` goes ahead of that."""
        query = shorten(walk.query)
        count = digits(len(walk.keys))
        if walk.at in walk.keys:
            place = f"مورد {digits(walk.keys.index(walk.at) + 1)} از {count} برای «{query}»"
        else:
            place = f"{count} مورد برای «{query}»"
        text = in_line(filter(None, (before, place, walk.why)))
        self.show()
        if before or text != self.text.plain:
            self.text.say(text)
            announce(self, text)
