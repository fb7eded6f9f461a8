"""A virtual X screen whose pixels can be watched from outside, to tell when a window is painted."""

import mmap
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

WIDTH, HEIGHT = 1366, 768
PIXEL_BYTES = 4


@dataclass(frozen=True)
class VirtualScreen:
    """Its display name and the memory that holds its picture."""

    display: str
    memory: mmap.mmap

    def picture_part(self) -> bytes:
        """Rows through the middle, where every window of the programs lies."""
        row = WIDTH * PIXEL_BYTES
        picture = len(self.memory) - row * HEIGHT
        starts = (picture + row * line for line in range(HEIGHT // 4, HEIGHT * 3 // 4, 16))
        return b"".join(self.memory[start : start + row] for start in starts)

    def picture(self) -> bytes:
        """All rows from the top, as PIXEL_BYTES for each pixel."""
        return self.memory[len(self.memory) - WIDTH * PIXEL_BYTES * HEIGHT :]

    def save(self, path: Path) -> None:
        """Write the whole picture as PNG."""
        from PySide6.QtGui import QImage

        row = WIDTH * PIXEL_BYTES
        image = QImage(self.picture(), WIDTH, HEIGHT, row, QImage.Format.Format_RGB32)
        if not image.save(str(path)):
            raise OSError(f"{path} could not be written")

    def wait_for_change(self, before: bytes, seconds: float) -> float:
        """The moment at which the picture differs from `before`; TimeoutError when it stays."""
        return self._wait(lambda: self.picture_part() != before, seconds)

    def wait_for_picture(self, wanted: bytes, seconds: float) -> float:
        """The moment at which the picture is `wanted`; TimeoutError when it never is."""
        return self._wait(lambda: self.picture_part() == wanted, seconds)

    def _wait(self, true: Callable[[], bool], seconds: float) -> float:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if true():
                return time.monotonic()
            time.sleep(0.001)
        raise TimeoutError("what is waited for was not painted")


@contextmanager
def virtual_screen() -> Iterator[VirtualScreen]:
    """Start Xvfb on a free display for the time of the block."""
    with tempfile.TemporaryDirectory() as folder:
        ready, done = os.pipe()
        command = ["Xvfb", "-displayfd", str(done), "-nolisten", "tcp", "-nocursor"]
        command += ["-fbdir", folder, "-screen", "0", f"{WIDTH}x{HEIGHT}x24"]
        server = subprocess.Popen(command, pass_fds=[done], stderr=subprocess.DEVNULL)
        os.close(done)
        try:
            with os.fdopen(ready) as answer:
                display = f":{answer.readline().strip()}"
            with Path(folder, "Xvfb_screen0").open("rb") as picture:
                memory = mmap.mmap(picture.fileno(), 0, access=mmap.ACCESS_READ)
            yield VirtualScreen(display, memory)
        finally:
            server.terminate()
            server.wait()
