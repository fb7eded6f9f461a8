"""What the engine answers over the bundled document."""

import shutil
from pathlib import Path

import pytest

from db.errors import KnownError
from db.paths import SEARCH_INDEX
from db.reference.store import ReferenceStore
from db.search.engine import SearchEngine
from db.search.fields import GRAMS
from db.search.models import SearchQuery
from tests.db.search.answers import cut, ids, marked
from tests.db.search.conftest import Ask

SPELLINGS = ["حمل‌ونقل عمومی", "حمل و نقل عمومي", "حمل ونقل عمومی", "حملونقل عمومی"]


def test_every_spelling_of_a_phrase_finds_the_same(ask: Ask) -> None:
    answers = [set(ids(ask(spelling))[:3]) for spelling in SPELLINGS]
    assert answers.count(answers[0]) == len(SPELLINGS)
    assert "transport-1" in answers[0]


@pytest.mark.parametrize("text", ["زباله", "زباله‌ها", "زباله ها", "زباله‌هایشان"])
def test_inflected_forms_find_the_word(ask: Ask, text: str) -> None:
    assert {"environment-15", "environment-18"} <= set(ids(ask(text)))


@pytest.mark.parametrize(
    ("typed", "meant", "item"),
    [
        ("فازلاب", "فاضلاب", "infrastructure-vision"),
        ("نضارت", "نظارت", "infrastructure-11"),
        ("هاشیه نشینی", "حاشیه نشینی", "architecture-12"),
        ("lkhfu Hf", "منابع آب", "infrastructure-13"),
    ],
)
def test_a_slip_is_corrected_and_said_so(ask: Ask, typed: str, meant: str, item: str) -> None:
    results = ask(typed)
    assert results.suggestion == meant
    assert item in ids(results)


@pytest.mark.parametrize(
    ("subject", "item"), [("بودجه شهرداری", "economy-8"), ("بودجه‌ی شهرداری", "economy-8")]
)
def test_an_item_whose_subject_is_asked_as_a_whole_comes_first(
    ask: Ask, subject: str, item: str
) -> None:
    best = ask(subject).hits[0]
    assert best.item_id == item
    assert best.named > 1


@pytest.mark.parametrize(
    ("spoken", "item"),
    [
        ("اتوبوسا خیلی شلوغه و دیر میاد", "transport-1"),
        ("می‌خوام خونه‌مونو نوسازی کنم، وام میدن؟", "architecture-1"),
        ("سطل آشغال کوچه‌مون سرریز شده", "environment-15"),
        ("چرا شهردارا زود عوض میشن؟", "management-12"),
        ("گوشیمو تو خیابون دزدیدن", "security-4"),
    ],
)
def test_a_spoken_question_is_answered_like_a_written_one(ask: Ask, spoken: str, item: str) -> None:
    best = ask(spoken).hits[0]
    assert (best.item_id, best.match) == (item, "direct")


@pytest.mark.parametrize(
    ("english", "persian"),
    [("air pollution", "آلودگی هوا"), ("bicycle", "دوچرخه"), ("bus", "اتوبوس")],
)
def test_an_english_word_finds_first_what_its_persian_one_finds(
    ask: Ask, english: str, persian: str
) -> None:
    found, wanted = ask(english), ask(persian)
    assert found.direct
    assert found.hits[0].item_id == wanted.hits[0].item_id


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("محیط زست", "محیط زیست"),  # «زشت» is as near, but not in the document
        ("حاشیه نشیتی", "حاشیه نشینی"),  # «نشیتی» has relatives in the document
        ("enviroment", "environment"),
        ("pollutoin", "pollution"),
    ],
)
def test_the_likelier_of_near_words_is_meant(ask: Ask, typed: str, meant: str) -> None:
    assert ask(typed).suggestion == meant


@pytest.mark.parametrize("typed", ["contact", "sha", "content", "house"])
def test_a_foreign_word_near_another_is_not_taken_for_it(ask: Ask, typed: str) -> None:
    assert ask(typed).suggestion is None


@pytest.mark.parametrize("typed", ["تهران", "شهر", "می شود"])
def test_a_general_word_asked_alone_is_marked(ask: Ask, typed: str) -> None:
    hit = ask(typed).hits[0]
    assert marked(hit)


