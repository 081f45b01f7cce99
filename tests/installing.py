"""What test processes install, one of them installs, and the others wait."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def one_at_a_time(what: str) -> Iterator[None]:
    """Only one process of this user is in here; what it does, those that wait find done."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    name = f"lstm-viz-install-{what}-{os.geteuid()}.lock"
    with (Path(tempfile.gettempdir()) / name).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def from_debian(*packages: str) -> str:
    """Install them; the empty string when it worked, else one line that says what went wrong."""
    apt = shutil.which("apt-get")
    if apt is None:
        return "apt-get is not here"
    if os.geteuid() != 0:
        return "apt-get needs root"
    with one_at_a_time("debian"):  # as apt-get itself wants it
        for arguments in (
            ["update", "-q"],
            ["install", "-y", "-q", "--no-install-recommends", *packages],
        ):
            outcome = run([apt, *arguments], {"DEBIAN_FRONTEND": "noninteractive"})
            if outcome:
                return outcome
    return ""


def run(command: list[str], environment: dict[str, str]) -> str:
    """Run it; the empty string when it worked, else one line that says what went wrong."""
    name = " ".join([Path(command[0]).name, *command[1:]])
    try:
        done = subprocess.run(
            command,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=300,
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        return f"{name}: {problem}"
    if done.returncode == 0:
        return ""
    lines = [line.strip() for line in done.stdout.splitlines() if line.strip()]
    telling = [line for line in lines if re.search(r"\b(E:|[Ee]rror|[Ff]ailed)", line)] or lines
    return f"{name} said: {telling[0][:200] if telling else done.returncode}"
