"""The record of a run: every signal of every step, read-only, exactly as the cell computed it."""

import csv
import io
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from lstm_viz.signals import Signal

Array = NDArray[np.floating[Any]]


def _freeze(array: Array) -> Array:
    """Make `array` and the buffers it looks into read-only, so that nobody can rewrite the past."""
    buffer: Any = array
    while isinstance(buffer, np.ndarray) and buffer.flags.writeable:
        buffer.setflags(write=False)
        buffer = buffer.base
    return array


class _Signals:
    """Attribute access by signal name, shared by a whole run and by one step of it."""

    table: tuple[Signal, ...]
    arrays: Mapping[str, Array]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the recorded signals, in the order they are computed."""
        return tuple(row.name for row in self.table)

    def __getattr__(self, name: str) -> Array:
        # While unpickling there are no fields yet, and looking for them would never end.
        if name.startswith("_") or name in ("table", "arrays"):
            raise AttributeError(name)
        try:
            return self.arrays[name]
        except KeyError:
            known = ", ".join(self.arrays)
            raise AttributeError(f"no signal {name!r} in this record; it has {known}") from None

    def __dir__(self) -> list[str]:
        return sorted({*object.__dir__(self), *self.arrays})

    def as_dict(self) -> dict[str, Array]:
        """Every signal by name, in the order they are computed."""
        return {name: self.arrays[name] for name in self.names}


@dataclass(frozen=True, eq=False, repr=False)
class Step(_Signals):
    """Every signal of one step, what arrived at it included: `step.f` has shape (H,) or (B, H)."""

    table: tuple[Signal, ...]
    arrays: Mapping[str, Array]
    t: int

    def __repr__(self) -> str:
        return f"Step(t={self.t}, {', '.join(self.names)})"


@dataclass(frozen=True, eq=False, repr=False)
class Trace(_Signals):
    """What a cell did with a sequence.

    `trace.f` and every other signal of `table` is an array (T, H), or (T, B, H) for a batch; `x`
    has I in place of H. The arrays are read-only and stay as they are when the cell runs again.
    `clamped` holds, for each gate that was held, its values (H,), NaN where a unit was left free.
    """

    table: tuple[Signal, ...]
    arrays: Mapping[str, Array]
    clamped: Mapping[str, Array]

    def __post_init__(self) -> None:
        for name in ("arrays", "clamped"):
            frozen = {key: _freeze(array) for key, array in getattr(self, name).items()}
            object.__setattr__(self, name, MappingProxyType(frozen))

    def __reduce__(self) -> tuple[Any, ...]:
        # A mapping proxy cannot be pickled.
        return Trace, (self.table, dict(self.arrays), dict(self.clamped))

    def __repr__(self) -> str:
        return f"Trace(x={self.x.shape}, h={self.h.shape}, {self.h.dtype}, {', '.join(self.names)})"

    @property
    def batched(self) -> bool:
        return self.x.ndim == 3

    @property
    def seq_len(self) -> int:
        return int(self.x.shape[0])

    @property
    def input_size(self) -> int:
        return int(self.x.shape[-1])

    @property
    def hidden_size(self) -> int:
        return int(self.h.shape[-1])

    @property
    def h0(self) -> Array:
        """The hidden state before the first step: (H,) or (B, H)."""
        first: Array = self.h_prev[0]
        return first

    @property
    def c0(self) -> Array:
        """The cell state before the first step: (H,) or (B, H). `AttributeError` without one."""
        first: Array = self.c_prev[0]
        return first

    @property
    def nbytes(self) -> int:
        """Bytes of memory this record keeps alive; views into one buffer count once."""
        buffers: dict[int, int] = {}
        for array in self.arrays.values():
            owner: Any = array
            while isinstance(owner.base, np.ndarray):
                owner = owner.base
            buffers[id(owner)] = owner.nbytes
        return sum(buffers.values())

    def __len__(self) -> int:
        return self.seq_len

    def __getitem__(self, t: int) -> Step:
        """Step `t`, counted from the end if negative."""
        steps = len(self)
        if not -steps <= t < steps:
            raise IndexError(f"step {t} of a trace of {steps} steps")
        at = {name: array[t] for name, array in self.arrays.items()}
        return Step(self.table, MappingProxyType(at), int(t) % steps)

    def __iter__(self) -> Iterator[Step]:
        return (self[t] for t in range(len(self)))

    def sequence(self, b: int) -> "Trace":
        """Sequence `b` of a batch as a trace of its own; its arrays look into this one's."""
        if not self.batched:
            raise ValueError("sequence(b) needs a trace of a batch (T, B, …), got an unbatched one")
        batch_size = self.x.shape[1]
        if not -batch_size <= b < batch_size:
            raise IndexError(f"sequence {b} of a batch of {batch_size}")
        alone = {name: array[:, b] for name, array in self.arrays.items()}
        return Trace(self.table, alone, self.clamped)

    def save_npz(self, file: str | os.PathLike[str] | IO[bytes]) -> None:
        """Write every signal under its name, and each held gate as `clamped_<gate>`."""
        clamped = {f"clamped_{name}": array for name, array in self.clamped.items()}
        contents: dict[str, Any] = {**self.as_dict(), **clamped}
        np.savez_compressed(file, **contents)

    def to_csv(self, tokens: Iterable[object] | None = None) -> str:
        """One row a step: `t`, `token` if given, then `x_0`, …, `h_0`, … in full precision."""
        if self.batched:
            raise ValueError("to_csv needs one sequence (T, I), got a batch: use trace.sequence(b)")
        labels = None if tokens is None else list(tokens)
        if labels is not None and len(labels) != len(self):
            raise ValueError(f"tokens must have one entry a step ({len(self)}), got {len(labels)}")
        text = io.StringIO()
        table = csv.writer(text, lineterminator="\n")
        units = [f"{name}_{k}" for name, a in self.as_dict().items() for k in range(a.shape[-1])]
        table.writerow(["t", *(["token"] if labels is not None else []), *units])
        for t, step in enumerate(self):
            # str() of a NumPy float has the fewest digits that read back as the same float.
            values = [str(value) for array in step.as_dict().values() for value in array]
            table.writerow([t, *([labels[t]] if labels is not None else []), *values])
        return text.getvalue()
