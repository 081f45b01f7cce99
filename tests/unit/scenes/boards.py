"""What holds for every frame of a board."""

import json

from lstm_viz.notation import honest
from lstm_viz.player import board_payload


def frames(board):
    return [frame for row in board.frames for frame in row]


def patch(board, layout, t, name):
    return board.frames[t][0].patches[layout][name]


def sets_all_that_any_frame_changes(board, layout):
    """Or something of another frame, or of what was set before, would stay."""
    names = [trace["name"] for trace in board.pictures[layout].data]
    assert len(set(names)) == len(names)
    first, *others = ({n: _keys(p) for n, p in f.patches[layout].items()} for f in frames(board))
    assert set(first) <= set(names)
    assert all(other == first for other in others)


def _keys(node):
    return {k: _keys(v) for k, v in node.items()} if isinstance(node, dict) else None


def stays_inside(board, layout):
    """And each list is as long as its trace."""
    picture = board.pictures[layout]
    for frame in frames(board):
        for trace in picture.data:
            changed = frame.patches[layout].get(trace["name"], {})
            x, y = changed.get("x", trace["x"]), changed.get("y", trace["y"])
            assert len(x) == len(y) == len(trace["x"]), trace["name"]
            assert all(v is None or 0 <= v <= picture.width for v in x), trace["name"]
            assert all(v is None or 0 <= v <= picture.height for v in y), trace["name"]
            for of in (changed, changed.get("marker", {}), changed.get("textfont", {})):
                lists = [v for k, v in of.items() if isinstance(v, list) and k not in ("x", "y")]
                assert all(len(found) == len(trace["x"]) for found in lists), trace["name"]


def can_be_sent(board):
    sent = json.loads(json.dumps(board_payload(board)))
    assert sent["steps"] == len(board.steps) == len(board.tables)
    assert "NaN" not in json.dumps(sent) and "Infinity" not in json.dumps(sent)


def is_one_drawing(boards):
    """So that the picture moves to the new values and is not drawn afresh."""
    for layout in ("wide", "tall"):
        first, *others = (board.pictures[layout] for board in boards)
        assert all(other == first for other in others)
    assert len({board.steps for board in boards}) == 1


def opens_where_it_comes_from(board):
    """What is printed and can be clicked."""
    told = [frame["why"] for row in board_payload(board)["frames"] for frame in row]
    known = {name for why in told for name in why}
    for picture in board.pictures.values():
        named = {trace["customdata"][0][0] for trace in picture.data if "customdata" in trace}
        assert named - {"@"} <= known
    for why in told:
        for line in (line for lines in why.values() for line in lines):
            assert honest(line) == line
