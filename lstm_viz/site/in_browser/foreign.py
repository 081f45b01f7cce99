"""What others publish and the app in the browser needs: which versions, where from, how large.

``published.json`` has every file with its size and the SHA-256 of its bytes: so the page can say
how much there is to fetch, and takes nothing that is not what this was tested with.  A folder
``parts`` has the same files in ``pyodide/`` and ``stlite/``: a site that is built from it asks
nobody.
"""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final, Literal

PYODIDE: Final = "0.28.3"
STLITE: Final = "1.9.2"

Origin = Literal["core", "packages", "stlite"]
ADDRESSES: Final[dict[Origin, str]] = {
    "core": f"https://cdn.jsdelivr.net/npm/pyodide@{PYODIDE}/",
    "packages": f"https://cdn.jsdelivr.net/pyodide/v{PYODIDE}/full/",
    "stlite": f"https://cdn.jsdelivr.net/npm/@stlite/browser@{STLITE}/build/",
}
"""Where Pyodide and stlite publish what they make."""
FOLDERS: Final[dict[Origin, str]] = {"core": "pyodide", "packages": "pyodide", "stlite": "stlite"}
"""Where a folder of parts, and a site that is built from it, has the same."""


class PartsError(ValueError):
    """A folder of parts lacks a file, or has another than the one that is meant."""


@dataclass(frozen=True)
class Part:
    """A file that is fetched before the app can begin."""

    origin: Origin
    name: str
    size: int
    sha256: str

    @property
    def integrity(self) -> str:
        """As browsers take it."""
        return "sha256-" + base64.b64encode(bytes.fromhex(self.sha256)).decode()


@cache
def parts() -> tuple[Part, ...]:
    return tuple(Part(**one) for one in json.loads(_text("published.json")))


@cache
def lock() -> str:
    """Pyodide's own list of packages, with those alone that the app needs."""
    return _text("pyodide-lock.json")


def _text(name: str) -> str:
    return (files(__package__) / name).read_text("utf-8")


def take_in(folder: Path, out: Path) -> None:
    """Copy the parts from a folder into the site, if they are what they should be."""
    for part in parts():
        file = folder / FOLDERS[part.origin] / part.name
        if not file.is_file():
            raise PartsError(f"Expected {file}, got no such file.")
        found = hashlib.sha256(file.read_bytes()).hexdigest()
        if found != part.sha256:
            raise PartsError(f"Expected {file} with SHA-256 {part.sha256}, got {found}.")
    for name in sorted(set(FOLDERS.values())):
        shutil.copytree(folder / name, out / name, dirs_exist_ok=True)
