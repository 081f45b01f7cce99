"""The errors beside the curves: a row each, as long as the error is large."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.notation import counted
from lstm_viz.scenes.forecast.picture.curves import PENS, guesses
from lstm_viz.scenes.forecast.record.forecast import Forecast
from lstm_viz.scenes.forecast.record.plain import season_of
from lstm_viz.scenes.forecast.record.shown import KINDS, Kind, Shown

ERRORS = "Off by, on average"
SINCE: dict[str, Kind] = {
    "yours": "came",
    "today": "plain",
    "season": "plain",
    "one": "one",
    "free": "free",
}
"""From which frame on the error of a guess is known."""


WHO = "Who is closer?"


@dataclass(frozen=True)
class Row:
    words: str
    error: float | None
    """None as long as it is hidden."""
    colour: str
    ink: str


def rows(shown: Shown, kind: Kind) -> tuple[str, tuple[Row, ...]]:
    """A heading, and the rows below it at a frame."""
    found = shown.forecast
    if found is None or kind == "draw":
        return WHO, tuple(
            Row(f"{PENS[name].sign} {PENS[name].words}", None, "$off", PENS[name].ink)
            for name in SINCE
            if name != "season" or season_of(shown.series) is not None
        )
    if kind == "lag":
        return "One step ahead, held against", _shifts(found)
    if kind == "ahead":
        return "Off by, so many steps ahead", _horizons(found)
    if kind == "unscaled":
        return ERRORS, _errors(shown, found, ("one", "one raw", "free", "free raw"))
    known = [name for name, since in SINCE.items() if KINDS.index(since) <= KINDS.index(kind)]
    return ERRORS, _errors(shown, found, known)


def _errors(shown: Shown, found: Forecast, names: tuple[str, ...] | list[str]) -> tuple[Row, ...]:
    there = guesses(shown)
    return tuple(
        Row(
            f"{PENS[name].sign} {PENS[name].words}",
            found.error(there[name]),
            PENS[name].colour,
            PENS[name].ink,
        )
        for name in names
        if name in there
    )


def _shifts(found: Forecast) -> tuple[Row, ...]:
    errors = found.shifted()
    return tuple(
        Row(
            f"<b>{words}: fits best</b>" if k == found.lag else words,
            error,
            "$h" if k == found.lag else "$wire",
            "$text_h" if k == found.lag else "$muted",
        )
        for k, (words, error) in enumerate(zip(_named(len(errors)), errors, strict=True))
    )


def _named(count: int) -> list[str]:
    return ["what came", "1 step before", *(f"{k} steps before" for k in range(2, count))]


def _horizons(found: Forecast) -> tuple[Row, ...]:
    series = found.series
    return tuple(
        Row(
            f"{counted(at.steps, 'step')} (last value kept: {series.written(at.today)})",
            at.network,
            "$z",
            "$text_z",
        )
        for at in found.horizons
    )
