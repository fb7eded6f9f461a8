"""The chips above the results: the whole, the document, the notes, one axis."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from desktop.common.context import Context
from desktop.common.icons import icon
from desktop.common.persian import at_least, digits, said
from desktop.common.tokens import AXIS_ICONS
from desktop.common.widgets.buttons import Chip
from desktop.common.widgets.one_of import OneOf
from desktop.search.answer import Counts
from desktop.search.rows import ALL, DOCUMENT, DOCUMENT_TITLE, NOTES, NOTES_TITLE

_FEWEST = 2  # scopes below which there is nothing to choose
_GAP = 8


class ScopeChips(QWidget):
    """One chip is pressed; axes are their pictures with counts, the pressed one has its name."""

    scope_chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._group = OneOf(self)
        self._titles: dict[str, str] = {}
        self._counts: dict[str, str] = {}
        self._said: dict[str, tuple[str, str, bool]] = {}
        self._chips: dict[str, Chip] = {}
        self._here, self.scope = "", ALL
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_GAP)
        self._rows = [self._row(), self._row()]
        axes = [axis.slug for axis in context.reference.axes()]
        for scope in (ALL, DOCUMENT, NOTES):
            self._add(scope, self._rows[0])
        for slug in axes:
            self._add(slug, self._rows[1])
        for row in self._rows:
            row.addStretch()
        context.theme.changed.connect(self._paint)
        self._paint()

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        self._layout.addLayout(row)
        return row

    def _add(self, scope: str, row: QHBoxLayout) -> None:
        chip = self._chips[scope] = Chip("")
        chip.clicked.connect(lambda _=False: self.scope_chosen.emit(scope))
        self._group.take(chip)
        row.addWidget(chip)

    def _paint(self) -> None:
        theme = self._context.theme
        side = theme.px(16)
        for slug, name in AXIS_ICONS.items():
            self._chips[slug].setIcon(icon(name, theme.axis_colour(slug), side))
            self._chips[slug].setIconSize(QSize(side, side))
        self._fold()

    def show_counts(self, counts: Counts, here: str, scope: str) -> None:
        """Counts of an answer; `here` is the axis the reader came from, "" for none."""
        if here != self._here:
            self._place_here(here)
        found = {
            ALL: counts.whole,
            DOCUMENT: counts.direct if counts.notes else 0,
            NOTES: counts.notes if counts.direct or counts.near else 0,
            **{slug: count for slug, count in counts.axes.items() if count < counts.whole},
        }
        numbers = {name: digits(found.get(name) or "") for name in self._chips}
        if counts.more_notes:  # which may stand in any axis
            numbers |= {slug: at_least(numbers[slug]) for slug in AXIS_ICONS if numbers[slug]}
        titles = {ALL: "همه", DOCUMENT: DOCUMENT_TITLE, NOTES: NOTES_TITLE}
        titles |= {axis.slug: axis.title for axis in self._context.reference.axes()}
        if here:
            titles[here] = "فقط این محور"
        self._titles, self._counts = titles, numbers
        shown = [name for name, number in numbers.items() if number]
        for name, chip in self._chips.items():
            chip.setVisible(bool(numbers[name]) and len(shown) > _FEWEST - 1)
        self.choose(scope if scope in shown else ALL)
        self.setVisible(len(shown) >= _FEWEST)

    def _place_here(self, here: str) -> None:
        """«فقط این محور» stands among the scopes, the other axes in their own order."""
        self._here = here
        for place, slug in enumerate(AXIS_ICONS):
            row, at = (self._rows[0], 3) if slug == self._here else (self._rows[1], place)
            for other in self._rows:
                other.removeWidget(self._chips[slug])
            row.insertWidget(min(at, row.count() - 1), self._chips[slug])

    def choose(self, scope: str) -> None:
        """Press a chip without telling anybody."""
        self.scope = scope
        self._chips[scope].setChecked(True)
        for name, chip in self._chips.items():
            title, count = self._titles.get(name, ""), self._counts.get(name, "")
            if not count:
                continue
            named = name not in AXIS_ICONS or name == self._here or chip.isChecked()
            if self._said.get(name) != (title, count, named):
                self._said[name] = title, count, named
                self._say(chip, name, title, count, named=named)
        self._fold()

    def _say(self, chip: Chip, name: str, title: str, count: str, *, named: bool) -> None:
        # The en space keeps picture and text apart, which the style sheet cannot do.
        lead = "\u2002" if name in AXIS_ICONS else ""
        chip.setText(lead + (f"{title} {count}" if named else count))
        chip.setAccessibleName(f"دامنه: {title}، {said(count)} نتیجه")
        chip.setToolTip("" if named else title)

    def _fold(self) -> None:
        """One line where both rows fit into it."""
        needed = sum(row.sizeHint().width() for row in self._rows) + _GAP
        fits = needed <= self.width()
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.LeftToRight if fits else direction.TopToBottom)
        self._layout.setStretch(1, 1 if fits else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def pressed(self) -> QWidget:
        """The pressed chip, where the keyboard enters the row."""
        return self._group.checkedButton() or self._chips[ALL]
