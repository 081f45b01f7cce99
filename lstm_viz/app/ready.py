"""What a server is set to, and has ready, so that many readers at once wait little."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from ctypes import CDLL
from importlib import import_module
from pkgutil import walk_packages
from threading import Event, Thread
from time import perf_counter, sleep
from types import ModuleType
from typing import Final, Protocol

from lstm_viz import scenes
from lstm_viz.ui.navigation import PAGES
from lstm_viz.ui.worker import use_workers

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

RESTS = 3
"""Times as long as it has worked: who comes meanwhile is hardly kept waiting."""
OF_STREAMLIT = ("pyarrow", "pandas")
"""What Streamlit imports only as it shows the first player."""
MOST_FILES = 8192
"""Streamlit has four open for a reader: 1024, the usual limit, are too few for two hundred."""
M_ARENA_MAX: Final = -8
"""Of ``mallopt``: how many heaps the C library keeps, one for each thread that finds none free."""
TRIMMED_EVERY = 60.0
"""Seconds."""


class Heap(Protocol):
    """What is called of GNU's C library."""

    def mallopt(self, parameter: int, value: int, /) -> int: ...
    def malloc_trim(self, pad: int, /) -> int: ...


def for_many() -> None:
    """Called once, as the server starts."""
    allow_files()
    use_workers()
    if heap := c_heap():
        heap.mallopt(M_ARENA_MAX, 1)
        trims = Thread(target=trim, args=(heap, Event()), name="trim the heap", daemon=True)
        trims.start()
    Thread(target=load_pages, name="load pages", daemon=True).start()


def load_pages() -> None:
    """Import what the pages need before somebody waits for it; the collector skips it from now on.

    Looking through all of that takes 70 ms, in which nobody's page goes on.  Readers come after
    it: what they leave behind is collected.
    """
    for name in _needed():
        began = perf_counter()
        import_module(name)
        sleep(RESTS * (perf_counter() - began))
    gc.collect()
    gc.freeze()


def _needed() -> Iterator[str]:
    yield from OF_STREAMLIT
    for page in PAGES:  # in the order in which they are read
        room = import_module(f"{scenes.__name__}.{page.id.replace('-', '_')}")
        for module in walk_packages(room.__path__, f"{room.__name__}."):
            yield module.name


def allow_files(most: int = MOST_FILES, limits: ModuleType | None = resource) -> None:
    """As many open files as readers need, if the system lets the process have them."""
    if limits is None:
        return
    soft, hard = limits.getrlimit(limits.RLIMIT_NOFILE)
    wanted = most if hard == limits.RLIM_INFINITY else min(most, hard)
    if soft != limits.RLIM_INFINITY and soft < wanted:
        limits.setrlimit(limits.RLIMIT_NOFILE, (wanted, hard))


def c_heap() -> Heap | None:
    """The C library's, if it is GNU's."""
    if not sys.platform.startswith("linux"):
        return None
    library = CDLL(None)
    return library if hasattr(library, "mallopt") and hasattr(library, "malloc_trim") else None


def trim(heap: Heap, ended: Event, every: float = TRIMMED_EVERY) -> None:
    """Give what is free in the C library's heap back to the system, again and again.

    Each run has a thread of its own, and what it takes lies between what others keep: with a heap
    for each thread and nothing given back, a third of the server's memory was free and went on
    growing.
    """
    while not ended.wait(every):
        heap.malloc_trim(0)
