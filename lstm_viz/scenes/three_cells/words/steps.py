"""What is said at each step, with the numbers of the run."""

from __future__ import annotations

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.notation import bracketed, clipped, honest, listed, number, percent
from lstm_viz.scenes.three_cells.record.in_step import KEEPS, InStep, OneCell

NAMES = {"rnn": "Simple RNN", "gru": "GRU", "lstm": "LSTM"}
SHORT = {"rnn": "RNN", "gru": "GRU", "lstm": "LSTM"}


def equations(cell: OneCell, t: int) -> tuple[str, str]:
    """That of its state, with the numbers of the unit to look at, on two lines; the second may be
    empty."""
    at = {name: number(array[t, cell.unit]) for name, array in cell.trace.arrays.items() if
          name != "x"}  # fmt: skip
    b = {name: bracketed(text) for name, text in at.items()}
    if cell.kind == "rnn":
        return f"new h = tanh(W·x + U·old h + b) = tanh({at['z']}) = {at['h']}", ""
    if cell.kind == "gru":
        rest = number(1 - float(cell.trace.z[t, cell.unit]))
        numbers = honest(f"{at['z']} × {b['h_prev']} + {rest} × {b['n']} = {at['h']}")
        return "new h = z × old h + (1 − z) × n", f"= {numbers}"
    kept = honest(f"{at['f']} × {b['c_prev']} + {at['i']} × {b['g']} = {at['c']}")
    shown = honest(f"{at['o']} × {b['tanh_c']} = {at['h']}")
    return f"new c = f × old c + i × c̃ = {kept}", f"h = o × tanh(new c) = {shown}"


def says(run: InStep, cell: OneCell, t: int) -> str:
    """Nothing of a network that is trained for nothing."""
    if not cell.says:
        return ""
    right = run.right(cell, t)
    if right is None:
        return f"would say {cell.says[t]}"
    return f"says {cell.says[t]} {'✓ right' if right else '✗ wrong'}"


def told(run: InStep, t: int) -> Caption:
    token = clipped(run.inputs.tokens[t], 24)
    words = [_answers(run, t)] if run.task else []
    words.insert(0 if t == 0 else 1, FIRST if t == 0 else _memory(run, t))
    return caption(f"Step {t + 1} of {len(run)}: “{token}”", " ".join(words))


FIRST = (
    "A row is a cell, a column a job. The [[LSTM]] has a [[gate]] each to keep, to let in and "
    "to show. The [[GRU]] lets in what it does not keep: one gate for both; and what it "
    "remembers is what it gives out. The [[simple RNN|plain-rnn]] has no gate: all of its "
    "state is new at every step."
)


def _memory(run: InStep, t: int) -> str:
    by = {cell.kind: cell for cell in run.cells}
    kept = [f"{SHORT[kind]} {percent(by[kind].kept(t) or 0.0)} ({KEEPS[kind]})" for kind in KEEPS]
    moved = [f"{number(cell.moved(t))} in the {SHORT[cell.kind]}" for cell in run.cells]
    return (
        f"Kept, as a mean over the units: {', '.join(kept)}. A unit’s memory moves, on average, by "
        f"{', '.join(moved)}.{_repeated(by['gru'], t)}"
    )


def _repeated(gru: OneCell, t: int) -> str:
    """It keeps less than half and still is as it was, since its candidate is made from that."""
    without = gru.without_past(t)
    large = float(abs(gru.trace.h_prev[t]).mean()) > 0.5
    if not large or (gru.kept(t) or 0.0) >= 0.5 or gru.moved(t) >= 0.1 or without <= 0.5:
        return ""
    return (
        " The GRU holds on though z is rather shut: its new content repeats the old h (from an "
        f"old h of 0 it would differ by {number(without)})."
    )


def _answers(run: InStep, t: int) -> str:
    """Who is right. What each would say stands in the picture."""
    if not run.wanted[t]:
        return f"Nothing is asked yet (the first was {run.inputs.tokens[0]})."
    right = [SHORT[cell.kind] for cell in run.cells if run.right(cell, t)]
    words = f"Asked now, “{run.wanted[t]}” is right: "
    words += f"{listed(right)} say{'s' * (len(right) == 1)} so." if right else "none says so."
    asked = [k for k in range(len(run)) if run.wanted[k]]
    if t == len(run) - 1 and len(asked) > 1:
        counts = [
            f"{SHORT[cell.kind]} {sum(run.right(cell, k) is True for k in asked)}"
            for cell in run.cells
        ]
        words += f" Of {len(asked)} answers right in all: {', '.join(counts)}."
    return words
