"""The page's record, picture and words: all of it from the run, over the range of the controls."""

import numpy as np
import pytest

from lstm_viz.figures.board import Board
from lstm_viz.figures.style import SMALLEST_TEXT
from lstm_viz.lesson.published import CHORALES, CHORALES_DIFFER, on_test
from lstm_viz.networks.chorales.beginnings import beginnings
from lstm_viz.networks.chorales.form import clashes
from lstm_viz.networks.chorales.notes import LOW, name_of, named
from lstm_viz.networks.chorales.piece import NOTES, WHOLE
from lstm_viz.networks.chorales.scores import scores
from lstm_viz.notation import number, percent
from lstm_viz.scenes.music.picture import music_board
from lstm_viz.scenes.music.picture.layout import LAYOUTS
from lstm_viz.scenes.music.picture.scrolled import FULL, PALE
from lstm_viz.scenes.music.record.music import BACH, OWN, Asked, Music, music
from lstm_viz.scenes.music.words.around import beaten, limits, watched
from lstm_viz.scenes.music.words.captions import told
from tests.each import for_each
from tests.unit.scenes.boards import (
    can_be_sent,
    sets_all_that_any_frame_changes,
    stays_inside,
)

FIRST = next(iter(beginnings()))
BY_NAME = {layout.name: layout for layout in LAYOUTS}
CASES = (
    Asked(FIRST),
    Asked("bwv122.6", who=BACH),
    Asked("bwv416", way=NOTES, temperature=1.5, quarters=64, seed=9),
    Asked("bwv281", temperature=0.2, quarters=16),
    Asked(OWN, ((60,), (), (64, 67)), quarters=16),
    Asked(OWN, quarters=16),
    Asked(OWN, ((40,), (41,), (42,)), way=NOTES, temperature=0.2, quarters=16),
)
BOARDS: dict[Asked, Board] = {}


def board_of(asked: Asked) -> Board:
    if asked not in BOARDS:
        BOARDS[asked] = music_board(music(asked))
    return BOARDS[asked]


def traces(asked: Asked, layout: str, t: int) -> dict[str, dict]:
    board = board_of(asked)
    patches = board.frames[t][0].patches[layout]
    return {
        trace["name"]: trace | patches[trace["name"]]
        for trace in board.pictures[layout].data
        if trace["name"] in patches
    }


@for_each("layout", BY_NAME)
@for_each("asked", CASES)
def test_a_board_is_whole(asked: Asked, layout: str) -> None:
    board = board_of(asked)
    assert len(board.steps) == len(music(asked)) + 1
    sets_all_that_any_frame_changes(board, layout)
    stays_inside(board, layout)
    can_be_sent(board)
    for trace in board.pictures[layout].data:
        sizes = trace.get("textfont", {}).get("size", SMALLEST_TEXT)
        assert min(sizes) if isinstance(sizes, list) else sizes >= SMALLEST_TEXT


@for_each("layout", BY_NAME)
@for_each("asked", CASES)
def test_every_note_in_sight_stands_in_its_row_and_column(asked: Asked, layout: str) -> None:
    found, place = music(asked), BY_NAME[layout]
    for t in range(0, len(found) + 1, 3):
        first = place.first(t, len(found))
        last = min(len(found), first + place.columns)
        seen = traces(asked, layout, t)
        for name, begin, end in (("given", 0, found.given), ("after", found.given, len(found))):
            wanted = {
                (place.across(k + 0.5, first), place.up(pitch, found), FULL if k < t else PALE)
                for k in range(max(first, begin), min(last, end))
                for pitch in found.chords[k]
            }
            trace = seen[name]
            there = zip(trace["x"], trace["y"], trace["marker"]["opacity"], strict=True)
            assert {one for one in there if one[2] > 0} == wanted
        assert t == 0 or first <= t - 1 < last, "what is heard is in sight"


@for_each("asked", CASES)
def test_bars_are_as_long_as_notes_are_likely_and_dots_stand_at_those_that_came(
    asked: Asked,
) -> None:
    found, layout = music(asked), LAYOUTS[0]
    low, high = found.rows
    for t in (0, found.given, len(found)):
        seen = traces(asked, layout.name, t)
        likely = found.piece.expected[t, low - LOW : high - LOW + 1]
        lengths = 1.4 * np.array(seen["expected"]["marker"]["size"])
        assert lengths == pytest.approx(layout.full * likely, abs=0.2)
        came = [low + k for k, seen_ in enumerate(seen["came"]["marker"]["opacity"]) if seen_]
        assert tuple(came) == (found.chords[t] if t < len(found) else ())
        best = int(likely.argmax())
        if likely[best] >= 0.15:
            assert f"{name_of(low + best)} {percent(likely[best])}" in seen["likely"]["text"]


