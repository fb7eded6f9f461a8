"""Two kinds of failure, told apart where they are raised."""


class KnownError(Exception):
    """The environment's or the reader's fault; carries the Persian sentence the reader sees."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class PlaceError(KnownError):
    """The reader's folder cannot be used; another one may.

    `on_terminal` tells how to name it there; a window asks.
    """

    def __init__(self, sentence: str, on_terminal: str = "") -> None:
        super().__init__(f"{sentence} {on_terminal}".rstrip())
        self.in_window = sentence


class StoreError(KnownError):
    """The reader's file cannot be used now; the same act may be taken later."""


class BugError(Exception):
    """Our own fault: an assumption of the program does not hold."""
