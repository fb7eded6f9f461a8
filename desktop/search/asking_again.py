"""What is shown is asked again when the reader's texts may answer otherwise by now."""

from typing import Any

from PySide6.QtCore import QObject, Slot

from desktop.common.context import Context
from desktop.common.page import Page
from desktop.search.finds import Finds
from desktop.search.inquiry import Inquiry
from desktop.search.results_list import ResultsList


class AskingAgain(QObject):
    """`standing` is where the reader is in the list, for the next answer to be shown there."""

    def __init__(
        self, context: Context, page: Page, shown: ResultsList, inquiry: Inquiry, finds: Finds
    ) -> None:
        super().__init__(page)
        self._page, self._list, self._inquiry, self._finds = page, shown, inquiry, finds
        self.standing: dict[str, Any] = {}
        context.finder.followed.connect(self._ask_again)
        context.finder.learnt.connect(self._mend)
        inquiry.renewed.connect(self.forget)
        shown.more_wanted.connect(self._ask_for_more)
        finds.more_wanted.connect(self._ask_for_more)

    def come_back(self, state: dict[str, Any]) -> None:
        """The list is to stand as it did when the reader left it."""
        self.standing = self._finds.come_back(state, self._inquiry.query)

    @Slot()
    def forget(self) -> None:
        """What comes next is shown from its top, and opens nothing."""
        self.standing = {}
        self._finds.stay()

    @Slot()
    def _ask_again(self) -> None:
        """A save may have changed what answers; the reader's place stays."""
        answer = self._finds.answer
        if self._inquiry.waiting:
            self._inquiry.again()
        elif answer and self._page.isVisible() and self._inquiry.may_differ(answer.results):
            self.standing = self._page.state()
            self._inquiry.again()

    @Slot()
    def _mend(self) -> None:
        """What found no note may find one now that its slip can be mended."""
        answer = self._finds.answer
        if self._inquiry.waiting or not (answer and answer.results.notes):
            self._ask_again()

    @Slot()
    def _ask_for_more(self) -> None:
        """The first of what comes takes the place of the line that stood for it."""
        above, here = self._list.key_above_more(), {**self._page.state(), "selected": ()}
        self.standing = {**here, "item": above, "onward": True}
        self._inquiry.ask_for_more()
