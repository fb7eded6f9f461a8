"""What a query asks: as it was typed, or as its operators show that it is meant."""

from db.record import record, replace
from db.search.correction import Corrector
from db.search.models import SearchQuery
from db.search.parsed_query import ParsedQuery
from db.search.query import LONGEST_QUERY
from db.search.restriction import Restriction


@record
class Asked:
    """A query as it is meant, and how that is read; `told` is its text where that was mended."""

    query: SearchQuery
    parsed: ParsedQuery
    told: str | None = None


class Interpreter:
    """Decides before the search what the search alone would find out too late: operators that
    another keyboard layout hides, and slips that one good alternative would keep unnoticed."""

    def __init__(self, restriction: Restriction, corrector: Corrector) -> None:
        self._restriction = restriction
        self._corrector = corrector

    def asked(self, query: SearchQuery) -> Asked:
        """The query as it is meant, or as typed where the reader insists on that."""
        if query.literal:
            return Asked(query, self._restriction.parsed(query.text))
        typed = query.text[:LONGEST_QUERY]
        other = self._corrector.retyped(typed)
        parsed = self._restriction.parsed(other or query.text)
        meant, parsed = self._corrector.of_alternatives(other or typed, parsed)
        if meant == typed:
            return Asked(query, parsed)
        return Asked(replace(query, text=meant), parsed, meant)
