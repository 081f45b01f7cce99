"""Students who come, read, set and train, and leave; others take their seats until time is up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from time import perf_counter

from benchmarks.load.process import Sample, sample
from benchmarks.load.student import Student, Visit
from benchmarks.load.walks import WALKS, Walk
from tests.browser.server import App


@dataclass(frozen=True)
class Lecture:
    students: int
    seconds: float
    within: float
    """Seconds in which the first ones come, at even distances."""
    think: float
    """Seconds before each act, on average; from half of it to one and a half."""
    stay: float = float("inf")
    """Seconds that each stays, on average, likewise."""
    every: float = 30.0
    """Seconds from one look at the server to the next."""
    walks: Sequence[Walk] = WALKS


@dataclass(frozen=True)
class Attended:
    began: float
    seconds: float
    """In which students came and went."""
    visits: Sequence[Visit]
    samples: Sequence[Sample]
    """The first before anybody came, the last when all were gone."""


async def attended(
    app: App, lecture: Lecture, after: float = 0.0, tell: Callable[[Sample], object] = id
) -> Attended:
    """``after``: seconds from the last one's leaving to the last look at the server."""
    samples: list[Sample] = []
    visits: list[Visit] = []

    async def look() -> None:
        samples.append(await asyncio.to_thread(sample, app.pid, app.port))
        tell(samples[-1])

    async def looks() -> None:
        while True:
            await asyncio.sleep(lecture.every)
            await look()

    await look()
    began = perf_counter()
    looking = asyncio.create_task(looks())
    try:
        await asyncio.gather(
            *(_seat(app.port, lecture, number, visits) for number in range(lecture.students))
        )
        took = perf_counter() - began
        await asyncio.sleep(after)
    finally:
        looking.cancel()
    await look()
    return Attended(began, took, visits, samples)


async def _seat(port: int, lecture: Lecture, number: int, visits: list[Visit]) -> None:
    """One student after the other."""
    comes = lecture.within * number / lecture.students
    over = perf_counter() + lecture.seconds
    await asyncio.sleep(comes)
    visitor = number
    while perf_counter() < over:
        random = Random(visitor)
        leaves = min(over, perf_counter() + _about(lecture.stay, random))
        student = Student(port)
        visits.append(student.visit)
        await _visit(student, lecture.walks[visitor % len(lecture.walks)], lecture, random, leaves)
        visitor += lecture.students
        if visitor % len(lecture.walks) == number % len(lecture.walks):
            visitor += 1  # another kind of reader in this seat


async def _visit(
    student: Student, walk: Walk, lecture: Lecture, random: Random, leaves: float
) -> None:
    first = True
    async with student:
        for act in walk(student, random):
            thinks = 0.0 if first else _about(lecture.think, random)
            first = False
            pause = thinks if act.after is None else act.after
            if perf_counter() + pause > leaves:
                await asyncio.sleep(max(0.0, leaves - perf_counter()))
                return
            await asyncio.sleep(pause)
            if not await student.does(act):
                await asyncio.sleep(1.0)  # who meets an error comes anew, not at once
                return


def _about(seconds: float, random: Random) -> float:
    return seconds * (0.5 + random.random())
