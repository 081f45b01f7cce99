"""The sum at one word: what is kept + what is written = the new cell state, a row a unit."""

from __future__ import annotations

from lstm_viz.figures.basket.at_rest import FRUIT_COLOURS, UNITS
from lstm_viz.figures.diagram import Point, Rect
from lstm_viz.figures.gating.layout import corners
from lstm_viz.figures.shapes import (
    NO_TEXT,
    Patch,
    PlotlyTrace,
    Side,
    Text,
    area,
    bars,
    derived,
    line,
    markers,
    patch,
    stroke,
    texts,
    words,
)
from lstm_viz.notation import bracketed, honest, number
from lstm_viz.scenes.cell_state.picture.layout import BARS, SumLayout
from lstm_viz.scenes.cell_state.record import FACTORS, Update
from lstm_viz.tasks.basket import OUTPUTS

COLOURS = {"kept": "c", "written": "g", "c": "c"}
GATES = ("f", "i")
GATE_NAMES = ("forget gate", "input gate")
BEFORE = {"kept": "before", "written": "on offer"}
"""What a gate is multiplied with: the dashed outline, of which the full part is left."""
PAIRS = [(unit, k) for unit in UNITS for k in (0, 1)]
STAGES = ("before", "kept", "written", "c", "numbers")
"""What is seen one after the other; each with those before it."""


def sum_at_rest(layout: SumLayout) -> list[PlotlyTrace]:
    length, thick = layout.bar
    names: list[Text] = []
    for unit in UNITS:
        x, y = layout.name_at(unit)
        size = layout.text + 5 if layout.wide else 16
        at: Side = "left" if layout.wide else "right"
        names.append(Text(x, y, f"<b>{OUTPUTS[unit]}</b>", at, size, FRUIT_COLOURS[unit]))
        below = (x, y + 25) if layout.wide else (x + 70, y + 1)
        names.append(Text(*below, f"unit {unit + 1}", at, layout.text - 2))
    found = [words("unit names", names)]
    for k, name in enumerate(BARS):
        starts = [layout.bars[unit][k] for unit in UNITS]
        found += [
            *(
                line(f"outline {name} {unit}", _outline(start, length, thick),
                     colour=f"${COLOURS[name]}", width=2, dash="dash", opacity=0.0)
                for unit, start in enumerate(starts)
            ),
            derived(
                bars(name, starts, length=[0.5] * 2, thick=thick, colour=f"${COLOURS[name]}",
                     opacity=1.0), name,
            ),
            texts(f"{name} name", [layout.above(unit, k) for unit in UNITS], size=layout.text - 1,
                  colour=f"$text_{COLOURS[name]}", side="right"),
            derived(
                texts(f"{name} number", [layout.number_at(unit, k) for unit in UNITS],
                      size=layout.text, colour=f"$text_{COLOURS[name]}", side="right"), name,
            ),
        ]  # fmt: skip
    for k, gate in enumerate(GATES):
        boxes = [layout.gate_box(unit, k) for unit in UNITS]
        found += [
            *(
                area(f"gate {gate} {unit}", box, fill="$paper", edge=f"${gate}", radius=6, width=2)
                for unit, box in enumerate(boxes)
            ),
            bars(f"open {gate}", [_foot(box) for box in boxes], length=[0.5] * 2,
                 thick=layout.gate[0] - 4, colour=f"${gate}", upright=True, opacity=1.0),
            derived(
                texts(f"{gate} number", [_middle(box) for box in boxes], size=layout.text,
                      colour=["$ink"] * 2), gate,
            ),
            texts(f"{gate} name", [_over(layout, unit, k) for unit in UNITS],
                  size=layout.text - 2, colour=f"$text_{gate}"),
        ]  # fmt: skip
    signs = [layout.sign_at(unit, k) for unit in UNITS for k in (1, 2)]
    return [
        *found,
        texts("times", [layout.times_at(*pair) for pair in PAIRS], size=layout.text + 6),
        texts("signs", signs, size=layout.text + 10, colour="$ink"),
        markers(
            "sum fruit",
            [layout.fruit_at(unit, k) for k in range(len(BARS)) for unit in UNITS],
            size=layout.fruit,
            colour=[FRUIT_COLOURS[unit] for _ in BARS for unit in UNITS],
            opacity=[0.0] * len(BARS) * len(UNITS),
            edge="$paper",
            edge_width=2,
        ),
    ]


