"""The workbench panel: where the chosen item is read, copied, marked and noted."""

from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.reference.models import Item
from desktop.common.context import Context
from desktop.common.place import Hits
from desktop.common.text_roles import wear_fonts
from desktop.direction.about_item import AboutItem
from desktop.direction.bookmark_note import BookmarkNote
from desktop.direction.copier import Copier
from desktop.direction.highlighter import Highlighter
from desktop.direction.panel_head import PanelHead
from desktop.direction.panel_tools import PanelTools
from desktop.direction.reader_view import ReaderView
from desktop.direction.recent import Recent
from desktop.direction.room import PanelRoom

if TYPE_CHECKING:
    from desktop.direction.composer import Composer
    from desktop.direction.notes_tab import NotesTab
    from desktop.direction.tabs import PanelTabs

WIDTH = 384


class Panel(AboutItem):
    """Shows one item with what can be done about it."""

    closed = Signal()
    item_wanted = Signal(str)
    axis_wanted = Signal(str)
    search_wanted = Signal(str)
    left = Signal()
    marks_shown = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._hits: Hits = {}
        self.head = PanelHead(context)
        self.reader = ReaderView(context)
        self.copier = Copier(context, self.reader, self.wanted_item)
        self.highlighter = Highlighter(context, self.reader, self.wanted_item)
        self.recent = Recent(context, self)
        self.composer: Composer | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 1, 0)  # the line at its edge stays in sight
        layout.setSpacing(6)
        layout.addWidget(self.head)
        layout.addWidget(self._framed_reader())
        buttons = self.copier.button, self.highlighter.button
        self.tools = PanelTools(context.theme, *buttons)
        layout.addLayout(self.tools)
        self.bookmark_note = BookmarkNote(self.context)
        layout.addWidget(self.bookmark_note)
        self.room = PanelRoom(self)
        self._connect()

    def _framed_reader(self) -> QWidget:
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self.reader)
        return frame

    @cached_property
    def tabs(self) -> "PanelTabs":
        """Built for the first item: a window without one need not wait for them."""
        from desktop.direction.citation_tab import CitationTab
        from desktop.direction.notes_tab import NotesTab
        from desktop.direction.related_tab import RelatedTab
        from desktop.direction.source_tab import SourceTab
        from desktop.direction.tabs import PanelTabs

        made = PanelTabs(self.context)
        made.add("notes", NotesTab, self._prepare_notes)
        made.add("citation", CitationTab)
        made.add("related", RelatedTab)
        made.add("source", SourceTab)
        made.said.connect(self.said)
        made.item_wanted.connect(self.item_wanted)
        cast("QVBoxLayout", self.layout()).addWidget(made, 1)
        wear_fonts(made)
        return made

    def _prepare_notes(self) -> None:
        self.composer = self.notes.composer
        self.room.fit()
        self.notes.stored.connect(self.reader.clear_selection)
        self.notes.composer.target.let_go.connect(self.reader.clear_selection)

    @property
    def notes(self) -> "NotesTab":
        return cast("NotesTab", self.tabs.tab("notes"))

    def _connect(self) -> None:
        self.head.close_button.clicked.connect(self.closed)
        self.head.axis_link.clicked.connect(
            lambda: self.axis_wanted.emit(self.item.axis if self.item else "")
        )
        self.tools.bookmark.clicked.connect(self.toggle_bookmark)
        self.bookmark_note.left.connect(self.left)
        self.copier.said.connect(self.said)
        self.highlighter.said.connect(self.said)
        self.reader.note_wanted.connect(self.begin_note)
        self.reader.selectionChanged.connect(self._offer_selection)
        self.reader.note_chosen.connect(self.show_note)
        self.reader.search_wanted.connect(self.search_wanted)
        self.context.reader.changed.connect(lambda _: self._show_marks())

    @Slot(bool)
    def stand_beside_source(self, on: bool) -> None:
        """Say that this text, and what is copied of it, is the edited one."""
        self.copier.stand_beside_source(on)
        self.head.edition.setVisible(on)

    def show_tab(self, key: str) -> None:
        self.arrive()
        self.tabs.choose(key)

    def tab_names(self) -> tuple[str, ...]:
        return self.tabs.names()

    def fill_again(self) -> None:
        self.reader.show_hits(self._hits)

    def fill(self, item: Item) -> None:
        self.recent.show_item(item.id)
        self.head.show_item(item)
        self.reader.show_item(item, self._hits)
        self._show_marks()
        if self.tabs.is_empty:
            self.tabs.choose("notes")
        self.tabs.show_item(item)

    def show_hits(self, hits: Hits) -> None:
        """Mark what a search found: in an item that is still to come when it is there."""
        self._hits = hits
        if not (hits and self._coming):
            self.reader.show_hits(hits)

    def _show_marks(self) -> None:
        if self._item is None:
            return
        marks = self.context.reader.marks(self._item.id)
        self.marks_shown.emit(marks)
        self.tools.tell_bookmarked(on=marks.bookmarked)
        self.bookmark_note.show_item(self._item.id)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 400)

    def minimumSizeHint(self) -> QSize:
        """The splitter asks at every change of a label; adding the parts up each time is slow."""
        return QSize(280, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.room.fit()

    @Slot()
    def toggle_bookmark(self) -> None:
        if item := self.wanted_item():
            self.bookmark_note.store()
            self.context.reader.toggle_bookmark(item.id)
            self._show_marks()
            self.bookmark_note.begin()

    @Slot()
    def toggle_read(self) -> None:
        if item := self.wanted_item():
            read = self.context.reader.marks(item.id).read
            self.context.reader.mark_read((item.id,), not read)

    @Slot()
    def _offer_selection(self) -> None:
        if self._item is not None:
            self.notes.offer(self._item.id, self.reader.selected_span())

    @Slot(str)
    def show_note(self, uuid: str) -> None:
        """Put the keyboard on one of the item's notes."""
        self.show_tab("notes")
        self.notes.seek(uuid, ())

    @Slot()
    def begin_note(self) -> None:
        """Open the editor for a note on the selection, or on the whole item."""
        self.show_tab("notes")
        self.notes.begin(self.reader.selected_span())
