"""Colours and type of every figure: the one place that knows a hex value.

A figure never names a colour, it names a *role* (``"$ink"``, ``"$f"``); ``resolve`` puts the
colours of a theme in.  The player resolves the same roles in the browser, so that a picture
changes theme without a round trip.

Colour has two meanings, kept apart: wires, gates and symbols carry their signal's colour; the
cells of a strip carry the colour of their value, blue (negative) to red (positive).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Palette = Mapping[str, Any]

_WORDS = ("text", "ticktext")
"""Attributes that hold what a person typed, which may well begin with a dollar."""

LIGHT: Palette = {
    "paper": "#ffffff",
    "panel": "#f6f7fa",
    "ink": "#1c2430",
    "muted": "#5f6978",
    "faint": "#dfe3ea",
    "wire": "#c9d0da",
    "off": "#e9edf2",
    "on_signal": "#ffffff",
    "on_value": "#ffffff",
    "dot": "#ffffff",
    "values": [
        [0.0, "#1f5fa8"],
        [0.25, "#7ea6cf"],
        [0.5, "#f1f1f1"],
        [0.75, "#e4978a"],
        [1.0, "#c9442f"],
    ],
    "f": "#d1495b",
    "i": "#238a61",
    "g": "#8a5cc2",
    "o": "#2f6fde",
    "c": "#c47d00",
    "h": "#128199",
    "x": "#6b7484",
    "apple": "#c9442f",
    "pear": "#8aa32c",
    "r": "#743019",
    "z": "#4338ca",
    "n": "#7f8a0a",
    "surprise": "#ef8a3c",
    "surprise_faint": "#fcdfc8",
    "text_f": "#b9324a",
    "text_i": "#1b7450",
    "text_g": "#7746b5",
    "text_o": "#255fc4",
    "text_c": "#8f5b00",
    "text_h": "#0d6f86",
    "text_x": "#566070",
    "text_r": "#602010",
    "text_z": "#3d33b8",
    "text_n": "#656e06",
    "text_surprise": "#a34e0c",
}

DARK: Palette = {
    "paper": "#0f141b",
    "panel": "#161d27",
    "ink": "#eef1f6",
    "muted": "#9aa5b5",
    "faint": "#2c3543",
    "wire": "#3b4655",
    "off": "#212b37",
    "on_signal": "#ffffff",
    "on_value": "#ffffff",
    "dot": "#ffffff",
    "values": [
        [0.0, "#3d8ee0"],
        [0.25, "#2a5b8d"],
        [0.5, "#2a3340"],
        [0.75, "#8d4438"],
        [1.0, "#dc5d48"],
    ],
    "f": "#dd5468",
    "i": "#2a9d6f",
    "g": "#9668d0",
    "o": "#3f7dea",
    "c": "#c27d08",
    "h": "#1795b3",
    "x": "#7c8798",
    "apple": "#e0604c",
    "pear": "#a3bd45",
    "r": "#ae5742",
    "z": "#6a63f0",
    "n": "#9b9108",
    "surprise": "#e08439",
    "surprise_faint": "#6a4529",
    "text_f": "#f28494",
    "text_i": "#52c797",
    "text_g": "#b995ea",
    "text_o": "#82aef8",
    "text_c": "#eeb04a",
    "text_h": "#52c3dd",
    "text_x": "#a6b0bf",
    "text_r": "#e8a48f",
    "text_z": "#9c95ff",
    "text_n": "#cfc64a",
    "text_surprise": "#f3a968",
}

THEMES: Mapping[str, Palette] = {"light": LIGHT, "dark": DARK}

SANS = '"Source Sans", "Source Sans 3", "Source Sans Pro", Inter, "Segoe UI", sans-serif'
MONO = 'ui-monospace, "Source Code Pro", Menlo, "DejaVu Sans Mono", monospace'

SMALLEST_TEXT = 11
"""No text in a figure is set smaller than this, in pixels."""

STRONG = 0.7
"""From this fraction of the scale on, a value's cell is dark enough to need light text."""


def palette(theme: str) -> Palette:
    """The colours of a theme, ``"light"`` or ``"dark"``."""
    if theme not in THEMES:
        raise ValueError(f"theme must be 'light' or 'dark', got {theme!r}")
    return THEMES[theme]


def resolve(node: Any, colours: Palette) -> Any:
    """A copy of a figure description with every ``"$role"`` replaced by its colour."""
    if isinstance(node, str):
        return colours[node[1:]] if node.startswith("$") else node
    if isinstance(node, Mapping):
        return {
            key: value if key in _WORDS else resolve(value, colours) for key, value in node.items()
        }
    if isinstance(node, list | tuple):
        return [resolve(value, colours) for value in node]
    return node
