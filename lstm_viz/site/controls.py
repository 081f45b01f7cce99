"""Controls of a recorded page: those that lead to a recorded screen are links, the others rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from lstm_viz.lesson.contents import SCENES
from lstm_viz.site.record import Presses, Target
from lstm_viz.site.text import inline
from lstm_viz.ui.recorded import FIRST

RESTS = "data-rests"
"""Marks what needs a run."""


def file_of(scene: str) -> str:
    return f"{FIRST if scene == SCENES[0].id else scene}.html"


def html_of(node: Any, presses: Presses) -> tuple[str, str]:
    """(Streamlit's class of the control, its HTML)."""
    kind, write = WRITERS[node.type]
    return kind, write(node, presses)


def pressed(words: str, target: Target | None, attributes: str = "") -> str:
    """What leads there; it rests if that is nowhere."""
    if target is None:
        return f'<button type="button" disabled {RESTS} {attributes}>{words}</button>'
    if target.file.startswith("#"):
        state = escape(target.file[1:])
        return f'<button type="button" data-state="{state}" {attributes}>{words}</button>'
    return f"<a {_href(target)} {attributes}>{words}</a>"


def _href(target: Target) -> str:
    """Without a place of its own a link keeps that of the reader."""
    place = f"?{target.place}" if target.place else ""
    keeps = " data-keeps" if target.place is None else ""
    return f'href="{escape(target.file + place)}"{keeps}'


def _label(proto: Any, tag: str = "span") -> str:
    hidden = proto.label_visibility.value != 0
    name = "lv-hidden" if hidden else "site-label"
    return f'<{tag} class="{name}">{inline(proto.label)}</{tag}>'


def _button_group(node: Any, presses: Presses) -> str:
    proto = node.proto
    buttons = []
    first = [proto.options[n].content for n in proto.default]
    chosen = proto.raw_values if proto.set_value else first
    for n, option in enumerate(proto.options):
        words = f"<p>{inline(option.content)}</p>"
        if option.content in chosen:
            buttons.append(f'<span aria-current="true">{words}</span>')
        else:
            buttons.append(pressed(words, presses.get((node.key, n))))
    group = f'role="group" aria-label="{escape(proto.label)}"'
    visible = "" if proto.label_visibility.value else _label(proto)
    return f'{visible}<div class="site-group" {group}>{"".join(buttons)}</div>'


def _toggle(node: Any, presses: Presses) -> str:
    proto = node.proto
    is_on = proto.value if proto.set_value else proto.default
    state = f'class="site-switch" role="switch" aria-checked="{str(is_on).lower()}"'
    words = f"<span></span>{inline(proto.label)}"
    return pressed(words, presses.get((node.key, int(not is_on))), state)


def _selectbox(node: Any, presses: Presses) -> str:
    proto = node.proto
    options = []
    value = proto.raw_value if proto.set_value else "".join(proto.options[proto.default :][:1])
    for n, option in enumerate(proto.options):
        target = presses.get((node.key, n))
        chosen = " selected" if option == value else ""
        where = f" data-{_href(target)}" if target else ""
        rests = "" if target or chosen else f" disabled {RESTS}"
        options.append(f"<option{chosen}{where}{rests}>{escape(option)}</option>")
    if not value:
        options.insert(0, f"<option selected>{escape(proto.placeholder)}</option>")
    leads = any((node.key, n) in presses for n in range(len(proto.options)))
    rests = "" if leads else f" disabled {RESTS}"
    return f"<label>{_label(proto)}<select{rests}>{''.join(options)}</select></label>"


def _slider(node: Any, presses: Presses) -> str:
    proto = node.proto
    (value,) = proto.value or proto.default
    shown = proto.format % (int(value) if proto.format == "%d" else value)
    return (
        f'<label>{_label(proto)}<span class="site-value">{shown}</span>'
        f'<input type="range" disabled {RESTS} min="{proto.min:g}" max="{proto.max:g}" '
        f'step="{proto.step:g}" value="{value:g}"></label>'
    )


def _text_input(node: Any, presses: Presses) -> str:
    proto = node.proto
    value = proto.value if proto.set_value else proto.default
    return (
        f'<label>{_label(proto)}<input type="text" disabled {RESTS} value="{escape(value)}" '
        f'placeholder="{escape(proto.placeholder)}"></label>'
    )


def _button(node: Any, presses: Presses) -> str:
    words = inline(node.proto.label)
    return pressed(words, presses.get((node.key or node.proto.label, 0)))


def _progress(node: Any, presses: Presses) -> str:
    proto = node.proto
    words = inline(proto.text)
    bar = f'<progress max="100" value="{proto.value}"></progress>'
    return f'<label><span class="site-label">{words}</span>{bar}</label>'


WRITERS: Mapping[str, tuple[str, Callable[[Any, Presses], str]]] = {
    "button_group": ("stButtonGroup", _button_group),
    "toggle": ("stCheckbox", _toggle),
    "selectbox": ("stSelectbox", _selectbox),
    "slider": ("stSlider", _slider),
    "text_input": ("stTextInput", _text_input),
    "button": ("stButton", _button),
    "progress": ("stProgress", _progress),
}
