"""How long a process stood ready while others had the processor."""

from pathlib import Path


def waited_for_processor(process: int | str = "self") -> float:
    """Seconds that the main thread could have run and did not; 0 where nobody counts them."""
    try:
        return int(Path(f"/proc/{process}/schedstat").read_text().split()[1]) / 1e9
    except OSError:
        return 0.0
