"""The block that can be turned: which sides are seen, what is lit, and that nothing overlaps."""

import itertools

import pytest

from lstm_viz.figures.shapes import NO_TEXT
from lstm_viz.notation import number
from lstm_viz.scenes.around.picture import sheet_board
from lstm_viz.scenes.around.picture.board import places_at, standing
from lstm_viz.scenes.around.picture.placing import SCREENS, placing
from lstm_viz.scenes.around.picture.shapes import shapes_sheet
from lstm_viz.scenes.around.record.shapes import shapes
from tests.unit.frames import merged

TURNS = range(0, 91, 15)
screens = pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)


def stands(turn, screen):
    sheet = shapes_sheet(shapes(), turn)
    everything = placing(sheet, screen, {grid.name for grid in sheet.grids})
    return sheet, everything, standing(sheet, everything)


def box(points):
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def apart(one, other):
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@screens
def test_from_the_side_of_a_sample_a_feature_and_in_between_of_both(screen):
    run = shapes()
    for turn in TURNS:
        block = stands(turn, screen)[2]
        sides = {side: [f.cube for f in block.faces if f.side == side] for side in
                 ("sample", "feature", "step")}  # fmt: skip
        assert set(sides["sample"]) == (
            set() if turn == 90 else set(itertools.product([0], range(6), range(2)))
        )
        assert set(sides["feature"]) == (
            set() if turn == 0 else set(itertools.product(range(3), range(6), [1]))
        )
        assert set(sides["step"]) == set(itertools.product(range(3), [0], range(2)))
        numbered = {face.side for face in block.numbered}
        assert numbered == {
            0: {"sample"}, 45: {"sample", "feature"}, 90: {"feature"}
        }.get(turn, {"sample"} if turn < 45 else {"feature"}), turn  # fmt: skip
        for face in block.numbered:
            assert block.says(face.cube) == number(run.block[face.cube], sign=True)


@screens
def test_faces_and_their_numbers_do_not_overlap_each_other_nor_the_grids(screen):
    for turn in TURNS:
        sheet, everything, block = stands(turn, screen)
        size = {"wide": 13, "tall": 11}[screen.name]
        signs = [
            (*box([(x - w / 2, y - size / 2 + 2), (x + w / 2, y + size / 2 - 2)]), face)
            for face in block.numbered
            for (x, y), w in [(face.middle, 0.6 * size * len(block.says(face.cube)))]
        ]
        for one, other in itertools.combinations(signs, 2):
            assert apart(one, other), (turn, one, other)
        faces = box([corner for face in block.faces for corner in face.corners])
        texts = [
            box([(left, text.y - text.size / 2), (left + width, text.y + text.size / 2)])
            for text in block.words
            for width in [screen.text(text.text, text.size)]
            for left in [text.x - (width / 2 if text.side == "center" else 0)]
        ]
        whole = box([(b[k], b[k + 1]) for b in (faces, *texts) for k in (0, 2)])
        assert all(apart(faces, text) for text in texts), turn
        assert all(apart(*two) for two in itertools.combinations(texts, 2)), turn
        for frame, shot in enumerate(sheet.shots):
            if not block.block.there(screen.name, frame):
                continue
            at = places_at(sheet, everything, shot)
            assert whole[0] >= 0 and whole[2] <= screen.width and whole[3] <= at.height
            assert whole[1] >= 0
            for placed in at.grids:
                (rows, columns), (width, height) = placed.grid.size, placed.cell
                above = screen.title * (1 + bool(placed.grid.heads))
                right = placed.left + max(
                    columns * width, screen.text(placed.grid.title, screen.letters)
                )
                taken = (placed.left, placed.top - above, right, placed.top + rows * height)
                assert apart(whole, taken), (turn, shot.label, placed.grid.name)


@screens
def test_what_is_looked_at_in_the_grids_is_lit_in_the_block(screen):
    run = shapes()
    for turn in (0, 45, 90):
        sheet, _, block = stands(turn, screen)
        board = sheet_board(sheet)
        data = {trace["name"]: trace for trace in board.pictures[screen.name].data}
        for number_, (shot, (frame,)) in enumerate(zip(sheet.shots, board.frames, strict=True)):
            patches = frame.patches[screen.name]
            there = screen.name == "wide" or number_ < 3
            written = merged(data["block numbers"], patches["block numbers"])["text"]
            assert all((text != NO_TEXT) == there for text in written)
            assert merged(data["block words"], patches["block words"])["opacity"] == there
            for face in block.faces:
                sample, step, feature = face.cube
                looked_at = (step, feature) in shot.lit.get(f"sample {sample + 1}", ())
                trace = merged(data[face.name], patches[face.name])
                value = run.block[face.cube]
                wanted = f"$values@{round(float(value), 4)}" if looked_at else "$off"
                assert trace["fillcolor"] == wanted, (turn, shot.label, face.cube)
                assert trace["opacity"] == there


def test_its_number_of_frames_is_that_of_the_sheet():
    sheet = shapes_sheet(shapes(), 30)
    assert len(sheet.block.lit) == len(sheet.shots)
