"""Digits, dates and offsets."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication

from desktop.common.persian import (
    digits,
    in_line,
    jalali,
    ltr,
    percent,
    phrase,
    python_offset,
    qt_offset,
    rtl,
    whole_words,
)


def test_digits_are_persian() -> None:
    assert digits(1404) == "۱۴۰۴"


@pytest.mark.parametrize("before", ["", "بزرگ‌نمایی "])
def test_a_percent_sign_stands_at_the_left_of_its_number(qapp: QApplication, before: str) -> None:
    text = before + percent(1.25)
    layout = QTextLayout(rtl(text))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    at = len(rtl(text)) - 1
    # PySide's stubs know one of the two answers of `cursorToX`.
    sign, digit = (line.cursorToX(place)[0] for place in (at, at - 4))  # type: ignore[index]
    assert sign < digit


def test_dates_are_jalali_and_the_readers_own(qapp: QApplication) -> None:
    midnight = datetime(2025, 11, 5).astimezone()
    assert jalali(midnight) == "۱۴ آبان ۱۴۰۴، ۰۰:۰۰"


@given(st.text(), st.data())
def test_offsets_survive_the_way_to_qt_and_back(text: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(text)))
    assert python_offset(text, qt_offset(text, index)) == index


@pytest.mark.parametrize(
    ("text", "index", "units"),
    [("😀شهر", 1, 2), ("👩🏽‍🔬شهر", 4, 7), ("شَهْر", 4, 4), ("e\u0301شهر", 2, 2), ("𐎠𐎡", 2, 4)],
)
def test_code_points_are_counted_as_qt_does(text: str, index: int, units: int) -> None:
    assert qt_offset(text, index) == units


def test_a_selection_snaps_to_whole_words() -> None:
    text = "زیرساخت (ICT) شهر"
    assert whole_words(text, 9, 12) == (8, 13)


def test_a_selection_of_spaces_is_nothing() -> None:
    start, end = whole_words("الف   ب", 4, 5)
    assert start == end


def test_latin_names_in_a_line_stand_from_right_to_left(qapp: QApplication) -> None:
    layout = QTextLayout(rtl(in_line(["#GIS", "#ITS"])))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    text = layout.text()
    lefts = [line.glyphRuns(text.index(name), 3)[0].boundingRect().x() for name in ("GIS", "ITS")]
    assert lefts[0] > lefts[1]


def test_what_is_said_in_one_breath_has_no_comma_for_what_is_empty() -> None:
    assert phrase("پیگیری", "۹ بند") == "پیگیری، ۹ بند"
    assert phrase("پیگیری", "") == "پیگیری"


def test_marks_of_direction() -> None:
    assert rtl(rtl("ICT")) == "\u200fICT"
    assert ltr("Ctrl+F") == "\u2066Ctrl+F\u2069"
