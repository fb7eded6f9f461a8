"""What the executable leaves out is asked for by nothing that it carries."""

import json
import subprocess
import sys
from pathlib import Path

from build_spec.trim import EXCLUDED_MODULES, lazy_modules

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import importlib, json, sys
excluded, wanted = map(json.loads, sys.argv[1:])
for name in excluded:
    sys.modules[name] = None
for name in wanted:
    importlib.import_module(name)
"""


def test_every_module_carried_can_be_imported_without_those_left_out() -> None:
    words = [json.dumps(names) for names in (EXCLUDED_MODULES, lazy_modules(ROOT))]
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
