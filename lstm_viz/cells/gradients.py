"""What back-propagation through time gives back."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lstm_viz.cells.affine import carry_to_inputs
from lstm_viz.trace import Array


@dataclass(frozen=True, eq=False)
class Gradients:
    """Derivatives of a loss.

    `parameters` by name, each of its parameter's shape; also as attributes: `gradients.weight_ih`.
    `x` has the shape of `trace.x`, `h0` and `c0` those of the initial states. `h` and `c`, shaped
    like `trace.h`, are the total derivatives by every step's h_t and c_t: what that step's value
    does to the loss directly and through all later steps. `c` and `c0` are None without cell state.
    `x_from` is what x comes from: the derivatives by W·x, (T, [B,] gates, H), and weight_ih.
    """

    parameters: Mapping[str, Array]
    h0: Array
    h: Array
    x_from: tuple[Array, Array]
    c0: Array | None = None
    c: Array | None = None

    @cached_property
    def x(self) -> Array:
        """Worked out when it is first asked for: the lowest layer of a network trains without."""
        return carry_to_inputs(*self.x_from)

    def __getattr__(self, name: str) -> Array:
        if name.startswith("_") or name == "parameters":  # no fields yet while unpickling
            raise AttributeError(name)
        try:
            return self.parameters[name]
        except KeyError:
            raise AttributeError(f"no gradient {name!r}; {', '.join(self.parameters)}") from None
