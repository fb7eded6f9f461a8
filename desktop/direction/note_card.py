"""One note as a card: quoted span on its colour, text, date, and what can be done with it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout

from db.user.models import REMARK_TITLES, RemarkKind
from desktop.common.context import Context
from desktop.common.menus import show_menu
from desktop.common.note import Note
from desktop.common.note_entries import LOST, duties
from desktop.common.persian import in_line, jalali
from desktop.common.text_block import Mark
from desktop.common.widgets.buttons import IconButton
from desktop.common.widgets.labels import IconLabel, LineLabel, RichLabel
from desktop.direction.reader_view import COLOURS

if TYPE_CHECKING:
    from db.search.models import Span


class NoteCard(QFrame):
    """Focusable; Delete removes, F2 edits; `hits` are spans of the text that a search found."""

    edit_wanted = Signal(object)
    copy_wanted = Signal(object)
    delete_wanted = Signal(object)
    colour_wanted = Signal(object, str)

    def __init__(self, context: Context, note: Note, hits: "tuple[Span, ...]" = ()) -> None:
        super().__init__()
        self.note, self.shows = note, (note, hits)
        self.setProperty("card", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        kind = note.stored.kind
        # What most notes are need not stand on each; a highlight alone is no remark.
        kinds = (REMARK_TITLES[kind],) if note.text and kind is not RemarkKind.COMMENT else ()
        signs = in_line((*kinds, *(pill.text for pill in duties(note.stored))))
        spoken = (f"یادداشت: {note.text or note.quote}", signs, LOST if note.lost else "")
        self.setAccessibleName(". ".join(filter(None, spoken)) + ".")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 6)
        layout.setSpacing(4)
        if note.quote:
            layout.addWidget(self._quote(context, note))
        if note.lost:
            layout.addLayout(self._lost_sign(context))
        if note.text:
            text = RichLabel(note.text)
            tokens = context.theme.tokens
            text.mark(tuple(Mark(hit.start, hit.end, tokens.hit, tokens.on_hit) for hit in hits))
            layout.addWidget(text)
        if signs:
            layout.addWidget(RichLabel(signs, "caption"))
        foot = QHBoxLayout()
        foot.addWidget(LineLabel(jalali(note.changed), "caption"))
        foot.addStretch()
        self.more = IconButton(context.theme, "ellipsis", "کارهای این یادداشت")
        self.more.clicked.connect(self._open_menu)
        foot.addWidget(self.more)
        layout.addLayout(foot)

    def _quote(self, context: Context, note: Note) -> RichLabel:
        label, tokens = RichLabel(f"«{note.quote}»"), context.theme.tokens
        colour = tokens.highlight(note.colour) if note.colour else ""
        label.mark((Mark(0, len(label.plain), colour, tokens.text),))
        return label

    def _lost_sign(self, context: Context) -> QHBoxLayout:
        sign = LineLabel(LOST, "warning")
        sign.setToolTip("این عبارت در این ویراست سند پیدا نشد؛ یادداشت سر جای خود مانده است.")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(IconLabel(context.theme, "circle-help", 16, "warn"))
        row.addWidget(sign)
        row.addStretch()
        return row

    def menu(self) -> QMenu:
        """What can be done with the note."""
        menu = QMenu(self)
        menu.addAction("ویرایش", lambda: self.edit_wanted.emit(self.note))
        menu.addAction("کپی", lambda: self.copy_wanted.emit(self.note))
        colours = menu.addMenu("تغییر رنگ")
        colours.setEnabled(bool(self.note.quote))
        for name, title in COLOURS.items():
            act = colours.addAction(title)
            act.triggered.connect(lambda _=False, c=name: self.colour_wanted.emit(self.note, c))
        menu.addSeparator()
        menu.addAction("حذف", lambda: self.delete_wanted.emit(self.note))
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        show_menu(menu, self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._open_menu()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit(self.note)
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return):
            self.edit_wanted.emit(self.note)
        else:
            super().keyPressEvent(event)
