"""The cell state: keep, write, add; and its second part, the conveyor belt."""

from lstm_viz.lesson.gates.record import STEPS, UNITS
from lstm_viz.scenes.cell_state import controls as belt_part
from lstm_viz.scenes.cell_state.picture.update import GIVEN, STAGES
from lstm_viz.scenes.cell_state.questions.update import SCENE
from lstm_viz.scenes.cell_state.words.belt import ENDING
from lstm_viz.ui import gate_page, lesson_page
from lstm_viz.ui.params import Pick

KEY = "cell-state"
WORDS = {"update": "One update", "belt": "The conveyor belt"}
PART = Pick("part", tuple(WORDS), "update")
ROOM = gate_page.GateRoom(SCENE, STAGES, GIVEN)
PARAMS = (PART, *ROOM.params, *belt_part.PARAMS)

screen = lesson_page.begin(
    KEY,
    SCENE.opening,
    PARAMS,
    steps=max(STEPS, belt_part.STEPS),
    stages=max(len(STAGES), belt_part.STAGES),
    units=UNITS,
)


def _parts() -> None:
    lesson_page.pick(
        KEY, screen, PART, "Part of the page", WORDS.__getitem__, restarts=True, labelled=False
    )


if screen["part"] == "belt":
    at = gate_page.fitted(screen, belt_part.STEPS, belt_part.STAGES)
    belt_part.show(KEY, at, PARAMS, before=_parts)
    lesson_page.end(KEY, ENDING)
else:
    gate_page.show(ROOM, screen, PARAMS, before=_parts)
    lesson_page.end(KEY, SCENE.ending)
