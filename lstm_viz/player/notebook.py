"""One run of a cell, shown by the app's own player: in a notebook, in a page, in a file.

In a notebook each player is an ``<iframe srcdoc="…">``. The notebook's styles, its keys and what it
calls ``require`` stay outside, and keys go to the player that was clicked last. It works where a
frame does: Jupyter, VS Code, Colab, a page from ``nbconvert --to html``, all without the internet
but Colab. (Jupyter shows frames of a notebook that it trusts, as one that was run in it is.)

Plotly comes once, compressed (2 MB), with the first player that a kernel shows: that frame puts it
into the notebook's page, and the others take it from there. The cell that showed it brings it again
when it is run again, since its output then is another. A player that does not find it (somebody
deleted that output) asks Plotly's own server, and says so if there is no answer. In Colab no frame
reaches another: there each asks that server. Plotly's notebook renderer likewise sends the script
once a kernel, but as a script of the page, and knows of no frames.
"""

from __future__ import annotations

import base64
import hashlib
import sys
import tempfile
import webbrowser
from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from plotly.offline import get_plotlyjs, get_plotlyjs_version

from lstm_viz.figures.film import Film
from lstm_viz.player.contract import NotebookPlotly, Overview
from lstm_viz.player.page import figure_page, notebook_page, standalone_page
from lstm_viz.player.payload import payload

_CDN = f"https://cdn.plot.ly/plotly-{get_plotlyjs_version()}.min.js"
_FRAME = (
    '<iframe srcdoc="{page}" title="{title}" '
    'style="display: block; width: 100%; height: 640px; border: 0"></iframe>'
)


@dataclass(frozen=True)
class CellPlayer:
    """A run to step through; a notebook shows it when it is the last value of a cell.

    >>> player = lstm_viz.figures.cell(trace)                                 # doctest: +SKIP
    >>> player.save("cell.html")                                              # doctest: +SKIP
    """

    title: str
    unit: int
    film: Film = field(repr=False)

    def html(self) -> str:
        """A whole page that plays without the internet (5 MB: Plotly is in it)."""
        return standalone_page(payload(self.film), title=self.title, at=(0, 0, self.unit))

    def save(self, path: str | Path) -> None:
        """Write that page to a file, for a browser to open."""
        Path(path).write_text(self.html(), encoding="utf-8")

    def show(self) -> None:
        """Show it below the cell of a notebook, or else in the browser."""
        if not in_notebook():
            with tempfile.NamedTemporaryFile(suffix=".html", delete=False) as file:
                file.write(self.html().encode())
            webbrowser.open(Path(file.name).as_uri())
        else:
            from IPython.display import display

            display(self)

    def _repr_html_(self) -> str:
        page = notebook_page(
            payload(self.film),
            title=self.title,
            at=(0, 0, self.unit),
            brings=_BROUGHT.brings_now(),
            plotly=_elsewhere(),
        )
        return _FRAME.format(page=escape(page), title=escape(self.title))


def figure_frame(figure: Overview, title: str) -> str:
    """A figure of Plotly's alone in such a frame: what Plotly itself shows in a notebook is not in
    the page that ``nbconvert`` makes of it."""
    page = figure_page(figure, title=title, brings=_BROUGHT.brings_now(), plotly=_elsewhere())
    return _FRAME.format(page=escape(page), title=escape(title))


def _elsewhere() -> NotebookPlotly:
    return {"cdn": _CDN, "integrity": _integrity(), "alone": _in_colab()}


class _Brought:
    """Which cell of this kernel's notebook has Plotly in its output."""

    def __init__(self) -> None:
        self.cell = self.execution = ""

    def brings_now(self) -> bool:
        """True for the first output, and for the first of its cell when that is run again.

        Outside a notebook nobody knows of other outputs: each brings it.
        """
        shell = _kernel()
        if shell is None:
            return True
        if _in_colab():
            return False
        asked = shell.parent_header
        execution = asked.get("header", {}).get("msg_id", "")
        cell = asked.get("metadata", {}).get("cellId", "")
        again = cell != "" and cell == self.cell and execution != self.execution
        if self.execution and not again:
            return False
        self.cell, self.execution = cell, execution
        return True


_BROUGHT = _Brought()


def _kernel() -> Any:
    """IPython's shell if it is a notebook's, else None.  Who has not loaded IPython is in none."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return shell if hasattr(shell, "kernel") else None


def in_notebook() -> bool:
    return _kernel() is not None


def _in_colab() -> bool:
    return "google.colab" in sys.modules


@cache
def _integrity() -> str:
    """How to know that what Plotly's server sends is the same script."""
    digest = hashlib.sha256(get_plotlyjs().encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
