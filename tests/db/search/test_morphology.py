"""Stems, roots and parts: relatives meet, strangers stay apart."""

import pytest

from db.search.lexicon import Lexicon
from db.search.morphology import Morphology
from db.text.tokens import fold


@pytest.mark.parametrize(
    ("form", "stem"),
    [
        ("کتابهایشان", "کتاب"),
        ("شهرها", "شهر"),
        ("کوششهای", "کوشش"),
        ("بزرگترین", "بزرگ"),
        ("شهروندان", "شهروند"),
        ("مدیران", "مدیر"),
        ("خانهها", "خانه"),
        ("سازندگان", "سازنده"),
        ("منابع", "منبع"),
        ("محلههامون", "محله"),
        ("شهرمون", "شهر"),
        ("کتاباشون", "کتاب"),
        ("مدیرانی", "مدیر"),
        ("شهروندانشان", "شهروند"),
        ("ایمانشان", "ایمان"),
    ],
)
def test_an_inflected_form_has_the_stem_of_its_word(
    morphology: Morphology, form: str, stem: str
) -> None:
    assert fold(stem) in morphology.forms(fold(form)).stems


@pytest.mark.parametrize(("form", "stem"), [("هیأت", "هیئت"), ("هیأت‌ها", "هیئت"), ("جرأت", "جرئت")])
def test_a_hamza_on_alef_is_that_on_ye(morphology: Morphology, form: str, stem: str) -> None:
    assert fold(stem) in morphology.forms(fold(form.replace("\u200c", ""))).stems


def test_an_alef_without_hamza_is_no_ye(morphology: Morphology) -> None:
    assert fold("گوئه") not in morphology.forms(fold("گواه")).stems


@pytest.mark.parametrize(
    ("word", "wrong"),
    [("تهران", "تهر"), ("میدان", "مید"), ("آزمون", "ازم"), ("درمان", "در"), ("پیرامون", "پیر")],
)
def test_a_simple_word_is_not_stripped(morphology: Morphology, word: str, wrong: str) -> None:
    assert fold(wrong) not in morphology.forms(fold(word)).stems


@pytest.mark.parametrize(
    ("form", "word"),
    [("درختان", "درخت"), ("زنان", "زن"), ("کارگران", "کارگر"), ("خرجش", "خرج"), ("پلش", "پل")],
)
def test_a_form_that_no_rule_reaches_stands_in_a_table(
    morphology: Morphology, form: str, word: str
) -> None:
    assert fold(word) in morphology.forms(fold(form)).stems


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("ماشینا", "ماشین"),
        ("شلوغه", "شلوغ"),
        ("خونههامون", "خانه"),
        ("خیابونا", "خیابان"),
        ("گرونی", "گرانی"),
        ("جوونا", "جوان"),
        ("زبالههاشون", "زباله"),
        ("پولشو", "پول"),
    ],
)
def test_a_spoken_form_has_the_stem_of_the_written_word(
    morphology: Morphology, spoken: str, written: str
) -> None:
    assert fold(written) in morphology.forms(fold(spoken)).stems


@pytest.mark.parametrize(
    ("word", "wrong"), [("قانون", "قانان"), ("بودجه", "بودج"), ("آسمون", "اسم"), ("توریست", "توری")]
)
def test_a_written_word_is_not_taken_for_a_spoken_one(
    morphology: Morphology, word: str, wrong: str
) -> None:
    assert fold(wrong) not in morphology.forms(fold(word)).stems


@pytest.mark.parametrize(
    "word",
    ["رهن", "شون", "گردن", "زن", "زنان", "جوان", "پایان", "استان", "میدان", "میادین", "زیان"],
)
def test_a_noun_that_looks_like_a_form_of_a_verb_is_none(morphology: Morphology, word: str) -> None:
    assert not any("#" in stem for stem in morphology.compute(word).stems)


@pytest.mark.parametrize(
    ("form", "past"),
    [
        ("رفتن", "رفت"),
        ("میرفت", "رفت"),
        ("رانندگان", "راند"),
        ("میداند", "دانست"),
        ("میتاخت", "تاخت"),
    ],
)
def test_a_form_of_a_verb_has_the_verb(morphology: Morphology, form: str, past: str) -> None:
    assert any(stem.startswith(f"{past}#") for stem in morphology.compute(form).stems)


@pytest.mark.parametrize("word", ["سالمند", "سالمندان", "سبزیجات", "جمعیت"])
def test_a_word_of_another_sense_has_no_root(morphology: Morphology, word: str) -> None:
    assert not {"سال", "سبز", "جمع"} & morphology.forms(word).roots


@pytest.mark.parametrize("pair", ["میروند میرود", "سازندگان میسازند", "ساختند بسازد"])
def test_conjugations_of_a_verb_meet(morphology: Morphology, pair: str) -> None:
    one, other = (morphology.forms(key).stems for key in pair.split())
    assert any("#" in stem for stem in one & other)


@pytest.mark.parametrize(
    ("word", "infinitive"),
    [("بیندازند", "انداخت"), ("نیفتد", "افتاد"), ("بیاوریم", "اورد"), ("دربیاورد", "اورد")],
)
def test_an_alef_behind_a_prefix_is_a_ye(
    morphology: Morphology, word: str, infinitive: str
) -> None:
    assert any(stem.startswith(f"{infinitive}#") for stem in morphology.forms(word).stems)


@pytest.mark.parametrize(
    "word",
    ["بیماری", "بیماران", "بیابان", "نیازها", "بیمارند", "بیمارم", "بیمارید", "بیزارند"],
)
def test_a_ye_behind_such_letters_is_no_alef(morphology: Morphology, word: str) -> None:
    assert not any("#" in stem for stem in morphology.compute(word).stems)


@pytest.mark.parametrize(
    ("derived", "root"),
    [
        ("آلودگی", "الوده"),
        ("نیازمندی", "نیازمند"),
        ("همگانی", "همگان"),
        ("ضدزلزله", "زلزله"),
        ("پرمصرف", "مصرف"),
        ("کمدرآمد", "درامد"),
    ],
)
def test_a_derived_word_has_the_root_it_came_from(
    morphology: Morphology, derived: str, root: str
) -> None:
    assert root in morphology.forms(fold(derived)).roots


@pytest.mark.parametrize(("word", "wrong"), [("پیشنهاد", "نهاد"), ("کمیسیون", "یسیون")])
def test_a_word_that_only_begins_like_a_prefix_keeps_its_root(
    morphology: Morphology, word: str, wrong: str
) -> None:
    assert wrong not in morphology.forms(fold(word)).roots


def test_a_joined_word_has_its_two_parts(morphology: Morphology) -> None:
    assert morphology.parts("جهانشهر") == ("جهان", "شهر")


def test_a_stranger_is_its_own_stem(morphology: Morphology) -> None:
    assert morphology.forms("qqq") == (frozenset({"qqq"}), frozenset({"qqq"}))


def test_every_document_word_is_known(morphology: Morphology, lexicon: Lexicon) -> None:
    assert all(morphology.known(key) for key in lexicon.vocabulary)
