"""Copies the item that the panel shows, with its citation or without."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from db.reference.citation import Citation, as_paragraph
from db.reference.models import Item
from desktop.common.clipboard import copy
from desktop.common.context import Context
from desktop.common.source_marks import EDITED
from desktop.common.widgets.buttons import PrimaryButton
from desktop.direction.chosen_citation import chosen_citation, quoting_citation
from desktop.direction.reader_view import ReaderView


class Copier(QObject):
    """`button` copies with the citation; `wanted` gives the item, or says what to do first."""

    said = Signal(str)

    def __init__(
        self, context: Context, reader: ReaderView, wanted: Callable[[], Item | None]
    ) -> None:
        super().__init__(reader)
        self._context, self._reader, self._wanted = context, reader, wanted
        self._text = "متن"
        self.button = PrimaryButton(context.theme, "quote", "کپی با ارجاع")
        self.button.setToolTip("کپی با ارجاع (Ctrl+Shift+C)")
        self.button.clicked.connect(self.copy_with_citation)
        reader.copy_wanted.connect(self.copy_text)
        reader.plain_copy_wanted.connect(self.copy_plain)

    def stand_beside_source(self, on: bool) -> None:
        """Say of what is copied that it is the edited text."""
        self._text = EDITED if on else "متن"

    @Slot()
    def copy_with_citation(self) -> None:
        """The shown item with its citation."""
        if item := self._wanted():
            self.cite(item.id)

    @Slot(str)
    def cite(self, item_id: str) -> None:
        """An item with its citation in the chosen format, which may be the citation alone."""
        self._put(chosen_citation(self._context, self._context.reference.item(item_id)))

    @Slot(str)
    def quote(self, item_id: str) -> None:
        """An item's text with its citation, whatever was chosen."""
        self._put(quoting_citation(self._context, self._context.reference.item(item_id)))

    def _put(self, made: Citation) -> None:
        """Plain text and HTML at once, so that Word and Notepad both paste it right."""
        copy(made.plain, made.html)
        self.said.emit(f"کپی شد: {self._text} و ارجاع" if made.quotes else "کپی شد: ارجاع")

    @Slot()
    def copy_text(self) -> None:
        """The selection, or the whole text."""
        if self._wanted():
            text = self._reader.wanted_text()
            copy(text, as_paragraph(text))
            self.said.emit(f"کپی شد: {self._text}")

    @Slot()
    def copy_plain(self) -> None:
        """As `copy_text`, but it takes the look of the place where it is pasted."""
        if self._wanted():
            QGuiApplication.clipboard().setText(self._reader.wanted_text())
            self.said.emit(f"کپی شد: {self._text} بدون قالب")
