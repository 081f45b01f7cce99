"""A small network with random weights over an alphabet of a few dozen characters."""

import numpy as np
import pytest

from lstm_viz.learn.model import Model
from lstm_viz.tasks.alphabet import Alphabet

IDLE = 3


@pytest.fixture(scope="session")
def alphabet() -> Alphabet:
    return Alphabet(tuple(sorted(set("abcdefghijklmnopqrstuvwxyzHAMLET \n.,:'"))))


@pytest.fixture(scope="session")
def model(alphabet) -> Model:
    """Weights large enough that its predictions are far from even; one unit, 3, does nothing."""
    size = len(alphabet)
    rng = np.random.default_rng(5)
    new = Model.init(input_size=size, hidden_size=12, output_size=size, rng=rng, dtype=np.float64)
    weights = {name: 4 * array for name, array in new.parameters.items()}
    for name in ("layers.0.weight_hh", "head.weight"):
        weights[name] = weights[name].copy()
        weights[name][:, IDLE] = 0  # nobody listens to it
    return Model.from_parameters("lstm", weights)
