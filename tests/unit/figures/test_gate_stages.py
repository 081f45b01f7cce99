"""The stages of the gate scenes: known words, nothing told too early, in view of their camera."""

import re

import pytest

from lstm_viz.figures.camera import CAMERAS
from lstm_viz.figures.film import film
from lstm_viz.figures.lstm_diagram import tall, wide
from lstm_viz.lesson.gates import run
from lstm_viz.signals import LSTM_SIGNALS
from tests.each import for_each
from tests.gate_scenes import GATE_SCENES, GATE_STAGES, GIVEN

FIELD = re.compile(r"\{(\(?)([a-z_]+)(?::(\d+))?\)?(\|%)?\}")
NAMES = {row.name for row in LSTM_SIGNALS}
PARTS = {f"{part}_{gate}" for part in ("wx", "uh", "b") for gate in "figo"}
WHERE = {"unit", "step", "token", "next_token"}
STAGES = [
    pytest.param(id, k, id=f"{id} {stage.id}")
    for id, stages in GATE_STAGES.items()
    for k, stage in enumerate(stages)
]
every_stage = for_each("id, k", STAGES)


@pytest.fixture(scope="module")
def films():
    now = run()
    return {
        id: film(now.trace, tokens=now.tokens, stages=stages, given=GIVEN[id])
        for id, stages in GATE_STAGES.items()
    }


def fields(text):
    return {match[2] for match in FIELD.finditer(text)}


def test_each_scene_has_its_stages():
    assert set(GATE_STAGES) == set(GIVEN) == set(GATE_SCENES)
    for id, stages in GATE_STAGES.items():
        assert len({stage.id for stage in stages}) == len(stages)
        assert stages[0].camera == "" == stages[0].work, "the whole cell first"
        effect = stages[GATE_SCENES[id].questions.landing.stage]
        assert effect.focus[-1] == GATE_SCENES[id].questions.landing.signal


@every_stage
def test_templates_name_only_known_fields(id, k):
    stage = GATE_STAGES[id][k]
    assert fields(stage.equation) <= NAMES
    assert fields(stage.numbers) <= NAMES - {"x"} | WHERE | PARTS
    assert fields(stage.with_weights + stage.held) <= NAMES | PARTS | WHERE
    assert fields(stage.sentence + stage.held_sentence) <= NAMES | WHERE
    assert stage.sentence.endswith(".") and stage.sentence[0].isalpha()
    assert bool(stage.gates) == bool(stage.held) == bool(stage.held_sentence)


@every_stage
def test_nothing_is_told_before_it_is_computed(id, k, films):
    stage, states = GATE_STAGES[id][k], films[id].states[k]
    told = fields(stage.numbers + stage.sentence + stage.held + stage.held_sentence)
    arrived = {"h_prev", "c_prev"} if stage.carries else set()
    for name in (told & set(states)) - arrived:
        assert states[name] != "empty", name


@every_stage
def test_what_is_spoken_of_is_in_view(id, k):
    """The strips in focus and the lit gates and operations are among the camera's parts."""
    stage = GATE_STAGES[id][k]
    if stage.camera:
        parts = set(CAMERAS[stage.camera])
        assert set(stage.focus) | {f"gate {gate}" for gate in stage.gates} <= parts
        assert {f"op {op}" for op in stage.ops} <= parts


@every_stage
def test_parts_of_the_diagram_have_these_names(id, k):
    stage = GATE_STAGES[id][k]
    for diagram in (wide(4, 7), tall(4, 7)):
        assert set(stage.wires) <= set(diagram.wires)
        assert set(stage.focus) <= set(diagram.strips)
        assert set(stage.ops) <= set(diagram.ops) and set(stage.gates) <= set(diagram.gates)


def test_every_camera_is_used():
    used = {stage.camera for stages in GATE_STAGES.values() for stage in stages} - {""}
    assert used == set(CAMERAS)


def test_every_gate_is_summed_and_squashed_in_some_scene():
    works = {stage.work for stages in GATE_STAGES.values() for stage in stages}
    for gate in "fio":
        assert {
            f"{kind} {gate}" for kind in ("row_x", "row_h", "bias", "squash", "effect")
        } <= works
    assert {"sum g", "squash g", "squash c", "add c", "path c"} <= works
