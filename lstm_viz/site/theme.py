"""The style of the site: the app's own, with the colours that Streamlit would bring."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

import lstm_viz
from lstm_viz.ui import look
from lstm_viz.ui.assets import asset

SETTINGS = Path(lstm_viz.__file__).parent / "start" / ".streamlit" / "config.toml"
"""The app's settings, as they are installed."""
NAMES = {
    "primaryColor": "primary-color",
    "backgroundColor": "background-color",
    "secondaryBackgroundColor": "secondary-background-color",
    "textColor": "text-color",
    "linkColor": "link-color",
    "borderColor": "border-color",
}


def style(components: Iterable[str]) -> str:
    """The style sheet of all pages, with those of their components."""
    theme = tomllib.loads(SETTINGS.read_text("utf-8"))["theme"]
    light, dark = _variables(theme["light"]), _variables(theme["dark"])
    colours = (
        f":root {{ color-scheme: light; {light} }}\n"
        f":root[data-lv-theme=dark] {{ color-scheme: dark; {dark} }}\n"
        "@media (prefers-color-scheme: dark) "
        f"{{ :root:not([data-lv-theme=light]) {{ color-scheme: dark; {dark} }} }}\n"
    )
    return "\n".join((colours, asset(__package__, "site.css"), look.style(), *components))


def _variables(colours: Mapping[str, str]) -> str:
    return " ".join(f"--st-{name}: {colours[key]};" for key, name in NAMES.items())
