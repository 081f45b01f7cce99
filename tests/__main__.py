"""Run every check of the repository: `python -m tests`. Arguments, if any, go to pytest alone.

The tests run on three processes from the start, since the browser tests wait half of their time,
and beside them one check after the other. `python -m tests measure` takes times instead, one after
the other, and writes tests/browser/report.md.
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

CHECKS: dict[str, list[str]] = {
    "ruff check": [str(BIN / "ruff"), "check", "--no-cache"],
    "ruff format": [str(BIN / "ruff"), "format", "--check", "--no-cache"],
    "mypy": [sys.executable, "-m", "mypy"],
    "lint-imports": [str(BIN / "lint-imports"), "--no-logo", "--no-cache"],
    "biome": [sys.executable, "-m", "tests.javascript", "biome"],
    "tsc": [sys.executable, "-m", "tests.javascript", "tsc"],
}
PYTEST = [sys.executable, "-m", "pytest"]
# A file's tests stay on one process: they share what one of them made.
TESTS = [
    *PYTEST,
    *("-n", "3", "--dist", "loadfile", "--no-loadscope-reorder", "--durations=20"),
    *("-m", "not measures"),
]
MEASURE = [*PYTEST, "-m", "measures", "tests/browser"]

ENVIRONMENT = {
    **os.environ,
    # NumPy on two threads stalls when two test processes share two cores.
    **{"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
    # What one process has compiled, the next one reads: tests start many.
    "PYTHONDONTWRITEBYTECODE": "",
}

Result = tuple[bool, float]
"""Whether it passed, and in how many seconds."""


def run(command: list[str], *, quietly: bool = False) -> tuple[Result, str]:
    """The result; and if it is done quietly, what it printed."""
    start = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if quietly else None,
        stderr=subprocess.STDOUT if quietly else None,
        text=True,
    )
    return (done.returncode == 0, time.monotonic() - start), done.stdout or ""


def check_all() -> dict[str, Result]:
    """One after the other; what one prints is shown if it fails."""
    results = {}
    for name, command in CHECKS.items():
        results[name], printed = run(command, quietly=True)
        if not results[name][0]:
            print(f"\n== {name} ".ljust(100, "="), printed, sep="\n", flush=True)
    return results


def main(arguments: list[str]) -> int:
    if arguments == ["measure"]:
        return 0 if run(MEASURE)[0][0] else 1
    with ThreadPoolExecutor() as beside:
        checks = None if arguments else beside.submit(check_all)
        tests, _ = run(TESTS + arguments)
        results = {**(checks.result() if checks else {}), "pytest": tests}
    print()
    for name, (passed, seconds) in results.items():
        print(f"{name:<14} {'passed' if passed else 'FAILED'} in {seconds:.1f} s")
    return 0 if all(passed for passed, _ in results.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
