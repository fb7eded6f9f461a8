"""What belongs together, in a frame of its own."""

from PySide6.QtWidgets import QFrame, QVBoxLayout


class Card(QFrame):
    """`rows` are one below the other; `around` is the room left, top, right and below them."""

    def __init__(self, spacing: int, around: tuple[int, int, int, int] = (16, 12, 16, 12)) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(*around)
        self.rows.setSpacing(spacing)
