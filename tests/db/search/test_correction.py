"""What a word that leads nowhere is taken for, in the company of the other words."""

import pytest

from tests.db.search.conftest import Ask


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("مدریت", "مدیریت"),  # a misprint of the original too
        ("اطاعات", "اطلاعات"),
        ("مراک", "مراکز"),  # a word of the thesaurus is as near
    ],
)
def test_a_letter_left_out_is_put_back(ask: Ask, typed: str, meant: str) -> None:
    assert ask(typed).suggestion == meant


@pytest.mark.parametrize("typed", ["حل‌ونقل", "حمل‌ونق", "حملونق"])
def test_a_slip_in_a_compound_is_seen_in_the_whole(ask: Ask, typed: str) -> None:
    results = ask(typed)
    assert results.suggestion == "حمل‌ونقل"
    assert results.hits[0].item_id.startswith("transport")


@pytest.mark.parametrize(
    ("typed", "meant"), [("فضاهای ماسب", "فضاهای مناسب"), ("حفظ و تویت", "حفظ و تقویت")]
)
def test_of_rivals_the_one_is_meant_that_stands_beside_the_other_words(
    ask: Ask, typed: str, meant: str
) -> None:
    assert ask(typed).suggestion == meant


@pytest.mark.parametrize(("typed", "meant"), [("ذباله", "زباله"), ("اقتصد", "اقتصاد")])
def test_a_correction_finds_what_its_words_find(ask: Ask, typed: str, meant: str) -> None:
    corrected, right = ask(typed), ask(meant)
    assert [(hit.item_id, hit.match) for hit in corrected.hits] == [
        (hit.item_id, hit.match) for hit in right.hits
    ]


@pytest.mark.parametrize("typed", ["برج ایفل", "پل طبیعت"])
def test_what_is_elsewhere_is_no_slip(ask: Ask, typed: str) -> None:
    results = ask(typed)
    assert (results.suggestion, results.direct) == (None, False)


def test_a_misprint_of_the_original_is_found_as_printed_on_demand(ask: Ask) -> None:
    assert [hit.item_id for hit in ask("مدریت", literal=True).hits] == ["management-13"]
