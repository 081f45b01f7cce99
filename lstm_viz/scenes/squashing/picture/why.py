"""Where the values of squashing come from, a line each: what a click on them opens."""

from __future__ import annotations

from lstm_viz.notation import bracketed, in_powers, number
from lstm_viz.scenes.squashing.record.sigmoid import GateValue
from lstm_viz.scenes.squashing.record.tanh import STEPS, TanhRun
from lstm_viz.scenes.squashing.words.sigmoid import product
from lstm_viz.scenes.squashing.words.tanh import MANY, MORE, VALUE, inside

Lines = dict[str, tuple[str, ...]]


def of_tanh(run: TanhRun, stop: int) -> Lines:
    """Of the numbers that are there at a stop."""
    many = len(run.z) if stop >= MORE else 1
    z = [in_powers(float(one)) for one in run.z[:many]]
    found: Lines = {
        "share": tuple(
            f"a share: σ({one}) = {number(share)}"
            for one, share in zip(z, run.share[:many], strict=True)
        )
    }
    if stop >= VALUE:
        found["value"] = tuple(
            f"a value: tanh({one}) = {inside(float(value))}"
            for one, value in zip(z, run.value[:many], strict=True)
        )
    if stop == MANY:
        w, before = f"{run.weight:.3g}", in_powers(float(run.bounded[-2]))
        found["ends"] = (
            f"without tanh: {z[0]} times {w}, {STEPS} times over, is "
            f"{in_powers(float(run.plain[-1]))}",
            f"with tanh, the last step: tanh({w} · {bracketed(before)}) = "
            f"{in_powers(float(run.bounded[-1]))}",
        )
    return found


def of_gate(gate: GateValue, *, squashing: bool) -> Lines:
    """With ``squashing`` also of the slope, if it is drawn."""
    z = in_powers(gate.z)
    found: Lines = {
        "gate": (f"gate: σ({z}) = 1 / (1 + e<sup>−z</sup>) = {in_powers(gate.gate)}",),
        "kept": (f"after: {product(gate)}",),
    }
    if squashing and gate.own:
        found["slope"] = (f"slope: σ·(1 − σ) = {number(gate.slope)}",)
    return found
