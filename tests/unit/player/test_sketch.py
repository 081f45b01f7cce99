"""A curve that is being drawn is not undone by a film that was made before the last stroke."""

import pytest

from tests.unit.node import in_node

HARNESS = """
import { Sketch } from "player/player/sketch.js";
const filmOf = ({ name = "a", values }) => {
  const frame = {};
  const sketch = {
    name, values, trace: "yours", labels: ["1", "2"], start: 5, low: 0, high: 10, decimals: 1,
    places: { wide: { x: [0, 10, 20], top: 0, bottom: 100 } },
  };
  return { sketch, frame, picture: () => ({ frame: () => frame }) };
};
const answer = async ({ films, told, drawing, values }) => {
  const sketch = new Sketch({ camera: null }, () => null);
  sketch.open(filmOf({ values: [] }));
  Object.assign(sketch, { values, told, pointer: drawing ? 1 : undefined });
  let film;
  for (const sent of films) sketch.open((film = filmOf(sent)));
  return { values: sketch.values, drawn: film.frame.yours ?? null };
};
"""


@pytest.fixture(scope="module")
def sketched(tmp_path_factory):
    """The values, and what of them is put into the last film."""
    return in_node(tmp_path_factory.mktemp("node"), HARNESS)


def test_a_film_that_comes_while_one_draws_takes_what_is_drawn(sketched):
    now = {"told": "", "drawing": True, "values": [7, 8]}
    found = sketched({**now, "films": [{"values": [1, 2]}]})
    assert found["values"] == [7, 8]
    assert found["drawn"] == {"x": [0, 10, 20], "y": [50, 30, 20], "opacity": 1}


def test_a_film_of_before_the_last_stroke_is_no_newer_drawing(sketched):
    now = {"told": "7,8", "drawing": False, "values": [7, 8]}
    assert sketched({**now, "films": [{"values": [1, 2]}]})["values"] == [7, 8]
    after = [{"values": [1, 2]}, {"values": [7, 8]}, {"values": [3, 4]}]
    assert sketched({**now, "films": after})["values"] == [3, 4], "later ones are taken again"


def test_a_cleared_drawing_and_another_series_are_taken(sketched):
    now = {"told": "7,8", "drawing": False, "values": [7, 8]}
    assert sketched({**now, "films": [{"values": []}]})["values"] == []
    other = {**now, "drawing": True, "films": [{"name": "b", "values": [1, 2]}]}
    assert sketched(other)["values"] == [1, 2]
