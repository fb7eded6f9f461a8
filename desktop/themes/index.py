"""All headings with their counts and scope notes, narrowed by a word and sorted."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.reference.models import Theme as Heading
from db.text.alphabet import alphabetical
from desktop.common.announce import announce
from desktop.common.context import Context
from desktop.common.entry_list import EntryList
from desktop.common.entry_rows import Entry
from desktop.common.persian import digits
from desktop.common.widgets.buttons import Chip
from desktop.common.widgets.column import Column, entitle
from desktop.common.widgets.empty_state import EmptyState
from desktop.common.widgets.filter_edit import FilterEdit
from desktop.common.widgets.labels import Explanation, RichLabel
from desktop.common.widgets.one_of import OneOf

SORTS: dict[str, tuple[str, Callable[[Heading], Any] | None]] = {
    "document": ("به ترتیب سند", None),
    "alphabet": ("الفبایی", lambda heading: alphabetical(heading.title)),
    "count": ("بیشترین بند", lambda heading: -heading.item_count),
}


class ThemeIndex(QWidget):
    """`theme_chosen` carries the slug of a heading."""

    theme_chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._sort = context, "document"
        self.list = EntryList(context.theme, "موضوع‌ها")
        self.filter = FilterEdit(context.theme, "جست‌وجو در نام و دامنه‌ی موضوع‌ها", self.list)
        self._empty = EmptyState(context.theme, "library", for_list=True)
        self._empty.say("موضوعی با این واژه نیست", "واژه‌ی کوتاه‌تری بنویسید یا کادر را پاک کنید.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._build_head())
        layout.addWidget(self.list, 1)
        layout.addWidget(self._empty, 1)
        self.filter.narrowed.connect(self.refresh)
        self.list.opened.connect(self.theme_chosen)
        self.list.clicked.connect(lambda _: self.theme_chosen.emit(self.list.current_key()))
        self.refresh()

    def _build_head(self) -> QWidget:
        head = Column(self._context.theme, over_list=True)
        total = digits(len(self._context.reference.themes()))
        note = f"{total} موضوع. هر بند زیر همه‌ی موضوع‌هایی آمده است که درباره‌ی آن‌هاست."
        entitle(head.rows, RichLabel("موضوع‌ها", "title"), Explanation(self._context.theme, note))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.filter, 1)
        self._group = OneOf(self)
        for name, (title, _) in SORTS.items():
            chip = Chip(title)
            chip.setAccessibleName(f"ترتیب: {title}")
            chip.setChecked(name == self._sort)
            chip.clicked.connect(lambda _=False, wanted=name: self.set_sort(wanted))
            self._group.take(chip)
            row.addWidget(chip)
        head.rows.addLayout(row)
        return head

    def set_sort(self, name: str) -> None:
        """Order the headings by the document, the alphabet or their counts."""
        self._sort = name
        self.refresh()
        self.list.scrollToTop()

    def shown(self) -> list[Heading]:
        """The headings that pass the filter, in the chosen order."""
        found = [
            heading
            for heading in self._context.reference.themes()
            if self.filter.passes(heading.title, heading.note)
        ]
        key = SORTS[self._sort][1]
        return sorted(found, key=key) if key else found

    @Slot()
    def refresh(self) -> None:
        shown = self.shown()
        self.list.feed(map(_entry, shown))
        self.list.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        if not self.list.current_key():
            self.list.choose_first()
        announce(self.list, f"{digits(len(shown))} موضوع")


def _entry(heading: Heading) -> Entry:
    count = f"{digits(heading.item_count)} بند"
    return Entry(heading.slug, heading.title, below=heading.note, side=count)
