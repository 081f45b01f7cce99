"""The cell at one word, in four stages; all of it is the run's."""

from __future__ import annotations

from dataclasses import replace

from lstm_viz.figures.diagram import Diagram
from lstm_viz.figures.film import Film, Place, film
from lstm_viz.figures.shapes import PlotlyTrace, texts
from lstm_viz.figures.stages import Stage
from lstm_viz.figures.style import SMALLEST_TEXT
from lstm_viz.lesson.basket import Basket
from lstm_viz.scenes.all_together.record import step
from lstm_viz.signals import LSTM_SIGNALS, gates
from lstm_viz.tasks.basket import WORDS

_READ = ("h_in", "x_in")
_ALL = gates(LSTM_SIGNALS)
_SUM = "W {x} + U {h_prev} + b"

STAGES: tuple[Stage, ...] = (
    Stage(
        id="in",
        title="What comes in",
        equation="{x}, {h_prev}, {c_prev}",
        numbers="h = {h_prev}, c = {c_prev}",
        sentence="The word “{token}”, and from the step before the hidden state and the cell "
        "state: unit {unit} holds {c_prev}.",
        focus=("x", "h_prev", "c_prev"),
        wires=(*_READ, "c_in"),
        brief="c = {c_prev}",
    ),
    Stage(
        id="sums",
        title="Four sums",
        equation=f"{{f}}, {{i}}, {{o}} = σ({_SUM}), {{g}} = tanh({_SUM})",
        numbers="f = {f}, i = {i}, c̃ = {g}, o = {o}",
        sentence="From the same word and the same h come all four, each with weights of its own; "
        "none waits for another. Unit {unit} keeps {f|%}, takes in {i|%}, lets out {o|%}.",
        focus=("x", "h_prev", "f", "i", "g", "o"),
        wires=(*_READ, *(f"to_{gate}" for gate in _ALL), *(f"{gate}_out" for gate in _ALL)),
        gates=_ALL,
        brief="f = {f}, i = {i}",
    ),
    Stage(
        id="state",
        title="New cell state",
        equation="{c} = {f} ⊙ {c_prev} + {i} ⊙ {g}",
        numbers="{f} × {(c_prev)} + {i} × {(g)} = {c}",
        sentence="What is kept plus what is written: unit {unit} now holds {c}, and hands it on.",
        focus=("c_prev", "f", "kept", "i", "g", "written", "c"),
        wires=("c_in", "f_up", "keep", "i_over", "g_over", "write", "kept_on", "write_on", "c_out"),
        ops=("forget", "write", "add"),
        brief="c = {c}",
    ),
    Stage(
        id="out",
        title="What is let out",
        equation="{h} = {o} ⊙ tanh({c})",
        numbers="{o} × {(tanh_c)} = {h}",
        sentence="The cell state is squashed and {o|%} of it let out: h = {h}. From h comes the "
        "answer, and the next word’s gates read it.",
        focus=("c", "tanh_c", "o", "h"),
        wires=("c_down", "tanh_on", "o_over", "h_out"),
        ops=("squash", "release"),
        brief="h = {h}",
    ),
)
SUMS = 1
"""The stage."""


def cell_film(basket: Basket, sentence: int) -> Film:
    plain = film(
        step(basket, sentence),
        tokens=(basket.sentences[sentence],),
        columns=WORDS,
        stages=STAGES,
        scaled=basket.trace,
    )
    tall = plain.views["tall"]
    data = [_token(tall.diagram) if one["name"] == "token" else one for one in tall.data]
    views = {**plain.views, "tall": replace(tall, data=data)}
    return replace(plain, views=views, place=Place((sentence,), len(basket.sentences), "sentence"))


def _token(diagram: Diagram) -> PlotlyTrace:
    """On a phone a sentence is too long to stand right of the inputs: left of them."""
    (x, _), (_, y) = diagram.strips["x"].edge("left"), diagram.strips["x"].edge("top")
    return texts("token", [(x - 8, y + 18)], size=SMALLEST_TEXT, colour="$ink", side="left")
