"""What page tests share by name."""

from base64 import b64encode
from collections.abc import Iterator

import pytest
from streamlit.components.v2 import manifest_scanner

from lstm_viz.scenes.train.controls import files, kept, state
from lstm_viz.scenes.train.record.training import ShownNetwork
from lstm_viz.ui import ahead, films, trainings


@pytest.fixture(autouse=True)
def served(monkeypatch: pytest.MonkeyPatch) -> None:
    """The address of a film says what is there: no browser fetches it (``helpers.handed``)."""
    monkeypatch.setattr(films, "served", lambda data, *_: "/" + b64encode(data).decode())


@pytest.fixture(scope="session", autouse=True)
def nothing_is_made_ahead() -> Iterator[None]:
    """Beside a page that is tested nothing runs, also not beside one that a whole file shares."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ahead, "once_ahead", lambda make: None)
        yield


@pytest.fixture
def own_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server on which nobody else trains, and where a slice is one step, however fast it is."""
    new: trainings.Trainings[ShownNetwork] = trainings.Trainings()
    for module in (kept, state, files):
        monkeypatch.setattr(module, "TRAININGS", new)
    monkeypatch.setattr(trainings, "SLICE", 0.0)


@pytest.fixture(scope="session", autouse=True)
def components_are_looked_for_once() -> Iterator[None]:
    """Streamlit reads what all installed packages say of themselves, for each app that is tested.

    That takes ten times as long as a page; and no package is installed while tests run.
    """
    with pytest.MonkeyPatch.context() as patch:
        found = manifest_scanner.scan_component_manifests()
        patch.setattr(manifest_scanner, "scan_component_manifests", lambda: found)
        yield
