"""How well a bracket network does on strings it has never seen."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from lstm_viz.networks.brackets.strings import answers, depths, one_hot, random_strings
from lstm_viz.networks.brackets.training import COUNTING_UNIT, LONGEST, SHORTEST, Reader

SEED = 20_261_122
BATCHES, BATCH_SIZE = 20, 50

# name: (shortest, longest, share of strings in which more may be closed than was opened)
TESTS: Mapping[str, tuple[int, int, float]] = MappingProxyType(
    {
        "length 2 to 20, as trained": (SHORTEST, LONGEST, 0.0),
        "length 40 to 60": (40, 60, 0.0),
        "length 100 to 200": (100, 200, 0.0),
        "length 40 to 60, overclosed": (40, 60, 1.0),
        "length 1,000 to 2,000": (1000, 2000, 0.0),  # to see where the count begins to fail
    }
)


@dataclass(frozen=True)
class Score:
    """`per_step`, `per_string`: the share of steps, and of whole strings, answered rightly.

    Most steps have a bracket open, so always saying so would be right for 1 − `closed_share` of
    them; hence `per_closed_step`, the share answered rightly among steps at which all are closed.
    `correlation` is that of the counting unit's c with the depth over all steps of all strings,
    `deepest` the greatest depth that came up.
    """

    strings: int
    per_step: float
    per_string: float
    per_closed_step: float
    closed_share: float
    correlation: float
    deepest: int


def score(reader: Reader, shortest: int, longest: int, overclosed: float) -> Score:
    rng = np.random.default_rng(SEED)
    all_right, right_strings, all_c, all_depths = [], [], [], []
    for _ in range(BATCHES):
        length = int(rng.integers(shortest, longest, endpoint=True))
        columns = random_strings(rng, BATCH_SIZE, length, overclosed=overclosed)
        trace = reader.cell.run(one_hot(columns))
        right = reader.probabilities(trace).argmax(axis=-1) == answers(columns)
        all_right.append(right.ravel())
        right_strings.append(right.all(axis=0))
        all_c.append(trace.c[..., COUNTING_UNIT].ravel())
        all_depths.append(depths(columns).ravel())
    right, depth = np.concatenate(all_right), np.concatenate(all_depths)
    return Score(
        strings=BATCHES * BATCH_SIZE,
        per_step=float(right.mean()),
        per_string=float(np.concatenate(right_strings).mean()),
        per_closed_step=float(right[depth == 0].mean()),
        closed_share=float((depth == 0).mean()),
        correlation=float(np.corrcoef(np.concatenate(all_c), depth)[0, 1]),
        deepest=int(depth.max()),
    )


def all_scores(reader: Reader) -> dict[str, Score]:
    return {name: score(reader, *test) for name, test in TESTS.items()}
