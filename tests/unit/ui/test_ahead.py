"""What is made ahead of those who ask for it."""

import pytest

from lstm_viz.scenes.how_it_learns import ahead
from lstm_viz.scenes.how_it_learns.controls import stage
from lstm_viz.ui import films
from lstm_viz.ui.ahead import once_ahead


def test_it_is_made_once_however_many_pages_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lstm_viz.ui.ahead.WAITS", 0.0)
    made: list[int] = []

    def make() -> None:
        made.append(1)

    for _ in range(3):
        once_ahead(make).join()
    assert made == [1]


def test_the_recorded_training_is_there_before_its_page_is_opened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept: list[str] = []
    monkeypatch.setattr(films, "keep", lambda data, _, place: kept.append(place))
    films._shelf.cache_clear()
    ahead.make()
    assert len(kept) == 1 and len(stage.recorded_film().film["questions"]) == 2
    assert len(kept) == 1, "the page finds what was made"
    films._shelf.cache_clear()
