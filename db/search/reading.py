"""One way to read a query, and what it finds, before any text is looked at."""

from db.record import record
from db.search.models import Match
from db.search.ranking import Ranking, Slot
from db.search.verdict import Verdict


@record
class Found:
    """An item that answers."""

    document: int
    score: float
    match: Match
    met: float | None = None  # share (0..1) of the query; None where operators or letters decide
    granted: bool = False  # a filter speaks for it in place of words that it lacks
    reason: str | None = None  # which one, once it is shown


@record
class Reading:
    """The places of the query, and the items best first, direct ones before near ones.

    `verdict` is what told direct from near; None where operators and filters did.
    """

    slots: tuple[Slot, ...]
    ranking: Ranking
    found: tuple[Found, ...]
    verdict: Verdict | None = None

    @property
    def holds_words(self) -> bool:
        """Whether any item holds what is asked itself."""
        return not all(one.granted for one in self.found)

    @property
    def is_direct(self) -> bool:
        """Whether any item answers directly."""
        return any(one.match == "direct" for one in self.found)
