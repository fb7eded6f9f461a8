"""What an axis says when none of its items passes the chosen filter."""

from PySide6.QtCore import QEvent, QObject, QRect

from desktop.axis.geometry import HEAD_HEIGHT
from desktop.axis.list_view import AxisList
from desktop.common.theme import Theme
from desktop.common.widgets.empty_state import EmptyState

ALL_ITEMS = "همه‌ی بندهای این محور"
_SAID = {
    "marked": (
        "bookmark",
        "در این محور هنوز چیزی نشان نکرده‌اید",
        "بندی را برگزینید و Ctrl+D را بزنید.",
    ),
    "noted": (
        "notebook-pen",
        "برای بندهای این محور هنوز یادداشتی ننوشته‌اید",
        "بندی را برگزینید و Ctrl+N را بزنید.",
    ),
    "unread": ("check", "همه‌ی این محور را خوانده‌اید", "بند جاری با Ctrl+M خوانده‌نشده می‌شود."),
}


class NothingPasses(EmptyState):
    """Lies over the list, below the head of the axis."""

    def __init__(self, theme: Theme, view: AxisList) -> None:
        super().__init__(theme, "bookmark", 48)
        self._view = view
        self.setParent(view)  # the viewport would scroll it along
        view.viewport().installEventFilter(self)
        self.offer((ALL_ITEMS,))
        self.hide()

    def show_filter(self, name: str) -> None:
        """Say what the filter found none of."""
        icon, title, body = _SAID[name]
        self.show_picture(icon)
        self.say(title, body)
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        inside: QRect = self._view.viewport().geometry()
        self.setGeometry(inside.adjusted(0, self._theme.px(HEAD_HEIGHT), 0, 0))
