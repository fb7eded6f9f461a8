"""The rail at the right: the way to every axis and to what the reader keeps."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QVBoxLayout, QWidget

from desktop.common.context import Context
from desktop.common.patient_list import PatientList
from desktop.common.place import Place, RailEntry
from desktop.common.row_asked import row_asked
from desktop.common.row_delegate import ROW
from desktop.common.tokens import AXIS_ICONS
from desktop.rail.delegate import (
    ICON,
    LEAST_ROW_HEIGHT,
    ROW_HEIGHT,
    RailDelegate,
    fits_whole,
)
from desktop.rail.model import CAPTION, LINE, RailModel

WIDTH = 236
NARROW_WIDTH = 64
_AROUND = 8
_BESIDE_ICON = 44  # the row's margins, the bar of the chosen one and the scroll bar


class _RailList(PatientList):
    """One tab stop; moving through it goes to the places at once, coming to it does not.

    A row that does not fit whole is not there: neither painted nor pressed.

    `coming` is true while Qt puts the keyboard on a row because none is current.
    """

    menu_wanted = Signal(object, QPoint)
    coming = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.coming = True
        super().focusInEvent(event)
        self.coming = False

    def indexAt(self, spot: QPoint) -> QModelIndex:
        index = super().indexAt(spot)
        return index if fits_whole(self, self.visualRect(index)) else QModelIndex()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, spot = row_asked(self, event)
        entry = index.data(ROW)
        if isinstance(entry, RailEntry):
            self.menu_wanted.emit(entry.place, spot)


class Rail(QWidget):
    """Says where the reader wants to go."""

    place_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._has_own = False
        self._form: tuple[bool, float] | None = None
        self._following = False
        self.rows = RailModel(self)
        self.list = _RailList()
        self.list.setModel(self.rows)
        self._delegate = RailDelegate(context.theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setAccessibleName("فهرست محورها")
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerItem)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, _AROUND, 0, _AROUND)
        layout.addWidget(self.list)
        self._add_axes()
        self.list.selectionModel().currentChanged.connect(self._go)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        self.list.menu_wanted.connect(self.menu_wanted)
        context.theme.resized.connect(self.list.scheduleDelayedItemsLayout)
        self.set_form(narrow=False)

    def _add_axes(self) -> None:
        self.rows.append(RailEntry(Place("home"), "خانه", "house"), CAPTION)
        for axis in self._context.reference.axes():
            place, picture = Place("axis", axis.slug), AXIS_ICONS[axis.slug]
            entry = RailEntry(place, axis.title, picture, axis.slug, axis.direction_count)
            self.rows.append(entry)

    def add(self, entry: RailEntry) -> None:
        """A further line, below the axes and a rule."""
        if not self._has_own:
            self.rows.append(LINE)
        self._has_own = True
        self.rows.append(entry)
        self._fit()

    def set_form(self, *, narrow: bool) -> None:
        """Full or icons only."""
        form = (narrow, self._context.theme.zoom)
        if form == self._form:
            return
        self._form = form
        self._delegate.narrow = narrow
        px = self._context.theme.px
        self.setFixedWidth(max(NARROW_WIDTH, px(ICON) + _BESIDE_ICON) if narrow else px(WIDTH))
        self._fit()
        self.list.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Rows a little lower, down to what can be pressed, where they would not all find room."""
        rows, px = self.rows, self._context.theme.px
        indexes = [rows.index(row) for row in range(rows.rowCount())]
        others = [one for one in indexes if not isinstance(one.data(ROW), RailEntry)]
        option = QStyleOptionViewItem()
        taken = 2 * _AROUND + sum(self._delegate.sizeHint(option, one).height() for one in others)
        share = (self.height() - taken) // (len(indexes) - len(others))
        height = max(px(LEAST_ROW_HEIGHT), min(px(ROW_HEIGHT), share))
        if height != self._delegate.row_height:
            self._delegate.row_height = height
            self.list.scheduleDelayedItemsLayout()

    def show_place(self, place: Place) -> None:
        """Select the line of a place without asking to go there."""
        row = self._row_of(place)
        selection = self.list.selectionModel()
        self._following = True
        if row >= 0:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            selection.setCurrentIndex(self.rows.index(row), flag)
        else:
            selection.clear()
        self._following = False

    def leads_to(self, place: Place) -> bool:
        """Whether a line leads to a place, or to the page that it is a part of."""
        return self._row_of(place) >= 0

    def _row_of(self, place: Place) -> int:
        row = self.rows.row_of(place)
        return row if row >= 0 else self.rows.row_of(Place(place.page))

    def _go(self, index: QModelIndex) -> None:
        entry = index.data(ROW) if index.isValid() else None
        if isinstance(entry, RailEntry) and not (self._following or self.list.coming):
            self.place_wanted.emit(entry.place)
