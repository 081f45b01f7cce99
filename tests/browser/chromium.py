"""A Chromium to test with: one that is here, or one that is installed now. Never none."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.installing import one_at_a_time

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
    # The pages of a browser context share a process, and with it all that is compiled already.
    "--process-per-site",
    # A microphone that may be used without asking; what it hears is said by ``hearing``.
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
)

ENGINE = "--js-flags=" + " ".join(
    (
        # Pages that are opened one after another leave much behind; it is collected less often.
        "--min-semi-space-size=64",
        "--max-semi-space-size=64",
        # What is compiled stays so: else Plotly is compiled again for each page of a tab, ...
        "--no-flush-bytecode",
        # ... and read again where an error says where it was made.
        "--no-enable-lazy-source-positions",
    )
)
"""Takes a tenth off the time that a page's scripts take. Not where times are taken: no reader's
browser is started so."""


def hearing(file: Path) -> str:
    """The argument with which the microphone hears a WAV file, once."""
    return f"--use-file-for-fake-audio-capture={file}%noloop"


class NoChromiumError(RuntimeError):
    """There is no Chromium, and none could be installed."""


def find_or_install(playwrights_own: str) -> str:
    """The path of a Chromium; `playwrights_own` is where Playwright would have put one."""
    found = find(playwrights_own)
    if found:
        return found
    with one_at_a_time("chromium"):
        # Another test process may have installed it while this one waited.
        found = find(playwrights_own)
        if found:
            return found
        tried = [outcome for install in (_from_debian, _from_playwright) if (outcome := install())]
        found = find(playwrights_own)
    if found:
        return found
    raise NoChromiumError(
        "The browser tests need Chromium and found none: set CHROMIUM to its path, or install it "
        f"(Debian: apt-get install chromium). Tried: {'; '.join(tried)}."
    )


def find(playwrights_own: str) -> str | None:
    named = os.environ.get("CHROMIUM")
    if named:
        path = shutil.which(named)
        if path is None:
            raise NoChromiumError(f"CHROMIUM is set to {named}, which is no program.")
        return path
    on_path = next((path for name in NAMES if (path := shutil.which(name))), None)
    if on_path:
        return on_path
    return playwrights_own if os.access(playwrights_own, os.X_OK) else None


def _from_debian() -> str:
    apt = shutil.which("apt-get")
    if apt is None:
        return "apt-get is not here"
    if os.geteuid() != 0:
        return "apt-get needs root"
    fonts = "fonts-dejavu-core"
    for arguments in (
        ["update", "-q"],
        ["install", "-y", "-q", "--no-install-recommends", "chromium", fonts],
    ):
        outcome = _run([apt, *arguments], {"DEBIAN_FRONTEND": "noninteractive"})
        if outcome:
            return outcome
    return ""


def _from_playwright() -> str:
    if any(map(shutil.which, NAMES)):
        return ""
    return _run([sys.executable, "-m", "playwright", "install", "chromium"], {})


def _run(command: list[str], environment: dict[str, str]) -> str:
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
