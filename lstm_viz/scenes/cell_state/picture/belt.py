"""The conveyor belt: what the LSTM carries while Mia sings, and beside it the h of an RNN."""

from __future__ import annotations

from lstm_viz.figures.basket.at_rest import FRUIT_COLOURS, UNITS
from lstm_viz.figures.charts import shade
from lstm_viz.figures.diagram import rounded
from lstm_viz.figures.gating.layout import corners
from lstm_viz.figures.shapes import (
    NO_TEXT,
    VALUES,
    Patch,
    PlotlyTrace,
    Side,
    Text,
    area,
    bars,
    derived,
    line,
    lines,
    markers,
    patch,
    stroke,
    texts,
    words,
)
from lstm_viz.networks import basket as networks
from lstm_viz.notation import number
from lstm_viz.scenes.cell_state.picture.layout import CURVE, BeltLayout
from lstm_viz.scenes.cell_state.record import Carried

MOST_FRUIT = 2
GATES = ("f", "i")


def belt_at_rest(layout: BeltLayout, carried: Carried) -> list[PlotlyTrace]:
    places, units = range(len(carried)), range(carried.h.shape[1])
    fruit = [(n, unit, k) for n in places for unit in UNITS for k in range(MOST_FRUIT)]
    cells = [layout.cell_at(n, k) for n in places for k in units]
    width, height = layout.cell()
    ends = (layout.at(-0.5, layout.belt), layout.at(len(carried) - 0.5, layout.belt))
    return [
        area("place", layout.box(0, rival=False), fill="$panel", edge="$ink", radius=5, width=2),
        line("belt ahead", ends, colour="$faint", width=6),
        line("belt", ends, colour="$c", width=6),
        words(
            "belt heads",
            [Text(*at, text, "left" if layout.wide else "center", size, colour)
             for text, at, colour, size in layout.heads],
        ),
        texts("times sung", [layout.at(n, layout.number) for n in places], size=layout.text - 1,
              colour="$muted"),
        markers("belt fruit", [layout.fruit_at(*one) for one in fruit], size=layout.fruit,
                colour=[FRUIT_COLOURS[unit] for _, unit, _ in fruit], opacity=[0.0] * len(fruit)),
        *(trace for k, gate in enumerate(GATES) for trace in _doors(layout, carried, k, gate)),
        derived(texts("belt numbers", [layout.numbers_at(0, len(carried))], size=layout.text + 1,
                      colour="$text_c"), "c"),
        derived(bars("h", cells, length=[width] * len(cells), thick=height,
                     colour=[shade(float(value)) for value in carried.h.ravel()],
                     opacity=[0.0] * len(cells), scale=VALUES), networks.RNN),
        *_curves(layout, carried),
        *(
            texts(f"{name} says", [layout.at(n, across) for n in places], size=layout.text + 2,
                  colour="$ink")
            for name, across in zip(carried.answers, layout.says, strict=True)
        ),
    ]  # fmt: skip


def _curves(layout: BeltLayout, carried: Carried) -> list[PlotlyTrace]:
    """The numbers of c by how often she has sung, where the RNN will be."""
    last = len(carried) - 1
    side: Side = "left" if layout.wide else "center"
    ends = [layout.level_at(-0.5, level) for level in CURVE]
    told = [Text(x - 8 if layout.wide else x, y if layout.wide else y - 8, f"{level:.1f}", side,
                 layout.text - 1) for level, (x, y) in zip(CURVE, ends, strict=True)]  # fmt: skip
    x, y = (194, 180) if layout.wide else (layout.level_at(0, CURVE[-1] / 2)[0], 26)
    told.append(Text(x, y, "<b><i>c</i> in numbers</b>", side, layout.text, "$text_c"))
    return [
        lines("levels", [(end, layout.level_at(last + 0.5, level))
                         for level, end in zip(CURVE, ends, strict=True)],
              colour="$faint", width=1.5),
        *(line(f"curve {unit}", [layout.level_at(n, carried.c[n, unit]) for n in range(last + 1)],
               colour=FRUIT_COLOURS[unit], width=4) for unit in UNITS),
        words("level words", told),
    ]  # fmt: skip


