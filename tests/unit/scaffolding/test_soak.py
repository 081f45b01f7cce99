"""Students who come, set, train and leave: a short lecture, and what is said of a long one."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.load import mixed, soak
from benchmarks.load.found import by_kind, errors
from benchmarks.load.lecture import Attended, Lecture, attended
from benchmarks.load.process import Sample, children
from benchmarks.load.student import Visit, Wait
from benchmarks.load.walks import WALKS, Walk, reads, steps_through, trains, types
from benchmarks.load.widgets import Act
from benchmarks.load.work import lines, work_of
from tests.browser.server import ROOT, App, running
from tests.coroutines import finished

HOUR = 3600.0
ACTS = 5


@pytest.fixture(scope="module")
def app() -> Iterator[App]:
    with running(ROOT / "app.py") as started:
        yield started


@pytest.fixture(scope="module")
def short(app: App) -> Attended:
    """A few acts of a reader of each kind."""

    def begins(walk: Walk) -> Walk:
        return lambda student, random: islice(walk(student, random), ACTS)

    walks = [*map(begins, (reads, steps_through, trains, types))]
    lecture = Lecture(len(walks), HOUR, within=0, think=0.01, every=0.1, walks=walks, once=True)
    return finished(attended(app, lecture))


def test_students_of_every_kind_get_what_they_ask_for(short: Attended) -> None:
    assert not errors(short)
    kinds = by_kind(short)
    assert len(kinds["first"]) == len(short.visits) == 4
    assert sum(map(len, kinds.values())) == 4 * ACTS
    assert kinds["edit"] and all(wait.pushed for wait in kinds["edit"])
    assert "| edit |" in mixed.report(short) and "errors: 0" in mixed.report(short)


def test_the_server_is_looked_at_meanwhile(short: Attended, tmp_path: Path) -> None:
    first, *later = short.samples
    assert first.sessions == 0 and max(one.sessions for one in later) >= 1
    assert later[-1].cpu > first.cpu and later[-1].memory > 50 and later[-1].threads > 1
    soak.write(tmp_path / "soak.csv", short)
    with (tmp_path / "soak.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(short.samples) and float(rows[-1]["memory"]) == later[-1].memory


def test_a_slice_is_work_of_the_servers_workers(app: App, short: Attended) -> None:
    assert 1 <= len(children(app.pid)) <= 2
    found = finished(work_of(app, [trains], ACTS))
    assert sum(map(len, found.values())) == ACTS
    (slices,) = (times for (page, act), times in found.items() if act == "slice train_tick")
    assert len(slices) >= 1 and all(server >= 0 and worker >= 0 for server, worker in slices)
    assert any(text.startswith("train ") and " slice " in text for text in lines(found))


def hour(growth: float = 0.0, threads: int = 9, files: int = 20, slower: float = 1.0) -> Attended:
    """As it would have been: ``growth`` in megabytes, what was left, how much slower at the end."""
    before = Sample(0, 5, 100, 9, 20, 0, 0)
    within = [Sample(60 * k, 5 + k, 200 + growth * k / 60, 15, 90, 80, 0) for k in range(1, 61)]
    gone = replace(within[-1], at=HOUR + 60, sessions=0)
    empty = replace(gone, at=HOUR + 120)
    after = replace(empty, at=HOUR + 130, threads=threads, files=files)
    waits = [Wait(Act("edit"), 60 * k, slower if k > 45 else 1, 9) for k in range(60)]
    samples = [before, *within, gone, empty, after]
    return Attended(0, HOUR, [Visit([Wait(Act("open"), 0, 1, 9), *waits])], samples, (empty, after))


def test_an_hour_that_leaves_nothing_behind_is_good() -> None:
    assert soak.verdict(hour()).good
    assert "BAD" not in soak.table(soak.verdict(hour()))


@pytest.mark.parametrize(
    "bad", [{"growth": 100.0}, {"threads": 109}, {"files": 320}, {"slower": 2.0}], ids=str
)
def test_what_grows_stays_or_slows_down_is_said(bad: dict[str, float]) -> None:
    found = soak.verdict(hour(**bad))  # type: ignore[arg-type]
    assert not found.good and soak.table(found).count("BAD") == 1


def test_a_training_of_somebody_who_left_is_said() -> None:
    found = hour()
    *samples, gone, empty, after = found.samples
    busy = replace(empty, cpu=empty.cpu + 30)
    still = replace(found, samples=[*samples, gone, busy, after], emptied=(busy, after))
    assert soak.table(soak.verdict(still)).count("BAD") == 1
    beside = replace(found, samples=[*samples, gone, replace(empty, beside=30.0), after])
    beside = replace(beside, emptied=(beside.samples[-2], after))
    assert soak.table(soak.verdict(beside)).count("BAD") == 1


def test_growth_is_that_of_an_hour() -> None:
    assert soak.verdict(hour(growth=12)).growth == pytest.approx(12)


def test_each_kind_of_reader_has_a_walk() -> None:
    assert {reads, steps_through, trains, types} == set(WALKS)


@pytest.mark.parametrize("asked", [["--students", "201"], ["--minutes", "121"], ["--think", "61"]])
def test_they_are_bounded(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    for command in (mixed, soak):
        with pytest.raises(SystemExit):
            command.arguments(asked)
        assert asked[1] in capsys.readouterr().err
