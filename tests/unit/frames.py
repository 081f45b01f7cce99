"""Frames and words of a film as the player's own JavaScript makes them, in Node.js."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lstm_viz.figures.film import Film
from lstm_viz.player import compressed, payload
from lstm_viz.player.row import SUFFIX, with_rows
from tests.unit.node import in_node, player_parts

Frames = dict[tuple[int, int], dict[str, Any]]
"""(step, stage) -> trace -> what it looks like there."""

PARTS = ("compose.js", "network.js", "words.js", "flow.js", "zoom.js")
HARNESS = """
const answersOf = (film) => ({
  frames: ({ layout, places }) => places.map(([t, k]) => compose(film, film.views[layout], t, k)),
  filled: ({ templates }) => templates.map(([text, t, unit]) => fillNumbers(film, text, t, unit)),
  told: ({ places, unit }) => places.map(([t, k]) => {
    const { numbers, sentence } = stageWords(film, t, k, unit);
    return [numbers, sentence].map((text) => fillNumbers(film, text, t, unit));
  }),
  dots: ({ points, spacing, shift }) => {
    const path = measurePath(points);
    const dots = [];
    for (let s = shift % spacing; s < path.length; s += spacing) dots.push(pointOn(path, s));
    return dots;
  },
});
const answer = async ({ sent, what, ...rest }) =>
  answersOf(sent && openFilm(await readPayload(sent)))[what](rest);
"""


@cache
def _node() -> Any:
    folder = TemporaryDirectory(prefix="lstm-viz-node-")
    ask = in_node(Path(folder.name), player_parts(*PARTS), HARNESS)
    return lambda task, _folder=folder: ask(task)  # the folder lives as long as it is asked


def ask(sent: dict[str, Any] | None, what: str, **rest: Any) -> Any:
    """What the player makes of a payload."""
    return _node()({"sent": sent and compressed(sent), "what": what, **rest})


def frames(film: Film, layout: str = "wide") -> Frames:
    """All frames of the film, each as patches of the traces of its view."""
    places = list(film.positions())
    return dict(
        zip(places, ask(payload(film), "frames", layout=layout, places=places), strict=True)
    )


def row_frames(film: Film, layout: str = "wide") -> Frames:
    """All frames of the film's unrolled row."""
    places = list(film.positions())
    sent = with_rows(payload(film), film, level="row")
    found = ask(sent, "frames", layout=f"{layout}{SUFFIX}", places=places)
    return dict(zip(places, found, strict=True))


def filled(film: Film, templates: Iterable[tuple[str, int, int]]) -> list[str]:
    """Templates with the values of a unit at a step put in: (template, step, unit), from 0."""
    return ask(payload(film), "filled", templates=list(templates))


def told(film: Film, unit: int = 0) -> dict[tuple[int, int], tuple[str, str]]:
    """(step, stage) -> (numbers, sentence) of a unit."""
    places = list(film.positions())
    found = ask(payload(film), "told", places=places, unit=unit)
    return {place: tuple(words) for place, words in zip(places, found, strict=True)}


def dots(points: Any, spacing: float, shift: float) -> list[list[float]]:
    """Where dots are on a wire through these points, ``shift`` along it."""
    return ask(None, "dots", points=points, spacing=spacing, shift=shift)
