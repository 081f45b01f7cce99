"""The reader's own training of the same LSTM, and of the RNN beside it, a slice at a time."""

from __future__ import annotations

from time import perf_counter

from lstm_viz.networks.basket_run import RNN, STEPS, BasketRun, look, recorded, run_of
from lstm_viz.networks.recipes import basket as recipe


class OneTraining:
    """The training of one network, step by step; the same every time."""

    def __init__(self, cell: str, seed: int, forget_bias: float | None = None) -> None:
        self.seed = seed
        self.forget_bias = forget_bias
        self.step = 0
        bias = recipe.FORGET_BIAS if forget_bias is None else forget_bias
        self._model = recipe.untrained(cell, seed, bias)
        self._checkpoints = [look(0, self._model)]
        self._run: BasketRun | None = None
        self._training = recipe.training(cell, seed, forget_bias=bias)

    def go_a_step(self) -> None:
        self.step, _, self._model = next(self._training)
        if self.step in STEPS:
            self._checkpoints.append(look(self.step, self._model))

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
            self._run = run_of(self.seed, checkpoints, self.forget_bias)
        return self._run


class OwnTraining:
    """As the networks that ship were trained, but for the forget bias.

    They train on when told to ``go``, and never by themselves: the LSTM a step, and beside it the
    RNN a step, from the same stories.
    """

    def __init__(self, forget_bias: float) -> None:
        self.lstm = OneTraining("lstm", recipe.SEED, forget_bias)
        self.rnn = OneTraining("rnn", recorded(RNN).seed)

    def go(self, seconds: float) -> None:
        """Train for about so many seconds, one step at least; does nothing once it is over."""
        start = perf_counter()
        while not self.ended:
            self.lstm.go_a_step()
            self.rnn.go_a_step()
            if perf_counter() - start >= seconds:
                break

    def rest(self) -> None:
        """Whoever stops looks at the last checkpoints."""

    @property
    def step(self) -> int:
        return self.lstm.step

    @property
    def ended(self) -> bool:
        return self.lstm.ended

    @property
    def memory(self) -> int:
        return self.lstm.memory + self.rnn.memory

    @property
    def reached(self) -> int:
        """The step of the last checkpoints."""
        return self.lstm.reached
