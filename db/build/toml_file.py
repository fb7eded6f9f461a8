"""TOML input whose entries can be traced back to their lines."""

import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

from db.build.errors import EditionError
from db.record import record


@record
class TomlFile:
    """A parsed file and its text, kept to name the line of a refused entry."""

    path: Path
    text: str
    data: dict[str, Any]

    def line_of(self, needle: str) -> int:
        """1-based line of the first occurrence of `needle`, 1 when it stands nowhere."""
        position = self.text.find(needle)
        return self.text.count("\n", 0, position) + 1 if position >= 0 else 1

    def refuse(self, needle: str, reason: str) -> EditionError:
        """The error that names this file and the line where `needle` stands."""
        return EditionError(self.path, self.line_of(needle), reason)

    def part(self, name: str) -> Any:
        """What the file has under a name at its top, refusing a file without it."""
        if name not in self.data:
            raise self.refuse(name, f"{name!r} is missing")
        return self.data[name]

    def make[T](self, kind: type[T], entry: dict[str, Any], needle: str) -> T:
        """A dataclass from an entry, refusing unknown, missing and mistyped fields."""
        known = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]  # a dataclass
        for name, value in entry.items():
            if name not in known:
                raise self.refuse(needle, f"unknown field {name!r} in {needle}")
            expected = known[name].metadata.get("type", str)
            if not isinstance(value, expected) or isinstance(value, bool):
                raise self.refuse(needle, f"field {name!r} of {needle} must be {expected.__name__}")
        try:
            return kind(**entry)
        except TypeError as error:
            raise self.refuse(needle, f"{needle}: {error}") from error


def read_toml(path: Path) -> TomlFile:
    """Parse a UTF-8 TOML file; EditionError with the line when it cannot be."""
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise EditionError(path, 1, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise EditionError(path, 1, f"not UTF-8 at byte {error.start}") from error
    try:
        return TomlFile(path, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise EditionError(
            path, error.lineno if hasattr(error, "lineno") else 1, str(error)
        ) from error
