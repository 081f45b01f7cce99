"""A training is its settings: the same network and record, however it is cut into slices."""

from contextlib import nullcontext
from dataclasses import replace

import numpy as np
import pytest

from lstm_viz.scenes.train.record import training as run
from lstm_viz.scenes.train.record.example import DRAWN, telling_example
from lstm_viz.scenes.train.record.training import HELD_OUT, Training
from lstm_viz.scenes.train.record.training_record import CHECKPOINTS, planned
from lstm_viz.tasks import TASKS
from lstm_viz.workspace import Workspace
from tests.unit.scenes.train.trained import FOREVER, SMALL, stepped, trained

CELLS = ("lstm", "gru", "rnn")
cells = pytest.mark.parametrize("cell", CELLS)


def bytes_of(training: Training) -> dict[str, bytes]:
    return {name: array.tobytes() for name, array in training.model.parameters.items()}


def record_of(training: Training) -> tuple[object, ...]:
    """All of a record that does not measure time."""
    watched = training.record
    looks = [
        (c.step, c.score, c.says, c.right, c.trace.h.tobytes(), c.trace.x.tobytes())
        for c in watched.checkpoints
    ]
    return (
        watched.settings, watched.tokens, watched.wanted, watched.planned, looks, watched.losses,
        watched.scores, watched.ended,
    )  # fmt: skip


@cells
def test_the_same_settings_train_the_same_network_whatever_the_slices(cell):
    settings = replace(SMALL, cell=cell)
    whole, again = trained(settings), Training(settings)
    again.go(FOREVER)
    sliced = stepped(settings, settings.steps)
    for other in (again, sliced):
        assert bytes_of(other) == bytes_of(whole)
        assert record_of(other) == record_of(whole)


@pytest.mark.parametrize(
    "other", [{"seed": 6}, {"learning_rate": 0.02}, {"forget_bias": 2.0}, {"size": 9}], ids=str
)
def test_every_setting_makes_a_difference(other):
    assert bytes_of(trained(replace(SMALL, **other))) != bytes_of(trained(SMALL))


def test_a_cell_without_a_forget_gate_leaves_its_bias_out_of_account():
    settings = replace(SMALL, cell="gru")
    assert bytes_of(trained(replace(settings, forget_bias=4.0))) == bytes_of(trained(settings))


def test_no_time_at_all_is_one_step():
    training = Training(SMALL)
    for step in (1, 2, 3):
        training.go(0)
        assert training.record.step == step
        assert len(training.record.losses) == step
        assert not training.ended


def test_it_is_over_after_its_steps_and_stays_so():
    training = stepped(SMALL, SMALL.steps)
    assert training.ended and training.record.ended.startswith("All 60 steps are done")
    before, record = bytes_of(training), record_of(training)
    training.go(FOREVER)
    training.rest()
    assert bytes_of(training) == before and record_of(training) == record


def test_a_network_that_is_good_enough_is_done():
    watched = trained(replace(SMALL, steps=900)).record
    assert watched.ended.startswith(f"Done after {watched.step:,} steps")
    assert watched.step < 900
    assert watched.checkpoints[-1].step == watched.step
    assert watched.scores[-1] == (watched.step, watched.checkpoints[-1].score)
    assert watched.scores[-1][1] >= TASKS["brackets"].good_enough


def test_checkpoints_are_at_the_planned_steps():
    watched = trained(SMALL).record
    assert watched.planned == planned(SMALL.steps)
    assert tuple(c.step for c in watched.checkpoints) == watched.planned
    assert (watched.planned[0], watched.planned[-1]) == (0, SMALL.steps)


@pytest.mark.parametrize("steps", [1, 2, 50, 1000, 5000])
def test_the_plan_is_in_order_and_denser_at_the_beginning(steps):
    plan = planned(steps)
    gaps = np.diff(plan)
    assert plan[0] == 0 and plan[-1] == steps
    assert len(plan) <= CHECKPOINTS and gaps.min() > 0
    assert steps < 1000 or (len(plan) == CHECKPOINTS and gaps[-1] > 10 * gaps[0])


def test_who_stops_sees_the_network_as_it_is_and_changes_nothing():
    training = Training(SMALL)
    while training.record.step in training.record.planned:
        training.go(0)
    step = training.record.step
    training.rest()
    training.rest()
    assert [c.step for c in training.record.checkpoints].count(step) == 1
    assert_sees(training)
    while not training.ended:
        training.go(0)
    assert bytes_of(training) == bytes_of(trained(SMALL))


