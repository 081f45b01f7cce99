"""What every page shares in looks: the room Streamlit's header takes, given back."""

from functools import cache

from lstm_viz.figures.style import palette
from lstm_viz.ui.assets import asset
from lstm_viz.ui.navigation import PAGES

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
    keys = (*(page.id for page in PAGES), "read_along")  # of what each page is about
    pictures = ", ".join(f".st-key-{key}" for key in keys)
    sheets = "".join(asset(__package__, name) for name in SHEETS)
    return colours + sheets.replace("PICTURES", pictures)
