"""Scenes that end in signals: those, by their names, and the act of a person that they follow."""

from tests.desktop.scenes import pages, panel, search, shell

SCENES = shell.SCENES | panel.SCENES | search.SCENES | pages.SCENES
