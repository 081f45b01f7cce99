"""Writes the app in the browser into the folder of a site."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import plotly

import lstm_viz
from lstm_viz.site.in_browser import foreign, python
from lstm_viz.site.pages import IN_BROWSER
from lstm_viz.ui import look
from lstm_viz.ui.navigation import PAGES

SITE_PACKAGES: Final = "/lib/python3.13/site-packages"
"""Where Pyodide has its packages."""
PACKAGES: Final = ("numpy", "pillow", "ssl")
"""Of Pyodide's own: what has parts that are not Python."""
SETTINGS: Final = ("start/.streamlit/config.toml", "../.streamlit/config.toml")
"""Streamlit's settings, from the package: installed, and in a clone."""


def address(page_id: str, query: str = "") -> str:
    """Of a page in the app, from the root of the site: ``app/forget-gate/?t=3``."""
    page = next(page for page in PAGES if page.id == page_id)
    folder = f"{IN_BROWSER}/{page.id}/" if page is not PAGES[0] else f"{IN_BROWSER}/"
    return f"{folder}?{query}" if query else folder


def add(out: Path, parts: Path | None = None) -> None:
    """Write ``out/app/``; what others publish comes from ``parts``, else from where they do."""
    app = out / IN_BROWSER
    app.mkdir(parents=True, exist_ok=True)
    if parts is not None:
        foreign.take_in(parts, app)
    origins = foreign.ADDRESSES if parts is None else {
        origin: f"./{folder}/" for origin, folder in foreign.FOLDERS.items()
    }  # fmt: skip
    (app / "python.zip").write_bytes(python.packed())
    (app / "pyodide-lock.json").write_text(foreign.lock(), "utf-8")
    (app / "pyodide.mjs").write_text(_pyodide(origins), "utf-8")
    script = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    (app / "plotly.js").write_bytes(script.read_bytes())
    (app / "start.js").write_text(_asset("start.js"), "utf-8")
    (app / "start.css").write_text(_colours() + _asset("start.css"), "utf-8")
    (app / "look.css").write_text(look.style(), "utf-8")
    (app / "parts.json").write_text(json.dumps(_told(app, origins), indent=1), "utf-8")
    _write_page(app, "./", PAGES[0].title)
    for page in PAGES:  # the first one too: links held its name once
        folder = app / page.id
        folder.mkdir(exist_ok=True)
        _write_page(folder, "../", page.title)


def _write_page(folder: Path, root: str, title: str) -> None:
    """The file that a static host has for the address of a page."""
    text = _asset("index.html").replace("{root}", root).replace("{title}", title)
    (folder / "index.html").write_text(text, "utf-8")


def _asset(name: str) -> str:
    return (files(__package__) / "page" / name).read_text("utf-8")


def _pyodide(origins: Mapping[foreign.Origin, str]) -> str:
    """The module that stlite loads as Pyodide: it says where its parts are."""
    return (
        _asset("pyodide.mjs")
        .replace("{core}", origins["core"])
        .replace("{packages}", origins["packages"])
    )


def _told(app: Path, origins: Mapping[foreign.Origin, str]) -> dict[str, Any]:
    """What ``start.js`` has to know."""
    fetched = [
        {
            "url": origins[part.origin] + part.name,
            "size": part.size,
            "integrity": part.integrity,
        }
        for part in foreign.parts()
    ]
    own = [
        {"url": f"./{name}", "size": os.path.getsize(app / name), "integrity": ""}
        for name in ("python.zip", "plotly.js")
    ]
    return {
        "fetched": [*fetched, *own],
        "stlite": origins["stlite"],
        "packages": PACKAGES,
        "sitePackages": SITE_PACKAGES,
        "settings": dict(_flat(_settings())),
    }


def _settings() -> dict[str, Any]:
    package = Path(lstm_viz.__file__).parent
    found = next(path for path in SETTINGS if (package / path).is_file())
    return tomllib.loads((package / found).read_text("utf-8"))


def _colours() -> str:
    """Those of the app's themes, for the page that is seen before it."""
    light, dark = (
        "".join(
            f"--{role}: {_settings()['theme'][theme][f'{role}Color']}; "
            for role in ("background", "text", "primary")
        )
        for theme in ("light", "dark")
    )
    return f":root {{ {light}}}\n@media (prefers-color-scheme: dark) {{ :root {{ {dark}}} }}\n"


def _flat(table: Mapping[str, Any], within: str = "") -> Iterator[tuple[str, Any]]:
    """``theme.light.primaryColor`` and its value, as Streamlit names its settings."""
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{within}{name}.")
        elif f"{within}{name}" != "server.address":  # nothing listens
            yield f"{within}{name}", value
