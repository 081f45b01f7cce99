"""Central differences: the derivative of a number by every entry of an array, in float64."""

import numpy as np


def slopes(loss_of, arrays, step=1e-5):
    """{name: d loss_of(arrays)/d arrays[name]}; `arrays` are changed one entry at a time."""
    found = {}
    for name in arrays:
        here = {k: np.array(v, np.float64) for k, v in arrays.items()}
        slope = np.zeros_like(here[name])
        for index in np.ndindex(slope.shape):
            middle = here[name][index]
            here[name][index] = middle + step
            above = loss_of(here)
            here[name][index] = middle - step
            below = loss_of(here)
            here[name][index] = middle
            slope[index] = (above - below) / (2 * step)
        found[name] = slope
    return found
