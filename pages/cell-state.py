"""The cell state: keep, write, add; and its second part, the conveyor belt."""

from lstm_viz.lesson.belt.words import ENDING
from lstm_viz.lesson.gates import GATE_SCENES
from lstm_viz.lesson.gates.run import STEPS, UNITS
from lstm_viz.ui import belt_part, gate_page, lesson_page
from lstm_viz.ui.params import Pick

KEY = "cell-state"
WORDS = {"update": "One update", "belt": "The conveyor belt"}
PART = Pick("part", tuple(WORDS), "update")
PARAMS = (PART, *gate_page.params(KEY), *belt_part.PARAMS)

screen = lesson_page.begin(
    KEY,
    GATE_SCENES[KEY].opening,
    PARAMS,
    steps=max(STEPS, belt_part.STEPS),
    stages=max(gate_page.stages(KEY), belt_part.STAGES),
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
    gate_page.show(KEY, screen, PARAMS, before=_parts)
    lesson_page.end(KEY, GATE_SCENES[KEY].ending)
