"""Every text colour has a contrast of 4.5 with what it stands on, every control 3."""

import pytest
from PySide6.QtGui import QColor

from desktop.common.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Tokens

GROUNDS = ("bg", "surface", "sel", "hover", "raised", "sunken", "accent_soft")
TEXT_PAIRS = (
    *((ink, ground) for ink in ("text", "muted", "accent") for ground in GROUNDS),
    *(("faint", ground) for ground in ("bg", "surface")),
    *(("idle", ground) for ground in ("bg", "surface", "raised")),
    *(("on_accent", ground) for ground in ("accent", "accent_hover")),
    *(("on_hit", "hit"), ("on_hit_now", "hit_now"), ("toast_fg", "toast_bg")),
    *((state, f"{state}_soft") for state in ("danger", "warn", "ok")),
)
CONTROL_PAIRS = tuple(
    (edge, ground) for edge in ("border2", "focus") for ground in ("bg", "surface")
)


def luminance(colour: str) -> float:
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK])
class TestContrast:
    @pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
    def test_text(self, tokens: Tokens, ink: str, ground: str) -> None:
        assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5

    @pytest.mark.parametrize(("edge", "ground"), CONTROL_PAIRS)
    def test_controls(self, tokens: Tokens, edge: str, ground: str) -> None:
        assert contrast(getattr(tokens, edge), getattr(tokens, ground)) >= 3

    def test_axis_labels(self, tokens: Tokens) -> None:
        grounds = (tokens.bg, tokens.surface, tokens.sel)
        assert all(contrast(c, ground) >= 4.5 for c in tokens.axis for ground in grounds)

    def test_lines_of_covered_colours(self, tokens: Tokens) -> None:
        grounds = [colour for _, colour in tokens.highlights]
        lines = [colour for _, colour in tokens.highlight_lines]
        assert all(contrast(line, ground) >= 3 for line in lines for ground in grounds)

    def test_text_on_highlights(self, tokens: Tokens) -> None:
        assert all(contrast(tokens.text, colour) >= 4.5 for _, colour in tokens.highlights)
