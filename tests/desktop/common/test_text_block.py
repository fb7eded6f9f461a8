"""A text that stands on one line is painted the same however its width was come by."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.common.text_block import Mark, Style, TextBlock, beginning, draw_line, text_block

MARKS = (Mark(0, 4, background="#ffff00"),)


def picture(block: TextBlock) -> QImage:
    image = QImage(400, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        block.paint(painter, 3.0, 5.0, "#000000")
    return image


@pytest.mark.parametrize("text", ["محور اقتصاد شهری ۱۴۰۴", "حمل‌ونقل (BRT)", "متن بلند " * 30])
@pytest.mark.parametrize("style", [Style(15.0), Style(13.5, 600, 1.4), Style(15.0, centred=True)])
@pytest.mark.parametrize("marks", [(), MARKS])
def test_every_width_shows_the_text_as_laid_out_for_it(
    qapp: QApplication, text: str, style: Style, marks: tuple[Mark, ...]
) -> None:
    for width in (390, 231, 120):
        shown, laid = text_block(text, style, width, marks), TextBlock(text, style, width, marks)
        assert (shown.height, shown.line_count) == (laid.height, laid.line_count)
        assert picture(shown) == picture(laid)


@pytest.mark.parametrize("lines", [1, 2, 3])
@pytest.mark.parametrize("text", ["گسترش حمل‌ونقل عمومی پاک، ایمن و ارزان 🚇 " * 20, "ب" * 600])
def test_a_beginning_is_the_longest_that_fits_so_many_lines(
    qapp: QApplication, text: str, lines: int
) -> None:
    style = Style(15.0)
    begun = beginning(text, style, 300, lines)
    kept = len(begun.removesuffix("…"))
    longer = text[: text.find(" ", kept + 2)] if " " in text else text[: kept + 1]
    assert text.startswith(begun.removesuffix("…"))
    assert text_block(begun, style, 300).line_count == lines
    assert text_block(longer + "…", style, 300).line_count > lines


def test_no_comma_stands_before_the_ellipsis_of_a_line(qapp: QApplication) -> None:
    def line(width: int) -> QImage:
        image = QImage(200, 30, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        with QPainter(image) as painter:
            rect = QRectF(200 - width, 0, width, 30)
            draw_line(painter, rect, "آب" + "،" * 60, Style(15.0), "#000000")
        return image

    assert line(100) == line(140)


def colours_below(mark: Mark) -> set[str]:
    """The pure colours of a picture of two lines of text with a mark on all of it."""
    shown = picture(TextBlock("آب و هوای شهر پاک", Style(15.0), 90, (mark,)))
    found = {shown.pixelColor(x, y).name() for x in range(400) for y in range(80)}
    return found & {"#ff0000", "#00ff00", "#0000ff"}


def test_a_line_is_painted_for_every_colour_beneath(qapp: QApplication) -> None:
    lines = ("#ff0000", "#00ff00", "#0000ff")
    assert colours_below(Mark(0, 17, lines=lines)) == set(lines)
    assert colours_below(Mark(0, 17, line="#ff0000")) == {"#ff0000"}


@pytest.mark.parametrize("pixels", [13.0, 15.0, 16.5, 24.0])
def test_a_wave_runs_below_the_dots_of_letters(qapp: QApplication, pixels: float) -> None:
    text = "پرداخت"
    shown = picture(TextBlock(text, Style(pixels), 300, (Mark(0, len(text), wave="#ff0000"),)))
    rows = range(shown.height())
    red = [y for y in rows if any(is_red(shown.pixelColor(x, y)) for x in range(shown.width()))]
    ink = [y for y in rows if any(is_ink(shown.pixelColor(x, y)) for x in range(shown.width()))]
    assert red
    assert max(ink) < min(red)


def is_red(colour: QColor) -> bool:
    return colour.red() - colour.green() > 60


def is_ink(colour: QColor) -> bool:
    return colour.lightness() < 100 and not is_red(colour)
