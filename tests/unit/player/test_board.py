"""A board is sent as it is, and the player composes its frames as they were made."""

import json
from dataclasses import replace

from lstm_viz.player import board_payload
from tests.unit.figures.test_board import BOARD, FRAME
from tests.unit.player.test_mirrors import in_javascript

__all__ = ["in_javascript"]


def test_it_can_be_sent():
    sent = json.loads(json.dumps(board_payload(BOARD, questions=[{"id": "q"}])))
    assert sent["steps"] == 2 and [len(frames) for frames in sent["frames"]] == [3, 3]
    assert sent["questions"] == [{"id": "q"}]
    assert {frame["sentence"] for frames in sent["frames"] for frame in frames} == {"A sentence."}
    assert sent["tables"][1]["rows"] == [["1", "2"]]


def test_the_player_composes_its_frames(in_javascript):
    last = replace(FRAME, patches={"wide": {"dot": {"x": [9]}}}, equation="{a}", numbers="1 + 1")
    board = replace(BOARD, frames=((FRAME,), (last,)))
    places = [[0, 0], [1, 0]]
    wide, tall, words = in_javascript(
        [
            {"what": "frames", "layout": "wide", "places": places},
            {"what": "frames", "layout": "tall", "places": places},
            {"what": "told", "places": places, "unit": 0},
        ],
        board_payload(board),
    )
    assert wide == [{"dot": {"x": [3]}}, {"dot": {"x": [9]}}]
    assert tall == [{}, {}]
    assert words == [["", "A sentence."], ["1 + 1", "A sentence."]]
