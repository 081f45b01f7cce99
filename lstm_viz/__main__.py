"""The command ``lstm-viz``; ``python -m lstm_viz`` is the same."""

from __future__ import annotations

import argparse
import errno
import os
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from lstm_viz import __version__
from lstm_viz.start import APP

NAME: Final = "lstm-viz"
LAST_PORT: Final = 65535
USAGE: Final = f"""{NAME} [--host HOST] [--port PORT] [--no-browser]
       {NAME} site OUT [--with-python]"""
EXAMPLES: Final = f"""examples:
  {NAME}                     open the lesson in your browser
  {NAME} --host 0.0.0.0      for phones and laptops in the same room, too
  {NAME} site OUT            write the lesson as a website that needs no server
"""


def main(arguments: Sequence[str] | None = None) -> None:
    options = parser().parse_args(arguments)
    if options.command == "site":
        site(options.out, with_python=options.with_python)
    else:
        serve(options.host, options.port, browser=options.browser)


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog=NAME,
        usage=USAGE,
        description="LSTM Viz: an interactive lesson on the gates of an LSTM.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("--version", action="version", version=f"LSTM Viz {__version__}")
    made.add_argument("--host", help="address to serve at (localhost: this machine alone)")
    made.add_argument("--port", help="port to serve at (8501, or the next that is free)")
    made.add_argument(
        "--no-browser", dest="browser", action="store_false", help="serve, and open nothing"
    )
    commands = made.add_subparsers(
        prog=NAME, dest="command", metavar="COMMAND", title="instead of serving"
    )
    writing = commands.add_parser("site", help="write the lesson as static pages")
    writing.add_argument("out", type=Path, metavar="OUT", help="the folder to write to")
    writing.add_argument(
        "--with-python", action="store_true", help="add the full app, run by the browser"
    )
    return made


def serve(host: str | None, port: str | None, *, browser: bool) -> None:
    """Serve until somebody ends it; what was not said is as Streamlit's settings have it."""
    number = None if port is None else _number(port)
    settings = {"server.fileWatcherType": "none"}
    if host is not None:
        settings["server.address"] = host
    if number is not None:
        settings["server.port"] = str(number)
    if not browser:
        settings["server.headless"] = "true"
    if host is not None or number is not None:
        _check(host or "localhost", number or 0)

    from streamlit.web import cli

    # Ctrl+C is how it is ended, which is no failure.
    signal.signal(signal.SIGINT, lambda *_: sys.exit(0))
    flags = [f"--{name}={value}" for name, value in settings.items()]
    cli.main(["run", str(APP), *flags], prog_name=NAME)


def site(out: Path, *, with_python: bool) -> None:
    from lstm_viz.site.write import SiteError, write_site

    try:
        write_site(out, with_python=with_python)
    except SiteError as refused:
        sys.exit(f"{NAME}: {refused}")


def _number(port: str) -> int:
    if port.isascii() and port.isdigit() and 1 <= int(port) <= LAST_PORT:
        return int(port)
    sys.exit(f"{NAME}: a port is a number from 1 to {LAST_PORT}, got {port!r}.")


def _check(host: str, port: int) -> None:
    """End with one sentence if nothing can be served there; port 0 stands for any that is free."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        if os.name != "nt":  # there it would share a port that is in use
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, TypeError) as problem:
            sys.exit(f"{NAME}: {_sentence(host, port, problem)}")


def _sentence(host: str, port: int, problem: Exception) -> str:
    number = problem.errno if isinstance(problem, OSError) else None
    if number == errno.EADDRINUSE:
        return f"port {port} is in use; choose another, or leave --port out to have a free one."
    if number == errno.EACCES:
        return f"port {port} needs rights that you do not have; choose one above 1023."
    return (
        f"{host!r} is no address of this machine; localhost serves this machine alone, "
        "0.0.0.0 the network, too."
    )


if __name__ == "__main__":
    main()
