"""Paints collections and bookmarks, and edits the line beside a bookmark in its place."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktop.bookmarks.model import COUNT, HEADING, ITEM_ID, NOTE, WHERE, BookmarkModel
from desktop.common.icons import paint_icon
from desktop.common.painting import RowState, paint_row_box
from desktop.common.persian import digits
from desktop.common.row_model import AnyIndex
from desktop.common.text_block import Style, TextBlock, draw_line, line_width, text_block
from desktop.common.theme import Theme
from desktop.common.tokens import AXIS_ICONS
from desktop.common.widgets.line_edit import LineEdit

_LEFT, RIGHT = 20, 20  # a tree view keeps no margins of its own
CHEVRON = 16


class BookmarkDelegate(QStyledItemDelegate):
    """A bookmark shows its whole sentence, its place and its own line."""

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def _text_width(self, index: AnyIndex) -> int:
        depth, parent = 1, index.parent()
        while parent.isValid():
            depth, parent = depth + 1, parent.parent()
        return (
            self._view.viewport().width()
            - depth * self._view.indentation()
            - self._theme.px(32)
            - 2 * self._theme.px(14)
            - _LEFT
            + self._reach()
        )

    def _reach(self) -> int:
        """How far a row goes into its indentation, to stand below the title of the page."""
        return self._view.indentation() - RIGHT

    def _block(self, index: AnyIndex) -> TextBlock:
        style = Style(15 * self._theme.zoom)
        return text_block(str(index.data()), style, self._text_width(index))

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        px = self._theme.px
        if not index.data(ITEM_ID):
            return QSize(60, px(42))
        note = px(24) if index.data(NOTE) else 0
        text = round(self._block(index).height) + px(22) + note + 2 * px(8)
        return QSize(60, text + self._heading(index))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        box = QRectF(option.rect).adjusted(_LEFT, 2, self._reach(), -2)
        painter.save()
        if head := self._heading(index):
            self._paint_heading(painter, QRectF(box.x(), box.y(), box.width(), head), index)
            box.setTop(box.top() + head)
        paint_row_box(painter, box, self._theme, RowState.of(option))
        side = px(20)
        spot = QRectF(box.right() - px(14) - side, box.top() + px(9), side, side)
        line = QRectF(box.left() + px(14), box.top(), spot.left() - px(26) - box.left(), 0)
        if index.data(ITEM_ID):
            self._paint_bookmark(painter, spot, line, index)
        else:
            spot.translate(-px(8), 0)  # off the chevron
            line.setRight(line.right() - px(8))
            paint_icon(painter, spot, "folder", tokens.accent)
            self._paint_chevron(painter, box, index)
            line.setHeight(box.height())
            count = f"{digits(index.data(COUNT) or 0)} نشان"
            small, bold = Style(13 * self._theme.zoom), Style(15 * self._theme.zoom, 600)
            draw_line(painter, line, count, small, tokens.muted, left=True)
            line.setLeft(line.left() + line_width(count, small) + px(12))
            draw_line(painter, line, str(index.data()), bold, tokens.text)
        painter.restore()

    def _heading(self, index: AnyIndex) -> int:
        """The height of what stands over a row, 0 over most."""
        return self._theme.px(40) if index.data(HEADING) else 0

    def _paint_heading(self, painter: QPainter, line: QRectF, index: AnyIndex) -> None:
        line.setTop(line.top() + self._theme.px(8))
        style = Style(15 * self._theme.zoom, 600)
        draw_line(painter, line, str(index.data(HEADING)), style, self._theme.tokens.text)

    def _paint_chevron(self, painter: QPainter, box: QRectF, index: AnyIndex) -> None:
        if index.model().hasChildren(index):
            side = self._theme.px(CHEVRON)
            spot = QRectF(box.right() - side, box.center().y() - side / 2, side, side)
            name = "chevron-down" if self._view.isExpanded(index) else "chevron-right"
            paint_icon(painter, spot, name, self._theme.tokens.muted)

    def _paint_bookmark(
        self, painter: QPainter, spot: QRectF, line: QRectF, index: AnyIndex
    ) -> None:
        px, tokens, zoom = self._theme.px, self._theme.tokens, self._theme.zoom
        axis = str(index.data(ITEM_ID)).split("-")[0]
        paint_icon(painter, spot, AXIS_ICONS[axis], self._theme.axis_colour(axis))
        top, block = line.top() + px(8), self._block(index)
        block.paint(painter, line.right() - self._text_width(index), top, tokens.text)
        where = QRectF(line.left(), top + block.height, line.width(), px(22))
        draw_line(painter, where, str(index.data(WHERE)), Style(13 * zoom), tokens.muted)
        if index.data(NOTE):
            side = px(15)
            lower = where.translated(0, px(23))
            pen = QRectF(lower.right() - side, lower.center().y() - side / 2, side, side)
            paint_icon(painter, pen, "pencil", tokens.accent)
            lower.setRight(pen.left() - px(6))
            draw_line(painter, lower, str(index.data(NOTE)), Style(14 * zoom), tokens.text)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        edit = LineEdit(parent=parent)
        leaf = bool(index.data(ITEM_ID))
        edit.setAccessibleName("یادداشت نشان" if leaf else "عنوان مجموعه")
        edit.setPlaceholderText("یادداشت کوتاه…" if leaf else "عنوان مجموعه")
        return edit

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        if isinstance(editor, QLineEdit):
            role = NOTE if index.data(ITEM_ID) else Qt.ItemDataRole.DisplayRole
            editor.setText(str(index.data(role)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        if isinstance(editor, QLineEdit) and isinstance(model, BookmarkModel):
            model.rename(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        rect: QRect = QRect(option.rect)
        height = self._theme.control()
        editor.setGeometry(rect.adjusted(4, rect.height() - height - 2, -self._theme.px(40), -2))
