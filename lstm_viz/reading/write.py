"""A network writes on: it draws a character from what it expects, reads it, and so forth."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike

from lstm_viz.learn.model import Model
from lstm_viz.reading.read import check, in_float64, log2_softmax
from lstm_viz.reading.record import Reading
from lstm_viz.reading.writing import Writing
from lstm_viz.tasks.alphabet import Alphabet
from lstm_viz.trace import Array, Trace

MOST = 1_000
"""Characters in one go."""


def write(
    model: Model,
    alphabet: Alphabet,
    after: Reading | Writing,
    count: int,
    *,
    temperature: float,
    rng: np.random.Generator,
    clamp: Mapping[str, ArrayLike] | None = None,
) -> Writing:
    """``count`` characters that go on from where ``after`` ended, in float64.

    One number is taken from ``rng`` for each character, so that writing in two goes is the same
    as in one. ``clamp`` as in ``read``. Raises ``ValueError`` for a temperature that is not above 0
    or a count that is not in 0 … ``MOST``.
    """
    if not (temperature > 0 and np.isfinite(temperature)):
        raise ValueError(f"temperature must be a number above 0, got {temperature}")
    if not 0 <= count <= MOST:
        raise ValueError(f"count must be in 0 … {MOST:,}, got {count}")
    check(model, alphabet)
    network = in_float64(model)
    held = None if clamp is None else {0: clamp}
    letters = np.asarray(alphabet.one_hot(np.arange(len(alphabet.characters))), np.float64)
    log2_before = np.empty((count + 1, len(letters)))
    distributions = np.empty_like(log2_before)
    indices = np.empty(count, int)
    traces: list[Trace] = []
    log2_before[0], state = after.log2_before[-1], after.state
    for k, chance in enumerate(rng.random(count)):
        distributions[k] = tempered(log2_before[k], temperature)
        indices[k] = drawn = pick(distributions[k], chance)
        forward = network.run(letters[drawn : drawn + 1], state, clamp=held)
        log2_before[k + 1], state = log2_softmax(forward.outputs[0]), forward.state
        traces.append(forward.traces[0])
    distributions[count] = tempered(log2_before[count], temperature)
    return Writing(
        alphabet=tuple(alphabet.characters),
        indices=indices,
        log2_before=log2_before,
        distributions=distributions,
        temperature=float(temperature),
        trace=_joined(after.trace, traces),
        state=state,
    )


def _joined(before: Trace, steps: Sequence[Trace]) -> Trace:
    """The traces of single steps as one of len(steps); no step of ``before`` is in it."""
    arrays = {
        name: np.concatenate([array[:0], *(step.arrays[name] for step in steps)])
        for name, array in before.arrays.items()
    }
    return Trace(before.table, arrays, steps[0].clamped if steps else before.clamped)


def tempered(log2_probability: Array, temperature: float) -> Array:
    """The distribution p^(1/temperature), made to sum to 1: (A,).

    1 leaves p as it is; towards 0 all of it goes to the most probable character (equal ones share
    it); above 1 the improbable gain.
    """
    below_best = log2_probability - log2_probability.max()
    with np.errstate(over="ignore"):  # −∞ for a very low temperature: a probability of 0
        weights = np.exp2(below_best / temperature)
    shares: Array = weights / weights.sum()
    return shares


def pick(distribution: Array, chance: float) -> int:
    """The character on which ``chance``, in [0, 1), falls when all lie end to end on a line."""
    ends = np.cumsum(distribution)
    # Rounding may end the line short of 1, or take the last place to its very end, beyond which
    # no character lies.
    place = min(chance * ends[-1], np.nextafter(ends[-1], 0))
    return int(np.searchsorted(ends, place, side="right"))
