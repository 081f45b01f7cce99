"""One palette for the pictures and the room they hang in, and pages that stay thin."""

import re
import tomllib
from pathlib import Path

import pytest

from lstm_viz.figures.style import THEMES
from lstm_viz.ui.navigation import PAGES
from tests.each import for_each

ROOT = Path(__file__).resolve().parents[3]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
APP = [
    ROOT / "lstm_viz" / "app" / "main.py",
    *(ROOT / "lstm_viz" / "app" / page.file for page in PAGES),
]
SOURCES = [
    ROOT / "app.py",
    *(
        path
        for path in sorted((ROOT / "lstm_viz").rglob("*"))
        if path.suffix in (".py", ".js", ".css", ".html", ".svg")
    ),
]
HEX = re.compile(r"(?<![\w&])#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{8}|[0-9a-fA-F]{3,4})(?![\w-])")
OTHER_COLOUR = re.compile(r"\b(?:rgba?|hsla?|oklch|lab)\(\s*[\d.]+[^)]*\)")
PAGE_LINES = 60

ROLES = {
    "primaryColor": "o",
    "backgroundColor": "paper",
    "secondaryBackgroundColor": "panel",
    "textColor": "ink",
    "linkColor": "text_o",
    "borderColor": "faint",
}


def names(paths):
    return [str(path.relative_to(ROOT)) for path in paths]


@pytest.mark.parametrize("theme", THEMES)
def test_streamlits_theme_has_the_colours_of_the_figures(theme):
    colours = {key: value for key, value in CONFIG["theme"][theme].items() if key.endswith("Color")}
    assert colours == {key: THEMES[theme][role] for key, role in ROLES.items()}


def test_no_colour_stands_outside_the_two_themes():
    assert not [key for key in CONFIG["theme"] if key.endswith("Color")]
    assert "base" not in CONFIG["theme"]  # the reader's system chooses


@for_each("path", SOURCES, ids=names(SOURCES))
def test_no_colour_is_named_outside_style_py(path):
    if path == ROOT / "lstm_viz" / "figures" / "style.py":
        assert HEX.search(path.read_text(encoding="utf-8"))
        return
    text = path.read_text(encoding="utf-8")
    assert HEX.findall(text) == []
    transparent = re.compile(r"rgba\(\s*0\s*,\s*0\s*,\s*0\s*,\s*0\s*\)")
    assert OTHER_COLOUR.findall(transparent.sub("", text)) == []


def test_the_search_for_colours_finds_colours():
    assert HEX.findall("a #fff, '#1c2430' #1c2430aa; #main &#123; x#fff #1234567") == [
        "#fff", "#1c2430", "#1c2430aa",
    ]  # fmt: skip
    assert OTHER_COLOUR.findall("rgb(1, 2, 3) rgba(0 0 0 / 4%) var(--x)")


@for_each("path", APP, ids=names(APP))
def test_a_page_is_thin(path):
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= PAGE_LINES
    assert not re.search(r"\b(np|go|px)\.", text)
    assert not re.search(r"^\s*(import|from) (numpy|plotly)\b", text, re.MULTILINE)


def test_there_are_pages():
    assert APP
