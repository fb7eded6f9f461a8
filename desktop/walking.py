"""Walking what a search found: F3, and the line that says where one is."""

from PySide6.QtCore import QObject, Slot

from db.record import replace
from desktop.common.actions import Act
from desktop.common.place import Place
from desktop.common.walk import Walk
from desktop.main_window import MainWindow
from desktop.search.found_line import FIRST_AGAIN, LAST_AGAIN, ONLY_ONE, FoundLine

NOTHING_FOUND = "نخست چیزی را جست‌وجو کنید (Ctrl+F)."


class Walking(QObject):
    """Goes on from the find under the reader's eye, else from the one opened last."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._last: Walk | None = None
        self._before = ""
        self.line = FoundLine(window.context.theme)
        window.add_line(self.line)
        ahead = Act("edit.find_next", "نتیجه‌ی بعدی", "edit", 301, ("F3",))
        back = Act("edit.find_prev", "نتیجه‌ی قبلی", "edit", 302, ("Shift+F3",))
        window.actions_.add(ahead, lambda: self.step(1))
        window.actions_.add(back, lambda: self.step(-1))
        self.line.stepped.connect(self.step)
        self.line.closed.connect(self._close)
        navigator = window.navigator
        navigator.arrived.connect(self._follow)
        navigator.hits_let_go.connect(self.line.hide)
        navigator.when_made("axis", lambda: window.axis.item_chosen.connect(self._look))

    @Slot(int)
    def step(self, direction: int) -> None:
        """Open the next (+1) or previous (−1) find."""
        walk = self._walk()
        if walk is None:
            self._window.status.say(NOTHING_FOUND)
            return
        here = self._window.navigator.place
        found = here is not None and here.page == "search"
        if found and (above := self._window.search.list.key_above_more()):
            self._step_off(replace(walk, at=above), direction)
            return
        among = found and walk.at in walk.keys
        if among and direction > 0 and not self._left(walk):
            self._open(walk)  # the row chosen among the results has not been opened yet
            return
        wanted, around = walk.stepped(direction)
        if around:
            self._before = FIRST_AGAIN if direction > 0 else LAST_AGAIN
        if wanted.at == walk.at:
            self._before = ONLY_ONE
        self._open(wanted)

    def _step_off(self, walk: Walk, direction: int) -> None:
        """From the line that stands for more finds to the first of those, or back above it."""
        if direction > 0:
            self._window.search.finds.open_more()
        else:
            self._open(walk)

    def _open(self, walk: Walk) -> None:
        self._last = walk
        self._window.search.finds.open(walk)
        self._before = ""
        if self._window.search_box.hasFocus():
            self._window.focus_page()

    def _walk(self) -> Walk | None:
        """That of the place shown, else the latest answer, at what the reader looks at."""
        place, last = self._window.navigator.place, self._last
        if place is not None and place.walk is not None and last is not None:
            item = self._window.axis.current_item() if place.page == "axis" else place.item
            seen = item if item != place.item and item in last.keys else last.at
            return replace(last, at=seen)
        found = self._window.search.finds.walk()
        if found is None:
            return None
        here = place is not None and place.page == "search"
        chosen = self._window.search.list.current_key() if here else ""
        if chosen not in found.keys:
            chosen = last.at if last is not None and last.query == found.query else ""
        return replace(found, at=chosen)

    def _left(self, walk: Walk) -> bool:
        """Whether a walk is at what was opened last."""
        last = self._last
        return last is not None and (last.query, last.at) == (walk.query, walk.at)

    @Slot(object)
    def _follow(self, place: Place) -> None:
        """A place that was opened from an answer says so; any other ends the line."""
        if place.walk is None:
            self.line.hide()
            return
        self._last = place.walk
        self.line.show_walk(place.walk, self._before)

    @Slot(str)
    def _look(self, item_id: str) -> None:
        """Another row came under the reader's eye: it may have been found as well."""
        place = self._window.navigator.place
        if self._last is not None and place is not None and place.walk is not None:
            at = self._last.at if item_id == place.item else item_id
            self.line.show_walk(replace(self._last, at=at))

    @Slot()
    def _close(self) -> None:
        self._window.navigator.let_go_of_hits()
        self._window.focus_page()
