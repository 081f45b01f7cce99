"""What page tests share by name."""

import pytest

from lstm_viz.scenes.train.controls import files, kept, state


@pytest.fixture
def own_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server on which nobody else trains, and where a slice is one step, however fast it is."""
    trainings = kept.Trainings()
    for module in (kept, state, files):
        monkeypatch.setattr(module, "TRAININGS", trainings)
    monkeypatch.setattr(kept, "SLICE", 0.0)
