"""The bundled document and the engine over it, opened once for the whole run."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db.reference.store import ReferenceStore
from db.search.engine import SearchEngine
from db.search.lexicon import Lexicon
from db.search.models import SearchQuery, SearchResults
from db.search.morphology import Morphology
from db.search.notes import NoteIndex
from tests.db.search.note_feed import TEXTS, Feed

type Ask = Callable[..., SearchResults]


class Marks:
    """A reader who has marked, annotated and tagged a little."""

    def bookmarked_items(self) -> frozenset[str]:
        return frozenset({"economy-1", "culture-6"})

    def annotated_items(self) -> frozenset[str]:
        return frozenset({"economy-2"})

    def tagged_items(self, tag: str) -> frozenset[str]:
        return frozenset({"economy-3"}) if tag == "فوری" else frozenset()


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon()


@pytest.fixture(scope="session")
def morphology(lexicon: Lexicon) -> Morphology:
    return Morphology(lexicon)


@pytest.fixture(scope="session")
def engine(reference: ReferenceStore) -> SearchEngine:
    return SearchEngine(reference, marks=Marks())


@pytest.fixture(scope="session")
def ask(engine: SearchEngine) -> Ask:
    """Search for a text; every hit wanted unless a limit is given."""

    def search(
        text: str, axis: str | None = None, limit: int = 200, literal: bool = False
    ) -> SearchResults:
        return engine.search(SearchQuery(text, axis, limit, literal))

    return search


@pytest.fixture
def feed() -> Feed:
    made = Feed()
    made.save(*TEXTS)
    return made


@pytest.fixture
def notes(tmp_path: Path, engine: SearchEngine, feed: Feed) -> Iterator[NoteIndex]:
    made = NoteIndex(tmp_path / "note-index", engine.lexicon, engine)
    assert made.follow(feed)
    assert made.learn()
    yield made
    made.close()
