"""Where the parts of a row lie; painting, measuring and clicking share these rectangles."""

from functools import cached_property

from PySide6.QtCore import QRectF

from db.record import record
from desktop.axis.model import Row, RowKind
from desktop.common.theme import Theme

COLUMN_MAX = 820
SIDE_PAD = 20
HEAD_HEIGHT = 86
SECTION_HEIGHT = 56


@record
class RowGeometry:
    """Rectangles of a direction's row inside `outer`, the view's rectangle for it."""

    theme: Theme
    outer: QRectF
    indent: int = 0

    @cached_property
    def column(self) -> QRectF:
        """The content column, centred, at most 820 wide at 100 %."""
        return column_of(self.theme, self.outer)

    @cached_property
    def box(self) -> QRectF:
        return self.column.adjusted(0, 2, -self.indent, -2)

    @cached_property
    def number_width(self) -> int:
        return self.theme.px(46)

    @cached_property
    def text(self) -> QRectF:
        box = self.box
        return QRectF(
            box.left() + self.theme.px(66),
            box.top() + self.theme.px(9),
            box.width() - self.number_width - self.theme.px(66),
            box.height() - self.theme.px(18),
        )

    @cached_property
    def bookmark(self) -> QRectF:
        return self._gutter(8)

    @cached_property
    def menu(self) -> QRectF:
        return self._gutter(34)

    def _gutter(self, left: int) -> QRectF:
        side = self.theme.px(24)
        return QRectF(
            self.box.left() + self.theme.px(left), self.box.top() + self.theme.px(10), side, side
        )


def column_of(theme: Theme, outer: QRectF) -> QRectF:
    """The content column inside a view's row."""
    width = min(outer.width() - 2 * SIDE_PAD, theme.px(COLUMN_MAX))
    left = outer.left() + (outer.width() - width) / 2
    return QRectF(left, outer.top(), width, outer.height())


def vision_bookmark(theme: Theme, outer: QRectF) -> QRectF:
    """The bookmark of a vision's card, at the left of its first line."""
    box, side = column_of(theme, outer), theme.px(24)
    return QRectF(box.left() + theme.px(16), box.top() + theme.px(12), side, side)


def geometry(theme: Theme, row: Row, outer: QRectF) -> RowGeometry:
    indent = theme.px(40) if row.kind is RowKind.CHILD else 0
    return RowGeometry(theme, outer, indent)
