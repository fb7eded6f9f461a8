"""The workbench panel: where the chosen item is read, copied, marked and noted."""

from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from db.reference.models import Item
from desktop.common.context import Context
from desktop.common.place import Hits
from desktop.common.text_roles import wear_fonts
from desktop.common.widgets.buttons import IconButton
from desktop.direction.bookmark_note import BookmarkNote
from desktop.direction.copier import Copier
from desktop.direction.highlighter import Highlighter
from desktop.direction.panel_head import PanelHead
from desktop.direction.reader_view import ReaderView
from desktop.direction.recent import Recent
from desktop.direction.room import PanelRoom

if TYPE_CHECKING:
    from desktop.direction.composer import Composer
    from desktop.direction.notes_tab import NotesTab
    from desktop.direction.tabs import PanelTabs

WIDTH = 384
FOLLOW_AFTER_MS = 50
_CHOOSE_FIRST = "نخست جهت‌گیری‌ای را برگزینید."


class Panel(QWidget):
    """Shows one item with what can be done about it."""

    closed = Signal()
    item_wanted = Signal(str)
    axis_wanted = Signal(str)
    search_wanted = Signal(str)
    said = Signal(str)
    undoable = Signal(str)
    left = Signal()
    marks_shown = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.context = context
        self._item: Item | None = None
        self._coming = ""
        self._hits: Hits = {}
        self._rest = QTimer(self, singleShot=True, interval=FOLLOW_AFTER_MS)
        self._rest.timeout.connect(self.arrive)
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
        layout.addLayout(self._build_tools())
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

    def _build_tools(self) -> QHBoxLayout:
        self.bookmark_button = IconButton(self.context.theme, "bookmark", "نشان کردن (Ctrl+D)")
        self.bookmark_button.setCheckable(True)
        own = (self.copier.button, self.highlighter.button, self.bookmark_button)
        self.tools: list[QAbstractButton] = [*own]
        row = self._tool_row = QHBoxLayout()
        row.setContentsMargins(12, 4, 16, 4)
        row.setSpacing(6)
        for button in self.tools:
            row.addWidget(button, 1 if button is self.copier.button else 0)
        return row

    def add_tool(self, icon_name: str, title: str) -> IconButton:
        """A further button beside those of the panel."""
        button = IconButton(self.context.theme, icon_name, title)
        self._tool_row.addWidget(button)
        self.tools.append(button)
        return button

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
        self.notes.undoable.connect(self.undoable)
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
        self.bookmark_button.clicked.connect(self.toggle_bookmark)
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

    @property
    def item(self) -> Item | None:
        """What the panel is about; whoever asks does not find it a step behind the list."""
        self.arrive()
        return self._item

    @property
    def is_empty(self) -> bool:
        return self._item is None

    def follow(self, item_id: str) -> None:
        """Show an item when the reader rests on it: letters and rows must not wait for it."""
        if self.is_empty:
            self.show_item(item_id)
            return
        self._coming = item_id
        self._rest.start()

    @Slot()
    def arrive(self) -> None:
        """Show at once what is still to come."""
        if self._coming:
            self.show_item(self._coming)

    def show_item(self, item_id: str) -> None:
        """Everything about one item."""
        self._rest.stop()
        self._coming = ""
        item = self.context.reference.item(item_id)
        if self._item is not None and self._item.id == item_id:
            self.reader.show_hits(self._hits)
            return
        self._item = item
        self.recent.show_item(item_id)
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

    def let_go(self) -> None:
        """Be about nothing, where the page shows no item any longer."""
        self._rest.stop()
        self._coming, self._item = "", None

    def wanted_item(self) -> Item | None:
        """What an act is to be done with; says so when nothing has been chosen yet."""
        if self.item is None:
            self.said.emit(_CHOOSE_FIRST)
        return self.item

    def _show_marks(self) -> None:
        if self._item is None:
            return
        marks = self.context.reader.marks(self._item.id)
        self.marks_shown.emit(marks)
        on = marks.bookmarked
        self.bookmark_button.setChecked(on)
        self.bookmark_note.show_item(self._item.id)
        self.bookmark_button.set_title("برداشتن نشان (Ctrl+D)" if on else "نشان کردن (Ctrl+D)")

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
