"""What a network of this package is: weights for any inputs, and the words for what they do."""

from collections.abc import Callable
from dataclasses import dataclass

from lstm_viz.cells import GRU, LSTM, RNN
from lstm_viz.inputs import Inputs
from lstm_viz.trace import Trace

CellOf = LSTM | GRU | RNN


@dataclass(frozen=True)
class Network:
    """A way to make a cell, most often an LSTM, for given inputs.

    `teaches` is one sentence. `reads` are the kinds of inputs it takes, `hidden_sizes` its least
    and greatest number of units. `seeded` says whether the seed makes a difference.
    `build(inputs, hidden_size, seed)` gives a `cell`, `unit_labels(inputs, hidden_size)` what each
    unit watches, such as "holds ‘friend’". A trained network also `answers(trace)` what it was
    trained for, in words for each step, and can tell `about` its training, in Markdown. `watch`
    says in a sentence where to look in a run, with the numbers of that run.
    """

    id: str
    title: str
    teaches: str
    build: Callable[[Inputs, int, int], CellOf]
    unit_labels: Callable[[Inputs, int], tuple[str, ...]]
    reads: tuple[str, ...] = ("sentence", "numbers", "csv", "brackets")
    hidden_sizes: tuple[int, int] = (1, 6)
    default_hidden: int = 4
    seeded: bool = False
    answers: Callable[[Trace], tuple[str, ...]] | None = None
    about: Callable[[], str] | None = None
    watch: Callable[[Inputs, Trace], str] | None = None
    cell: type[CellOf] = LSTM
