"""Frames and words of a film as the player's own JavaScript makes them, in Node.js."""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lstm_viz.figures.film import Film
from lstm_viz.player import compressed, payload
from tests.unit.node import in_node

Place = tuple[int, int]
"""(step, stage), from 0."""
Frames = dict[Place, dict[str, Any]]
"""By place: what each trace looks like there, by name."""

HARNESS = """
import { openFilm } from "player/film/open.js";
import { fillNumbers, withSymbols } from "player/film/words.js";
import { Flow, measurePath } from "player/picture/flow.js";
const answersOf = (film) => ({
  length: () => film.length,
  frames: ({ layout, places }) => {
    const picture = film.picture(layout);
    return places.map(([t, k]) => picture.frame(film, t, k));
  },
  filled: ({ templates }) => templates.map(([text, t, unit]) => fillNumbers(film, text, t, unit)),
  told: ({ places, unit }) => places.map(([t, stage]) => {
    const at = { t, stage, unit };
    const plain = { symbol: ({ symbol }) => symbol, value: (text) => text };
    const { numbers, sentence } = film.words(at, plain);
    return [numbers, sentence];
  }),
  numbers: () =>
    [film.stepWord, ...Array.from({ length: film.steps }, (_, t) => film.stepNumber(t))],
  tables: ({ places }) => places.map(([t, stage]) => film.table({ t, stage, unit: 0 })),
  why: ({ places, name, k }) => places.map(([t, stage]) => film.why({ t, stage }, name, k)),
  symbols: ({ templates }) => templates.map((text) => withSymbols(film, text)),
  dots: ({ paths }) => paths.map(({ points, shift }) => {
    const flow = new Flow({ childElementCount: 0, children: [] });
    Object.assign(flow, { paths: [measurePath(points)], ops: [], offset: shift });
    return flow.dots().map(({ at }) => at);
  }),
});
const answer = async ({ sent, what, ...rest }) =>
  answersOf(sent && (await openFilm(sent)))[what](rest);
"""


@cache
def _node() -> Any:
    folder = TemporaryDirectory(prefix="lstm-viz-node-")
    node = in_node(Path(folder.name), HARNESS)
    return lambda task, _kept=folder: node(task)


def ask(sent: dict[str, Any] | None, what: str, **rest: Any) -> Any:
    """What the player makes of a payload."""
    return _node()({"sent": sent and compressed(sent), "what": what, **rest})


def places(film: Film) -> list[Place]:
    """Every stage of every step; the last step has no next one."""
    stages = len(film.stages)
    frames = len(film.trace) * stages - film.stages[-1].carries
    return [divmod(n, stages) for n in range(frames)]


_COMPOSED: dict[tuple[int, str], tuple[Film, Frames]] = {}


def frames(film: Film, view: str = "wide") -> Frames:
    """All frames of a view, "wide" or "tall"; to be looked at only."""
    key = (id(film), view)
    if key not in _COMPOSED:
        found = ask(payload(film), "frames", layout=view, places=places(film))
        _COMPOSED[key] = film, dict(zip(places(film), found, strict=True))
    return _COMPOSED[key][1]


def filled(film: Film, templates: Iterable[tuple[str, int, int]]) -> list[str]:
    """Templates with the values of a unit at a step put in: (template, step, unit), from 0."""
    return list(ask(payload(film), "filled", templates=list(templates)))


def told(film: Film, unit: int = 0) -> dict[Place, tuple[str, str]]:
    """By place: the numbers and the sentence for a unit."""
    found = ask(payload(film), "told", places=places(film), unit=unit)
    return {place: tuple(words) for place, words in zip(places(film), found, strict=True)}


def dots(wires: Iterable[tuple[Sequence[Sequence[float]], float]]) -> list[list[list[float]]]:
    """Where dots are on wires through some points, each moved along its wire by so much."""
    paths = [{"points": points, "shift": shift} for points, shift in wires]
    return list(ask(None, "dots", paths=paths))


def merged(base: dict[str, Any], patch: dict[str, Any]) -> dict[str, Any]:
    """A trace as it looks with a patch, attribute by attribute."""
    both = dict(base)
    for key, value in patch.items():
        both[key] = merged(base.get(key, {}), value) if isinstance(value, dict) else value
    return both
