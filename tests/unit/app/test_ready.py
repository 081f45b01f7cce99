"""What a server is set to as it starts."""

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from threading import Event
from types import SimpleNamespace

import numpy as np
import pytest

from benchmarks.load.process import megabytes
from lstm_viz.app import ready
from lstm_viz.ui.navigation import PAGES
from tests.browser.server import ROOT

UNLIMITED = -1


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    gc.unfreeze()


def limits(soft: int, hard: int) -> tuple[SimpleNamespace, list[tuple[int, int]]]:
    """As ``resource`` says them, and what was set."""
    was_set: list[tuple[int, int]] = []
    return SimpleNamespace(
        RLIMIT_NOFILE=7,
        RLIM_INFINITY=UNLIMITED,
        getrlimit=lambda which: (soft, hard),
        setrlimit=lambda which, what: was_set.append(what),
    ), was_set


@pytest.mark.parametrize(
    ("soft", "hard", "then"),
    [
        (1024, 1_048_576, [(ready.MOST_FILES, 1_048_576)]),
        (1024, UNLIMITED, [(ready.MOST_FILES, UNLIMITED)]),
        (1024, 4096, [(4096, 4096)]),
        (4096, 4096, []),
        (20_000, 20_000, []),
        (UNLIMITED, UNLIMITED, []),
    ],
)
def test_as_many_files_are_allowed_as_can_be(
    soft: int, hard: int, then: list[tuple[int, int]]
) -> None:
    system, was_set = limits(soft, hard)
    ready.allow_files(limits=system)  # type: ignore[arg-type]
    assert was_set == then


def test_a_system_without_such_limits_is_left_alone() -> None:
    ready.allow_files(limits=None)


def test_the_code_of_every_page_is_there_before_it_is_asked_for() -> None:
    ready.load_pages()
    rooms = {name.split(".")[2] for name in sys.modules if name.startswith("lstm_viz.scenes.")}
    assert {page.id.replace("-", "_") for page in PAGES} <= rooms
    assert gc.get_freeze_count() > 10_000, "the collector skips it"


def test_the_first_player_imports_nothing_large() -> None:
    program = (
        "import sys\n"
        "from lstm_viz.app import ready\n"
        "ready.RESTS = 0\n"
        "ready.load_pages()\n"
        "there = {*sys.modules}\n"
        "from streamlit.dataframe_util import is_dataframe_like\n"
        "assert not is_dataframe_like({'of': 'the player'})\n"
        "print(len({*sys.modules} - there))\n"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(done.stdout) < 10


def test_the_server_starts_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    pages, files, worker = Event(), Event(), Event()
    monkeypatch.setattr(ready, "load_pages", pages.set)
    monkeypatch.setattr(ready, "allow_files", files.set)
    monkeypatch.setattr(ready, "use_workers", worker.set)

    ready.for_many()
    assert files.is_set() and worker.is_set() and pages.wait(timeout=60)


class CountedHeap:
    """Asked to trim so often, it says that the server has ended."""

    def __init__(self, trims: int) -> None:
        self.left = trims
        self.ended = Event()
        self.options: list[tuple[int, int]] = []

    def mallopt(self, parameter: int, value: int, /) -> int:
        self.options.append((parameter, value))
        return 1

    def malloc_trim(self, pad: int, /) -> int:
        self.left -= 1
        if not self.left:
            self.ended.set()
        return 1


def test_the_heap_is_trimmed_until_the_server_ends() -> None:
    heap = CountedHeap(3)
    ready.trim(heap, heap.ended, every=0.0)
    assert heap.left == 0


def test_all_threads_share_one_heap(monkeypatch: pytest.MonkeyPatch) -> None:
    heap = CountedHeap(1)
    monkeypatch.setattr(ready, "c_heap", lambda: heap)
    monkeypatch.setattr(ready, "load_pages", lambda: None)
    monkeypatch.setattr(ready, "allow_files", lambda: None)
    monkeypatch.setattr(ready, "use_workers", lambda: None)
    ready.for_many()
    assert heap.options == [(ready.M_ARENA_MAX, 1)]


def test_other_c_libraries_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready, "CDLL", lambda name: SimpleNamespace(malloc=None))
    assert ready.c_heap() is None
    monkeypatch.setattr(sys, "platform", "darwin")
    assert ready.c_heap() is None


@pytest.mark.skipif(ready.c_heap() is None, reason="only GNU's C library has it")
def test_what_is_free_between_what_is_kept_goes_back_to_the_system() -> None:
    heap = ready.c_heap()
    assert heap is not None
    many = [np.ones(8192) for _ in range(1600)]  # 64 KB each: 105 MB in the heap
    kept = many[::100]
    full = megabytes(os.getpid())
    del many
    heap.malloc_trim(0)
    assert megabytes(os.getpid()) < full - 50
    assert all(array[0] == 1.0 for array in kept)
