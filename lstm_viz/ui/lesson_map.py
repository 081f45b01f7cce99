"""The map of the lesson: its scenes in reading order, and what the reader has seen of each.

What was seen is in the browser alone (``player/js/player/progress.js`` keeps it); Python is told
only where the reader wants to go.
"""

from __future__ import annotations

import streamlit as st

from lstm_viz.lesson.contents import SCENES
from lstm_viz.ui.assets import asset
from lstm_viz.ui.navigation import LEARN, PAGES, page_of, root

_mount = st.components.v2.component(
    "lstm_viz_map",
    html='<nav class="lm" aria-label="Map of the lesson"></nav>',
    css=asset(__package__, "lesson_map.css"),
    js=asset(__package__, "lesson_map.js"),
)


def show(key: str = "map") -> None:
    """The scenes as cards; choosing one goes there in this session."""
    chosen = _mount(
        key=key,
        data={
            "root": root(),
            "scenes": [
                {
                    "id": scene.id,
                    "title": scene.title,
                    "about": scene.about,
                    "page": page_of(scene.id).address,
                }
                for scene in SCENES
            ],
            "others": [
                {"id": page.id, "title": page.title} for page in PAGES if page.group != LEARN
            ],
        },
        on_go_change=lambda: None,
    )
    if chosen.go in {scene.id for scene in SCENES}:
        st.switch_page(page_of(chosen.go).file)
