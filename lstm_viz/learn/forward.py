"""The record of a whole network's run."""

from dataclasses import dataclass

from lstm_viz.trace import Array, Trace

# For every layer, bottom first, (h, c) of an LSTM or (h,): each (H,) or (B, H).
State = tuple[tuple[Array, ...], ...]


@dataclass(frozen=True, eq=False)
class Forward:
    """What a network did with a sequence: every layer's record, and what it said at each step.

    traces: bottom layer first; outputs: (T, [B,] O).
    """

    traces: tuple[Trace, ...]
    outputs: Array

    @property
    def state(self) -> State:
        """The state after the last step, as copies: the record need not be kept for them."""
        return tuple(
            tuple(trace.arrays[name][-1].copy() for name in ("h", "c") if name in trace.arrays)
            for trace in self.traces
        )
