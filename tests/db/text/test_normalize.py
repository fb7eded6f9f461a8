"""The one spelling that is stored."""

import pytest
from hypothesis import given

from db.text.normalize import (
    is_blank,
    latin_digits,
    letters,
    normalize,
    persian_digits,
    shorten,
)
from tests.db.text.texts import texts


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("شهر كي", "شهر کی"),
        ("افق 1404 و ٢٠", "افق ۱۴۰۴ و ۲۰"),
        ("می\u200c\u200cشود\u200c ،", "می\u200cشود ،"),
        ("\u200cراه", "راه"),
        ("سـلام\u200f", "سلام"),
        ("ﻻله", "لاله"),
        (" یک \t دو \n سه ", "یک دو\nسه"),
        ("می\u00adشود", "می\u200cشود"),
    ],
)
def test_normalize_gives_the_stored_spelling(typed: str, stored: str) -> None:
    assert normalize(typed) == stored


@given(texts)
def test_normalize_twice_is_normalize_once(text: str) -> None:
    assert normalize(normalize(text)) == normalize(text)


@given(texts)
def test_normalize_leaves_no_arabic_yeh_or_kaf(text: str) -> None:
    assert not set(normalize(text)) & set("يكى\u0640\u200f")


def test_digits_of_a_latin_token_stay_latin() -> None:
    assert persian_digits("منطقه 14 در region14.ir") == "منطقه ۱۴ در region14.ir"


@given(texts)
def test_latin_digits_keep_every_position(text: str) -> None:
    assert len(latin_digits(text)) == len(text)


def test_latin_digits_read_three_scripts() -> None:
    assert latin_digits("۱٤0") == "140"


@pytest.mark.parametrize(
    ("one", "other"),
    [("هزينهها", "هزینه‌ها"), ("راه های", "راه‌های"), ("افق 1404", "افق ۱۴۰۴"), ("نظــر", "نظر")],
)
def test_letters_do_not_see_spacing_and_letter_forms(one: str, other: str) -> None:
    assert letters(one) == letters(other)


@pytest.mark.parametrize(
    ("one", "other"), [("تهران", "تهر"), ("سفرهای", "سفرها"), ("شهر،", "شهر"), ("آن", "ان")]
)
def test_letters_tell_words_and_punctuation_apart(one: str, other: str) -> None:
    assert letters(one) != letters(other)


@given(texts)
def test_letters_of_a_text_do_not_change_when_words_are_split(text: str) -> None:
    assert letters(" ".join(text)) == letters(text) == letters(letters(text))


def test_shortening_keeps_words_whole() -> None:
    assert shorten("شهر تهران بزرگ", 11) == "شهر تهران…"
    assert shorten("شهر تهران، بزرگ", 12) == "شهر تهران…"


def test_what_only_directs_or_joins_letters_is_blank() -> None:
    assert all(map(is_blank, ("", " \n", "\u200c", "\u200f\u202e\u00a0")))
    assert not any(map(is_blank, ("الف", "\u202eآ", "۱", "😀", "-", "\ue000")))
