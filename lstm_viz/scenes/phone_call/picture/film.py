"""A story as a film: the mind and the ledger put together, five stages a moment."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lstm_viz.figures.film import Film, View
from lstm_viz.figures.stages import Stage
from lstm_viz.scenes.phone_call.picture import ledger, mind
from lstm_viz.scenes.phone_call.picture.layout import LAYOUTS, WIDE, CallLayout
from lstm_viz.scenes.phone_call.picture.ledger import COLUMNS
from lstm_viz.signals import LSTM_SIGNALS
from lstm_viz.trace import Trace

STAGES = (
    Stage("hear", "The moment", "{c_prev}", "{c_prev}", "", ("c_prev",), ()),
    Stage("put-aside", "You put aside", "{f} ⊙ {c_prev}", "{f} × {(c_prev)} = {kept}", "",
          ("c_prev", "f"), ()),
    Stage("take-in", "You take in", "{i} ⊙ {g}", "{i} × {(g)} = {written}", "", ("written",), ()),
    Stage("now", "Your thoughts now", "{c} = {f} ⊙ {c_prev} + {i} ⊙ {g}",
          "{kept} + {(written)} = {c}", "", ("c_prev", "f", "written", "c"), ()),
    Stage("say", "You say", "{h} = {o} ⊙ tanh({c})", "{o} × {(tanh_c)} = {h}", "", ("c", "h"), ()),
)  # fmt: skip


def story(
    trace: Trace,
    *,
    units: Sequence[str],
    moments: Sequence[str],
    heard: Sequence[str],
    said: Sequence[str],
    told: Sequence[Sequence[str]],
    speaks: Sequence[Sequence[int | None]] = (),
) -> Film:
    """Describe the animation of a story told by a run of an LSTM with six units.

    ``trace`` is unbatched, (T, 6).  ``units`` name the thoughts; ``moments``, ``heard`` and
    ``said`` have T entries, ``told`` T times a sentence for each of ``STAGES``, ``speaks``
    likewise the unit (from 0) that the sentence speaks of.
    """
    if trace.hidden_size != len(WIDE.homes):
        raise ValueError(f"a story has {len(WIDE.homes)} thoughts, got {trace.hidden_size} units")
    states = [_states(k) for k in range(len(STAGES))]
    scale = max(1.0, float(np.abs(trace.c).max()))
    return Film(
        trace,
        tokens=tuple(moments),
        columns=tuple(moments),
        stages=STAGES,
        states=states,
        scales={row.name: scale if row.name in ("c", "c_prev") else 1.0 for row in LSTM_SIGNALS},
        quiet=ledger.lighting(dict.fromkeys(COLUMNS, "empty"), ()),
        lit=[
            ledger.lighting(state, stage.focus) for state, stage in zip(states, STAGES, strict=True)
        ],
        views={layout.name: _view(layout, trace, units, heard, said) for layout in LAYOUTS},
        shown=tuple(COLUMNS),
        told=tuple(tuple(sentences) for sentences in told),
        speaks=tuple(tuple(spoken) for spoken in speaks),
    )


def _states(k: int) -> dict[str, str]:
    told = {name for stage in STAGES[: k + 1] for name in stage.focus}
    return {
        name: "active" if name in STAGES[k].focus else "done" if name in told else "empty"
        for name in COLUMNS
    }


def _view(
    layout: CallLayout,
    trace: Trace,
    units: Sequence[str],
    heard: Sequence[str],
    said: Sequence[str],
) -> View:
    columns = ledger.diagram(layout)
    last = len(STAGES) - 1
    frames = [
        [
            mind.frame(layout, trace, t, k, last=k == last, heard=heard[t], said=said[t])
            for k in range(len(STAGES))
        ]
        for t in range(len(trace))
    ]
    return View(
        columns, mind.at_rest(layout, units) + ledger.at_rest(layout, columns, units), frames
    )
