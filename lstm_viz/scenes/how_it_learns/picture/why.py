"""Where the values of the story come from in the network of a shot: what a click on them opens."""

from __future__ import annotations

from lstm_viz.cells import LSTM
from lstm_viz.figures.shapes import PlotlyTrace
from lstm_viz.lesson.gating import Lines
from lstm_viz.lesson.story_lines import StoryRead, story_lines
from lstm_viz.networks.basket_run import HELD_OUT
from lstm_viz.scenes.how_it_learns.record.shots import Shot
from lstm_viz.scenes.how_it_learns.record.story import AT, read

MEASURED = (
    f"right answers: the share of all questions of {HELD_OUT} stories that no training reads",
    f"loss: (answer − right answer)², the mean over all questions of {HELD_OUT} stories that no "
    "training reads",
)


def why(shot: Shot) -> tuple[Lines, Lines]:
    """Of the sentence that is looked at and of the curves; and of the whole story."""
    (cell,), (trace, *_) = shot.model.layers, read(shot.model).traces
    assert isinstance(cell, LSTM)
    labels = [column.label for column in shot.columns]
    lines = story_lines(StoryRead(labels, AT, cell, trace, shot.model.head))
    measured = {"measured": MEASURED} if shot.slow is None else {}
    return {"now": lines.listed[shot.now]} | measured, lines.each


def measured(trace: PlotlyTrace, *which: int) -> PlotlyTrace:
    """A trace whose points are shares of right answers (0) or losses (1)."""
    return trace | {"customdata": [["measured", k] for k in which], "hoverinfo": "none"}
