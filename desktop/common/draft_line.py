"""Below the fields of a dialog: keeps their draft, and says what was left unfinished before."""

import json
from typing import Any, Protocol

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.user.models import Draft
from desktop.common.announce import announce
from desktop.common.saving import Saving, state_of
from desktop.common.widgets.buttons import LinkButton
from desktop.common.widgets.labels import RichLabel

RESTORED = "نوشته‌ی ناتمام شما برگشت؛ هنوز ثبت نشده است."


class Fields(Protocol):
    """What is typed in a dialog as one state, which JSON can carry; "note" names it in a list."""

    def state(self) -> dict[str, Any]: ...
    def set_state(self, state: dict[str, Any]) -> None: ...


class DraftLine(QWidget):
    """`draft` says whose the fields are; its content is that of the fields, and `besides`.

    Made when the fields show what is stored; it then puts the draft into them, if there is one.
    """

    def __init__(
        self, saving: Saving, fields: Fields, draft: Draft, besides: dict[str, Any] | None = None
    ) -> None:
        super().__init__()
        self._saving, self._fields, self._draft = saving, fields, draft
        self._besides, self._troubled = besides or {}, False
        self._untouched = self._other = fields.state()
        self.message = RichLabel("", "warning")
        self.swap = LinkButton("")
        self.swap.clicked.connect(self._swap)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.message, 1)
        row.addWidget(self.swap)
        self.swap.hide()
        self.say("")
        found = saving.draft(self.slot)
        if found is not None:
            fields.set_state(state_of(found))
            self._offer(RESTORED, "کنار گذاشتن آن")
        saving.told.connect(self._say_trouble)

    @property
    def slot(self) -> str:
        return self._draft.slot

    def say(self, text: str) -> None:
        """A sentence about what is in the fields; "" for none."""
        self.message.say(text)
        self.message.setVisible(bool(text))
        self.setVisible(bool(text))
        if text:
            announce(self, text)

    def _offer(self, text: str, act: str) -> None:
        self.say(text)
        self.swap.setText(act)
        self.swap.show()

    @Slot()
    def _swap(self) -> None:
        """Exchange the unfinished text and what stood there before it."""
        typed = self._fields.state()
        self._fields.set_state(self._other)
        self._other = typed
        if self._fields.state() == self._untouched:
            self._offer("نوشته‌ی ناتمام کنار رفت.", "برگرداندن آن")
        else:
            self._offer(RESTORED, "کنار گذاشتن آن")

    @Slot(bool)
    def _say_trouble(self, loud: bool) -> None:
        if self._saving.is_refused(self.slot):
            self.swap.hide()
            self._troubled = True
            if loud or self.message.plain != self._saving.trouble:
                self.say(self._saving.trouble)
        elif self._troubled:
            self._troubled = False
            self.say("")

    @Slot()
    def take(self) -> None:
        """What stands in the fields now; nothing while they are as they were stored."""
        state = self._fields.state()
        content = json.dumps(state | self._besides, ensure_ascii=False)
        same = state == self._untouched
        draft = self._draft
        self._saving.typed(draft.slot, draft.item_id, "" if same else content, draft.annotation)
        if self.swap.isHidden() and not self._troubled:
            self.say("")

    def left_open(self) -> bool:
        """Store the draft; whether there is one."""
        self.take()
        self._saving.keep()
        return self._saving.draft(self.slot) is not None
