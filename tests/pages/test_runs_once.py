"""A network runs once: a page runs what it shows, and nothing again while nothing changes."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lstm_viz.cells import GRU, LSTM, RNN
from lstm_viz.lesson.contents import SCENES
from lstm_viz.scenes.read_along import record as reading_record
from tests.pages.helpers import open_at, sound, visit

Change = Callable[[AppTest], Any]


@dataclass(frozen=True)
class Visited:
    """A page as a link opens it, and a change on it, with the runs that each needs."""

    page: str
    opening: int | None
    """None: as many as there is time for."""
    changing: int = 0
    change: Change | None = None
    query: tuple[tuple[str, str], ...] = ()


def slide(key: str, value: float) -> Change:
    return lambda at: at.slider(key=key).set_value(value)


def _hold_in_the_text(at: AppTest) -> None:
    at.slider(key="read_along_value").set_value(0.5)
    at.button(key="read_along_hold_it").click()


def _put_in(at: AppTest) -> None:
    at.button(key="start_put_waits").click()


FRIEND = (("preset", "friend"),)
# A gate scene runs its story, and once more with the gate held open. A question that is asked again
# may be about another story, which is read once a server.
VISITED = (
    # The story, by the LSTM and by the RNN; in the cell the same story.
    Visited("start", 3, 2, _put_in, (("change", "yes"),)),
    Visited("start", 3, query=(("part", "cell"),)),
    Visited("phone-call", 1, 1, lambda at: at.toggle(key="what_if").set_value(True)),
    Visited("squashing", 1, 1, slide("squashing_gain", 1.5), (("part", "tanh"),)),
    Visited("squashing", 0, 0, slide("squashing_z", 1.5)),  # σ alone
    Visited("forget-gate", 2),
    Visited("input-gate", 4),  # and the story in which an apple is eaten
    Visited("cell-state", 4),  # the story, by the LSTM and by the RNN; and both are asked
    Visited("output-gate", 3),  # and a story with more apples
    Visited("all-together", 3),  # the story; the row of words is read by the RNN, too
    Visited("how-it-learns", None),
    Visited("how-it-learns", None, 1, slide("how-it-learns_gain", 1.5), (("train", "gradient"),)),
    # Three cells; two of them with open gates; the LSTM for its two roads.
    # A question that is asked again is about a cell of its own.
    Visited("gradients", 7, 6, slide("gradients_gain", 2.0)),
    # The same without that question, and three cells for the matrices of their steps.
    Visited("gradients", 9, 0, slide("gradients_step", 7), (("part", "jacobian"),)),
    # The story and the line, each for its answer, its gradient, and with each input replaced.
    Visited("gradients", 6, query=(("part", "mattered"),)),
    Visited("your-turn", 1, 1, lambda at: at.button(key="turn_new").click()),
    Visited("costs", None),
    Visited("uses", None),  # six networks, one of them trained on the spot, once a server
    Visited("glossary", 0),
    Visited("step-through", 1, 1, lambda at: at.selectbox(key="network").select("latch"), FRIEND),
    Visited(
        "step-through", 1, 1, lambda at: at.text_input(key="text").set_value("one two"), FRIEND
    ),
    Visited("step-through", 1, 1, lambda at: at.text_input(key="seed").set_value("7"), FRIEND),
    Visited("read-along", 1, 1, _hold_in_the_text, (("panel", "hold"),)),
)


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One entry for each run of a cell from now on, on a server that has kept nothing yet."""
    st.cache_data.clear()
    for module in [module for name, module in sys.modules.items() if name.startswith("lstm_viz.")]:
        for kept in vars(module).values():
            if hasattr(kept, "cache_clear"):
                kept.cache_clear()
    none = reading_record.ReadingCache(reading_record._read)
    monkeypatch.setattr(reading_record, "READINGS", none)
    done: list[str] = []
    for cell in (LSTM, GRU, RNN):
        monkeypatch.setattr(cell, "run", _counted(cell.run, cell.__name__, done))
    return done


def _counted(run: Callable[..., Any], name: str, done: list[str]) -> Callable[..., Any]:
    def counted(*given: Any, **options: Any) -> Any:
        done.append(name)
        return run(*given, **options)

    return counted


def test_every_page_of_the_lesson_is_visited() -> None:
    assert {one.page for one in VISITED} >= {scene.id for scene in SCENES} | {"step-through"}


@pytest.mark.parametrize(
    "visited", VISITED, ids=lambda one: "-".join((one.page, *(value for _, value in one.query)))
)
def test_a_page_runs_what_it_shows_once(visited: Visited, runs: list[str]) -> None:
    at = open_at(page="glossary")
    if visited.page != "start":  # which the app has opened before it went to the glossary
        runs.clear()
    visit(at, visited.page, **dict(visited.query))
    assert visited.opening in (len(runs), None), "at opening"
    runs.clear()
    sound(at.run())
    assert runs == [], "nothing changed"
    if visited.change is None:
        return
    visited.change(at)
    sound(at.run())
    assert len(runs) == visited.changing, "after a change"
    runs.clear()
    sound(at.run())
    assert runs == [], "nothing changed since"