def test_a_phrase_that_may_stand_for_a_word_marks_none_of_its_words(ask: Ask) -> None:
    hit = next(hit for hit in ask("برق").hits if hit.item_id == "infrastructure-12")
    assert marked(hit) == ["برق"]


def test_a_literal_query_is_not_corrected(ask: Ask) -> None:
    results = ask("فازلاب", literal=True)
    assert (results.suggestion, results.direct) == (None, False)


def test_a_right_word_gets_no_suggestion(ask: Ask) -> None:
    assert ask("فاضلاب").suggestion is None


def test_an_item_found_by_its_subject_says_so(ask: Ask) -> None:
    hit = next(hit for hit in ask("مترو").hits if hit.item_id == "transport-1")
    assert hit.spans == ()
    assert hit.why
    assert hit.why.startswith("از راهِ موضوع:")


def test_a_question_the_document_does_not_answer_has_no_direct_hit(ask: Ask) -> None:
    assert not ask("دستور پخت کیک شکلاتی").direct


def test_half_a_question_is_answered_as_near(ask: Ask) -> None:
    results = ask("کیک شکلاتی زلزله")
    assert {hit.match for hit in results.hits} == {"near"}
    assert not results.direct


def test_an_ending_after_a_half_space_asks_for_nothing(ask: Ask) -> None:
    assert ids(ask("محله\u200cهامون"))[:3] == ids(ask("محله\u200cهایمان"))[:3]


def test_direct_hits_stand_before_near_ones(ask: Ask) -> None:
    matches = [hit.match for hit in ask("خلاقیت صنعت فرهنگی جوانان").hits]
    assert matches == sorted(matches)


def test_the_order_is_stable(ask: Ask) -> None:
    assert ask("توسعه‌ی شهر") == ask("توسعه‌ی شهر")


def test_equal_scores_keep_the_order_of_the_document(ask: Ask, reference: ReferenceStore) -> None:
    places = {item.id: item.position for item in reference.items()}
    hits = ask("نوع:بند").hits
    assert [hit.item_id for hit in hits] == sorted(ids(ask("نوع:بند")), key=places.__getitem__)


def test_the_limit_cuts_hits_but_not_counts(ask: Ask) -> None:
    results = ask("تهران توسعه", limit=2)
    assert len(results.hits) == 2
    assert sum(results.counts_by_axis.values()) > 2


def test_an_axis_restricts_hits_and_counts(ask: Ask) -> None:
    results = ask("توسعه", axis="economy")
    assert set(results.counts_by_axis) == {"economy"}


@pytest.mark.parametrize("text", ["آب", "آلودگی هوا", "«منابع آب»", "بازیاف*", "حمل و نقل", "شهر"])
def test_spans_lie_in_the_edited_text(ask: Ask, reference: ReferenceStore, text: str) -> None:
    for hit in ask(text).hits:
        assert hit.text == reference.item(hit.item_id).edited
        assert all(0 <= span.start < span.end <= len(hit.text) for span in hit.spans)


def test_spans_are_exact_to_the_letter(ask: Ask) -> None:
    hit = ask("منابع آب").hits[0]
    assert (hit.item_id, marked(hit)) == ("infrastructure-13", ["منابع آب"])


def test_excerpt_spans_mark_the_same_words(ask: Ask) -> None:
    hit = next(hit for hit in ask("«حمل و نقل عمومی»").hits if hit.item_id == "transport-vision")
    assert hit.excerpt != hit.text
    assert cut(hit.excerpt, hit.excerpt_spans) == marked(hit)


def test_every_score_has_its_parts(ask: Ask) -> None:
    hit = ask("منابع آب").hits[0]
    assert {part.word for part in hit.parts} == {"منابع", "اب"}
    assert all(part.weight > 0 and part.worth > 0 for part in hit.parts)


def test_the_verbatim_spelling_finds_the_edited_text(ask: Ask, reference: ReferenceStore) -> None:
    item = reference.item("infrastructure-13")
    assert ids(ask(item.verbatim))[0] == item.id


def test_a_table_missing_from_the_index_is_a_known_error(
    reference: ReferenceStore, tmp_path: Path
) -> None:
    index = Path(shutil.copytree(SEARCH_INDEX, tmp_path / "index"))
    (index / GRAMS).unlink()
    with pytest.raises(KnownError, match="نمایه"):
        SearchEngine(reference, index).search(SearchQuery("ژژژژ"))
