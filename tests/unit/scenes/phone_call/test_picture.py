"""A story's film: the ledger is the run, the bubbles are its cell state, and nothing overlaps."""

import itertools
from decimal import Decimal

import numpy as np
import pytest

from lstm_viz import LSTM
from lstm_viz.figures.shapes import NO_TEXT, ink_on
from lstm_viz.figures.style import SMALLEST_TEXT
from lstm_viz.notation import number
from lstm_viz.scenes.phone_call.picture import ON_YOUR_MIND, SAID, STAGES, story
from lstm_viz.scenes.phone_call.picture.call import call_film
from lstm_viz.scenes.phone_call.picture.layout import TALL, WIDE
from lstm_viz.scenes.phone_call.picture.ledger import COLUMNS, SCALE, TOLD
from lstm_viz.scenes.phone_call.questions import QUESTIONS
from lstm_viz.scenes.phone_call.record import run
from lstm_viz.scenes.phone_call.words.call import STORY
from lstm_viz.signals import LSTM_SIGNALS, shares
from tests.each import for_each
from tests.unit.figures.runs import run as any_run
from tests.unit.frames import frames as composed
from tests.unit.frames import places

LAYOUTS = {"wide": WIDE, "tall": TALL}
layouts = for_each("layout", LAYOUTS)
SAY = len(STAGES) - 1
HELD = (None, *range(len(STORY.beats)))


def awkward_run():
    """Cell states of both signs, beyond 1, and some that come and go."""
    return any_run(steps=9, hidden_size=6, input_size=3, seed=4)


def film_with(trace):
    words = [f"moment {t}" for t in range(len(trace))]
    return story(
        trace,
        units=[f"thought {k}" for k in range(6)],
        moments=words,
        columns=["a", "b", "c"],
        heard=[f"“{word}”" if t % 2 else "" for t, word in enumerate(words)],
        said=["" if t % 3 else f"said {t}" for t in range(len(trace))],
        told=[[f"told {t} {k}" for k in range(len(STAGES))] for t in range(len(trace))],
    )


CALL = call_film(run().trace)
WHAT_IFS = {held: call_film(run(held).trace, held) for held in HELD}
FILMS = {"call": CALL, "other run": film_with(awkward_run())}
films = pytest.mark.parametrize("film", FILMS.values(), ids=FILMS)


def frames(film, layout):
    for (t, k), patches in composed(film, layout).items():
        yield t, k, patches


def base(film, layout, name):
    (found,) = [trace for trace in film.views[layout].data if trace["name"] == name]
    return found


def cells(film, layout, patch):
    keys = base(film, layout, "strips")["customdata"]
    marker = patch["marker"]
    columns = zip(
        patch["x"], patch["y"], patch["text"], marker["color"], marker["opacity"],
        patch["textfont"]["color"], strict=True,
    )  # fmt: skip
    return {tuple(key): look for key, look in zip(map(tuple, keys), columns, strict=True)}


def holds(trace, t, k):
    return (trace.kept, trace.c, trace.c)[k][t]


# ---- the film ----------------------------------------------------------------------------------


def test_every_moment_has_all_its_stages():
    assert len(places(CALL)) == len(STORY.beats) * len(STAGES) <= 20
    assert places(CALL) == [(t, k) for t in range(6) for k in range(3)]
    assert CALL.tokens == tuple(beat.label for beat in STORY.beats)
    assert CALL.told == STORY.templates()
    assert CALL.speaks == STORY.speaks
    assert FILMS["other run"].speaks == ()
    assert CALL.shown == tuple(COLUMNS)


def test_stages_speak_of_columns_of_the_ledger():
    assert len({stage.id for stage in STAGES}) == len(STAGES)
    for stage in STAGES:
        assert stage.focus and set(stage.focus) <= set(COLUMNS)
        assert not stage.carries and not stage.gates and not stage.wires
    assert {row.name for row in LSTM_SIGNALS} >= set(COLUMNS)


def test_gates_are_there_at_once_and_results_when_they_are_told():
    told_at = {"c": 1, "tanh_c": 2, "h": 2}
    for k, states in enumerate(CALL.states):
        assert set(states) == set(COLUMNS)
        for name, state in states.items():
            assert state == ("active" if k >= told_at.get(name, 0) else "empty")


def test_one_scale_of_colours_holds_every_value_of_the_call():
    for film in WHAT_IFS.values():
        assert set(film.scales.values()) == {SCALE, 1.0}
        assert max(np.abs(getattr(film.trace, name)).max() for name in COLUMNS) < SCALE


@pytest.mark.parametrize("hidden_size", [1, 5, 7])
def test_another_number_of_thoughts_is_refused(hidden_size):
    with pytest.raises(ValueError, match=f"6 thoughts, got {hidden_size} units"):
        film_with(any_run(hidden_size=hidden_size))


