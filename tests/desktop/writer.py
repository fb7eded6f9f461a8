"""The whole program with someone at the keys, who says what the window took to be on disk."""

import random
import sys
import time
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.__main__ import main
from desktop.common.reader import Reader
from desktop.common.theme import prepare_application
from desktop.main_window import MainWindow
from tests.desktop.starvation import waited_for_processor
from tests.desktop.typing import type_text

ITEMS = ("economy-8", "transport-1", "culture-2", "security-3")
KEY_MS = 8
PAINTED_MS = 200
LENGTHS = (3, 20, 60, 400)  # the longest takes seconds, so that a kill falls into it


class Writer(QObject):
    """Types note after note into the panel; each has a word of its own to be known by."""

    def __init__(self, window: MainWindow, chance: random.Random) -> None:
        super().__init__(window)
        self._window, self._chance = window, chance
        self._numbers, self._word, self._left = count(), "", 0
        self._timer = QTimer(self, interval=KEY_MS)
        self._timer.timeout.connect(self._step)
        banner = window.banner.isVisible()
        _say("begin", str(banner), window.panel.notes.composer.text() if banner else "")
        self._begin_note()
        self._timer.start()

    @property
    def _reader(self) -> Reader:
        return self._window.context.reader

    def _begin_note(self) -> None:
        item_id = self._chance.choice(ITEMS)
        self._window.open_item(item_id)
        _say("at", item_id, str(time.monotonic()), str(waited_for_processor()))
        self._window.panel_place.open()
        self._window.panel.begin_note()
        self._window.panel.notes.composer.edit.clear()
        self._word = f"w{self._chance.getrandbits(40)}n{next(self._numbers)}"
        self._left = self._chance.choice(LENGTHS)
        self._type(f"{self._word} ")

    def _type(self, text: str) -> None:
        edit = self._window.panel.notes.composer.edit
        type_text(edit, text)
        length, now, waited = len(edit.toPlainText()), time.monotonic(), waited_for_processor()
        _say("typed", self._word, str(length), str(now), str(waited))

    def _step(self) -> None:
        self._left -= 1
        if self._left > 0:
            self._type("آ")
            return
        self._save()
        self._mark()
        self._begin_note()

    def _save(self) -> None:
        composer = self._window.panel.notes.composer
        QTest.keyClick(composer.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert not composer.text(), "the window kept the text, so it was not stored"
        _say("note", self._word)

    def _mark(self) -> None:
        """Now and then something else: a mark, a note deleted and taken back."""
        item_id = self._chance.choice(ITEMS)
        if self._chance.random() < 0.4:
            self._reader.toggle_bookmark(item_id)
            _say("mark", item_id, str(self._reader.marks(item_id).bookmarked))
        elif self._chance.random() < 0.5:
            note = self._reader.last_note()
            assert note is not None
            self._reader.delete_note(note)
            self._window.undoing.undo()


def _say(*words: str) -> None:
    sys.stdout.write("\t".join(words) + "\n")
    sys.stdout.flush()


def _begin() -> None:
    shown = [part for part in QApplication.topLevelWidgets() if isinstance(part, MainWindow)]
    Writer(shown[0], random.Random(sys.argv[2]))


if __name__ == "__main__":
    prepare_application(sys.argv[:1])
    # Runs when the window is painted: before that nobody can type.
    QTimer.singleShot(0, lambda: QTimer.singleShot(PAINTED_MS, _begin))
    sys.exit(main(["--user-data", str(Path(sys.argv[1]))]))
