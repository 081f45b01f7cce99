"""What the reader sets, and how it stands in the link."""

from __future__ import annotations

from math import isfinite

from lstm_viz.inputs import MAX_CHARACTERS, MAX_TABLE_COLUMNS
from lstm_viz.notation import clipped
from lstm_viz.scenes.forecast.record.series import DRAWN, MOST, OWN, PRESETS, Series, series_of
from lstm_viz.scenes.forecast.record.training import MOST_SEED, UNITS, Settings
from lstm_viz.scenes.forecast.words.around import EXAMPLE
from lstm_viz.ui.params import Number, Param, Pick, Several, Text
from lstm_viz.ui.scene_state import SceneScreen

KEY = "forecast"


def _point(text: str) -> float:
    value = float(text)
    if not isfinite(value) or len(text) > 24:
        raise ValueError(text)
    return value


SERIES = Pick("series", (*PRESETS, OWN), next(iter(PRESETS)))
TEXT = Text("text", MAX_CHARACTERS, EXAMPLE)
COLUMN = Number("column", 1, MAX_TABLE_COLUMNS, whole=True, from_one=True)
HIDDEN_UNITS = Number("units", *UNITS, 12, whole=True)
SEED = Number("seed", 0, MOST_SEED, 0, whole=True)
TRAINED = Pick("trained", ("no", "yes"), "no")
"""Whether it is to be: who opens such a link has it trained again, the same."""
INPUTS = Pick("inputs", ("scaled", "both"), "scaled")
DRAWN_POINTS = Several(
    "drawn", DRAWN, "~", _point, lambda value: f"{value:.10g}", "numbers with ~ between them"
)
SHOWN = Pick("shown", ("no", "yes"), "no")
VIEW = Pick("view", ("picture", "reading", "running"), "picture")
"""The picture, or the cell: as it reads the series, or as it runs freely after the past."""
PARAMS: tuple[Param, ...] = (
    SERIES, TEXT, COLUMN, HIDDEN_UNITS, SEED, TRAINED, INPUTS, DRAWN_POINTS, SHOWN, VIEW,
)  # fmt: skip
LONGEST = MOST
"""Steps that a place in a link may name."""


def asked_series(screen: SceneScreen) -> Series:
    """``InputError`` in one sentence for a text that has none."""
    if screen[SERIES.name] != OWN:
        return series_of(screen[SERIES.name])
    return series_of(OWN, screen[TEXT.name], screen[COLUMN.name])


def settings_of(screen: SceneScreen, series: Series) -> Settings:
    return Settings(series, int(screen[HIDDEN_UNITS.name]), int(screen[SEED.name]))


def points_of(screen: SceneScreen, series: Series) -> tuple[float, ...]:
    """What is drawn, if it is of this series."""
    points: tuple[float, ...] = screen[DRAWN_POINTS.name]
    return points if len(points) == len(series.drawn_at) else ()


def read_points(action: str, series: Series) -> tuple[float, ...] | None:
    """What the browser tells of a drawing: ``drawn:1.5,2``; None if it is of another series."""
    try:
        points = tuple(_point(text) for text in action.removeprefix("drawn:").split(","))
    except ValueError:
        return None
    return points if len(points) == len(series.drawn_at) else None


def not_drawable(points: tuple[float, ...], series: Series) -> str:
    """The note on points of a link that do not belong to its series."""
    wanted = len(series.drawn_at)
    return (
        f"The link says drawn={clipped(DRAWN_POINTS.write(points))} with {len(points)} points; "
        f"expected {wanted}, so it opens without."
    )
