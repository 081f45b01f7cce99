"""The picture shows the runs: curves as far as they went, doors, sums in their place."""

from typing import Any

import numpy as np
import pytest

from lstm_viz.figures.basket.layout import window
from lstm_viz.figures.shapes import NO_TEXT, stroke
from lstm_viz.figures.style import SMALLEST_TEXT
from lstm_viz.networks.basket_run import GATES, OTHER, RNN, recorded
from lstm_viz.scenes.how_it_learns.picture import learning_board
from lstm_viz.scenes.how_it_learns.picture.at_rest import at_rest
from lstm_viz.scenes.how_it_learns.picture.layout import CURVES, LAYOUTS, along
from lstm_viz.scenes.how_it_learns.record.shots import Shot, Shots, own, shipped

FILMS = {"shipped": shipped(), "own": own(recorded(OTHER), recorded(RNN))}
BOARDS = {name: learning_board(film) for name, film in FILMS.items()}
BOTH = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)


def frames(name: str, layout: Any) -> list[tuple[Shots, Shot, dict[str, Any]]]:
    film = FILMS[name]
    return [
        (film, shot, dict(stages[0].patches[layout.name]))
        for shot, stages in zip(film.shots, BOARDS[name].frames, strict=True)
    ]


@BOTH
def test_curves_go_as_far_as_the_training(layout: Any) -> None:
    for name in FILMS:
        for film, shot, drawn in frames(name, layout):
            if shot.slow is not None or shot.compares:
                continue
            for curve, axes in zip(CURVES, layout.axes, strict=True):
                here = film.run.at(shot.step)
                end = axes.at(along(shot.step), getattr(here, curve))
                line = drawn[f"{curve} lstm"]
                assert (line["x"][-1], line["y"][-1]) == end
                assert max(line["x"]) == end[0], "nothing of what is to come"
                dot = drawn[f"{curve} lstm now"]
                assert (dot["x"][0], dot["y"][0]) == end


@BOTH
def test_the_other_run_is_drawn_where_it_is_compared(layout: Any) -> None:
    for name in FILMS:
        for film, shot, drawn in frames(name, layout):
            seen = drawn["right other"].get("opacity") == 1.0
            assert seen == (shot.compares or film.step is None)


@BOTH
def test_in_slow_motion_sums_stand_in_the_place_of_the_charts(layout: Any) -> None:
    for _, shot, drawn in frames("shipped", layout):
        shown = [text for text in drawn["sums"]["text"] if text != NO_TEXT]
        assert len(shown) == (0 if shot.slow is None else shot.slow + 1)
        charts = [text for text in drawn["chart words"]["text"] if text != NO_TEXT]
        assert bool(charts) == (shot.slow is None)
        assert drawn["right lstm"]["opacity"] == float(shot.slow is None)
        assert drawn["grid"]["opacity"] == float(shot.slow is None)


@BOTH
def test_doors_and_answers_are_those_of_the_networks_of_the_step(layout: Any) -> None:
    _, height = layout.row.door_size
    for name in FILMS:
        for _, shot, drawn in frames(name, layout):
            row = layout.row
            seen = [shot.columns[n] for n in window(shot.now, len(shot.columns), row.slots)]
            for gate in GATES:
                shares = [share for column in seen for share in column.gates[gate]]
                wanted = [round(stroke(max(share * height, 0.5)), 2) for share in shares]
                assert drawn[f"open {gate}"]["marker"]["size"] == wanted
            said = drawn["lstm says"]["text"]
            for column, text in zip(seen, said, strict=True):
                assert (text == NO_TEXT) == (column.answer is None), "all answers are there"


@BOTH
def test_nothing_stands_outside_and_no_text_is_too_small(layout: Any) -> None:
    width, height = layout.size
    for trace in at_rest(layout):
        if "textfont" in trace:
            assert np.min(trace["textfont"]["size"]) >= SMALLEST_TEXT
    for name in FILMS:
        for _, _, drawn in frames(name, layout):
            for part in drawn.values():
                for at, end in (("x", width), ("y", height)):
                    values = [v for v in part.get(at, []) if v is not None]
                    assert all(0 <= v <= end for v in values)
    left, _, _, bottom = layout.panel
    values = next(trace for trace in at_rest(layout) if trace["name"] == "chart values")
    assert max(values["y"]) + 6 <= bottom and min(values["x"]) > left
    if layout.wide:  # the second chart's name is below the first one's values
        assert values["y"][2] + 10 < layout.head_at(1)[1]


def test_the_table_has_the_numbers_of_the_shot() -> None:
    film, board = FILMS["shipped"], BOARDS["shipped"]
    for shot, table in zip(film.shots, board.tables, strict=True):
        assert [row[0] for row in table.rows] == [column.label for column in shot.columns]
        assert {len(row) for row in table.rows} == {len(table.head)}
        assert float(table.rows[5][1]) == pytest.approx(shot.columns[5].gates["f"][0], abs=0.005)