@for_each("asked", CASES)
def test_the_unit_below_is_as_high_as_its_value(asked: Asked) -> None:
    found, layout = music(asked), LAYOUTS[0]
    assert found.watched == pytest.approx(found.piece.trace.c[:, found.look.unit])
    t = len(found)
    first = layout.first(t, t)
    seen = traces(asked, layout.name, t)["unit"]
    by_x = dict(zip(seen["x"], seen["marker"]["size"], strict=True))
    lengths = [1.4 * by_x[layout.across(k + 0.5, first)] for k in range(first, t)]
    values = np.abs(found.watched[1 + first :])
    tallest = values.argmax()
    assert lengths == pytest.approx(values * lengths[tallest] / values[tallest], abs=1.2)


@for_each("asked", CASES)
def test_what_is_said_has_the_numbers_of_the_run(asked: Asked) -> None:
    found = music(asked)
    start = told(found, 0).sentence
    assert f"unit {found.look.unit + 1}" in start and "correlation" not in start, "one new thing"
    measured = watched(found)
    assert number(found.look.correlation) in measured and f"Unit {found.look.unit + 1}" in measured
    assert number(found.watched[0]) in measured and number(found.watched[-1]) in measured
    assert ("drawn by the network" in start) != found.asked.by_bach
    for t in range(1, len(found)):
        said = told(found, t)
        assert said.title.endswith(named(found.chords[t - 1])) and f"Quarter {t}," in said.title
        assert number(found.piece.nats[t - 1]) in said.sentence
        best = int(found.piece.expected[t].argmax())
        assert f"{name_of(LOW + best)} {percent(found.piece.expected[t][best])}" in said.sentence
        assert f"Then comes {named(found.chords[t])}." in said.sentence
    end = told(found, len(found)).sentence
    if found.asked.by_bach:
        assert number(found.piece.nats[found.given :].mean()) in end
    else:
        share = np.mean([clashes(chord) for chord in found.after])
        assert f"After the beginning {percent(share)} of its quarters" in end


def test_from_where_on_the_tanh_is_full_is_where_it_is() -> None:
    found = music(Asked(FIRST))
    (at,) = [
        k
        for k in range(1, len(found) + 1)
        if f"From quarter {k} on its tanh is beyond 0.99" in watched(found)
    ]
    full = np.abs(np.tanh(found.watched)) > 0.99
    assert full[at:].all() and not full[at - 1]


def test_bach_goes_on_as_he_did_and_ends_of_phrases_are_marked_where_they_are_known() -> None:
    begins = beginnings()["bwv122.6"]
    bach, own = music(Asked("bwv122.6", who=BACH)), music(Asked("bwv122.6"))
    assert bach.chords == begins.chords and bach.known_ends == begins.ends
    assert own.chords[: begins.given] == begins.chords[: begins.given]
    assert own.known_ends == (begins.given - 1,)
    mine = music(Asked(OWN, ((60,),), quarters=16))
    assert mine.known_ends == () and mine.given == 1 and len(mine) == 17
    seen = traces(Asked(OWN, quarters=16), "wide", 3)
    assert not any(seen["bar lines"]["marker"]["opacity"]), "nobody said where bars begin"


def test_scores_stand_beside_rivals_the_published_table_and_how_they_differ() -> None:
    found = scores()
    words = beaten(found)
    for value in (*found.by_cell.values(), found.rivals.frequencies, found.rivals.each_goes_on):
        assert f"| {number(value)} |" in words
    for published in (*on_test(CHORALES).values(), CHORALES_DIFFER):
        assert published in words
    limit = limits(found)
    for share in (
        found.form.clash["notes 0.8"], found.form.clash["whole 0.8"], found.form.clash["Bach"],
        found.form.again["Bach"], found.form.again["whole 0.8"], found.wholes.covered,
    ):  # fmt: skip
        assert percent(share) in limit
    assert number(found.wholes.whole) in limit and f"{found.wholes.chords:,}" in limit


def test_drawn_note_by_note_it_clashes_more_often_than_as_a_whole() -> None:
    def clash(way: str) -> float:
        return float(np.mean([_clash(name, way) for name in beginnings()]))

    assert clash(WHOLE) < 0.05 < clash(NOTES)


def _clash(name: str, way: str) -> float:
    found: Music = music(Asked(name, way=way))
    return found.clash
