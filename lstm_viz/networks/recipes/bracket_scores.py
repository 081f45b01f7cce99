"""How well the bracket network counts in strings far longer than it was trained on."""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from lstm_viz.learn import Model
from lstm_viz.networks.brackets import COUNTING_UNIT, Score
from lstm_viz.tasks.bracket_strings import answers, depths, random_strings
from lstm_viz.tasks.sampling import one_hot

SEED = 20_261_122
BATCHES, BATCH_SIZE = 20, 50

# name: (shortest, longest, share of strings in which more may be closed than was opened)
TESTS: Mapping[str, tuple[int, int, float]] = MappingProxyType(
    {
        "length 2 to 20, as trained": (2, 20, 0.0),
        "length 40 to 60": (40, 60, 0.0),
        "length 100 to 200": (100, 200, 0.0),
        "length 40 to 60, overclosed": (40, 60, 1.0),
        "length 1,000 to 2,000": (1000, 2000, 0.0),  # to see where the count begins to fail
    }
)


def score(model: Model, shortest: int, longest: int, overclosed: float) -> Score:
    rng = np.random.default_rng(SEED)
    all_right, right_strings, all_c, all_depths = [], [], [], []
    for _ in range(BATCHES):
        length = int(rng.integers(shortest, longest, endpoint=True))
        columns = random_strings(rng, BATCH_SIZE, length, overclosed=overclosed)
        forward = model.run(one_hot(columns, model.input_size))
        right = forward.outputs.argmax(axis=-1) == answers(columns)
        all_right.append(right.ravel())
        right_strings.append(right.all(axis=0))
        all_c.append(forward.traces[0].c[..., COUNTING_UNIT].ravel())
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


def all_scores(model: Model) -> dict[str, Score]:
    return {name: score(model, *test) for name, test in TESTS.items()}
