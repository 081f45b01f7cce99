"""Many students at one app: started for them, measured, stopped."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.load.student import Student, Visit
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
        pushed = [visit.pushed for visit in self.visits if visit.pushed]
        opened = [visit.opened for visit in self.visits if not visit.errors]
        reruns = [seconds for visit in self.visits for seconds in visit.reruns]
        return {
            "first of all, s": self.teacher.opened,
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
        teacher = await Student(app.port, page).visits()
        before = cpu_seconds(app.pid)
        visits = await asyncio.gather(
            *(_comes(app.port, page, crowd, number) for number in range(crowd.students))
        )
        cpu = cpu_seconds(app.pid) - before
        return Measured(teacher, list(visits), cpu, megabytes(app.pid))


async def _comes(port: int, page: str, crowd: Crowd, number: int) -> Visit:
    await asyncio.sleep(crowd.within * number / crowd.students)
    return await Student(port, page).visits(reruns=crowd.reruns, think=crowd.think)


def mean(numbers: Iterable[float]) -> float:
    found = list(numbers)
    return sum(found) / len(found) if found else 0.0


def quantile(seconds: list[float], part: float) -> float:
    return float(np.quantile(seconds, part)) if seconds else 0.0


def cpu_seconds(pid: int) -> float:
    """Of a process, in user and system mode; 0 where there is no /proc."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def megabytes(pid: int) -> float:
    """Memory of a process that is in use; 0 where there is no /proc."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next(float(line.split()[1]) / 1e3 for line in lines if line.startswith("VmRSS"))
