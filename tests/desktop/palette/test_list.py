"""A long text is cut where its one line ends."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.common.text_block import Mark, Style, text_block
from desktop.palette.entries import Entry
from desktop.palette.list import one_line

STYLE = Style(14, 400, 1.0)
LONG = "گسترش حمل‌ونقل عمومی پاک و ایمن 🚇 در همه‌ی پهنه‌های شهر " * 4


@pytest.mark.parametrize("width", [80, 200, 421])
def test_the_longest_beginning_that_fits_is_shown(qapp: QApplication, width: int) -> None:
    text, _ = one_line(Entry(LONG, "search"), STYLE, width)
    kept = len(text.removesuffix("…").split())
    longer = " ".join(LONG.split()[: kept + 1]) + "…"
    assert text_block(text, STYLE, width).line_count == 1
    assert text_block(longer, STYLE, width).line_count > 1


def test_what_fits_is_left_whole(qapp: QApplication) -> None:
    assert one_line(Entry("موضوع‌ها", "search"), STYLE, 300)[0] == "موضوع‌ها"


def test_a_hit_at_the_end_of_a_whole_line_stays_marked() -> None:
    text = "بازیافت ضایعات"
    end = Mark(text.index(" ") + 1, len(text), "#ffe08a")
    assert one_line(Entry(text, "search", marks=(end,)), STYLE, 300) == (text, (end,))


def test_a_hit_too_far_on_follows_the_first_words() -> None:
    text = f"{LONG}سریع و ارزان"
    far = Mark(text.index("سریع"), text.index("سریع") + 4, "#ffe08a")
    line, (mark,) = one_line(Entry(text, "search", marks=(far,)), STYLE, 421)
    assert line[mark.start : mark.end] == "سریع"
    assert line.startswith("گسترش حمل‌ونقل")
    assert text_block(line, STYLE, 421).line_count == 1


def test_a_hit_wider_than_the_line_is_left_out() -> None:
    whole = Mark(0, len(LONG), "#ffe08a")
    assert one_line(Entry(LONG, "search", marks=(whole,)), STYLE, 120)[1] == ()
