"""What is said of the unrolled cell is so in its runs."""

import re

import numpy as np

from lstm_viz.lesson.glossary import linked
from lstm_viz.scenes.all_together.record import plain, shows
from lstm_viz.scenes.all_together.words import ending
from tests.unit.scenes.all_together.runs import runs


@runs
def test_the_ending_says_the_numbers_of_the_run(told):
    text = linked(ending(told))
    assert "[[" not in text
    steps, units = told.trace.h.shape
    inputs = told.trace.x.shape[1]
    plainly = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("\n", " ")
    assert f"{steps} steps side by side, {units} units on top" in plainly
    product = f"4·{units}·({inputs} + {units} + 1) = {told.parameters}"
    assert product in plainly and told.parameters == 4 * units * (inputs + units + 1)
    c, _, h = shows(told)
    assert f"holds c = {plain(c)} and shows h = {plain(h)}" in plainly
    assert f"Counted from 0, rows {units} to {2 * units - 1} are the forget gate’s" in plainly
    rows = slice(units, 2 * units)
    z = (
        told.trace.x @ told.cell.weight_ih[rows].T
        + told.trace.h_prev @ told.cell.weight_hh[rows].T
        + told.cell.bias[rows]
    )
    np.testing.assert_allclose(z, told.trace.z_f, atol=1e-12)
    found = re.search(r"at step (\d+) the (\w+) gate runs from ([\d.]+) to ([\d.]+)", plainly)
    gate = getattr(told.trace, found[2][0])[int(found[1]) - 1]
    assert (plain(gate.min()), plain(gate.max())) == (found[3], found[4].rstrip("."))
    assert gate.max() - gate.min() > 0.5
