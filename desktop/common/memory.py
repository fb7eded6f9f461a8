"""How the program takes its memory from the system."""

import sys
from contextlib import suppress

from PySide6.QtGui import QPixmapCache

_STYLE_PICTURES = 1024  # kilobytes; Qt allows itself ten times as many
_LARGE = 32 * 1024  # bytes; the picture behind a window has several millions
_MMAP_THRESHOLD, _ARENA_MAX = -3, -8  # M_MMAP_THRESHOLD and M_ARENA_MAX of malloc.h


def live_within_bounds() -> None:
    """Keep what a long day gathers small."""
    QPixmapCache.setCacheLimit(_STYLE_PICTURES)
    _give_back_large_pieces()


def _give_back_large_pieces() -> None:
    """Let what is large go back to the system as soon as it is let go.

    glibc learns from the first large picture to put the next ones among the small things, where
    each leaves a hole: that was a tenth of the memory after a thousand acts. Nor are threads, of
    which Python lets one run at a time, to hold free pieces of their own. The executable, which
    carries no ctypes, is told so by its bootloader; other C libraries than glibc need no telling.
    """
    if sys.platform == "linux":
        with suppress(ImportError, AttributeError):
            import ctypes

            library = ctypes.CDLL(None)
            library.mallopt(_MMAP_THRESHOLD, _LARGE)
            library.mallopt(_ARENA_MAX, 1)
