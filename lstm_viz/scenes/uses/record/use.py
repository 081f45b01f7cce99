"""A task that a trained LSTM does: what it reads and answers at each step, and one of its gates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lstm_viz.signals import LSTM_SIGNALS, shares
from lstm_viz.trace import Trace

STEPS = 8
"""Every example is shown at so many moments."""


@dataclass(frozen=True)
class Moment:
    """``reads`` is the input x, ``answers`` what is made of h ("" if nothing is).

    ``own`` says that it reads its own last answer.  What is rather drawn than written has
    ``reads_at`` or ``answers_at``: heights from 0 to 1.
    """

    reads: str
    answers: str = ""
    own: bool = False
    reads_at: tuple[float, ...] = ()
    answers_at: tuple[float, ...] = ()


@dataclass(frozen=True)
class Gate:
    """What the gate ``name`` of one unit (from 0) was at each moment."""

    name: str
    unit: int
    values: tuple[float, ...]


@dataclass(frozen=True)
class Use:
    """``id`` is that of its page."""

    id: str
    title: str
    moments: tuple[Moment, ...]
    gate: Gate
    second: int = STEPS
    """The first moment (from 0) of a second LSTM, which goes on from the first one's h and c."""
    image: tuple[tuple[str, ...], ...] = ()
    """Colours, row by row, of the picture that the first moment reads."""

    @property
    def given(self) -> tuple[int, ...]:
        """The moments at which something comes in from outside."""
        return tuple(n for n, moment in enumerate(self.moments) if not moment.own)

    @property
    def answered(self) -> tuple[int, ...]:
        """The moments at which something comes out."""
        return tuple(n for n, moment in enumerate(self.moments) if moment.answers)

    @property
    def pattern(self) -> str:
        """A term of the glossary."""
        one_in, one_out = len(self.given) == 1, len(self.answered) == 1
        return f"{'one' if one_in else 'many'}-to-{'one' if one_out else 'many'}"


def moved_most(*parts: tuple[Trace, Sequence[int]]) -> Gate:
    """The gate, of all units, whose values lie farthest apart: at these steps of one run after
    another (of a second LSTM, the gate and the unit of the same number)."""
    found = []
    for name in shares(LSTM_SIGNALS):
        values = np.concatenate([np.asarray(getattr(run, name))[list(at)] for run, at in parts])
        apart = values.max(axis=0) - values.min(axis=0)
        unit = int(apart.argmax())
        found.append((float(apart[unit]), Gate(name, unit, tuple(map(float, values[:, unit])))))
    return max(found, key=lambda one: one[0])[1]
