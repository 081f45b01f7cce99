"""The pages of the lesson, run once with what a press leads to: what the site is written from.

Each page runs as the app's tests run it (``AppTest``); its elements are read, its presses are
tried, and where one leads to another screen that is recorded too: ``squashing.html`` has a button
that leads to ``squashing-tanh.html``.  A screen is one press away from what its page opens with;
what else could be set needs a run, and rests.
"""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from re import sub
from typing import Any
from urllib.parse import parse_qsl

from streamlit.testing.v1 import AppTest

import lstm_viz
from lstm_viz.lesson.contents import SCENES
from lstm_viz.scenes.glossary.questions import STATEMENTS
from lstm_viz.ui import recorded
from lstm_viz.ui.navigation import page_of

MAIN = Path(lstm_viz.__file__).parent / "app" / "main.py"
SLOWEST = 300.0
"""Seconds that a page may take."""
FOLLOWED: Mapping[str, tuple[str, ...]] = {
    "squashing": ("squashing_part",),
    "phone-call": ("what_if",),
    "how-it-learns": ("how-it-learns_train",),
    "gradients": ("gradients_part", "gradients_preset", "gradients_clip"),
}
"""The controls of a scene that lead to other screens, by their keys; the first leads to them from
every screen.  The player's own presses do so in all scenes; all other controls rest."""
TYPED = ("your-turn",)
"""Where → leads to fields that want a run for every number."""
OFFERED = ("next", "into", "back")
KINDS = ("button_group", "toggle", "selectbox")
QUIZ = "true_or_false"
"""The part of the glossary that asks: what is shown in it stands in no link."""
ANSWERS = ("True", "False")

Press = tuple[str, int]
"""A control by its key, and which of its options; of the player the action, and 0."""


@dataclass(frozen=True)
class Target:
    """Where a press leads: a screen, and the place in it (``t=3``), or None for where one is."""

    file: str
    place: str | None


Presses = dict[Press, Target]


@dataclass(frozen=True)
class Screen:
    """A page as it was recorded."""

    scene: str
    file: str
    query: str
    """As the link of the app says it."""
    tree: Any
    presses: Presses
    at_step: Mapping[int, tuple[Any, Presses]] = field(default_factory=dict)
    """Of a page that says something of the step on screen: its elements at each."""
    states: Mapping[str, Any] = field(default_factory=dict)
    """Of the quiz: its page by what is shown, ``3`` or ``3-True``."""


def recording(elsewhere: recorded.Address) -> Iterator[Screen]:
    """All screens of the lesson, in reading order; ``elsewhere`` is where its other pages are."""
    with recorded.recording(elsewhere):
        at = AppTest.from_file(str(MAIN), default_timeout=SLOWEST)
        _run(at)
        for scene in SCENES:
            yield from _Scene(at, scene.id).screens()


def player_of(tree: Any) -> dict[str, Any] | None:
    """What the player of a page is told, if it has one."""
    for node in tree:
        if node.type == "bidi_component" and node.proto.component_name == "lstm_viz_player":
            data: dict[str, Any] = json.loads(node.proto.json)
            return data
    return None


