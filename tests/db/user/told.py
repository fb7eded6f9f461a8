"""What an act says of itself."""

from db.user.models import Change


def told(change: Change | None) -> str | None:
    """Its sentence; None where nothing was done."""
    return change.label if change else None
