"""The four components in the picture: one is lit and named, the rest dims, no text in the way."""

from itertools import pairwise

import numpy as np
import pytest

from lstm_viz.figures.film import SHOWN, Place
from lstm_viz.figures.shapes import NO_TEXT
from lstm_viz.figures.style import SMALLEST_TEXT, THEMES
from lstm_viz.notation import number, percent
from lstm_viz.player import payload
from lstm_viz.scenes.start.picture.cell import DIM, GROUND, STAGES, components, grounds
from lstm_viz.scenes.start.record.story import steps, where_each_acts
from lstm_viz.scenes.start.words.cell import COMPONENTS, PARTS
from lstm_viz.tasks.basket import EMPTIES, PICKS, QUESTIONS, WORDS
from tests.unit.figures.runs import run as any_run
from tests.unit.frames import filled, frames, places
from tests.unit.scenes.start.runs import EVERY, ROW

FILM = components(steps(ROW, (4,)), tokens=[ROW.basket.sentences[4]], columns=WORDS)
layouts = pytest.mark.parametrize("layout", ["wide", "tall"])
CELL, NAMED = 0, len(STAGES) - 1
OF_ONE = {part.id: k for k, part in enumerate(PARTS) if part in COMPONENTS}


def frame(layout, k):
    return frames(FILM, layout)[0, k]


def box_of_strip(strip):
    (left, _), (_, top) = strip.edge("left"), strip.edge("top")
    (right, _), (_, bottom) = strip.edge("right"), strip.edge("bottom")
    return left, top, right, bottom


def overlap(a, b):
    return min(a[2], b[2]) > max(a[0], b[0]) and min(a[3], b[3]) > max(a[1], b[1])


def test_there_is_a_stage_for_the_cell_each_component_and_all_named():
    assert [stage.id for stage in STAGES] == ["cell", "i", "c", "f", "o", "named"]
    assert len(places(FILM)) == len(STAGES)
    for stage, part in zip(STAGES, PARTS, strict=True):
        assert (stage.title, stage.sentence, stage.brief) == (part.name, part.sentence, part.brief)


def test_at_first_there_is_what_comes_in_and_in_the_end_all():
    there = [{name for name, state in states.items() if state != "empty"} for states in FILM.states]
    assert there[CELL] == {"x", "h_prev", "c_prev"} and there[NAMED] == set(SHOWN)
    assert all(before <= after for before, after in pairwise(there))
    assert max(map(len, (b - a for a, b in pairwise(there)))) <= 3


@layouts
@pytest.mark.parametrize(("name", "k"), OF_ONE.items(), ids=OF_ONE)
def test_one_component_is_lit_and_the_rest_dims(layout, name, k):
    shown, stage = frame(layout, k), STAGES[k]
    for part in COMPONENTS:
        assert shown[f"ground {part.id}"]["opacity"] == (GROUND if part.id == name else 0)
    for gate in "figo":
        lit = gate in stage.gates
        assert shown[f"gate {gate}"]["opacity"] == (1 if lit else DIM)
        assert shown[f"gate {gate}"]["fillcolor"] == (f"${gate}" if lit else "$paper")
    wires = set(FILM.views[layout].diagram.wires)
    assert set(stage.wires) <= wires
    for wire in wires:
        assert shown[f"wire {wire}"]["opacity"] == float(wire in stage.wires)
    strips = dict(
        zip(
            (tuple(cell) for cell in trace_of(layout, "strips")["customdata"]),
            shown["strips"]["marker"]["opacity"],
            strict=True,
        )
    )
    states = FILM.states[k]
    for (strip, _), opacity in strips.items():
        assert states[strip] == "empty" or opacity == (1 if strip in stage.focus else 0.5), strip
    assert any(s not in stage.focus for s, _ in strips)


def test_both_factors_of_the_forget_gates_product_are_lit():
    stage = STAGES[OF_ONE["f"]]
    assert {"f", "c_prev", "kept"} <= set(stage.focus)
    assert {"f_up", "c_in", "keep"} <= set(stage.wires)