# ---- the ledger --------------------------------------------------------------------------------


@layouts
@films
def test_the_ledger_holds_exactly_the_values_of_the_run(film, layout):
    stands = LAYOUTS[layout]
    for t, k, patches in frames(film, layout):
        found = cells(film, layout, patches["strips"])
        assert set(found) == set(itertools.product(COLUMNS, range(6)))
        for (name, unit), (x, y, text, colour, opacity, ink) in found.items():
            column = list(COLUMNS).index(name)
            assert x == stands.columns[column]
            assert y == pytest.approx(stands.first_row + unit * stands.pitch)
            state = film.states[k][name]
            if state == "empty":
                assert (text, colour) == (NO_TEXT, "$off")
                continue
            value = getattr(film.trace, name)[t, unit]
            share = value / film.scales[name]
            scale = name if name in shares(LSTM_SIGNALS) else "values"
            assert text == number(value, sign=scale == "values")
            assert film.scales[name] == (1.0 if scale == name else SCALE)
            drawn, at = colour.split("@")
            assert drawn == f"${scale}" and float(at) == pytest.approx(share, abs=5.01e-5)
            assert (opacity, ink) == (1.0, f"$on {scale}@{at}")


@layouts
def test_a_columns_heading_and_symbol_have_its_colour_while_it_is_spoken_of(layout):
    colours = {row.name: f"$text_{row.color}" for row in LSTM_SIGNALS}
    for _, k, patches in frames(CALL, layout):
        inks = [colours[n] if n in STAGES[k].focus else "$muted" for n in COLUMNS]
        assert patches["labels"]["textfont"]["color"] == inks
        assert patches["headings"]["textfont"]["color"] == inks
        signs = ["$ink" if name in STAGES[k].focus else "$muted" for name in list(COLUMNS)[1:]]
        assert patches["operations"]["textfont"]["color"] == [c for c in signs for _ in range(6)]
        grounds = [patches[f"ground {names[0]}"]["opacity"] for names in TOLD]
        assert grounds == [float(n == k) for n in range(len(STAGES))]
        assert {name for names in TOLD for name in names} == set(COLUMNS)


@layouts
def test_the_ledger_reads_as_the_two_sums(layout):
    assert base(CALL, layout, "headings")["text"] == [f"<b>{word}</b>" for word in COLUMNS.values()]
    assert base(CALL, layout, "rows")["text"] == list(STORY.units)
    operations = base(CALL, layout, "operations")
    between = zip(LAYOUTS[layout].columns, operations["x"][::6], strict=False)
    assert all(left < x for left, x in between)
    trace = CALL.trace
    np.testing.assert_allclose(trace.c_prev * trace.f + trace.i * trace.g, trace.c, rtol=1e-12)
    np.testing.assert_allclose(trace.o * trace.tanh_c, trace.h, rtol=1e-12)


@layouts
@films
def test_equals_stands_only_where_the_printed_digits_add_up(film, layout):
    for t, _, patches in frames(film, layout):
        signs = np.reshape(patches["operations"]["text"], (-1, 6)).T

        def printed(name, unit, t=t):
            text = number(getattr(film.trace, name)[t, unit])
            return Decimal(text.replace("−", "-"))

        for unit, (*plain, one) in enumerate(signs):
            other, plain = plain[3], [*plain[:3], *plain[4:]]
            assert plain == ["×", "+", "×", NO_TEXT, "×"]
            c_prev, f, i, g, c, o, tanh_c, h = (printed(name, unit) for name in COLUMNS)
            for sign, off in ((other, c_prev * f + i * g - c), (one, o * tanh_c - h)):
                assert sign == ("=" if abs(off) <= Decimal("0.005") else "≈")


# ---- the bubbles -------------------------------------------------------------------------------


@layouts
@films
def test_a_bubble_is_as_large_as_its_thought(film, layout):
    stands = LAYOUTS[layout]
    for t, k, patches in frames(film, layout):
        sizes = patches["bubbles"]["marker"]["size"]
        for size, weight in zip(sizes, np.abs(holds(film.trace, t, k)), strict=True):
            # It does not shrink further than its name needs, which stands in it.
            wanted = max(stands.least, stands.bubble * weight**0.5)
            assert size == pytest.approx(wanted, abs=0.051)


