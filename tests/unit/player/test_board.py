"""A board is sent as it is, and the player composes its frames as they were made."""

import json
import re
from dataclasses import replace

from lstm_viz.player import board_payload
from tests.unit.figures.test_board import BOARD, FRAME
from tests.unit.frames import ask


def test_it_can_be_sent():
    sent = json.loads(json.dumps(board_payload(BOARD, questions=[{"id": "q"}])))
    assert sent["steps"] == 2 and [len(frames) for frames in sent["frames"]] == [3, 3]
    assert sent["questions"] == [{"id": "q"}]
    assert {frame["sentence"] for frames in sent["frames"] for frame in frames} == {"A sentence."}
    assert sent["tables"][1]["rows"] == [["1", "2"]]


def test_a_value_opens_where_it_comes_from_if_its_frame_says_so():
    told = replace(FRAME, why={"c": ("1.00 + 1.00 = 2.00", "0.10 + 0.10 = 0.21")})
    sent = board_payload(replace(BOARD, frames=((told,), (FRAME,))))
    said, silent = ask(sent, "why", places=[[0, 0], [1, 0]], name="c", k=1)
    assert silent == ""
    assert '<p class="lv-line">1.00 + 1.00 = 2.00</p>' in said
    assert '<p class="lv-line lv-meant">0.10 + 0.10 ≈ 0.21</p>' in said, "honest, and marked"


def test_what_is_not_listed_stands_alone_and_what_is_comes_first():
    told = replace(FRAME, why={"now": ("f 1.", "c 1.")}, elsewhere={"f": ("f 0.", "f 1.")})
    sent = board_payload(replace(BOARD, frames=((told,), (FRAME,))))

    def lines(name, k):
        (html,) = ask(sent, "why", places=[[0, 0]], name=name, k=k)
        return re.findall(r">([^<>]+)</p>", html)

    assert lines("", 0) == ["f 1.", "c 1."]
    assert lines("f", 1) == ["f 1.", "c 1."], "once, and first"
    assert lines("f", 0) == ["f 0."]


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


def test_its_last_step_may_have_fewer_stages():
    board = replace(BOARD, frames=((FRAME,) * 3, (FRAME,)))
    assert ask(board_payload(board), "length") == len(board) == 4


def test_it_moves_on_from_a_board_of_the_same_still_parts_and_from_no_other():
    """Or a word that no frame changes would stay on screen beside the numbers of another board."""

    def named(board=BOARD, drawing=""):
        return board_payload(board, drawing=drawing)["drawing"]

    def where_it_lies(x):
        frame = replace(FRAME, patches={"wide": {"dot": {"x": [x]}}})
        return replace(BOARD, frames=((frame,) * 3,) * 2)

    def drawn(**of_the_dot):
        wide = BOARD.pictures["wide"]
        dot, *others = wide.data
        other = replace(wide, data=[{**dot, **of_the_dot}, *others])
        return replace(BOARD, pictures={**BOARD.pictures, "wide": other})

    assert named() == named(where_it_lies(9)) == named(drawn(x=[4])), "all frames say where"
    assert named() != named(drawn(x=[1, 2])), "more points"
    assert named() != named(drawn(text=["another word"]))
    assert named() != named(drawing="as the page says")
