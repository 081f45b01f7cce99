"""A story as a film: the talk, the mind and the ledger put together, three stages a moment."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.figures.film import Film, View
from lstm_viz.figures.stages import Stage
from lstm_viz.scenes.phone_call.picture import ledger, mind, talk
from lstm_viz.scenes.phone_call.picture.layout import LAYOUTS, WIDE, CallLayout
from lstm_viz.scenes.phone_call.picture.ledger import COLUMNS
from lstm_viz.trace import Trace

STAGES = (
    Stage("put-aside", "You put aside", "{f} ⊙ {c_prev}", "{f} × {(c_prev)} = {kept}", "",
          ("c_prev", "f"), ()),
    Stage("take-in", "You take in", "{c} = {f} ⊙ {c_prev} + {i} ⊙ {g}",
          "{kept} + {i} × {(g)} = {c}", "", ("i", "g", "c"), ()),
    Stage("say", "You say", "{h} = {o} ⊙ tanh({c})", "{o} × {(tanh_c)} = {h}", "",
          ("o", "tanh_c", "h"), ()),
)  # fmt: skip
AT_ONCE = ("c_prev", "f", "i", "g", "o")
"""What is there from the first stage on: the gates wait for nobody."""


def story(
    trace: Trace,
    *,
    units: Sequence[str],
    moments: Sequence[str],
    columns: Sequence[str],
    heard: Sequence[str],
    said: Sequence[str],
    told: Sequence[Sequence[str]],
    speaks: Sequence[Sequence[int | None]] = (),
    passed: Sequence[tuple[int, int]] = (),
) -> Film:
    """Describe the animation of a story told by a run of an LSTM with six units.

    ``trace`` is unbatched, (T, 6).  ``units`` name the thoughts, ``columns`` the inputs;
    ``moments``, ``heard`` and ``said`` have T entries, ``told`` T times a sentence for each of
    ``STAGES``, ``speaks`` likewise the unit (from 0) that the sentence speaks of; ``passed`` are
    the frames (moment, stage) at which who steps does not stop.
    """
    if trace.hidden_size != len(WIDE.homes):
        raise ValueError(f"a story has {len(WIDE.homes)} thoughts, got {trace.hidden_size} units")
    states = [_states(k) for k in range(len(STAGES))]
    return Film(
        trace,
        tokens=tuple(moments),
        columns=tuple(columns),
        stages=STAGES,
        states=states,
        scales=ledger.SCALES,
        quiet=ledger.lighting(()),
        lit=[ledger.lighting(stage.focus) for stage in STAGES],
        views={layout.name: _view(layout, trace, units, heard, said) for layout in LAYOUTS},
        shown=tuple(COLUMNS),
        told=tuple(tuple(sentences) for sentences in told),
        speaks=tuple(tuple(spoken) for spoken in speaks),
        passed=tuple(passed),
    )


def _states(k: int) -> dict[str, str]:
    told = {*AT_ONCE, *(name for stage in STAGES[: k + 1] for name in stage.focus)}
    return {name: "active" if name in told else "empty" for name in COLUMNS}


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
            {
                **mind.frame(layout, trace, t, k, last=k == last),
                **ledger.frame(trace, t, STAGES[k].focus),
                **talk.frame(heard=heard[t], said=said[t] if k == last else "", rings=t == 0),
            }
            for k in range(len(STAGES))
        ]
        for t in range(len(trace))
    ]
    at_rest = (
        *talk.at_rest(layout), *mind.at_rest(layout, units), *ledger.at_rest(layout, columns, units)
    )  # fmt: skip
    return View(columns, list(at_rest), frames)
