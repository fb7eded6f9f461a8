"""The acts that are measured in the real window, and how one act is measured."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.search.box import DEBOUNCE_MS

WARM_UPS = 5
SIZE = (1366, 768)
QUERIES = ("پسماند", "حمل‌ونقل عمومی", "مشارکت شهروندان", "بافت فرسوده", "هوای پاک", "زلزله")


@dataclass(frozen=True)
class Sample:
    """Milliseconds on the clock and of the processor, all threads."""

    wall: float
    processor: float


def settle() -> None:
    """Deliver what is posted and paint it."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def measure(act: Callable[[int], object], runs: int) -> list[Sample]:
    """Do an act and let the window paint, time after time."""
    return [measured(act, number) for number in range(runs + WARM_UPS)][WARM_UPS:]


def measured(act: Callable[[int], object], number: int = 0) -> Sample:
    """Do an act once, from the call to the paint."""
    QApplication.processEvents()
    wall, processor = time.perf_counter(), time.process_time()
    act(number)
    settle()
    return Sample((time.perf_counter() - wall) * 1000, (time.process_time() - processor) * 1000)


class Bench:
    """Drives one window through the measured acts."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self._axes = [axis.slug for axis in window.context.reference.axes()]

    def samples(self, runs: int) -> Iterator[tuple[str, list[Sample]]]:
        window, theme = self.window, self.window.context.theme
        bare = QWidget()
        bare.resize(*SIZE)
        bare.show()
        settle()
        yield "bare", measure(lambda _: bare.repaint(), runs)
        bare.close()
        yield "search", [self._search(number) for number in range(runs // 2)]
        self._read(0)
        yield "axis", measure(self._read, runs)
        yield "theme", measure(lambda n: theme.set_name(("dark", "light")[n % 2]), runs)
        wide, narrow = SIZE, (SIZE[0] - 100, SIZE[1] - 68)
        yield "resize", measure(lambda n: window.resize(*(narrow, wide)[n % 2]), runs)
        yield "zoom", measure(lambda n: theme.set_zoom((1.1, 1.0)[n % 2]), runs)
        yield "palette", [self._open_palette() for _ in range(runs)]

    def _read(self, number: int) -> None:
        self.window.navigator.go(Place("axis", self._axes[number % len(self._axes)]))

    def _search(self, number: int) -> Sample:
        """Type a query's last letter; the pause itself is taken off the clock."""
        box, page = self.window.search_box, self.window.search
        loop = QEventLoop()
        page.results_shown.connect(loop.quit)
        QTimer.singleShot(10_000, loop.quit)
        box.setText(QUERIES[number % len(QUERIES)])
        settle()
        wall, processor = time.perf_counter(), time.process_time()
        box.textEdited.emit(box.text())
        loop.exec()
        settle()
        taken = time.perf_counter() - wall - DEBOUNCE_MS / 1000, time.process_time() - processor
        page.results_shown.disconnect(loop.quit)
        return Sample(taken[0] * 1000, taken[1] * 1000)

    def _open_palette(self) -> Sample:
        sample = measured(lambda _: self.window.palette_.open())
        self.window.palette_.close_palette()
        settle()
        return sample
