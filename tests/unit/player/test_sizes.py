"""Sizes of traces where a board is drawn higher or wider than it was made."""

import pytest

from tests.unit.node import in_node

HARNESS = """
globalThis.window = { innerWidth: 1280, innerHeight: 720 };
let presents = true;
globalThis.document = { documentElement: { hasAttribute: () => presents } };
import { scaleSizes, typeSize } from "player/picture/sizes.js";
import { stretchFor } from "player/picture/room.js";
function answer(task) {
    const { trace, patch, width, height, film = {}, wide = 1, high = 1, room = 1200 } = task;
    const { kind = "lv-board", presented = true } = task;
    [window.innerWidth, window.innerHeight, presents] = [width ?? 1280, height ?? 720, presented];
    const root = { clientWidth: room, classList: { contains: (name) => name === kind } };
    const stretch = { across: 1.1, down: 1.2 };
    return {
        trace: trace && scaleSizes(trace, 1, stretch),
        patch: patch && scaleSizes(patch, 1, stretch, trace.marker.symbol),
        type: typeSize(13, 1),
        stretch: stretchFor(root, film, 1, wide, high),
    };
}
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    return in_node(tmp_path_factory.mktemp("sizes"), HARNESS)


def test_bars_and_cells_get_larger_with_the_picture(ask):
    lying = {"symbol": "line-ew-open", "size": [50, 10], "line": {"width": 20}}
    found = ask({"trace": {"name": "cells", "marker": lying}, "patch": {"marker": {"size": [30]}}})
    assert found["trace"]["marker"] == lying | {
        "size": pytest.approx([55, 11]),
        "line": {"width": 24},
    }
    assert found["patch"]["marker"]["size"] == pytest.approx([33])
    upright = {"symbol": "line-ns-open", "size": 50, "line": {"width": 20}}
    found = ask({"trace": {"name": "bars", "marker": upright}, "patch": {"marker": {"size": [30]}}})
    assert found["trace"]["marker"] == upright | {"size": 60, "line": {"width": pytest.approx(22)}}
    assert found["patch"]["marker"]["size"] == [36]
    mixed = {"symbol": ["circle", "line-ns-open"], "size": [50, 50]}
    assert ask({"trace": {"name": "m", "marker": mixed}})["trace"]["marker"]["size"] == [50, 60]


def test_letters_are_as_large_on_the_wall_whatever_the_screen_has_of_pixels(ask):
    for width, size in ((1280, 20), (853, 13.3), (390, 13), (640, 13)):
        assert ask({"width": width})["type"] == pytest.approx(size, abs=0.05), width
    for screen, size in (((1440, 900), 22.5), ((1920, 1080), 30), ((2560, 1080), 30)):
        width, height = screen
        assert ask({"width": width, "height": height})["type"] == size, screen


def stretched(ask, **task):
    found = ask(task)["stretch"]
    return found["across"], found["down"]


def test_a_board_takes_the_room_below_it_in_front_of_a_class(ask):
    assert stretched(ask, high=1.2, wide=1.2) == (1, 1.2)
    assert stretched(ask, high=3) == (1, 1.35)
    assert stretched(ask, high=0.8) == (1, 1)
    assert stretched(ask, high=1.2, film={"painting": {}}) == (1, 1)
    assert stretched(ask, high=1.2, kind="lv-cell") == (1, 1)


def test_a_board_takes_the_room_at_its_sides_in_a_low_window(ask):
    low = {"presented": False, "height": 480, "high": 1.2}
    assert stretched(ask, **low, wide=1.2) == (1.2, 1)
    assert stretched(ask, **low, wide=2) == (1.25, 1)
    assert stretched(ask, **low, wide=0.9) == (1, 1)
    assert stretched(ask, **low, wide=1.2, room=500) == (1, 1), "the tall picture"
    assert stretched(ask, presented=False, wide=1.2, high=1.2) == (1, 1), "there is room enough"


@pytest.mark.parametrize(
    ("height", "presented", "narrow"), [(720, False, False), (480, False, True), (720, True, True)]
)
def test_numbers_are_narrow_where_letters_are_larger_than_their_cells_are(
    ask, height, presented, narrow
):
    trace = {"name": "c", "textfont": {"size": 13, "family": "mono"}}
    found = ask({"trace": trace, "height": height, "presented": presented})["trace"]["textfont"]
    assert (found["family"] != "mono") == narrow
