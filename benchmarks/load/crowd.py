"""Many students at one app: started for them, measured, stopped."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.load.found import quantile
from benchmarks.load.process import cpu_seconds, megabytes
from benchmarks.load.student import Student, Visit
from benchmarks.load.walks import step
from benchmarks.load.widgets import PRESSED, Act
from tests.browser.server import running


@dataclass(frozen=True)
class Crowd:
    students: int
    within: float
    """Seconds in which they come, at even distances."""
    reruns: int = 0
    think: float = 0.0


@dataclass(frozen=True)
class Measured:
    teacher: Visit
    visits: list[Visit]
    cpu: float
    """Seconds of the server for the students, all together."""
    memory: float
    """Megabytes of the server at the end."""

    @property
    def errors(self) -> list[str]:
        return [error for visit in (self.teacher, *self.visits) for error in visit.errors]

    def rows(self) -> dict[str, float]:
        pushed = [[wait.pushed for wait in visit.waits] for visit in self.visits if visit.waits]
        opened = [visit.waits[0].seconds for visit in self.visits if visit.waits]
        reruns = [wait.seconds for visit in self.visits for wait in visit.waits[1:]]
        return {
            "first of all, s": mean(wait.seconds for wait in self.teacher.waits),
            "first run, p50, s": quantile(opened, 0.5),
            "first run, p95, s": quantile(opened, 0.95),
            "rerun, p50, s": quantile(reruns, 0.5),
            "rerun, p95, s": quantile(reruns, 0.95),
            "pushed in the first run, KB": mean(runs[0] for runs in pushed) / 1e3,
            "pushed in a rerun, KB": mean(again for runs in pushed for again in runs[1:]) / 1e3,
            "fetched by each, KB": mean(visit.fetched for visit in self.visits) / 1e3,
            "server's CPU for each, ms": self.cpu / len(self.visits) * 1e3,
            "server's memory, MB": self.memory,
            "errors": len(self.errors),
        }


async def measured(script: Path, page: str, crowd: Crowd) -> Measured:
    """The app of this file on a free port, opened by a teacher, then by the crowd."""
    with running(script) as app:
        teacher = await _visit(app.port, page, Crowd(1, 0))
        before = cpu_seconds(app.pid)
        visits = await asyncio.gather(
            *(_comes(app.port, page, crowd, number) for number in range(crowd.students))
        )
        cpu = cpu_seconds(app.pid) - before
        return Measured(teacher, list(visits), cpu, megabytes(app.pid))


async def _comes(port: int, page: str, crowd: Crowd, number: int) -> Visit:
    await asyncio.sleep(crowd.within * number / crowd.students)
    return await _visit(port, page, crowd)


async def _visit(port: int, page: str, crowd: Crowd) -> Visit:
    async with Student(port) as student:
        going = await student.does(Act("open", page))
        for number in range(crowd.reruns):
            await asyncio.sleep(crowd.think)
            going = going and await student.does(_again(student, number))
    return student.visit


def _again(student: Student, number: int) -> Act:
    """To another step of the picture; without one, a click."""
    if student.player is not None:
        return step(student, number)
    return Act("edit", student.buttons()[0], PRESSED)


def mean(numbers: Iterable[float]) -> float:
    found = list(numbers)
    return sum(found) / len(found) if found else 0.0
