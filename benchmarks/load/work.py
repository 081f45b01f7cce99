"""How much work each thing that a student does is for the server: one student, on this machine.

    python -m benchmarks.load.work --acts 60

Plays every walk (``walks.py``) twice, with one student who does not think. Prints the processor
time of the server and of its worker for each kind of act on each page, the second time: what is
made once for everybody is there by then. Unlike waiting, it depends little on what else the machine
does.
"""

from __future__ import annotations

import argparse
import asyncio
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from random import Random

from benchmarks.load.__main__ import APP
from benchmarks.load.process import children, cpu_seconds
from benchmarks.load.student import Student
from benchmarks.load.walks import WALKS, Walk
from tests.browser.server import App, running

Work = dict[tuple[str, str], list[tuple[float, float]]]
"""By page and act: seconds of the server and of its worker, each time."""


async def work_of(app: App, walks: Sequence[Walk], acts: int) -> Work:
    found: Work = defaultdict(list)
    for walk in walks:
        async with Student(app.port) as student:
            for act in islice(walk(student, Random(1)), acts):
                before = _seconds(app.pid)
                await student.does(act)
                after = _seconds(app.pid)
                key = (student.page, f"{act.kind} {act.what if act.kind != 'open' else ''}")
                found[key].append((after[0] - before[0], after[1] - before[1]))
            if student.visit.errors:
                raise RuntimeError(student.visit.errors[0])
    return found


def _seconds(pid: int) -> tuple[float, float]:
    return cpu_seconds(pid), sum(map(cpu_seconds, children(pid)))


def lines(found: Work) -> Iterator[str]:
    yield f"{'page':<18} {'act':<32} times  server, ms  worker, ms   share"
    total = sum(server for times in found.values() for server, _ in times) or 1.0
    for (page, act), times in sorted(found.items(), key=lambda one: -sum(t for t, _ in one[1])):
        server, worker = (sum(one) for one in zip(*times, strict=True))
        each = [1e3 * seconds / len(times) for seconds in (server, worker)]
        yield (
            f"{page:<18} {act:<32} {len(times):5} {each[0]:11.0f} {each[1]:11.0f} "
            f"{100 * server / total:5.0f} %"
        )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load.work", description=__doc__)
    parser.add_argument("--acts", type=int, default=60, choices=range(1, 1001), metavar="1…1000")
    asked = parser.parse_args()
    with running(APP) as app:
        walks = tuple(dict.fromkeys(WALKS))
        asyncio.run(work_of(app, walks, asked.acts))
        for line in lines(asyncio.run(work_of(app, walks, asked.acts))):
            print(line)


if __name__ == "__main__":
    main()
