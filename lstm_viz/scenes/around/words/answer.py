"""What is said of the way from h to an answer."""

from __future__ import annotations

from lstm_viz.lesson.caption import Caption, caption, symbol
from lstm_viz.notation import bracketed, in_powers, number, percent
from lstm_viz.scenes.around.record.answer import READ, Answer
from lstm_viz.tasks.first_symbol import SYMBOLS


def told(run: Answer) -> tuple[Caption, ...]:
    letter, best = SYMBOLS[run.best], run.best
    products = " + ".join(
        f"{bracketed(number(w))} × {bracketed(number(h))}"
        for w, h in zip(run.weight[best], run.h, strict=True)
    )
    total = f"{products} + {bracketed(number(run.bias[best]))} = {number(run.scores[best])}"
    return (
        caption(
            "All that leaves the cell is h",
            f"The network has read {', '.join(READ[: run.step + 1])}, and is to name the first "
            f"letter. Its {len(run.h)} units give one number each: that is all the answer is made "
            "of. c stays inside.",
        ),
        caption(
            f"One row of the head gives one score: {letter}",
            f"The head is an ordinary layer. Its row “{letter}” times h, summed, plus a "
            f"[[bias]], is the score of {letter}.",
            f"score = V·{symbol('h')} + b",
            total,
        ),
        caption(
            "Every answer has a row of its own",
            f"Scores can be any number; only their order means something so far. The highest is "
            f"that of {letter}.",
        ),
        caption(
            "e^score: no minus any more",
            "e to the power of the score is always above 0, and one point more of score "
            "is 2.72 times as much.",
            "e<sup>score</sup>",
            f"e<sup>{number(run.scores[best])}</sup> ≈ {in_powers(run.grown[best])}",
        ),
        caption(
            "Softmax: each one’s share of their sum",
            f"Together they are 1. {letter} gets {percent(run.shares[best])}.",
            "share = e<sup>score</sup> / sum of all e<sup>score</sup>",
            f"{in_powers(run.grown[best])} / {in_powers(run.grown.sum())} "
            f"≈ {number(run.shares[best])}",
        ),
        caption(
            f"Temperature {run.temperature:.3g}: the scores are divided by it first",
            f"{letter} {_change(run)}. {_effect(run)} The order of the answers stays.",
            "share of e<sup>score / temperature</sup>",
        ),
    )


def _change(run: Answer) -> str:
    before, after = percent(run.shares[run.best]), percent(run.heated[run.best])
    return f"stays at {before}" if before == after else f"goes from {before} to {after}"


def _effect(run: Answer) -> str:
    if run.temperature == 1:
        return "At 1 nothing changes: move the slider."
    if run.temperature < 1:
        return "Below 1 the first answer gets more: it sounds surer than it is."
    return "Above 1 the shares come closer to each other: drawn by chance, others come more often."
