"""The verdict on a pasted sentence: never «عین متن» when a word differs."""

import random

import pytest

from db.errors import KnownError
from db.reference.alignment import Difference
from db.reference.citation import CitationStyle, cite
from db.reference.quote_check import QuoteCheck, QuoteChecker, Verdict
from db.reference.store import ReferenceStore
from db.text.tokens import tokens

ITEM = "environment-6"
QUOTE = "تکیه‌ی بیشتر بر روش‌های تشویقی به‌جای روش‌های تنبیهی"


@pytest.fixture(scope="module")
def checker(reference: ReferenceStore) -> QuoteChecker:
    return QuoteChecker(reference)


def marked(result: QuoteCheck, kind: Difference) -> list[tuple[str, str]]:
    """What stands in the item and in the quote for each segment of a kind."""
    return [
        (result.text[one.item_start : one.item_end], result.quote[one.quote_start : one.quote_end])
        for one in result.segments
        if one.kind is kind
    ]


def test_every_item_quotes_itself(checker: QuoteChecker, reference: ReferenceStore) -> None:
    for item in reference.items():
        for text in (item.edited, item.verbatim):
            result = checker.check(text)
            assert result.sentence == "عین متن"
            assert item.id in (result.item_id, *result.also_in)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("تكيه‌ی بیشتر بر روش‌های تشویقي به‌جای روش‌های تنبیهی", "شکل حروف"),
        ("تکیه‌ی بیشتر بر روش های تشویقی به جای روشهای تنبیهی", "فاصله و نیم‌فاصله"),
        ("تکیۀ بیشتر بر روش‌های تشویقی به‌جای روش‌های تنبیهی", "نشانه‌ی اضافه"),
        ("تکیه بیشتر بر روش‌های تشویقی به‌جای روش‌های تنبیهی", "نشانه‌ی اضافه"),
        ("تکیه‌ی بیشتر بر روش‌های تشویقی، به‌جای روش‌های تنبیهی", "نشانه‌گذاری"),
        ("تکیه‌ی بیشتر بر روش‌های تشویقی بجای روش‌های تنبیهی", "شکل حروف"),
    ],
)
def test_spelling_is_reported_and_is_no_difference(
    checker: QuoteChecker, typed: str, kind: str
) -> None:
    result = checker.check(typed)
    assert (result.sentence, result.item_id) == ("عین متن", ITEM)
    assert kind in result.spelling


def test_digits_are_spelling(checker: QuoteChecker, reference: ReferenceStore) -> None:
    vision = reference.item("culture-vision").edited
    result = checker.check(vision.replace("۱۴۰۴", "1404"))
    assert (result.verdict, result.spelling) == (Verdict.EXACT, ("رقم‌ها",))


def test_a_changed_word_is_shown(checker: QuoteChecker) -> None:
    result = checker.check(QUOTE.replace("تنبیهی", "قهری"))
    assert result.sentence == "با تفاوت (۱ واژه)"
    assert marked(result, Difference.CHANGED) == [("تنبیهی", "قهری")]


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        (QUOTE.replace("روش‌های", "راه‌ها", 1), 1),
        (QUOTE.replace("بیشتر", "بیشتر و به‌مراتب گسترده‌تر"), 3),
        (QUOTE.replace("تنبیهی", "تنبیه‌کننده‌ای"), 1),
        (QUOTE + " و نمونه‌هایشان", 2),
    ],
)
def test_what_half_spaces_join_counts_as_one_word(
    checker: QuoteChecker, typed: str, count: int
) -> None:
    assert checker.check(typed).differing_words == count


def test_an_added_word_is_shown(checker: QuoteChecker) -> None:
    result = checker.check(QUOTE.replace("بیشتر", "هرچه بیشتر"))
    assert result.sentence == "با تفاوت (۱ واژه)"
    assert marked(result, Difference.ADDED) == [("", "هرچه")]


def test_a_missing_word_is_shown(checker: QuoteChecker) -> None:
    result = checker.check(QUOTE.replace("تشویقی ", ""))
    assert result.sentence == "با تفاوت (۱ واژه)"
    assert marked(result, Difference.MISSING) == [("تشویقی", "")]


