"""What the pages of the gate scenes share: the run, a gate that the reader holds, the player."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import streamlit as st

from lstm_viz.figures.board import Board
from lstm_viz.figures.film import film
from lstm_viz.figures.stages import Stage
from lstm_viz.lesson import basket
from lstm_viz.lesson.gates import GateQuestions, GateRun, Hold, run
from lstm_viz.lesson.gates.record import STEPS, UNITS, label
from lstm_viz.lesson.gates.words import change_sentence, prediction_request
from lstm_viz.lesson.question import Question
from lstm_viz.player import payload
from lstm_viz.player.board import board_payload
from lstm_viz.player.contract import AnyFilm
from lstm_viz.player.contract import Board as BoardSent
from lstm_viz.player.questions import questions_payload
from lstm_viz.ui import lesson_page, scene_state
from lstm_viz.ui.films import made
from lstm_viz.ui.params import Number, Param, Pick
from lstm_viz.ui.scene_state import SceneScreen

HOLD = Number("hold", 0, 1, None)
"""The value at which a gate is held by hand; not set: nothing is held."""
ALL = "all"
WHOSE = Pick("of", (*(str(unit + 1) for unit in range(UNITS)), ALL), "1")
WHICH = Pick("gate", ("f", "i"), "f")
"""Which gate, where a scene has two."""
TRIED = Number("tried", 1, STEPS, 0, whole=True, from_one=True)
"""The step at which the reader began to hold the gate: there they predict its effect."""
START = 0.2
STEP = 0.05


PART_TITLES = {"story": "In a story", "cell": "In the cell"}
PART = Pick("part", tuple(PART_TITLES), "story")


@dataclass(frozen=True)
class StoryPart:
    """The gate at work on Mia's basket: the first part of a scene that has it."""

    board: Callable[[], Board]
    questions: tuple[Question, ...]
    ending: str


@dataclass(frozen=True)
class GateRoom:
    """What is a gate scene's own."""

    id: str
    gates: tuple[str, ...]
    """The gates that the reader can hold."""
    changes: tuple[str, ...]
    """The signals of which it is said how holding a gate has changed them."""
    opening: str
    ending: str
    questions: GateQuestions
    stages: tuple[Stage, ...]
    given: tuple[str, ...]
    """The signals that are there before the first stage."""
    story: StoryPart | None = None

    @property
    def params(self) -> tuple[Param, ...]:
        """What a link to the scene can hold."""
        which = (WHICH,) if len(self.gates) > 1 else ()
        part = (PART,) if self.story else ()
        return (*part, HOLD, WHOSE, TRIED, *which)


def page(room: GateRoom) -> None:
    """The whole page of a scene that is nothing but its gate: in a story, then in the cell."""
    screen = lesson_page.begin(
        room.id, room.opening, room.params, steps=STEPS, stages=len(room.stages), units=UNITS
    )
    if room.story and screen[HOLD.name] is not None and screen[PART.name] != "cell":
        scene_state.change(room.id, part="cell")  # where gates are held; a link may not say so
        screen = scene_state.current(room.id)
    if room.story and screen[PART.name] == "story":
        _show_story(room, room.story, screen)
        lesson_page.end(room.id, room.story.ending)
        return
    show(room, screen, room.params, before=lambda: _pick_part(room, screen))
    lesson_page.end(room.id, room.ending)


def _show_story(room: GateRoom, story: StoryPart, screen: SceneScreen) -> None:
    with st.container(key="try", horizontal=True, vertical_alignment="center"):
        _pick_part(room, screen)
    packed = made(story_payload, room.id, story)
    at = fitted(screen, *_size(story))
    lesson_page.play(room.id, packed, at, room.params)


@cache
def _size(story: StoryPart) -> tuple[int, int]:
    """How many steps its board has, and stages each."""
    board = story.board()
    return len(board.steps), len(board.frames[0])


def story_payload(id: str, story: StoryPart) -> BoardSent:
    """What the player is handed on the story of scene ``id``."""
    return board_payload(story.board(), questions=questions_payload(story.questions, basket.read()))


def _pick_part(room: GateRoom, screen: SceneScreen) -> None:
    if room.story:
        lesson_page.pick(
            room.id, screen, PART, "Part of the page", PART_TITLES.__getitem__, restarts=True,
            labelled=False,
        )  # fmt: skip


