"""A store beside a model of it, both of which go back and forth in time together."""

import tempfile
from copy import deepcopy
from pathlib import Path

from hypothesis.stateful import RuleBasedStateMachine, rule

from db.user.models import Outcome
from db.user.opening import open_store
from tests.db.user.conftest import ticking


class StoreMachine[Model](RuleBasedStateMachine):
    """`begin` before each act, `remember` after it; the model is of plain lists and sets."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "notes.db"
        self.store = open_store(self.path, clock=ticking()).store
        self.model = model
        self.past: list[Model] = []
        self.future: list[Model] = []

    def begin(self) -> Model:
        self.before = deepcopy(self.model)
        return self.model

    def remember[Value](self, outcome: Outcome[Value]) -> Value:
        """Let an act that changed something be one that can be taken back."""
        if outcome.change.rows:
            self.past.append(self.before)
            self.future.clear()
        return outcome.value

    @rule()
    def undo(self) -> None:
        assert (self.store.undo() is None) == (not self.past)
        if self.past:
            self.future.append(self.model)
            self.model = self.past.pop()

    @rule()
    def redo(self) -> None:
        assert (self.store.redo() is None) == (not self.future)
        if self.future:
            self.past.append(self.model)
            self.model = self.future.pop()

    @rule()
    def start_again(self) -> None:
        self.store.close()
        opening = open_store(self.path, clock=ticking())
        assert opening.sentence is None
        self.store = opening.store
        self.past.clear()
        self.future.clear()

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()
