"""The animated cell for notebooks and scripts: the same player as in the app."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lstm_viz.figures.film import film
from lstm_viz.trace import Trace

if TYPE_CHECKING:
    from lstm_viz.player.notebook import CellPlayer


def cell(
    trace: Trace,
    *,
    tokens: Iterable[object] | None = None,
    columns: Iterable[object] | None = None,
    unit: int = 0,
) -> CellPlayer:
    """One cell at work on one sequence, stage by stage: ``.show()``, ``.html()``, ``.save(path)``.

    ``trace`` is an unbatched run of an LSTM, a GRU or a simple RNN, (T, H).  ``tokens`` label its
    steps and ``columns`` its inputs; ``unit`` (from 0) is the one whose numbers are shown first.
    Raises ``ValueError`` for another kind of cell, a batch, or what does not fit.

    >>> lstm_viz.figures.cell(trace).show()                                   # doctest: +SKIP
    """
    # Pictures know no player; here is where people look for one, so here alone it is asked for.
    from lstm_viz.player.notebook import CellPlayer

    if not 0 <= unit < trace.hidden_size:
        raise ValueError(f"unit must be from 0 to {trace.hidden_size - 1}, got {unit}")
    story = film(trace, tokens=tokens, columns=columns)
    title = f"A recurrent cell at work: {len(trace)} steps, {trace.hidden_size} units"
    return CellPlayer(title, unit, story)
