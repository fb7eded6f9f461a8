"""One table of settings: names, defaults and what is valid; kept in a file readers can open."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from db.errors import KnownError
from db.record import record
from db.reference.citation import check_template
from db.whole_file import put_in_place
from desktop.common.tokens import THEME_TITLES

TEMPLATE_DECIDES = "قالب این گونه را خودتان نوشته‌اید: شماره همان‌جا می‌آید که {شماره} در آن است."
BROKEN = "پرونده‌ی تنظیمات خوانده نشد؛ کنار گذاشته شد و تنظیمات پیش‌فرض به کار رفت."
PARTLY_BROKEN = (
    "بخشی از پرونده‌ی تنظیمات درست نبود و به پیش‌فرض بازگشت؛ پرونده‌ی پیشین کنار گذاشته شد."
)


@record
class Setting:
    """A default and the check every stored value must pass."""

    default: Any
    valid: Callable[[Any], bool]


def _is(kind: type) -> Callable[[Any], bool]:
    return lambda value: type(value) is kind


def _is_template(value: Any) -> bool:
    """A template of the reader's own, or "" for the program's."""
    if value == "":
        return True
    try:
        check_template(value)
    except (KnownError, TypeError, AttributeError):
        return False
    return True


def _parsed(text: str) -> dict[str, Any]:
    import tomllib  # a first start has no file to read

    return tomllib.loads(text)


SETTINGS: dict[str, Setting] = {
    "theme": Setting("system", lambda value: value in THEME_TITLES),
    "zoom": Setting(100, lambda value: type(value) is int and 80 <= value <= 200),
    "panel_open": Setting(True, _is(bool)),
    "rail_open": Setting(True, _is(bool)),
    "mark_read": Setting(True, _is(bool)),
    "keep_queries": Setting(True, _is(bool)),
    "citation_style": Setting("full", lambda value: value in ("full", "only", "footnote")),
    "citation_number": Setting(False, _is(bool)),
    "template_full": Setting("", _is_template),
    "template_only": Setting("", _is_template),
    "template_footnote": Setting("", _is_template),
    "hints_seen": Setting("", _is(str)),
}


class Settings(QObject):
    """Reads the file once, writes it whole at every change."""

    changed = Signal(str)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self.notice: str | None = None
        self._values: dict[str, Any] = self._read()
        if self.notice is not None:
            self._write()

    def _read(self) -> dict[str, Any]:
        try:
            stored = _parsed(self._path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError):
            self._set_aside(BROKEN)
            return {}
        good = {k: v for k, v in stored.items() if k in SETTINGS and SETTINGS[k].valid(v)}
        if len(good) < len(stored):
            self._set_aside(PARTLY_BROKEN)
        return good

    def _set_aside(self, notice: str) -> None:
        self.notice = notice
        aside = self._path.with_suffix(".broken.toml")
        with suppress(OSError):
            self._path.replace(aside)

    def __getitem__(self, name: str) -> Any:
        return self._values.get(name, SETTINGS[name].default)

    def __setitem__(self, name: str, value: Any) -> None:
        if not SETTINGS[name].valid(value):
            raise ValueError(f"{value!r} is not valid for {name}")
        if self[name] == value:
            return
        self._values[name] = value
        self._write()
        self.changed.emit(name)

    def reset(self) -> None:
        """Every setting back to its default."""
        for name, setting in SETTINGS.items():
            self[name] = setting.default

    def _write(self) -> None:
        lines = [f"{name} = {json.dumps(self[name], ensure_ascii=False)}\n" for name in SETTINGS]
        whole = self._path.with_suffix(".new")
        # Where nothing can be written, a choice holds until the program is closed.
        with suppress(OSError):
            whole.touch(mode=0o600)
            whole.write_text("".join(lines), "utf-8")
            put_in_place(whole, self._path)
