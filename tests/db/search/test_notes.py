"""The reader's own texts: found by the document's rules, kept up to date, never in the way."""

import gc
import logging
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from db.reference.store import ReferenceStore
from db.search.lexicon import Lexicon
from db.search.note_storage import IndexUnusableError
from db.search.note_words import NoteWords
from db.search.notes import NoteIndex
from tests.db.search.answers import cut

LINEAGE = "one"


@dataclass(frozen=True)
class Text:
    """A searchable text as the reader's store gives it."""

    uuid: str
    text: str
    kind: str = "annotation"
    item_id: str | None = "economy-1"
    gone: bool = False


@dataclass
class Feed:
    """A reader's file in memory: every save is an act."""

    rows: dict[str, tuple[int, Text]] = field(default_factory=dict)
    lineage: str = LINEAGE
    revision: int = 0

    @property
    def data_version(self) -> tuple[str, int]:
        return self.lineage, self.revision

    def save(self, *texts: Text) -> None:
        self.revision += 1
        self.rows |= {text.uuid: (self.revision, text) for text in texts}

    def searchable(self, since: int = 0) -> Iterator[Text]:
        for revision, text in self.rows.values():
            if revision > since and (since or not text.gone):
                yield text


TEXTS = (
    Text("water", "منابع آب زیرزمینی نگران‌کننده است"),
    Text("metro", "بودجه‌ی مترو را با آقای رسولی در جلسه بگوییم"),
    Text("joined", "نظر جهانشهر و حملونقل"),
    Text("tag", "پیگیری فوری", kind="tag", item_id=None),
    Text("collection", "مجموعه‌ی پسماند", kind="collection", item_id=None),
)


@pytest.fixture
def feed() -> Feed:
    made = Feed()
    made.save(*TEXTS)
    return made


@pytest.fixture
def notes(tmp_path: Path, lexicon: Lexicon, feed: Feed) -> Iterator[NoteIndex]:
    made = NoteIndex(tmp_path / "note-index", lexicon)
    assert made.follow(feed)
    assert made.learn()
    yield made
    made.close()


def found(notes: NoteIndex, text: str) -> list[str]:
    return [hit.uuid for hit in notes.search(text)]


def test_only_notes_on_the_items_wanted_are_found(notes: NoteIndex, feed: Feed) -> None:
    feed.save(Text("other", "منابع آب شهر", item_id="culture-3"))
    assert notes.follow(feed)
    found_there = notes.search("منابع آب", items={"culture-3"})
    assert [hit.uuid for hit in found_there] == ["other"]
    assert not notes.search("پیگیری فوری", items={"culture-3"})


@pytest.mark.parametrize(
    ("text", "uuid"),
    [
        ("منبع آب", "water"),
        ("نگران کننده", "water"),
        ("جلسات", "metro"),
        ("رصولی", "metro"),
        ("lj v,", "metro"),
        ("حمل و نقل", "joined"),
        ("جهان‌شهر", "joined"),
        ("رسول*", "metro"),
        ("«بودجه مترو»", "metro"),
        ("اتوبوس یا مترو", "metro"),
        ("«منابع آب» یا اتوبوس", "water"),
        ("پيگيري", "tag"),
        ("پسماندها", "collection"),
    ],
)
def test_a_text_is_found_as_the_document_would_be(notes: NoteIndex, text: str, uuid: str) -> None:
    assert found(notes, text) == [uuid]


@pytest.mark.parametrize(
    "text", ["", "؟", "«مترو بودجه»", "مترو -رسولی", "مترو -«آقای رسولی»", "کیک شکلاتی", "محور:۱"]
)
def test_what_does_not_answer_is_not_found(notes: NoteIndex, text: str) -> None:
    assert found(notes, text) == []


def test_spans_are_exact_to_the_letter(notes: NoteIndex) -> None:
    (hit,) = notes.search("منابع آب")
    assert cut(hit.text, hit.spans) == ["منابع آب"]


def test_a_hit_says_what_it_is(notes: NoteIndex) -> None:
    (hit,) = notes.search("فوری")
    assert (hit.kind, hit.item_id, hit.text) == ("tag", None, "پیگیری فوری")


def test_more_of_the_query_comes_first(notes: NoteIndex, feed: Feed) -> None:
    feed.save(Text("half", "مترو"))
    notes.follow(feed)
    assert found(notes, "بودجه مترو")[0] == "metro"


def test_the_limit_is_kept(notes: NoteIndex, feed: Feed) -> None:
    feed.save(*(Text(f"n{number}", "اتوبوس") for number in range(9)))
    notes.follow(feed)
    assert len(notes.search("اتوبوس", limit=3)) == 3


@pytest.mark.parametrize(
    "query", ["شهر", "توسعه شهر", "توسعه‌ی فضای سبز شهر", '"شهر تهران"', "شهر -توسعه", "توسع*"]
)
def test_all_that_answer_are_counted_beyond_the_limit(
    tmp_path: Path, lexicon: Lexicon, reference: ReferenceStore, query: str
) -> None:
    feed, notes = Feed(), NoteIndex(tmp_path / "counted", lexicon)
    feed.save(*(Text(item.id, item.edited) for item in reference.items()))
    notes.follow(feed)
    every = notes.answer(query, limit=1_000)
    assert len(every.hits) == every.count > 1
    assert notes.answer(query, limit=1).count == every.count


