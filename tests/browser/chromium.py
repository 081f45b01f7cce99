"""A Chromium to test with: one that is here, or one that is installed now. Never none."""

import os
import shutil
import sys
from pathlib import Path

from tests.installing import from_debian, one_at_a_time, run

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SHELL = "chromium-headless-shell"
"""The same engine without a browser's windows around it, which takes an eighth off a test's time.
Not where times are taken: no reader has it."""
FONTS = "fonts-dejavu-core"

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


def find_or_install(playwrights_own: str, *, shell: bool = False) -> str:
    """The path of a Chromium; `playwrights_own` is where Playwright would have put one.

    With `shell` the headless shell comes before the whole browser.
    """
    found = find(playwrights_own, shell=shell)
    if found:
        return found
    with one_at_a_time("chromium"):
        # Another test process may have installed it while this one waited.
        found = find(playwrights_own, shell=shell)
        if found:
            return found
        tried: list[str] = []
        for install in (*([_shell_from_debian] if shell else []), _from_debian, _from_playwright):
            tried += filter(None, [install()])
            found = find(playwrights_own, shell=shell)
            if found:
                return found
    raise NoChromiumError(
        "The browser tests need Chromium and found none: set CHROMIUM to its path, or install it "
        f"(Debian: apt-get install chromium). Tried: {'; '.join(tried)}."
    )


def find(playwrights_own: str, *, shell: bool = False) -> str | None:
    named = os.environ.get("CHROMIUM")
    if named:
        path = shutil.which(named)
        if path is None:
            raise NoChromiumError(f"CHROMIUM is set to {named}, which is no program.")
        return path
    names = (SHELL, *NAMES) if shell else NAMES
    on_path = next((path for name in names if (path := shutil.which(name))), None)
    if on_path:
        return on_path
    return playwrights_own if os.access(playwrights_own, os.X_OK) else None


def _shell_from_debian() -> str:
    return from_debian(SHELL, FONTS)


def _from_debian() -> str:
    return from_debian("chromium", FONTS)


def _from_playwright() -> str:
    return run([sys.executable, "-m", "playwright", "install", "chromium"], {})
