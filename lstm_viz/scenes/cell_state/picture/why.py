"""Where the values of the scene come from, a line each: what a click on them opens."""

from __future__ import annotations

from lstm_viz.lesson.basket import Basket
from lstm_viz.lesson.gating import worked_out
from lstm_viz.networks import basket as networks
from lstm_viz.notation import bracketed, multiplied, number
from lstm_viz.scenes.cell_state.record import PEAR, Carried, Update
from lstm_viz.signals import LSTM_SIGNALS, signal
from lstm_viz.tasks.basket import OUTPUTS

Lines = dict[str, tuple[str, ...]]


def of_the_sum(basket: Basket, at: Update, stage: str) -> Lines:
    """Of what is there at a stage of the sum."""
    if stage == "before":
        return {"kept": tuple(_carried(at, unit) for unit in (0, 1))}
    found = {"kept": _product(at, "kept", "f", "c_prev"), "f": _gate(basket, "f")}
    if stage != "kept":
        found["written"] = _product(at, "written", "i", "g")
        found["i"] = _gate(basket, "i")
    if stage not in ("kept", "written"):
        found["c"] = tuple(_sum(at, unit) for unit in (0, 1))
    return found


def _carried(at: Update, unit: int) -> str:
    held = number(at.signals["c_prev"][unit])
    return f"before, {OUTPUTS[unit]}: carried over from the word before, {held}"


def _product(at: Update, name: str, gate: str, content: str) -> tuple[str, ...]:
    return tuple(
        f"{name}, {fruit}: "
        + multiplied(*(number(at.signals[part][unit]) for part in (gate, content, name)))
        for unit, fruit in enumerate(OUTPUTS)
    )


def _gate(basket: Basket, gate: str) -> tuple[str, ...]:
    return tuple(
        f"{signal(LSTM_SIGNALS, gate).label}, {fruit}: {worked_out(gate, one)}"
        for fruit, one in zip(OUTPUTS, basket.sums(PEAR, gate), strict=True)
    )


def _sum(at: Update, unit: int) -> str:
    kept, written, c = (number(at.signals[name][unit]) for name in ("kept", "written", "c"))
    return f"new cell state, {OUTPUTS[unit]}: {kept} kept + {bracketed(written)} written, {c}"


def of_the_belt(carried: Carried, sung: int, *, rival: bool) -> Lines:
    """How c got to where it is from before Mia sang: kept by all forget gates, and written."""
    basket = carried.basket
    at = basket.until[-len(carried) :]
    kept = basket.trace.f[at[0] + 1 : at[sung] + 1].prod(axis=0)
    lines = []
    for unit, fruit in enumerate(OUTPUTS):
        before, now = carried.c[0, unit], carried.c[sung, unit]
        rest = now - kept[unit] * before
        lines.append(
            f"cell state, {fruit}: {number(before)} before she sang, of which the forget gates "
            f"of all words together keep {number(kept[unit])}, and what was written in little "
            f"bits, {rest:.3f}: now {number(now)}"
        )
    found = {"c": tuple(lines)}
    if rival:
        units = carried.h.shape[1]
        found[networks.RNN] = (
            f"this RNN’s h: made anew at every word, tanh(W x + U h + b), in {units} units",
        )
    return found
