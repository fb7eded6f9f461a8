"""The line right below the tools for a few words beside a bookmark, offered after starring."""

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from db.errors import KnownError
from desktop.common.context import Context
from desktop.common.persian import force_right_to_left


class BookmarkNote(QWidget):
    """Shown while the item is bookmarked; stored by Enter and when the line is left."""

    failed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._item_id = context, ""
        self._roomy = True
        self.edit = QLineEdit()
        self.edit.setAccessibleName("یادداشت کوتاه نشان")
        self.edit.setPlaceholderText("یادداشت کوتاه کنار نشان…")
        self.edit.setMinimumHeight(32)
        force_right_to_left(self.edit)
        self.edit.returnPressed.connect(self.store)
        self.edit.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 2)
        row.addWidget(self.edit)
        self.hide()

    def show_item(self, item_id: str) -> None:
        """The line of this item's bookmark, or nothing."""
        if item_id != self._item_id:
            self.store()
        self._item_id = item_id
        present = self._context.reader.store.bookmark_of(item_id)
        self.setVisible(self._roomy and present is not None)
        if present is not None and not self.edit.isModified():
            self.edit.setText(present.note)

    def set_roomy(self, roomy: bool) -> None:
        """Low panels leave the line to the page of bookmarks."""
        self._roomy = roomy
        if self._item_id:
            self.show_item(self._item_id)

    @Slot()
    def store(self) -> None:
        """Keep what was typed; it stays in the line when the disk refuses."""
        present = self._context.reader.store.bookmark_of(self._item_id)
        if present is None or not self.edit.isModified():
            return
        text = self.edit.text().strip()
        try:
            made = self._context.reader.store.set_bookmark_note(present.uuid, text)
        except KnownError as error:
            self.failed.emit(error.sentence)
            return
        self.edit.setModified(False)
        self._context.reader.tell(made.change)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.store()
        return False
