"""Memory for the arrays of a run that nobody keeps, used again by the next run.

The system hands out memory page by page, as each is first written to. For the record of a training
step that takes up to a fifth of the step, unless the step writes over the record of the one before.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from math import prod

import numpy as np
from numpy.typing import NDArray

_ALIGNED = 64  # bytes: a line of the cache, and as wide as the widest instruction

_current: ContextVar["Workspace | None"] = ContextVar("workspace", default=None)


def empty(shape: tuple[int, ...], dtype: np.dtype) -> NDArray[np.floating]:
    """`np.empty`, in the workspace that is in use, if one is."""
    workspace = _current.get()
    return np.empty(shape, dtype) if workspace is None else workspace.take(shape, dtype)


class Workspace:
    """One block of memory; for one thread at a time.

    What `empty` gives inside one `with workspace.anew():` lies side by side, and is written over
    inside the next one: what shall stay has to be copied before.
    """

    def __init__(self) -> None:
        self._block = bytearray()
        self._first = 0  # the first byte whose address is a multiple of _ALIGNED
        self._taken = 0  # bytes since the last `anew`, whether or not the block had room

    @property
    def nbytes(self) -> int:
        return len(self._block)

    def release(self) -> None:
        """Give the memory back; the next use takes it anew."""
        self._block, self._first, self._taken = bytearray(), 0, 0

    @contextmanager
    def anew(self) -> Iterator[None]:
        """Inside, `empty` takes from this block, from its beginning."""
        if self._first + self._taken > len(self._block):
            self._block = bytearray(self._taken + _ALIGNED)
            self._first = -np.frombuffer(self._block, np.uint8).ctypes.data % _ALIGNED
        self._taken = 0
        token = _current.set(self)
        try:
            yield
        finally:
            _current.reset(token)

    def take(self, shape: tuple[int, ...], dtype: np.dtype) -> NDArray[np.floating]:
        """An array of its own memory where the block has no room: then the next block will."""
        start, nbytes = self._first + self._taken, prod(shape) * dtype.itemsize
        self._taken += -(-nbytes // _ALIGNED) * _ALIGNED
        if start + nbytes > len(self._block):
            return np.empty(shape, dtype)
        return np.ndarray(shape, dtype, self._block, start)
