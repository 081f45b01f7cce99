"""The player as one HTML document that needs no app: a saved page, or a frame in a notebook."""

from __future__ import annotations

import json
from functools import cache
from html import escape

from plotly.offline import get_plotlyjs

from lstm_viz.player.assets import page_script, style, template
from lstm_viz.player.contract import AnyFilm, NotebookPlotly, PageData
from lstm_viz.player.payload import compressed
from lstm_viz.player.settings import settings

Place = tuple[int, int, int]
"""(step, stage, unit), from 0."""

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ margin: 0 auto; padding: 12px; max-width: 1500px; }}
{style}
.lv {{ background: var(--lv-paper); box-shadow: 0 0 0 100vmax var(--lv-paper); }}
</style>
</head>
<body>
<main id="player"><h1 class="lv-hidden">{title}</h1>{template}</main>
{plotly}
<script type="application/json" id="film">{data}</script>
<script type="module">
{script}
</script>
</body>
</html>
"""


def standalone_page(film: AnyFilm, *, title: str, at: Place) -> str:
    """A document that plays ``film`` (a payload) without the internet; it opens at ``at``."""
    return _page(film, title, at, plotly=f"<script>{get_plotlyjs()}</script>")


def notebook_page(
    film: AnyFilm, *, title: str, at: Place, brings: bool, plotly: NotebookPlotly
) -> str:
    """The same as a frame in a notebook (``js/notebook.js``).

    With ``brings`` Plotly is in it, compressed, for itself and all others of the notebook;
    ``plotly`` says where else it may come from.
    """
    packed = f'<script type="text/plain" id="plotly">{_packed_plotly()}</script>' if brings else ""
    return _page(film, title, at, plotly=packed, notebook=plotly)


def _page(
    film: AnyFilm, title: str, at: Place, *, plotly: str, notebook: NotebookPlotly | None = None
) -> str:
    t, stage, unit = at
    data: PageData = {
        "film": compressed(film),
        "version": "saved",
        "plotly": {"module": "", "script": ""},
        "script": "",
        "notebook": notebook,
        **settings({"id": 0, "t": t, "stage": stage, "unit": unit}, tells=False),
    }
    return _PAGE.format(
        title=escape(title),
        style=style(),
        template=template(),
        plotly=plotly,
        script=page_script(),
        data=json.dumps(data),
    )


@cache
def _packed_plotly() -> str:
    return compressed(get_plotlyjs())
