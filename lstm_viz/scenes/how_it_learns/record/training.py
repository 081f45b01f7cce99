"""The reader's own training of the same LSTM, done a slice at a time."""

from __future__ import annotations

from time import perf_counter

from lstm_viz.networks.basket_run import STEPS, BasketRun, look, run_of
from lstm_viz.networks.recipes import basket as recipe


class OwnTraining:
    """As the LSTM that ships was trained, but for the forget bias; the same every time.

    It trains on when it is told to ``go``, and never by itself.
    """

    def __init__(self, forget_bias: float) -> None:
        self.forget_bias = forget_bias
        self.step = 0
        self._model = recipe.untrained("lstm", recipe.SEED, forget_bias)
        self._checkpoints = [look(0, self._model)]
        self._run: BasketRun | None = None
        self._training = recipe.training("lstm", recipe.SEED, forget_bias=forget_bias)

    def go(self, seconds: float) -> None:
        """Train for about so many seconds, one step at least; does nothing once it is over."""
        start = perf_counter()
        while not self.ended:
            self.step, _, self._model = next(self._training)
            if self.step in STEPS:
                self._checkpoints.append(look(self.step, self._model))
            if perf_counter() - start >= seconds:
                break

    def rest(self) -> None:
        """Whoever stops looks at the last checkpoint."""

    @property
    def ended(self) -> bool:
        return self.step >= recipe.STEPS

    @property
    def memory(self) -> int:
        each = sum(array.nbytes for array in self._model.parameters.values())
        return each * (len(self._checkpoints) + 2)  # Adam's two moments are as large as the network

    @property
    def reached(self) -> int:
        """The step of the last checkpoint."""
        return self._checkpoints[-1].step

    def run(self) -> BasketRun:
        """What is known so far."""
        checkpoints = tuple(self._checkpoints)
        if self._run is None or len(self._run.checkpoints) < len(checkpoints):
            self._run = run_of(recipe.SEED, checkpoints, self.forget_bias)
        return self._run
