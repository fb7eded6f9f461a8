"""Phrases, beginnings and exclusions keep exactly what they say."""

from pathlib import Path

import pytest

from db.errors import KnownError
from db.reference.store import ReferenceStore
from db.search.engine import SearchEngine
from tests.db.search.answers import ids
from tests.db.search.conftest import Ask


def test_a_stop_word_is_not_demanded(ask: Ask) -> None:
    assert ids(ask("زباله را -گاز")) == ids(ask("زباله -گاز"))


def test_an_excluded_beginning_takes_all_words_that_begin_so(ask: Ask) -> None:
    begun, others = ids(ask("شهر* محور:امنیت")), ids(ask("-شهر* محور:امنیت"))
    assert not set(begun) & set(others)
    assert len(begun) + len(others) == 8


@pytest.mark.parametrize("text", ["«منابع آب»", "«منابع‌آب»", '"منابع اب"'])
def test_a_phrase_finds_only_items_that_hold_it(ask: Ask, text: str) -> None:
    assert ids(ask(text)) == ["infrastructure-13"]


@pytest.mark.parametrize(
    ("text", "item_id", "marked"),
    [
        ("«زبالهي شهری»", "environment-15", "زباله\u200cی شهری"),
        ("«كسبكارهاي»", "economy-vision", "کسب\u200cوکارهای"),
        ("ظوابط", "architecture-11", "ضوابط"),
    ],
)
def test_what_only_the_print_has_is_marked_where_it_is_corrected(
    ask: Ask, text: str, item_id: str, marked: str
) -> None:
    hit = next(hit for hit in ask(text).hits if hit.item_id == item_id)
    assert [hit.text[span.start : span.end] for span in hit.spans] == [marked]


def test_a_phrase_nobody_wrote_finds_nothing(ask: Ask) -> None:
    assert ask("«آب منابع»").hits == ()


def test_an_excluded_word_takes_its_forms_with_it(ask: Ask) -> None:
    found = [hit.text for hit in ask("آب -انرژی").hits]
    assert found
    assert not any("انرژی" in text for text in found)


def test_an_excluded_phrase_leaves_its_words(ask: Ask) -> None:
    found = ids(ask("آب -«منابع آب»"))
    assert "infrastructure-12" in found
    assert "infrastructure-13" not in found


def test_a_prefix_finds_the_words_it_begins(ask: Ask) -> None:
    assert set(ids(ask("دوچرخ*"))) == {"transport-11"}


def test_a_missing_index_is_a_known_error(reference: ReferenceStore) -> None:
    with pytest.raises(KnownError, match="نمایه"):
        SearchEngine(reference, index=Path("nowhere"))
