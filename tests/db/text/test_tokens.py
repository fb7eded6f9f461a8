"""Words of a text: folded keys and exact positions."""

import pytest
from hypothesis import example, given

from db.text.tokens import fold, joined, squeezed, tokens
from tests.db.text.texts import texts

# Each rule: two spellings that need it, and two words that must stay apart all the same.
RULES = {
    "yeh": ("يك", "یک", "یک", "تک"),
    "yeh with hamza": ("مسئله", "مسيله", "مسئله", "مسله"),
    "kaf": ("كار", "کار", "کار", "گار"),
    "heh with hamza": ("توسعۀ", "توسعه", "توسعه", "توسعی"),
    "teh marbuta": ("زكاة", "زکاه", "زکات", "زکاه"),
    "alef with madda": ("آموزش", "اموزش", "آب", "ب"),
    "alef with hamza": ("تأمین", "تامین", "تأمین", "تمین"),
    "waw with hamza": ("مسؤول", "مسئول", "مسئول", "مسلول"),
    "hamza apart": ("مسي\u0654ول", "مسئول", "مسي\u0654له", "مسله"),
    "doubled waw": ("طاووس", "طاوس", "داوود", "دود"),
    "bearer of hamza": ("شئون", "شوون", "شئون", "شیون"),
    "bare hamza": ("سوءاستفاده", "سواستفاده", "سوء", "سود"),
    "diacritics": ("مُطمئنّ", "مطمین", "کتاب", "کتب"),
    "tatweel": ("نظــــر", "نظر", "نظر", "نذر"),
    "bidi marks": ("\u200fشهر\u202c", "شهر", "شهر", "شهرها"),
    "unseen marks": ("ش\u061cه\u2060ر", "شهر", "شهر", "شهرها"),
    "digits": ("۱۴۰۴", "١٤٠٤", "۱۴۰۴", "۱۴۰۵"),
    "latin digits": ("۱۴۰۴", "1404", "۱۴", "۴۱"),
    "case": ("ICT", "ict", "ict", "ic"),
    "presentation forms": ("ﺗﻬﺮان", "تهران", "ﺗﻬﺮان", "تهر"),
    "lam-alef": ("ﻻله", "لاله", "لاله", "ناله"),
    "no rule for endings": ("میدان", "ميدان", "میدان", "مید"),
}


@pytest.mark.parametrize("rule", RULES)
def test_spellings_fold_to_one_key_and_other_words_do_not(rule: str) -> None:
    one, same, word, other = RULES[rule]
    assert fold(one) == fold(same)
    assert fold(word) != fold(other)


@given(texts)
@example("وءو")
@example("ؤؤ")
@example("وـو")
def test_fold_twice_is_fold_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(texts)
def test_a_text_says_the_same_words_once_folded(text: str) -> None:
    keys = [token.key for token in tokens(text)]
    assert [token.key for token in tokens(" ".join(keys))] == keys


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
