"""What a query names that the document does not treat or never tells."""

import pytest

from db.search.lexicon import Lexicon
from db.search.listed_terms import ListedTerms
from db.search.morphology import Morphology
from db.search.slots import slots_of
from tests.db.search.conftest import Ask


@pytest.fixture(scope="module")
def elsewhere(lexicon: Lexicon, morphology: Morphology) -> ListedTerms:
    return ListedTerms(lexicon.elsewhere, morphology)


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("قیمت پیتزا", {1}),
        ("پیتزاهای تهران", {0}),
        ("وام قسط وام شهر", {1, 2}),
        ("تعمیر یخچال", {0, 1}),
        ("تعمیر شبکه‌ی آب", set()),
        ("قورمه سبزی خوشمزه", {0, 1}),
        ("قورمه\u200cسبزی", {0, 1}),
        ("گرد و غبار", set()),
        ("جنگ و زلزله", set()),
        ("بی ام و کهنه", {0, 1, 2}),
        ("نوشهر", {0}),
        ("نو\u200cشهر", {0, 1}),
        ("نو شهر", set()),  # two words, not the town
        ("باز بینی", set()),
        ("برق کار نمی‌کند", set()),  # no electrician
        ("برق\u200cکار", {0, 1}),
        ("ایران خودرو", {0, 1}),
        ("رئیس جمهور فرانسه", {0, 1, 2}),
        ("سریال کره\u200cای", {0, 1, 2}),
        ("شیر کم چرب تازه", {0, 1, 2}),
        ("دسته\u200cی بازی", {0, 1}),
    ],
)
def test_words_runs_and_inflected_forms_are_found(
    elsewhere: ListedTerms, query: str, places: set[int]
) -> None:
    assert elsewhere.places(tuple(slots_of(query))) == places


@pytest.mark.parametrize(
    "text",
    ["تعمیر یخچال", "نوشابه انرژی زا", "سهام عدالت", "تقویت موتور خودرو", "مدیریت ارتباط با مشتری"],
)
def test_what_the_document_does_not_treat_has_no_direct_answer(ask: Ask, text: str) -> None:
    assert not ask(text).direct


@pytest.mark.parametrize(
    "text",
    [
        "مدیریت مالی شهرداری",
        "متناسب سازی فضاهای شهری",
        "زباله‌ی انرژی‌زا",
        "زباله انرژی زا",
    ],
)
def test_what_the_document_treats_in_other_words_has_one(ask: Ask, text: str) -> None:
    assert ask(text).direct


def test_a_word_from_elsewhere_beside_an_answered_question_leaves_it_answered(ask: Ask) -> None:
    assert ask("جذب دلار و سرمایه‌ی خارجی برای مترو").direct


@pytest.mark.parametrize(
    "text",
    """محل دفن زباله|محل دفن پسماند|گاز محل دفن|دولت چند درصد باید بپردازد|نرخ جداسازی چند درصد است؟
    |آسفالت کوچه خراب است|پیاده‌رو خراب شده|اتوبوس کار نمی‌کند|زباله‌ی کوچه‌مان را نمی‌برند
    |ساختمان ما مقاوم نیست|سایت شهرداری همیشه قطع است|لوله‌ی آب نشتی دارد
    |نحوه‌ی استفاده از فضاهای عمومی|تراز آب زیرزمینی|آلودگی هوا بیش از حد مجاز
    |افزایش ظرفیت مسافر مترو|افزایش تعداد واگن‌های مترو|تعداد طبقات|تعداد مأموران راهنمایی
    |کاهش تفاوت بین مناطق|نوبت‌دهی اینترنتی|استخدام شهرداری با پارتی
    |وام گرفتن از بانک برای نوسازی|امسال هوا آلوده است|هوای امروز آلوده است
    |نقشه‌ی مسیر دوچرخه|قیمت اینترنت|نرخ بازیافت پسماند|گزارش تفکیک زباله
    |مسئول ترافیک تهران کیست|شکایت از پیمانکار شهرداری|پیگیری درخواست‌های شهروندان
    |پایش لحظه‌به‌لحظه‌ی آلودگی هوا|نحوه‌ی تهیه‌ی طرح جامع|شهر ایمن را چگونه بسازیم
    |ثبت‌نام اینترنتی خدمات شهرداری|بودجه‌ی سال شهرداری شفاف باشد|نحوه‌ی نصب دوربین‌های نظارتی
    |پلتفرم‌ها چند نفر را سر کار برده‌اند؟""".split("|"),
)
def test_who_asks_of_what_is_treated_in_words_near_a_detail_is_answered(
    ask: Ask, text: str
) -> None:
    assert ask(text.strip()).direct
