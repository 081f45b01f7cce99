"""What was found in a lecture: waits by kind, errors, what the server took."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from benchmarks.load.lecture import Attended
from benchmarks.load.student import Wait

KINDS = {
    "first": "first run of a student",
    "open": "another page",
    "step": "step",
    "edit": "edit",
    "slice": "slice of a training (0.2 or 0.4 s, in turn)",
}
WAITED_FOR = ("step", "edit")
"""What a student waits for while they look at the page."""


def quantile(seconds: Iterable[float], part: float) -> float:
    found = list(seconds)
    return float(np.quantile(found, part)) if found else 0.0


def by_kind(attended: Attended) -> dict[str, list[Wait]]:
    found: dict[str, list[Wait]] = {kind: [] for kind in KINDS}
    for visit in attended.visits:
        for number, wait in enumerate(visit.waits):
            found["first" if number == 0 else wait.act.kind].append(wait)
    return found


def errors(attended: Attended) -> list[str]:
    return [error for visit in attended.visits for error in visit.errors]


def waits_table(attended: Attended) -> str:
    lines = ["| | count | p50, s | p95, s | longest, s |", "|---|---|---|---|---|"]
    for kind, waits in by_kind(attended).items():
        seconds = [wait.seconds for wait in waits]
        if seconds:
            middle, most = quantile(seconds, 0.5), quantile(seconds, 0.95)
            lines.append(
                f"| {KINDS[kind]} | {len(seconds):,} | {middle:.3f} | {most:.3f} | "
                f"{max(seconds):.2f} |"
            )
    return "\n".join(lines)


def slowest(attended: Attended, most: int = 12) -> str:
    """Of what is waited for, by page and widget: p95."""
    found: dict[str, list[float]] = {}
    for kind, waits in by_kind(attended).items():
        for wait in waits:
            found.setdefault(f"{kind} {wait.act.what}", []).append(wait.seconds)
    worst = sorted(found.items(), key=lambda item: -quantile(item[1], 0.95))[:most]
    return "\n".join(
        f"  {name}: {len(seconds)} times, p50 {quantile(seconds, 0.5):.3f} s, "
        f"p95 {quantile(seconds, 0.95):.3f} s"
        for name, seconds in worst
    )


def server_lines(attended: Attended) -> list[str]:
    first, last = attended.samples[0], attended.samples[-1]
    acts = sum(len(visit.waits) for visit in attended.visits)
    cpu, seconds = last.cpu - first.cpu, last.at - first.at
    return [
        f"students: {len(attended.visits):,}, runs: {acts:,}, errors: {len(errors(attended))}",
        f"server's CPU: {cpu:.0f} s, {cpu / seconds:.0%} of one core, "
        f"{1e3 * cpu / max(1, acts):.0f} ms a run; "
        f"its worker's: {last.beside - first.beside:.0f} s",
        f"something on this machine waited for a processor in "
        f"{(last.pressed - first.pressed) / seconds:.0%} of the time",
        f"server's memory: {first.memory:.0f} MB at first, "
        f"{max(one.memory for one in attended.samples):.0f} MB at most, {last.memory:.0f} MB last",
        f"threads: at most {max(one.threads for one in attended.samples)}, open files: at most "
        f"{max(one.files for one in attended.samples)}, connected: at most "
        f"{max(one.sessions for one in attended.samples)}",
    ]


def p95_between(attended: Attended, low: float, high: float) -> float:
    """Of steps and edits that began between these parts of the time."""
    began, seconds = attended.began, attended.seconds
    return p95_of(attended, began + low * seconds, began + high * seconds)


def p95_of(attended: Attended, begin: float, end: float) -> float:
    return quantile(
        (
            wait.seconds
            for kind, waits in by_kind(attended).items()
            if kind in WAITED_FOR
            for wait in waits
            if begin <= wait.began < end
        ),
        0.95,
    )


def slope(times: Sequence[float], values: Sequence[float]) -> float:
    """By how much the values grow in one unit of time, by least squares."""
    if len(times) < 2:
        return 0.0
    return float(np.polyfit(np.asarray(times) - times[0], values, 1)[0])
