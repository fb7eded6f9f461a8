"""The notes of the chosen item, and the editor below them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from db.reference.models import Item
from desktop.common.context import Context
from desktop.common.note import Note
from desktop.common.panel_tab import BAR_EDGE, EDGE, PanelTab
from desktop.common.persian import digits
from desktop.common.widgets.buttons import LinkButton
from desktop.common.widgets.empty_state import EmptyState
from desktop.common.widgets.layouts import clear, discard, scrolling, widgets_in
from desktop.direction.composer import Composer
from desktop.direction.note_card import NoteCard

if TYPE_CHECKING:
    from db.search.models import Span


CARDS = 20


class NotesTab(PanelTab):
    """Writes into the reader's store at once; every act can be taken back."""

    title = "یادداشت‌ها"
    stored = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._item: Item | None = None
        self._most = CARDS
        self._sought = ""
        self._hits: tuple[Span, ...] = ()
        self.composer = Composer(context)
        self.empty = EmptyState(context.theme, "notebook-pen")
        self.point_to_editor(below=True)
        self._body = QWidget()
        self._cards = QVBoxLayout(self._body)
        self._cards.setSpacing(8)
        self._shown = scrolling(self._body)
        self._cards.setContentsMargins(BAR_EDGE, 8, EDGE, 8)
        self._list = QWidget()
        self._stack = QStackedLayout(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._list, 1)
        layout.addWidget(self.composer)
        for above in (self.empty, self._shown):
            above.setMinimumHeight(1)  # in low panels the list gives way, not the editor
            self._stack.addWidget(above)
        self.composer.note_written.connect(self._store)
        context.reader.changed.connect(self._marks_changed)
        context.theme.changed.connect(self._dress_anew)

    def show_item(self, item: Item) -> None:
        self._item, self._most = item, CARDS
        self._sought, self._hits = "", ()
        self.composer.show_item(item.id)
        self.refresh()

    @staticmethod
    def count_of(context: Context, item: Item) -> int | None:
        return context.reader.marks(item.id).notes

    def show_list(self, on: bool) -> None:
        """Show or hide all but the editor."""
        self._list.setVisible(on)

    def point_to_editor(self, *, below: bool) -> None:
        """Say where a first note is written, whether or not the editor is in sight."""
        way = "همین پایین" if below else "با Ctrl+N"
        self.empty.say(
            "هنوز یادداشتی ننوشته‌اید",
            f"عبارتی را در متن بالا انتخاب کنید یا {way} بنویسید. "
            "یادداشت فقط روی همین رایانه می‌ماند.",
        )

    def begin(self, span: tuple[int, int] | None) -> None:
        """Put the caret into the editor; the note will be about `span` of the text.

        Without one, a note begun goes on about what it is about.
        """
        if span or not self.composer.holds_draft:
            self.composer.aim(span)
        self.composer.begin()

    def offer(self, item_id: str, span: tuple[int, int] | None) -> None:
        """Words were selected, or no longer; a note begun goes on about what it is about."""
        if self._item and self._item.id == item_id and not self.composer.holds_draft:
            self.composer.aim(span)

    def edit(self, note: Note) -> None:
        """Put a note's text into the editor, unless another is being written there."""
        if self.composer.holds_draft:
            self.said.emit("نخست نوشته‌ی نیمه‌کاره‌ی پایین پنل را ثبت یا پاک کنید.")
            self.composer.begin()
        else:
            self.composer.change(note)

    def seek(self, uuid: str, hits: "tuple[Span, ...]") -> None:
        """Put the keyboard on a note that a search found; it stands first, its hits marked."""
        self._sought, self._hits = uuid, hits
        self.refresh()
        # A card that is not laid out yet cannot take the keyboard.
        QTimer.singleShot(0, self, self._focus_sought)

    def _focus_sought(self) -> None:
        for card in self.cards():
            if card.note.uuid == self._sought and card.isVisible():
                card.setFocus(Qt.FocusReason.OtherFocusReason)
        self._shown.verticalScrollBar().setValue(0)

    def cards(self) -> list[NoteCard]:
        """The shown cards, the newest first."""
        return [one for one in widgets_in(self._cards) if isinstance(one, NoteCard)]

    @Slot()
    def refresh(self) -> None:
        """Show the notes as stored; the card of a note that is as it was stays."""
        if self._item is None:
            return
        notes, count = self._wanted(self._item.id), self.context.reader.note_count(self._item.id)
        self._lay_cards([(note, self._hits_in(note)) for note in notes])
        if count > len(notes):
            more = LinkButton(f"نمایش {digits(count - len(notes))} مورد دیگر")
            more.clicked.connect(self.show_more)
            self._cards.addWidget(more)
        self._cards.addStretch()
        self._stack.setCurrentIndex(1 if notes else 0)
        self.counted.emit(self.context.reader.marks(self._item.id).notes)

    def _wanted(self, item_id: str) -> tuple[Note, ...]:
        """The newest notes, the sought one before them."""
        reader = self.context.reader
        notes = reader.notes(item_id, self._most)
        sought = reader.note(self._sought) if self._sought else None
        if sought is None:
            return notes
        others = [note for note in notes if note.uuid != sought.uuid]
        return (sought, *others[: self._most - 1])

    def _hits_in(self, note: Note) -> "tuple[Span, ...]":
        return self._hits if note.uuid == self._sought else ()

    def _lay_cards(self, wanted: "list[tuple[Note, tuple[Span, ...]]]") -> None:
        """Touch only what differs: every card moved is one more to be laid out."""
        standing = {card.shows: card for card in self.cards()}
        for shows in standing.keys() - set(wanted):
            card = standing.pop(shows)
            self._cards.removeWidget(card)
            discard(card)
        for place, shows in enumerate(wanted):
            card = standing.get(shows) or self._card(*shows)
            if self._cards.indexOf(card) != place:
                self._cards.insertWidget(place, card)
                card.show()  # Qt would show it later, and lay out nothing until then
        clear(self._cards, keep=len(wanted))
        # Else the first paint shows the cards as slivers.
        QApplication.sendPostedEvents(self._body, QEvent.Type.LayoutRequest.value)

    @Slot()
    def _dress_anew(self) -> None:
        """Cards carry the colours of the theme they were made in."""
        if self.cards():
            clear(self._cards)
            self.refresh()

    @Slot()
    def show_more(self) -> None:
        """As many cards again: hundreds at once would hold up every step in the lists."""
        self._most *= 2
        self.refresh()

    def _card(self, note: Note, hits: "tuple[Span, ...]") -> NoteCard:
        card = NoteCard(self.context, note, hits)
        card.edit_wanted.connect(self.edit)
        card.copy_wanted.connect(self._copy)
        card.delete_wanted.connect(self._delete)
        card.colour_wanted.connect(self.context.reader.recolour)
        return card

    @Slot(object)
    def _marks_changed(self, item_ids: frozenset[str]) -> None:
        if self._item is not None and self._item.id in item_ids:
            self.refresh()

    @Slot(str)
    def _store(self, text: str) -> None:
        item_id, span, note = self.composer.item_id, self.composer.span, self.composer.note
        reader = self.context.reader

        def act() -> None:
            if note is not None:
                reader.edit_note(note, text)
            else:
                reader.add_note(item_id, text, span)
            self._stored(item_id)

        self.context.saving.do(item_id, act)

    def _stored(self, item_id: str) -> None:
        """The reader may have gone on to another item while the note waited for the disk."""
        if self.composer.item_id == item_id:
            self.composer.clear()
            self.stored.emit()
        self.said.emit("یادداشت ذخیره شد")

    @Slot(object)
    def _copy(self, note: Note) -> None:
        QGuiApplication.clipboard().setText(note.text or note.quote)
        self.said.emit("یادداشت کپی شد")

    @Slot(object)
    def _delete(self, note: Note) -> None:
        self.context.reader.delete_note(note)
        self.composer.edit.setFocus(Qt.FocusReason.OtherFocusReason)
