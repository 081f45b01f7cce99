"""The panel beside the picture says the run's numbers: computed in the browser, checked here.

Run in the Node.js that Playwright brings along, as in ``test_mirrors``.
"""

import re
from html.parser import HTMLParser
from importlib.resources import files

import numpy as np
import pytest

from lstm_viz.figures.film import film
from lstm_viz.figures.style import DARK, LIGHT
from lstm_viz.lesson.gates import Hold, run
from lstm_viz.notation import number
from lstm_viz.player import compressed, payload
from tests.gate_scenes import GATE_STAGES, GIVEN
from tests.unit.node import in_node

HARNESS = """
import { openFilm } from "player/film/open.js";
import { workingsHtml } from "player/workings/workings.js";
const answer = async ({ sent, places }) => {
  const film = await openFilm(sent);
  return places.map((at) => workingsHtml(film, at));
};
"""
FACTORS = {"f": ("f", "c_prev", "kept"), "i": ("i", "g", "written"), "o": ("o", "tanh_c", "h")}
SCENES = (("forget-gate", "f"), ("input-gate", "i"), ("output-gate", "o"))
SIZES = {"x": "weight_ih", "h": "weight_hh"}


@pytest.fixture(scope="module")
def panels(tmp_path_factory):
    """(scene, run, places) -> the panels of these places, as HTML."""
    node = in_node(tmp_path_factory.mktemp("node"), HARNESS)

    def ask(id, now, places):
        story = film(
            now.trace, tokens=now.tokens, columns=now.inputs.columns,
            stages=GATE_STAGES[id], given=GIVEN[id],
        )  # fmt: skip
        sent = compressed(payload(story, weights=now.cell.parameters, overview=False))
        at = [{"t": t, "stage": k, "unit": unit} for t, k, unit in places]
        return node({"sent": sent, "places": at})

    return ask


class Closed(HTMLParser):
    """Collects texts of cells and sees that every element is closed in order."""

    VOID = frozenset(("circle", "line", "polyline"))

    def __init__(self, html):
        super().__init__()
        self.open, self.cells, self.text = [], [], ""
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.open.append(tag)
        if tag == "td" and "lv-v" in (dict(attrs).get("class") or ""):
            self.cells.append("")

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data
        if self.open and self.open[-1] == "td" and self.cells:
            self.cells[-1] += data if re.fullmatch(r"\s*−?[\d.]+\s*", data) else ""


def shown(values):
    return [number(value) for value in np.float32(values)]


def stage_of(id, work):
    return next(k for k, stage in enumerate(GATE_STAGES[id]) if stage.work == work)


@pytest.mark.parametrize("id", GATE_STAGES)
def test_every_stage_with_work_has_a_panel_that_is_sound(id, panels):
    stages = GATE_STAGES[id]
    for now in (run(), run(Hold("f", 0.2, 1)), run(Hold("o", 1.0))):
        places = [(t, k, t % 4) for t in range(len(now.trace)) for k in range(len(stages))]
        for (_, k, _), html in zip(places, panels(id, now, places), strict=True):
            assert bool(html) == bool(stages[k].work)
            found = Closed(html)
            assert "NaN" not in html and "undefined" not in html and "{" not in found.text
            if html:
                assert "lv-chosen" in html or "aria-current" in html or "unit" in found.text


@pytest.mark.parametrize(
    "id, gate", [("forget-gate", "f"), ("input-gate", "i"), ("output-gate", "o")]
)
@pytest.mark.parametrize("vector", ["x", "h"])
def test_the_product_is_weights_times_values(id, gate, vector, panels):
    now = run()
    rows = now.cell.rows(gate)
    weights = now.cell.parameters[SIZES[vector]][rows]
    k = stage_of(id, f"row_{vector} {gate}")
    for t, html in enumerate(panels(id, now, [(t, k, 2) for t in range(len(now.trace))])):
        found = Closed(html)
        values = (now.trace.x if vector == "x" else now.trace.h_prev)[t]
        told = [str(int(v)) for v in values] if vector == "x" else shown(values)
        assert found.cells == [*shown(weights.ravel()), *told, *shown(weights @ values)]
        assert f"rows {rows.start} to {rows.stop - 1}" in found.text
        total = re.search(r"= (−?\d+\.\d\d)", " ".join(found.text.split()))[1]
        assert total == number(np.float32(weights[2] @ values))


