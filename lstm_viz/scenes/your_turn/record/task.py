"""One step to be carried out: what is given, and fresh numbers that are fair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from lstm_viz.cells import LSTM
from lstm_viz.scenes.your_turn.record.sums import GATES, STEPS, Given, Values, follows, slips
from lstm_viz.signals import LSTM_SIGNALS, rows, shares, stacked
from lstm_viz.trace import Array, Trace

APART = 0.05
"""So far at least is a right value from what a misconception gives,"""
BELIEFS_APART = 0.02
"""and what one misconception gives from what another does, and one gate from another."""
TRIES = 2048
"""Steps that are drawn at once; about one in three hundred is fair."""
LIMITS = {"x": (3, 15), "h": (2, 9), "c": (4, 18)}
"""In tenths, of either sign; of the weights 1 to 13."""
GATES_IN_ROWS = stacked(LSTM_SIGNALS)


@dataclass(frozen=True, eq=False)
class Task:
    """A cell and what arrives at it; ``numbers`` are all of these in the order of ``parts``."""

    units: int
    inputs: int
    numbers: tuple[float, ...]

    @cached_property
    def arrays(self) -> dict[str, Array]:
        """The numbers by part."""
        found, rest = {}, np.array(self.numbers)
        for name, shape in parts(self.units, self.inputs).items():
            count = int(np.prod(shape))
            found[name], rest = rest[:count].reshape(shape), rest[count:]
        return found

    @cached_property
    def cell(self) -> LSTM:
        return LSTM(**{name: self.arrays[name] for name in LSTM.names})

    @cached_property
    def given(self) -> Given:
        x, h, c = (self.arrays[name] for name in ("x", "h", "c"))
        w, u, b = ({gate: self.part(name, gate) for gate in GATES} for name in LSTM.names)
        return Given(
            h, c,
            wx={gate: rows @ x for gate, rows in w.items()},
            uh={gate: rows @ h for gate, rows in u.items()},
            uc={gate: rows @ c for gate, rows in u.items()},
            b=b,
        )  # fmt: skip

    @cached_property
    def trace(self) -> Trace:
        """The step, as the core carries it out: (1, H)."""
        return self.cell.run(self.arrays["x"][np.newaxis], self.arrays["h"], self.arrays["c"])

    @cached_property
    def exact(self) -> Values:
        """Every value of the step, (H,), by the name of its signal."""
        return {name: getattr(self.trace, name)[0] for name in STEPS}

    def part(self, name: str, gate: str = "") -> Array:
        """x, h, c; or the rows of a gate in weight_ih, weight_hh or bias."""
        return self.arrays[name][self._rows(gate)]

    def with_part(self, values: Sequence[float], name: str, gate: str = "") -> Task:
        """The same with other numbers there, row by row."""
        changed = {part: np.array(array) for part, array in self.arrays.items()}
        there = changed[name][self._rows(gate)]
        there[...] = np.reshape(values, there.shape)
        numbers = tuple(float(one) for array in changed.values() for one in np.ravel(array))
        return task(self.units, self.inputs, numbers)

    def _rows(self, gate: str) -> slice:
        return rows(LSTM_SIGNALS, gate, self.units) if gate else slice(None)


def parts(units: int, inputs: int) -> dict[str, tuple[int, ...]]:
    """What is given, with its shape."""
    return {"x": (inputs,), "h": (units,), "c": (units,), **LSTM.shapes(inputs, units)}


def size(units: int, inputs: int) -> int:
    """How many numbers are given."""
    return sum(int(np.prod(shape)) for shape in parts(units, inputs).values())


@lru_cache(maxsize=64)
def task(units: int, inputs: int, numbers: tuple[float, ...]) -> Task:
    """Kept, so that a step is carried out once."""
    return Task(units, inputs, numbers)


@lru_cache(maxsize=256)
def fresh(seed: int) -> Task:
    """A step of one unit with one input.  Its numbers have one decimal, so that every z has two.

    They are fair: no wrong number that a misconception leads to can pass for the right one, nor
    for that of another.
    """
    rng = np.random.default_rng(seed)
    while True:
        drawn = _drawn(rng, (TRIES,))
        fair = np.flatnonzero(is_fair(drawn))
        if len(fair):
            return task(1, 1, tuple(float(one) for one in _in_order(drawn)[:, fair[0]]))


@lru_cache
def example(units: int, inputs: int) -> Task:
    """What stands in the fields before the reader has put their own numbers there."""
    rng = np.random.default_rng(units + 10 * inputs)
    shapes = parts(units, inputs)
    drawn = [_tenths(rng, name, shape) for name, shape in shapes.items()]
    return task(units, inputs, tuple(float(one) for part in drawn for one in np.ravel(part)))


def _drawn(rng: np.random.Generator, shape: tuple[int, ...]) -> dict[str, Array]:
    """Many steps of one unit with one input, side by side: x, h, c, and by gate w, u, b."""
    names = ("x", "h", "c", *(f"{part}_{gate}" for part in "wub" for gate in GATES_IN_ROWS))
    return {name: _tenths(rng, name, shape) for name in names}


def _tenths(rng: np.random.Generator, name: str, shape: tuple[int, ...]) -> Array:
    low, high = LIMITS.get(name, (1, 13))
    size = rng.integers(low, high, shape, endpoint=True) * rng.choice([-1, 1], shape)
    tenths: Array = size / 10
    return tenths


def _in_order(drawn: dict[str, Array]) -> Array:
    return np.stack(list(drawn.values()))


def is_fair(drawn: dict[str, Array]) -> NDArray[np.bool]:
    """Of steps side by side, whether a wrong answer tells what the reader believes."""
    given = Given(
        drawn["h"], drawn["c"],
        wx={gate: drawn[f"w_{gate}"] * drawn["x"] for gate in GATES},
        uh={gate: drawn[f"u_{gate}"] * drawn["h"] for gate in GATES},
        uc={gate: drawn[f"u_{gate}"] * drawn["c"] for gate in GATES},
        b={gate: drawn[f"b_{gate}"] for gate in GATES},
    )  # fmt: skip
    values: dict[str, Array] = {}
    for step in STEPS:
        values[step] = follows(given, step, values)
    sums = np.abs([values[f"z_{gate}"] for gate in GATES])
    fair: NDArray[np.bool] = np.all((sums >= 0.2) & (sums <= 2), axis=0)
    for gate, other in combinations(shares(LSTM_SIGNALS), 2):
        fair = fair & (np.abs(values[gate] - values[other]) >= BELIEFS_APART)
    for step in STEPS:
        wrong = list(slips(given, step, values))
        for slip in wrong:
            fair = fair & (np.abs(slip.value - values[step]) >= APART)
        for one, two in combinations(wrong, 2):
            if one.believes != two.believes:
                fair = fair & (np.abs(one.value - two.value) >= BELIEFS_APART)
    return fair
