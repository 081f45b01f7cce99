"""What a student does on a page, and how a browser tells Streamlit of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.WidgetStates_pb2 import WidgetState

Kind = Literal["open", "step", "edit", "slice"]
"""A page is opened; a place is told; something is set, so that Python computes; a training that
goes on asks for more (whose length is set, see ``ui/trainings.py``)."""
_EVENT_OF = "$$STREAMLIT_INTERNAL_KEY_{}__events"
"""The name that Streamlit has for what a component tells once."""


@dataclass(frozen=True)
class Told:
    """What a component tells once: ``edit``, ``action``, ``text``, ``tick``."""

    event: str
    value: Any


@dataclass(frozen=True)
class Nth:
    """Which of the choices a widget has."""

    number: int


PRESSED = True
Value = bool | float | int | str | Nth | Told | dict[str, Any] | None


@dataclass(frozen=True)
class Act:
    """One thing that a student does."""

    kind: Kind
    what: str = ""
    """The page, or the key of the widget; nothing for the page's picture."""
    value: Value = None
    after: float | None = None
    """Seconds in which the page does it by itself; None: the student thinks first."""


@dataclass(frozen=True)
class Widget:
    """Something on a page that can be told something."""

    key: str
    id: str
    kind: str
    proto: Any
    fragment: str
    """The part of the page that runs when it is told something; nothing for the whole."""

    @cached_property
    def told(self) -> dict[str, Any]:
        """What the page tells a component."""
        read: dict[str, Any] = json.loads(self.proto.json or "{}") if self._is_component else {}
        return read

    @property
    def _is_component(self) -> bool:
        return self.kind == "bidi_component"


def widget_in(delta: Delta) -> Widget | None:
    """The widget that a message brings, if it is one."""
    if delta.WhichOneof("type") != "new_element":
        return None
    kind = delta.new_element.WhichOneof("type") or ""
    proto = getattr(delta.new_element, kind, None)
    id = str(getattr(proto, "id", ""))
    if not id.startswith("$$ID-"):
        return None
    key = id.split("-", 2)[2]
    return Widget(key, id, kind, proto, delta.fragment_id)


def sent(widget: Widget, value: Value, state_before: str = "{}") -> list[WidgetState]:
    """What the browser says of a widget that was changed to this."""
    state = WidgetState(id=widget.id)
    if isinstance(value, Told):
        event = WidgetState(id=_EVENT_OF.format(widget.id))
        event.json_trigger_value = json.dumps([{"event": value.event, "value": value.value}])
        state.json_value = state_before  # a component says how it is with every event
        return [state, event]
    if isinstance(value, dict):
        state.json_value = json.dumps(value)
    elif isinstance(value, Nth):
        option = widget.proto.options[value.number % len(widget.proto.options)]
        if widget.kind == "button_group":
            state.string_array_value.data.append(option.content)
        else:
            state.string_value = option
    elif widget.kind == "button":
        state.trigger_value = True
    elif widget.kind == "slider":
        state.double_array_value.data.append(float(value or 0))
    elif widget.kind == "checkbox":
        state.bool_value = bool(value)
    else:
        state.string_value = str(value)
    return [state]
