"""Programs that stand for real ones."""

from pathlib import Path


def tool(path: Path, script: str) -> None:
    """A program at `path`, made of a shell script."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(script, "ascii")
    path.chmod(0o755)
