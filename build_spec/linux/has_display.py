"""Exit code 0 when a window can be shown here, 1 when there is no display that answers."""

import ctypes
import os
import sys


def display_answers() -> bool:
    """True when a Wayland session is set or the X display takes a connection."""
    if os.environ.get("WAYLAND_DISPLAY"):
        return True
    if not os.environ.get("DISPLAY"):
        return False
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


if __name__ == "__main__":
    sys.exit(not display_answers())
