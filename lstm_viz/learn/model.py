"""A network: one to three recurrent layers, each reading the one below, and an output layer."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from lstm_viz.cells import GRU, LSTM, RNN, checks
from lstm_viz.learn.forward import Forward, State
from lstm_viz.learn.linear import Linear
from lstm_viz.trace import Array, Trace

Cell = RNN | GRU | LSTM
CELLS: Final[Mapping[str, type[Cell]]] = MappingProxyType({"rnn": RNN, "gru": GRU, "lstm": LSTM})
MOST_LAYERS: Final = 3
STATES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"rnn": ("h",), "gru": ("h",), "lstm": ("h", "c")}
)

Clamps = Mapping[int, Mapping[str, ArrayLike]]


@dataclass(frozen=True, eq=False)
class Model:
    """layers: 1 to 3 cells of one kind, bottom first; head: the output layer on top.

    Immutable, in one dtype. Raises `ValueError` for parts that do not fit together.
    """

    layers: tuple[Cell, ...]
    head: Linear

    def __post_init__(self) -> None:
        if not 1 <= len(self.layers) <= MOST_LAYERS:
            raise ValueError(f"layers must be 1 to {MOST_LAYERS}, got {len(self.layers)}")
        parts = (*self.layers, self.head)
        if len({type(layer) for layer in self.layers}) > 1:
            kinds = ", ".join(type(layer).__name__ for layer in self.layers)
            raise ValueError(f"layers must be of one kind, got {kinds}")
        if len({part.dtype for part in parts}) > 1:
            dtypes = ", ".join(str(part.dtype) for part in parts)
            raise ValueError(f"layers and head must have one dtype, got {dtypes}")
        for k, (below, above) in enumerate(zip(self.layers, parts[1:], strict=True), start=1):
            if above.input_size != below.hidden_size:
                name = "head" if above is self.head else f"layer {k}"
                raise ValueError(
                    f"{name} must read {below.hidden_size} units, those of layer {k - 1}, "
                    f"got {above.input_size}"
                )

    @classmethod
    def init(
        cls,
        *,
        cell: str = "lstm",
        input_size: int,
        hidden_size: int,
        output_size: int,
        layers: int = 1,
        rng: np.random.Generator,
        forget_bias: float | None = None,
        dtype: DTypeLike = np.float32,
    ) -> "Model":
        """A new network of `layers` layers of `cell` ("rnn", "gru" or "lstm"), all of one size.

        `forget_bias` is where the forget gates' biases start: 1 if left out (only an LSTM has it).
        """
        kind = _cell_type(cell)
        if not 1 <= layers <= MOST_LAYERS:
            raise ValueError(f"layers must be 1 to {MOST_LAYERS}, got {layers}")
        options: dict[str, Any] = {} if forget_bias is None else {"forget_bias": forget_bias}
        if options and kind is not LSTM:
            raise ValueError(f"forget_bias is for an lstm, got {forget_bias} for {cell!r}")
        sizes = [input_size] + [hidden_size] * (layers - 1)
        stack = tuple(
            kind.init(input_size=size, hidden_size=hidden_size, rng=rng, dtype=dtype, **options)
            for size in sizes
        )
        head = Linear.init(input_size=hidden_size, output_size=output_size, rng=rng, dtype=dtype)
        return cls(stack, head)

    @classmethod
    def from_parameters(cls, kind: str, parameters: Mapping[str, Array]) -> "Model":
        """The network with these parameters, named as in `parameters`; copies are kept."""
        cell_type = _cell_type(kind)
        names = cell_type.names
        count = len({name.split(".")[1] for name in parameters if name.startswith("layers.")})
        wanted = [f"layers.{k}.{name}" for k in range(count) for name in names]
        wanted += ["head.weight", "head.bias"]
        if count == 0 or set(parameters) != set(wanted):
            odd = sorted(set(parameters) ^ set(wanted))
            raise ValueError(
                f"parameters of {kind!r} must be layers.0.{names[0]}, …, head.bias; "
                f"missing or not expected: {', '.join(odd) or 'layers.0'}"
            )
        layers = tuple(
            cell_type(**{name: parameters[f"layers.{k}.{name}"] for name in names})
            for k in range(count)
        )
        return cls(layers, Linear(parameters["head.weight"], parameters["head.bias"]))

    @property
    def parameters(self) -> dict[str, Array]:
        """ "layers.0.weight_ih", …, "head.weight", "head.bias": the read-only arrays by name."""
        own = {
            f"layers.{k}.{name}": array
            for k, layer in enumerate(self.layers)
            for name, array in layer.parameters.items()
        }
        return own | {"head.weight": self.head.weight, "head.bias": self.head.bias}

    @property
    def kind(self) -> str:
        """ "rnn", "gru" or "lstm"."""
        return next(kind for kind, cell in CELLS.items() if type(self.layers[0]) is cell)

    @property
    def input_size(self) -> int:
        return self.layers[0].input_size

    @property
    def hidden_size(self) -> int:
        """Units of the top layer."""
        return self.layers[-1].hidden_size

    @property
    def output_size(self) -> int:
        return self.head.output_size

    @property
    def dtype(self) -> np.dtype:
        return self.head.dtype

    def astype(self, dtype: DTypeLike) -> "Model":
        """The same network in float32 or float64."""
        float_type = checks.float_dtype(dtype)
        cast = {name: array.astype(float_type) for name, array in self.parameters.items()}
        return Model.from_parameters(self.kind, cast)

    def run(
        self, x: ArrayLike, state: State | None = None, *, clamp: Clamps | None = None
    ) -> Forward:
        """Read a sequence, and keep what every layer did.

        x: (T, I) or (T, B, I); state: where to start, as `Forward.state` gives it, zeros if left
        out; clamp: for a layer's number, which of its gates to hold where, as in the cell's `run`.
        """
        count = len(self.layers)
        if state is not None and len(state) != count:
            raise ValueError(f"state must have one entry a layer ({count}), got {len(state)}")
        held = dict(clamp or {})
        if not set(held) <= set(range(count)):
            raise ValueError(f"clamp is for layers 0 … {count - 1}, got {sorted(held)}")
        if held and self.kind == "rnn":
            raise ValueError("clamp is for gates, and the cells of this network (rnn) have none")
        traces: list[Trace] = []
        below: ArrayLike = x
        for k, layer in enumerate(self.layers):
            options: dict[str, Any] = {"clamp": held[k]} if k in held else {}
            trace = layer.run(below, *self._start(k, state), **options)
            traces.append(trace)
            below = trace.h
        return Forward(tuple(traces), self.head.run(traces[-1].h))

    def _start(self, k: int, state: State | None) -> tuple[Array, ...]:
        names = STATES[self.kind]
        if state is None:
            return ()
        if len(state[k]) != len(names):
            wanted = f"({', '.join(names)})"
            raise ValueError(f"state of layer {k} must be {wanted}, got {len(state[k])} arrays")
        return state[k]

    def backward(self, forward: Forward, grad_outputs: Array) -> dict[str, Array]:
        """d loss/d every parameter, named as in `parameters`, over a run of this network.

        grad_outputs: d loss/d outputs at every step, (T, [B,] O), as the losses give it. What one
        layer's inputs do to the loss is what the layer below is told of its hidden states.
        """
        gradients, grad_h = self.head.backward(forward.traces[-1].h, grad_outputs)
        named = {f"head.{name}": gradient for name, gradient in gradients.items()}
        for k in reversed(range(len(self.layers))):
            of_layer = self.layers[k].backward(forward.traces[k], grad_h)
            named |= {f"layers.{k}.{name}": g for name, g in of_layer.parameters.items()}
            if k > 0:
                grad_h = of_layer.x
        return {name: named[name] for name in self.parameters}


def _cell_type(kind: str) -> type[Cell]:
    if kind not in CELLS:
        raise ValueError(f"cell must be one of {', '.join(CELLS)}, got {kind!r}")
    return CELLS[kind]
