"""Pages on screen as they will be on paper."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.common.painting import stroke_round
from desktop.common.persian import digits
from desktop.common.theme import Theme
from desktop.common.widgets.layouts import clear, make_stop, scrolling, widgets_in
from desktop.printing.paper import PAGE, Paper

_MOST_WIDTH = 720


class PageView(QWidget):
    """One page, white under every theme, as wide as there is room."""

    def __init__(self, theme: Theme, paper: Paper, number: int) -> None:
        super().__init__()
        self._theme, self._paper, self._number = theme, paper, number
        spoken = f"صفحه‌ی {digits(number)} از {digits(paper.page_count)}"
        self.setAccessibleName(spoken)

    def fit(self, width: int) -> None:
        self.setFixedSize(QSize(width, round(width * PAGE.height() / PAGE.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        painter.save()
        scale = self.width() / PAGE.width()
        painter.scale(scale, scale)
        self._paper.paint(painter, self._number)
        painter.restore()
        stroke_round(painter, QRectF(self.rect()), 0, self._theme.tokens.border2)


class Preview(QWidget):
    """All pages of a paper below each other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._body = QWidget()
        self._pages = QVBoxLayout(self._body)
        self._pages.setSpacing(14)
        self._area = scrolling(self._body)
        make_stop(self._area, "پیش‌نمایش صفحه‌ها")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def show_paper(self, paper: Paper) -> None:
        """Replace the pages and begin at the first."""
        clear(self._pages)
        for number in range(1, paper.page_count + 1):
            page = PageView(self._theme, paper, number)
            self._pages.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        self._area.verticalScrollBar().setValue(0)
        self._fit()

    def views(self) -> list[PageView]:
        return [one for one in widgets_in(self._pages) if isinstance(one, PageView)]

    def _fit(self) -> None:
        width = max(240, min(self.width() - 48, self._theme.px(_MOST_WIDTH)))
        for page in self.views():
            page.fit(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
