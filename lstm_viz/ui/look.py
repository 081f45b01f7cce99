"""What every page shares in looks: the room Streamlit's header takes, given back."""

from functools import cache

from lstm_viz.figures.style import palette
from lstm_viz.ui.assets import asset

SHEETS = "look.css", "number_field.css"


@cache
def style() -> str:
    """The style, with the colours of the reader's theme as ``--page-paper``, ``--page-faint``."""
    light, dark = (
        "".join(f"--page-{role}: {palette(theme)[role]}; " for role in ("paper", "faint"))
        for theme in ("light", "dark")
    )
    colours = (
        f":root {{ {light}}} :root[data-lv-theme=dark] {{ {dark}}} "
        "@media (prefers-color-scheme: dark) "
        f"{{ :root:not([data-lv-theme=light]) {{ {dark}}} }}"
    )
    return colours + "".join(asset(__package__, name) for name in SHEETS)
