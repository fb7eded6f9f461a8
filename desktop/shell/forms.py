"""Which form the window takes at a size and a zoom."""

from db.record import record

MINIMUM_WIDTH, MINIMUM_HEIGHT = 860, 460


@record
class Form:
    """Facts the parts of the window arrange themselves by."""

    wide: bool  # full rail and title
    drawer: bool  # the panel lies over the page, the menu bar is one button
    panel_width: int
    short: bool  # no status bar, short reader


def form_for(width: int, height: int, zoom: float) -> Form:
    """The form for a window's size in logical pixels, as large as it feels at this zoom."""
    effective_width, effective_height = width / zoom, height / zoom
    drawer = effective_width < 1000
    return Form(
        wide=effective_width >= 1180,
        drawer=drawer,
        panel_width=360 if drawer else 320 if effective_width < 1300 else 384,
        short=effective_height < 620,
    )
