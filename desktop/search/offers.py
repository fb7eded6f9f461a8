"""What the reader may take in the place of what they typed."""

from PySide6.QtCore import QObject, Signal, Slot

from desktop.common.context import Context
from desktop.search.finds import Finds
from desktop.search.inquiry import Inquiry
from desktop.search.nothing_found import NothingFound
from desktop.search.question import Question


class Offers(QObject):
    """The suggestion, the very words typed, or what is offered where nothing was found."""

    query_wanted = Signal(str)

    def __init__(
        self,
        context: Context,
        inquiry: Inquiry,
        finds: Finds,
        question: Question,
        empty: NothingFound,
    ) -> None:
        super().__init__(empty)
        self._context, self._inquiry, self._finds = context, inquiry, finds
        question.accepted.connect(self.accept)
        question.insisted.connect(self.insist)
        empty.taken.connect(self._take)

    @property
    def suggestion(self) -> str:
        """What the query may have meant, "" when there is nothing to ask."""
        return self._finds.answer.suggestion if self._finds.answer else ""

    @Slot()
    def accept(self) -> None:
        """Take what was suggested as the query."""
        if self.suggestion:
            self.query_wanted.emit(self.suggestion)

    @Slot()
    def insist(self) -> None:
        """Search for just what was typed."""
        if self.suggestion and not self._inquiry.is_literal:
            self._inquiry.insist(self.suggestion)

    @Slot(str)
    def _take(self, offered: str) -> None:
        item = self._context.reference.item_by_code(self._inquiry.query)
        if item is not None:
            self._finds.query_kept.emit(self._inquiry.query)
            self._finds.open_item(item.id)
        else:
            self.query_wanted.emit(offered)
