"""The line over the panel's text: where the item stands in the document."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.reference.models import Item
from desktop.common.context import Context
from desktop.common.source_marks import EDITED
from desktop.common.widgets.buttons import LINK_PAD, IconButton, LinkButton
from desktop.common.widgets.labels import LineLabel
from desktop.common.widgets.step_sign import StepSign


class PanelHead(QWidget):
    """Leads to the item's axis, names its row, closes the panel."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.axis_link = LinkButton("", "quiet")
        self.where = LineLabel("", "caption")
        self.edition = LineLabel(f"\u00a0· {EDITED}", "caption")
        self.edition.hide()
        self.close_button = IconButton(context.theme, "x", "بستن پنل (F4)")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 16 - LINK_PAD, 0)
        row.setSpacing(0)
        for part in (self.axis_link, StepSign(), self.where, self.edition):
            row.addWidget(part)
        row.addStretch()
        row.addWidget(self.close_button)

    def show_item(self, item: Item) -> None:
        title = self._context.axis_title(item.axis)
        self.axis_link.setText(f"محور {title}")
        self.axis_link.setAccessibleName(f"رفتن به محور {title}")
        self.where.say(self._context.row_title(item))
