"""Boxes of rows and the small chips in them."""

from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.common.painting import ChipLook, RowState, paint_chips, paint_row_box
from desktop.common.persian import digits
from desktop.common.theme import Theme


def blank() -> QImage:
    image = QImage(700, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


def test_a_chosen_row_with_the_keyboard_has_bar_and_ring(qapp: QApplication) -> None:
    theme, image = Theme("light"), blank()
    with QPainter(image) as painter:
        state = RowState(selected=True, hovered=False, focused=True)
        paint_row_box(painter, QRectF(0, 0, 700, 60), theme, state)
    bar, ring = (image.pixelColor(x, 30).name() for x in (697, 0))
    assert QColor(bar) == QColor(theme.tokens.accent)
    assert QColor(ring) == QColor(theme.tokens.focus)


def test_nothing_shines_out_beside_the_strong_line_round_a_chosen_row(qapp: QApplication) -> None:
    theme, image = Theme("contrast"), blank()
    with QPainter(image) as painter:
        state = RowState(selected=True, hovered=False, focused=False)
        paint_row_box(painter, QRectF(0, 0, 700, 60), theme, state)
    row = [image.pixelColor(x, 30).name() for x in range(image.width())]
    assert row == row[::-1]


def chips_painted(theme: Theme, chips: list[ChipLook], *, selected: bool) -> QImage:
    image = blank()
    with QPainter(image) as painter:
        paint_chips(painter, theme, QRectF(0, 0, 700, 22), chips, selected=selected)
    return image


def test_a_plain_chip_is_outlined_on_a_chosen_row(qapp: QApplication) -> None:
    theme = Theme("light")
    plain = ChipLook("فاوا", theme.tokens.muted, theme.tokens.sunken)
    inside = (696, 11)
    chosen = chips_painted(theme, [plain], selected=True)
    assert chosen.pixelColor(*inside) == QColor("white")
    other = chips_painted(theme, [plain], selected=False)
    assert other.pixelColor(*inside) == QColor(theme.tokens.sunken)


def leftmost(image: QImage) -> int:
    white = QColor("white")
    return next(x for x in range(image.width()) if image.pixelColor(x, 11) != white)


def test_a_long_tag_takes_the_room_there_is(qapp: QApplication) -> None:
    theme = Theme("light")
    tokens = theme.tokens
    long = ChipLook("#پیگیری‌های کمیسیون برنامه‌وبودجه درباره‌ی پسماند", tokens.muted, tokens.sunken)
    short = ChipLook("فاوا", tokens.muted, tokens.sunken)
    alone = 700 - leftmost(chips_painted(theme, [long], selected=False))
    many = 700 - leftmost(chips_painted(theme, [long, long, short], selected=False))
    assert alone > theme.px(240)
    assert many <= 700


def test_the_last_chip_says_how_many_more_there_are(qapp: QApplication) -> None:
    theme = Theme("light")
    muted, sunken = theme.tokens.muted, theme.tokens.sunken
    tags = [ChipLook(f"#برچسب {number}", muted, sunken) for number in range(30)]
    more = [ChipLook(f"و {digits(30 - shown)} مورد دیگر", muted, sunken) for shown in range(30)]
    painted = chips_painted(theme, tags, selected=False)
    counted = [[*tags[:shown], more[shown]] for shown in range(1, 12)]
    assert painted in [chips_painted(theme, some, selected=False) for some in counted]
    silent = [tags[:shown] for shown in range(1, 12)]
    assert painted not in [chips_painted(theme, some, selected=False) for some in silent]


def test_a_long_chip_grows_short_before_it_is_left_out(qapp: QApplication) -> None:
    theme = Theme("light")
    muted, sunken = theme.tokens.muted, theme.tokens.sunken
    long = ChipLook("گوینده: رئیس کمیسیون برنامه و بودجه‌ی شورا", muted, sunken)
    image = blank()
    with QPainter(image) as painter:
        paint_chips(painter, theme, QRectF(400, 0, 300, 22), [long, long, long], selected=False)
    grounds = [image.pixelColor(x, 2) == QColor(sunken) for x in range(400, 700)]
    assert sum(one and not other for one, other in pairwise([*grounds, False])) > 1
