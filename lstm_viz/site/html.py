"""The elements of a recorded page as HTML, in the classes that Streamlit gives them.

The app's own styles (``ui/look.css`` and those of the scenes) then hold for both.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from lstm_viz.lesson.contents import SCENES
from lstm_viz.site import controls
from lstm_viz.site.record import Presses
from lstm_viz.site.text import html_of, inline

LESSON = frozenset(scene.id for scene in SCENES)
UNSEEN = ("lstm_viz_ticker",)
"""Components that ask for runs of the page: there are none."""
SAYS = "site-rests"
SAID_IN = ("under", "turn_levels")
"""The containers with controls of a picture."""
PLAYER, PAGE = "lstm_viz_player", "lstm_viz_page"


class UnknownElementError(ValueError):
    """The site does not know how an element of the app looks."""


@dataclass(frozen=True)
class Page:
    """What the elements of one screen are written with."""

    presses: Presses
    app: Callable[[str, str], str]
    """The address of a page of the app that is not in the site, and its query."""
    needs_app: str
    """What stands below controls that need a run."""
    data: Mapping[str, str] = field(default_factory=dict)
    """Of components, by name: what is handed to them, as JavaScript finds it."""

    def element(self, node: Any) -> str:
        """A block with all that is in it, or an element."""
        write = WRITERS.get(node.type)
        if write is None:
            raise UnknownElementError(
                f"The site has no HTML for the element “{node.type}”; lstm_viz/site/html.py has it "
                f"for {', '.join(WRITERS)}."
            )
        return write(self, node)

    def inside(self, node: Any) -> str:
        return "".join(self.element(child) for _, child in sorted(node.children.items()))

    def main(self, node: Any) -> str:
        """The page: below a part of it with controls that rest, how they come alive."""
        return "".join(self.said(self.element(child)) for _, child in sorted(node.children.items()))

    def said(self, html: str) -> str:
        """Beside controls that rest, where they come alive; once."""
        if controls.RESTS not in html or SAYS in html:
            return html
        return f'{html}<p class="{SAYS}">{self.needs_app}</p>'


def _keyed(node: Any) -> str:
    return f" st-key-{escape(node.key)}" if getattr(node, "key", None) else ""


def _wrapped(node: Any, html: str, kind: str) -> str:
    return (
        f'<div class="stElementContainer{_keyed(node)}" data-testid="stElementContainer">'
        f'<div class="{kind}">{html}</div></div>'
    )


# ---- blocks --------------------------------------------------------------------------------------


def _container(page: Page, node: Any) -> str:
    proto = node.proto
    flex = proto.flex_container
    across = flex.Direction.Name(flex.direction) == "HORIZONTAL"
    name = "stHorizontalBlock" if across else "stVerticalBlock"
    style = ""
    if across:
        justify = flex.Justify.Name(flex.justify).removeprefix("JUSTIFY_").replace("_", "-").lower()
        align = flex.Align.Name(flex.align).removeprefix("ALIGN_").lower()
        style = f"justify-content: {_css(justify)}; align-items: {_css(align)};"
    if width := proto.width_config.pixel_width:
        style += f" width: {width}px;"
    inside = page.inside(node)
    if node.key in SAID_IN:
        inside = page.said(inside)
    block = (
        f'<div class="{name}{_keyed(node)}" data-testid="{name}"'
        f"{f' style={chr(34)}{style.strip()}{chr(34)}' if style else ''}>{inside}</div>"
    )
    return f'<div data-testid="stLayoutWrapper">{block}</div>'


def _css(word: str) -> str:
    return {"start": "flex-start", "end": "flex-end", "undefined": "normal"}.get(word, word)


def _column(page: Page, node: Any) -> str:
    column = node.proto
    align = column.VerticalAlignment.Name(column.vertical_alignment).lower()
    return (
        f'<div class="stColumn site-{align}" data-testid="stColumn" '
        f'style="--weight: {column.weight:.4f}">'
        f"{_vertical(page.inside(node))}</div>"
    )


def _expander(page: Page, node: Any) -> str:
    proto = node.proto
    is_open = " open" if proto.expanded else ""
    return (
        f'<details class="stExpander"{is_open}><summary>{inline(proto.label)}</summary>'
        f"{_vertical(page.inside(node))}</details>"
    )


def _vertical(html: str) -> str:
    return f'<div class="stVerticalBlock" data-testid="stVerticalBlock">{html}</div>'


# ---- what is read --------------------------------------------------------------------------------


def _heading(page: Page, node: Any) -> str:
    proto = node.proto
    id = f' id="{escape(proto.anchor)}"' if proto.anchor and not proto.hide_anchor else ""
    html = f"<{proto.tag}{id}>{inline(proto.body)}</{proto.tag}>"
    return _wrapped(node, html, "stHeading")


def _markdown(page: Page, node: Any) -> str:
    html = f'<div data-testid="stMarkdownContainer">{html_of(node.proto.body)}</div>'
    return _wrapped(node, html, "stMarkdown")


def _html(page: Page, node: Any) -> str:
    return str(node.proto.body)  # the app's own: a style


def _page_link(page: Page, node: Any) -> str:
    proto = node.proto
    scene = proto.page or SCENES[0].id
    where = controls.file_of(scene) if scene in LESSON else page.app(scene, proto.query_string)
    html = f'<a href="{escape(where)}">{inline(proto.label)}</a>'
    return _wrapped(node, html, "stPageLink")


def _component(page: Page, node: Any) -> str:
    proto = node.proto
    name = proto.component_name
    if name in UNSEEN:
        return ""
    data = page.data.get(name, proto.json)
    html = str(proto.html_content)
    return _wrapped(
        node,
        f'<script type="application/json">{_json(data)}</script>{html}',
        f'stBidiComponent" data-component="{escape(name)}',
    )


def _json(text: str) -> str:
    """JSON that ends no script element early."""
    short = json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))
    return short.replace("</", "<\\/")


def _control(page: Page, node: Any) -> str:
    kind, html = controls.html_of(node, page.presses)
    return _wrapped(node, html, kind)


WRITERS: Mapping[str, Callable[[Page, Any], str]] = {
    "flex_container": _container,
    "column": _column,
    "expander": _expander,
    "title": _heading,
    "header": _heading,
    "markdown": _markdown,
    "html": _html,
    "page_link": _page_link,
    "bidi_component": _component,
    **dict.fromkeys(controls.WRITERS, _control),
}
