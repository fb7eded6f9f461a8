"""Words typed while the other layout was on."""

import pytest

from db.search.keyboard import other_layout
from db.text.tokens import fold


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lkhfu Hf", "منابع آب"),
        ("pdg", "حیل"),
        ("hdlkd", "ایمنی"),
        ("HG,N'D", "آلودگی"),
        ("\\sl", "پسم"),
    ],
)
def test_latin_letters_are_read_as_persian_keys(typed: str, meant: str) -> None:
    assert fold(meant) in [fold(reading) for reading in other_layout(typed)]


def test_both_persian_layouts_are_tried() -> None:
    assert {reading[0] for reading in other_layout("\\hv")} >= {"پ", "\\"}


def test_persian_letters_are_read_as_latin_keys() -> None:
    assert other_layout("هزف") == ("ict",)


@pytest.mark.parametrize("text", ["شهر a", "12", "", "?!"])
def test_mixed_text_and_signs_have_no_other_reading(text: str) -> None:
    assert other_layout(text) == ()
