"""What a cell accepts: every array is checked once, at the door, and never again inside."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from lstm_viz.signals import Signal, signal
from lstm_viz.trace import Array, Trace
from lstm_viz.workspace import empty

FLOATS = (np.dtype(np.float32), np.dtype(np.float64))


class NotFiniteError(ValueError):
    """NaN or infinity where numbers are needed."""


def numbers(name: str, value: ArrayLike) -> np.ndarray:
    """`value` as an array of booleans, integers, float32 or float64; anything else is refused."""
    if getattr(value, "requires_grad", False):  # NumPy cannot read it, and says that less plainly
        raise ValueError(
            f"{name} must be an array of numbers, got a tensor that requires a gradient: "
            f"give {name}.detach() or state_dict()"
        )
    try:
        array = np.asarray(value)
    except ValueError:
        raise ValueError(f"{name} must be an array of numbers, got rows that differ") from None
    except TypeError as problem:  # torch.bfloat16, or a tensor on another device
        came = getattr(value, "dtype", type(value).__name__)
        raise ValueError(
            f"{name} must be float32, float64 or integers, got {came} that NumPy cannot read "
            f"({problem}): convert it first, as .cpu().float() does"
        ) from None
    if isinstance(value, np.ma.MaskedArray) and value.mask.any():
        raise ValueError(
            f"{name} must have all its numbers, got {value.mask.sum():,} that are masked: "
            f"give {name}.filled(0) or another number for them"
        )
    if array.dtype.kind not in "biu" and array.dtype not in FLOATS:
        raise ValueError(f"{name} must be float32, float64 or integers, got {array.dtype}")
    return array


def finite(name: str, array: Array) -> Array:
    """Refuse NaN and infinity, saying which and where."""
    if not np.isfinite(array).all():
        where = tuple(int(k) for k in np.argwhere(~np.isfinite(array))[0])
        place = f" at index {where}" if where else ""
        raise NotFiniteError(f"{name} must be finite, got {array[where]}{place}")
    return array


def cast(name: str, value: ArrayLike, dtype: np.dtype) -> Array:
    """A fresh finite copy of `value` in the cell's dtype."""
    array = numbers(name, value)
    copy = empty(array.shape, dtype)
    with np.errstate(over="ignore"):  # a float64 too large for float32: finite() says so
        np.copyto(copy, array, casting="unsafe")
    return finite(name, copy)


def float_dtype(dtype: DTypeLike) -> np.dtype:
    if np.dtype(dtype) not in FLOATS:
        raise ValueError(f"dtype must be float32 or float64, got {np.dtype(dtype)}")
    return np.dtype(dtype)


def size(name: str, value: int) -> int:
    if not isinstance(value, int | np.integer) or value < 1:
        raise ValueError(f"{name} must be a whole number of at least 1, got {value}")
    return int(value)


def common_dtype(arrays: Mapping[str, ArrayLike]) -> np.dtype:
    """float32 if every floating array among `arrays` is float32, else float64."""
    kinds = {numbers(name, value).dtype for name, value in arrays.items()}
    return np.dtype(np.float32 if kinds & set(FLOATS) == {FLOATS[0]} else np.float64)


def shaped(name: str, array: Array, shape: tuple[int, ...]) -> Array:
    if array.shape != shape:
        raise ValueError(f"{name} must have shape {shape}, got {array.shape}")
    return array


def parameters(gates: int, arrays: Mapping[str, ArrayLike]) -> dict[str, Array]:
    """Read-only copies of a cell's parameters, one dtype, shapes agreeing with `weight_hh`.

    weight_ih: (gates·H, I), weight_hh: (gates·H, H), every other array a bias: (gates·H,).
    """
    dtype = common_dtype(arrays)
    checked = {name: cast(name, value, dtype) for name, value in arrays.items()}
    for name in ("weight_ih", "weight_hh"):
        if checked[name].ndim != 2:
            raise ValueError(f"{name} must have 2 axes, got shape {checked[name].shape}")
    _refuse_transposed(gates, checked)
    hidden_size = size("hidden size (columns of weight_hh)", checked["weight_hh"].shape[1])
    input_size = size("input size (columns of weight_ih)", checked["weight_ih"].shape[1])
    columns = {"weight_ih": (input_size,), "weight_hh": (hidden_size,)}
    for name, array in checked.items():
        shaped(name, array, (gates * hidden_size, *columns.get(name, ())))
        array.flags.writeable = False
    return checked


