"""What a server is set to as it starts."""

import gc
import sys
from collections.abc import Iterator
from threading import Event
from types import SimpleNamespace

import pytest

from lstm_viz.app import ready
from lstm_viz.ui.navigation import PAGES

UNLIMITED = -1


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    interval = sys.getswitchinterval()
    yield
    sys.setswitchinterval(interval)
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


def test_the_server_starts_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    pages, files, worker = Event(), Event(), Event()
    monkeypatch.setattr(ready, "load_pages", pages.set)
    monkeypatch.setattr(ready, "allow_files", files.set)
    monkeypatch.setattr(ready, "use_worker", worker.set)

    ready.for_many()
    assert sys.getswitchinterval() == pytest.approx(ready.SWITCH)
    assert files.is_set() and worker.is_set() and pages.wait(timeout=60)
