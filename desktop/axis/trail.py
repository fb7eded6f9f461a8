"""Where one is, while no panel beside the rows says it."""

from PySide6.QtWidgets import QHBoxLayout

from db.reference.models import Axis
from desktop.common.context import Context
from desktop.common.widgets.labels import LineLabel
from desktop.common.widgets.over_list import OverList


class Trail(OverList):
    """«محور زیرساخت‌های شهری › جهت‌گیری ۲», above the rows, which scroll below it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, top=0, bottom=8)
        self._context = context
        self._said: tuple[Axis | None, str] = (None, "")
        self.line = LineLabel("", "caption")
        row = QHBoxLayout(self)
        row.addWidget(self.line)
        row.addStretch()
        self.keep(row)
        self.hide()

    def say(self, axis: Axis | None, item_id: str) -> None:
        """Name an axis and the row under the reader's eye, if there is one."""
        self._said = (axis, item_id)
        if axis is None or self.isHidden():
            return
        context = self._context
        title = context.place_title(context.reference.item(item_id)) if item_id else ""
        self.line.say(title or f"محور {axis.title}")

    def take_over(self, *, wanted: bool) -> None:
        """Show the line where nothing else names the place."""
        if wanted == self.isHidden():
            self.setVisible(wanted)
            self.say(*self._said)
