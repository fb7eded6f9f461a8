"""The search box of the command bar: waits for a pause in typing, then says what is asked."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent

from desktop.common.context import Context
from desktop.common.widgets.buttons import IconButton
from desktop.common.widgets.labels import Keycap
from desktop.common.widgets.pictured_edit import PicturedEdit
from desktop.search.completing import ENTER, Completing
from desktop.search.completions import Completions
from desktop.search.inquiry import live_query
from desktop.search.typed import LONGEST, as_query

DEBOUNCE_MS = 120
SHORTEST_QUERY = 2
TOO_LONG = "نوشته بلندتر از آن است که جست‌وجو شود؛ آغاز آن در کادر ماند."
_FORESEEN = "foreseen"


class _Keycap(Keycap):
    """Lies in the box without a layout, so that it fits itself when it is dressed."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.place()

    def place(self) -> None:
        """Halfway between the edges of the box."""
        box = self.parentWidget()
        self.adjustSize()
        if box is not None:
            self.move(8, (box.height() - self.height()) // 2)


class SearchBox(PicturedEdit):
    """Live from two characters; Enter goes to the results, Esc leaves them.

    Emptying it by hand is no leaving: another query may be on its way (`emptied`).
    Completions hang below it; they take only keys that choose among them. `foreseen` carries the
    answer to what has been typed so far, before it is asked; `item_wanted` the item whose code was
    typed or taken.
    """

    query_changed = Signal(str)
    foreseen = Signal(object)
    results_wanted = Signal()
    item_wanted = Signal(str)
    left = Signal()
    emptied = Signal()
    said = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, "search")
        self._context = context
        self.setMaxLength(LONGEST)
        self.inputRejected.connect(lambda: self.said.emit(TOO_LONG))
        self.setAccessibleName("جست‌وجو در سند و یادداشت‌ها")
        self.setPlaceholderText("جست‌وجو در سند و یادداشت‌ها")
        self._clear = IconButton(context.theme, "x", "پاک کردن", self, side=30)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self._leave)
        self._clear.hide()
        self.keycap = _Keycap("Ctrl+F", self)
        self.completing = Completing(context, self)
        self.completing.taken.connect(self.take)
        self._pause = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._pause.setTimerType(Qt.TimerType.PreciseTimer)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(self._typed)
        self.textChanged.connect(self._show_keycap)
        context.theme.changed.connect(self._place)
        self._place()

    def _place(self) -> None:
        """Set what lies at the left edge halfway up, and keep the text off it."""
        self.keycap.place()
        side = self._clear.width()
        self._clear.move(2, (self.height() - side) // 2)
        margins = self.textMargins()
        margins.setLeft(0 if self._clear.isHidden() else side - 4)
        self.setTextMargins(margins)

    def show_query(self, text: str) -> None:
        """Show a query that came from elsewhere, without asking it again."""
        if as_query(self.text()) != text:
            self._pause.stop()
            self.completing.close()
            self.setText(text)

    @Slot()
    def begin(self) -> None:
        """Take the focus with everything selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    @Slot()
    def _typed(self) -> None:
        self._pause.start()
        text = as_query(self.text())
        if len(text) >= SHORTEST_QUERY:
            self._foresee(text)
            self.completing.ask()

    def _foresee(self, text: str) -> None:
        """Find during the pause what will likely be asked after it."""
        query, finder = live_query(text), self._context.finder
        self._context.background.run(
            _FORESEEN, lambda: finder.search(query), self.foreseen.emit, lambda _: None
        )

    @Slot()
    def _ask(self) -> None:
        self._pause.stop()
        text = as_query(self.text())
        if len(text) >= SHORTEST_QUERY:
            self.query_changed.emit(text)
            return
        self.completing.close()
        if not text:
            self.emptied.emit()

    @property
    def completions(self) -> Completions:
        """The list of what the box may be about to say."""
        return self.completing.list

    def _open_code(self, text: str) -> bool:
        """Whether a text is the code of an item, which then is wanted."""
        item = self._context.reference.item_by_code(text)
        if item is not None:
            self._pause.stop()
            self.completing.close()
            self.item_wanted.emit(item.id)
        return item is not None

    @Slot(str)
    def take(self, query: str) -> None:
        """Put a completion into the box and ask it; after a filter's name, offer its values, and
        open the item of a code."""
        if self._open_code(query):
            return
        self.completing.close()
        self.setText(query)
        self.completing.ask() if query.endswith(":") else self._ask_taken(query)

    def _ask_taken(self, query: str) -> None:
        self._pause.stop()
        self._context.past.keep(query)
        self.query_changed.emit(query)

    def _leave(self) -> None:
        self._pause.stop()
        self.completing.close()
        self.clear()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self._open_code(self.text()):
            return
        if event.key() in (*ENTER, Qt.Key.Key_Down):
            if self._pause.isActive():
                self._ask()
            self.completing.close()
            self.results_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @Slot()
    def _show_keycap(self) -> None:
        empty = not self.text()
        if empty == self._clear.isHidden():
            return
        self.keycap.setVisible(empty)
        self._clear.setVisible(not empty)
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(460), self.height())
