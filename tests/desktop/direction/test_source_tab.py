"""The verbatim text of an item in the panel."""

from PySide6.QtGui import QTextCharFormat

from desktop.common.widgets.labels import RichLabel
from desktop.direction.source_tab import SourceTab
from desktop.main_window import MainWindow


def test_the_source_marks_doubtful_places_too(window: MainWindow) -> None:
    window.open_item("infrastructure-4")
    window.panel.show_tab("source")
    tab = window.panel.findChild(SourceTab)
    assert tab is not None
    (marked,) = tab.text.extraSelections()
    assert marked.cursor.selectedText() == "زيرساختهاي ارتباطي"
    assert marked.format.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline


def test_all_that_was_made_uniform_is_named(window: MainWindow) -> None:
    window.open_item("culture-4")  # «1404» of the source is «۱۴۰۴» in the edition
    window.panel.show_tab("source")
    tab = window.panel.findChild(SourceTab)
    assert tab is not None
    (said,) = (label.plain for label in tab.findChildren(RichLabel))
    assert all(kind in said for kind in ("شکل حروف", " رقم‌ها", " فاصله‌ها"))
