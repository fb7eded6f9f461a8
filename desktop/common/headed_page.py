"""A page of the reader's own: its head, and what they made, or a sign that there is nothing."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.common.context import Context
from desktop.common.page import Page
from desktop.common.widgets.empty_state import EmptyState
from desktop.common.widgets.page_head import PageHead


class HeadedPage(Page):
    """The head spans the page, and the body below it is as wide."""

    def __init__(self, context: Context, title: str, icon: str) -> None:
        super().__init__(context)
        self.head = PageHead(context.theme, title)
        self.head.stand_over(column=False)
        self.empty = EmptyState(context.theme, icon, for_list=True)
        self.stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.head)
        layout.addWidget(self.stack, 1)

    def hold(self, body: QWidget) -> None:
        """Let something stand below the head."""
        self.stack.addWidget(body)
        self.stack.addWidget(self.empty)

    def show_count(self, said: str, *, some: bool) -> None:
        """Say how much there is; the sign stands where there is nothing."""
        self.head.caption.say(said if some else "")
        self.stack.setCurrentIndex(0 if some else 1)

    def title(self) -> str:
        return self.head.title.plain
