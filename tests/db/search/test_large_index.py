"""An index of many documents: few of them get a score, and those are the right ones."""

import pytest

from db.search.bitmaps import ENOUGH, MOST, likeliest, members, numbers, of_numbers
from db.search.expansion import Expander, Weights
from db.search.fields import LISTED_FROM, READ_WHOLE, Document
from db.search.index_writer import write_index
from db.search.lexicon import Lexicon
from db.search.morphology import Morphology
from db.search.postings import LargePostings, Postings, open_postings
from db.search.ranking import Ranker
from db.search.slots import Slot

COUNT = READ_WHOLE + 100
RIVER, METRO = 41, 333
PARKS = range(100, 100 + LISTED_FROM)  # neither common nor rare


def text_of(number: int) -> str:
    if number in PARKS:
        return f"منابع پارک {number}"
    return {RIVER: "منابع آب زیرزمینی", METRO: "منابع مترو"}.get(number, f"منابع شهر {number}")


@pytest.fixture(scope="module")
def postings(lexicon: Lexicon, tmp_path_factory: pytest.TempPathFactory) -> Postings:
    folder = tmp_path_factory.mktemp("large") / "index"
    documents = [Document(str(n), "x", "direction", (text_of(n),)) for n in range(COUNT)]
    write_index(documents, lexicon, folder)
    return open_postings(folder)


@pytest.fixture(scope="module")
def ranker(postings: Postings, lexicon: Lexicon, morphology: Morphology) -> Ranker:
    expander = Expander(lexicon, morphology, Weights(), postings.known)
    return Ranker(postings, expander, lexicon, Weights())


def slots(*keys: str) -> tuple[Slot, ...]:
    return tuple(Slot((key,)) for key in keys)


def test_common_and_rare_terms_come_back(postings: Postings) -> None:
    assert isinstance(postings, LargePostings)
    assert list(members(postings.bits("w:اب"))) == [RIVER]
    assert list(members(postings.bits("w:پارک"))) == list(PARKS)
    assert postings.bits("w:منابع").bit_count() == postings.spread("w:منابع") == COUNT


def test_what_holds_both_words_comes_first(ranker: Ranker) -> None:
    assert ranker.rank(slots("منابع", "مترو")).ranked[0].document == METRO


def test_a_common_word_scores_no_more_than_may_be(ranker: Ranker) -> None:
    assert 0 < len(ranker.rank(slots("منابع")).ranked) <= MOST


def test_only_what_is_allowed_gets_a_score(ranker: Ranker) -> None:
    ranked = ranker.rank(slots("منابع", "مترو"), 1 << RIVER | 1 << 7).ranked
    assert {one.document for one in ranked} == {RIVER, 7}


def test_a_word_beginning_is_found_among_many(postings: Postings) -> None:
    assert "w:زیرزمینی" in postings.beginning("w:زیرزم")


def test_a_bitmap_gives_its_numbers_back() -> None:
    assert list(members(of_numbers([0, 9, 4_000], 501))) == [0, 9, 4_000]
    assert list(members(0)) == []


def test_a_bitmap_of_a_common_word_is_the_same() -> None:
    common = range(1, 4_000, 3)
    assert list(members(of_numbers(common, 501))) == list(common)


@pytest.mark.parametrize("count", [0, 1, 7, 300])
def test_the_members_of_a_bitmap_come_at_once_in_order(count: int) -> None:
    places = list(range(2, 100_000, 300))[:count]
    assert numbers(of_numbers(places, 12_500)) == tuple(places)


def test_documents_with_more_words_are_likelier() -> None:
    words = [of_numbers(range(3_000), 400), of_numbers(range(0, 3_000, 50), 400)]
    found = likeliest(words, None)
    assert set(range(0, 3_000, 50)) <= found
    assert ENOUGH <= len(found) <= MOST


def test_nothing_is_likely_where_nothing_is_met() -> None:
    assert likeliest([0, 0], None) == set()
