"""The one table of signals: what every recorded quantity is called, means and may be.

A signal is one quantity that a cell computes at every time step. Its `name` is the attribute of the
trace, the key of its colour, the name of its Plotly trace and its row here. The rows of a table
stand in the order in which the cell computes them.
"""

from dataclasses import dataclass
from math import inf
from typing import Literal

Activation = Literal["sigmoid", "tanh"]


@dataclass(frozen=True)
class Signal:
    """One row of the table.

    `symbol` is HTML. `low` and `high` bound the values: a bound itself is met once a float rounds,
    and a given h0 may lie outside. `formula` says how the signal follows from others, with their
    names in braces; it is empty for what arrives from outside and for affine maps
    (W·x + U·h + b), which have no short form in values. `inputs` are the names of the signals it is
    computed from. The weights are stacked in blocks of H rows, in PyTorch's order: `row` is the
    block (from 0) of a gate and of the sums that make it.
    """

    name: str
    symbol: str
    label: str
    meaning: str
    low: float
    high: float
    activation: Activation | None
    color: str
    formula: str
    inputs: tuple[str, ...]
    row: int | None = None

    @property
    def squash(self) -> str:
        """How the activation is written: σ or tanh; empty without one."""
        return "σ" if self.activation == "sigmoid" else self.activation or ""


def signal(table: tuple[Signal, ...], name: str) -> Signal:
    """The row called `name`; a `KeyError` lists the names there are."""
    for row in table:
        if row.name == name:
            return row
    raise KeyError(f"no signal {name!r}; there are {', '.join(row.name for row in table)}")


def gates(table: tuple[Signal, ...]) -> tuple[str, ...]:
    """What has rows of its own in the weights and is squashed, as computed: f, i, g, o of an LSTM.

    The candidate is among them; of a simple recurrent network it is h.
    """
    return tuple(row.name for row in table if row.row is not None and row.activation)


def shares(table: tuple[Signal, ...]) -> tuple[str, ...]:
    """The gates that let through between nothing and all: f, i, o of an LSTM."""
    return tuple(row.name for row in table if row.activation == "sigmoid")


def stacked(table: tuple[Signal, ...]) -> tuple[str, ...]:
    """The gates in the order of their rows in the weights: i, f, g, o of an LSTM."""
    return tuple(sorted(gates(table), key=lambda name: signal(table, name).row or 0))


def rows(table: tuple[Signal, ...], name: str, hidden_size: int) -> slice:
    """Which rows of the stacked weights, and of the bias, make a gate or its pre-activation."""
    row = signal(table, name).row
    if row is None:
        raise KeyError(f"no rows for {name!r}; there are some for {', '.join(gates(table))}")
    return slice(row * hidden_size, (row + 1) * hidden_size)


def _sub(letter: str, index: str = "t") -> str:
    return f"{letter}<sub>{index}</sub>"


def _pre_activation(gate: str, letter: str, label: str, row: int) -> Signal:
    """A row for z = W·x + U·h + b of one gate, named after the gate."""
    return Signal(
        name=f"z_{gate}",
        symbol=f"z<sup>{letter}</sup><sub>t</sub>",
        label=f"{label} pre-activation",
        meaning=f"A weighted sum of the input and the previous hidden state, for the {label}.",
        low=-inf,
        high=inf,
        activation=None,
        color=gate,
        formula="",
        inputs=("x", "h_prev"),
        row=row,
    )


def _gate(name: str, label: str, meaning: str, row: int) -> Signal:
    """A row for σ(z) of one gate."""
    return Signal(
        name, _sub(name), label, meaning, 0.0, 1.0, "sigmoid", name, f"σ({{z_{name}}})",
        (f"z_{name}",), row,
    )  # fmt: skip


_X = Signal(
    "x", _sub("x"), "input", "What the sequence shows the cell at this step.",
    -inf, inf, None, "x", "", (),
)  # fmt: skip
_H_PREV = Signal(
    "h_prev", _sub("h", "t−1"), "previous hidden state",
    "What the cell gave out one step earlier.", -1.0, 1.0, None, "h", "", (),
)  # fmt: skip

