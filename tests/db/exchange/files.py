"""Exchange files as small as they can be."""

import zipfile
from pathlib import Path

from db.exchange.kind import MEDIA_TYPE


def exchange_file(path: Path, media_type: str = MEDIA_TYPE) -> Path:
    """A zip whose first entry tells its media type."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", media_type)
    return path
