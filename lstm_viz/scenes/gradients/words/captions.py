"""What is said at each frame of the way back; HTML."""

from __future__ import annotations

import math
from collections.abc import Mapping
from html import escape

from lstm_viz.lesson.caption import Caption, caption, coloured
from lstm_viz.notation import clipped, counted, listed, number, percent
from lstm_viz.scenes.gradients.record.run import RATE, SATURATED, Run, Way
from lstm_viz.scenes.gradients.record.settings import OPEN
from lstm_viz.scenes.gradients.words.sizes import fate, size, times

NEAR, START, CHANGE, ROADS, WIDE = range(5)
NEAR_BACK = 10
"""So many steps before the end the way back is first looked at."""
MOVED = 0.01
"""A weight that has moved so far counts as moved."""
BY_H = coloured("h", "‖∂loss/∂h<sub>t</sub>‖")
DIRECT = coloured("f", "f<sub>t+1</sub> ⊙ … ⊙ f<sub>T</sub>")
BOTH = coloured("c", "∂c<sub>T</sub>/∂c<sub>t</sub>")
ROUND = coloured("h", "round through h")
ALIKE = 0.005
"""Logarithms no further apart are of the same size, as it is printed."""
MANY = 0.25
"""From this share on it is said how many gates are saturated."""
NO_GRU = "No GRU was trained on this story."


