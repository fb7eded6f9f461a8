"""Makes, proves and measures what is shipped."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
