"""The browser knows of all units of a network what the run computed: checked in Node.js."""

import re
from itertools import product

import numpy as np
import pytest

from lstm_viz.figures.film import SHOWN
from lstm_viz.figures.style import THEMES, resolve
from lstm_viz.notation import number
from lstm_viz.player import compressed
from lstm_viz.player.units import units_payload, window
from tests.unit.node import in_node
from tests.unit.player.test_units import LETTERS, network

HARNESS = """
import { derivationHtml } from "player/drawer/derivation.js";
import { cellAt } from "player/film/diagram.js";
import { openFilm } from "player/film/open.js";
import { fillNumbers } from "player/film/words.js";
import { shadeOf, shadesOf } from "player/picture/field_paint.js";
import { resolve } from "player/shared/patches.js";
import { between, fieldHtml } from "player/picture/fields_view.js";
const answersOf = (film) => ({
  all: ({ name }) => [...Array(film.steps).keys()].map(
    (t) => Array.from(film.valuesOfAll(name, t))),
  frames: ({ layout, places }) => places.map(([t, k]) => film.picture(layout).frame(film, t, k)),
  fields: ({ layout, t, k }) => film.picture(layout).composeFields(film, t, k),
  told: ({ places, unit }) => places.map(([t, k]) => {
    const { numbers, sentence } = film.templates({ t, stage: k, unit });
    return [numbers, sentence].map((text) => fillNumbers(film, text, t, unit));
  }),
  where: ({ name, k, t }) => derivationHtml(film, name, k, t),
  places: ({ at }) => [film.inward(at), film.outward(film.inward(at))],
  cell: ({ field, points }) => points.map(([x, y]) => cellAt(field, x, y)),
  colours: ({ name, palette, shares }) => {
    const shades = shadesOf(film, [name], palette)[name];
    return shares.map((share) => shadeOf(shades, share));
  },
  resolved: ({ roles, palette }) => resolve(roles, palette),
  way: ({ a, b, share }) => between(a, b, share),
  tip: ({ name, n, at }) => fieldHtml(film, name, n, at),
});
const answer = async ({ film, asked }) => {
  const answers = answersOf(film && (await openFilm(film)));
  return asked.map(({ what, ...rest }) => answers[what](rest));
};
"""
UNITS = (5, 0, 30)
STEPS, AT = 700, 437


@pytest.fixture(scope="module")
def ask_node(tmp_path_factory):
    return in_node(tmp_path_factory.mktemp("node"), HARNESS)


@pytest.fixture(scope="module")
def run():
    """(the whole run, its weights, its tokens, the payload, its window)."""
    trace, weights, tokens = network(hidden=40, steps=STEPS)
    data = units_payload(trace, tokens=tokens, columns=LETTERS, weights=weights, units=UNITS, at=AT)
    return trace, weights, tokens, data, window(STEPS, 40, AT)


@pytest.fixture
def ask(ask_node, run):
    def ask(**asked):
        return ask_node({"film": compressed(run[3]), "asked": [asked]})[0]

    return ask


def text_of(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html))


@pytest.mark.parametrize("name", SHOWN)
def test_values_of_all_units_are_those_of_the_run(ask, run, name):
    trace, _, _, _, (first, stop) = run
    expected = getattr(trace, name)[first:stop]
    np.testing.assert_allclose(np.array(ask(what="all", name=name)), expected, atol=2e-4)


@pytest.mark.parametrize("layout", ["wide", "tall"])
def test_strips_show_the_chosen_units(ask, run, layout):
    trace, _, _, data, (first, stop) = run
    (base,) = [one for one in data["views"][layout]["data"] if one["name"] == "strips"]
    places = [(t, 6) for t in (0, 7, stop - first - 1)]  # c is computed
    for (t, _), frame in zip(places, ask(what="frames", layout=layout, places=places), strict=True):
        shown = dict(zip(map(tuple, base["customdata"]), frame["strips"]["text"], strict=True))
        for name in ("h_prev", "c_prev", "f", "i", "g", "kept", "written", "c"):
            for k, unit in enumerate(UNITS):
                value = np.float32(getattr(trace, name)[first + t, unit])
                assert shown[name, k] == number(value, sign=name not in "fi"), (t, name, unit)


