"""What is said at each stop on tanh: one number, others, then many steps; HTML."""

from __future__ import annotations

from lstm_viz.lesson.caption import Caption, caption, coloured
from lstm_viz.notation import in_powers, number
from lstm_viz.scenes.squashing.record.tanh import OTHERS, STEPS, TanhRun

SHARE, VALUE, MORE, MANY = range(4)
"""The stops: σ of a number, tanh of it, of others, and the same weight at every step."""
STOPS = MANY + 1
OFF_SCALE = 2.0
"""The chart of the steps reaches this far."""
H, H_BEFORE = coloured("h", "h<sub>t</sub>"), coloured("h", "h<sub>t−1</sub>")


def tanh_caption(run: TanhRun, stop: int) -> Caption:
    return (_share, _value, _more, _many)[stop](run)


def inside(value: float) -> str:
    """A value of tanh, with as many digits as say that it is not 1: ``0.86``, ``−0.999``."""
    digits, places = number(value), 3
    while abs(value) < 1 <= float(digits.replace("−", "-")) ** 2:
        digits = f"{value:.{places}f}".replace("-", "−")
        places += 1
    return digits


def _share(run: TanhRun) -> Caption:
    z, share = number(run.start), coloured("f", number(run.share[0]))
    return caption(
        "One number, two curves",
        f"z is {z}; it may be any number. [[σ|sigmoid]] makes a share of it, {share}, as for "
        "a gate. But what a network wants to write down may also lie below 0, and no share can say "
        "that.",
        "σ(z)",
        f"σ({z}) = {number(run.share[0])}",
    )


def _value(run: TanhRun) -> Caption:
    z, value = number(run.start), inside(float(run.value[0]))
    return caption(
        "A value with a sign",
        f"[[tanh]] squashes z to between −1 and 1 and keeps its sign: {z} becomes "
        f"{coloured('h', value)}. A share says how much; a value says what.",
        "tanh(z)",
        f"tanh({z}) = {value}",
    )


def _more(run: TanhRun) -> Caption:
    near, far, below = (inside(float(value)) for value in run.value[1:])
    z = [f"{other:g}".replace("-", "−") for other in OTHERS]
    return caption(
        "Near 0, far out, below 0",
        f"Near 0 tanh changes little: {z[0]} becomes {near}. Far out it flattens: {z[1]} becomes "
        f"{far}, never 1. Below 0 it stays below: {z[2]} becomes {below}, where σ makes the share "
        f"{number(run.share[-1])}.",
        "tanh(z)",
        f"tanh({z[2]}) = {below}",
    )


def _many(run: TanhRun) -> Caption:
    w = f"{run.weight:.3g}"
    return caption(
        f"After {STEPS} steps",
        f"A recurrent network multiplies what it carries by the same weights at every word; here "
        f"one number by {w}, {STEPS} times. {_without(run)} {_with(run)}",
        f"without: {H} = {w} · {H_BEFORE}&ensp;|&ensp;with: {H} = tanh({w} · {H_BEFORE})",
    )


def _without(run: TanhRun) -> str:
    if not run.start:
        return "Without tanh 0 stays 0,"
    end = in_powers(float(run.plain[-1]))
    if run.weight == 1:
        return f"Without tanh it stays {end}."
    if run.weight < 1:
        return f"Without tanh it shrinks to {end}."
    away = "runs away" if abs(run.plain[-1]) > OFF_SCALE else "grows"
    return f"Without tanh it {away}, to {end}."


def _with(run: TanhRun) -> str:
    if not run.start:
        return "and with it, too."
    end = coloured("h", in_powers(float(run.bounded[-1])))
    return f"With tanh after each step it stays between −1 and 1: {end} at the end."
