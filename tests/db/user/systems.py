"""What a test needs of the system it runs on."""

import os

import pytest

needs_modes = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
needs_open_files_to_go = pytest.mark.skipif(
    os.name == "nt", reason="Windows lets nobody take an open file away"
)
