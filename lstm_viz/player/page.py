"""The player as one HTML file that plays without the app and without the internet."""

from __future__ import annotations

import json
from html import escape

from lstm_viz.player.assets import script, style, template
from lstm_viz.player.contract import AnyFilm, PlayerData
from lstm_viz.player.settings import settings

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
</style>
</head>
<body>
<main id="player"><h1 class="lv-hidden">{title}</h1>{template}</main>
<script>{plotly}</script>
<script type="module">
{script}
const data = JSON.parse(document.getElementById("film").textContent);
const parentElement = document.getElementById("player");
const show = () => {{
  mount({{ data, parentElement, setStateValue() {{}}, setTriggerValue() {{}} }});
  const root = parentElement.querySelector(".lv");
  requestAnimationFrame(() => {{
    document.body.style.background = getComputedStyle(root).getPropertyValue("--lv-paper");
  }});
}};
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
show();
</script>
<script type="application/json" id="film">{film}</script>
</body>
</html>
"""


def standalone_page(film: AnyFilm, *, title: str, at: tuple[int, int, int], plotly_js: str) -> str:
    """One HTML document that plays ``film`` (a payload), open at (step, stage, unit) from 0.

    ``plotly_js`` is the text of plotly.min.js (``plotly.offline.get_plotlyjs()``), so that the
    page asks nobody for it.
    """
    t, stage, unit = at
    data: PlayerData = {
        "film": film,
        "version": "saved",
        "plotly": {"module": "", "script": ""},
        "script": "",
        **settings({"id": 0, "t": t, "stage": stage, "unit": unit}),
    }
    return _PAGE.format(
        title=escape(title),
        style=style(),
        template=template(),
        plotly=plotly_js,
        script=script(),
        film=json.dumps(data, separators=(",", ":")).replace("<", "\\u003c"),
    )