def show(
    room: GateRoom,
    screen: SceneScreen,
    all_params: Sequence[Param],
    before: Callable[[], None] = lambda: None,
) -> None:
    """The "try" and the player; ``all_params`` are all that the page's links hold.

    ``before`` puts something into the row, before the "try".
    """
    screen = fitted(screen, STEPS, len(room.stages))
    now = run(hold_of(room, screen))
    with st.container(key="try", horizontal=True, vertical_alignment="center"):
        before()
        _try(room, screen)
        if now.hold is not None:
            with st.container(key="try_told"):
                st.markdown(_try_words(room, now, screen))
    packed = made(film_of, room, now.hold, int(screen["tried"]))
    lesson_page.play(room.id, packed, screen, all_params, tells=True)


def fitted(screen: SceneScreen, steps: int, stages: int) -> SceneScreen:
    """The screen within a film of this size: a page of two parts has films of two sizes."""
    return replace(screen, t=min(screen.t, steps - 1), stage=min(screen.stage, stages - 1))


def hold_of(room: GateRoom, screen: SceneScreen) -> Hold | None:
    """What the reader holds."""
    if screen["hold"] is None:
        return None
    gate = screen.values.get("gate", room.gates[0])
    unit = None if screen["of"] == ALL else int(screen["of"]) - 1
    return Hold(str(gate), float(screen["hold"]), unit)


def film_of(room: GateRoom, hold: Hold | None, tried: int) -> AnyFilm:
    """What the player is handed."""
    now = run(hold)
    story = film(
        now.trace,
        tokens=now.tokens,
        columns=now.inputs.columns,
        stages=room.stages,
        given=room.given,
    )
    questions = questions_payload(room.questions.of(now, tried), now)
    return payload(story, weights=now.cell.parameters, questions=questions, overview=False)


def _try_words(room: GateRoom, now: GateRun, screen: SceneScreen) -> str:
    """What the hold has changed; not before the reader has come to its effect."""
    tried = int(screen["tried"])
    if (screen.t, screen.stage) < (tried, room.questions.landing.stage):
        return prediction_request(now)
    return change_sentence(now, room.changes, screen.t, screen.unit, others=len(room.gates) == 1)


# ---- the row above the player ------------------------------------------------------------------


def _try(room: GateRoom, screen: SceneScreen) -> None:
    held = screen["hold"] is not None
    what = f"the {label(room.gates[0])}" if len(room.gates) == 1 else "a gate"
    st.session_state[f"{room.id}_held"] = held
    st.toggle(f"Hold {what}", key=f"{room.id}_held", on_change=lambda: _toggled(room))
    if not held:
        return
    if len(room.gates) > 1:
        _pick(room, screen, WHICH, "Which gate", _first_word)
    _pick(room, screen, WHOSE, "Of which unit", _whose)
    key = f"{room.id}_hold"
    st.session_state[key] = float(screen["hold"])
    with st.container(key="try_slider"):
        st.slider(
            "Held at",
            0.0,
            1.0,
            step=STEP,
            key=key,
            label_visibility="collapsed",
            on_change=lambda: _take(room, st.session_state[key]),
        )


def _toggled(room: GateRoom) -> None:
    """Hold the gate of the unit that the reader looks at, or let it go."""
    screen = scene_state.current(room.id)
    value = START if st.session_state[f"{room.id}_held"] else None
    _take(room, value, of=str(screen.unit + 1))


def _whose(option: str) -> str:
    return f"unit {option}" if option == "1" else option


def _first_word(gate: str) -> str:
    return label(gate).split()[0]


def _pick(
    room: GateRoom,
    screen: SceneScreen,
    param: Pick,
    label: str,
    words: Callable[[str], str],
) -> None:
    def take(chosen: str) -> None:
        _take(room, screen["hold"], **{param.name: chosen})

    lesson_page.pick(room.id, screen, param, label, words, labelled=False, take=take)


def _take(room: GateRoom, value: float | None, **chosen: str) -> None:
    """Hold a gate at a value. The reader is taken to just before its effect, to predict it."""
    screen = scene_state.current(room.id)  # as the player has told it by now
    if value is None:
        scene_state.change(room.id, hold=None, tried=TRIED.default)
        return
    scene_state.change(room.id, hold=round(value, 2), tried=screen.t, **chosen)
    whose = chosen.get("of", screen["of"])
    unit = screen.unit if whose == ALL else int(whose) - 1
    scene_state.jump(room.id, t=screen.t, stage=room.questions.landing.stage - 1, unit=unit)
