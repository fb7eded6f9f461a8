"""What becomes of an error in the window: a sentence for the reader, a line in the log."""

import logging
import sys
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from db.errors import KnownError

UNEXPECTED = "کاری ناتمام ماند و در گزارش برنامه نوشته شد. یادداشت‌های شما سر جای خود هستند."


def start_log(path: Path) -> None:
    """Log to a small file in the reader's folder; note text is never logged."""
    handler = RotatingFileHandler(
        path, maxBytes=200_000, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)


def catch_unexpected(tell: Callable[[str], None]) -> None:
    """Any exception that leaves a slot is logged and told in one sentence."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        logging.getLogger("desktop").error("unexpected", exc_info=(kind, error, trace))
        tell(error.sentence if isinstance(error, KnownError) else UNEXPECTED)

    sys.excepthook = hook