@pytest.mark.parametrize(
    "id, work", [("forget-gate", "bias f"), ("input-gate", "bias i"), ("input-gate", "sum g"),
                 ("output-gate", "bias o")],
)  # fmt: skip
def test_the_sum_is_the_pre_activation(id, work, panels):
    now, gate = run(), work[-1]
    rows = now.cell.rows(gate)
    t = 3
    (html,) = panels(id, now, [(t, stage_of(id, work), 0)])
    wx = now.cell.weight_ih[rows] @ now.trace.x[t]
    uh = now.cell.weight_hh[rows] @ now.trace.h_prev[t]
    z = getattr(now.trace, f"z_{gate}")[t]
    table = np.stack([wx, uh, now.cell.bias[rows], z], axis=1)
    assert Closed(html).cells == shown(table.ravel())
    same = "are all 1.00" if gate == "f" else "are all 0.00"
    assert same in Closed(html).text, "the biases of this network"


@pytest.mark.parametrize(
    "id, gate", [("forget-gate", "f"), ("input-gate", "g"), ("output-gate", "c")]
)
def test_every_unit_rides_on_the_curve(id, gate, panels):
    now = run()
    source, result = ("c", "tanh_c") if gate == "c" else (f"z_{gate}", gate)
    (html,) = panels(id, now, [(1, stage_of(id, f"squash {gate}"), 3)])
    ins, outs = getattr(now.trace, source)[1], getattr(now.trace, result)[1]
    assert Closed(html).cells == [*shown(ins), *shown(outs)]
    assert html.count("lv-rider") == len(ins)
    s = outs[3]
    slope = 1 - s**2 if gate in "gc" else s * (1 - s)
    assert f"slope there {number(slope)}" in Closed(html).text


def test_a_held_gate_stands_beside_the_curve_and_says_so(panels):
    now = run(Hold("f", 0.2, 1))
    k = stage_of("forget-gate", "squash f")
    held, free = panels("forget-gate", now, [(0, k, 1), (0, k, 2)])
    own = number(np.float32(now.own("f")[0, 1]))
    assert f"held at 0.20 by hand; σ would make {own}." in Closed(held).text
    assert held.count("lv-rider") == 5 and "by hand" not in free
    for said in ("slope", "gets through"):  # of a unit that is held, nothing does
        assert said in Closed(free).text and said not in Closed(held).text


@pytest.mark.parametrize(
    "id, work",
    [("forget-gate", "effect f"), ("input-gate", "effect i"), ("output-gate", "effect o")],
)
def test_the_effect_is_shown_for_all_units(id, work, panels):
    now, gate = run(Hold(work[-1], 0.35, 0)), work[-1]
    (html,) = panels(id, now, [(4, stage_of(id, work), 0)])
    table = np.stack([getattr(now.trace, name)[4] for name in FACTORS[gate]], axis=1)
    assert Closed(html).cells == shown(table.ravel())
    assert "held at 0.35 by hand" in Closed(html).text


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_numbers_can_be_read_on_every_colour_of_their_cells(colours):
    """WCAG AA: at least 4.5 to 1 up to the share at which the panel's colours stop."""
    source = (files("lstm_viz.player") / "js" / "workings" / "parts.js").read_text("utf-8")
    soft = float(re.search(r"const SOFT = ([\d.]+);", source)[1])
    stops = colours["values"]
    for share in np.linspace(-soft, soft, 53):
        channels = [
            np.interp((share + 1) / 2, [at for at, _ in stops], values)
            for values in zip(*(rgb(colour) for _, colour in stops), strict=True)
        ]
        pair = sorted((luminance(channels), luminance(rgb(colours["ink"]))))
        assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5, share


def rgb(colour):
    return [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]


def luminance(channels):
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return float(np.dot(linear, (0.2126, 0.7152, 0.0722)))