def _doors(layout: BeltLayout, carried: Carried, k: int, gate: str) -> list[PlotlyTrace]:
    boxes = [layout.gate_box(n, k, unit) for n in range(len(carried)) for unit in UNITS]
    return [
        lines(f"belt doors {gate}", [corners(box) for box in boxes], colour=f"${gate}", width=1),
        bars(f"belt open {gate}", [(box[0], box[3]) for box in boxes], length=[0.5] * len(boxes),
             thick=layout.door[0], colour=f"${gate}", opacity=[0.0] * len(boxes), upright=True),
    ]  # fmt: skip


def _opened(layout: BeltLayout, carried: Carried, now: int, k: int, gate: str) -> dict[str, Patch]:
    """Each as far open as it is at the word, none after the place that is looked at."""
    doors = [(n, unit) for n in range(len(carried)) for unit in UNITS]
    boxes = [layout.gate_box(n, k, unit) for n, unit in doors]
    filled = [carried.gates[gate][n, unit] * layout.door[1] for n, unit in doors]
    seen = lines("", [corners(box) for box in boxes[: 2 * (now + 1)]], colour="", width=1)
    return {
        f"belt doors {gate}": {axis: seen[axis] for axis in "xy"},
        f"belt open {gate}": patch(
            [
                ((left + right) / 2, bottom - height / 2)
                for (left, _, right, bottom), height in zip(boxes, filled, strict=True)
            ],
            size=[stroke(max(height, 0.5)) for height in filled],
            opacity=[float(n <= now) for n, _ in doors],
        ),
    }


def belt_patches(
    layout: BeltLayout, carried: Carried, now: int, *, rival: bool, asked: bool
) -> dict[str, Patch]:
    """Mia has sung ``now`` times; ``rival``: the RNN is there; ``asked``: so are the answers."""
    places, units = range(len(carried)), carried.h.shape[1]
    apples, pears = (f"<b>{number(value)}</b>" for value in carried.c[now])
    found: dict[str, Patch] = {
        "place": patch(rounded(*layout.box(now, rival=rival), 5)),
        "belt": patch([layout.at(-0.5, layout.belt), layout.at(now + 0.5, layout.belt)]),
        "belt heads": patch(text=_heads(layout, rival=rival, asked=asked)),
        "times sung": patch(text=[str(n) if n <= now else NO_TEXT for n in places]),
        "belt fruit": patch(
            opacity=[
                float(n <= now and k < carried.fruit[n][unit])
                for n in places
                for unit in UNITS
                for k in range(MOST_FRUIT)
            ]
        ),
        "belt numbers": patch(
            [layout.numbers_at(now, len(carried))],
            text=[f"apples {apples}, pears {pears}" if layout.wide else f"{apples} &nbsp; {pears}"],
        ),
        "h": patch(opacity=[float(rival and n <= now) for n in places for _ in range(units)]),
    }
    for unit in UNITS:
        points = [layout.level_at(n, carried.c[n, unit]) for n in range(now + 1)]
        found[f"curve {unit}"] = patch(points) | {"opacity": float(not rival)}
    found["levels"] = {"opacity": float(not rival)}
    if rival:
        found["level words"] = patch(text=[NO_TEXT] * (len(CURVE) + 1))
    for k, gate in enumerate(GATES):
        found |= _opened(layout, carried, now, k, gate)
    for name, answers in carried.answers.items():
        found[f"{name} says"] = patch(
            text=[
                _said(layout, answer, carried.so) if asked and n <= now else NO_TEXT
                for n, answer in enumerate(answers)
            ]
        )
    return found


def _said(layout: BeltLayout, answer: int, so: int) -> str:
    return f"<b>{answer}</b>{'<br>' if layout.wide else ' '}{'✓' if answer == so else '✗'}"


def _heads(layout: BeltLayout, *, rival: bool, asked: bool) -> list[str]:
    """Those of the LSTM's state, then its answers, then the same of the RNN."""
    rivals = ("rival", "rival", "asked") if layout.wide else ("rival", "asked")
    kinds = (*[""] * (len(layout.heads) - len(rivals) - 1), "asked", *rivals)
    there = {"": True, "rival": rival, "asked": asked}
    return [
        text if there[kind] else NO_TEXT
        for (text, *_), kind in zip(layout.heads, kinds, strict=True)
    ]
