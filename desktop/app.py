"""Opens the stores, builds the window, and opens the search engine after the first paint."""

import gc
import logging
import sys
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QIcon

from db.errors import KnownError, PlaceError
from db.paths import ICONS, UserPaths, remember_instead, remembered_instead, user_paths
from db.reference.store import ReferenceStore
from db.user.backup import Backups
from db.user.opening import open_store
from desktop.common.background import Background
from desktop.common.collector import Collector
from desktop.common.context import Context
from desktop.common.errors import CrashTrace, catch_unexpected, let_interrupts_end, start_log
from desktop.common.finder import Finder
from desktop.common.memory import live_within_bounds
from desktop.common.past_queries import PastQueries
from desktop.common.reader import Reader
from desktop.common.saving import Saving
from desktop.common.settings import Settings
from desktop.common.theme import Theme, prepare_application
from desktop.common.unpacked import clear_up, wait_for_files
from desktop.document_pages import DocumentPages
from desktop.main_window import MainWindow
from desktop.program_pages import ProgramPages
from desktop.reader_pages import ReaderPages
from desktop.reading_pages import ReadingPages
from desktop.rescue import Rescue
from desktop.row_menu import RowMenu
from desktop.search_acts import SearchActs
from desktop.shell.first_paint import FirstPaint
from desktop.shell.one_window import OneWindow, come_forward
from desktop.window_acts import add_acts

if TYPE_CHECKING:
    from db.search.engine import SearchEngine

_LOG = logging.getLogger(__name__)
ICON_AFTER_MS = 300
PAINTED_WITHIN_MS = 200
# Qt's own clipboard, where the system has none, frees what Python copied after Python is gone.
_WITHOUT_CLIPBOARD = ("offscreen", "minimal")


def open_context(paths: UserPaths) -> Context:
    """Everything the features are given; KnownError when the data cannot be opened."""
    reference = ReferenceStore()
    edition = reference.meta().edition_version
    opening = open_store(paths.database, backups=paths.backups, edition=edition)
    reader = Reader(opening.store, reference)
    moved = None if opening.read_only else reader.follow_edition(Backups(paths.backups))
    settings, background = Settings(paths.settings), Background()
    engine: Future[SearchEngine] = Future()
    return Context(
        reference=reference,
        reader=reader,
        saving=Saving(opening.store),
        engine=engine,
        past=PastQueries(reader, settings),
        finder=Finder(engine, reference, reader, background, paths.note_index),
        settings=settings,
        theme=Theme(settings["theme"], settings["zoom"] / 100),
        background=background,
        paths=paths,
        notices=tuple(filter(None, (opening.sentence, moved, settings.notice))),
        read_only=opening.read_only,
    )


def build_window(context: Context) -> MainWindow:
    """The window with all its acts; not yet shown."""
    context.theme.set_name(context.theme.name)
    window = MainWindow(context)
    ReadingPages(window)
    rows = RowMenu(window)
    add_acts(window, rows)
    DocumentPages(window, rows)
    ReaderPages(window, rows)
    Rescue(window)
    ProgramPages(window)
    SearchActs(window)
    return window


def open_engine(context: Context, owner: QObject, done: Callable[[], None]) -> None:
    """Open the index beside the window; searches wait for the future.

    `done` follows when an answer that somebody waits for has been painted, while `owner` lives.
    """
    background = context.background
    owner.destroyed.connect(lambda: background.forget("engine"))

    def work() -> "SearchEngine":
        # Not before the first paint: the word tables take longer than the window.
        wait_for_files("db.search.engine")
        from db.search.engine import SearchEngine

        try:
            engine = SearchEngine(context.reference, marks=context.finder.marks)
        except KnownError as error:
            context.engine.set_exception(error)
            raise
        context.engine.set_result(engine)
        context.finder.let_answer()
        return engine

    def rest(_: "SearchEngine") -> None:
        QTimer.singleShot(PAINTED_WITHIN_MS, owner, done)

    background.run("engine", work, rest, _LOG.warning)


def dress_application() -> None:
    """The icon that task bars and window lists show."""
    QGuiApplication.setWindowIcon(QIcon(str(ICONS / "tehran1404.svg")))


def after_first_paint(window: MainWindow) -> None:
    """What the start leaves for later; what the reader is likely to ask for next stands ready."""
    gc.freeze()
    live_within_bounds()
    let_interrupts_end()
    Collector(window)
    open_engine(window.context, window, partial(after_engine, window))
    window.actions_.make_all()
    QTimer.singleShot(0, window, partial(window.navigator.page_named, "search"))
    QTimer.singleShot(ICON_AFTER_MS, window, dress_application)


