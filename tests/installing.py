"""What test processes install, one of them installs, and the others wait."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def one_at_a_time(what: str) -> Iterator[None]:
    """Only one process of this user is in here; what it does, those that wait find done."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    name = f"lstm-viz-install-{what}-{os.geteuid()}.lock"
    with (Path(tempfile.gettempdir()) / name).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
