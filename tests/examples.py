"""How many random examples a test draws, as a share of what the run asks for."""

from hypothesis import settings


def share(part: float) -> settings:
    """For tests whose examples are dear; the profiles are in tests/conftest.py."""
    asked = settings.get_current_profile_name()
    return settings(max_examples=round(settings.get_profile(asked).max_examples * part))
