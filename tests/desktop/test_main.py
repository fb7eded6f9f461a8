"""The one entry: commands never load Qt."""

import subprocess
import sys

CODE = """
import sys
from desktop.__main__ import main
main(["show", "economy-2"])
sys.exit("PySide6" in sys.modules)
"""


def test_a_command_does_not_import_qt(data: None) -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "فناوری‌های نوظهور" in done.stdout