def test_a_count_keeps_to_the_items_of_a_filter(notes: NoteIndex, feed: Feed) -> None:
    feed.save(*(Text(f"n{number}", "اتوبوس", item_id=f"economy-{number}") for number in range(9)))
    notes.follow(feed)
    assert notes.answer("اتوبوس", 1, {"economy-1", "economy-2"}).count == 2


def test_a_changed_text_is_found_by_its_new_words_only(notes: NoteIndex, feed: Feed) -> None:
    feed.save(Text("water", "باغ‌های شمال"))
    notes.follow(feed)
    assert found(notes, "باغ") == ["water"]
    assert found(notes, "زیرزمینی") == []


def test_a_deleted_text_is_forgotten(notes: NoteIndex, feed: Feed) -> None:
    feed.save(replace(TEXTS[0], gone=True))
    notes.follow(feed)
    assert found(notes, "منابع") == []


def test_a_text_deleted_for_ever_leaves_no_word_in_the_files(
    notes: NoteIndex, feed: Feed, tmp_path: Path
) -> None:
    feed.save(replace(TEXTS[1], gone=True))
    assert notes.follow(feed)
    feed.save(replace(TEXTS[1], text="", kind="purged", gone=True))
    assert notes.follow(feed)
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert [file.name for file in files if "رسولی".encode() in file.read_bytes()] == []


def test_after_a_text_is_deleted_for_ever_the_others_are_found(
    notes: NoteIndex, feed: Feed, tmp_path: Path, lexicon: Lexicon
) -> None:
    feed.save(replace(TEXTS[1], text="", kind="purged", gone=True))
    assert notes.follow(feed)
    again = NoteIndex(tmp_path / "note-index", lexicon)
    assert again.since(feed.data_version) == feed.revision
    assert (found(again, "آب زیرزمینی"), found(again, "رسولی")) == (["water"], [])


def test_an_act_without_texts_writes_nothing(notes: NoteIndex, feed: Feed) -> None:
    feed.save()
    assert notes.follow(feed)
    assert notes.since(feed.data_version) == 1


def test_a_second_start_reads_what_the_first_wrote(
    notes: NoteIndex, feed: Feed, tmp_path: Path, lexicon: Lexicon
) -> None:
    again = NoteIndex(tmp_path / "note-index", lexicon)
    assert again.since(feed.data_version) == feed.revision
    assert found(again, "مترو") == ["metro"]


def test_another_lineage_is_indexed_anew(notes: NoteIndex) -> None:
    other = Feed(lineage="other")
    other.save(Text("new", "دوچرخه"))
    assert notes.follow(other)
    assert (found(notes, "دوچرخه"), found(notes, "مترو")) == (["new"], [])


def test_a_file_from_the_past_is_indexed_anew(notes: NoteIndex, feed: Feed) -> None:
    feed.save(Text("late", "دوچرخه"))
    notes.follow(feed)
    assert notes.since((LINEAGE, 1)) == 0


def test_entries_that_do_not_connect_are_refused(notes: NoteIndex) -> None:
    assert not notes.sync([Text("x", "دوچرخه")], (LINEAGE, 9), since=5)
    assert found(notes, "دوچرخه") == []


def test_a_question_never_waits_for_the_words_of_corrections(
    tmp_path: Path, lexicon: Lexicon, feed: Feed
) -> None:
    index = NoteIndex(tmp_path / "unlearnt", lexicon)
    assert index.follow(feed)
    assert found(index, "رصولی") == []
    assert index.learn()
    assert found(index, "رصولی") == ["metro"]


def test_until_new_words_are_learnt_the_former_ones_correct(notes: NoteIndex, feed: Feed) -> None:
    feed.save(Text("late", "پیمانکار قنبرزاده"))
    assert notes.follow(feed)
    assert (found(notes, "رصولی"), found(notes, "غنبرزاده")) == (["metro"], [])
    assert notes.learn()
    assert (found(notes, "رصولی"), found(notes, "غنبرزاده")) == (["metro"], ["late"])


def test_what_is_known_is_not_learnt_again(notes: NoteIndex, feed: Feed) -> None:
    feed.save(replace(TEXTS[0], uuid="same"))
    assert notes.follow(feed)
    assert not notes.learn()


def test_corrections_outlive_the_program(
    notes: NoteIndex, tmp_path: Path, lexicon: Lexicon
) -> None:
    again = NoteIndex(tmp_path / "note-index", lexicon)
    assert again.learn()
    assert found(again, "رصولی") == ["metro"]


