"""What is said of the variants."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.lesson.caption import Caption, caption, coloured
from lstm_viz.notation import number
from lstm_viz.scenes.around.record.variants import BITS, PEEPHOLE, SEED, Variant


@dataclass(frozen=True)
class About:
    """``gate`` is the signal that is made in another way, ``state`` where it shows."""

    title: str
    named: tuple[str, str]
    """How the two runs are called: without it, and with it."""
    gate: str
    state: str
    plain: str
    varied: str
    changes: str
    known: str


def _is(signal: str, rest: str) -> str:
    return f"{coloured(signal, signal)} = {rest}"


VARIANTS = {
    "peephole": About(
        "Peephole", ("plain", "peephole"), "f", "c",
        _is("f", "σ(W·x + U·h + b)"), _is("f", "σ(W·x + U·h + p·c + b)"),
        f"The gates look at c itself, too (o at the new c). Here every weight p is {PEEPHOLE:g}.",
        "Gers and Schmidhuber, 2000, for precise timing. PyTorch’s and Keras’s LSTM have none.",
    ),
    "coupled": About(
        "Coupled gates", ("plain", "coupled"), "i", "c",
        _is("i", "σ(W·x + U·h + b)"), _is("i", "1 − f"),
        "What is forgotten makes room for what is written: one gate less to learn.",
        "A GRU’s update gate does the same.",
    ),
    "hard": About(
        "Hard sigmoid", ("σ", "hard sigmoid"), "f", "c",
        _is("f", "σ(z)"), _is("f", "z/6 + ½, within 0 and 1"),
        "A straight line in place of the curve: quicker to compute, and exactly 0 or 1 "
        "far out.",
        "Weights trained with the one do not fit the other: check when importing from old Keras.",
    ),
    "reset": About(
        "GRU: reset before or after", ("reset after", "reset before"), "n", "h",
        _is("n", "tanh(W·x + r ⊙ (U·h) + b)"),
        _is("n", "tanh(W·x + U·(r ⊙ h) + b)"),
        "r scales h before U mixes the units, not after.",
        "Cho et al. 2014 have it before; PyTorch and Keras today (reset_after) have it after.",
    ),
}  # fmt: skip


def told(run: Variant) -> tuple[Caption, ...]:
    about = VARIANTS[run.id]
    weights = (
        "The trained parity network" if run.wrong is not None else f"A random GRU (seed {SEED})"
    )
    return (
        caption(
            "The cell without it",
            f"{weights} reads {', '.join(BITS)}.",
            about.plain,
        ),
        caption(
            about.title,
            f"{about.changes} With the same weights, {about.gate} differs by up to "
            f"{number(run.off(about.gate))}.",
            about.varied,
        ),
        caption(
            f"What follows: another {about.state}",
            f"{about.state} differs by up to {number(run.off(about.state))}. {_answers(run)}"
            f"{about.known}",
        ),
    )


def _answers(run: Variant) -> str:
    if run.wrong is None:
        return ""
    if run.wrong == 0:
        return f"All {len(BITS)} answers of the network are still right. "
    return (
        f"{run.wrong} of {len(BITS)} answers {'is' if run.wrong == 1 else 'are'} wrong: these "
        "weights were trained without it. "
    )
