"""A Streamlit app in a process of its own."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 90


@dataclass(frozen=True)
class App:
    """A running app: where it is, and the file that holds what it printed."""

    url: str
    log_file: Path
    pid: int

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    @property
    def log(self) -> str:
        return self.log_file.read_text(errors="replace")


@contextmanager
def running(script: Path, *, configured: bool = True, port: int | None = None) -> Iterator[App]:
    """`script` served on 127.0.0.1 with the repository's own configuration, or Streamlit's."""
    port = port or free_port()
    command = [
        *(sys.executable, "-m", "streamlit", "run", str(script)),
        *("--server.port", str(port)),
        *("--server.address", "127.0.0.1"),
        *("--server.headless", "true"),
        *("--server.fileWatcherType", "none"),
        *("--browser.gatherUsageStats", "false"),
    ]
    with started(command, port, ROOT if configured else None) as app:
        yield app


@contextmanager
def started(
    command: list[str],
    port: int,
    folder: Path | None = None,
    environment: dict[str, str] | None = None,
) -> Iterator[App]:
    """What `command` serves at that port of 127.0.0.1; without a folder, in one of its own."""
    with tempfile.TemporaryDirectory(prefix="lstm-viz-app-") as own:
        log_file = Path(own) / "app.log"
        with log_file.open("wb") as log:
            process = subprocess.Popen(
                command,
                cwd=folder or own,
                env={**os.environ, **(environment or {})},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        app = App(f"http://127.0.0.1:{port}", log_file, process.pid)
        try:
            _wait_until_healthy(app, process)
            yield app
        finally:
            stop(process)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_healthy(app: App, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{app.url}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    state = "ended" if process.poll() is not None else f"took more than {START_SECONDS} s"
    raise RuntimeError(f"The app {state} before it could be reached. It printed:\n{app.log}")


def stop(process: subprocess.Popen[bytes]) -> None:
    """End the process group: Streamlit and whatever it started."""
    for ending in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, ending)
            process.wait(timeout=10)
            return
        except ProcessLookupError:
            process.wait(timeout=10)
            return
        except subprocess.TimeoutExpired:
            continue
