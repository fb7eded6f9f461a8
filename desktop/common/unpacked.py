"""Files of the program, which may still be being unpacked while it runs, and those of others."""

import sys


def wait_for_files(module: str) -> None:
    """Wait for those that the import of a module needs.

    The import would wait too, but keep every other import waiting with it.
    """
    for finder in [*sys.meta_path]:
        if wait := getattr(finder, "wait_for_files", None):
            wait(module)


def clear_up() -> None:
    """Remove what killed starts left in the temporary folder, which may hold very many files."""
    for finder in [*sys.meta_path]:
        if clear := getattr(finder, "clear_up", None):
            clear()
