"""What the executable carries: knowledge of what Qt and Python need, and nothing else."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from build_spec.attribution import written_for
from build_spec.contents import matches, patterns
from build_spec.linux.small_icu import make_small_library
from build_spec.windows.version_resource import write_version_resource

type Entry = tuple[str, str, str]  # name in the archive, source file, PyInstaller's kind

QT_EXTENSIONS = {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport"}
QT_PLUGINS = {
    "platforms": {"qxcb", "qoffscreen", "qwindows"},
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    "imageformats": {"qsvg", "qico", "qjpeg"},
    "iconengines": {"qsvgicon"},
    "styles": {"qmodernwindowsstyle"},
}
TRANSLATIONS = {"qtbase_fa.qm"}
# Nothing shipped imports these; PyInstaller would carry them for the standard library's sake.
EXCLUDED_MODULES = [
    *("ssl", "_ssl", "_hashlib", "socket", "_socket", "http", "ftplib", "smtplib", "socketserver"),
    *("urllib.request", "xmlrpc", "asyncio", "multiprocessing", "concurrent.futures.process"),
    *("bz2", "_bz2", "lzma", "_lzma", "tkinter", "unittest", "doctest", "pdb", "pydoc", "xml"),
    *("email", "importlib.metadata", "statistics", "fractions", "_pydecimal", "_pydatetime"),
    *("_wmi", "_uuid", "_statistics", "xxsubtype", "quopri"),
    *("curses", "readline", "ensurepip", "venv", "setuptools", "pkg_resources", "pip"),
    *("_codecs_cn", "_codecs_hk", "_codecs_iso2022", "_codecs_jp", "_codecs_kr", "_codecs_tw"),
    *("_multibytecodec", "hazm", "nltk", "huggingface_hub", "sqlite_utils", "click", "numpy"),
    *("whoosh.lang.snowball", "whoosh.lang.isri", "whoosh.codec.memory", "whoosh.multiproc"),
    *("whoosh.qparser", "whoosh.collectors", "whoosh.sorting", "whoosh.spelling"),
    *("whoosh.automata.fst",),  # the program reads an index, and asks Whoosh no queries
    *("tarfile", "gzip", "mypy", "pytest", "hypothesis", "db.build"),
    *("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL"),
]
# Thin doors to the graphics driver: without one they only load, and the window paints by itself.
CARRIED_SYSTEM_LIBRARIES = {
    *("libEGL.so.1", "libGL.so.1", "libGLX.so.0", "libGLdispatch.so.0"),
    *("libX11.so.6", "libX11-xcb.so.1", "libXau.so.6", "libXdmcp.so.6", "libxcb.so.1"),
    *("libfontconfig.so.1", "libfreetype.so.6", "libexpat.so.1", "libz.so.1"),
    *("libstdc++.so.6", "libgcc_s.so.1", "libbsd.so.0", "libmd.so.0"),
}
if sys.platform != "win32":
    EXCLUDED_MODULES += ["ctypes"]  # for calls of Windows
    EXCLUDED_MODULES += [f"platformdirs.{one}" for one in ("windows", "macos", "ios", "android")]
    EXCLUDED_MODULES += ["platformdirs._android"]
# Python has these built in, and looks for no others.
BUILT_IN_MODULES = {"importlib._bootstrap", "importlib._bootstrap_external"}
# Extension modules of Python ask for these, where PyInstaller cannot see it.
IMPORTED_FROM_C = ("numbers", "_strptime")
PROGRAM_DATA = ("data", "fonts", "icons", "notices")
# PyInstaller's preparations for programs that read their own sources or look for their modules.
NEEDLESS_SCRIPTS = {"pyi_rth_inspect", "pyi_rth_pkgutil"}
STORED = dict.fromkeys(
    ("EXTENSION", "DATA", "BINARY", "EXECUTABLE", "PYSOURCE", "PYMODULE", "PYZ"), False
)


def program_data(root: Path) -> list[tuple[str, str]]:
    """Bundled files and the folder each goes to."""
    return [(str(root / "resources" / name), f"resources/{name}") for name in PROGRAM_DATA]


def start_data(root: Path) -> list[tuple[str, str]]:
    """The settings of fonts that the runtime hook falls back on."""
    return [] if sys.platform == "win32" else [(str(root / "build_spec/linux/fonts.conf"), ".")]


def lazy_modules(root: Path) -> list[str]:
    """Every module of the program, also those that are imported only when asked for."""
    sources = [*(root / "db").rglob("*.py"), *(root / "desktop").rglob("*.py")]
    names = (one.relative_to(root).with_suffix("").as_posix().replace("/", ".") for one in sources)
    ours = sorted(
        name.removesuffix(".__init__")
        for name in names
        if not name.startswith("db.build") and not name.endswith("__main__")
    )
    return [*ours, *IMPORTED_FROM_C]


def runtime_hooks(root: Path, *, published: bool) -> list[str]:
    """Scripts that run before the program, in this order; `published` finds modules as usual."""
    system = "windows" if sys.platform == "win32" else "linux"
    names = ("runtime_hook",) if published else ("modules_hook", "runtime_hook")
    return [str(root / "build_spec" / system / f"{name}.py") for name in names]


def kept_scripts(entries: Iterable[Entry]) -> list[Entry]:
    """The scripts that run at the start, without those that nothing shipped needs."""
    return [one for one in entries if one[0] not in NEEDLESS_SCRIPTS]


def kept_modules(entries: Iterable[Entry]) -> list[Entry]:
    """The modules of the program and of Python, without those that are part of Python itself."""
    return [one for one in entries if one[0] not in BUILT_IN_MODULES]


def windows_appearance(root: Path) -> dict[str, str]:
    """Icon, version resource and manifest of the Windows program."""
    if sys.platform != "win32":
        return {}
    folder = root / "build_spec" / "windows"
    return {
        "icon": str(folder / "tehran1404.ico"),
        "version": str(write_version_resource(root)),
        "manifest": str(folder / "tehran1404.manifest"),
    }


def kept_data(entries: Iterable[Entry], binaries: Iterable[Entry], work: Path) -> list[Entry]:
    """Data without other languages, packaging leftovers and links to what is not carried.

    Bill of materials and notices are the executable's own.
    """
    binaries = list(binaries)
    carried = {one[0] for one in binaries}
    own = written_for((Path(one[1]) for one in binaries if one[2] != "SYMLINK"), work)
    return [
        (one[0], own.get(Path(one[0]).name, one[1]), one[2])
        for one in entries
        if not _in_other_language(one[0])
        and ".dist-info" not in one[0].replace("\\", "/")
        and not one[0].endswith("_WRITELOCK")
        and (one[2] != "SYMLINK" or str(PurePosixPath(one[0]).parent / one[1]) in carried)
    ]


def _in_other_language(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.suffix == ".qm" and path.name not in TRANSLATIONS


def kept_binaries(entries: Iterable[Entry], work: Path) -> list[Entry]:
    """Extensions, chosen plug-ins, and only the libraries that these need, to the last link."""
    by_name: dict[str, Entry] = {}
    roots: list[Entry] = []
    for entry in entries:
        name = PurePosixPath(entry[0].replace("\\", "/")).name
        if _is_root(entry):
            roots.append(entry)
        elif not _is_of_windows(name):
            by_name.setdefault(name.lower(), entry)
    kept = {one[0]: one for one in roots}
    waiting = [*roots]
    while waiting:
        for library in needed_libraries(Path(waiting.pop()[1])):
            found = by_name.get(library.lower()) or _system_library(library)
            if found and found[0] not in kept:
                kept[found[0]] = found
                waiting.append(found)
    return sorted(_with_small_icu(kept.values(), work))


def _is_root(entry: Entry) -> bool:
    path = PurePosixPath(entry[0].replace("\\", "/"))
    if "plugins" in path.parts:
        return path.stem.removeprefix("lib") in QT_PLUGINS.get(path.parent.name, set())
    if path.parts[0] == "PySide6" and path.name.startswith("Qt") and len(path.parts) == 2:
        return path.name.split(".")[0] in QT_EXTENSIONS
    return entry[2] == "EXTENSION" or path.name.lower().startswith(("libpython", "python3"))


def needed_libraries(library: Path) -> list[str]:
    """Names of the libraries that this one asks the system's loader for."""
    if sys.platform == "win32":
        import pefile

        image = pefile.PE(str(library))
        return [one.dll.decode() for one in getattr(image, "DIRECTORY_ENTRY_IMPORT", [])]
    table = subprocess.run(
        ["readelf", "-d", str(library)], capture_output=True, text=True, check=True
    ).stdout
    return [line.split("[")[1].rstrip("]") for line in table.splitlines() if "(NEEDED)" in line]


def _is_of_windows(name: str) -> bool:
    if sys.platform != "win32":
        return False
    return matches(name.lower(), patterns(Path(__file__).parent / "windows/windows_libraries.txt"))


def _system_library(name: str) -> Entry | None:
    """A library of this machine that PyInstaller leaves to the system but that is safe to carry."""
    if name not in CARRIED_SYSTEM_LIBRARIES:
        return None
    for folder in ("/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64"):
        path = Path(folder) / name
        if path.exists():
            return (name, str(path.resolve()), "BINARY")
    return None


def _with_small_icu(entries: Iterable[Entry], work: Path) -> Iterable[Entry]:
    for name, source, kind in entries:
        if PurePosixPath(name).name.startswith("libicudata.so"):
            yield (name, str(make_small_library(Path(source), work / "icu")), kind)
        else:
            yield (name, source, kind)
