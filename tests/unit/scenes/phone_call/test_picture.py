"""A story's film: the ledger is the run, the bubbles are its cell state, and nothing overlaps."""

import itertools

import numpy as np
import pytest

from lstm_viz import LSTM
from lstm_viz.figures.shapes import NO_TEXT
from lstm_viz.figures.style import SMALLEST_TEXT, STRONG
from lstm_viz.notation import number
from lstm_viz.scenes.phone_call.picture import ON_YOUR_MIND, SAID, STAGES, story
from lstm_viz.scenes.phone_call.picture.call import call_film
from lstm_viz.scenes.phone_call.picture.layout import TALL, WIDE
from lstm_viz.scenes.phone_call.picture.ledger import COLUMNS
from lstm_viz.scenes.phone_call.record import run
from lstm_viz.scenes.phone_call.words.call import STORY
from lstm_viz.signals import LSTM_SIGNALS
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
    return (trace.c_prev, trace.kept, trace.c, trace.c, trace.c)[k][t]


# ---- the film ----------------------------------------------------------------------------------


def test_every_moment_has_all_its_stages():
    assert len(places(CALL)) == len(STORY.beats) * len(STAGES) == 35
    assert places(CALL) == [(t, k) for t in range(7) for k in range(5)]
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


def test_a_column_is_empty_until_it_is_told_then_active_then_done():
    told_at = {"c_prev": 0, "f": 1, "written": 2, "c": 3, "h": 4}
    for k, states in enumerate(CALL.states):
        assert set(states) == set(COLUMNS)
        for name, state in states.items():
            assert (state == "empty") == (k < told_at[name])
            assert (state == "active") == (name in STAGES[k].focus)


def test_scales_are_the_largest_cell_state_and_one():
    trace = awkward_run()
    largest = np.abs(trace.c).max()
    assert largest > 1
    film = film_with(trace)
    assert film.scales["c"] == film.scales["c_prev"] == pytest.approx(largest)
    assert film.scales["f"] == film.scales["written"] == film.scales["h"] == 1.0


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
            assert text == number(value, sign=True)
            assert colour == pytest.approx(share, abs=5.01e-5)
            assert opacity == (0.5 if state == "done" else 1.0)
            strong = state == "active" and abs(share) > STRONG
            assert ink == ("$on_value" if strong else "$ink")


@layouts
def test_a_columns_heading_and_symbol_have_its_colour_while_it_is_spoken_of(layout):
    colours = {row.name: f"$text_{row.color}" for row in LSTM_SIGNALS}
    for _, k, patches in frames(CALL, layout):
        inks = [colours[n] if n in STAGES[k].focus else "$muted" for n in COLUMNS]
        assert patches["labels"]["textfont"]["color"] == inks
        assert patches["headings"]["textfont"]["color"] == inks
        signs = ["$ink" if name in STAGES[k].focus else "$wire" for name in list(COLUMNS)[1:]]
        assert patches["operations"]["textfont"]["color"] == [c for c in signs for _ in range(6)]


@layouts
def test_the_ledger_reads_before_times_keep_plus_new_is_now_then_say(layout):
    assert base(CALL, layout, "headings")["text"] == [
        f"<b>{word}</b>" for word in ("before", "keep", "new", "now", "say")
    ]
    operations = base(CALL, layout, "operations")
    assert operations["text"] == [sign for sign in "×+=→" for _ in range(6)]
    between = zip(LAYOUTS[layout].columns, operations["x"][::6], strict=False)
    assert all(left < x for left, x in between)
    assert base(CALL, layout, "rows")["text"] == list(STORY.units)
    trace = CALL.trace
    np.testing.assert_allclose(trace.c_prev * trace.f + trace.written, trace.c, rtol=1e-12)


# ---- the bubbles -------------------------------------------------------------------------------


@layouts
@films
def test_a_bubble_is_as_large_as_its_thought(film, layout):
    stands = LAYOUTS[layout]
    for t, k, patches in frames(film, layout):
        sizes = patches["bubbles"]["marker"]["size"]
        for size, weight in zip(sizes, np.abs(holds(film.trace, t, k)), strict=True):
            if weight >= 0.25:  # below, a bubble does not shrink further: its name stands in it
                assert size == pytest.approx(stands.bubble * weight**0.5, abs=0.051)
            else:
                assert size <= stands.bubble / 2 + 0.051


@layouts
@films
def test_a_thought_is_above_the_line_while_it_is_on_your_mind_and_sinks_below_it(film, layout):
    stands = LAYOUTS[layout]
    been = set()
    for t, k, patches in frames(film, layout):
        bubbles = patches["bubbles"]
        for unit, weight in enumerate(np.abs(holds(film.trace, t, k))):
            on_mind = weight > ON_YOUR_MIND
            been |= {unit} if on_mind else set()
            place = (bubbles["x"][unit], bubbles["y"][unit])
            look = (
                bubbles["marker"]["color"][unit],
                bubbles["marker"]["opacity"][unit],
                bubbles["textfont"]["color"][unit],
            )
            if on_mind:
                assert place == stands.homes[unit] and place[1] < stands.line
                assert look == ("$c", 1.0, "$ink")
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


def test_the_story_of_the_call_in_bubbles():
    """Three thoughts sink at “hello”, and three are said at the end."""
    before, after = (composed(CALL)[2, k]["bubbles"]["y"] for k in (0, 1))
    assert [unit for unit in range(6) if after[unit] > WIDE.line > before[unit]] == [0, 1, 2]
    spoken = composed(CALL)[5, SAY]["bubbles"]["marker"]["line"]["color"]
    assert [unit for unit in range(6) if spoken[unit] == "$h"] == [3, 4, 5]


def test_with_the_forget_gate_open_at_hello_nothing_sinks_there():
    film = WHAT_IFS[2]
    for k in range(len(STAGES)):
        heights = composed(film)[2, k]["bubbles"]["y"]
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
    room = text_boxes(base(CALL, layout, "room text"))
    for beat in STORY.beats:
        for name in ("heard", "said"):
            text = getattr(beat, name)
            if not text:
                continue
            (box,) = text_boxes(base(CALL, layout, name) | {"text": [text]})
            assert inside(box, stands.panel), text
            assert not any(overlap(box, other) for other in room), text
            assert box[3] < stands.line


@layouts
def test_no_text_is_small(layout):
    for trace in CALL.views[layout].data:
        if "textfont" in trace:
            assert trace["textfont"]["size"] >= SMALLEST_TEXT, trace["name"]


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
@for_each("held", HELD)
def test_speech_does_not_lie_on_a_bubble(layout, held):
    film = WHAT_IFS[held]
    for t, k, patches in frames(film, layout):
        bubbles = patches["bubbles"]
        for name in ("heard", "said"):
            for box in text_boxes(base(film, layout, name) | patches[name]):
                for u in range(6):
                    if bubbles["marker"]["opacity"][u]:
                        x, y, r = bubbles["x"][u], bubbles["y"][u], bubbles["marker"]["size"][u] / 2
                        nearest = np.clip([x, y], box[:2], box[2:])
                        assert np.hypot(*(nearest - [x, y])) > r, (t, k, name, u)


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
    assert first["marker"]["color"] == ["$c", "$c", "$off", "$off", "$off", "$off"]
    assert first["marker"]["size"][0] == first["marker"]["size"][1] > WIDE.bubble
