"""Persian digits, dates and directions on screen, and offsets between Python and Qt."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCalendar, QDate, QDateTime, QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from db.text.normalize import ltr as ltr
from db.text.normalize import shorten as shorten

RLM = "\u200f"
_OR_MORE = f"{RLM}+"
PERSIAN = QLocale(QLocale.Language.Persian, QLocale.Country.Iran)
PERSIAN.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
_TO_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
LETTERS = ("الف", "ب", "پ", "ت", "ث", "ج", "چ", "ح", "خ", "د")


def digits(value: object) -> str:
    """`str(value)` with Persian digits."""
    return str(value).translate(_TO_PERSIAN)


def counted(*parts: tuple[int, str]) -> str:
    """«۵۰۸ یادداشت و ۳ نشان», without what there is none of."""
    return " و ".join(f"{digits(count)} {name}" for count, name in parts if count)


def percent(share: float) -> str:
    """«۱۲۵٪», its sign at the left of the number wherever it stands."""
    return f"{digits(round(share * 100))}{RLM}٪"


def at_least(number: str) -> str:
    """«۶۰+», its sign at the left of the number wherever it stands."""
    return f"{number}{_OR_MORE}"


def said(number: str) -> str:
    """«دست‌کم ۶۰» for «۶۰+», as it is read aloud."""
    least = number.removesuffix(_OR_MORE)
    return number if least == number else f"دست‌کم {least}"


def rtl(text: str) -> str:
    """Make a line that may begin with a Latin word start at the right."""
    return text if text.startswith(RLM) else RLM + text


def verbatim(text: str) -> str:
    """The words of a button or a menu as they are: Qt takes «&» for the sign of a key."""
    return text.replace("&", "&&")


def in_line(parts: Iterable[str]) -> str:
    """«یکم · دوم»: from right to left though neighbours be Latin words."""
    return f"{RLM} · ".join(parts)


def excerpt(text: str, length: int, lines: int) -> str:
    """The beginning of a text as it stands, whole words in so many lines, and an ellipsis."""
    if len(text) <= length and text.count("\n") < lines:
        return text
    kept = "\n".join(text.split("\n")[:lines])
    return (kept if len(kept) <= length else kept[:length].rsplit(" ", 1)[0]).rstrip() + "…"


def phrase(*parts: str) -> str:
    """«پیگیری، ۹ بند»: what a screen reader says in one breath; what is empty is left out."""
    return "، ".join(filter(None, parts))


def spoken(*parts: str) -> str:
    """Sentences for a screen reader: each ends with one stop, none where it has its own."""
    said = (part.strip() for part in parts)
    return " ".join(part if part[-1] in ".؟!…" else f"{part}." for part in said if part)


def rich(text: str) -> str:
    """Plain text for a rich label: escaped and right-to-left, so that every line ends flush."""
    from html import escape  # with the names of all characters: not before the first paint

    return f'<div dir="rtl">{escape(text)}</div>'


def jalali(moment: datetime, pattern: str = "d MMMM yyyy، HH:mm") -> str:
    """A point in time in the reader's zone by the Jalali calendar: «۱۴ آبان ۱۴۰۴، ۱۰:۴۲»."""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    day: QDate = local.date()
    calendar = QCalendar(QCalendar.System.Jalali)
    told = calendar.dateTimeToString(pattern, local, day, local.time(), PERSIAN)
    return told.replace("پنجشنبه", "پنج‌شنبه")


def qt_offset(text: str, index: int) -> int:
    """UTF-16 position of a code point index."""
    return len(text[:index].encode("utf-16-le")) // 2


def python_offset(text: str, position: int) -> int:
    """Code point index of a UTF-16 position."""
    head = text.encode("utf-16-le")[: 2 * position]
    return len(head.decode("utf-16-le", "ignore"))


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a selection to word edges: half a word highlights as islands in mixed text."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while 0 < start < end and not text[start - 1].isspace():
        start -= 1
    while start < end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def force_right_to_left(edit: QLineEdit) -> None:
    """An empty line edit follows the keyboard otherwise; survives clear and setText."""
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Direction_R, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(edit, key)
    accept_half_space(edit)


def accept_half_space(edit: QLineEdit | QTextEdit) -> None:
    """Let Ctrl+Space type the half-space that the older Windows layout has no key for."""
    insert = edit.insert if isinstance(edit, QLineEdit) else edit.insertPlainText
    shortcut = QShortcut(QKeySequence("Ctrl+Space"), edit, partial(insert, "\u200c"))
    shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)


def make_document_right_to_left(edit: QTextEdit) -> None:
    """Only the text direction: adding an alignment would mirror it to the left."""
    option = edit.document().defaultTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    edit.document().setDefaultTextOption(option)
