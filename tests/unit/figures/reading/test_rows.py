"""Rows stand under each other without a gap or an overlap, and heatmaps can be drawn of them."""

from itertools import pairwise

import numpy as np
import pytest

from lstm_viz.figures.reading.picture import TINT, colorscale, picture
from lstm_viz.figures.reading.rows import FINE, GAP, SIGNALS, rows
from lstm_viz.figures.style import LIGHT, THEMES, resolve
from lstm_viz.lesson.glossary import entry
from lstm_viz.signals import LSTM_SIGNALS, signal

UNITS = ((3,), (3, 0), (3, 55, 64, 56))
units = pytest.mark.parametrize("units", UNITS, ids=len)


@units
def test_rows_do_not_overlap(units):
    placed = rows(units)
    assert all(one.bottom <= other.top for one, other in pairwise(placed))
    assert placed[0].top >= 0


@units
def test_each_signal_of_the_chosen_unit_has_a_row_in_the_order_it_is_computed(units):
    of_unit = [row for row in rows(units) if row.group == "unit"]
    assert tuple(row.name for row in of_unit) == SIGNALS
    assert {row.unit for row in of_unit} == {units[0]}
    order = [row.name for row in LSTM_SIGNALS if row.name in SIGNALS]
    assert sorted(SIGNALS, key=order.index) == [*"figoch"]


@units
def test_each_other_unit_has_its_cell_state(units):
    others = [(row.name, row.unit) for row in rows(units) if row.group == "other"]
    assert others == [("c", unit) for unit in units[1:]]


def test_a_label_says_the_word_and_the_letter_of_the_table():
    for row in rows((0,)):
        if row.group == "unit":
            entry = signal(LSTM_SIGNALS, row.name)
            assert entry.label in row.label and row.symbol in row.label
            assert row.color == f"text_{entry.color}"
            assert "<sub>" not in row.symbol


@pytest.mark.parametrize("units", [(), (1, 1), (0, 1, 2, 3, 4), (-1,)])
def test_units_that_cannot_be_shown_are_refused_with_what_came(units):
    with pytest.raises(ValueError, match="one to 4 different numbers from 0") as told:
        rows(units)
    assert str(units) in str(told.value)


@units
def test_the_rows_of_a_heatmap_are_whole_multiples_of_its_own(units):
    described = picture(units, paint="surprise")
    heatmaps = [trace for trace in described["score"]["data"] if trace["type"] == "heatmap"]
    for trace in heatmaps:
        inside = [row for row in described["rows"] if row["scale"] in trace["scales"]]
        for row in inside:
            assert row["fine"] == trace["dy"] and row["height"] % trace["dy"] == 0
            assert (row["top"] - trace["top"]) % trace["dy"] == 0
        last = inside[-1]
        assert trace["top"] + trace["count"] * trace["dy"] == last["top"] + last["height"]
        assert trace["y0"] == trace["top"] + trace["dy"] / 2
    drawn = {name for trace in heatmaps for name in trace["scales"]}
    assert {row["scale"] for row in described["rows"]} - {""} <= drawn
    assert set(FINE.values()) == {trace["dy"] for trace in heatmaps}


@units
def test_the_picture_is_as_high_as_its_last_row(units):
    described = picture(units, paint="c")
    last = described["rows"][-1]
    assert described["height"] == last["top"] + last["height"]
    assert described["score"]["layout"]["yaxis"]["range"] == [described["height"], 0]
    assert all(row["drawn"] == row["height"] - GAP for row in described["rows"])


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("paint", ["surprise", *SIGNALS])
def test_every_colour_is_a_role_of_both_themes(theme, paint):
    described = picture((1, 2), paint=paint)
    told = str(resolve(described, THEMES[theme]))
    assert "$" not in told.replace("$t", "")
    assert "#" not in str(described), "a hex colour belongs into style.py"
    for row in described["rows"]:
        assert row["color"] in LIGHT


def test_the_paint_of_the_letters_is_the_scale_of_its_signal():
    def scales(paint):
        return picture((0,), paint=paint)["score"]["data"][1]["scales"]

    assert scales("f")["paint"] == [[0, "$pale_f"], [1, "$f"]]
    assert scales("c")["paint"] == "$values"
    ends = scales("surprise")["paint"]
    assert (ends[0], ends[-1]) == ([0, "$paper"], [1, "$surprise"])


def test_each_row_says_in_a_sentence_what_it_is_and_opens_its_entry_of_the_glossary():
    placed = rows((0, 1))
    for row in placed:
        assert row.says.endswith(".") and row.says.count(". ") == 0
        assert entry(row.term).id == row.term
    of_unit = {row.name: row.term for row in placed if row.group == "unit"}
    assert of_unit["f"] == "forget-gate" and of_unit["c"] == "cell-state"
    account = picture((0,), paint="surprise")["account"]
    assert account["term"] == "memory-ledger" and "sum to c" in account["says"]


def test_a_rows_range_is_its_signals():
    ranges = {row.name: row.range for row in rows((0,))}
    assert [ranges[name] for name in "figoch"] == ["0…1", "0…1", "±1", "0…1", "", "±1"]


@pytest.mark.parametrize("theme", THEMES)
def test_a_little_surprise_can_be_seen(theme):
    """Two bits of ten, as pale as a letter's ground is: still another colour than the paper."""
    colours = THEMES[theme]
    at, faint = colorscale("surprise")[1]
    paper, painted = (
        np.array([int(colour[k : k + 2], 16) for k in (1, 3, 5)])
        for colour in (colours["paper"], colours[str(faint)[1:]])
    )
    assert at == pytest.approx(0.2)
    assert np.abs(TINT * (painted - paper)).sum() > 45
