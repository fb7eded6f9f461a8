"""What a card paints of itself."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.common.context import Context
from desktop.common.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Tokens
from desktop.common.widgets.card_button import CardButton
from tests.desktop.common.test_tokens import contrast

HALF = 0.5


def along_the_bar(context: Context, image: QImage) -> tuple[str, str]:
    """A colour of what is read, from the right, and of what is left."""
    height = image.height() - context.theme.px(16)
    right, left = image.width() * 3 // 4, image.width() // 4
    return image.pixelColor(right, height).name(), image.pixelColor(left, height).name()


@pytest.mark.parametrize("pressed", [False, True])
@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK])
def test_what_is_read_stands_out_from_what_is_left(
    qtbot: QtBot, context: Context, tokens: Tokens, pressed: bool
) -> None:
    context.theme.tokens = tokens
    card = CardButton(context.theme, "حمل‌ونقل", "۱۵ جهت‌گیری", 600)
    qtbot.addWidget(card)
    card.set_icon("bus-front", "transport")
    card.set_progress(HALF, "۵")
    card.resize(260, card.heightForWidth(260))
    card.setDown(pressed)
    done, left = along_the_bar(context, card.grab().toImage())
    ground = tokens.hover if pressed else tokens.surface
    assert contrast(done, left) >= 3
    assert contrast(left, ground) < contrast(done, ground)
