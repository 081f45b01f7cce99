"""A sheet as a board: grids that are not there are empty cells, on a narrow screen those alone that
come next."""

from __future__ import annotations

import math
from dataclasses import replace

from lstm_viz.figures.board import Board, Frame, Picture, Table, stills
from lstm_viz.figures.charts import cells, shade
from lstm_viz.figures.shapes import (
    NO_TEXT,
    NOWHERE,
    VALUES,
    Patch,
    PlotlyTrace,
    Text,
    bars,
    ink_on,
    patch,
    stroke,
    texts,
    words,
)
from lstm_viz.scenes.around.picture.block import Standing
from lstm_viz.scenes.around.picture.placing import BAR, SCREENS, Placed, Placing, Screen, placing
from lstm_viz.scenes.around.picture.sheet import Grid, Sheet, Shot

WAITING = 0.45
"""Opacity of the cells of what is not there yet."""


def sheet_board(sheet: Sheet) -> Board:
    everything = {
        screen.name: placing(sheet, screen, {grid.name for grid in sheet.grids})
        for screen in SCREENS
    }
    return Board(
        steps=tuple(shot.label for shot in sheet.shots),
        frames=stills(
            Frame({s.name: _patches(sheet, everything[s.name], shot) for s in SCREENS}, shot.told)
            for shot in sheet.shots
        ),
        pictures={
            name: Picture(at.screen.width, _height(sheet, at), _at_rest(sheet, at))
            for name, at in everything.items()
        },
        tables=tuple(_table(sheet, shot) for shot in sheet.shots),
        alt=sheet.alt,
        step_word="picture",
    )


def places_at(sheet: Sheet, everything: Placing, shot: Shot) -> Placing:
    """Where what is there stands; on a narrow screen that and what only joins it next take room."""
    screen, n = everything.screen, sheet.shots.index(shot)
    if screen.name == "wide":
        return everything
    shown, block = shot.on(screen.name), standing(sheet, everything)
    if block and block.block.there(screen.name, n):
        at = placing(sheet, screen, shown)
        return replace(at, height=max(at.height, math.ceil(block.corner[1] + block.size[1])))
    after = sheet.shots[min(n + 1, len(sheet.shots) - 1)].on(screen.name)
    return placing(sheet, screen, after if set(shown) <= set(after) else shown)


def standing(sheet: Sheet, at: Placing) -> Standing | None:
    """The block of the sheet: right of a grid, or on a narrow screen below it."""
    block, screen = sheet.block, at.screen
    if block is None:
        return None
    wide = screen.name == "wide"
    grid = next(one for one in at.grids if one.grid.name == (block.beside if wide else block.below))
    (rows, columns), (width, height) = grid.grid.size, grid.cell
    corner = (grid.left, grid.top + rows * height + screen.gap)
    if wide:
        corner = (round(grid.left + columns * width + screen.sign, 2), screen.edge)
    return Standing(block, screen.name, corner, screen.letters)


def _height(sheet: Sheet, everything: Placing) -> float:
    return max(places_at(sheet, everything, shot).height for shot in sheet.shots)


# ---- at rest -----------------------------------------------------------------------------------


def _at_rest(sheet: Sheet, at: Placing) -> list[PlotlyTrace]:
    screen = at.screen
    traces: list[PlotlyTrace] = []
    for placed in at.grids:
        name = placed.grid.name
        traces += _bars(placed, screen) if placed.grid.bars else [_cells(placed, screen)]
        traces.append(words(f"{name} words", _words(placed, screen)))
    if at.signs:
        traces.append(
            texts(
                "signs", [sign.at for sign in at.signs],
                [sign.text for sign in at.signs],
                size=[screen.letters * (1.25 if len(sign.text) == 1 else 1) for sign in at.signs],
                side="center",
            )
        )  # fmt: skip
    block = standing(sheet, at)
    return traces + (block.at_rest() if block else [])


def _cells(placed: Placed, screen: Screen) -> PlotlyTrace:
    width, height = placed.cell
    return cells(
        placed.grid.name, placed.centres, size=(width - 2, height - 2), text_size=screen.small
    )


def _bars(placed: Placed, screen: Screen) -> list[PlotlyTrace]:
    name, count = placed.grid.name, placed.grid.size[0]
    ends = [(placed.left, placed.centre(row, 0)[1]) for row in range(count)]
    return [
        bars(
            name, ends, length=[0.0] * count, thick=placed.cell[1] - 8,
            colour=[0.0] * count, opacity=[1.0] * count, scale=VALUES,
        ),
        texts(
            f"{name} numbers", ends, size=screen.small, colour=["$ink"] * count, side="right",
        ),
    ]  # fmt: skip


