"""The vocabulary of pictures: what each function draws, and that pictures use it."""

from pathlib import Path

import pytest

import lstm_viz
from lstm_viz.figures.charts import Axes, cells, filled, ticks
from lstm_viz.figures.shapes import (
    NO_TEXT,
    QUIET,
    VALUES,
    Text,
    area,
    bars,
    clickable,
    lettered,
    line,
    lines,
    markers,
    patch,
    short,
    texts,
    words,
)

POINTS = [(1.0, 2.0), (3.0, 4.0)]
AXES = Axes(left=10, top=0, right=110, bottom=50, x=(0, 10), y=(-1, 1))
DRAWN = [
    line("t", POINTS, colour="$c", width=2),
    lines("t", [POINTS, POINTS], colour="$c", width=2),
    area("t", (0, 0, 9, 9), fill="$off", edge="$c", radius=2),
    texts("t", POINTS, size=12),
    words("t", [Text(1, 2, "a", "left", 12), Text(3, 4, "b", "above", 14, "$ink")]),
    markers("t", POINTS, size=3, colour="$c"),
    lettered(markers("t", POINTS, size=3, colour="$c"), size=12, colour="$ink"),
    bars("t", POINTS, length=14, thick=2, colour="$c"),
    cells("t", POINTS, size=(14, 20), text_size=12),
]


@pytest.mark.parametrize("trace", DRAWN, ids=range(len(DRAWN)))
def test_every_trace_is_named_and_quiet_and_has_what_its_mode_says(trace):
    assert trace["name"] == "t" and QUIET.items() <= trace.items()
    modes = set(trace["mode"].split("+"))
    assert modes <= {"lines", "markers", "text"} and "" not in modes
    for mode, attribute in (("lines", "line"), ("markers", "marker"), ("text", "textfont")):
        assert (attribute in trace) == (mode in modes)
    for many in (trace["x"], trace["y"], trace.get("text", trace["x"])):
        assert isinstance(many, list) and len(many) == len(trace["x"])


def test_lines_have_gaps_between_them():
    assert lines("t", [POINTS, POINTS[:1]], colour="$c", width=1)["x"] == [1, 3, None, 1, None]


def test_a_text_stands_on_its_side_of_the_point():
    assert "textposition" not in texts("t", POINTS, size=9)
    assert texts("t", POINTS, size=9, side="right")["textposition"] == "middle right"
    both = words("t", [Text(1, 2, "a", "left", 12), Text(3, 4, "b", "above", 14, "$ink")])
    assert both["textposition"] == ["middle left", "top center"]
    assert both["textfont"]["size"] == [12, 14]
    assert both["textfont"]["color"] == ["$muted", "$ink"]


def test_a_bar_is_as_long_as_it_is_told():
    trace = bars("t", POINTS, length=[14, 28], thick=5, colour="$c", upright=True)
    # Plotly draws these markers 1.4 times their size.
    assert trace["marker"]["size"] == pytest.approx([10, 20])
    assert trace["marker"]["symbol"] == "line-ns-open"
    assert trace["marker"]["line"] == {"width": 5}


def test_a_patch_has_what_is_given_and_nothing_else():
    assert patch() == {}
    assert patch(POINTS) == {"x": [1, 3], "y": [2, 4]}
    assert patch(text=("a",), ink=("$c",)) == {"text": ["a"], "textfont": {"color": ["$c"]}}
    assert patch(opacity=[0.0], edge="$c") == {
        "marker": {"opacity": [0.0], "line": {"color": "$c"}}
    }


def test_a_point_that_is_clickable_says_where_it_goes():
    assert clickable(texts("t", POINTS, size=9), [(0, 1), (4, 0)])["customdata"] == [
        ["@", 0, 1],
        ["@", 4, 0],
    ]


def test_values_have_their_colour_and_what_is_not_there_yet_has_none():
    found = filled([0.5, None, -3.0])
    assert found["marker"]["color"] == [0.5, "$off", -1.0]
    assert found["text"] == ["+0.50", NO_TEXT, "−3.00"]
    assert found["textfont"]["color"] == ["$on values@0.5", "$ink", "$on values@-3.0"]
    marker = cells("t", POINTS, size=(14, 20))["marker"]
    assert (marker["colorscale"], marker["cmin"], marker["cmax"]) == VALUES


def test_axes_put_values_where_they_belong_and_hold_back_what_is_beyond():
    assert AXES.at(5, 0) == (60, 25)
    assert AXES.at(99, -99) == (110, 50)
    assert AXES.level(1) == ((10, 0), (110, 0))
    assert [(text.text, text.x, text.y) for text in ticks(AXES, (-1, 10), [(1, "top")], 12)] == [
        ("top", 4, 0),
        ("−1", 10, 62),
        ("10", 110, 62),
    ]


def test_a_text_is_cut_to_its_room():
    assert [short("abcd", longest) for longest in (5, 4, 3)] == ["abcd", "abcd", "ab…"]


def test_no_picture_makes_traces_by_hand():
    """They would lack what all have, or say it once more."""
    package = Path(lstm_viz.__file__).parent
    others = [path for path in package.rglob("*.py") if path.name != "shapes.py"]
    assert len(others) > 100
    assert [path for path in others if "cliponaxis" in path.read_text()] == []
