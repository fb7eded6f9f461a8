"""The quick way to anything: typed words, a code or the name of an act."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from db.search.models import SearchQuery, SearchResults
from desktop.common.actions import Actions
from desktop.common.announce import announce
from desktop.common.context import Context
from desktop.common.place import Hits, Place
from desktop.common.widgets.filter_edit import NOTHING
from desktop.common.widgets.labels import Keycap, LineLabel
from desktop.common.widgets.pictured_edit import PicturedEdit
from desktop.palette.entries import Entries, Entry
from desktop.palette.list import PaletteList
from desktop.palette.scrim import Scrim

WIDTH = 680
_GAP, _AROUND = 6, 22  # the margins of the frame and its line
TOP = 76
LONGEST = 200  # characters of a query; more is never typed
_HINTS = (("↑ ↓", "حرکت"), ("Enter", "باز کردن"), ("Ctrl+Enter", "کپی با ارجاع"), ("Esc", "بستن"))


class Palette(Scrim):
    """A scrim over the window with a box and a list; gives the focus back when it closes."""

    place_wanted = Signal(object)
    act_wanted = Signal(str)
    citation_wanted = Signal(str)

    def __init__(self, context: Context, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._entries = context, Entries(context, actions)
        self._hits: Hits = {}
        self._awaiting, self._choice, self._told = False, "", ""
        self._former: QWidget | None = None
        self._frame = QFrame(self)
        self._frame.setObjectName("palette")
        self.box = PicturedEdit(context.theme, "search", 36)
        self.box.setAccessibleName("رفتن سریع")
        self.box.setPlaceholderText("واژه، شماره‌ی سه‌رقمی یا نام فرمان")
        self.list = PaletteList(context.theme)
        self.nothing = LineLabel(NOTHING, "caption")
        layout = QVBoxLayout(self._frame)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.setSpacing(_GAP)
        layout.addWidget(self.box)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.nothing)
        self._foot = self._build_hints()
        layout.addLayout(self._foot)
        self.box.textChanged.connect(self._typed)
        self.box.installEventFilter(self)
        self.list.clicked.connect(lambda _: self._choose(copy=False))
        window.installEventFilter(self)
        context.theme.changed.connect(self.let_go)
        self.hide()

    def _build_hints(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for keys, text in _HINTS:
            row.addWidget(Keycap(keys))
            row.addWidget(LineLabel(text, "caption"))
        row.addStretch()
        return row

    @Slot()
    def open(self) -> None:
        """Show over the whole window, empty."""
        self._former = QApplication.focusWidget()
        self._hits, self._told = {}, ""
        self.box.clear()
        self.hold_still()
        self._typed("")
        self.show()
        self._settle()  # now that its parts wear the sizes of this zoom
        self.raise_()
        self.box.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def close_palette(self) -> None:
        self._context.background.forget("palette")
        self._awaiting, self._choice = False, ""
        if self._former is not None:
            # Before it goes: else Qt looks through the whole window for who comes next.
            self._former.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.let_go()

    @Slot(str)
    def _typed(self, text: str) -> None:
        wanted, self._choice = text.strip()[:LONGEST], ""
        self._awaiting = len(wanted) >= 2
        self._show(wanted, None)
        if not self._awaiting:
            self._context.background.forget("palette")
            return
        finder, query = self._context.finder, SearchQuery(wanted, limit=6)
        self._context.background.run(
            "palette",
            lambda: finder.search(query, most_notes=0),
            lambda results: self._answer(wanted, results),
            lambda _: self._answer(wanted, None),
        )

    def _answer(self, wanted: str, results: SearchResults | None) -> None:
        self._awaiting = False
        self._show(wanted, results)
        if self._choice:
            self._choose(copy=self._choice == "copy")

    def _show(self, text: str, results: SearchResults | None) -> None:
        hits = results.hits if results else ()
        self._hits = {hit.item_id: hit.spans for hit in hits}
        lines = self._entries.for_text(text, hits)
        nothing = not lines and not self._awaiting
        # Without a line it would lie over the box; one that comes into sight scrolls to its entry.
        self.list.setVisible(bool(lines))
        self.list.show_lines(lines)
        self.nothing.setVisible(nothing)
        if nothing:
            self._tell(NOTHING)
        elif self.isVisible():
            self._tell_chosen()
        self._settle()

    def _tell_chosen(self) -> None:
        """The keyboard stays in the box: what Enter would open is said, not focused."""
        if entry := self.list.current():
            self._tell(entry.spoken())

    def _tell(self, text: str) -> None:
        if text != self._told:
            self._told = text
            announce(self.box, text)

    def _settle(self) -> None:
        around = self._window.rect()
        self.setGeometry(around)
        px = self._context.theme.px
        width = min(px(WIDTH), around.width() - 40)
        others = [self.box, self._foot, *(() if self.nothing.isHidden() else (self.nothing,))]
        around_list = (one.sizeHint().expandedTo(one.minimumSize()).height() for one in others)
        chrome = sum(around_list) + len(others) * _GAP + _AROUND
        room = around.height() - TOP - 24 - chrome
        height = chrome + self.list.height_within(room)
        self._frame.setGeometry((around.width() - width) // 2, TOP, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self.let_go()
            self._settle()
        if watched is self.box and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._handle(event)
        return False

    def _handle(self, event: QKeyEvent) -> bool:
        moves = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if event.key() in moves:
            QApplication.sendEvent(self.list, event)
            self._tell_chosen()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self._choose(copy=bool(control))
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab):
            self.close_palette()
        else:
            return False
        return True

    def _choose(self, *, copy: bool) -> None:
        entry = self.list.current()
        if self._awaiting and not (entry and (entry.item or entry.begins_with(self.box.text()))):
            # Fast fingers mean what is still looked for, not an act that happens to hold it.
            self._choice = "copy" if copy else "open"
            return
        if entry is None:
            return
        hits = self._hits
        self.close_palette()
        if copy and entry.item:
            self.citation_wanted.emit(entry.item)
        elif not copy:
            self._open(entry, hits)

    def _open(self, entry: Entry, hits: Hits) -> None:
        if entry.act:
            self.act_wanted.emit(entry.act)
            return
        marked = {entry.item: hits[entry.item]} if entry.item in hits else {}
        self.place_wanted.emit(Place("axis", entry.axis, entry.item, marked))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close_palette()
