"""What a check finds stops `make`."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.build_spec.stubs import tool

ROOT = Path(__file__).resolve().parents[2]
PASSES, FAILS = "#!/bin/sh\n", "#!/bin/sh\nexit 1\n"

pytestmark = pytest.mark.skipif(
    os.name == "nt" or shutil.which("make") is None, reason="there is no make here"
)


@pytest.mark.parametrize("failing", ["python", "lint-imports"])
def test_style_types_and_layers_each_stop_the_lint(tmp_path: Path, failing: str) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    tool(tmp_path / "build_spec/linux/setup.sh", PASSES)
    tool(tmp_path / "resources/data/reference.db", "")  # no older than what it is made from
    for name in ("python", "lint-imports"):
        tool(tmp_path / ".venv/bin" / name, FAILS if name == failing else PASSES)
    done = subprocess.run(["make", "lint"], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode
