"""One door to work beside the window: a function, what to do with its answer, and a channel."""

import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

from db.errors import KnownError
from db.record import record

LOG = logging.getLogger(__name__)


@record
class _Answer:
    channel: str
    token: int
    value: Any
    failure: str | None


class Background(QObject):
    """Runs functions on other threads; an answer older than its channel's last is dropped."""

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        # More than there are processors: most of them only wait, for the engine or for a disk.
        self._pool.setMaxThreadCount(4)
        self._tokens: dict[str, int] = {}
        self._waiting: dict[
            tuple[str, int], tuple[Callable[[Any], None], Callable[[str], None]]
        ] = {}
        self._arrived.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        channel: str,
        function: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_failed: Callable[[str], None],
    ) -> None:
        """Call `function` elsewhere; `on_failed` gets a Persian sentence. Both run here."""
        token = self._tokens.get(channel, 0) + 1
        self.forget(channel)
        self._tokens[channel] = token
        self._waiting[channel, token] = (on_done, on_failed)
        # Not a QRunnable: the pool's Python side would keep each of them for ever.
        self._pool.start(partial(self._work, channel, token, function))

    def _work(self, channel: str, token: int, function: Callable[[], Any]) -> None:
        """On another thread; what nobody waits for any longer does not begin."""
        if (channel, token) not in self._waiting:
            return
        try:
            answer = _Answer(channel, token, function(), None)
        except KnownError as error:
            answer = _Answer(channel, token, None, error.sentence)
        except Exception:
            LOG.exception("work on channel %s failed", channel)
            answer = _Answer(channel, token, None, "کار انجام نشد. دوباره تلاش کنید.")
        self._arrived.emit(answer)

    def forget(self, channel: str) -> None:
        """Drop whatever is still under way on a channel."""
        self._waiting.pop((channel, self._tokens.get(channel, 0)), None)

    @property
    def busy(self) -> bool:
        """Whether an answer is still awaited."""
        return bool(self._waiting)

    def finish(self) -> None:
        """Wait for the threads; for the end of the program."""
        self._waiting.clear()
        self._pool.clear()
        self._pool.waitForDone()

    @Slot(object)
    def _receive(self, answer: _Answer) -> None:
        waiting = self._waiting.pop((answer.channel, answer.token), None)
        if waiting is None:
            return
        on_done, on_failed = waiting
        if answer.failure is None:
            on_done(answer.value)
        else:
            on_failed(answer.failure)
