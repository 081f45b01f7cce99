"""The four components on the picture of the cell: one is lit at a time, the rest dims.

One step of a run, or several.  The stages are ``words.cell.PARTS``: what comes in, each component
on its own ground with its values, and all four with their names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape

from lstm_viz.figures.diagram import Diagram, Point, Rect
from lstm_viz.figures.film import SHOWN, Film, Place, View, film
from lstm_viz.figures.shapes import NO_TEXT, Patch, PlotlyTrace, Side, area, patch, texts
from lstm_viz.figures.stages import Stage
from lstm_viz.figures.style import SMALLEST_TEXT
from lstm_viz.scenes.start.words.cell import COMPONENTS, PARTS
from lstm_viz.signals import LSTM_SIGNALS, shares
from lstm_viz.signals import gates as all_gates
from lstm_viz.trace import Trace

_READ = ("h_in", "x_in")
_BELT = ("c_in", "keep", "kept_on", "c_out")
_FORGET = (*_READ, "to_f", "f_out", "f_up", "c_in", "keep")
_INPUT = (*_READ, "to_i", "to_g", "i_out", "g_out", "i_over", "g_over", "write", "write_on")
_OUTPUT = (*_READ, "to_o", "o_out", "c_down", "tanh_on", "o_over", "h_out")
_NEW_STATE = "{c} = {f} ⊙ {c_prev} + {i} ⊙ {g}"
_SHOWN = "{h} = {o} ⊙ tanh({c})"


def _stage(
    id: str,
    equation: str,
    numbers: str,
    focus: tuple[str, ...],
    wires: tuple[str, ...],
    gates: tuple[str, ...] = (),
    ops: tuple[str, ...] = (),
) -> Stage:
    part = next(part for part in PARTS if part.id == id)
    return Stage(
        id, part.name, equation, numbers, part.sentence, focus, wires, gates, ops, brief=part.brief
    )


STAGES: tuple[Stage, ...] = (
    _stage("cell", "{x}, {h_prev}, {c_prev}", "c = {c_prev}", ("x", "h_prev", "c_prev"), ()),
    _stage(
        "i", "{i} ⊙ {g}", "{i} × {(g)} = {written}",
        ("x", "h_prev", "i", "g", "written"), _INPUT, ("i", "g"), ("write", "add"),
    ),
    _stage(
        "c", "{c} = {kept} + {written}", "{kept} + {(written)} = {c}",
        ("c_prev", "kept", "written", "c"), (*_BELT, "write_on"), (), ("forget", "add"),
    ),
    _stage(
        "f", "{f} ⊙ {c_prev}", "{f} × {(c_prev)} = {kept}",
        ("x", "h_prev", "c_prev", "f", "kept"), _FORGET, ("f",), ("forget",),
    ),
    _stage(
        "o", _SHOWN, "{o} × {(tanh_c)} = {h}",
        ("x", "h_prev", "o", "tanh_c", "h"), _OUTPUT, ("o",), ("squash", "release"),
    ),
    _stage(
        "named", f"{_NEW_STATE}, {_SHOWN}", "c = {c}, h = {h}",
        SHOWN, tuple(dict.fromkeys((*_BELT, *_FORGET, *_INPUT, *_OUTPUT))),
        all_gates(LSTM_SIGNALS), ("forget", "add", "write", "squash", "release"),
    ),
)  # fmt: skip
"""In the order of ``PARTS``."""

GROUND = 0.11
"""How strongly the ground of a lit component carries its colour."""
DIM = 0.4


def components(
    trace: Trace,
    *,
    tokens: Sequence[str],
    columns: tuple[str, ...],
    looked: Sequence[Sequence[str]] = (),
    scaled: Trace | None = None,
    place: Place | None = None,
) -> Film:
    """The film of one or more steps: ``trace`` (T, H) reads ``tokens``, ``columns`` are the I
    names in x.

    ``looked`` has by step the ids of the stages at which who steps stops, ``place`` which
    sentences of a story they are, ``scaled`` the run whose values make the scales of the colours.
    """
    plain = film(trace, tokens=tokens, columns=columns, stages=STAGES, scaled=scaled)
    views = {name: _with_grounds(plain, view) for name, view in plain.views.items()}
    if len(trace) == 1:
        return replace(plain, views=views, place=place)
    return replace(
        plain,
        views=views,
        place=place,
        told=tuple(tuple(part.sentence for part in PARTS) for _ in tokens),
        passed=tuple(
            (t, k)
            for t, ids in enumerate(looked)
            for k, stage in enumerate(STAGES)
            if stage.id not in ids
        ),
    )


def grounds(diagram: Diagram) -> dict[str, Rect]:
    """The part of the picture that belongs to each component: x0, y0, x1, y1."""
    strips, gates, (left, _, right, _) = diagram.strips, diagram.gates, diagram.frame
    if diagram.wide:
        rail, low = strips["c_prev"].centre[1], gates["f"].centre[1] + 34
        high = min(strips[name].edge("top")[1] for name in shares(LSTM_SIGNALS)) - 52
        return {
            "c": (12, rail - 34, diagram.width - 12, rail + 34),
            "f": (left + 10, high, strips["f"].centre[0] + 74, low),
            "i": (strips["i"].centre[0] - 74, high, strips["g"].centre[0] + 74, low),
            "o": (strips["o"].centre[0] - 74, high, right - 2, low),
        }
    rail = strips["c_prev"].centre[0]

    def rows(first: str, last: str) -> Rect:
        low = max(strips[last].edge("bottom")[1], gates[last].centre[1] + 21)
        high = min(strips[first].edge("top")[1] - 20, gates[first].centre[1] - 40)
        return (rail + 26, high, right - 14, low + 3)

    belt = (rail - 26, 4.0, rail + 24, diagram.height - 4)
    return {"c": belt, "f": rows("f", "f"), "i": rows("i", "g"), "o": rows("o", "o")}


def _with_grounds(plain: Film, view: View) -> View:
    """The view with grounds behind the wires, and names on them."""
    frame, *others = view.data
    boxes = grounds(view.diagram)
    grounds_at_rest = [
        area(f"ground {id}", box, fill=f"${id}", edge=f"${id}", radius=14, width=0, opacity=0.0)
        for id, box in boxes.items()
    ]
    if not view.diagram.wide:
        others = [_token(view.diagram) if one["name"] == "token" else one for one in others]
    data = [frame, *grounds_at_rest, *others, _names(view.diagram, boxes)]
    scenes = [
        [_frame(plain, view.diagram, t, k) for k in range(len(STAGES))]
        for t in range(len(plain.trace))
    ]
    order = [part.id for part in PARTS]
    hot = [(float(order.index(name)), *box) for name, box in boxes.items()]
    return replace(view, data=data, scenes=scenes, hot=hot)


def _token(diagram: Diagram) -> PlotlyTrace:
    """A sentence is too long to stand above the inputs of a phone: left of them, in short lines."""
    (x, _), (_, y) = diagram.strips["x"].edge("left"), diagram.strips["x"].edge("top")
    return texts("token", [(x - 8, y + 18)], size=SMALLEST_TEXT, colour="$ink", side="left")


def _quoted(token: str, diagram: Diagram) -> str:
    """On a phone in two lines."""
    words = escape(token, quote=False).split(" ")
    parts = (words,) if diagram.wide else (words[:2], words[2:])
    lines = [" ".join(part) for part in parts if part]
    return f"“{'<br>'.join(lines)}”"


def _names(diagram: Diagram, boxes: Mapping[str, Rect]) -> PlotlyTrace:
    """A name and a role for each component; on a phone the gates bear their names already."""
    places = [_name_places(diagram, part.id, boxes[part.id]) for part in COMPONENTS]
    return texts(
        "names",
        [point for points, _ in places for point in points],
        colour="$ink",
        size=[*((17, 14) if diagram.wide else (13, SMALLEST_TEXT))] * len(COMPONENTS),
        side=[side for points, side in places for _ in points],
    )


def _name_places(diagram: Diagram, id: str, box: Rect) -> tuple[list[Point], Side]:
    """Where the name and the role of a component stand, and on which side of that."""
    rail_x, rail_y = diagram.strips["c_prev"].centre
    if id == "c":
        right, apart = (104, 17) if diagram.wide else (28, 8)
        return [(rail_x + right, rail_y - apart), (rail_x + right, rail_y + apart)], "right"
    if not diagram.wide:
        x, y = diagram.gates[id].centre
        return [(x, y - 48), (x, y - 31)], "center"
    left, top, *_ = box
    x, _ = diagram.strips[id].centre
    if id == "f":  # where its wire goes up, its name stands beside it
        x = (left + x) / 2
    return [(x, top + 18), (x, top + 37)], "center"


def _frame(plain: Film, diagram: Diagram, t: int, k: int) -> dict[str, Patch]:
    """What stage ``k`` of step ``t`` changes beside the lights: grounds, names, what is dimmed."""
    stage = STAGES[k]
    named = [part for part in COMPONENTS if stage.id in (part.id, "named")]
    dimmed = 0 < k < len(STAGES) - 1
    lights = plain.quiet | plain.lit[k]
    names, inks = [], []
    for part in COMPONENTS:
        name = f"<b>{part.name}</b>" if diagram.wide or part.id == "c" else NO_TEXT
        names += [name, part.role] if part in named else [NO_TEXT, NO_TEXT]
        inks += [f"$text_{part.id}"] * 2
    patches: dict[str, Patch] = {
        **{f"ground {part.id}": {"opacity": GROUND * (part in named)} for part in COMPONENTS},
        "names": patch(text=names, ink=inks),
        "token": patch(text=[_quoted(plain.tokens[t], diagram)]),
    }
    for gate in diagram.gates:
        faint = dimmed and gate not in stage.gates
        patches[f"gate {gate}"] = lights[f"gate {gate}"] | {"opacity": DIM if faint else 1.0}
    if dimmed:
        lit = ["$on_signal" if gate in stage.gates else "$muted" for gate in diagram.gates]
        patches["gate text"] = patch(ink=lit * 2)
    return patches