@layouts
@films
def test_a_thought_is_above_the_line_while_it_is_on_your_mind_and_sinks_below_it(film, layout):
    stands = LAYOUTS[layout]
    been = set()
    for t, k, patches in frames(film, layout):
        bubbles = patches["bubbles"]
        been |= set(np.flatnonzero(np.abs(film.trace.c_prev[t]) > ON_YOUR_MIND))
        before = np.abs(film.trace.c_prev[t]) > ON_YOUR_MIND
        assert patches["before"]["marker"]["opacity"] == [float(b and k == 0) for b in before]
        for unit, value in enumerate(holds(film.trace, t, k)):
            on_mind = abs(value) > ON_YOUR_MIND
            been |= {unit} if on_mind else set()
            place = (bubbles["x"][unit], bubbles["y"][unit])
            look = (
                bubbles["marker"]["color"][unit],
                bubbles["marker"]["opacity"][unit],
                bubbles["textfont"]["color"][unit],
            )
            if on_mind:
                assert place == stands.homes[unit] and place[1] < stands.line
                assert look[0] == pytest.approx(value / SCALE, abs=1e-4)
                assert look[1:] == (1.0, ink_on("values", value / SCALE))
            elif unit in been:
                assert place == stands.aside[unit] and place[1] > stands.line
                assert look == ("$off", 1.0, "$muted")
            else:  # has not come yet: not to be seen
                assert place == stands.homes[unit]
                assert look[1:] == (0.0, "rgba(0,0,0,0)")


@layouts
@films
def test_a_thought_gets_a_ring_exactly_when_it_is_said(film, layout):
    for t, k, patches in frames(film, layout):
        said = (np.abs(film.trace.h[t]) > SAID) & (k == SAY)
        assert patches["bubbles"]["marker"]["line"]["color"] == [
            "$h" if spoken else "$paper" for spoken in said
        ]


def test_only_what_is_on_your_mind_is_said():
    """A ring is round a bubble, never round nothing: |h| ≤ |tanh(c)|."""
    assert SAID > ON_YOUR_MIND
    for film in FILMS.values():
        said = np.abs(film.trace.h) > SAID
        assert (np.abs(film.trace.c)[said] > ON_YOUR_MIND).all()


@layouts
@films
def test_what_is_heard_stands_there_all_along_and_what_is_said_when_it_is_said(film, layout):
    call = film is CALL
    for t, k, patches in frames(film, layout):
        heard = STORY.beats[t].heard if call else f"“moment {t}”" if t % 2 else ""
        said = STORY.beats[t].said if call else "" if t % 3 else f"said {t}"
        assert patches["heard"] == {"text": [heard or NO_TEXT]}
        assert patches["said"] == {"text": [(said if k == SAY else "") or NO_TEXT]}
        assert patches["said box"] == {"opacity": float(bool(said) and k == SAY)}
        assert patches["ringing"] == {"opacity": float(t == 0)}


def test_the_story_of_the_call_in_bubbles():
    """Three thoughts sink at “hello”, and three are said at the end."""
    before, after = (composed(CALL)[place]["bubbles"]["y"] for place in ((0, SAY), (1, 0)))
    assert [unit for unit in range(6) if after[unit] > WIDE.line > before[unit]] == [0, 1, 2]
    spoken = composed(CALL)[4, SAY]["bubbles"]["marker"]["line"]["color"]
    assert [unit for unit in range(6) if spoken[unit] == "$h"] == [3, 4, 5]


def test_with_the_forget_gate_open_at_hello_nothing_sinks_there():
    film = WHAT_IFS[1]
    for k in range(len(STAGES)):
        heights = composed(film)[1, k]["bubbles"]["y"]
        assert max(heights) < WIDE.line


# ---- both pictures -----------------------------------------------------------------------------


def overlap(a, b, slack=0.01):
    return min(a[2], b[2]) - max(a[0], b[0]) > slack and min(a[3], b[3]) - max(a[1], b[1]) > slack


def inside(inner, outer):
    return (
        inner[0] >= outer[0]
        and inner[1] >= outer[1]
        and inner[2] <= outer[2]
        and inner[3] <= outer[3]
    )


