"""The whole program's window as the benches drive it."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from db.paths import user_paths
from desktop.app import after_first_paint, build_window, close_context, open_context
from desktop.common.theme import prepare_application
from desktop.main_window import MainWindow

SIZE = (1366, 768)
_OF_OFFSCREEN = "This plugin does not support propagateSizeHints()"


def _say(_: QtMsgType, __: QMessageLogContext, message: str | None) -> None:
    """All that Qt says, but for what a window without a screen says at every change of size."""
    if message != _OF_OFFSCREEN:
        sys.stderr.write(f"{message}\n")


def settle() -> None:
    """Deliver what is posted, paint it, and destroy what an event loop would destroy."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@contextmanager
def open_window(folder: Path | None = None) -> Iterator[MainWindow]:
    """Shown, painted, with the search engine warm, over a reader's folder or over an empty one."""
    prepare_application(sys.argv[:1])
    qInstallMessageHandler(_say)
    with ExitStack() as stack:
        own = folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        context = open_context(user_paths(own))
        context.theme.set_name("light")
        window = build_window(context)
        window.begin()
        window.resize(*SIZE)
        window.show()
        settle()
        after_first_paint(window)
        while context.background.busy:
            settle()
        yield window
        window.close()
        close_context(context)
        shiboken6.delete(window)  # its timers would run in the next one
