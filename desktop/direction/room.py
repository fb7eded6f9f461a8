"""What of the panel is in sight at which height, and how the editor takes the room it needs."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from desktop.direction.panel import Panel

# Heights of the panel at zoom 100 % from which on …
_ROOMY = 430  # … the editor stands open while nobody writes
_BOOKMARK = 400  # … the line beside a bookmark stands as long as the bookmark
_THREE_LINES = 370  # … the reader of a low window shows three lines, not two
_ABREAST = 330  # … the editor being written in leaves room for the list and the tools
_READABLE = 290  # … and below that still for the text and the names of the tabs
_TOOLS = 230  # … there are tools
_LEAST = 245  # … the editor shows a line while nobody writes


class PanelRoom(QObject):
    """Follows the panel's height and whether a note is being written."""

    def __init__(self, panel: "Panel") -> None:
        super().__init__(panel)
        self._panel = panel
        self._low = self._writing = False
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._focus_moved)

    def set_low(self, low: bool) -> None:
        """A shorter reader in low windows."""
        self._low = low
        self.fit()

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        """A menu or another window leaves everything as it is."""
        composer, panel = self._panel.composer, self._panel
        if composer is None or now is None or now.window() is not panel.window():
            return
        writing = composer.isAncestorOf(now)
        if writing != self._writing:
            self._writing = writing
            self.fit()

    def _has(self, height: int) -> bool:
        return self._panel.height() > self._panel.context.theme.px(height)

    def fit(self) -> None:
        """Share the height out."""
        panel, tight = self._panel, self._writing and not self._has(_ABREAST)
        readable = not tight or self._has(_READABLE)
        lines = 4 if not self._low else 3 if self._has(_THREE_LINES) else 2
        panel.reader.setFixedHeight(panel.reader.height_of(lines))
        panel.reader.setVisible(readable)
        for tool in panel.tools.buttons:
            tool.setVisible(self._has(_TOOLS) and not tight)
        panel.bookmark_note.set_roomy(self._has(_BOOKMARK))
        if panel.composer is not None:
            panel.tabs.show_names(readable)
            panel.notes.show_list(not tight)
            panel.composer.set_low(self._low)
            panel.composer.set_open(self._writing or self._has(_ROOMY))
            shown = self._writing or self._has(_LEAST)
            panel.composer.setVisible(shown)
            panel.notes.point_to_editor(below=shown)
