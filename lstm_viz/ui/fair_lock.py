"""A lock that is given in the order in which it was asked for."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class FairLock:
    """``with lock.mine():`` holds it; who asked first has it first."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held = False
        self._urgent: deque[threading.Event] = deque()
        self._waiting: deque[threading.Event] = deque()

    @contextmanager
    def mine(self, *, urgent: bool = False) -> Iterator[None]:
        """``urgent``: before all who wait and are not."""
        turn = threading.Event()
        with self._lock:
            if self._held:
                (self._urgent if urgent else self._waiting).append(turn)
            else:
                self._held = True
                turn.set()
        turn.wait()
        try:
            yield
        finally:
            with self._lock:
                line = self._urgent or self._waiting
                if line:
                    line.popleft().set()
                else:
                    self._held = False
