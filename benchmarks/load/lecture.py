"""Students who come, read, set and train, and leave; others take their seats until time is up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random
from time import perf_counter

from benchmarks.load.process import Sample, sample
from benchmarks.load.student import Student, Visit
from benchmarks.load.walks import WALKS, Walk, reads
from benchmarks.load.widgets import Act
from tests.browser.server import App

ONE_MORE = 60
"""Runs of the last student: enough for Python to look through what was left behind."""


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
    once: bool = False
    """Nobody takes the seat of a student whose walk is over."""


@dataclass(frozen=True)
class Attended:
    began: float
    seconds: float
    """In which students came and went."""
    visits: Sequence[Visit]
    samples: Sequence[Sample]
    """The first before anybody came."""
    emptied: tuple[Sample, Sample] | None = None
    """When all were gone for a while, and when one more had come and gone after them."""


async def attended(
    app: App, lecture: Lecture, quiet: float = 0.0, tell: Callable[[Sample], object] = id
) -> Attended:
    """``quiet``: seconds in which nobody is there at the end, before one more student comes.

    It is somebody's coming and going that has Streamlit forget those who left for good.
    """
    samples: list[Sample] = []
    visits: list[Visit] = []

    async def look() -> Sample:
        samples.append(await asyncio.to_thread(sample, app.pid, app.port))
        tell(samples[-1])
        return samples[-1]

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
        emptied = None
        if quiet:
            await asyncio.sleep(quiet)
            empty = await look()
            visits.append(await _one_more(app.port))
            emptied = empty, await look()
    finally:
        looking.cancel()
    return Attended(began, took, visits, samples, emptied)


async def _one_more(port: int) -> Visit:
    """Reads on and on, and leaves; then another page is opened, and closed."""
    async with Student(port) as student:
        for act in islice(reads(student, Random(0)), ONE_MORE):
            await student.does(act)
    async with Student(port) as other:
        await other.does(Act("open", "forget-gate"))
    return student.visit


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
        if lecture.once:
            return
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
