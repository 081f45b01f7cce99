"""The page's picture as a board: one frame before the end is shown, and what follows from it."""

from __future__ import annotations

from lstm_viz.figures.bar_list import bar_list_patches
from lstm_viz.figures.board import Board, Frame, Picture, Table, stills
from lstm_viz.figures.shapes import NO_TEXT, Patch, patch
from lstm_viz.player.contract import Sketch, SketchPlace
from lstm_viz.scenes.forecast.picture.at_rest import at_rest, row_at, sketched
from lstm_viz.scenes.forecast.picture.curves import PENS, SHOWS, guesses
from lstm_viz.scenes.forecast.picture.layout import LAYOUTS, ROWS, ForecastLayout, curve_axes
from lstm_viz.scenes.forecast.picture.rows import rows
from lstm_viz.scenes.forecast.record.shown import Kind, Shown
from lstm_viz.scenes.forecast.words.captions import told

LABELS: dict[Kind, str] = {
    "draw": "the past",
    "came": "what came",
    "plain": "plain guesses",
    "one": "one step ahead",
    "lag": "is it late?",
    "free": "running freely",
    "ahead": "how far",
    "look": "look here",
    "unscaled": "as it is",
}
ALT = (
    "A curve over time: what is known, a dashed line where it ends, and to the right of it what "
    "was hidden, with the forecasts drawn over it. Beside it how far each is off on average"
)
LANE = ("lane zero", "lane words", "lane")
DIM = 0.45
"""Where something else is spoken of."""
LONGEST_BAR = 0.62
"""As a share of the room for a row."""


def forecast_board(shown: Shown) -> Board:
    kinds = shown.kinds
    return Board(
        steps=tuple(LABELS[kind] for kind in kinds),
        frames=stills(
            Frame(
                {layout.name: _patches(layout, shown, kind) for layout in LAYOUTS},
                told(shown, kind),
            )
            for kind in kinds
        ),
        pictures={layout.name: Picture(*layout.size, at_rest(layout, shown)) for layout in LAYOUTS},
        tables=tuple(_table(shown, kind) for kind in kinds),
        alt=ALT,
        step_word="picture",
    )


def sketch_of(shown: Shown) -> Sketch | None:
    """What the reader can draw, as long as the end is hidden."""
    series = shown.series
    if shown.forecast is not None:
        return None
    low, high = curve_axes(LAYOUTS[0], shown).y
    last = series.past - 1
    places: dict[str, SketchPlace] = {}
    for layout in LAYOUTS:
        axes = curve_axes(layout, shown)
        x = [axes.across(last + step) for step in (0, *series.drawn_at)]
        places[layout.name] = {"x": x, "top": axes.top, "bottom": axes.bottom}
    return {
        "name": f"How {series.name} goes on, your drawing",
        "trace": "yours",
        "labels": [series.labels[last + step] for step in series.drawn_at],
        "start": series.values[last],
        "low": low,
        "high": high,
        "decimals": series.decimals,
        "values": list(shown.drawn),
        "places": places,
    }


def _patches(layout: ForecastLayout, shown: Shown, kind: Kind) -> dict[str, Patch]:
    if shown.forecast is None:
        places = sketched(shown, curve_axes(layout, shown))
        there = {"opacity": 1.0 if shown.drawn else 0.0}
        drawn = {"yours": patch(places) | there, "yours points": patch(places) | there}
        return drawn | _errors(layout, shown, kind)
    seen = SHOWS[kind]
    found: dict[str, Patch] = {
        name: {"opacity": 1.0 if name in seen else 0.0} for name in guesses(shown)
    }
    for name in ("truth", "truth points"):
        found[name] = {"opacity": 0.0 if kind == "draw" else 1.0}
    for name in LANE:
        found[name] = {"opacity": 1.0 if kind == "look" else DIM}
    return found | _errors(layout, shown, kind)


def _errors(layout: ForecastLayout, shown: Shown, kind: Kind) -> dict[str, Patch]:
    title, there = rows(shown, kind)
    left, _, right, _ = layout.beside
    room = right - left - 28
    most = max((row.error or 0.0 for row in there), default=0.0) or 1.0
    rest = ROWS - len(there)
    return {
        "errors title": patch(text=[f"<b>{title}</b>" if title else NO_TEXT]),
        "errors names": patch(
            text=[row.words for row in there] + [NO_TEXT] * rest,
            ink=[row.ink for row in there] + ["$muted"] * rest,
        ),
        **bar_list_patches(
            ("errors bars", "errors"),
            [(left + 14, row_at(layout, k)[1]) for k in range(ROWS)],
            LONGEST_BAR * room,
            [(row.error or 0.0) / most for row in there],
            [row.colour for row in there],
            [_written(shown, row.error) for row in there],
        ),
    }


def _written(shown: Shown, error: float | None) -> str:
    return "?" if error is None else shown.series.written(error)


def _table(shown: Shown, kind: Kind) -> Table:
    """The hidden part as far as the frame shows it; before that the last of what is known."""
    series = shown.series
    if shown.forecast is None or kind == "draw":
        known = range(series.past - series.held_out, series.past)
        return Table(
            "The last of what is known",
            ("", "value"),
            tuple((series.labels[t], series.written(series.values[t])) for t in known),
        )
    there = {name: guess for name, guess in guesses(shown).items() if name in SHOWS[kind]}
    return Table(
        "What was hidden",
        ("", "came", *(PENS[name].words for name in there)),
        tuple(
            (
                series.labels[series.past + k],
                series.written(series.values[series.past + k]),
                *(series.written(float(guess[k])) for guess in there.values()),
            )
            for k in range(series.held_out)
        ),
    )
