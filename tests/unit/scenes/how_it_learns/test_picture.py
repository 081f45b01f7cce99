"""The picture shows the runs: curves as far as they went, doors, sums in their place."""

import re
from typing import Any

import numpy as np
import pytest

from lstm_viz.figures.basket.layout import window
from lstm_viz.figures.shapes import NO_TEXT, stroke
from lstm_viz.figures.style import SMALLEST_TEXT
from lstm_viz.networks.basket_run import GATES, HELD_OUT, OTHER, RNN, recorded
from lstm_viz.notation import number, read_number
from lstm_viz.player import board_payload
from lstm_viz.scenes.how_it_learns.picture import learning_board
from lstm_viz.scenes.how_it_learns.picture.at_rest import at_rest
from lstm_viz.scenes.how_it_learns.picture.layout import CURVES, LAYOUTS, along
from lstm_viz.scenes.how_it_learns.record.shots import Shot, Shots, own, shipped
from lstm_viz.scenes.how_it_learns.record.story import AT, read

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
def test_what_the_curves_are_stands_beside_them_after_the_slow_motion_too(layout: Any) -> None:
    for name in FILMS:
        for _, shot, drawn in frames(name, layout):
            values = drawn["chart values"]
            assert "opacity" not in values, "or it would stay unseen"
            assert (values["text"][0] == NO_TEXT) == (shot.slow is not None)


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
                wanted = [stroke(max(share * height, 0.5)) for share in shares]
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


@BOTH
def test_a_value_opens_where_its_own_network_has_it_from(layout: Any) -> None:
    _, height = layout.row.door_size
    for name in FILMS:
        board = BOARDS[name]
        rest = {trace["name"]: trace for trace in board.pictures[layout.name].data}
        sent = board_payload(board)["frames"]
        for (_, shot, drawn), (frame,) in zip(frames(name, layout), sent, strict=True):
            lines, listed = frame["elsewhere"], frame["why"]["now"]
            trace = read(shot.model).traces[0]
            for gate in GATES:
                bars = rest[f"open {gate}"] | drawn[f"open {gate}"]
                sizes = bars["marker"]["size"]
                for size, (named, k) in zip(sizes, bars["customdata"], strict=True):
                    sentence, unit = divmod(k, 2)
                    t = AT[sentence]
                    value = getattr(trace, gate)[t, unit]
                    assert size == stroke(max(value * height, 0.5)), "of that bar"
                    assert named == gate and shot.columns[sentence].label in lines[gate][k]
                    z = getattr(trace, f"z_{gate}")[t, unit]
                    told = re.search(r" [=≈] (\S+); σ\((\S+)\) [=≈] (\S+)$", lines[gate][k])
                    assert told and told[1] == told[2]
                    assert [read_number(one) for one in told.groups()[1:]] == pytest.approx(
                        [z, value], abs=0.0051
                    )
            for unit, (of, k) in enumerate(drawn["numbers"]["customdata"]):
                assert lines[of][k].endswith(f" {number(trace.c[AT[shot.now], unit])}")
            fruit = drawn["fruit"]
            for seen, (of, k) in zip(fruit["marker"]["opacity"], fruit["customdata"], strict=True):
                held = shot.columns[k // 2].fruit[k % 2]
                assert of == "c" and (not seen or held), "of the fruit that are there"
            assert len(listed) + len(frame["why"].get("measured", ())) <= 15
            label = shot.columns[shot.now].label
            assert listed[0].startswith(f"<b>“{label}”"), "which one is framed"


def test_where_values_come_from_claims_no_more_than_its_digits() -> None:
    lines = [
        line
        for board in BOARDS.values()
        for (frame,) in board_payload(board)["frames"]
        for gate in GATES
        for line in frame["elsewhere"][gate]
    ]
    assert {"=", "≈"} == {sign for line in lines for sign in re.findall("[=≈]", line)}
    for line in lines:
        made = re.search(r"= (\S+) \+ (\S+) \+ (\S+) ([=≈]) (\S+); σ\(\S+\) ([=≈]) (\S+)$", line)
        assert made, line
        *parts, adds, z, squashes, gate = made.groups()
        half = 0.5 * 10.0 ** -len(gate.split(".")[1])
        terms = [read_number(part.strip("()")) for part in parts]
        assert (abs(sum(terms) - read_number(z)) < 1e-6) == (adds == "=")
        off = abs(1 / (1 + np.exp(-read_number(z))) - read_number(gate))
        assert (off <= half) == (squashes == "="), line


def test_the_curves_say_of_how_many_stories_they_are_the_mean() -> None:
    for film, board in zip(FILMS.values(), BOARDS.values(), strict=True):
        for shot, (frame,) in zip(film.shots, board.frames, strict=True):
            assert ("measured" in frame.why) == (shot.slow is None), "only where they are seen"
            told = frame.why.get("measured", ())
            assert all(f"of {HELD_OUT} stories" in line for line in told)
        rest = {trace["name"]: trace for trace in board.pictures["wide"].data}
        for k, curve in enumerate(CURVES):
            assert rest[f"{curve} lstm now"]["customdata"] == [["measured", k]]
        assert rest["chart values"]["customdata"] == [["measured", k] for k in (0, 0, 0, 1, 1, 1)]
