"""Rail, page and panel side by side, or the panel as a drawer over a narrow window."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.common.context import Context
from desktop.common.widgets.one_page import OnePage
from desktop.common.widgets.split import Split
from desktop.shell.forms import Form


class _Scrim(QWidget):
    """Darkens what lies behind the drawer; a click on it closes."""

    clicked = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, 90))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()


class Workspace(QWidget):
    """Arranges three parts it does not look into."""

    drawer_closed = Signal()

    def __init__(self, context: Context, rail: QWidget, panel: QWidget) -> None:
        super().__init__()
        self._context, self._rail, self._panel = context, rail, panel
        self.stack = OnePage()
        self._splitter = Split()
        self._splitter.addWidget(self.stack)
        self._splitter.addWidget(panel)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(rail)
        self._layout.addWidget(self._splitter, 1)
        self.scrim = _Scrim(self)
        self.scrim.hide()
        self.scrim.clicked.connect(self.drawer_closed)
        self._form: Form | None = None
        self._sized_for = 0  # only while it is in sight: the splitter heeds no hidden panel
        self._open = False
        self.installEventFilter(self)

    def arrange(self, form: Form, *, panel_open: bool, rail_open: bool) -> None:
        """Take a form; keeps the reader's own panel width while form and zoom stay."""
        self._rail.setVisible(rail_open)
        self._form, self._open = form, panel_open
        if form.drawer:
            self._lay_drawer()
        else:
            self._lay_beside(form)

    def _lay_beside(self, form: Form) -> None:
        self.scrim.hide()
        held = self.window().focusWidget()
        was_drawer = self._splitter.indexOf(self._panel) < 0
        if was_drawer:
            self._splitter.addWidget(self._panel)
            self._sized_for = 0
        px = self._context.theme.px
        self._panel.setMinimumWidth(max(280, px(280)))
        self._panel.setVisible(self._open)
        if was_drawer and self._open and held is not None and self._panel.isAncestorOf(held):
            held.setFocus(Qt.FocusReason.OtherFocusReason)  # Qt took the keyboard from it
        width = px(form.panel_width)
        if self._open and width != self._sized_for:
            self._sized_for = width
            self._splitter.refresh()  # counts the line beside the panel, as Qt would do later
            self._splitter.setSizes([max(self._splitter.width() - width, 300), width])

    def _lay_drawer(self) -> None:
        assert self._form is not None
        if self._panel.parentWidget() is not self:
            self._panel.setParent(self)
        self.scrim.setVisible(self._open)
        self._panel.setVisible(self._open)
        width = min(self._context.theme.px(self._form.panel_width), self.width() - 80)
        self.scrim.setGeometry(self.rect())
        self._panel.setMinimumWidth(0)
        self._panel.setGeometry(0, 0, width, self.height())
        self.scrim.raise_()
        self._panel.raise_()

    @property
    def drawer_is_open(self) -> bool:
        return bool(self._form and self._form.drawer and self._open)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._form and self._form.drawer:
            self._lay_drawer()
        return False
