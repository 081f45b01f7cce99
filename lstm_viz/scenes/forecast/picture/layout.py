"""Where the curves, the cell state below them and the errors stand."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from lstm_viz.figures.board import Layout
from lstm_viz.figures.charts import Axes
from lstm_viz.figures.diagram import Rect
from lstm_viz.scenes.forecast.record.shown import Shown

ROWS = 7
"""Of the errors."""
ROOM = 0.25
"""Above and below what is known, as a share of its height: there the reader draws."""
BEYOND = 0.5
"""The same for what forecasts may need; what leaves that stands on the edge."""


@dataclass(frozen=True, kw_only=True)
class ForecastLayout(Layout):
    """``chart`` and ``beside`` are the grounds; ``curves`` and ``lane`` frames without values."""

    chart: Rect
    curves: Axes
    hidden_bottom: float
    """Where the curves end as long as there is no lane below them."""
    lane: Axes
    beside: Rect
    seen: float
    """How much of the past is drawn, in lengths of the held-out part."""
    letters: float
    labels: int
    """Of steps, at most."""
    title: float


WIDE = ForecastLayout(
    name="wide", size=(1240, 400), chart=(8, 4, 852, 396),
    curves=Axes(left=66, top=34, right=838, bottom=268), hidden_bottom=358,
    lane=Axes(left=66, top=322, right=838, bottom=386), beside=(864, 4, 1232, 396),
    seen=2.5, letters=13, labels=8, title=15,
)  # fmt: skip
TALL = ForecastLayout(
    name="tall", size=(366, 590), chart=(2, 2, 364, 350),
    curves=Axes(left=46, top=32, right=354, bottom=226), hidden_bottom=320,
    lane=Axes(left=46, top=278, right=354, bottom=342), beside=(2, 358, 364, 588),
    seen=1.4, letters=11, labels=4, title=13,
)  # fmt: skip
LAYOUTS = (WIDE, TALL)


def first_seen(layout: ForecastLayout, shown: Shown) -> int:
    """The first step that is drawn."""
    return max(0, shown.series.past - round(layout.seen * shown.series.held_out))


def curve_axes(layout: ForecastLayout, shown: Shown) -> Axes:
    """Steps across, values up.  Before the end is shown nothing tells how high it goes."""
    series = shown.series
    steps = first_seen(layout, shown), len(series) - 1
    known = series.array[: series.past]
    low, high = float(known.min()), float(known.max())
    height = high - low
    found = shown.forecast
    if found is None:
        return replace(
            layout.curves,
            bottom=layout.hidden_bottom,
            x=steps,
            y=(low - ROOM * height, high + ROOM * height),
        )
    came = series.array[series.past :]
    top = max(high, float(came.max())) + BEYOND * height
    foot = min(low, float(came.min())) - BEYOND * height
    guesses = [found.one_step, found.free, came]
    guesses += [] if shown.drawing is None else [shown.drawing]
    guesses += [] if shown.as_it_is is None else [shown.as_it_is.one_step, shown.as_it_is.free]
    every = np.concatenate(guesses)
    pad = 0.08 * height
    y = (
        max(foot, min(low, float(every.min())) - pad),
        min(top, max(high, float(every.max())) + pad),
    )
    return replace(layout.curves, x=steps, y=y)


def lane_axes(layout: ForecastLayout, shown: Shown) -> Axes:
    """The cell state of the unit to look at, 0 in the middle."""
    found = shown.forecast
    assert found is not None
    first = first_seen(layout, shown)
    most = float(np.abs(found.reading.c[first:, found.look.unit]).max()) or 1.0
    return replace(layout.lane, x=(first, len(shown.series) - 1), y=(-most, most))


def round_numbers(low: float, high: float, most: int = 5) -> list[float]:
    """A few round numbers between two."""
    rough = (high - low) / most
    power = 10.0 ** np.floor(np.log10(rough))
    step = next(power * k for k in (1, 2, 5, 10) if power * k >= rough)
    first = int(np.ceil(low / step))
    return [k * float(step) for k in range(first, int(np.floor(high / step)) + 1)]
