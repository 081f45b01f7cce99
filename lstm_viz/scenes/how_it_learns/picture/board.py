"""The shots of a film as a board: a frame a shot."""

from __future__ import annotations

from lstm_viz.figures.basket.board import patches as row_patches
from lstm_viz.figures.board import Board, Frame, Picture, Table, stills
from lstm_viz.figures.shapes import NO_TEXT, Patch, patch
from lstm_viz.networks.basket_run import GATES, STEPS, BasketRun
from lstm_viz.notation import number
from lstm_viz.scenes.how_it_learns.picture.at_rest import RUNS, at_rest
from lstm_viz.scenes.how_it_learns.picture.layout import CURVES, LAYOUTS, LearningLayout, along
from lstm_viz.scenes.how_it_learns.picture.why import why
from lstm_viz.scenes.how_it_learns.record.shots import SLOW_STAGES, Shot, Shots
from lstm_viz.scenes.how_it_learns.words.captions import KINDS, bias, captions
from lstm_viz.scenes.how_it_learns.words.slow import TITLES, ledger
from lstm_viz.signals import LSTM_SIGNALS, signal

ALT = (
    "Left, over the steps of training, the share of right answers and the loss of an LSTM and of "
    "an RNN; right, a story as the LSTM of that step reads it: under each sentence how far its "
    "gates are open, the fruit it holds, and both answers"
)


def learning_board(film: Shots) -> Board:
    rest = {layout.name: at_rest(layout) for layout in LAYOUTS}
    return Board(
        steps=tuple(_label(film, shot) for shot in film.shots),
        frames=stills(
            Frame(
                {
                    layout.name: {
                        **_patches(layout, film, shot),
                        **row_patches(layout.row, shot.columns, shot.now, whole=True),
                    }
                    for layout in LAYOUTS
                },
                told,
                *why(shot),
            )
            for shot, told in zip(film.shots, captions(film), strict=True)
        ),
        pictures={layout.name: Picture(*layout.size, rest[layout.name]) for layout in LAYOUTS},
        tables=tuple(_table(shot) for shot in film.shots),
        alt=ALT,
        step_word="picture",
    )


def _label(film: Shots, shot: Shot) -> str:
    if shot.compares:
        assert film.other is not None
        return f"bias {bias(film.other)}"
    if shot.slow is not None:
        return TITLES[shot.slow].removeprefix("the ")
    return f"step {shot.step:,}"


def _runs(film: Shots, shot: Shot) -> dict[str, tuple[BasketRun, int]]:
    """The runs that are drawn, and how far."""
    last = film.run.checkpoints[-1].step
    if shot.compares:
        assert film.other is not None
        return {"lstm": (film.run, last), "rnn": (film.rnn, last), "other": (film.other, last)}
    runs = {"lstm": (film.run, shot.step), "rnn": (film.rnn, shot.step)}
    if film.other is not None and film.step is None:
        runs["other"] = (film.other, shot.step)
    return runs


def _patches(layout: LearningLayout, film: Shots, shot: Shot) -> dict[str, Patch]:
    slow = shot.slow is not None
    found = _charts(layout, film, shot)
    if slow:
        for attributes in found.values():
            if "text" in attributes:
                attributes["text"] = [NO_TEXT] * len(attributes["text"])
            else:
                attributes["opacity"] = 0.0
    for trace in at_rest(layout)[1:3]:
        found[trace["name"]] = (
            patch(text=[NO_TEXT if slow else text for text in trace["text"]])
            if "text" in trace
            else {"opacity": 0.0 if slow else 1.0}
        )
    return found | _sums(film, shot)


def _charts(layout: LearningLayout, film: Shots, shot: Shot) -> dict[str, Patch]:
    found: dict[str, Patch] = {}
    runs = _runs(film, shot)
    values = []
    for curve, axes in zip(CURVES, layout.axes, strict=True):
        x = axes.across(along(shot.step))
        found[f"now step {curve}"] = {"x": [x, x], "opacity": 1.0}
        for name in RUNS:
            run, until = runs.get(name, (None, 0))
            if run is None:
                values.append(NO_TEXT)
                found[f"{curve} {name}"] = {"opacity": 0.0}
                found[f"{curve} {name} now"] = {"opacity": 0.0}
                continue
            points = [
                axes.at(along(one.step), getattr(one, curve))
                for one in run.checkpoints
                if one.step <= until
            ]
            here = run.at(shot.step)
            found[f"{curve} {name}"] = patch(points + [points[-1]] * (len(STEPS) - len(points))) | {
                "opacity": 1.0
            }
            found[f"{curve} {name} now"] = patch(
                [axes.at(along(here.step), getattr(here, curve))]
            ) | {"opacity": 1.0}
            value = f"{100 * here.right:.0f} %" if curve == "right" else number(here.loss)
            who = _name(film, name, wide=layout.wide)
            if here.step < film.run.at(shot.step).step:
                who += f", step {here.step:,}"
            values.append(f"{who}: <b>{value}</b>")
    return found | {"chart values": patch(text=values)}


def _name(film: Shots, run: str, *, wide: bool) -> str:
    if run == "rnn":
        return "this RNN"
    which = film.run if run == "lstm" else film.other
    assert which is not None
    long = f"LSTM, forget bias {bias(which)}"
    return long if wide else f"LSTM ({bias(which)})"


def _sums(film: Shots, shot: Shot) -> dict[str, Patch]:
    """What was computed in the slow motion up to this stage."""
    if shot.slow is None or film.step is None:
        nothing = [NO_TEXT] * SLOW_STAGES
        return {"sum names": patch(text=nothing), "sums": patch(text=nothing)}
    names, sums = zip(*ledger(film.step), strict=True)
    stage = shot.slow
    return {
        "sum names": patch(text=[n if k <= stage else NO_TEXT for k, n in enumerate(names)]),
        "sums": patch(
            text=[
                (f"<b>{text}</b>" if k == stage else text) if k <= stage else NO_TEXT
                for k, text in enumerate(sums)
            ],
            ink=["$ink" if k == stage else "$muted" for k in range(SLOW_STAGES)],
        ),
    }


def _table(shot: Shot) -> Table:
    rows = [
        (
            column.label,
            *(number(value) for gate in GATES for value in column.gates[gate]),
            *map(number, column.state),
            str(column.answer.lstm).replace("-", "−") if column.answer else "",
            str(column.answer.rnn).replace("-", "−") if column.answer else "",
            str(column.answer.so) if column.answer else "",
        )
        for column in shot.columns
    ]
    names = [signal(LSTM_SIGNALS, name).label for name in (*GATES, "c")]
    head = ("", *(f"{name}, {kind}" for name in names for kind in KINDS))
    return Table(
        f"After {shot.step:,} steps",
        (*head, "the LSTM says", "this RNN says", "right"),
        tuple(rows),
    )
