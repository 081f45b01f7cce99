"""What others publish and the app in the browser needs, from where the tests can have it.

stlite and the core of Pyodide are npm packages.  Pyodide's NumPy and Pillow are in none; the
Python package named in ``CARRIES_WHEELS`` carries them as Pyodide published them, byte for byte
(``foreign.take_in`` holds each file against its SHA-256).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final
from zipfile import ZipFile

from lstm_viz.site.in_browser import foreign
from tests.installing import one_at_a_time
from tests.javascript.__main__ import install_npm

HERE: Final = Path(__file__).resolve().parent
PARTS: Final = HERE / "parts"
CARRIES_WHEELS: Final = "open-webui==0.8.12"
WITHIN: Final = "open_webui/frontend/pyodide/"


def parts() -> Path:
    """The folder that ``in_browser.add`` takes; made once for all test runs."""
    with one_at_a_time("in-browser"):
        made_from = f"{foreign.STLITE} {foreign.PYODIDE} {CARRIES_WHEELS}"
        marker = PARTS / ".made-from"
        if not marker.exists() or marker.read_text() != made_from:
            shutil.rmtree(PARTS, ignore_errors=True)
            _make()
            marker.write_text(made_from)
    return PARTS


def _make() -> None:
    modules = install_npm(HERE)
    no_maps = shutil.ignore_patterns("*.map", "*.d.ts")
    shutil.copytree(modules / "@stlite" / "browser" / "build", PARTS / "stlite", ignore=no_maps)
    (PARTS / "pyodide").mkdir()
    wheels = []
    for part in foreign.parts():
        if part.origin == "core":
            shutil.copy(modules / "pyodide" / part.name, PARTS / "pyodide")
        elif part.origin == "packages":
            wheels.append(part.name)
    shutil.rmtree(modules)
    _take_wheels(wheels)


def _take_wheels(names: list[str]) -> None:
    """The package is large and nothing else of it is used: it is not kept."""
    with tempfile.TemporaryDirectory() as folder:
        download = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        of_wheels = ["--only-binary", ":all:", "--python-version", "3.12", "--dest", folder]
        subprocess.run([*download, *of_wheels, CARRIES_WHEELS], check=True, timeout=600)
        with ZipFile(next(Path(folder).glob("*.whl"))) as wheel:
            for name in names:
                (PARTS / "pyodide" / name).write_bytes(wheel.read(WITHIN + name))
