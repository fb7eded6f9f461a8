"""Says what became of a file that a reader opened with the program from a file manager."""

import logging
import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from db.exchange.kind import Kind, kind_of
from desktop.common.announce import announce
from desktop.main_window import MainWindow
from desktop.shell.banner import Banner

_LOG = logging.getLogger(__name__)
_NAME_LENGTH = 60
_SENTENCES = {
    Kind.EXCHANGE: (
        "«{name}» پرونده‌ی تبادل است و این نسخه‌ی برنامه هنوز آن را به یادداشت‌ها نمی‌افزاید. "
        "خود پرونده و یادداشت‌های شما دست نخورده‌اند؛ پرونده را نگه دارید."
    ),
    Kind.OTHER: (
        "«{name}» پرونده‌ی تبادل این برنامه نیست و باز نشد. آن را با برنامه‌ی خودش باز کنید."
    ),
    Kind.FOLDER: "«{name}» پوشه است و باز نشد. پرونده‌ی درون آن را برگزینید.",
    Kind.DEVICE: "«{name}» پرونده‌ی معمولی نیست و باز نشد. پرونده‌ی دیگری را برگزینید.",
    Kind.MISSING: (
        "«{name}» پیدا نشد. شاید جابه‌جا شده است، یا حافظه‌ای که در آن بود در دسترس نیست."
    ),
    Kind.UNREADABLE: (
        "«{name}» خوانده نشد. اجازه‌ی خواندن آن و سالم بودن حافظه‌ی آن را بررسی کنید "
        "و دوباره بازش کنید."
    ),
}


class BroughtFiles(QObject):
    """Has a line of its own, so that no word about unsaved notes gives way to it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._context = window.context
        self.line = Banner(window.context.theme)
        window.add_line(self.line)

    def look(self, path: Path) -> None:
        """Say what the file is; on another thread, for a network drive may not answer."""
        told = partial(self._tell, path)
        self._context.background.run(f"brought {path}", partial(kind_of, path), told, self.line.say)

    def _tell(self, path: Path, kind: Kind) -> None:
        _LOG.warning("brought %r: %s", str(path), kind.name)
        sentence = _SENTENCES[kind].format(name=shown_name(path))
        self.line.say(sentence)
        announce(self.line, sentence)


def shown_name(path: Path) -> str:
    """A file's name on one line of a Persian sentence, its middle left out when it is long."""
    whole = os.fsencode(path.name or path).decode("utf-8", "replace")
    name = "".join(
        letter if letter.isprintable() or letter == "\u200c" else "�" for letter in whole
    )
    if len(name) > _NAME_LENGTH:
        half = _NAME_LENGTH // 2
        name = f"{name[:half]}…{name[-half:]}"
    return f"\u2068{name}\u2069"