@layouts
def test_first_nothing_is_lit_and_last_everything_is(layout):
    first, last = frame(layout, CELL), frame(layout, NAMED)
    diagram = FILM.views[layout].diagram
    for part in COMPONENTS:
        assert first[f"ground {part.id}"]["opacity"] == 0
        assert last[f"ground {part.id}"]["opacity"] == GROUND
    assert set(first["names"]["text"]) == {NO_TEXT}
    assert {"<b>Cell state</b>", *(part.role for part in COMPONENTS)} <= set(last["names"]["text"])
    assert set(STAGES[NAMED].wires) == set(diagram.wires)
    assert set(STAGES[NAMED].ops) == set(diagram.ops)
    assert all(set(shown["strips"]["marker"]["opacity"]) == {1} for shown in (first, last))


@layouts
def test_grounds_are_apart_and_hold_what_is_theirs(layout):
    diagram = FILM.views[layout].diagram
    boxes = grounds(diagram)
    for a in boxes:
        for b in boxes:
            assert a == b or not overlap(boxes[a], boxes[b])
    for name, (x0, y0, x1, y1) in boxes.items():
        assert 0 <= x0 < x1 <= diagram.width and 0 <= y0 < y1 <= diagram.height
        stage = STAGES[OF_ONE[name]]
        for gate in stage.gates:
            (x, y), (w, h) = diagram.gates[gate].centre, diagram.gates[gate].size
            assert x0 <= x - w / 2 and x + w / 2 <= x1 and y0 <= y - h / 2 and y + h / 2 <= y1
            strip = box_of_strip(diagram.strips[gate])
            assert x0 <= strip[0] and strip[2] <= x1 and y0 <= strip[1] and strip[3] <= y1
    x0, y0, x1, y1 = boxes["c"]
    for name in ("c_prev", "kept", "c"):
        x, y = diagram.strips[name].centre
        assert x0 < x < x1 and y0 < y < y1


@layouts
def test_touching_a_ground_leads_to_its_stage(layout):
    view = FILM.views[layout]
    boxes = grounds(view.diagram)
    assert {int(k): tuple(box) for k, *box in view.hot} == {
        OF_ONE[name]: box for name, box in boxes.items()
    }


@layouts
@pytest.mark.parametrize("k", range(len(STAGES)), ids=[stage.id for stage in STAGES])
def test_names_lie_on_no_strip_gate_or_wire_of_their_own(layout, k):
    """Roughly: half a letter's size for each letter."""
    diagram, names = FILM.views[layout].diagram, trace_of(layout, "names")
    taken = [box_of_strip(strip) for strip in diagram.strips.values()]
    for gate in diagram.gates.values():
        (x, y), (w, h) = gate.centre, gate.size
        taken.append((x - w / 2, y - h / 2, x + w / 2, y + h / 2))
    for op in diagram.ops.values():
        (x, y), r = op.centre, op.radius
        taken.append((x - r, y - r, x + r, y + r))
    for wire in diagram.wires.values():
        for (ax, ay), (bx, by) in zip(wire.points, wire.points[1:], strict=False):
            taken.append((min(ax, bx) - 2, min(ay, by) - 2, max(ax, bx) + 2, max(ay, by) + 2))
    texts = frame(layout, k)["names"]["text"]
    rows = zip(
        names["x"], names["y"], texts, names["textfont"]["size"], names["textposition"], strict=True
    )
    for x, y, text, size, side in rows:
        if text == NO_TEXT:
            continue
        assert size >= SMALLEST_TEXT
        long = 0.5 * size * len(text.replace("<b>", "").replace("</b>", ""))
        left = x if side == "middle right" else x - long / 2
        box = (left, y - size * 0.4, left + long, y + size * 0.4)
        assert box[0] >= 0 and box[2] <= diagram.width
        assert not [other for other in taken if overlap(box, other)], text


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("part", COMPONENTS, ids=lambda part: part.id)
def test_names_can_be_read_on_their_ground(theme, part):
    colours = THEMES[theme]
    ground = mixed(colours["panel"], colours[part.id], GROUND)
    for role in (f"text_{part.id}", "muted", "text_c", "text_g"):
        assert contrast(rgb(colours[role]), ground) >= 4.5, role


