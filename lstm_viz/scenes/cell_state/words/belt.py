"""What is said on the conveyor belt, with the numbers of the run."""

from __future__ import annotations

from lstm_viz.lesson.glossary import linked_html
from lstm_viz.scenes.cell_state.record import (
    AGAIN_AT,
    NUMBERED_FROM,
    STEPS,
    UNIT,
    BeltRun,
    half_life,
    plain,
    unchanged,
)

ENDING = (
    "**Three different things.** Along the belt alone the [[gradient]] is multiplied by the "
    "[[forget gate]], step after step: ∏f. “Back-propagated gradients are unchanged” is so only "
    "where f is exactly 1 and nothing else leads from one cell state to the next. In a trained "
    "cell the gates read [[h|hidden-state]], h reads c, and the full derivative can be smaller or "
    "larger than ∏f: set the input gate free and compare."
)


def title(belt: BeltRun, t: int) -> str:
    if t == 0:
        return "The belt is loaded"
    if belt.input == "again" and t == AGAIN_AT:
        return "Loaded once more"
    return {1.0: "Carried on", 0.0: "Nothing is kept"}.get(belt.keep, "Carried on, and less of it")


def equation(t: int) -> str:
    """The share of the first load that is left, in symbols."""
    if t < NUMBERED_FROM:
        return f"{_c('t')} = {_f('t')} ⊙ {_c('t−1')} + {_i('t')} ⊙ {_g('t')}"
    factors = (
        [_f(str(n + 2)) for n in range(t)] if t < 4 else [_f("2"), _f("3"), "⋯", _f(str(t + 1))]
    )
    derivative = f"∂{_c(str(t + 1))}/∂{_c('1')}"
    return f"unit {UNIT + 1}: {derivative} along the belt = {' · '.join(factors)}"


def numbers(belt: BeltRun, t: int) -> str:
    if t < NUMBERED_FROM:
        return f"unit {UNIT + 1}: {_value('c', belt.trace.c[t, UNIT])}"
    product = f"{_value('f', belt.trace.f[t, UNIT])}<sup>{t}</sup>"
    return f"= {product} = {_value('c', belt.left[t])}; by all paths {_value('h', belt.whole[t])}"


def sentence(belt: BeltRun, t: int) -> str:
    """What step ``t`` (from 0) does to the belt: HTML."""
    trace = belt.trace
    before, now = trace.c_prev[t, UNIT], trace.c[t, UNIT]
    if t == 0:
        values = ", ".join(_value("c", value) for value in trace.c[0])
        return linked_html(
            f"The [[input gate]] is open ({_value('i', trace.i[0, UNIT])}) and the [[candidate]] "
            f"loads the [[belt|conveyor-belt]]: {values}, one number for each unit."
        )
    if belt.input != "shut" and (belt.input == "free" or t == AGAIN_AT):
        return (
            f"Unit {UNIT + 1} keeps {_value('c', trace.kept[t, UNIT])} of {_value('c', before)}, "
            f"and the input gate adds {_value('g', trace.written[t, UNIT])}: "
            f"{_value('c', now)}. {_paths(belt, t) if belt.input == 'free' else _added()}"
        ).rstrip()
    if unchanged(belt, t):
        return _carried(belt, t)
    if belt.keep == 1:
        return f"Nothing is taken away and nothing added: unit {UNIT + 1} holds {_value('c', now)}."
    if belt.keep == 0:
        return (
            f"f = 0 multiplies the belt by nothing: of {_value('c', before)}, unit {UNIT + 1} "
            f"keeps {_value('c', now)}. What was on the belt is gone at the first step."
        )
    return (
        f"f = {_value('f', trace.f[t, UNIT])} keeps that share of what is there: of "
        f"{_value('c', before)}, unit {UNIT + 1} keeps {_value('c', now)}. Half is gone every "
        f"{half_life(belt):.1f} steps."
    )


def _carried(belt: BeltRun, t: int) -> str:
    """Nothing changes from step to step: each speaks of another unit."""
    f, added = (
        _value(name, values[t, UNIT])
        for name, values in (("f", belt.trace.f), ("g", belt.trace.written))
    )
    if t == 1:
        return linked_html(
            f"The [[forget gate]] is fully open and the input gate shut: × {f}, + {added}. Unit "
            f"{UNIT + 1} still holds {_value('c', belt.trace.c[t, UNIT])}, the same to the last "
            "bit."
        )
    if t == STEPS - 1:
        values = ", ".join(_value("c", value) for value in belt.trace.c[t])
        return f"{t} gates passed, and all units hold what was loaded to the last bit: {values}."
    unit = (UNIT + t - 1) % belt.trace.hidden_size
    return (
        f"{t} times × {f} and + {added}: unit {unit + 1} still holds "
        f"{_value('c', belt.trace.c[t, unit])}, the same to the last bit."
    )


def _paths(belt: BeltRun, t: int) -> str:
    if t < NUMBERED_FROM:
        return ""
    return (
        "Along the belt "
        f"{_value('c', belt.left[t])} of the first load’s influence is left; by all paths, through "
        f"h and the gates too, it is {_value('h', belt.whole[t])}."
    )


def _added() -> str:
    return "Writing adds to what the belt carries; it replaces nothing."


def _c(index: str) -> str:
    return _symbol("c", "c", index)


def _f(index: str) -> str:
    return _symbol("f", "f", index)


def _i(index: str) -> str:
    return _symbol("i", "i", index)


def _g(index: str) -> str:
    return _symbol("g", "c̃", index)


def _symbol(signal: str, letter: str, index: str) -> str:
    return _coloured(signal, f"{letter}<sub>{index}</sub>")


def _value(signal: str, value: float) -> str:
    return _coloured(signal, plain(float(value)))


def _coloured(signal: str, text: str) -> str:
    return f'<span class="lv-signal" style="color:var(--lv-text_{signal})">{text}</span>'