def test_sentences_name_units_and_steps_by_their_own_numbers(ask, run):
    trace, _, tokens, _, (first, _) = run
    said = [
        text for _, text in ask(what="told", places=[(AT - first, k) for k in range(10)], unit=2)
    ]
    assert f"Step {AT + 1} reads “{tokens[AT]}”" in said[0]
    assert f"unit 31 will keep {100 * trace.f[AT, UNITS[2]]:.0f} %" in said[1]
    assert f"unit 31 now holds {number(trace.c[AT, UNITS[2]])}" in said[6]


def test_a_field_is_empty_until_its_signal_is_computed_and_goes_on_with_it(ask, run):
    trace, _, _, data, (first, _) = run
    t = AT - first
    boxes = {name: field["box"] for name, field in data["views"]["wide"]["fields"].items()}
    looks = {
        k: {f["name"]: f for f in ask(what="fields", layout="wide", t=t, k=k)} for k in (1, 6, 9)
    }
    assert set(looks[1]) == set(SHOWN)
    assert [looks[1][name]["seen"] for name in ("f", "h_prev", "c_prev", "i")] == [1, 1, 0.5, 0]
    for name in ("f", "c", "kept"):
        expected = getattr(trace, name)[AT] / data["scales"][name]
        np.testing.assert_allclose(looks[6][name]["shares"], expected, atol=2e-4)
    assert looks[6]["c"]["at"] == list(boxes["c"][:2])
    assert looks[9]["c"]["at"] == list(boxes["c_prev"][:2]) and looks[9]["h"]["at"] == list(
        boxes["h_prev"][:2]
    )
    assert looks[9]["c_prev"]["seen"] == 0
    assert np.argmax(looks[9]["x"]["shares"]) == np.argmax(trace.x[AT + 1])


def test_a_sum_shows_its_largest_terms_and_the_others_together(ask, run):
    trace, weights, _, _, (first, _) = run
    unit, gate_row = UNITS[1], 1  # f
    html = ask(what="where", name="f", k=1, t=AT - first)
    rows = [text_of(row).split() for row in re.findall(r"<tr.*?</tr>", html, re.S)]
    number = lambda text: float(text.replace("−", "-"))  # noqa: E731
    products = weights["weight_hh"][gate_row * 40 + unit] * trace.h[AT - 1]
    largest = np.argsort(-np.abs(products))[:8]
    shown = [row for row in rows if "unit" in row]
    assert [int(row[row.index("unit") + 1]) - 1 for row in shown] == largest.tolist()
    for row, k in zip(shown, largest, strict=True):
        assert number(row[-1]) == pytest.approx(products[k], abs=6e-5)
    (others,) = [row for row in rows if "together" in row]
    assert "32" in others
    assert number(others[-1]) == pytest.approx(products.sum() - products[largest].sum(), abs=6e-5)
    made = sum(number(row[-1]) for row in rows if row[-1] != "product" and row[0] != "sum")
    (total,) = [number(row[-1]) for row in rows if row[0] == "sum"]
    assert total == pytest.approx(trace.z_f[AT, unit], abs=6e-5)
    assert made == pytest.approx(total, abs=6e-4)  # eleven rounded terms


def test_a_derivation_is_headed_by_the_units_and_the_steps_own_numbers(ask, run):
    first = run[4][0]
    assert f"unit 6 , step {AT + 1}" in text_of(
        ask(what="where", name="c", k=0, t=AT - first)
    ).replace("unit 6,", "unit 6 ,")


def test_a_value_from_before_the_window_is_said_to_come_from_there(ask, run):
    trace, _, _, _, (first, _) = run
    said = text_of(ask(what="where", name="c_prev", k=2, t=0))
    assert f"of step {first}" in said
    assert f"{trace.c[first - 1, UNITS[2]]:.4f}".replace("-", "−") in said


