"""Whether the reader's file is whole, so that it may be written to; found out when first needed."""

from collections.abc import Callable
from threading import Lock

from db.errors import KnownError

FOUND_DAMAGED = (
    "پرونده‌ی یادداشت‌ها روی دیسک آسیب دیده است و چیزی در آن نوشته نمی‌شود. "
    "برنامه را ببندید و دوباره باز کنید تا هر چه خواندنی است برگردد."
)


class Wholeness:
    """The first thread that asks has the file examined, the others wait for the answer."""

    def __init__(self, look: Callable[[], bool] | None = None) -> None:
        """`look` reads the file and says whether it is whole; without it that is known already."""
        self._look, self._looking = look, Lock()
        self._whole: bool | None = None if look else True

    @property
    def known(self) -> bool | None:
        """What was found; None before anybody looked."""
        return self._whole

    def require(self) -> None:
        """Return when the file is known to be whole; KnownError when it is not or is not read."""
        if self._whole:
            return
        with self._looking:
            if self._whole is None and self._look is not None:
                self._whole = self._look()
        if not self._whole:
            raise KnownError(FOUND_DAMAGED)
