"""Words of a text: folded keys and exact positions."""

import pytest
from hypothesis import example, given

from db.text.tokens import fold, joined, squeezed, tokens
from tests.db.text.texts import texts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("يك", "یک"),
        ("مسئول", "مسؤول"),
        ("تأمین", "تامین"),
        ("آموزش", "اموزش"),
        ("توسعۀ", "توسعه"),
        ("مطمئنّ", "مطمین"),
        ("شئون", "شوون"),
        ("۱۴۰۴", "1404"),
        ("ICT", "ict"),
        ("نظــــر", "نظر"),
        ("ﺗﻬﺮان", "تهران"),
        ("سوءاستفاده", "سواستفاده"),
    ],
)
def test_look_alikes_fold_to_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("تهران", "تهر"), ("میدان", "مید"), ("شهر", "شهرها"), ("بار", "باز"), ("کار", "گار")],
)
def test_different_words_keep_different_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(texts)
@example("وءو")
@example("ؤؤ")
@example("وـو")
def test_fold_twice_is_fold_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(texts)
def test_tokens_lie_in_the_text_in_order(text: str) -> None:
    places = [place for token in tokens(text) for place in (token.start, token.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


@given(texts)
def test_the_key_of_a_token_is_the_fold_of_its_range(text: str) -> None:
    assert all(token.key == fold(text[token.start : token.end]) != "" for token in tokens(text))


@given(texts)
def test_joined_runs_lie_in_the_text_and_keep_their_letters(text: str) -> None:
    words = list(tokens(text))
    for run in joined(text, words):
        inside = [word for word in words if run.start <= word.start and word.end <= run.end]
        assert run.key == "".join(word.key for word in inside)
        assert (run.start, run.end) == (inside[0].start, inside[-1].end)


def test_half_space_and_space_both_end_a_word() -> None:
    assert [token.key for token in tokens("می‌شود می شود")] == ["می", "شود", "می", "شود"]


def test_words_join_over_spaces_but_not_over_punctuation() -> None:
    text = "حمل و نقل، شهر"
    runs = [run.key for run in joined(text, list(tokens(text)))]
    assert runs == ["حملو", "حملونقل", "ونقل"]


def test_a_word_that_folds_away_is_no_token() -> None:
    assert list(tokens("ء")) == []


@given(texts)
def test_squeezed_keys_have_one_place_for_each_letter(text: str) -> None:
    key, places = squeezed(text)
    assert key == "".join(token.key for token in tokens(text))
    assert len(places) == len(key)
