"""What every test may use: the bundled document and the engine, opened once.

What is drawn at random is a small sample drawn alike in every quick run; `make faults` draws anew,
and far more, with the profile «thorough».
"""

import gc

import pytest
from hypothesis import HealthCheck, settings

from db.reference.store import ReferenceStore
from db.search.engine import SearchEngine

settings.register_profile(
    "quick",
    max_examples=20,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.register_profile(
    "thorough", settings.get_profile("quick"), max_examples=300, derandomize=False
)
settings.load_profile("quick")


def pytest_collection() -> None:
    """Of what is collected nothing is waste."""
    gc.disable()


def pytest_collection_finish() -> None:
    """It stays to the end, and is not looked through again."""
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def reference() -> ReferenceStore:
    """The reference database of resources/data, which the build made."""
    return ReferenceStore()


@pytest.fixture(scope="session")
def engine(reference: ReferenceStore) -> SearchEngine:
    """The search engine over the bundled index."""
    return SearchEngine(reference)
