"""Run every check of the repository: `python -m tests`. Arguments, if any, go to pytest alone."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

CHECKS: dict[str, list[str]] = {
    "ruff check": [str(BIN / "ruff"), "check", "--no-cache"],
    "ruff format": [str(BIN / "ruff"), "format", "--check", "--no-cache"],
    "mypy": [sys.executable, "-m", "mypy"],
    "lint-imports": [str(BIN / "lint-imports"), "--no-logo", "--no-cache"],
    "biome": [sys.executable, "-m", "tests.javascript", "biome"],
    "pytest": [sys.executable, "-m", "pytest", "-n", "2", "--dist", "worksteal"],
}

# NumPy on two threads stalls when two test processes share two cores.
ENVIRONMENT = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def run(name: str, command: list[str]) -> tuple[bool, float]:
    print(f"\n== {name} ".ljust(100, "="), flush=True)
    start = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, stdin=subprocess.DEVNULL)
    return done.returncode == 0, time.monotonic() - start


def main(arguments: list[str]) -> int:
    checks = {"pytest": CHECKS["pytest"] + arguments} if arguments else CHECKS
    results = {name: run(name, command) for name, command in checks.items()}
    print()
    for name, (passed, seconds) in results.items():
        print(f"{name:<14} {'passed' if passed else 'FAILED'} in {seconds:.1f} s")
    return 0 if all(passed for passed, _ in results.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
