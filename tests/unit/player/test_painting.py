"""A picture that is being painted is not undone by a film that was made before the last stroke."""

import pytest

from tests.unit.node import in_node

HARNESS = """
import { Painting } from "player/player/painting.js";
const palette = [{ name: "black", colour: "000" }, { name: "white", colour: "fff" }];
const filmOf = (cells) => ({ painting: { name: "it", side: 2, cells, palette, places: {} } });
const answer = async (given) => {
  const { films = [], told = "", painting = false, cells = "", from, to, keys = [] } = given;
  const heard = [];
  const it = new Painting({ camera: null }, (text) => heard.push(text));
  it.paint = () => null;
  it.open(filmOf("ffffffffffff"));
  if (cells) it.cells = cells.match(/.../g);
  Object.assign(it, { told, pointer: painting ? 1 : undefined });
  for (const sent of films) it.open(filmOf(sent));
  if (from) {
    const box = { x: 0, y: 0, width: 20, height: 20 };
    it.element = { getBoundingClientRect: () => box, setPointerCapture: () => null };
    it.begin({ button: 0, pointerId: 1, clientX: from[0], clientY: from[1] });
    it.drag({ clientX: to[0], clientY: to[1] });
    it.end();
  }
  const taken = keys.map((key) => {
    let prevented = false;
    it.key({ key, preventDefault: () => (prevented = true) });
    return prevented;
  });
  it.rest();
  return { cells: it.cells.join(""), heard, taken };
};
"""
WHITE, BLACK = "fff", "000"


@pytest.fixture(scope="module")
def painted(tmp_path_factory):
    """The pixels, what Python was told, and which keys were taken."""
    return in_node(tmp_path_factory.mktemp("node"), HARNESS)


def test_a_film_that_comes_while_one_paints_takes_nothing_away(painted):
    now = BLACK + 3 * WHITE
    assert painted({"painting": True, "cells": now, "films": [4 * WHITE]})["cells"] == now
    assert painted({"told": now, "cells": now, "films": [4 * WHITE]})["cells"] == now
    after = [4 * WHITE, now, 4 * BLACK]
    assert painted({"told": now, "cells": now, "films": after})["cells"] == 4 * BLACK


def test_a_quick_stroke_leaves_no_gaps(painted):
    found = painted({"from": [2, 2], "to": [19, 19]})
    assert found["cells"] == BLACK + 2 * WHITE + BLACK and found["heard"] == [found["cells"]]
    beyond = painted({"from": [2, 2], "to": [90, -50]})
    assert beyond["cells"] == 2 * BLACK + 2 * WHITE


def test_keys_move_choose_and_paint_and_others_are_left_to_the_page(painted):
    found = painted({"keys": ["ArrowRight", " ", "PageDown", "2", "1", "Enter", "z", "9"]})
    assert found["cells"] == WHITE + BLACK + WHITE + BLACK
    assert found["taken"] == [True] * 6 + [False] * 2
    assert found["heard"] == [found["cells"]], "told once they rest"
    assert painted({"keys": ["ArrowLeft", "2"]})["heard"] == []
