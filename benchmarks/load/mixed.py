"""Students in a server at once, on pages of several kinds, setting and training: on this machine.

    python -m benchmarks.load.mixed --students 200 --minutes 5 --think 15

Starts the app on a free port of 127.0.0.1. Students come within a minute, read the lesson, step
through a cell, type, train (``walks.py``), and think between; steps inside a film cost the server
nothing and are not played. Prints what they waited for, and what the server took. Meanwhile one
student clicks in an empty app beside it: so long does this machine take by itself, busy as it is.
"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence
from dataclasses import replace

from benchmarks.load.__main__ import APP, EMPTY
from benchmarks.load.bounds import lecture_arguments
from benchmarks.load.found import errors, server_lines, slowest, waits_table
from benchmarks.load.lecture import Attended, Lecture, attended
from benchmarks.load.walks import clicks
from tests.browser.server import running


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    return lecture_arguments(
        "benchmarks.load.mixed", __doc__, students=200, minutes=5, think=15
    ).parse_args(given)


def report(found: Attended) -> str:
    lines = [waits_table(found), *server_lines(found), "slowest:", slowest(found)]
    return "\n".join((*lines, *errors(found)[:10]))


async def measured(lecture: Lecture) -> tuple[Attended, Attended]:
    """The lecture, and one student in an empty app."""
    alone = replace(lecture, students=1, think=1.0, walks=[clicks])
    with running(APP) as app, running(EMPTY) as empty:
        found = await asyncio.gather(attended(app, lecture), attended(empty, alone))
    return found[0], found[1]


def main() -> None:
    asked = arguments()
    lecture = Lecture(asked.students, 60 * asked.minutes, asked.within, asked.think, every=10)
    print(f"{asked.students} students for {asked.minutes:g} minutes", flush=True)
    found, empty = asyncio.run(measured(lecture))
    print(report(found))
    print("One student in an empty app beside it:", waits_table(empty), sep="\n")


if __name__ == "__main__":
    main()