def _outline(start: Point, length: float, thick: float) -> list[Point]:
    x, y = start
    return corners((x, y - thick / 2, x + length, y + thick / 2))


def _foot(box: Rect) -> Point:
    return ((box[0] + box[2]) / 2, box[3])


def _middle(box: Rect) -> Point:
    return ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)


def _over(layout: SumLayout, unit: int, k: int) -> Point:
    left, top, right, _ = layout.gate_box(unit, k)
    return ((left + right) / 2, top - (16 if layout.wide else 9))


def sum_patches(layout: SumLayout, at: Update, stage: str) -> dict[str, Patch]:
    """The picture at one of ``STAGES``."""
    seen = STAGES.index(stage)
    thick, scale = layout.bar[1], layout.bar[0] / at.largest
    names = {
        "kept": f"{BEFORE['kept']} (dashed), kept (full)" if seen >= 1 else BEFORE["kept"],
        "written": f"{BEFORE['written']} (dashed), written (full)",
        "c": "new cell state",
    }
    found: dict[str, Patch] = {}
    lying: list[float] = []
    for k, name in enumerate(BARS):
        shown = k <= 0 or seen >= k + 1
        whole = at.signals[FACTORS[name][1] if name in FACTORS else name]
        lengths = [scale * (v if k == 0 and not seen else at.signals[name][u])
                   for u, v in enumerate(whole)]  # fmt: skip
        places = [
            (x + length / 2, y)
            for length, (x, y) in zip(
                lengths, (layout.bars[unit][k] for unit in UNITS), strict=True
            )
        ]
        sizes = [stroke(max(length, 0.5)) for length in lengths]
        found[name] = patch(places, size=sizes) | {"opacity": float(shown)}
        found[f"{name} name"] = patch(text=[names[name] if shown else NO_TEXT] * 2)
        found[f"{name} number"] = patch(
            text=[_told(at, name, unit) if stage == "numbers" else NO_TEXT for unit in UNITS]
        )
        for unit in UNITS:
            outline = _outline(layout.bars[unit][k], max(scale * whole[unit], 2), thick)
            around = float(name in FACTORS and seen > k)
            found[f"outline {name} {unit}"] = patch(outline) | {"opacity": around}
        lying += [float(shown and at.fruit[name][unit] > 0) for unit in UNITS]
    for k, gate in enumerate(GATES):
        opened = seen >= k + 1
        height = layout.gate[1] - 4
        filled = [height * at.signals[gate][unit] if opened else 0.0 for unit in UNITS]
        boxes = [layout.gate_box(unit, k) for unit in UNITS]
        found[f"open {gate}"] = patch(
            [(_foot(box)[0], box[3] - 2 - one / 2) for box, one in zip(boxes, filled, strict=True)],
            size=[stroke(max(one, 0.5)) for one in filled],
        ) | {"opacity": float(opened)}
        for unit in UNITS:
            found[f"gate {gate} {unit}"] = {"opacity": float(opened)}
        found[f"{gate} name"] = patch(text=[GATE_NAMES[k] if opened else NO_TEXT] * 2)
        found[f"{gate} number"] = patch(
            text=[
                f"<b>{number(value)}</b>" if stage == "numbers" else NO_TEXT
                for value in at.signals[gate]
            ],
            ink=["$on_signal" if value > 0.55 else "$ink" for value in at.signals[gate]],
        )
    found["times"] = patch(text=["×" if seen >= k + 1 else NO_TEXT for _, k in PAIRS])
    found["signs"] = patch(text=["+" if seen >= 2 else NO_TEXT, "=" if seen >= 3 else NO_TEXT] * 2)
    found["sum fruit"] = patch(opacity=lying)
    return found


def _told(at: Update, name: str, unit: int) -> str:
    """The value; of what a gate let through, the product that it is."""
    value = number(at.signals[name][unit])
    if name not in FACTORS:
        return f"<b>{value}</b>"
    gate, content = (number(at.signals[part][unit]) for part in FACTORS[name])
    return honest(f"{gate} × {bracketed(content)} = {value}")
