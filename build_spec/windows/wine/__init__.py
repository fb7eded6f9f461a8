"""Where this project keeps its Wine and how programs are started with it."""

from build_spec import ROOT

PREFIX = ROOT / "build" / "wine" / "prefix"


def environment() -> dict[str, str]:
    """Variables of a quiet Wine with stand-ins for what Wine 8 lacks (icuuc.c, mscms.c).

    As on a clean PC there is no runtime of Visual C++ but the one a program carries. A crash ends
    the program instead of opening a debugger's window.
    """
    stand_ins = "icuuc,mscms"
    carried = "msvcp140,msvcp140_1,msvcp140_2,vcruntime140,vcruntime140_1"
    return {
        "WINEPREFIX": str(PREFIX),
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": f"{stand_ins},{carried}=n;winedbg.exe=d",
    }