def near(run: Run) -> int:
    """The step, from 0, to which the way back has come at first."""
    return max(len(run) - 1 - NEAR_BACK, (len(run) - 1) // 2)


def captions(run: Run, *, clip: bool) -> list[Caption]:
    """One for each frame."""
    return [_near(run), _start(run), _change(run, clip=clip), _roads(run), _wide(run)]


def word(run: Run, t: int) -> str:
    """The word that step ``t`` reads."""
    return f"“{escape(clipped(run.tokens[t], 20), quote=False)}”"


def _near(run: Run) -> Caption:
    t, settings = near(run), run.settings
    back = len(run) - 1 - t
    if settings.network == "trained":
        sizes = listed([f"{name}, {run.sizes[name]} units" for name in run.ways])
        who = f"Two trained networks of this lesson ({sizes}) have read Mia’s story. {NO_GRU} Each"
    else:
        what = "words" if settings.kind == "sentence" else "numbers"
        who = (
            f"An [[RNN]], an [[LSTM]] and its smaller relative, a [[GRU]], have read {len(run)} "
            f"{what}, and each"
        )
    return caption(
        f"{counted(back, 'step')} back",
        f"{who} answer is off by 1. From there a [[gradient]] of size 1 runs back, in the LSTM by "
        f"h and by c, drawn as wide as it is large. By step {t + 1}, {word(run, t)}, it is "
        f"{_between(run, t)}. "
        f"{_saturation(run)}".rstrip(),
        f"{BY_H} = 1 at t = T",
    )


def _between(run: Run, t: int) -> str:
    """The least and the largest of the sizes there."""
    logs = [float(log[t]) for way in run.ways.values() for log in (way.h, way.c) if log is not None]
    least, most = size(min(logs)), size(max(logs))
    return f"<b>{least}</b>" if least == most else f"<b>{least}</b> to <b>{most}</b>"


def _saturation(run: Run) -> str:
    if run.saturated < MANY:
        return ""
    return (
        f"Of the LSTM’s gate values {percent(run.saturated)} are within {SATURATED:g} of 0 or 1: "
        "[[saturated]]."
    )


def _told(ways: Mapping[str, Way], t: int) -> str:
    return listed([f"{name} {_left(way, t)}" for name, way in ways.items()])


def _left(way: Way, t: int) -> str:
    by_h = f"<b>{size(float(way.h[t]))}</b>"
    return by_h if way.c is None else f"{by_h} by h, <b>{size(float(way.c[t]))}</b> by c"


def _start(run: Run) -> Caption:
    t = run.first
    found = {name: way.arrives(t) for name, way in run.ways.items()}
    return caption(
        f"Back at {word(run, t)}",
        f"{len(run) - 1 - t} steps back, of 1 there is left: {_told(run.ways, t)}. {_fates(found)} "
        f"{_compared(found)}",
        BY_H,
    )


def _fates(found: Mapping[str, float]) -> str:
    by_fate: dict[str, list[str]] = {}
    for name, log in found.items():
        by_fate.setdefault(fate(log), []).append(name)
    told = {
        "vanished": "It has [[vanished|vanishing-gradient]] in the {}.",
        "exploded": "It has [[exploded|exploding-gradient]] in the {}.",
        "arrives": "A size one can learn from arrives in the {}.",
    }
    return " ".join(
        words.format(listed(by_fate[one])) for one, words in told.items() if one in by_fate
    )


def _compared(found: Mapping[str, float]) -> str:
    most, least = max(found, key=found.__getitem__), min(found, key=found.__getitem__)
    apart = found[most] - found[least]
    if found[least] == -math.inf:
        return "" if found[most] == -math.inf else f"In the {least} nothing is left."
    if apart < math.log10(2):
        return "The cells differ by less than a factor of 2."
    return f"In the {most} it is {times(apart)} times the {least}’s."


def _change(run: Run, *, clip: bool) -> Caption:
    told = {name: change(way, clip=clip) for name, way in run.ways.items()}
    sizes = listed([f"{name} <b>{size(log)}</b>" for name, log in told.items()])
    clipped_ = [name for name, way in run.ways.items() if way.clip < 0]
    if not clip:
        last = ""
    elif not clipped_:
        last = "Clipping changes nothing here: no whole gradient is longer than 1."
    else:
        shares = listed([f"{name} by {size(run.ways[name].clip)}" for name in clipped_])
        last = (
            f"Clipped to length 1, the whole gradient was multiplied: {shares}. That tames an "
            "explosion; it brings back nothing that has vanished."
        )
    return caption(
        f"What the network learns from {word(run, run.first)}",
        f"Training moves each weight by its gradient times the [[learning rate]] ({RATE:g}). The "
        f"most that step {run.first + 1} alone would move a weight: {sizes}. {last}",
        "weight change = − learning rate × gradient",
    )


def change(way: Way, *, clip: bool) -> float:
    """log10 of the largest change of a weight that the early step asks for."""
    return way.change + (way.clip if clip else 0.0)


def needed(way: Way, *, clip: bool) -> float:
    """log10 of how many such sequences move that weight by ``MOVED``, at least one."""
    return max(0.0, math.log10(MOVED) - change(way, clip=clip))


def _roads(run: Run) -> Caption:
    t = run.first
    direct, around, both = (
        float(getattr(run.roads, part)[t]) for part in ("direct", "round", "both")
    )
    return caption(
        "Two roads through the LSTM",
        "From an early cell state to the last there is the direct road, on which only forget gates "
        "multiply, and the way round: c<sub>t</sub> → h<sub>t</sub> → the gates of later steps → "
        f"c. From {word(run, t)}: direct <b>{size(direct)}</b>{_a_step(run, direct)}, round "
        f"<b>{size(around)}</b>, both together <b>{size(both)}</b>. {_road(direct, around)}",
        f"{BOTH} = {DIRECT} + {ROUND}",
    )


def _a_step(run: Run, direct: float) -> str:
    """What the forget gates multiply by at a step, where something is left."""
    steps = len(run) - 1 - run.first
    return "" if direct == -math.inf else f" (× {number(10 ** (direct / steps))} a step on average)"


def _road(direct: float, around: float) -> str:
    which = road(direct, around)
    if which == "direct":
        return "Here the direct road carries most."
    if which == "round":
        return "Here most comes round: the forget gates alone do not tell how much arrives."
    return "Here both carry about as much."


def road(direct: float, around: float) -> str:
    """Which carries more than twice as much as the other: "direct", "round" or "alike"."""
    if direct == around:  # also where nothing is left on either
        return "alike"
    if abs(direct - around) <= math.log10(2):
        return "alike"
    return "direct" if direct > around else "round"


def _wide(run: Run) -> Caption:
    t = run.first
    before = {name: way.arrives(t) for name, way in run.ways.items() if name != "RNN"}
    after = {name: run.opened[name].arrives(t) for name in before}
    told = listed([f"{name} {size(before[name])} → <b>{size(after[name])}</b>" for name in before])
    alike = all(abs(after[name] - before[name]) < ALIKE for name in before)
    first = (
        "The gates that keep already have this [[bias]]"
        if alike and run.settings.network == "random"
        else "The same weights, with this [[bias]] in the gates that keep. Of 1 there is left, by "
        "h or by c"
    )
    return caption(
        f"Forget bias {OPEN:g}: gates wide open",
        f"{first}: {told}. The direct road alone keeps {size(float(run.opened_product[t]))}. "
        f"{_gates_did(before, after)} An RNN has no gate to open. So a forget bias above 0 is a "
        "good beginning for long gaps; training may move it, and how much arrives depends on all "
        "weights: try others.",
        f"forget gate = σ(… + {OPEN:g})",
    )


def _gates_did(before: Mapping[str, float], after: Mapping[str, float]) -> str:
    closer = [name for name in before if abs(after[name]) < abs(before[name]) - ALIKE]
    if len(closer) == len(before):
        return "That is nearer to 1."
    further = [name for name in before if abs(after[name]) > abs(before[name]) + ALIKE]
    if not further:
        return ""
    return f"In the {listed(further)} that is further from 1."
