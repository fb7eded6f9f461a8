"""What makes an item an answer and what leaves it near."""

import pytest

from db.search.evidence import Evidence
from db.search.models import Proof
from db.search.ranked import Ranked, Ranking
from db.search.verdict import Verdict
from tests.db.search.conftest import Ask

_DOCUMENT = 7


def proof(terms: list[str], content: tuple[tuple[int, ...], ...], met: float = 0.5) -> Proof:
    """What speaks for a document that holds one term a word, each of half the weight."""
    matches = tuple({_DOCUMENT: Evidence(0.5, term, 0.5)} if term else {} for term in terms)
    ranking = Ranking((), (1.0,) * len(terms), matches, content)
    return Verdict(ranking).proof(_DOCUMENT, met)


def test_a_word_of_the_text_adds_its_share_of_the_query() -> None:
    half, whole = proof(["w:a", ""], ((0,), (1,))), proof(["w:a"], ((0,),))
    assert half.literal == whole.literal / 2 > 0


def test_each_word_that_is_asked_adds_to_the_proof() -> None:
    assert proof(["Q:a", "Q:b", ""], ((0,), (1,), (2,))).asked > proof(["Q:a"], ((0,),)).asked


def test_two_parts_of_one_word_are_one_proof() -> None:
    assert proof(["Q:a", "Q:b"], ((0, 1),)).asked == proof(["Q:a"], ((0,),)).asked


def test_a_long_query_is_not_answered_by_a_small_share_of_it() -> None:
    places = tuple((place,) for place in range(12))
    matches = ({_DOCUMENT: Evidence(0.9, "Q:a", 1.0)},) * 12
    verdict = Verdict(Ranking((), (1.0,) * 12, matches, places))
    assert not verdict.direct([Ranked(_DOCUMENT, 1.0, 0.3)])


def leaning(term: str, odds: float) -> float:
    """What a word adds by the way it leans, met by a term."""
    ranking = Ranking((), (1.0,), ({_DOCUMENT: Evidence(0.5, term, 0.5)},), ((0,),))
    return Verdict(ranking, leanings=[odds]).proof(_DOCUMENT, 0.5).leaning


def test_words_of_what_is_elsewhere_speak_against_an_answer() -> None:
    assert leaning("Q:a", -1.0) < 0 < leaning("Q:a", 1.0)


def test_a_whole_subject_term_leans_nowhere_else() -> None:
    assert leaning("P:a", -1.0) == 0 < leaning("P:a", 1.0)


@pytest.mark.parametrize(
    ("elsewhere", "asked"),
    [
        ("مجوز برپایی داربست جلوی مغازه", "تابلوی مغازه‌ها"),
        ("کاغذ گران شد", "کاغذبازی"),
        ("پمپ بنزین شلوغ است", "پمپ گاز"),
        ("قیمت تمام‌شده‌ی کالا", "هزینه‌ی تمام‌شده‌ی آلودگی"),
        ("ترانس برق سوخت", "برق از زباله"),
    ],
)
def test_everyday_words_in_a_row_have_no_direct_answer(
    ask: Ask, elsewhere: str, asked: str
) -> None:
    assert not ask(elsewhere).direct
    assert ask(asked).direct


@pytest.mark.parametrize("text", ["بازیافت زباله", "کیک شکلاتی زلزله", "زباله‌سوز", "مترو"])
def test_hits_are_direct_when_their_proof_is_enough(ask: Ask, text: str) -> None:
    proofs = [(hit.match == "direct", hit.proof) for hit in ask(text).hits]
    assert all(p and direct == (p.total >= p.enough) for direct, p in proofs)


def test_a_half_space_makes_one_word_of_two(ask: Ask) -> None:
    apart, joined = (ask(text).hits[0].proof for text in ("آب برق", "آب\u200cبرق"))
    assert apart is not None
    assert joined is not None
    assert joined.asked <= apart.asked


@pytest.mark.parametrize(
    ("detail", "treated"),
    [
        ("امضای دیجیتال را از کجا بگیرم؟", "امضای دیجیتال"),
        ("بدهی شهرداری به بانک شهر چقدر است؟", "دولت بابت پایتخت بودن چقدر باید بپردازد"),
        ("نحوه‌ی تنظیم قرارداد پیمانکار", "نحوه‌ی مشارکت مردم در اداره‌ی شهر"),
        ("فرم قرارداد پیمانکاران", "نظارت بر پیمانکاران"),
        ("تعداد طبقات مجاز در سعادت‌آباد", "طبقات مازاد بر تراکم مجاز"),
        ("ثبت شکایت از پلیس راهور", "شکایت از شهرداری"),
    ],
)
def test_who_asks_for_a_detail_has_no_direct_answer(ask: Ask, detail: str, treated: str) -> None:
    assert not ask(detail).direct
    assert ask(detail).hits
    assert ask(treated).direct


def test_a_detail_of_what_is_told_in_full_leaves_it_answered(ask: Ask) -> None:
    assert ask("به مردم بگویید خسارت آلودگی هوا چقدر است").direct


def test_operators_leave_nothing_to_prove(ask: Ask) -> None:
    assert {hit.proof for hit in ask("زباله -بازیافت").hits} == {None}


@pytest.mark.parametrize("text", ["مترو یا قرمه‌سبزی", "قرمه‌سبزی یا مترو", "قیمت OR مترو"])
def test_of_alternatives_one_that_is_treated_is_enough_wherever_it_stands(
    ask: Ask, text: str
) -> None:
    assert ask(text).direct
