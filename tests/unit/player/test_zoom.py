"""The player in the browser finds the parts of the row of cells, and its way between the levels.

Run in the Node.js that Playwright brings along, so that no browser has to be opened.
"""

import numpy as np
import pytest

from lstm_viz.figures.film import film
from lstm_viz.figures.unrolled.row import unrolled
from lstm_viz.player import compressed, payload
from lstm_viz.player.row import with_rows
from lstm_viz.scenes.all_together import record as together
from tests.unit.node import in_node

HARNESS = """
import { openFilm } from "player/film/open.js";
import { carry } from "player/picture/zoom.js";
const answersOf = (film) => ({
  parts: ({ layout, t }) => film.picture(layout, "row").parts(t),
  seen: ({ layout, t }) => film.picture(layout, "row").seen(t) ?? null,
  size: ({ name, level }) => {
    const { width, height } = film.picture(name, level);
    return [width, height];
  },
  carried: ({ a, b }) => carry(a, b, "own"),
});
const answer = async ({ sent, asked }) => {
  const answers = answersOf(await openFilm(sent));
  return asked.map(({ what, ...rest }) => answers[what](rest));
};
"""


def story():
    told = together.run("again")
    return film(told.trace, tokens=told.inputs.tokens, columns=told.inputs.columns)


@pytest.fixture(scope="module")
def in_javascript(tmp_path_factory):
    """questions -> what the player's own code answers for the row of `story`."""
    node = in_node(tmp_path_factory.mktemp("node"), HARNESS)
    shown = story()
    sent = compressed(with_rows(payload(shown), shown, level="row"))
    return lambda *asked: node({"sent": sent, "asked": asked})


@pytest.mark.parametrize("layout", ["wide", "tall"])
def test_the_parts_of_a_step_are_where_its_cell_is(in_javascript, layout):
    row = unrolled(story(), layout)
    first, third = in_javascript(*({"what": "parts", "layout": layout, "t": t} for t in (0, 2)))
    move = 2 * np.array(row.shift)
    for name, wire in first["wires"].items():
        np.testing.assert_allclose(
            third["wires"][name]["points"], np.array(wire["points"]) + move, atol=1e-6
        )
    for name, strip in first["strips"].items():
        np.testing.assert_allclose(
            third["strips"][name]["at"], np.array(strip["at"]) + move, atol=1e-6
        )
    np.testing.assert_allclose(third["ops"], np.array(first["ops"]) + np.append(move, 0), atol=1e-6)


def test_of_a_column_the_cell_at_work_is_seen_and_of_a_row_all(in_javascript):
    row = unrolled(story(), "tall")
    assert row.window < row.height
    found = in_javascript(*({"what": "seen", "layout": "tall", "t": t} for t in range(5)))
    for (x0, y0, x1, y1), (_, top, _, bottom) in zip(found, row.cells, strict=True):
        assert (x0, x1) == (0, row.width) and y1 - y0 == pytest.approx(row.window)
        assert y0 <= top and bottom <= y1
    assert in_javascript({"what": "seen", "layout": "wide", "t": 3}) == [None]


def test_a_level_has_its_picture(in_javascript):
    shown = story()
    for name in ("wide", "tall"):
        diagram, row = shown.views[name].diagram, unrolled(shown, name)
        cell, rows = in_javascript(
            *({"what": "size", "name": name, "level": level} for level in ("cell", "row"))
        )
        assert cell == [diagram.width, diagram.height] and rows == [row.width, row.height]


def test_the_camera_takes_one_box_to_another(in_javascript):
    a = {"x": 10, "y": 20, "width": 40, "height": 50}
    b = {"x": 0, "y": 5, "width": 400, "height": 100}
    stay, go = in_javascript(
        {"what": "carried", "a": a, "b": a}, {"what": "carried", "a": a, "b": b}
    )
    assert stay == "translate(0px, 0px) scale(1, 1) own"
    assert go == "translate(-100px, -35px) scale(10, 2) own"  # 10 -> 0 and 20 -> 5
