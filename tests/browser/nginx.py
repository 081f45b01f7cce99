"""nginx with the configuration that ships, before processes of the app on this machine."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.browser.server import ROOT, START_SECONDS, free_port, stop
from tests.installing import from_debian, one_at_a_time

SHIPPED = ROOT / "deploy" / "nginx"
PORTS = (8601, 8602)
"""Of the processes, as the shipped configuration has them."""
ELSEWHERE = "/usr/sbin"
"""Where Debian has it, though not everybody looks there."""
_MAIN = """
daemon off;
pid {folder}/nginx.pid;
error_log stderr warn;
worker_processes 1;
events {{ }}
http {{
    access_log off;
    {temporary}
    include {folder}/conf.d/*.conf;
}}
"""
_TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


class NoNginxError(RuntimeError):
    """There is no nginx, and none could be installed."""


def find_or_install() -> str:
    """The path of an nginx."""
    path = os.pathsep.join((os.environ.get("PATH", ""), ELSEWHERE))
    if found := shutil.which("nginx", path=path):
        return found
    with one_at_a_time("nginx"):
        tried = "" if shutil.which("nginx", path=path) else from_debian("nginx-light")
    if found := shutil.which("nginx", path=path):
        return found
    raise NoNginxError(
        "The tests of deploy/ need nginx and found none: install it "
        f"(Debian: apt-get install nginx-light). Tried: {tried}."
    )


def configured(folder: Path, port: int, ports: Sequence[int]) -> Path:
    """The shipped configuration, with other ports and paths and nothing else."""
    (folder / "conf.d").mkdir()
    (folder / "cache").mkdir()
    for shipped in SHIPPED.glob("*.conf"):
        text = shipped.read_text(encoding="utf-8")
        for ours, theirs in zip(PORTS, ports, strict=True):
            text = text.replace(str(ours), str(theirs))
        text = text.replace("listen 80 default_server;", f"listen 127.0.0.1:{port};")
        text = text.replace("/var/cache/nginx", str(folder / "cache"))
        (folder / "conf.d" / shipped.name).write_text(text, encoding="utf-8")
    temporary = " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in _TEMPORARY)
    main = folder / "nginx.conf"
    main.write_text(_MAIN.format(folder=folder, temporary=temporary), encoding="utf-8")
    return main


@contextmanager
def in_front_of(ports: Sequence[int]) -> Iterator[str]:
    """The address of an nginx before the processes at these ports."""
    program = find_or_install()
    with tempfile.TemporaryDirectory(prefix="lstm-viz-nginx-") as name:
        folder, port = Path(name), free_port()
        folder.chmod(0o755)  # nginx started by root works as somebody else
        main = configured(folder, port, ports)
        log_file = folder / "nginx.log"
        with log_file.open("wb") as log:
            process = subprocess.Popen(
                [program, "-p", str(folder), "-c", str(main), "-e", "stderr"],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            _wait_until_listening(port, process, log_file)
            yield f"http://127.0.0.1:{port}"
        finally:
            stop(process)


def _wait_until_listening(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"nginx did not start. It printed:\n{log.read_text(errors='replace')}")
