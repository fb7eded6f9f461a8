"""From documents to typed terms on disk and back."""

from pathlib import Path

import pytest

from db.errors import KnownError
from db.search.expansion import Expander, Weights
from db.search.fields import Document, TermMaker, phrase_key, subject_key
from db.search.index_writer import write_index
from db.search.lexicon import Lexicon, thesaurus_lines
from db.search.morphology import Morphology
from db.search.ngrams import NgramIndex, gram_lines
from db.search.places import write_table
from db.search.postings import Postings, indexed_ids, open_postings
from db.search.ranking import Ranker
from db.search.slots import Slot

RIVER = Document("a", "x", "direction", ("منابع آب شهرها",), ("کم‌آبی", "بحران آب"), ("محور",))
ROAD = Document("b", "x", "direction", ("حمل‌ونقل شهری",))


@pytest.fixture(scope="module")
def postings(lexicon: Lexicon, tmp_path_factory: pytest.TempPathFactory) -> Postings:
    folder = tmp_path_factory.mktemp("made") / "index"
    write_index([RIVER, ROAD], lexicon, folder)
    return open_postings(folder)


@pytest.fixture(scope="module")
def ranker(postings: Postings, lexicon: Lexicon, morphology: Morphology) -> Ranker:
    expander = Expander(lexicon, morphology, Weights(), postings.known)
    return Ranker(postings, expander, lexicon, Weights())


def test_no_lock_is_left_beside_the_index(lexicon: Lexicon, tmp_path: Path) -> None:
    write_index([RIVER], lexicon, tmp_path / "index")
    assert list((tmp_path / "index").glob("*.seg"))
    assert list((tmp_path / "index").glob("*_WRITELOCK")) == []


@pytest.mark.parametrize("term", ["w:اب", "s:شهر", "w:منابعاب", "Q:بحران", "P:بحران+اب", "c:محور"])
def test_a_document_gives_typed_terms(lexicon: Lexicon, term: str) -> None:
    assert TermMaker(lexicon).terms(RIVER)[term] >= 1


def test_repeated_subject_words_count(lexicon: Lexicon) -> None:
    repeated = Document("a", "x", "direction", (), ("بحران آب", "آب مترو"))
    terms = TermMaker(lexicon).terms(repeated)
    assert max(count for term, count in terms.items() if term.endswith(":اب")) == 2


def test_a_phrase_key_forgets_spaces_and_ezafe() -> None:
    assert phrase_key("سامانه‌ی حمل و نقل") == phrase_key("سامانه حمل‌ونقل")


def test_a_subject_key_holds_content_words_only(lexicon: Lexicon, morphology: Morphology) -> None:
    assert subject_key(("الودگی", "از", "هوا"), morphology, lexicon.stop_words) == "الودگی+هوا"


def test_whoosh_holds_what_is_searched(lexicon: Lexicon, tmp_path: Path) -> None:
    write_index([RIVER, ROAD], lexicon, tmp_path / "index")
    assert indexed_ids(tmp_path / "index") == {"a", "b"}
    with pytest.raises(KnownError, match="نمایه"):
        indexed_ids(tmp_path)


def test_postings_come_back_from_disk(postings: Postings) -> None:
    assert postings.ids == ("a", "b")
    assert postings.by_count("s:اب") == ((1, 1),)
    assert postings.bits("w:نیست") == 0


# Whoosh leaves the file it could not read to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_damaged_index_is_a_known_error(tmp_path: Path) -> None:
    (tmp_path / "_MAIN_1.toc").write_bytes(b"\x00damage")
    with pytest.raises(KnownError, match="نمایه"):
        open_postings(tmp_path)


def test_the_literal_word_outranks_its_relative(ranker: Ranker) -> None:
    best = ranker.rank((Slot(("شهری",)),)).ranked[0]
    assert best.document == 1


def test_more_of_the_query_covered_ranks_higher(ranker: Ranker) -> None:
    ranked = ranker.rank((Slot(("منابع",)), Slot(("شهر",)))).ranked
    assert [one.document for one in ranked] == [0, 1]
    assert ranked[0].score > ranked[1].score


def test_a_slot_of_alternatives_takes_the_better(ranker: Ranker) -> None:
    evidence = ranker.rank((Slot(("اب", "حملونقل")),)).evidence(0)
    assert evidence[0] is not None
    assert evidence[0].term[:2] == "w:"


def test_stop_words_decide_next_to_nothing(ranker: Ranker, lexicon: Lexicon) -> None:
    word, stop = ranker.rank((Slot(("اب",)), Slot((min(lexicon.stop_words),)))).worth
    assert stop < word / 5


def test_letter_runs_find_what_words_do_not() -> None:
    lines = gram_lines(["منابع آب زیرزمینی", "حمل‌ونقل"])
    grams = NgramIndex(dict(line.split("\t") for line in lines), 2)
    assert [number for number, _ in grams.nearest("زیر زمینیها", 0.3, 5)] == [0]
    assert grams.nearest("قققق", 0.3, 5) == []


def test_a_missing_lexicon_is_a_known_error(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="واژه‌نامه"):
        _ = Lexicon(tmp_path).stop_words


def test_a_list_without_words_has_none(tmp_path: Path) -> None:
    (tmp_path / "stop_words.txt").touch()
    assert Lexicon(tmp_path).stop_words == frozenset()


def test_thesaurus_neighbours_know_each_other(tmp_path: Path) -> None:
    lines = thesaurus_lines([(0.8, ("زباله", "پسماند شهری"))])
    write_table(tmp_path / "thesaurus.txt", lines)
    synonyms = Lexicon(tmp_path).synonyms
    assert synonyms.of("زباله")[0].keys == ("پسماند", "شهری")
    assert synonyms.of("پسماند شهری")[0].weight == 0.8


def test_word_classes_are_digits(lexicon: Lexicon) -> None:
    assert lexicon.words.get("شهر", -1) > lexicon.words.get("یابو", 0)
    assert lexicon.words.get("نیستچنین", -1) == -1
    assert len(lexicon.words) > 100_000


def test_a_synonym_of_several_words_demands_them_all(
    tmp_path: Path, morphology: Morphology
) -> None:
    lines = thesaurus_lines([(0.8, ("زباله", "پسماند شهری", "نخاله"))])
    write_table(tmp_path / "thesaurus.txt", lines)
    (tmp_path / "stop_words.txt").touch()
    known = {"w:زباله", "w:نخاله", "s:پسماند", "s:شهری"}
    variants = Expander(Lexicon(tmp_path), morphology, Weights(), known).word("زباله")
    terms = {variant.terms: variant.weight for variant in variants}
    assert ("s:پسماند", "s:شهری") in terms
    assert terms["w:نخاله",] < terms["w:زباله",]
