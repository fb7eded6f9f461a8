"""Opens the stores, builds the window, and opens the search engine after the first paint."""

import gc
import logging
import sys
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from db.errors import KnownError
from db.paths import UserPaths, user_paths
from db.reference.store import ReferenceStore
from db.user.backup import Backups
from db.user.opening import open_store
from desktop.common.background import Background
from desktop.common.context import Context
from desktop.common.errors import catch_unexpected, start_log
from desktop.common.persian import rich
from desktop.common.reader import Reader
from desktop.common.settings import Settings
from desktop.common.theme import Theme, prepare_application
from desktop.document_pages import DocumentPages
from desktop.main_window import MainWindow
from desktop.program_pages import ProgramPages
from desktop.reader_pages import ReaderPages
from desktop.row_menu import RowMenu
from desktop.shell.one_window import OneWindow, come_forward
from desktop.window_acts import add_acts

if TYPE_CHECKING:
    from db.search.engine import SearchEngine

_LOG = logging.getLogger(__name__)


def open_context(paths: UserPaths) -> Context:
    """Everything the features are given; KnownError when the data cannot be opened."""
    reference = ReferenceStore()
    edition = reference.meta().edition_version
    opening = open_store(paths.database, backups=paths.backups, edition=edition)
    reader = Reader(opening.store, reference)
    moved = None if opening.read_only else reader.follow_edition(Backups(paths.backups))
    settings = Settings(paths.settings)
    return Context(
        reference=reference,
        reader=reader,
        engine=Future(),
        settings=settings,
        theme=Theme(settings["theme"], settings["zoom"] / 100),
        background=Background(),
        paths=paths,
        notices=tuple(filter(None, (opening.sentence, moved, settings.notice))),
        read_only=opening.read_only,
    )


def build_window(context: Context) -> MainWindow:
    """The window with all its acts; not yet shown."""
    context.theme.set_name(context.theme.name)
    window = MainWindow(context)
    rows = RowMenu(window)
    add_acts(window, rows)
    DocumentPages(window, rows)
    ReaderPages(window, rows)
    ProgramPages(window)
    return window


def open_engine(context: Context) -> None:
    """Open the index beside the window; searches wait for the future."""

    def work() -> "SearchEngine":
        # Not before the first paint: Whoosh and the word tables take longer than the window.
        from db.search.engine import SearchEngine

        try:
            engine = SearchEngine(context.reference)
        except KnownError as error:
            context.engine.set_exception(error)
            raise
        context.engine.set_result(engine)
        engine.warm()
        return engine

    context.background.run("engine", work, lambda _: None, _LOG.warning)


def after_first_paint(context: Context) -> None:
    """What the start leaves for later."""
    gc.freeze()
    gc.enable()
    open_engine(context)


def close_context(context: Context) -> None:
    """End the threads and close the reader's store."""
    context.background.finish()
    context.reader.close()


def run(user_folder: Path | None) -> int:
    """Show the window until it is closed; the exit code."""
    app = prepare_application(sys.argv[:1])
    try:
        paths = user_paths(user_folder)
        one = OneWindow(paths.window_lock)
        if not one.enter():
            return 0
        start_log(paths.log)
        context = open_context(paths)
    except KnownError as error:
        return refuse(error.sentence)
    window = build_window(context)
    catch_unexpected(window.banner.say)
    window.begin()
    own = window.findChild(ReaderPages)
    assert own is not None
    own.begin()
    window.show()
    one.forward_wanted.connect(partial(come_forward, window))
    one.listen()
    QTimer.singleShot(0, lambda: after_first_paint(context))
    code = app.exec()
    own.end()
    close_context(context)
    one.leave()
    return code


def refuse(sentence: str) -> int:
    """Say why the window cannot open, on the terminal too; exit code 2."""
    sys.stderr.write(sentence + "\n")
    if QApplication.platformName() not in ("offscreen", "minimal"):
        from PySide6.QtWidgets import QMessageBox

        QMessageBox.critical(None, "چشم‌انداز تهران ۱۴۰۴", rich(sentence))
    return 2
