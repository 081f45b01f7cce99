"""A board is sent in the shape of a film, and the player composes its frames as they were made."""

import json
from dataclasses import replace

from lstm_viz.figures.film import film
from lstm_viz.player import board_payload, payload
from tests.unit.figures.runs import run
from tests.unit.figures.test_board import BOARD, FRAME
from tests.unit.frames import ask


def test_it_has_what_the_player_reads_of_a_film():
    missing = set(payload(film(run(2)))) - set(board_payload(BOARD))
    assert missing == {
        "h0",
        "c0",
        "ribbon",
        "speaks",
    }  # of cells alone; a board's ribbon is its steps


def test_it_can_be_sent():
    sent = json.loads(json.dumps(board_payload(BOARD, questions=[{"id": "q"}])))
    assert sent["steps"] == 2 and len(sent["stages"]) == 3 and sent["units"] == 0
    assert sent["questions"] == [{"id": "q"}]
    assert sent["told"] == [["A sentence."] * 3] * 2
    assert sent["tables"][1]["rows"] == [["1", "2"]]


def test_the_player_composes_its_frames():
    told = replace(FRAME.told, equation="{a}", numbers="1 + 1")
    last = replace(FRAME, patches={"wide": {"dot": {"x": [9]}}}, told=told)
    board = replace(BOARD, frames=((FRAME,), (last,)))
    places = [[0, 0], [1, 0]]
    sent = board_payload(board)
    wide, tall = (ask(sent, "frames", layout=layout, places=places) for layout in ("wide", "tall"))
    words = ask(sent, "told", places=places, unit=0)
    assert wide == [{"dot": {"x": [3]}}, {"dot": {"x": [9]}}]
    assert tall == [{}, {}]
    assert words == [["", "A sentence."], ["1 + 1", "A sentence."]]