@pytest.mark.parametrize(
    "typed",
    [
        QUOTE.replace("روش‌های", "روش", 1),
        QUOTE.replace("تنبیهی", "تنبیه"),
        QUOTE.replace("به‌جای", "نه به‌جای"),
        QUOTE + "‌ها",
    ],
)
def test_a_difference_of_one_ending_is_a_difference(checker: QuoteChecker, typed: str) -> None:
    result = checker.check(typed)
    assert (result.verdict, result.differing_words) == (Verdict.DIFFERENT, 1)


def test_an_exact_part_is_named_a_part(checker: QuoteChecker) -> None:
    result = checker.check("بیشتر بر روشهای تشویقی")
    assert (result.sentence, result.item_id) == ("عین متن (بخشی از بند)", ITEM)


def test_the_duplicate_direction_is_named_too(
    checker: QuoteChecker, reference: ReferenceStore
) -> None:
    twice = next(item for item in reference.items() if item.duplicate_of)
    result = checker.check(twice.edited)
    assert {result.item_id, *result.also_in} >= {twice.id, twice.duplicate_of}


@pytest.mark.parametrize("text", ["", "؟!", "سلام، حال شما چطور است", "شهر", "😀" * 10_000])
def test_what_is_no_quotation_is_not_found(checker: QuoteChecker, text: str) -> None:
    result = checker.check(text)
    assert (result.sentence, result.item_id) == ("یافت نشد", None)


def test_the_item_in_a_long_letter_is_found(checker: QuoteChecker) -> None:
    letter = "با سلام و احترام خواهشمند است دستور فرمایید " * 200
    result = checker.check((letter + QUOTE)[-10_000:])
    assert (result.verdict, result.item_id) == (Verdict.DIFFERENT, ITEM)


def test_too_long_a_text_is_refused(checker: QuoteChecker) -> None:
    with pytest.raises(KnownError, match="۱۰٬۰۰۰"):
        checker.check("ا" * 10_001)


def test_no_replaced_word_is_ever_exact(checker: QuoteChecker, reference: ReferenceStore) -> None:
    chance = random.Random(1404)
    for item in chance.sample(reference.items(), 40):
        word = chance.choice(list(tokens(item.edited)))
        changed = item.edited[: word.start] + "دیگرگون" + item.edited[word.end :]
        assert checker.check(changed).verdict is not Verdict.EXACT


def test_segments_cover_both_texts_in_order(checker: QuoteChecker) -> None:
    result = checker.check(QUOTE.replace("تشویقی", "نرم و تازه").replace("روش‌های ت", "ت", 1))
    places = [(one.item_start, one.quote_start) for one in result.segments]
    ends = [(one.item_end, one.quote_end) for one in result.segments]
    assert all(end <= start for end, start in zip(ends, places[1:], strict=False))


def test_the_programs_own_citation_is_judged_by_what_it_quotes(
    checker: QuoteChecker, reference: ReferenceStore
) -> None:
    item = reference.item(ITEM)
    copied = cite(item, "محیط‌زیست", CitationStyle.FULL, edition="1.0.0").plain
    result = checker.check(f" {copied}\n")
    assert (result.sentence, result.quote) == ("عین متن", item.edited)


@pytest.mark.parametrize("added", ["چشم‌انداز", "پیش‌بینی‌ناپذیر", "تازه و سخت‌گیرانه"])
def test_as_many_differences_are_told_as_counted(checker: QuoteChecker, added: str) -> None:
    result = checker.check(f"{QUOTE} {added}")
    assert len(result.differences) == result.differing_words


def test_vowel_signs_are_no_punctuation(checker: QuoteChecker) -> None:
    assert checker.check(QUOTE.replace("تشویقی", "تشویقّی")).spelling == ("اعراب",)


def test_two_items_pasted_together_are_both_named(
    checker: QuoteChecker, reference: ReferenceStore
) -> None:
    both = f"{reference.item(ITEM).edited}\n{reference.item('transport-3').edited}"
    result = checker.check(both)
    assert result.verdict is Verdict.DIFFERENT
    assert {result.item_id, *result.beside} == {ITEM, "transport-3"}


def test_one_item_with_words_of_ones_own_names_no_other(checker: QuoteChecker) -> None:
    assert checker.check(f"{QUOTE} و نمونه‌های دیگر آن در شهر تهران").beside == ()
