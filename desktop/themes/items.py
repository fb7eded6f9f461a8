"""The items of one theme, grouped by axis."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.reference.models import Theme as Heading
from desktop.common.context import Context
from desktop.common.entry_list import EntryList
from desktop.common.item_entries import rows_by_axis
from desktop.common.persian import digits
from desktop.common.widgets.buttons import LINK_PAD, LinkButton
from desktop.common.widgets.column import Column, entitle
from desktop.common.widgets.labels import LineLabel, RichLabel
from desktop.common.widgets.step_sign import StepSign


class ThemeItems(QWidget):
    """Title and scope of a heading above what treats it."""

    index_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.back = LinkButton("همه‌ی موضوع‌ها", "quiet")
        self.back.clicked.connect(self.index_wanted)
        self._count = LineLabel("", "caption")
        self._title, self._note = RichLabel("", "title"), RichLabel("", "caption")
        self.list = EntryList(context.theme, "بندهای موضوع", several=True)
        head = Column(context.theme, over_list=True)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addSpacing(-LINK_PAD)
        row.addWidget(self.back)
        row.addWidget(StepSign())
        row.addWidget(self._count)
        row.addStretch()
        head.rows.addLayout(row)
        entitle(head.rows, self._title, self._note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.list, 1)

    def show_theme(self, heading: Heading) -> None:
        """Replace everything by another heading."""
        self._title.say(heading.title)
        self._note.say(heading.note)
        items = self._context.reference.items_of_theme(heading.slug)
        axes = len({item.axis for item in items})
        self._count.say(f"{digits(len(items))} بند در {digits(axes) if axes > 1 else 'یک'} محور")
        self.list.setAccessibleName(f"بندهای موضوع {heading.title}")
        self.list.feed(rows_by_axis(self._context, items))
        self.list.choose_first()
        self.list.scrollToTop()
