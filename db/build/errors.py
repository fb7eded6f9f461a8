"""The one failure of the build: bad input, named by file, line and reason."""

from pathlib import Path


class EditionError(Exception):
    """Input that the build refuses; the message is `file:line: reason`."""

    def __init__(self, file: Path, line: int, reason: str) -> None:
        super().__init__(f"{file.name}:{line}: {reason}")
