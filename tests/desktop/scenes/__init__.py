"""Scenes that end in a signal: the signal, and the act of a person that it follows."""

from tests.desktop.scenes import pages, panel, search, shell

SCENES = shell.SCENES | panel.SCENES | search.SCENES | pages.SCENES
