"""What a picture of a cell has to know of its kind: its signals, its stages, its diagrams."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lstm_viz.figures import gru_diagram, lstm_diagram, rnn_diagram
from lstm_viz.figures.diagram import Diagram
from lstm_viz.figures.fields import Fields
from lstm_viz.figures.gru_stages import GRU_STAGES
from lstm_viz.figures.rnn_stages import RNN_STAGES
from lstm_viz.figures.stages import LSTM_STAGES, Stage
from lstm_viz.signals import GRU_SIGNALS, LSTM_SIGNALS, RNN_SIGNALS, Signal, gates

DiagramOf = Callable[[int, int, Fields], Diagram]
"""(units, inputs, fields) to a diagram."""


@dataclass(frozen=True)
class Kind:
    table: tuple[Signal, ...]
    shown: tuple[str, ...]
    """The signals that have a strip in the picture, in the order in which they are computed."""
    carried: Mapping[str, str]
    """Where the last stage takes the strips to: from there the next step reads them."""
    unbounded: tuple[str, ...]
    """The signals whose largest value is that of the scale that all values with a sign share."""
    over_time: tuple[str, ...]
    """The signals in the picture of all steps, from top to bottom."""
    told: tuple[str, ...]
    """What the colours of all units of a big network follow from, beside x and h."""
    stages: tuple[Stage, ...]
    layouts: Mapping[str, DiagramOf]
    biases: tuple[str, ...] = ("bias",)
    """What the biases are called that are added to the weighted sums."""

    @property
    def blocks(self) -> int:
        """Weighted sums that a unit makes: blocks of the stacked weights."""
        return len(gates(self.table))


LSTM = Kind(
    LSTM_SIGNALS,
    shown=tuple(row.name for row in LSTM_SIGNALS if not row.name.startswith("z_")),
    carried={"c": "c_prev", "h": "h_prev"},
    unbounded=("c", "c_prev"),
    over_time=(*gates(LSTM_SIGNALS), "c", "h"),
    told=(*gates(LSTM_SIGNALS), "c"),
    stages=LSTM_STAGES,
    layouts={"wide": lstm_diagram.wide, "tall": lstm_diagram.tall},
)
GRU = Kind(
    GRU_SIGNALS,
    shown=("x", "h_prev", "r", "z", "xn", "hn", "n", "kept", "written", "h"),
    carried={"h": "h_prev"},
    unbounded=("xn", "hn"),
    over_time=(*gates(GRU_SIGNALS), "h"),
    told=("r", "z", "xn", "hn", "n"),
    stages=GRU_STAGES,
    layouts={"wide": gru_diagram.wide, "tall": gru_diagram.tall},
    biases=("bias_ih", "bias_hh"),
)
RNN = Kind(
    RNN_SIGNALS,
    shown=tuple(row.name for row in RNN_SIGNALS),
    carried={"h": "h_prev"},
    unbounded=("z",),
    over_time=("z", "h"),
    told=("z",),
    stages=RNN_STAGES,
    layouts={"wide": rnn_diagram.wide, "tall": rnn_diagram.tall},
)
KINDS = (LSTM, GRU, RNN)


SQUASHED = 3.0
"""Beyond this a cell state gives out as good as ±1, since tanh(3) = 0.995: no colour is needed that
tells 8 from 150, and a unit that counts up to 150 would leave none for the others."""


def full_colour(largest: float) -> float:
    """The value whose colour is full, where values are as large as this."""
    return min(SQUASHED, max(1.0, largest))


def kind_of(table: tuple[Signal, ...]) -> Kind:
    """The kind of cell with this table of signals; ``ValueError`` if it has no picture."""
    for kind in KINDS:
        if kind.table == table:
            return kind
    raise ValueError(
        "the cell picture shows an LSTM, a GRU or a simple RNN; "
        "this trace is of another kind of cell"
    )
