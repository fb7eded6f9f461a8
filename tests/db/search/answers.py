"""How a test reads an answer: the ids found, the letters marked."""

from collections.abc import Iterable

from db.search.models import Hit, SearchResults, Span


def ids(results: SearchResults) -> list[str]:
    """Item ids, best first."""
    return [hit.item_id for hit in results.hits]


def cut(text: str, spans: Iterable[Span]) -> list[str]:
    """What the spans mark."""
    return [text[span.start : span.end] for span in spans]


def marked(hit: Hit) -> list[str]:
    """What a hit marks in its text."""
    return cut(hit.text, hit.spans)
