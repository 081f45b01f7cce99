"""The LSTM that reads Mia's basket, as a network to step through.

Made by `python -m lstm_viz.networks make basket` (see `recipes/basket.py`).
"""

import json

from lstm_viz.cells import LSTM
from lstm_viz.inputs import Inputs
from lstm_viz.networks import basket
from lstm_viz.networks.basket_text import STORY
from lstm_viz.networks.network import Network
from lstm_viz.networks.stored import load
from lstm_viz.notation import number
from lstm_viz.signals import LSTM_SIGNALS, signal
from lstm_viz.tasks.basket import OUTPUTS, QUESTIONS, WORDS
from lstm_viz.trace import Array, Trace

HIDDEN_SIZE = len(OUTPUTS)
"""Unit 1 keeps the apples, unit 2 the pears."""
HALF = 0.5


def build(inputs: Inputs, hidden_size: int, seed: int) -> LSTM:
    """The shipped LSTM; `hidden_size` must be the trained one, and the seed makes no difference."""
    if inputs.columns != WORDS:
        raise ValueError(f"columns must be {WORDS}, got {inputs.columns}")
    if hidden_size != HIDDEN_SIZE:
        raise ValueError(f"hidden_size must be {HIDDEN_SIZE}, as trained, got {hidden_size}")
    (cell,) = basket.model().layers
    assert isinstance(cell, LSTM)
    return cell


def unit_labels(inputs: Inputs, hidden_size: int) -> tuple[str, ...]:
    return OUTPUTS[:hidden_size]


def answers(trace: Trace) -> tuple[str, ...]:
    """What the read-out makes of h after each word: the number asked for, or what it says unasked.

    So a run with edited weights or held gates shows what that does to the answer.
    """
    outputs = basket.model().head.run(trace.h)
    return tuple(_said(x, said) for x, said in zip(trace.x, outputs, strict=True))


def _said(x: Array, outputs: Array) -> str:
    asked = [k for k, question in enumerate(QUESTIONS) if x[WORDS.index(question)] > HALF]
    told = [k for k in range(len(OUTPUTS)) if k in asked or abs(outputs[k]) > HALF]
    return ", ".join(f"{number(float(outputs[k]))} {OUTPUTS[k]}" for k in told)


def watch(inputs: Inputs, trace: Trace) -> str:
    """The first word that moves a gate in this run, with what the gate is there; or nothing."""
    for gate, moves in (("i", trace.i.max(axis=1) > HALF), ("f", trace.f.min(axis=1) < HALF)):
        if moves.any():
            t = int(moves.argmax())
            apples, pears = map(number, getattr(trace, gate)[t])
            name = signal(LSTM_SIGNALS, gate).label
            where = f"word {t + 1}, “{inputs.tokens[t]}”"
            return f"Look at {where}: their {name}s are {apples} and {pears}."
    return ""


def about() -> str:
    """How the network was made and how well it does, from the metadata of its file."""
    made = load(basket.LSTM).metadata
    settings = json.loads(made["settings"])
    lstm, rnn = basket.right_after(), basket.right_after(basket.RNN)
    rows = "\n".join(f"| {gap} | {lstm[gap]:.0%} | {rnn[gap]:.0%} |" for gap in lstm)
    return (
        f"Trained with this project's own `backward`, {int(made['steps']):,} steps of Adam on "
        f"{settings['stories']:,} stories, told only the number of fruit at each question, and "
        "that nothing is to be said elsewhere. Late in the training it also paid a small penalty "
        "for moving its gates without need, which makes them easier to read. The share of right "
        "answers, by the sentences in which nothing happens before the question, beside the best "
        f"of {len(basket.right_after_by_seed())} RNNs with as many numbers that were trained alike "
        f"(`{made['made_by']}`):\n\n"
        "| such sentences | this LSTM | that RNN |\n|---|---|---|\n"
        f"{rows}"
    )


READER = Network(
    id="basket",
    title="Mia’s basket (trained)",
    teaches="Trained on stories, unit 1 keeps the apples and unit 2 the pears.",
    reads=(STORY,),
    hidden_sizes=(HIDDEN_SIZE, HIDDEN_SIZE),
    default_hidden=HIDDEN_SIZE,
    build=build,
    unit_labels=unit_labels,
    answers=answers,
    about=about,
    watch=watch,
)
