"""The search engine: from a query as typed to hits as data."""

from collections import Counter
from pathlib import Path

from db.paths import LEXICON_DATA, SEARCH_INDEX
from db.record import replace
from db.reference.store import ReferenceStore
from db.search.correction import Corrector
from db.search.expansion import Expander, Weights
from db.search.hits import HitMaker
from db.search.interpretation import Interpreter
from db.search.judge import Judge
from db.search.lexicon import Lexicon
from db.search.misprints import Misprints
from db.search.models import SearchQuery, SearchResults
from db.search.morphology import Morphology
from db.search.parsed_query import ParsedQuery
from db.search.postings import open_postings
from db.search.ranking import Ranker
from db.search.readings import Chosen, Readings
from db.search.reasons import Reasons
from db.search.restriction import ReaderMarks, Restriction
from db.search.retrieval import Retriever
from db.search.slips import Slips
from db.search.spans import SpanFinder
from db.search.suggest import Completer
from db.search.wording import understood


class SearchEngine:
    """Searches the edition; every method may be called from any thread."""

    def __init__(
        self,
        reference: ReferenceStore,
        index: Path = SEARCH_INDEX,
        lexicon: Path = LEXICON_DATA,
        marks: ReaderMarks | None = None,
        weights: Weights | None = None,
    ) -> None:
        weights = weights or Weights()
        self._lexicon = words = Lexicon(lexicon)
        words.load()
        morphology = Morphology(words)
        self._postings = open_postings(index)
        self._items = [reference.item(item_id) for item_id in self._postings.ids]
        expander = Expander(words, morphology, weights, self._postings.known)
        ranker = Ranker(self._postings, expander, words, weights)
        judge = Judge(words, morphology)
        self._restriction = Restriction(reference, self._postings, morphology, words, ranker, marks)
        self._misprints = Misprints(reference, words)
        slips = Slips(words, morphology, ranker, self._misprints, weights)
        corrector = Corrector(words, morphology, ranker, judge, slips)
        retriever = Retriever(index, self._postings, ranker, judge)
        self._interpreter = Interpreter(self._restriction, corrector)
        self._readings = Readings(self._restriction, corrector, retriever)
        self._spans = SpanFinder(morphology)
        self._completer = Completer(reference, words)
        self._hits = HitMaker(
            reference, words, expander, self._spans, self._misprints, Reasons(words)
        )

    @property
    def lexicon(self) -> Lexicon:
        """The word knowledge, for what else searches by the same rules."""
        return self._lexicon

    @property
    def completer(self) -> Completer:
        """Completes what is typed out of the same document and words."""
        return self._completer

    def warm(self) -> None:
        """Make what only some queries need, so that none of a batch waits."""
        if not self._postings.is_large:
            self._spans.ready(item.edited for item in self._items)
            self._misprints.ready()

    def search(self, query: SearchQuery) -> SearchResults:
        """Answer a query; hits best first, direct ones before near ones."""
        asked = self._interpreter.asked(query)
        chosen = self._readings.best(asked.query, asked.parsed)
        return self._answer(query, chosen, chosen.suggestion or asked.told)

    def parsed(self, text: str) -> ParsedQuery:
        """How a query is read as it is typed."""
        return self._restriction.parsed(text)

    def filtered(self, parsed: ParsedQuery) -> frozenset[str] | None:
        """Ids of the items and axes that the filters of a query allow; None when it has none."""
        return self._restriction.filtered(parsed)

    def _answer(self, query: SearchQuery, chosen: Chosen, suggestion: str | None) -> SearchResults:
        bounds, reading = chosen.bounds, chosen.reading
        counts = Counter(self._items[one.document].axis for one in reading.found)
        shown = [
            replace(one, reason=bounds.rows.reason(one.document)) if one.granted else one
            for one in reading.found[: query.limit]
        ]
        return SearchResults(
            query=query.text,
            direct=reading.is_direct,
            hits=self._hits.make(
                ((one, self._items[one.document]) for one in shown), reading, bounds.parsed
            ),
            suggestion=suggestion,
            understood=understood(bounds.parsed),
            counts_by_axis=dict(counts),
        )
