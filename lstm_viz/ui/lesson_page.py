"""What the scenes of the lesson share: the heading, the player, the way on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lstm_viz.lesson.contents import SCENES, asked_again_in, scene
from lstm_viz.lesson.glossary import linked
from lstm_viz.lesson.misconceptions import misconception
from lstm_viz.player.contract import InLesson, NextScene
from lstm_viz.ui import every_page, player, scene_state
from lstm_viz.ui.films import Packed
from lstm_viz.ui.navigation import page_of, root
from lstm_viz.ui.params import Param
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen


def begin(
    id: str,
    opening: str,
    params: Sequence[Param] = (),
    *,
    steps: int,
    stages: int,
    units: int = 1,
    bare: SceneScreen | None = None,
    sizes: Callable[[SceneScreen], Mapping[str, tuple[int, str]]] | None = None,
) -> SceneScreen:
    """The heading of scene ``id`` with its opening sentence, and the screen the reader is at.

    ``opening`` is Markdown; ``[[words]]`` open their entry of the glossary.  ``sizes``: how much of
    the most there can be is there on this screen (``scene_state.within``); ``bare``: the
    screen where the address says nothing (``scene_state.follow``).
    """
    every_page.begin()
    scene_state.follow(id, params, steps=steps, stages=stages, units=units, bare=bare)
    if sizes:
        scene_state.within(id, sizes(scene_state.current(id)))
    heading(page_of(id).title, opening)
    if notes := scene_state.notes(id):
        st.warning(plain(" ".join(notes)))
    return scene_state.current(id)


def heading(name: str, opening: str) -> None:
    with st.container(key="heading"):
        left, right = st.columns([2.2, 10.2], vertical_alignment="center")
    with left:
        st.title(name, anchor=False)
    with right:
        st.markdown(linked(opening))


def picture_and_controls() -> tuple[DeltaGenerator, DeltaGenerator]:
    """The room of the picture, and that of the controls below it.

    The controls come after the picture on the page, and before it in a run: it shows what they set.
    """
    return st.container(), st.container(key="under")


def play(
    id: str,
    film: Packed,
    screen: SceneScreen,
    params: Sequence[Param] = (),
    *,
    tells: bool = False,
    into: str | None = None,
    back: str | None = None,
    next_part: tuple[str, Callable[[], None]] | None = None,
    part: tuple[str, Sequence[str]] = ("", ("",)),
    act: Callable[[str], None] = lambda action: None,
) -> None:
    """The player with a film; the place and what is set go into the link.

    With ``tells`` the place goes into the session too: for a page that says something of it.  Each
    time costs a run of the page, which may cross the way of a reader who is leaving it.

    ``into`` and ``back`` name a way into the step on screen and a way back: ``act`` is told
    ``"into:3"`` (the step, from 0) or ``"back"`` when the reader takes it.  After the last frame
    comes the next scene, or ``next_part``: its title, and what opens it.  ``part`` is the one on
    screen of a scene that has several, and those that count as the scene.
    """
    scene_state.fit_link(id, lambda: scene_state.within(id, _size(film, screen.t)))

    def acted(action: str) -> None:
        if next_part and action == "next":
            next_part[1]()
        else:
            act(action)

    player.play(
        id,
        film,
        {
            **scene_state.player_data(id, screen, params),
            "tells": tells,
            "into": into,
            "back": back,
            "next": NextScene(title=next_part[0], page=None) if next_part else next_scene(id),
            "lesson": in_lesson(id, *part),
        },
        acted,
    )


def _size(packed: Packed, t: int) -> dict[str, tuple[int, str]]:
    steps, stages, of_last = packed.size
    return {"t": (steps, "step"), "stage": (of_last if t >= steps - 1 else stages, "stage")}


def in_lesson(id: str, part: str = "", parts: Sequence[str] = ("",)) -> InLesson:
    """Where the scene stands, and which part of it is on screen."""
    later = asked_again_in(id)
    return {
        "place": SCENES.index(scene(id)),
        "again": {"place": SCENES.index(later), "title": "" if later.id == id else later.title},
        "part": part,
        "parts": list(parts),
    }


def beside_lesson(concept: str, part: str, parts: Sequence[str]) -> InLesson:
    """For a page that is no scene of it: nothing is asked again there; what is missed is asked in
    the scene that shows the misconception ``concept``, or in a later one."""
    there = scene(misconception(concept).scene)
    return {
        "place": -1,
        "again": {"place": SCENES.index(there), "title": there.title},
        "part": part,
        "parts": list(parts),
    }


def next_scene(id: str) -> NextScene | None:
    """The scene after this one, if there is one."""
    after = SCENES[SCENES.index(scene(id)) + 1 :]
    if not after:
        return None
    return {"title": after[0].title, "page": root() + page_of(after[0].id).address}


def end(id: str, ending: str = "") -> None:
    """What to take along (Markdown with ``[[terms]]``), and the ways back and on."""
    if ending:
        remember(ending)
    number = SCENES.index(scene(id))
    with st.container(key="pager", horizontal=True, horizontal_alignment="distribute"):
        for neighbour, arrow in ((number - 1, "← {}"), (number + 1, "{} →")):
            if 0 <= neighbour < len(SCENES):
                there = SCENES[neighbour]
                st.page_link(page_of(there.id).file, label=arrow.format(there.title))


def remember(ending: str) -> None:
    """What to take along, Markdown with ``[[terms]]``."""
    st.markdown(linked(ending))
