"""What is cut off, lies over something else or is painted beyond its row."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QRadioButton,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
    QWidget,
)

_PARTS = (QLabel, QAbstractButton, QLineEdit, QAbstractScrollArea)
_MARGIN = 40  # pixels around a row in which nothing may appear
_SLACK = 1
_LONGEST_WORD = 24
_INSIDE = "qt_spinbox_lineedit"  # Qt's own part of a date


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", lambda: "")() or widget.accessibleName()
    return f"{type(widget).__name__} «{text[:50]}»"


def shown(root: QWidget) -> Iterator[QWidget]:
    """What can be seen in a part of the window."""
    return (
        one for one in root.findChildren(QWidget) if one.isVisible() and not one.size().isEmpty()
    )


def cut(root: QWidget) -> list[str]:
    """Labels, buttons and lines to write in that are smaller than what they say or ask for."""
    return [
        f"{_name(one)}: {one.width()}×{one.height()} of {width}×{height}"
        for one in shown(root)
        for width, height in [_needed(one)]
        if one.width() + _SLACK < width or one.height() + _SLACK < height
    ]


def _needed(widget: QWidget) -> tuple[int, int]:
    """Least width and height that show the whole text; zeros where nothing is said."""
    if isinstance(widget, QLabel) and widget.text():
        if widget.hasHeightForWidth():
            return _longest_word(widget), widget.heightForWidth(widget.width())
        return widget.sizeHint().width(), widget.sizeHint().height()
    if isinstance(widget, QLineEdit | QDateEdit) and widget.objectName() != _INSIDE:
        return 0, widget.sizeHint().height()
    if isinstance(widget, QToolButton | QCheckBox | QRadioButton):
        return widget.sizeHint().width() if widget.text() else 0, 0
    if isinstance(widget, QAbstractButton) and widget.text():
        height = widget.heightForWidth(widget.width())
        if widget.hasHeightForWidth():
            return 0, height
        return widget.sizeHint().width(), widget.fontMetrics().height()
    return 0, 0


def _longest_word(label: QLabel) -> int:
    """Paths and fingerprints are broken anywhere, words are not."""
    breakable = any(len(word) > _LONGEST_WORD for word in label.text().split())
    return 0 if breakable else label.minimumSizeHint().width()


def overlapping(root: QWidget) -> list[str]:
    """Pairs of neighbours that lie over each other, and what reaches out of its parent."""
    found = []
    for parent in (root, *shown(root)):
        layout = parent.layout()
        if layout is None:
            continue
        parts = [
            one
            for one in parent.children()
            if isinstance(one, QWidget) and one.isVisible() and layout.indexOf(one) >= 0
        ]
        found += [
            f"{_name(one)} lies over {_name(other)}"
            for one, other in combinations(parts, 2)
            if not one.geometry().intersected(other.geometry()).isEmpty()
        ]
        room = parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
        found += [
            f"{_name(one)} reaches out of its parent: {one.geometry()} in {parent.rect()}"
            for one in parts
            if isinstance(one, _PARTS) and not room.contains(one.geometry())
        ]
    return found


def painted_outside(view: QAbstractItemView) -> list[str]:
    """Rows whose delegate paints beyond the row's own rectangle, laid out as before a paint.

    A tree keeps the room of an indentation beside the row for it.
    """
    view.executeDelayedItemsLayout()
    model = view.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return [_name_of(index) for index in rows if _spills(view, index)]


def _name_of(index: QModelIndex) -> str:
    return f"row {index.row()}: {str(index.data(Qt.ItemDataRole.AccessibleTextRole))[:70]}"


def _spills(view: QAbstractItemView, index: QModelIndex) -> bool:
    option = QStyleOptionViewItem()
    option.initFrom(view)
    height = view.sizeHintForIndex(index).height()
    option.rect = QRect(_MARGIN, _MARGIN, view.viewport().width(), height)
    own = option.rect.adjusted(0, 0, view.indentation() if isinstance(view, QTreeView) else 0, 0)
    around = option.rect.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
    image = QImage(around.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        view.itemDelegate().paint(painter, option, index)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(own, Qt.GlobalColor.transparent)
    empty = QImage(image.size(), image.format())
    empty.fill(Qt.GlobalColor.transparent)
    return image != empty
