"""The board is drawn from the record."""

from functools import cache

import numpy as np
import pytest

from lstm_viz.networks.captions.pixels import DIGITS, WHITE
from lstm_viz.networks.captions.scenes import END, SIDE
from lstm_viz.scenes.captions.picture import captions_board, painting_of
from lstm_viz.scenes.captions.picture.at_rest import FIRST_WORD
from lstm_viz.scenes.captions.picture.board import END_SIGN, shown, step_of
from lstm_viz.scenes.captions.picture.layout import LAYOUTS, SIGNALS
from lstm_viz.scenes.captions.record import PRESETS, Told, told
from lstm_viz.scenes.captions.words import LEAST_FALL
from tests.each import for_each
from tests.unit.scenes.boards import sets_all_that_any_frame_changes, stays_inside

NAMES = tuple(layout.name for layout in LAYOUTS)


board_of = cache(captions_board)


def traces(found: Told, layout: str, frame: int) -> dict:
    board = board_of(found)
    patches = board.frames[frame][0].patches[layout]
    there = {trace["name"]: trace for trace in board.pictures[layout].data}
    assert set(patches) <= set(there)
    return {name: {**trace, **patches.get(name, {})} for name, trace in there.items()}


@for_each("layout", NAMES)
@for_each("preset", PRESETS)
def test_each_frame_shows_the_words_so_far_and_the_gates_at_them(preset: str, layout: str) -> None:
    found = told(PRESETS[preset].pixels)
    described, unit = found.described, found.look.unit
    for frame in range(len(found) + 3):
        drawn, t = traces(found, layout, frame), step_of(found, frame)
        count = {0: len(found), 1: 0, len(found) + 2: len(found)}.get(frame, frame - 1)
        said = [text for text in drawn["says"]["text"] if text.strip("\u00a0")]
        assert said == [shown(word) for word in described.said[:count]]
        for name in SIGNALS:
            numbers = [text for text in drawn[name]["text"] if text.strip("\u00a0")]
            values = getattr(described.trace, name)[:count, unit]
            assert len(numbers) == count
            got = [float(text.replace("−", "-")) for text in numbers]
            assert got == pytest.approx(list(values), abs=0.0051)
        if t is not None:
            assert drawn["names"]["text"][0] == shown(described.said[t])


@for_each("preset", PRESETS)
def test_the_veil_lies_where_a_word_does_not_hang(preset: str) -> None:
    found = told(PRESETS[preset].pixels)
    for t in range(len(found)):
        veil = traces(found, "wide", FIRST_WORD + t)["veil"]["marker"]["opacity"]
        falls = found.described.falls[t].ravel()
        if falls.max() < LEAST_FALL:
            assert not any(veil)
        else:
            assert veil[int(falls.argmax())] == 0 and int(np.argmax(veil)) != int(falls.argmax())
            order = np.argsort(falls.clip(0), kind="stable")
            assert np.all(np.diff(np.array(veil)[order]) <= 1e-9)


@for_each("layout", NAMES)
@for_each("preset", PRESETS)
def test_a_frame_leaves_nothing_of_another_one_and_stays_inside(preset: str, layout: str) -> None:
    board = board_of(told(PRESETS[preset].pixels))
    sets_all_that_any_frame_changes(board, layout)
    stays_inside(board, layout)


def test_pixels_are_those_of_the_picture_and_so_is_what_is_painted_on() -> None:
    found = told(PRESETS["beside"].pixels)
    colours = traces(found, "wide", 0)["pixels"]["marker"]["color"]
    assert "".join(colour.removeprefix("#") for colour in colours) == found.pixels
    painting = painting_of(found)
    assert painting["cells"] == found.pixels and painting["side"] == SIDE
    assert len(painting["cells"]) == DIGITS
    names = [colour["name"] for colour in painting["palette"]]
    assert names[0] == "red" and names[-1] == "white" and "black" in names
    assert painting["palette"][-1]["colour"] * SIDE * SIDE == WHITE


def test_the_table_goes_with_the_frame() -> None:
    found = told(PRESETS["alone"].pixels)
    board = board_of(found)
    assert board.tables[1].caption == "The features"
    assert len(board.tables[1].rows) == len(found.described.features)
    assert board.tables[0] == board.tables[-1] and len(board.tables[2].rows) == 1
    last = board.tables[-1].rows[-1]
    assert last[2] == END_SIGN and found.described.said[-1] == END
    assert board.tables[-1].rows[0][1] == "picture"


def test_pictures_with_as_many_words_are_one_drawing() -> None:
    one, other = PRESETS["beside"], PRESETS["both"]
    assert len(told(one.pixels)) == len(told(other.pixels))
    for layout in NAMES:
        first, second = (board_of(told(preset.pixels)).pictures[layout] for preset in (one, other))
        assert first == second, "or what was painted would stay in the picture"
