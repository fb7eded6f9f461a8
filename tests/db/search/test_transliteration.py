"""Persian typed in Latin letters, and English left alone."""

import pytest

from db.search.lexicon import Lexicon
from db.search.morphology import Morphology
from db.search.transliteration import Transliteration
from tests.db.search.conftest import Ask


@pytest.fixture(scope="module")
def transliteration(lexicon: Lexicon, morphology: Morphology) -> Transliteration:
    return Transliteration(lexicon, morphology)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("shahr", "شهر"),
        ("tarafik", "ترافیک"),
        ("mohit zist", "محیط زیست"),
        ("mahalle", "محله"),
        ("mahalleh", "محله"),
        ("eghtesad", "اقتصاد"),
        ("amniat", "امنیت"),
        ("otoobus", "اتوبوس"),
    ],
)
def test_latin_letters_are_read_by_their_sounds(
    transliteration: Transliteration, typed: str, meant: str
) -> None:
    assert transliteration.reading(typed.split(" ")) == meant


@pytest.mark.parametrize("typed", ["love", "home", "time", "life", "xyz", "ab", "metro", "شهر", ""])
def test_other_words_are_left_as_they_are(transliteration: Transliteration, typed: str) -> None:
    assert transliteration.reading(typed.split()) is None


def test_one_word_that_is_not_persian_leaves_all_as_they_are(
    transliteration: Transliteration,
) -> None:
    assert transliteration.reading(["tarafik", "traffic"]) is None


def test_what_was_read_is_offered_and_answered(ask: Ask) -> None:
    results = ask("zobale")
    assert results.direct
    assert results.suggestion == "زباله"


@pytest.mark.parametrize("typed", ["love", "like", "only", "hand"])
def test_an_english_word_is_no_slip_on_the_other_layout(ask: Ask, typed: str) -> None:
    results = ask(typed)
    assert not results.direct
    assert results.suggestion is None


@pytest.mark.parametrize("typed", ["میگرن", "گیربکس ماشین"])
def test_a_word_from_elsewhere_is_not_taken_for_a_slip(ask: Ask, typed: str) -> None:
    assert ask(typed).suggestion is None
