"""The acts of the window; what each key does is proved beside the keyboard map."""

from desktop.main_window import MainWindow


def test_every_act_is_enabled_or_waits_for_a_place_or_a_question(window: MainWindow) -> None:
    window.open_item("economy-2")
    disabled = {a.key for a in window.actions_.acts() if not window.actions_[a.key].isEnabled()}
    assert disabled <= {"go.forward", "go.back", "search.accept", "search.insist"}


def test_going_by_key_takes_the_keyboard_along(window: MainWindow) -> None:
    window.activateWindow()
    window.search_box.begin()
    window.actions_["go.transport"].trigger()
    assert window.focusWidget() is window.axis.list
