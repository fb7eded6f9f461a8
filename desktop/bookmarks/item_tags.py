"""A small dialog for the tags of a direction itself."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.common.context import Context
from desktop.common.note_entries import place_text
from desktop.common.widgets.buttons import yes_and_no
from desktop.common.widgets.completed_edit import CompletedEdit
from desktop.common.widgets.dialogs import fit_into
from desktop.common.widgets.labels import RichLabel


class ItemTags(QDialog):
    """Enter stores, Escape leaves everything as it was."""

    def __init__(self, context: Context, parent: QWidget, item_id: str) -> None:
        super().__init__(parent)
        self._context, self._item_id = context, item_id
        self.setWindowTitle("برچسب‌ها")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        store = context.reader.store
        self.tags = CompletedEdit("برچسب‌ها", store.complete_tag, several=True)
        self.tags.setPlaceholderText("برچسب‌ها را با «،» از هم جدا کنید")
        self.tags.set_names(store.item_tags().get(item_id, ()))
        buttons = yes_and_no("ثبت")
        buttons.accepted.connect(self.save)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(8)
        layout.addWidget(RichLabel(place_text(context, item_id), "caption"))
        layout.addWidget(self.tags)
        layout.addWidget(buttons)
        fit_into(self, parent, context.theme.px(440))

    @Slot()
    def save(self) -> None:
        made = self._context.reader.store.set_item_tags(self._item_id, self.tags.names())
        self._context.reader.tell(made.change)
        self.accept()
