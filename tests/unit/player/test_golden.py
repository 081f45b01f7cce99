"""The player's JavaScript composes the frames and sentences that Python once did."""

import json
from html import unescape
from pathlib import Path

import pytest

from lstm_viz.player import payload
from lstm_viz.player.row import with_rows
from lstm_viz.player.units import units_payload
from tests.unit import frames
from tests.unit.player.golden.kinds import CELLS, big, unrolled
from tests.unit.player.test_mirrors import near

GOLDEN = Path(__file__).parent / "golden"


def pinned(name):
    return json.loads((GOLDEN / f"{name.replace(' ', '_')}.json").read_text("utf-8"))


def same_frames(sent, golden, suffix=""):
    for layout, pinned_frames in golden.items():
        places = [[t, k] for t, k, _ in pinned_frames]
        composed = frames.ask(sent, "frames", layout=layout + suffix, places=places)
        wanted = {}
        for (t, k, changed), frame in zip(pinned_frames, composed, strict=True):
            wanted |= changed
            near(wanted, frame, (layout, t, k))


def same_words(sent, golden, unit):
    found = frames.ask(sent, "told", places=[[t, k] for t, k, *_ in golden], unit=unit)
    for (t, k, *wanted), words in zip(golden, found, strict=True):
        if sent["weights"]:  # then the numbers are those of the parts of the sum
            words, wanted = words[1:], wanted[1:]
        assert [unescape(text) for text in words] == wanted, (t, k)


@pytest.mark.parametrize("name", CELLS)
def test_a_film(name):
    sent, golden = payload(CELLS[name]()), pinned(name)
    same_frames(sent, golden["frames"])
    same_words(sent, golden["words"], 1)


def test_the_unrolled_row():
    story = unrolled()
    same_frames(with_rows(payload(story), story, level="row"), pinned("row")["frames"], "-row")


def test_a_few_units_of_a_big_network():
    trace, weights, tokens, columns, units = big()
    sent = units_payload(trace, tokens=tokens, columns=columns, weights=weights, units=units, at=0)
    golden = pinned("big")
    same_frames(sent, golden["frames"])
    same_words(sent, golden["words"], 2)


def test_dots_on_their_way():
    for points, shift, wanted in pinned("dots"):
        found = frames.dots(points, 60, shift)
        assert [tuple(dot) for dot in found] == [pytest.approx(dot, abs=1e-3) for dot in wanted]
