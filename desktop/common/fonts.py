"""The bundled Vazirmatn, loaded before any widget exists."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from db.errors import KnownError
from db.paths import FONTS

FAMILY = "Vazirmatn"
WEIGHTS = {
    400: QFont.Weight.Normal,
    500: QFont.Weight.Medium,
    600: QFont.Weight.DemiBold,
    700: QFont.Weight.Bold,
}


def load_fonts() -> None:
    """Register the four static faces; KnownError when one is missing."""
    for name in ("Regular", "Medium", "SemiBold", "Bold"):
        if QFontDatabase.addApplicationFont(str(FONTS / f"{FAMILY}-{name}.ttf")) < 0:
            raise KnownError("قلم وزیرمتن پیدا نشد. برنامه را دوباره نصب کنید.")


@cache
def _font(pixels: float, weight: int, columns: bool) -> QFont:
    font = QFont(FAMILY)
    font.setPointSizeF(pixels * 72 / 96)
    font.setWeight(WEIGHTS[weight])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if columns:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def font(pixels: float, weight: int = 400, *, columns: bool = False) -> QFont:
    """Vazirmatn at a size in logical pixels; `columns` gives digits of one width."""
    return _font(round(pixels, 2), weight, columns)