@pytest.mark.parametrize("size", [(1, 1), (6, 8), (8, 12)])
def test_any_size_can_be_drawn(size):
    hidden_size, input_size = size
    trace = any_run(steps=1, hidden_size=hidden_size, input_size=input_size)
    columns = tuple(f"x{k}" for k in range(input_size))
    film = components(trace, tokens=["<b>"], columns=columns)
    assert frame_text(film, "token") == "“&lt;b&gt;”"
    for view in film.views.values():
        boxes = list(grounds(view.diagram).values())
        assert not any(overlap(a, b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def test_the_player_is_handed_stages_grounds_and_names():
    sent = payload(FILM, weights=ROW.basket.cell.parameters, overview=False, ribbon="stages")
    assert sent["ribbon"] == "stages" and sent["steps"] == 1
    assert [stage["brief"] for stage in sent["stages"]] == [part.brief for part in PARTS]
    for view in sent["views"].values():
        assert len(view["hot"]) == len(COMPONENTS)
        assert {f"ground {part.id}" for part in COMPONENTS} <= {t["name"] for t in view["data"]}
        assert len(view["scenes"]) == 1 and len(view["scenes"][0]) == len(STAGES)


@layouts
def test_the_sentence_that_is_read_stands_inside_the_picture(layout):
    shown, (x, _) = trace_of(layout, "token"), FILM.views[layout].diagram.strips["x"].edge("left")
    (text,) = frame(layout, 0)["token"]["text"]
    if layout == "tall":
        assert text == "“picks a<br>pear”" and shown["x"][0] < x
    else:
        assert text == "“picks a pear”"


def test_the_components_are_told_with_the_numbers_of_every_unit():
    trace = FILM.trace
    for unit in range(trace.hidden_size):
        sentences = filled(FILM, [(part.sentence, 0, unit) for part in PARTS])
        told = {part.id: text for part, text in zip(PARTS, sentences, strict=True)}
        value = {name: number(getattr(trace, name)[0, unit]) for name in trace.names}
        share = {gate: percent(getattr(trace, gate)[0, unit]) for gate in "fio"}
        kept, written, c = (value[name] for name in ("kept", "written", "c"))
        assert f"{kept} stays of what was there, {written} comes in, {c} goes on" in told["c"]
        assert f"Of {value['c_prev']}, unit {unit + 1} keeps {share['f']}" in told["f"]
        assert f"of {value['g']}, unit {unit + 1} takes in {share['i']}" in told["i"]
        assert f"lets out {share['o']}" in told["o"] and value["h"] in told["o"]
        assert all(share[gate] in told["named"] for gate in "fio")
        assert f"x, the word “{FILM.tokens[0]}” ({len(WORDS)} places" in told["cell"]
        assert trace.x[0].sum() == trace.x.max() == 1 and "{" not in " ".join(told.values())


def test_each_component_is_looked_at_where_it_acts():
    look = where_each_acts(ROW)
    told = [ROW.basket.sentences[n] for n in look.sentences]
    assert told == [PICKS[0], EMPTIES, QUESTIONS[0]]
    film = components(
        steps(ROW, look.sentences), tokens=told, columns=WORDS, looked=look.parts,
        place=Place(look.sentences, len(ROW), "sentence"),
    )  # fmt: skip
    stops = [
        (t, stage.id)
        for t in range(len(told))
        for k, stage in enumerate(STAGES)
        if (t, k) not in film.passed
    ]
    assert stops == [(0, "cell"), (0, "i"), (0, "c"), (1, "f"), (2, "o"), (2, "named")]
    trace = film.trace
    assert trace.i[0, 0] > 0.8 and trace.f[1, 0] < 0.05 and trace.o[2, 0] > 0.9
    sent = payload(film, weights=ROW.basket.cell.parameters, overview=False, ribbon="stages")
    assert sent["alone"] == {"numbers": list(look.sentences), "of": len(ROW), "word": "sentence"}
    assert {"c_prev", "h_prev"} <= set(sent["values"]), "the steps are not one after the other"


def test_any_story_is_looked_at_in_all_its_components():
    for row in EVERY:
        look = where_each_acts(row)
        assert sorted(id for parts in look.parts for id in parts) == sorted(p.id for p in PARTS)
        assert all(0 <= n < len(row) for n in look.sentences)


def trace_of(layout, name):
    return next(trace for trace in FILM.views[layout].data if trace["name"] == name)


def frame_text(film, name):
    return frames(film)[0, 0][name]["text"][0]


def rgb(colour):
    return np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)])


def mixed(under, over, share):
    return (1 - share) * rgb(under) + share * rgb(over)


def contrast(a, b):
    """WCAG 2's contrast ratio."""

    def luminance(colour):
        shares = colour / 255
        linear = np.where(shares <= 0.03928, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
        return float(linear @ [0.2126, 0.7152, 0.0722])

    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)