def cell_boxes(stands):
    width, height = stands.cell
    return [
        (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        for x in stands.columns
        for y in (stands.first_row + stands.pitch * k for k in range(6))
    ]


def text_boxes(trace):
    """Boxes of the letters of a text trace, a little wider than they are drawn."""
    size = trace["textfont"]["size"]
    found = []
    for n, (x, y, text) in enumerate(zip(trace["x"], trace["y"], trace["text"], strict=True)):
        plain = text.replace("<b>", "").replace("</b>", "").replace("<i>", "").replace("</i>", "")
        plain = plain.replace("<sub>", "").replace("</sub>", "")
        if plain == NO_TEXT:
            continue
        lines = plain.split("<br>")
        width, height = 0.55 * size * max(map(len, lines)), 0.8 * size * len(lines)
        where = trace.get("textposition", "middle center")
        where = where if isinstance(where, str) else where[n]
        down, across = where.split()
        left = {"right": x, "left": x - width, "center": x - width / 2}[across]
        top = {"top": y - height, "middle": y - height / 2, "bottom": y}[down]
        found.append((left, top, left + width, top + height))
    return found


@layouts
def test_cells_of_the_ledger_do_not_overlap_and_stay_in_the_picture(layout):
    stands = LAYOUTS[layout]
    boxes = cell_boxes(stands)
    assert not [1 for a, b in itertools.combinations(boxes, 2) if overlap(a, b)]
    assert all(inside(box, (0, 0, *stands.size)) for box in boxes)
    assert not any(overlap(box, stands.panel) for box in boxes)


@layouts
def test_strips_have_the_size_of_the_layouts_cells(layout):
    stands = LAYOUTS[layout]
    for strip in CALL.views[layout].diagram.strips.values():
        assert (strip.cell[0], strip.cell[1] - strip.gap) == stands.cell
    marker = base(CALL, layout, "strips")["marker"]
    assert set(marker["line"]["width"]) == {stands.cell[1]}


@layouts
def test_text_is_inside_the_picture_and_clear_of_cells_and_other_text(layout):
    stands = LAYOUTS[layout]
    picture = (0, 0, *stands.size)
    texts = [
        (name, box)
        for name in ("rows", "headings", "labels", "room text", "operations")
        for box in text_boxes(base(CALL, layout, name))
    ]
    for (name, a), (other, b) in itertools.combinations(texts, 2):
        assert not overlap(a, b), (name, other, a, b)
    for name, box in texts:
        assert inside(box, picture), (name, box)
        if name != "room text":
            assert not any(overlap(box, cell) for cell in cell_boxes(stands)), (name, box)


@layouts
def test_what_is_heard_and_said_has_room(layout):
    stands = LAYOUTS[layout]
    for beat in STORY.beats:
        for name, room in (("heard", stands.heard), ("said", stands.said)):
            for box in text_boxes(base(CALL, layout, name) | {"text": [getattr(beat, name)]}):
                assert not getattr(beat, name) or inside(box, room), getattr(beat, name)


@layouts
def test_a_name_stands_inside_its_bubble(layout):
    """Inside the smallest one."""
    bubbles, stands = base(CALL, layout, "bubbles"), LAYOUTS[layout]
    for x, y, (left, top, right, bottom) in zip(
        bubbles["x"], bubbles["y"], text_boxes(bubbles), strict=True
    ):
        corners = [(px - x, py - y) for px in (left, right) for py in (top, bottom)]
        assert all(np.hypot(*corner) <= stands.least / 2 + 4 for corner in corners)


@layouts
def test_no_text_is_small(layout):
    for trace in CALL.views[layout].data:
        if "textfont" in trace:
            assert np.min(trace["textfont"]["size"]) >= SMALLEST_TEXT, trace["name"]


@layouts
@for_each("held", HELD)
def test_bubbles_stay_in_the_mind_and_apart(layout, held):
    stands, film = LAYOUTS[layout], WHAT_IFS[held]
    for t, k, patches in frames(film, layout):
        bubbles = patches["bubbles"]
        seen = [
            (bubbles["x"][u], bubbles["y"][u], bubbles["marker"]["size"][u] / 2)
            for u in range(6)
            if bubbles["marker"]["opacity"][u]
        ]
        for x, y, r in seen:
            assert inside((x - r, y - r, x + r, y + r), stands.panel), (t, k)
            below = y > stands.line
            assert y - r > stands.line if below else y + r < stands.line, (t, k)
        for (x, y, r), (x2, y2, r2) in itertools.combinations(seen, 2):
            assert np.hypot(x - x2, y - y2) > r + r2, (t, k, (x, y, r), (x2, y2, r2))


@layouts
def test_a_patch_changes_traces_that_are_there(layout):
    by_name = {trace["name"]: trace for trace in CALL.views[layout].data}
    assert len(by_name) == len(CALL.views[layout].data)
    for _, _, patches in frames(CALL, layout):
        for name, patch in patches.items():
            assert set(patch) <= set(by_name[name]), name
            for key in {"x", "y", "text"} & set(patch):
                assert len(patch[key]) == len(by_name[name][key])


def test_a_state_that_begins_before_the_story_is_on_your_mind():
    cell = LSTM(np.zeros((24, 1)), np.zeros((24, 6)), np.zeros(24))
    film = film_with(cell.run([[0.0], [0.0]], c0=[2.0, -2.0, 0, 0, 0, 0]))
    first = composed(film)[0, 0]["bubbles"]
    half = 1 / SCALE  # of 2, the forget gate of ½ keeps 1
    assert first["marker"]["color"] == [round(half, 4), -round(half, 4), *["$off"] * 4]
    assert first["marker"]["size"][:2] == [WIDE.bubble] * 2


@layouts
def test_what_a_question_says_to_look_at_is_in_the_picture(layout):
    looked = [one for one in QUESTIONS if one.look]
    assert looked
    for one in looked:
        assert len(base(CALL, layout, one.look)["y"]) > one.unit
