"""Distances between words and the corrections that follow from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.search.spelling import Speller, distance

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


@given(WORDS, WORDS)
def test_distance_does_not_depend_on_the_direction(one: str, other: str) -> None:
    assert distance(one, other, 99) == pytest.approx(distance(other, one, 99))


def test_the_nearest_word_comes_first() -> None:
    found = Speller([("نظارت", 0.5), ("تجارت", 0.9)]).corrections("نضارت")
    assert found[0][0] == "نظارت"
    assert found[0][1] == pytest.approx(0.4)


def test_the_worthier_of_two_equally_near_comes_first() -> None:
    found = Speller([("کباب", 0.1), ("کجاب", 0.9)]).corrections("کواب")
    assert [word for word, _ in found] == ["کجاب", "کباب"]


@pytest.mark.parametrize("typed", ["آب", "", "ققققققققق"])
def test_what_is_too_short_or_too_far_is_not_corrected(typed: str) -> None:
    assert Speller([("نظارت", 1.0), ("اب", 1.0), ("تب", 1.0)]).corrections(typed) in (
        (),
        (("اب", 0.0),),
    )
