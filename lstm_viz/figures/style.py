"""Colours and type of every figure: the one place that knows a hex value.

A figure never names a colour, it names a *role* (``"$ink"``, ``"$f"``); ``resolve`` puts the
colours of a theme in.  The player resolves the same roles in the browser, so that a picture
changes theme without a round trip.

Colour has two meanings, kept apart: wires, symbols and the values of gates carry their signal's
colour, pale at 0 and full at 1; states and other values with a sign carry a colour that diverges
from a neutral 0, plum (negative) to ochre (positive), and is no gate's.

A role may ask for the colour of a value: ``"$f@0.83"`` on the scale of f, ``"$values@-0.4"`` on
the one that diverges, and ``"$on f@0.83"`` for the ink that can be read there.
"""

from __future__ import annotations

import re
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
    "dot": "#ffffff",
    "white": "#ffffff",
    "black": "#000000",
    "values": [
        [0.0, "#86277a"],
        [0.25, "#c898c4"],
        [0.5, "#f1f1f1"],
        [0.75, "#d6b478"],
        [1.0, "#8f5f00"],
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
    "pale_f": "#f9e6e8",
    "pale_i": "#e0efe9",
    "pale_o": "#e2ebfa",
    "pale_r": "#ece2df",
    "pale_z": "#e5e3f8",
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
    "dot": "#ffffff",
    "white": "#ffffff",
    "black": "#000000",
    "values": [
        [0.0, "#cf74bd"],
        [0.25, "#6f4370"],
        [0.5, "#2a3340"],
        [0.75, "#6f5627"],
        [1.0, "#d8a23a"],
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
    "pale_f": "#2c1d26",
    "pale_i": "#132727",
    "pale_o": "#162338",
    "pale_r": "#251d20",
    "pale_z": "#1c1f39",
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

READABLE = 4.5
"""The least contrast of a number with the colour it stands on (WCAG 2.2)."""

_AT = re.compile(r"\$(on )?(\w+)@(-?[\d.]+)")


def palette(theme: str) -> Palette:
    """The colours of a theme, ``"light"`` or ``"dark"``."""
    if theme not in THEMES:
        raise ValueError(f"theme must be 'light' or 'dark', got {theme!r}")
    return THEMES[theme]


def resolve(node: Any, colours: Palette) -> Any:
    """A copy of a figure description with every ``"$role"`` replaced by its colour."""
    if isinstance(node, str):
        return _role(node, colours) if node.startswith("$") else node
    if isinstance(node, Mapping):
        return {
            key: value if key in _WORDS else resolve(value, colours) for key, value in node.items()
        }
    if isinstance(node, list | tuple):
        return [resolve(value, colours) for value in node]
    return node


def _role(role: str, colours: Palette) -> Any:
    asked = _AT.fullmatch(role)
    if not asked:
        return colours[role[1:]]
    on, scale, share = asked.groups()
    fill = on_scale(colours, scale, float(share))
    return readable_on(fill, colours) if on else fill


def on_scale(colours: Palette, scale: str, share: float) -> str:
    """The colour of a value: of a gate from 0 to 1, of ``"values"`` from −1 to 1."""
    signed = scale == "values"
    stops = colours[scale] if signed else [[0, colours[f"pale_{scale}"]], [1, colours[scale]]]
    place = min(1.0, max(0.0, (share + 1) / 2 if signed else share))
    n = next(n for n, (stop, _) in enumerate(stops) if n and stop >= place)
    (low, start), (high, end) = stops[n - 1], stops[n]
    part = (place - low) / (high - low)
    mixed = (a + (b - a) * part for a, b in zip(_channels(start), _channels(end), strict=True))
    return f"#{''.join(f'{int(value + 0.5):02x}' for value in mixed)}"


def readable_on(fill: str, colours: Palette) -> str:
    """The theme's ink, or white or black where it cannot be read."""
    inks: tuple[str, ...] = (colours["ink"], colours["white"], colours["black"])
    return next((one for one in inks if contrast(one, fill) >= READABLE), inks[-1])


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = (channel / 255 for channel in _channels(colour))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _channels(colour: str) -> list[int]:
    return [int(colour[k : k + 2], 16) for k in (1, 3, 5)]
