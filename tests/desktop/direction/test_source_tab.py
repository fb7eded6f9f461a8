"""The verbatim text of an item in the panel."""

from PySide6.QtGui import QTextCharFormat

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
