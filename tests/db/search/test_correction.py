"""What a word that leads nowhere is taken for, in the company of the other words."""

import pytest

from db.reference.models import Erratum
from db.reference.store import ReferenceStore
from db.search.fields import words_of
from db.search.models import Span
from tests.db.search.answers import marked
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


@pytest.mark.parametrize(
    ("printed", "meant"),
    [("كليي", "کلیه"), ("ماليت", "مالیات"), ("رسريع", "سریع"), ("كاهاي", "کارهای")],
)
def test_a_misprint_of_the_original_is_meant_as_the_edition_corrects_it(
    ask: Ask, printed: str, meant: str
) -> None:
    assert ask(printed).suggestion == meant


@pytest.mark.parametrize(
    ("typed", "edited"), [("هيأت", "هیئت"), ("مسأله", "مسئله"), ("نشأت", "نشئت")]
)
def test_a_hamza_may_sit_on_another_letter(ask: Ask, typed: str, edited: str) -> None:
    found, wanted = ask(typed), ask(edited)
    assert found.suggestion is None
    assert [hit.item_id for hit in found.hits] == [hit.item_id for hit in wanted.hits]
    assert [marked(hit) for hit in found.hits] == [marked(hit) for hit in wanted.hits]


def stretches(printed: str, one: Erratum) -> list[str]:
    """What is printed wrong, alone and with the word before, after and on both sides."""
    words = words_of(printed)
    inside = [
        place
        for place, word in enumerate(words)
        if word.start < one.verbatim_end and word.end > one.verbatim_start
    ]
    around = ((0, 0), (1, 0), (0, 1), (1, 1))
    ranges = ((inside[0] - before, inside[-1] + after) for before, after in around if inside)
    return [
        printed[words[first].start : words[last].end]
        for first, last in ranges
        if first >= 0 and last < len(words)
    ]


@pytest.mark.parametrize("literal", [False, True])
def test_every_printed_word_is_marked_where_the_edition_corrects_it(
    ask: Ask, reference: ReferenceStore, literal: bool
) -> None:
    for item in reference.items():
        for one in reference.errata(item.id):
            if one.kind == "repeated-text":
                continue
            for typed in stretches(item.verbatim, one):
                found = ask(typed, literal=literal)
                hit = next(hit for hit in found.hits if hit.item_id == item.id)
                place = Span(one.edited_start, one.edited_end)
                assert any(s.start < place.end and s.end > place.start for s in hit.spans), typed


def test_a_misprint_of_the_original_is_found_as_printed_on_demand(ask: Ask) -> None:
    assert [hit.item_id for hit in ask("مدریت", literal=True).hits] == ["management-13"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("(زباله یا پسماند) فازلاب", "(زباله یا پسماند) فاضلاب"),
        ("فازلاب -(برق گاز)", "فاضلاب -(برق گاز)"),
        ("محور:زیرساخت فازلاب", "محور:زیرساخت فاضلاب"),
        ("محور:حمل tarafik", "محور:حمل ترافیک"),
        ("tarafik -گاز", "ترافیک -گاز"),
        ("حل‌ونقل محور:حمل", "حمل‌ونقل محور:حمل"),
    ],
)
def test_a_correction_keeps_the_operators(ask: Ask, typed: str, meant: str) -> None:
    assert ask(typed).suggestion == meant
