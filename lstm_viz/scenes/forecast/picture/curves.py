"""The curves over the hidden part: which there are, how they look, which a frame shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lstm_viz.scenes.forecast.record.shown import Kind, Shown
from lstm_viz.trace import Array


@dataclass(frozen=True)
class Pen:
    """``ink`` is the colour of words, which are read on the ground; ``sign`` stands beside them."""

    words: str
    colour: str
    ink: str
    dash: str | None
    sign: str
    width: float = 2.5


PENS: Mapping[str, Pen] = {
    "yours": Pen("your drawing", "$surprise", "$text_surprise", None, "●—", 3),
    "today": Pen("tomorrow = today", "$muted", "$muted", "dot", "· · ·"),
    "season": Pen("as one season ago", "$n", "$text_n", "dashdot", "– · –"),
    "one": Pen("LSTM, one step ahead", "$h", "$text_h", None, "—", 3),
    "free": Pen("LSTM, running freely", "$z", "$text_z", "dash", "– –", 3),
    "one raw": Pen("as it is, one step ahead", "$f", "$text_f", None, "—"),
    "free raw": Pen("as it is, running freely", "$f", "$text_f", "dash", "– –"),
}
SHOWS: Mapping[Kind, tuple[str, ...]] = {
    "draw": ("yours",),
    "came": ("yours",),
    "plain": ("today", "season"),
    "one": ("today", "one"),
    "lag": ("today", "one"),
    "free": ("season", "free"),
    "ahead": ("free",),
    "look": (),
    "unscaled": ("one", "one raw"),
}
"""The curves of each frame, beside the truth."""


def guesses(shown: Shown) -> dict[str, Array]:
    """By name, those there are, (held_out,) each."""
    found, raw = shown.forecast, shown.as_it_is
    there: dict[str, Array | None] = {"yours": shown.drawing}
    if found is not None:
        there |= {"today": found.today, "season": found.seasonal}
        there |= {"one": found.one_step, "free": found.free}
    if raw is not None:
        there |= {"one raw": raw.one_step, "free raw": raw.free}
    return {name: guess for name, guess in there.items() if guess is not None}