def assert_sees(training: Training) -> None:
    """The last checkpoint is of the network as it is: another run and scoring come out the same."""
    watched, task, settings = training.record, training.task, training.settings
    last = watched.checkpoints[-1]
    _, _, held_out, example = map(
        np.random.default_rng, np.random.SeedSequence(settings.seed).spawn(4)
    )
    unseen = task.test_examples(HELD_OUT, held_out, settings.size)
    assert len(training.models) == len(watched.checkpoints)
    assert training.models[-1] is training.model
    assert last.score == task.score(training.model.run(unseen.x).outputs, unseen)
    shown = telling_example(task, example, settings.size)
    assert watched.tokens == shown.tokens[0]
    forward = training.model.astype(np.float64).run(shown.x[:, 0])
    for name in last.trace.arrays:
        np.testing.assert_array_equal(
            getattr(last.trace, name), getattr(forward.traces[0], name), name
        )
    assert last.says == task.answers(forward.outputs, shown, 0)
    assert watched.wanted == task.wanted(shown, 0)
    assert last.right == tuple(
        task.agrees(said, asked) if asked else None
        for said, asked in zip(last.says, watched.wanted, strict=True)
    )


@pytest.mark.parametrize("task", TASKS)
@cells
def test_what_is_seen_and_scored_is_the_network_itself(task, cell):
    settings = replace(SMALL, task=task, size=max(8, TASKS[task].sizes[0]), cell=cell, steps=3)
    training = trained(settings)
    assert_sees(training)
    assert any(right is not None for right in training.record.checkpoints[-1].right)


def test_the_network_of_every_checkpoint_is_kept_as_it_was():
    training = trained(SMALL)
    for checkpoint, model in zip(training.record.checkpoints, training.models, strict=True):
        x = checkpoint.trace.x
        again = model.astype(np.float64).run(x).traces[0]
        np.testing.assert_array_equal(again.h, checkpoint.trace.h)
    assert len({id(model) for model in training.models}) == len(training.models)


@pytest.mark.parametrize("seed", range(20))
def test_the_example_is_not_one_where_copying_the_input_would_look_right(seed):
    task = TASKS["first-symbol"]
    shown = telling_example(task, np.random.default_rng(seed), 6)
    assert task.wanted(shown, 0)[-1] == shown.tokens[0][0] != shown.tokens[0][-1]


def test_a_training_that_diverges_says_so_once_and_keeps_what_it_has():
    training = Training(replace(SMALL, task="adding", size=10, learning_rate=1e20))
    with pytest.raises(ValueError, match="diverged at step"):
        training.go(FOREVER)
    assert training.ended
    said = training.record.ended
    assert said.startswith("Stopped: training diverged at step") and said.endswith(".")
    assert said.count(". ") == 0
    record = record_of(training)
    training.go(FOREVER)
    training.rest()
    assert record_of(training) == record
    assert training.record.checkpoints[0].step == 0
    assert all(np.isfinite(array).all() for array in training.model.parameters.values())
    trace = training.model.astype(np.float64).run(training.record.checkpoints[-1].trace.x).traces
    np.testing.assert_array_equal(trace[0].h, training.record.checkpoints[-1].trace.h)


@pytest.mark.parametrize("id", ["brackets", "anbn", "reber"])
def test_the_example_is_the_one_with_the_most_kinds_of_answers_then_the_longest(id):
    task, chosen = TASKS[id], []
    for seed in range(5):
        drawn = task.examples(DRAWN, np.random.default_rng(seed), 12)
        shown = telling_example(task, np.random.default_rng(seed), 12)
        assert shown.tokens[0] in drawn.tokens
        assert shown.x.shape[:2] == (len(shown.tokens[0]), 1)
        kinds = [len(set(task.wanted(drawn, b))) for b in range(DRAWN)]
        assert len(set(task.wanted(shown, 0))) == max(kinds)
        rivals = [len(t) for t, kind in zip(drawn.tokens, kinds, strict=True) if kind == max(kinds)]
        assert len(shown.tokens[0]) == max(rivals)
        chosen.append(drawn.tokens.index(shown.tokens[0]))
    assert len(set(chosen)) > 1


@pytest.mark.parametrize("learning_rate", [SMALL.learning_rate, 1e20])
def test_memory_to_work_in_is_given_back_after_a_slice(learning_rate, monkeypatch) -> None:
    made = []

    class Noted(Workspace):
        most = 0

        def __init__(self) -> None:
            super().__init__()
            made.append(self)

        def release(self) -> None:
            self.most = max(self.most, self.nbytes)
            super().release()

    monkeypatch.setattr(run, "Workspace", Noted)
    training = Training(replace(SMALL, task="adding", size=10, learning_rate=learning_rate))
    with nullcontext() if learning_rate < 1 else pytest.raises(ValueError, match="diverged"):
        training.go(FOREVER)
    (workspace,) = made
    states = run.BATCH_SIZE * training.settings.size * training.settings.hidden_size
    assert workspace.most > 4 * states, "at least the hidden states of a batch"
    assert workspace.nbytes == 0