# Whoosh leaves files it could not read to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("pattern", ["*.toc", "*.seg", "*.txt", "*"])
@pytest.mark.parametrize("damage", [b"", b"\x00damage", None])
def test_a_damaged_index_is_made_anew(
    notes: NoteIndex,
    feed: Feed,
    tmp_path: Path,
    lexicon: Lexicon,
    pattern: str,
    damage: bytes | None,
) -> None:
    notes.close()
    for path in list((tmp_path / "note-index").glob(pattern)):
        path.unlink()
        if damage is not None:
            path.write_bytes(damage)
    again = NoteIndex(tmp_path / "note-index", lexicon)
    assert again.follow(feed)
    again.learn()
    assert found(again, "مترو") == found(again, "رصولی") == ["metro"]
    gc.collect()


def test_other_rules_make_it_anew(
    notes: NoteIndex, feed: Feed, tmp_path: Path, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.search.note_storage.RULES", "0.0")
    again = NoteIndex(tmp_path / "note-index", lexicon)
    assert again.since(feed.data_version) == 0


def test_before_the_first_sync_nothing_is_found(tmp_path: Path, lexicon: Lexicon) -> None:
    assert NoteIndex(tmp_path / "none", lexicon).search("مترو") == ()


def test_a_failing_read_finds_nothing_and_asks_for_everything(
    notes: NoteIndex, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.search.note_segments.of_numbers", lambda *_: 1 / 0)
    assert notes.search("مترو") == ()
    assert notes.since(feed.data_version) == 0


def test_another_writer_puts_the_update_off(
    notes: NoteIndex, feed: Feed, tmp_path: Path, lexicon: Lexicon
) -> None:
    other = NoteIndex(tmp_path / "note-index", lexicon)
    writer = other._storage._index.writer()  # noqa: SLF001
    feed.save(Text("late", "دوچرخه"))
    assert not notes.follow(feed)
    writer.cancel()
    assert notes.follow(feed)


def test_two_programs_in_turn_leave_each_text_once(
    notes: NoteIndex, feed: Feed, tmp_path: Path, lexicon: Lexicon
) -> None:
    other = NoteIndex(tmp_path / "note-index", lexicon)
    feed.save(Text("water", "باغ‌های شمال"))
    assert other.follow(feed)
    feed.save(Text("metro", "دوچرخه"))
    assert notes.follow(feed)
    assert (found(notes, "باغ"), found(notes, "دوچرخه")) == (["water"], ["metro"])
    assert (found(notes, "زیرزمینی"), found(notes, "رسولی")) == ([], [])
    other.close()


@pytest.fixture
def homeless(tmp_path: Path, lexicon: Lexicon) -> NoteIndex:
    """An index whose folder cannot be made."""
    (tmp_path / "file").write_text("in the way", "utf-8")
    return NoteIndex(tmp_path / "file" / "index", lexicon)


def test_where_nothing_can_be_written_the_index_is_in_memory(
    homeless: NoteIndex, feed: Feed, tmp_path: Path
) -> None:
    assert homeless.follow(feed)
    feed.save(Text("late", "دوچرخه"))
    assert homeless.follow(feed)
    assert (found(homeless, "بودجه مترو"), found(homeless, "دوچرخه")) == (["metro"], ["late"])
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_slips_are_corrected_from_memory_too(homeless: NoteIndex, feed: Feed) -> None:
    assert homeless.follow(feed)
    assert homeless.learn()
    assert found(homeless, "بودجهی متروو") == ["metro"]


@pytest.mark.skipif(os.name != "posix", reason="the system has no modes")
def test_only_the_owner_can_read_the_index(notes: NoteIndex, tmp_path: Path) -> None:
    assert notes.since(("one", 1)) == 1
    assert (tmp_path / "note-index").stat().st_mode & 0o077 == 0


def test_an_index_that_cannot_be_written_says_no_note_text(
    tmp_path: Path,
    lexicon: Lexicon,
    feed: Feed,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(NoteWords, "add", lambda *_: 1 / 0)
    with caplog.at_level(logging.INFO):
        assert not NoteIndex(tmp_path / "index", lexicon).follow(feed)
    assert "could not be written" in caplog.text
    assert "مترو" not in caplog.text


def test_a_failing_update_is_made_anew_at_once(
    notes: NoteIndex, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(entries: Iterable[Text], version: tuple[str, int]) -> None:
        raise IndexUnusableError

    monkeypatch.setattr(notes._storage, "update", fail)  # noqa: SLF001
    feed.save(Text("late", "دوچرخه"))
    assert notes.follow(feed)
    assert found(notes, "دوچرخه") == ["late"]


def test_many_saves_leave_few_files(
    tmp_path: Path, lexicon: Lexicon, reference: ReferenceStore
) -> None:
    texts = [item.edited for item in reference.items()]
    feed, notes = Feed(), NoteIndex(tmp_path / "many", lexicon)
    feed.save(*(Text(str(number), text) for number, text in enumerate(texts)))
    notes.follow(feed)
    for number in range(30):
        feed.save(Text(f"new{number}", "بودجه‌ی مترو در جلسه‌ی فردا"))
        assert notes.follow(feed)
    assert len(notes.search("بودجه مترو", limit=50)) == 30
    assert len(list((tmp_path / "many").glob("*.seg"))) < 12
