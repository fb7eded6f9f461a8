"""Files of the program that are still being unpacked while it runs already."""

import sys


def wait_for_files(module: str) -> None:
    """Wait for those that the import of a module needs.

    The import would wait too, but keep every other import waiting with it.
    """
    for finder in [*sys.meta_path]:
        if wait := getattr(finder, "wait_for_files", None):
            wait(module)