class _Scene:
    """One page, opened at all its screens."""

    def __init__(self, at: AppTest, scene: str) -> None:
        self.at = at
        self.scene = scene
        self.first: Presses = {}
        """What leads away from the screen that the page opens with."""
        self.found: dict[str, tuple[str, str]] = {}
        """The file of each screen, and the control that leads there, by its query."""
        _run(at.switch_page(page_of(scene).file))

    def screens(self) -> Iterator[Screen]:
        self.found[self._open("")] = page_of(self.scene).address, ""
        tree = self.at._tree
        at_step = dict(self._at_step(tree))
        self.first = dict(self._controls("")) | dict(self._actions("", OFFERED))
        states = self._quiz() if self.scene == "glossary" else {}
        yield Screen(self.scene, self._file(""), "", tree, self.first, at_step, states)
        for query in [query for query in self.found if query]:
            self._open(query)
            tree = self.at._tree
            yield Screen(self.scene, self._file(query), query, tree, self._away(query))

    def _file(self, query: str) -> str:
        return self.found[query][0]

    def _open(self, query: str) -> str:
        """The page as this link opens it; what the link of that screen says without the place."""
        self.at.query_params = dict(parse_qsl(query))
        self.at.session_state["page"] = None  # it comes from elsewhere, so its link is read
        if not query and (key := f"{self.scene}_screen") in self.at.session_state:
            del self.at.session_state[key]
        _run(self.at)
        data = player_of(self.at._tree)
        return data["query"] if data else ""

    # ---- what leads away -------------------------------------------------------------------------

    def _actions(self, query: str, which: Sequence[str]) -> Iterator[tuple[Press, Target]]:
        """What is pressed in the player."""
        self._open(query)
        data = player_of(self.at._tree)
        if data is None or self.scene in TYPED:
            return
        for action in _offered(data, which):
            self._open(query)
            self.at.session_state[recorded.PRESSED] = action
            yield (action, 0), self._target(action)

    def _controls(self, query: str) -> Iterator[tuple[Press, Target]]:
        for key in FOLLOWED.get(self.scene, ()):
            self._open(query)
            for n, option in enumerate(_options(self.at, key)):
                self._open(query)
                widget = _control(self.at, key)
                widget.set_value(option)
                yield (key, n), self._target(key, widget.type, str(option))

    def _target(self, by: str, kind: str = "", option: str = "") -> Target:
        """The screen that the page runs into, which is to be recorded too."""
        before = player_of(self.at._tree)
        _run(self.at)
        after = player_of(self.at._tree)
        assert before and after, "what is followed changes what the player shows"
        query = after["query"]
        if query not in self.found:
            self.found[query] = f"{self.scene}-{_name(query, kind, option)}.html", by
        place = None
        if after["at"]["id"] != before["at"]["id"]:
            at = {name: after["at"][name] + 1 for name in ("t", "stage", "unit")}
            place = "&".join(f"{name}={n}" for name, n in at.items() if n > 1)
        return Target(self._file(query), place)

    def _away(self, query: str) -> Presses:
        """From another screen: what its own player leads to, the other options of what led here,
        and the parts of the scene."""
        _, by = self.found[query]
        parts = FOLLOWED.get(self.scene, ())[:1]
        followed = {
            press: target
            for press, target in self.first.items()
            if press[0] in (by, "next", *parts)
        }
        places = [one.place for (key, _), one in followed.items() if key == by]
        jump = next((place for place in places if place is not None), None)
        for press, target in followed.items():  # back as it went here
            if press[0] == by and target.file == self._file(""):
                followed[press] = Target(target.file, jump)
        return followed | dict(self._actions(query, ("back",)))

    # ---- what stands in no link ------------------------------------------------------------------

    def _at_step(self, tree: Any) -> Iterator[tuple[int, tuple[Any, Presses]]]:
        data = player_of(tree)
        if data is None or not data["tells"]:
            return
        for t in range(_steps(data)):
            place = f"t={t + 1}"
            self._open(place)
            there = self.at._tree
            yield t, (there, dict(self._controls(place)))

    def _quiz(self) -> dict[str, Any]:
        found = {}
        for n, statement in enumerate(STATEMENTS):
            for answer in ("", *ANSWERS):
                self.at.session_state[f"{QUIZ}_at"] = n
                self.at.session_state[QUIZ] = {statement.id: answer} if answer else {}
                _run(self.at)
                found[f"{n}-{answer}" if answer else str(n)] = self.at._tree
        return found


def _run(at: AppTest) -> None:
    at.run()
    if at.exception:
        raise RuntimeError(f"A page could not be recorded: {at.exception[0].message}")
    for typed in at.text_input:  # what stands in it is sent once, not with every run
        typed.proto.value, typed.proto.set_value = typed.value or "", True


def _offered(data: Mapping[str, Any], which: Sequence[str]) -> Iterator[str]:
    if "next" in which and data["next"] and data["next"]["page"] is None:
        yield "next"
    if "into" in which and data["into"]:
        yield from (f"into:{t}" for t in range(_steps(data)))
    if "back" in which and data["back"]:
        yield "back"


def _steps(data: Mapping[str, Any]) -> int:
    steps: int = json.loads(gzip.decompress(base64.b64decode(data["film"])))["steps"]
    return steps


def _name(query: str, kind: str, option: str) -> str:
    """Of the file: ``tanh``, ``open-3``, or of a preset its label."""
    if kind == "selectbox":
        return sub(r"\W+", "-", option).strip("-").lower()
    if kind == "toggle":
        return "-".join(part for pair in parse_qsl(query) for part in pair)
    return "-".join(value for _, value in parse_qsl(query))


def _options(at: AppTest, key: str) -> list[Any]:
    """What can be chosen in a control; nothing if the page has it not."""
    widget = _control(at, key)
    if widget is None:
        return []
    return [False, True] if widget.type == "toggle" else list(widget.options)


def _control(at: AppTest, key: str) -> Any:
    widgets = (widget for kind in KINDS for widget in at.get(kind) if widget.key == key)
    return next(widgets, None)
