"""The page: one part at a time, chosen by a row of buttons; what can be set stands below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from lstm_viz.player import board_payload, questions_payload
from lstm_viz.player.contract import Board, NextScene
from lstm_viz.scenes.around.picture import sheet_board
from lstm_viz.scenes.around.picture.answer import answer_sheet
from lstm_viz.scenes.around.picture.between import attention_sheet, between_sheet
from lstm_viz.scenes.around.picture.padding import padding_sheet
from lstm_viz.scenes.around.picture.shapes import shapes_sheet
from lstm_viz.scenes.around.picture.sheet import Sheet
from lstm_viz.scenes.around.picture.stacked import both_sheet, layers_sheet
from lstm_viz.scenes.around.picture.state import state_sheet
from lstm_viz.scenes.around.picture.steps import steps_sheet
from lstm_viz.scenes.around.picture.variants import variant_sheet
from lstm_viz.scenes.around.questions import ASKED
from lstm_viz.scenes.around.record.answer import READ, answer_at
from lstm_viz.scenes.around.record.between import between
from lstm_viz.scenes.around.record.padding import padding
from lstm_viz.scenes.around.record.shapes import shapes
from lstm_viz.scenes.around.record.stacked import both_ways, stacked
from lstm_viz.scenes.around.record.state import carried
from lstm_viz.scenes.around.record.steps import steps
from lstm_viz.scenes.around.record.variants import variant
from lstm_viz.scenes.around.words.page import OPENING
from lstm_viz.scenes.around.words.variants import VARIANTS
from lstm_viz.ui import lesson_page, player, scene_state, widgets
from lstm_viz.ui.films import Packed, made
from lstm_viz.ui.navigation import page_of, root
from lstm_viz.ui.params import Number, Param, Pick, Value
from lstm_viz.ui.scene_state import SceneScreen

KEY = "around"
STEP = Number("step", 1, len(READ), 2, whole=True, noun="step")
HEAT = Number("heat", 0.25, 5, 2)
TURN = Number("turn", 0, 90, 30, whole=True, noun="whole number of degrees")
KIND = Pick("kind", tuple(VARIANTS), "peephole")
MOST_SHOTS = 8


@dataclass(frozen=True)
class Slider:
    """``at``: the frame that shows what it changes, if not all do."""

    param: Number
    label: str
    step: float
    at: tuple[int, int] | None = None


@dataclass(frozen=True)
class Part:
    """``sheet`` makes the picture of what is set."""

    title: str
    sheet: Callable[[Mapping[str, Value]], Sheet]
    sliders: tuple[Slider, ...] = ()
    has_kinds: bool = False
    """Of several kinds one is chosen."""
    leads_to: tuple[str, str] | None = None
    """A page that goes on from it, and what the link says."""


def _answer(set_to: Mapping[str, Value]) -> Sheet:
    step, heat = set_to[STEP.name], set_to[HEAT.name]
    assert isinstance(step, int) and isinstance(heat, int | float)
    return answer_sheet(answer_at(step - 1, heat))


def _shapes(set_to: Mapping[str, Value]) -> Sheet:
    turn = set_to[TURN.name]
    assert isinstance(turn, int)
    return shapes_sheet(shapes(), turn)


PARTS: Mapping[str, Part] = {
    "answer": Part(
        "From h to an answer",
        _answer,
        (Slider(STEP, "After step", 1), Slider(HEAT, "Temperature", 0.25, at=(5, 0))),
    ),
    "shapes": Part("Shapes", _shapes, (Slider(TURN, "Turn", 15),)),
    "steps": Part("All steps or the last", lambda _: steps_sheet(steps())),
    "state": Part("Carried state", lambda _: state_sheet(carried())),
    "padding": Part("Padding", lambda _: padding_sheet(padding())),
    "stacked": Part("Stacked", lambda _: layers_sheet(stacked())),
    "both": Part("Both ways", lambda _: both_sheet(both_ways())),
    "variants": Part(
        "Variants", lambda set_to: variant_sheet(variant(str(set_to[KIND.name]))), has_kinds=True
    ),
    "between": Part(
        "Between sequences",
        lambda _: between_sheet(between()),
        leads_to=("chatbot", "Chatbot: an encoder and a decoder that answer"),
    ),
    "attention": Part(
        "Attention",
        lambda _: attention_sheet(between()),
        leads_to=("chatbot", "Chatbot: a network that was trained with attention"),
    ),
}
PART = Pick("part", tuple(PARTS), next(iter(PARTS)))
PARAMS: tuple[Param, ...] = (PART, STEP, HEAT, TURN, KIND)


def page() -> None:
    screen = lesson_page.begin(KEY, OPENING, PARAMS, steps=MOST_SHOTS, stages=1, sizes=_sizes)
    picture, controls = lesson_page.picture_and_controls()
    with controls:
        widgets.pick(KEY, screen, PART, "Part", lambda id: PARTS[id].title, labelled=False)
        with st.container(key="around_bar", horizontal=True, vertical_alignment="center"):
            _settings(PARTS[screen[PART.name]], screen)
    with picture:
        _play(screen)


def _settings(part: Part, screen: SceneScreen) -> None:
    """What can be set in the part on screen, and where it goes on."""
    for one in part.sliders:
        with st.container(width=260):
            widgets.slider(KEY, screen, one.param, one.label, one.step, at=one.at)
    if part.has_kinds:
        widgets.pick(
            KEY, screen, KIND, "Variant", lambda id: VARIANTS[id].title, labelled=False,
            take=lambda kind: scene_state.change(KEY, kind=kind),
        )  # fmt: skip
    if part.leads_to:
        page, says = part.leads_to
        st.page_link(page_of(page).file, label=says)


def film(id: str, values: tuple[tuple[str, Value], ...]) -> Board:
    asked = ASKED.get(id)
    return board_payload(
        sheet_board(PARTS[id].sheet(dict(values))),
        questions=questions_payload((asked.question,), asked.run()) if asked else (),
    )


def _film(screen: SceneScreen) -> Packed:
    """The film of the part on screen, with what is set of it."""
    id = screen[PART.name]
    names = [one.param.name for one in PARTS[id].sliders]
    names += [KIND.name] * PARTS[id].has_kinds
    return made(film, id, tuple((name, screen[name]) for name in names))


def _sizes(screen: SceneScreen) -> dict[str, tuple[int, str]]:
    return {"t": (_film(screen).size[0], "picture")}


def _play(screen: SceneScreen) -> None:
    after = _after(screen[PART.name])
    data = scene_state.player_data(KEY, screen, PARAMS)
    data["tells"] = False
    data["next"] = _next(after)
    if asked := ASKED.get(screen[PART.name]):
        data["lesson"] = lesson_page.beside_lesson(asked.concept, screen[PART.name], tuple(PARTS))
    player.play(KEY, _film(screen), data, lambda action: _acted(action, after))


def _acted(action: str, after: str) -> None:
    if action == "next" and after:
        scene_state.restart(KEY, **{PART.name: after})


def _next(after: str) -> NextScene:
    """The part after this one; after the last one, the page where such networks talk."""
    if after:
        return {"title": PARTS[after].title, "page": None}
    there = page_of("chatbot")
    return {"title": there.title, "page": root() + there.address}


def _after(id: str) -> str:
    ids = list(PARTS)
    return ids[ids.index(id) + 1] if id != ids[-1] else ""
