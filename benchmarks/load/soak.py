"""Students for a long time: does the server grow, slow down, or keep what nobody needs?

    python -m benchmarks.load.soak --students 100 --minutes 60 --think 20 --out soak.csv

Starts the app on a free port of 127.0.0.1. Each student stays for some minutes, then another one
comes; some begin a training and leave in the middle of it. Every half a minute the server is looked
at. When all are gone, trainings, threads and files must be gone with them. Streamlit keeps the
session of a lost connection for two minutes, and then until somebody else leaves.
"""

from __future__ import annotations

import argparse
import asyncio
import csv
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.load.__main__ import APP
from benchmarks.load.bounds import lecture_arguments, number
from benchmarks.load.found import (
    errors,
    p95_between,
    p95_of,
    server_lines,
    slope,
    slowest,
    waits_table,
)
from benchmarks.load.lecture import Attended, Lecture, attended
from benchmarks.load.process import Sample
from benchmarks.load.walks import WITH_LEAVING
from tests.browser.server import running

QUIET = 130.0
"""Seconds with nobody there at the end, more than Streamlit keeps a session for."""
MOST_GROWTH = 30.0
"""Megabytes an hour: a school day of eight hours then takes a quarter of a gigabyte."""
MOST_SLOWER = 1.5
"""Times: the last third beside the first."""
MOST_LEFT = 12
"""Threads or files more than at first, when all are gone: Streamlit's and Python's own pools."""
IDLE = 0.1
"""Of one core, with nobody there."""
SETTLES = 2.0
"""Seconds after which the last slice of the last training is over."""


@dataclass(frozen=True)
class Verdict:
    growth: float
    """Megabytes an hour, from the second third on."""
    first_third: float
    last_third: float
    """p95 of steps and edits, seconds."""
    threads_left: int
    files_left: int
    sessions_left: int
    idle: float
    """Of one core, in the last moments."""
    errors: int

    def rows(self) -> list[tuple[str, str, bool]]:
        """(what, how it came out, whether that is good)."""
        slower = self.last_third / self.first_third if self.first_third else 1.0
        return [
            ("memory, MB an hour", f"{self.growth:.1f}", self.growth <= MOST_GROWTH),
            (
                "p95, first third and last, s",
                f"{self.first_third:.3f}, {self.last_third:.3f}",
                slower <= MOST_SLOWER,
            ),
            ("threads left over", str(self.threads_left), self.threads_left <= MOST_LEFT),
            ("files left over", str(self.files_left), self.files_left <= MOST_LEFT),
            ("sessions left over", str(self.sessions_left), self.sessions_left == 0),
            ("busy with nobody there", f"{self.idle:.0%} of a core", self.idle <= IDLE),
            ("errors", str(self.errors), self.errors == 0),
        ]

    @property
    def good(self) -> bool:
        return all(good for _, _, good in self.rows())


def verdict(found: Attended) -> Verdict:
    first = found.samples[0]
    empty, last = found.emptied or (found.samples[-1], found.samples[-1])
    gone = [one for one in found.samples if one.at - found.began > found.seconds + SETTLES]
    began, seconds = found.began, found.seconds
    late = [one for one in found.samples if seconds / 3 <= one.at - began <= seconds]
    return Verdict(
        growth=3600 * slope([one.at for one in late], [one.memory for one in late]),
        first_third=p95_between(found, 0, 1 / 3),
        last_third=p95_between(found, 2 / 3, 1),
        threads_left=last.threads - first.threads,
        files_left=last.files - first.files,
        sessions_left=last.sessions,
        idle=(empty.cpu + empty.beside - gone[0].cpu - gone[0].beside)
        / max(1e-9, empty.at - gone[0].at),
        errors=len(errors(found)),
    )


def table(found: Verdict) -> str:
    good_or_not = {True: "good", False: "BAD"}
    rows = [f"| {what} | {came} | {good_or_not[good]} |" for what, came, good in found.rows()]
    return "\n".join(("| soak | | |", "|---|---|---|", *rows))


def write(path: Path, found: Attended) -> None:
    """A row for each look at the server, with p95 of the steps and edits since the last look."""
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(("seconds", *list(asdict(found.samples[0]))[1:], "p95"))
        before = found.began
        for one in found.samples:
            _, *taken = asdict(one).values()
            p95 = p95_of(found, before, one.at)
            rows.writerow((round(one.at - found.began, 1), *taken, round(p95, 4)))
            before = one.at


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    parser = lecture_arguments("benchmarks.load.soak", __doc__, students=100, minutes=60, think=20)
    parser.add_argument("--stay", type=number(60), default=6, help="minutes, on average")
    parser.add_argument("--every", type=number(60, 0.1), default=30, help="seconds between looks")
    parser.add_argument("--quiet", type=number(300), default=QUIET, help="seconds at the end")
    parser.add_argument("--out", type=Path, help="a CSV file for what was seen")
    return parser.parse_args(given)


def main() -> None:
    asked = arguments()
    lecture = Lecture(
        students=asked.students,
        seconds=60 * asked.minutes,
        within=asked.within,
        think=asked.think,
        stay=60 * asked.stay,
        every=asked.every,
        walks=WITH_LEAVING,
    )
    with running(APP) as app:
        found = asyncio.run(attended(app, lecture, asked.quiet, tell=_tell))
    if asked.out:
        write(asked.out, found)
    came = verdict(found)
    print("\n".join((waits_table(found), *server_lines(found), "slowest:", slowest(found))))
    print("\n".join((table(came), *errors(found)[:10])))
    raise SystemExit(not came.good)


def _tell(one: Sample) -> None:
    print(
        f"{one.memory:7.1f} MB, {one.threads:4} threads, {one.files:4} files, "
        f"{one.sessions:4} students, {one.cpu:8.1f} s CPU",
        flush=True,
    )


if __name__ == "__main__":
    main()
