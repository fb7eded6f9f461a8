"""The acts that are measured in the real window, and how one act is measured."""

import random
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from build_spec.bench.figures import Sample, sampled
from build_spec.bench.opened import SIZE, settle
from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.search.box import DEBOUNCE_MS, SHORTEST_QUERY

WARM_UPS = 5
_REST_MS = 1_000


def measure(act: Callable[[int], object], runs: int) -> list[Sample]:
    """Do an act and let the window paint, time after time; the first times are among them."""
    return [measured(act, number) for number in range(runs + WARM_UPS)]


def measured(act: Callable[[int], object], number: int = 0) -> Sample:
    """Do an act once, from the call to the paint."""
    QApplication.processEvents()

    def act_and_paint() -> None:
        act(number)
        settle()

    return sampled(act_and_paint)


class Bench:
    """Drives one window through the measured acts."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self._axes = [axis.slug for axis in window.context.reference.axes()]
        self._acts: dict[str, Callable[[int], list[Sample]]] = {
            "search": self._search,
            "axis": self._switch_axis,
            "panel": self._follow,
            "theme": self._switch_theme,
            "resize": self._resize,
            "zoom": self._zoom,
            "palette": self._open_palettes,
        }

    def samples(self, names: Iterable[str], runs: int) -> Iterator[tuple[str, list[Sample]]]:
        """The named acts, `runs` times each and a few before that; a bare widget before them."""
        bare = QWidget()
        bare.resize(*SIZE)
        bare.show()
        settle()
        yield "bare", measure(lambda _: bare.repaint(), runs)
        bare.close()
        for name in names:
            self._read(0)
            self._rest()
            yield name, self._acts[name](runs)

    def _search(self, runs: int) -> list[Sample]:
        return list(islice(self._typed(), runs + WARM_UPS))

    def _switch_axis(self, runs: int) -> list[Sample]:
        return measure(self._read, runs)

    def _follow(self, runs: int) -> list[Sample]:
        items = [item.id for item in self.window.context.reference.items()]
        panel = self.window.panel
        return measure(lambda number: panel.show_item(items[number % len(items)]), runs)

    def _switch_theme(self, runs: int) -> list[Sample]:
        theme = self.window.context.theme
        return measure(lambda number: theme.set_name(("dark", "light")[number % 2]), runs)

    def _resize(self, runs: int) -> list[Sample]:
        wide, narrow = SIZE, (SIZE[0] - 100, SIZE[1] - 68)
        return measure(lambda number: self.window.resize(*(narrow, wide)[number % 2]), runs)

    def _zoom(self, runs: int) -> list[Sample]:
        theme = self.window.context.theme
        return measure(lambda number: theme.set_zoom((1.1, 1.0)[number % 2]), runs)

    def _open_palettes(self, runs: int) -> list[Sample]:
        return [self._open_palette() for _ in range(runs + WARM_UPS)]

    def _rest(self) -> None:
        """Do nothing for a while, as a reader does before the first of several acts."""
        loop = QEventLoop()
        QTimer.singleShot(_REST_MS, loop, loop.quit)
        loop.exec()

    def _read(self, number: int) -> None:
        self.window.navigator.go(Place("axis", self._axes[number % len(self._axes)]))

    def _typed(self) -> Iterator[Sample]:
        """Type words of the document letter by letter, waiting for the results after each."""
        chance, items = random.Random(1404), self.window.context.reference.items()
        while True:
            words = chance.choice(items).edited.split()
            at = chance.randrange(len(words))
            self.window.search_box.clear()
            for number, letter in enumerate(" ".join(words[at : at + 2])):
                if number < SHORTEST_QUERY - 1 or letter == " ":
                    self._press(letter)
                else:
                    yield self._type(letter)

    def _press(self, letter: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self.window.search_box, event)
        settle()

    def _type(self, letter: str) -> Sample:
        """One letter, from the key to the paint of its results, the pause itself taken off."""
        page, loop = self.window.search, QEventLoop()
        page.results_shown.connect(loop.quit)
        QTimer.singleShot(10_000, loop, loop.quit)
        wall, processor = time.perf_counter(), time.process_time()
        self._press(letter)
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
