"""The sign between a link and what it is left for."""

from PySide6.QtCore import QEvent

from desktop.common.text_roles import zoom
from desktop.common.widgets.buttons import LINK_PAD
from desktop.common.widgets.labels import LineLabel

_GAP = 4  # pixels at zoom 100 %


class StepSign(LineLabel):
    """«›», at the left of a link and as far from it as from what follows, at every zoom."""

    def __init__(self) -> None:
        super().__init__("›", "caption")
        self._keep_off()

    def _keep_off(self) -> None:
        gap = round(_GAP * zoom())
        self.setContentsMargins(gap, 0, gap - LINK_PAD, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._keep_off()
