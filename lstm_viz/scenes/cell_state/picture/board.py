"""The two pictures as one board: a moment a step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lstm_viz.figures.board import Board, Frame, Picture, Table, stills
from lstm_viz.figures.shapes import NO_TEXT, Patch, PlotlyTrace
from lstm_viz.networks import basket as networks
from lstm_viz.notation import counted, number
from lstm_viz.scenes.cell_state import words
from lstm_viz.scenes.cell_state.picture.belt import belt_at_rest, belt_patches
from lstm_viz.scenes.cell_state.picture.kept_written import sum_at_rest, sum_patches
from lstm_viz.scenes.cell_state.picture.layout import BELTS, SUMS
from lstm_viz.scenes.cell_state.picture.way_back import WAYS, way_at_rest, way_patches
from lstm_viz.scenes.cell_state.picture.why import of_the_belt, of_the_sum
from lstm_viz.scenes.cell_state.record import FACTORS, SINGS, Carried, Update, update
from lstm_viz.tasks.basket import OUTPUTS

ALT = (
    "First one word: what each of two units keeps, plus what is written, is its new cell state. "
    "Then the cell state on a belt while Mia sings thirty times, beside it the six numbers of an "
    "RNN’s hidden state, and what both say when asked; in the end, how much of the gradient comes "
    "back through either"
)


@dataclass(frozen=True)
class Moment:
    """A step: a stage of the sum, or a place on the belt, or else the way back along it."""

    label: str
    sum: str = ""
    sung: int = 0
    rival: bool = False
    asked: bool = False
    back: bool = False

    @property
    def belt(self) -> bool:
        return not self.sum and not self.back


MOMENTS = (
    Moment("An apple is there", sum="before"),
    Moment("Kept", sum="kept"),
    Moment("Written", sum="written"),
    Moment("Added", sum="c"),
    Moment("In numbers", sum="numbers"),
    Moment("On the belt", sung=1),
    Moment("30 times", sung=SINGS),
    Moment("An RNN’s h", sung=SINGS, rival=True),
    Moment("Asked", sung=SINGS, rival=True, asked=True),
    Moment("The way back", sung=SINGS, back=True),
    Moment("Through an RNN", sung=SINGS, back=True, rival=True),
)
ADDED, SUNG = 3, 6
"""The steps before which something is asked."""


def board(carried: Carried) -> Board:
    at = update(carried.basket)
    parts = {
        sum_.name: (sum_at_rest(sum_), belt_at_rest(belt, carried), way_at_rest(way, carried))
        for sum_, belt, way in zip(SUMS, BELTS, WAYS, strict=True)
    }
    ways = {way.name: parts[way.name][2] for way in WAYS}
    frames = []
    for moment, told in zip(MOMENTS, words.captions(carried, at), strict=True):
        patches = {}
        for sum_, belt in zip(SUMS, BELTS, strict=True):
            own: dict[str, Patch] = {}
            if moment.sum:
                own = sum_patches(sum_, at, moment.sum)
            elif moment.belt:
                own = belt_patches(
                    belt, carried, moment.sung, rival=moment.rival, asked=moment.asked
                )
            else:
                own = way_patches(ways[sum_.name], rival=moment.rival)
            there: dict[str, Patch] = {}
            for part, seen in zip(
                parts[sum_.name], (bool(moment.sum), moment.belt, moment.back), strict=True
            ):
                there |= _there(part, seen=seen)
            patches[sum_.name] = {name: there[name] | own.get(name, {}) for name in there}
        frames.append(Frame(patches, told, _why(carried, at, moment)))
    return Board(
        steps=tuple(moment.label for moment in MOMENTS),
        frames=stills(frames),
        pictures={
            layout.name: Picture(*layout.size, [one for part in parts[layout.name] for one in part])
            for layout in SUMS
        },
        tables=tuple(
            _sum_table(at) if moment.sum else _belt_table(carried, moment) for moment in MOMENTS
        ),
        alt=ALT,
        step_word="part",
    )


def _why(carried: Carried, at: Update, moment: Moment) -> dict[str, tuple[str, ...]]:
    if moment.sum:
        return of_the_sum(carried.basket, at, moment.sum)
    return of_the_belt(carried, moment.sung, rival=moment.rival) if moment.belt else {}


def _there(traces: Sequence[PlotlyTrace], *, seen: bool) -> dict[str, Patch]:
    """Only one of the two pictures is there: the other’s texts are empty, the rest is unseen."""
    return {
        trace["name"]: {"text": trace["text"] if seen else [NO_TEXT] * len(trace["x"])}
        if trace["mode"] == "text"
        else {"opacity": float(seen)}
        for trace in traces
    }


def _sum_table(at: Update) -> Table:
    names = ("c_prev", *FACTORS["kept"][:1], "kept", "g", *FACTORS["written"][:1], "written", "c")
    heads = ("before", "forget gate", "kept", "on offer", "input gate", "written", "new cell state")
    rows = tuple(
        (fruit, *(number(at.signals[name][unit]) for name in names))
        for unit, fruit in enumerate(OUTPUTS)
    )
    return Table(at.label, ("", *heads), rows)


def _belt_table(carried: Carried, moment: Moment) -> Table:
    n = moment.sung
    rows = [("cell state of the LSTM", ", ".join(number(value) for value in carried.c[n]))]
    if moment.rival:
        rows.append(("hidden state of the RNN", ", ".join(number(v) for v in carried.h[n])))
    if moment.back:
        rows += [
            ("gradient that comes back along c", number(carried.back[networks.LSTM][0])),
        ]
    if moment.back and moment.rival:
        rows.append(("through the RNN’s h", number(carried.back[networks.RNN][0])))
    if moment.asked:
        rows += [
            ("the LSTM says", str(carried.answers[networks.LSTM][n])),
            ("this RNN says", str(carried.answers[networks.RNN][n])),
        ]
    return Table(f"Mia has sung {counted(n, 'time')}", ("", "now"), tuple(rows))