def test_the_one_cell_of_x_is_the_letter_that_is_read(ask, run):
    _, _, tokens, _, (first, _) = run
    said = text_of(ask(what="where", name="x", k=0, t=3))
    assert f"“{tokens[first + 3]}”" in said and "1" in said


def test_places_are_counted_in_the_whole_run_and_network(ask, run):
    first = run[4][0]
    inside, outside = ask(what="places", at={"t": AT, "stage": 4, "unit": 30})
    assert inside == {"t": AT - first, "stage": 4, "unit": 2}
    assert outside == {"t": AT, "stage": 4, "unit": 30}
    assert ask(what="places", at={"t": AT, "stage": 0, "unit": 17})[0]["unit"] == 0  # not chosen


def test_a_point_finds_its_tiny_cell(ask):
    field = {"box": [10, 20, 50, 40], "columns": 4, "rows": 2, "cells": 7}
    points = [(10.1, 20.1), (49.9, 29), (21, 31), (41, 31), (9, 25), (30, 41), (39.9, 39.9)]
    assert ask(what="cell", field=field, points=points) == [0, 3, 5, -1, -1, -1, 6]


def test_a_tiny_cell_says_its_unit_and_value(ask, run):
    trace, _, _, _, (first, _) = run
    at = {"t": AT - first, "stage": 6}
    said = text_of(ask(what="tip", name="c", n=17, at=at))
    assert "unit 18 :" in said.replace("unit 18:", "unit 18 :")
    assert f"{trace.c[AT, 17]:.2f}".replace("-", "−") in said
    assert "(above)" in ask(what="tip", name="c", n=30, at=at)
    assert "not computed yet" in ask(what="tip", name="h", n=17, at=at)


def test_colours_are_those_of_the_scale(ask):
    colours = {"values": [[0, "#000000"], [0.5, "#808080"], [1, "#ff0000"]], "f": "#ff0000",
               "pale_f": "#ffffff"}  # fmt: skip
    black, grey, red, white = (
        f"rgba({rgb}, 1)" for rgb in ("0, 0, 0", "128, 127, 127", "255, 0, 0", "255, 255, 255")
    )
    found = ask(what="colours", name="c", palette=colours, shares=[-1, 0, 1, 5, -9])
    assert found == [black, grey, red, red, black]
    found = ask(what="colours", name="f", palette=colours, shares=[0, 1, 5, -9])
    assert found == [white, red, red, white]


@pytest.mark.parametrize("theme", THEMES)
def test_a_value_has_the_colour_that_python_gives_it(ask, theme):
    colours = THEMES[theme]
    asked = product(("", "on "), ("values", "f", "i", "o", "r", "z"), range(-16, 17))
    roles = ["$ink", *(f"${on}{scale}@{k / 16}" for on, scale, k in asked)]
    found = ask(what="resolved", roles=roles, palette=colours)
    for role, colour, wanted in zip(roles, found, resolve(roles, colours), strict=True):
        channels = [int(part) for part in re.findall(r"\d+", colour)][:3]
        if colour.startswith("#"):
            channels = [int(colour[k : k + 2], 16) for k in (1, 3, 5)]
        assert channels == [int(wanted[k : k + 2], 16) for k in (1, 3, 5)], role


def test_what_comes_in_has_its_own_colours_and_what_moves_is_between(ask):
    empty = {"at": [0, 0], "seen": 0, "shares": [0.9]}
    there = {"at": [10, 20], "seen": 1, "shares": [0.5]}
    assert ask(what="way", a=empty, b=there, share=0.5) == {
        "at": [5, 10],
        "seen": 0.5,
        "shares": [0.5],
    }
    other = {"at": [10, 20], "seen": 0.5, "shares": [-0.5]}
    assert ask(what="way", a=there, b=other, share=0.5) == {
        "at": [10, 20], "seen": 0.75, "shares": [0],
    }  # fmt: skip
