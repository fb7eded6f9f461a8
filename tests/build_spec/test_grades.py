"""The graded queries are about items that exist, each asked once in its set."""

from collections import Counter

import pytest

from build_spec.bench.grades import HALVES, KINDS, GradedQuery, read_queries
from db.reference.store import ReferenceStore

SETS = [(kind, half) for kind in KINDS for half in HALVES if read_queries(kind, half)]


@pytest.fixture(params=SETS, ids="-".join)
def queries(request: pytest.FixtureRequest) -> list[GradedQuery]:
    return read_queries(*request.param)


def test_every_judgement_is_about_an_item(
    queries: list[GradedQuery], reference: ReferenceStore
) -> None:
    known = {item.id for item in reference.items()}
    assert all(query.relevant.keys() <= known for query in queries)


def test_nothing_is_asked_twice(queries: list[GradedQuery]) -> None:
    asked = Counter((query.text, query.axis) for query in queries)
    assert [text for text, times in asked.items() if times > 1] == []
