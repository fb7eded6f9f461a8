"""Marked letters: exactly those of the words found, in edited and in source spelling."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.search.models import Span
from db.search.morphology import Morphology
from db.search.spans import EXCERPT_LENGTH, SpanFinder, excerpt, letters_of, merge, phrase_spans
from db.text.tokens import tokens
from tests.db.search.answers import cut

SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda pair: Span(pair[0], sum(pair)))
)


@pytest.fixture(scope="module")
def finder(morphology: Morphology) -> SpanFinder:
    return SpanFinder(morphology)


@pytest.mark.parametrize(
    ("text", "term", "letters"),
    [
        ("منابع آب شهر", "w:اب", ["آب"]),
        ("آلودگی‌های هوا", "s:الودگی", ["آلودگی‌های"]),
        ("هر منبعِ مهم", "s:منبع", ["منبعِ"]),
        ("حمل و نقل روان", "w:حملونقل", ["حمل و نقل"]),
        ("حمل‌ونقل روان", "w:حملونقل", ["حمل‌ونقل"]),
        ("تهران جهانشهر است", "w:شهر", ["شهر"]),
        ("كتاب يك", "w:کتاب", ["كتاب"]),
        ("زلزله", "w:سیل", []),
        ("ایمنی آن‌ها", "w:ایمنی", ["ایمنی"]),
        ("محله ها", "w:محله", ["محله ها"]),
    ],
)
def test_a_term_marks_its_own_letters(
    finder: SpanFinder, text: str, term: str, letters: list[str]
) -> None:
    assert cut(text, finder.spans(text, [term])) == letters


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("سامانه‌ی حمل‌ونقل عمومی قوی", ["حمل‌ونقل عمومی"]),
        ("حمل و نقل عمومي", ["حمل و نقل عمومي"]),
        ("حمل‌ونقل، عمومی", ["حمل‌ونقل، عمومی"]),
        ("حمل‌ونقل همگانی", []),
    ],
)
def test_a_phrase_is_marked_from_word_to_word(text: str, letters: list[str]) -> None:
    assert cut(text, phrase_spans(text, "حملونقلعمومی")) == letters


def test_a_phrase_does_not_match_half_a_word() -> None:
    assert phrase_spans("منابع آبی", "منابعاب") == []


def test_runs_marks_every_phrase(finder: SpanFinder) -> None:
    text = "آب و برق و آب"
    assert cut(text, finder.runs(text, ["اب", "برق"])) == ["آب", "برق", "آب"]


def test_prefixes_mark_whole_words(finder: SpanFinder) -> None:
    text = "بازیافت و باز"
    assert cut(text, finder.prefixes(text, ["بازی"])) == ["بازیافت"]
    assert finder.prefixes(text, []) == ()


def test_letters_inside_a_word_with_dropped_signs() -> None:
    text = "جَهان‌شَهر"
    (_, token) = tokens(text)
    assert cut(text, [letters_of(text, token, 0, 2)]) == ["شَه"]


@given(SPANS)
def test_merged_spans_are_in_order_and_apart(spans: list[Span]) -> None:
    merged = merge(spans)
    assert all(a.end <= b.start for a, b in pairwise(merged))
    covered = {place for span in spans for place in range(span.start, span.end)}
    assert {p for span in merged for p in range(span.start, span.end)} == covered


def test_a_short_text_is_its_own_excerpt() -> None:
    assert excerpt("آب", (Span(0, 2),)) == ("آب", (Span(0, 2),))


def test_an_excerpt_moves_the_spans_with_the_words() -> None:
    text = "واژه " * 100 + "زلزله " + "واژه " * 100
    shown, spans = excerpt(text, (Span(500, 505),))
    assert cut(shown, spans) == ["زلزله"]
    assert shown.startswith("… ")
    assert len(shown) <= EXCERPT_LENGTH + 4


def test_a_cut_excerpt_ends_as_every_line_that_is_cut() -> None:
    shown, _ = excerpt("واژه‌ها، " * 100, ())
    assert shown.endswith("واژه‌ها…")


def test_an_excerpt_without_spans_starts_at_the_start() -> None:
    shown, spans = excerpt("واژه " * 100, ())
    assert (shown[:4], shown[-2:], spans) == ("واژه", "ه…", ())
