"""One question to the search at a time: asked beside the window, dropped when a newer comes."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.record import replace
from db.search.models import ALL_HITS, SearchQuery, SearchResults
from desktop.common.context import Context
from desktop.common.finder import MOST_NOTES

BUSY_AFTER_MS = 200
_CHANNEL = "search"


def live_query(text: str, *, literal: bool = False) -> SearchQuery:
    """What is asked while typing; what is foreseen must be the same to be found again."""
    return SearchQuery(text, limit=ALL_HITS, literal=literal)


class Inquiry(QObject):
    """`answered` or `failed` follows each question, `slow` comes first when it takes long.

    `renewed` says that what is asked now is no longer what was asked before.
    """

    renewed = Signal()
    answered = Signal(object)
    failed = Signal(str)
    slow = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._insisted: dict[str, str] = {}  # queries, each with what was suggested instead
        self.query, self.most_notes = "", MOST_NOTES
        self.waiting = False
        self._slow = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self._slow.timeout.connect(self.slow)

    def ask(self, query: str) -> None:
        """Ask something new."""
        self.query, self.most_notes = query, MOST_NOTES
        self.renewed.emit()
        self.again()

    def again(self) -> None:
        """Ask the same, because the reader's texts changed."""
        query, most, finder = self._as_asked(), self.most_notes, self._context.finder
        if foreseen := finder.known(query, most):
            self.drop()
            self._answer(foreseen)
            return
        self.waiting = True
        self._slow.start()
        self._context.background.run(
            _CHANNEL, lambda: finder.search(query, most), self._answer, self._fail
        )

    def may_differ(self, shown: SearchResults) -> bool:
        """Whether the same question may be answered otherwise by now."""
        return self._context.finder.known(self._as_asked(), self.most_notes) is not shown

    def _as_asked(self) -> SearchQuery:
        return live_query(self.query, literal=self.is_literal)

    def ask_for_more(self) -> None:
        """Ask the same for more of the reader's texts."""
        self.most_notes *= 4
        self.again()

    def insist(self, suggested: str) -> None:
        """Ask for just what was typed, now and whenever it is typed again."""
        self._insisted[self.query] = suggested
        self.renewed.emit()
        self.again()

    @property
    def is_literal(self) -> bool:
        """Whether the reader insisted on what was typed."""
        return self.was_insisted(self.query)

    def was_insisted(self, query: str) -> bool:
        """Whether the reader wanted just what they typed when they asked this."""
        return query in self._insisted

    def drop(self) -> None:
        """Nobody waits for the answer any longer."""
        self._rest()
        self._context.background.forget(_CHANNEL)

    def _rest(self) -> None:
        self.waiting = False
        self._slow.stop()

    @Slot(object)
    def _answer(self, results: SearchResults) -> None:
        self._rest()
        # What was refused once can still be taken.
        refused = self._insisted.get(self.query)
        if refused and not results.suggestion:
            results = replace(results, suggestion=refused)
        self.answered.emit(results)

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self._rest()
        self.failed.emit(sentence)
