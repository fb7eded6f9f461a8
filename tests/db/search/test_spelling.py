"""Distances between words and the corrections that follow from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.search.spelling import Speller, distance, spelling_lines

WORDS = st.text("ابپتسشزذظقغهح", max_size=8)


@pytest.mark.parametrize("pair", ["نضارت نظارت", "ذلزله زلزله", "فازلاب فاضلاب", "هاشیه حاشیه"])
def test_sound_alikes_are_nearest(pair: str) -> None:
    typed, meant = pair.split()
    assert distance(typed, meant, 9) == pytest.approx(0.4)


@pytest.mark.parametrize("pair", ["شهز شهر", "سهر شهر"])
def test_neighbour_keys_are_nearer_than_strangers(pair: str) -> None:
    typed, meant = pair.split()
    assert 0.4 < distance(typed, meant, 9) < distance("شهچ", "شهر", 9) == 1.0


def test_swapped_letters_are_one_slip() -> None:
    assert distance("کاتب", "کتاب", 9) < 1.0


def test_too_far_is_only_said_to_be_above() -> None:
    assert distance("آسمان", "زمین", 1.0) > 1.0


@given(WORDS)
def test_a_word_is_no_distance_from_itself(word: str) -> None:
    assert distance(word, word, 9) == 0.0


@pytest.mark.parametrize("pair", ["مدریت مدیریت", "دارات ادارات", "محیط محیطی"])
def test_a_letter_is_sooner_left_out_than_added(pair: str) -> None:
    short, long = pair.split()
    assert distance(short, long, 9) < distance(long, short, 9) == 1.0


def speller(**worths: int) -> Speller:
    return Speller(spelling_lines(worths.items()))


def test_the_nearest_word_comes_first() -> None:
    word, cost = speller(نظارت=5, تجارت=9).correction("نضارت") or ("", 9.0)
    assert word == "نظارت"
    assert cost == pytest.approx(0.4)


def test_the_worthier_of_two_equally_near_is_taken() -> None:
    nearest = speller(کباب=1, کجاب=9).correction("کواب")
    assert nearest is not None
    assert nearest[0] == "کجاب"


def test_a_vowel_left_out_is_likelier_than_a_consonant_too_many() -> None:
    nearest = speller(پسند=5, پسماند=5).correction("پسمند")
    assert nearest is not None
    assert nearest[0] == "پسماند"


def test_words_hardly_farther_are_named_after_the_nearest() -> None:
    found = speller(کاسب=3, مناسب=5, محاسبه=5).corrections("ماسب")
    assert [word for word, _ in found] == ["مناسب", "کاسب"]


@pytest.mark.parametrize("typed", ["تپ", "", "ققققققققق"])
def test_what_is_too_short_or_too_far_is_not_corrected(typed: str) -> None:
    assert speller(نظارت=9, اب=9, تب=9).correction(typed) is None


@given(st.lists(WORDS.filter(bool), max_size=20), WORDS)
def test_no_nearer_word_is_passed_over(words: list[str], typed: str) -> None:
    found = Speller(spelling_lines((word, 0) for word in words)).correction(typed)
    near = [distance(typed, word, 9) for word in words if abs(len(word) - len(typed)) <= 1]
    if found:
        assert found[1] == pytest.approx(min(near)) or found[1] < min(near)