def _words(placed: Placed, screen: Screen) -> list[Text]:
    grid, (width, height) = placed.grid, placed.cell
    above = placed.top - screen.title / 2
    colour = "$ink" if grid.colour == "ink" else f"$text_{grid.colour}"
    title = placed.top - screen.title * (1.5 if grid.heads else 0.5)
    return [
        Text(placed.left, title, f"<b>{grid.title}</b>", "right", screen.letters, colour),
        *(
            Text(placed.left + (k + 0.5) * width, above, head, "center", screen.small)
            for k, head in enumerate(grid.heads)
        ),
        *(
            Text(placed.left - 8, placed.top + (k + 0.5) * height, side, "left", screen.small)
            for k, side in enumerate(grid.sides)
        ),
    ]


# ---- what changes ------------------------------------------------------------------------------


def _patches(sheet: Sheet, everything: Placing, shot: Shot) -> dict[str, Patch]:
    screen = everything.screen
    shown, moved = shot.on(screen.name), places_at(sheet, everything, shot)
    now = {placed.grid.name: placed for placed in moved.grids}
    patches: dict[str, Patch] = {}
    for placed in everything.grids:
        grid = placed.grid
        there, at = grid.name in shown, now.get(grid.name, placed)
        said = _words(at, screen)
        patches[f"{grid.name} words"] = patch(
            [(text.x, text.y) for text in said], text=[text.text for text in said]
        ) | {"opacity": float(there)}
        if grid.bars:
            patches |= _of_bars(at, there)
        elif there:
            patches[grid.name] = patch(at.centres) | _filled(grid, shot)
        else:
            patches[grid.name] = patch(at.centres) | _empty(grid, waits=grid.name in now)
    if everything.signs:
        signs = {
            (sign.text, sign.between): sign for sign in moved.signs if sign.between.issubset(shown)
        }
        found = [signs.get((sign.text, sign.between)) for sign in everything.signs]
        patches["signs"] = patch(
            [sign.at if sign else NOWHERE for sign in found],
            text=[sign.text if sign else NO_TEXT for sign in found],
        )
    block = standing(sheet, everything)
    return patches | (block.patches(sheet.shots.index(shot)) if block else {})


def _empty(grid: Grid, *, waits: bool) -> Patch:
    """What is not there: empty cells if it has its place, else nothing."""
    count = len(grid.places)
    nothing = patch(text=[NO_TEXT] * count, colour=["$off"] * count, ink=["$ink"] * count)
    return nothing | {"opacity": WAITING * waits}


def _filled(grid: Grid, shot: Shot) -> Patch:
    lit = shot.lit.get(grid.name, frozenset(grid.places))
    values = [grid.values[row][column] / grid.reach for row, column in grid.places]
    looked_at = [at in lit for at in grid.places]
    return patch(
        text=[grid.says(*at) for at in grid.places],
        colour=[
            shade(value) if on else "$off" for value, on in zip(values, looked_at, strict=True)
        ],
        ink=[
            ink_on("values", shade(value)) if on else "$muted"
            for value, on in zip(values, looked_at, strict=True)
        ],
    ) | {"opacity": 1.0}


def _of_bars(placed: Placed, there: bool) -> dict[str, Patch]:
    grid, room = placed.grid, BAR * placed.cell[0] - 48
    lengths = [room * row[0] * there for row in grid.values]
    y = [placed.centre(row, 0)[1] for row in range(grid.size[0])]
    return {
        grid.name: patch(
            [(round(placed.left + long / 2, 2), at) for long, at in zip(lengths, y, strict=True)],
            size=[stroke(long) for long in lengths],
            colour=[shade(row[0]) for row in grid.values],
        ),
        f"{grid.name} numbers": patch(
            [(round(placed.left + long + 6, 2), at) for long, at in zip(lengths, y, strict=True)],
            text=[grid.says(row, 0) if there else NO_TEXT for row in range(grid.size[0])],
        ),
    }


def _table(sheet: Sheet, shot: Shot) -> Table:
    """The numbers of the grids that are there, a row a line."""
    lines = []
    for grid in (sheet.grid(name) for name in shot.there):
        rows, columns = grid.size
        for row in range(rows):
            side = f"{grid.title}, {grid.sides[row]}" if grid.sides else grid.title
            numbers = (grid.says(row, column) for column in range(columns))
            lines.append((side, "  ".join(numbers)))
    return Table(shot.told.title, ("", "numbers"), tuple(lines))
