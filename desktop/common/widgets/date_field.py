"""A day by the Jalali calendar on screen, an ISO date to the program."""

from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QCalendar, QDate, QSize, Qt, Slot
from PySide6.QtGui import QFocusEvent, QShowEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QToolButton, QWidget

from desktop.common.icons import icon
from desktop.common.persian import PERSIAN, force_right_to_left
from desktop.common.theme import Theme
from desktop.common.widgets.by_keys import BY_KEYS
from desktop.common.widgets.sheet_by_zoom import ARROW, DropArrow

_LEAST = QSize(0, 34)  # pixels
_LAST = QDate(9998, 12, 31)  # the day after it Python can name too, in every zone


class DateField(DropArrow, QDateEdit):
    """Shows «۱۴ آبان ۱۴۰۴»; the arrow opens a month that begins on Saturday."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setLocale(PERSIAN)
        self.setCalendar(QCalendar(QCalendar.System.Jalali))
        # In a right-to-left window Qt shows the parts of a format from its end.
        self.setDisplayFormat("yyyy MMMM d")
        self.setMaximumDate(_LAST)
        self.setCalendarPopup(True)
        force_right_to_left(self.lineEdit())
        self.set_iso(date.today().isoformat())
        self._has_month = False
        theme.changed.connect(self._recolour)

    def showEvent(self, event: QShowEvent) -> None:
        """Only now is the month made, of thirty parts: most fields stay out of sight."""
        super().showEvent(event)
        if not self._has_month:
            self._has_month = True
            self._dress()

    @Slot()
    def _recolour(self) -> None:
        if self._has_month:
            self._dress()

    def _dress(self) -> None:
        """Friday marked instead of Saturday and Sunday; arrows in the colour of the text."""
        month, side = self.calendarWidget(), self._theme.px(ARROW)
        for name, picture in (("prev", "chevron-right"), ("next", "chevron-left")):
            for button in month.findChildren(QToolButton, f"qt_calendar_{name}month"):
                button.setIcon(icon(picture, self._theme.tokens.text, side))
                button.setIconSize(QSize(side, side))
        month.setLocale(PERSIAN)
        month.setFirstDayOfWeek(Qt.DayOfWeek.Saturday)
        month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        plain, marked = QTextCharFormat(), QTextCharFormat()
        marked.setFontUnderline(True)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            month.setWeekdayTextFormat(day, plain)
        month.setWeekdayTextFormat(Qt.DayOfWeek.Friday, marked)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(_LEAST)

    def minimumSizeHint(self) -> QSize:
        """Never lower than a line to write in, as the least height of a style sheet would be."""
        return super().minimumSizeHint().expandedTo(_LEAST)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab leaves the field as it leaves every other; the arrows go from part to part."""
        return QWidget.focusNextPrevChild(self, forwards)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming in by keys, the arrows up and down change the day, not the year."""
        super().focusInEvent(event)
        if event.reason() in BY_KEYS:
            self.setSelectedSection(QDateEdit.Section.DaySection)

    def iso(self) -> str:
        return self.date().toString(Qt.DateFormat.ISODate)

    def begins(self) -> datetime:
        """The first moment of the day; Python on Windows knows no zone's time before 1970."""
        seconds = self.date().startOfDay().toSecsSinceEpoch()
        return datetime.fromtimestamp(0, UTC) + timedelta(seconds=seconds)

    def set_iso(self, text: str) -> None:
        self.setDate(QDate.fromString(text, Qt.DateFormat.ISODate))
