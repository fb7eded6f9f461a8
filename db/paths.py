"""Where the bundled files and the reader's files lie."""

import os
import sys
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from db.errors import PlaceError
from db.record import record

APP_FOLDER = "Tehran1404"
MOVED = "moved-to.txt"  # in a reader's folder: where its content went


def _bundle_root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parent.parent


def _qt_translations() -> Path:
    """Qt's catalogues, found without loading Qt; Windows has them one folder nearer."""
    found = find_spec("PySide6")
    home = Path(found.origin).parent if found and found.origin else _bundle_root() / "PySide6"
    return home / ("translations" if sys.platform == "win32" else "Qt/translations")


BUNDLE = _bundle_root()
RESOURCES = BUNDLE / "resources"
REFERENCE_DATABASE = RESOURCES / "data" / "reference.db"
SEARCH_INDEX = RESOURCES / "data" / "index"
LEXICON_DATA = RESOURCES / "data" / "lexicon"
FONTS = RESOURCES / "fonts"
ICONS = RESOURCES / "icons"
NOTICES = RESOURCES / "notices" / "NOTICES.txt"
BILL_OF_MATERIALS = RESOURCES / "notices" / "bill-of-materials.cdx.json"
QT_TRANSLATIONS = _qt_translations()


@record
class UserPaths:
    """The reader's folder and the files in it."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "notes.db"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    @property
    def settings(self) -> Path:
        return self.folder / "settings.toml"

    @property
    def log(self) -> Path:
        return self.folder / "tehran1404.log"

    @property
    def window_lock(self) -> Path:
        return self.folder / "window.lock"

    @property
    def older_log(self) -> Path:
        """What was logged before the log was begun anew."""
        return self.folder / "tehran1404.log.1"

    @property
    def crash_trace(self) -> Path:
        """Where the system ended the program, until the next start takes it into the log."""
        return self.folder / "crash.txt"

    @property
    def note_index(self) -> Path:
        return self.folder / "note-index"


def program_folder() -> Path:
    """The folder of the executable, or of the source tree when not frozen."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    return _bundle_root()


def default_user_folder() -> Path:
    """`portable` beside the executable when it exists, else the system's place for user data.

    PlaceError when the account has no home.
    """
    portable = program_folder() / "portable"
    if portable.is_dir():
        return portable
    from platformdirs import user_data_path

    try:
        return user_data_path(APP_FOLDER, appauthor=False, roaming=False)
    except RuntimeError as error:
        raise PlaceError(
            "این حساب کاربری پوشه‌ی خانه ندارد.",
            "با ‎--user-data‎ پوشه‌ای برای داده‌ها معرفی کنید.",
        ) from error


def user_paths(folder: str | os.PathLike[str] | None = None) -> UserPaths:
    """Make the reader's folder (mode 0700) and return its paths, or those of where it was moved.

    PlaceError when it cannot be made, or when the place it was moved to is out of reach.
    """
    place = Path(folder) if folder else default_user_folder()
    try:
        place = place.expanduser().absolute()
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
    except (OSError, RuntimeError, ValueError) as error:
        raise PlaceError(
            f"پوشه‌ی داده‌ها ساخته نشد: «{_shown(place)}».",
            "با ‎--user-data‎ پوشه‌ی دیگری را معرفی کنید.",
        ) from error
    return UserPaths(_followed(place))


def _shown(path: Path) -> str:
    """A path in a Persian sentence, isolated so that it stands as it is typed."""
    return f"\u2066{path}\u2069"


def remember_instead(folder: Path) -> None:
    """Keep the folder a reader chose because the default one could not be used."""
    with suppress(OSError, RuntimeError):
        _chosen().parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _chosen().write_bytes(os.fsencode(folder.absolute()))


def remembered_instead() -> Path | None:
    """The folder chosen at an earlier start; None when there is none, or it is gone."""
    try:
        folder = _path_in(_chosen())
    except (OSError, RuntimeError, ValueError):
        return None
    return folder if folder.is_absolute() and folder.is_dir() else None


def _chosen() -> Path:
    """Where a choice is kept; RuntimeError when the account has no home."""
    from platformdirs import user_config_path

    return user_config_path(APP_FOLDER, appauthor=False) / "data-folder.txt"


def _path_in(file: Path) -> Path:
    """The path that a file keeps, as `os.fsencode` writes it; "." of an empty file."""
    return Path(os.fsdecode(file.read_bytes()).strip())


def _followed(place: Path) -> Path:
    """The folder a reader moved their data to, perhaps more than once; never a new one instead."""
    passed = {place}
    while (moved := _moved_from(place)) is not None:
        if not moved.is_absolute() or moved in passed:
            raise PlaceError(
                f"پرونده‌ی «{_shown(place / MOVED)}» نمی‌گوید داده‌های شما به کدام پوشه برده شده‌اند. "
                "نشانی کامل آن پوشه را در آن بنویسید، یا برای بازگشت به پوشه‌ی پیشین آن را پاک کنید."
            )
        if not moved.is_dir():
            raise PlaceError(
                f"داده‌های شما به «{_shown(moved)}» برده شده‌اند و آن پوشه اکنون در دسترس نیست. "
                "دیسک آن را وصل کنید، یا برای بازگشت به پوشه‌ی پیشین "
                f"«{_shown(place / MOVED)}» را پاک کنید."
            )
        passed.add(moved)
        place = moved
    return place


def _moved_from(place: Path) -> Path | None:
    try:
        return _path_in(place / MOVED)
    except (OSError, ValueError):
        return None