# Hochreiter & Schmidhuber 1997; the forget gate is from Gers, Schmidhuber & Cummins 2000.
LSTM_SIGNALS: tuple[Signal, ...] = (
    _X,
    _H_PREV,
    Signal(
        "c_prev", _sub("c", "t−1"), "previous cell state",
        "What the cell remembered one step earlier.", -inf, inf, None, "c", "", (),
    ),
    _pre_activation("i", "i", "input gate", row=0),
    _pre_activation("f", "f", "forget gate", row=1),
    _pre_activation("g", "c̃", "candidate", row=2),
    _pre_activation("o", "o", "output gate", row=3),
    _gate("f", "forget gate", "The share of the old cell state that survives this step.", row=1),
    _gate("i", "input gate", "The share of the candidate that enters the cell state.", row=0),
    Signal(
        "g", _sub("c̃"), "candidate", "The new content this step offers to the cell state.",
        -1.0, 1.0, "tanh", "g", "tanh({z_g})", ("z_g",), row=2,
    ),
    _gate("o", "output gate", "The share of the squashed cell state that is shown outside.", row=3),
    Signal(
        "kept", f"{_sub('f')} ⊙ {_sub('c', 't−1')}", "kept",
        "What is left of the old cell state after forgetting.",
        -inf, inf, None, "c", "{f} × {c_prev}", ("f", "c_prev"),
    ),
    Signal(
        "written", f"{_sub('i')} ⊙ {_sub('c̃')}", "written",
        "What this step adds to the cell state.",
        -1.0, 1.0, None, "c", "{i} × {g}", ("i", "g"),
    ),
    Signal(
        "c", _sub("c"), "cell state", "What the cell remembers after this step.",
        -inf, inf, None, "c", "{kept} + {written}", ("kept", "written"),
    ),
    Signal(
        "tanh_c", f"tanh({_sub('c')})", "squashed cell state",
        "The cell state brought between −1 and 1.",
        -1.0, 1.0, "tanh", "c", "tanh({c})", ("c",),
    ),
    Signal(
        "h", _sub("h"), "hidden state", "What the cell gives out and hands to its next step.",
        -1.0, 1.0, None, "h", "{o} × {tanh_c}", ("o", "tanh_c"),
    ),
)  # fmt: skip

# Cho et al. 2014, in PyTorch's form: r scales U·h + b after the product, and z keeps the old state.
GRU_SIGNALS: tuple[Signal, ...] = (
    _X,
    _H_PREV,
    _pre_activation("r", "r", "reset gate", row=0),
    _pre_activation("z", "z", "update gate", row=1),
    Signal(
        "xn", "x<sup>n</sup><sub>t</sub>", "input's part of the candidate",
        "The weighted input, before the past is added to it.",
        -inf, inf, None, "n", "", ("x",), row=2,
    ),
    Signal(
        "hn", "h<sup>n</sup><sub>t</sub>", "past's part of the candidate",
        "The weighted previous hidden state, before the reset gate scales it.",
        -inf, inf, None, "n", "", ("h_prev",), row=2,
    ),
    _gate("r", "reset gate", "How much of the past the candidate may look at.", row=0),
    _gate("z", "update gate", "The share of the old hidden state that stays.", row=1),
    Signal(
        "z_n", "z<sup>n</sup><sub>t</sub>", "candidate pre-activation",
        "The weighted input plus as much of the past as the reset gate lets through.",
        -inf, inf, None, "n", "{xn} + {r} × {hn}", ("xn", "r", "hn"), row=2,
    ),
    Signal(
        "n", _sub("n"), "candidate", "The new content this step offers to the hidden state.",
        -1.0, 1.0, "tanh", "n", "tanh({z_n})", ("z_n",), row=2,
    ),
    Signal(
        "kept", f"{_sub('z')} ⊙ {_sub('h', 't−1')}", "kept",
        "What is left of the old hidden state.",
        -1.0, 1.0, None, "h", "{z} × {h_prev}", ("z", "h_prev"),
    ),
    Signal(
        "written", f"(1 − {_sub('z')}) ⊙ {_sub('n')}", "written",
        "What this step adds to the hidden state.",
        -1.0, 1.0, None, "h", "(1 − {z}) × {n}", ("z", "n"),
    ),
    Signal(
        "h", _sub("h"), "hidden state", "What the cell gives out and hands to its next step.",
        -1.0, 1.0, None, "h", "{kept} + {written}", ("kept", "written"),
    ),
)  # fmt: skip

# Elman 1990.
RNN_SIGNALS: tuple[Signal, ...] = (
    _X,
    _H_PREV,
    Signal(
        "z", _sub("z"), "pre-activation",
        "A weighted sum of the input and the previous hidden state.",
        -inf, inf, None, "h", "", ("x", "h_prev"), row=0,
    ),
    Signal(
        "h", _sub("h"), "hidden state", "What the cell gives out and hands to its next step.",
        -1.0, 1.0, "tanh", "h", "tanh({z})", ("z",), row=0,
    ),
)  # fmt: skip
