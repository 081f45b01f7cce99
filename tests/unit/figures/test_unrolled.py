"""The unrolled row: the cell's own picture made smaller, with the values of every step."""

import numpy as np
import pytest

from lstm_viz.figures.film import film
from lstm_viz.figures.style import SMALLEST_TEXT
from lstm_viz.figures.unrolled.row import MOST_STEPS, OPACITY, states, unrolled
from lstm_viz.scenes.all_together import record as together
from tests.unit.figures.runs import cell
from tests.unit.frames import frames

layouts = pytest.mark.parametrize("layout", ["wide", "tall"])


def film_of(id):
    told = together.run(id)
    return film(told.trace, tokens=told.inputs.tokens, columns=told.inputs.columns)


FILMS = {id: film_of(id) for id in together.SENTENCES}
films = pytest.mark.parametrize("story", FILMS.values(), ids=FILMS)


def traces(row):
    return {trace["name"]: trace for trace in row.data}


@films
@layouts
def test_a_cell_of_the_row_is_the_big_picture_made_smaller(story, layout):
    full, row = story.views[layout].diagram, unrolled(story, layout)
    x0, y0, x1, y1 = row.cells[0]
    across, down = (x1 - x0) / full.width, (y1 - y0) / full.height

    def there(point):
        return (x0 + across * point[0], y0 + down * point[1])

    for name, wire in full.wires.items():
        for point, small in zip(wire.points, row.wires[name]["points"], strict=True):
            assert tuple(small) == pytest.approx(there(point))
    for name, strip in full.strips.items():
        places = [there(strip.cell_centre(unit)) for unit in range(strip.cells)]
        np.testing.assert_allclose(row.strips[name]["at"], places)
        np.testing.assert_allclose(
            row.strips[name]["size"], (strip.cell[0] * across, strip.cell[1] * down)
        )


@films
@layouts
def test_the_cells_are_the_same_one_after_the_other(story, layout):
    row = unrolled(story, layout)
    assert len(row.cells) == len(story.trace) == len(row.colours)
    for t, rect in enumerate(row.cells):
        dx, dy = row.shift
        expected = np.array(row.cells[0]) + t * np.array([dx, dy, dx, dy])
        np.testing.assert_allclose(rect, expected)
    strips = [traces(row)[f"strips {t}"] for t in range(len(row.cells))]
    for t, strip in enumerate(strips):
        np.testing.assert_allclose(
            strip["x"], np.array(strips[0]["x"]) + t * row.shift[0], atol=0.11
        )


@films
def test_in_the_row_the_belt_goes_on_where_it_ended(story):
    row = unrolled(story, "wide")
    for one, other in (("c", "c_prev"), ("h", "h_prev")):
        ends = np.array(row.strips[one]["at"])
        begins = np.array(row.strips[other]["at"]) + np.array(row.shift)
        np.testing.assert_allclose(ends, begins)


@films
@layouts
def test_every_frame_shows_the_values_of_its_step(story, layout):
    row = unrolled(story, layout)
    order = [name for name in story.shown for _ in range(getattr(story.trace, name).shape[1])]
    for (t, k), patches in frames(story, f"{layout}-row").items():
        assert set(patches) == set(traces(row))
        for step in range(len(story.trace)):
            marker = patches[f"strips {step}"]["marker"]
            values = np.concatenate(
                [getattr(story.trace, name)[step] / story.scales[name] for name in story.shown]
            )
            np.testing.assert_allclose(marker["color"], values, atol=6e-4)
            seen = {name for name, o in zip(order, marker["opacity"], strict=True) if o}
            if step > t + 1 or (step == t + 1 and not story.stages[k].carries):
                assert not seen
            elif step == t + 1:
                assert seen == {"x"}
            elif step == t and not story.stages[k].carries:
                shown = {name for name, state in story.states[k].items() if state != "empty"}
                assert seen >= shown - {"c_prev", "h_prev"}
                assert seen <= shown
            else:
                assert {"f", "i", "g", "o", "c", "h", "x"} <= seen


@films
@layouts
def test_what_is_lit_goes_with_the_reader(story, layout):
    row = unrolled(story, layout)
    composed = frames(story, f"{layout}-row")
    for t, k in ((0, 1), (2, 4), (len(story.trace) - 1, 8)):
        patches = composed[t, k]
        for name, wire in row.wires.items():
            patch = patches[f"wire {name}"]
            assert patch["opacity"] == float(name in story.stages[k].wires)
            expected = np.array(wire["points"]) + t * np.array(row.shift)
            np.testing.assert_allclose(np.array([patch["x"], patch["y"]]).T, expected, atol=0.11)
        x0, _, x1, _ = row.cells[t]
        assert x0 - 0.1 <= min(patches["here"]["x"]) <= max(patches["here"]["x"]) <= x1 + 0.1
        assert [ink == "$ink" for ink in patches["tokens"]["textfont"]["color"]] == [
            step == t for step in range(len(story.trace))
        ]


def test_the_belt_is_lit_as_far_as_the_cell_state_has_come():
    story = FILMS["friend"]
    ends = [patches["belt"]["x"][1] for patches in frames(story, "wide-row").values()]
    steps = np.diff(ends)
    assert np.all(steps > -1e-9) and np.sum(steps > 1) >= 2 * len(story.trace)


def test_what_came_before_is_the_step_before_s_to_show():
    story = FILMS["friend"]
    first, later = (states(story, None, first=flag) for flag in (True, False))
    assert first["c_prev"] == first["h_prev"] == "done"
    assert later["c_prev"] == later["h_prev"] == "empty"
    assert states(story, 4, first=False)["c_prev"] == "active"
    assert set(OPACITY) == {"active", "done", "empty"}


@films
@layouts
def test_everything_stays_in_the_picture_and_can_be_read(story, layout):
    row = unrolled(story, layout)
    last = len(story.trace) - 1
    composed = frames(story, f"{layout}-row")
    some = [{}, composed[0, 0], composed[last, 8]]
    for trace in row.data:
        for patches in some:
            drawn = trace | patches.get(trace["name"], {})
            for axis, most in (("x", row.width), ("y", row.height)):
                places = [place for place in drawn[axis] if place is not None]
                assert not places or (min(places) >= 0 and max(places) <= most), trace["name"]
        if "textfont" in trace:
            assert trace["textfont"]["size"] >= SMALLEST_TEXT
    assert 0 < row.window <= max(row.height, story.views[layout].diagram.height)


@layouts
def test_one_step_is_a_row_of_one(layout):
    trace = cell(2, 3).run(np.eye(3)[:1])
    row = unrolled(film(trace), layout)
    assert len(row.cells) == 1


def test_more_steps_than_can_be_told_apart_are_refused():
    trace = cell(2, 3).run(np.zeros((MOST_STEPS + 1, 3)))
    with pytest.raises(ValueError, match=f"at most {MOST_STEPS} cells, got {MOST_STEPS + 1}"):
        unrolled(film(trace), "wide")


def test_tokens_are_escaped_and_shortened():
    trace = cell(2, 3).run(np.zeros((6, 3)))
    tokens = ["<b>", "a & b", "incomprehensibilities-and-more", "x", "y", "z"]
    words = traces(unrolled(film(trace, tokens=tokens), "wide"))["tokens"]["text"]
    assert words[0] == "“&lt;b&gt;”" and words[1] == "“a &amp; b”" and words[2].endswith("…”")
