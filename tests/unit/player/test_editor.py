"""What can be changed of a run is what its cell has: an LSTM, a GRU, a simple RNN."""

import re
from dataclasses import replace

import numpy as np
import pytest

from lstm_viz import GRU, LSTM, RNN
from lstm_viz.figures.film import film
from lstm_viz.player import compressed, payload
from lstm_viz.scenes.step_through.edits import Edit, clamped, shapes
from tests.unit.node import in_node

HARNESS = """
import { editorHtml } from "player/drawer/editor.js";
import { openFilm } from "player/film/open.js";
const answer = async ({ film, tab, t }) =>
  editorHtml(Object.assign(await openFilm(film), { editable: true, edited: {} }), tab, t);
"""
FIELD = re.compile(r'value="([^"]*)".*?data-target="(\w+)" data-index="([\d.]+)"', re.DOTALL)


@pytest.fixture(scope="module")
def editor(tmp_path_factory):
    """The editor of a run of three units and two inputs, in a tab at a step."""
    ask = in_node(tmp_path_factory.mktemp("node"), HARNESS)

    def editor(kind, tab, t=0, stretch=None):
        rng = np.random.default_rng(2)
        cell = kind.init(input_size=2, hidden_size=3, rng=rng)
        biases = {name: rng.normal(size=a.shape) for name, a in cell.parameters.items()}
        cell = replace(cell, **{k: v for k, v in biases.items() if "bias" in k})
        trace = cell.run(rng.normal(size=(6, 2)), rng.normal(size=3))
        sent = payload(film(trace, stretch=stretch), weights=cell.parameters)
        html = ask({"film": compressed(sent), "tab": tab, "t": t})
        fields = re.findall(
            r'value="([^"]*)".*?data-target="(\w+)" data-index="([\d.]+)"', html, re.S
        )
        return cell, trace, html, fields

    return editor


@pytest.mark.parametrize("kind", [LSTM, GRU, RNN])
def test_every_number_that_can_be_changed_has_one_field_with_its_value(editor, kind):
    largest, found = shapes(6, 2, 3, kind), []
    _, _, html, _ = editor(kind, "start")
    for tab in re.findall(r'data-tab="(\w+)"', html):
        for t in range(6) if tab == "x" else (0,):
            cell, trace, _, fields = editor(kind, tab, t)
            for value, target, index in fields:
                at = tuple(map(int, index.split(".")))
                assert Edit(target, at, 0.0).fits(largest[target]), (tab, target, at)
                found.append((target, at))
                if target != "clamp":
                    array = cell.parameters.get(target, getattr(trace, target, None))
                    assert float(value) == pytest.approx(array[at], rel=6e-4, abs=1e-6)
    assert len(found) == len(set(found)) == sum(int(np.prod(size)) for size in largest.values())


def test_only_what_is_a_gate_can_be_held(editor):
    for kind, gates in ((LSTM, "figo"), (GRU, "rzn"), (RNN, "")):
        assert "".join(clamped(kind)) == gates
    _, _, html, _ = editor(RNN, "h")
    assert "hold at" not in html and "Hold all" not in html and "clamp" not in html
    _, _, html, _ = editor(GRU, "n")
    assert "hold at" in html and html.count('data-target="clamp" data-index="2.') == 3


def test_the_gate_that_was_looked_at_in_another_cell_gives_way_to_the_first(editor):
    _, _, html, _ = editor(GRU, "f")
    assert 'data-tab="r" aria-pressed="true"' in html
    _, _, html, _ = editor(RNN, "start")
    assert "c₀" not in html and "cell state" not in html


def test_in_a_later_stretch_steps_and_first_states_are_those_of_the_run(editor):
    _, trace, html, fields = editor(LSTM, "x", t=1, stretch=(3, 6))
    assert "at step 5, “step 5”" in html
    assert [(target, index) for _, target, index in fields] == [("x", "4.0"), ("x", "4.1")]
    _, trace, _, fields = editor(LSTM, "start", stretch=(3, 6))
    first = [float(value) for value, target, _ in fields if target == "h0"]
    np.testing.assert_allclose(first, trace.h0, rtol=6e-4)
