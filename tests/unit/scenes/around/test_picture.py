"""The sheets: what is there says its numbers, in its cells and on the picture, on both screens."""

import re

import pytest

from lstm_viz.figures.shapes import NO_TEXT
from lstm_viz.figures.style import LIGHT, SMALLEST_TEXT
from lstm_viz.notation import number
from lstm_viz.scenes.around.controls import KIND, MOST_SHOTS, PARAMS, PARTS
from lstm_viz.scenes.around.picture import sheet_board
from lstm_viz.scenes.around.picture.board import WAITING, places_at
from lstm_viz.scenes.around.picture.placing import SCREENS, placing
from tests.unit.frames import merged

SET = {param.name: param.default for param in PARAMS}
screens = pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)


def sheets():
    """Every part, also at the ends of its sliders and at each of its choices."""
    for id, part in PARTS.items():
        yield id, part.sheet(SET)
        for one in part.sliders:
            for end in (one.param.low, one.param.high):
                value = int(end) if one.param.whole else float(end)
                yield id, part.sheet({**SET, one.param.name: value})
        for option in KIND.options if part.has_kinds else ():
            yield id, part.sheet({**SET, KIND.name: option})


ALL = list(sheets())


def shown(board, screen):
    data = {trace["name"]: trace for trace in board.pictures[screen.name].data}
    assert len(data) == len(board.pictures[screen.name].data)
    for (frame,) in board.frames:
        patches = frame.patches[screen.name]
        assert set(patches) <= set(data)
        yield {name: merged(trace, patches.get(name, {})) for name, trace in data.items()}


@screens
def test_what_is_there_says_its_numbers_and_nothing_else_does(screen):
    for id, sheet in ALL:
        for shot, traces in zip(sheet.shots, shown(sheet_board(sheet), screen), strict=True):
            for grid in sheet.grids:
                there = grid.name in shot.on(screen.name)
                written = traces[f"{grid.name} numbers" if grid.bars else grid.name]["text"]
                wanted = [number(grid.values[r][c], sign=grid.signed) for r, c in grid.places]
                assert written == (wanted if there else [NO_TEXT] * len(wanted)), (id, grid.name)
                assert traces[f"{grid.name} words"]["opacity"] == there
                for at in shot.lit.get(grid.name, ()):
                    assert at in grid.places, (id, shot.label, grid.name)
            assert set(shot.there) | set(shot.lit) <= {grid.name for grid in sheet.grids}


@screens
def test_a_sign_is_there_with_what_it_stands_between(screen):
    board = sheet_board(PARTS["answer"].sheet(SET))
    seen = [[t for t in traces["signs"]["text"] if t != NO_TEXT] for traces in shown(board, screen)]
    assert seen[0] == [], "h alone is multiplied with nothing"
    assert seen[1] == seen[2] == ["×", "+", "="]
    assert ("÷ sum =" in seen[4]) == (screen.name == "wide")


@screens
def test_what_comes_next_has_its_place_on_a_narrow_screen_too(screen):
    first, *_ = shown(sheet_board(PARTS["answer"].sheet(SET)), screen)
    seen = [first[name]["opacity"] for name in ("h", "weight", "bias", "scores", "grown")]
    assert seen == [1, *[WAITING] * 3, WAITING if screen.name == "wide" else 0]


@screens
def test_bars_are_as_long_as_their_shares(screen):
    sheet = PARTS["answer"].sheet(SET)
    *_, last = shown(sheet_board(sheet), screen)
    for grid in (one for one in sheet.grids if one.bars):
        lengths = last[grid.name]["marker"]["size"]
        shares = [row[0] for row in grid.values]
        assert sum(shares) == pytest.approx(1)
        for length, share in zip(lengths, shares, strict=True):
            assert length == pytest.approx(share * sum(lengths), abs=0.05)


@screens
def test_grids_stand_on_the_picture_beside_each_other_with_room_for_their_numbers(screen):
    for id, sheet in ALL:
        everything = placing(sheet, screen, {grid.name for grid in sheet.grids})
        assert {placed.grid.name for placed in everything.grids} == {g.name for g in sheet.grids}
        for shot in sheet.shots:
            at = places_at(sheet, everything, shot)
            assert set(shot.on(screen.name)) <= {placed.grid.name for placed in at.grids}
            assert at.height <= (430 if screen.name == "wide" else 450), (id, shot.label)
            stands_well(id, at)


def stands_well(id, at):
    screen, boxes = at.screen, {}
    for placed in at.grids:
        rows, columns = placed.grid.size
        width, height = placed.cell
        left, top = placed.left, placed.top
        columns = 3 if placed.grid.bars else columns
        boxes[placed.grid.name] = left, top, left + columns * width, top + rows * height
        longest = max(len(placed.grid.says(*one)) for one in placed.grid.places)
        assert placed.grid.bars or 0.6 * screen.small * longest <= width, (id, placed.grid.name)
        for head in placed.grid.heads:
            plain = re.sub("<[^<>]*>", "", head)
            assert 0.5 * screen.small * len(plain) <= width + 4, (id, head)
    for name, (left, top, right, bottom) in boxes.items():
        assert left >= 0 and right <= screen.width and 0 < top < bottom <= at.height, (id, name)
        for other, (l2, t2, r2, b2) in boxes.items():
            apart = right <= l2 or r2 <= left or bottom <= t2 or b2 <= top
            assert other == name or apart, (id, name, other)
    for sign in at.signs:
        half = screen.text(sign.text, screen.letters) / 2
        assert sign.at[0] - half > -4 and sign.at[0] + half < screen.width + 4, (id, sign.text)


@screens
def test_texts_are_large_enough_and_colours_are_roles(screen):
    for id, sheet in ALL:
        for trace in sheet_board(sheet).pictures[screen.name].data:
            sizes = trace.get("textfont", {}).get("size", SMALLEST_TEXT)
            sizes = sizes if isinstance(sizes, list) else [sizes]
            assert min(sizes) >= SMALLEST_TEXT, (id, trace["name"])
            inks = trace.get("textfont", {}).get("color", [])
            for ink in [inks] if isinstance(inks, str) else inks:
                assert ink[1:] in LIGHT, (id, ink)


def test_the_table_of_a_frame_has_the_numbers_that_are_there():
    for _, sheet in ALL:
        board = sheet_board(sheet)
        for shot, table in zip(sheet.shots, board.tables, strict=True):
            written = " ".join(numbers for _, numbers in table.rows).split()
            wanted = [
                word
                for name in shot.there
                for at in sheet.grid(name).places
                for word in sheet.grid(name).says(*at).split()
            ]
            assert written == wanted


def test_every_part_is_told_in_a_few_short_frames():
    for id, sheet in ALL:
        assert 3 <= len(sheet.shots) <= MOST_SHOTS, id
        labels = [shot.label for shot in sheet.shots]
        assert len(set(labels)) == len(labels) and max(map(len, labels)) <= 16, labels
        for shot in sheet.shots:
            plain = re.sub("<[^<>]*>", "", shot.told.sentence)
            assert 20 < len(plain) <= 330, (id, shot.label, len(plain))
            assert len(shot.told.title) <= 62, (id, shot.told.title)
