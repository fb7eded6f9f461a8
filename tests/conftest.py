"""What every test may use: the bundled document and the engine, opened once."""

import pytest

from db.reference.store import ReferenceStore
from db.search.engine import SearchEngine


@pytest.fixture(scope="session")
def reference() -> ReferenceStore:
    """The reference database of resources/data, which the build made."""
    return ReferenceStore()


@pytest.fixture(scope="session")
def engine(reference: ReferenceStore) -> SearchEngine:
    """The search engine over the bundled index."""
    return SearchEngine(reference)