def after_engine(window: MainWindow) -> None:
    """What would take the processor from the first answer."""
    window.context.finder.follow()
    window.navigator.page_named("axis")
    window.context.background.run("left-overs", clear_up, lambda _: None, _LOG.warning)


def close_context(context: Context) -> None:
    """End the threads, close the reader's store, let go of what was copied.

    Who closes no window first, as a start that opens the file anew, is still listened for.
    """
    context.saving.end()
    context.background.finish()
    context.finder.close()
    context.reader.close()
    gc.enable()
    if QGuiApplication.platformName() in _WITHOUT_CLIPBOARD:
        QGuiApplication.clipboard().clear()


def enter(folder: Path | None, file: Path | None = None) -> tuple[OneWindow, Context] | None:
    """The folder's lock and all that is in it; None when another window has taken `file` over."""
    paths = user_paths(folder)
    one = OneWindow(paths.window_lock)
    if not one.enter(file):
        return None
    try:
        start_log(paths.log)
        return one, open_context(paths)
    except KnownError:
        one.leave()
        raise


def enter_somewhere(
    folder: Path | None, file: Path | None = None
) -> tuple[OneWindow, Context] | None:
    """As `enter`; the reader names another place while the folder cannot be used.

    What they chose in the place of the default folder serves the next starts too.
    """
    try:
        return enter(folder, file)
    except PlaceError as error:
        refused = error
    if folder is None and (remembered := remembered_instead()):
        with suppress(PlaceError):
            return enter(remembered, file)
    return _enter_another(refused, file, default=folder is None)


def _enter_another(
    refused: PlaceError, file: Path | None, *, default: bool
) -> tuple[OneWindow, Context] | None:
    from desktop.common.ask import ask_folder

    while (chosen := ask_folder(refused.in_window)) is not None:
        try:
            entered = enter(chosen, file)
        except PlaceError as error:
            refused = error
            continue
        if default:
            remember_instead(chosen)
        return entered
    raise refused


def run(user_folder: Path | None, file: Path | None = None) -> int:
    """Show the window, with a word on `file`, until it is closed; the exit code."""
    app = prepare_application(sys.argv[:1])
    try:
        entered = enter_standing(user_folder, file)
    except KnownError as error:
        return refuse(error)
    if entered is None:
        return 0
    one, window = entered
    trace = CrashTrace(window.context.paths.crash_trace)
    own = window.findChild(ReaderPages)
    assert own is not None
    first = FirstPaint(window)
    first.painted.connect(partial(after_first_paint, window))
    first.painted.connect(own.watch)
    if file is not None:
        first.painted.connect(partial(look_at, window, file))
    window.show()
    one.forward_wanted.connect(partial(come_forward, window))
    one.file_brought.connect(partial(look_at, window))
    one.listen()
    code = app.exec()
    own.end()
    close_context(window.context)
    trace.end()
    one.leave()
    return code


def look_at(window: MainWindow, file: Path) -> None:
    """Say what a file is that was opened with the program."""
    from desktop.brought_files import BroughtFiles

    (window.findChild(BroughtFiles) or BroughtFiles(window)).look(file)


def enter_standing(
    folder: Path | None, file: Path | None = None
) -> tuple[OneWindow, MainWindow] | None:
    """As `enter_somewhere`, with the window where the last session ended.

    A file that was taken for whole and proves not to be when it is read is opened anew, and then
    looked at first.
    """
    while (entered := enter_somewhere(folder, file)) is not None:
        one, context = entered
        try:
            return one, stand(context)
        except KnownError:
            wholeness = context.reader.store.wholeness
            doubtful = wholeness is not None and not wholeness.known
            close_context(context)
            one.leave()
            if not doubtful:
                raise
    return None


def stand(context: Context) -> MainWindow:
    """The window where the last session ended, with what a crash left unfinished; not yet shown."""
    window = build_window(context)
    catch_unexpected(window.banner.say, context.saving.refuse)
    window.begin()
    own = window.findChild(ReaderPages)
    assert own is not None
    own.begin()
    return window


def refuse(error: KnownError) -> int:
    """Say why the window cannot open, on the terminal too where there is one; exit code 2."""
    if sys.stderr is not None:
        from db.cli.output import write_mistake

        write_mistake(error.sentence)
    # Who was asked for another place has read the sentence.
    if not isinstance(error, PlaceError):
        from desktop.common.ask import warn

        warn(error.sentence)
    return 2
