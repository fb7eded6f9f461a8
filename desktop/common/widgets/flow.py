"""A row that goes on in the next line where the window is too narrow for it."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from desktop.common.widgets.heights import Heights

Line = list[tuple[QLayoutItem, int]]  # items with the widths they get


class Flow(QLayout):
    """From the right; what comes after `break_to_left` stands at the left end of its line.

    Each line of a centred one stands in the middle.
    """

    def __init__(
        self, spacing: int = 8, parent: QWidget | None = None, *, centred: bool = False
    ) -> None:
        super().__init__(parent)
        self._centred = centred
        self._items: list[QLayoutItem] = []
        self._left_from: int | None = None
        self._heights = Heights()
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def break_to_left(self) -> None:
        self._left_from = len(self._items)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._heights.at(width, self._height)

    def invalidate(self) -> None:
        self._heights.forget()
        super().invalidate()

    def sizeHint(self) -> QSize:
        """Everything in one line."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(len(hints) - 1, 0)
        return self._framed(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        width = max((size.width() for size in sizes), default=0)
        return self._framed(width, max((size.height() for size in sizes), default=0))

    def _framed(self, width: int, height: int) -> QSize:
        frame = self.contentsMargins()
        return QSize(width + frame.left() + frame.right(), height + frame.top() + frame.bottom())

    def _height(self, width: int) -> int:
        frame = self.contentsMargins()
        lines = list(self._lines(width - frame.left() - frame.right()))
        inner = sum(map(_line_height, lines)) + self.spacing() * max(len(lines) - 1, 0)
        return inner + frame.top() + frame.bottom()

    def _lines(self, width: int) -> Iterator[Line]:
        line: Line = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wanted = min(item.sizeHint().width(), width)
            if line and used + self.spacing() + wanted > width:
                yield line
                line, used = [], 0
            used += wanted + (self.spacing() if line else 0)
            line.append((item, wanted))
        if line:
            yield line

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        top = inner.top()
        for line in self._lines(inner.width()):
            height = _line_height(line)
            self._place(line, QRect(inner.left(), top, inner.width(), height))
            top += height + self.spacing()

    def _place(self, line: Line, area: QRect) -> None:
        far = self._items[self._left_from :] if self._left_from is not None else []
        near = [(item, width) for item, width in line if item not in far]
        at_left = [(item, width) for item, width in line if item in far]
        right = area.right() + 1
        if self._centred:
            used = sum(width for _, width in near) + self.spacing() * (len(near) - 1)
            right -= (area.width() - used) // 2
        for item, width in near:
            right -= width
            _settle(item, right, width, area)
            right -= self.spacing()
        left = area.left()
        for item, width in reversed(at_left):
            _settle(item, left, width, area)
            left += width + self.spacing()


def _line_height(line: Line) -> int:
    return max(_item_height(item, width) for item, width in line)


def _item_height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _settle(item: QLayoutItem, left: int, width: int, line: QRect) -> None:
    height = _item_height(item, width)
    top = line.top() + (line.height() - height) // 2
    if item.alignment() & Qt.AlignmentFlag.AlignBottom:
        top = line.bottom() + 1 - height
    item.setGeometry(QRect(left, top, width, height))
