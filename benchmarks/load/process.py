"""What a server takes of the machine, read from ``/proc``; zeros where there is none."""

from __future__ import annotations

import os
import urllib.request
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter


@dataclass(frozen=True)
class Sample:
    at: float
    """By ``perf_counter``."""
    cpu: float
    """Seconds until now, in user and system mode."""
    memory: float
    """Megabytes in use."""
    threads: int
    files: int
    """Open files and sockets."""
    sessions: int
    """Connected to Streamlit."""
    pressed: float
    """Seconds until now in which something on this machine waited for a processor."""
    beside: float = 0.0
    """As ``cpu``, of the processes that it started: its worker."""


def sample(pid: int, port: int) -> Sample:
    status = _status(pid)
    return Sample(
        at=perf_counter(),
        cpu=cpu_seconds(pid),
        memory=megabytes(pid),
        threads=int(status.get("Threads", "0")),
        files=_files(pid),
        sessions=_sessions(port),
        pressed=_pressed(),
        beside=sum(map(cpu_seconds, children(pid))),
    )


def cpu_seconds(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def megabytes(pid: int) -> float:
    return float(_status(pid).get("VmRSS", "0 kB").split()[0]) / 1e3


def _status(pid: int) -> dict[str, str]:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return {}
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def _files(pid: int) -> int:
    try:
        return len(os.listdir(f"/proc/{pid}/fd"))
    except OSError:
        return 0


def _pressed() -> float:
    try:
        some = Path("/proc/pressure/cpu").read_text().splitlines()[0]
    except OSError:
        return 0.0
    return int(some.rpartition("total=")[2]) / 1e6


def _sessions(port: int) -> int:
    """As Streamlit counts them."""
    address = f"http://127.0.0.1:{port}/_stcore/metrics?families=active_sessions"
    with urllib.request.urlopen(address, timeout=60) as answer:
        lines = answer.read().decode().splitlines()
    found = [line.split()[-1] for line in lines if line.startswith("active_sessions")]
    return int(float(found[0])) if found else 0


def children(pid: int) -> list[int]:
    """The processes that this one has started and that run."""
    found: list[str] = []
    for thread in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):  # it has ended
            found += thread.read_text().split()
    return list(map(int, found))
