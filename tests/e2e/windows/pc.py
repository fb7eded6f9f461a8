"""A Windows PC as far as Wine is one: screen, keyboard, clipboard, programs that run on it."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath

from build_spec.bench.virtual_screen import PIXEL_BYTES, WIDTH, VirtualScreen, virtual_screen
from build_spec.windows.wine import environment

SECONDS = 900.0  # a busy machine holds everything up
LOOK_SECONDS = 0.2
LOOKS = 1500  # counted: seconds also pass while all programs are held up
STILL = 6  # looks at the same picture
READ = 25  # the same, while the program reads its files for the first word typed
CARET = 200  # bytes of a picture that a blinking caret changes at most
ROW = WIDTH * PIXEL_BYTES


def alike(one: bytes, other: bytes) -> bool:
    """Whether two pictures of the screen differ in nothing but a caret."""
    different = 0
    for row in range(0, len(one), ROW):
        here, there = one[row : row + ROW], other[row : row + ROW]
        if here != there:
            different += sum(map(int.__ne__, here, there))
        if different > CARET:
            return False
    return True


def windows_path(path: Path) -> str:
    """How Wine names a file of this machine."""
    return str(PureWindowsPath("Z:", path.absolute().as_posix()))


@dataclass(frozen=True)
class Pc:
    """Programs are started with pipes: Wine cannot hand on files of Linux as standard streams."""

    screen: VirtualScreen
    environment: dict[str, str]
    pictures: Path
    running: list["subprocess.Popen[str]"] = field(default_factory=list)

    def run(self, *words: str | Path) -> "subprocess.CompletedProcess[str]":
        """Run a program to its end."""
        running = self.start(*words)
        out, error = running.communicate(timeout=SECONDS)
        return subprocess.CompletedProcess(words, running.returncode, out, error)

    def start(self, *words: str | Path) -> "subprocess.Popen[str]":
        """Start a program; paths are told in Windows' way."""
        told = [windows_path(word) if isinstance(word, Path) else word for word in words]
        running = subprocess.Popen(
            ["wine", *told],
            env=self.environment,
            cwd="/",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.running.append(running)
        return running

    def open(self, *words: str | Path) -> "subprocess.Popen[str]":
        """Start a program with a window and wait until the window stands still."""
        before = self.screen.picture_part()
        running = self.start(*words)
        self.screen.wait_for_change(before, SECONDS)
        self.settle()
        return running

    def press(self, *keys: str) -> None:
        """Press keys as xdotool names them, each when the one before it has shown."""
        for key in keys:
            with self._shown():
                self._xdotool("key", key)

    def type(self, text: str) -> None:
        """Write on the Persian keyboard; of two at once xdotool knows the first only."""
        subprocess.run(["setxkbmap", "ir"], env=self.environment, check=True)
        with self._shown():
            self._xdotool("type", "--delay", "80", text)
        self.settle(READ)
        subprocess.run(["setxkbmap", "us"], env=self.environment, check=True)

    def do(self, title: str) -> None:
        """Do what the palette of the program calls so; it waits itself for what it looks for."""
        self.press("ctrl+k")
        self.type(title)
        self.press("Return")

    def copy(self, text: str) -> None:
        """Put a text on the clipboard, as another program does."""
        words = ["xclip", "-selection", "clipboard", "-in"]
        subprocess.run(
            words,
            env=self.environment,
            input=text,
            stdout=subprocess.DEVNULL,
            text=True,
            check=True,
        )

    def copied(self) -> str:
        """What another program would paste."""
        words = ["xclip", "-selection", "clipboard", "-out"]
        done = subprocess.run(
            words,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )
        return done.stdout

    def answer(self, path: Path) -> None:
        """Give the system's dialog for files a path."""
        self.copy(windows_path(path))
        self._xdotool("key", "ctrl+a")
        self.press("ctrl+v")
        self.turn("Return")

    def turn(self, key: str) -> None:
        """Press a key that opens a dialog or closes one, and wait until it has."""
        before = self.windows()
        self.press(key)
        self.wait_for(lambda: self.windows() != before)
        self.settle()

    def windows(self) -> set[str]:
        """What stands on the screen."""
        words = ["xdotool", "search", "--onlyvisible", "--name", "."]
        done = subprocess.run(
            words, env=self.environment, capture_output=True, text=True, check=False
        )
        return set(done.stdout.split())

    def wait_for(self, true: Callable[[], bool]) -> None:
        """Wait until something has happened outside the window."""
        for _ in range(LOOKS):
            if true():
                return
            time.sleep(LOOK_SECONDS)
        raise TimeoutError("what is waited for has not happened")

    def close(self, window: "subprocess.Popen[str]") -> None:
        """Leave the program by its key."""
        self.press("ctrl+q")
        _, said = window.communicate(timeout=SECONDS)
        assert window.returncode == 0, said

    def settle(self, looks: int = STILL) -> None:
        """Wait until nothing but a caret moves."""
        last, still = self.screen.picture(), 0

        def stands() -> bool:
            nonlocal last, still
            now = self.screen.picture()
            still = still + 1 if alike(last, now) else 0
            last = now
            return still == looks

        self.wait_for(stands)

    def end_all(self) -> None:
        """End every program, as pulling the plug does."""
        end_wine(self.environment)
        while self.running:
            with self.running.pop() as ended:
                ended.kill()

    def picture(self, name: str) -> None:
        """Keep what the screen shows, to be looked at."""
        self.pictures.mkdir(parents=True, exist_ok=True)
        self.screen.save(self.pictures / f"{name}.png")

    @contextmanager
    def _shown(self) -> Iterator[None]:
        """Wait until what the block does has shown and stands."""
        before = self.screen.picture()
        yield
        self.wait_for(lambda: not alike(self.screen.picture(), before))
        self.settle()

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, check=True, capture_output=True, text=True
        )
        return done.stdout


@contextmanager
def pc(pictures: Path) -> Iterator[Pc]:
    """Wine on a screen of its own; everything that runs on it ends with the block.

    Without a window manager Wine lays a window that fills the screen partly beside it.
    """
    with virtual_screen() as screen:
        surroundings = os.environ | environment() | {"DISPLAY": screen.display}
        end_wine(surroundings)
        frames = subprocess.Popen(["openbox"], env=surroundings, stderr=subprocess.DEVNULL)
        made = Pc(screen, surroundings, pictures)
        try:
            yield made
        finally:
            made.end_all()
            frames.terminate()
            frames.wait(SECONDS)


def end_wine(surroundings: dict[str, str]) -> None:
    subprocess.run(["wineserver", "-k"], env=surroundings, check=False)
    subprocess.run(["wineserver", "-w"], env=surroundings, check=False, timeout=SECONDS)


def is_there() -> bool:
    """Whether this machine has what such a PC is made of."""
    tools = ("wine", "Xvfb", "openbox", "xdotool", "xclip", "setxkbmap")
    return all(shutil.which(tool) for tool in tools)
