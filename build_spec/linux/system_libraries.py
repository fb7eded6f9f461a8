"""Names the Debian packages that Qt's window plug-in still lacks on this machine."""

import importlib.util
import subprocess
import sys
from pathlib import Path

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}


def missing_libraries(ldd_output: str) -> list[str]:
    """Sonames that `ldd` did not find, each once, in order."""
    lines = (line.split() for line in ldd_output.splitlines() if "=> not found" in line)
    return sorted({words[0] for words in lines})


def packages_for(libraries: list[str]) -> list[str]:
    """Debian packages that bring these libraries; unknown ones are named as they are."""
    return sorted({PACKAGES.get(library, library) for library in libraries})


def _window_plugin() -> Path:
    specification = importlib.util.find_spec("PySide6")
    if specification is None or specification.origin is None:
        raise SystemExit("PySide6 is not installed; run `make setup`")
    return Path(specification.origin).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"


def main() -> int:
    found = subprocess.run(
        ["ldd", str(_window_plugin())], capture_output=True, text=True, check=True
    )
    missing = packages_for(missing_libraries(found.stdout))
    if missing:
        print(" ".join(missing))
    return 0


if __name__ == "__main__":
    sys.exit(main())
