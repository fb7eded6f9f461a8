"""Which reading of a query is answered: as typed, or corrected where that finds more."""

from db.record import record, replace
from db.search.bounds import Bounds
from db.search.correction import Corrector
from db.search.fields import phrase_key
from db.search.models import SearchQuery
from db.search.parsed_query import ParsedQuery, units_in
from db.search.query import LONGEST_QUERY
from db.search.reading import Reading
from db.search.restriction import Restriction
from db.search.retrieval import Retriever
from db.search.slots import Slot, Slots, slots_of

_MOST_WORDS = 40


@record
class Chosen:
    """The reading that is answered, within its bounds, and what was corrected for it."""

    bounds: Bounds
    reading: Reading
    suggestion: str | None = None


class Readings:
    """Tries what a query may mean, until a reading finds something."""

    def __init__(
        self, restriction: Restriction, corrector: Corrector, retriever: Retriever
    ) -> None:
        self._restriction = restriction
        self._corrector = corrector
        self._retriever = retriever

    def best(self, query: SearchQuery, parsed: ParsedQuery) -> Chosen:
        """The reading that finds most of a query, `parsed` as it is typed."""
        bounds = self._restriction.bounds(parsed, query.axis)
        slots = _slots(parsed)
        if not slots:
            return Chosen(bounds, self._retriever.all_of(bounds))
        reading = None
        if query.literal or parsed.is_literal:
            reading = self._retriever.retrieve(slots, bounds)
            meant = parsed.meant()
            if meant and not (reading.found if parsed.words else reading.holds_words):
                bounds = self._restriction.bounds(meant, query.axis, bounds.rows)
                slots = _slots(meant)
                reading = self._retriever.retrieve(slots, bounds)
            if query.literal:
                return Chosen(bounds, reading)
        typed = query.text[:LONGEST_QUERY]
        return Chosen(bounds, *self._improved(slots, typed, bounds, reading))

    def _improved(
        self,
        slots: Slots,
        typed: str,
        bounds: Bounds,
        known: Reading | None,
    ) -> tuple[Reading, str | None]:
        """The reading as typed, or a corrected one that finds more, with what was corrected.

        `known` is the reading as typed where it has been made already.
        """
        corrected = self._corrector.likeliest(slots, bounds.allowed)
        is_typed = corrected == slots
        better = known if known and is_typed else self._retriever.retrieve(corrected, bounds)
        shown = None if is_typed else self._corrector.told(corrected, slots, typed, bounds.parsed)
        if better.is_direct:
            return self._in_full(better, bounds), shown
        reading = better if is_typed else known or self._retriever.retrieve(slots, bounds)
        if reading.is_direct:
            return reading, None
        for meant, text in self._corrector.otherwise(typed, slots, bounds.parsed):
            other = self._retriever.retrieve(meant, bounds)
            if other.is_direct:
                return self._in_full(other, bounds), text
        if len(better.found) > len(reading.found):
            return better, shown
        return self._retriever.with_letters(reading, bounds), None

    def _in_full(self, reading: Reading, bounds: Bounds) -> Reading:
        """A corrected reading that answers, scored as if its words had been typed so."""
        typed = tuple(replace(slot, factor=1.0) for slot in reading.slots)
        return reading if typed == reading.slots else self._retriever.retrieve(typed, bounds)


def _slots(parsed: ParsedQuery) -> Slots:
    slots = []
    for row in parsed.alternatives:
        units = (unit for unit in units_in(row) if not unit.is_prefix)
        keys = dict.fromkeys(filter(None, (phrase_key(unit.text) for unit in units)))
        if keys:
            slots.append(Slot(tuple(keys), is_fixed=not parsed.by_meaning))
    slots += slots_of(parsed.words)
    return tuple(slots[:_MOST_WORDS])
