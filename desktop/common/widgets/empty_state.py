"""What a place says when it has nothing to show: an icon, one line, the next step."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from desktop.common.persian import spoken
from desktop.common.theme import Theme
from desktop.common.widgets.buttons import Chip
from desktop.common.widgets.flow import Flow
from desktop.common.widgets.labels import IconLabel, RichLabel
from desktop.common.widgets.steady_bar import SCROLL_BAR

_WIDEST = 560
_CHIP = 28
_AIR = 12


class _Lead(RichLabel):
    """Belongs to what follows it."""

    def _height(self, width: int) -> int:
        return super()._height(width) + _AIR

    def _top(self) -> float:
        return _AIR


class EmptyState(QWidget):
    """Centred, `for_list` beside the room of the bar of the list whose place it takes.

    `offer` adds chips with suggestions, `taken` carries the chosen one.
    """

    taken = Signal(str)

    def __init__(
        self, theme: Theme, icon_name: str, size: int = 44, *, for_list: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName("emptyState")
        self._bar = SCROLL_BAR if for_list else 0
        self._title, self._body = RichLabel("", "h3"), RichLabel("", "caption")
        self._lead = _Lead("", "caption")
        self._title.centred = self._body.centred = self._lead.centred = True
        self._lead.hide()
        self._chips = Flow(centred=True)
        self._offers: list[Chip] = []
        layout = self._rows = QVBoxLayout(self)
        # Low places show less of it instead of squeezing their neighbours.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.setSpacing(8)
        layout.addStretch()
        self._picture = IconLabel(theme, icon_name, size, "faint")
        self._theme = theme
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._title)
        layout.addWidget(self._body)
        layout.addWidget(self._lead)
        layout.addLayout(self._chips)
        self._waiting = QWidget()
        layout.addWidget(self._waiting)
        self._waiting.hide()
        layout.addStretch()
        self._centre()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.px(40))

    def hasHeightForWidth(self) -> bool:
        """It takes what is left; its labels would ask their neighbours to give way."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._centre()
        self._fit()

    def _centre(self) -> None:
        """Lines no longer than they read well."""
        side = max(24, (self.width() - self._bar - self._theme.px(_WIDEST)) // 2)
        self._rows.setContentsMargins(side + self._bar, 8, side, 8)

    def wait_for_offers(self) -> None:
        """Keep the room of a line of chips free: what stands above must not move when they come."""
        self.offer(())
        self._waiting.setFixedHeight(self._theme.px(_CHIP))
        self._waiting.show()
        self._fit()

    def _fit(self) -> None:
        """Only what finds room whole: the line first, then the captions, then the picture."""
        around, gap = self._rows.contentsMargins(), self._rows.spacing()
        width = self.width() - around.left() - around.right()
        room = self.height() - around.top() - around.bottom()
        offers = True
        if not self._chips.isEmpty():
            room -= self._chips.heightForWidth(width) + gap
        elif not self._waiting.isHidden():
            room -= self._waiting.height() + gap
        else:
            offers = False
        told = [self._title, self._body, *([self._lead] if offers and self._lead.plain else [])]
        self._lead.hide()
        heights: dict[QWidget, int] = {part: part.heightForWidth(width) for part in told}
        heights[self._picture] = self._picture.sizeHint().height()
        fits = True
        for part, height in heights.items():
            fits = fits and height <= room
            part.setVisible(fits)
            room -= height + gap

    def say(self, title: str, body: str, lead: str = "") -> None:
        """The one line, the caption below it, and what introduces suggestions."""
        self._title.say(title)
        self._body.say(body)
        self._lead.say(lead)
        self.setAccessibleName(spoken(title, body))
        self._fit()

    def show_picture(self, icon_name: str) -> None:
        self._picture.show_icon(icon_name, "faint")

    def offer(self, suggestions: tuple[str, ...]) -> None:
        """Replace what the chips say; new ones are dressed for longer than old ones are told."""
        while len(self._offers) < len(suggestions):
            self._add_offer()
        unused = [""] * (len(self._offers) - len(suggestions))
        for chip, text in zip(self._offers, (*suggestions, *unused), strict=True):
            chip.setText(text)
            chip.setVisible(bool(text))
        self._waiting.hide()
        self._fit()

    def way_out(self) -> QWidget | None:
        """The first chip, where one is offered."""
        return next((chip for chip in self._offers if chip.text()), None)

    def _add_offer(self) -> None:
        chip = Chip("", self, checkable=False)
        chip.clicked.connect(lambda: self.taken.emit(chip.text()))
        self._offers.append(chip)
        self._chips.addWidget(chip)
