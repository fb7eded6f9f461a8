"""Colours words of the text that the panel shows, and takes the colours away."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu

from db.reference.models import Item
from db.user.models import Annotation
from desktop.common.context import Context
from desktop.common.menus import menu_icon, show_menu
from desktop.common.widgets.buttons import IconButton
from desktop.direction.reader_view import COLOURS, ReaderView

_NO_COLOUR = "عبارت رنگ‌شده‌ای را انتخاب کنید یا مکان‌نما را در آن بگذارید."


class Highlighter(QObject):
    """`button` opens the menu of colours; `wanted` gives the item, or says what to do first."""

    said = Signal(str)

    def __init__(
        self, context: Context, reader: ReaderView, wanted: Callable[[], Item | None]
    ) -> None:
        super().__init__(reader)
        self._context, self._reader, self._wanted = context, reader, wanted
        self.button = IconButton(context.theme, "highlighter", "رنگ کردن عبارت (Ctrl+H)")
        self.button.clicked.connect(self._open_menu)
        reader.highlight_wanted.connect(self.highlight)

    def menu(self) -> QMenu:
        """The four colours, each with a patch of itself, and the way back to none."""
        menu, tokens = QMenu(self.button), self._context.theme.tokens
        for name, title in COLOURS.items():
            patch = menu_icon("square", tokens.highlight(name), filled=True)
            menu.addAction(patch, title, partial(self.highlight, name))
        menu.addSeparator()
        menu.addAction("برداشتن رنگ", self.remove)
        return menu

    @Slot()
    def _open_menu(self) -> None:
        menu = self.menu()
        show_menu(menu, self.button.mapToGlobal(self.button.rect().bottomRight()))

    @Slot(str)
    def highlight(self, colour: str = "yellow") -> None:
        """Colour the selected words."""
        item = self._wanted()
        if item is None:
            return
        span = self._reader.selected_span()
        if span is None:
            self.said.emit("نخست عبارتی را در متن بالای پنل انتخاب کنید.")
            return
        colouring = partial(self._context.reader.highlight, item.id, span, colour)
        if not self._context.saving.do(f"highlight:{item.id}:{span}", colouring):
            return
        self._reader.clear_selection()

    @Slot()
    def remove(self) -> None:
        """Take away the colours that touch the selection, or the one the caret stands in."""
        item = self._wanted()
        if item is None:
            return
        doomed = self._meant(self._context.reader.coloured(item.id))
        if not doomed:
            self.said.emit(_NO_COLOUR)
            return
        taking = partial(self._context.reader.take_colours, [note.uuid for note in doomed])
        self._context.saving.do(f"colours:{item.id}", taking)

    def _meant(self, coloured: list[Annotation]) -> list[Annotation]:
        """Of what colours the text, the newest first; the only colour needs no pointing at."""
        spans = [(note, note.selector) for note in coloured if note.selector]
        if chosen := self._reader.selected_span():
            start, end = chosen
            return [note for note, span in spans if span.start < end and start < span.end]
        caret = self._reader.caret()
        here = [note for note, span in spans if span.start <= caret <= span.end]
        return here[:1] or (coloured if len(coloured) == 1 else [])