def _refuse_transposed(gates: int, arrays: Mapping[str, Array]) -> None:
    """Keras keeps (I, gates·H) and (H, gates·H), this package the transposed, as PyTorch does."""
    rows, columns = arrays["weight_hh"].shape
    if columns == gates * rows and rows != gates * columns:
        transposed, side = "weight_hh", "H"
    elif rows == gates * columns and arrays["weight_ih"].shape[1] == rows != len(
        arrays["weight_ih"]
    ):
        transposed, side = "weight_ih", "I"
    else:
        return
    raise ValueError(
        f"{transposed} looks like Keras's layout ({side}, {gates if gates > 1 else ''}H), got "
        f"{arrays[transposed].shape}: transpose it, and put its gates in this cell's order"
    )


def sequence(x: ArrayLike, input_size: int, dtype: np.dtype) -> Array:
    """x: (T, I) or (T, B, I), at least one step and one sequence."""
    array = numbers("x", x)
    if array.ndim not in (2, 3) or array.shape[-1] != input_size:
        wanted = f"(T, {input_size}) or (T, B, {input_size})"
        raise ValueError(f"x must have shape {wanted}, got {array.shape}")
    if array.size == 0:
        raise ValueError(f"x must have at least one step and one sequence, got {array.shape}")
    return cast("x", array, dtype)


def state(name: str, value: ArrayLike | None, shape: tuple[int, ...], dtype: np.dtype) -> Array:
    """An initial state (H,) or (B, H); zeros if there is none."""
    if value is None:
        return np.zeros(shape, dtype)
    return shaped(name, cast(name, value, dtype), shape)


def clamps(
    table: tuple[Signal, ...],
    gates: tuple[str, ...],
    clamp: Mapping[str, ArrayLike] | None,
    hidden_size: int,
    dtype: np.dtype,
) -> dict[str, Array]:
    """The values (H,) at which gates are held; NaN in an array leaves that unit free."""
    held: dict[str, Array] = {}
    for name, value in (clamp or {}).items():
        if name not in gates:
            known = ", ".join(gates) or "none"
            raise ValueError(f"clamp is for gates ({known}), got {name!r}")
        array = numbers(f"clamp[{name!r}]", value).astype(dtype)
        if array.ndim == 0:
            array = np.full(hidden_size, finite(f"clamp[{name!r}]", array))
        shaped(f"clamp[{name!r}]", array, (hidden_size,))
        row = signal(table, name)
        outside = array[(array < row.low) | (array > row.high)]
        if outside.size:
            bounds = f"[{row.low:g}, {row.high:g}]"
            raise ValueError(f"clamp[{name!r}] must lie in {bounds}, got {outside[0]}")
        held[name] = array
    return held


def gradient(name: str, value: ArrayLike | None, like: Array) -> Array:
    """A loss's gradient for every step, of the shape and dtype of the recorded signal.

    A fresh copy; if there is no value, one read-only zero seen from every place.
    """
    if value is None:
        return np.broadcast_to(np.zeros((), like.dtype), like.shape)
    return shaped(name, cast(name, value, like.dtype), like.shape)


def trace_of(
    trace: Trace, table: tuple[Signal, ...], input_size: int, hidden_size: int, dtype: np.dtype
) -> None:
    """Refuse a trace that a cell of another kind, size or dtype has made."""
    if trace.table != table:
        wanted_names = tuple(row.name for row in table)
        raise ValueError(f"trace must record {wanted_names}, got {trace.names}")
    wanted, got = (input_size, hidden_size), (trace.input_size, trace.hidden_size)
    if wanted != got:
        raise ValueError(f"trace must have (input, hidden) sizes {wanted}, got {got}")
    if trace.h.dtype != dtype:
        raise ValueError(f"trace must be {dtype} like the cell, got {trace.h.dtype}")
